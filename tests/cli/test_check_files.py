"""What `check` takes and what it does with it: folders, stdin, baselines, mending, notes, HTML."""

import json
import os
import re
from pathlib import Path

import pytest

from command_line import run
from somebody import as_somebody, folder_for_all
from termbase.terms import index

CATALOGUE = """msgid ""
msgstr "Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "6 pumps?"
msgstr "7 pompes?"
"""
FRENCH = ("-s", "en", "-t", "fr")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue with two mistakes, a text with one, and what is no business of ours."""
    (tmp_path / "po").mkdir()
    (tmp_path / "po" / "fr.po").write_text(CATALOGUE, "utf-8")
    (tmp_path / "guide.en.txt").write_text("There are 5 valves.\n", "utf-8")
    (tmp_path / "guide.fr.txt").write_text("Il y a 6 vannes.\n", "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_a_folder_is_checked_with_what_lies_in_it(folder: Path) -> None:
    """Bilingual files, and texts with their translations beside them."""
    ran = run("check", ".", *FRENCH, "--rule", "T201", folder=folder)

    assert [line.split(":")[0] for line in ran.lines] == ["guide.fr.txt", "po/fr.po"]
    assert ran.code == 1


@pytest.mark.skipif(os.name != "posix", reason="permissions are told otherwise there")
def test_what_may_not_be_read_in_a_folder_is_named_and_the_rest_is_checked() -> None:
    """One closed file was all that was said; a folder that only lists names was passed over."""
    with folder_for_all() as folder:
        for name in ("a.en", "b.en", "closed/c.en", "listed/d.en"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / f"{name}.txt").write_text("There are 5 valves.\n", "utf-8")
            french = name.replace(".en", ".fr")
            (folder / f"{french}.txt").write_text("Il y a 6 vannes.\n", "utf-8")
        (folder / "b.en.txt").chmod(0o000)
        (folder / "closed").chmod(0o000)
        (folder / "listed").chmod(0o444)
        with as_somebody():
            ran = run("check", ".", *FRENCH, "--rule", "T201", folder=folder, env={"HOME": "/"})
            left_out = ("--exclude", "closed,listed,b.*")
            rest = run("check", ".", *FRENCH, *left_out, folder=folder, env={"HOME": "/"})

    assert [line.split(":")[0] for line in ran.lines] == ["a.fr.txt"]
    assert ran.code == 2
    entered = "is a folder that may not be entered; check its permissions, or --exclude it"
    assert sorted(line for line in ran.err.splitlines() if line.startswith("error: ")) == [
        "error: b.en.txt: may not be read; check its permissions",
        f"error: closed: {entered}",
        f"error: listed: {entered}",
    ]
    assert rest.code == 1


def test_what_others_wrote_and_links_that_lead_back_are_passed_over(folder: Path) -> None:
    """Packages of JavaScript and Python have texts of their own; one that is named is checked."""
    for place in ("node_modules/left", "env/lib", ".hidden"):
        (folder / place).mkdir(parents=True)
        (folder / place / "fr.po").write_text(CATALOGUE, "utf-8")
    (folder / "env" / "pyvenv.cfg").write_text("home = /usr/bin\n", "utf-8")
    (folder / "po" / "back").symlink_to("..", target_is_directory=True)

    ran = run("check", ".", *FRENCH, "--rule", "T201", folder=folder)
    named = run("check", "node_modules", *FRENCH, "--rule", "T201", folder=folder)

    assert [line.split(":")[0] for line in ran.lines] == ["guide.fr.txt", "po/fr.po"]
    assert [line.split(":")[0] for line in named.lines] == ["node_modules/left/fr.po"]


QT_FORMS = (
    '<!DOCTYPE TS><TS version="2.1" language="{}" sourcelanguage="en"><context><name>a</name>'
    '<message numerus="yes"><source>%n day(s)</source><translation><numerusform>{}</numerusform>'
    "<numerusform>{}</numerusform></translation></message></context></TS>"
)


@pytest.mark.parametrize(
    ("language", "forms", "lost"),
    [
        ("de_DE", ("ein Tag", "%n Tage"), 0),
        ("de_DE", ("ein Tag", "Tage"), 1),
        ("ru_RU", ("день", "%n дня"), 1),
        ("ar", ("لا أيام", "يوم"), 0),
        ("xx_yy", ("a", "%n b"), 0),
    ],
)
def test_a_form_of_qt_for_one_alone_needs_no_number(
    folder: Path, language: str, forms: tuple[str, str], lost: int
) -> None:
    """By its place among the forms of its language."""
    (folder / "a.ts").write_text(QT_FORMS.format(language, *forms), "utf-8")
    ran = run("check", "a.ts", "--rule", "T601", folder=folder)

    assert ran.out.count("code missing: %n") == lost


def test_the_first_plural_form_may_have_the_codes_of_the_plural(folder: Path) -> None:
    """«%d файл» serves 21 files, though English says «One file»; what neither has is added."""
    head = CATALOGUE.replace("Language: fr", "Language: ru").partition("\n\n")[0]
    message = 'msgid "1 file"\nmsgid_plural "%d files"\nmsgstr[0] "{}"\nmsgstr[1] "%d файла"\n'
    ru = folder / "po" / "ru.po"

    ru.write_text(f"{head}\n\n{message.format('%d файл')}", "utf-8")
    right = run("check", "po/ru.po", "-s", "en", "-t", "ru", folder=folder)
    ru.write_text(f"{head}\n\n{message.format('%s файл')}", "utf-8")
    wrong = run("check", "po/ru.po", "-s", "en", "-t", "ru", "--rule", "T601", folder=folder)

    assert (right.code, right.lines) == (0, [])
    assert [line.split(": ", 2)[1] for line in wrong.lines] == ["T601 code added"]


@pytest.mark.parametrize(
    ("language", "first", "rules"),
    [("de", "ein Tag", []), ("de", "%d Tag", []), ("de", "%s Tag", ["T601", "T601"]),
     ("ru", "один день", ["T601"])],
)  # fmt: skip
def test_a_form_for_one_alone_needs_no_number(
    folder: Path, language: str, first: str, rules: list[str]
) -> None:
    """German says «ein Tag» for 1; the first form of Russian serves 21 days, too."""
    head = CATALOGUE.replace("Language: fr", f"Language: {language}").partition("\n\n")[0]
    message = f'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "{first}"\nmsgstr[1] "%d"\n'
    (folder / "days.po").write_text(f"{head}\n\n{message}", "utf-8")

    ran = run("check", "days.po", "-s", "en", "-t", language, "--rule", "T601", folder=folder)

    assert [line.split(": ", 2)[1][:4] for line in ran.lines] == rules


@pytest.mark.parametrize("code", ["%lu", "%zu", "{file_count}", "%{count}", "$count"])
def test_a_form_for_one_alone_needs_no_number_however_that_is_put(folder: Path, code: str) -> None:
    """Of any length, and by any name that counts; another code must stay."""
    head = CATALOGUE.replace("Language: fr", "Language: de").partition("\n\n")[0]
    message = f'msgid "{code} byte of %s"\nmsgid_plural "{code} bytes of %s"\n'
    (folder / "x.po").write_text(
        f'{head}\n\n{message}msgstr[0] "ein Byte von %s"\nmsgstr[1] "{code} Bytes von %s"\n'
        f'\nmsgctxt "2"\n{message}msgstr[0] "{code} Byte"\nmsgstr[1] "{code} Bytes von %s"\n',
        "utf-8",
    )

    ran = run("check", "x.po", "-s", "en", "-t", "de", "--rule", "T601", folder=folder)
    assert [line.split(": ", 1)[1] for line in ran.lines] == [
        "T601 code missing: %s; keep it in the translation"
    ]


_ARABIC = (
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 "
    ": n%100>=11 ? 4 : 5;"
)


@pytest.mark.parametrize(
    ("language", "plurals", "forms", "lost"),
    [
        ("fr", "nplurals=2; plural=(n > 1);", ["un jour", "%d jours"], 1),
        ("fr", "nplurals=2; plural=(n != 1);", ["un jour", "%d jours"], 0),
        ("fr", "nplurals=2; plural=(n != 1);", ["demain", "%d jours"], 0),
        ("fr", "nplurals=2; plural=(n != 1);", ["%d jour", "jours"], 1),
        ("de", "nplurals=2; plural=(n > 1);", ["ein Tag", "%d Tage"], 1),
        ("ar", _ARABIC, ["لا أيام", "يوم", "يومان", "%d أيام", "%d يوما", "%d يوم"], 0),
        ("ar", _ARABIC, ["%d", "%d", "%d", "أيام", "%d", "%d"], 1),
        ("de", "nplurals=2; plural=1/0;", ["ein Tag", "%d Tage"], 0),
        ("de", "nplurals=2; plural=__import__('os');", ["ein Tag", "%d Tage"], 0),
    ],
)
def test_a_catalogue_says_itself_which_form_is_for_one_number(
    folder: Path, language: str, plurals: str, forms: list[str], lost: int
) -> None:
    """Any form for one number alone may leave it out; what cannot be reckoned says nothing."""
    head = CATALOGUE.partition("\n\n")[0].replace("fr", language)
    message = ['msgid "%d day"', 'msgid_plural "%d days"']
    message += [f'msgstr[{number}] "{form}"' for number, form in enumerate(forms)]
    text = "\n".join([head, f'"\\nPlural-Forms: {plurals}\\n"', "", *message, ""])
    (folder / "days.po").write_text(text, "utf-8")

    ran = run("check", "days.po", "-s", "en", "-t", language, folder=folder)

    assert len(ran.lines) == lost, ran.lines


@pytest.mark.parametrize("source", ["%d day left", "wait %d day", "wait", "wait %d"])
def test_a_number_left_out_leaves_no_space_missing(folder: Path, source: str) -> None:
    """What stood beside it in the source is not asked for."""
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    message = f'msgid "{source}"\nmsgid_plural "%d days"\nmsgstr[0] "Ein Tag"\nmsgstr[1] "%d"\n'
    (folder / "de.po").write_text(head + message.replace("Ein Tag", "der Tag"), "utf-8")
    ran = run("check", "de.po", "-s", "en", "-t", "de", "--rule", "T503", folder=folder)

    assert ran.code == 0


@pytest.mark.parametrize(("form", "lost"), [("删除 %d 个页面", 0), ("删除页面", 1)])
def test_the_only_plural_form_translates_the_plural(folder: Path, form: str, lost: int) -> None:
    """Where all numbers have one form the singular of the source has none of its own."""
    head = CATALOGUE.partition("\n\n")[0].replace("fr", "zh")
    message = f'msgid "Delete one page"\nmsgid_plural "Delete %d pages"\nmsgstr[0] "{form}"\n'
    text = "\n".join([head, '"\\nPlural-Forms: nplurals=1; plural=0;\\n"', "", message])
    (folder / "pages.po").write_text(text, "utf-8")

    ran = run("check", "pages.po", "-s", "en", "-t", "zh", folder=folder)

    assert len(ran.lines) == lost, ran.lines


def test_plural_forms_are_no_other_translations_of_one_source(folder: Path) -> None:
    """But the same form of two messages, and a form beside a message without any, may be."""
    message = ['msgid "%d new file"', 'msgid_plural "%d new files"']
    message += [f'msgstr[{number}] "%d {form}"' for number, form in enumerate("abc")]
    for source, target in (("Open it", "Ouvre ça"), ("Open it!", "Non")):
        message += ["", f'msgid "{source}"', f'msgstr "{target}"']
    (folder / "open.po").write_text("\n".join([CATALOGUE, *message, ""]), "utf-8")

    ran = run("check", "open.po", *FRENCH, "--rule", "T303", folder=folder)

    assert [line.partition("«")[2] for line in ran.lines] == ["Ouvre ça»"]


def test_python_needs_every_place_without_a_name(folder: Path) -> None:
    """ "ein Tag" % 1 is an error there; "ein Tag" % {"n": 1} is none."""
    head = CATALOGUE.replace("Language: fr", "Language: de").partition("\n\n")[0]
    message = '#, python-format\nmsgid "{0} day"\nmsgid_plural "{0} days"\n'
    forms = 'msgstr[0] "ein Tag"\nmsgstr[1] "{0} Tage"\n'
    found = []
    for code in ("%d", "%(n)d"):
        text = (message + forms).replace("{0}", code)
        (folder / "days.po").write_text(f"{head}\n\n{text}", "utf-8")
        ran = run("check", "days.po", "-s", "en", "-t", "de", "--rule", "T601", folder=folder)
        found.append(len(ran.lines))

    assert found == [1, 0]


@pytest.mark.parametrize(
    ("place", "code"),
    [("fr.po", 1), ("fr/LC_MESSAGES/django.po", 1), ("app.pt_BR.po", 1), ("one.po", 2),
     ("fr/app.po", 2), ("po.po", 2)],
)  # fmt: skip
def test_a_catalogue_that_names_no_language_is_in_that_of_its_place(
    folder: Path, place: str, code: int
) -> None:
    """The usual places of gettext; what may be a language of three letters is a name."""
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_text(CATALOGUE.replace("Language: fr", "Language: "), "utf-8")

    assert run("check", place, "-s", "en", folder=folder).code == code


def test_a_file_that_cannot_be_checked_keeps_nobody_from_the_others(folder: Path) -> None:
    """It is named, the others have their findings, and the run has failed."""
    (folder / "po" / "broken.po").write_text("no catalogue\n", "utf-8")
    (folder / "po" / "it.xliff").write_text("<xliff", "utf-8")
    checked = ("check", "po", *FRENCH, "--rule", "T201", "-q", "--exit-zero")

    ran = run(*checked, folder=folder)
    kept = run(*checked, "--baseline", "b.json", "--update-baseline", folder=folder)
    alone = run("check", "po/broken.po", "po/it.xliff", *FRENCH, "-q", folder=folder)

    assert [line.split(":")[0] for line in ran.lines] == ["po/fr.po"]
    assert [line.split(":")[:2] for line in ran.err.splitlines()] == [
        ["error", " po/broken.po"],
        ["error", " po/it.xliff"],
    ]
    assert (ran.code, kept.code, alone.code) == (2, 2, 2)
    assert not (folder / "b.json").exists()
    assert (len(alone.err.splitlines()), alone.lines) == (2, [])


def test_patterns_choose_the_files_of_a_folder(folder: Path) -> None:
    """--include takes, --exclude leaves out; a folder without any is said to have none."""
    taken = run("check", ".", *FRENCH, "--include", "*.po", folder=folder)
    left = run("check", ".", *FRENCH, "--exclude", "po/*", folder=folder)
    none = run("check", ".", *FRENCH, "--include", "*.xyz", folder=folder)

    assert {line.split(":")[0] for line in taken.lines} == {"po/fr.po"}
    assert {line.split(":")[0] for line in left.lines} == {"guide.fr.txt"}
    assert none.code == 2
    assert "is a folder with no bilingual file" in none.err


def test_a_glossary_without_statuses_is_told_to_enforce_nothing(folder: Path) -> None:
    """«0 terms checked» says no reason; one term with a status is enough to say nothing."""
    (folder / "terms.tsv").write_text("en\tfr\npump\tpompe\n", "utf-8")
    run("import", "terms.tsv", "--base", "b.db", folder=folder)
    checked = ("check", "guide.en.txt", "guide.fr.txt", *FRENCH, "--base", "b.db")

    assert "no term of the glossary has a status" in run(*checked, folder=folder).err
    edit = ("term", "edit", "pump", "fr=pompe", "--base", "b.db")
    run(*edit, "--status", "preferred", folder=folder)
    assert "has a status" not in run(*checked, folder=folder).err


def test_one_text_is_checked_by_itself(folder: Path) -> None:
    """From a file or from stdin: names spelt in several ways, letters of two scripts."""
    text = "Irina Sokolova arrive. On attend Iryna Sokolova. Un sаtellite."

    ran = run("check", "-", "-s", "fr", folder=folder, stdin=text)

    assert {re.search(r"T\d+", line)[0] for line in ran.lines} == {"T402", "T701"}
    assert ran.lines[0].startswith("stdin:1:")


def test_patterns_fit_the_path_that_findings_show(folder: Path) -> None:
    """Whether the folder above is given or the one that the pattern names."""
    for given in (".", "po"):
        answer = run("check", given, *FRENCH, "--include", "po/*.po", folder=folder)
        assert answer.out.startswith("po/fr.po:")


@pytest.mark.parametrize(("name", "quote", "mark"), [("t.tsv", "", "\t"), ("t.csv", '"', ",")])
def test_a_cell_of_a_table_of_sentences_is_one_text(
    folder: Path, name: str, quote: str, mark: str
) -> None:
    """Semicolons, bars and brackets part the terms of a glossary, and no sentences."""
    rows = (
        ("en", "fr"),
        ("He left; I saw 5 of them.", "Il est parti; j’en ai vu 6."),
        ("He left; I saw 5.", "Il est parti. J’en ai vu 5."),
        ("The space station (ISS) | 5", "La station spatiale (SSI) | 5"),
    )
    lines = (mark.join(f"{quote}{cell}{quote}" for cell in row) for row in rows)
    (folder / name).write_text("\n".join(lines), "utf-8")

    ran = run("check", name, *FRENCH, folder=folder)

    assert [line.split(" ")[:2] for line in ran.lines] == [[f"{name}:2:", "T201"]]
    assert "several" not in ran.err


def test_a_table_of_segments_is_bilingual(folder: Path) -> None:
    """Its columns are languages, its findings have lines."""
    (folder / "t.tsv").write_text("fr\ten\nIl y en a 5.\tThere are 6.\n", "utf-8")

    assert run("check", "t.tsv", "-s", "fr", folder=folder).out.startswith("t.tsv:2: T201 ")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_finding_has_its_line_whatever_ends_lines(folder: Path, end: str) -> None:
    """Old texts of the Macintosh have CR alone."""
    (folder / "a.fr.txt").write_bytes(f"Il pleut.{end}{end}Il y a 3 ans.{end}".encode())
    (folder / "a.en.txt").write_bytes(f"It rains.{end}{end}4 years ago.{end}".encode())
    ran = run("check", "a.fr.txt", "a.en.txt", folder=folder)

    assert [line.split(" ")[0] for line in ran.lines] == ["a.en.txt:3:1:"]


KEYED = {
    "m_en.properties": "greet=Hello, 5 of {0}\nbye=Bye\nonly=Only here\n",
    "m_fr.properties": "bye=Au revoir\nonly=\ngreet=Bonjour, 6 de {0}\n",
}


def test_two_files_of_texts_with_keys_are_compared_by_their_keys(folder: Path) -> None:
    """In any order; what the translation lacks is missing there."""
    for name, text in KEYED.items():
        (folder / name).write_text(text, "utf-8")
    ran = run("check", *KEYED, folder=folder)

    assert [line.split(" ")[:2] for line in ran.lines] == [
        ["m_fr.properties#1:", "T201"],
        ["m_fr.properties#3:", "T302"],
    ]


def test_keys_that_the_source_has_not_are_told(folder: Path) -> None:
    """They fail no run: nobody sees their texts."""
    (folder / "m_en.properties").write_text("bye=Bye\n", "utf-8")
    (folder / "m_fr.properties").write_text("old=Vieux\nbye=Au revoir\nolder=Usé\n", "utf-8")
    ran = run("check", "m_en.properties", "m_fr.properties", folder=folder)

    assert ran.code == 0
    said = "m_fr.properties: 2 texts of a key that m_en.properties has not: old, older"
    assert f"not checked: {said}\n" in ran.err


def test_plural_forms_of_android_are_compared_with_the_form_that_they_render(folder: Path) -> None:
    """Each language has its own; the form for one may say its number in words, or not at all."""
    forms = {
        "en": ("one: a file", "other: %d files"),
        "ru": ("one: %d файл", "few: %d файла", "many: файлов", "other: %d файла"),
        "de": ("one: eine Datei", "other: %d Dateien"),
        "fr": ("one: %d fichier", "many: %d de fichiers", "other: fichiers"),
    }
    for language, texts in forms.items():
        items = [one.split(": ") for one in texts]
        inside = "\n".join(f'<item quantity="{one}">{text}</item>' for one, text in items)
        where = folder / ("values" if language == "en" else f"values-{language}")
        where.mkdir()
        body = f'<resources>\n<plurals name="n">\n{inside}\n</plurals></resources>'
        (where / "strings.xml").write_text(body, "utf-8")
    ran = run("check", ".", "-s", "en", "-t", "ru,de,fr", "--preset", "strict", folder=folder)

    assert [line.split(" ")[:2] for line in ran.lines if "values" in line] == [
        ["values-fr/strings.xml:5:", "T601"],
        ["values-ru/strings.xml:5:", "T601"],
    ]


def test_files_of_texts_with_keys_are_found_in_a_folder(folder: Path) -> None:
    """Beside each other, with the language in their names."""
    (folder / "i18n").mkdir()
    for name, text in KEYED.items():
        (folder / "i18n" / name).write_text(text, "utf-8")
    (folder / "i18n" / "m.txt").write_text("Hello.", "utf-8")
    ran = run("check", "i18n", *FRENCH, folder=folder)

    assert {line.split("#")[0] for line in ran.lines} == {"i18n/m_fr.properties"}


def test_arrays_of_android_are_checked_text_by_text(folder: Path) -> None:
    """They were passed over, and a file of arrays alone was no file of texts."""
    for language, number in (("", 5), ("-fr", 6)):
        where = folder / "res" / f"values{language}"
        where.mkdir(parents=True)
        item = f"<item>{number} km</item>"
        array = f"<resources><string-array name='far'>{item}</string-array></resources>"
        (where / "arrays.xml").write_text(array, "utf-8")
    ran = run("check", "res", *FRENCH, folder=folder)

    [found] = ran.lines
    assert found.startswith("res/values-fr/arrays.xml:1: T201 ")


ANDROID = "<resources><string name='k'>5 of {0}</string></resources>"
PLACES = {
    "messages.properties messages_fr.properties": "k=5 of {0}\n",
    "de/app/m.properties de/app/m_fr.properties": "k=5 of {0}\n",
    "en.properties fr.properties": "k=5 of {0}\n",
    "text.resx text.fr.resx": '<root><data name="k"><value>5 of {0}</value></data></root>',
    "en.lproj/a.strings fr.lproj/a.strings": '"k" = "5 of {0}";\n',
    "Base.lproj/a.strings fr-FR.lproj/a.strings": '"k" = "5 of {0}";\n',
    "values/strings.xml values-fr/strings.xml": ANDROID,
    "values/strings.xml values-fr-rFR/strings.xml": ANDROID,
    "locale/en-US/a.dtd locale/fr/a.dtd": '<!ENTITY k "5 of {0}">\n',
    "src/en.json src/fr.json": '{"k": "5 of {0}"}',
    "locales/en/a.json locales/fr/a.json": '{"k": "5 of {0}"}',
    "lib/l10n/app_en.arb lib/l10n/app_fr.arb": '{"k": "5 of {0}"}',
    "en/m_en.properties fr/m_fr.properties": "k=5 of {0}\n",
}


@pytest.mark.parametrize("asked", [("-s", "en"), FRENCH])
@pytest.mark.parametrize("names", PLACES)
def test_a_file_with_keys_is_found_beside_its_translation(
    folder: Path, names: str, asked: tuple[str, ...]
) -> None:
    """As Java, .NET, Apple, Android and Mozilla lay them; the source may name no language."""
    for name, number in zip(names.split(), "56", strict=True):
        (folder / "i" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "i" / name).write_text(PLACES[names].replace("5", number), "utf-8")
    (folder / "i" / "log4j.properties").write_text("level=INFO\n", "utf-8")
    ran = run("check", "i", *asked, folder=folder)

    assert [line.split(" ")[1] for line in ran.lines] == ["T201"]
    assert ran.lines[0].startswith(f"i/{names.split()[1]}")
    assert (ran.code, "log4j" in ran.err) == (1, False)


@pytest.mark.parametrize("names", PLACES)
def test_two_files_with_keys_are_in_the_languages_of_their_places(folder: Path, names: str) -> None:
    """Whoever names both need not say them, nor more than that of a source that says nothing."""
    for name, number in zip(names.split(), "56", strict=True):
        (folder / "i" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "i" / name).write_text(PLACES[names].replace("5", number), "utf-8")
    paths = [f"i/{one}" for one in names.split()]
    asked = () if "en" in names else ("-s", "en")
    ran = run("check", *paths, *asked, "-f", "json", folder=folder)

    assert [one["rule"] for one in json.loads(ran.out)["findings"]] == ["T201"]


def test_a_region_beside_its_language_may_leave_out_what_that_says(folder: Path) -> None:
    """Programs look there next; it is checked where somebody asks for it."""
    for name in ("", "_fr", "_fr_CA"):
        text = "k=Open\nl=Close\n" if name != "_fr_CA" else "k=\n"
        (folder / f"m{name}.properties").write_text(text.replace("Open", f"Open {name}"), "utf-8")
    wanted = ("--include", "*.properties", "-s", "en")
    every, region = (
        run("check", ".", *wanted, *more, folder=folder) for more in ((), ("-t", "fr-CA"))
    )

    assert "m_fr_CA" not in every.out
    assert "m_fr_CA" in region.out


def test_tables_of_a_folder_are_checked_where_somebody_asks_for_them(folder: Path) -> None:
    """Without --include they may be its glossaries."""
    (folder / "t.tsv").write_text("en\tfr\n5 pumps\t6 pompes\n", "utf-8")
    asked = run("check", ".", *FRENCH, "--include", "*.tsv", folder=folder)
    unasked = run("check", ".", *FRENCH, folder=folder)

    assert [line.split(" ")[0] for line in asked.lines] == ["t.tsv:2:"]
    assert "t.tsv" not in unasked.out


def test_a_text_and_a_file_with_keys_do_not_go_together(folder: Path) -> None:
    """Nor do two such files of different formats: each has one language, and says so."""
    (folder / "m_en.properties").write_text(KEYED["m_en.properties"], "utf-8")
    (folder / "m_fr.strings").write_text('"bye" = "Au revoir";', "utf-8")
    ran = run("check", "m_en.properties", "m_fr.strings", *FRENCH, folder=folder)

    assert ran.code == 2
    assert "one text" in ran.err


def test_a_baseline_leaves_old_findings_alone(folder: Path) -> None:
    """What is new is reported; without the file, or with another one, nothing is checked."""
    known = ("--baseline", "known.json")
    missing = run("check", "po/fr.po", *FRENCH, *known, folder=folder)
    written = run("check", "po/fr.po", *FRENCH, *known, "--update-baseline", folder=folder)
    again = run("check", "po/fr.po", *FRENCH, *known, folder=folder)
    more = CATALOGUE + '\nmsgid "8 taps"\nmsgstr "9 robinets"\n'
    (folder / "po" / "fr.po").write_text("\n" + more, "utf-8")
    later = run("check", "po/fr.po", *FRENCH, *known, folder=folder)
    (folder / "known.json").write_text("[]", "utf-8")

    assert (missing.code, written.code, again.code, later.code) == (2, 0, 0, 1)
    assert [line.split(": ")[1][:4] for line in later.lines] == ["T201"]
    assert run("check", "po/fr.po", *FRENCH, *known, folder=folder).code == 2


def test_what_is_safe_is_shown_first_and_written_when_wanted(folder: Path) -> None:
    """Only the space before the question mark changes in the file; the number stays."""
    fix = ("check", "po/fr.po", *FRENCH, "--preset", "typography", "--fix")
    shown = run(*fix, folder=folder)
    untouched = (folder / "po" / "fr.po").read_text("utf-8")
    written = run(*fix, "--yes", folder=folder)

    assert "-7 pompes?\n+7 pompes⍽?" in shown.out
    assert untouched == CATALOGUE
    assert written.code == 1
    mended = CATALOGUE.replace("pompes?", "pompes\u202f?")
    assert (folder / "po" / "fr.po").read_text("utf-8") == mended


def test_what_somebody_else_has_written_meanwhile_is_not_written_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who thinks the question over may find that a colleague has saved the file."""
    theirs = CATALOGUE.replace("7 pompes", "6 pompes")

    def thought_over(_: int) -> bool:
        (folder / "po" / "fr.po").write_text(theirs, "utf-8")
        return True

    monkeypatch.setattr("termbase.cli._check_fix._agreed", thought_over)
    ran = run("check", "po", *FRENCH, "--preset", "typography", "--fix", folder=folder)

    assert ran.code == 2
    assert "po/fr.po: somebody has changed it since it was checked" in ran.err
    assert (folder / "po" / "fr.po").read_text("utf-8") == theirs


