"""The fact sheets of the project: what a careful reader marked in them is what is recognised."""

from __future__ import annotations

from functools import cache

import pytest

from article import GOLD, ROOT
from termbase import Concept, read_glossary, recognise
from termbase.model.concept import AdministrativeStatus

_IN_USE = (AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED)


@cache
def concepts() -> tuple[Concept, ...]:
    """Return every concept of the project's glossary."""
    sources = sorted((ROOT / "glossary" / "sources").glob("*.tsv"))
    return tuple(one for source in sources for one in read_glossary(str(source)).concepts)


@cache
def readings(language: str) -> list[tuple[list[str], list[str]]]:
    """Return what was marked and what is recognised in each segment that was read by hand."""
    segments = (GOLD / f"news.{language}.segments.txt").read_text("utf-8").splitlines()
    lines = (GOLD / f"news.{language}.terms.tsv").read_text("utf-8").splitlines()
    marked = {int(number): terms.split(" | ") for number, terms in (x.split("\t") for x in lines)}
    texts = [(number, segments[number - 1]) for number in range(min(marked), len(segments) + 1)]
    return [
        (
            marked.get(number, []),
            [text[slice(*span)] for span in _recognised(text, language)],
        )
        for number, text in texts
    ]


def _recognised(text: str, language: str) -> list[tuple[int, int]]:
    """Return where terms stand that may be used; what several concepts share counts once."""
    found = recognise(text, concepts(), language)
    return sorted({(one.start, one.end) for one in found if one.term.status in _IN_USE})


@pytest.mark.parametrize(("language", "occurrences"), [("fr", 230), ("ru", 235)])
def test_every_marked_term_is_recognised_and_no_other(language: str, occurrences: int) -> None:
    """In whatever form it stands; terms without a status or against use are not looked at."""
    assert sum(len(marked) for marked, _ in readings(language)) >= occurrences
    for marked, recognised in readings(language):
        assert recognised == marked
