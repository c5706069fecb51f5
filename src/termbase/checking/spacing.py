"""Spacing: a space too many, or one too few, around words and marks.

Two spaces in a row, a space before a comma, a full stop or a closing bracket, a space behind an
opening one, none behind a comma, and white space that the source has at its ends and the
translation has not (where a file joins the texts). What the source does in the same way is right;
the spaces that French sets before ; : ! ? and inside « » are T505.

    bad   fr Le satellite vole. | en The  satellite flies.
    bad   fr Des vis, des écrous. | en Nuts ,bolts.
    good  en Is it? | fr Est-ce vrai ?
    good  en He said “yes” twice. | ru Он дважды сказал „да“ и ушёл.
    good  en Owner   : %s | de Besitzer   : %s
    good  fr Le fichier .NET : 3,5. | en The .NET file: 3.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern

ID = "T503"
SEVERITY = Severity.WARNING
ON = False

_SPACE = "[ \u00a0\u202f\u2009]"
_DOUBLE = lazy_pattern(rf"(?<=\S){_SPACE}{{2,}}(?=\S)")
_BEFORE_MARK = lazy_pattern(rf"(?<=[\w»”\"’)\]%]){_SPACE}+(?=,(?![\d,])|\.(?![\w.…]))")
_BEFORE_HIGH = lazy_pattern(rf"(?<=[\w»”\"’)\]%]){_SPACE}+(?=[;:!?](?:[\s»”\"!?]|$))")
_COLUMNS = lazy_pattern(r"\t|(?<=\S)  +(?=\S)")
"""What a source sets its words under each other with."""
_IN_BRACKETS = lazy_pattern(rf"(?<=[\w»”.,!?%]){_SPACE}+(?=[)\]])|(?<=[(\[]){_SPACE}+(?=[\w«“])")
_IN_QUOTES = lazy_pattern(rf"(?<=[«“]){_SPACE}+(?=\w)|(?<=[\w.,!?%]){_SPACE}+(?=[»”])")
_GLUED = lazy_pattern(
    r"(?<=[^\W\d_])(?P<mark>[,;!?])(?=[^\W\d_])|(?<=[^\W\d_A-ZА-Я][^\W\d_A-ZА-Я])[.](?=[A-ZÀ-ÞА-ЯЁ][^\W\d_])"
    r"|(?<=[^\W\d_]{2})(?P<open>\()(?=[^\W\d_]{3})(?![^\W\d_]{3,4}\))"
)
_FRENCH_STYLE = frozenset({"fr"})
"""Languages that set a space before ; : ! ? and inside « »."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report each spot of the target with a space too many or too few."""
    if not reading.pair.target.strip() or reading.untranslated:
        return
    prose, source = reading.prose, reading.source_prose
    patterns = [_BEFORE_MARK, _IN_BRACKETS]
    if primary(reading.target_language) not in _FRENCH_STYLE:
        patterns += [_BEFORE_HIGH, _IN_QUOTES]
    patterns.append(_DOUBLE)  # the last: where none is right, one is not left
    taken: set[int] = set()
    for pattern in patterns:
        if _done_by(source, pattern, french=primary(reading.source_language) in _FRENCH_STYLE):
            continue
        for match in pattern.finditer(reading.quoted if pattern is _IN_QUOTES else prose):
            if pattern is _IN_QUOTES and _closes(prose, match.start()):
                continue
            if match.start() not in taken and not reading.shows(*match.span()):
                taken.add(match.start())
                yield _too_many(reading, match.span(), double=pattern is _DOUBLE)
    yield from _too_few(reading)
    yield from _ends(reading)


def _done_by(source: str, pattern: re.Pattern[str], *, french: bool) -> bool:
    """Say whether the source itself sets such spaces, as no rule of its language asks for."""
    if pattern is _DOUBLE:
        return bool(_COLUMNS.search(source) or _DOUBLE.search(source))
    return not (french and pattern in (_BEFORE_HIGH, _IN_QUOTES)) and bool(pattern.search(source))


def _closes(prose: str, at: int) -> bool:
    """Say whether the “ before a place closes a quotation that „ has opened."""
    return prose[at - 1] == "“" and prose.rfind("„", 0, at) > prose.rfind("“", 0, at - 1)


def _too_many(reading: Reading, span: tuple[int, int], *, double: bool) -> Finding:
    if not double:
        return reading.at(
            ID, SEVERITY, "a space too many", "take it out", target=span, replacement=""
        )
    kept = _kept(reading, *span)
    remedy = "leave one" if kept else "Canadian French sets none there"
    return reading.at(ID, SEVERITY, "two spaces in a row", remedy, target=span, replacement=kept)


def _kept(reading: Reading, start: int, end: int) -> str:
    """Return the space to leave of several: at the marks of French the one that T505 asks for."""
    target = reading.pair.target
    if primary(reading.target_language) in _FRENCH_STYLE:
        if target[end] in ";!?":
            return "" if reading.target_language.endswith("-CA") else "\u202f"
        if target[end] in ":»" or target[start - 1] == "«":
            return "\u00a0"
    return next((sign for sign in target[start:end] if sign != " "), " ")


def _too_few(reading: Reading) -> Iterator[Finding]:
    found = list(_GLUED.finditer(reading.prose))
    alike = {match.group() for match in _GLUED.finditer(reading.source_prose)} if found else ()
    for match in found:
        if reading.shows(*match.span()):
            continue
        if match.group() in alike:  # words for a search, to be read by a program: «a;b;c»
            continue
        around = _token(reading.pair.target, match.start())
        if around in reading.pair.source:
            continue
        where = "before" if match["open"] else "behind"
        sign = match.group()
        yield reading.at(
            ID,
            SEVERITY,
            f"no space {where} {sign}",
            f"set a space {where} it",
            target=match.span(),
            replacement=f" {sign}" if match["open"] else f"{sign} ",
        )


def _token(text: str, at: int) -> str:
    start = max(text.rfind(" ", 0, at), text.rfind("\u00a0", 0, at)) + 1
    end = text.find(" ", at)
    return text[start : end if end >= 0 else len(text)].strip('«»“”"().,')


def _ends(reading: Reading) -> Iterator[Finding]:
    """Report white space at an end of the source that the target has not, or the other way."""
    source, target = reading.pair.source, reading.pair.target
    if not source.strip():
        return
    had = source[: len(source) - len(source.lstrip())]
    has = target[: len(target) - len(target.lstrip())]
    ends = (0, len(had)), (0, len(has))
    if bool(had) is not bool(has) and not _holds_a_code(reading, *ends):
        yield _end(reading, "beginning", bool(had), ends[1], had)
    had, has = source[len(source.rstrip()) :], target[len(target.rstrip()) :]
    ends = (len(source) - len(had), len(source)), (len(target) - len(has), len(target))
    if bool(had) is not bool(has) and not _holds_a_code(reading, *ends):
        yield _end(reading, "end", bool(had), ends[1], had)


def _holds_a_code(reading: Reading, source: tuple[int, int], target: tuple[int, int]) -> bool:
    """Say whether a code stands in or at the white space of an end, which is then no end."""
    return reading.shows(*target) or reading.source_shows(*source)


def _end(reading: Reading, where: str, missing: bool, span: tuple[int, int], white: str) -> Finding:
    what = "missing" if missing else "added"
    return reading.at(
        ID,
        SEVERITY,
        f"white space {what} at the {where}",
        f"the source has {'some' if missing else 'none'}",
        target=span,
        replacement=white,
    )
