"""The reference pages leave nothing out: no key of JSON, no ending, no public name, no setting."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

import termbase
from termbase.cli.start import start
from termbase.config.settings import load_settings
from termbase.formats import FORMATS
from termbase.formats._columns import COLUMNS
from termbase.model.project import SegmentationPlan
from termbase.terms.hits import TIERS

ROOT = Path(__file__).parents[2]
TEXTS = ["tm/sources/article.fr.txt", "tm/sources/article.en.txt"]


def page(name):
    return (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")


def keys(value, above=""):
    """Yield the keys of our own, not those that are languages, terms or settings."""
    if isinstance(value, list):
        for one in value:
            yield from keys(one, above)
    elif isinstance(value, dict):
        ours = above not in {"targets", "definitions", "texts", "terms", "settings"}
        for key, inside in value.items():
            if ours or key in {"term", "text"}:
                yield key
            if key != "renderings":  # languages, then terms: none is ours
                yield from keys(inside, key)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of this project with its base."""
    root = tmp_path_factory.mktemp("project")
    for name in ("glossary", "tm"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "termbase.toml", root)
    assert start(["build", "-q", "--project", str(root)]) == 0
    return root


@pytest.mark.parametrize(
    "words",
    [
        ["lookup", "teledetecton"],
        ["search", "Lors de la réunion", "-t", "en"],
        ["search", "-c", "télédétection"],
        ["check", "tm/sources/article.fr.txt", "draft.en.txt"],
        ["stats"],
        ["doctor"],
        ["config"],
        ["align", *TEXTS, "-q"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_every_key_of_an_answer_is_documented(words, project, monkeypatch, capsys):
    """Its schema too, by name and number."""
    monkeypatch.chdir(project)
    english = Path(TEXTS[1]).read_text(encoding="utf-8")
    Path("draft.en.txt").write_text(english.replace("6.33 billion", "6.33 million"))
    start([*words, "-f", "json"])
    answer = json.loads(capsys.readouterr().out)

    assert f"`{answer['schema']}`" in page("json.md")
    assert [key for key in dict.fromkeys(keys(answer)) if f"`{key}`" not in page("json.md")] == []


def test_every_format_and_every_column_is_documented():
    """As it is typed."""
    wanted = {ending for one in FORMATS for ending in one.extensions} | set(COLUMNS)

    assert {one for one in wanted if f"`{one}`" not in page("formats.md")} == set()


def test_every_tier_of_a_lookup_is_documented():
    """With what leads to it."""
    assert {one for one in TIERS if f"| {one} |" not in page("score.md")} == set()


def test_every_dependency_has_its_reason():
    """One package, one line."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=~ ;]", one)[0] for one in project["dependencies"]}
    reasons = (ROOT / "docs" / "adr" / "0008-dependencies.md").read_text(encoding="utf-8")

    assert {one for one in names if f"| {one} |" not in reasons} == set()


def test_every_public_name_is_documented():
    """And no more than twenty there are."""
    assert {one for one in termbase.__all__ if f"`{one}" not in page("python.md")} == set()
    assert len(termbase.__all__) <= 20


def test_every_setting_is_documented(tmp_path):
    """With its name as it is written in ``termbase.toml``."""
    names = [*load_settings({}, {}, folder=str(tmp_path)).values, *SegmentationPlan._fields]

    assert {one for one in names if f"| `{one}` |" not in page("settings.md")} == set()
