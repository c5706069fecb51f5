"""One text or file under check in one language, pair by pair → findings with places and edits."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from termbase.checking import Checker
from termbase.checking.quotations import FARTHEST
from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Place
from termbase.terms.longest import longest
from termbase.usecases.check_report import CheckReport, Edit, PlacedPair, Wishes
from termbase.usecases.code_offsets import span_among_codes
from termbase.usecases.line_ends import line_starts
from termbase.usecases.unit_pairs import pairs_between


class Course:
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
        self._starts = line_starts(text) if text is not None else []
        choice = wishes.choice(languages[1], more)
        self._checker = Checker(wishes.terms, *languages, choice)
        memory = wishes.memory
        if memory and "T106" in choice.severities and wishes.terms:
            self._checker.learn(lambda: pairs_between(memory(), *languages))
        self._pairs: list[PlacedPair] = []
        self._lines = array("q")
        self._units = array("q")
        self._ignored: dict[int, frozenset[str]] = {}
        self._recent: dict[int, PlacedPair] = {}
        self._count = 0

    def take(self, placed: PlacedPair) -> None:
        """Check the next pair."""
        number = self._count
        self._count += 1
        self._remember(number, placed)
        reading = self._checker.read(placed.pair, number)
        self._measure(reading, placed)
        self._recent.pop(number - FARTHEST - 2, None)
        self._recent[number] = placed
        self._report_all(self._checker.check(reading))
        if self._wishes.tell:
            self._wishes.tell(self._report.segments)

    def finish(self) -> None:
        """Take in what only the whole shows."""
        self._report_all(self._checker.finish())

    def _remember(self, number: int, placed: PlacedPair) -> None:
        """Keep where a pair stands: the segments of a text, two numbers of a unit."""
        if placed.segments:
            self._pairs.append(placed)
            return
        self._lines.append(placed.line or 0)
        self._units.append(placed.unit or 0)
        if placed.ignored:
            self._ignored[number] = placed.ignored

    def _known(self, number: int) -> PlacedPair | None:
        """Return a pair of a text, or one of the last ones of a bilingual file."""
        return self._pairs[number] if self._pairs else self._recent.get(number)

    def _report_all(self, findings: list[Finding]) -> None:
        for finding in findings:
            placed = self._known(finding.pair)
            found = replace(
                finding, place=self._place(finding.pair, *finding.target_span or (0, 0))
            )
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
                yield Edit(self._path, None, first, last, new, finding)
        elif placed.record and (
            span := span_among_codes(placed.record, finding.target, start, end)
        ):
            yield Edit(self._path, placed.unit, *span, new, finding)

    def _place(self, number: int, start: int, end: int) -> Place:
        """Return the place of a span in the target of a pair."""
        if not self._pairs:
            return Place(self._path, self._lines[number] or None, unit=self._units[number] or None)
        placed = self._pairs[number]
        line, column = self._spot(placed.origin(start))
        if end <= start:
            return Place(self._path, line, column)
        last, before = self._spot(placed.origin(end - 1))
        return Place(self._path, line, column, end_line=last, end_column=before + 1)

    def _spot(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset in the file."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

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
                place = self._place(reading.number, one.start, one.end)
                form = placed.pair.target[one.start : one.end]
                self._report.inflected.append((place, form, one.term.text))
