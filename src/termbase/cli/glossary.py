"""``termbase glossary``: the care of a glossary as a whole."""

from __future__ import annotations

from termbase.cli._declare import (
    EXIT_ZERO,
    GLOSSARY,
    JSON,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Group,
    Option,
    format_option,
    later,
)
from termbase.cli._fail_on import FAIL_ON

CHECK = Command(
    name="glossary check",
    help="Check a glossary by itself: gaps, doubles, definitions, references, writing.",
    example="termbase glossary check glossary/sources/orbits.tsv",
    arguments=(
        Argument(
            "files",
            "FILE…",
            "the files of one glossary; if none is given those of the project, outside of one the "
            "glossaries of the base",
            many=True,
            required=False,
        ),
    ),
    options=(
        SOURCE,
        TARGET,
        GLOSSARY,
        Option(("--rule",), "only these rules, such as G101,G107", "IDS"),
        FAIL_ON,
        format_option("table", "plain", "json", "github"),
        JSON,
        EXIT_ZERO,
    ),
    run=later("_check_glossary"),
)
GROUP = Group(
    name="glossary",
    help="The care of a glossary as a whole.",
    commands=(CHECK,),
)
