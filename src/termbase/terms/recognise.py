"""Find the known terms of one language in a text, in whatever form they stand there.

A term is a sequence of words, a word is its keys (`termbase.text.forms`); two words agree where
they share a key. All terms together form one tree of keys, so that a text is read once, however
many terms there are. The words of a term stand next to each other: spaces, hyphens and
apostrophes may part them, a sentence's punctuation may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from termbase.errors import InputError
from termbase.model.concept import Concept, Term
from termbase.model.language import primary
from termbase.model.occurrence import Occurrence
from termbase.text.forms import unstressed, word_keys
from termbase.text.inflection import inflects
from termbase.text.words import Word, words

_JOINT = re.compile(r"(?:[^\S\n]|[-‐‑'’ʼ\u00ad]|\n(?![^\S\n]*\n))*|–")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_CONJUNCTIONS = {"and", "or", "et", "ou", "и", "или", "und", "oder"}
_GENITIVE = re.compile(r"['’]s\b")
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?…:;—–\n])[\s\"'«»“”„‘’‹›(\[—–-]*$")
_BEFORE = 9
"""How far back the start of a sentence is looked for, over quotation marks and spaces."""


class Recogniser:
    """All terms of one language, ready to be found in texts.

    Args:
        concepts: Whose terms are known; the order decides between equal occurrences.
        language: BCP 47 tag; ``fr`` takes the terms of ``fr-CA`` too.

    Raises:
        InputError: If a term is to be matched as a regular expression and is none.

    >>> space = Concept("c1", (Term("engin spatial", "fr"),))
    >>> [hit] = Recogniser([space], "fr").recognise("De petits engins spatiaux.")
    >>> hit.start, hit.end, hit.inflected
    (10, 25, True)
    """

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        self._language = primary(language)
        self._root = _Node()
        self._patterns: list[tuple[re.Pattern[str], Term, Concept]] = []
        for concept in concepts:
            for term in concept.terms_in(language):
                self._add(term, concept)

    def recognise(self, text: str, *, overlaps: bool = False) -> list[Occurrence]:
        """Return the terms that stand in a text, in its order.

        Args:
            text: Any text; offsets count its code points.
            overlaps: Whether to return terms inside of others and across each other too;
                otherwise the longest wins, and a term's own form wins over an inflected one.

        Returns:
            One occurrence for each term; a term of several concepts occurs once for each.
        """
        found = [*self._occurrences(text), *self._by_pattern(text)]
        found.sort(key=lambda hit: (hit.start, -hit.end))
        return found if overlaps else longest(found)

    def _add(self, term: Term, concept: Concept) -> None:
        parts = _pieces(term.text)
        if term.match == "regex" or not parts:
            self._patterns.append((_pattern(term, concept), term, concept))
            return
        nodes = [self._root]
        for part in parts:
            keys = _keys(part.text, self._language)
            nodes = [node.after.setdefault(key, _Node()) for node in nodes for key in keys]
        known = _Known(term, concept, parts)
        for node in nodes:
            node.terms.append(known)

    def _occurrences(self, text: str) -> Iterator[Occurrence]:
        parts = _pieces(text)
        keys = [_keys(part.text, self._language) for part in parts]
        after = self._root.after
        for first, heads in enumerate(keys):
            nodes = [after[key] for key in heads if key in after]
            last = first
            while nodes:
                for known in dict.fromkeys(known for node in nodes for known in node.terms):
                    if known.stands(text, parts[first : last + 1], self._language):
                        yield known.occurrence(text, parts[first : last + 1], self._language)
                last += 1
                if last == len(parts):
                    break
                nodes = [
                    node.after[key] for node in nodes for key in keys[last] if key in node.after
                ]

    def _by_pattern(self, text: str) -> Iterator[Occurrence]:
        for pattern, term, concept in self._patterns:
            for match in pattern.finditer(text):
                if match.group():
                    yield Occurrence(match.start(), match.end(), term, concept)


def longest(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the occurrences that no longer one overlaps, in the order of the text.

    Of two equally long ones that cross each other the first stays; on one and the same span an
    occurrence in the term's own form puts inflected ones out.
    """
    ordered = sorted(occurrences, key=lambda hit: (hit.start, -hit.end))
    kept: list[Occurrence] = []
    heap: list[Occurrence] = []
    end = -1
    for hit in ordered:
        if hit.start >= end:
            kept += _longest_of_heap(heap)
            heap = []
        heap.append(hit)
        end = max(end, hit.end)
    return kept + _longest_of_heap(heap)


def _longest_of_heap(heap: list[Occurrence]) -> list[Occurrence]:
    if len(heap) < 2:
        return heap
    spans: list[tuple[int, int]] = []
    for hit in sorted(heap, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= start or end <= hit.start for start, end in spans):
            spans.append((hit.start, hit.end))
    own = {(hit.start, hit.end) for hit in heap if not hit.inflected}
    return [
        hit
        for hit in heap
        if (hit.start, hit.end) in spans and not (hit.inflected and (hit.start, hit.end) in own)
    ]


class _Node:
    """A place in the tree of keys: the keys that may follow, and the terms that end here."""

    __slots__ = ("after", "terms")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.terms: list[_Known] = []


