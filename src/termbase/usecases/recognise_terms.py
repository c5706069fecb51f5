"""A text becomes the known terms in it, each with its renderings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from termbase.languages.function_words import EVERY_FUNCTION_WORD
from termbase.model.concept import Concept
from termbase.model.language import primary
from termbase.model.occurrence import Occurrence
from termbase.ports import Record
from termbase.ports.terms import TermStore
from termbase.terms.by_forms import may_be_form, regular_words
from termbase.terms.compounds import compound_cuts
from termbase.terms.keys import PLAIN
from termbase.terms.recognise import Recogniser
from termbase.text.forms import regular_forms
from termbase.text.lexicons import readings
from termbase.text.normalise import fold, unaccented
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

    Of one word, those that begin or end it, in languages that write compounds as one.
    Where no language is named, it is the one whose terms are most of the query; of several, the
    one whose lexicon knows most of its words.
    """
    words = [fold(word) for word in piece_texts(query)]
    spoken = [source] if source else terms.term_languages()
    if len(words) == 1:
        return _in_compound(query.strip(), spoken, terms, targets, only)
    for likely in [[source]] if source else _likely_languages(words, spoken, terms):
        read: dict[str, list[Record]] = {
            one: known_terms(query, terms, source=one, targets=targets, only=only)["hits"]
            for one in likely
        }
        most = max(map(_covered, read.values()), default=0)
        best = [one for one in read if _covered(read[one]) == most > 0]
        if len(best) > 1:
            best.sort(key=lambda one: -_known(words, one))
        if best:
            return read[best[0]]
    return []


def _in_compound(
    word: str,
    spoken: Sequence[str],
    terms: TermStore,
    targets: Sequence[str],
    only: Filter | None,
) -> list[Record]:
    """Return the terms that begin or end a compound, in the language whose terms are most of it."""
    best: list[Record] = []
    for language in spoken:
        cuts = compound_cuts(word, language, terms)
        if not cuts:
            continue
        apart = " ".join(word[start:end] for start, end in pairwise([0, *cuts, len(word)]))
        answer = known_terms(apart, terms, source=language, targets=targets, only=only)
        for hit in answer["hits"]:
            hit["spans"] = [[at - apart.count(" ", 0, at) for at in span] for span in hit["spans"]]
        best = max(best, answer["hits"], key=_covered)
    return best


def _likely_languages(
    words: Sequence[str], spoken: Sequence[str], terms: TermStore
) -> Iterator[list[str]]:
    """Yield the languages that terms in a query may be in, the likeliest first, asking no lexicon.

    First those in which most of its words that say something are words of terms, or regular forms
    of some, and those with terms that no words tell, as patterns; last those in which words of
    terms only begin as one of them does.
    """
    said = [word for word in words if word not in EVERY_FUNCTION_WORD]
    met = {one: sum(_is_of_terms(word, one, terms) for word in said) for one in spoken}
    most = max(met.values(), default=0)
    met |= {one: max(1, most) for one in spoken if _has_patterns(one, terms)}
    for many in sorted({*met.values()} - {0}, reverse=True):
        yield [one for one in spoken if met[one] == many]
    unmet = [one for one in spoken if not met[one]]
    yield [one for one in unmet if any(may_be_form(word, primary(one), terms) for word in said)]


def _is_of_terms(word: str, language: str, terms: TermStore) -> bool:
    """Say whether a word is one of a term or a regular form of it, a hyphen more or less."""
    if regular_words(word, language, terms):
        return True
    letters = {unaccented(one) for one in (word, *regular_forms(word, primary(language)))}
    return bool(terms.terms_with_key(PLAIN, letters, [language]))


def _has_patterns(language: str, terms: TermStore) -> bool:
    """Say whether some term of a language is matched by stems or a regular expression."""
    every = terms.index(language, lambda _, __: True)
    return every.has_stems() or any(True for _ in every.patterns())


def _covered(hits: Sequence[Record]) -> int:
    return sum(end - start for hit in hits for start, end in hit["spans"])


def _known(words: Sequence[str], language: str) -> int:
    """Return how many of some words the lexicon of a language knows."""
    return sum(bool(readings(word, primary(language))) for word in words)


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
