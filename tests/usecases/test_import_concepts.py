"""A client's concepts come to ours: new ones in, additions joined, contradictions settled."""

from pathlib import Path

import pytest

from termbase.bootstrap import LocalFiles, changes_of, open_base, terms_of
from termbase.model.change import Stamp
from termbase.model.concept import Concept
from termbase.stores.sqlite import SqliteBase
from termbase.usecases.import_concepts import (
    KEEP_BOTH,
    KEEP_OURS,
    TAKE_THEIRS,
    Ledger,
    import_concepts,
)
from termbase.usecases.import_files import ImportReport

HEAD = "concept\tlanguage\tterm\tstatus\tsubject\tnote\n"
OURS = f"{HEAD}c1\tfr\tengin spatial\tpreferred\tcraft\t\nc1\ten\tspacecraft\tpreferred\t\t\n"


@pytest.fixture
def base() -> SqliteBase:
    return open_base(":memory:", write=True)


def bring(base: SqliteBase, folder: Path, rows: str, way: str = KEEP_OURS) -> ImportReport:
    path = folder / "client.tsv"
    path.write_text(rows, "utf-8")
    ledger = Ledger(changes_of(base), Stamp("Anna", "2026-11-22T12:00:00Z"))
    with base.changing():
        return import_concepts(
            str(path), LocalFiles(), terms_of(base), decide=lambda *_: way, ledger=ledger
        )


def concepts(base: SqliteBase) -> dict[str, Concept]:
    return {one.id: one for _, one in terms_of(base).all_concepts()}


def test_what_only_adds_joins_ours_whatever_its_id(base: SqliteBase, tmp_path: Path) -> None:
    """A shared term and no contradiction: the note and the Russian term come in."""
    bring(base, tmp_path, OURS)
    rows = f"{HEAD}x9\tfr\tEngin spatial\t\t\tthe word of ESA\nx9\tru\tкосмический аппарат\t\t\t\n"
    report = bring(base, tmp_path, rows)
    again = bring(base, tmp_path, rows)

    assert (report.new, report.changed, report.conflicts) == (0, 1, [])
    assert [one.text for one in concepts(base)["c1"].terms][2] == "космический аппарат"
    assert concepts(base)["c1"].terms[0].note == "the word of ESA"
    assert (again.new, again.changed, again.equal) == (0, 0, 1)


@pytest.mark.parametrize(
    ("way", "english"),
    [
        (KEEP_OURS, {"c1": "spacecraft"}),
        (TAKE_THEIRS, {"c1": "space vehicle"}),
        (KEEP_BOTH, {"c1": "spacecraft", "x9": "space vehicle"}),
    ],
)
def test_another_rendering_is_a_conflict(
    base: SqliteBase, tmp_path: Path, way: str, english: dict[str, str]
) -> None:
    """It is named with both renderings and its line, and settling it again changes nothing."""
    bring(base, tmp_path, OURS)
    rows = f"{HEAD}x9\tfr\tengin spatial\t\t\t\nx9\ten\tspace vehicle\t\t\t\n"
    for _ in range(2):
        report = bring(base, tmp_path, rows, way)
        found = {name: one.terms_in("en")[0].text for name, one in concepts(base).items()}
        assert found == english
        if report.conflicts:
            [fate] = [one for one in report.fates if one.what == "conflict"]
            assert fate.reason == "en «space vehicle» (theirs) / «spacecraft» (ours, preferred)"
            assert fate.place.endswith("client.tsv:2")


def test_a_language_that_ours_has_not_comes_in_when_ours_is_kept(
    base: SqliteBase, tmp_path: Path
) -> None:
    """The contradiction is about English alone; of another idea with the same id nothing comes."""
    bring(base, tmp_path, OURS)
    rows = f"{HEAD}x9\tfr\tengin spatial\t\t\t\nx9\ten\tspace vehicle\t\t\t\nx9\tru\tКА\t\t\t\n"
    report = bring(base, tmp_path, rows)
    again = bring(base, tmp_path, rows)
    other = bring(base, tmp_path, rows.replace("engin spatial", "orbite").replace("x9", "c1"))

    assert [one.text for one in concepts(base)["c1"].terms] == ["engin spatial", "spacecraft", "КА"]
    assert (report.changed, report.conflicts) == (1, ["x9"])
    assert (again.changed, other.changed) == (0, 0)


