"""What the words of two texts say: tokens, cognates, everyday words, and what beads teach."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from importlib.resources import files

import numpy as np
import pytest

import termbase.alignment
from termbase.alignment import coarse
from termbase.alignment.basic_words import link_basic_words
from termbase.alignment.coarse import rough_path
from termbase.alignment.cognates import find_cognates, link_terms, skeletons
from termbase.alignment.lexicon import learn
from termbase.alignment.pairs import Lesson
from termbase.alignment.sides import read_side, share_known
from termbase.alignment.tokens import tokens

MODULES = [one.name for one in pkgutil.iter_modules(termbase.alignment.__path__)]


@pytest.mark.parametrize("module", ["", *(f".{name}" for name in MODULES)])
def test_the_examples_in_docstrings_run(module: str) -> None:
    """Every example of the package shows what really comes out."""
    loaded = importlib.import_module(f"termbase.alignment{module}")

    assert doctest.testmod(loaded).failed == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("6,33", "6.33"), ("5\u202f000", "5,000"), ("«", "“"), ("？", "?"), ("ÉTAT", "état")],
)
def test_each_languages_way_of_writing_gives_the_same_token(one: str, other: str) -> None:
    """Numbers, quotation marks and full-width signs are levelled."""
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("bakanov", "баканов"), ("mezentsev", "мезенцев"), ("tchekhov", "чехов")),
        *(("σωκρατης", "sokratis"), ("café", "cafe")),
    ],
)
def test_names_have_one_skeleton_in_every_script(one: str, other: str) -> None:
    """The first four letters of the skeleton are what cognates are found by."""
    bones = [each[:4] for each in skeletons([one, other])]
    assert bones[0] == bones[1]


def links_of(source: list[str], target: list[str], languages: tuple[str, str] = ("fr", "ru")):
    ours, _ = read_side(source)
    theirs, _ = read_side(target)
    for links in (find_cognates(ours, theirs), link_basic_words(ours, theirs, languages)):
        for one, other in zip(links.source.tolist(), links.target.tolist(), strict=True):
            yield ours.words[one], theirs.words[other]


def test_everyday_words_are_linked_in_any_form() -> None:
    """«années» and «годов» are forms of «an» and «год»."""
    assert ("année", "годов") in set(links_of(["trois années"], ["девять годов"]))


def test_the_table_of_everyday_words_is_whole() -> None:
    """A cell for each language, lower case as tokens are, and no meaning written twice."""
    table = files("termbase.alignment").joinpath("basic_words.tsv").read_text("utf-8")
    languages, *rows = (line.split("\t") for line in table.splitlines())
    written = [word for row in rows for word in " ".join(row).split()]

    assert {len(row) for row in rows} == {len(languages)}
    assert [word for word in written if word != word.lower()] == []
    assert len({tuple(row) for row in rows}) == len(rows)


def test_a_language_without_a_column_has_no_everyday_words() -> None:
    """Finnish still finds names and numbers."""
    found = set(links_of(["kolme vuotta 1945"], ["три года 1945"], ("fi", "ru")))

    assert found == {("1945", "1945")}


def test_the_terms_of_a_lexicon_are_links() -> None:
    """A glossary says each term once; sentences of a memory are lessons instead."""
    pairs = [("engin spatial", "spacecraft"), ("un deux trois quatre cinq six", "one two three")]
    _, ours = read_side([], [pair[0] for pair in pairs])
    _, theirs = read_side([], [pair[1] for pair in pairs])
    links = link_terms(ours, theirs, np.arange(2))

    assert {ours.words[one] for one in links.source.tolist()} == {"engin", "spati"}


def test_the_pairs_that_a_text_knows_are_told_from_the_others() -> None:
    """So that of a large memory only what helps is used."""
    text, lexicon = read_side(["le chat dort"], ["le chat", "un chien", "", "chat noir"])

    assert share_known(lexicon, text).tolist() == [1.0, 0.0, 0.0, 0.5]


def test_words_that_meet_again_and_again_explain_each_other() -> None:
    """The words of two lessons each are told apart from those that only came along."""
    source, _ = read_side(["rouge chien", "rouge chat", "noir chien", "noir chat"] * 3)
    target, _ = read_side(["собака красная", "кошка красная", "собака чёрная", "кошка чёрная"] * 3)
    every = np.arange(12)
    ones = np.ones(12, dtype=np.int64)
    nothing = find_cognates(*(read_side([""])[0] for _ in range(2)))
    forth, _ = learn([Lesson(source, target, every, ones, every, ones)], nothing)

    for one, other in (("chien", "собак"), ("rouge", "красн"), ("noir", "чёрна")):
        given = source.words.index(one)
        entries = slice(forth.starts[given], forth.starts[given + 1])
        best = forth.spoken[entries][forth.chance[entries].argmax()]
        assert target.words[best] == other


def test_cells_are_halved_within_a_strip_that_widens_where_the_way_leaps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From four cells on, and with a strip far narrower than the leap, the leap is found."""
    for name in ("_CELLS_AT_FIRST", "_REACH", "_REACH_AT_LEAPS"):
        monkeypatch.setattr(coarse, name, 4)
    source = [f"mot{i} nom{i * 31 % 1997}zz" for i in range(100, 1900)]
    target = source[:500] + source[1200:]
    ours, theirs = read_side(source)[0], read_side(target)[0]
    track, doubt = rough_path(ours, theirs, find_cognates(ours, theirs))

    places = np.arange(len(source) + 1)
    expected = np.where(places < 500, places, np.maximum(500, places - 700))
    assert np.abs(track.low - expected).max() <= 2 * doubt


def test_a_rough_path_goes_round_what_one_text_leaves_out() -> None:
    """Rare words vote for where the texts meet again."""
    source = [f"mot{i} nom{i * 31 % 997}zz" for i in range(100, 900)]
    target = source[:300] + source[500:]
    ours, theirs = read_side(source)[0], read_side(target)[0]
    track, doubt = rough_path(ours, theirs, find_cognates(ours, theirs))

    for place in (100, 250, 600, 700):
        expected = place if place < 300 else place - 200
        assert abs(int(track.low[place]) - expected) <= 2 * doubt + 2
