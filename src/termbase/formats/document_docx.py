"""DOCX into its text: a paragraph after the other, tables, text boxes and notes included.

The one fact to remember: what was deleted or moved away under tracked changes is not there.
"""

from __future__ import annotations

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


def read_text(path: str) -> str:
    """Return the text of a document, its paragraphs parted by blank lines.

    Raises:
        FormatError: If it is missing, damaged, too large or without text.
    """
    roots = parts(path, read_bytes(path), _PARTS)
    found = [office_paragraphs(root, {f"{_W}p"}, _SKIPPED, _SIGNS, {f"{_W}t"}) for root in roots]
    return joined(path, [one for listed in found for one in listed])
