"""Findings for machines: a line that is known is named, one that is not is never invented."""

import json
from pathlib import Path

import polib
import pytest

from command_line import run

CATALOGUE = """msgid ""
msgstr "Language: fr\\n"

msgid "1 pump"
msgstr "1 pompe"

msgid "6 pumps"
msgstr "7 pompes"
"""


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    """The same wrong message at line 7 of a PO and as the second unit of a binary catalogue."""
    (tmp_path / "x.po").write_text(CATALOGUE, "utf-8")
    polib.pofile(str(tmp_path / "x.po")).save_as_mofile(str(tmp_path / "x.mo"))
    return tmp_path


def said(folder: Path, name: str, form: str) -> str:
    """Return what the check of a catalogue prints in a format."""
    languages = ("-s", "en", "-t", "fr")
    ran = run("check", name, *languages, "--rule", "T201", "-f", form, folder=folder)
    assert ran.code == 1, ran.err
    return ran.out


def test_people_read_line_or_number(catalogues: Path) -> None:
    """path:line where the line is known, path#number of the unit where not."""
    assert said(catalogues, "x.po", "plain").startswith("x.po:7: T201 ")
    assert said(catalogues, "x.mo", "plain").startswith("x.mo#2: T201 ")
    place = json.loads(said(catalogues, "x.mo", "json"))["findings"][0]["place"]
    assert place == {"path": "x.mo", "line": None, "column": None, "unit": 2}


def test_github_reads_a_line_only_where_it_is_known(catalogues: Path) -> None:
    """Without one the annotation stands at the file, and its text names the unit."""
    assert said(catalogues, "x.po", "github").startswith("::error title=T201,file=x.po,line=7::")
    assert said(catalogues, "x.mo", "github").startswith("::error title=T201,file=x.mo::unit 2: ")


def test_sarif_has_a_region_only_where_the_line_is_known(catalogues: Path) -> None:
    """Without one the result stands at the file, and its text names the unit."""
    found = {}
    for name in ("x.po", "x.mo"):
        [result] = json.loads(said(catalogues, name, "sarif"))["runs"][0]["results"]
        [location] = result["locations"]
        found[name] = location["physicalLocation"], result["message"]["text"]

    assert found["x.po"][0] == {"artifactLocation": {"uri": "x.po"}, "region": {"startLine": 7}}
    assert found["x.mo"][0] == {"artifactLocation": {"uri": "x.mo"}}
    assert found["x.mo"][1].startswith("unit 2: ")
    assert "unit" not in found["x.po"][1]


def test_sarif_has_what_the_standard_requires(tmp_path: Path) -> None:
    """Version, driver, rules by index, levels of its own, addresses that are URIs, lines from 1."""
    (tmp_path / "à lire.po").write_text(CATALOGUE, "utf-8")
    [run_] = (log := json.loads(said(tmp_path, "à lire.po", "sarif")))["runs"]
    driver = run_["tool"]["driver"]

    assert log["version"] == "2.1.0"
    assert driver["name"] == "termbase"
    for result in run_["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        for location in result["locations"]:
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"] == "%C3%A0%20lire.po"
            assert physical["region"]["startLine"] >= 1
