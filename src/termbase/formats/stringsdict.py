"""Apple's plural rules (``.stringsdict``) into units, one for each form of a text.

The one fact to remember: a text takes its plural forms in as ``%#@files@``; they are read within
it, as those of a String Catalog are.

Source: Apple, «Localizing strings that contain plurals» (stringsdict file format).
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from termbase.errors import FormatError
from termbase.formats._catalog_forms import Form, forms_of
from termbase.formats._files import read_bytes
from termbase.formats._json import refuse_no_text
from termbase.model.repair import Report
from termbase.model.unit import MemoryHeader, Property, TranslationUnit, Variant

_FORMAT = "NSStringLocalizedFormatKey"
_DEVICES, _WIDTHS = "NSStringDeviceSpecificRuleType", "NSStringVariableWidthRuleType"


def read_memory(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,  # noqa: ARG001 — the signature that all readers share
    report: Report | None = None,  # noqa: ARG001
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Read a file of plural rules.

    Args:
        source: Language of the texts, which the file does not name.

    Returns:
        A header and the units, each with its key as id.

    Raises:
        FormatError: If it is no property list, or nobody names its language.
    """
    try:
        whole = plistlib.loads(read_bytes(path))
    except ExpatError as error:
        problem = f"is no property list: {str(error).partition(':')[0]}"
        raise FormatError(path, problem, line=error.lineno, column=error.offset + 1) from error
    except Exception as error:  # plistlib raises what its parts do, and it cannot be read
        problem = f"is no property list: {error or type(error).__name__}"
        raise FormatError(path, problem) from error
    if not isinstance(whole, dict):
        raise FormatError(path, "has no keys", remedy="name a file with a dictionary of texts")
    if not source:
        raise FormatError(path, "the file does not name its language", remedy="name it: -s fr")
    found = [(key, form) for key, told in whole.items() for form in forms_of(_as_catalog(told))]
    for _, form in found:
        refuse_no_text(path, form.text, None)
    return MemoryHeader(source), (_unit(key, form, source) for key, form in found)


def _unit(key: str, form: Form, language: str) -> TranslationUnit:
    return TranslationUnit(
        (Variant(language, (form.text,)),),
        f"{key}|{form.place}" if form.place else key,
        properties=(Property("x-quantity", form.quantity),) if form.quantity else (),
    )


def _as_catalog(told: Any) -> dict[str, Any]:
    """Return what is told of a text as a String Catalog says it.

    >>> _as_catalog({"NSStringLocalizedFormatKey": "Saved"})["stringUnit"]
    {'value': 'Saved'}
    """
    if not isinstance(told, dict):
        return {}
    kinds = {"device": told.get(_DEVICES), "width": told.get(_WIDTHS)}
    parts = {name: one for name, one in told.items() if name not in (_DEVICES, _WIDTHS)}
    return {
        "stringUnit": {"value": told.get(_FORMAT)},
        "variations": {kind: _texts(cases) for kind, cases in kinds.items()},
        "substitutions": {
            name: {"variations": {"plural": _texts(forms)}} for name, forms in parts.items()
        },
    }


def _texts(cases: Any) -> dict[str, Any]:
    """Return the texts among the values of a dictionary, whose other keys begin with ``NS``."""
    told = cases.items() if isinstance(cases, dict) else ()
    return {
        case: one if isinstance(one, dict) else {"stringUnit": {"value": one}}
        for case, one in told
        if not case.startswith("NS")
    }
