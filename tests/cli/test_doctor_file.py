"""A file of another tool examined, and mended."""

import gzip
import json
import os
from pathlib import Path

import pytest

from command_line import run

WRONG = (
    '<tmx version="1.4"><header srclang="fr"/><body>\n<tu><tuv lang="fr"><seg>a</seg></tuv></tu>'
    "</body></tmx>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A TMX that is not valid."""
    (tmp_path / "a.tmx").write_text(WRONG, encoding="utf-8")
    return tmp_path


def test_faults_are_listed_with_their_lines(folder: Path) -> None:
    """And exit 1 says that there are some."""
    done = run("doctor", "a.tmx", folder=folder)
    listed = json.loads(run("doctor", "a.tmx", "--json", folder=folder).out)

    assert done.code == 1
    assert "a.tmx:2: <tuv> without xml:lang\n" in done.out
    assert listed["schema"] == "termbase.doctor-file/1"
    assert {"path": "a.tmx", "line": 2, "problem": "<tuv> without xml:lang"} in listed["faults"]


def test_what_is_safe_is_mended(folder: Path) -> None:
    """The old file stays beside it; what was mended is valid."""
    done = run("doctor", "a.tmx", "--fix", folder=folder)

    assert done.code == 0
    assert (folder / "a.orig.tmx").read_text(encoding="utf-8") == WRONG
    assert run("doctor", "a.tmx", folder=folder).code == 0
    again = run("doctor", "a.orig.tmx", "--fix", folder=folder)
    assert again.code == 0


def test_the_old_file_is_kept_byte_by_byte_and_as_private_as_it_was(folder: Path) -> None:
    """It was compressed twice, and a file for its owner alone became one for all."""
    packed = gzip.compress(WRONG.encode(), mtime=0)
    (folder / "a.tmx.gz").write_bytes(packed)
    (folder / "a.tmx.gz").chmod(0o600)

    assert run("doctor", "a.tmx.gz", "--fix", folder=folder).code == 0
    assert (folder / "a.orig.tmx.gz").read_bytes() == packed
    assert (folder / "a.orig.tmx.gz").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    """A file is read more than once."""
    os.mkfifo(folder / "b.tmx")
    done = run("doctor", "b.tmx", folder=folder)

    assert done.code == 2
    assert "b.tmx: there is no such file, or it is a pipe; name a file on the disk" in done.err


def test_what_is_not_safe_to_mend_is_left_and_named(folder: Path) -> None:
    """As the place and the problem; nothing was done about it."""
    dated = WRONG.replace("<tu>", '<tu creationdate="2020-01-02">', 1)
    (folder / "a.tmx").write_text(dated, encoding="utf-8")
    done = run("doctor", "a.tmx", "--fix", folder=folder)

    assert done.code == 1
    assert "no date such as 20260131T120000Z\n" in done.err


def test_an_old_copy_is_never_written_over(folder: Path) -> None:
    """The first original is the one that counts."""
    (folder / "a.orig.tmx").write_text("mine", encoding="utf-8")
    done = run("doctor", "a.tmx", "--fix", folder=folder)

    assert done.code == 2
    assert "a.orig.tmx: exists already" in done.err
    assert (folder / "a.tmx").read_text(encoding="utf-8") == WRONG


def test_what_cannot_be_mended_is_said(folder: Path) -> None:
    """A catalogue is only patched in place; a broken file has no safe mend."""
    (folder / "a.po").write_text('msgid "a"\nmsgstr ""\n', encoding="utf-8")
    (folder / "b.tmx").write_text("<tmx>", encoding="utf-8")

    assert "mend it by hand" in run("doctor", "a.po", "--fix", folder=folder).err
    assert run("doctor", "b.tmx", folder=folder).code == 1
    assert run("doctor", "b.tmx", "--fix", folder=folder).code == 2
    assert not (folder / "b.orig.tmx").exists()
    assert run("doctor", "none.tmx", folder=folder).code == 2
    assert run("doctor", "--fix", folder=folder).code == 2


def test_a_glossary_is_checked_for_what_it_points_to(folder: Path) -> None:
    """Relations to what is missing, terms that stand twice."""
    table = "concept\tlanguage\tterm\trelations\nc1\tfr\ta\tsee:c9\nc1\tfr\ta\t\n"
    (folder / "a.tsv").write_text(table, encoding="utf-8")
    done = run("doctor", "a.tsv", folder=folder)

    assert "a.tsv:2: concept «c1» refers to «c9», which is missing" in done.out
    assert "concept «c1» has «a» (fr) twice" in done.out


def test_a_table_that_cannot_be_read_leaves_no_copy(tmp_path: Path) -> None:
    """Nobody knows its languages; nothing is written, not even what would be kept."""
    (tmp_path / "a.csv").write_text("un,deux\ntrois,quatre\n", encoding="utf-8")
    done = run("doctor", "a.csv", "--fix", folder=tmp_path)

    assert done.code == 2
    assert "does not say which languages" in done.err
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_what_may_be_right_is_a_warning(tmp_path: Path) -> None:
    """A TBX of 2008 may have categories of its own; each is told once, and nothing is mended."""
    notes = "".join(
        f'<termNote type="{kind}">x</termNote>\n' for kind in ("mood", "register", "mood")
    )
    text = (
        '<martif type="TBX" xml:lang="en"><text><body><termEntry id="a"><langSet xml:lang="en">\n'
        f"<tig><term>cat</term>{notes}</tig></langSet></termEntry></body></text></martif>"
    )
    (tmp_path / "a.tbx").write_text(text, encoding="utf-8")
    done = run("doctor", "a.tbx", "--fix", folder=tmp_path)
    [listed] = json.loads(run("doctor", "a.tbx", "--json", folder=tmp_path).out)["faults"]

    assert done.code == 0
    assert done.lines == [
        "a.tbx:2: warning: TBX 2008 has no termNote «mood» of its own; "
        "right where the list that the header names (XCS) has it"
    ]
    assert (listed["line"], listed["warning"]) == (2, True)
    assert (tmp_path / "a.tbx").read_text(encoding="utf-8") == text
    assert "mood" not in run("convert", "a.tbx", "b.tbx", folder=tmp_path).err
