"""The glossary's terms in the article: every one that a person marked is found, and no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from article import GOLD, ROOT, built_glossary
from termbase.bootstrap import open_base, terms_of, units_of
from termbase.model.concept import Concept
from termbase.terms.recognise import Recogniser
from termbase.usecases.fill_base import fill_base


def marked(language: str) -> list[tuple[int, int, str]]:
    """Return where a person marked a term in the article, and the glossary's form of it."""
    rows = (GOLD / f"article.{language}.terms.tsv").read_text("utf-8").splitlines()
    cells = (row.split("\t") for row in rows)
    return [(int(start), int(end), term) for start, end, _, term in cells]


@pytest.mark.parametrize("language", ["fr", "en", "ru"])
def test_every_term_of_the_article_is_found_and_no_other(language: str, tmp_path: Path) -> None:
    """Inflected or not, the longest of those inside of each other; in memory and from a base."""
    text = (ROOT / f"tm/sources/article.{language}.txt").read_text("utf-8")
    gold = marked(language)
    names = {term for _, _, term in gold}
    concepts = [
        Concept(one.id, terms)
        for one in built_glossary().glossaries[0].glossary.concepts
        if (terms := tuple(term for term in one.terms_in(language) if term.text in names))
    ]
    with open_base(str(tmp_path / "article.db"), write=True) as base:
        with base.changing():
            fill_base(replace(built_glossary(), memories=()), terms_of(base), units_of(base))
        index = terms_of(base).index(language, lambda *_: True)
        stored = Recogniser((), language, index=index).recognise(text)

    for found in (
        Recogniser(concepts, language).recognise(text),
        [hit for hit in stored if hit.term.text in names],
    ):
        assert sorted({(hit.start, hit.end, hit.term.text) for hit in found}) == gold
