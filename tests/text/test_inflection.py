"""Forms of a word share a key and have endings of one word; derived words do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.forms import unstressed, word_keys
from termbase.text.inflection import inflects

FORMS = [
    ("fr", "spatial", "spatiaux"),
    ("fr", "essai", "essais"),
    ("fr", "mal", "maux"),
    ("fr", "travail", "travaux"),
    ("fr", "lieu", "lieux"),
    ("fr", "petit", "petits"),
    ("fr", "aigu", "aiguë"),
    ("fr", "toucher", "touchent"),
    ("fr", "propager", "propagent"),
    ("fr", "œil", "yeux"),
    ("en", "woman", "women"),
    ("en", "life", "lives"),
    ("en", "bus", "buses"),
    ("en", "child", "children"),
    ("en", "stop", "stopped"),
    ("en", "study", "studies"),
    ("ru", "журнал", "журналы"),
    ("ru", "группировка", "группировок"),
    ("ru", "система", "систему"),
    ("ru", "начало", "начале"),
    ("ru", "время", "времени"),
    ("ru", "боец", "бойцов"),
    ("ru", "церковь", "церкви"),
    ("ru", "год", "лет"),
    ("ru", "союзное", "союзного"),
    ("ru", "зондирование", "зондирования"),
    ("ru", "станция", "станций"),
]
DERIVED = [
    ("fr", "équipement", "équipe"),
    ("fr", "infection", "infectées"),
    ("fr", "français", "france"),
    ("fr", "parti", "partir"),
    ("fr", "tousse", "tous"),
    ("fr", "fois", "foi"),
    ("en", "alias", "alia"),
    ("en", "sites", "sit"),
    ("en", "rides", "rid"),
    ("en", "location", "located"),
    ("en", "timing", "time"),
    ("en", "attachment", "attached"),
    ("ru", "открытие", "открытой"),
    ("ru", "возможность", "возможное"),
    ("ru", "ангел", "англии"),
    ("ru", "золото", "золотых"),
    ("ru", "быт", "быть"),
    ("ru", "измениться", "изменить"),
]


@pytest.mark.parametrize(("language", "own", "form"), FORMS)
def test_a_form_is_known_for_its_word(language: str, own: str, form: str) -> None:
    """Both share a key, and the endings agree."""
    assert set(word_keys(own, language)) & set(word_keys(form, language))
    assert inflects(unstressed(own), unstressed(form), language)


@pytest.mark.parametrize(("language", "own", "form"), DERIVED)
def test_a_derived_word_is_no_form(language: str, own: str, form: str) -> None:
    """Stemmers may throw them together; their endings are of different words."""
    assert not inflects(own, form, language)


def test_a_noun_has_only_its_number() -> None:
    """What is known to be a noun takes neither a gender nor the endings of a verb."""
    assert inflects("capital", "capitaux", "fr", kind="noun")
    assert not inflects("capital", "capitale", "fr", kind="noun")
    assert not inflects("work", "worked", "en", kind="noun")


def test_marks_of_stress_do_not_matter() -> None:
    """A Russian word with its stress marked has the keys of the word without."""
    assert word_keys("Би\u0301тва", "ru") == word_keys("битва", "ru")


@given(st.text(min_size=1, max_size=12), st.sampled_from(["fr", "en", "ru", "de", "zh"]))
def test_every_word_is_a_form_of_itself(word: str, language: str) -> None:
    """Any text whatever has at least one key and inflects to itself."""
    assert word_keys(word, language)
    assert inflects(word, word, language)
