"""Spreadsheets, Markdown and Wordfast: tables of other programs, read or written."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given

from formats.values import glossaries, patient
from termbase.errors import FormatError, InputError
from termbase.formats import delimited, markdown_table, wordfast, xlsx
from termbase.formats._xlsx import xlsx_rows
from termbase.model.concept import AdministrativeStatus, Concept, Definition, Glossary, Scope, Term


def written(glossary):
    stream = io.BytesIO()
    xlsx.write_glossary(stream, glossary)
    return stream.getvalue()


def read(folder, data, **options):
    path = folder / "a.xlsx"
    path.write_bytes(data)
    return xlsx.read_glossary(str(path), **options)


def sheet(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@patient
@given(glossaries)
def test_a_glossary_survives_a_spreadsheet(tmp_path_factory, concepts):
    """What is written as cells is read from them again, white space at their ends aside."""
    folder = tmp_path_factory.mktemp("x")
    once = read(folder, written(Glossary(concepts)))
    again = read(folder, written(once))

    assert [[term.text.strip() for term in one.terms] for one in again.concepts] == [
        [term.text.strip() for term in one.terms] for one in concepts
    ]
    assert again.concepts == once.concepts


def test_the_same_glossary_is_the_same_bytes(tmp_path):
    """No time stands in it, and no cell is a formula."""
    glossary = Glossary((Concept("c1", (Term("=1+1", "fr"), Term("@x", "en"))),))
    data = written(glossary)

    assert data == written(glossary)
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).active for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert [term.text for term in read(tmp_path, data).concepts[0].terms] == ["=1+1", "@x"]


def test_what_is_not_read_of_a_spreadsheet_is_told(tmp_path):
    """Other sheets, and formulas that no program has calculated."""
    book = openpyxl.Workbook()
    book.active.append(["French", "English"])
    book.active.append(["seau", "bucket"])
    book.active.append(["pelle", "=B2"])
    book.create_sheet("More").append(["râteau", "rake"])
    stream, told = io.BytesIO(), []
    book.save(stream)
    found = read(tmp_path, stream.getvalue(), report=told.append)

    assert [one.terms[0].text for one in found.concepts] == ["seau", "pelle"]
    assert "not «More»" in told[0].problem
    assert (told[1].line, told[1].problem) == (3, "a formula has no value (the first in column 2)")
    assert len(told) == 2


def test_cells_merged_over_rows_count_for_each(tmp_path):
    """A subject, a rendering; a title over columns stays what it is, and all is told."""
    book, told = openpyxl.Workbook(), []
    sheet = book.active
    for row in [
        ("Glossary of ACME",),
        ("Subject", "French", "English"),
        ("space", "engin spatial", "spacecraft"),
        (None, "véhicule spatial"),
        ("ground", "antenne", "antenna"),
    ]:
        sheet.append(row)
    for place in "A1:C1", "A3:A4", "C3:C4":
        sheet.merge_cells(place)
    stream = io.BytesIO()
    book.save(stream)
    found = read(tmp_path, stream.getvalue(), report=told.append)

    assert [(one.subject, [term.text for term in one.terms]) for one in found.concepts] == [
        ("space", ["engin spatial", "spacecraft"]),
        ("space", ["véhicule spatial", "spacecraft"]),
        ("ground", ["antenne", "antenna"]),
    ]
    assert told[0].line == 3
    assert told[0].problem == "cells are merged over rows (the first in column 1)"


def test_a_cell_is_read_as_it_is_shown(tmp_path):
    """No midnight behind a day, no .0 behind a number."""
    shown = date(2026, 1, 31), datetime(2026, 1, 31, 8, 57), 12.0, 8.57, True, "007"
    data = sheet(("fr", "en"), *((one, "x") for one in shown))
    terms = [one.terms[0].text for one in read(tmp_path, data).concepts]

    assert terms == ["2026-01-31", "2026-01-31 08:57:00", "12", "8.57", "TRUE", "007"]


def test_a_formula_that_gives_nothing_has_a_value(tmp_path):
    """Where another formula was calculated, an empty one was, too."""
    book = openpyxl.Workbook()
    book.active.append(["French", "English", "Note"])
    book.active.append(["seau", "bucket", '=IF(A2="x","y","")'])
    book.active.append(["pelle", "=B2", ""])
    stream, told = io.BytesIO(), []
    book.save(stream)
    sheet = "xl/worksheets/sheet1.xml"
    made = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == sheet:
                data = data.replace(b"<f>B2</f><v />", b"<f>B2</f><v>7</v>")
                data = data.replace(b"<f>B2</f><v></v>", b"<f>B2</f><v>7</v>")
                assert b"<v>7</v>" in data
            new.writestr(name, data)
    found = read(tmp_path, made.getvalue(), report=told.append)

    assert found.concepts[1].terms[1].text == "7"
    assert [one for one in told if "formula" in one.problem] == []


def test_cells_far_away_cost_nothing():
    """A million rows that are not there are no rows; neither are cells that hold nothing."""
    book = openpyxl.Workbook()
    book.active.append(["French", "English"])
    book.active["XFD2"] = book.active["A1048576"] = "x"
    stream = io.BytesIO()
    book.save(stream)

    rows = list(xlsx_rows("a.xlsx", stream.getvalue()))
    assert rows == [(1, ("French", "English")), (1048576, ("x",))]


def test_a_table_with_a_column_per_language_is_read(tmp_path):
    """Numbers as they are shown; its rows are counted as a spreadsheet counts them."""
    found = read(tmp_path, sheet(["French", "English", "Notes"], [], ["seau", "bucket", 12.0]))
    (concept,) = found.concepts

    assert [(one.language, one.text) for one in concept.terms] == [("fr", "seau"), ("en", "bucket")]
    assert concept.notes == ("12",)
    assert concept.place.endswith(":3")


def test_columns_are_named_by_heading_or_number(tmp_path):
    """Where the headings do not say what they are; a wrong one is named with those there are."""
    data = sheet(["Terme", "Anglais (GB)", "Sens"], ["seau", "bucket", "pour l'eau"])
    (concept,) = read(tmp_path, data, columns="fr=terme, en=2, definition=Sens").concepts

    assert [one.text for one in concept.terms] == ["seau", "bucket"]
    assert concept.definitions[0].text == "pour l'eau"
    with pytest.raises(FormatError, match="no column «Mot»; it has Terme, Anglais"):
        read(tmp_path, data, columns="fr=Mot")
    with pytest.raises(InputError, match="write ROLE=COLUMN"):
        read(tmp_path, data, columns="fr")
    path = tmp_path / "a.csv"
    path.write_text("Terme;Anglais\nseau;bucket\n", encoding="utf-8")
    assert delimited.read_glossary(str(path), columns="fr=1,en=2").concepts[0].terms_in("en")


def bomb(name, data):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "cannot be read as a spreadsheet"),
        (b"PK\x03\x04 cut off", "cannot be read as a spreadsheet"),
        (bomb("xl/workbook.xml", b"<x/>"), "cannot be read as a spreadsheet: its parts do not fit"),
        (bomb("xl/sheet.xml", b"0" * (101 << 20)), "unpacks to more than 100 MB"),
        (bomb("../../etc/passwd", b"x"), "a path out of the archive"),
        (bomb("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "declares entities"),
    ],
    ids=["empty", "cut", "parts", "bomb", "traversal", "entities"],
)
def test_what_is_no_spreadsheet_is_refused(tmp_path, data, problem):
    """In one line, before anything is unpacked."""
    with pytest.raises(FormatError, match=problem):
        read(tmp_path, data)


def test_markdown_has_a_column_for_each_language():
    """What must not be used is struck through and said in words; signs of Markdown are escaped."""
    banned = Term("b|c", "en", AdministrativeStatus.DEPRECATED, Scope.ALWAYS)
    concept = Concept("c1", (Term("a*", "fr"), banned), definitions=(Definition("fr", "d\ne"),))
    stream = io.BytesIO()
    markdown_table.write_glossary(stream, Glossary((concept,), title="T"))

    assert stream.getvalue().decode() == (
        "# T\n\n| fr | en | definition |\n| --- | --- | --- |\n"
        "| a\\* | ~~b\\|c~~ (forbidden) | d e |\n"
    )


WORDFAST = (
    "%20260101~101010\t%User ID,AB\t%TU=00000001\t%FR-FR\t%Wordfast TM v.5.51w9/00\t%EN-GB\t%---1\n"
    "20260102~080000\tAB\t3\tFR-FR\tLe &tA;satellite&tB; &'96; prêt\tEN-GB\tReady\tspace\n"
    "cut\toff\n"
)


def test_a_memory_of_wordfast_is_read(tmp_path):
    """Dates, authors and counts as TMX has them; codes as codes; a broken line is left out."""
    path = tmp_path / "a.txt"
    path.write_text(WORDFAST, encoding="utf-8")
    told = []
    header, found = wordfast.read_memory(str(path), report=told.append)
    (unit,) = found

    assert header.source == "fr-FR"
    assert unit.variants[0].text == "Le satellite – prêt"
    assert unit.attribute("creationdate") == "20260102T080000Z"
    assert (unit.attribute("usagecount"), unit.values("x-subject")) == ("3", ("space",))
    assert (told[0].line, told[0].rejected, told[0].record) == (3, True, "cut\toff")
    path.write_text("Bonjour\n", encoding="utf-8")
    with pytest.raises(FormatError, match="no memory of Wordfast"):
        wordfast.read_memory(str(path))


def test_a_language_of_wordfast_that_nobody_knows_is_named_with_its_line(tmp_path):
    """A line that has one is left out; a heading that has one makes no memory."""
    path = tmp_path / "a.txt"
    path.write_text(WORDFAST.replace("EN-GB\tReady", "ENGLISCH\tReady"), encoding="utf-8")
    told = []
    assert list(wordfast.read_memory(str(path), report=told.append)[1]) == []
    assert (told[0].line, told[0].rejected) == (2, True)
    assert "«ENGLISCH» is unknown" in told[0].problem
    path.write_text(WORDFAST.replace("%FR-FR", "%FRANZ", 1), encoding="utf-8")
    with pytest.raises(FormatError, match=r"a\.txt:1: language «FRANZ» is unknown"):
        wordfast.read_memory(str(path))
    path.write_text(WORDFAST.replace("%EN-GB", "%ENGL", 1).replace("–", "-"), encoding="cp1252")
    with pytest.raises(FormatError, match=r"a\.txt:1: language «ENGL» is unknown"):
        wordfast.read_memory(str(path), report=told.append)


def test_a_memory_of_wordfast_in_its_code_page_is_read(tmp_path):
    """Told, and only where its languages are written in that."""
    path = tmp_path / "a.txt"
    path.write_bytes(WORDFAST.encode("cp1252"))
    told = []
    _, [unit] = wordfast.read_memory(str(path), report=told.append)

    assert unit.variants[0].text == "Le satellite – prêt"
    assert told[0].action == "read as WINDOWS-1252"
    path.write_bytes(WORDFAST.replace("EN-GB", "PL").encode("cp1252"))
    with pytest.raises(FormatError, match="is not UTF-8"):
        wordfast.read_memory(str(path), report=told.append)