def test_a_text_is_mended_where_it_is_wrong(folder: Path) -> None:
    """Line ends and everything else stay."""
    (folder / "x.en.txt").write_bytes(b"What?\r\n\r\nYes  and no.\r\n")
    (folder / "x.fr.txt").write_bytes(b"Quoi ?\r\n\r\nOui  et non.\r\n")

    run("check", "x.en.txt", "x.fr.txt", "--rule", "T505,T503", "--fix", "--yes", folder=folder)

    assert (folder / "x.fr.txt").read_bytes() == "Quoi\u202f?\r\n\r\nOui  et non.\r\n".encode()


def test_a_unit_with_codes_is_mended_among_them(folder: Path) -> None:
    """The codes stay where they are; a mistake that a code parts is left to a person."""
    target = "Voir <g id='1'>ici</g>: <x id='2'/>bien!<g id='3'> <x id='4'/> </g>Fin"
    (folder / "x.xlf").write_text(
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><file original='a' "
        "source-language='en' target-language='fr' datatype='x'><body><trans-unit id='1'>"
        f"<source>See here</source><target>{target}</target></trans-unit></body></file></xliff>",
        "utf-8",
    )
    run("check", "x.xlf", "--rule", "T503,T505", "--fix", "--yes", folder=folder)

    mended = target.replace("</g>:", "</g>\u00a0:").replace("bien!", "bien\u202f!")
    assert mended in (folder / "x.xlf").read_text("utf-8")


