"""Candidates with contexts, with what is known of them, and with what a translation says."""

from pathlib import Path

from termbase.bootstrap import LocalFiles, open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.ports import Record
from termbase.usecases.align_documents import SegmentedText, segment_file
from termbase.usecases.extract_terms import extract_terms

SOURCES = Path(__file__).parents[2] / "tm" / "sources"


def article(language: str) -> SegmentedText:
    return segment_file(str(SOURCES / f"article.{language}.txt"), language, LocalFiles())


def by_term(answer: Record) -> dict[str, Record]:
    return {one["term"]: one for one in answer["candidates"]}


def test_equivalents_come_from_the_alignment() -> None:
    """What stands opposite again and again, or sounds alike, is proposed."""
    found = by_term(extract_terms([article("fr")], [article("en")], limit=100))

    assert found["État de l'Union"]["equivalent"] == "Union State"
    assert found["télédétection de la Terre"]["equivalent"] == "Earth remote sensing"
    assert found["Complexe-SG"]["equivalent"] == "Complex-SG"


def test_equivalents_cross_scripts() -> None:
    """A Russian translation is given in the nominative."""
    found = by_term(extract_terms([article("en")], [article("ru")], limit=100))

    assert found["Union State"]["equivalent"] == "Союзное государство"
    assert found["Bakanov"]["equivalent"] == "Баканов"


def test_a_known_term_is_marked_and_has_the_equivalent_of_the_glossary() -> None:
    """What the glossary knows is not guessed."""
    terms = (Term("engin spatial", "fr"), Term("space vehicle", "en"))
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        store.put_concepts(store.put_glossary("space", Glossary(())), [Concept("c7", terms)])
        listing = store.listing(None, lambda concept: concept)
    found = by_term(extract_terms([article("fr")], [article("en")], known=listing, limit=400))
    [known] = [one for one in found.values() if one["known"]]

    assert (known["known"], known["equivalent"]) == ("c7", "space vehicle")


def test_a_context_says_where_and_marks_the_candidate() -> None:
    """Place, text and offsets fit each other."""
    for one in extract_terms([article("fr")], limit=40)["candidates"]:
        for context in one["contexts"]:
            words = " ".join(context["text"][context["start"] : context["end"]].split())
            assert words.casefold() in {form.casefold() for form in one["forms"]}
            assert context["place"].rsplit(":", 1)[1].isdigit()


def test_a_number_names_the_same_candidate_however_many_are_shown() -> None:
    """Asking for number 7 gives what stood at 7."""
    listed = extract_terms([article("fr")], limit=10)["candidates"]

    assert extract_terms([article("fr")], numbers=[7, 2])["candidates"] == [listed[6], listed[1]]
