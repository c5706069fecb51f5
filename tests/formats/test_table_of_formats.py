"""The table of formats: by ending, without loading anything, open to others."""

import subprocess
import sys

import pytest

from termbase.errors import InputError, UnknownFormatError
from termbase.formats import FORMATS, document_format, format_of


@pytest.mark.parametrize(
    ("path", "wanted", "name"),
    [
        ("tm/eu.TMX", None, "tmx"),
        ("tm/eu.tmx.gz", "units", "tmx"),
        ("terms.tbx", None, "tbx"),
        ("terms.csv", "concepts", "csv"),
        ("glossary.utf8", None, "tsv"),
        ("a.txt", None, "text"),
        ("a.txt", "concepts", "glossary"),
        ("res/values/strings.xml", None, "android"),
        ("terms.xml", None, "multiterm"),
        ("locales/fr.json", None, "json"),
        ("app_fr.arb", None, "json"),
        ("fr.po", None, "po"),
    ],
)
def test_a_file_is_known_by_its_ending(path, wanted, name):
    """Case and gzip do not matter; what the caller wants decides between two."""
    assert format_of(path, wanted).name == name


@pytest.mark.parametrize(
    ("wanted", "usual"),
    [
        (None, r"\.tmx \.tbx \.csv \.tsv \.po \.xliff \.xlsx"),
        ("units", r"\.tmx \.po \.xliff"),
        ("text", r"\.txt"),
        ("concepts", r"\.tbx \.csv \.tsv \.xlsx"),
    ],
)
def test_an_unknown_ending_is_answered_with_the_usual_ones(wanted, usual):
    """The error names the few that will do, and where all are listed."""
    message = rf"^a\.doc: no format.*; use {usual} or another of docs/reference/formats\.md$"
    with pytest.raises(UnknownFormatError, match=message):
        format_of("a.doc", wanted)


@pytest.mark.parametrize("path", ["a.fr.xliff", "a.tmx.gz", "fr.po", "a.TBX", "app.resx"])
def test_a_file_of_units_or_concepts_is_read_as_no_text(path):
    """Its marks would be taken for sentences."""
    with pytest.raises(UnknownFormatError, match=r"hold (units|concepts), not a text; import it"):
        document_format(path)


@pytest.mark.parametrize("path", ["film.fr.ssa", "film.ass.gz"])
def test_subtitles_with_styles_are_no_text(path):
    """Nor are these sentences."""
    with pytest.raises(
        UnknownFormatError, match=r"such subtitles are not read.*save them as \.srt"
    ):
        document_format(path)


@pytest.mark.parametrize("path", ["a.fr", "LICENSE", "terms.csv", "a.en.txt.gz"])
def test_any_other_file_is_read_as_a_text(path):
    """Tables too: people keep pairs of words in them."""
    assert document_format(path).name == "text"


def test_others_can_add_a_format(tmp_path, monkeypatch):
    """An entry point of an installed package is asked where no ending of ours fits."""
    info = tmp_path / "klingon-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: klingon\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[termbase.formats]\nklingon = klingon:FORMAT\n")
    (tmp_path / "klingon.py").write_text(
        "from termbase.formats import Format\n"
        "FORMAT = Format('klingon', ('.tlh',), 'klingon', 'units')\n"
        "def read_memory(path, **options): return path\n"
    )
    monkeypatch.syspath_prepend(tmp_path)

    assert format_of("x.tlh").load().read_memory("x.tlh") == "x.tlh"


@pytest.mark.parametrize(
    ("value", "problem"),
    [("gone:FORMAT", "No module named 'gone'"), ("json:dumps", "json:dumps is no ")],
)
def test_a_broken_format_of_others_is_named(tmp_path, monkeypatch, value, problem):
    """With its package, which must go or be mended; files of ours are read all the same."""
    info = tmp_path / "klingon-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: klingon\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[termbase.formats]\ntlh = {value}\n")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(InputError, match=rf"«tlh» of the package klingon .*{problem}"):
        format_of("x.tlh")
    assert format_of("x.tmx").name == "tmx"


def test_importing_the_table_loads_no_parser():
    """Start-up is felt at every lookup: lxml, polib and translate-toolkit wait until used."""
    code = "import sys, termbase.formats; print({'lxml','polib','translate'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_module_offers_what_the_table_says(one):
    """Units are read by read_memory, concepts by read_glossary, and written likewise."""
    module = one.load()
    what = {"units": "memory", "concepts": "glossary", "text": "text"}[one.holds]

    assert hasattr(module, f"read_{what}") == one.reads
    assert hasattr(module, f"write_{what}") == one.writes
