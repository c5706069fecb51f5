"""Russian texts → signs on the wrong side of », hyphens for dashes, abbreviations with wrong stops.

Source: Мильчин, Чельцова: Справочник издателя и автора. A quoted sentence has its full stop after »
(its question mark, exclamation mark and ellipsis before it); speech is followed by a comma and a
dash, which no hyphen between spaces can be; млн, млрд, трлн have no full stop, тыс. and руб. one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.spot import Spot
from termbase.languages import profile_of
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.lexicons import readings
from termbase.text.normalise import fold

_PAST = (
    "сказал|отметил|заявил|подчеркнул|сообщил|добавил|пояснил|объяснил|спросил|ответил|написал"
    "|рассказал|уточнил|напомнил|признал|воскликнул|объявил|повторил|заметил|заключил|продолжил"
    "|предупредил|возразил|признался|указал|пообещал|заверил|подтвердил|согласился|поделился"
    "|посоветовал|крикнул|прошептал|говорил|считал|утверждал|писал|прокомментировал"
)
_PRESENT = (
    "говорит|отмечает|заявляет|подчеркивает|подчёркивает|сообщает|добавляет|поясняет|объясняет"
    "|пишет|рассказывает|считает|повторяет|утверждает|вспоминает|уверяет|спрашивает|отвечает"
)
_VERBS = rf"(?:[а-яё]+\s+)?(?:(?:{_PAST})(?:а|и|ась|ись|ся)?|{_PRESENT})"
_INSIDE = lazy_pattern(
    r"(?P<word>[^\s«(]*[^\s.«])(?P<mark>[.,])»(?!(?<=\.»)\s+[а-яёa-z])(?P<after>[.,]?)"
)
"""Not where the sentence goes on: there it is the stop of an abbreviation."""
_NO_COMMA = lazy_pattern(rf"(?<=[^\s?!…,.])»(?P<gap>\s*)(?=[—–-]\s+(?:{_VERBS})\b)")
_NO_DASH = lazy_pattern(rf"^«[^«»]*»(?P<gap>,\s+)(?=(?:{_VERBS})\b)")
_SPEAKS = (
    "сказал|ответил|спросил|воскликнул|возразил|заметил|добавил|пояснил|объяснил|крикнул|прошептал"
    "|признался|заявил|сообщил|подчеркнул|отметил|уточнил|напомнил|заверил|согласился|пообещал"
)
_OF_WORKS = "считает|пишет|вспоминает"
"""What one does with a title, too; «Иди и смотри» считает Климов своим лучшим фильмом."""
_PERSONS = frozenset(
    ("я", "ты", "он", "она", "мы", "вы", "они", "мне", "тебе", "нам", "вам", "меня", "вас")
)
_BARE = lazy_pattern(
    rf"(?:^|(?<=[.!?…]\s))«(?P<said>[^«»]+)»(?P<gap>\s+)(?=(?:(?:{_SPEAKS})(?:а|и|ась|ись|ся)?"
    rf"|(?!(?:{_OF_WORKS})\b)(?:{_PRESENT}))\s(?P<who>[^\W\d_]+)(?P<stop>[.,;:!?…]|$)?)"
)
_GAP = "[ \u00a0\u202f]"
_HYPHEN = lazy_pattern(
    rf"(?<=[^\s-]){_GAP}(?P<dash>-){_GAP}(?!(?<=[\dA-Za-z]...)[\dA-Za-z])(?=[^\s-])"
)
"""Not in formulas and ranges: «x - y», «5 - 7»."""
_WITHOUT = lazy_pattern(r"\b(?P<word>млн|млрд|трлн)(?P<stop>\.)(?=[ \u00a0\u202f]+[^\WА-ЯЁA-Z\d_])")
_WITH = lazy_pattern(r"(?<=[\d\u00a0\u202f ])(?P<word>руб|тыс)(?![\w.])")
_YO = lazy_pattern("[ёЁ]")


def russian_spots(text: str, *, plain_yo: bool = False) -> Iterator[Spot]:
    """Yield the spots that Russian writes otherwise.

    Args:
        text: With private signs for what is no prose.
        plain_yo: Whether ё is to be written е.

    >>> [spot.message for spot in russian_spots("Он сказал: «Да.»")]
    ['full stop before »']
    """
    known = profile_of("ru").abbreviations
    for match in _INSIDE.finditer(text):
        mark = match["mark"]
        if mark == "." and (
            known.kind(match["word"].strip("„“"), after_number=True) or len(match["word"]) == 1
        ):
            continue
        name = "full stop" if mark == "." else "comma"
        after = match["after"] or mark
        span = match.start("mark"), match.end()
        yield Spot(*span, f"{name} before »", f"write it after »: »{after}", f"»{after}")
    yield from _speech_spots(text)
    for match in _HYPHEN.finditer(text):
        yield Spot(*match.span("dash"), "hyphen in the place of a dash", "write —", "—")
    for match in _WITHOUT.finditer(text):
        yield Spot(*match.span(), f"full stop behind {match['word']}", "write none", match["word"])
    for match in _WITH.finditer(text):
        word = match["word"]
        yield Spot(*match.span(), f"no full stop behind {word}", f"write {word}.", f"{word}.")
    if plain_yo:
        for match in _YO.finditer(text):
            plain = "е" if match.group() == "ё" else "Е"
            yield Spot(*match.span(), "the letter ё", f"write {plain}", plain)


def _speech_spots(text: str) -> Iterator[Spot]:
    """Yield the spots behind quoted speech that lack a comma or a dash."""
    for match in _NO_COMMA.finditer(text):
        at = match.start()
        yield Spot(at, at + 1, "no comma behind the quotation", "write », —", "»,")
    for match in _NO_DASH.finditer(text):
        yield Spot(*match.span("gap"), "no dash behind the quotation", "write », —", ", — ")
    for match in _BARE.finditer(text):
        if _is_speech(match):
            yield _bare_spot(match)


def _bare_spot(match: re.Match[str]) -> Spot:
    lacking, wanted = ("dash", " — ") if match["said"][-1] in "?!…" else ("comma and dash", ", — ")
    problem = f"no {lacking} behind the quotation"
    return Spot(*match.span("gap"), problem, f"write »{wanted.rstrip()}", wanted)


def _is_speech(match: re.Match[str]) -> bool:
    """Say whether «…» with a verb of speech behind it is what somebody said, and no name.

    What is said has a verb or a person in it, and who says it follows the verb.
    """
    said, who = match["said"], match["who"]
    person = who in _PERSONS
    speaker = person or who[0].isupper() or (match["stop"] is not None and _is("noun", who))
    if not speaker:
        return False
    words = re.findall(r"[^\W\d_]+", said)
    clause = any(word.lower() in _PERSONS or _is("verb", word) for word in words)
    return clause or (person and said[-1] in "?!…")


def _is(kind: str, word: str) -> bool:
    """Say whether a word may be of a kind, and is no noun besides, as far as its lexicon knows."""
    kinds = {one.kind for one in readings(fold(word), "ru")}
    return kind in kinds and "noun" not in kinds - {kind}
