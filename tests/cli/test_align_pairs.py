"""``align --pairs`` finds the texts of a folder by their names, and passes none over silently."""

import gzip
from pathlib import Path

import pytest

from command_line import Ran, run
from termbase.cli._languages import named_language


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


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("contract_FR.html", "contract_EN.html", "contract"),
        ("report-fr.txt", "report-en.md", "report"),
        ("Annexe 1 (FR).txt", "Annexe 1 (EN).txt", "Annexe 1"),
        ("FR Letter.txt", "EN letter.txt", "Letter"),
        ("fr_note.txt", "en_note.txt", "note"),
        ("Offre_FR_v2.txt", "Offre_EN_v2.txt", "Offre_v2"),
        ("Rapport French.txt", "Rapport English.txt", "Rapport"),
        ("guideFR.txt", "guideEN.txt", "guide"),
        ("manual_fra.txt", "manual_eng.txt", "manual"),
        ("devis.txt", "devis_EN.txt", "devis"),
        ("fr/pages/index.txt", "en/pages/index.txt", "pages/index"),
        ("index.txt", "en/index.txt", "index"),
        ("fr/lettre_FR.txt", "en/lettre_EN.txt", "lettre"),
        ("x.fr.txt", "x_EN.txt", "x"),
        ("CV_FR.txt", "CV_EN.txt", "CV"),
        ("offre_FR.txt", "offre_FR-EN.txt", "offre"),
        ("bail.txt", "bail_FR_EN.txt", "bail"),
        ("app_FR.txt", "app-EN.txt", "app"),
    ],
)
def test_names_say_their_language_in_many_ways(
    tmp_path: Path, source: str, target: str, name: str
) -> None:
    """What is left of the name without the language tells what belongs together."""
    for file in (source, target):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Bonjour.\n")

    assert documents(align(tmp_path, "-f", "tsv")) == {"document", name}


def test_a_word_that_may_be_a_language_is_none_where_another_has_a_text_beside(
    tmp_path: Path,
) -> None:
    """«de» in «note de service_FR» is no German; the text of decisions is no text."""
    for file in ("note de service_FR.txt", "note de service_DE.txt", "note_FR.align.json"):
        (tmp_path / file).write_text("Bonjour.\n")
    ran = run("align", "--pairs", ".", "-s", "fr", "-t", "de", "-f", "tsv", folder=tmp_path)

    assert documents(ran) == {"document", "note de service"}
    assert "left out" not in ran.err


@pytest.mark.parametrize("target", ["IT policy_IT.txt", "IT policy (it).txt"])
def test_a_word_that_may_be_a_language_is_none_where_its_translation_has_it_too(
    tmp_path: Path, target: str
) -> None:
    """«IT» begins the name of the English text; it is not the Italian one."""
    for file in ("IT policy.txt", target):
        (tmp_path / file).write_text("Hello.\n")
    ran = run("align", "--pairs", ".", "-s", "en", "-t", "it", "-f", "tsv", folder=tmp_path)

    assert documents(ran) == {"document", "IT policy"}
    assert "left out" not in ran.err


@pytest.mark.parametrize(
    ("source", "target"), [("es-ES", "ca-ES"), ("fi-FI", "sv-FI"), ("it-IT", "de-IT")]
)
def test_a_region_that_is_a_language_too_remains_a_region(
    tmp_path: Path, source: str, target: str
) -> None:
    """«ca-ES» is Catalan of Spain, not a translation from Catalan into Spanish."""
    for file in (f"guide.{source}.txt", f"guide_{target}.txt"):
        (tmp_path / file).write_text("Hola.\n")
    ran = run("align", "--pairs", ".", "-s", source, "-t", target, "-f", "tsv", folder=tmp_path)

    assert documents(ran) == {"document", "guide"}


def test_a_text_that_names_no_language_is_told(folder: Path) -> None:
    """Neither its translation nor its language can be known; other files are no matter."""
    for file in ("lettre.docx", "x.align.json", "photo.png", "notes.de.txt"):
        (folder / file).write_bytes(b"")

    assert ".: 1 text left out, named in no language: lettre.docx\n" in align(folder).err


