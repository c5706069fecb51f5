"""Terms are found as people type and paste them: without accents, over line ends, with notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.model.occurrence import Occurrence
from termbase.terms.recognise import Recogniser

Reader = Callable[[str, str, list[str]], list[Occurrence]]


def from_memory(text: str, language: str, terms: list[str]) -> list[Occurrence]:
    return Recogniser(concepts(language, terms), language).recognise(text)


def from_base(text: str, language: str, terms: list[str]) -> list[Occurrence]:
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        store.put_concepts(store.put_glossary("g", Glossary(())), concepts(language, terms))
        index = store.index(language, lambda *_: True)
        return Recogniser((), language, index=index).recognise(text)


def concepts(language: str, terms: list[str]) -> list[Concept]:
    return [Concept(f"c{number}", (Term(text, language),)) for number, text in enumerate(terms)]


@pytest.fixture(params=[from_memory, from_base])
def read(request) -> Reader:
    return request.param


def found(read: Reader, text: str, language: str, *terms: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in read(text, language, list(terms))]


@pytest.mark.parametrize(
    ("term", "text", "form"),
    [
        ("école", "Une Ecole spatiale", "Ecole"),
        ("État membre", "LES ETATS MEMBRES", "ETATS MEMBRES"),
        ("télédétection", "TELEDETECTION", "TELEDETECTION"),
        ("cœur", "le coeur", "coeur"),
        ("main-d'œuvre", "la main d'oeuvre", "main d'oeuvre"),
    ],
)
def test_a_word_may_lack_the_marks_of_capitals_and_ligatures(
    read: Reader, term: str, text: str, form: str
) -> None:
    """French writes «Etat» and «coeur» too."""
    assert found(read, text, "fr", term) == [form]


@pytest.mark.parametrize(
    ("term", "form"),
    [("Αθήνα", "ΑΘΗΝΑ"), ("διαστημικός σταθμός", "ΔΙΑΣΤΗΜΙΚΟΣ ΣΤΑΘΜΟΣ")],
)
def test_greek_capitals_have_no_accents(read: Reader, term: str, form: str) -> None:
    """The last Σ of a word is the ς of its term."""
    assert found(read, f"Στην {form}.", "el", term) == [form]


def test_a_capital_without_its_accent_makes_no_inflected_form(read: Reader) -> None:
    """«Etat» is the term's own form."""
    [hit] = read("L'Etat de l'Union", "fr", ["État de l'Union"])

    assert not hit.inflected


def test_a_small_letter_without_its_accent_is_another_letter(read: Reader) -> None:
    """«cote» is no «côté», and where a term says «marche» itself, «MARCHE» is no «marché»."""
    assert found(read, "la cote, a cote", "fr", "côté") == []
    assert [hit.term.text for hit in read("LA MARCHE", "fr", ["marche", "marché"])] == ["marche"]


def test_capitals_without_accents_may_be_words_of_other_terms(read: Reader) -> None:
    """«A» is in «vitamine A», and «à» in «masse à sec»; a single word stays what it is."""
    others = ("vitamine A", "marche", "groupe")

    assert found(read, "LA MASSE A SEC", "fr", "masse à sec", *others) == ["MASSE A SEC"]
    assert found(read, "UN LANCEMENT GROUPE", "fr", "lancement groupé", *others) == [
        "LANCEMENT GROUPE"
    ]
    assert found(read, "LA VITAMINE A", "fr", "masse à sec", *others) == ["VITAMINE A"]
    assert found(read, "LA MARCHE", "fr", "marché", *others) == ["MARCHE"]


def test_capitals_of_other_languages_keep_their_marks(read: Reader) -> None:
    """In German «MOWE» is no «Möwe»."""
    assert found(read, "MOWE", "de", "Möwe") == []


@pytest.mark.parametrize(
    ("term", "text", "form"),
    [
        ("télédétection", "la télédétection¹ de la Terre", "télédétection"),
        ("engin spatial", "des engins spatiaux¹², dit-on", "engins spatiaux"),
        ("État membre", "LES ETATS MEMBRES³", "ETATS MEMBRES"),
        ("ISS", "l'ISS¹", "ISS"),
        ("plan de vol", "le plan de vol², dit-on", "plan de vol"),
        ("UE", "l'UE¹ dit", "UE"),
        ("obstacle", "de petits obstacles12.", "obstacles"),
        ("BeiDou", "le système BeiDou¹²", "BeiDou"),
        ("BeiDou", "le système BeiDou[3]", "BeiDou"),
    ],
)
def test_the_number_of_a_note_is_no_part_of_a_word(
    read: Reader, term: str, text: str, form: str
) -> None:
    """Notes hang on the word before them; raised numbers lie flat in what is pasted."""
    assert found(read, text, "fr", term) == [form]


