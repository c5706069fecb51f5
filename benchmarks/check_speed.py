"""Measure how long checking takes: a bilingual text of a megabyte against ten thousand terms.

The text repeats our own sentences with other numbers; the terms are the glossary of the cases and
terms made of words of no language, so that most are not met. CPU time, start left out; the
second column is what reading the text into words alone costs, for machines differ.

    python benchmarks/check_speed.py [MEGABYTES]
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from check_cases import concepts, sentences
from termbase.checking import Checker, KnownTerms
from termbase.model.concept import AdministrativeStatus, Concept, Term
from termbase.model.finding import SegmentPair
from termbase.text.words import words

SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "ra", "si", "tu", "ve")
TERMS = 10_000


def main() -> None:
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    for languages in (("fr", "en"), ("en", "ru"), ("fr", "ru")):
        measure(*languages, int(size * 1_000_000))


def measure(source: str, target: str, size: int) -> None:
    pairs = list(text(source, target, size))
    checker = Checker(KnownTerms([*concepts(), *made_up(source, target)]), source, target)
    checker.check(checker.read(pairs[0]))
    start = time.process_time()
    found = sum(len(checker.check(checker.read(pair, number))) for number, pair in enumerate(pairs))
    found += len(checker.finish())
    spent = time.process_time() - start
    start = time.process_time()
    for pair in pairs:
        words(pair.source)
        words(pair.target)
    reading = time.process_time() - start
    print(f"{source}-{target}: {len(pairs)} pairs, {found} findings, {spent:.2f} s", end="")
    print(f" = {spent / reading:.0f} times reading its words ({reading:.2f} s)")


def text(source: str, target: str, size: int) -> Iterator[SegmentPair]:
    """Yield pairs until they have so many bytes, each with a number of its own."""
    number = 0
    while size > 0:
        for row in sentences().values():
            number += 1
            pair = SegmentPair(f"{row[source]} ({number})", f"{row[target]} ({number})")
            size -= len(pair.source.encode()) + len(pair.target.encode())
            yield pair


def made_up(source: str, target: str) -> Iterator[Concept]:
    """Yield concepts with terms of one to three made-up words in both languages."""
    chance = random.Random(1)
    preferred = AdministrativeStatus.PREFERRED
    for number in range(TERMS):
        terms = tuple(
            Term(" ".join(word(chance) for _ in range(chance.randint(1, 3))), language, preferred)
            for language in (source, target)
        )
        yield Concept(f"made-up-{number}", terms)


def word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))


if __name__ == "__main__":
    main()
