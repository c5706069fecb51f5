"""Units into formats that hold one source and one target: which two they are, and what is unsaid.

The one fact to remember: units with more languages than the two that are wanted are refused unless
these are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.errors import InputError
from termbase.model.language import speaks, tag_or_written
from termbase.model.repair import Repair, Report
from termbase.model.unit import Property, TranslationUnit, Variant
from termbase.model.wishes import Wishes


class Pair:
    """The two languages that are written.

    Attributes:
        source, target: As written; the target is empty where no unit has a second language.
    """

    def __init__(self, kind: str, source: str, wishes: Wishes) -> None:
        self.source = wishes.source or ("" if source == "*all*" else source)
        self.target = wishes.target
        self._kind = kind
        self._named = bool(wishes.source and wishes.target)

    def peeked(self, units: Iterator[TranslationUnit]) -> list[TranslationUnit]:
        """Return the units up to the first that has both languages, and learn these from them."""
        first: list[TranslationUnit] = []
        while not (self.source and self.target):
            unit = next(units, None)
            if unit is None:
                break
            first.append(unit)
            self._learn([one.language for one in unit.variants])
        return first

    def _learn(self, spoken: list[str]) -> None:
        """Learn the languages from those of a unit; only where it has no other a region counts."""
        if not self.source:
            self.source = next(iter(spoken), "")
        if not self.target:
            others = [one for one in spoken if not speaks(one, self.source)]
            regions = [one for one in spoken if not _same(one, self.source)]
            self.target = next(iter(others or regions), "")

    def texts(self, unit: TranslationUnit) -> tuple[list[Variant], list[Variant]]:
        """Return the texts of a unit in the two languages.

        Raises:
            InputError: If it has a third, and nobody named the two that are wanted.
        """
        sources: list[Variant] = []
        targets: list[Variant] = []
        for one in unit.variants:
            side = self._side(one.language)
            if side is not None:
                (targets if side else sources).append(one)
            elif not self._named:
                raise self.refusal(one.language)
        return sources, targets

    def _side(self, language: str) -> bool | None:
        """Say whether a language is the target's; None where it is that of neither.

        Where both would do, as in a translation from English into that of Britain, it is the one
        that is written so.
        """
        ours, theirs = speaks(language, self.source), speaks(language, self.target)
        if ours and theirs:
            return _same(language, self.target) and not _same(language, self.source)
        return theirs if ours or theirs else None

    def refusal(self, *more: str) -> InputError:
        """Return the error that asks for two languages."""
        there = ", ".join(one for one in (self.source, self.target, *more) if one) or "none"
        return InputError(
            f"{self._kind} holds a source and a target, the units have {there}: name two "
            "(export --langs fr,en, convert -s fr -t en)"
        )


def _same(one: str, other: str) -> bool:
    return tag_or_written(one) == tag_or_written(other)


class Unsaid:
    """Counts what units say that a format has no place for.

    Args:
        kind: The name of the format.
        said: The types of the properties that it has a place for, and single properties.
        report: Takes what is left out.
    """

    def __init__(self, kind: str, said: Iterable[str | Property], report: Report | None) -> None:
        self._kind = kind
        self._said = frozenset(said)
        self._report = report
        self._counts: dict[str, int] = {}

    def count(self, unit: TranslationUnit, *more: str) -> None:
        """Remember what a unit says that has no place, and what else is known to have none."""
        found = {*more}
        if unit.attributes:
            found.add("dates, authors and the like")
        if any(self._said.isdisjoint((one, one.type)) for one in unit.properties):
            found.add("properties")
        if any(one.attributes or one.properties for one in unit.variants):
            found.add("what single texts say of themselves")
        for one in found:
            self._counts[one] = self._counts.get(one, 0) + 1

    def tell_of(
        self,
        unit: TranslationUnit,
        number: int,
        problem: str,
        action: str = "left out",
        *,
        rejected: bool = True,
    ) -> None:
        """Report what is wrong with one unit. Number: its place, from 1, where it has no id."""
        if self._report:
            place = f"unit {unit.id or number}"
            self._report(Repair(place, None, problem, action, rejected=rejected))

    def tell(self) -> None:
        """Report what was counted."""
        for what, number in sorted(self._counts.items()):
            if self._report:
                units = "1 unit" if number == 1 else f"{number} units"
                self._report(Repair(self._kind, None, f"{what} of {units}", "left out"))
