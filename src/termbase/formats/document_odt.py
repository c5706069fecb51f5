"""ODT into its text: headings and paragraphs, tables, text boxes and notes included.

The one fact to remember: remarks of people, what was deleted under tracked changes and what is
hidden stay out.
Footnotes and endnotes stand behind the text, as a DOCX has them: a translation may be the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from termbase.formats._files import read_bytes
from termbase.formats._paragraphs import joined, office_paragraphs, parts

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_BLOCKS = {f"{_TEXT}p", f"{_TEXT}h"}
_SKIPPED = {
    f"{_OFFICE}annotation",
    f"{_TEXT}tracked-changes",
    f"{_TEXT}note-citation",
    f"{_TEXT}ruby-text",
}
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DISPLAY, _NAME = f"{_TEXT}display", f"{_TEXT}style-name"
_SIGNS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}


def read_text(path: str) -> str:
    """Return the text of a document, its paragraphs parted by blank lines.

    Raises:
        FormatError: If it is missing, damaged, too large or without text.
    """
    [root] = parts(path, read_bytes(path), ("content.xml",))
    for element in _hidden(root):
        element.clear(keep_tail=True)
    return joined(path, [one for body in _bodies(root) for one in _paragraphs(body)])


def _hidden(root: Any) -> list[Any]:
    """Return what is hidden: by a style of its own, as a section, or by a field that says so."""
    styles = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for said in style.iter(f"{_STYLE}text-properties")
        if said.get(_DISPLAY) == "none"
    }
    return [
        element
        for body in _bodies(root)
        for element in body.iter("*")
        if element.get(_NAME) in styles
        or (element.tag == f"{_TEXT}section" and element.get(_DISPLAY) == "none")
        or (element.tag == f"{_TEXT}hidden-text" and element.get(f"{_TEXT}is-hidden") == "true")
    ]


def _bodies(root: Any) -> Iterator[Any]:
    found: Iterator[Any] = root.iter(f"{_OFFICE}body")
    return found


def _paragraphs(body: Any) -> list[str]:
    return office_paragraphs(body, _BLOCKS, _SKIPPED, _SIGNS, None, _rank)


def _rank(element: Any) -> int:
    """Return 1 for a footnote and 2 for an endnote, else 0."""
    if element.tag != f"{_TEXT}note":
        return 0
    return 2 if element.get(f"{_TEXT}note-class") == "endnote" else 1
