"""``termbase explain``: what a check rule reports, and why; which rules there are."""

from __future__ import annotations

from termbase.cli._declare import Argument, Command, Given
from termbase.cli._output import Output
from termbase.errors import InputError


def run(given: Given) -> int:
    """Print the explanation of a rule, or the first line of that of each."""
    from termbase.checking import RULES, explain
    from termbase.checking.glossary_rules import GLOSSARY_RULES, explain_glossary_rule

    output = Output(given)
    if given["rule"] is None:
        told = [*map(explain, RULES), *map(explain_glossary_rule, GLOSSARY_RULES)]
        output.print(*(one.split("\n", 1)[0] for one in told))
        return 0
    rule = given["rule"].strip().upper()
    if rule in GLOSSARY_RULES:
        said = explain_glossary_rule(rule)
    elif rule in RULES:
        said = explain(rule)
    else:
        known = f"{', '.join(RULES)}; those of glossaries are {', '.join(GLOSSARY_RULES)}"
        raise InputError(f"there is no rule «{given['rule']}»; the rules are {known}")
    output.print(said.rstrip("\n"))
    return 0


COMMAND = Command(
    name="explain",
    help="Say what a check rule reports, why, and with examples.",
    example="termbase explain T101",
    arguments=(Argument("rule", "ID", "of a rule; without it all are listed", required=False),),
    options=(),
    run=run,
)
