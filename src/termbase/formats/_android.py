"""Android's resources as translate-toolkit reads them → all their texts, those of arrays too.

The one fact to remember: that library passes ``<string-array>`` over, and gives the plural forms
that it thinks a language has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_REFERENCE = re.compile(r"\s*[@?][\w.:+*]+(?:/[\w.]+)?\s*")
"""Another resource that stands for a text: ``@string/app``, ``?attr/title``."""


def with_arrays(store: Any) -> Iterator[Any]:
    """Yield the units of a file in its order; the texts of arrays are ``NAME[0]``, ``NAME[1]`` …

    Args:
        store: An ``AndroidResourceFile``.
    """
    known = {unit.xmlelement: unit for unit in store.units}
    for element in store.document.getroot().iterchildren():
        if element in known:
            yield known[element]
        elif element.tag == "string-array" and element.get("translatable") != "false":
            yield from _items(element, store.UnitClass)


def _items(array: Any, kind: Any) -> Iterator[Any]:
    for at, item in enumerate(array.iterchildren("item")):
        if not _REFERENCE.fullmatch(item.text or ""):
            item.set("name", f"{array.get('name')}[{at}]")  # where the library finds its key
            yield kind(None, xmlelement=item)


def quantities(unit: Any) -> Iterator[tuple[Any, str, str]]:
    """Yield the plural forms of a message as it has them: element, quantity, text.

    translate-toolkit gives those that it thinks the language has: not ``other`` in Russian.
    """
    for item in unit.xmlelement.iterchildren("item"):
        yield item, item.get("quantity", ""), unit.get_xml_text_value(item)
