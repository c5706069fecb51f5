"""A term with all that its keys do not say: its case, its forms, the signs between its words.

What shares the keys of a term is the term only if it stands as the term may stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from termbase.languages import profile_of
from termbase.model.concept import Concept, Term
from termbase.model.occurrence import Occurrence
from termbase.text.forms import unstressed
from termbase.text.inflection import inflects, kind_alone
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.lexicons import ADJECTIVE, NOUN, VERB, cases
from termbase.text.normalise import HYPHENS, fold, on_the_line, with_degree_signs
from termbase.text.pieces import pieces

_SPACES = r"(?:[^\S\n]|\u00ad|\n(?![^\S\n]*\n))*"
_JOINT = re.compile(rf"{_SPACES}(?:['’ʼ]{_SPACES})*|[{HYPHENS}]{_SPACES}|–")
_QUOTES = '"«»“”„‟‹›'
_NO_QUOTES = str.maketrans(dict.fromkeys(_QUOTES))
_OPENING = lazy_pattern(rf"[{_QUOTES}][^\S\n]?$")
_CLOSING = lazy_pattern(rf"[^\S\n]?[{_QUOTES}]")
_BEFORE_WORD = ".#@$€£¥№§"
"""Signs that are part of a term that begins with them: .NET is not «net»."""
_ABBREVIATION = lazy_pattern(r"[^\W\d_]{1,4}\.")
_NUMBER_BEHIND = lazy_pattern(r"[^\S\n]?\d")
_NUMBER_BEFORE = lazy_pattern(r"\d[^\S\n]?$")
_ADDRESS = lazy_pattern(r"://|^www\.|\w@\w|\w\.\w+\.\w|\w\.\w+/")
_HUNG = (
    "ci là je tu il elle on nous vous ils elles ce y en le la les lui leur moi toi t même mêmes"
    " то нибудь либо ка таки"
)
_AFTER_HYPHEN = frozenset(_HUNG.split())
"""What a hyphen hangs on a word without making another word of it: cette fois-ci, dit-il."""
_CONJUNCTIONS = {"and", "or", "et", "ou", "и", "или", "und", "oder"}
_GENITIVE = re.compile(r"['’]s\b")
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?…:;—–\n])[\s\"'«»“”„‘’‹›(\[—–-]*$")
_DOTS = frozenset("./@:_")
_MEDDLING = _DOTS.union(HYPHENS)
"""What a word may have to do with that stands behind it or before it."""
_WORD_HERE = re.compile(r"\w+")
_KINDS = {"noun": NOUN, "properNoun": NOUN, "verb": VERB, "adjective": ADJECTIVE}
_BEFORE = 9
"""How far back the start of a sentence is looked for, over quotation marks and spaces."""


class Known:
    """A term with all that its keys do not say: its case, its forms, its signs."""

    __slots__ = (
        *("capitals", "concept", "folded", "head", "joints", "kind", "tail", "term", "texts"),
        *("_forms", "_heeds_case", "dotted", "hyphened", "language", "quoted"),
    )

    def __init__(self, term: Term, concept: Concept, language: str, *, nouns: bool) -> None:
        written = with_degree_signs(term.text)
        parts = pieces(written)
        self.term = term
        self.concept = concept
        self.texts = [part.text for part in parts]
        self.folded = [unstressed(text, language) for text in self.texts]
        self.kind = _kind(term, self.folded, language, nouns)
        self.language = language
        self._forms: dict[tuple[str, ...], tuple[bool, bool]] = {}
        self.hyphened = profile_of(language).compounds
        self.quoted = any(sign in _QUOTES for sign in term.text)
        signs = [written[one.end : two.start] for one, two in pairwise(parts)]
        gaps = [gap.translate(_NO_QUOTES) for gap in signs]
        self.joints = ["" if _JOINT.fullmatch(gap) else gap.strip() for gap in gaps]
        before = written[: parts[0].start]
        self.head = before if before and all(sign in _BEFORE_WORD for sign in before) else ""
        self.tail = written[parts[-1].end :].translate(_NO_QUOTES).strip(" .\u00a0\u202f")
        self.dotted = _ABBREVIATION.fullmatch(term.text) is not None
        letters = [sign for sign in term.text if sign.isalpha()]
        automatic = term.case == "auto"
        self.capitals = automatic and len(letters) > 1 and term.text.isupper()
        cased = term.case == "exact" or (automatic and len(letters) <= 3)
        self._heeds_case = self.capitals or cased

    def occurrence(
        self, text: str, found: tuple[str, ...], spans: Sequence[tuple[int, int]]
    ) -> Occurrence | None:
        """Return the term where words that share its keys are the term, an English genitive with
        its ’s.

        Args:
            text: What the words stand in.
            found: The words.
            spans: Where each begins and ends.
        """
        start, end = spans[0][0], spans[-1][1]
        if not self._has_its_signs(text, start, end):
            return None
        if text[start - 1 : start] in _MEDDLING or text[end : end + 1] in _MEDDLING:
            name = self.texts[0][0].isupper() and self.texts == list(found)
            beside = self.language if self.hyphened else ""
            if not _is_whole(text, start, end, beside, name):
                return None
        for at, joint in enumerate(self.joints, 1):
            gap = text[spans[at - 1][1] : spans[at][0]]
            gap = gap.translate(_NO_QUOTES) if self.quoted else gap
            if not _joined(gap, joint, found[at]):
                return None
        known = self._forms.get(found)
        if known is None:
            known = self._forms[found] = self._form(found)
        allowed, inflected = known
        if not allowed or (self._heeds_case and not self._in_its_case(text, found, start)):
            return None
        start -= len(self.head)
        end += len(self.tail)
        if self.quoted:
            start, end = self._with_quotes(text, start, end)
        if self.language == "en" and (genitive := _GENITIVE.match(text, end)):
            end, inflected = genitive.end(), True
        return Occurrence(start, end, self.term, self.concept, inflected)

    def _has_its_signs(self, text: str, start: int, end: int) -> bool:
        """Say whether what a term begins or ends with stands there, quotation marks set aside."""
        if self.head and not text.endswith(self.head, 0, start):
            return False
        if self.tail and with_degree_signs(text[end : end + len(self.tail)]) != self.tail:
            return False
        return not self.dotted or self._is_abbreviated(text, start, end)

    def _with_quotes(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return a stretch with the quotation marks around it that the term has, too."""
        before = text[max(0, start - 2) : start]
        if self.term.text[0] in _QUOTES and (quote := _OPENING.search(before)):
            start -= len(before) - quote.start()
        if self.term.text[-1] in _QUOTES and (quote := _CLOSING.match(text, end)):
            end = quote.end()
        return start, end

    def _is_abbreviated(self, text: str, start: int, end: int) -> bool:
        """Say whether a short word is the abbreviation, not the word that is spelt so: «art.».

        Its dot may be missing beside a number, and where a capital within a sentence tells it.
        """
        if text.startswith(".", end) or _NUMBER_BEHIND.match(text, end):
            return True
        before = text[max(0, start - _BEFORE) : start]
        if _NUMBER_BEFORE.search(before):
            return True
        return self.texts[0][0].isupper() and not _BEFORE_SENTENCE.search(before)

    def _form(self, found: tuple[str, ...]) -> tuple[bool, bool]:
        """Say whether words are a form of the term that it may have, and not its own."""
        inflected = any(
            text != other and folded != unstressed(other, self.language)
            for text, folded, other in zip(self.texts, self.folded, found, strict=True)
        )
        return self._may_be(found, inflected), inflected

    def _may_be(self, found: tuple[str, ...], inflected: bool) -> bool:
        if self.term.match == "exact" and inflected:
            return False
        if not self.kind or not inflected:
            return True
        form = unstressed(found[0], self.language)
        return inflects(self.folded[0], form, self.language, kind=self.kind)

    def _in_its_case(self, text: str, found: Sequence[str], start: int) -> bool:
        if self.capitals:
            return all(_carries(word, own) for word, own in zip(found, self.texts, strict=True))
        head, *rest = found
        own, *others = self.texts
        before = text[max(0, start - _BEFORE) : start]
        if self.term.case == "auto" or _BEFORE_SENTENCE.search(before):
            head = own[0] + head[1:] if own[0] == head[0].lower() else head
        return _same_case(head, own) and all(
            _same_case(word, other) for word, other in zip(rest, others, strict=True)
        )


