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
    r"(?=[A-ZÀ-ÖØ-ÞА-ЯЁ«“][a-zß-öø-ÿа-яё]))"
)
_RUN = rf"[{_MARKS}](?<![{_MARKS}]{{2}})(?:[ \u00a0\u202f]?[{_MARKS}]){{0,40}}"
_CANDIDATE = re.compile(rf"({_RUN}){_TAIL}{_SPACE}")

_FACES = "\U0001f300-\U0001faff☹☺♥❤✌✊✋✨⭐"
_SMILEYS = r"(?:[:;=][-'’]?[)(]{1,20}|(?<!\w)[:;=][-'’]?[DP*]|\^\^|<3|\){1,20})(?=\s)"
_BROKEN = r"[—–-][\"”»](?=\s)"
# One set first, so that the search is fast; what each sign needs around it comes after.
_SPECIAL = re.compile(
    rf"[{_FACES}:;=^<—–-](?:(?<=[{_FACES}])|(?<=[:;=])-?[)(DP]|(?<=\^)\^|(?<=<)3"
    r"|(?<=[—–-])[\"”»](?=\s))"
)
_FACE_RUN = rf"(?:\s?[{_FACES}\ufe0f\u200d]){{0,40}}"
_SPECIAL_CANDIDATE = re.compile(
    rf"({_RUN}{_FACE_RUN}|[{_FACES}](?<![{_FACES}]{{2}}){_FACE_RUN}|{_SMILEYS}|{_BROKEN})"
    rf"{_TAIL}{_SPACE}"
)
_SPACED_NOTES = re.compile(r"(?:\[\d{1,3}\][ \u00a0]?)+(?![\w)])\.?\s*")
_LONGEST_WORD = 40
_PLAIN = 3
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

    def decide(self, start: int, end: int) -> Iterator[tuple[int, Verdict]]:
        """Give the verdict on every candidate between two offsets, in order."""
        text = self.text
        first = start
        nesting = nesting_of(text, start, end) if self._enclosed(start, end) else None
        special = _SPECIAL.search(text, start, end) is not None
        special = special or (nesting is not None and bool(nesting.strays))
        expression = _SPECIAL_CANDIDATE if special else _CANDIDATE
        plain = self._plain
        item = after_item(text, start, end)
        for found in expression.finditer(text, start, end):
            spans = found.regs
            at, after = spans[1][0], spans[0][1]
            if after >= end:
                break
            while 0 <= item <= at:
                yield item, ITEM
                start, item = item, after_item(text, item, end)
            bare = spans[2][1] == at + 1 < after
            free = nesting is None or not self._inside(nesting, at + 1)
            if bare and free and (quick := plain(start, at, after)):
                place, verdict = after, quick
            else:
                nesting = nesting or nesting_of(text, first, end)
                place, verdict = self._judge(start, end, spans, nesting)
                if place >= end:
                    break
            yield place, verdict
            if verdict.cuts:
                start = place
                item = after_item(text, start, end)
        while 0 <= item < end:
            yield item, ITEM
            item = after_item(text, item, end)

    def _enclosed(self, start: int, end: int) -> bool:
        """Whether brackets or, where they count, quotation marks may forbid a plain boundary."""
        if self.keep_quotes or not self.profile.spaced:
            return True
        return any(self.text.find(mark, start, end) >= 0 for mark in "()[")

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
        if mark == "?":
            return QUESTION
        word = text[max(start, text.rfind(" ", max(start, at - _LONGEST_WORD), at) + 1) : at]
        if mark != "." or len(word) < _PLAIN or word.endswith(self.endings):
            return None
        if word.islower() and word.isalpha():
            return FULL_STOP if word not in self.known else None
        if word[0].isupper() and word[1:].islower() and word.isalpha():
            unlisted = word not in self.known and word.lower() not in self.known
            return FULL_STOP if unlisted else None
        return FULL_STOP if len(word) == 4 and word.isdigit() else None

    def _judge(
        self,
        start: int,
        end: int,
        spans: tuple[tuple[int, int], ...],
        nesting: Nesting,
    ) -> tuple[int, Verdict]:
        at, edge, after = spans[1][0], spans[2][1], spans[0][1]
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
            (at, spans[1][1], edge, after),
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
