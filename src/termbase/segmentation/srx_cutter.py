"""The rules of one language × a stretch of text → the places where a rule matches, judged.

Break rules are sought from left to right, as CAT tools seek them: of a run such as ``...`` only
the end is a place. There the exceptions that stand before the rule are asked, all at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from termbase.errors import FormatError
from termbase.segmentation.srx_expressions import ExpressionError, Translated, translate
from termbase.segmentation.verdicts import Verdict

if TYPE_CHECKING:
    import regex

_RUN = re.compile(r"(\[(?:[^\[\]\\]|\\.)+\])\+(?![+?])")
"""A run of signs that an expression begins with. It need not be tried from its second sign: what
matches from there matches from the first too; so a long run costs no square."""
_SECONDS_A_MILLION = 20.0
"""Seconds more that one expression may take for each million code points."""


class NamedRule(NamedTuple):
    """A rule with its place in the file. Number: from 1 in its language rule."""

    language: str
    number: int
    breaks: bool
    before: str
    after: str
    line: int | None

    @property
    def name(self) -> str:
        """How decisions name it, such as ``srx:French#12 no-break``."""
        return f"srx:{self.language}#{self.number} {'break' if self.breaks else 'no-break'}"


class _Compiled(NamedTuple):
    """A rule with its two sides translated."""

    rule: NamedRule
    before: Translated
    after: Translated

    @property
    def joins(self) -> bool:
        """Whether it may be asked at a place, backwards, together with others."""
        return not (self.before.forward or self.before.refers or self.after.refers)

    @property
    def forwards(self) -> str:
        """Its expression for a search from left to right; a match ends at the place."""
        after = f"(?={self.after.pattern})" if self.after.pattern else ""
        run = _RUN.match(self.before.pattern)
        alone = f"(?<!{run[1]})" if run else ""
        return f"(?:{alone}{self.before.pattern}){after}"


class _Stage(NamedTuple):
    """A break rule and the exceptions between it and the break rule before.

    Attributes:
        rule: The break rule.
        seeks: Its expression.
        exceptions: In the order of the file.
        asks: Those of them that can be asked at a place, as one; None where there are none.
        sought: Those that mean the same only from left to right.
    """

    rule: NamedRule
    seeks: regex.Pattern[str]
    exceptions: tuple[_Compiled, ...]
    asks: regex.Pattern[str] | None
    sought: tuple[tuple[NamedRule, regex.Pattern[str]], ...]


_Asked = tuple[_Stage, dict[NamedRule, set[int]]]


