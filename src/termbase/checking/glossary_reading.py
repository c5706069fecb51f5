"""Concepts → what the rules for glossaries ask of them, each thing worked out once.

The one fact to remember: a glossary is read whole, since most faults lie between concepts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from termbase.model.concept import Concept, Term
from termbase.model.finding import Finding, Place, Severity
from termbase.model.language import primary
from termbase.terms.recognise import Recogniser

PROPER = "propernoun"
ACRONYM = "acronym"


class GlossaryReading:
    """A glossary, ready to be looked at by the rules.

    Attributes:
        concepts: All of them.
        languages: Primary tags of those that every concept shall have.
    """

    def __init__(self, concepts: Sequence[Concept], languages: Sequence[str] = ()) -> None:
        self.concepts = tuple(concepts)
        self.languages = tuple(dict.fromkeys(map(primary, languages))) or self._met()

    def _met(self) -> tuple[str, ...]:
        """Return the languages that most concepts have, where nobody says which are wanted."""
        counts: dict[str, int] = {}
        for concept in self.concepts:
            for language in {primary(term.language) for term in concept.terms}:
                counts[language] = counts.get(language, 0) + 1
        return tuple(sorted(one for one, count in counts.items() if 2 * count > len(self.concepts)))

    def terms(self) -> Iterator[tuple[Concept, Term, str]]:
        """Yield each term with its concept and the primary tag of its language."""
        for concept in self.concepts:
            for term in concept.terms:
                yield concept, term, primary(term.language)

    @cached_property
    def uses(self) -> dict[tuple[str, str], dict[str, str]]:
        """What each definition says in terms of the glossary.

        By the id of the concept and the language of its definition: the ids of the concepts whose
        terms stand there, each with the words. Terms without a status are too common to count.
        """
        known: dict[str, Recogniser] = {}
        found: dict[tuple[str, str], dict[str, str]] = {}
        for concept in self.concepts:
            for one in concept.definitions:
                language = primary(one.language) if one.language else ""
                if not language:
                    continue
                if language not in known:
                    known[language] = Recogniser(self.concepts, language)
                hits = known[language].recognise(one.text, overlaps=True)
                found.setdefault((concept.id, language), {}).update(
                    {
                        hit.concept.id: one.text[hit.start : hit.end]
                        for hit in hits
                        if hit.term.status
                    }
                )
        return found


def glossary_finding(
    rule: str, severity: Severity, concept: Concept, message: str, remedy: str
) -> Finding:
    """Return a finding at the place of a concept, or under its id where it has none."""
    path, _, line = concept.place.rpartition(":")
    numbered = bool(path) and line.isdigit()
    place = Place(path, int(line)) if numbered else Place(concept.place or concept.id, 1)
    return Finding(
        rule=rule,
        severity=severity,
        message=f"{concept.id}: {message}",
        remedy=remedy,
        place=place,
        reference=concept.place,
    )


def is_proper(term: Term) -> bool:
    """Say whether a term is a name.

    >>> is_proper(Term("Roscosmos", "fr", part_of_speech="properNoun"))
    True
    """
    return term.part_of_speech.lower() == PROPER
