"""A text and its translation, one text alone, or a bilingual file become findings with places."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from termbase.checking import RULES, Checker, Choice, Plan
from termbase.checking.reading import Reading
from termbase.errors import UnknownLanguageError
from termbase.model.bilingual import BilingualUnit
from termbase.model.concept import Concept, Glossary
from termbase.model.finding import Finding, Place, SegmentPair
from termbase.model.language import language_tag
from termbase.model.segment import Segment
from termbase.model.unit import TranslationUnit, Variant, plain_text
from termbase.terms.recognise import longest
from termbase.usecases.align_documents import AlignedTexts, SegmentedText
from termbase.usecases.join_units import joined_text
from termbase.usecases.unit_pairs import codes_of, pairs_between, unit_pairs

_IGNORE = re.compile(
    r"termbase:\s*ignore\b\s*(?P<rules>(?:T\d{3}[\s,]*)*)(?:[-–—:(]\s*)?(?P<reason>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """What a finding would have changed.

    Attributes:
        path: The file.
        unit: Number of the unit in a bilingual file, whose target is meant; None in a text.
        start, end: Offsets in the file's text, or in the target of the unit.
        new: What shall stand there.
    """

    path: str
    unit: int | None
    start: int
    end: int
    new: str


@dataclass(slots=True)
class CheckReport:
    """What a check found, and how much it read.

    Attributes:
        segments: Pairs read.
        terms: Terms of the glossary met in the sources.
        inflected: What stands in the translations in another form and was accepted, each with its
            place, its form there and its form in the glossary.
        unchecked: What the file calls languages and nobody knows; their texts were passed over.
        ignored: How many findings the project, or a note in the file, says are right.
        unexplained: Where a note asks to ignore something and gives no reason; it is not obeyed.
        edits: What may safely be changed, in the order of the findings.
        units: The units of bilingual files that have findings, by path and number.
    """

    findings: list[Finding] = field(default_factory=list)
    segments: int = 0
    terms: int = 0
    inflected: list[tuple[Place, str, str]] = field(default_factory=list)
    unchecked: set[str] = field(default_factory=set)
    ignored: int = 0
    unexplained: list[Place] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    units: dict[tuple[str, int], BilingualUnit] = field(default_factory=dict)

    def add(self, other: CheckReport) -> None:
        """Take in what another check found."""
        self.findings += other.findings
        self.segments += other.segments
        self.terms += other.terms
        self.inflected += other.inflected
        self.unchecked |= other.unchecked
        self.ignored += other.ignored
        self.unexplained += other.unexplained
        self.edits += other.edits
        self.units |= other.units


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a check goes by.

    Attributes:
        concepts: What the term rules go by; may be empty.
        plan: What the project says.
        presets, only: What the user asks for; see `Plan.choice`.
        tell: Told how many segments have been read.
        memory: Returns the units that say which term is usual; asked only where a rule goes by it.
    """

    concepts: Sequence[Concept] = ()
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


def check_texts(aligned: AlignedTexts, wishes: Wishes) -> CheckReport:
    """Check each translation of a text."""
    report = CheckReport()
    for target, beads in zip(aligned.targets, aligned.beads, strict=True):
        languages = (aligned.source.language, target.language)
        course = _Course(target.path, languages, wishes, report, text=target.text)
        for bead in beads:
            if bead.source and bead.target:
                course.take(_pair(aligned.source, target, bead.source, bead.target))
        course.finish()
    return report


def check_text(text: SegmentedText, wishes: Wishes) -> CheckReport:
    """Check one text by itself: refused terms, and names and terms spelt in several ways."""
    report = CheckReport()
    course = _Course(
        text.path, (text.language, text.language), wishes, report, text=text.text, more=ALONE
    )
    for segment in text.segments:
        if segment.content:
            course.take(PlacedPair(SegmentPair("", segment.content), (segment,)))
    course.finish()
    return report


ALONE = ("T106",)
"""Rules that are on besides the usual ones where a text is checked by itself."""


