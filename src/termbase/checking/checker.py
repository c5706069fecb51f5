"""Pairs of segments + concepts → findings.

A checker reads pair after pair of one text, so that a long file need not be held in memory; what
only a whole text shows comes at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from termbase.checking.inconsistent_term import Renderings
from termbase.checking.known_terms import KnownTerms
from termbase.checking.plan import DEFAULT, Choice
from termbase.checking.quotations import Quotations
from termbase.checking.reading import Reading
from termbase.model.concept import Concept
from termbase.model.finding import Finding, SegmentPair


class Checker:
    """The rules, ready to read the pairs of one text.

    Args:
        terms: What the term rules go by.
        source_language, target_language: BCP 47 tags.
        choice: The rules to follow; those that are on by default where None.
    """

    def __init__(
        self,
        terms: KnownTerms,
        source_language: str,
        target_language: str,
        choice: Choice | None = None,
    ) -> None:
        self._languages = (source_language, target_language)
        self._terms = terms
        self._known = (terms.recogniser(source_language), terms.recogniser(target_language))
        self._spellings = terms.spellings(target_language)
        self._choice = choice or DEFAULT.choice(target_language)
        self._rules = [rule.find for rule in self._choice.rules if rule.find]
        self._watches = [rule.watch() for rule in self._choice.rules if rule.watch]
        self._quotations = Quotations()

    def read(self, pair: SegmentPair, number: int = 0) -> Reading:
        """Return a pair as the rules see it.

        Args:
            pair: A segment and its translation; without a source only what is wrong by itself is
                found.
            number: Which pair it is, from 0.
        """
        on, options = self._choice.severities, self._choice.options
        return Reading(
            number,
            pair,
            *self._languages,
            self._known,
            on,
            self._spellings,
            options,
            self._quotations.opened,
            self._quotations.lost,
        )

    def learn(self, pairs: Callable[[], Iterable[SegmentPair]]) -> None:
        """Take in the pairs of a memory, unless that is done: they say which rendering is usual."""
        usual = self._terms.usual.get(self._languages)
        for watch in self._watches:
            if not isinstance(watch, Renderings):
                continue
            if usual is None:
                for pair in pairs():
                    watch.learn(self.read(pair))
                self._terms.usual[self._languages] = watch.usual
            else:
                watch.usual = usual

    def check(self, reading: Reading) -> list[Finding]:
        """Return the findings of the next pair, in the order of its target.

        A few may be of an earlier one, for which it settles something.
        """
        found = [finding for watch in self._watches for finding in watch.read(reading) or ()]
        found += [finding for find in self._rules for finding in find(reading)]
        self._quotations.read(reading.quoted, reading.source_quoted)
        if not found:
            return found
        return sorted(map(self._weighed, _once(found)), key=lambda one: (one.pair, *_place(one)))

    def finish(self) -> list[Finding]:
        """Return what only all pairs together show, in their order."""
        found = [finding for watch in self._watches for finding in watch.findings()]
        return sorted(map(self._weighed, found), key=lambda one: (one.pair, *_place(one)))

    def _weighed(self, finding: Finding) -> Finding:
        severity = self._choice.severities[finding.rule]
        return finding if finding.severity is severity else replace(finding, severity=severity)


def check(
    pairs: Iterable[SegmentPair],
    concepts: Sequence[Concept],
    source_language: str,
    target_language: str,
    *,
    rules: Collection[str] | None = None,
) -> list[Finding]:
    """Check a translated text against a glossary and its source.

    Args:
        pairs: Its segments and their translations, in order.
        concepts: What the term rules go by; may be empty.
        source_language, target_language: BCP 47 tags.
        rules: Ids of the rules to follow, such as ``T101``; those on by default where None.

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
    choice = DEFAULT.choice(target_language, only=rules)
    checker = Checker(KnownTerms(concepts), source_language, target_language, choice)
    found = [
        finding
        for number, pair in enumerate(pairs)
        for finding in checker.check(checker.read(pair, number))
    ]
    return sorted(found + checker.finish(), key=lambda one: (one.pair, *_place(one)))


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