def test_what_theirs_does_not_speak_of_stays_when_theirs_is_taken(
    base: SqliteBase, tmp_path: Path
) -> None:
    """Other languages, the subject, and what we warn of; importing it again changes nothing."""
    more = "c1\ten\tspaceship\tdeprecated\t\t\nc1\tru\tкосмический аппарат\t\t\t\n"
    bring(base, tmp_path, OURS + more)
    rows = f"{HEAD}x9\tfr\tengin spatial\t\t\t\nx9\ten\tspace vehicle\tpreferred\t\t\n"
    report = bring(base, tmp_path, rows, TAKE_THEIRS)
    taken = concepts(base)
    again = bring(base, tmp_path, rows, TAKE_THEIRS)

    assert (report.changed, again.changed, again.equal) == (1, 0, 1)
    assert concepts(base) == taken
    assert taken["c1"].subject == "craft"
    assert {one.text for one in taken["c1"].terms} == {
        *("engin spatial", "space vehicle", "spaceship", "космический аппарат")
    }


def test_homonyms_of_another_subject_are_new(base: SqliteBase, tmp_path: Path) -> None:
    """«vol» of birds is not «vol» of banks."""
    bring(base, tmp_path, f"{HEAD}c1\tfr\tvol\t\tflight\t\nc1\ten\tflight\t\t\t\n")
    report = bring(base, tmp_path, f"{HEAD}x1\tfr\tvol\t\tlaw\t\nx1\ten\ttheft\t\t\t\n")

    assert (report.new, report.conflicts) == (1, [])


def test_homonyms_within_one_file_stay_apart(base: SqliteBase, tmp_path: Path) -> None:
    """Only what was there before is matched by its terms."""
    rows = f"{HEAD}c1\tfr\tvol\t\t\t\nc2\tfr\tvol\t\t\tother\n"

    assert bring(base, tmp_path, rows).new == 2
    assert bring(base, tmp_path, rows).equal == 2


def test_what_an_import_changes_is_history(base: SqliteBase, tmp_path: Path) -> None:
    """A first import is none; what comes to concepts that are there is dated and signed."""
    bring(base, tmp_path, OURS)
    assert changes_of(base).changes() == []
    bring(base, tmp_path, f"{HEAD}c1\tfr\tengin spatial\tpreferred\tcraft\tnew\n")

    [change] = changes_of(base).changes()
    assert (change.action, change.stamp.author, change.edit.concept) == ("import", "Anna", "c1")


def test_a_row_that_stands_there_twice_is_one_concept(base: SqliteBase, tmp_path: Path) -> None:
    """It is told, counted as the same, and nothing again when the file is imported once more."""
    table = "fr\ten\tnote\npompe\tpump\tx\nvis\tscrew\t\npompe\tpump\tx\npompe\tpump\ty\n"
    first = bring(base, tmp_path, table)

    assert (first.new, first.equal, len(concepts(base))) == (3, 1, 3)
    assert [(one.line, one.action) for one in first.repairs] == [(4, "kept once")]
    again = bring(base, tmp_path, table)
    assert (again.new, again.equal, len(concepts(base))) == (0, 4, 3)


def test_the_number_of_a_row_makes_no_other_concept(base: SqliteBase, tmp_path: Path) -> None:
    """Rows of numbered lists differ in it alone."""
    report = bring(base, tmp_path, "N°\tfr\ten\n1\tpompe\tpump\n2\tpompe\tpump\n")

    assert (report.new, report.equal) == (1, 1)


@pytest.mark.parametrize("cells", [("12", "15"), ("7", "²"), ("", "3")])
def test_a_number_that_counts_no_rows_is_kept(
    base: SqliteBase, tmp_path: Path, cells: tuple[str, str]
) -> None:
    """Pages and years differ, and what they say would be lost with their row."""
    rows = "".join(f"pompe\tpump\t{cell}\n" for cell in cells)
    report = bring(base, tmp_path, f"fr\ten\tpage\n{rows}")

    assert (report.new, report.equal) == (2, 0)


def test_a_concept_that_a_relation_names_is_kept(base: SqliteBase, tmp_path: Path) -> None:
    """Its equal may be another idea to who wrote the file."""
    rows = "concept\tlanguage\tterm\trelations\na\ten\tpump\t\nb\ten\tpump\t\nc\ten\tx\tsee:b\n"

    assert bring(base, tmp_path, rows).new == 3


def test_a_term_that_stands_there_twice_is_one_term(base: SqliteBase, tmp_path: Path) -> None:
    """In a table of one row per term, rows of no concept are told apart by what they say."""
    report = bring(base, tmp_path, "language\tterm\nen\tpump\nen\tpump\nfr\tpompe\n")

    assert sorted(len(one.terms) for one in concepts(base).values()) == [1, 1]
    assert [(one.line, one.action) for one in report.repairs] == [(3, "kept once")]
