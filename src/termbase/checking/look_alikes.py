"""Look-alike letters: a word mixes letters of two scripts that look the same.

A Latin «o» in a Cyrillic word reads well and is found by no search. Reported is a word whose
letters of the rarer script all have a twin in the other one; what mixes scripts on purpose, such
as «SMS-рассылка» or «μm», is not. Roman numerals with an ending (XXго) are right too, and letters
that are named as such, with others that have no twin («от a до z») or as the source names them.

    bad   fr La Lune | ru Лунa
    bad   fr depuis 2005 | ru c 2005 года
    good  fr le Wi-Fi à 5 GHz | ru Wi-Fi-сеть на 5 ГГц
    good  fr des lettres de a à z | ru буквы от a до z
    good  en -cTAG, --comments=TAG | ru -cТЕГ, --comments=ТЕГ
    good  fr La vitamine C est utile. | ru Витамин C полезен.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.scripts import mixed_words

ID = "T402"
SEVERITY = Severity.ERROR

_ALONE = re.compile(r"(?<![\w.'’°%~-])([acoykABCKOYасуАВЕКМНОРСТУХ])(?![\w.'’°)=-])")
_CYRILLIC_ONE = {"c": "с", "o": "о", "a": "а", "y": "у", "k": "к", "C": "С", "O": "О", "A": "А",
                 "Y": "У", "K": "К", "B": "В"}  # fmt: skip
_LATIN_ONE = {"а": "a", "у": "y", "с": "c"} | dict(zip("АВЕКМНОРСТУХ", "ABEKMHOPCTYX", strict=True))
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk"})


_OPTION = lazy_pattern("(?P<before>[a-z]{1,8})[А-ЯЁ]{1,20}|[А-ЯЁ]{2,20}(?P<behind>[a-z]{1,4})")
_LETTER = re.compile(r"(?<!\w)([a-zA-Z])(?!\w)")
_CAPITAL = lazy_pattern(r"(?<!\w)([A-Z])(?![\w.'’])")
_BEHIND_A_WORD = lazy_pattern(r"(?<=\w[\s\u00a0(])[A-Z](?![\w.'’])")
"""A capital alone within a sentence, where it is no article and no word that begins one."""
_ONE_LETTER_WORDS = {"en": "aio", "fr": "acoy"}
"""What is a word as well, so that a source that has it may name no letter."""
_WITHOUT_TWIN = frozenset("bdfghijlmnqrstuvwzDFGIJLNQRSUVWZ")


def find(reading: Reading) -> Iterator[Finding]:
    """Report each word of the target with letters of another script in disguise."""
    text = reading.prose
    if text.isascii() and primary(reading.target_language) not in _CYRILLIC_LANGUAGES:
        return
    if reading.untranslated:
        return
    cyrillic = primary(reading.target_language) in _CYRILLIC_LANGUAGES
    for start, word, meant in mixed_words(text, cyrillic=cyrillic):
        if reading.shows(start + 1, start + len(word) - 1):
            continue  # two words with a code between them
        source = reading.pair.source
        if word not in source and not _is_spelt_so(word, meant, source):
            yield _finding(reading, (start, start + len(word)), word, meant)
    yield from _single(reading, text, cyrillic)


def _is_spelt_so(word: str, meant: str, source: str) -> bool:
    """Say whether the source has the small letters of a word at a name in capitals, too.

    The letters of an option are not translated, what stands for its value is: -cTAG, -cТЕГ.
    """
    match = _OPTION.fullmatch(word)
    if not match or meant in source:
        return False
    before, behind = match["before"], match["behind"]
    pattern = rf"(?<![^\W\d_]){before}[A-Z]" if before else rf"[A-Z]{behind}(?![^\W\d_])"
    return bool(re.search(pattern, source))


def _single(reading: Reading, text: str, cyrillic: bool) -> Iterator[Finding]:
    """Report words of one letter between words of the other script: ``c 2005 года``."""
    twins = _CYRILLIC_ONE if cyrillic else _LATIN_ONE
    alone = [match for match in _ALONE.finditer(text) if match.group(1) in twins]
    if not alone:
        return
    named = [letter for letter in _LETTER.findall(text) if letter in _WITHOUT_TWIN]
    theirs = _named_letters(reading) if cyrillic else frozenset()
    for match in alone:
        letter = match.group(1)
        if letter in theirs or (letter.isupper() and _axis(letter).search(reading.pair.source)):
            continue
        if any(one.islower() is letter.islower() for one in named):
            continue
        before = text[: match.start()].split()[-1:]
        after = text[match.end() :].split()[:1]
        around = [*before, *after]
        if after and _of(after[0], cyrillic) and all(_of(one, cyrillic) for one in around):
            yield _finding(reading, match.span(1), letter, twins[letter])


def _axis(letter: str) -> re.Pattern[str]:
    """Return what finds a letter that names an axis: «the y-axis»; «a-priori» names none."""
    return re.compile(
        rf"(?<![\w-]){letter}-(?:ax[ei]|achse|coord|direct|plane|scale)", re.IGNORECASE
    )


def _named_letters(reading: Reading) -> frozenset[str]:
    """Return the letters that a source names as such: vitamin C, A and B, the Y scale."""
    source = reading.pair.source
    words = _ONE_LETTER_WORDS.get(primary(reading.source_language), "acoyk")
    alone = frozenset(letter for letter in _LETTER.findall(source) if letter.lower() not in words)
    return alone.union(_CAPITAL.findall(source) if _BEHIND_A_WORD.search(source) else ())


def _of(word: str, cyrillic: bool) -> bool:
    """Say whether a word is of small letters of a script, or of digits."""
    letters = [sign for sign in word if sign.isalpha()]
    if not letters:
        return any(sign.isdigit() for sign in word)
    return all(("Ѐ" <= sign <= "ӿ") is cyrillic for sign in letters) and letters[-1].islower()


def _finding(reading: Reading, span: tuple[int, int], word: str, meant: str) -> Finding:
    strange = [sign for sign, right in zip(word, meant, strict=True) if sign != right]
    names = ", ".join(f"«{sign}» is {_script(sign)}" for sign in dict.fromkeys(strange))
    return reading.at(
        ID,
        SEVERITY,
        f"look-alike letters in «{word}»: {names}",
        f"write «{meant}» in one script",
        target=span,
        replacement=meant,
    )


def _script(sign: str) -> str:
    if "Ѐ" <= sign <= "ӿ":
        return "Cyrillic"
    return "Greek" if "Ͱ" <= sign <= "Ͽ" else "Latin"
