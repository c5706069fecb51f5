"""How figures are said."""

from termbase.cli._output import counted


def test_a_number_stands_before_its_noun_in_the_right_form() -> None:
    """One is singular, all others are plural, none included."""
    assert counted(1, "unit") == "1 unit"
    assert counted(0, "unit") == "0 units"
    assert counted(2, "glossary") == "2 glossaries"
