"""Concepts that are likely one, and those that only look it."""

import pytest

from termbase.model.concept import Concept, Relation, Term
from termbase.ports import Record
from termbase.text.forms import key_sequence
from termbase.usecases.find_duplicates import find_duplicates


def duplicates(concepts: list[tuple[str, Concept]]) -> Record:
    """Find them by the keys that a base would have of the terms."""
    terms = [term for _, concept in concepts for term in concept.terms]
    keys = {
        (term.language, term.text): " ".join(key_sequence(term.text, term.language))
        for term in terms
    }
    return find_duplicates(concepts, keys)


def kinds(*texts: str, language: str = "fr") -> list[str]:
    concepts = [("g", Concept(f"c{at}", (Term(text, language),))) for at, text in enumerate(texts)]
    return [pair["shared"][0]["kind"] for pair in duplicates(concepts)["pairs"]]


def test_same_inflected_and_misspelt_terms_are_named() -> None:
    """Case and signs, number, and one letter."""
    assert kinds("L'État", "l’état") == ["same"]
    assert kinds("engin spatial", "engins spatiaux") == ["inflected"]
    assert kinds("télédétection", "télédetecton") == ["spelling"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour image", "color image"),
        ("star catalogue", "star catalog"),
        ("space organisation", "space organization"),
        ("launch centre", "launch center"),
        ("aluminium alloy", "aluminum alloy"),
    ],
)
def test_both_spellings_of_english_are_one(one: str, other: str) -> None:
    """A lexicon knows both as words; in French «couleur» and «couler» stay two."""
    assert kinds(one, other, language="en") == ["spelling"]
    assert kinds("couleur", "couler") == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "billion", "million"),
        ("en", "altitude", "attitude"),
        ("fr", "tourisme spatial", "touriste spatial"),
        ("ru", "космонавтика", "космонавтка"),
        ("fr", "bande Ka", "bande Ku"),
        ("ru", "XVII век", "XVIII век"),
    ],
)
def test_two_words_are_no_slips_of_each_other(language: str, one: str, other: str) -> None:
    """What a lexicon knows as two words, designations and Roman numbers name two things."""
    assert kinds(one, other, language=language) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("space craft", "spacecraft"), ("vorticitiy", "vorticity"), ("campaign", "compaign")],
)
def test_a_slip_is_a_word_that_nobody_knows(one: str, other: str) -> None:
    """A space more or less, or a word that no lexicon has."""
    assert kinds(one, other, language="en") == ["spelling"]


def test_another_language_may_say_that_two_are_two() -> None:
    """«phasage» and «passage» differ in English; a slip in French alone leaves English equal."""

    def found(*spoken: dict[str, str]) -> int:
        concepts = [
            ("g", Concept(f"c{at}", tuple(Term(text, language) for language, text in one.items())))
            for at, one in enumerate(spoken)
        ]
        return len(duplicates(concepts)["pairs"])

    assert found({"fr": "phasage", "en": "phasing"}, {"fr": "passage", "en": "pass"}) == 0
    assert found({"fr": "phasage", "en": "phasing"}, {"fr": "phasaje", "en": "phasing"}) == 1
    assert found({"fr": "phasage", "en": "phasing"}, {"fr": "phasaje", "ru": "наведение"}) == 1


def test_who_relates_two_concepts_knows_that_they_are_two() -> None:
    """«Lune» is «lune» too, and one concept leads to the other."""
    moon = Concept("moon", (Term("Lune", "fr"),), relations=(Relation("broader", "moons"),))
    moons = Concept("moons", (Term("lune", "fr"),))

    assert duplicates([("g", moon), ("g", moons)])["pairs"] == []
    assert len(duplicates([("g", moon), ("h", moons)])["pairs"]) == 1


def test_the_same_term_comes_before_any_number_of_likenesses() -> None:
    """One field before two."""
    names = ("vorticitiy", "vorticity", "flow", "Flow", "flow")
    concepts = [
        ("g", Concept(f"c{at}", (Term(text, "en"),), subject="air" if at in (3, 4) else ""))
        for at, text in enumerate(names)
    ]
    pairs = duplicates(concepts)["pairs"]

    assert [pair["shared"][0]["kind"] for pair in pairs] == ["same"] * 3 + ["spelling"]
    assert [side["concept"] for side in pairs[0]["concepts"]] == ["c3", "c4"]


def test_numbers_short_words_and_other_languages_are_no_duplicates() -> None:
    """Vostok-1 is not Vostok-2, «lune» is not «dune»."""
    assert kinds("Vostok-1", "Vostok-2") == []
    assert kinds("lune", "dune") == []
    pair = [("g", Concept("a", (Term("Mars", "fr"),))), ("g", Concept("b", (Term("Mars", "en"),)))]
    assert duplicates(pair)["pairs"] == []


def test_those_that_share_most_come_first() -> None:
    """Two languages outweigh one; terms within one concept do not count."""
    one = Concept(
        "a", (Term("lune rousse", "fr"), Term("red moon", "en"), Term("red moon", "en-GB"))
    )
    two = Concept("b", (Term("lune rousse", "fr"), Term("red moon", "en")))
    three = Concept("c", (Term("lune rousse", "fr"),))
    pairs = duplicates([("g", one), ("h", two), ("g", three)])["pairs"]

    assert [[side["concept"] for side in pair["concepts"]] for pair in pairs] == [
        ["a", "b"],
        ["a", "c"],
        ["b", "c"],
    ]


def test_forms_are_told_by_the_keys_that_are_kept() -> None:
    """What a base knows of its terms is not asked of a lexicon again."""
    concepts = [("g", Concept(text, (Term(text, "fr"),))) for text in ("un", "autre")]
    keys = {("fr", "un"): "même", ("fr", "autre"): "même"}

    assert find_duplicates(concepts, keys)["pairs"][0]["shared"][0]["kind"] == "inflected"


def test_signs_without_words_are_no_forms_of_each_other() -> None:
    """«+» and «%» have no word, and so no key, to share."""
    assert kinds("+", "%") == []