def test_a_raised_number_behind_a_unit_belongs_to_it(read: Reader) -> None:
    """A square kilometre is no kilometre; a term that has such a number itself is found with it."""
    assert found(read, "5 km²", "fr", "km") == []
    assert found(read, "5 km²", "fr", "km", "km²") == ["km²"]
    assert found(read, "sin² x", "fr", "sin") == []


def test_a_number_on_the_line_belongs_to_a_name_with_capitals_inside(read: Reader) -> None:
    """«BeiDou2» is another system than «BeiDou»; in «eventStop¹» note and joint are told apart."""
    assert found(read, "BeiDou2 et BeiDou12", "fr", "BeiDou") == []
    assert found(read, "eventStop¹", "en", "event") == ["event"]


@pytest.mark.parametrize("hyphen", ["-\n", "-\r\n  ", "¬\n", "\u00ad\n", "‐\n", "- ", "\u00ad "])
def test_a_word_may_be_parted_at_the_end_of_a_line(read: Reader, hyphen: str) -> None:
    """A hyphen there is none of the word's own."""
    text = f"Les engins spa{hyphen}tiaux et la télé{hyphen}détection."

    assert found(read, text, "fr", "engin spatial", "télédétection") == [
        f"engins spa{hyphen}tiaux",
        f"télé{hyphen}détection",
    ]


def test_a_hyphen_at_the_end_of_a_line_may_be_the_term_s_own(read: Reader) -> None:
    """«multi-satellite» is two words wherever its hyphen stands; a dash is none."""
    assert found(read, "multi-\nsatellite", "fr", "multi-satellite") == ["multi-\nsatellite"]
    assert found(read, "le spa -\ntial", "fr", "spatial") == []


def test_parts_of_a_word_in_capitals_lack_their_accents_too(read: Reader) -> None:
    """A heading is broken as other lines are; of two words that share a part one is read."""
    assert found(read, "TELE-\nDETECTION", "fr", "télédétection") == ["TELE-\nDETECTION"]
    assert found(read, "ab-\ncd-\nef", "fr", "abcd", "cdef") == ["cd-\nef"]


@pytest.mark.parametrize(
    ("text", "language", "term"),
    [
        ("CO2", "en", "CO₂"),
        ("H₂O", "ru", "H2O"),
        ("m2", "fr", "m²"),
        ("235U", "en", "²³⁵U"),
        ("\u00b5m", "en", "\u03bcm"),
        ("IŞIK", "tr", "ışık"),
        ("İSTANBUL", "tr", "İstanbul"),
        ("مَرْكَبَة", "ar", "مركبة"),
        ("לְוַיָּן", "he", "לוין"),
        ("उपग्रहों", "hi", "उपग्रह"),
    ],
)
def test_signs_that_are_typed_in_two_ways_are_one(
    read: Reader, text: str, language: str, term: str
) -> None:
    """Raised and lowered digits, the micro sign, Turkish capitals, vowels mostly left out."""
    assert found(read, f"- {text} -", language, term) == [text]


@pytest.mark.parametrize(
    ("text", "language", "terms", "forms"),
    [
        ("en recherche & développement", "fr", ["recherche et développement"], "recherche &"),
        ("the terms\n& conditions", "en", ["terms and conditions", "term"], "terms\n&"),
        ("the R & D", "en", ["R&D"], "R & D"),
        ("by AT&T", "en", ["AT&T"], "AT&T"),
    ],
)
def test_an_ampersand_stands_for_its_word(
    read: Reader, text: str, language: str, terms: list[str], forms: str
) -> None:
    """With blanks around it; a term that has the sign itself keeps it."""
    [form] = found(read, text, language, *terms)

    assert form.startswith(forms)
    assert text.endswith(form)


