"""``termbase explain``: what a check rule reports, and why."""

from __future__ import annotations

from termbase.cli._declare import Argument, Command, Given
from termbase.cli._output import Output
from termbase.errors import InputError


def run(given: Given) -> int:
    """Print the explanation of a rule."""
    from termbase.checking import RULES, explain
    from termbase.checking.glossary_rules import GLOSSARY_RULES, explain_glossary_rule

    rule = given["rule"].strip().upper()
    if rule in GLOSSARY_RULES:
        said = explain_glossary_rule(rule)
    elif rule in RULES:
        said = explain(rule)
    else:
        known = f"{', '.join(RULES)}; those of glossaries are {', '.join(GLOSSARY_RULES)}"
        raise InputError(f"there is no rule «{given['rule']}»; the rules are {known}")
    Output(given).print(said.rstrip("\n"))
    return 0


COMMAND = Command(
    name="explain",
    help="Say what a check rule reports, why, and with examples.",
    example="termbase explain T101",
    arguments=(Argument("rule", "ID", "of a rule, such as T101 or G101"),),
    options=(),
    run=run,
)
