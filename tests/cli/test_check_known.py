"""What a baseline knows is left alone, however a file is named; what is piped in is recognised."""

import json
from pathlib import Path

import pytest

from cli.test_check_files import CATALOGUE, FRENCH
from command_line import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue with a wrong number and a space that French wants."""
    (tmp_path / "po").mkdir()
    (tmp_path / "po" / "fr.po").write_text(CATALOGUE, "utf-8")
    return tmp_path


@pytest.mark.parametrize("base", ["base.json", "po/base.json"])
def test_a_file_is_known_however_it_is_named(folder: Path, base: str) -> None:
    """From the folder above, from its own, with ./ before it and by its whole path."""
    known = ("--baseline", str(folder / base))
    run("check", "po/fr.po", *FRENCH, "--baseline", base, "--update-baseline", folder=folder)

    named = [
        ("po/fr.po", folder),
        ("./po/fr.po", folder),
        (str(folder / "po" / "fr.po"), folder),
        ("fr.po", folder / "po"),
        (".", folder / "po"),
    ]
    ran = [run("check", path, *FRENCH, *known, folder=where) for path, where in named]
    assert [(one.code, one.lines) for one in ran] == [(0, [])] * 5


def test_a_baseline_that_names_files_as_they_were_given_still_counts(folder: Path) -> None:
    """Earlier versions wrote such ones; beside the folder of the baseline they differ."""
    (folder / "ci").mkdir()
    run("check", "po/fr.po", *FRENCH, "--baseline", "b", "--update-baseline", folder=folder)
    (folder / "b").rename(folder / "ci" / "b")

    ran = run("check", "po/fr.po", *FRENCH, "--baseline", "ci/b", folder=folder)
    assert (ran.code, ran.lines) == (0, [])


def test_a_baseline_written_anew_for_one_file_keeps_the_others(folder: Path) -> None:
    """But for those that are gone; a broken one is written from nothing."""
    update = (*FRENCH, "--baseline", "b", "--update-baseline")
    for name in ("two.po", "gone.po"):
        (folder / name).write_text(CATALOGUE, "utf-8")
    run("check", "po/fr.po", "two.po", "gone.po", *update, folder=folder)
    whole = (folder / "b").read_text("utf-8")
    (folder / "gone.po").unlink()
    ran = run("check", "two.po", *update, folder=folder)

    assert "gone.po" in whole
    assert "of files not checked here stay" in ran.err
    assert "gone.po" not in (folder / "b").read_text("utf-8")
    assert run("check", "po/fr.po", "two.po", *update[:-1], folder=folder).code == 0

    (folder / "b").write_text("broken", "utf-8")
    run("check", "two.po", *update, folder=folder)
    assert run("check", "two.po", *update[:-1], folder=folder).code == 0


def test_a_baseline_written_anew_for_a_file_keeps_what_was_piped_in(folder: Path) -> None:
    """What is piped in again takes its place, as a file that is checked again does."""
    update = (*FRENCH, "--baseline", "b", "--update-baseline")
    for number in (8, 9):
        changed = CATALOGUE.replace("7", str(number))
        run("check", "-", *update, folder=folder, stdin=changed)
    run("check", "po/fr.po", *update, folder=folder)
    again = run("check", "-", *update[:-1], folder=folder, stdin=changed)

    assert again.code == 0
    assert (folder / "b").read_text("utf-8").count("stdin T201") == 1


def test_a_baseline_keeps_what_a_folder_has_in_other_languages(folder: Path) -> None:
    """They are left out of the check, and so are not checked."""
    known = ("-s", "en", "--baseline", "b")
    (folder / "po" / "de.po").write_text(CATALOGUE.replace("fr", "de"), "utf-8")
    run("check", "po", *known, "--update-baseline", folder=folder)
    run("check", "po", *known, "-t", "fr", "--update-baseline", folder=folder)

    assert "po/de.po" in (folder / "b").read_text("utf-8")
    assert run("check", "po", *known, folder=folder).code == 0


@pytest.mark.parametrize("path", ["po/fr.po", "./po/fr.po", "fr.po", "."])
def test_what_a_project_ignores_is_named_from_its_folder(folder: Path, path: str) -> None:
    """Whatever folder somebody checks from."""
    ignored = '[[check.ignore]]\nfiles = "po/*.po"\nreason = "old"\n'
    (folder / "termbase.toml").write_text(ignored, "utf-8")
    where = folder if "po/" in path else folder / "po"

    ran = run("check", path, *FRENCH, folder=where)
    assert (ran.code, ran.lines) == (0, [])


def test_what_a_baseline_knows_is_not_mended(folder: Path) -> None:
    """It is left alone; what is new is mended beside it."""
    asked = (*FRENCH, "--rule", "T505", "--baseline", "base.json")
    catalogue = folder / "po" / "fr.po"
    run("check", "po/fr.po", *asked, "--update-baseline", folder=folder)

    known = run("check", "po/fr.po", *asked, "--fix", "--yes", folder=folder)
    assert (known.lines, catalogue.read_text("utf-8")) == ([], CATALOGUE)

    catalogue.write_text(CATALOGUE + '\nmsgid "Who?"\nmsgstr "Qui?"\n', "utf-8")
    new = run("check", "po/fr.po", *asked, "--fix", "--yes", folder=folder)
    assert new.lines[2:] == ["-Qui?", "+Qui⍽?"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_a_text_is_mended_in_its_own_encoding(folder: Path, encoding: str) -> None:
    """Its byte order mark and its line ends stay."""
    path = folder / "x.fr.txt"
    path.write_bytes("Deux  mots à lire.\r\n".encode(encoding))
    run("check", "x.fr.txt", "--rule", "T503", "--fix", "--yes", folder=folder)

    assert path.read_bytes() == "Deux mots à lire.\r\n".encode(encoding)


def test_mending_fails_where_a_check_would(folder: Path) -> None:
    """What is left counts by --fail-on, as without --fix."""
    asked = ("po/fr.po", *FRENCH, "--rule", "T201,T202,T505")
    one = run("check", *asked, "--fix", "--yes", folder=folder)
    other = run("check", *asked, "--rule", "T304", "--fix", folder=folder)
    (folder / "termbase.toml").write_text('[check.T201]\nseverity = "warning"\n', "utf-8")
    lenient = run("check", *asked, "--fix", "--fail-on", "error", folder=folder)

    assert (one.code, other.code, lenient.code) == (1, 0, 0)
    assert "1 finding left" in lenient.err


def test_a_table_whose_last_cell_is_empty_can_be_piped_in(folder: Path) -> None:
    """It passed for a text without mistakes."""
    ran = run("check", "-", *FRENCH, folder=folder, stdin="6 pumps\t7 pompes\nOpen it now.\t\n")

    assert [line.split(" ")[:2] for line in ran.lines] == [
        ["stdin:1:", "T201"],
        ["stdin:2:", "T302"],
    ]


def test_a_note_in_a_table_puts_a_rule_aside(folder: Path) -> None:
    """With a reason, as in XLIFF and PO; without one it is named."""
    rows = "en\tfr\tcomment\n6 pumps\t7 pompes\ttermbase: ignore T201 — a joke\n6 m\t7 m\t{}\n"
    (folder / "x.tsv").write_text(rows.format("termbase: ignore T201"), "utf-8")

    ran = run("check", "x.tsv", *FRENCH, folder=folder)
    assert [line.split(" ")[0] for line in ran.lines] == ["x.tsv:3:"]
    assert "1 finding ignored" in ran.err
    assert "x.tsv:3: «termbase: ignore» needs a reason" in ran.err


def test_an_english_catalogue_is_no_translation_from_english(folder: Path) -> None:
    """A PO that names no source language has English messages, unless it is in English itself."""
    (folder / "termbase.toml").write_text('[project]\nsource = "fr"\ntargets = ["en"]\n', "utf-8")
    english = CATALOGUE.replace("Language: fr", "Language: en")
    said = english.replace("6 pumps?", "Fermez la vanne.").replace("7 pompes?", "Fermez la vanne.")
    (folder / "en.po").write_text(said, "utf-8")

    ran = run("check", "en.po", folder=folder)
    assert [line.split(" ")[1] for line in ran.lines] == ["T301"]


def test_texts_of_one_name_are_checked_beside_those_of_their_format(folder: Path) -> None:
    """A page and the text that it is made from do not hide each other; another format will do."""
    for name, text in [
        ("a.en.md", "See page 5."),
        ("a.en.html", "<p>See page 6.</p>"),
        ("a.fr.md", "Voir page 7."),
        ("a.fr.html", "<p>Voir page 8.</p>"),
        ("b.en.md", "See page 5."),
        ("b.fr.txt", "Voir page 9."),
    ]:
        (folder / name).write_text(f"{text}\n", "utf-8")

    ran = run("check", ".", *FRENCH, "--include", "*.*.*", folder=folder)
    assert [line.split(": ", 1)[1].partition(";")[0] for line in ran.lines] == [
        "T201 number differs: 6 → 8",
        "T201 number differs: 5 → 7",
        "T201 number differs: 5 → 9",
    ]


def test_what_a_file_says_of_its_languages_goes_before_the_project(folder: Path) -> None:
    """A Qt file from English passed in a French project, and so did a memory without French."""
    (folder / "termbase.toml").write_text('[project]\nsource = "fr"\ntargets = ["en"]\n', "utf-8")
    (folder / "x.ts").write_text(
        '<TS version="2.1" language="fr_FR" sourcelanguage="en"><context><name>M</name><message>'
        "<source>6 of %1</source><translation>7 de %1</translation></message></context></TS>",
        "utf-8",
    )
    (folder / "x.tmx").write_text(
        '<tmx version="1.4"><header srclang="*all*"/><body><tu><tuv xml:lang="en"><seg>6 pumps'
        '</seg></tuv><tuv xml:lang="ru"><seg>7 насосов</seg></tuv></tu></body></tmx>',
        "utf-8",
    )

    ran = run("check", "x.ts", folder=folder)
    assert [line.split(" ")[1] for line in ran.lines] == ["T201"]
    refused = run("check", "x.tmx", folder=folder)
    assert (refused.code, "nothing to check in fr" in refused.err) == (2, True)
    asked = run("check", "x.tmx", "-s", "en", folder=folder)
    assert [line.split(" ")[1] for line in asked.lines] == ["T201"]


@pytest.mark.parametrize(
    ("asked", "found", "left_out"),
    [
        ("fr,ru", ["fr.po", "guide.fr.txt", "guide.ru.txt", "ru.po"], 1),
        ("ru", ["guide.ru.txt", "ru.po"], 2),
        ("fr,ru,de", ["de.po", "fr.po", "guide.fr.txt", "guide.ru.txt", "ru.po"], 0),
    ],
)
def test_a_file_of_a_folder_is_checked_in_its_own_language(
    tmp_path: Path, asked: str, found: list[str], left_out: int
) -> None:
    """That is one of those asked for, or the file is left out; French marks are no Russian ones."""
    texts = {"fr": "Il y a 7 pompes ?", "ru": "Есть 7 насосов?", "de": "Es gibt 7 Pumpen?"}
    for language, text in texts.items():
        head = f'msgid ""\nmsgstr "Language: {language}\\n"\n\n'
        message = f'msgid "There are 6 pumps?"\nmsgstr "{text}"\n'
        (tmp_path / f"{language}.po").write_text(head + message, "utf-8")
        if language != "de":
            (tmp_path / f"guide.{language}.txt").write_text(text, "utf-8")
    (tmp_path / "guide.en.txt").write_text("There are 6 pumps?", "utf-8")
    asking = ("-s", "en", "-t", asked, "--rule", "T201,T401,T505", "--json")
    ran = run("check", ".", *asking, folder=tmp_path)

    told = [(one["rule"], one["place"]["path"]) for one in json.loads(ran.out)["findings"]]
    french = [path for path in found if "fr" in path]
    assert sorted(path for rule, path in told if rule == "T201") == found
    assert sorted(path for rule, path in told if rule != "T201") == french
    assert ("in other languages left out" in ran.err) is bool(left_out)


def test_a_file_that_is_named_is_not_left_out(folder: Path) -> None:
    """One -t is taken for its language; of several, it has to be in one."""
    catalogue = folder / "po" / "fr.po"

    assert run("check", str(catalogue), "-s", "en", "-t", "ru", folder=folder).code == 1
    ran = run("check", str(catalogue), "-s", "en", "-t", "ru,de", folder=folder)
    assert (ran.code, "is in fr, not in ru or de" in ran.err) == (2, True)
    ran = run("check", "po", "-s", "en", "-t", "ru,de", folder=folder)
    assert (ran.code, "is in fr, not in ru or de" in ran.err) == (2, True)


def test_a_note_at_one_translation_is_about_that_alone(tmp_path: Path) -> None:
    """One at the unit, or at the source, is about all."""
    note = "<note>termbase: ignore T201 — counted otherwise</note>"
    unit = (
        '<tu>{}<tuv xml:lang="en">{}<seg>6 pumps</seg></tuv><tuv xml:lang="fr">{}'
        '<seg>7 pompes</seg></tuv><tuv xml:lang="ru"><seg>7 насосов</seg></tuv></tu>'
    )
    units = [unit.format(*(note if at == place else "" for at in range(3))) for place in range(3)]
    head = '<tmx version="1.4"><header srclang="en"/><body>'
    (tmp_path / "a.tmx").write_text(f"{head}{''.join(units)}</body></tmx>", "utf-8")
    ran = run("check", "a.tmx", "-s", "en", "--rule", "T201", "--json", folder=tmp_path)

    found = [(one["place"]["unit"], one["target"]) for one in json.loads(ran.out)["findings"]]
    assert found == [(3, "7 насосов")]


def test_a_folder_that_is_not_there_is_called_missing(folder: Path) -> None:
    """Its name has no ending that could be an unknown format."""
    ran = run("check", "locale/", folder=folder)

    assert (ran.code, "locale/: there is no such file or folder" in ran.err) == (2, True)


@pytest.mark.parametrize("form", ["sarif", "junit", "html", "json"])
def test_a_log_counts_what_a_report_in_a_file_has(folder: Path, form: str) -> None:
    """Who reads it sees why the run failed."""
    ran = run("check", "po/fr.po", *FRENCH, "-f", form, "-o", "report", folder=folder)

    assert (ran.code, ran.out) == (1, "")
    assert "1 error, 0 warnings · " in ran.err


LINES = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="fr" original="a" datatype="html"><body>
<trans-unit id="1"><source>Page 3<x id="1" ctype="lb"/>5 pumps are there</source>
<target>Page 3 <x id="1" ctype="lb"/>5 pompes sont là</target></trans-unit>
<trans-unit id="2"><source>Page 3<ph id="1">&lt;br/></ph>5 pumps</source>
<target>Page 3<ph id="1">&lt;br/></ph>6 pompes</target></trans-unit>
<trans-unit id="3">
<source>10<ph id="1">&lt;sup></ph>2<ph id="2">&lt;/sup></ph> pumps are here</source>
<target>102<ph id="1">&lt;sup></ph><ph id="2">&lt;/sup></ph> pompes  sont ici</target></trans-unit>
<trans-unit id="4"><source>Stop now<x id="1" ctype="lb"/>Then go on</source>
<target>Stop  là<x id="1" ctype="lb"/>Puis continuez</target></trans-unit>
</body></file></xliff>"""


