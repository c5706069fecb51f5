"""What a check goes by, what it reads, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from termbase.checking import Choice, KnownTerms, Plan
from termbase.model.bilingual import BilingualUnit
from termbase.model.finding import Finding, Place, SegmentPair
from termbase.model.repair import Repair
from termbase.model.segment import Segment
from termbase.model.unit import TranslationUnit


@dataclass(frozen=True, slots=True)
class Edit:
    """What a finding would have changed.

    Attributes:
        path: The file.
        unit: Number of the unit in a bilingual file, whose target is meant; None in a text.
        start, end: Offsets in the file's text, or in the target of the unit.
        new: What shall stand there.
        finding: What it mends; edits that change the same are equal, whatever found it.
    """

    path: str
    unit: int | None
    start: int
    end: int
    new: str
    finding: Finding = field(compare=False)


@dataclass(slots=True)
class CheckReport:
    """What a check found, and how much it read.

    Attributes:
        files: What was checked; what lies in a folder in other languages was not.
        segments: Pairs read.
        terms: Terms of the glossary met in the sources.
        inflected: What stands in the translations in another form and was accepted, each with its
            place, its form there and its form in the glossary.
        unchecked: What the file calls languages and nobody knows; their texts were passed over.
        ignored: How many findings the project, or a note in the file, says are right.
        unexplained: Where a note asks to ignore something and gives no reason; it is not obeyed.
        edits: What may safely be changed, in the order of the findings.
        units: The units of bilingual files that have findings, by path and number.
        unread: What of the files is in no unit, so that it was not checked.
        refused: Why files could not be read; the others were checked.
        unfinished: How many translations a file calls fuzzy; they are not checked.
        without: Languages of sources that units of a file have not; there is nothing to compare.
        alone: Whether every unit of a file has one text only, as in a file of one language.
    """

    findings: list[Finding] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    segments: int = 0
    terms: int = 0
    inflected: list[tuple[Place, str, str]] = field(default_factory=list)
    unchecked: set[str] = field(default_factory=set)
    ignored: int = 0
    unexplained: list[Place] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    units: dict[tuple[str, int], BilingualUnit] = field(default_factory=dict)
    unread: list[Repair] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unfinished: int = 0
    without: set[str] = field(default_factory=set)
    alone: bool = False

    def add(self, other: CheckReport) -> None:
        """Take in what another check found."""
        self.findings += other.findings
        self.files |= other.files
        self.segments += other.segments
        self.terms += other.terms
        self.inflected += other.inflected
        self.unchecked |= other.unchecked
        self.ignored += other.ignored
        self.unexplained += other.unexplained
        self.edits += other.edits
        self.units |= other.units
        self.unread += other.unread
        self.refused += other.refused
        self.unfinished += other.unfinished
        self.without |= other.without
        self.alone |= other.alone


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a check goes by.

    Attributes:
        terms: What the term rules go by.
        plan: What the project says.
        presets, only: What the user asks for; see `Plan.choice`.
        tell: Told how many segments have been read.
        memory: Returns the units that say which term is usual; asked only where a rule goes by it.
    """

    terms: KnownTerms = field(default_factory=KnownTerms)
    plan: Plan = field(default_factory=Plan)
    presets: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None
    tell: Callable[[int], None] | None = None
    memory: Callable[[], Iterable[TranslationUnit]] | None = None

    def choice(self, language: str, more: tuple[str, ...] = ()) -> Choice:
        """Return the rules to follow in a language."""
        return self.plan.choice(language, presets=self.presets, only=self.only, more=more)


@dataclass(frozen=True, slots=True)
class PlacedPair:
    """A pair of segments that knows where its target stands.

    Attributes:
        segments: Of the target, where it is a text; empty for a bilingual file.
        line: Of the pair in a bilingual file, from 1; None where its format does not say.
        unit: Its number there, from 1; None where it comes from texts.
        ignored: Ids of the rules that a note at the unit puts aside.
        record: The unit itself, where its file can be patched.
    """

    pair: SegmentPair
    segments: tuple[Segment, ...] = ()
    line: int | None = None
    unit: int | None = None
    ignored: frozenset[str] = frozenset()
    record: BilingualUnit | None = None

    def origin(self, at: int) -> int:
        """Return the offset in the file of an offset in the target."""
        parts = sum(len(one.content) for one in self.segments)
        glue = (len(self.pair.target) - parts) // max(1, len(self.segments) - 1)
        for one in self.segments[:-1]:
            if at < len(one.content) + glue:
                return one.origin(at)
            at -= len(one.content) + glue
        return self.segments[-1].origin(at)
