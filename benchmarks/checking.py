"""Measure the check rules that need no glossary on human translations.

Prints, for each set of aligned texts, the findings for 1,000 right pairs (each of them a false
alarm, unless the translator was wrong) and which share of planted mistakes is found at its
place. A set is a folder with ``whole.src``, ``whole.tgt``, ``whole.gold`` and ``set.json``.
Stretches where the lengths of both sides have nothing to do with each other are no translations,
whatever the gold says (two of the French sets have 300 such pairs); they are left out.

    python benchmarks/checking.py ../shared/eval/alignment/dev/*_light_* [--show]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from termbase.checking import RULES as ALL
from termbase.checking import check
from termbase.model.finding import Finding, SegmentPair

RULES = tuple(rule.id for rule in ALL.values() if rule.on and rule.id > "T2")
FIGURE = re.compile(r"\d+")
STRETCH = 10
TOGETHER = 0.7


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+")
    options.add_argument("--show", action="store_true", help="print the findings on right pairs")
    chosen = options.parse_args()
    print(f"{'set':18}{'pairs':>7}" + "".join(f"{rule + '/1000':>12}" for rule in RULES), end="")
    print(f"{'changed no.':>16}{'untranslated':>14}")
    for folder in chosen.folders:
        measure(folder, show=chosen.show)


def measure(folder: str, *, show: bool) -> None:
    with open(os.path.join(folder, "set.json"), encoding="utf-8") as file:
        about = json.load(file)
    languages = about["source"], about["target"]
    pairs = list(translations(list(right_pairs(folder))))
    findings = check(pairs, [], *languages, rules=RULES)
    rates = Counter(finding.rule for finding in findings)
    print(f"{os.path.basename(folder):18}{len(pairs):7}", end="")
    print("".join(f"{1000 * rates[rule] / len(pairs):12.1f}" for rule in RULES), end="")
    figures, all_figures = changed_numbers(pairs, languages)
    same, all_same = untranslated(pairs, languages)
    print(f"{figures:7}/{all_figures} {figures / all_figures:.3f}{same:8}/{all_same}")
    if show:
        for finding in findings:
            print_finding(finding)


def right_pairs(folder: str) -> Iterator[SegmentPair]:
    """Yield the 1-1 beads of a set."""
    sides = []
    for name in ("whole.src", "whole.tgt"):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            sides.append(file.read().splitlines())
    with open(os.path.join(folder, "whole.gold"), encoding="utf-8") as file:
        for line in file:
            source, target = line.strip().split(":")[:2]
            if source.isdigit() and target.isdigit():
                yield SegmentPair(sides[0][int(source)], sides[1][int(target)])


def translations(pairs: list[SegmentPair]) -> Iterator[SegmentPair]:
    """Yield the pairs around which the lengths of both sides go together."""
    lengths = [(len(pair.source), len(pair.target)) for pair in pairs]
    for place, pair in enumerate(pairs):
        around = lengths[max(0, place - STRETCH) : place + STRETCH + 1]
        if statistics.correlation(*zip(*around, strict=True)) >= TOGETHER:
            yield pair


def changed_numbers(pairs: list[SegmentPair], languages: tuple[str, str]) -> tuple[int, int]:
    """Change one figure in each target that has any; count findings that touch it."""
    chance = random.Random(1)
    found = planted = 0
    for pair in pairs:
        figures = list(FIGURE.finditer(pair.target))
        if not figures:
            continue
        figure = chance.choice(figures)
        wrong = changed(figure.group(), chance)
        target = pair.target[: figure.start()] + wrong + pair.target[figure.end() :]
        span = (figure.start(), figure.start() + len(wrong))
        hits = check([replace(pair, target=target)], [], *languages, rules=["T201"])
        planted += 1
        found += any(hit.target_span and overlap(hit.target_span, span) for hit in hits)
    return found, planted


def changed(figures: str, chance: random.Random) -> str:
    """Return other figures of the same length: one digit is another, the first no zero."""
    place = chance.randrange(len(figures))
    others = [digit for digit in "123456789" if digit != figures[place]]
    return figures[:place] + chance.choice(others) + figures[place + 1 :]


def untranslated(pairs: list[SegmentPair], languages: tuple[str, str]) -> tuple[int, int]:
    copies = [SegmentPair(pair.source, pair.source) for pair in pairs]
    return len(check(copies, [], *languages, rules=["T301"])), len(copies)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def print_finding(finding: Finding) -> None:
    print(f"  {finding.rule} {finding.message}; {finding.remedy}")
    print(f"      {finding.source}\n      {finding.target}")


if __name__ == "__main__":
    main()
