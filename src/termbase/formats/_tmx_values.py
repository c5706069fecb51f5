"""What no DTD of TMX can say: pairs of codes, dates, languages.

Source: TMX 1.4b specification (LISA OSCAR, 2005): attributes i, creationdate, xml:lang; BCP 47.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.formats._xml import Element, attributes, local

_DATES = ("creationdate", "changedate", "lastusagedate")
_tag = re.compile(r"[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8})*").fullmatch
_date = re.compile(r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T\d{6}Z").fullmatch
_LANGUAGES = ("xml:lang", "lang", "srclang", "adminlang")
_ANY = "*all*"

Fault = tuple[Element, str]


class Values:
    """Judges the values of one file; knows the languages that it has had."""

    def __init__(self) -> None:
        self._languages = {_ANY, ""}

    def faults(self, element: Element) -> Iterator[Fault]:
        """Yield what is wrong with the values in a header or a unit."""
        for one in element.iter("{*}*"):
            given = dict(attributes(one))
            for key in _DATES:
                if key in given and not _date(given[key]):
                    yield one, f"{key} is «{given[key]}», no date such as 20260131T120000Z"
            for key in _LANGUAGES:
                yield from self._language(one, given.get(key, ""))
            if local(one) == "seg":
                yield from _unpaired(one)

    def _language(self, element: Element, language: str) -> Iterator[Fault]:
        if language in self._languages:
            return
        self._languages.add(language)
        if not _tag(language):
            yield element, f"«{language}» is no language; use a code such as fr, en or ru"


def _unpaired(seg: Element) -> Iterator[Fault]:
    """Yield each code that opens or closes without its other half in the text."""
    opened: dict[str, Element] = {}
    for one in seg.iter("{*}bpt", "{*}ept"):
        number = one.get("i", "")
        if local(one) == "bpt":
            if number in opened:
                yield one, f"<bpt> i «{number}» opens again before it closes"
            opened[number] = one
        elif opened.pop(number, None) is None:
            yield one, f"<ept> i «{number}» has no <bpt> before it"
    for number, one in opened.items():
        yield one, f"<bpt> i «{number}» has no <ept> behind it"
