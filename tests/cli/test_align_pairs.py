"""``align --pairs`` finds the texts of a folder by their names, and passes none over silently."""

import gzip
from pathlib import Path

import pytest

from command_line import Ran, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text with its translation, and whatever else stands in such folders."""
    for name in ("a.fr.txt", "a.en.txt", "alone.fr.txt", "alone.de.txt", "late.en.txt"):
        (tmp_path / name).write_text("Bonjour.\n", encoding="utf-8")
    return tmp_path


def align(folder: Path, *more: str) -> Ran:
    return run("align", "--pairs", ".", "-s", "fr", "-t", "en", *more, folder=folder)


def documents(ran: Ran) -> set[str]:
    return {line.split("\t")[0] for line in ran.lines}


def test_a_text_with_nothing_beside_it_is_named(folder: Path) -> None:
    """In whichever of the languages it is; those that nobody asked for are no matter."""
    ran = align(folder)

    assert (
        "2 texts left out, with nothing beside them to align with: alone.fr.txt, late.en.txt\n"
        in (ran.err)
    )
    assert align(folder, "-q").err == ""


def test_many_texts_with_nothing_beside_them_are_counted(folder: Path) -> None:
    """The first few stand for all."""
    for number in range(9):
        (folder / f"n{number}.fr.txt").write_text("Oui.\n")

    assert "11 texts left out" in align(folder).err
    assert "n2.fr.txt and 6 more\n" in align(folder).err


def test_a_text_of_another_region_is_named(folder: Path) -> None:
    """It is aligned where somebody asks for that region."""
    for language in ("fr-CA", "en-GB"):
        (folder / f"b.{language}.txt").write_text("Oui.\n")
    ran = align(folder)

    said = ".: 2 texts left out, whose region -s and -t do not name: b.en-GB.txt, b.fr-CA.txt\n"
    assert said in ran.err
    asked = run("align", "--pairs", ".", "-s", "fr-CA", "-t", "en-GB", folder=folder)
    assert (asked.code, len(asked.lines)) == (0, 1)


def test_one_text_in_two_formats_is_aligned_once(folder: Path) -> None:
    """The other is named."""
    (folder / "a.en.html").write_text("<p>Hello.</p>")

    assert "a.en.txt: left out, a.en.html is taken in its place\n" in align(folder).err


def test_packed_texts_are_paired(folder: Path) -> None:
    """A name may end in .gz on either side."""
    (folder / "b.fr.txt.gz").write_bytes(gzip.compress(b"Oui.\n"))
    (folder / "b.en.txt").write_text("Yes.\n")

    assert documents(align(folder)) == {"a", "b"}


@pytest.mark.parametrize("lock", [".~lock.a.{}.docx#", "~$.{}.docx", ".hidden.{}.txt"])
def test_hidden_files_are_no_texts(folder: Path, lock: str) -> None:
    """Word processors keep such beside what they have open."""
    for language in ("fr", "en"):
        (folder / lock.format(language)).write_bytes(b"\x00")

    assert align(folder).code == 0
    assert lock.format("fr") not in align(folder).err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("b.en.txt", b"", "error: ./b.en.txt: the file is empty"),
        ("b.fr.txt", b"\xff\xfe\x00", "error: ./b.fr.txt:"),
        ("b.align.json", b"{", "error: ./b.align.json:"),
    ],
)
@pytest.mark.parametrize("more", [[], ["--jobs", "2"], ["-q"]])
def test_what_cannot_be_read_stops_no_other_document(
    folder: Path, name: str, data: bytes, said: str, more: list[str]
) -> None:
    """It is named, and the exit code tells that something is wrong; the others are done."""
    for file in ("b.fr.txt", "b.en.txt", "c.fr.txt", "c.en.txt"):
        (folder / file).write_text("Oui.\n")
    (folder / name).write_bytes(data)

    ran = align(folder, *more)

    assert (ran.code, documents(ran)) == (2, {"a", "c"})
    assert said in ran.err


def test_a_folder_of_which_nothing_can_be_read_is_an_error(folder: Path) -> None:
    """Each text is named, and nothing is written."""
    (folder / "a.en.txt").write_text("\n")

    ran = align(folder, "-q", "-o", "all.tmx")

    assert (ran.code, ran.out, ran.err.count("error: ")) == (2, "", 2)
    assert not (folder / "all.tmx").exists()


@pytest.mark.parametrize("targets", ["fr", "en,fr"])
def test_no_text_is_aligned_with_itself(folder: Path, targets: str) -> None:
    """The source language is no target."""
    ran = run("align", "--pairs", ".", "-s", "fr", "-t", targets, folder=folder)

    said = "error: --pairs: fr is the source language; name others with -t\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_the_units_of_a_folder_are_counted(folder: Path) -> None:
    """Each line says how many a document has; who has hundreds wants to know how many in all."""
    for language, text in (("fr", "Il pleut.\nBonjour.\n"), ("en", "It rains.\nBonjour.\n")):
        (folder / f"b.{language}.txt").write_text(text, encoding="utf-8")

    assert align(folder, "-o", "m.tmx").err.endswith("wrote m.tmx, 2 units of 2 documents\n")
    assert align(folder, "-o", "m.tsv").err.endswith("wrote m.tsv\n")
