r"""Inline codes: a tag or a placeholder of the source is missing, added or out of order.

What a program replaces or interprets must come back: ``<b>``, ``%s``, ``%1$d``, ``{name}``,
``${x}``, ``$name``, ``\n`` and the inline codes of TMX and XLIFF. Numbered and named placeholders
may change places, plain ones such as ``%s %d`` only where the translation numbers them
(``%2$d %1$s``); tags must stay nested. What has a name or a number may come as often as a
sentence needs it. Attributes of a tag may change, and so may a word in angle brackets that is no
tag and that nothing closes: the reader replaces it. A pattern for dates (``%H:%M``,
``{0:dd/MM/yyyy}``) is the language's own. A choice of ICU keeps its branch ``other``, the number
in its branches for more, the names of what it selects, and its braces. What templates have comes
back, too: ``{{ x }}``,
``{% if x %}``, ``<%= x %>``, ``:name``, ``$t(key)``, ``[b]``, ``<0>``. A key such as ``<Enter>``
may go by another name. What only raises letters (``XIX<sup>e</sup>``) is the language's own, too.
A source that is the name of a message (``label_edit``) says nothing of its codes.

    bad   en Hello {name}! | fr Bonjour !
    bad   en %s of %d files | fr %d fichiers sur %s
    bad   en Press <b>Start</b>. | fr Appuyez sur </b>Démarrer<b>.
    bad   en Rate: %d%% | fr Taux : %d %
    bad   en Saved.\nClose the file. | fr Enregistré. Fermez le fichier.
    bad   en {n, plural, other {# files}} | ru {n, plural, few {файла} other {# файла}}
    bad   en {who, select, male {He} other {They}} | fr {who, select, homme {Il} other {Ils}}
    bad   en The :attribute is required. | fr Le champ :attribut est requis.
    good  en Press <Enter> to go on. | de Drücken Sie die Eingabetaste.
    good  en %1$s of %2$s | fr %2$s : %1$s
    good  en %d of %s | fr %2$s : %1$d
    good  en A rise of 50 % in {0} | fr Une hausse de 50 % des {0}
    good  en Hello,\nyour file is ready. | ru Здравствуйте,\nВаш файл готов.
    good  en Usage: git add <file> | ru Использование: git add <файл>
    good  en label_greeting | fr Bonjour {name} !
    good  en Today at %l:%M %p | fr Aujourd’hui à %H:%M
    good  en {name} has left, and {name} will not return. | fr {name} est parti et ne reviendra pas.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from termbase.checking.choices import lost_in_choices
from termbase.checking.codes import TextCode, text_codes
from termbase.checking.currencies import PER_CENT, PER_CENT_LANGUAGES
from termbase.checking.metavariables import translated_names
from termbase.checking.reading import Reading
from termbase.model.finding import Code, Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern

ID = "T601"
SEVERITY = Severity.ERROR

_Code = TypeVar("_Code", TextCode, Code)
_NAMES = {"bpt": "opening code", "ept": "closing code", "ph": "placeholder", "it": "half of a pair"}
_CONVERSION = lazy_pattern(r"[a-zA-Z@]$")
_BY_PLACE = (
    (lazy_pattern(r"%[^%$*(]*[a-mo-zA-Z@>]"), re.compile(r"%\d{1,2}\$.+"), 1),
    (lazy_pattern(r"\{\}"), re.compile(r"\{\d+\}"), 0),
)
"""Codes that go by their places, those with numbers, and what the first number is."""
_BY_NUMBER = lazy_pattern(r"%L?\d{1,2}")
_RAISED = lazy_pattern(r"<sup>[^\W\d_]{1,4}</sup>")
"""Letters that a language raises: «XIX<sup>e</sup>», «n<sup>o</sup>», «19<sup>th</sup>»."""
_DATE_PART = lazy_pattern(r"%[-_0^#EO]?([A-Za-z])")
_OF_DATES = frozenset("aAbBcCdDeFghHIjklmMpPrRStTuUVwWxXyYzZ")
_OF_DATES_ALONE = frozenset("bBFHIlkMTyY")
"""What only a pattern for dates has, among what it may have; the others are numbers elsewhere."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report the codes that the two sides do not share, and those out of order."""
    if not reading.translated:
        return
    yield from _inline(reading)
    yield from _bare_per_cent(reading)
    ours, theirs = (_unraised(side) for side in (reading.pair.source, reading.pair.target))
    if not ours and not theirs:
        return
    source, target = reading.pair.source, reading.pair.target
    named = translated_names(source, target)
    ours = [code for code in ours if code.start not in named[0]]
    theirs = [code for code in theirs if code.start not in named[1]]
    if _is_date(source) and _is_date(target):
        ours, theirs = ([code for code in side if code.kind != "plain"] for side in (ours, theirs))
    if any(code.kind == "choice" for code in (*ours, *theirs)):
        # Each branch of a choice repeats its placeholders as the language needs.
        ours, theirs = _first_of_each(ours), _first_of_each(theirs)
    yield from _choices(reading)
    ours, theirs = _with_glued(ours, theirs, source), _with_glued(theirs, ours, target)
    ours, theirs = _numbered_like(theirs, ours), _numbered_like(ours, theirs)
    lost, added = _beyond(ours, theirs), _beyond(theirs, ours)
    for code in _without_partners(lost):
        yield reading.at(
            ID,
            SEVERITY,
            f"code missing: {reading.pair.source[code.start : code.end]}",
            "keep it in the translation",
            source=(code.start, code.end),
        )
    for code in _without_partners(added):
        yield reading.at(
            ID,
            SEVERITY,
            f"code added: {reading.pair.target[code.start : code.end]}",
            "not in the source",
            target=(code.start, code.end),
        )
    if not lost and not added:
        yield from _order(reading, ours, theirs)


