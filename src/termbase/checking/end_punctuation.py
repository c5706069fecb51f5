"""End punctuation: the translation does not end with the mark that the source ends with.

Full stop, ellipsis, question mark, exclamation mark, colon, semicolon, comma, or none. Quotation
marks and brackets at the end are looked through, so «…». and “….” agree; so do the marks of other
scripts (。 ？ ؟). A full stop that may belong to an abbreviation says nothing, and a letter that
greets with a comma greets with an exclamation mark in Russian.

    bad   fr Elle est partie. | en She has left
    bad   fr Est-elle partie ? | en She has left.
    good  fr Elle a dit : « Il part. » | en She said, “He is leaving”.
    good  fr Des vis, des écrous, etc. | en Bolts and nuts
    good  en She said, “He is leaving.” | de Sie sagte: »Er geht.«
    good  fr Bonjour à toutes et à tous, | ru Здравствуйте, коллеги!
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.languages import profile_of
from termbase.model.finding import Finding, Severity
from termbase.text.lazy_pattern import lazy_pattern

ID = "T501"
SEVERITY = Severity.WARNING
ON = False

_ALIKE = str.maketrans("。．｡？؟！：；，、।॥։", "...??!:;,,...")
_END = lazy_pattern(r"""[\s«»”"“‘’'‹›)\]}>*_.…?!:;,。．｡？؟！：；，、।॥։]*$""")
_ELLIPSIS = lazy_pattern(r"&(?:hellip|#8230|#x2026);$", re.IGNORECASE)
_NAMES = {
    ".": "a full stop",
    "…": "an ellipsis",
    "?": "a question mark",
    "!": "an exclamation mark",
    ":": "a colon",
    ";": "a semicolon",
    ",": "a comma",
    "": "no mark",
}
_INITIALS = lazy_pattern(r"(?:^|[\s\u00a0(«“])(?:\w{1,2}\.)+$")
_LAST_WORD = lazy_pattern(r"[^\s\u00a0«“(]+$")


def find(reading: Reading) -> Iterator[Finding]:
    """Report a target whose end differs from its source's."""
    if not reading.translated:
        return
    source, target = (
        _said(reading.pair.source, reading.source_prose),
        _said(reading.pair.target, reading.prose),
    )
    had, has = _mark(source), _mark(target)
    if had[0] == has[0] or _both_ways(source, had, target, has) or _greets(reading, had[0], has[0]):
        return
    if "." in (had[0], has[0]) and "" in (had[0], has[0]):
        ended = (source, reading.source_language) if had[0] else (target, reading.target_language)
        if _abbreviated(*ended):
            return
    yield reading.at(
        ID,
        SEVERITY,
        f"end differs: {_NAMES[had[0]]} → {_NAMES[has[0]]}",
        f"end with {_NAMES[had[0]]}, as the source does",
        source=had[1],
        target=has[1],
    )


def _said(text: str, prose: str) -> str:
    """Return a text up to its end, where an entity such as ``&quot;`` is no semicolon."""
    text = text.rstrip()
    if match := _ELLIPSIS.search(text):
        return prose[: match.start()] + "…"
    return (prose if "&" in text else text).rstrip()


def _both_ways(
    source: str, had: tuple[str, tuple[int, int]], target: str, has: tuple[str, tuple[int, int]]
) -> bool:
    """Say whether the end of one side has the mark of the other as well: «git pull ...»)."""
    ends = ((source[slice(*had[1])], has[0]), (target[slice(*has[1])], had[0]))
    return any(mark and mark in end.replace("...", "…") for end, mark in ends)


def _greets(reading: Reading, had: str, has: str) -> bool:
    """Say whether one side greets with a comma and the other one as Russian letters do."""
    sides = {reading.source_language: had, reading.target_language: has}
    ends = {language.partition("-")[0]: mark for language, mark in sides.items()}
    return ends.get("ru") == "!" and "," in ends.values()


def _mark(text: str) -> tuple[str, tuple[int, int]]:
    """Return the mark that a text ends with, and where it stands."""
    match = _END.search(text)
    start = match.start() if match else len(text)
    end = text[start:].translate(_ALIKE).replace("...", "…")
    kind = next((sign for sign in "?!…:;.," if sign in end), "")
    return kind, (max(0, min(start, len(text) - 1)), len(text))


def _abbreviated(text: str, language: str) -> bool:
    """Say whether a text ends with an abbreviation: its full stop may be no end."""
    text = text.rstrip("«»”\"‘’')] \u00a0")
    if _INITIALS.search(text):
        return True
    last = _LAST_WORD.search(text)
    known = profile_of(language).abbreviations
    return last is not None and known.kind(last.group()[:-1], after_number=True) is not None
