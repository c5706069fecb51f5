"""Our own cases: right translations raise nothing, planted mistakes are found by their rules."""

from collections import Counter

import pytest

from check_cases import LANGUAGES, PAIRS, all_findings, cases, found, mistakes, sentences, text
from termbase.checking import RULES
from termbase.model.finding import Severity

FEWEST = 200
"""Cases of each kind for each pair of languages."""
ELSEWHERE = {"T104", "T105", "T304", "T801"}
"""Rules for information, and one that needs a limit: their tests stand elsewhere."""


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_right_translations_raise_nothing(source: str, target: str) -> None:
    """Not even with every rule there is, in either direction."""
    found = all_findings(text(source, target), source, target)

    assert [(one.rule, one.message, one.target) for one in found] == []


@pytest.mark.parametrize("pair", [("fr", "en"), ("en", "ru"), ("fr", "ru")])
def test_there_are_enough_cases(pair: tuple[str, str]) -> None:
    """Of right translations and of planted mistakes, both directions together."""
    both = {pair, pair[::-1]}
    planted = [one for one, source in cases() if (source, one.language) in both]

    assert 2 * len(sentences()) >= FEWEST
    assert len(planted) >= FEWEST
    assert {one.language for one in mistakes()} == set(LANGUAGES)


def test_every_rule_finds_what_is_planted_for_it() -> None:
    """At least nine of ten mistakes at their place, with at most one false alarm in twenty."""
    planted, hits, false = Counter(), Counter(), Counter()
    for mistake, source in cases():
        right, wrong = found(mistake, source)
        planted[mistake.rule] += 1
        hits[mistake.rule] += right
        false.update(one.rule for one in wrong)

    graver = {rule.id for rule in RULES.values() if rule.severity is not Severity.INFO}
    assert set(planted) == graver - ELSEWHERE
    for rule, number in planted.items():
        assert hits[rule] >= 0.90 * number, rule
        assert hits[rule] >= 0.95 * (hits[rule] + false[rule]), rule
