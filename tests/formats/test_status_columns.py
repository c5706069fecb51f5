"""A table with a column for the status of each language says how its terms may be used."""

from io import BytesIO
from pathlib import Path

import pytest

from termbase.formats.delimited import read_glossary, write_glossary
from termbase.model.repair import Repair

TABLE = """English,English Status,French,Statut (FR)
spacecraft,Preferred,engin spatial,admitted
space vehicle,Do not use,,
launcher,often,lanceur,
"""


def read(folder: Path, table: str, told: list[Repair]):
    """The glossary that a table holds."""
    path = folder / "a.csv"
    path.write_text(table, encoding="utf-8")
    return read_glossary(str(path), report=told.append)


def statuses(glossary) -> list[list[str]]:
    """The word for the status of each term of each concept; empty where it has none."""
    return [[one.status.word if one.status else "" for one in c.terms] for c in glossary.concepts]


def test_a_status_beside_its_language_is_one_of_its_terms(tmp_path):
    """Terms to avoid came in as all others, so that no check named them."""
    told: list[Repair] = []
    glossary = read(tmp_path, TABLE, told)

    assert statuses(glossary) == [["preferred", "admitted"], ["deprecated"], ["", ""]]
    assert [(one.line, one.problem) for one in told] == [(4, "«often» is no status known here")]


def test_a_table_with_statuses_comes_back_as_it_was(tmp_path):
    stream = BytesIO()
    write_glossary(stream, read(tmp_path, TABLE, []), delimiter=",")

    assert stream.getvalue().decode() == TABLE


@pytest.mark.parametrize(
    "heading", ["en,status,fr", "en,fr status,fr,fr", "English,State,French", "en,de status,fr"]
)
def test_whose_status_a_column_tells_is_not_guessed(tmp_path, heading):
    """It names one language that has one column of terms."""
    assert statuses(read(tmp_path, f"{heading}\nmoon,preferred,lune,satellite\n", []))[0][0] == ""


def test_a_region_with_a_status_of_its_own_has_that(tmp_path):
    """A column for the language speaks for its regions that have none."""
    heading = "English,en-GB,en-US,French,Status EN,Status EN-GB"
    table = f"{heading}\nelevator,lift,elevator,ascenseur,forbidden,preferred\n"
    told: list[Repair] = []
    glossary = read(tmp_path, table, told)

    assert statuses(glossary) == [["deprecated", "preferred", "deprecated", ""]]
    assert told == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("not recommended, à proscrire, nicht zugelassen, недопустимый, запрещено", "deprecated"),
        ("Obsolete, désuet, veraltet, устаревший, superseded", "superseded"),
        ("accepted, toléré, zulässig, допустимый, permitted", "admitted"),
        ("recommended, privilégié, Vorzugsbenennung, рекомендуется, préférentiel", "preferred"),
        ("not preferred, often, Noun", ""),
    ],
)
def test_words_of_people_and_tools_for_a_status_are_known(tmp_path, words, status):
    """In the languages of headings; a word that is negated is not taken for its contrary."""
    for word in words.split(", "):
        table = f"English,English Status,French\nmoon,{word},lune\n"
        assert statuses(read(tmp_path, table, [])) == [[status, ""]], word


def test_how_far_the_work_has_come_is_no_use_of_a_term(tmp_path):
    """Approved terms are finalized and proposed ones candidates; no check enforces either."""
    table = "English,English Status,French\nmoon,Approved,lune\nrover,proposed,astromobile\n"
    told: list[Repair] = []
    glossary = read(tmp_path, table, told)
    terms = [one.terms[0] for one in glossary.concepts]
    stream = BytesIO()
    write_glossary(stream, glossary, delimiter=",")

    assert [one.process.value for one in terms] == ["finalized", "candidate"]
    assert [one.enforced for one in terms] == [False, False]
    assert told == []
    assert stream.getvalue().decode() == table


def test_a_table_of_memoq_says_how_each_term_is_found(tmp_path):
    """Case and endings, and which terms are not to be used, for each of several of a language."""
    table = (
        "English,Term_Info,English,Term_Info,French,Term_Info\n"
        "ESA,CaseSense;Exact,Agency,CasePermissive;HalfPrefix;NonTerm,agence,CaseInsense;NoPrefix\n"
    )
    told: list[Repair] = []
    glossary = read(tmp_path, table, told)
    stream = BytesIO()
    write_glossary(stream, glossary, delimiter=",")

    said = [(one.case, one.match, one.usable) for one in glossary.concepts[0].terms]
    assert said == [("exact", "exact", True), ("auto", "inflected", False), ("any", "exact", True)]
    assert told == []
    assert stream.getvalue().decode() == table


@pytest.mark.parametrize("heading", ["Russian,Status,Definition", "Русский,Статус (рус.),note"])
def test_a_list_in_one_language_may_have_a_column_of_statuses(tmp_path, heading):
    """It was refused for naming no languages; «Status» can be nobody else's there."""
    told: list[Repair] = []
    glossary = read(tmp_path, f"{heading}\nспутник,preferred,тело\nаппарат,запрещён,\n", told)

    assert statuses(glossary) == [["preferred"], ["deprecated"]]
    assert told == []


@pytest.mark.parametrize(
    "heading", ["Not preferred (EN)", "Non préféré (EN)", "nicht bevorzugt (EN)", "не допущен (EN)"]
)
def test_a_heading_that_denies_a_status_does_not_say_it(tmp_path, heading):
    """What is not preferred is not told to be preferred; whether it is forbidden nobody says."""
    glossary = read(tmp_path, f"English,French,{heading}\nrocket,fusée,missile\n", [])

    assert statuses(glossary) == [["", ""]]
    assert [one.value for one in glossary.concepts[0].extras] == ["missile"]
