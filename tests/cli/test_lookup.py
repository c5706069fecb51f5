"""What lookup answers beside its table: one term alone, the terms of a text, and what it refuses."""

from pathlib import Path

import pytest

from command_line import run


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("remote sensing", "télédétection"),
        ("дистанционное зондирование", "télédétection"),
        ("télédétection", "remote sensing"),
    ],
)
def test_the_term_alone_is_of_the_first_other_language(
    query: str, first: str, article: Path
) -> None:
    """-1 answers a query in a target language in the source language, one in that in the first."""
    assert run("lookup", query, "-1", folder=article).out == f"{first}\n"