def _is_whole(text: str, start: int, end: int, hyphened: str, name: bool) -> bool:
    """Say whether a stretch of a text is no part of an address or of a hyphenated word.

    Args:
        text: The text.
        start, end: The stretch.
        hyphened: Its language, if a hyphen makes one word of two there, else empty.
        name: Whether it is a name; a hyphen between names stands for «and»: Russie-Biélorussie.
    """
    before = text[start - 1 : start] if start > 1 and text[start - 2].isalnum() else ""
    after = text[end : end + 1] if text[end + 1 : end + 2].isalnum() else ""
    if hyphened and before and before in HYPHENS:
        head, word = _word_before(text, start - 1), _word_at(text, start)
        if not (_stands_for_itself(head, name) or _decline_both(head, word, hyphened)):
            return False
    if hyphened and after and after in HYPHENS:
        tail, word = _word_at(text, end + 1), _word_before(text, end)
        hung = tail.lower() in _AFTER_HYPHEN or (name and tail[:1].isupper())
        if not (hung or _decline_both(word, tail, hyphened)):
            return False
    if after == "." and text[end - 1].isdigit() and text[end + 1].isdigit():
        return False
    return not (before in _DOTS or after in _DOTS) or not _in_an_address(text, start, end)


def _stands_for_itself(head: str, name: bool) -> bool:
    """Say whether what stands before a hyphen is a number, capitals, or a name before a name."""
    return head.isupper() or head.isdigit() or (name and head[:1].isupper())


