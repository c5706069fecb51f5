"""A block of text → the places where a segment could end, each with a verdict.

One expression finds the candidates. A plain one (a common word, a full stop, a space, a capital)
is decided on the spot; for any other the deciders are asked in order, and the first that knows
answers.
"""

from __future__ import annotations

import re

from termbase.languages.profile import Profile
from termbase.segmentation.deciders import decide
from termbase.segmentation.items import after_item
from termbase.segmentation.nesting import Nesting, nesting_of
from termbase.segmentation.place import Place
from termbase.segmentation.rules import Quotes, Rules
from termbase.segmentation.signs import FACES
from termbase.segmentation.verdicts import EXCLAMATION, FULL_STOP, ITEM, QUESTION, Verdict
from termbase.text.lazy_pattern import lazy_pattern

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
_SPECIAL_CANDIDATE = lazy_pattern(
    rf"({_RUN}{_FACE_RUN}|[{FACES}](?<![{FACES}]{{2}}){_FACE_RUN}|{_SMILEYS}|{_BROKEN})"
    rf"{_TAIL}{_SPACE}"
)
_SPACED_NOTES = lazy_pattern(r"(?:\[\d{1,3}\][ \u00a0]?)+(?![\w)])\.?\s*")
_QUOTES = frozenset("\"'«»“”„’")
_NOTHING = Nesting()
_NO_ABBREVIATION = frozenset("0123456789)]%”")
"""What no abbreviation ends with; far from a segment's head it numbers nothing either."""
_NEAR = 24
_SHORT_HEAD = 10
"""Code points; a segment so short may be the number of a section, such as ``VIII.``"""
_LONGEST_WORD = 40
_PLAIN = 2
"""Letters that a word must have to be decided on the spot."""


class Judge:
    """Decides on the candidates of one text in one language.

    Attributes:
        places: Every offset so far where a segment could have ended, in order.
        verdicts: What was decided there.
    """

    __slots__ = (
        "abbreviations", "endings", "keep_quotes", "known", "places", "profile", "rules", "text",
        "verdicts",
    )  # fmt: skip

    def __init__(self, text: str, profile: Profile, rules: Rules) -> None:
        self.text = text
        self.profile = profile
        self.rules = rules
        listed = profile.abbreviations
        self.abbreviations = listed.joined(rules.abbreviations) if rules.abbreviations else listed
        self.known = self.abbreviations.all
        self.endings = self.abbreviations.endings
        self.keep_quotes = rules.quotes is Quotes.KEEP
        self.places: list[int] = []
        self.verdicts: list[Verdict] = []

    def record(self, at: int, verdict: Verdict) -> None:
        """Note a verdict; places come in order."""
        self.places.append(at)
        self.verdicts.append(verdict)

    def decide(self, start: int, end: int, *, faces: bool) -> None:
        """Give the verdict on every candidate between two offsets.

        Args:
            start, end: The offsets, in a block.
            faces: Whether faces or smileys stand between them, as `signs_of` finds them.
        """
        text = self.text
        first = start
        note, judged = self.places.append, self.verdicts.append
        nesting = nesting_of(text, start, end) if self._enclosed(start, end) else None
        special = faces or (nesting is not None and bool(nesting.strays))
        expression = _SPECIAL_CANDIDATE if special else _CANDIDATE
        item = -1 if text[start : start + 1].isupper() else after_item(text, start, end)
        for found in expression.finditer(text, start, end):
            at, after = found.span()
            if after >= end:
                break
            if 0 <= item <= at:
                start, item = self._items(item, at, end)
            verdict = None
            bare = after == at + 2 and text[at + 1] == " "  # most are; to ask a group costs more
            plain = (bare or found.end(2) == at + 1 < after) and text[after].isupper()
            if plain and (nesting is None or not self._inside(nesting, at + 1)):
                verdict = self._plain(start, at)
            if verdict is None:
                if nesting is None and text[after] in _QUOTES:
                    nesting = nesting_of(text, first, end)
                after, verdict = self._judge(start, end, found, nesting or _NOTHING)
                if after >= end:
                    break
            note(after)
            judged(verdict)
            if verdict.cuts:
                start = after
                item = -1 if text[after].isupper() else after_item(text, after, end)
        self._items(item, end - 1, end)

    def _items(self, item: int, last: int, end: int) -> tuple[int, int]:
        """Record the items that begin from `item` to `last`; return the latest and the next."""
        latest = item
        while 0 <= item <= last:
            self.record(item, ITEM)
            latest, item = item, after_item(self.text, item, end)
        return latest, item

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

    def _plain(self, start: int, at: int) -> Verdict | None:
        """Decide before a capital where nothing can speak against the mark: a common word."""
        text = self.text
        mark = text[at]
        if mark == "?":
            return QUESTION
        length = at - start
        floor = start if length < _LONGEST_WORD else at - _LONGEST_WORD
        space = text.rfind(" ", floor, at)
        word = text[floor if space < 0 else space + 1 : at]
        if mark == "." and length > _NEAR and len(word) > _PLAIN and word.islower():
            if word.isalpha():
                return None if word in self.known or word.endswith(self.endings) else FULL_STOP
            return FULL_STOP if self._unabbreviated(word) else None
        return self._less_plain(word, mark, start, at)

    def _less_plain(self, word: str, mark: str, start: int, at: int) -> Verdict | None:
        """Decide likewise after a word that is short, has a capital, or stands near the head."""
        known = self.known
        if mark != "." or len(word) < _PLAIN:
            sure = (not word or word.isalpha()) and f"{word}!" not in known
            return EXCLAMATION if mark == "!" and sure else None
        if not word.isalpha():
            far = at - start > _NEAR and len(word) > 2
            return FULL_STOP if far and self._unabbreviated(word) else None
        initial = len(word) == _PLAIN and (word[0].isupper() or self.text[at - 4 : at - 3] == ".")
        if initial or at - start < (_SHORT_HEAD if word[1:].islower() else _NEAR):
            return None
        if word in known or word.lower() in known or word.endswith(self.endings):
            return None
        return FULL_STOP if word[1:].islower() or word.capitalize() not in known else None

    def _unabbreviated(self, word: str) -> bool:
        """Whether a word with other signs than letters is no abbreviation: 2,000, l'eau, (x)."""
        if word[-1] in _NO_ABBREVIATION:
            return True
        whole = word.replace("’", "'").replace("-", "'")
        last = whole.rpartition("'")[2]
        if len(last) < 3 or not whole.replace("'", "").isalpha() or last.endswith(self.endings):
            return False
        return self.known.isdisjoint((word, word.lower(), last, last.lower(), last.capitalize()))

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
