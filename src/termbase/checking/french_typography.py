r"""French texts → where the spaces around high marks and « » are not no-break spaces.

Source: Lexique des règles typographiques en usage à l'Imprimerie nationale: a space before ; ! ?
(fine), before : and inside « »; U+202F and U+00A0 are both taken. Canadian usage (Le guide du
rédacteur) has none before ; ! ?.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.spot import Spot
from termbase.text.lazy_pattern import lazy_pattern

_FIRM = "\u00a0\u202f"
_HIGH = lazy_pattern(
    r"(?<=[\w»”\"’)\]%‰°€$£…\ue000])(?!(?<=\")[;:!?]\")"
    r"(?P<space>[ \u00a0\u202f\u2009]?)(?P<mark>[;:!?])"
    r"(?=[!?]*(?:[\s»”\"]|$)|[!?]*[)\]](?!\w))"
)
_OPENING = lazy_pattern(r"«(?P<space>[ \u00a0\u202f\u2009]?)(?=\S)")
_CLOSING = lazy_pattern(r"(?<=\S)(?P<space>[ \u00a0\u202f\u2009]?)»")
_KEYWORDS = lazy_pattern(r"\w;\w")
_SMILEY = lazy_pattern(r"[;:]\s?-?[)(]")


def french_spots(text: str, *, canadian: bool = False) -> Iterator[Spot]:
    """Yield the spots where a French text lacks a no-break space.

    Args:
        text: With private signs for what is no prose.
        canadian: Whether ; ! ? have no space before them.

    >>> [spot.message for spot in french_spots("Quoi? « Oui »")][0]
    'no no-break space before ?'
    """
    for match in _HIGH.finditer(text):
        mark, space = match["mark"], match["space"]
        if _is_no_prose(text, match):
            continue
        span = match.span("space")
        if canadian and mark != ":":
            if space:
                yield Spot(*span, f"a space before {mark}", "Canadian French sets none", "")
        elif not space or space not in _FIRM:
            wanted = "\u00a0" if mark == ":" else "\u202f"
            yield _firm(span, wanted, f"before {mark}")
    for match in _OPENING.finditer(text):
        if match["space"] not in set(_FIRM):
            yield _firm(match.span("space"), "\u00a0", "behind «")
    for match in _CLOSING.finditer(text):
        if match["space"] not in set(_FIRM) and text[match.start() - 1] != "«":
            yield _firm(match.span("space"), "\u00a0", "before »")


def _is_no_prose(text: str, match: re.Match[str]) -> bool:
    """Say whether a mark belongs to a smiley, or parts words that a program reads: «a;b;c;»."""
    if match["mark"] == ";" and not match["space"] and _KEYWORDS.search(text):
        return True
    return bool(_SMILEY.match(text, match.start("mark")))


def _firm(space: tuple[int, int], wanted: str, where: str) -> Spot:
    """Return the spot of a missing no-break space."""
    remedy = "set U+202F or U+00A0 there"
    return Spot(*space, f"no no-break space {where}", remedy, wanted)