class _Known:
    """A term with all that its keys do not say: its case, its forms, its signs."""

    __slots__ = ("capitals", "cased", "concept", "folded", "joints", "tail", "term", "texts")

    def __init__(self, term: Term, concept: Concept, parts: Sequence[Word]) -> None:
        self.term = term
        self.concept = concept
        self.texts = [part.text for part in parts]
        self.folded = [unstressed(text) for text in self.texts]
        gaps = [term.text[one.end : two.start] for one, two in pairwise(parts)]
        self.joints = ["" if _JOINT.fullmatch(gap) else gap.strip() for gap in gaps]
        self.tail = term.text[parts[-1].end :].strip(" .")
        letters = [sign for sign in term.text if sign.isalpha()]
        automatic = term.case == "auto"
        self.capitals = automatic and len(letters) > 1 and term.text.isupper()
        self.cased = term.case == "exact" or (automatic and len(letters) <= 3)

    def stands(self, text: str, parts: Sequence[Word], language: str) -> bool:
        """Say whether words that share the term's keys are the term."""
        if not text.startswith(self.tail, parts[-1].end):
            return False
        for joint, (one, two) in zip(self.joints, pairwise(parts), strict=True):
            if not _joined(text[one.end : two.start], joint, two.text):
                return False
        if self.term.match == "exact" and self._inflected(parts):
            return False
        if self.term.match == "stem" and not self._same_stems(parts, language):
            return False
        return self._in_its_case(text, parts) and self._in_a_form(parts, language)

    def occurrence(self, text: str, parts: Sequence[Word], language: str) -> Occurrence:
        """Return the term where it stands, an English genitive with its ’s."""
        end = parts[-1].end + len(self.tail)
        genitive = _GENITIVE.match(text, end) if language == "en" else None
        return Occurrence(
            parts[0].start,
            genitive.end() if genitive else end,
            self.term,
            self.concept,
            inflected=bool(genitive) or self._inflected(parts),
        )

    def _inflected(self, parts: Sequence[Word]) -> bool:
        return any(
            text != part.text and folded != unstressed(part.text)
            for text, folded, part in zip(self.texts, self.folded, parts, strict=True)
        )

    def _in_a_form(self, parts: Sequence[Word], language: str) -> bool:
        noun = len(self.texts) == 1 and self.term.part_of_speech in ("noun", "properNoun")
        return self.term.match == "stem" or all(
            text == part.text or inflects(folded, unstressed(part.text), language, noun=noun)
            for text, folded, part in zip(self.texts, self.folded, parts, strict=True)
        )

    def _same_stems(self, parts: Sequence[Word], language: str) -> bool:
        return all(
            _keys(own, language)[0] == _keys(part.text, language)[0]
            for own, part in zip(self.texts, parts, strict=True)
        )

    def _in_its_case(self, text: str, parts: Sequence[Word]) -> bool:
        if self.capitals:
            return all(
                _carries(part.text, own) for part, own in zip(parts, self.texts, strict=True)
            )
        if not self.cased:
            return True
        first, *rest = parts
        own, *others = self.texts
        head = first.text
        if self.term.case == "auto" or _BEFORE_SENTENCE.search(
            text[max(0, first.start - _BEFORE) : first.start]
        ):
            head = own[0] + head[1:] if own[0] == head[0].lower() else head
        return _same_case(head, own) and all(
            _same_case(part.text, other) for part, other in zip(rest, others, strict=True)
        )


def _joined(gap: str, joint: str, word: str) -> bool:
    """Say whether what parts two words in a text may part them in a term.

    Before a conjunction a comma may come or go: «health, and safety».
    """
    if gap.strip() == joint if joint else _JOINT.fullmatch(gap):
        return True
    return word in _CONJUNCTIONS and {gap.strip(), joint} == {"", ","}


def _carries(word: str, capitals: str) -> bool:
    """Say whether a word is an abbreviation, or it with an ending: ``ГОСТ``, ``ГОСТами``."""
    return word == capitals or (word.startswith(capitals) and word[len(capitals) :].islower())


def _same_case(word: str, own: str) -> bool:
    """Say whether two forms of a word agree in case as far as their letters agree."""
    for one, other in zip(word, own, strict=False):
        if one != other:
            return one.casefold() != other.casefold()
    return True


def _pieces(text: str) -> list[Word]:
    """Return the words of a text, those of scripts without spaces as single signs."""
    found = words(text)
    if not _UNSPACED.search(text):
        return found
    return [piece for word in found for piece in _signs(word)]


def _signs(word: Word) -> Iterator[Word]:
    if not _UNSPACED.search(word.text):
        yield word
        return
    for offset, sign in enumerate(word.text, word.start):
        yield Word(sign, offset, offset + 1)


@lru_cache(maxsize=1 << 17)
def _keys(word: str, language: str) -> tuple[str, ...]:
    return word_keys(word, language)


def _pattern(term: Term, concept: Concept) -> re.Pattern[str]:
    if term.match != "regex":
        return re.compile(re.escape(term.text))
    flags = re.NOFLAG if term.case == "exact" else re.IGNORECASE
    try:
        return re.compile(term.text, flags)
    except re.error as error:
        where = f"{concept.place}: " if concept.place else ""
        problem = f"{where}«{term.text}» is not a regular expression ({error})"
        raise InputError(f"{problem}; correct it or choose another match") from error