def _unraised(text: str) -> list[TextCode]:
    """Return the codes of a text but those that raise letters, as each language does by itself."""
    if "<sup>" not in text:
        return text_codes(text)
    raised = [match.span() for match in _RAISED.finditer(text)]
    return [
        code
        for code in text_codes(text)
        if not any(start <= code.start < end for start, end in raised)
    ]


def _is_date(text: str) -> bool:
    """Say whether a text is a pattern for dates and times, which each language has of its own."""
    found = set(_DATE_PART.findall(text)) if text.count("%") > 1 else set()
    return len(found) > 1 and found <= _OF_DATES and not found.isdisjoint(_OF_DATES_ALONE)


def _with_glued(codes: Sequence[TextCode], others: Sequence[TextCode], text: str) -> list[TextCode]:
    """Return the codes of a text with those that stand at a word, where others have more of them.

    A unit behind a code may be a small letter: «%sB» is «%so» in French, «%1K» is «%1 K».
    """
    found = list(codes)
    there = [one for one in others if one.kind == "plain" or _BY_NUMBER.fullmatch(one.label)]
    for code in _beyond(there, codes):
        taken = {one.start for one in found}
        spots = re.finditer(_written(code.label), text)
        at = next((spot.start() for spot in spots if spot.start() not in taken), -1)
        if at >= 0:
            found.append(code._replace(start=at, end=at + len(code.label)))
    return sorted(found)


def _written(label: str) -> str:
    """Return the pattern of a code that letters may stand at."""
    if label[-1].isdigit():
        return rf"{label}(?=[^\W\d_])"
    ends = {"d": "[di]", "x": "[xX]"}.get(label[-1], re.escape(label[-1]))
    return f"%[-+0]*[0-9]*{re.escape(label[1:-1])}{ends}"


def _bare_per_cent(reading: Reading) -> Iterator[Finding]:
    """Report a per cent sign that a format takes for the begin of a code: ``%`` for ``%%``."""
    source, target = reading.pair.source, reading.pair.target
    if "%%" not in source or "%%" in target:
        return
    if "%" not in reading.prose and not PER_CENT.search(target):
        if primary(reading.target_language) not in PER_CENT_LANGUAGES:
            return  # it may stand there in words: «百分之»
        at = source.find("%%")
        remedy = "keep it in the translation"
        yield reading.at(ID, SEVERITY, "code missing: %%", remedy, source=(at, at + 2))
        return
    codes = _with_glued(text_codes(target), text_codes(source), target)
    inside = {at for code in codes for at in range(code.start, code.end)}
    for sign in re.finditer("%", target):
        if sign.start() not in inside:
            yield reading.at(ID, SEVERITY, "code missing: %%", "write %%", target=sign.span())


def _choices(reading: Reading) -> Iterator[Finding]:
    """Report what the branches of a choice have lost."""
    for lost in lost_in_choices(reading.pair.source, reading.pair.target):
        yield reading.at(
            ID,
            SEVERITY,
            f"code missing in a choice: {lost.what}",
            "keep it in the translation",
            target=lost.span,
        )


