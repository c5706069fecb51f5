"""A text becomes the known terms in it, each with its renderings."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.model.concept import Concept
from termbase.model.language import primary
from termbase.model.occurrence import Occurrence
from termbase.ports import Record
from termbase.ports.terms import TermStore
from termbase.terms.recognise import Recogniser
from termbase.text.lexicons import readings
from termbase.text.normalise import fold
from termbase.text.pieces import piece_texts
from termbase.text.scripts import in_one_script
from termbase.usecases.list_concepts import Wish, listed
from termbase.usecases.look_up_terms import Filter, beside, shown_term

SCHEMA = "termbase.terms/1"


def known_terms(
    text: str,
    terms: TermStore,
    *,
    source: str,
    targets: Sequence[str] = (),
    only: Filter | None = None,
    overlaps: bool = False,
) -> Record:
    """Find every known term in a text.

    Args:
        text: Any text.
        terms: The glossaries.
        source: Language of the text.
        targets: Languages wanted; all without any.
        only: Which concepts count.
        overlaps: Whether terms inside of longer ones, and across others, count too.

    Returns:
        ``{"schema", "source", "hits": [{"term", "language", "status", "count", "spans",
        "concept", "glossary", "synonyms", "targets"}]}``, each term once, in the order of the text.
    """
    wanted = only or Filter()
    wish = Wish(*wanted[1:])
    glossaries: dict[int, str] = {}

    def counts(glossary: str, concept: Concept) -> bool:
        glossaries[id(concept)] = glossary
        return wanted.glossary in ("", glossary) and any(listed([(glossary, concept)], wish))

    known = Recogniser((), source, index=terms.index(source, counts))
    hits: dict[tuple[int, str], Record] = {}
    for found in known.recognise(in_one_script(text), overlaps=overlaps):
        key = (id(found.concept), found.term.text)
        if key not in hits:
            hits[key] = _hit(found, glossaries[key[0]], terms, targets)
        hits[key]["count"] += 1
        hits[key]["spans"].append([found.start, found.end])
    return {"schema": SCHEMA, "source": source, "hits": list(hits.values())}


def terms_inside(
    query: str,
    terms: TermStore,
    *,
    source: str | None,
    targets: Sequence[str] = (),
    only: Filter | None = None,
) -> list[Record]:
    """Return the known terms that a query of several words is made of, as `known_terms` does.

    Where no language is named, it is the one whose terms are most of the query; of several, the
    one whose lexicon knows most of its words.
    """
    if len(piece_texts(query)) == 1:
        return []
    spoken = [source] if source else terms.term_languages()
    read: dict[str, list[Record]] = {
        one: known_terms(query, terms, source=one, targets=targets, only=only)["hits"]
        for one in spoken
    }
    best = max(read, key=lambda one: (_covered(read[one]), _spoken(query, one)), default="")
    return read.get(best, [])


def _covered(hits: Sequence[Record]) -> int:
    return sum(end - start for hit in hits for start, end in hit["spans"])


def _spoken(query: str, language: str) -> int:
    """Return how many words of a query the lexicon of a language knows."""
    return sum(bool(readings(fold(word), primary(language))) for word in piece_texts(query))


def _hit(found: Occurrence, glossary: str, terms: TermStore, targets: Sequence[str]) -> Record:
    concept = terms.concept_named(glossary, found.concept.id)
    assert concept is not None, "the concept was read from this base"
    matched = next(
        one
        for one in concept["terms"]
        if (one["text"], one["language"]) == (found.term.text, found.term.language)
    )
    synonyms, spoken = beside(concept, matched, found.term.language, targets)
    return {
        **shown_term(matched),
        "language": found.term.language,
        "glossary": glossary,
        "concept": found.concept.id,
        "synonyms": synonyms,
        "targets": spoken,
        "count": 0,
        "spans": [],
    }
