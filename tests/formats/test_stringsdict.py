"""Apple's plural rules: each form is a whole sentence, beside the one that it renders."""

import plistlib
from pathlib import Path
from typing import Any

import pytest

from command_line import run
from termbase.errors import FormatError
from termbase.formats.stringsdict import read_memory


def rule(**forms: str) -> dict[str, str]:
    about = {"NSStringFormatSpecTypeKey": "NSStringPluralRuleType"}
    return about | {"NSStringFormatValueTypeKey": "d"} | forms


def written(folder: Path, whole: Any, *, binary: bool = False) -> str:
    folder.mkdir(exist_ok=True)
    path = folder / "Localizable.stringsdict"
    form = plistlib.FMT_BINARY if binary else plistlib.FMT_XML
    path.write_bytes(plistlib.dumps(whole, fmt=form, sort_keys=False))
    return str(path)


@pytest.mark.parametrize("binary", [False, True])
def test_each_form_of_a_part_makes_a_sentence(tmp_path: Path, binary: bool) -> None:
    """The other parts stand there in their most usual form; devices have texts of their own."""
    both = {
        "NSStringLocalizedFormatKey": "%1$#@files@ in %2$#@folders@",
        "files": rule(one="%1$d file", other="%1$d files"),
        "folders": rule(one="a folder", other="%2$d folders"),
    }
    tap = {"NSStringDeviceSpecificRuleType": {"mac": "Click", "other": "Tap"}}
    yet = {"NSStringLocalizedFormatKey": "%#@n@", "n": rule(other="%d yet")}
    whole = {"both": both, "tap": tap, "yet": yet, "odd": 1, "odder": {"n": "x"}}
    units = read_memory(written(tmp_path, whole, binary=binary), source="en")[1]

    assert [(one.id, *one.values("x-quantity"), one.variants[0].text) for one in units] == [
        ("both|files", "one", "%1$d file in %2$d folders"),
        ("both|files", "other", "%1$d files in %2$d folders"),
        ("both|folders", "one", "%1$d files in a folder"),
        ("both|folders", "other", "%1$d files in %2$d folders"),
        ("tap|device.mac", "Click"),
        ("tap|device.other", "Tap"),
        ("yet", "other", "%d yet"),
    ]


def test_plural_rules_of_two_languages_are_compared(tmp_path: Path) -> None:
    """The language is that of the folder; Russian has forms that English has not."""
    forms = {
        "en": rule(one="%d file", other="%d files"),
        "ru": rule(one="%d файл", few="файла", many="%d файлов", other="%d файла"),
    }
    for language, said in forms.items():
        told = {"n": {"NSStringLocalizedFormatKey": "%#@n@", "n": said}}
        written(tmp_path / f"{language}.lproj", told)
    ran = run("check", ".", "-s", "en", folder=tmp_path)

    assert ran.lines == [
        "ru.lproj/Localizable.stringsdict#2: T601 code missing: %d; keep it in the translation"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<plist>\n<dict>", r"stringsdict:2:7: is no property list"),
        ("no list", "is no property list"),
        ('<!DOCTYPE plist [<!ENTITY a "b">]>\n<plist><string>&a;</string></plist>', "no property"),
        ("<plist><array/></plist>", "has no keys"),
        ("<plist><dict/></plist>", "-s fr"),
    ],
)
def test_what_is_no_property_list_is_refused_in_one_line(
    tmp_path: Path, text: str, problem: str
) -> None:
    """With its place, where that is known."""
    path = tmp_path / "a.stringsdict"
    path.write_text(text, "utf-8")

    with pytest.raises(FormatError, match=problem) as caught:
        read_memory(str(path))
    assert "\n" not in str(caught.value)