def test_a_catalogue_that_becomes_utf_8_under_another_header_is_told(folder: Path) -> None:
    """Its header is nobody's translation, and stays; gettext would read two letters for one."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-R\\nLanguage: fr\\n"\n\n'
    (folder / "x.po").write_text(f'{head}msgid "Tap?"\nmsgstr "Robinet?"\n', "ascii")

    ran = run("check", "x.po", "-s", "en", "--rule", "T505", "--fix", "--yes", folder=folder)

    assert "written in UTF-8; correct charset in its header" in ran.err
    assert "KOI8-R" in (folder / "x.po").read_text("utf-8")
    assert "\u202f?" in (folder / "x.po").read_text("utf-8")


def test_a_quotation_inside_of_another_is_left_as_it_is(folder: Path) -> None:
    """Though the outer one runs over several segments; only the quotation behind it changes."""
    inside = "Он ответил: «Мы уезжаем. Отец сказал: „Останься“. Я не послушался».\n"
    (folder / "x.ru.txt").write_text(f"{inside}Он „замолчал“.\n", "utf-8")

    run("check", "x.ru.txt", "--rule", "T502,T505", "--fix", "--yes", folder=folder)

    assert (folder / "x.ru.txt").read_text("utf-8") == f"{inside}Он «замолчал».\n"


@pytest.mark.parametrize(
    "wrong",
    [
        ("po/fr.po", "--notes", "po/../po/fr.po"),
        ("po/fr.po", "--baseline", "po/fr.po", "--update-baseline"),
        ("guide.fr.txt", "guide.fr.txt"),
    ],
)
def test_what_is_read_is_not_written_nor_read_as_its_own_translation(
    folder: Path, wrong: tuple[str, ...]
) -> None:
    """A slip of the hand costs no file, and does not pass for a good translation."""
    before = (folder / wrong[0]).read_bytes()

    assert run("check", *wrong, *FRENCH, folder=folder).code == 2
    assert (folder / wrong[0]).read_bytes() == before


def test_findings_become_notes_of_a_copy(folder: Path) -> None:
    """As comments of a PO; the file itself stays."""
    ran = run("check", "po/fr.po", *FRENCH, "--notes", "noted.po", folder=folder)

    assert ran.code == 1
    assert "# T201 number differs: 6 → 7" in (folder / "noted.po").read_text("utf-8")
    assert (folder / "po" / "fr.po").read_text("utf-8") == CATALOGUE


def test_a_project_says_what_is_ignored_and_why(folder: Path) -> None:
    """Without a reason it is refused, in one line; with one the finding is only counted."""
    ignore = '[[check.ignore]]\nrules = ["T201"]\nfiles = "po/*"\n'
    (folder / "termbase.toml").write_text(ignore, "utf-8")
    refused = run("check", "po/fr.po", *FRENCH, folder=folder)
    (folder / "termbase.toml").write_text(ignore + 'reason = "counted otherwise"\n', "utf-8")
    ran = run("check", "po/fr.po", *FRENCH, folder=folder)

    assert refused.code == 2
    assert refused.err.startswith("error: termbase.toml: [check]: ignore: each needs a reason")
    assert (ran.code, ran.out) == (0, "")
    assert "1 finding ignored" in ran.err


def test_a_note_at_a_unit_needs_a_reason(folder: Path) -> None:
    """With one its findings are left out; without one it is named and not obeyed."""
    path = folder / "po" / "fr.po"
    noted = CATALOGUE.replace('msgid "6', '# termbase: ignore T201{}\nmsgid "6')
    path.write_text(noted.format(""), "utf-8")
    without = run("check", "po/fr.po", *FRENCH, folder=folder)
    path.write_text(noted.format(" — counted otherwise"), "utf-8")

    assert without.code == 1
    assert "needs a reason" in without.err
    assert run("check", "po/fr.po", *FRENCH, folder=folder).code == 0


def test_the_settings_of_a_rule_hold_for_its_language(folder: Path) -> None:
    """Severity and on or off, for all languages or for one."""
    settings = '[check.T201]\nseverity = "info"\n[check.fr.T505]\non = true\n'
    (folder / "termbase.toml").write_text(settings, "utf-8")
    ran = run("check", "po/fr.po", *FRENCH, "--json", folder=folder)

    found = {one["rule"]: one["severity"] for one in json.loads(ran.out)["findings"]}
    assert found == {"T201": "info", "T505": "warning"}


@pytest.mark.parametrize(("language", "severity"), [("fr", "error"), ("fr-CA", "info")])
def test_what_is_said_of_a_region_holds_there_alone(
    folder: Path, language: str, severity: str
) -> None:
    """And it goes before what is said of the language, wherever both stand."""
    settings = '[check.fr-CA.T201]\nseverity = "info"\n[check.fr.T201]\nseverity = "error"\n'
    (folder / "termbase.toml").write_text(settings, "utf-8")
    ran = run("check", "po/fr.po", "-s", "en", "-t", language, "--json", folder=folder)

    assert [one["severity"] for one in json.loads(ran.out)["findings"]] == [severity]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("[check]\npreset = ['strickt']\n", "the presets are strict, typography"),
        ("[check.T999]\non = true\n", "there is no rule «T999»"),
        ("[check.T501]\nseverity = 'loud'\n", "write info or warning or error"),
        ("[check.T505]\nyoyo = 'e'\n", "T505 has no option «yoyo»"),
        ("[check]\nfail-on = 'error'\n", "[check]: has no «fail-on»"),
        ("[check.xx1]\n", "language «xx1» is unknown"),
        ("check = 5\n", "it is no table"),
        ("[check]\nrules = {T201 = 'off'}\n", "write [check.T201] and under it on = false"),
        ("[check]\nrules = ['T505']\n", "write [check.T505] and under it on = true"),
        ("[check]\nT501 = 'error'\n", 'write [check.T501] and under it severity = "error"'),
    ],
)
def test_a_slip_in_the_settings_is_one_line(folder: Path, settings: str, said: str) -> None:
    """It says what is possible."""
    (folder / "termbase.toml").write_text(settings, "utf-8")
    ran = run("check", "po/fr.po", *FRENCH, folder=folder)

    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_the_report_is_one_page_of_its_own(folder: Path) -> None:
    """Texts are escaped, spots marked, and nothing is loaded from elsewhere."""
    (folder / "x.en.txt").write_text("Is 5 < 6?\n", "utf-8")
    (folder / "x.fr.txt").write_text("Est-ce que 7 < 6 ?\n", "utf-8")
    run("check", "x.en.txt", "x.fr.txt", "-o", "r.html", folder=folder)
    page = (folder / "r.html").read_text("utf-8")

    assert "<mark>7</mark> &lt; 6" in page
    assert "<mark>5</mark> &lt; 6" in page
    assert not re.search(r"(?:src|href)=", page)


TMX = """<tmx version="1.4"><header srclang="en"/><body><tu>
<tuv xml:lang="en"><seg>6 pumps</seg></tuv><tuv xml:lang="fr"><seg>7 pompes</seg></tuv>
</tu></body></tmx>"""


@pytest.mark.parametrize(
    ("piped", "place"),
    [(CATALOGUE, "stdin:4"), (TMX, "stdin:1"), ("6 pumps\t7 pompes\n", "stdin:1")],
)
def test_a_bilingual_file_can_be_piped_in(folder: Path, piped: str, place: str) -> None:
    """What it is shows from what stands in it."""
    ran = run("check", "-", *FRENCH, folder=folder, stdin=piped)

    assert [line.split(" ")[:2] for line in ran.lines] == [[f"{place}:", "T201"]]


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "html"])
def test_a_report_for_machines_is_not_mixed_with_a_diff(folder: Path, form: str) -> None:
    """The diff alone was printed, and a job took it for an empty report."""
    before = (folder / "po/fr.po").read_bytes()
    ran = run("check", "po/fr.po", *FRENCH, "--fix", "--yes", "-f", form, folder=folder)

    assert ran.code == 2
    assert f"no {form}; run check with -f {form} before or after it" in ran.err
    assert (folder / "po/fr.po").read_bytes() == before
    assert not ran.out


def test_what_is_piped_in_is_not_mended(folder: Path) -> None:
    """There is no file to write into."""
    ran = run("check", "-", "-s", "fr", "--fix", folder=folder, stdin="Deux  mots.")

    assert ran.code == 2
    assert "what is piped in is none" in ran.err


def test_a_note_that_gives_no_reason_is_named_where_it_was_piped_in(folder: Path) -> None:
    """Not in the file that we laid for what came through the pipe."""
    noted = CATALOGUE.replace('msgid "6', '# termbase: ignore T201\nmsgid "6')
    ran = run("check", "-", *FRENCH, folder=folder, stdin=noted)

    assert any(line.startswith("stdin:") for line in ran.err.splitlines())
    assert "/stdin.po" not in ran.err


def test_what_is_safe_and_cannot_be_written_is_named(folder: Path) -> None:
    """A table is no text and no catalogue; its two spaces wait for a person."""
    (folder / "x.tsv").write_text("Open: yes!\tOuvrir: oui!\n", "utf-8")
    ran = run("check", "x.tsv", *FRENCH, "--rule", "T505", "--fix", folder=folder)

    assert ran.code == 1
    assert "x.tsv: 2 safe changes to make by hand" in ran.err


def test_notes_are_not_written_twice(folder: Path) -> None:
    """A copy with notes may be checked and noted again."""
    for name, copy in (("po/fr.po", "one.po"), ("one.po", "two.po")):
        run("check", name, *FRENCH, "--notes", copy, folder=folder)

    assert (folder / "one.po").read_bytes() == (folder / "two.po").read_bytes()


@pytest.mark.parametrize(("level", "failed"), [("info", 1), ("warning", 1), ("error", 0)])
def test_junit_fails_where_the_check_does(folder: Path, level: str, failed: int) -> None:
    """What is below --fail-on is skipped, with what it says."""
    (folder / "n.po").write_text(CATALOGUE.replace("7 pompes", "6  pompes"), "utf-8")
    ran = run(
        "check", "n.po", *FRENCH, "--rule", "T503", "--fail-on", level, "-f", "junit", folder=folder
    )

    assert f'failures="{failed}" errors="0" skipped="{1 - failed}"' in ran.out
    assert ("<skipped message=" in ran.out) is not bool(failed)
    assert ran.code == failed


def test_a_report_lets_each_text_run_its_own_way(folder: Path) -> None:
    """Arabic from the right, beside its source from the left."""
    (folder / "x.tsv").write_text("en\tar\n6 pumps\t7 مضخات\n", "utf-8")
    run("check", "x.tsv", "-o", "r.html", folder=folder)

    page = (folder / "r.html").read_text("utf-8")
    assert '<p dir="auto"><mark>7</mark> مضخات</p>' in page


@pytest.mark.parametrize("format_", ["github", "junit", "html", "sarif", "plain"])
def test_a_no_break_space_is_shown_as_it_is(folder: Path, format_: str) -> None:
    """It belongs to the text and to what should stand there."""
    (folder / "n.po").write_text(CATALOGUE.replace("6 pumps", "6,500 pumps"), "utf-8")
    ran = run("check", "n.po", *FRENCH, "-f", format_, folder=folder)

    assert "expected 6\u202f500" in ran.out


def test_an_empty_cell_is_a_translation_that_is_missing(tmp_path: Path) -> None:
    """In a table of two languages; the row has its line."""
    (tmp_path / "a.tsv").write_text("fr\ten\nIl pleut.\t\nIl vente.\tThe wind blows.\n", "utf-8")
    done = run("check", "a.tsv", folder=tmp_path)
    assert done.code == 1
    assert "a.tsv:2: T302 empty" in done.out


def test_the_heading_of_a_table_goes_before_the_project(article: Path, tmp_path: Path) -> None:
    """A project from French into English checks a table of French and Russian as such."""
    table = tmp_path / "a.tsv"
    table.write_text("fr\tru\nUn satellite.\tСпутник.\n", "utf-8")
    done = run("check", str(table), folder=article)
    assert (done.code, done.out) == (0, "")
    assert "1 segment" in done.err


def test_a_glossary_that_is_no_table_is_checked_entry_by_entry(tmp_path: Path) -> None:
    """MultiTerm's XML has no cells that might hold several terms."""
    groups = "".join(
        f'<languageGrp><language type="{name}" lang="{tag}"/><termGrp><term>{term}</term></termGrp>'
        "</languageGrp>"
        for name, tag, term in (("English", "EN", "6 pumps"), ("French", "FR", "5 pompes"))
    )
    entry = f"<mtf><conceptGrp><concept>1</concept>{groups}</conceptGrp></mtf>"
    (tmp_path / "a.xml").write_text(entry, "utf-8")
    assert "number differs: 6 → 5" in run("check", "a.xml", *FRENCH, folder=tmp_path).out


