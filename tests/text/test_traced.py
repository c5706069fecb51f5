"""Keys that know where their signs come from: shown where they stand, whatever was folded."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from termbase.terms.keys import spelling_keys
from termbase.text.traced import traced

words = st.sampled_from(
    ["L’État", "œuvre", "Ёж", "й", "e\u0301", "n°", "\u00a0 ", "\u00ad", "ß", "ﬁn", "km²", "한"]
)
texts = st.lists(words | st.text(max_size=3), max_size=6).map("".join)


@given(texts)
def test_traced_keys_are_the_keys(text: str) -> None:
    """Letter by letter; places are as many as signs, in order, and within the text."""
    for one, key in zip(traced(text), spelling_keys(text), strict=True):
        assert one.key == key
        assert len(one.starts) == len(one.ends) == len(key)
        assert list(one.starts) == sorted(one.starts)
        assert all(0 <= a < b <= len(text) for a, b in zip(one.starts, one.ends, strict=True))


@given(texts, st.sampled_from(["Télédétection", "complexe-SG", "Союз", "Е\u0308лка"]), texts)
def test_what_is_found_in_a_key_is_shown_in_the_text(before: str, word: str, after: str) -> None:
    """A word between spaces is given back as it was written, accents, case and all."""
    text = f"{before} {word} {after}"
    for one, key in zip(traced(text), spelling_keys(word), strict=True):
        at = one.key.rfind(key)
        start, end = one.stretch(at, at + len(key))

        assert spelling_keys(text[start:end])[2] == spelling_keys(word)[2]
        if text.count(word) == 1 and one.key.count(key) == 1:
            assert unicodedata.normalize("NFC", text[start:end]).startswith(
                unicodedata.normalize("NFC", word)
            )
