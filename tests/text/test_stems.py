"""Stems are the same, whatever reads the rules of the stemmers."""

from __future__ import annotations

import subprocess
import sys

import pytest

from termbase.text.forms import stem

WORDS = {
    "fr": "télédétectrices équipements œuvres aujourd'hui rêveraient bouées",
    "en": "spacecrafts skiing generously dying hopped readers'",
    "ru": "группировок противостоящий подъёмами спутниковых ночь",
    "de": "raumfahrzeugen größter häuser wiederverwendbarkeit",
    "tr": "uzaylılardan kitaplığı",
    "el": "διαστημικών πυραύλων",
}
CODE = (
    "import sys; sys.modules[sys.argv[1]] = None\n"
    "from termbase.text.forms import stem\n"
    "print(*(stem(word, sys.argv[2]) for word in sys.argv[3].split()))"
)


@pytest.mark.parametrize("language", WORDS)
def test_stems_are_the_same_where_no_compiled_stemmers_can_be_had(language: str) -> None:
    command = [sys.executable, "-X", "utf8", "-c", CODE, "Stemmer", language, WORDS[language]]
    slow = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.split()
    assert slow == [stem(word, language) for word in WORDS[language].split()]
    assert slow != WORDS[language].split()