@pytest.mark.parametrize("asked", [("-s", "ru", "-t", "en"), ("-s", "ru"), ("-t", "de")])
def test_the_heading_of_a_table_is_no_segment(tmp_path: Path, asked: tuple[str, ...]) -> None:
    """Who asks for languages that it does not name learns so."""
    (tmp_path / "a.tsv").write_text("fr\ten\nUn satellite.\tA satellite.\n", "utf-8")
    done = run("check", "a.tsv", *asked, folder=tmp_path)
    assert done.code == 2
    assert "a.tsv: there is nothing to check in" in done.err


def test_texts_that_hardly_correspond_are_told(tmp_path: Path) -> None:
    """As «align» tells it: «0 errors» says nothing of two texts that are no translations."""
    french = "Le plombier est venu hier matin avec sa clé.\nIl a réparé le robinet de la cuisine"
    french += " et la douche.\nEnsuite nous avons bu un café dans le jardin.\nMa tante habite à"
    french += " Bordeaux depuis dix ans.\n"
    english = "Parliament adopted the budget after a long debate.\nMarkets fell sharply.\nA storm"
    english += " is expected tomorrow across the northern coast, officials said on Tuesday.\n"
    english += "Football scores were disappointing.\nThe mayor resigned.\n"
    (tmp_path / "a.fr.txt").write_text(french, "utf-8")
    (tmp_path / "a.en.txt").write_text(english, "utf-8")
    done = run("check", "a.fr.txt", "a.en.txt", folder=tmp_path)
    assert "a.fr.txt and a.en.txt hardly correspond" in done.err


