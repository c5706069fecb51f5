"""Three keys, each coarser than the one before: what a reader takes for one spelling is one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.normalise import fold, unaccented, unpunctuated

words = st.sampled_from(
    ["L’État", "œuvre", "Ё", "й", "Й", "e\u0301", "n°", "\u00a0", "\u00ad", "ſ"]
)
texts = st.lists(words | st.text(max_size=3), max_size=6).map("".join)


@pytest.mark.parametrize(
    "spelling",
    ["l'état", "L’ÉTAT", "lʼÉtat", "L\u2018e\u0301tat", "l'é\u00adtat", " L'État\u00a0", "l´état"],
)
def test_what_readers_overlook_folds_away(spelling: str) -> None:
    """Case, kinds of apostrophe, soft hyphens, composition and outer spaces."""
    assert fold(spelling) == "l'état"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("complexe‑SG", "complexe-sg"),
        ("в\u00a0 космос", "в космос"),
        ("Ёлка", "елка"),
        ("STRASSE", "straße"),
        ("а\u200bб", "аб"),
        ("a\u202fb", "a b"),
        ("nº 3", "N° 3"),
    ],
)
def test_spellings_of_one_word_fold_to_one(one: str, other: str) -> None:
    """Hyphens, spaces of any width, ё and е, ß and ss."""
    assert fold(one) == fold(other)


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A key is its own key, and so are the coarser ones."""
    folded = fold(text)
    bare = unaccented(folded)

    assert fold(folded) == folded
    assert unaccented(bare) == bare
    assert unpunctuated(unpunctuated(bare)) == unpunctuated(bare)


@given(texts)
def test_composition_and_case_never_matter(text: str) -> None:
    """However the accents are composed and whatever the case, the key is the same."""
    decomposed = unicodedata.normalize("NFD", text)

    assert fold(decomposed) == fold(text)
    assert fold(text.casefold()) == fold(text)


@given(texts, texts)
def test_each_key_is_coarser_than_the_one_before(one: str, other: str) -> None:
    """Texts that share a key share every coarser key."""
    pairs = [(one, other), (one, one.upper().lower()), (one, one.swapcase())]
    for left, right in pairs:
        if fold(left) == fold(right):
            assert unaccented(fold(left)) == unaccented(fold(right))
            assert unpunctuated(unaccented(fold(left))) == unpunctuated(unaccented(fold(right)))


def test_accents_and_ligatures_go_but_short_i_stays() -> None:
    """Nobody types й as и by chance: it is a letter of its own."""
    assert unaccented(fold("Œuvre, Łódź, Ærø")) == "oeuvre, lodz, aero"
    assert unaccented(fold("Байконур")) == "байконур"
    assert unaccented(fold("ви\u0306й")) == "вйй"


def test_only_letters_and_digits_are_left() -> None:
    """The plain key of a code is the same with and without its signs."""
    assert unpunctuated("союз-2.1 б / «a»") == "союз21бa"
