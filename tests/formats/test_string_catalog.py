"""String Catalogs of Xcode: whatever a text varies by, its sentence stands beside its source."""

import json
from pathlib import Path
from typing import Any

import pytest

from termbase.errors import FormatError
from termbase.formats.string_catalog import read_memory


def said(text: str, state: str = "translated") -> dict[str, Any]:
    return {"stringUnit": {"state": state, "value": text}}


def varied(kind: str, **cases: str) -> dict[str, Any]:
    return {"variations": {kind: {case: said(text) for case, text in cases.items()}}}


def catalog(folder: Path, strings: dict[str, Any], **more: Any) -> str:
    """Write a catalog with one text a line, and return its path."""
    path = folder / "Localizable.xcstrings"
    whole = {"sourceLanguage": "en", "strings": strings, "version": "1.0"} | more
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1), "utf-8")
    return str(path)


def read(path: str, **more: str) -> list[tuple[str, ...]]:
    """Return the id and the texts of each unit, each text behind its language."""
    units = read_memory(path, **more)[1]
    return [(one.id, *(f"{each.language} {each.text}" for each in one.variants)) for one in units]


def test_a_key_is_the_source_text_unless_it_is_a_name(tmp_path: Path) -> None:
    """What is empty, kept from translators, or has no source, is compared with nothing."""
    french = {"localizations": {"fr": said("Ouvrir")}}
    strings = {
        "Open": french,
        "menu.open_2": french,
        "menu.close": {"localizations": {"en": said("Close"), "fr": said("Fermer")}},
        "NASA": {"shouldTranslate": False} | french,
        "": {},
        "Alone": {"localizations": {"fr": said("", "new")}},
    }

    assert read(catalog(tmp_path, strings)) == [
        ("Open", "en Open", "fr Ouvrir"),
        ("menu.open_2", "fr Ouvrir"),
        ("menu.close", "en Close", "fr Fermer"),
        ("Alone", "en Alone"),
    ]


def test_each_form_stands_beside_the_form_of_the_source_that_fits_it(tmp_path: Path) -> None:
    """A language has the plural forms that it needs, and words for a device where it likes."""
    files = {
        "en": varied("plural", one="%lld file", other="%lld files"),
        "ru": varied("plural", one="%lld файл", few="%lld файла", other="%lld файлов"),
        "ja": said("ファイル %lld"),
    }
    tap = {
        "en": varied("device", mac="Click", other="Tap"),
        "fr": varied("device", iphone="Touchez", mac="Cliquez"),
        "de": said("Tippen"),
    }
    found = read(
        catalog(tmp_path, {"n": {"localizations": files}, "tap it": {"localizations": tap}})
    )

    assert found == [
        ("n", "en %lld file", "ru %lld файл"),
        ("n", "en %lld files", "ru %lld файла"),
        ("n", "en %lld files", "ru %lld файлов"),
        ("n", "en %lld files", "ja ファイル %lld"),
        ("tap it|device.iphone", "en Tap", "fr Touchez"),
        ("tap it|device.mac", "en Click", "fr Cliquez"),
        ("tap it", "en Tap", "de Tippen"),
    ]


def test_what_a_text_takes_in_is_read_within_it(tmp_path: Path) -> None:
    """Each plural form of each part once; the other parts stand in their most usual form."""
    parts = {
        "files": {"argNum": 1, "formatSpecifier": "lld"}
        | varied("plural", one="un fichier", other="%arg fichiers"),
        "folders": {"argNum": 2, "formatSpecifier": "lld"}
        | varied("plural", one="un dossier", other="%arg dossiers"),
    }
    both = said("%#@files@ dans %#@folders@") | {"substitutions": parts}
    one = said("Déjà %#@files@") | {"substitutions": {"files": parts["files"]}}
    strings = {
        "%1$lld in %2$lld": {"localizations": {"fr": both}},
        "%lld yet": {"localizations": {"fr": one}},
    }

    assert [texts[-1] for texts in read(catalog(tmp_path, strings))] == [
        "fr un fichier dans %2$lld dossiers",
        "fr %1$lld fichiers dans %2$lld dossiers",
        "fr %1$lld fichiers dans un dossier",
        "fr %1$lld fichiers dans %2$lld dossiers",
        "fr Déjà un fichier",
        "fr Déjà %lld fichiers",
    ]


def test_a_unit_has_the_line_of_its_translation_and_the_note_of_its_text(tmp_path: Path) -> None:
    """A text may itself look like a value; what no code uses any more says so."""
    told = {"comment": 'Say "value": "x"', "extractionState": "stale"}
    strings = {
        '"value" : "x"': told | {"localizations": {"fr": said('"value"'), "de": said("Wert")}},
        "value": {"localizations": {"fr": said("valeur")}},
    }
    path = catalog(tmp_path, strings)
    lines = Path(path).read_text("utf-8").splitlines()
    units = list(read_memory(path)[1])

    for unit in units:
        shown = json.dumps(unit.variants[-1].text, ensure_ascii=False)
        assert f'"value": {shown}' in lines[(unit.line or 0) - 1]
    assert [one.values("x-flag") for one in units] == [("stale",), ("stale",), ()]
    assert [one.text for one in units[0].notes] == ['Say "value": "x"']


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"strings": {}\n"b": 1}', r"xcstrings:2:1: is no JSON"),
        ("[]", "is no String Catalog"),
        ('{"strings": [1]}', "is no String Catalog"),
        ('{"strings": {"a": {}}}', "-s en"),
        (
            '{"sourceLanguage": "en", "strings": {"a":\n{"localizations": {"fr": {"stringUnit":\n'
            '{"value": "\\ud83d"}}}}}}',
            r"xcstrings:3: half a character",
        ),
        ('{"a":' * 100_000, "is no JSON|too deep"),
    ],
)
def test_what_is_no_catalog_is_refused_in_one_line(tmp_path: Path, text: str, problem: str) -> None:
    """With its place, and what to do."""
    path = tmp_path / "a.xcstrings"
    path.write_text(text, "utf-8")

    with pytest.raises(FormatError, match=problem) as caught:
        read(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("odd", [1, "x", [], {"localizations": 1}, {"localizations": {"fr": 1}}])
def test_what_has_another_shape_is_no_translation(tmp_path: Path, odd: Any) -> None:
    """A later Xcode may write what none writes today."""
    shapes = {
        "unit": {"localizations": {"fr": {"stringUnit": odd}}},
        "kinds": {"localizations": {"fr": {"variations": odd}}},
        "cases": {"localizations": {"fr": {"variations": {"plural": odd}}}},
        "case": {"localizations": {"fr": {"variations": {"plural": {"one": odd}}}}},
        "parts": {"localizations": {"fr": {"substitutions": odd}}},
        "part": {"localizations": {"fr": {"substitutions": {"a": odd}}}},
        "whole": odd,
    }

    assert {len(texts) for texts in read(catalog(tmp_path, shapes))} == {2}


def test_the_source_may_be_another_language(tmp_path: Path) -> None:
    """Who translates from a translation says so; a key stays in the language of the catalog."""
    told = {"localizations": {"fr": said("Ouvrir"), "ru": said("Открыть")}}

    assert read(catalog(tmp_path, {"Open": told, "Save": {}}), source="fr") == [
        ("Open", "fr Ouvrir", "ru Открыть"),
        ("Open", "fr Ouvrir", "en Open"),
        ("Save", "en Save"),
    ]
