"""A plural form of a message is read beside the source that it has the codes of.

In gettext «One file» and «%d files» are one message, and its form 0 serves 21 files too where the
language has it so: «%d файл» has the code of the source's plural, and is no worse for it. A form
that is for one number alone may leave it out: «%d day» is «ein Tag», or «morgen»; not in Python,
which takes no fewer places without a name than it has values. What a form is for the file says, or
else the language.

Source: the Plural-Forms of gettext's manual; in Russian, French and their likes form 0 serves more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from termbase.checking.codes import text_codes
from termbase.checking.number_words import spelled_values
from termbase.errors import UnknownLanguageError
from termbase.model.bilingual import BilingualUnit
from termbase.model.language import primary
from termbase.model.unit import Content, TranslationUnit, plain_text
from termbase.text.lazy_pattern import lazy_pattern

_FIRST, _SECOND = "[0]", "[1]"
_FORM = lazy_pattern(r"\[\d+\]$")
_NUMBERED = "x-plural"
_COUNTED_FROM_NOUGHT = "ar"
"""The language whose first three forms are for nought, for one and for two."""
_STRICT = "python-format"
_ONE = "one"
_NUMBERS = {"zero": "0", "two": "2"}
"""What further forms are for: in i18next, Arabic and Hebrew, and nearly so elsewhere."""
_TAGS = "de en nl sv da nb nn no fi et es it pt ca gl el hu bg he eu cs sk pl ro"
_ONE_ALONE = frozenset(_TAGS.split())
"""Languages whose form 0 is for one and for nothing else."""
_COUNTS = lazy_pattern(
    r"%(?:\d\$|\(\w+\))?(?:hh?|ll?|[qjzt])?[diusn]|%L?[1n]"
    r"|[%$#]?\{(?:\d|n|\w*(?:num|count|total|amount|quantity)\w*)?\}"
    r"|\{\{\s?\w*count\w*(?:,\s?\w+)?\s?\}\}|\$(?:num|count|total|amount)\w*"
)


def with_plural_sources(
    units: Iterable[BilingualUnit], language: str
) -> Iterator[tuple[BilingualUnit, BilingualUnit]]:
    """Yield each unit with itself as it is to be checked.

    Args:
        units: Of a file, in order.
        language: Of their targets.
    """
    for unit, following in pairwise(chain(units, (None,))):
        assert unit is not None, "only the last one is followed by nothing"
        yield unit, _beside_plural(unit, following, language)


def plural_form(unit: BilingualUnit) -> str:
    """Return which plural form a unit is, such as ``[1]``; empty for one that is none."""
    found = _FORM.search(unit.id)
    return found.group() if found else ""


def with_plural_variants(
    units: Iterable[TranslationUnit], source: str
) -> Iterator[TranslationUnit]:
    """Yield each unit of a file that numbers its plural forms (MO, Qt) as it is to be checked.

    Args:
        units: Of a file, in order.
        source: Language of their sources.
    """
    for unit, following in pairwise(chain(units, (None,))):
        assert unit is not None, "only the last one is followed by nothing"
        form = next(iter(unit.values(_NUMBERED)), "")
        yield _as_form(unit, following, source, form) if form else unit


def _as_form(
    unit: TranslationUnit, following: TranslationUnit | None, source: str, form: str
) -> TranslationUnit:
    own = unit.variant(source)
    others = [one for one in unit.variants if one is not own]
    if own is None or len(others) != 1:
        return unit
    second = following if following and following.values(_NUMBERED) == ("1",) else None
    more = second.variant(source) if form == "0" and second and second.id == unit.id else None
    [other] = others
    plural = more.content if more else None
    number = _of_numbered(form, other.language)
    content = plural_source(own.content, plural, other.content, other.language, number)
    return replace(unit, variants=(replace(own, content=content), other))


def _of_numbered(form: str, language: str) -> str | None:
    """Return what a form is for, if it is for no other number: «ein Tag» is form 0 of German."""
    try:
        if primary(language) == _COUNTED_FROM_NOUGHT:
            return form if form in {"0", "1", "2"} else None
        return "1" if form == "0" and for_one_alone(language) else None
    except UnknownLanguageError:
        return None


def plural_source(
    own: Content, plural: Content | None, form: Content, language: str, number: str | None
) -> Content:
    """Return the source that a plural form is to be compared with.

    Args:
        own: What stands beside it.
        plural: The source's form for more, where the target's may serve more as well.
        form: Of the target.
        language: Of the target.
        number: What the form is for, if it is for no other and may leave that out.
    """
    ours, theirs = _codes(plain_text(own)), _codes(plain_text(form))
    if theirs == ours:
        return own
    if plural is not None and theirs == _codes(plain_text(plural)):
        return plural
    code = _left_out(ours, theirs)
    if not number or not code:
        return own
    told = plain_text(form)
    says = any(sign.isdigit() for sign in told) or spelled_values(told, primary(language))
    return _with(own, code, number if says else "")


def quantity_source(
    quantity: str, own: Content, other: Content, form: Content, language: str
) -> Content:
    """Return the source that a form for a quantity (``one``, ``few`` …) is to be compared with.

    Args:
        quantity: What the form is for.
        own: The source's form for it.
        other: The source's form for what has none of its own.
        form: Of the target.
        language: Of the target.
    """
    if quantity not in {_ONE, *_NUMBERS}:
        return other
    number = _NUMBERS.get(quantity) or ("1" if for_one_alone(language) else None)
    return plural_source(own, other, form, language, number)


def for_one_alone(language: str) -> bool:
    """Say whether the form for one is for nothing else in a language."""
    return primary(language) in _ONE_ALONE and language != "pt-BR"


def _beside_plural(
    unit: BilingualUnit, following: BilingualUnit | None, language: str
) -> BilingualUnit:
    if not plural_form(unit):
        return unit
    first = unit.id.endswith(_FIRST) and following and _is_second(following, unit)
    plural = following.source_content if first and following else None
    own, form = unit.source_content, unit.target_content
    number = _only_number(unit, language)
    lost = _left_out(_codes(plain_text(own)), _codes(plain_text(form))) if number else None
    if lost and "(" not in lost and lost[0] == "%" and _STRICT in unit.flags:
        number = None
    return replace(unit, source_content=plural_source(own, plural, form, language, number))


def _is_second(unit: BilingualUnit, first: BilingualUnit) -> bool:
    return unit.id == first.id.removesuffix(_FIRST) + _SECOND


def _only_number(unit: BilingualUnit, language: str) -> str | None:
    """Return the number that a plural form is for, if it is for no other."""
    if unit.numbers is not None:
        return str(min(unit.numbers)) if len(unit.numbers) == 1 else None
    return "1" if for_one_alone(language) and unit.id.endswith(_FIRST) else None


def _left_out(own: list[str], target: list[str]) -> str | None:
    """Return the code that counts, if it is all that the target lacks."""
    lost = list((Counter(own) - Counter(target)).elements())
    if len(lost) != 1 or len(own) != len(target) + 1 or not _COUNTS.fullmatch(lost[0]):
        return None
    counted = any(_COUNTS.fullmatch(one) and not one.endswith("s") for one in target)
    return None if counted and lost[0].endswith("s") else lost[0]  # «%d bytes of %s»


def _with(content: Content, code: str, number: str) -> Content:
    """Return a text with a number for the code that counts; without one, without its space, too."""
    gap = "" if number else "[ \u00a0\u202f]?"
    counted = re.compile(f"{gap}{re.escape(code)}$|{re.escape(code)}{gap}")
    return tuple(
        counted.sub(number, part, count=1) if isinstance(part, str) else part for part in content
    )


def _codes(text: str) -> list[str]:
    return sorted(text[one.start : one.end] for one in text_codes(text))
