"""Known terms are found in whatever form they stand, and nothing else is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import InputError
from termbase.model.concept import AdministrativeStatus, Concept, Term
from termbase.terms.longest import longest
from termbase.terms.recognise import Recogniser


def recogniser(*texts: str, language: str = "fr", **details: str) -> Recogniser:
    terms = [Term(text, language, **details) for text in texts]
    return Recogniser([Concept(f"c{n}", (term,)) for n, term in enumerate(terms)], language)


def found(known: Recogniser, text: str, *, overlaps: bool = False) -> list[str]:
    return [text[hit.start : hit.end] for hit in known.recognise(text, overlaps=overlaps)]


def test_a_term_is_found_with_either_apostrophe_and_any_space() -> None:
    """«État de l'Union» is found as «État de l’Union» and with no-break spaces."""
    known = recogniser("État de l'Union")

    assert found(known, "L’État de l’Union") == ["État de l’Union"]
    assert found(known, "L'État\u00a0de l'Union") == ["État\u00a0de l'Union"]


@pytest.mark.parametrize(
    ("language", "term", "text", "form"),
    [
        ("fr", "petit engin spatial", "de petits engins spatiaux", "petits engins spatiaux"),
        ("en", "space system", "two space systems", "space systems"),
        ("ru", "Союзное государство", "для Союзного государства", "Союзного государства"),
        ("ru", "группировка спутников", "группировок спутника", "группировок спутника"),
        ("be", "касмічны апарат", "з касмічнымі апаратамі", "касмічнымі апаратамі"),
        ("be", "арбіта", "на нізкай арбіце", "арбіце"),
        ("be", "станцыя", "дзвюх станцый", "станцый"),
        ("be", "Саюзная дзяржава", "ад Саюзнай дзяржавы", "Саюзнай дзяржавы"),
        ("be", "дзяржава", "саюз дзяржаў", "дзяржаў"),
        ("be", "сувязь", "без сувязі", "сувязі"),
        ("bg", "космически апарат", "с космическите апарати", "космическите апарати"),
        (
            "bg",
            "дистанционно наблюдение",
            "на дистанционното наблюдение",
            "дистанционното наблюдение",
        ),
        ("bg", "сателитен канал", "сателитния канал", "сателитния канал"),
        ("mk", "вселенски систем", "вселенскиот систем", "вселенскиот систем"),
        ("ar", "صاروخ إطلاق", "وصاروخ الإطلاق يحمل", "وصاروخ الإطلاق"),
        ("ko", "원격 탐사", "저궤도에서의 원격 탐사는", "원격 탐사는"),
    ],
)
def test_an_inflected_term_is_found_and_marked(
    language: str, term: str, text: str, form: str
) -> None:
    """Other forms of its words are the term, and the occurrence says that they are."""
    [hit] = recogniser(term, language=language).recognise(text)

    assert text[hit.start : hit.end] == form
    assert hit.inflected


def test_a_korean_word_takes_particles_and_loses_none() -> None:
    """고양이 is a cat, and 고양은 the town of 고양, though 이 and 은 are particles."""
    known = recogniser("고양이", "위성", language="ko")

    assert found(known, "고양은 크다. 고양이가 잔다. 위성들을 본다.") == ["고양이가", "위성들을"]


def test_case_apostrophe_and_hyphen_are_no_inflection() -> None:
    """A capital at the start of a sentence or a hyphen for a space is still the term's own form."""
    [hit] = recogniser("remote sensing", language="en").recognise("Remote-sensing satellites")

    assert not hit.inflected


@pytest.mark.parametrize(
    "text", ["engin. Spatial", "engin, spatial", "engin (spatial)", "engin\n\nspatial"]
)
def test_a_term_does_not_cross_punctuation(text: str) -> None:
    """Only spaces, hyphens and apostrophes stand between the words of a term."""
    assert found(recogniser("engin spatial"), text) == []


def test_a_comma_before_a_conjunction_does_not_matter() -> None:
    """«health, and safety» is «health and safety», and the other way round."""
    text = "health, and safety; art, craft and trade"
    known = recogniser("health and safety", "art, craft, and trade", language="en")

    assert found(known, text) == text.split("; ")


def test_a_term_may_run_over_a_line_end() -> None:
    """One line break is a space."""
    assert found(recogniser("engin spatial"), "un engin\n  spatial") == ["engin\n  spatial"]


def test_the_longest_term_wins() -> None:
    """A term inside of a longer one is found only when overlaps are asked for."""
    known = recogniser("État de l'Union", "secrétaire d'État de l'État de l'Union")
    text = "Le secrétaire d'État de l'État de l'Union"

    assert found(known, text) == ["secrétaire d'État de l'État de l'Union"]
    assert found(known, text, overlaps=True) == [
        "secrétaire d'État de l'État de l'Union",
        "État de l'Union",
    ]


def test_of_two_crossing_terms_the_longer_stays() -> None:
    """Longer counts in letters; the shorter one that crosses it goes."""
    known = recogniser("station spatiale", "spatiale internationale")

    assert found(known, "la station spatiale internationale") == ["spatiale internationale"]