@pytest.mark.parametrize(
    ("text", "language", "term", "form"),
    [
        ("the on-board computers", "en", "onboard computer", "on-board computers"),
        ("an e-mail", "en", "email", "e-mail"),
        ("une constellation multi-satellites", "fr", "multisatellite", "multi-satellites"),
        ("sous-systèmes", "fr", "système", ""),
    ],
)
def test_a_word_may_have_a_hyphen_that_its_term_has_not(
    read: Reader, text: str, language: str, term: str, form: str
) -> None:
    """It is another form of the term, so that a term with the hyphen comes before it."""
    hits = read(text, language, [term])

    assert [text[hit.start : hit.end] for hit in hits] == ([form] if form else [])
    assert all(hit.inflected for hit in hits)


def test_a_term_with_the_hyphen_of_the_text_comes_first(read: Reader) -> None:
    """«e-mail» is «e-mail» where a glossary has both."""
    [hit] = read("an e-mail", "en", ["email", "e-mail"])

    assert hit.term.text == "e-mail"


def test_a_raised_digit_behind_a_number_is_no_digit_of_it(read: Reader) -> None:
    """«10²» is a hundred and not «102»."""
    assert found(read, "10²", "en", "102") == []


@pytest.mark.parametrize("term", ["n°", "nº"])
def test_an_ordinal_sign_is_typed_for_a_degree_sign(read: Reader, term: str) -> None:
    """«nº 4» and «n° 4» look alike; «n» alone is neither."""
    assert found(read, "le n° 3, le nº 4, n 5", "fr", term) == ["n°", "nº"]


@pytest.mark.parametrize(
    ("text", "language", "term", "form"),
    [
        ("two emails came", "en", "e-mail", "emails"),
        ("the databases", "en", "data-base", "databases"),
        ("the websites", "en", "web site", ""),
        ("les plateformes", "fr", "plate-forme", "plateformes"),
        ("на вебсайте", "ru", "веб-сайт", "вебсайте"),
        ("Weltraumteleskope", "de", "Weltraum-Teleskop", "Weltraumteleskope"),
        ("a thousandfold baseline", "en", "data-base", ""),
        ("de quatre bandes", "fr", "bande S", ""),
        ("un ajour", "fr", "à jour", ""),
        ("model 2024 of 24", "en", "20-24", ""),
    ],
)
def test_a_word_may_lack_a_hyphen_that_its_term_has(
    read: Reader, text: str, language: str, term: str, form: str
) -> None:
    """It is another form of the term, too; a space that is missing makes another word."""
    hits = read(text, language, [term])

    assert [text[hit.start : hit.end] for hit in hits] == ([form] if form else [])
    assert all(hit.inflected for hit in hits)


def test_a_longer_term_has_a_word_that_its_term_has_with_a_hyphen(read: Reader) -> None:
    """«adresses email» is «adresse e-mail»."""
    assert found(read, "les adresses email", "fr", "e-mail", "adresse e-mail") == ["adresses email"]


def test_a_term_with_a_space_is_no_word_that_another_has_with_a_hyphen(read: Reader) -> None:
    """«website» is «web-site» and no «web site», though both are in the glossary."""
    [hit] = read("a website", "en", ["web site", "web-site"])

    assert hit.term.text == "web-site"


@pytest.mark.parametrize(("term", "text"), [("e-mail", "an email"), ("onboard", "on-board")])
def test_a_term_that_is_matched_exactly_has_its_own_hyphens(term: str, text: str) -> None:
    """Nothing else would be its own form."""
    exact = Concept("c", (Term(term, "en", match="exact"),))

    assert Recogniser([exact], "en").recognise(text) == []


@pytest.mark.parametrize(
    ("text", "term", "form"),
    [
        ("새 우주정거장은 크다.", "우주 정거장", "우주정거장은"),
        ("지구관측위성을", "지구 관측 위성", "지구관측위성을"),
        ("새 우주 정거장은 크다.", "우주정거장", "우주 정거장은"),
        ("지구 관측 위성을", "지구관측 위성", "지구 관측 위성을"),
        ("위성 이 지구를", "위성", "위성"),
        ("한국 은행", "한국은", ""),
        ("이 점을 고려하면", "이점", ""),
        ("각 도에서", "각도", ""),
        ("새 달궤도선은", "달 궤도선", "달궤도선은"),
    ],
)
def test_words_of_a_korean_term_are_joined_or_apart(
    read: Reader, text: str, term: str, form: str
) -> None:
    """Its orthography allows both; a particle is no word of a term, and «this» begins none."""
    hits = read(text, "ko", [term])

    assert [text[hit.start : hit.end] for hit in hits] == ([form] if form else [])
