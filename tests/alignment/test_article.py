"""The article, by its right segments and right beads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from termbase.alignment import align

GOLD = Path(__file__).parents[1] / "gold"


def segments(language: str) -> list[str]:
    return (GOLD / f"article.{language}.segments.txt").read_text("utf-8").splitlines()


def right_beads(target: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    lines = (GOLD / f"article.fr-{target}.beads").read_text("utf-8").splitlines()
    sides = [
        [tuple(map(int, re.findall(r"\d+", side))) for side in one.split(":")] for one in lines
    ]
    return [(ours, theirs) for ours, theirs in sides]


@pytest.mark.parametrize("target", ["en", "ru"])
def test_the_article_aligns_as_a_person_did_it(target: str) -> None:
    """Without a glossary, and although several of its lines stand there twice."""
    beads = align(segments("fr"), segments(target), "fr", target)

    assert [(bead.source, bead.target) for bead in beads] == right_beads(target)


@pytest.mark.parametrize("target", ["en", "ru"])
def test_the_article_aligns_from_either_side(target: str) -> None:
    """Source and target may change places."""
    beads = align(segments(target), segments("fr"), target, "fr")

    assert [(bead.target, bead.source) for bead in beads] == right_beads(target)
