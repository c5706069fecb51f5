"""Texts as XML writes them: what must be escaped, and what XML cannot say at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file can hold, not even escaped."""
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\r": "&#13;",
        "\n": "&#10;",
        "\t": "&#9;",
    }
)
_SPECIAL = re.compile(r"[&<>\r]")


def sayable(text: str) -> str:
    r"""Return a text without the characters that XML forbids.

    >>> sayable("a\x01b")
    'ab'
    """
    return NO_XML.sub("", text)


def escape(text: str) -> str:
    """Return a text as it stands between tags."""
    return text.translate(_TEXT) if _SPECIAL.search(text) else text


def tag_attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """Return attributes as they stand in a tag, a space before each.

    >>> tag_attributes([("type", 'a "b"')])
    ' type="a &quot;b&quot;"'
    """
    return "".join(f' {name}="{value.translate(_VALUE)}"' for name, value in pairs)
