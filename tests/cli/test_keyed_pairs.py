"""Which files of texts with keys are a source and its translation, and in which languages."""

from __future__ import annotations

import pytest

from termbase.cli._keyed_pairs import keyed_pairs


def pairs(files: str, targets: str = "") -> list[str]:
    """Return what is compared with what, of files in a folder; the source is English."""
    return [
        f"{one.paths[0]} {one.languages[0]} {one.paths[1]} {one.languages[1]}"
        for one in keyed_pairs(files.split(), "en", targets.split())
    ]


@pytest.mark.parametrize(
    "beside", ["values-en-rGB/s.xml", "values-en-rGB/s.xml values-night/s.xml"]
)
def test_the_file_that_names_no_language_goes_before_a_region_of_the_source(beside: str) -> None:
    """British strings of Android hold what differs alone."""
    assert pairs(f"values/s.xml {beside} values-fr/s.xml") == ["values/s.xml en values-fr/s.xml fr"]


@pytest.mark.parametrize(
    ("files", "languages"),
    [
        ("en-us.json fr-fr.json", "en-US fr-FR"),
        ("en.json pt-br.json", "en pt-BR"),
        ("package.nls.json package.nls.zh-cn.json", "en zh-CN"),
        ("en_us.json fr_fr.json", "en-US fr-FR"),
        ("ui_en.json ui_fr.json", "en fr"),
        ("app-ui-en.json app-ui-fr.json", "en fr"),
        ("my-en.json my-fr.json", "en fr"),
    ],
)
def test_a_region_in_small_letters_is_one(files: str, languages: str) -> None:
    """Behind a hyphen it is no language: «br» of ``pt-br.json`` was Breton."""
    (said,) = pairs(files)
    assert " ".join(said.split()[1::2]) == languages


def test_a_language_without_a_file_of_its_own_is_that_of_all_its_regions() -> None:
    """One of them was checked, and the others passed over."""
    files = "en.json fr-CA.json fr-FR.json de-DE.json"

    assert pairs(files, "fr") == ["en.json en fr-CA.json fr-CA", "en.json en fr-FR.json fr-FR"]


@pytest.mark.parametrize(
    "name", ["package.json", "tsconfig.json", "tsconfig.build.json", "a.en-fr.align.json"]
)
def test_settings_of_programs_are_no_texts(name: str) -> None:
    """Documents in two languages often have some in each folder."""
    assert pairs(f"docs/en/{name} docs/fr/{name}") == []