def _numbered_like(others: Sequence[TextCode], codes: Sequence[TextCode]) -> list[TextCode]:
    """Return codes without numbers with those of their places, where another text has these."""
    told: dict[int, TextCode] = {}
    for bare, numbered, first in _BY_PLACE:
        if any(numbered.fullmatch(code.label) for code in codes):
            continue
        if any(numbered.fullmatch(code.label) for code in others):
            plain = [code for code in codes if bare.fullmatch(code.label)]
            for number, code in enumerate(plain, first):
                label = f"%{number}${code.label[1:]}" if first else f"{{{number}}}"
                told[code.start] = code._replace(kind="name", label=label)
    return [told.get(code.start, code) for code in codes]


def _inline(reading: Reading) -> Iterator[Finding]:
    ours, theirs = reading.pair.source_codes, reading.pair.target_codes
    if not ours and not theirs:
        return
    lost, added = _beyond(ours, theirs), _beyond(theirs, ours)
    for code, name in _named(lost):
        yield reading.at(
            ID,
            SEVERITY,
            f"code missing: {name}",
            "keep it in the translation",
            source=(code.at, code.at),
        )
    for code, name in _named(added):
        yield reading.at(
            ID,
            SEVERITY,
            f"code added: {name}",
            "not in the source",
            target=(code.at, code.at),
        )
    turned = () if lost or added or _turned(ours) else _turned(theirs)
    for at, number in turned:
        yield reading.at(
            ID,
            SEVERITY,
            f"code out of order: pair {number} closes before it opens",
            "open it first",
            target=(at, at),
        )


def _turned(codes: Sequence[Code]) -> list[tuple[int, str]]:
    """Return where pairs close that open only behind that, or not at all, with their numbers."""
    opened: Counter[str] = Counter()
    found = []
    for code in codes:
        kind, _, number = code.label.partition(" ")
        opened[number] += {"bpt": 1, "ept": -1}.get(kind, 0)
        if opened[number] < 0:
            found.append((code.at, number))
            opened[number] = 0
    return found


def _named(codes: Sequence[Code]) -> Iterator[tuple[Code, str]]:
    """Yield the codes of a file with what people call them, two that belong together once."""
    labels = Counter(code.label for code in codes)
    for code in codes:
        kind, _, number = code.label.partition(" ")
        pair = labels[f"bpt {number}"] and labels[f"ept {number}"]
        if not (pair and kind == "ept"):
            yield code, f"{'pair' if pair else _NAMES.get(kind, kind)} {number}".strip()


def _beyond(ours: Sequence[_Code], theirs: Sequence[_Code]) -> list[_Code]:
    """Return the codes that one side has more often than the other; of names, its own alone."""
    there = Counter(code.label for code in theirs)
    found = []
    for code in ours:
        if there[code.label]:
            there[code.label] -= not (isinstance(code, TextCode) and code.is_named)
        else:
            found.append(code)
    return found


def _without_partners(codes: Sequence[TextCode]) -> Iterator[TextCode]:
    """Yield codes without the closing tags of opening ones among them: one pair, one finding."""
    opened = Counter(code.label for code in codes if code.kind == "tag")
    for code in codes:
        opening = code.label.replace("</", "<", 1)
        if code.kind == "tag" and code.label.startswith("</") and opened[opening]:
            opened[opening] -= 1
        else:
            yield code


def _first_of_each(codes: Sequence[TextCode]) -> list[TextCode]:
    return list({code.label: code for code in reversed(codes)}.values())[::-1]


def _order(
    reading: Reading, ours: Sequence[TextCode], theirs: Sequence[TextCode]
) -> Iterator[Finding]:
    plain = [
        [_conversion(code) for code in side if code.kind == "plain"] for side in (ours, theirs)
    ]
    wrong = None
    if plain[0] != plain[1]:
        there = [code for code in theirs if code.kind == "plain"]
        wrong = next(code for code, one, two in zip(there, *plain, strict=True) if one != two)
    elif _nested(ours):
        wrong = _unnested(theirs)
    if wrong:
        yield reading.at(
            ID,
            SEVERITY,
            f"code out of order: {reading.pair.target[wrong.start : wrong.end]}",
            "keep the order of the source",
            target=(wrong.start, wrong.end),
        )


def _conversion(code: TextCode) -> str:
    found = _CONVERSION.search(code.label)
    return found.group() if found else code.label


def _nested(codes: Sequence[TextCode]) -> bool:
    return _unnested(codes) is None


def _unnested(codes: Sequence[TextCode]) -> TextCode | None:
    """Return the first closing tag that closes nothing open."""
    open_: list[str] = []
    closes = {code.label for code in codes if code.label.startswith("</")}
    for code in codes:
        if code.kind != "tag":
            continue
        if not code.label.startswith("</"):
            if f"</{code.label[1:]}" in closes:
                open_.append(code.label[1:])
        elif not open_ or open_.pop() != code.label[2:]:
            return code
    return None
