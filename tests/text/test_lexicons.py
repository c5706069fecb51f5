"""What lexicons say of words, and that each language falls back to the next best thing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text import lexicons
from termbase.text.forms import unstressed, word_keys
from termbase.text.inflection import inflects, kind_alone
from termbase.text.lexicons import NOUN, readings

LANGUAGES = ["fr", "en", "ru", "uk", "de", "be", "ja", "tr", "ar", "xx-zz"]


@pytest.mark.parametrize(
    ("language", "form", "lemma"),
    [
        ("ru", "судов", "судно"),
        ("ru", "судов", "суд"),
        ("ru", "людей", "человек"),
        ("uk", "супутника", "супутник"),
        ("uk", "об’єкта", "об'єкт"),
        ("fr", "yeux", "œil"),
        ("en", "best", "good"),
        ("de", "Häuser", "haus"),
    ],
)
def test_a_form_has_its_words_among_its_keys(language: str, form: str, lemma: str) -> None:
    """All of them, where it may be a form of several."""
    assert lemma in word_keys(form, language)


def test_a_word_that_a_lexicon_knows_has_no_stem() -> None:
    """One that none knows has; without a stemmer it has itself alone."""
    assert not any(key.startswith("~") for key in word_keys("engins", "fr"))
    assert word_keys("qqzzers", "fr")[0].startswith("~")
    assert word_keys("qqzzers", "ja") == ("qqzzers",)
    assert word_keys("ғарышкердің", "kk") == ("ғарышкердің",)


def test_a_lexicon_is_kept_unpacked_with_the_first_word_that_is_asked_for(monkeypatch) -> None:
    """Unpacking takes seconds, and who only looks terms up would wait for it every time."""
    kept: list[str] = []

    class Shelf:
        def opened(self, _: str) -> None:
            return None

        def keep(self, name: str, _: object) -> None:
            kept.append(name)

    monkeypatch.setattr(lexicons, "word_shelf", Shelf)
    lexicons._lemmatised.cache_clear()
    lexicons.readings.cache_clear()
    readings("vortoj", "eo")
    readings("vorton", "eo")
    lexicons._lemmatised.cache_clear()

    assert kept == ["eo"]


def test_a_word_in_another_script_unpacks_no_lexicon(monkeypatch) -> None:
    """A base of many languages is asked for words in all of them."""
    asked: list[str] = []
    monkeypatch.setattr(lexicons, "_lemmatised", lambda name: asked.append(name) or (lambda _: ()))
    for language in ("de", "el", "ar", "hr", "bg"):
        readings("спутниках" * 2, language)
        readings("satellitex" * 2, language)

    assert asked == ["de", "hbs", "hbs", "bg"]


@given(st.sampled_from(["engin", "Судов", "об'єкт", "best", "3D", "²"]) | st.text(), st.data())
def test_every_word_has_itself_among_its_keys(word: str, data: st.DataObject) -> None:
    """So equal words always agree, whatever the language."""
    language = data.draw(st.sampled_from(LANGUAGES))

    keys = word_keys(word, language)

    assert len(set(keys)) == len(keys)
    assert unstressed(word, language) in keys


def test_homographs_are_held_apart_by_what_they_are() -> None:
    """«начал» is a form of the noun «начало» and of the verb «начать»."""
    assert {one.kind for one in readings("начал", "ru")} == {"noun", "verb"}
    assert inflects("начало", "начал", "ru", kind=NOUN)
    assert not inflects("начало", "началась", "ru", kind=NOUN)
    assert not inflects("call", "called", "en", kind=NOUN)
    assert inflects("call", "called", "en", kind="verb")


def test_a_word_alone_is_a_noun_if_it_can_be_one() -> None:
    """A French infinitive without a plural is a verb; a Russian adjective is one."""
    assert kind_alone("livre", "fr") == NOUN
    assert kind_alone("aider", "fr") == ""
    assert kind_alone("большой", "ru") == "adjective"


@pytest.mark.parametrize(("own", "form"), [("news", "new"), ("thanks", "thank")])
def test_what_only_looks_like_a_plural_is_none(own: str, form: str) -> None:
    """Where the lexicon knows both as words of their own."""
    assert not inflects(own, form, "en", kind=NOUN)


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_dictionaries_say_the_same_where_no_compiled_reader_can_be_had(language: str) -> None:
    text = "ёлка елка всё спутников людей начал п'яти об'єкта їжаком супутника стали єдності"
    code = (
        "import sys; sys.modules[sys.argv[1]] = None\n"
        "from termbase.text.lexicons import readings\n"
        "print([readings(word, sys.argv[2]) for word in sys.argv[3].split()])"
    )

    def answers(left_out: str) -> str:
        command = [sys.executable, "-X", "utf8", "-c", code, left_out, language, text]
        return subprocess.run(
            command, capture_output=True, check=True, text=True, encoding="utf-8"
        ).stdout

    assert "Reading(" in answers("dawg")
    assert answers("dawg") == answers("dawg_python")