class Cutter:
    """Judges stretches of text by the rules of one language.

    Raises:
        FormatError: If an expression is wrong or cannot be translated; names its rule.
    """

    def __init__(
        self, rules: Sequence[NamedRule], path: str, *, unicode: bool, patience: float
    ) -> None:
        self._path = path
        self._patience = patience
        self._stages = self._staged([self._translated(rule, unicode=unicode) for rule in rules])

    def decide(self, text: str, *, named: bool = False) -> list[tuple[int, Verdict]]:
        """Return the places inside a text that a break rule matches, in order, each once.

        White space behind a place goes with what stands before it, and places are told of where
        the next word begins.

        Args:
            text: What a CAT tool would take for a paragraph.
            named: Whether each refusal must name its rule; else it names any of its language.

        Raises:
            FormatError: If an expression takes too long; names its rule.
        """
        judged: dict[int, Verdict] = {}
        asked: list[_Asked] = []
        for stage in self._stages:
            sought = {rule: set(self._ends(rule, one, text)) for rule, one in stage.sought}
            asked.append((stage, sought))
            for at in self._ends(stage.rule, stage.seeks, text):
                if 0 < at < len(text) and at not in judged:
                    refusal = self._refusal(asked, text, at, named=named)
                    judged[at] = Verdict(refusal is None, (refusal or stage.rule).name)
        return _moved(text, judged)

    def _refusal(
        self, asked: Sequence[_Asked], text: str, at: int, *, named: bool
    ) -> NamedRule | None:
        """Return an exception that forbids a place."""
        for stage, sought in asked:
            found = next((rule for rule, places in sought.items() if at in places), None)
            if found is None and stage.asks and self._matches(stage.asks, stage, text, at):
                found = stage.exceptions[0].rule
            if found is not None:
                return self._first(stage, sought, text, at) if named else found
        return None

    def _first(
        self, stage: _Stage, sought: dict[NamedRule, set[int]], text: str, at: int
    ) -> NamedRule:
        """Return the first exception of a stage that forbids a place."""
        for one in stage.exceptions:
            if one.rule in sought:
                if at in sought[one.rule]:
                    return one.rule
            elif self._compiled(one.rule, _around([one])).match(text, at):
                return one.rule
        raise AssertionError("an exception matches among others but not alone")

    def _matches(self, asks: regex.Pattern[str], stage: _Stage, text: str, at: int) -> bool:
        try:
            return asks.match(text, at, timeout=self._limit(text)) is not None
        except TimeoutError:
            raise self._too_slow(self._slowest(stage, text, at)) from None

    def _slowest(self, stage: _Stage, text: str, at: int) -> NamedRule:
        """Return the exception that takes too long at a place, asked for one by one."""
        for one in stage.exceptions:
            try:
                self._compiled(one.rule, _around([one])).match(text, at, timeout=self._patience)
            except TimeoutError:
                return one.rule
        return stage.exceptions[0].rule

    def _ends(self, rule: NamedRule, seeks: regex.Pattern[str], text: str) -> list[int]:
        try:
            return [found.end() for found in seeks.finditer(text, timeout=self._limit(text))]
        except TimeoutError:
            raise self._too_slow(rule) from None

    def _limit(self, text: str) -> float:
        return self._patience + len(text) / 1e6 * _SECONDS_A_MILLION

    def _translated(self, rule: NamedRule, *, unicode: bool) -> _Compiled:
        try:
            before = translate(rule.before, unicode=unicode)
            return _Compiled(rule, before, translate(rule.after, unicode=unicode))
        except ExpressionError as error:
            raise self._wrong(rule, str(error)) from error

    def _staged(self, rules: Iterable[_Compiled]) -> list[_Stage]:
        """Part the rules at the break rules; exceptions behind the last one forbid nothing.

        Those are compiled all the same, so that a fault in them is told.
        """
        stages = []
        waiting: list[_Compiled] = []
        for one in rules:
            if not one.rule.breaks:
                waiting.append(one)
                continue
            seeks = self._compiled(one.rule, one.forwards)
            stages.append(_Stage(one.rule, seeks, tuple(waiting), *self._exceptions(waiting)))
            waiting = []
        self._exceptions(waiting)
        return stages

    def _exceptions(
        self, rules: Sequence[_Compiled]
    ) -> tuple[regex.Pattern[str] | None, tuple[tuple[NamedRule, regex.Pattern[str]], ...]]:
        import regex

        joined = [one for one in rules if one.joins]
        sought = tuple(
            (one.rule, self._compiled(one.rule, one.forwards)) for one in rules if not one.joins
        )
        try:
            asks = regex.compile(_around(joined), regex.V1) if joined else None
        except regex.error:
            for one in joined:
                self._compiled(one.rule, _around([one]))
            raise
        return asks, sought

    def _compiled(self, rule: NamedRule, pattern: str) -> regex.Pattern[str]:
        import regex

        try:
            return regex.compile(pattern, regex.V1)
        except regex.error as error:
            raise self._wrong(rule, str(error)) from error

    def _wrong(self, rule: NamedRule, why: str) -> FormatError:
        return FormatError(
            self._path,
            f"{_described(rule)} is no expression that can be used: {why}",
            line=rule.line,
            remedy="mend it or take the rule out",
        )

    def _too_slow(self, rule: NamedRule) -> FormatError:
        return FormatError(
            self._path,
            f"{_described(rule)} takes longer than {self._patience:g} s on this text",
            line=rule.line,
            remedy="avoid repetitions inside of repetitions, such as (a+)+",
        )


def _around(rules: Iterable[_Compiled]) -> str:
    """Return an expression that matches, empty, at a place that one of the rules matches."""
    sides: dict[str, list[str]] = {}
    for one in rules:
        sides.setdefault(one.after.pattern, []).append(one.before.pattern)
    places = []
    for after, befores in sides.items():
        ahead = f"(?={after})" if after else ""
        behind = f"(?<={'|'.join(f'(?:{one})' for one in befores)})" if all(befores) else ""
        places.append(ahead + behind)
    return "|".join(places)


def _moved(text: str, judged: dict[int, Verdict]) -> list[tuple[int, Verdict]]:
    """Move each place over the white space behind it; where places meet, a cut prevails."""
    moved: dict[int, Verdict] = {}
    first = len(text) - len(text.lstrip())
    for at in sorted(judged):
        place = at
        while place < len(text) and text[place].isspace():
            place += 1
        met = moved.get(place)
        if first < place < len(text) and (met is None or judged[at].cuts > met.cuts):
            moved[place] = judged[at]
    return list(moved.items())


def _described(rule: NamedRule) -> str:
    return f"rule {rule.number} of «{rule.language}» («{rule.before}» before, «{rule.after}» after)"
