"""A table of terms changed in place: what was wanted is said, all else keeps its bytes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError
from termbase.formats.table_edit import edited_table
from termbase.model.change import Edit
from termbase.model.concept import AdministrativeStatus, Concept, Term

TABLE = (
    "# kept by hand\r\n"
    "concept\tlanguage\tterm\tstatus\tsubject\tclient id\tnote\r\n"
    "craft\tfr\tengin spatial\tpreferred\tspace\tA1\t\"quoted\"\r\n"
    "craft\ten\tspacecraft\t\tspace\tA2\t\r\n"
    "\r\n"
    "# rockets\r\n"
    "rocket\tfr\tfusée\t\tspace\t\t spaces kept \r\n"
    "rocket\ten\trocket\t\tspace\t\t"
).encode()  # fmt: skip


def read(data: bytes) -> dict[str, Concept]:
    return {one.id: one for one in edited_table("t.tsv", data, ())[1]}


def lines(data: bytes) -> list[str]:
    return data.decode().split("\r\n")


def test_no_edit_changes_no_byte() -> None:
    """Comments, blank lines, line ends and the missing last one stay."""
    assert edited_table("t.tsv", TABLE, ())[0] == TABLE


def test_an_edit_writes_the_cell_that_differs_alone() -> None:
    """The other cells of the row, unknown columns and odd quotes too, keep their bytes."""
    craft = read(TABLE)["craft"]
    term = replace(craft.terms[0], status=AdministrativeStatus.ADMITTED)
    data, _ = edited_table(
        "t.tsv", TABLE, [Edit(craft, replace(craft, terms=(term, craft.terms[1])))]
    )

    assert [
        (one, other) for one, other in zip(lines(TABLE), lines(data), strict=True) if one != other
    ] == [
        (
            'craft\tfr\tengin spatial\tpreferred\tspace\tA1\t"quoted"',
            'craft\tfr\tengin spatial\tadmitted\tspace\tA1\t"quoted"',
        )
    ]


def test_a_new_term_comes_behind_the_others_of_its_language() -> None:
    """Its row repeats the subject, as the rows of this table do."""
    craft = read(TABLE)["craft"]
    new = replace(craft, terms=(craft.terms[0], Term("astronef", "fr"), craft.terms[1]))

    assert (
        lines(edited_table("t.tsv", TABLE, [Edit(craft, new)])[0])[3]
        == "craft\tfr\tastronef\t\tspace\t\t"
    )


def test_a_new_concept_comes_to_the_end_on_a_line_of_its_own() -> None:
    """The last line had no end; it gets the one that the others have."""
    data, found = edited_table(
        "t.tsv", TABLE, [Edit(None, Concept("x", (Term("lune", "fr"),), "sky"))]
    )

    assert lines(data)[-3:] == ["rocket\ten\trocket\t\tspace\t\t", "x\tfr\tlune\t\tsky\t\t", ""]
    assert found[-1].place == "t.tsv:9"


def test_a_column_that_is_missing_is_added_for_who_needs_it() -> None:
    """The heading grows; rows that have nothing there keep their bytes."""
    craft = read(TABLE)["craft"]
    term = replace(craft.terms[1], region="CA")
    data, _ = edited_table(
        "t.tsv", TABLE, [Edit(craft, replace(craft, terms=(craft.terms[0], term)))]
    )
    changed = [
        at
        for at, pair in enumerate(zip(lines(TABLE), lines(data), strict=True))
        if len(set(pair)) > 1
    ]

    assert changed == [1, 3]
    assert lines(data)[1].endswith("\tnote\tregion")


def test_a_concept_that_goes_takes_its_rows_alone() -> None:
    """Comments and blank lines around it stay."""
    craft = read(TABLE)["craft"]
    data, _ = edited_table("t.tsv", TABLE, [Edit(craft, None)])

    assert lines(data) == lines(TABLE)[:2] + lines(TABLE)[4:]


def test_what_comes_back_finds_its_place() -> None:
    """A removed concept that is put back stands where it stood, among the lines of others."""
    rocket = read(TABLE)["craft"]
    without, _ = edited_table("t.tsv", TABLE, [Edit(rocket, None)])
    back, _ = edited_table("t.tsv", without, [Edit(None, rocket)])

    assert lines(back) == [one.replace('"', "") for one in lines(TABLE)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"fr\ten\nfus\xc3\xa9e\trocket\n", "one row per term"),
        ("concept\tlanguage\tterm\n".encode("utf-16"), "UTF-8"),
        (b"", "one row per term"),
    ],
)
def test_other_tables_are_refused(data: bytes, said: str) -> None:
    """A table of languages, another encoding, an empty file: one line that says what to do."""
    with pytest.raises(FormatError, match=said):
        edited_table("t.tsv", data, [Edit(None, Concept("x", (Term("lune", "fr"),)))])


def test_a_concept_that_changed_meanwhile_is_refused() -> None:
    """Nobody's work is overwritten."""
    craft = read(TABLE)["craft"]
    stale = replace(craft, terms=(*craft.terms, Term("astronef", "fr")))
    with pytest.raises(FormatError, match="has changed"):
        edited_table("t.tsv", TABLE, [Edit(stale, None)])


words = st.sampled_from(["lune", "l'État", "=1+1", "#un", 'a "b"', "é\u0301", "x;y", "a,b", "-"])


@given(
    st.lists(st.tuples(words, st.sampled_from(["fr", "en"])), min_size=1, max_size=4, unique=True),
    words,
    st.sampled_from(["\t", ",", ";"]),
)
def test_whatever_is_added_is_read_again_and_nothing_else_moves(
    pairs: list[tuple[str, str]], note: str, delimiter: str
) -> None:
    """The table says the new concept; every old line is there, in order."""
    data = TABLE.decode().replace("\t", delimiter).encode()
    new = Concept(
        "n-1", tuple(Term(text, language, note=note) for text, language in pairs), "space"
    )
    written, found = edited_table("t.csv", data, [Edit(None, new)])

    assert replace(found[-1], place="") == new
    assert written.startswith(data)
