"""The figures of our glossary: the floors below which it would not be worth installing."""

from article import built_glossary
from termbase.usecases.summarise_glossary import summarise_glossary

CONCEPTS = built_glossary().glossaries[0].glossary.concepts


def test_our_glossary_is_large_and_whole() -> None:
    """Five hundred concepts in three languages, all defined, half of them in two languages."""
    figures = summarise_glossary(CONCEPTS, "space")

    assert figures["concepts"] >= 500
    assert figures["complete"] == figures["concepts"] == figures["defined"]
    assert figures["defined_twice"] * 2 >= figures["concepts"]
    assert figures["dangling"] == 0
    assert "none" not in figures["sources"]
    assert len(figures["subjects"]) >= 12
    for language in ("fr", "en", "ru"):
        counts = figures["languages"][language]
        assert counts["preferred"] == figures["concepts"]
        assert counts["part of speech"] == counts["terms"]


def test_what_nobody_looked_up_is_not_dressed_up() -> None:
    """A term of general knowledge is editorial, and our own sheets prove nothing: reliability 2."""
    for concept in CONCEPTS:
        for term in concept.terms:
            places = term.source.replace(",", ";").split(";")
            if all(one.strip().startswith(("editorial", "news.")) for one in places):
                assert int(term.reliability) <= 2, (concept.id, term.text)
            else:
                assert int(term.reliability) >= 3, (concept.id, term.text)


def test_each_table_holds_one_subject_and_is_named_after_it() -> None:
    """The published list of subjects is the list of tables."""
    for concept in CONCEPTS:
        assert concept.place.startswith(f"glossary/sources/{concept.subject}.tsv:")
