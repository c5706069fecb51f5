"""A block of text → the places where a segment could end, each with a verdict.

One expression finds the candidates. A plain one (a common word, a full stop, a space, a capital)
is decided on the spot; for any other the deciders are asked in order, and the first that knows
answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.languages.profile import Profile
from termbase.segmentation.deciders import decide
from termbase.segmentation.items import after_item
from termbase.segmentation.nesting import Nesting, nesting_of
from termbase.segmentation.place import Place
from termbase.segmentation.rules import Quotes, Rules
from termbase.segmentation.signs import FACES
from termbase.segmentation.verdicts import FULL_STOP, ITEM, QUESTION, Verdict

# Every repetition has an upper bound, and a run of marks is tried only from its
# first, so that a million of them cost no square.
_MARKS = ".!?…‼⁇⁈⁉؟۔।॥։።။។。！？｡"
_CLOSERS = "\"'”’“‘)\\]}*_」』）》〉】"
_NOTES = (
    r"(?:\[\d{1,3}\](?:,?\[\d{1,3}\]){0,20}|[¹²³⁰-⁹]{1,3}"
    r"|(?:(?<=[^\W\d_]{3}\.)|(?<=[)\]”\"»]\.))\d{1,3}(?:[ ,–]\d{1,3}){0,9}"
    r"(?=\s+[“\"«(]?[^\W\d_a-zа-я]))?"
)
_TAIL = (
    rf"((?:[ \u00a0\u202f\u2009]?»|[{_CLOSERS}]|(?<=[{_CLOSERS}»])[.!?…]{{1,9}}){{0,12}}{_NOTES})"
)
_SPACE = (
    r"(?:\s+|(?<=[。！？｡])|(?<=[。！？｡][」』”’）》〉】])|(?<=[。！？｡][」』”’）》〉】]{2})"
    r"|(?<=[!?])(?=[\u3040-\u30ff\u3400-\u9fff])"
    r"|(?:(?<=[^\W\d_A-ZА-Я]{2}[.!?])|(?<=\d\d[.!?]))"
    r"(?=[A-ZÀ-ÖØ-ÞА-ЯЁ«“][a-zß-öø-ÿа-яё'’]))"
)
_RUN = rf"[{_MARKS}](?<![{_MARKS}]{{2}})(?:[ \u00a0\u202f]?[{_MARKS}]){{0,40}}"
_CANDIDATE = re.compile(rf"({_RUN}){_TAIL}{_SPACE}")

_SMILEYS = r"(?:[:;=][-'’]?[)(]{1,20}|(?<!\w)[:;=][-'’]?[DP*]|\^\^|<3|\){1,20})(?=\s)"
_BROKEN = r"[—–-][\"”»](?=\s)"
_FACE_RUN = rf"(?:\s?[{FACES}\ufe0f\u200d]){{0,40}}"
_SPECIAL_CANDIDATE = re.compile(
    rf"({_RUN}{_FACE_RUN}|[{FACES}](?<![{FACES}]{{2}}){_FACE_RUN}|{_SMILEYS}|{_BROKEN})"
    rf"{_TAIL}{_SPACE}"
)
_SPACED_NOTES = re.compile(r"(?:\[\d{1,3}\][ \u00a0]?)+(?![\w)])\.?\s*")
_QUOTES = frozenset("\"'«»“”„’")
_NOTHING = Nesting()
_LONGEST_WORD = 40
_PLAIN = 2
"""Letters that a word must have to be decided on the spot."""


class Judge:
    """Decides on the candidates of one text in one language."""

    def __init__(self, text: str, profile: Profile, rules: Rules) -> None:
        self.text = text
        self.profile = profile
        self.rules = rules
        listed = profile.abbreviations
        self.abbreviations = listed.joined(rules.abbreviations) if rules.abbreviations else listed
        self.known = self.abbreviations.all
        self.endings = self.abbreviations.endings
        self.keep_quotes = rules.quotes is Quotes.KEEP

    def decide(self, start: int, end: int, *, odd: bool) -> Iterator[tuple[int, Verdict]]:
        """Give the verdict on every candidate between two offsets, in order.

        Args:
            start, end: The offsets, in a block.
            odd: Whether `Signs` stand between them.
        """
        text = self.text
        first = start
        nesting = nesting_of(text, start, end) if self._enclosed(start, end) else None
        special = odd or (nesting is not None and bool(nesting.strays))
        expression = _SPECIAL_CANDIDATE if special else _CANDIDATE
        plain = self._plain
        item = after_item(text, start, end)
        for found in expression.finditer(text, start, end):
            at, after = found.start(), found.end()
            if after >= end:
                break
            while 0 <= item <= at:
                yield item, ITEM
                start, item = item, after_item(text, item, end)
            bare = found.end(2) == at + 1 < after
            free = bare and (nesting is None or not self._inside(nesting, at + 1))
            if free and (quick := plain(start, at, after)):
                place, verdict = after, quick
            else:
                if nesting is None and text[after] in _QUOTES:
                    nesting = nesting_of(text, first, end)
                place, verdict = self._judge(start, end, found, nesting or _NOTHING)
                if place >= end:
                    break
            yield place, verdict
            if verdict.cuts:
                start = place
                item = -1 if text[start].isupper() else after_item(text, start, end)
        while 0 <= item < end:
            yield item, ITEM
            item = after_item(text, item, end)

    def _enclosed(self, start: int, end: int) -> bool:
        """Whether brackets or, where they count, quotation marks may forbid a plain boundary."""
        if self.keep_quotes or not self.profile.spaced:
            return True
        find = self.text.find
        return (
            find("(", start, end) >= 0 or find(")", start, end) >= 0 or find("[", start, end) >= 0
        )

    def _inside(self, nesting: Nesting, at: int) -> bool:
        if nesting.in_brackets(at):
            return True
        return self.keep_quotes and nesting.in_quotes(at) is not None

    def _plain(self, start: int, at: int, after: int) -> Verdict | None:
        """Decide where nothing can speak against the mark: a common word, then a capital."""
        text = self.text
        if not text[after].isupper():
            return None
        mark = text[at]
        if mark != ".":
            return QUESTION if mark == "?" else None
        floor = max(start, at - _LONGEST_WORD)
        word = text[max(floor, text.rfind(" ", floor, at) + 1) : at]
        if len(word) < _PLAIN or not word.isalpha() or word.endswith(self.endings):
            return FULL_STOP if len(word) == 4 and word.isdigit() else None
        if len(word) == _PLAIN and (word[0].isupper() or text[at - 4 : at - 3] == "."):
            return None
        unlisted = word.lower() not in self.known and word not in self.known
        return FULL_STOP if unlisted and word[1:].islower() else None

    def _judge(
        self,
        start: int,
        end: int,
        found: re.Match[str],
        nesting: Nesting,
    ) -> tuple[int, Verdict]:
        at, edge, after = found.start(), found.end(2), found.end()
        text = self.text
        edge, after = _past_closing(text, edge, after, end, nesting)
        if text[after : after + 1] == "[" and (notes := _SPACED_NOTES.match(text, after, end)):
            after = notes.end()
            edge = after - len(notes[0]) + len(notes[0].rstrip())
        if after >= end:
            return after, FULL_STOP
        place = Place(
            text,
            start,
            (at, found.end(1), edge, after),
            end,
            self.profile,
            self.rules,
            self.abbreviations,
            nesting,
        )
        return after, decide(place)


def _past_closing(text: str, edge: int, after: int, end: int, nesting: Nesting) -> tuple[int, int]:
    """Move past quotation marks that close but stand apart: ``done . '' Then``."""
    while edge < after < end and nesting.closing.get(after, after) < after:
        edge = after + (2 if text[after] == "'" == text[after + 1 : after + 2] else 1)
        after = edge
        while after < end and (text[after].isspace() or text[after] in ".!?"):
            after += 1
            if not text[after - 1].isspace():
                edge = after
    return edge, after
