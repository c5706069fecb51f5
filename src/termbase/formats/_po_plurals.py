"""The header of a PO catalogue → the numbers that each plural form is for.

The one fact to remember: ``Plural-Forms`` is an expression of C, which the standard library reads
without running what it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from gettext import c2py

_PLURAL = re.compile(r"^Plural-Forms:[^\n]*\bplural\s*=\s*([^;\n]+)", re.MULTILINE)
_TRIED = (*range(1001), 1_000_000)
"""What may be counted: languages go by the last three figures, and some by whole millions."""


def numbers_of_forms(header: str) -> Mapping[str, frozenset[int]]:
    r"""Return which of the numbers tried each plural form is for, by its index in brackets.

    Args:
        header: The text of a catalogue's header; one without an expression, or with one that
            cannot be reckoned, gives nothing.

    >>> sorted(numbers_of_forms("Plural-Forms: nplurals=2; plural=n > 1;\n")["[0]"])
    [0, 1]
    """
    said = _PLURAL.search(header)
    if not said:
        return {}
    found: dict[str, set[int]] = {}
    try:
        form_of = c2py(said[1])
        for number in _TRIED:
            found.setdefault(f"[{form_of(number)}]", set()).add(number)
    except (ValueError, ArithmeticError):
        return {}
    return {form: frozenset(numbers) for form, numbers in found.items()}
