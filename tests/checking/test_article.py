"""The article against its renderings: silence where they are right, every planted mistake found."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from article import built_glossary
from termbase.checking import check
from termbase.model.concept import Concept
from termbase.model.finding import Finding, SegmentPair, Severity

ROOT = os.path.join(os.path.dirname(__file__), "..", "..")
GOLD = os.path.join(ROOT, "tests", "gold")


@pytest.fixture(scope="module")
def concepts() -> Sequence[Concept]:
    return built_glossary().glossaries[0].glossary.concepts


def segments(language: str) -> list[str]:
    with open(os.path.join(GOLD, f"article.{language}.segments.txt"), encoding="utf-8") as lines:
        return lines.read().splitlines()


def article(target: str) -> list[SegmentPair]:
    """Return the article's beads as pairs, the segments of a side joined by a space."""
    texts = segments("fr"), segments(target)
    with open(os.path.join(GOLD, f"article.fr-{target}.beads"), encoding="utf-8") as lines:
        beads = [line.strip().split(":")[:2] for line in lines]
    return [
        SegmentPair(
            *(
                " ".join(text[int(number)] for number in side.split(","))
                for text, side in zip(texts, bead, strict=True)
            )
        )
        for bead in beads
    ]


def planted(target: str, right: str, wrong: str) -> tuple[list[SegmentPair], int]:
    """Return the article with a mistake in the first pair where it can stand, and its number."""
    pairs = article(target)
    number = next(n for n, pair in enumerate(pairs) if right in pair.target)
    pair = pairs[number]
    pairs[number] = SegmentPair(pair.source, pair.target.replace(right, wrong, 1))
    return pairs, number


def shown(finding: Finding) -> str:
    return finding.target[slice(*finding.target_span)] if finding.target_span else ""


@pytest.mark.parametrize("target", ["en", "ru"])
def test_the_renderings_of_the_article_are_right(target: str, concepts: Sequence[Concept]) -> None:
    """No term and no number of the reference renderings is reported."""
    assert check(article(target), concepts, "fr", target) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_read_the_other_way_nothing_is_wrong_either(
    language: str, concepts: Sequence[Concept]
) -> None:
    """The French article as a translation of its renderings has no error and no warning."""
    pairs = [SegmentPair(pair.target, pair.source) for pair in article(language)]
    findings = check(pairs, concepts, language, "fr")

    assert [one for one in findings if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("target", "right", "wrong", "rule", "place"),
    [
        ("en", "of the Union State", "of the State of the Union", "T101", "State of the Union"),
        ("ru", "Союзное государство", "Государство Союза", "T101", "Государство Союза"),
        ("en", "6.33 billion", "6.35 billion", "T201", "6.35 billion"),
        ("en", "6.33 billion", "6.33 million", "T201", "6.33 million"),
        ("ru", "1,98 млрд", "1,98 млн", "T201", "1,98 млн"),
        ("ru", "2026 года", "2025 года", "T201", "2025"),
        ("en", "Earth remote sensing satellite", "observation satellite", "T103", ""),
        ("ru", "Высший Государственный Совет", "Верховный орган", "T103", ""),
    ],
)
def test_a_planted_mistake_is_the_only_finding(
    target: str, right: str, wrong: str, rule: str, place: str, concepts: Sequence[Concept]
) -> None:
    """False friend, wrong number, wrong scale word, missing term: found where they stand."""
    pairs, number = planted(target, right, wrong)
    findings = check(pairs, concepts, "fr", target)

    assert [(one.rule, one.pair, shown(one)) for one in findings] == [(rule, number, place)]


@pytest.mark.parametrize("target", ["en", "ru"])
def test_an_untranslated_segment_is_the_only_finding(
    target: str, concepts: Sequence[Concept]
) -> None:
    """The French text left standing is reported once, not term by term."""
    pairs = article(target)
    pairs[4] = SegmentPair(pairs[4].source, pairs[4].source)

    assert [(one.rule, one.pair) for one in check(pairs, concepts, "fr", target)] == [("T301", 4)]


def test_an_empty_segment_is_the_only_finding(concepts: Sequence[Concept]) -> None:
    """A segment left out is reported once, not term by term."""
    pairs = article("en")
    pairs[4] = SegmentPair(pairs[4].source, "")

    assert [(one.rule, one.pair) for one in check(pairs, concepts, "fr", "en")] == [("T302", 4)]


def test_a_term_finding_points_into_the_glossary(concepts: Sequence[Concept]) -> None:
    """The reference is the line of the glossary's source."""
    pairs, _ = planted("en", "of the Union State", "of the State of the Union")
    [finding] = check(pairs, concepts, "fr", "en")
    path, line = finding.reference.rsplit(":", 1)

    with open(path, encoding="utf-8") as rows:
        row = rows.read().splitlines()[int(line) - 1]
    assert row.startswith("union-state\t")
    assert finding.remedy.startswith("use «Union State»")
