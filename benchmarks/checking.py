"""Measure the check rules that need no glossary on human translations.

Prints, for each set of aligned texts, the findings for 1,000 right pairs by rule (each of them a
false alarm, unless the translator was wrong: read them with --show), and which share of mistakes
planted by program is found at its place. A set is a folder with ``whole.src``, ``whole.tgt``,
``whole.gold`` and ``set.json``. Stretches where the lengths of both sides have nothing to do with
each other are no translations, whatever the gold says (two of the French sets have 300 such
pairs); they are left out.

    python benchmarks/checking.py ../shared/eval/alignment/dev/*_light_* [--show] [--preset strict]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from termbase.checking import PRESETS, RULES, check
from termbase.checking.names import counterpart, names
from termbase.model.finding import Finding, SegmentPair

FIGURE = re.compile(r"\d+")
STRETCH = 10
TOGETHER = 0.7
TWINS = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
TWINS |= {other: one for one, other in TWINS.items()}
CODES = ("{0}", "%s", "%(count)d", "<b>", "${name}")
VOWELS = "aeiouyаеиоуы"
Languages = tuple[str, str]
Plant = tuple[list[SegmentPair], int, tuple[int, int]]
"""Pairs to check together, which of them has the mistake, and where in its target."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+")
    options.add_argument("--show", action="store_true", help="print the findings on right pairs")
    options.add_argument("--preset", choices=tuple(PRESETS), help="measure these rules besides")
    chosen = options.parse_args()
    rules = [rule.id for rule in RULES.values() if rule.on and rule.id >= "T2"]
    rules += sorted(PRESETS[chosen.preset] - set(rules)) if chosen.preset else []
    for folder in chosen.folders:
        measure(folder, rules, show=chosen.show)


def measure(folder: str, rules: list[str], *, show: bool) -> None:
    with open(os.path.join(folder, "set.json"), encoding="utf-8") as file:
        about = json.load(file)
    languages = about["source"], about["target"]
    pairs = list(translations(list(right_pairs(folder))))
    findings = check(pairs, [], *languages, rules=rules)
    rates = Counter(finding.rule for finding in findings)
    said = " ".join(f"{rule} {1000 * rates[rule] / len(pairs):.1f}" for rule in rates)
    print(f"{os.path.basename(folder)}: {len(pairs)} pairs; findings per 1000: {said or 'none'}")
    for name, rule, plant in PLANTS:
        planted = list(plant(pairs, random.Random(1)))
        found = sum(is_found(one, languages, rule) for one in planted)
        print(f"    {name:22}{rule:6}{found:5}/{len(planted):<5}{found / max(1, len(planted)):.3f}")
    if show:
        for finding in sorted(findings, key=lambda one: one.rule):
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


def is_found(plant: Plant, languages: Languages, rule: str) -> bool:
    pairs, number, span = plant
    hits = [hit for hit in check(pairs, [], *languages, rules=[rule]) if hit.pair == number]
    return any(hit.target_span is None or overlap(hit.target_span, span) for hit in hits)


def changed_number(pairs: list[SegmentPair], chance: random.Random) -> Iterator[Plant]:
    """Change one digit of one figure in each target that has any; the first is no zero."""
    for pair in pairs:
        figures = list(FIGURE.finditer(pair.target))
        if figures:
            figure = chance.choice(figures)
            digits = figure.group()
            at = chance.randrange(len(digits))
            other = chance.choice([digit for digit in "123456789" if digit != digits[at]])
            yield put(pair, figure.start(), digits, digits[:at] + other + digits[at + 1 :])


def dropped_code(pairs: list[SegmentPair], chance: random.Random) -> Iterator[Plant]:
    """Set a code between two words of each source and leave it out of its target."""
    for pair in pairs:
        spaces = [at for at, sign in enumerate(pair.source) if sign == " "]
        if spaces:
            at, code = chance.choice(spaces), chance.choice(CODES)
            source = f"{pair.source[:at]} {code}{pair.source[at:]}"
            yield [replace(pair, source=source)], 0, (0, len(pair.target))


def untranslated(pairs: list[SegmentPair], _: random.Random) -> Iterator[Plant]:
    for pair in pairs:
        yield [SegmentPair(pair.source, pair.source)], 0, (0, len(pair.source))


def look_alike(pairs: list[SegmentPair], chance: random.Random) -> Iterator[Plant]:
    """Put the twin of a letter from the other script into a word of each target."""
    for pair in pairs:
        spots = [
            match.start() + at
            for match in re.finditer(r"[^\W\d_]{3,}", pair.target)
            for at, sign in enumerate(match.group())
            if sign in TWINS and match.group() not in pair.source
        ]
        if spots:
            at = chance.choice(spots)
            yield put(pair, at, pair.target[at], TWINS[pair.target[at]])


def respelt_name(pairs: list[SegmentPair], chance: random.Random) -> Iterator[Plant]:
    """Write a name of the source that a text has several times otherwise in one place."""
    where: dict[str, list[tuple[int, int]]] = {}
    for number, pair in enumerate(pairs):
        for name in names(pair.target):
            known = counterpart(name, names(pair.source))
            if not name.starts and len(name.text) >= 5 and known:
                where.setdefault(name.text, []).append((number, name.start))
    small = {word for pair in pairs for word in re.findall(r"\w+", pair.target) if word.islower()}
    for name, places in where.items():
        numbers = sorted({number for number, _ in places})
        if len(numbers) < 2 or name.lower() in small:
            continue
        number, start = chance.choice(places)
        [changed], _, span = put(pairs[number], start, name, respelt(name, chance))
        together = [changed if one == number else pairs[one] for one in numbers]
        yield together, numbers.index(number), span


def respelt(name: str, chance: random.Random) -> str:
    """Return a name with another vowel, a doubled letter, or two letters that changed places."""
    last = max(2, len(name) - 3)  # what follows is an ending in many languages
    at = chance.randrange(1, last)
    way = chance.choice("vds")
    vowels = [place for place in range(1, last) if name[place] in VOWELS]
    if way == "v" and vowels:
        at = chance.choice(vowels)
        cyrillic = name[at] >= "а"
        others = [one for one in VOWELS if one != name[at] and (one >= "а") is cyrillic]
        return name[:at] + chance.choice(others) + name[at + 1 :]
    if way == "s" and name[at] != name[at + 1]:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + name[at] + name[at:]


PLANTS: tuple[tuple[str, str, Callable[[list[SegmentPair], random.Random], Iterator[Plant]]], ...]
PLANTS = (
    ("changed number", "T201", changed_number),
    ("dropped placeholder", "T601", dropped_code),
    ("untranslated", "T301", untranslated),
    ("look-alike letter", "T402", look_alike),
    ("name respelt", "T701", respelt_name),
)


def put(pair: SegmentPair, start: int, old: str, new: str) -> Plant:
    target = pair.target[:start] + new + pair.target[start + len(old) :]
    return [replace(pair, target=target)], 0, (start, start + len(new))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def print_finding(finding: Finding) -> None:
    print(f"  {finding.rule} {finding.message}; {finding.remedy}")
    print(f"      {finding.source}\n      {finding.target}")


if __name__ == "__main__":
    main()