def check_units(
    path: str,
    units: Iterable[TranslationUnit],
    source: str,
    targets: Sequence[str],
    wishes: Wishes,
) -> CheckReport:
    """Check the units of a bilingual file, in each target language that they have.

    Units are read one by one and not kept.

    Args:
        path: As the user named it.
        units: Of the file.
        source: Language of the source texts.
        targets: Languages to check; all that the units have if empty.
        wishes: What to go by.
    """
    report = CheckReport()
    courses: dict[str, _Course] = {}
    for number, unit in enumerate(units, 1):
        said = (unit.notes, *(variant.notes for variant in unit.variants))
        notes = "\n".join(note.text for notes in said for note in notes)
        ignored, explained = _ignored(notes)
        if not explained:
            report.unexplained.append(Place(path, unit.line, unit=number))
        for language, pair in unit_pairs(unit, source, targets):
            try:
                tag = language_tag(language)
            except UnknownLanguageError:
                report.unchecked.add(language)
                continue
            if tag not in courses:
                courses[tag] = _Course(path, (source, tag), wishes, report)
            courses[tag].take(PlacedPair(pair, line=unit.line, unit=number, ignored=ignored))
    for course in courses.values():
        course.finish()
    report.findings.sort(key=lambda one: one.place.order if one.place else ())
    return report


def check_bilingual(
    path: str, units: Iterable[BilingualUnit], languages: tuple[str, str], wishes: Wishes
) -> CheckReport:
    """Check the units of a file that can be patched in place.

    Units are read one by one; those with findings are kept.

    Args:
        path: As the user named it.
        units: Of the file.
        languages: Of its sources and targets.
        wishes: What to go by.
    """
    report = CheckReport()
    course = _Course(path, languages, wishes, report)
    for number, unit in enumerate(units, 1):
        ignored, explained = _ignored("\n".join(unit.notes))
        if not explained:
            report.unexplained.append(Place(path, unit.line, unit=number))
        pair = SegmentPair(
            plain_text(unit.source_content),
            plain_text(unit.target_content),
            codes_of(unit.source_content),
            codes_of(unit.target_content),
            unit.longest,
        )
        course.take(PlacedPair(pair, (), unit.line, number, ignored, unit))
    course.finish()
    report.findings.sort(key=lambda one: one.place.order if one.place else ())
    return report


def rows_as_units(glossary: Glossary) -> Iterator[TranslationUnit]:
    """Yield the rows of a table as translation units, its first text of each language.

    In a table of two languages an empty cell is a translation that is missing.
    """
    spoken = dict.fromkeys(term.language for one in glossary.concepts for term in one.terms)
    for concept in glossary.concepts:
        first: dict[str, Variant] = {}
        for term in concept.terms:
            first.setdefault(term.language, Variant(term.language, (term.text,)))
        if len(spoken) == 2:
            first = {name: first.get(name) or Variant(name, ()) for name in spoken}
        line = concept.place.rpartition(":")[2]
        yield TranslationUnit(tuple(first.values()), line=int(line) if line.isdigit() else None)


