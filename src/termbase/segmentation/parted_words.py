"""A text → the line breaks that stand within a word, each with its hyphen where that goes.

A hyphen at the end of a line either parts a word («pro-/gramme») or belongs to it («est-/ce»). The
text tells where it has the word once more; else the lexicon of its language does. In scripts
without spaces a line break stands for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from termbase.languages.compounding import COMPOUNDING
from termbase.languages.function_words import CONJUNCTIONS
from termbase.languages.hyphens import is_hyphened, joins_two
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.lexicons import has_word
from termbase.text.normalise import HYPHENS, fold

_LINE_END = re.compile(r"[\r\n\u2028](?:(?<=\r)\n)?[ \t]*+")
_PARTING = "\u00ad¬"
"""Signs that part a word at the end of a line and never belong to it."""
_JOINING = f"{HYPHENS}–"
_UNSPACED = lazy_pattern(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff65]")
"""Signs of Chinese and Japanese, with their punctuation."""
_LAST_WORD = lazy_pattern(r"[^\W\d_]+\Z")
_WORD = lazy_pattern(r"[^\W\d_]+")
_PAIRS = lazy_pattern(rf"(?<![^\W\d_])(?=([^\W\d_]+[{HYPHENS}][^\W\d_]+))")
_HYPHENS = frozenset(HYPHENS)
_LONGEST = 40
"""A longer row of letters is no word."""

Stretch = tuple[int, int]


def parted_words(text: str, language: str) -> list[Stretch]:
    r"""Return the stretches of a text that stand within a word and are not part of it, in order.

    Args:
        text: Any text.
        language: BCP 47 tag.

    >>> text = "Peut-\non voir le pro-\ngramme ?"
    >>> "".join(text[start:end] for start, end in parted_words(text, "fr"))
    '\n-\n'
    """
    breaks = list(_breaks(text))
    if not breaks:
        return []
    words = _Words(text, primary(language))
    found = ((words.start(before, after), after) for before, after in breaks)
    return [(start, after) for start, after in found if start is not None]


def _breaks(text: str) -> Iterator[Stretch]:
    """Yield each line break that may stand within a word, the blanks around it included."""
    for found in _LINE_END.finditer(text):
        before, after = found.span()
        while before > 0 and text[before - 1] in " \t":
            before -= 1
        if before < 2 or after == len(text):
            continue
        last, left, right = text[before - 1], text[before - 2], text[after]
        alone = left.isspace() or left in _JOINING
        hyphened = (last in _JOINING or last in _PARTING) and right.isalnum() and not alone
        if hyphened or (_UNSPACED.match(last) and _UNSPACED.match(right)):
            yield before, after


class _Words:
    """What a text and its language know of words."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._written: Counter[str] | None = None
        self._parted: dict[tuple[str, str], bool] = {}

    def start(self, before: int, after: int) -> int | None:
        """Return where the stretch begins that goes with a line break: with its hyphen or behind
        it; None where the break is a space.
        """
        last = self._text[before - 1]
        if last in _PARTING:
            return before - 1
        if last not in _JOINING:
            return before
        left = _LAST_WORD.search(self._text, max(0, before - 1 - _LONGEST), before - 1)
        right = _WORD.match(self._text, after, after + _LONGEST)
        if not left or not right or last == "–":
            return before
        if fold(right[0]) in CONJUNCTIONS.get(self._language, ()):
            return None
        halves = left[0], right[0]
        if halves not in self._parted:
            self._parted[halves] = self._is_parted(*halves)
        return before - 1 if self._parted[halves] else before

    def _is_parted(self, left: str, right: str) -> bool:
        """Say whether a hyphen only parts a word."""
        written = self._written = self._written or words_of(self._text)
        once, parted = (f"{left}{sign}{right}".casefold() for sign in ("", "-"))
        if written[once] != written[parted]:
            return written[once] > written[parted]
        capitals = left.isupper() and right.isupper()
        if len(left) == 1 or (_has_capital_at(left, right) and not capitals):
            return False
        if is_hyphened(parted, self._language) or has_word(fold(parted), self._language):
            return False
        if has_word(fold(once), self._language):
            return True
        # «CDU-/CSU»; headings in capitals are seldom wrapped within a word
        if capitals or joins_two(left.casefold(), right.casefold(), self._language):
            return False
        two = all(has_word(fold(one), self._language) for one in (left, right))
        return self._language in COMPOUNDING or not two


def _has_capital_at(left: str, right: str) -> bool:
    """Say whether a capital stands at the hyphen, as in «EU-/Recht» and «NASA-/led»."""
    return left[-1].isupper() or right[0].isupper()


def words_of(text: str) -> Counter[str]:
    """Count the words of a text, and its pairs of words with a hyphen between.

    What stands between blanks is taken apart once, however often it stands in the text.
    """
    words: Counter[str] = Counter()
    for written, times in Counter(text.casefold().replace("‐", "-").split()).items():
        for word in _WORD.findall(written):
            words[word] += times
        if not _HYPHENS.isdisjoint(written):
            for pair in _PAIRS.findall(written):
                words[pair] += times
    return words
