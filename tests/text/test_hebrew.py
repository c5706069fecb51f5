"""Small words that Hebrew writes to the beginning of others hide no term."""

from __future__ import annotations

import pytest

from termbase.model.concept import Concept, Term
from termbase.terms.recognise import Recogniser
from termbase.text.forms import word_keys


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("בחללית", "חללית"),
        ("שבחללית", "חללית"),
        ("מהחללית", "חללית"),
        ("ולוויינים", "לוויין"),
        ("וכשהלוויין", "לוויין"),
    ],
)
def test_a_word_has_the_lemma_that_it_has_without_small_words(word: str, lemma: str) -> None:
    """«in», «that», «from the», «and», «and when the»."""
    assert lemma in word_keys(word, "he")


def test_a_term_is_recognised_behind_small_words() -> None:
    known = Recogniser([Concept("1", (Term("חללית", "he"),))], "he")

    text = "האסטרונאוט בחללית ומהחללית"
    found = [text[hit.start : hit.end] for hit in known.recognise(text)]
    assert found == ["בחללית", "ומהחללית"]
