"""Texts, with a translation where there is one, become candidates that a person decides on.

Answers are records, the same that JSON prints. A candidate's number is its place in the whole
list, so that it stays the same however many are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from termbase.extraction import extract
from termbase.extraction.equivalents import Equivalent, propose
from termbase.model.bead import Bead
from termbase.model.candidate import Candidate
from termbase.model.concept import Concept, ProcessStatus, Term
from termbase.ports import Record
from termbase.ports.terms import TermListing
from termbase.terms.recognise import Recogniser
from termbase.usecases.align_documents import SegmentedText, align_texts
from termbase.usecases.lexicons import glossary_pairs

SCHEMA = "termbase.extract/1"
_CONTEXTS = 3
_RIVALS = 200
"""Candidates that vie for equivalents, however few are shown, so that the answer stays the same."""


def extract_terms(
    texts: Sequence[SegmentedText],
    translations: Sequence[SegmentedText] = (),
    *,
    known: TermListing | None = None,
    limit: int = 30,
    numbers: Sequence[int] = (),
) -> Record:
    """Find what may be terms of texts.

    Args:
        texts: In one language; at least one.
        translations: Of the texts, in their order; none or as many.
        known: The concepts of the glossaries, to mark what is known; none without it.
        limit: At most so many candidates.
        numbers: Candidates wanted by their number; the first ones where none is named.

    Returns:
        ``{"schema", "source", "target", "found", "candidates": [{"number", "term", "score",
        "count", "known", "equivalent", "strength", "forms", "contexts", "evidence"}]}``, best
        first. The equivalent of a known term is the glossary's.
    """
    language = texts[0].language
    segments = [text.contents for text in texts]
    found = extract(segments, language)
    order = numbers or range(1, min(limit, len(found)) + 1)
    wanted = [(number, found[number - 1]) for number in order if 0 < number <= len(found)]
    target = translations[0].language if translations else ""
    rivals = found[: max([_RIVALS, *(number for number, _ in wanted)])]
    equivalents = _equivalents(rivals, found, texts, translations, known or ())
    recogniser = Recogniser((), language, index=known.index(language) if known else None)
    return {
        "schema": SCHEMA,
        "source": language,
        "target": target,
        "found": len(found),
        "candidates": [
            _record(number, one, texts, recogniser, target, equivalents.get(one.key))
            for number, one in wanted
        ],
    }


def accepted(answer: Record) -> list[tuple[Term, ...]]:
    """Return the candidates of an answer as terms for a glossary: candidates all of them.

    What is known already is left out. A term's source is where it stands, its context the segment.
    """
    found = []
    for one in answer["candidates"]:
        if one["known"]:
            continue
        context = one["contexts"][0]
        terms = [
            Term(
                one["term"],
                answer["source"],
                process=ProcessStatus.CANDIDATE,
                context=context["text"],
                source=context["place"],
            )
        ]
        if one["equivalent"]:
            target = answer["target"]
            terms.append(Term(one["equivalent"], target, process=ProcessStatus.CANDIDATE))
        found.append(tuple(terms))
    return found


def _equivalents(
    wanted: Sequence[Candidate],
    found: Sequence[Candidate],
    texts: Sequence[SegmentedText],
    translations: Sequence[SegmentedText],
    known: Iterable[Concept],
) -> dict[str, Equivalent]:
    if not translations:
        return {}
    language = translations[0].language
    lexicon = {language: list(glossary_pairs(known, texts[0].language, language))}
    source: list[str] = []
    target: list[str] = []
    beads: list[Bead] = []
    for text, translation in zip(texts, translations, strict=True):
        first = len(source), len(target)
        [own] = align_texts(text, [translation], lexicon).beads
        beads += [one.moved(*first) for one in own]
        source += text.contents
        target += translation.contents
    opposite = extract([one.contents for one in translations], language)
    return propose(wanted, found, opposite, (source, target), beads)


def _record(
    number: int,
    one: Candidate,
    texts: Sequence[SegmentedText],
    recogniser: Recogniser,
    target: str,
    equivalent: Equivalent | None,
) -> Record:
    known = _known(one.text, recogniser)
    usable = known.terms_in(target) if known and target else ()
    rendering = usable[0].text if usable else equivalent.candidate.text if equivalent else ""
    strength = 1.0 if usable else equivalent.strength if equivalent else 0.0
    return {
        "number": number,
        "term": one.text,
        "score": round(one.score, 1),
        "count": one.count,
        "known": known.id if known else "",
        "equivalent": rendering,
        "strength": round(strength, 2),
        "forms": dict(one.forms),
        "contexts": _contexts(one, texts),
        "evidence": {name: round(points, 2) for name, points in one.evidence},
    }


def _known(text: str, recogniser: Recogniser) -> Concept | None:
    """Return the concept that a text as a whole is a term of."""
    hits = recogniser.recognise(text)
    return next((hit.concept for hit in hits if hit.end - hit.start == len(text)), None)


def _contexts(one: Candidate, texts: Sequence[SegmentedText]) -> list[Record]:
    """Return the first segments where a candidate stands, each once."""
    contexts: list[Record] = []
    firsts = {place.segment: place for place in reversed(one.places)}
    for number in sorted(firsts)[:_CONTEXTS]:
        within = number
        for text in texts:
            if within < len(text.segments):
                break
            within -= len(text.segments)
        segment, place = text.segments[within], firsts[number]
        line = text.text.count("\n", 0, segment.start + place.start) + 1
        contexts.append(
            {
                "place": f"{text.path}:{line}",
                "text": segment.content,
                "start": place.start,
                "end": place.end,
            }
        )
    return contexts
