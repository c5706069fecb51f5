"""A paragraph → the places where a segment could end, each with a decision and its rule.

One expression finds the candidates; deciders are asked in order, the first that knows answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.languages.abbreviations import Kind, key_of
from termbase.languages.profile import Profile
from termbase.segmentation.rules import Rules

_CANDIDATE = re.compile(
    r"""
    (?P<mark> [.!?…]+ (?: [ \u00a0\u202f]? (?:\.\.\.|…) )? )
    (?P<closers> (?: [ \u00a0\u202f]?» | ["”“’')\]}] )* )
    \s+
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"[«\"“„‘‚'(\[{—–\-¿¡*•\s]*(\w[\w'’-]*)?")
_OPENING = "«\"“„‘‚'([{—–-¿¡*•"


class Judge:
    """Decides on the candidates of one text in one language."""

    def __init__(self, text: str, profile: Profile, rules: Rules) -> None:
        self.text = text
        self.profile = profile
        self.rules = rules

    def decide(self, start: int, end: int) -> Iterator[tuple[int, bool, str]]:
        """Give the decision on every candidate between two offsets."""
        for found in _CANDIDATE.finditer(self.text, start, end):
            if found.end() < end:
                cuts, rule = self._verdict(found, start)
                yield found.end(), cuts, rule

    def _verdict(self, found: re.Match[str], start: int) -> tuple[bool, str]:
        follows = _NEXT.match(self.text, found.end())
        word = (follows and follows[1]) or ""
        if word[:1].islower():
            return False, "lower-case"
        mark = found["mark"]
        if mark != ".":
            return True, "ellipsis" if mark[-1] in ".…" else "mark"
        before = self.text[max(start, found.start() - 40) : found.start()].split()
        last = before[-1].lstrip(_OPENING) if before else ""
        if not found["closers"] and (refusal := self._abbreviated(last, word)):
            return False, refusal
        return True, "full-stop"

    def _abbreviated(self, last: str, word: str) -> str:
        if len(last) == 1 and last.isupper():
            return "initial"
        kind = self._kind(last)
        if kind in (Kind.NEVER, Kind.INITIAL):
            return "abbreviation"
        if kind is Kind.NUMBER and word[:1].isdigit():
            return "number"
        if kind is Kind.AMBIGUOUS and word.lower() not in self.profile.starters:
            return "ambiguous-abbreviation"
        return ""

    def _kind(self, word: str) -> Kind | None:
        known = self.profile.abbreviations
        key = key_of(word.rpartition("'")[2].rpartition("’")[2])
        return self.rules.abbreviations.get(key) or known.get(key) or known.get(key.lower())
