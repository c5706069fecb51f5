"""A table for revisers: every cell is text, whatever it says and whatever program has saved it."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.errors import FormatError
from termbase.formats.alignment_table import read_table, tsv_bytes, xlsx_bytes
from termbase.model.repair import Repair

COLUMNS = ("confidence", "decision", "source", "id")
HOSTILE = ['=HYPERLINK("http://x")', "+1+2", "-3", "@x", "3,4", "1e5", "007", "'=1", "«", "# a"]


def written(rows: list[tuple[str, ...]]) -> bytes:
    return xlsx_bytes([COLUMNS, *rows], choices=("accept",), least=0.6, hint="write accept")


def read(tmp_path: Path, name: str, data: bytes) -> list[tuple[int, dict[str, str]]]:
    path = tmp_path / name
    path.write_bytes(data)
    return read_table(str(path), COLUMNS)


@pytest.mark.parametrize("ending", ["tsv", "xlsx"])
def test_nothing_becomes_a_formula_or_a_number(tmp_path: Path, ending: str) -> None:
    """What looks like one comes back to the letter."""
    rows = [("0.50", "accept", one, "id") for one in HOSTILE]
    data = written(rows) if ending == "xlsx" else tsv_bytes([COLUMNS, *rows])

    found = read(tmp_path, f"a.{ending}", data)

    assert [cells["source"] for _, cells in found] == HOSTILE
    assert [number for number, _ in found] == list(range(2, len(HOSTILE) + 2))


def test_a_spreadsheet_holds_no_formula() -> None:
    """Not as the library sees it, nor as the file says it."""
    data = written([("0.50", "", one, "id") for one in HOSTILE])

    book = openpyxl.load_workbook(io.BytesIO(data))
    assert "f" not in {cell.data_type for row in book.active.iter_rows() for cell in row}
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet


@settings(max_examples=30)
@given(st.lists(st.text(), max_size=3))
def test_any_text_can_be_written(tmp_path_factory, texts: list[str]) -> None:
    """Signs that XML cannot say are replaced; nothing else changes but white space."""
    data = written([("0.90", "", one, "id") for one in texts])
    found = read(tmp_path_factory.mktemp("t"), "a.xlsx", data)

    for (_, cells), one in zip(found, texts, strict=True):
        assert len(cells["source"].replace("\ufffd", "")) <= len(one)


def test_the_same_rows_are_the_same_bytes() -> None:
    """No clock in them."""
    rows = [("0.50", "", "Bonjour.", "id")]

    assert written(rows) == written(rows)
    assert b"dcterms" not in zipfile.ZipFile(io.BytesIO(written(rows))).read("docProps/core.xml")


def test_a_cell_that_is_too_long_for_a_spreadsheet_is_shortened(tmp_path: Path) -> None:
    """It ends in an ellipsis; the text itself is not in danger."""
    [(_, cells)] = read(tmp_path, "a.xlsx", written([("0.50", "", "x" * 40_000, "id")]))

    assert len(cells["source"]) == 32_767
    assert cells["source"].endswith("…")


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_a_spreadsheet_saves_as_text_is_read(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    """With other delimiters, columns in another order and quotes."""
    stream = io.StringIO()
    table = csv.writer(stream, delimiter=delimiter)
    table.writerow(["id", "Source", "decision", "confidence", ""])
    table.writerow(["id-1", "Il dit : «a; b, c»\noui", "split 1:2", "0,5", ""])

    [(number, cells)] = read(tmp_path, "a.csv", stream.getvalue().encode(encoding))

    assert number == 2
    assert cells["source"].split() == ["Il", "dit", ":", "«a;", "b,", "c»", "oui"]
    assert (cells["id"], cells["decision"]) == ("id-1", "split 1:2")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "L'été, « déjà »"),
        ("cp1251", "Привет, мир"),
        ("gbk", "你好"),
        ("cp1250", "Žluťoučký"),
    ],
)
def test_of_a_table_in_a_code_page_the_texts_are_left_out(
    tmp_path: Path, encoding: str, text: str
) -> None:
    """Ids and decisions are the same in all of them; what was lost of a text is nobody's edit."""
    path = tmp_path / "a.csv"
    rows = f"id;source;target;decision\r\nid-1;{text};?????;split 1:2\r\n"
    path.write_bytes(rows.encode(encoding))
    told: list[Repair] = []

    found = read_table(str(path), COLUMNS, told.append)

    assert found == [(2, {"id": "id-1", "decision": "split 1:2"})]
    [one] = told
    assert one.line == 2
    assert one.action == "its decisions are read, its texts are not compared"


def test_numbers_of_a_spreadsheet_are_read_as_written(tmp_path: Path) -> None:
    """12 where it keeps 12.0; empty rows do not count, but keep their numbers."""
    book = openpyxl.Workbook()
    for row in (COLUMNS, (0.5, None, 12.0, "id"), (), (1, "accept", 3.5)):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)

    found = read(tmp_path, "a.xlsx", stream.getvalue())

    assert [(number, cells["source"], cells["id"]) for number, cells in found] == [
        (2, "12", "id"),
        (4, "3.5", ""),
    ]


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"\0" * (3 << 20))
    return stream.getvalue()


def laughing() -> bytes:
    """Return a spreadsheet whose sheet expands entities without end."""
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {here} "{f"&{before};" * 20}">'
        for before, here in zip("abcdefgh", "bcdefghi", strict=True)
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written([]))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = (
                    f"<?xml version='1.0'?><!DOCTYPE worksheet [{entities}]>".encode()
                    + data.replace(b"confidence", b"&i;")
                )
            new.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("a.xlsx", lambda: b"PK\x03\x04 no", "cannot be read as a spreadsheet"),
        ("a.xlsx", lambda: b"", "cannot be read as a spreadsheet"),
        ("a.xlsx", lambda: written([])[:-40], "cannot be read as a spreadsheet"),
        ("a.xlsx", bomb, "unpacks to more than 1 MB"),
        ("a.xlsx", laughing, ""),
        ("a.tsv", lambda: b"fr\ten\n", "expected confidence, decision, source, id"),
        ("a.tsv", lambda: b"", "no heading"),
        ("a.tsv", lambda: b"id\xff", "not UTF-8"),
    ],
)
def test_a_broken_table_is_one_line(
    tmp_path: Path, monkeypatch, name: str, make, said: str
) -> None:
    """Damaged, hostile, or something else."""
    monkeypatch.setattr("termbase.formats._xlsx._LARGEST", 1 << 20)
    with pytest.raises(FormatError) as caught:
        read(tmp_path, name, make())
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "begins"), [("a.ods", b"PK\3\4"), ("a.xls", b"\xd0\xcf\x11\xe0")])
def test_another_spreadsheet_is_told_how_to_save(tmp_path: Path, name: str, begins: bytes) -> None:
    """In the endings that are read."""
    with pytest.raises(
        FormatError, match=r"is no table of text; save it as \.xlsx, \.tsv or \.csv"
    ):
        read(tmp_path, name, begins + b"\0" * 99)
