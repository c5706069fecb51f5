"""What is read from pymorphy3's tables directly is what its own parse says."""

import pytest
from pymorphy3 import MorphAnalyzer

from termbase.text.lexicons import readings

ANALYSER = MorphAnalyzer(lang="ru")
WORDS = """
    начал стали стекла вести дни мой им три белой зондированием отсутствующих ее ежиков судов
    все лет рф ооо мыла пила космического запущенный г бакланов
"""


@pytest.mark.parametrize("word", WORDS.split())
def test_readings_are_those_of_a_parse_in_its_order(word: str) -> None:
    """Likelier ones first; abbreviations only where there is nothing else."""
    parses = ANALYSER.parse(word)
    whole = [one for one in parses if "Abbr" not in one.tag] or parses
    lemmas = [
        one.normal_form.replace("ё", "е")
        for one in whole
        if ANALYSER.word_is_known(word) and one.tag.POS != "PRTF"
    ]

    found = [one.lemma for one in readings(word, "ru")]
    assert [one for one in found if one in lemmas] == [
        one for one in dict.fromkeys(lemmas) if one in found
    ]
    assert set(lemmas) <= set(found)
