"""A text in another language than was said is told by its short words and by its letters."""

import pytest

from termbase.usecases.other_language import other_language

TEXTS = {
    "ru": "Космонавты вышли на орбиту, где их уже ждали другие. Вы были бы рады этому объявлению. ",
    "uk": "Космонавти вийшли на орбіту, де їх уже чекали інші. Ви були б раді цьому оголошенню. ",
    "be": "Касманаўты выйшлі на арбіту, дзе іх ужо чакалі іншыя. Вы былі б рады гэтай аб'яве. ",
}


@pytest.mark.parametrize("said", TEXTS)
@pytest.mark.parametrize("spoken", TEXTS)
def test_neighbours_with_one_script_are_told_apart_by_their_letters(said: str, spoken: str) -> None:
    """Their short words are much the same; ы, ї and ў are not."""
    expected = "" if said == spoken else spoken

    assert other_language(TEXTS[spoken] * 5, said) == expected


def test_a_few_words_of_a_neighbour_are_names() -> None:
    """A Russian quotation, or a title, makes a Ukrainian text no Russian one."""
    assert other_language(TEXTS["uk"] * 9 + "Журнал «Русские рыцари».", "uk") == ""
