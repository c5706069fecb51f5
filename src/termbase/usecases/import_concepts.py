"""A glossary file becomes concepts of a glossary: what is new comes in, what adds to ours joins it.

A concept of the file means one of ours if it has its id, or if they share terms and nothing tells
them apart. Where they contradict each other somebody decides; nothing is ever overwritten unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, pairwise, takewhile
from typing import NamedTuple

from termbase.model.change import Edit, Stamp
from termbase.model.concept import AdministrativeStatus, Concept, Term
from termbase.model.language import language_tag
from termbase.model.repair import Repair
from termbase.ports.files import Files
from termbase.ports.terms import ChangeStore, TermStore
from termbase.terms.merge import add_undisputed, merge, same_idea, take_over
from termbase.text.normalise import fold
from termbase.usecases.import_files import Fate, ImportReport, name_of
from termbase.usecases.open_glossary import OpenGlossary, open_glossary, save

KEEP_OURS, TAKE_THEIRS, KEEP_BOTH = "keep-ours", "take-theirs", "keep-both"
_MOST_DIGITS = 10
"""A longer number counts no rows."""
Decide = Callable[[Concept, Concept, tuple[str, ...]], str]
"""Takes our concept, theirs, and what they contradict each other in; returns a way out."""


class Ledger(NamedTuple):
    """Where changes are kept, and whose they are."""

    changes: ChangeStore
    stamp: Stamp


def import_concepts(  # noqa: PLR0913, each is a thing that a caller knows
    path: str,
    files: Files,
    terms: TermStore,
    *,
    into: str = "",
    source: str | None = None,
    target: str | None = None,
    columns: str | None = None,
    decide: Decide,
    ledger: Ledger | None = None,
    glossary: OpenGlossary | None = None,
) -> ImportReport:
    """Read a glossary file into a glossary; call it inside of one transaction.

    Args:
        path: The file.
        files: Reads it.
        terms: The base.
        into: Name of the glossary; that of the file without its ending if empty.
        source, target: Languages, where the file does not say them.
        columns: What the columns of a table are, where it does not say that: ``fr=2,en=Anglais``.
        decide: Asked for each concept that means one of ours and contradicts it.
        ledger: Keeps what was done to a glossary that had concepts; None keeps nothing.
        glossary: Where to, if it is open already, such as one built from tables.
    """
    report = ImportReport(path, "concepts", into or name_of(path))
    read = files.read_glossary(
        path, source=source, target=target, columns=columns, report=report.repairs.append
    )
    there = glossary or open_glossary(report.name, terms, files, None)
    merging = _Merging(there.concepts, read.concepts, decide, report)
    for concept in read.concepts:
        merging.take(concept)
    known = bool(there.concepts)
    save(
        there,
        merging.edits(),
        "import",
        ledger.stamp if ledger else Stamp("", ""),
        terms=terms,
        changes=ledger.changes if ledger and known else None,
        files=files,
        about=replace(read, concepts=()),
        path=path,
    )
    return report


class _Merging:
    """The concepts of a glossary while those of a file come to them."""

    def __init__(
        self,
        ours: Mapping[str, Concept],
        theirs: Sequence[Concept],
        decide: Decide,
        report: ImportReport,
    ) -> None:
        self._before = dict(ours)
        self._known = dict(ours)
        self._theirs = {one.id for one in theirs}
        self._numbering = _numbering(theirs)
        self._named = {link.target for one in theirs for link in one.relations}
        self._taken = set(ours) | self._theirs
        self._decide = decide
        self._report = report
        self._said: dict[tuple[tuple[str, str], ...], Concept] = {}
        self._with_word: dict[tuple[str, str], list[str]] = {}
        for one in ours.values():
            for word in _words(one):
                self._with_word.setdefault(word, []).append(one.id)

    def edits(self) -> list[Edit]:
        """Return what becomes of the glossary, in the order in which it came."""
        return [
            Edit(self._before.get(name), concept)
            for name, concept in self._known.items()
            if self._before.get(name) != concept
        ]

    def take(self, concept: Concept) -> None:
        """Let a concept of the file come in, join ours, or be settled; and count it."""
        again = self._is_said_again(concept)
        ours = None if again else self._ours(concept)
        if again:
            self._tell("equal", concept)
        elif ours is None:
            self._put(concept, concept, "new")
        elif _same(ours, concept):
            self._tell("equal", concept)
        else:
            whole, against = _joined(ours, concept)
            if against:
                self._settle(ours, concept, against)
            elif whole == ours:
                self._tell("equal", concept)
            else:
                self._put(whole, concept, "changed")

    def _is_said_again(self, concept: Concept) -> bool:
        """Say whether the file has the same concept above, which is kept once; and tell it.

        One that a relation of the file names is kept, and one that the glossary has already.
        """
        texts = tuple((one.language, one.text) for one in concept.terms)
        first = self._said.setdefault(texts, concept)
        kept = first is concept or concept.id in self._known or concept.id in self._named
        if kept or not _same(self._unnumbered(first), self._unnumbered(concept)):
            return False
        path, _, line = concept.place.rpartition(":")
        problem = f"{_called(concept)} stands there again, as in {first.place or first.id}"
        repair = Repair(path or self._report.path, int(line or 0) or None, problem, "kept once")
        self._report.repairs.append(repair)
        return True

    def _unnumbered(self, concept: Concept) -> Concept:
        """Return a concept without what numbers the rows of its table."""
        extras = (
            one
            for one in concept.extras
            if one.element != "column" or one.type not in self._numbering
        )
        return replace(concept, extras=tuple(extras))

    def _ours(self, concept: Concept) -> Concept | None:
        """Return the concept of ours that one of the file means."""
        if concept.id in self._known:
            return self._known[concept.id]
        names = (name for word in _words(concept) for name in self._with_word.get(word, ()))
        alike = [
            self._before[name]
            for name in dict.fromkeys(names)
            if name not in self._theirs and same_idea(self._before[name], concept)
        ]
        alike.sort(key=lambda one: -len(_words(one) & _words(concept)))
        return self._known[alike[0].id] if alike else None

    def _settle(self, ours: Concept, theirs: Concept, against: tuple[str, ...]) -> None:
        way = self._decide(ours, theirs, against)
        self._report.conflicts.append(theirs.id)
        self._report.fates.append(Fate("conflict", theirs.id, theirs.place, "; ".join(against)))
        if way == TAKE_THEIRS:
            taken = take_over(ours, theirs)
            self._put(taken, theirs, "equal" if taken == ours else "changed")
        if way == KEEP_OURS:
            kept = add_undisputed(ours, theirs, against)
            if kept != ours:
                self._put(kept, theirs, "changed")
        if way != KEEP_BOTH:
            return
        beside = (self._known[name] for name in takewhile(self._known.__contains__, _names(theirs)))
        if any(_same(replace(one, id=theirs.id), theirs) for one in beside):
            self._tell("equal", theirs)
            return
        free = theirs.id if theirs.id not in self._known else next(self._free(theirs))
        self._put(replace(theirs, id=free), theirs, "new")

    def _free(self, concept: Concept) -> Iterator[str]:
        return (name for name in _names(concept) if name not in self._taken)

    def _put(self, concept: Concept, theirs: Concept, fate: str) -> None:
        self._known[concept.id] = concept
        self._taken.add(concept.id)
        self._tell(fate, theirs)

    def _tell(self, fate: str, concept: Concept) -> None:
        setattr(self._report, fate, getattr(self._report, fate) + 1)
        if fate != "equal":
            self._report.fates.append(Fate(fate, concept.id, concept.place))


def _joined(ours: Concept, theirs: Concept) -> tuple[Concept, tuple[str, ...]]:
    """Return both as one, and what they contradict each other in: other words too."""
    whole, against = merge(ours, theirs)
    apart = _apart(ours, theirs)
    more = (one for one in against if one.split(" ", 1)[0] not in apart)
    return whole, (*apart.values(), *more)


def _apart(ours: Concept, theirs: Concept) -> dict[str, str]:
    """Return the languages in which both have terms and share none, each as a line for people."""
    mine, other = _by_language(ours), _by_language(theirs)
    both = [one for one in other if one in mine]
    shared = _words(ours) & _words(theirs)
    found = {
        language: f"{_listed(other[language], 'theirs')} / {_listed(mine[language], 'ours')}"
        for language in both
        if not any(language == spoken for spoken, _ in shared)
    }
    if not shared and not both:
        found = {one: _listed(other[one], "theirs") for one in other}
    return {language: f"{language} {said}" for language, said in found.items()}


def _called(concept: Concept) -> str:
    return " / ".join(f"«{one.text}»" for one in concept.terms[:2])


def _listed(terms: list[Term], whose: str) -> str:
    preferred = any(one.status is AdministrativeStatus.PREFERRED for one in terms)
    said = " ".join(f"«{one.text}»" for one in terms)
    return f"{said} ({whose}, preferred)" if preferred and whose == "ours" else f"{said} ({whose})"


def _by_language(concept: Concept) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in concept.terms:
        found.setdefault(language_tag(term.language), []).append(term)
    return found


def _words(concept: Concept) -> set[tuple[str, str]]:
    return {(language_tag(one.language), fold(one.text)) for one in concept.terms}


def _same(one: Concept, other: Concept) -> bool:
    """Say whether two concepts say the same, wherever their files have them."""
    return replace(one, id="x", place="") == replace(other, id="x", place="")


def _numbering(concepts: Sequence[Concept]) -> set[str]:
    """Return the columns of a table that number its rows; one of pages or years is none."""
    cells: dict[str, list[str]] = {}
    for one in concepts:
        for extra in one.extras:
            if extra.element == "column":
                cells.setdefault(extra.type, []).append(extra.value.strip())
    everywhere = (name for name, values in cells.items() if len(values) == len(concepts))
    return {name for name in everywhere if _are_in_order(cells[name])}


def _are_in_order(values: Sequence[str]) -> bool:
    """Say whether each number is one more than the number before it."""
    if not all(one.isdecimal() and len(one) < _MOST_DIGITS for one in values):
        return False
    return all(int(other) == int(one) + 1 for one, other in pairwise(values))


def _names(concept: Concept) -> Iterator[str]:
    """Yield the names that concepts kept beside one of that id have."""
    return (f"{concept.id}-{number}" for number in count(2))
