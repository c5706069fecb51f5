"""A phrase is found where its words stand side by side, in any form or to the letter."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.memory.concordance import Phrase, find_phrase, parse_phrase
from termbase.text.normalise import fold

french = st.lists(st.sampled_from(["satellite", "satellites", "russe", "russes", "et", ", "])).map(
    " ".join
)


@pytest.mark.parametrize(
    ("text", "query", "language", "shown"),
    [
        ("Deux engins spatiaux.", "engin spatial", "fr", ["engins spatiaux"]),
        ("Deux engins spatiaux.", '"engin spatial"', "fr", []),
        ("Deux Engins Spatiaux.", '"engins spatiaux"', "fr", ["Engins Spatiaux"]),
        ("Budget de l’État de l'Union", "l'état de l’union", "fr", ["l’État de l'Union"]),
        ("о малых спутниках", "малый спутник", "ru", ["малых спутниках"]),
        ("small satellites", "satellite small", "en", []),
        ("a satellite and satellites", "satellite", "en", ["satellite", "satellites"]),
        ("a a a", '"a a"', "en", ["a a"]),
        ("télécharger, télédétection", "télé*", "fr", ["télécharger", "télédétection"]),
        ("la télédétection de la Terre", "*tection * la", "fr", ["télédétection de la"]),
        ("орбитальных группировок", "группировка", "ru", ["группировок"]),
        ("под о\u0301блаками", "облако", "ru", ["о\u0301блаками"]),
        ("после би\u0301твы", "битва", "ru", ["би\u0301твы"]),
        ("卫星遥感数据，遥感。", "遥感", "zh", ["遥感", "遥感"]),
        ("カメラ を使う", '"カメラ を"', "ja", ["カメラ を"]),
        ("卫星 遥感、卫星遥感", "卫星遥感", "zh", ["卫星遥感"]),
        ("カメラを使う", "カメラ を", "ja", ["カメラを"]),
        ("Новий об’єкт, сім'я", "об'єктами", "uk", ["об’єкт"]),
        ("Два об’єкти", '"об\'єкти"', "uk", ["об’єкти"]),
        ("GPS衛星のデータ", "GPS衛星", "ja", ["GPS衛星"]),
        ("遥感数据。", "*感*", "zh", ["遥感数据"]),
        ("anything", "* **", "en", []),
        ("anything", "«»", "en", []),
        ("anything", "", "en", []),
    ],
)  # fmt: skip
def test_a_phrase_is_found_in_its_forms(text, query, language, shown) -> None:
    """In quotes only these very words count, in any case; the order always counts."""
    spans = find_phrase(text, parse_phrase(query), language)

    assert [text[start:end] for start, end in spans] == shown


@given(french, french)
def test_found_spans_hold_the_phrase_and_do_not_overlap(text: str, query: str) -> None:
    """Each span shows the words asked for, in order, and starts behind the one before."""
    phrase = Phrase(tuple(fold(query).replace(",", " ").split()), exact=True)

    spans = find_phrase(text, phrase, "fr")

    for start, end in spans:
        assert tuple(fold(text[start:end]).replace(",", " ").split()) == phrase.words
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert bool(spans) == (
        bool(phrase.words)
        and f" {' '.join(phrase.words)} " in f" {' '.join(text.replace(',', ' ').split())} "
    )


@pytest.mark.parametrize(
    ("query", "phrase"),
    [
        ('"a"', Phrase(("a",), exact=True)),
        ('""', Phrase((), exact=False)),
        ('  "L’État" ', Phrase(("l", "état"), exact=True)),
        ('l\'"État"', Phrase(("l", "état"), exact=False)),
    ],
)
def test_double_quotes_around_the_whole_mean_to_the_letter(query, phrase) -> None:
    """Quotes elsewhere are signs like others."""
    assert parse_phrase(query) == phrase


def test_a_word_that_only_shares_a_stem_is_no_form() -> None:
    """mines and minerai have one stem; only the first is a form of mine."""
    text = "Les mines et leur minerai."
    assert [text[a:b] for a, b in find_phrase(text, parse_phrase("mine"), "fr")] == ["mines"]


def test_a_language_that_nobody_knows_has_words_without_forms() -> None:
    """What a file called xx-zz can still be searched, word by word."""
    assert find_phrase("Blah fermez.", parse_phrase("fermez"), "xx-zz") == [(5, 11)]
