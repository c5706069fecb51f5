"""``termbase import``: memories and glossaries of other tools into the base."""

from __future__ import annotations

from termbase.cli._declare import (
    DRY_RUN,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Option,
    later,
)

COMMAND = Command(
    name="import",
    help="Import memories (TMX, XLIFF, PO, …) and glossaries (TBX, CSV, XLSX, …) into the base.",
    example="termbase import client.tbx --dry-run",
    arguments=(Argument("files", "FILE…", "files of other tools", many=True),),
    options=(
        Option(("--into",), "name of the memory or glossary; the file's name without it", "NAME"),
        SOURCE,
        TARGET,
        Option(
            ("--merge",),
            "units with a known tuid or source text: add them too, update ours by what is new or"
            " differs, replace ours, or skip them",
            "HOW",
            choices=("add", "update", "replace", "skip"),
        ),
        Option(
            ("--on-conflict",),
            "concepts that differ: ask, keep-ours, take-theirs, keep-both",
            "HOW",
            choices=("ask", "keep-ours", "take-theirs", "keep-both"),
        ),
        Option(
            ("--columns",),
            "what the columns of a table are, by heading or number: fr=2,en=Anglais,note=4",
            "ROLES",
        ),
        Option(("--report",), "write what was done with each file and record to FILE", "FILE"),
        Option(("--rejected",), "write the records that were left out to FILE", "FILE"),
        DRY_RUN,
    ),
    run=later("_import_files"),
)
