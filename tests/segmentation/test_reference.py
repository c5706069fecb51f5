"""The page on segmentation says what the code does."""

import doctest
from pathlib import Path

from termbase.languages.abbreviations import Kind
from termbase.segmentation.verdicts import RULES

PAGE = Path(__file__).parents[2] / "docs/reference/segmentation.md"


def test_every_rule_stands_on_the_page():
    """A rule that a user may meet in an explanation is explained."""
    page = PAGE.read_text(encoding="utf-8")

    assert [rule for rule in RULES if f"`{rule}`" not in page] == []


def test_every_section_of_abbreviations_stands_on_the_page():
    """A translator can write every kind of abbreviation."""
    page = PAGE.read_text(encoding="utf-8")

    assert [kind.value for kind in Kind if f"`[{kind.value}]`" not in page] == []


def test_the_examples_of_the_page_run():
    """What the page shows is what the code answers."""
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")

    assert (failed, tried > 0) == (0, True)
