"""Concepts and terms: one idea, and the words for it in each language, as TBX draws them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from termbase.model.language import language_tag, speaks
from termbase.model.unit import Attributes, Content


class AdministrativeStatus(Enum):
    """How a term may be used, in the words of TBX; a term may also have none."""

    PREFERRED = "preferredTerm-admn-sts"
    ADMITTED = "admittedTerm-admn-sts"
    DEPRECATED = "deprecatedTerm-admn-sts"
    SUPERSEDED = "supersededTerm-admn-sts"

    @property
    def word(self) -> str:
        """The short word of tables and options, such as ``preferred``."""
        return self.name.lower()


BANNED = (AdministrativeStatus.DEPRECATED, AdministrativeStatus.SUPERSEDED)
"""A term of these is not to be used."""


class ProcessStatus(Enum):
    """How far the work on a term has come; candidates are never enforced."""

    CANDIDATE = "candidate"
    PROVISIONAL = "provisional"
    FINALIZED = "finalized"


class Scope(Enum):
    """Where a forbidden term is forbidden."""

    BILINGUAL = "bilingual"
    """Only opposite its concept's source term."""
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class DataCategory:
    """What a reader met and has no attribute for; kept, and written back where a format can.

    Attributes:
        element: Name of the TBX element, such as ``descrip`` or ``admin``; ``group`` for what stood
            beside a value that has an attribute of ours, such as the source of a context;
            ``column`` for a column of a table.
        type: Its ``type``, such as ``projectSubset``; the name of a column.
        value: Its text.
        target: What it points to; may be empty.
        attributes: The other XML attributes as written, such as ``id`` and ``xml:lang``.
        companions: What shares its group: sources, notes, dates.
        markup: Its text with inline elements in place; empty where there are none.
    """

    element: str
    type: str
    value: str
    target: str = ""
    attributes: Attributes = ()
    companions: tuple[DataCategory, ...] = ()
    markup: Content = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A pointer to another concept.

    Attributes:
        kind: ``broader``, ``narrower``, ``related``, ``see``, …
        target: The id of the other concept.
        text: What the source writes there for people; may be empty.
    """

    kind: str
    target: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase for a concept, in one language; texts are empty where unknown.

    Attributes:
        text: As it stands in running text, such as ``État de l'Union``.
        language: As written, such as ``fr`` or ``fr_CA``; it must name a language.
        status: How it may be used; None where nobody said: such a term is never enforced.
        forbidden: Where using it is a mistake; only for deprecated and superseded terms.
        process: How far the work on it has come; None where nobody said.
        match: ``inflected`` (default), ``exact``, ``stem`` or ``regex``.
        case: ``auto`` (default: capitals and up to 3 letters exact), ``exact`` or ``any``.
        source: Where it was found.
        extras: What a reader met and has no attribute for.
        id: What other entries point to; may be empty.
    """

    text: str
    language: str
    status: AdministrativeStatus | None = None
    forbidden: Scope | None = None
    process: ProcessStatus | None = None
    part_of_speech: str = ""
    gender: str = ""
    number: str = ""
    type: str = ""
    match: str = "inflected"
    case: str = "auto"
    customer: str = ""
    project: str = ""
    region: str = ""
    context: str = ""
    note: str = ""
    source: str = ""
    reliability: str = ""
    extras: tuple[DataCategory, ...] = ()
    id: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a term needs a text")
        language_tag(self.language)
        if self.forbidden and self.usable:
            raise ValueError(f"only a deprecated or superseded term can be forbidden: {self.text}")

    @property
    def usable(self) -> bool:
        """Whether a translator may use it: it is neither deprecated nor superseded."""
        return self.status not in BANNED

    @property
    def enforced(self) -> bool:
        """Whether a check may demand or refuse it: it has a status and is no candidate."""
        return self.status is not None and self.process is not ProcessStatus.CANDIDATE


@dataclass(frozen=True, slots=True)
class Definition:
    """What a concept means, said in one language; an empty one where nobody said which.

    Attributes:
        attributes: As written, such as ``id``.
        companions: What shares its group, such as its source.
        markup: Its text with inline elements in place; empty where there are none.
    """

    language: str
    text: str
    attributes: Attributes = ()
    companions: tuple[DataCategory, ...] = ()
    markup: Content = ()


@dataclass(frozen=True, slots=True)
class LanguageSection:
    """What a source says of one language of a concept as a whole.

    Attributes:
        language: As the terms write it.
        extras: What stands above the terms.
        size: How many of the concept's terms in that language it holds, in their order; a source
            may have several sections of one language.
    """

    language: str
    size: int
    extras: tuple[DataCategory, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea with its terms in every language.

    Attributes:
        id: Stable within its glossary.
        terms: In the order of the source; at least one.
        place: Where the source of the glossary has it, as ``path:line``; may be empty.
        sections: Only where a source says something of a language as a whole, or splits one.
    """

    id: str
    terms: tuple[Term, ...]
    subject: str = ""
    definitions: tuple[Definition, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[str, ...] = ()
    extras: tuple[DataCategory, ...] = ()
    place: str = ""
    sections: tuple[LanguageSection, ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a concept needs an id")
        if not self.terms:
            raise ValueError(f"concept {self.id} has no term")

    def terms_in(self, language: str) -> tuple[Term, ...]:
        """Return its terms in a language, preferred first, then admitted, unset, deprecated."""
        return tuple(sorted((t for t in self.terms if speaks(t.language, language)), key=standing))


_ORDER = [
    AdministrativeStatus.PREFERRED,
    AdministrativeStatus.ADMITTED,
    None,
    AdministrativeStatus.SUPERSEDED,
    AdministrativeStatus.DEPRECATED,
]


def standing(term: Term) -> int:
    """Rank a term by its status: 0 for preferred, 4 for deprecated."""
    return _ORDER.index(term.status)


@dataclass(frozen=True, slots=True)
class Glossary:
    """A named set of concepts, as a file holds it.

    Attributes:
        title: What it says of itself; may be empty.
        dialect: The form it came in: ``TBX-Basic`` and its like, ``v2`` for TBX before 2019; empty
            where that says nothing.
        style: ``dca`` or ``dct``; empty where that says nothing.
        language: Of the text about the glossary; empty where nobody said.
        header, back: What a file says of itself before and after its concepts, as written.
    """

    concepts: tuple[Concept, ...]
    title: str = ""
    dialect: str = ""
    style: str = ""
    language: str = ""
    header: tuple[DataCategory, ...] = ()
    back: tuple[DataCategory, ...] = ()


def usable_terms(glossary: Glossary) -> Glossary:
    """Return a glossary with the terms alone that a translator may use, and no empty concept.

    >>> old = Term("télédétection spatiale", "fr", AdministrativeStatus.DEPRECATED)
    >>> concept = Concept("c1", (Term("télédétection", "fr"), old))
    >>> [term.text for one in usable_terms(Glossary((concept,))).concepts for term in one.terms]
    ['télédétection']
    """
    concepts = []
    for concept in glossary.concepts:
        kept = tuple(one for one in concept.terms if one.usable)
        if kept:
            same = len(kept) == len(concept.terms)
            sections = concept.sections if same else ()
            concepts.append(replace(concept, terms=kept, sections=sections))
    return replace(glossary, concepts=tuple(concepts))
