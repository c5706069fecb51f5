"""DOCX into its text: a paragraph after the other, tables, text boxes and notes included.

The one fact to remember: what was deleted or moved away under tracked changes is not there, nor
what is hidden.
"""

from __future__ import annotations

from typing import Any

from termbase.formats._files import read_bytes
from termbase.formats._paragraphs import joined, office_paragraphs, parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_SKIPPED = {_FALLBACK, f"{_W}moveFrom", f"{_W}del", f"{_W}rt"}
_SIGNS = {
    f"{_W}tab": " ",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}


_HIDDEN = f"{_W}rPr/{_W}vanish"
_NO = ("0", "false", "off")


def read_text(path: str) -> str:
    """Return the text of a document, its paragraphs parted by blank lines.

    Raises:
        FormatError: If it is missing, damaged, too large or without text.
    """
    roots = [_shown(root) for root in parts(path, read_bytes(path), _PARTS)]
    found = [office_paragraphs(root, {f"{_W}p"}, _SKIPPED, _SIGNS, {f"{_W}t"}) for root in roots]
    return joined(path, [one for listed in found for one in listed])


def _shown(root: Any) -> Any:
    """Take the hidden stretches out of a part, and return it."""
    for stretch in list(root.iter(f"{_W}r")):
        hidden = stretch.find(_HIDDEN)
        if hidden is not None and hidden.get(f"{_W}val") not in _NO:
            stretch.getparent().remove(stretch)
    return root
