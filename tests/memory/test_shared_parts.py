"""The longest parts of a query that texts have too."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from memory.indexes import index_of_tokens
from termbase.memory.fresh_texts import FreshTexts
from termbase.memory.shared_parts import (
    common_parts,
    fresh_parts,
    index_parts,
    is_telling,
    longest_parts,
)

words = st.sampled_from(["satellite", "de", "la", "russe", "orbite", ","])
texts = st.lists(words, max_size=8)


def slow_parts(text: list[str], query: list[str]) -> set[tuple[int, int]]:
    """Return the parts in common that no longer one at the same places holds."""
    found = set()
    for at in range(len(text)):
        for start in range(len(query)):
            size = 0
            while text[at + size : at + size + 1] == query[start + size : start + size + 1] != []:
                size += 1
            begun = at and start and text[at - 1] == query[start - 1]
            if size > 1 and not begun:
                found.add((start, start + size))
    return found


@given(texts, texts)
def test_common_parts_are_those_that_comparing_all_places_finds(text, query) -> None:
    """Each as long as it is, whatever is repeated."""
    assert set(common_parts(text, query)) == slow_parts(text, query)


@given(st.lists(texts, max_size=40), texts)
def test_an_index_and_fresh_texts_know_the_same_parts(found, query) -> None:
    """All telling ones, each with its units, frequent tokens or not."""
    wanted: dict[tuple[int, int], list[int]] = {}
    fresh = FreshTexts()
    for unit, text in enumerate(found):
        fresh.add(" ".join(text), unit)
        for part in slow_parts(text, query):
            if is_telling(query[slice(*part)]):
                wanted.setdefault(part, []).append(unit)

    assert fresh_parts(fresh, query) == wanted
    assert index_parts(index_of_tokens(found), query) == wanted


def test_words_that_many_units_of_a_small_memory_have_are_a_part() -> None:
    """A subject that a twentieth of its units is about is what a translator asks for."""
    found = [["un", "satellite", "russe", str(n)] for n in range(40)]
    parts = index_parts(index_of_tokens(found), ["le", "satellite", "russe", "vole"])
    assert parts == {(1, 3): list(range(40))}


@given(
    st.sets(st.tuples(st.integers(0, 9), st.integers(1, 9)).filter(lambda one: one[0] < one[1])),
    st.integers(1, 9),
)
def test_longest_parts_never_overlap(found, least) -> None:
    """And the longest of all that help is among them."""
    query = ["word"] * 10
    helpful = {one for one in found if one[1] - one[0] <= least}

    kept = longest_parts(found, query, 3, helpful.__contains__)

    assert all(one[1] <= two[0] for one, two in pairwise(kept))
    assert helpful.issuperset(kept)
    if helpful:
        longest = max(end - start for start, end in helpful)
        assert longest in {end - start for start, end in kept}