def test_nothing_to_check_is_no_good_text(article: Path) -> None:
    """Languages that a file has not, and an empty pipe, must not pass in CI."""
    wrong = run("check", "tm/space.tmx", "-s", "fr", "-t", "de", folder=article)
    assert (wrong.code, "nothing to check in fr and de" in wrong.err) == (2, True)
    assert "name two languages that it has" in wrong.err
    (article / "m.properties").write_text("greeting=Bonjour\n", "utf-8")
    single = run("check", "m.properties", "-s", "en", "-t", "fr", folder=article)
    assert (single.code, "give the source file" in single.err) == (2, True)
    empty = run("check", "-", "-s", "fr", folder=article, stdin="")
    assert (empty.code, "stdin is empty" in empty.err) == (2, True)


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("a <g id='1'>b</g>", "a b", ["code missing: pair 1"]),
        ("a <g id='1'>b</g> <g id='2'>c</g>", "<g id='2'>c</g> <g id='1'>b</g>", []),
        ("a <bx id='1' rid='7'/>b<ex id='2' rid='7'/>", "a <bx id='1' rid='7'/>b",
         ["code missing: closing code 7"]),
        ("a <bx id='1' rid='7'/>b<ex id='2' rid='7'/>", "<ex id='2' rid='7'/><bx id='1' rid='7'/>c",
         ["code out of order: pair 7 closes before it opens"]),
        ("a <it id='3' pos='open'>(</it>b", "a b", ["code missing: opening code 3"]),
        ("a <x id='1'/> <x id='2'/>", "<x id='2'/> <x id='1'/> a", []),
        ("a <x id='1'/> <x id='2'/>", "a <x id='1'/> <x id='1'/>",
         ["code missing: placeholder 2", "code added: placeholder 1"]),
        ("<mrk mtype='x' mid='0'><x id='1'/></mrk> a", "<x id='2'/> a",
         ["code missing: placeholder 1", "code added: placeholder 2"]),
    ],
)  # fmt: skip
def test_the_codes_of_a_file_go_by_their_ids(
    tmp_path: Path, source: str, target: str, said: list[str]
) -> None:
    """A half that lost its partner is told by that, and a placeholder twice by the other one."""
    (tmp_path / "x.xlf").write_text(
        "<xliff version='1.2'><file source-language='en' target-language='fr'><trans-unit id='1'>"
        f"<source>{source}</source><target>{target}</target></trans-unit></file></xliff>"
    )
    found = run("check", "x.xlf", "--rule", "T601", "-f", "json", folder=tmp_path)

    told = [one["message"] for one in json.loads(found.out)["findings"]]
    assert sorted(told) == sorted(said)


