"""Pairs of segments + concepts → findings.

A checker is made once for a glossary and two languages and then reads pair after pair, so that
a long file need not be held in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from termbase.checking.reading import Reading
from termbase.checking.rules import RULES, rule_named
from termbase.model.concept import Concept
from termbase.model.finding import Finding, SegmentPair
from termbase.terms.recognise import Recogniser


class Checker:
    """The rules, ready to read pairs.

    Args:
        concepts: What the term rules go by.
        source_language, target_language: BCP 47 tags.
        rules: Ids of the rules to follow; all where None.

    Raises:
        InputError: If a rule is unknown.
    """

    def __init__(
        self,
        concepts: Sequence[Concept],
        source_language: str,
        target_language: str,
        *,
        rules: Collection[str] | None = None,
    ) -> None:
        self._languages = (source_language, target_language)
        self._known = (
            Recogniser(concepts, source_language),
            Recogniser(concepts, target_language),
        )
        self._rules = [rule_named(name) for name in (RULES if rules is None else rules)]
        self._ids = frozenset(rule.id for rule in self._rules)

    def check(self, pair: SegmentPair, number: int = 0) -> list[Finding]:
        """Return the findings of one pair, in the order of its target.

        Args:
            pair: A segment and its translation; without a source only what is forbidden or
                deprecated by itself is found.
            number: Which pair it is, from 0.
        """
        reading = Reading(number, pair, *self._languages, self._known, self._ids)
        found = [finding for rule in self._rules for finding in rule.find(reading)]
        return sorted(_once(found), key=_place)


def check(
    pairs: Sequence[SegmentPair],
    concepts: Sequence[Concept],
    source_language: str,
    target_language: str,
    *,
    rules: Collection[str] | None = None,
) -> list[Finding]:
    """Check translations against a glossary and their sources.

    Args:
        pairs: Segments and their translations.
        concepts: What the term rules go by; may be empty.
        source_language, target_language: BCP 47 tags.
        rules: Ids of the rules to follow, such as ``T101``; all where None.

    Returns:
        Findings in the order of the pairs and of their targets; `Finding.pair` is the number
        of the pair, spans are offsets in its texts.

    Raises:
        InputError: If a rule is unknown.
        UnknownLanguageError: If a tag names no language.

    >>> pair = SegmentPair("Il vaut 6,33 milliards.", "It is worth 6.33 million.")
    >>> [finding] = check([pair], [], "fr", "en")
    >>> finding.message, finding.remedy, finding.target_span
    ('number differs: 6,33 milliards → 6.33 million', 'expected 6.33 billion', (12, 24))
    """
    checker = Checker(concepts, source_language, target_language, rules=rules)
    return [finding for number, pair in enumerate(pairs) for finding in checker.check(pair, number)]


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out the missing terms that are words of a wrong number: one mistake, one finding."""
    numbers = [finding.source_span for finding in findings if finding.rule == "T201"]
    return [
        finding
        for finding in findings
        if finding.rule not in ("T103", "T104")
        or not any(_inside(finding.source_span, number) for number in numbers)
    ]


def _inside(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    return bool(one and other and other[0] <= one[0] and one[1] <= other[1])


def _place(finding: Finding) -> tuple[bool, tuple[int, int], str]:
    span = finding.target_span or finding.source_span or (0, 0)
    return finding.target_span is None, span, finding.rule
