"""Renderings that nobody has written down are guessed from what stands opposite."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from termbase.memory.guess_renderings import Guesser
from termbase.memory.similarity import tokens
from termbase.text.forms import stem

REMOTE = [
    "Remote sensing of the Earth is old.",
    "A satellite for remote sensing was built.",
    "The data of remote sensing are free.",
]
OTHERS = [
    *("The satellite was built of steel.", "A sensor of the Earth is free.", "The data are old.")
    * 25,
    "The remote station was closed.",
]


class Texts:
    """All texts of a language, the first of which translate the phrase."""

    def __init__(self, texts: Sequence[str], others: Sequence[str]) -> None:
        self._texts = [tokens(text) for text in texts]
        self._all = [*self._texts, *map(tokens, others)]

    def sample(self) -> list[str]:
        """Serve `Translations`."""
        return [" ".join(one) for one in self._all]

    def count(self) -> int:
        """Serve `Translations`."""
        return len(self._all)

    def frequency(self, token: str) -> int:
        """Serve `Translations`."""
        return sum(token in one for one in self._all)

    def having(self, words: Sequence[set[str]]) -> tuple[int, int]:
        """Serve `Translations`."""
        here, there = (
            sum(all(not one.isdisjoint(text) for one in words) for text in texts)
            for texts in (self._texts, self._all)
        )
        return here, there


def guesser(texts: Sequence[str], others: Sequence[str] = OTHERS, phrase: int = 1) -> Guesser:
    """Return what guesses in English texts."""
    return Guesser(phrase, len(texts), Texts(texts, others), lambda word: stem(word, "en"))


def said(texts: Sequence[str], *, known: bool = False, others: Sequence[str] = OTHERS) -> list[str]:
    """Return the renderings guessed, as stems joined by a space."""
    return [" ".join(run) for run in guesser(texts, others).guess(texts, known=known)]


def test_what_stands_in_most_translations_and_seldom_elsewhere_is_the_rendering() -> None:
    """«remote sensing», not «satellite», «of», nor half of it."""
    assert said(REMOTE) == ["remot sens"]


def test_a_word_that_is_common_in_a_field_may_end_a_rendering() -> None:
    """Every thirtieth text speaks of «data», yet nearly all that speak of «remote data»."""
    shared = ["Remote data are old.", "A satellite sent remote data.", "The remote data is free."]
    others = [*OTHERS[:60], "The data were built.", "A sensor gave data.", *OTHERS[-1:] * 3]

    assert said(shared, others=[one for one in others if one != "The data are old."]) == [
        "remot data"
    ]


def test_one_text_proves_nothing_however_often_it_is_repeated() -> None:
    """A sentence that a memory has ten times is one text."""
    assert said([REMOTE[0]] * 10) == []


def test_other_renderings_are_sought_where_the_first_is_not() -> None:
    """Each way is found, in any form of its words; two texts are few where a way is known."""
    probes = ["Teledetection is old.", "Teledetections are free.", "The teledetection was built."]

    assert said([*REMOTE * 2, *probes]) == ["remot sens", "teledetect"]
    assert said([*REMOTE, *probes[:2]]) == ["remot sens"]
    assert said(probes[:2], known=True) == []


def test_a_word_that_stands_everywhere_renders_nothing() -> None:
    """Four texts have nothing in common but «the»."""
    assert said(["The cat slept.", "The dog ran.", "The bird sang.", "The fish swam."]) == []


def test_a_word_that_stands_with_a_common_phrase_by_chance_renders_nothing() -> None:
    """It is in half of the 80 texts, and in 18 of the 30 that translate the phrase: 15 by chance.

    That it is rarer in short texts, which show what is common, proves nothing.
    """
    texts = [f"one{at}{' hand' * (at < 18)} two{at}" for at in range(30)]
    others = [*(f"three{at} four" for at in range(28)), *(f"five{at} hand" for at in range(22))]

    class Short(Texts):
        def sample(self) -> list[str]:
            return super().sample()[30:58]

    there = Short(texts, others)

    assert Guesser(1, 30, there, str).guess(texts, known=False) == []
    assert there.having([{"hand"}]) == (18, 40)


def test_no_rendering_reaches_across_a_sign() -> None:
    """«Minsk, Belarus» are two; both are marked where they stand."""
    texts = ["In Minsk, Belarus slept.", "From Minsk: Belarus ran.", "To Minsk (Belarus) sang."]
    one = guesser(texts)
    runs = one.guess(texts, known=False)

    assert runs[0] in (("minsk",), ("belarus",))
    assert one.mark("Minsk, Belarus.", [("minsk",), ("belarus",)]) == [
        (0, 5, ("minsk",)),
        (7, 14, ("belarus",)),
    ]


@given(
    st.lists(
        st.lists(
            st.sampled_from(["remote", "sensing", "of", "données", ",", "«", "état’s", "1957", ""])
        ).map(" ".join),
        max_size=6,
    )
)
def test_marks_stand_apart_and_in_order(texts: list[str]) -> None:
    """Whatever the texts are, each mark holds words, and none overlaps another."""
    one = guesser(texts)
    runs = one.guess(texts, known=False)

    for text in texts:
        marked = one.mark(text, runs)
        ends = [0, *(end for _, end, _ in marked)]
        assert all(end <= start for end, (start, *_) in zip(ends, marked, strict=False))
        assert all(text[start:end].strip() for start, end, _ in marked)
