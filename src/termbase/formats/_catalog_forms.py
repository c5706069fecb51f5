"""One language of a text in a String Catalog → its forms, whole sentences all of them.

``{"stringUnit": {"value": "Saved"}}`` is one form; ``variations`` are forms for quantities, devices
and widths; ``substitutions`` are plural forms that stand in the text as ``%#@files@``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

_PLURAL = "plural"
_OTHER = "other"
_NUMBER = "number"
_SUBSTITUTION = re.compile(r"%(?:\d+\$)?#@(\w+)@")
_ARGUMENT = "%arg"


class Form(NamedTuple):
    """A text of one language.

    Attributes:
        text: The whole sentence.
        place: What it is for, such as ``device.mac``; empty for everything.
        quantity: Which plural form it is; empty if it is none.
        number: Which text of the catalog it is; -1 for none.
    """

    text: str
    place: str = ""
    quantity: str = ""
    number: int = -1


def forms_of(said: Any) -> Iterator[Form]:
    """Yield the forms of one language.

    >>> list(forms_of({"stringUnit": {"state": "translated", "value": "Saved"}}))
    [Form(text='Saved', place='', quantity='', number=-1)]
    """
    if not isinstance(said, dict):
        return
    parts = _parts(said.get("substitutions"))
    for form in _read(said, "", ""):
        yield from _with_parts(form, parts)


def nearest(form: Form, others: Sequence[Form]) -> Form | None:
    """Return which form of another language says the same, or nearly."""

    def distance(other: Form) -> tuple[bool, bool, bool, bool]:
        return (
            other.place != form.place,
            not other.place.endswith(_OTHER) and bool(other.place),
            other.quantity != form.quantity,
            other.quantity not in ("", _OTHER),
        )

    return min(others, key=distance, default=None)


def _read(said: Mapping[str, Any], place: str, quantity: str) -> Iterator[Form]:
    """Yield the forms in an object, which may hold others for each quantity or device."""
    unit = said.get("stringUnit")
    if isinstance(unit, dict) and isinstance(unit.get("value"), str) and unit["value"]:
        yield Form(unit["value"], place, quantity, unit.get(_NUMBER, -1))
    variations = said.get("variations")
    for kind, cases in variations.items() if isinstance(variations, dict) else ():
        for case, one in cases.items() if isinstance(cases, dict) else ():
            if isinstance(one, dict):
                inner = (place, case) if kind == _PLURAL else (f"{kind}.{case}", quantity)
                yield from _read(one, *inner)


def _parts(said: Any) -> dict[str, list[Form]]:
    """Return the plural forms that texts take in, by their names, as the texts would show them."""
    found: dict[str, list[Form]] = {}
    for name, told in said.items() if isinstance(said, dict) else ():
        if isinstance(told, dict):
            code = f"%{told.get('formatSpecifier', 'd')}"
            if len(said) > 1 and isinstance(told.get("argNum"), (int, float)):
                code = f"%{told['argNum']:.0f}${code[1:]}"
            found[name] = [
                one._replace(text=one.text.replace(_ARGUMENT, code)) for one in _read(told, "", "")
            ]
    return found


def _with_parts(form: Form, parts: Mapping[str, Sequence[Form]]) -> Iterator[Form]:
    """Yield a text with what it takes in, once for each form of each part."""
    named = [name for name in _SUBSTITUTION.findall(form.text) if parts.get(name)]
    for name in dict.fromkeys(named):
        for part in parts[name]:

            def shown(found: re.Match[str], now: str = name, part: Form = part) -> str:
                taken = part if found[1] == now else _most(parts.get(found[1], ()))
                return taken.text if taken else found[0]

            places = [form.place, name if len(named) > 1 else ""]
            yield Form(
                _SUBSTITUTION.sub(shown, form.text),
                ".".join(filter(None, places)),
                part.quantity,
                part.number,
            )
    if not named:
        yield form


def _most(forms: Sequence[Form]) -> Form | None:
    return next((one for one in forms if one.quantity == _OTHER), forms[0] if forms else None)
