"""``termbase export``: memories and glossaries as files for other tools."""

from __future__ import annotations

from termbase.cli._declare import (
    CLIENT_PROJECT,
    CUSTOMER,
    DOMAIN,
    GLOSSARY,
    MEMORY,
    OUTPUT,
    PROCESS,
    REGION,
    Command,
    Option,
    later,
)
from termbase.cli._writing import WRITING

COMMAND = Command(
    name="export",
    help="Write memories (.tmx, .xliff, .po) or glossaries (.tbx, .csv) to a file for other tools.",
    example="termbase export -o terms.tbx --dialect v2",
    arguments=(),
    options=(
        Option(OUTPUT.flags, "write to FILE; its ending is the format", "FILE"),
        Option(("--langs",), "only these languages, such as fr,ru", "LANGS"),
        MEMORY,
        GLOSSARY,
        DOMAIN,
        CUSTOMER,
        CLIENT_PROJECT,
        REGION,
        PROCESS,
        *WRITING,
        Option(
            ("--to-omegat",),
            "lay memories and glossaries into the project of OmegaT in DIR",
            "DIR",
        ),
        Option(
            ("--place",),
            "with --to-omegat: which memory goes where, such as eu=penalty-20,client=enforce",
            "PLACES",
        ),
    ),
    run=later("_export_base"),
)