def test_a_folder_that_is_not_looked_into_is_told(tmp_path: Path) -> None:
    """Where it holds such texts; one with other files, or named as a language, is no matter."""
    for file in ("2024/a_FR.txt", "2024/a_EN.txt", "images/x.png", ".git/b.fr.txt"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text("Bonjour.\n")
    refused = align(tmp_path)
    for file in ("a.fr.txt", "a.en.txt"):
        (tmp_path / file).write_text("Bonjour.\n")

    assert "give its folders by themselves: 2024\n" in refused.err
    assert ".: 1 folder not looked into; give it by itself: 2024\n" in align(tmp_path).err


def test_a_memory_made_of_the_texts_is_no_text(tmp_path: Path) -> None:
    """Nor is a glossary; both stand in such folders."""
    for file in ("a_FR.txt", "a_EN.txt", "a_FR-EN.tmx", "b_FR.tmx", "terms_EN.tbx"):
        (tmp_path / file).write_text("Bonjour.\n")

    assert "left out" not in align(tmp_path).err


def test_a_marked_text_comes_before_one_that_names_no_language(tmp_path: Path) -> None:
    """«contract.txt» is a source text only where no other is."""
    for file in ("c.txt", "c_FR.txt", "c_EN.txt"):
        (tmp_path / file).write_text(f"{file}.\n")

    assert (
        "c_FR"
        in run(*("align", "--pairs", ".", "-s", "fr", "-t", "en", "-f", "tsv"), folder=tmp_path).out
    )


@pytest.mark.parametrize(
    "names",
    [("c_FR.txt", "c_EN.txt"), ("C (FR).txt", "C (EN).txt"), ("c_FR.txt", "c_FR-EN.txt")],
)
def test_two_texts_alone_name_their_languages_in_the_same_ways(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    """Neither -s nor -t is needed, nor for a folder that is checked."""
    for file in names:
        (tmp_path / file).write_text("Il y a trois fusées dans le ciel.\n")

    assert run("align", *names, "-o", "m.tmx", folder=tmp_path).code == 0
    checked = run("check", ".", "-s", "fr", "-t", "en", folder=tmp_path)
    assert "T301" in checked.out


def test_numbers_of_annexes_tell_texts_apart_where_a_folder_is_checked(tmp_path: Path) -> None:
    """«II_FR» is no Yi of France, and its text no translation of «Annexe IV_EN»."""
    for annex, lots in (("I", 1), ("II", 20), ("IV", 47)):
        for language, said in (("FR", "Voici les lots"), ("EN", "These are the lots")):
            (tmp_path / f"Annexe {annex}_{language}.txt").write_text(f"{said} {lots}.\n")
    checked = run("check", ".", "-s", "fr", "-t", "en", folder=tmp_path)

    assert "T201" not in checked.out
    assert checked.code == 0


@pytest.mark.parametrize("name", ["chapter1_pt_br", "chapter1-PT-BR", "chapter1_pt_BR"])
def test_a_region_in_small_letters_is_part_of_the_language(tmp_path: Path, name: str) -> None:
    """The text was «chapter1_br», in Portuguese of no region, and had nothing beside it."""
    (tmp_path / f"{name}.txt").write_text("O foguete parte hoje.\n")
    (tmp_path / "chapter1_en.txt").write_text("The rocket leaves today.\n")
    words = ("--pairs", ".", "-s", "en", "-t", "pt-BR", "-f", "tsv")
    paired = run("align", *words, folder=tmp_path)
    alone = run("align", "chapter1_en.txt", f"{name}.txt", "-f", "tsv", folder=tmp_path)

    assert documents(paired) == {"document", "chapter1"}
    assert "en–pt-BR" in alone.out


@pytest.mark.parametrize("name", ["what_it_is", "about_us", "do_it_us", "look_at"])
def test_words_that_are_also_codes_are_no_language(name: str) -> None:
    assert named_language(f"{name}.txt") is None
