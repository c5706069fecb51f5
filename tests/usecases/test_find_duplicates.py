"""Concepts that are likely one, and those that only look it."""

from termbase.model.concept import Concept, Term
from termbase.usecases.find_duplicates import find_duplicates


def kinds(*texts: str, language: str = "fr") -> list[str]:
    concepts = [("g", Concept(f"c{at}", (Term(text, language),))) for at, text in enumerate(texts)]
    return [pair["shared"][0]["kind"] for pair in find_duplicates(concepts)["pairs"]]


def test_same_inflected_and_misspelt_terms_are_named() -> None:
    """Case and signs, number, and one letter."""
    assert kinds("L'État", "l’état") == ["same"]
    assert kinds("engin spatial", "engins spatiaux") == ["inflected"]
    assert kinds("télédétection", "télédetecton") == ["spelling"]


def test_numbers_short_words_and_other_languages_are_no_duplicates() -> None:
    """Vostok-1 is not Vostok-2, «lune» is not «dune»."""
    assert kinds("Vostok-1", "Vostok-2") == []
    assert kinds("lune", "dune") == []
    pair = [("g", Concept("a", (Term("Mars", "fr"),))), ("g", Concept("b", (Term("Mars", "en"),)))]
    assert find_duplicates(pair)["pairs"] == []


def test_those_that_share_most_come_first() -> None:
    """Two languages outweigh one; terms within one concept do not count."""
    one = Concept(
        "a", (Term("lune rousse", "fr"), Term("red moon", "en"), Term("red moon", "en-GB"))
    )
    two = Concept("b", (Term("lune rousse", "fr"), Term("red moon", "en")))
    three = Concept("c", (Term("lune rousse", "fr"),))
    pairs = find_duplicates([("g", one), ("h", two), ("g", three)])["pairs"]

    assert [[side["concept"] for side in pair["concepts"]] for pair in pairs] == [
        ["a", "b"],
        ["a", "c"],
        ["b", "c"],
    ]
