"""Right translations of our own, and mistakes planted in them, with the rule that must find each.

``sentences.tsv`` holds sentences in three languages that translate each other rightly;
``mistakes.tsv`` says what becomes of a part of one of them: ``rule``, ``right``, ``wrong``.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from termbase.checking import RULES, check
from termbase.model.concept import AdministrativeStatus, Concept, Scope, Term
from termbase.model.finding import Finding, SegmentPair

FOLDER = Path(__file__).parent / "checking" / "cases"
LANGUAGES = ("fr", "en", "ru")
PAIRS = tuple((one, other) for one in LANGUAGES for other in LANGUAGES if one != other)


class Mistake(NamedTuple):
    """What is planted into a sentence of a language, and the rule that must find it.

    Opposite: the only language of the source where it can be found; empty where any will do.
    """

    sentence: str
    language: str
    opposite: str
    rule: str
    right: str
    wrong: str


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of cases."""
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Return the sentences by id, each by language."""
    return {row["id"]: row for row in rows("sentences.tsv")}


@cache
def mistakes() -> list[Mistake]:
    """Return what is to be planted."""
    return [
        Mistake(
            row["id"],
            row["language"],
            row["from"],
            row["rule"],
            row["right"].replace("\\n", "\n"),
            row["wrong"].replace("\\n", "\n"),
        )
        for row in rows("mistakes.tsv")
    ]


@cache
def concepts() -> list[Concept]:
    """Return the glossary that the cases go by."""
    terms: dict[str, list[Term]] = {}
    for row in rows("terms.tsv"):
        scope = Scope(row["forbidden"]) if row["forbidden"] else None
        status = AdministrativeStatus[row["status"].upper()]
        terms.setdefault(row["concept"], []).append(
            Term(row["term"], row["language"], status, scope)
        )
    return [Concept(name, tuple(found)) for name, found in terms.items()]


def text(source: str, target: str) -> list[SegmentPair]:
    """Return all sentences as one text with its translation."""
    return [SegmentPair(row[source], row[target]) for row in sentences().values()]


def planted(mistake: Mistake, source: str) -> tuple[list[SegmentPair], int, tuple[int, int]]:
    """Return the text with a mistake, the number of its pair, and where it stands there."""
    pairs = text(source, mistake.language)
    number = list(sentences()).index(mistake.sentence)
    target = pairs[number].target
    if mistake.right == "*":
        wrong = pairs[number].source if mistake.wrong == "*" else mistake.wrong
        start, right = 0, target
    else:
        wrong, right, start = mistake.wrong, mistake.right, target.find(mistake.right)
    assert start >= 0, f"«{mistake.right}» does not stand in «{target}»"
    changed = target[:start] + wrong + target[start + len(right) :]
    pairs[number] = SegmentPair(pairs[number].source, changed)
    return pairs, number, (start, start + len(wrong))


def all_findings(pairs: list[SegmentPair], source: str, target: str) -> list[Finding]:
    """Return what every rule says of a text."""
    return check(pairs, concepts(), source, target, rules=RULES)


def found(mistake: Mistake, source: str) -> tuple[bool, list[Finding]]:
    """Say whether a planted mistake is found at its place, and return what is wrongly reported.

    A sign without its partner is reported at the one that is left. What other rules say of the
    same words is no false alarm.
    """
    pairs, number, (start, end) = planted(mistake, source)
    if RULES[mistake.rule].find or mistake.rule == "T505":  # a quotation closed in its own pair
        pairs, number = [pairs[number]], 0
    hits = all_findings(pairs, source, mistake.language)
    right, other = False, []
    for hit in hits:
        span = hit.target_span
        here = span is None or (span[0] <= end and start <= span[1]) or hit.rule == "T502"
        if hit.pair != number and hit.rule != mistake.rule:
            other.append(hit)
        elif hit.rule == mistake.rule and hit.pair == number and here:
            right = True
    return right, other


def cases() -> Iterator[tuple[Mistake, str]]:
    """Yield each mistake with each language that its sentence is translated from."""
    for mistake in mistakes():
        for source in LANGUAGES:
            if source != mistake.language and mistake.opposite in ("", source):
                yield mistake, source