@pytest.mark.parametrize("name", ["fr.po", "-", "fr.tmx"])
def test_a_fuzzy_translation_is_none_yet(folder: Path, name: str) -> None:
    """No program shows one: msgfmt leaves it out, and so does a check, which counts it."""
    text = CATALOGUE + '\n#, fuzzy\nmsgid "5 pumps"\nmsgstr "8 pompes"\n'
    (folder / "fr.po").write_text(text)
    if name == "fr.tmx":
        run("convert", "fr.po", name, "-s", "en", "-t", "fr", folder=folder)
    stdin = text if name == "-" else ""
    ran = run("check", name, "-s", "en", "-t", "fr", folder=folder, stdin=stdin)

    assert (ran.code, "6 → 7" in ran.out, "5 → 8" in ran.out) == (1, True, False)
    assert "not checked: 1 fuzzy translation" in ran.err


@pytest.mark.parametrize("name", ["job.xlf", "-"])
def test_what_cannot_be_checked_is_told(folder: Path, name: str) -> None:
    """A second target of a unit, an element without a source: nobody looked at them."""
    (folder / "job.xlf").write_text(
        "<xliff version='1.2'><file source-language='en' target-language='fr'>\n"
        "<trans-unit id='1'><source>5 pumps</source><target>5 pompes</target>\n"
        "<target>6 pompes</target></trans-unit></file></xliff>"
    )
    piped = (folder / "job.xlf").read_text() if name == "-" else ""
    ran = run("check", name, folder=folder, stdin=piped)

    shown = "stdin" if name == "-" else name
    assert f"not checked: {shown}:3: unit «1» has a second <target>" in ran.err
    assert ran.code == 0


