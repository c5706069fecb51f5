"""However a language is written, it is one tag."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import UnknownLanguageError
from termbase.model.language import language_named, language_tag, primary, speaks

tags = st.sampled_from(["fr", "fr-FR", "fr-CA", "en", "sr-Latn", "sr-Latn-RS", "sr-Cyrl-RS", "ru"])


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("fr_FR", "fr-FR"),
        ("FR-fr", "fr-FR"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("fra-FR", "fr-FR"),
        ("RUS", "ru"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("zh-HANT", "zh-Hant"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("myv", "myv"),
        (" en ", "en"),
    ],
)
def test_a_language_has_one_tag(written: str, tag: str) -> None:
    """Case, underscores and the three-letter codes of ISO 639-2 do not matter."""
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("iw", "did you mean «he»?"),
        ("french", "did you mean «fr»?"),
        ("anglais", "did you mean «en»?"),
        ("Русский", "did you mean «ru»?"),
        ("немецкий", "did you mean «de»?"),
        ("xx", "use a code such as fr, en or ru"),
        ("", "use a code such as fr, en or ru"),
        ("fr--", "did you mean «fr»?"),
        ("fr-français", "did you mean «fr»?"),
        ("ßß", "use a code"),
    ],
)
def test_what_is_no_language_is_refused_with_a_hint(written: str, hint: str) -> None:
    """The message says what was written and what was probably meant."""
    with pytest.raises(UnknownLanguageError) as caught:
        language_tag(written)

    assert f"«{written}»" in str(caught.value)
    assert hint in str(caught.value)


@given(st.text(max_size=12))
def test_a_tag_is_its_own_tag(written: str) -> None:
    """Either a text is refused, or its tag means itself."""
    try:
        tag = language_tag(written)
    except UnknownLanguageError:
        return

    assert language_tag(tag) == tag
    assert primary(written) == tag.split("-")[0]


@pytest.mark.parametrize(
    ("written", "wanted", "answer"),
    [
        ("fr-CA", "fr", True),
        ("fr", "fr-CA", True),
        ("fr-FR", "fr-CA", False),
        ("FRA_ca", "fr-CA", True),
        ("fr", "en", False),
        ("x-unknown", "X-UNKNOWN", True),
        ("x-unknown", "fr", False),
    ],
)
def test_a_wish_takes_what_does_not_contradict_it(written, wanted, answer) -> None:
    """Without a region every region will do; with one, that region and texts without any."""
    assert speaks(written, wanted) is answer


@given(tags, tags)
def test_speaking_goes_both_ways(one: str, other: str) -> None:
    """A text answers a wish exactly when the wish could be the text."""
    assert speaks(one, other) == speaks(other, one)
    assert speaks(one, one)


def test_the_head_of_a_column_names_a_language() -> None:
    """Tables say French or русский, whatever the case."""
    assert [language_named(one) for one in (" FRENCH", "русский", "fr", "")] == ["fr", "ru", "", ""]
