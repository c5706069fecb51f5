"""A text and its translation, or a bilingual file, become findings with their places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from termbase.checking import Checker
from termbase.errors import UnknownLanguageError
from termbase.model.concept import Concept
from termbase.model.finding import Finding, Place, SegmentPair
from termbase.model.language import language_tag, primary, speaks
from termbase.model.segment import Segment
from termbase.model.unit import TranslationUnit
from termbase.terms.recognise import Recogniser
from termbase.usecases.align_documents import AlignedTexts, SegmentedText
from termbase.usecases.join_units import joined_text


@dataclass(slots=True)
class CheckReport:
    """What a check found, and how much it read.

    Attributes:
        segments: Pairs read.
        terms: Terms of the glossary met in the sources.
        inflected: What stands in the translations in another form and was accepted, each with its
            place, its form there and its form in the glossary.
        unchecked: What the file calls languages and nobody knows; their texts were passed over.
    """

    findings: list[Finding] = field(default_factory=list)
    segments: int = 0
    terms: int = 0
    inflected: list[tuple[Place, str, str]] = field(default_factory=list)
    unchecked: set[str] = field(default_factory=set)

    def add(self, other: CheckReport) -> None:
        """Take in what another check found."""
        self.findings += other.findings
        self.segments += other.segments
        self.terms += other.terms
        self.inflected += other.inflected
        self.unchecked |= other.unchecked


@dataclass(frozen=True, slots=True)
class PlacedPair:
    """A pair of segments that knows where its target stands.

    Attributes:
        segments: Of the target, where it is a text; empty for a bilingual file.
        line: Of the pair in a bilingual file, from 1; None where its format does not say.
        unit: Its number there, from 1; None where it comes from texts.
    """

    pair: SegmentPair
    segments: tuple[Segment, ...] = ()
    line: int | None = None
    unit: int | None = None

    def origin(self, at: int) -> int:
        """Return the offset in the file of an offset in the target."""
        parts = sum(len(one.content) for one in self.segments)
        glue = (len(self.pair.target) - parts) // max(1, len(self.segments) - 1)
        for one in self.segments[:-1]:
            if at < len(one.content) + glue:
                return one.origin(at)
            at -= len(one.content) + glue
        return self.segments[-1].origin(at)


def check_texts(
    aligned: AlignedTexts, concepts: Sequence[Concept], rules: Collection[str] | None = None
) -> CheckReport:
    """Check each translation of a text."""
    report = CheckReport()
    for target, beads in zip(aligned.targets, aligned.beads, strict=True):
        pairs = [
            _pair(aligned.source, target, bead.source, bead.target)
            for bead in beads
            if bead.source and bead.target
        ]
        languages = (aligned.source.language, target.language)
        _check(pairs, target.path, _line_starts(target.text), languages, concepts, rules, report)
    return report


def check_units(
    path: str,
    units: Iterable[TranslationUnit],
    source: str,
    targets: Sequence[str],
    concepts: Sequence[Concept],
    rules: Collection[str] | None = None,
) -> CheckReport:
    """Check the units of a bilingual file, in each target language that they have.

    Args:
        path: As the user named it.
        units: Of the file.
        source: Language of the source texts.
        targets: Languages to check; all that the units have if empty.
        concepts: What the term rules go by.
        rules: Ids of the rules to follow; those on by default where None.
    """
    report = CheckReport()
    checkers: dict[str, list[PlacedPair]] = {}
    for number, unit in enumerate(units, 1):
        for language, pair in _unit_pairs(unit, source, targets):
            placed = PlacedPair(pair, line=unit.line, unit=number)
            try:
                checkers.setdefault(language_tag(language), []).append(placed)
            except UnknownLanguageError:
                report.unchecked.add(language)
    for language, pairs in checkers.items():
        _check(pairs, path, [0], (source, language), concepts, rules, report)
    report.findings.sort(key=lambda one: one.place.order if one.place else ())
    return report


def _unit_pairs(
    unit: TranslationUnit, source: str, targets: Sequence[str]
) -> Iterator[tuple[str, SegmentPair]]:
    asked = unit.variant(source)
    if asked is None:
        return
    for variant in unit.variants:
        if variant is asked or speaks(variant.language, primary(source)):
            continue
        if not targets or any(speaks(variant.language, one) for one in targets):
            yield variant.language, SegmentPair(asked.text, variant.text)


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


def _check(
    pairs: Sequence[PlacedPair],
    path: str,
    starts: list[int],
    languages: tuple[str, str],
    concepts: Sequence[Concept],
    rules: Collection[str] | None,
    report: CheckReport,
) -> None:
    checker = Checker(concepts, *languages, rules=rules)
    known = [Recogniser(concepts, language) for language in languages]
    for number, placed in enumerate(pairs):
        report.segments += 1
        met = [one for one in known[0].recognise(placed.pair.source) if one.term.enforced]
        report.terms += len({(one.start, one.end) for one in met})
        wanted = {one.concept.id for one in met}
        for one in known[1].recognise(placed.pair.target):
            if one.inflected and one.concept.id in wanted:
                place = _place(placed, one.start, path, starts)
                form = placed.pair.target[one.start : one.end]
                report.inflected.append((place, form, one.term.text))
        for finding in checker.check(placed.pair, number):
            at = finding.target_span[0] if finding.target_span else 0
            place = _place(placed, at, path, starts)
            report.findings.append(replace(finding, place=place))


def _place(placed: PlacedPair, at: int, path: str, starts: list[int]) -> Place:
    """Return the place of an offset in the target of a pair."""
    if not placed.segments:
        return Place(path, placed.line, unit=placed.unit)
    offset = placed.origin(at)
    line = bisect_right(starts, offset)
    return Place(path, line, offset - starts[line - 1] + 1)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts += [at + 1 for at, sign in enumerate(text) if sign == "\n"]
    return starts