def test_the_words_of_the_glossary_are_looked_up_in_no_lexicon(project: Path, monkeypatch) -> None:
    """Their keys stand in the base; a check of one sentence need not find them out again."""
    monkeypatch.setattr(index, "index_keys", lambda *_: pytest.fail("a lexicon was asked"))
    files = ("tm/sources/article.fr.txt", "tm/sources/article.en.txt")

    assert run("check", *files, folder=project).code == 0


def test_a_string_catalog_is_checked_in_all_its_languages(folder: Path) -> None:
    """What one of them lacks is missing there; a stale text is no longer anybody's."""

    def text(value: str) -> dict[str, object]:
        return {"stringUnit": {"state": "translated", "value": value}}

    forms = {"one": text("eine Datei"), "other": text("Dateien")}
    counted = {"one": text("%lld file"), "other": text("%lld files")}
    strings = {
        "5 new": {"localizations": {"fr": text("6 nouveaux"), "de": text("5 neue")}},
        "Old 5": {"extractionState": "stale", "localizations": {"fr": text("Vieux 6")}},
        "Save": {"localizations": {"de": text("Sichern")}},
        "files": {
            "localizations": {
                "en": {"variations": {"plural": counted}},
                "de": {"variations": {"plural": forms}},
                "fr": text("%lld fichiers"),
            }
        },
    }
    catalog = {"sourceLanguage": "en", "strings": strings}
    (folder / "A.xcstrings").write_text(json.dumps(catalog, indent=1), "utf-8")
    ran = run("check", "A.xcstrings", folder=folder)
    german = run("check", "A.xcstrings", "-t", "de", folder=folder)
    found = run("check", ".", *FRENCH, "--include", "*.xcstrings", folder=folder)

    assert [line.split(": ", 1)[1] for line in ran.lines] == [
        "T201 number differs: 5 → 6; expected 5",
        "T302 empty: the source has no translation; translate it into fr",
        "T601 code missing: %lld; keep it in the translation",
    ]
    assert [line.split(" ")[1] for line in german.lines] == ["T601"]
    assert [line.split(" ")[1] for line in found.lines] == ["T201", "T302"]
