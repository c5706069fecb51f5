"""A text and its translation, one text alone, or a bilingual file become findings with places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from termbase.checking import RULES
from termbase.errors import UnknownLanguageError
from termbase.model.bilingual import BilingualUnit
from termbase.model.concept import Glossary
from termbase.model.finding import Place, SegmentPair
from termbase.model.language import language_tag, speaks
from termbase.model.unit import Note, TranslationUnit, Variant
from termbase.text.lazy_pattern import lazy_pattern
from termbase.usecases.align_documents import AlignedTexts, SegmentedText
from termbase.usecases.check_course import Course
from termbase.usecases.check_report import CheckReport, PlacedPair, Wishes
from termbase.usecases.plural_sources import plural_form, with_plural_sources, with_plural_variants
from termbase.usecases.stretches import joined_text
from termbase.usecases.unit_pairs import seen_by_id, unit_pairs

_BOTH = 2
_FUZZY = "fuzzy"
"""What a translation is called that its file takes for none, until somebody has gone over it."""
_IGNORE = lazy_pattern(
    r"termbase:\s*ignore\b\s*(?P<rules>(?:T\d{3}[\s,]*)*)(?:[-–—:(]\s*)?(?P<reason>.*)",
    re.IGNORECASE,
)


def check_texts(aligned: AlignedTexts, wishes: Wishes) -> CheckReport:
    """Check each translation of a text."""
    report = CheckReport()
    for target, beads in zip(aligned.targets, aligned.beads, strict=True):
        languages = (aligned.source.language, target.language)
        course = Course(target.path, languages, wishes, report, text=target.text)
        for bead in beads:
            if bead.source and bead.target:
                course.take(_pair(aligned.source, target, bead.source, bead.target))
        course.finish()
    return report


def check_text(text: SegmentedText, wishes: Wishes) -> CheckReport:
    """Check one text by itself: refused terms, and names and terms spelt in several ways."""
    report = CheckReport()
    course = Course(
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

    Units are read one by one and not kept. Those that are fuzzy are counted only.

    Args:
        path: As the user named it.
        units: Of the file.
        source: Language of the source texts.
        targets: Languages to check; all that the units have if empty.
        wishes: What to go by.
    """
    report = CheckReport()
    courses: dict[str, Course] = {}
    for number, unit in enumerate(with_plural_variants(units, source), 1):
        if _FUZZY in unit.values("x-flag"):
            report.unfinished += 1
            continue
        spoken = {one.language for one in unit.variants}
        ignored, explained = _ignored(_notes(unit, spoken))
        if not explained:
            report.unexplained.append(Place(path, unit.line, unit=number))
        if unit.variant(source) is None:
            report.without.add(source)
        report.alone = len(unit.variants) == 1 and (report.alone or number == 1)
        for language, pair in unit_pairs(unit, source, targets):
            try:
                tag = language_tag(language)
            except UnknownLanguageError:
                report.unchecked.add(language)
                continue
            if tag not in courses:
                courses[tag] = Course(path, (source, tag), wishes, report)
            both = {one for one in spoken if one == language or speaks(one, source)}
            aside = ignored and _ignored(_notes(unit, both))[0]
            courses[tag].take(PlacedPair(pair, line=unit.line, unit=number, ignored=aside))
    for course in courses.values():
        course.finish()
    report.findings.sort(key=lambda one: one.place.order if one.place else ())
    return report


def check_bilingual(
    path: str, units: Iterable[BilingualUnit], languages: tuple[str, str], wishes: Wishes
) -> CheckReport:
    """Check the units of a file that can be patched in place.

    Units are read one by one; those with findings are kept. Those that are fuzzy are counted only.

    Args:
        path: As the user named it.
        units: Of the file.
        languages: Of its sources and targets.
        wishes: What to go by.
    """
    report = CheckReport()
    course = Course(path, languages, wishes, report)
    for number, (unit, read) in enumerate(with_plural_sources(units, languages[1]), 1):
        if unit.state == _FUZZY:
            report.unfinished += 1
            continue
        ignored, explained = _ignored("\n".join(unit.notes))
        if not explained:
            report.unexplained.append(Place(path, unit.line, unit=number))
        (source, ours), (target, theirs) = seen_by_id(read)
        pair = SegmentPair(
            source,
            target,
            ours,
            theirs,
            unit.longest,
            plural_form(unit),
            unit.context,
        )
        course.take(PlacedPair(pair, (), unit.line, number, ignored, unit))
    course.finish()
    report.findings.sort(key=lambda one: one.place.order if one.place else ())
    return report


def with_missing(units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    """Yield the units of a file of two languages, each with both: a text it has not is empty."""
    every = list(units)
    spoken = dict.fromkeys(variant.language for unit in every for variant in unit.variants)
    for unit in every:
        if len(spoken) == _BOTH and len(unit.variants) == 1:
            own = unit.variants[0]
            missing = next(one for one in spoken if one != own.language)
            yield replace(unit, variants=(own, Variant(missing, ())))
        else:
            yield unit


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
        said = [*concept.notes, *(term.note for term in concept.terms if term.note)]
        yield TranslationUnit(
            tuple(first.values()),
            notes=tuple(map(Note, said)),
            line=int(line) if line.isdigit() else None,
        )


def _notes(unit: TranslationUnit, spoken: Collection[str]) -> str:
    """Return the notes of a unit and of its texts in some languages."""
    own = (one.notes for one in unit.variants if one.language in spoken)
    return "\n".join(note.text for note in chain(unit.notes, *own))


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
