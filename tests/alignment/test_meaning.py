"""What an encoder adds, by one that is small enough to read: words of two invented languages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.alignment import align
from termbase.model.bead import Bead

RANDOM = np.random.default_rng(7)
SOUNDS = ["ba", "ke", "mi", "zo", "ru", "ta", "li", "no", "pe", "su"]


def word(number: int, language: str) -> str:
    """Return a word for a number; words of two languages have no sound in common."""
    half = SOUNDS[:5] if language == "fi" else SOUNDS[5:]
    return "".join(half[number // 5**place % 5] for place in range(4))


def sentence(numbers: np.ndarray, language: str) -> str:
    return " ".join(word(int(number), language) for number in numbers)


NUMBERS = RANDOM.permutation(625)[:56].reshape(14, 4)
SOURCE = [sentence(each, "fi") for each in NUMBERS]
WHOLE = [sentence(each, "eo") for each in NUMBERS]
TARGET = [*WHOLE[:5], *WHOLE[6:9], f"{WHOLE[9]} {WHOLE[10]}", *WHOLE[11:]]
RIGHT = [
    *[((i,), (i,)) for i in range(5)],
    ((5,), ()),
    *[((i,), (i - 1,)) for i in range(6, 9)],
    ((9, 10), (8,)),
    *[((i,), (i - 2,)) for i in range(11, 14)],
]
MEANINGS = RANDOM.normal(size=(625, 32)).astype(np.float32)


def encode(texts: list[str], language: str) -> np.ndarray:
    """Add up the meanings of the words."""
    numbers = {word(number, language): number for number in range(625)}
    found = [[numbers[one] for one in text.split() if one in numbers] for text in texts]
    return np.array([MEANINGS[one].sum(axis=0) for one in found])


def sides(beads: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def test_an_encoder_tells_what_no_word_tells() -> None:
    """Which of many sentences of one length was left out, and which two were joined."""
    assert sides(align(SOURCE, TARGET, "fi", "eo")) != RIGHT
    assert sides(align(SOURCE, TARGET, "fi", "eo", encode=encode)) == RIGHT


def test_an_encoder_makes_sure() -> None:
    """What words and meaning both say is said with more confidence."""
    without = align(SOURCE, TARGET, "fi", "eo")
    beads = align(SOURCE, TARGET, "fi", "eo", encode=encode)

    assert min(bead.confidence for bead in beads) > max(bead.confidence for bead in without)


def test_an_encoder_is_asked_once_for_each_stretch_and_in_its_language() -> None:
    """Single segments and stretches of up to four, however often they stand in the text."""
    asked: list[tuple[str, list[str]]] = []

    def listening(texts: list[str], language: str) -> np.ndarray:
        asked.append((language, texts))
        return encode(texts, language)

    align([*SOURCE, SOURCE[0]], TARGET, "fi", "eo", encode=listening)
    texts = dict(asked)

    assert sorted(language for language, _ in asked) == ["eo", "fi"]
    assert all(len(set(each)) == len(each) for each in texts.values())
    assert set(SOURCE) <= set(texts["fi"])
    assert " ".join(TARGET[3:7]) in texts["eo"]
    assert " ".join(TARGET[3:8]) not in texts["eo"]


@pytest.mark.parametrize("turned", [False, True])
def test_an_encoder_that_tells_nothing_changes_nothing(turned: bool) -> None:
    """All texts alike to it: it neither gains nor costs, from either side."""

    def same(texts: list[str], _: str) -> np.ndarray:
        return np.ones((len(texts), 3), dtype=np.float32)

    pair = (TARGET, SOURCE, "eo", "fi") if turned else (SOURCE, TARGET, "fi", "eo")

    assert align(*pair, encode=same) == align(*pair)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.text("ab ", max_size=5), max_size=9),
    st.lists(st.text("xy ", max_size=5)),
    st.data(),
)
def test_no_encoder_breaks_the_beads(source, target, data) -> None:
    """Whatever it answers, every segment stands in one bead."""

    def noise(texts: list[str], _: str) -> np.ndarray:
        seed = data.draw(st.integers(0, 99))
        return np.random.default_rng(seed).normal(size=(len(texts), 2)).astype(np.float32)

    beads = align(source, target, "fi", "eo", encode=noise)

    assert [one for bead in beads for one in bead.source] == list(range(len(source)))
    assert [one for bead in beads for one in bead.target] == list(range(len(target)))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda _: np.ones((1, 3)), "shape \\(1, 3\\)"),
        (lambda texts: np.ones(len(texts)), "one row of numbers for each"),
        (lambda texts: np.full((len(texts), 3), np.nan), "not finite"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(answer, said) -> None:
    """The message says what came and what was wanted."""
    with pytest.raises(ValueError, match=said):
        align(SOURCE, TARGET, "fi", "eo", encode=lambda texts, _: answer(texts))


def test_a_long_text_is_scored_within_its_band() -> None:
    """A stretch that one text lacks is found by its meaning, far from the straight way."""
    numbers = RANDOM.integers(0, 625, size=(500, 4))
    source = [" ".join(word(int(one), "fi") for one in row) for row in numbers]
    target = [" ".join(word(int(one), "eo") for one in row) for row in numbers[:200]]
    target += [" ".join(word(int(one), "eo") for one in row) for row in numbers[215:]]
    found = set(sides(align(source, target, "fi", "eo", encode=encode)))

    assert {((i,), (i,)) for i in range(190)} <= found
    assert {((i,), (i - 15,)) for i in range(225, 500)} <= found
