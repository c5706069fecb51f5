"""Terms and concepts as TBX data categories, and back: the one mapping, whatever the dialect.

The one fact to remember: an attribute of ours takes the first value of its category; what stood
beside it (a source, markup, another spelling) stays in an extra called ``group``, all other
categories stay as extras, and writing puts both back where they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from termbase.formats._status_words import status_of
from termbase.model.concept import (
    BANNED,
    AdministrativeStatus,
    DataCategory,
    ProcessStatus,
    Scope,
    Term,
)

OURS = "termbase"
"""Element of a category that only we know; every dialect says it in a note."""

TERM_FIELDS = {
    "part_of_speech": ("termNote", "partOfSpeech"),
    "gender": ("termNote", "grammaticalGender"),
    "number": ("termNote", "grammaticalNumber"),
    "type": ("termNote", "termType"),
    "region": ("termNote", "geographicalUsage"),
    "status": ("termNote", "administrativeStatus"),
    "process": ("termNote", "processStatus"),
    "customer": ("admin", "customerSubset"),
    "project": ("admin", "projectSubset"),
    "source": ("admin", "source"),
    "context": ("descrip", "context"),
    "reliability": ("descrip", "reliabilityCode"),
    "note": ("note", ""),
}
_FIELD_OF = {category: name for name, category in TERM_FIELDS.items()}
_COARSE = {("part_of_speech", "properNoun"): "noun"}

_PROCESS_CODES = {
    ProcessStatus.CANDIDATE: "unprocessed",
    ProcessStatus.PROVISIONAL: "provisionallyProcessed",
    ProcessStatus.FINALIZED: "finalized",
}
_PROCESSES = {code: status for status, code in _PROCESS_CODES.items()}
_STATUS_WORD = re.compile(r"(.*?)(?:Term)?(?:-admn-sts)?", re.IGNORECASE | re.DOTALL)
_PRESCRIBED = {"standardized", "legal", "regulated"}
"""Terms that a standard or a law has, preferred or not: all of them may be used."""
AUTHORIZATION = ("termNote", "normativeAuthorization")
"""Where older editions say how a term may be used; it stays, beside the status that it tells."""


def term_fields(term: Term) -> list[DataCategory]:
    """Return what the attributes of a term say beside its text."""
    groups = {one.type: one for one in term.extras if one.element == "group"}
    found: list[DataCategory] = []
    for name, (element, kind) in TERM_FIELDS.items():
        value = getattr(term, name)
        if not value:
            continue
        one = DataCategory(element, kind, _code(name, value))
        found.append(joined(one, groups.get(kind or element)))
    if term.forbidden:
        found.append(DataCategory(OURS, "forbidden", term.forbidden.value))
    if term.match != "inflected":
        found.append(DataCategory(OURS, "match", term.match))
    if term.case != "auto":
        found.append(DataCategory(OURS, "case", term.case))
    return found


def own_category(one: DataCategory) -> DataCategory:
    """Return a category under our own name, where an attribute of a term says the same."""
    name = _FIELD_OF.get((one.element, one.type))
    if name in {None, "note"} or one != DataCategory(one.element, one.type, one.value):
        return one
    value = _value(str(name), one.value)
    if name == "status" and value:
        return DataCategory(OURS, name, one.value)  # the word of another tool
    if not value or _code(str(name), value) != one.value:
        return one
    return DataCategory(OURS, str(name), value.value if name == "process" else value)


def coarse_word(name: str, value: Any) -> str:
    """Return what a dialect says beside our note where it does not know the very word, or nothing.

    >>> coarse_word("part_of_speech", "properNoun"), coarse_word("status", "Preferred")
    ('noun', 'preferredTerm-admn-sts')
    """
    if name == "status":
        status = value if isinstance(value, AdministrativeStatus) else _value(name, value)
        return str(status.value) if status else ""
    return _COARSE.get((name, str(value)), "")


def term_of(
    text: DataCategory, language: str, categories: Iterable[DataCategory], id: str = ""
) -> Term:
    """Return the term of its text and what is said of it; the inverse of `term_fields`,
    `text_category` and its extras.
    """
    given: dict[str, Any] = {}
    beside = [group("term", replace(text, value=""))] if stands_apart(text) else []
    extras: list[DataCategory] = []
    ours: set[str] = set()
    # What a note of ours says of an attribute goes before what a data category says.
    for one in sorted(categories, key=lambda one: one.element != OURS):
        if one.element == OURS and (own := _own_value(one.type, one.value)):
            given[one.type] = own
            ours.add(one.type)
            if one.type == "status":
                beside.append(DataCategory("group", TERM_FIELDS["status"][1], one.value))
            continue
        name = _FIELD_OF.get((one.element, one.type))
        value = _value(name, one.value) if name else None
        if name and name in ours and one.value == coarse_word(name, given[name]):
            continue
        if name is None or not value or name in given:
            extras.append(one)
            continue
        given[name] = value
        written = "" if _code(name, value) == one.value else one.value
        if written or stands_apart(one):
            beside.append(group(one.type or one.element, replace(one, value=written)))
    for one in extras:
        if (one.element, one.type) == AUTHORIZATION and (status := _status(one.value)):
            given.setdefault("status", status)
    if given.get("forbidden") and given.get("status") not in BANNED:
        extras.append(DataCategory(OURS, "forbidden", given.pop("forbidden").value))
    return Term(text.value, language, **given, extras=(*beside, *extras), id=id)


def text_category(term: Term) -> DataCategory:
    """Return the text of a term, with its markup where it has any."""
    groups = {one.type: one for one in term.extras if one.element == "group"}
    return joined(DataCategory("term", "", term.text), groups.get("term"))


def _code(name: str, value: Any) -> str:
    """Return the value of an attribute as TBX writes it."""
    if name == "status":
        return str(value.value)
    if name == "process":
        return _PROCESS_CODES[value]
    return str(value)


def _value(name: str, code: str) -> Any:
    """Return the value of an attribute from what TBX writes; None where it says nothing we know."""
    if name == "status":
        return _status(code)
    if name == "process":
        return _PROCESSES.get(code)
    return code


def _status(code: str) -> AdministrativeStatus | None:
    """Return the status that a code of any edition or a word of another tool says."""
    said = _STATUS_WORD.fullmatch(code.strip())
    word = said[1] if said else ""
    return AdministrativeStatus.ADMITTED if word.lower() in _PRESCRIBED else status_of(word)


def _own_value(name: str, text: str) -> Any:
    """Return the value of an attribute as our notes write it; None where they do not."""
    if name in {"process", "forbidden"}:
        kind = ProcessStatus if name == "process" else Scope
        return next((one for one in kind if one.value == text), None)
    if name == "status":
        return _value(name, text)
    return text if name in {*TERM_FIELDS, "match", "case"} else None


def stands_apart(one: DataCategory) -> bool:
    return bool(one.target or one.attributes or one.companions or one.markup)


def group(type: str, one: DataCategory) -> DataCategory:
    return replace(one, element="group", type=type)


def joined(one: DataCategory, group: DataCategory | None) -> DataCategory:
    """Put what stood beside a value back to it."""
    if group is None:
        return one
    return replace(group, element=one.element, type=one.type, value=group.value or one.value)