def test_a_term_of_two_concepts_occurs_once_for_each() -> None:
    """Homographs are both reported, in the order of the glossary."""
    hits = recogniser("lanceur", "lanceur").recognise("un lanceur")

    assert [hit.concept.id for hit in hits] == ["c0", "c1"]


def test_a_form_of_its_own_puts_an_inflected_one_out() -> None:
    """«données» is no plural of «donnée» where the glossary knows it itself."""
    known = recogniser("donnée", "données")

    assert [hit.term.text for hit in known.recognise("les données")] == ["données"]
    assert len(known.recognise("les données", overlaps=True)) == 2


def test_a_derived_word_is_not_the_term() -> None:
    """«équipe» shares the stem of «équipement» and is another word."""
    assert found(recogniser("équipement"), "une équipe, des équipements") == ["équipements"]


def test_a_genitive_belongs_to_its_term() -> None:
    """In English the occurrence ends after ’s."""
    assert found(recogniser("crew", language="en"), "the crew’s day") == ["crew’s"]


def test_a_short_term_may_begin_with_a_capital() -> None:
    """In a title «tab» is «Tab»; «Or» is never «or»."""
    assert found(recogniser("tab", "Or", language="en"), "Save Tab or") == ["Tab"]


def test_deprecated_terms_are_recognised_like_others() -> None:
    """Status does not matter for recognition."""
    term = Term("State of the Union", "en", AdministrativeStatus.DEPRECATED)
    known = Recogniser([Concept("c", (term,))], "en")

    assert found(known, "the State of the Union") == ["State of the Union"]


@pytest.mark.parametrize(
    ("term", "text", "hits"),
    [
        ("ISS", "L'ISS vole", ["ISS"]),
        ("ISS", "iss, Iss", []),
        ("СССР", "ссср", []),
        ("eau", "l'eau, l'EAU", ["eau"]),
        ("eau", "Eau et gaz", ["Eau"]),
        ("or", "le mot OR ici", []),
        ("orbite", "ORBITE", ["ORBITE"]),
    ],
)
def test_capitals_and_short_terms_keep_their_case(term: str, text: str, hits: list[str]) -> None:
    """Automatic case holds for abbreviations and up to three letters, but at a sentence's start."""
    assert found(recogniser(term), text) == hits


def test_exact_case_holds_for_inflected_forms_too() -> None:
    """With case exact «État» is not «état», and still has a plural."""
    known = recogniser("État", case="exact")

    assert found(known, "les États et l'état") == ["États"]


def test_any_case_frees_abbreviations() -> None:
    """With case any «ISS» is found as «iss»."""
    assert found(recogniser("ISS", case="any"), "iss") == ["iss"]


def test_an_abbreviation_may_take_an_ending() -> None:
    """«ГОСТ» is found as «ГОСТа», since the ending is in small letters."""
    known = recogniser("ГОСТ", language="ru")

    assert found(known, "по ГОСТу, по госту") == ["ГОСТу"]


def test_match_exact_takes_no_inflected_form() -> None:
    """A term to be matched exactly is found in its own form alone."""
    known = recogniser("engin spatial", match="exact")

    assert found(known, "un engin spatial, des engins spatiaux") == ["engin spatial"]


def test_match_regex_is_a_pattern() -> None:
    """A regular expression is found where it matches."""
    known = recogniser(r"Soyouz[- ]\d+", match="regex")

    assert found(known, "Soyouz-11 et soyouz 12") == ["Soyouz-11", "soyouz 12"]


def test_a_bad_pattern_is_refused_with_its_place() -> None:
    """The message says which term, and where the glossary has it."""
    concept = Concept("c", (Term("Soyouz(", "fr", match="regex"),), place="g.tsv:3")

    with pytest.raises(InputError, match=r"g\.tsv:3: «Soyouz\(»"):
        Recogniser([concept], "fr")


def test_signs_of_a_term_must_stand_there() -> None:
    """«C++» is not «C», and «R&D» is not «R D»."""
    known = recogniser("C++", "R&D", language="en")

    assert found(known, "C, C++, R&D, R D") == ["C++", "R&D"]


def test_a_term_that_begins_with_a_sign_is_found_with_it_only() -> None:
    """«.NET» is not the net of «NET PROFIT»."""
    known = recogniser(".NET", language="en")

    assert found(known, "NET PROFIT in (.NET)") == [".NET"]


@pytest.mark.parametrize(
    ("term", "text", "forms"),
    [
        ("РКК «Энергия»", 'РКК "Энергия" и РКК “Энергия”', ['РКК "Энергия"', "РКК “Энергия”"]),
        ("ракета «Союз»", "ракету Союз, ракеты «Союз»", ["ракету Союз", "ракеты «Союз»"]),
        ("«Союз» и «Прогресс»", '"Союз" и "Прогресс"', ['"Союз" и "Прогресс"']),
        ("«Союз»", "«Союз», “Союз”, Союз", ["«Союз»", "“Союз”", "Союз"]),
    ],
)
def test_quotation_marks_of_a_term_may_be_others_or_none(
    term: str, text: str, forms: list[str]
) -> None:
    """What is in quotation marks is it in those of another keyboard, too."""
    assert found(recogniser(term, language="ru"), text) == forms


