"""Words that mix letters of two scripts that look the same → the words that are meant.

Only a word whose rarer letters all have a twin in the other script is mixed by mistake; what mixes
scripts on purpose, such as μm, and Roman numerals with an ending are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.text.lazy_pattern import lazy_pattern

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
_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_BEHIND_A_CODE = lazy_pattern(r"(?:%[-+#0]*[\d.]*|~)$")
"""What stands before the letter of a placeholder: that of «%sБ» is no part of a word."""
_LETTERS_OF_A_CODE = lazy_pattern("(?:hh?|ll?|[qjztL])?[A-Za-z]")
_LONGEST_CODE = 8
_MIXED = lazy_pattern("[A-Za-zÀ-ɏ][Ͱ-ӿ]|[Ͱ-ӿ][A-Za-zÀ-ɏ]|[Ͱ-Ͽ][Ѐ-ӿ]|[Ѐ-ӿ][Ͱ-Ͽ]")
_ROMAN = lazy_pattern(r"[IVXLCDMХІ]{2,}(?:[а-яё]{1,3})?|[IVXLХІ](?:го|му|м|й|х|в|вв)")


def mixed_words(text: str, *, cyrillic: bool = True) -> Iterator[tuple[int, str, str]]:
    """Yield each word of a text that mixes scripts by disguise: its offset, itself, what is meant.

    Args:
        text: To search.
        cyrillic: Whether its language is written so; half and half, a word is meant in its script.

    >>> [(word, meant) for _, word, meant in mixed_words("Лунa и μm")]  # the last a is Latin
    [('Лунa', 'Луна')]
    """
    if text.isascii() or not _MIXED.search(text):
        return
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        if _BEHIND_A_CODE.search(text, max(0, start - _LONGEST_CODE), start):
            code = _LETTERS_OF_A_CODE.match(word)
            length = code.end() if code and text[start - 1] != "~" else 1
            start, word = start + length, word[length:]
        meant = _meant(word, cyrillic)
        if meant:
            yield start, word, meant


def in_one_script(text: str) -> str:
    """Return a text, as long as before, with its mixed words as they are meant."""
    for start, word, meant in mixed_words(text):
        text = text[:start] + meant + text[start + len(word) :]
    return text


def look_alikes(text: str) -> list[str]:
    """Return a text with all words that can look so in Cyrillic, and in Latin, where that is other.

    >>> look_alikes("MKC"), look_alikes("Союз MC"), look_alikes("Н2О"), look_alikes("GPS")
    (['МКС'], ['Союз МС'], ['H2O'], [])
    """
    cyrillic = _LETTERS.sub(lambda word: _as_cyrillic(word[0]) or word[0], text)
    latin = _LETTERS.sub(lambda word: _as_latin(word[0]) or word[0], text)
    return [one for one in (cyrillic, latin) if one != text]


def _meant(word: str, tie: bool) -> str:
    """Return a mixed word in one script; empty where it is not mixed, or not by disguise.

    Args:
        tie: Whether it is Cyrillic where half of it is.
    """
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
        if cyrillic > latin or (cyrillic == latin and tie)
        else [_as_latin(word), _as_cyrillic(word)]
    )
    return next((meant for meant in wishes if meant), "")


def _as_cyrillic(word: str) -> str:
    found = "".join(_TO_CYRILLIC.get(sign, _GREEK_TO_CYRILLIC.get(sign, sign)) for sign in word)
    return found if all("Ѐ" <= sign <= "ӿ" for sign in found) else ""


def _as_latin(word: str) -> str:
    found = "".join(_TO_LATIN.get(sign, sign) for sign in word)
    return found if all(sign < "Ͱ" or "\u1e00" <= sign <= "\u1eff" for sign in found) else ""
