"""``termbase segment``: by our rules or an SRX file's, explained, and our rules as SRX."""

import json
from pathlib import Path

import pytest

from command_line import run

RULES = str(Path(__file__).parents[1] / "segmentation" / "fixtures" / "version_1.srx")
TEXT = "Mr. Smith; he came. All saw.\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with a text and a list of abbreviations."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "mine.txt").write_text("[never]\ncame\n", encoding="utf-8")
    return tmp_path


def project(folder, segmentation):
    """Make the folder a project that cuts as it says."""
    text = f'[project]\nsource = "en"\ntargets = ["fr"]\n\n[segmentation]\n{segmentation}\n'
    (folder / "termbase.toml").write_text(text, encoding="utf-8")


def test_an_srx_file_cuts_instead_of_our_rules(folder):
    """--srx takes the rules of the language from the file, and tells what it passes over."""
    english = run("segment", "--lang", "en", "--srx", RULES, "a.txt", folder=folder)
    french = run("segment", "--lang", "fr", "--srx", RULES, "a.txt", folder=folder)

    assert english.lines == ["Mr. Smith; he came.", "All saw."]
    assert french.lines == ["Mr.", "Smith;", "he came.", "All saw."]
    assert english.err.endswith("what is beside the standard was passed over; -v names it\n")
    told = run("segment", "--lang", "en", "-v", "--srx", RULES, "a.txt", folder=folder).err
    assert "map rule «Another» is not the first" in told


def test_explain_shows_each_place_with_its_rule(folder):
    """A line for each place that could end a segment, in any format; rules of SRX have a number."""
    ours = run("segment", "--lang", "en", "--explain", "-f", "tsv", "a.txt", folder=folder)
    theirs = run(
        "segment", "-s", "en", "--explain", "--srx", RULES, "--json", "a.txt", folder=folder
    )

    rows = [line.split("\t") for line in ours.lines]
    assert [row[1:4] for row in rows] == [
        ["4", "keep", "abbreviation"], ["20", "cut", "full-stop"], ["29", "cut", "end"],
    ]  # fmt: skip
    assert rows[1][4:] == ["Mr. Smith; he came.", "All saw."]
    assert [json.loads(line)["rule"] for line in theirs.lines] == [
        "srx:English#1 no-break", "srx:English#2 break", "end",
    ]  # fmt: skip


def test_more_abbreviations_come_from_a_file(folder):
    """--abbreviations adds a list to that of the language."""
    ran = run("segment", "--lang", "en", "--abbreviations", "mine.txt", "a.txt", folder=folder)

    assert ran.lines == ["Mr. Smith; he came. All saw."]


def test_our_rules_are_written_as_srx_and_cut_alike(folder):
    """--export-srx prints SRX, says on stderr what SRX cannot, and takes the user's list along."""
    ran = run("segment", "--export-srx", "--abbreviations", "mine.txt", folder=folder)
    (folder / "ours.srx").write_text(ran.out, encoding="utf-8")
    cut = run("segment", "--lang", "en", "--srx", "ours.srx", "a.txt", folder=folder)

    assert ran.code == 0
    assert ran.out.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert "SRX cannot say all that our rules do" in ran.err
    assert cut.lines == ["Mr. Smith; he came. All saw."]
    assert cut.err == ""


@pytest.mark.parametrize(
    ("segmentation", "lines"),
    [
        (f'srx = "{RULES}"', ["Mr. Smith; he came.", "All saw."]),
        ('abbreviations = ["mine.txt"]', ["Mr. Smith; he came. All saw."]),
        ('newline = "break"\nquotes = "keep"', ["Mr. Smith; he came.", "All saw."]),
    ],
)
def test_a_project_says_how_its_texts_are_cut(folder, segmentation, lines):
    """[segmentation] in termbase.toml stands for the options, in the folder and below it."""
    project(folder, segmentation)
    (folder / "below").mkdir()

    assert run("segment", "a.txt", folder=folder).lines == lines
    assert run("segment", "../a.txt", folder=folder / "below", home=folder).lines == lines


def test_a_project_aligns_as_it_cuts(folder):
    """align and check cut by [segmentation] too."""
    project(folder, 'abbreviations = ["mine.txt"]')
    (folder / "a.fr.txt").write_text("M. Smith ; il vint. Tous virent.\n", encoding="utf-8")

    ran = run("align", "a.txt", "a.fr.txt", "-s", "en", "-t", "fr", "-f", "tsv", folder=folder)

    assert "Mr. Smith; he came. All saw." in ran.out


@pytest.mark.parametrize(
    ("segmentation", "message"),
    [
        ('quotes = "no"', "[segmentation] quotes is «no»; use split or keep"),
        ("abbreviations = 3", '[segmentation] abbreviations is no list; write ["my.txt"]'),
        ("rules = 3", "[segmentation] knows no «rules»; it knows newline, quotes, srx, abbr"),
        ('srx = "none.srx"', "error: none.srx: there is no such file; check the name"),
    ],
)
def test_a_wrong_segmentation_is_refused(folder, segmentation, message):
    """A table that cannot be followed is one line that says what to write."""
    project(folder, segmentation)

    ran = run("segment", "a.txt", folder=folder)

    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--srx", RULES, "--quotes", "keep", "a.txt"], "--quotes is for our own rules"),
        (["--srx", RULES, "--export-srx"], "--export-srx writes our own rules"),
        (["--srx", "a.txt", "a.txt"], "a.txt:1:1: is not well-formed XML"),
        ([], "name a text to cut; - is stdin"),
    ],
)
def test_wishes_that_contradict_each_other_are_refused(folder, words, message):
    """What cannot be done together is exit 2 and one line."""
    ran = run("segment", "--lang", "en", *words, folder=folder)

    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