def test_french_quotation_marks_have_spaces_within_or_none() -> None:
    """A term is found in its own text, and where its spaces do not break or are missing."""
    known = recogniser("projet « Espace »")
    forms = ["projet « Espace »", "projet «\u202fEspace\u202f»", "projet «Espace»"]

    assert found(known, ", ".join(forms)) == forms


@pytest.mark.parametrize(
    ("language", "term", "text", "forms"),
    [
        ("fr", "art.", "L'art, art. 5, art 6", ["art", "art"]),
        ("ru", "рис.", "рис и рис. 5", ["рис"]),
        ("ru", "руб.", "5 руб и 6 руб.", ["руб", "руб"]),
        ("en", "No.", "No, see No. 5", ["No"]),
        ("en", "Dr.", "He saw Dr No", ["Dr"]),
        ("en", "satellite.", "a satellite", ["satellite"]),
    ],
)
def test_a_short_word_is_the_abbreviation_with_its_dot(
    language: str, term: str, text: str, forms: list[str]
) -> None:
    """«art.» is not the word «art»; beside a number, or in capitals, its dot may be missing."""
    assert found(recogniser(term, language=language), text) == forms


def test_languages_without_spaces_are_read_sign_by_sign() -> None:
    """A Chinese term is found inside a run of signs."""
    assert found(recogniser("空间站", language="zh"), "国际空间站计划") == ["空间站"]


def test_terms_of_other_languages_are_not_known() -> None:
    """A recogniser for French knows the terms of French and of its regions only."""
    concept = Concept("c", (Term("station", "fr-CA"), Term("gare", "en")))

    assert found(Recogniser([concept], "fr"), "gare station") == ["station"]


prose = st.lists(
    st.sampled_from(
        ["État", "état", "États", " ", " ", "de l'", "l’", "Union", "unions", ".", ", ", "-", "\n"]
    )
    | st.text(max_size=2)
).map("".join)


@given(prose)
def test_the_longest_never_overlap_and_are_among_all(text: str) -> None:
    """What is found by default is a part of what is found with overlaps, without crossing."""
    known = recogniser("État", "État de l'Union", "Union", "l'Union")
    everything = known.recognise(text, overlaps=True)
    kept = known.recognise(text)

    assert kept == longest(everything)
    assert all(hit in everything for hit in kept)
    assert all(one.end <= two.start for one, two in pairwise(kept))
    assert all(any(k.start < e.end and e.start < k.end for k in kept) for e in everything)


@pytest.mark.parametrize(
    ("language", "term", "text", "hits"),
    [
        ("fr", "père", "mon grand-père et mon père", ["père"]),
        ("fr", "fois", "cette fois-ci", ["fois"]),
        ("fr", "Russie", "l'amitié Russie-Biélorussie", ["Russie"]),
        ("fr", "État", "aux États-Unis", []),
        ("ru", "порт", "USB-порты и дайв-порты", ["порты"]),
        ("ru", "космонавт", "первая женщина-космонавт", ["космонавт"]),
        ("ru", "космонавт", "о лётчике-космонавте", ["космонавте"]),
        ("ru", "ракета", "ступени ракет-носителей", ["ракет"]),
        ("ru", "капитан", "штабс-капитана и экс-капитана", []),
        ("ru", "группа", "рок-группы", []),
        ("uk", "космонавт", "жінки-космонавта", ["космонавта"]),
        ("en", "maker", "a decision-maker", ["maker"]),
        ("en", "news", "http://news.example.org and news", ["news"]),
        ("en", "cat", "alt.animals.cat", []),
        ("fr", "kilomètre", "kilomètre/heure", ["kilomètre"]),
        ("fr", "engin spatial", "engin - spatial", []),
        ("en", "km", "about 10km away", ["km"]),
        ("en", "event", "the eventStop call", ["event"]),
    ],
)
def test_a_part_of_another_word_is_no_term(
    language: str, term: str, text: str, hits: list[str]
) -> None:
    """Of a hyphenated word or an address; a number or a small letter before a capital parts."""
    assert found(recogniser(term, language=language), text) == hits


def test_a_term_of_one_word_is_a_noun_unless_told_otherwise() -> None:
    """A part of speech holds homographs apart; who checks a rendering takes any form."""
    text = "They launched it."
    concept = Concept("c", (Term("launch", "en"),))

    assert found(recogniser("launch", language="en"), text) == []
    assert found(recogniser("launch", language="en", part_of_speech="verb"), text) == ["launched"]
    assert Recogniser([concept], "en", nouns=False).recognise(text) != []


def test_a_term_matched_by_stems_takes_what_is_derived() -> None:
    """Whatever lexicons say."""
    assert found(recogniser("équipement", match="stem"), "une équipe") == ["équipe"]


def test_an_expression_that_goes_astray_is_named() -> None:
    """A user's expression has a time limit, and the message says which term it is."""
    known = recogniser("(a|aa)+$", match="regex")

    with pytest.raises(InputError, match="takes too long"):
        known.recognise("a" * 60 + "!")
