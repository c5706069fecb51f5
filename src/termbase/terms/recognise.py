"""Find the known terms of one language in a text, in whatever form they stand there.

A term is a sequence of words, a word has a set of keys (`termbase.text.forms`); two words agree
where they share a key and may be forms of one word. The tree of all terms is read from an index
(`termbase.terms.index`), branch by branch as texts ask for it, and what a word may stand for is
found out once. The words of a term stand next to each other: spaces, hyphens and apostrophes may
part them, a sentence's punctuation may not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from termbase.model.concept import Concept
from termbase.model.language import primary
from termbase.model.occurrence import Occurrence
from termbase.terms.index import STEM, MemoryIndex
from termbase.terms.known import Known
from termbase.terms.longest import longest
from termbase.terms.seams import SEAM, split
from termbase.terms.term_tree import Node, TermTree
from termbase.terms.unmarked import bare_forms, may_lack_marks, with_marks
from termbase.terms.written_apart import written_apart
from termbase.text.forms import stem, unstressed, word_keys
from termbase.text.inflection import inflects
from termbase.text.normalise import HYPHENS, SPACES_COME_AND_GO
from termbase.text.particles import is_particle
from termbase.text.pieces import piece_spans

if TYPE_CHECKING:
    from termbase.ports.terms import TermIndex
    from termbase.terms.patterns import Pattern

_LINE_END = re.compile(r"(?<=[^\W\d_])[-‐¬\u00ad](?: |\r?\n[^\S\n]*)(?=[^\W\d_])")
"""A hyphen at the end of a line, which a segment shows as a space, within a word or between two."""
_ENDS = "\n", "- ", "‐ ", "¬ ", "\u00ad "
_AMPERSAND = re.compile(r"(?<=\w\s)&(?=\s\w)")
_AND = {
    "de": "und", "en": "and", "es": "y", "fr": "et", "it": "e", "nl": "en", "pl": "i", "pt": "e",
    "ru": "и", "uk": "і",
}  # fmt: skip
"""The word that «&» stands for."""
_AROUND = 8
"""So many words stand in a term at most before or behind one that is read otherwise."""
_HYPHEN = re.compile(rf"(?<=[^\W\d_])[{HYPHENS}](?=[^\W\d_])")
_JOINT = re.compile(rf"(?<=[^\W\d_])[{HYPHENS} ](?=[^\W\d_])")
"""The same, and a space, where a language joins words or not."""
_MOST_WORDS = 1 << 18
"""So many different words of texts are remembered; a book has a tenth of it."""


class Recogniser:
    """All terms of one language, ready to be found in texts.

    Args:
        concepts: Whose terms are known; the order decides between equal occurrences.
        language: BCP 47 tag; ``fr`` takes the terms of ``fr-CA`` too.
        nouns: Whether a term of one word is taken for a noun where nobody says what it is, so
            that «call» is not «called»; otherwise any of its forms will do.
        index: The terms, where they are indexed already, as in a base; then concepts are not
            looked at.

    Raises:
        InputError: If a term is to be matched as a regular expression and is none.

    >>> from termbase.model.concept import Term
    >>> space = Concept("c1", (Term("engin spatial", "fr"),))
    >>> [hit] = Recogniser([space], "fr").recognise("De petits engins spatiaux.")
    >>> hit.start, hit.end, hit.inflected
    (10, 25, True)
    """

    def __init__(
        self,
        concepts: Iterable[Concept],
        language: str,
        *,
        nouns: bool = True,
        index: TermIndex | None = None,
    ) -> None:
        self._language = primary(language)
        self._joint = _JOINT if self._language == SPACES_COME_AND_GO else _HYPHEN
        self._nouns = nouns
        self._index = index or MemoryIndex(concepts, language)
        self._meanings: dict[str, tuple[int, ...] | None] = {}
        self._stems = self._index.has_stems()
        self._roots: dict[str, list[Node]] = {}
        self._marked: dict[str, str] = {}
        self._else_marked: dict[str, str] = {}
        self._apart: dict[str, tuple[str, ...]] = {}
        self._tree = TermTree(self._index)
        self._known: dict[int, Known | None] = {}
        self._patterns = self._read_patterns()

    def recognise(self, text: str, *, overlaps: bool = False) -> list[Occurrence]:
        """Return the terms that stand in a text, in its order.

        Args:
            text: Any text; offsets count its code points.
            overlaps: Whether to return terms inside of others and across each other too;
                otherwise the longest wins, and a term's own form wins over an inflected one.

        Returns:
            One occurrence for each term; a term of several concepts occurs once for each.

        Raises:
            InputError: If a term that is a regular expression takes too long.
        """
        found = list(self._occurrences(text))
        for pattern in self._patterns:
            found += pattern.occurrences(text)
        found.sort(key=lambda hit: (hit.start, -hit.end))
        return found if overlaps else longest(found)

    def _read_patterns(self) -> list[Pattern]:
        numbers = list(self._index.patterns())
        if not numbers:
            return []
        from termbase.terms.patterns import Pattern

        terms = [self._index.term(number) for number in numbers]
        return [Pattern(*one) for one in terms if one]

    def _occurrences(self, text: str) -> Iterator[Occurrence]:
        texts, spans = piece_spans(text)
        if any(map(text.__contains__, _ENDS)) and (ends := list(_LINE_END.finditer(text))):
            texts, spans = self._over_lines(texts, spans, ends)
        yield from self._walk(text, texts, spans)
        conjunction = _AND.get(self._language, "")
        for sign in _AMPERSAND.finditer(text) if conjunction and "&" in text else ():
            at = bisect_left(spans, sign.span())
            yield from self._around(text, texts, spans, (at, at), [conjunction], [sign.span()])
        if self._else_marked:
            yield from self._with_marks(text, texts, spans)
        if self._apart:
            yield from self._opened_up(text, texts, spans)
        if self._joint is _JOINT or any(map(text.__contains__, HYPHENS)):
            yield from self._closed_up(text, texts, spans)

    def _with_marks(
        self, text: str, texts: list[str], spans: list[tuple[int, int]]
    ) -> Iterator[Occurrence]:
        """Find terms of several words, some with marks that capitals lack: «MASSE A SEC».

        Without them these are words of terms, too: «A» may stand for itself, and means «à» here.
        """
        other = [self._else_marked.get(word, word) for word in texts]
        places = {span for span, one, two in zip(spans, texts, other, strict=True) if one != two}
        for hit in self._walk(text, other, spans) if places else ():
            inside = [span for span in spans if hit.start <= span[0] and span[1] <= hit.end]
            if len(inside) > 1 and not places.isdisjoint(inside):
                yield hit

    def _closed_up(
        self, text: str, texts: list[str], spans: list[tuple[int, int]]
    ) -> Iterator[Occurrence]:
        """Find terms with a word that has a hyphen in a text and none in the term: «on-board»; in
        Korean a space, but behind a word of one sign, which is «this» or «each» in most texts.
        """
        wholes = {}
        for sign in self._joint.finditer(text):
            at = bisect_left(spans, (sign.end(), sign.end()))
            if 0 < at < len(spans) and spans[at - 1][1] == sign.start():
                first, whole = texts[at - 1], texts[at - 1] + texts[at]
                if sign[0] != " " or (len(first) > 1 and not is_particle(first, whole)):
                    wholes[at] = whole
        for (at, whole), meant in zip(wholes.items(), self._meant([*wholes.values()]), strict=True):
            if meant:
                place = spans[at - 1][0], spans[at][1]
                hits = self._around(text, texts, spans, (at - 1, at + 1), [whole], [place])
                yield from _otherwise_spelt(hits)

    def _opened_up(
        self, text: str, texts: list[str], spans: list[tuple[int, int]]
    ) -> Iterator[Occurrence]:
        """Find terms that have a hyphen in what is one word in a text: «email» is «e-mail»."""
        for at, word in enumerate(texts):
            parts = self._apart.get(word)
            if not parts or SEAM.search(word):  # then it is read as several anyway
                continue
            cuts = [*accumulate(map(len, parts[:-1]), initial=spans[at][0]), spans[at][1]]
            hits = self._around(text, texts, spans, (at, at + 1), parts, [*pairwise(cuts)])
            # What has a space there is another term: of «web-site» and «web site» the first alone.
            yield from _otherwise_spelt(hit for hit in hits if self._joint.search(hit.term.text))

    def _around(
        self,
        text: str,
        texts: list[str],
        spans: list[tuple[int, int]],
        instead: tuple[int, int],
        read: Sequence[str],
        places: Sequence[tuple[int, int]],
    ) -> Iterator[Occurrence]:
        """Find the terms that have words, read in the place of some words, or between two."""
        first, last = instead
        before, after = slice(max(0, first - _AROUND), first), slice(last, last + _AROUND)
        words = [*texts[before], *read, *texts[after]]
        for hit in self._walk(text, words, [*spans[before], *places, *spans[after]]):
            if hit.start <= places[0][0] and places[-1][1] <= hit.end:
                yield hit

    def _walk(
        self, text: str, texts: list[str], spans: list[tuple[int, int]]
    ) -> Iterator[Occurrence]:
        """Find the terms that words are, one behind the other, in a text."""
        meant = self._meant(texts)
        while None in meant:
            texts, spans = self._read_otherwise(texts, spans, meant)
            meant = self._meant(texts)
        roots = self._roots
        meant.append(None)
        for first in [at for at, word in enumerate(texts) if word in roots]:
            nodes = roots[texts[first]]
            last = first
            while nodes:
                last += 1
                for node in nodes:
                    if node.terms:
                        words = tuple(texts[first:last])
                        yield from self._standing(text, node.terms, words, spans[first:last])
                ahead = meant[last]
                if not ahead:
                    break
                nodes = [node.after[one] for node in nodes for one in ahead if one in node.after]

    def _over_lines(
        self, texts: list[str], spans: list[tuple[int, int]], ends: Iterable[re.Match[str]]
    ) -> tuple[list[str], list[tuple[int, int]]]:
        """Read as one the two parts of a word that a hyphen parts at the end of a line.

        Where no term has such a word, its parts stay as they are: «multi-satellite» is two.
        """
        places = {start: place for place, (start, _) in enumerate(spans)}
        seconds = [places[end.end()] for end in ends if places.get(end.end())]
        whole = {at: texts[at - 1].rstrip("\u00ad") + texts[at] for at in seconds}
        meant = dict(zip(whole, self._meant(list(whole.values())), strict=True))
        joined = [at for at in seconds if meant[at] or whole[at] in self._marked]
        texts, spans = list(texts), list(spans)
        for at in reversed(joined):
            if at + 1 not in joined:  # of three parts in a row the first stays alone
                texts[at - 1 : at + 1] = [whole[at]]
                spans[at - 1 : at + 1] = [(spans[at - 1][0], spans[at][1])]
        return texts, spans

    def _meant(self, texts: list[str]) -> list[tuple[int, ...] | None]:
        """Return which words of terms each word of a text may be; None where it may be read
        otherwise: with the accents that it lacks, or as several.
        """
        meanings = self._meanings
        try:
            return [meanings[text] for text in texts]
        except KeyError:
            if len(meanings) > _MOST_WORDS:
                meanings.clear()
                self._roots.clear()
                self._marked.clear()
                self._else_marked.clear()
                self._apart.clear()
            self._learn(set(texts).difference(meanings))
            return [meanings[text] for text in texts]

    def _standing(
        self,
        text: str,
        numbers: Sequence[int],
        words: tuple[str, ...],
        spans: Sequence[tuple[int, int]],
    ) -> Iterator[Occurrence]:
        for number in numbers:
            known = self._known[number] if number in self._known else self._term(number)
            hit = known.occurrence(text, words, spans) if known else None
            if hit:
                yield hit

    def _term(self, number: int) -> Known | None:
        found = self._index.term(number)
        known = Known(*found, self._language, nouns=self._nouns) if found else None
        self._known[number] = known
        return known

    def _read_otherwise(
        self,
        texts: list[str],
        spans: list[tuple[int, int]],
        meant: list[tuple[int, ...] | None],
    ) -> tuple[list[str], list[tuple[int, int]]]:
        """Read words that no term has with the marks that they lack, others as several words."""
        marked = [self._marked.get(text, text) for text in texts]
        still = [
            known if text == other else ()
            for text, other, known in zip(texts, marked, meant, strict=True)
        ]
        return split(marked, spans, still)

    def _learn(self, words: Collection[str]) -> None:
        """Find out which words of terms the words of a text may be."""
        figures = {word for word in words if word.isascii() and word.isdigit()}
        if figures and not self._has_any(figures):
            self._meanings.update(dict.fromkeys(figures, ()))
            words = set(words).difference(figures)
        if words:
            self._look_for(words)

    def _look_for(self, words: Collection[str]) -> None:
        self._find_meanings(words)
        self._apart.update(written_apart(words, self._language, self._index))
        asked = [one for one in words if may_lack_marks(one, self._language)]
        spelt = {word: bare_forms(word, self._language) for word in asked}
        by_bare: dict[str, list[tuple[int, str]]] = {}
        for bare, number, own in self._index.words_spelt(set().union(*spelt.values())):
            by_bare.setdefault(bare, []).append((number, own))
        for word, some in spelt.items():
            self._mark(word, dict(own for one in some for own in by_bare.get(one, ())))

    def _has_any(self, figures: Collection[str]) -> bool:
        """Say whether a term may have one of some numbers as a word.

        Each text has numbers that none had before; they have no other forms, so this is told fast.
        A hyphen is never missing in one: the year 2024 is no «20-24».
        """
        return self._stems or any(True for _ in self._index.words_with_keys(figures))

    def _mark(self, word: str, owns: Mapping[int, str]) -> None:
        """Note what a word is with the marks of words of terms, if it lacks them in all it means.

        Args:
            word: A word of a text.
            owns: The words of terms, by number, of which it may be a form but for marks.
        """
        marked = {number: with_marks(word, own) for number, own in owns.items()}
        others = sorted(set(marked.values()) - {word})
        self._find_meanings([one for one in others if one not in self._meanings])
        meant = [one for one in others if self._meanings[one]]
        if any(marked.get(number, word) == word for number in self._meanings[word] or ()):
            self._else_marked.update((word, one) for one in meant[:1])
        elif meant:
            self._marked[word] = meant[0]
            self._meanings[word] = None

    def _find_meanings(self, words: Collection[str]) -> None:
        keys = {word: self._keys(word) for word in words}
        by_key: dict[str, list[tuple[int, str]]] = {}
        for key, number, own in self._index.words_with_keys(
            {key for some in keys.values() for key in some}
        ):
            by_key.setdefault(key, []).append((number, own))
        if not by_key:
            self._meanings.update((word, None if SEAM.search(word) else ()) for word in words)
            return
        grown: set[int] = set()
        for word, some in keys.items():
            folded = unstressed(word, self._language)
            owns = dict(own for key in some for own in by_key.get(key, ()))
            meanings = tuple(
                number
                for number, own in owns.items()
                if own.startswith(STEM) or inflects(own, folded, self._language)
            )
            self._meanings[word] = meanings or (None if SEAM.search(word) else ())
            grown.update(meanings)
        self._tree.grow(grown)
        tree = self._tree
        for word in words:
            starts = [tree[one] for one in self._meanings[word] or () if one in tree]
            if starts:
                self._roots[word] = starts

    def _keys(self, word: str) -> tuple[str, ...]:
        keys = (word,) if word.isdigit() and word.isascii() else word_keys(word, self._language)
        return (*keys, STEM + stem(word, self._language)) if self._stems else keys


def _otherwise_spelt(hits: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Yield terms as not in their own form, but for those that have to be."""
    return (replace(hit, inflected=True) for hit in hits if hit.term.match != "exact")
