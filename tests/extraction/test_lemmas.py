"""Dictionary forms are the same, wherever the words of a language are read from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termbase.extraction import lemmas
from termbase.stores.lexicon_shelf import LexiconShelf
from termbase.text import kept_words, lexicons

WORDS = "chevaux spatiaux energies nanosatellites hyperspectraux ont porte-avions qqqq l'état"


@pytest.fixture
def forget() -> Iterator[None]:
    """Nothing is known from before, and nothing is kept for later."""
    makers = list(kept_words._makers)
    every = (lemmas.dictionary_form, lemmas.is_known, lemmas._dictionaries)
    every += (lemmas._lemmatizer, lemmas._known_words)
    for one in every:
        one.cache_clear()
    kept_words._makers.clear()
    yield
    kept_words._makers[:] = makers
    for one in every:
        one.cache_clear()


@pytest.mark.parametrize("few", [5000, 4])
@pytest.mark.usefixtures("forget")
def test_a_file_of_words_says_what_the_list_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """A file answers soon, memory soon for many words; the answers are those of simplemma."""
    import simplemma

    monkeypatch.setattr(lexicons, "_KEPT", few)
    kept_words.keep_words(lambda: LexiconShelf(str(tmp_path)))

    for word in WORDS.split():
        assert lemmas.is_known(word, "fr") == simplemma.is_known(word, lang="fr")
        if lemmas.is_known(word, "fr"):
            assert lemmas.dictionary_form(word, "fr") == simplemma.lemmatize(word, lang="fr")
    assert list(tmp_path.glob("fr-*.db"))
