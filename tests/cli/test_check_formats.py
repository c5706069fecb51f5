"""Findings for machines: a line that is known is named, one that is not is never invented."""

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import polib
import pytest

from command_line import run
from sarif import faults

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
    ends = {"end_line": None, "end_column": None}
    assert place == {"path": "x.mo", "line": None, "column": None, "unit": 2} | ends


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
    """Rules by index, addresses that are URIs, lines from 1; nothing that no object may have."""
    (tmp_path / "à lire.po").write_text(CATALOGUE, "utf-8")
    log = json.loads(said(tmp_path, "à lire.po", "sarif"))
    [run_] = log["runs"]

    assert faults(log, "sarifLog") == []
    assert run_["results"]
    assert all(rule["help"]["text"] for rule in run_["tool"]["driver"]["rules"])
    for result in run_["results"]:
        assert run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"]:
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"] == "%C3%A0%20lire.po"
            assert physical["region"]["startLine"] >= 1


@pytest.mark.skipif(os.name != "posix", reason="names are characters there")
@pytest.mark.parametrize(
    ("name", "uri"),
    [(b"\xff.po", "%FF.po"), (b"a\\b.po", "a%5Cb.po"), (b"a:b#1.po", "a%3Ab%231.po")],
)
def test_sarif_names_each_file_that_a_disk_can_have(tmp_path: Path, name: bytes, uri: str) -> None:
    """A byte that is no character ended in an error, and a backslash in another file."""
    given = os.fsdecode(name)
    (tmp_path / given).write_text(CATALOGUE, "utf-8")
    log = json.loads(said(tmp_path, given, "sarif"))
    [location] = log["runs"][0]["results"][0]["locations"]

    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif_names_a_file_elsewhere_by_a_whole_uri(catalogues: Path, tmp_path: Path) -> None:
    """An address relative to nothing would be looked for in the repository."""
    log = json.loads(said(tmp_path, str(catalogues / "x.po"), "sarif"))
    [location] = log["runs"][0]["results"][0]["locations"]

    assert faults(log, "sarifLog") == []
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (catalogues / "x.po").as_uri()


def test_sarif_without_findings_is_a_log_too(tmp_path: Path) -> None:
    """Results are an empty list then: the run looked, and found nothing."""
    (tmp_path / "right.po").write_text(CATALOGUE.replace("7 ", "6 "), "utf-8")
    languages = ("-s", "en", "-t", "fr")
    ran = run("check", "right.po", *languages, "-f", "sarif", folder=tmp_path)
    log = json.loads(ran.out)

    assert ran.code == 0
    assert faults(log, "sarifLog") == []
    assert log["runs"][0]["results"] == []
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_sarif_says_what_was_not_checked(tmp_path: Path) -> None:
    """A log without findings may be of files that nobody could read, or of keys with no source."""
    (tmp_path / "po").mkdir()
    (tmp_path / "po" / "fr.po").write_text(CATALOGUE.replace("7 ", "6 "), "utf-8")
    (tmp_path / "po" / "broken.xlf").write_text("<xliff", "utf-8")
    (tmp_path / "po" / "m_en.properties").write_text("bye=Bye\n", "utf-8")
    (tmp_path / "po" / "m_fr.properties").write_text("bye=Au revoir\nold=Usé\n", "utf-8")
    ran = run("check", "po", "-s", "en", "-t", "fr", "-f", "sarif", folder=tmp_path)
    log = json.loads(ran.out)
    [invocation] = log["runs"][0]["invocations"]
    notified = invocation["toolExecutionNotifications"]

    assert ran.code == 2
    assert faults(log, "sarifLog") == []
    assert invocation["executionSuccessful"] is False
    assert [one["level"] for one in notified] == ["error", "note"]
    assert "po/broken.xlf" in notified[0]["message"]["text"]
    assert "po/m_fr.properties" in notified[1]["message"]["text"]


def test_sarif_marks_the_spot_of_a_text(tmp_path: Path) -> None:
    """From its first column to behind its last, in code points."""
    (tmp_path / "a.txt").write_text("Six.\nIt has 12 pumps.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Six.\nIl a 134 pompes.\n", "utf-8")
    languages = ("-s", "en", "-t", "fr")
    ran = run("check", "a.txt", "b.txt", *languages, "-f", "sarif", folder=tmp_path)
    log = json.loads(ran.out)
    [location] = log["runs"][0]["results"][0]["locations"]

    assert faults(log, "sarifLog") == []
    region = {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 9}
    assert location["physicalLocation"]["region"] == region


def test_a_spot_that_is_broken_between_lines_ends_in_the_next(tmp_path: Path) -> None:
    """No column lies behind the end of its line; GitHub takes columns within one line only."""
    (tmp_path / "a.txt").write_text("Il vaut 6,33 milliards de roubles.\n", "utf-8")
    (tmp_path / "b.txt").write_text("😀 It is worth 6.33\nmillion roubles.\n", "utf-8")
    asked = ("check", "a.txt", "b.txt", "-s", "fr", "-t", "en", "-f")
    log = json.loads(run(*asked, "sarif", folder=tmp_path).out)
    [location] = log["runs"][0]["results"][0]["locations"]

    assert faults(log, "sarifLog") == []
    region = {"startLine": 1, "startColumn": 15, "endLine": 2, "endColumn": 8}
    assert location["physicalLocation"]["region"] == region
    annotation = run(*asked, "github", folder=tmp_path).out
    assert ",line=1,col=15,endLine=2::" in annotation


def test_sarif_knows_a_finding_again_where_it_moved(tmp_path: Path) -> None:
    """By what it says and the words around it, not by its line."""
    prints = []
    for catalogue in (CATALOGUE, CATALOGUE.replace("msgid ", "\nmsgid "), CATALOGUE + "\n"):
        (tmp_path / "x.po").write_text(catalogue, "utf-8")
        [result] = json.loads(said(tmp_path, "x.po", "sarif"))["runs"][0]["results"]
        prints.append(result["partialFingerprints"])

    assert prints[0] == prints[1] == prints[2] != {}


def test_each_finding_is_a_test_of_its_own(tmp_path: Path) -> None:
    """GitLab shows one of several test cases with the same name; a unit may have many findings."""
    wrong = CATALOGUE.replace("6 pumps", "6 pumps, 6 times, 8").replace("7 pompes", "un,deux,trois")
    (tmp_path / "x.po").write_text(wrong, "utf-8")
    ran = run("check", "x.po", "-s", "en", "--rule", "T201,T503", "-f", "junit", folder=tmp_path)
    cases = list(ElementTree.fromstring(ran.out).iter("testcase"))
    names = {(one.get("classname"), one.get("name")) for one in cases}

    assert len(cases) == len(names) >= 3
    assert {one.get("file") for one in cases} == {"x.po"}


@pytest.mark.parametrize(("context", "found"), [("state", 0), ("verb", 1)])
def test_messages_of_different_contexts_may_be_translated_in_different_ways(
    tmp_path: Path, context: str, found: int
) -> None:
    """That is what contexts are for; within one, another translation is told."""
    head = 'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    message = '\nmsgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n'
    first = message.format("verb", "Open the file", "Ouvrez le fichier")
    second = message.format(context, "Open the file.", "Fichier ouvert.")
    (tmp_path / "a.po").write_text(head + first + second, "utf-8")

    ran = run("check", "a.po", "-s", "en", "--rule", "T303", folder=tmp_path)

    assert len(ran.lines) == found
