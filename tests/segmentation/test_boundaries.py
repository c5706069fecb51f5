"""The quick way decides as the deciders would."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termbase.languages import profile_of
from termbase.languages.profile import listed
from termbase.segmentation.boundaries import Judge
from termbase.segmentation.rules import Rules
from termbase.segmentation.signs import signs_of

ROOT = Path(__file__).parents[2]
WORDS = listed(
    "Elle elle parle l'eau L’Eau art Art im no NO USA Max Cf Ill VIII iii Им km 12 1999 3,5 п гр-н "
    "др Ed ill Yahoo Hauptstr x) (y été"
)
marks = st.sampled_from([". ", ". ", ". ", "? ", "! ", ".\n", " ", "’"])
pairs = st.tuples(st.sampled_from(WORDS), marks).map("".join)
texts = st.lists(pairs, min_size=2).map("".join)


class Careful(Judge):
    """Asks the deciders of every place: slower, and the measure of the quick way."""

    __slots__ = ()

    def _plain(self, start, at):  # noqa: ARG002  # the shape of the quick way
        return None


def decisions(judge, text, language):
    """What a judge decides of a text, taken as one block."""
    one = judge(text, profile_of(language), Rules())
    one.decide(0, len(text), faces=bool(signs_of(text).faces))
    return list(zip(one.places, one.verdicts, strict=True))


@given(texts, st.sampled_from(["fr", "en", "ru", "de", "is"]))
@example("NO Yahoo! NO. ", "fr")
@example("12.\nYahoo! NO. ", "fr")
def test_the_quick_way_decides_as_the_deciders_would(text, language):
    """Same places, same verdicts, same rules, over words that are abbreviations and words."""
    assert decisions(Judge, text, language) == decisions(Careful, text, language)


@pytest.mark.parametrize("language", ["fr", "en", "ru"])
def test_the_quick_way_decides_as_the_deciders_would_on_the_article(language):
    """So it is on real prose."""
    text = (ROOT / f"tm/sources/article.{language}.txt").read_text(encoding="utf-8")

    assert decisions(Judge, text, language) == decisions(Careful, text, language)
