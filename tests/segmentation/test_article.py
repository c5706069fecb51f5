"""The documents that the project serves, cut as a translator would cut them."""

from pathlib import Path

import pytest

from termbase.segmentation import segment

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("document", ["article", "news"])
@pytest.mark.parametrize("language", ["fr", "en", "ru"])
def test_a_document_is_cut_as_the_gold_says(document, language):
    """Each rendering has exactly the segments of the gold, in order."""
    text = (ROOT / f"tm/sources/{document}.{language}.txt").read_text(encoding="utf-8")
    gold = (ROOT / f"tests/gold/{document}.{language}.segments.txt").read_text(encoding="utf-8")

    segments = segment(text, language)

    assert [one.content for one in segments] == gold.splitlines()
    assert "".join(one.text for one in segments) == text
