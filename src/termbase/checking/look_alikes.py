"""Look-alike letters: a word mixes letters of two scripts that look the same.

A Latin «o» in a Cyrillic word reads well and is found by no search. Reported is a word whose
letters of the rarer script all have a twin in the other one; what mixes scripts on purpose, such
as «SMS-рассылка» or «μm», is not. Roman numerals with an ending (XXго) are right too.

    bad   fr La Lune | ru Лунa
    bad   fr depuis 2005 | ru c 2005 года
    good  fr le Wi-Fi à 5 GHz | ru Wi-Fi-сеть на 5 ГГц
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary

ID = "T402"
SEVERITY = Severity.ERROR

_PAIRS = (
    ("a", "аα"), ("c", "с"), ("e", "е"), ("o", "оο"), ("p", "рρ"), ("x", "х"), ("y", "у"),
    ("i", "іι"), ("j", "ј"), ("s", "ѕ"), ("k", "к"), ("m", "м"), ("h", "һ"), ("v", "ν"), ("u", "υ"),
    ("ë", "ё"), ("ï", "ї"),
    ("A", "АΑ"), ("B", "ВΒ"), ("C", "С"), ("E", "ЕΕ"), ("H", "НΗ"), ("I", "ІΙ"), ("J", "Ј"),
    ("K", "КΚ"), ("M", "МΜ"), ("N", "Ν"), ("O", "ОΟ"), ("P", "РΡ"), ("S", "Ѕ"), ("T", "ТΤ"),
    ("X", "ХΧ"), ("Y", "УΥ"), ("Z", "Ζ"), ("Ë", "Ё"), ("Ï", "Ї"),
)  # fmt: skip
_TO_LATIN = {other: latin for latin, others in _PAIRS for other in others}
_TO_CYRILLIC = {
    latin: next(other for other in others if "Ѐ" <= other <= "ӿ")
    for latin, others in _PAIRS
    if any("Ѐ" <= other <= "ӿ" for other in others)
}
_GREEK_TO_CYRILLIC = {
    greek: _TO_CYRILLIC[_TO_LATIN[greek]]
    for greek in _TO_LATIN
    if "Ͱ" <= greek <= "Ͽ" and _TO_LATIN[greek] in _TO_CYRILLIC
}
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROMAN = re.compile(r"[IVXLCDMХІ]{2,}(?:[а-яё]{1,3})?|[IVXLХІ](?:го|му|м|й|х|в|вв)")
_ALONE = re.compile(r"(?<![\w.'’°-])([acoykABCKOYасуА])(?![\w.'’°)-])")
_CYRILLIC_ONE = {"c": "с", "o": "о", "a": "а", "y": "у", "k": "к", "C": "С", "O": "О", "A": "А",
                 "Y": "У", "K": "К", "B": "В"}  # fmt: skip
_LATIN_ONE = {"а": "a", "у": "y", "А": "A", "с": "c"}
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk"})


def find(reading: Reading) -> Iterator[Finding]:
    """Report each word of the target with letters of another script in disguise."""
    text = reading.prose
    if text.isascii() and primary(reading.target_language) not in _CYRILLIC_LANGUAGES:
        return
    if reading.untranslated:
        return
    for match in _WORD.finditer(text):
        word = match.group()
        meant = _meant(word)
        if meant and word not in reading.pair.source:
            yield _finding(reading, match.span(), word, meant)
    yield from _single(reading, text)


def _single(reading: Reading, text: str) -> Iterator[Finding]:
    """Report words of one letter between words of the other script: ``c 2005 года``."""
    cyrillic = primary(reading.target_language) in _CYRILLIC_LANGUAGES
    twins = _CYRILLIC_ONE if cyrillic else _LATIN_ONE
    for match in _ALONE.finditer(text):
        letter = match.group(1)
        if letter not in twins:
            continue
        before = text[: match.start()].split()[-1:]
        after = text[match.end() :].split()[:1]
        around = [*before, *after]
        if after and _of(after[0], cyrillic) and all(_of(one, cyrillic) for one in around):
            yield _finding(reading, match.span(1), letter, twins[letter])


def _of(word: str, cyrillic: bool) -> bool:
    """Say whether a word is of small letters of a script, or of digits."""
    letters = [sign for sign in word if sign.isalpha()]
    if not letters:
        return any(sign.isdigit() for sign in word)
    return all(("Ѐ" <= sign <= "ӿ") is cyrillic for sign in letters) and letters[-1].islower()


def _meant(word: str) -> str:
    """Return a mixed word in one script; empty where it is not mixed, or not by disguise."""
    if word.isascii():
        return ""
    cyrillic = sum("Ѐ" <= sign <= "ӿ" for sign in word)
    greek = sum("Ͱ" <= sign <= "Ͽ" for sign in word)
    latin = len(word) - cyrillic - greek
    if len([kind for kind in (cyrillic, greek, latin) if kind]) < 2:
        return ""
    if _ROMAN.fullmatch(word):
        return ""
    wishes = (
        [_as_cyrillic(word), _as_latin(word)]
        if cyrillic >= latin
        else [_as_latin(word), _as_cyrillic(word)]
    )
    return next((meant for meant in wishes if meant), "")


def _as_cyrillic(word: str) -> str:
    found = "".join(_TO_CYRILLIC.get(sign, _GREEK_TO_CYRILLIC.get(sign, sign)) for sign in word)
    return found if all("Ѐ" <= sign <= "ӿ" for sign in found) else ""


def _as_latin(word: str) -> str:
    found = "".join(_TO_LATIN.get(sign, sign) for sign in word)
    return found if all(sign < "Ͱ" or "\u1e00" <= sign <= "\u1eff" for sign in found) else ""


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