class _Course:
    """One text or file under check in one language, pair by pair."""

    def __init__(
        self,
        path: str,
        languages: tuple[str, str],
        wishes: Wishes,
        report: CheckReport,
        *,
        text: str | None = None,
        more: tuple[str, ...] = (),
    ) -> None:
        self._path = path
        self._wishes = wishes
        self._report = report
        self._text = text or ""
        self._starts = _line_starts(text) if text is not None else []
        choice = wishes.choice(languages[1], more)
        self._checker = Checker(wishes.concepts, *languages, choice)
        if wishes.memory and wishes.concepts and "T106" in choice.severities:
            self._checker.learn(pairs_between(wishes.memory(), *languages))
        self._pairs: list[PlacedPair] = []
        self._lines = array("q")
        self._units = array("q")
        self._ignored: dict[int, frozenset[str]] = {}
        self._count = 0

    def take(self, placed: PlacedPair) -> None:
        """Check the next pair."""
        number = self._count
        self._count += 1
        self._remember(number, placed)
        reading = self._checker.read(placed.pair, number)
        self._measure(reading, placed)
        self._report_all(self._checker.check(reading), placed)
        if self._wishes.tell:
            self._wishes.tell(self._report.segments)

    def finish(self) -> None:
        """Take in what only the whole shows."""
        for finding in self._checker.finish():
            known = self._pairs[finding.pair] if self._pairs else None
            self._report_all([finding], known)

    def _remember(self, number: int, placed: PlacedPair) -> None:
        """Keep where a pair stands: the segments of a text, two numbers of a unit."""
        if placed.segments:
            self._pairs.append(placed)
            return
        self._lines.append(placed.line or 0)
        self._units.append(placed.unit or 0)
        if placed.ignored:
            self._ignored[number] = placed.ignored

    def _report_all(self, findings: list[Finding], placed: PlacedPair | None) -> None:
        for finding in findings:
            at = finding.target_span[0] if finding.target_span else 0
            found = replace(finding, place=self._place(finding.pair, at))
            aside = self._ignored.get(finding.pair, frozenset())
            if finding.rule in aside or self._wishes.plan.ignored(found):
                self._report.ignored += 1
                continue
            self._report.findings.append(found)
            if placed is None:
                continue
            if placed.record and placed.unit:
                self._report.units[self._path, placed.unit] = placed.record
            if found.replacement is not None and found.target_span:
                self._report.edits += self._edit(found, placed)

    def _edit(self, finding: Finding, placed: PlacedPair) -> Iterator[Edit]:
        """Yield what would mend a finding, where its words stand in the file as they do here."""
        start, end = finding.target_span or (0, 0)
        new = finding.replacement or ""
        if placed.segments:
            first = placed.origin(start)
            last = placed.origin(end - 1) + 1 if end > start else first
            if self._text[first:last] == finding.target[start:end]:
                yield Edit(self._path, None, first, last, new)
        elif placed.record and placed.record.target == finding.target:
            yield Edit(self._path, placed.unit, start, end, new)

    def _place(self, number: int, at: int) -> Place:
        """Return the place of an offset in the target of a pair."""
        if not self._pairs:
            return Place(self._path, self._lines[number] or None, unit=self._units[number] or None)
        offset = self._pairs[number].origin(at)
        line = bisect_right(self._starts, offset)
        return Place(self._path, line, offset - self._starts[line - 1] + 1)

    def _measure(self, reading: Reading, placed: PlacedPair) -> None:
        """Count what is read, and take in what stands there in another form and is right."""
        self._report.segments += 1
        met = [one for one in longest(reading.source_terms) if one.term.enforced]
        self._report.terms += len({(one.start, one.end) for one in met})
        wanted = {id(one.concept) for one in met}
        if not wanted:
            return
        for one in longest(reading.target_terms):
            if one.inflected and id(one.concept) in wanted:
                place = self._place(reading.number, one.start)
                form = placed.pair.target[one.start : one.end]
                self._report.inflected.append((place, form, one.term.text))


def _ignored(notes: str) -> tuple[frozenset[str], bool]:
    """Return the rules that notes put aside, and whether all that ask for it give a reason.

    >>> _ignored("termbase: ignore T201 — the client counts otherwise")
    (frozenset({'T201'}), True)
    """
    found: set[str] = set()
    explained = True
    for line in notes.splitlines() if "ermbase" in notes else ():
        match = _IGNORE.search(line)
        if not match:
            continue
        if not match["reason"].strip():
            explained = False
            continue
        found.update(re.findall(r"T\d{3}", match["rules"].upper()) or RULES)
    return frozenset(found), explained


def _pair(
    source: SegmentedText,
    target: SegmentedText,
    source_numbers: Sequence[int],
    target_numbers: Sequence[int],
) -> PlacedPair:
    sources = [source.segments[one] for one in source_numbers]
    targets = [target.segments[one] for one in target_numbers]
    return PlacedPair(
        SegmentPair(joined_text(sources, source.language), joined_text(targets, target.language)),
        tuple(targets),
    )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts += [at + 1 for at, sign in enumerate(text) if sign == "\n"]
    return starts
