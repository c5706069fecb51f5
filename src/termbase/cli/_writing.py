"""The options that say how a file is written, for the commands that write files of other tools."""

from __future__ import annotations

from termbase.cli._declare import Given, Option
from termbase.errors import InputError
from termbase.model.wishes import Wishes

WRITING = (
    Option(
        ("--dialect",),
        "TBX: v2, core, min or basic; the one it came in without it",
        "DIALECT",
        choices=("v2", "core", "min", "basic"),
    ),
    Option(("--style",), "TBX: dca or dct", "STYLE", choices=("dca", "dct")),
    Option(
        ("--profile",),
        "as omegat, trados or memoq reads it best; plain: units as they are, valid or not",
        "TOOL",
        choices=("omegat", "trados", "memoq", "plain"),
    ),
    Option(("--level",), "TMX: 1 without inline codes, 2 with them", "LEVEL", int),
)


def wishes_of(
    given: Given, languages: tuple[str, ...] = (), regions: tuple[tuple[str, str], ...] = ()
) -> Wishes:
    """Return how a command line wants a file to be written.

    Args:
        languages: Source and target, where it names them.
        regions: Those that the settings give to languages.
    """
    level = given["level"] if given["level"] is not None else 2
    if level not in {1, 2}:
        raise InputError(f"--level {level}: TMX has the levels 1 and 2")
    source, target = [*languages, "", ""][:2]
    return Wishes(
        given["dialect"] or "",
        given["style"] or "",
        given["profile"] or "",
        level,
        source,
        target,
        regions=regions,
    )
