"""What a parser of XML says into a refusal of ours: where, what, what to do.

The one fact to remember: of its advice nothing is passed on that only a programmer could follow.
"""

from __future__ import annotations

import re

from lxml import etree

from termbase.errors import FormatError
from termbase.formats._files import LONGEST

_TOO_LONG = "Text node too long"
_UNFINISHED = ("expected '>'", "Couldn't find end of Start Tag")
_ADVICE = re.compile(r"[,;.]? *(?:use|see|try) (?:XML_PARSE_HUGE|xmlCtxt).*", re.DOTALL)
_LONGEST = 200
"""Of what a parser says: it may quote the file, over many lines."""
_NOT_DEFINED = re.compile(r"Entity '([^']*)' not defined")
_WHERE = re.compile(r",? ?line \d+, column \d+.*", re.DOTALL)


def said(message: str) -> str:
    """Return what a parser says without what only a programmer could do about it."""
    message = " ".join(_ADVICE.sub("", _WHERE.sub("", message)).split())[:_LONGEST]
    if "amplification" in message:
        return "entities in entities make it grow beyond all measure"
    entity = _NOT_DEFINED.fullmatch(message)
    if entity:
        return (
            f"its text does not define the entity &{entity[1]};, and no other file is read for it"
        )
    return message


def not_well_formed(
    path: str, error: etree.XMLSyntaxError, place: tuple[int, int], end: tuple[int, int]
) -> FormatError:
    """Return what a parser says as an error of ours.

    Args:
        place: Line and column of what is wrong.
        end: Those of the end of what was read.
    """
    line, column = place
    problem = said(error.msg or "") or "not well-formed"
    if _TOO_LONG in problem:
        longest = f"a text is longer than {LONGEST // 1_000_000} million characters"
        return FormatError(path, longest, line=line, remedy="is the file damaged?")
    broken = place == end or problem.startswith(_UNFINISHED)
    return FormatError(
        path,
        f"is not well-formed XML: {problem}",
        line=line,
        column=column,
        remedy="the file is cut off or damaged; fetch it again" if broken else "",
    )
