"""Untranslated: the target says the same words as the source, or a stretch of them.

Case and punctuation do not count. Names, numbers, addresses and codes may stay as they are, and
lines that are typed as they stand: only segments with at least three words, two of them in small
letters, are reported. Of a segment that is translated, four words in a row are, or more, that no
quotation marks enclose and that words of the source's language hold together.

    bad   fr Lors de la réunion. | en Lors de la réunion.
    bad   en Press the key to start the engine. | ru Нажмите кнопку to start the engine.
    good  fr Roscosmos, Soyouz MS | en Roscosmos, Soyouz MS
    good  en git branch [--all] [<name>] | fr git branch [--all] [<name>]
    good  en It says “keep out of the rain”. | ru Там написано «keep out of the rain».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from termbase.checking.quotations import QUOTED
from termbase.checking.reading import Reading
from termbase.languages.function_words import EVERY_FUNCTION_WORD
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.short_words import SHORT_WORDS
from termbase.text.words import word_spans

ID = "T301"
SEVERITY = Severity.ERROR

_FEWEST = 4
"""Words in a row that are no name and no word that both languages have."""
_FEWEST_LONG = 3
"""How many of them are small ones of two letters or more."""
_FEWEST_SAID = 2
"""How many of these say something: of «rue de la Paix» one does, which is a name."""
_MOST = 400
"""Words of a segment among which a stretch is sought; who writes more wrote a page."""
_LATIN = frozenset({"et", "est", "in"})
"""Words of Latin, which is quoted as it stands in every language."""
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk"})
_APART = lazy_pattern(r"[ \u00a0\u202f'’]")


def find(reading: Reading) -> Iterator[Finding]:
    """Report a target that repeats its source, or a stretch of it."""
    if reading.untranslated:
        remedy = f"translate it into {reading.target_language}"
        yield reading.whole(ID, SEVERITY, "untranslated: the target repeats the source", remedy)
    elif reading.translated:
        for start, end in _stretches(reading):
            said = reading.pair.target[start:end]
            yield reading.at(
                ID, SEVERITY, f"untranslated: {said}", "translate it", target=(start, end)
            )


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where running words of the source stand in the target, too, as many as it takes."""
    languages = primary(reading.source_language), primary(reading.target_language)
    held = _held_together(*languages)
    if languages[0] == languages[1] or not held or not held.search(reading.prose):
        return  # looked for first: few translations have such a word
    if not reading.runs:
        return
    text = QUOTED.sub(lambda found: "\ue000" * len(found.group()), reading.prose)
    ours, (theirs, spans) = word_spans(reading.source_prose)[0], word_spans(text)
    if max(len(ours), len(theirs)) > _MOST:
        return
    at = 0
    while at < len(theirs):
        many = _in_a_row(theirs[at:], ours) if theirs[at] in ours else 0
        many = next(
            (n for n in range(1, many) if not _APART.fullmatch(text, *_gap(spans, at + n))), many
        )
        if many >= _FEWEST and _is_running(theirs[at : at + many], held):
            yield spans[at][0], spans[at + many - 1][1]
        at += many or 1


def _gap(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    return spans[at - 1][1], spans[at][0]


def _in_a_row(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many of some words, from the first on, stand in a row in others."""
    longest = 0
    for place, word in enumerate(others):
        if word == some[0]:
            pairs = zip(some, others[place:], strict=False)
            longest = max(
                longest, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            )
    return longest


def _is_running(words: Sequence[str], held: re.Pattern[str]) -> bool:
    """Say whether words in a row are a piece of a sentence."""
    small = [word for word in words if word.islower() and len(word) > 1]
    said = sum(word not in EVERY_FUNCTION_WORD for word in small)
    return len(small) >= _FEWEST_LONG and said >= _FEWEST_SAID and any(map(held.fullmatch, words))


@cache
def _held_together(source: str, target: str) -> re.Pattern[str] | None:
    """Return what finds the words that hold sentences together in the source's language alone.

    Nobody leaves a Russian word within a text in other letters, whatever it is.
    """
    if source in _CYRILLIC and target not in _CYRILLIC:
        return re.compile(r"\b[а-яё]{2,}\b")
    own = SHORT_WORDS.get(source, frozenset()) - SHORT_WORDS.get(target, _LATIN) - _LATIN
    words = "|".join(sorted(word for word in own if len(word) > 1))
    return re.compile(rf"\b(?:{words})\b") if words else None
