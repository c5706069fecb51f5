"""What a text says of a subject comes first; what every text says does not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.extraction import extract
from termbase.extraction.general import general_words
from termbase.model.candidate import Candidate

ENGLISH = [
    "The wind turbine turns the rotor.",
    "Wind turbines have rotor blades, and each rotor blade is long.",
    "It is a good idea to look at the rotor blades of the wind turbine.",
]
FRENCH = [
    "La télédétection de la Terre permet de suivre les forêts.",
    "Les spécialistes de télédétection de la Terre utilisent de petits engins spatiaux.",
    "Un engin spatial est une bonne chose.",
]
RUSSIAN = [
    "Система дистанционного зондирования Земли создаётся сейчас.",
    "Дистанционное зондирование Земли важно для многих людей.",
    "Об этом дистанционном зондировании Земли говорили вчера.",
]


def texts_of(found: list[Candidate], first: int = 5) -> list[str]:
    return [one.text for one in found[:first]]


def test_phrases_of_the_subject_come_first_in_english() -> None:
    """Compounds that recur lead; «idea» and «good» are general words."""
    found = extract([ENGLISH], "en")

    assert {"wind turbine", "rotor blade"} <= set(texts_of(found))
    assert "idea" not in texts_of(found, 8)


def test_french_terms_go_over_prepositions_and_articles() -> None:
    """«de la» stands within a term, and its number does not part its forms."""
    by_text = {one.text: one for one in extract([FRENCH], "fr")}

    assert by_text["télédétection de la Terre"].count == 2
    assert by_text["engin spatial"].count == 2
    assert dict(by_text["engin spatial"].forms) == {"engins spatiaux": 1, "engin spatial": 1}


@pytest.mark.parametrize(
    ("language", "segments", "term"),
    [
        ("fr", ["Le capteur hyperspectral vole.", "Les capteurs hyperspectraux volent."], None),
        ("en", ["A nanosatellite flies.", "These nanosatellites fly."], "nanosatellite"),
    ],
)
def test_plurals_that_no_lexicon_has_count_with_their_singular(
    language: str, segments: list[str], term: str | None
) -> None:
    """New words are what terms are made of."""
    by_text = {one.text: one.count for one in extract([segments], language)}

    assert by_text[term or "capteur hyperspectral"] == 2


def test_the_number_of_a_note_is_no_part_of_a_candidate() -> None:
    """«télédétection¹» counts as télédétection, and no phrase goes over the note."""
    segments = ["La télédétection¹ de la Terre.", "La télédétection²³.", "La télédétection."]
    by_text = {one.text: one.count for one in extract([segments], "fr")}

    assert by_text["télédétection"] == 3
    assert not any("¹" in text for text in by_text)


def test_russian_forms_count_together_under_the_nominative() -> None:
    """Three cases of one phrase are one candidate, headed as a dictionary does."""
    [found] = [one for one in extract([RUSSIAN], "ru") if one.key.count(" ") == 2 and one.count > 1]

    assert found.text == "дистанционное зондирование Земли"
    assert found.count == 3
    assert len(found.forms) == 3


def test_russian_adjectives_must_agree() -> None:
    """An adjective that belongs to another noun makes no phrase with this one."""
    found = {one.key for one in extract([["Новую систему ракетой космической выводят."]], "ru")}

    assert "ракета космический" not in found
    assert "новый система" in found


def test_nouns_without_a_gender_agree_with_any_adjective() -> None:
    """A «коллега» is a man or a woman; the lexicon then names no gender, and nothing breaks."""
    found = {one.text for one in extract([["Новый коллега пришёл."]], "ru")}

    assert "новый" in found


@pytest.mark.parametrize(
    ("language", "segment", "wanted", "unwanted"),
    [
        ("en", "The trans-\npon-\nder and the transponder.", {"transponder": 2}, "trans"),
        ("en", "The transponder band- width is low.", {"transponder bandwidth": 1}, "width"),
        ("en", "Two- and three-stage rockets fly.", {}, "twoand"),
        ("en", "The rudder- engines are next.", {"rudder": 1, "engines": 1}, "rudderengine"),
        ("de", "Die Fern-\nerkundung der Erde.", {"Fernerkundung": 1}, "Fern"),
        ("ru", "Дистанци-\nонное зондирование.", {"дистанционное зондирование": 1}, "онное"),
        ("fr", "Une té\u00adlé\u00addé\u00adtection.", {"télédétection": 1}, "té"),
        ("fr", "Une te\u0301le\u0301de\u0301tection.", {"télédétection": 1}, "te"),
        ("en", "A \ufb01ltered sideband.", {"filtered sideband": 1}, "\ufb01ltered"),
    ],
)
def test_words_are_read_as_they_were_before_a_page_was_set(
    language: str, segment: str, wanted: dict[str, int], unwanted: str
) -> None:
    """Hyphens at line ends, soft hyphens, joined letters and loose accents part no word."""
    found = {one.text: one.count for one in extract([[segment]], language)}

    assert wanted.items() <= found.items()
    assert unwanted not in found


def test_every_place_is_the_candidate_itself() -> None:
    """The words at the places of a candidate are one of its forms, whatever their case."""
    for segments, language in ((ENGLISH, "en"), (FRENCH, "fr"), (RUSSIAN, "ru")):
        for one in extract([segments], language):
            forms = {form.casefold() for form, _ in one.forms}
            for place in one.places:
                assert segments[place.segment][place.start : place.end].casefold() in forms


def test_a_score_is_explained_by_its_evidence() -> None:
    """The points add up to the score, and general words count against it."""
    import math

    for one in extract([ENGLISH], "en"):
        points = sum(value for _, value in one.evidence)
        assert one.score == pytest.approx(10 / (1 + math.exp(-points)))
    idea = next(one for one in extract([ENGLISH], "en") if one.text == "idea")
    assert dict(idea.evidence)["general words"] < 0


def test_places_count_segments_through_all_texts() -> None:
    """The second text goes on where the first one ended."""
    [one] = [
        one for one in extract([ENGLISH[:1], ENGLISH[1:2]], "en") if one.text == "wind turbine"
    ]

    assert [place.segment for place in one.places] == [0, 1]


def test_formulas_and_foreign_sentences_give_nothing() -> None:
    """Variables are no words, and an English sentence in a French text has no French terms."""
    assert extract([["x = a b + c d 3 4 12 e f g"]], "fr") == []
    assert (
        extract([["These are the proceedings of the conference about wind turbines."]], "fr") == []
    )


def test_capitals_that_open_a_sentence_are_taken_back() -> None:
    """«Wind turbines» is written small in a dictionary, «Roscosmos» is not."""
    found = {one.text for one in extract([["Wind turbines fly.", "Then Roscosmos came."]], "en")}

    assert "wind turbines" in found
    assert "Roscosmos" in found


@pytest.mark.parametrize(
    ("language", "segment", "terms"),
    [
        ("de", "Ihre Nutzlast war auch schon nach der Trägerrakete da.", {"Nutzlast"}),
        ("es", "La carga útil que era de otros también es la suya.", {"carga útil"}),
        ("pl", "Nasza rakieta nośna była także wtedy już tutaj.", {"rakieta nośna"}),
    ],
)
def test_words_that_hold_sentences_together_are_no_candidates(
    language: str, segment: str, terms: set[str]
) -> None:
    """Where there is no list of general words, those that begin sentences are left out."""
    found = {one.text for one in extract([[segment, segment]], language)}

    assert terms <= found
    assert found.isdisjoint({"auch", "schon", "sein", "nach", "que", "que era", "era", "była"})


def test_a_language_without_lexicon_still_answers() -> None:
    """Words that nobody knows count as nouns, so phrases that recur are found."""
    found = extract([["Spaans maan raket.", "Maan raket vliegt."]], "xh")

    assert "maan raket" in {one.text for one in found}


@given(st.lists(st.text(max_size=30) | st.sampled_from(ENGLISH + FRENCH), max_size=4))
def test_any_text_is_read_and_every_key_comes_once(segments: list[str]) -> None:
    """No text breaks extraction; keys are distinct, scores fall from 10 to 0."""
    found = extract([segments], "fr")

    assert len({one.key for one in found}) == len(found)
    assert all(10 >= one.score >= other.score >= 0 for one, other in pairwise(found))


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_general_words_have_known_classes(language: str) -> None:
    """The lists name the five classes only, and each class has words."""
    classes = set().union(*general_words(language).values())

    assert classes == {"function", "verb", "noun", "adjective", "adverb"}
