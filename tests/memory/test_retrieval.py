"""The index gives what comparing everything gives, whichever way the filter takes."""

import random
from collections import Counter
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.indexes import index_of, opened
from termbase.memory.build_index import Texts
from termbase.memory.retrieval import near
from termbase.memory.similarity import raw_score, tokens
from termbase.memory.token_stream import token_stream

WORDS = ["le", "de", "la", ",", ".", "satellite", "orbite", "l’", "État", "Ёлка", "8,57", "été"]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), max_size=12)
anything = st.text(max_size=30)


def brute(found: list[str], query: str, minimum: int) -> Counter[tuple[int, int]]:
    """Return unit and raw score of every text that reaches a minimum, by comparing all."""
    asked = tokens(query)
    scored = ((unit, raw_score(asked, tokens(text))) for unit, text in enumerate(found))
    return Counter(one for one in scored if one[1] >= minimum)


@given(texts, st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), st.integers(1, 100))
def test_a_small_index_gives_what_comparing_all_gives(found, query, minimum) -> None:
    """The same units with the same scores, at every minimum."""
    assert Counter(near(index_of(found), tokens(query), minimum)) == brute(found, query, minimum)


@pytest.mark.parametrize("words", [30, 300, 5000])
@pytest.mark.parametrize("minimum", [50, 60, 70, 75, 85, 100])
def test_a_large_index_gives_what_comparing_all_gives(words: int, minimum: int) -> None:
    """With frequent tokens and rare ones, so that every way of the filter is taken."""
    chance = random.Random(words)
    vocabulary = [f"w{n}" for n in range(words)]
    weights = [1 / (n + 1) for n in range(words)]

    def text() -> str:
        return " ".join(chance.choices(vocabulary, weights, k=chance.randint(1, 14)))

    found = [text() for _ in range(3000)]
    index = index_of(found)
    queries = [*chance.sample(found, 4), text(), f"unheard {text()}", "unheard of"]
    for one in chance.sample(found, 4):
        cut = one.split()
        cut[chance.randrange(len(cut))] = "w1"
        queries.append(" ".join(cut))

    for query in queries:
        assert Counter(near(index, tokens(query), minimum)) == brute(found, query, minimum)


def test_a_query_of_ten_thousand_words_is_answered() -> None:
    """Longer than any text, or as long as one; with more tokens than a byte can name."""
    long = " ".join(f"w{n}" for n in range(10_000))
    index = index_of(["w1 w2", long, long.replace("w5000 ", "other ")])

    assert sorted(near(index, tokens(long), 70)) == [(1, 100), (2, 99)]
    assert near(index, tokens(long + " more" * 9000), 70) == []


@given(texts, anything)
def test_exact_gives_the_rows_with_these_tokens(found, query) -> None:
    """Spellings decide, not hashes."""
    index = index_of([*found, query])
    rows = {index.views["units"][row] for row in index.exact(tokens(query))}

    wanted = tokens(query)
    assert rows == {n for n, text in enumerate([*found, query]) if tokens(text) == wanted}


@given(texts, texts, st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
def test_joined_indexes_hold_the_texts_of_both(one, other, query) -> None:
    """And those of living units alone, where that is asked."""
    second = Texts(BytesIO())
    second.add(other, range(100, 100 + len(other)))
    joined, living = Texts(BytesIO()), Texts(BytesIO())
    for index in (index_of(one), opened(second)):
        joined.add_index(index)
        living.add_index(index, np.arange(100, dtype=np.uint32))

    expected = brute(one, query, 40)
    both = expected + Counter(
        {(100 + n, raw): c for (n, raw), c in brute(other, query, 40).items()}
    )
    assert Counter(near(opened(joined), tokens(query), 40)) == both
    assert Counter(near(opened(living), tokens(query), 40)) == expected


@given(st.lists(anything | st.sampled_from(["", " ", "\u0301a", "İ", "ﬃ", "a\nb"]), max_size=6))
def test_texts_folded_at_once_have_the_tokens_of_each(found) -> None:
    """Nothing of one text reaches the next."""
    each = [tokens(text) for text in found]

    stream, lengths = token_stream(found)

    assert stream == [token.encode("utf-8", "surrogatepass") for some in each for token in some]
    assert lengths.tolist() == [len(some) for some in each]
