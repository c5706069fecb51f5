"""Known terms of a pair → which source terms are not rendered, and which renderings are refused.

The longest source term speaks; what is nested in it asks for nothing itself. Only terms that
carry a status and are no candidates demand or refuse anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termbase.model.concept import AdministrativeStatus, Concept, ProcessStatus, Scope, Term
from termbase.model.occurrence import Occurrence
from termbase.terms.longest import longest

_WANTED = (AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED)
_SEEN = (ProcessStatus.PROVISIONAL, ProcessStatus.FINALIZED)


@dataclass(frozen=True, slots=True)
class Misuse:
    """A deprecated or forbidden term in the translation.

    Attributes:
        occurrence: Where it stands in the target.
        opposite: The source term that it stands for; None where it is refused anywhere.
        wanted: What to write instead, the preferred term first; may be empty.
    """

    occurrence: Occurrence
    opposite: Occurrence | None
    wanted: tuple[Term, ...]

    @property
    def forbidden(self) -> bool:
        """Whether it is forbidden, not merely deprecated."""
        return self.occurrence.term.forbidden is not None


@dataclass(frozen=True, slots=True)
class Unrendered:
    """A source term without any of its renderings in the translation.

    Attributes:
        occurrence: Its first occurrence in the source.
        wanted: The renderings, any of which would do; at least one.
    """

    occurrence: Occurrence
    wanted: tuple[Term, ...]


def wanted_terms(concept: Concept, language: str) -> tuple[Term, ...]:
    """Return the terms of a concept that a translation may use, preferred first."""
    terms = concept.terms_in(language)
    return tuple(term for term in terms if term.enforced and term.status in _WANTED)


def misuses(
    source: Sequence[Occurrence],
    target: Sequence[Occurrence],
    languages: tuple[str, str],
    *,
    monolingual: bool = False,
) -> list[Misuse]:
    """Return the refused terms in a translation, in its order.

    Args:
        source, target: All known terms in both texts, overlapping ones included.
        languages: Of the source and of the target.
        monolingual: Whether there is no source text at all.
    """
    found: list[Misuse] = []
    rendered = {id(hit.concept) for hit in target if hit.term.usable}
    for hit in target:
        if hit.term.usable or not hit.term.enforced:
            continue
        opposite = _opposite(hit, source, rendered)
        anywhere = hit.term.forbidden is Scope.ALWAYS or (
            hit.term.forbidden is None and (monolingual or not hit.concept.terms_in(languages[0]))
        )
        if (opposite or anywhere) and not _allowed(hit, source, target):
            found.append(Misuse(hit, opposite, wanted_terms(hit.concept, languages[1])))
    spans = {(hit.start, hit.end) for hit in longest(misuse.occurrence for misuse in found)}
    once = {
        (one.occurrence.start, one.occurrence.end): one
        for one in sorted(found, key=lambda misuse: misuse.forbidden)
    }
    return [once[span] for span in sorted(spans)]


def unrendered(
    source: Sequence[Occurrence],
    target: Sequence[Occurrence],
    language: str,
    reported: Iterable[Misuse] = (),
) -> list[Unrendered]:
    """Return the source terms that a translation does not render, in the order of the source.

    Args:
        source, target: All known terms in both texts, overlapping ones included.
        language: Of the target.
        reported: Refused terms that are reported already; what they stand for is not again.
    """
    spans: dict[tuple[int, int], list[Occurrence]] = {}
    for hit in longest(source):
        spans.setdefault((hit.start, hit.end), []).append(hit)
    blamed = [one.opposite for one in reported if one.opposite]
    missing: dict[frozenset[int], Unrendered] = {}
    for hits in spans.values():
        wanted = tuple(
            term
            for hit in hits
            if hit.term.enforced
            for term in wanted_terms(hit.concept, language)
        )
        concepts = {id(hit.concept): hit.concept for hit in hits}
        if not wanted or any(_renders(hit, concepts, language) for hit in target):
            continue
        if any(id(one.concept) in concepts or _within(one, hits[0]) for one in blamed):
            continue
        missing.setdefault(frozenset(concepts), Unrendered(hits[0], wanted))
    return list(missing.values())


def _renders(hit: Occurrence, concepts: dict[int, Concept], language: str) -> bool:
    """Say whether a target term renders one of the concepts that share a source term.

    A term that a person left without a status on purpose renders silently; where the glossary
    demands nothing for a concept, each of its terms will do.
    """
    if id(hit.concept) not in concepts or not hit.term.usable:
        return False
    wanted = wanted_terms(hit.concept, language)
    return not wanted or hit.term in wanted or hit.term.process in _SEEN


def _opposite(
    hit: Occurrence, source: Sequence[Occurrence], rendered: set[int]
) -> Occurrence | None:
    """Return the source term that a refused term stands for, if there is one.

    A source term inside a longer one that is rendered has its rendering there.
    """
    for one in source:
        if one.concept is not hit.concept or one.term.process is ProcessStatus.CANDIDATE:
            continue
        if not any(_longer(other, one) and id(other.concept) in rendered for other in source):
            return one
    return None


def _allowed(hit: Occurrence, source: Sequence[Occurrence], target: Sequence[Occurrence]) -> bool:
    """Say whether a refused term is there as, or within, a term that may stand there."""
    for other in target:
        if not other.term.usable:
            continue
        if _longer(other, hit):
            return True
        if not _within(hit, other) or (other.inflected and not hit.inflected):
            continue
        if other.concept is hit.concept or any(one.concept is other.concept for one in source):
            return True
    return False


def _within(one: Occurrence, other: Occurrence) -> bool:
    return other.start <= one.start and one.end <= other.end


def _longer(one: Occurrence, other: Occurrence) -> bool:
    return _within(other, one) and one.end - one.start > other.end - other.start
