"""A place where a segment could end, with what stands around it: what deciders look at."""

from __future__ import annotations

from termbase.languages.abbreviations import Abbreviations, Kind
from termbase.languages.profile import Profile
from termbase.segmentation.nesting import Nesting
from termbase.segmentation.rules import Rules
from termbase.text.lazy_pattern import lazy_pattern

_FOLLOWING = lazy_pattern(r"([^\w\s]{0,6}\s{0,3}[^\w\s]{0,6}\s{0,3}[^\w\s]{0,6})(\w+(?:['’]\w+)*)?")
_OPENING = "«»\"“”„‟‘‚'’([{—–-¿¡*•/_,;:"
_QUOTES = frozenset("\"'”’»“‘«")
_ROMAN = lazy_pattern(r"[IVXLCDMІХ]+(?:[–—-][IVXLCDMІХ]+)?")
_BEFORE = 48
"""Code points looked at before a mark: more than any abbreviation has."""


class Place:
    """What stands around one candidate.

    Attributes:
        text: The whole text.
        start: Where the segment starts that would end here.
        at: Offset of the mark.
        end: Where the next segment would start.
        mark: The mark as it stands, such as ``.`` or ``?!``.
        closers: Closing marks and note numbers between the mark and the white space.
        edge: Offset of the white space.
        limit: Where the block ends; nothing beyond it is looked at.
        before: The words before the mark, nearest last.
        last: The word before the mark, without opening punctuation and elision.
        openers: What stands between the white space and the next word.
        word: The next word as it stands; empty where none is near.
    """

    __slots__ = (
        "abbreviations", "at", "before", "closers", "edge", "end", "last", "limit", "mark",
        "nesting", "openers", "profile", "rules", "small", "start", "text", "word",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        start: int,
        spans: tuple[int, int, int, int],
        limit: int,
        profile: Profile,
        rules: Rules,
        abbreviations: Abbreviations,
        nesting: Nesting,
    ) -> None:
        self.text = text
        self.start = start
        self.at, after_mark, self.edge, self.end = spans
        self.mark = text[self.at : after_mark]
        self.closers = text[after_mark : self.edge]
        self.profile = profile
        self.rules = rules
        self.abbreviations = abbreviations
        self.nesting = nesting
        self.before = text[max(start, self.at - _BEFORE) : self.at].split()
        self.last = _bare(self.before[-1]) if self.before else ""
        self.limit = limit
        following = _FOLLOWING.match(text, self.end, limit)
        self.openers: str = following[1] if following else ""
        self.word: str = (following and following[2]) or ""
        self.small = self.word[:1].islower() and "@" not in self.openers

    @property
    def closes_quote(self) -> bool:
        """Whether a quotation ends between the mark and the white space."""
        return not _QUOTES.isdisjoint(self.closers)

    def ahead(self, most: int) -> list[str]:
        """Return the words that follow, within so many code points."""
        return self.text[self.end : min(self.end + most, self.limit)].split()

    @property
    def starter(self) -> bool:
        """Whether the next word is one that starts sentences, and starts no name."""
        word = self.word.replace("’", "'").lower()
        starters = self.profile.starters
        if word not in starters:
            word = word.partition("'")[0]
            if word not in starters or "'" not in self.word.replace("’", "'"):
                return False
        after = self.end + len(self.openers) + len(self.word)
        if len(self.word) == 1 and self.text[after : after + 1] == ".":
            return False
        return not (word in self.profile.particles and self.text[after + 1 : after + 2].isupper())

    @property
    def after_number(self) -> bool:
        """Whether a number stands before the last word, as in ``5 km`` or ``5 тыс. руб``."""
        return self._numbered(len(self.before) - 2)

    def _numbered(self, place: int) -> bool:
        if place < 0:
            return False
        token = self.before[place]
        if _numeral(token):
            return True
        multiplier = token.removesuffix(".").lower() in self.abbreviations.units
        return multiplier and place > 0 and _numeral(self.before[place - 1])

    @property
    def inside_abbreviation(self) -> bool:
        """Whether the next word ends the same abbreviation: the first stop of ``т. д.``."""
        word = self.word
        after = self.end + len(word)
        if len(word) > 4 or self.openers or self.text[after : after + 1] != ".":
            return False
        key = f"{self.last}.{word}"
        listed = self.abbreviations.all
        return key in listed or key.lower() in listed

    @property
    def another_unit(self) -> bool:
        """Whether a smaller measure follows, as in ``5 ft. 6 in.``"""
        following = self.ahead(24)[:2]
        if len(following) < 2 or not following[0].isdigit() or following[1][-1:] != ".":
            return False
        return following[1][:-1].lower() in self.abbreviations.units

    def kind(self) -> tuple[Kind | None, str]:
        """Return the kind of the abbreviation before the mark, longest first, and its key."""
        tokens = self.before
        key = self.last
        if len(tokens) > 1 and len(key) <= 5:
            for joined, before in _joined(tokens, key):
                numbered = _numeral(before)
                if kind := self.abbreviations.kind(joined, after_number=numbered):
                    return kind, joined
        if key[:1].isdigit():
            bare = key.lstrip("0123456789.,")
            if bare and (kind := self.abbreviations.kind(bare, after_number=True)):
                return kind, bare
        return self.abbreviations.kind(key, after_number=self.after_number), key


def _joined(tokens: list[str], key: str) -> list[tuple[str, str]]:
    """Return the abbreviation with 3, 2, 1 tokens before it, each with what stands before that."""
    found = []
    for token, before in zip(reversed(tokens[-4:-1]), reversed(["", *tokens[-4:-2]]), strict=False):
        bare = _bare(token)
        if len(bare) > 4:
            break
        key = bare + key
        found.append((key, before))
        if not token.endswith("."):
            break
    return found[::-1]


def _numeral(token: str) -> bool:
    bare = token.lstrip('(«“"[~≈<>±+–—-')
    if bare[-1:] in ",;:.":
        return False
    return bare[:1].isdigit() or _ROMAN.fullmatch(bare) is not None


def _bare(token: str) -> str:
    bare = token.lstrip(_OPENING)
    if "'" in bare or "’" in bare:
        head, mark, tail = bare.replace("’", "'").rpartition("'")
        return tail if mark and len(head) <= 7 and tail else bare
    return bare
