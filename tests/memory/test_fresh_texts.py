"""Texts that are in no index file yet are compared one by one."""

from hypothesis import given
from hypothesis import strategies as st

from termbase.memory.fresh_texts import FreshTexts
from termbase.memory.similarity import raw_score

words = st.lists(st.sampled_from(["a", "b", "c", "d", ",", "le", "mot"]), max_size=9)
texts = st.lists(words, max_size=12)


@given(texts, texts, words | st.just(["b", "autre"]))
def test_near_gives_what_comparing_all_gives(first, second, query) -> None:
    """Whatever is added between two searches, of any length, the empty text included."""
    fresh = FreshTexts()
    added: list[list[str]] = []
    for some in (first, second):
        for one in some:
            fresh.add(" ".join(one), len(added))
            added.append(one)
        for minimum in (1, 60, 75, 100):
            scores = [(unit, raw_score(query, one)) for unit, one in enumerate(added)]
            wanted = sorted(one for one in scores if one[1] >= minimum)
            assert sorted(fresh.near(query, minimum)) == wanted