@pytest.mark.parametrize(("room", "found"), [(8, 0), (7, 1)])
def test_a_code_takes_no_room(tmp_path: Path, room: int, found: int) -> None:
    """What parts two words for the rules is no character of the file."""
    (tmp_path / "a.xlf").write_text(
        '<xliff version="1.2"><file source-language="en" target-language="fr"><body><trans-unit'
        f' id="1" maxwidth="{room}" size-unit="char"><source>Yes<x id="1"/>no</source>'
        '<target>Oui, <x id="1"/>n<x id="2"/>on</target></trans-unit></body></file></xliff>',
        "utf-8",
    )
    ran = run("check", "a.xlf", "--rule", "T801", "--json", folder=tmp_path)

    assert len(json.loads(ran.out)["findings"]) == found


def test_a_code_between_two_words_parts_them(tmp_path: Path) -> None:
    """A line break is a code in most files: 3 and 5 are no 35. What sets letters parts nothing."""
    path = tmp_path / "a.xlf"
    path.write_text(LINES, "utf-8")
    ran = run("check", "a.xlf", "--rule", "T201,T503", "--fix", "--yes", folder=tmp_path)
    left = run("check", "a.xlf", "--rule", "T201,T503", "--json", folder=tmp_path)

    found = [(one["place"]["unit"], one["message"]) for one in json.loads(left.out)["findings"]]
    assert found == [(2, "number differs: 5 → 6")]
    assert "made 2 changes" in ran.err
    mended = LINES.replace("pompes  sont", "pompes sont").replace("Stop  là", "Stop là")
    assert path.read_text("utf-8") == mended


def test_a_qt_file_is_checked_in_its_own_language_and_may_have_gaps(tmp_path: Path) -> None:
    """As a PO is, where several languages are asked for."""
    for language, text in (("fr", "Le fichier n° 6 ?"), ("ru", "Файл № 6?"), ("de", "Datei 6?")):
        (tmp_path / f"app_{language}.ts").write_text(
            f'<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="{language}"'
            ' sourcelanguage="en"><context><name>Main</name><message><source>File 5?</source>'
            f"<translation>{text}</translation></message><message><source>Save it all</source>"
            '<translation type="unfinished"></translation></message></context></TS>',
            "utf-8",
        )
    asking = ("-s", "en", "-t", "fr,ru", "--rule", "T201,T302,T505", "--json")
    ran = run("check", ".", *asking, folder=tmp_path)

    found = {(one["place"]["path"], one["rule"]) for one in json.loads(ran.out)["findings"]}
    french = {("app_fr.ts", "T201"), ("app_fr.ts", "T302"), ("app_fr.ts", "T505")}
    assert found == french | {("app_ru.ts", "T201"), ("app_ru.ts", "T302")}
    assert "1 file in other languages left out" in ran.err
