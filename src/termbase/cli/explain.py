"""``termbase explain``: what a check rule reports, and why."""

from __future__ import annotations

from termbase.checking import explain
from termbase.checking.glossary_rules import GLOSSARY_RULES, explain_glossary_rule
from termbase.cli._declare import Argument, Command, Given
from termbase.cli._output import Output


def run(given: Given) -> int:
    """Print the explanation of a rule."""
    about_glossaries = given["rule"].strip().upper() in GLOSSARY_RULES
    said = explain_glossary_rule(given["rule"]) if about_glossaries else explain(given["rule"])
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
