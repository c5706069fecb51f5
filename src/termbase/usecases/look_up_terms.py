"""A query becomes the concepts it means, each with its terms, how it was found and its use.

Answers are records (plain values), the same that JSON prints: building model values would cost
more than finding them, and this is asked dozens of times a day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from termbase.model.language import primary, speaks, speaks_any
from termbase.terms.by_forms import is_article
from termbase.terms.hits import (
    ACCENTS,
    EXACT,
    INFLECTED,
    KEYBOARD,
    MISSPELT,
    NEAR,
    PART,
    PREFIX,
    PUNCTUATION,
    REARRANGED,
    SCRIPT,
    SPELLING,
    TermHit,
)
from termbase.terms.keys import BEGINNING, FOLDED, MOST_WORDS, PLAIN, bare_words, spelling_keys
from termbase.terms.lookup import find_terms

if TYPE_CHECKING:
    from termbase.ports import Record
    from termbase.ports.terms import TermStore
    from termbase.ports.units import UnitStore

SCHEMA = "termbase.lookup/1"
LEAST_LIKENESS = 60
"""A term that shares fewer per cent of its letters with a query is not worth naming."""
_MOST_NEAREST = 3
"""So many terms are named as near."""
_SHORTEST = 5
"""A shorter word may be a slip of too many."""
_CORRECTED = (SCRIPT, KEYBOARD, MISSPELT)
_WHOLE = (EXACT, FOLDED, ACCENTS, PUNCTUATION, SPELLING)
_SHARED = (INFLECTED, REARRANGED, PREFIX, PART)
_STANDING = {"preferred": 0, "admitted": 1, "": 2, "superseded": 3, "deprecated": 4}
_SHOWN = (
    "status",
    "forbidden",
    "process",
    "part_of_speech",
    "gender",
    "number",
    "type",
    "region",
    "customer",
    "project",
    "context",
    "note",
    "source",
    "reliability",
)


class Filter(NamedTuple):
    """Which concepts count; an empty text lets all pass, ``none`` those without a value.

    One term of the concept must have all that is wished of terms, whichever term was found.
    """

    glossary: str = ""
    domain: str = ""
    customer: str = ""
    project: str = ""
    region: str = ""
    process: str = ""

    def passes(self, glossary: str, concept: Record) -> bool:
        """Say whether the record of a concept counts."""
        if self.glossary and glossary != self.glossary:
            return False
        if self.domain and concept.get("subject", "") != self.domain:
            return False
        return any(
            all(
                not wanted or term.get(name, "") == ("" if wanted == "none" else wanted)
                for name, wanted in zip(self._fields[2:], self[2:], strict=True)
            )
            for term in concept["terms"]
        )


def look_up(
    query: str,
    terms: TermStore,
    units: UnitStore | None = None,
    *,
    source: str | None = None,
    targets: Sequence[str] = (),
    limit: int = 10,
    only: Filter | None = None,
) -> Record:
    """Look a term up.

    Args:
        query: The word or phrase, however it is written.
        terms, units: The base; without units no use is reported.
        source: Language of the query; all languages without one.
        targets: Languages wanted; all without any.
        limit: At most so many concepts.
        only: Which concepts count.

    Returns:
        ``{"schema", "query", "hits": [{"tier", "score", "spans", "term", "language", "status",
        "concept", "glossary", "synonyms", "targets": {language: [{"term", "status", …}]}, "used",
        …}]}``, best hit first, each concept once. Where nothing is found, ``"nearest"`` has terms
        too far to be meant, but near enough to help: they share a word or its beginning.
    """
    wanted = only or Filter()
    hits: list[Record] = []
    seen: set[int] = set()
    for found in find_terms(query, [source] if source else [], terms):
        if found.term.concept in seen:
            continue
        seen.add(found.term.concept)
        glossary, concept = terms.concept_records([found.term.concept])[found.term.concept]
        if wanted.passes(glossary, concept):
            hits.append(_hit(query, found, glossary, concept, targets, units))
        if len(hits) == limit:
            break
    answer = {"schema": SCHEMA, "query": query, "source": source, "hits": hits}
    return answer if hits else answer | {"nearest": _nearest(query, source, terms)}


def is_article_alone(query: str, source: str | None, terms: TermStore) -> bool:
    """Say whether a query is an article without its noun, in one of the languages asked."""
    return is_article(query, [source] if source else terms.term_languages())


def languages_spelt_so(query: str, terms: TermStore) -> list[str]:
    """Return the languages that have a term spelt as a query is, signs and spaces aside."""
    plain = spelling_keys(query)[-1]
    rows = terms.terms_with_key(PLAIN, [plain], []) if plain else []
    return sorted({primary(row.language) for row in rows})


def _nearest(query: str, source: str | None, terms: TermStore) -> list[str]:
    from termbase.terms.slips import terms_of_one_family
    from termbase.terms.spelling import near_terms

    if is_article_alone(query, source, terms):
        return []
    spoken = [source] if source else []
    found = near_terms(query, spoken, terms, least=LEAST_LIKENESS, word_by_word=False)
    begun = _beginnings(query)
    # «musée» is a word, and no slip; who meant «fusée» is helped all the same.
    akin = (
        one.row.text for one in found if one.likeness >= NEAR or begun & _beginnings(one.row.text)
    )
    longer = terms_of_one_family(query, spoken, terms)
    meant = _meant_by_words(query, source, terms)
    whole = _meant_as_one_word(query, spoken, terms)
    return list(dict.fromkeys((*meant, *whole, *akin, *longer)))[:_MOST_NEAREST]


def _meant_as_one_word(query: str, spoken: Collection[str], terms: TermStore) -> list[str]:
    """Return the terms near to the words of a query written in one: «spacecraft» to «spare craft»,
    which is spelt well.
    """
    from termbase.terms.spelling import near_terms

    asked = bare_words(query)
    if not 1 < len(asked) <= MOST_WORDS:
        return []
    return [one.row.text for one in near_terms("".join(asked), spoken, terms, least=NEAR)]


def _meant_by_words(query: str, source: str | None, terms: TermStore) -> Iterator[str]:
    """Yield the terms of one word for which words of a query are misspelt, or typed wrongly."""
    from termbase.languages.function_words import EVERY_FUNCTION_WORD

    asked = bare_words(query)
    for word in asked if 1 < len(asked) <= MOST_WORDS else ():
        if len(word) >= _SHORTEST and word not in EVERY_FUNCTION_WORD:
            found = find_terms(word, [source] if source else [], terms)[:1]
            for hit in found:
                if hit.tier in _CORRECTED and len(bare_words(hit.term.text)) == 1:
                    yield hit.term.text


def _beginnings(text: str) -> set[str]:
    """Return how the words of a text begin, but for those that only hold others together."""
    from termbase.languages.function_words import EVERY_FUNCTION_WORD

    said = set(bare_words(text)) - EVERY_FUNCTION_WORD
    return {word[:BEGINNING] for word in said if len(word) > 1}


def shown_term(record: Record) -> Record:
    """Return what an answer says of a term."""
    return {"term": record["text"]} | {key: record[key] for key in _SHOWN if key in record}


def beside(
    concept: Record, matched: Record, language: str, targets: Collection[str]
) -> tuple[list[Record], dict[str, list[Record]]]:
    """Return the other terms of a concept: those of the same language, and the others by language.

    Args:
        concept: Its record.
        matched: The record of the term that was found.
        language: Its language.
        targets: Languages wanted, and then named so; all others if empty.
    """
    main = language.split("-", maxsplit=1)[0]
    synonyms = []
    spoken: dict[str, list[Record]] = {}
    for term in sorted(concept["terms"], key=lambda one: _STANDING[one.get("status", "")]):
        if speaks(term["language"], main):
            if term is not matched:
                synonyms.append(shown_term(term))
        elif not targets:
            spoken.setdefault(term["language"], []).append(shown_term(term))
        for target in targets:
            if speaks(term["language"], target) and term is not matched:
                spoken.setdefault(target, []).append(shown_term(term))
    return synonyms, spoken


def _matched(concept: Record, found: TermHit) -> Record:
    """Return the record of the term that was found."""
    texts = [term for term in concept["terms"] if term["text"] == found.term.text]
    same = [term for term in texts if speaks(term["language"], found.term.language)]
    matched: Record = (same or texts)[0]
    return matched


def _hit(
    query: str,
    found: TermHit,
    glossary: str,
    concept: Record,
    targets: Collection[str],
    units: UnitStore | None,
) -> Record:
    row = found.term
    matched = _matched(concept, found)
    synonyms, spoken = beside(concept, matched, row.language, targets)
    return {
        "tier": found.tier,
        "score": found.score,
        "spans": _spans(query, found),
        **shown_term(matched),
        "language": row.language,
        "glossary": glossary,
        "concept": concept["id"],
        "subject": concept.get("subject", ""),
        "definitions": {one["language"]: one["text"] for one in concept.get("definitions", ())},
        "relations": [[one["kind"], one["target"]] for one in concept.get("relations", ())],
        "place": concept.get("place", ""),
        "synonyms": synonyms,
        "targets": spoken,
        "used": _used(units, row.language, row.forms, targets),
    }


def _spans(query: str, found: TermHit) -> list[list[int]]:
    """Return where a term has what was asked for; it is read closely only where a part may be."""
    if found.tier in _WHOLE:
        return [[0, len(found.term.text)]]
    if found.tier not in _SHARED:
        return []
    from termbase.terms.likeness import shared_spans

    return [list(one) for one in shared_spans(query, found.term.text)]


def _used(
    units: UnitStore | None, language: str, forms: str, targets: Collection[str]
) -> list[Record]:
    if units is None or not forms:
        return []
    return [
        {
            "memory": one.memory,
            "path": one.path,
            "units": one.units,
            "last": _day(one.last),
            "example": _example(units, one.unit, language, targets),
        }
        for one in units.usage(language, forms)
    ]


def _example(
    units: UnitStore, unit: int, language: str, targets: Collection[str]
) -> dict[str, str]:
    """Return the texts of a unit by language: that of the term first, then those wanted."""
    from termbase.model.unit_record import record_text

    texts: dict[str, str] = {}
    for row in units.unit_rows([unit]):
        for one in row.record["variants"]:
            own = speaks(one["language"], language.partition("-")[0])
            if own or not targets or speaks_any(one["language"], targets):
                texts[one["language"]] = record_text(one.get("content", ()))
    return dict(sorted(texts.items(), key=lambda pair: not speaks(pair[0], language)))


def _day(date: str) -> str:
    """Return a TMX date as a day: ``20261122T000000Z`` is 2026-11-22."""
    return f"{date[:4]}-{date[4:6]}-{date[6:8]}" if date[:8].isdigit() else date
