"""Messages of programs and what surrounds them, in eight languages, under every strict rule.

``software.tsv`` has the same text in each language; ``software_pairs.tsv`` has pairs that are
right, and pairs with the rule that has to find what is wrong.
"""

from __future__ import annotations

from itertools import permutations

import pytest

from check_cases import rows
from termbase.checking import PRESETS, RULES, check
from termbase.model.finding import SegmentPair

STRICT = sorted({rule.id for rule in RULES.values() if rule.on} | PRESETS["strict"])
SOURCES = ("en", "fr", "ru")
PAIRS = rows("software_pairs.tsv")


def found(languages: str, source: str, target: str) -> set[str]:
    """Return the rules that a pair breaks."""
    pair = SegmentPair(source, target)
    return {one.rule for one in check([pair], [], *languages.split("-"), rules=STRICT)}


@pytest.mark.parametrize("text", rows("software.tsv"), ids=lambda text: text["en"])
def test_a_text_translated_rightly_raises_nothing(text: dict[str, str]) -> None:
    """From English, French and Russian into all that have it."""
    spoken = [language for language, said in text.items() if said]
    wrong = {
        f"{source}-{target}": rules
        for source, target in permutations(spoken, 2)
        if source in SOURCES and (rules := found(f"{source}-{target}", text[source], text[target]))
    }
    assert wrong == {}


def test_right_pairs_raise_nothing() -> None:
    """Codes, addresses, times, sums and numbers as each language has them."""
    right = [(one["languages"], one["source"], one["target"]) for one in PAIRS if not one["rule"]]
    assert [one for one in right if found(*one)] == []


def test_wrong_pairs_are_found_by_their_rule() -> None:
    """Or by one of two, where a mistake is of both kinds."""
    wrong = [one for one in PAIRS if one["rule"]]
    missed = [
        one
        for one in wrong
        if found(one["languages"], one["source"], one["target"]).isdisjoint(one["rule"].split(","))
    ]
    assert missed == []
