"""Inconsistent rendering: a concept goes by different terms in one text, or is spelt otherwise.

Where the glossary allows several terms for a concept, a text keeps to one of them: the one that it
uses most, or that the memory uses. Short forms and acronyms beside their full form are right. A
text without a source is also held to the glossary's spelling (hyphens, accents).

    glossary  fr engin spatial | en spacecraft | en space craft unit
    bad       fr Un engin spatial. | en A spacecraft. ¶ fr L'engin spatial. | en The spacecraft. ¶ fr L'engin spatial. | en The space craft unit.
    good      fr Un engin spatial. | en A spacecraft. ¶ fr L'engin spatial. | en The spacecraft.
"""  # noqa: E501  (an example stands on one line)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.checking.renderings import wanted_terms
from termbase.checking.spellings import bare_spelling
from termbase.model.concept import Concept, Term
from termbase.model.finding import Finding, Severity
from termbase.model.occurrence import Occurrence
from termbase.terms.longest import longest
from termbase.text.normalise import fold
from termbase.text.words import words

ID = "T106"
SEVERITY = Severity.WARNING
ON = False

_SHORT_TYPES = ("acronym", "abbreviation", "short form", "initialism", "symbol")
_FEWEST_LETTERS = 6


class Renderings:
    """Which terms a text uses for each concept, and where.

    Attributes:
        usual: How often a memory has each term of a concept, by its ``id()``.
    """

    def __init__(self) -> None:
        self._uses: dict[int, dict[str, list[Finding]]] = {}
        self._concepts: dict[int, Concept] = {}
        self.usual: Counter[tuple[int, str]] = Counter()
        self._spellings: list[Finding] = []

    def learn(self, reading: Reading) -> None:
        """Take in a pair of the memory: it says what is usual."""
        for hit_concept, term, _ in _rendered(reading):
            self.usual[id(hit_concept), term.text] += 1

    def read(self, reading: Reading) -> None:
        """Take in the next pair."""
        for concept, term, span in _rendered(reading):
            self._concepts[id(concept)] = concept
            finding = reading.at(ID, SEVERITY, "", target=span)
            self._uses.setdefault(id(concept), {}).setdefault(term.text, []).append(finding)
        if not reading.pair.source.strip():
            self._spellings += _misspelt(reading)

    def findings(self) -> Iterator[Finding]:
        """Yield each use of a term that is not the usual one of its concept."""
        yield from self._spellings
        for key, uses in self._uses.items():
            order = [term.text for term in self._concepts[key].terms]
            usual = max(
                {*uses, *(text for known, text in self.usual if known == key)},
                key=lambda text: (
                    self.usual[key, text],
                    len(uses.get(text, ())),
                    -order.index(text),
                ),
            )
            for text, found in uses.items():
                if text == usual or _contains(text, usual):
                    continue
                for one in found:
                    span = one.target_span or (0, 0)
                    yield Finding(
                        rule=ID,
                        severity=SEVERITY,
                        message=f"inconsistent rendering: «{one.target[slice(*span)]}»",
                        remedy=f"elsewhere it is «{usual}»",
                        source=one.source,
                        target=one.target,
                        target_span=span,
                        reference=self._concepts[key].place,
                        pair=one.pair,
                        term=text,
                    )


def _rendered(reading: Reading) -> Iterator[tuple[Concept, Term, tuple[int, int]]]:
    """Yield each full form in the target that renders a concept with several."""
    meant = {id(hit.concept) for hit in longest(reading.source_terms)}
    hits = longest(reading.target_terms)
    for hit in hits:
        if reading.pair.source.strip() and id(hit.concept) not in meant:
            continue
        wanted = wanted_terms(hit.concept, reading.target_language)
        if hit.term not in wanted or len(wanted) < 2 or _is_short(hit.term):
            continue
        if sum(other.concept is hit.concept for other in hits if other.term != hit.term):
            continue  # both in one segment: introduced on purpose
        yield hit.concept, hit.term, (hit.start, hit.end)


def _contains(one: str, other: str) -> bool:
    """Say whether a term is another one with more words: its full name, used once."""
    return fold(one) in fold(other) or fold(other) in fold(one)


def _is_short(term: Term) -> bool:
    return term.type.lower() in _SHORT_TYPES or term.text.isupper()


def _is_parted(hit: Occurrence, text: str) -> bool:
    """Say whether a term stands in a text with a hyphen in a word of it: télé-détection."""
    return len(words(text[hit.start : hit.end])) > len(words(hit.term.text))


def _misspelt(reading: Reading) -> Iterator[Finding]:
    """Yield words that are a term of the glossary but for hyphens and accents."""
    taken = [
        (hit.start, hit.end) for hit in reading.target_terms if not _is_parted(hit, reading.prose)
    ]
    found = words(reading.prose)
    for first in range(len(found)):
        for last in range(first, min(first + 3, len(found))):
            start, end = found[first].start, found[last].end
            if any(start < two and one < end for one, two in taken):
                break
            key = bare_spelling(reading.prose[start:end])
            if len(key) < _FEWEST_LETTERS:
                continue
            term = reading.spellings.term(key)
            if term and fold(term.text) != fold(reading.pair.target[start:end]):
                yield reading.at(
                    ID,
                    SEVERITY,
                    f"spelt otherwise: «{reading.pair.target[start:end]}»",
                    f"the glossary writes «{term.text}»",
                    target=(start, end),
                    term=term.text,
                )


watch = Renderings
