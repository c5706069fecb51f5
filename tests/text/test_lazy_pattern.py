"""Expressions that are compiled by their first use."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.lazy_pattern import lazy_pattern

PATTERNS = (r"\w+", r"(?<=d)['’]", "«(?P<gap>[ \u202f]?)", r"\d+(?:,\d+)?")
texts = st.lists(st.sampled_from(["d'État", "« x »", "8,57", "\u202f", ""]) | st.text()).map(
    "".join
)


@given(st.sampled_from(PATTERNS), texts)
def test_a_lazy_pattern_answers_as_a_compiled_one(pattern: str, text: str) -> None:
    """Whichever method is asked first."""
    compiled = re.compile(pattern)

    assert lazy_pattern(pattern).findall(text) == compiled.findall(text)
    assert lazy_pattern(pattern).sub("·", text) == compiled.sub("·", text)
    assert lazy_pattern(pattern).split(text) == compiled.split(text)
    assert [one.span() for one in lazy_pattern(pattern).finditer(text)] == [
        one.span() for one in compiled.finditer(text)
    ]


def test_nothing_is_compiled_before_it_is_asked() -> None:
    """A wrong expression is refused by its first use, not where it stands."""
    wrong = lazy_pattern("(")

    with pytest.raises(re.error):
        wrong.search("x")


def test_flags_count() -> None:
    """As they do in a compiled expression."""
    assert lazy_pattern("é", re.IGNORECASE).search("É")


def test_what_no_expression_has_is_none_of_it() -> None:
    """So that copying and showing it do not compile it."""
    assert not hasattr(lazy_pattern("x"), "__length_hint__")
