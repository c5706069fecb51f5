"""What README and docs show of Python is what Python prints."""

import doctest
import shutil
from pathlib import Path

import pytest

from termbase.cli.start import start

ROOT = Path(__file__).parents[2]
PAGES = [
    page
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    if "```pycon" in page.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_python_examples_of_a_page_print_what_it_says(page, tmp_path, monkeypatch):
    """They run as a reader runs them: in a clone whose base is built."""
    for name in ("glossary", "tm"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "termbase.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    if "open_base" in page.read_text(encoding="utf-8"):
        assert start(["build", "-q"]) == 0

    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")

    assert tried
    assert failed == 0