def _decline_both(one: str, other: str, language: str) -> bool:
    """Say whether both parts of a hyphenated word decline, as two nouns side by side do.

    «Женщины-космонавта» has a cosmonaut in it, «рок-группы» is one word, as «grand-père» is.
    """
    return not cases(fold(one), language).isdisjoint(cases(fold(other), language))


def _joined(gap: str, joint: str, word: str) -> bool:
    """Say whether what parts two words in a text may part them in a term.

    Before a conjunction a comma may come or go: «health, and safety».
    """
    if gap.strip() == joint if joint else _JOINT.fullmatch(gap):
        return True
    return word in _CONJUNCTIONS and {gap.strip(), joint} == {"", ","}


def _word_at(text: str, start: int) -> str:
    found = _WORD_HERE.match(text, start)
    return found.group() if found else ""


def _word_before(text: str, end: int) -> str:
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def _in_an_address(text: str, start: int, end: int) -> bool:
    """Say whether a stretch is part of a URL, of an e-mail address or of a dotted name."""
    first = max(text.rfind(sign, 0, start) for sign in " \n\t\u00a0") + 1
    ends = (text.find(sign, end) for sign in " \n\t\u00a0")
    last = min((place for place in ends if place >= 0), default=len(text))
    return bool(_ADDRESS.search(text[first:last]))


def _carries(word: str, capitals: str) -> bool:
    """Say whether a word is an abbreviation, or it with an ending: ``ГОСТ``, ``ГОСТами``."""
    word, capitals = on_the_line(word), on_the_line(capitals)
    return word == capitals or (word.startswith(capitals) and word[len(capitals) :].islower())


def _same_case(word: str, own: str) -> bool:
    """Say whether two forms of a word agree in case as far as their letters agree.

    The micro sign and the Greek letter are one, both small.
    """
    for one, other in zip(word, own, strict=False):
        if one != other:
            return one.casefold() != other.casefold() or one.islower() == other.islower()
    return True


def _kind(term: Term, folded: Sequence[str], language: str, nouns: bool) -> str:
    """Return what a term of one word is, so that homographs are held apart; else nothing."""
    if len(folded) > 1 or term.match == "stem":
        return ""
    if term.part_of_speech:
        return _KINDS.get(term.part_of_speech, "")
    return kind_alone(folded[0], language) if nouns else ""
