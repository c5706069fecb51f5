"""What became of an import, in files of their own."""

from pathlib import Path

import pytest

from command_line import run

TABLE = "Terme\tAnglais\nseau\tbucket\n\t\tseul\n"
TERMS = "language\tterm\tstatus\nfr\tseau\tpreferred\nfr\tpelle\tpreferd\n"


def test_rejected_records_go_to_a_file_of_their_own(tmp_path: Path) -> None:
    """As they stand in the file; the report names line and reason."""
    (tmp_path / "a.tsv").write_text(TERMS, encoding="utf-8")
    hint = run("import", "a.tsv", "--dry-run", folder=tmp_path)
    done = run("import", "a.tsv", "--report", "r.tsv", "--rejected", "left.tsv", folder=tmp_path)

    assert "--rejected FILE" in hint.err
    assert done.code == 0
    assert (tmp_path / "left.tsv").read_text(encoding="utf-8") == "fr\tpelle\tpreferd\n"
    report = (tmp_path / "r.tsv").read_text(encoding="utf-8").splitlines()
    assert report[0] == "path\tline\twhat\tproblem\taction"
    assert "a.tsv\t\tnew\t1\tinto a" in report
    assert any(line.startswith("a.tsv\t3\trejected\t«preferd» is not a status") for line in report)


@pytest.mark.parametrize("option", ["--report", "--rejected"])
def test_no_report_takes_the_place_of_what_is_imported(tmp_path: Path, option: str) -> None:
    """Neither of a file nor of the base; nothing is imported then."""
    (tmp_path / "a.tsv").write_text(TERMS, encoding="utf-8")
    done = run("import", "a.tsv", option, "./a.tsv", folder=tmp_path)

    assert done.code == 2
    assert f"{option} ./a.tsv: is a file that is read; write to another one" in done.err
    assert (tmp_path / "a.tsv").read_text(encoding="utf-8") == TERMS
    assert [one.name for one in tmp_path.iterdir()] == ["a.tsv"]


def test_columns_are_named_on_the_command_line(tmp_path: Path) -> None:
    """For a table; for anything else it is refused."""
    (tmp_path / "a.tsv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "a.tbx").write_text("<tbx/>", encoding="utf-8")
    done = run("import", "a.tsv", "--columns", "fr=Terme,en=2", folder=tmp_path)
    wrong = run("import", "a.tbx", "--columns", "fr=1", folder=tmp_path)

    assert "+ 1 new" in done.out
    assert wrong.err == "error: a.tbx: is no table; --columns says nothing of it\n"


def test_a_memory_of_wordfast_is_known_by_its_heading(tmp_path: Path) -> None:
    """Its ending is that of any text."""
    line = "20260102~080000\tAB\t3\tFR-FR\tseau\tEN-GB\tbucket\n"
    head = "%20260101~1\t%User ID\t%TU=1\t%FR-FR\t%Wordfast TM v.5\t%EN-GB\t%-\n"
    (tmp_path / "a.txt").write_text(head + line, encoding="utf-8")
    done = run("import", "a.txt", folder=tmp_path)

    assert done.out.startswith("a.txt: units → memory «a»: + 1 new")
