"""``termbase build``: everything that a project's ``termbase.toml`` names, from its sources."""

from __future__ import annotations

from termbase.cli._declare import (
    Command,
    Option,
    later,
)

COMMAND = Command(
    name="build",
    help="Build the memories, glossaries and base that termbase.toml names, from their sources.",
    example="termbase build --check",
    arguments=(),
    options=(Option(("--check",), "write nothing; exit 1 if an output differs from its sources"),),
    run=later("_build_project"),
)
