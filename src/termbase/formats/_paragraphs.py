"""Paragraphs of a document → one text with a blank line between them; what its readers share.

A packed document is unpacked within limits, and its XML is read without entities and network.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from io import BytesIO
from operator import itemgetter
from typing import IO, Any

from lxml import etree

from termbase.errors import FormatError
from termbase.formats._xml_refusals import said

_NO_DOCUMENT = "it is no document to translate"
_LARGEST = 32 << 20
"""So much XML may be in a part of a document."""
_PLAIN, _DENSEST = 4 << 20, 100
"""What is larger than the first is no text where it was packed to less than a hundredth."""
_CHUNK = 1 << 16


def joined(path: str, paragraphs: Iterable[str]) -> str:
    """Return paragraphs as a text.

    Raises:
        FormatError: If none of them holds anything.
    """
    kept = [one.strip() for one in paragraphs]
    text = "\n\n".join("\n".join(filter(None, one.split("\n"))) for one in kept if one)
    if not text:
        raise FormatError(path, "the document has no text", remedy="name a file that has text")
    return f"{text}\n"


def parts(path: str, data: bytes, names: Collection[str]) -> list[Any]:
    """Return the root elements of those parts of a packed document that are there.

    Raises:
        FormatError: If it is no such document, is damaged, or unpacks to too much.
    """
    roots = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            for name in names:
                if name not in packed.namelist():
                    continue
                _refuse_bomb(path, packed.getinfo(name))
                with packed.open(name) as part:
                    roots.append(_parsed(part))
                if roots[-1].getroottree().docinfo.internalDTD is not None:
                    raise FormatError(path, f"«{name}» declares entities", remedy=_NO_DOCUMENT)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,
        ValueError,  # a directory that points before the beginning
        etree.XMLSyntaxError,
    ) as error:
        reason = said(str(error)) or type(error).__name__
        raise FormatError(path, f"the document is damaged: {reason}") from error
    if not roots:
        raise FormatError(path, f"is no document: it has no {next(iter(names))}")
    return roots


def _refuse_bomb(path: str, part: zipfile.ZipInfo) -> None:
    """Refuse what unpacks to more than a text can be."""
    size, packed = part.file_size, part.compress_size
    if size > _LARGEST or (size > _PLAIN and size > _DENSEST * packed):
        most = min(_LARGEST, max(_PLAIN, _DENSEST * packed)) >> 20
        problem = f"«{part.filename}» unpacks to more than {most} MB"
        raise FormatError(path, problem, remedy=_NO_DOCUMENT)


def _parsed(part: IO[bytes]) -> Any:
    """Return the root element of a part, read bit by bit: what is wrong is found before its end."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    while some := part.read(_CHUNK):
        parser.feed(some)
    return parser.close()


def office_paragraphs(
    root: Any,
    blocks: Collection[str],
    skipped: Collection[str],
    signs: Mapping[str, str],
    texts: Collection[str] | None,
    last: Callable[[Any], int] | None = None,
) -> list[str]:
    """Return the paragraphs below an element, in the order in which they begin.

    A paragraph within another, such as one in a text box, stands apart and does not cut the other.

    Args:
        blocks: Names of the elements that are paragraphs.
        skipped: Of those whose content is nothing to translate.
        signs: What stands for an element in the text.
        texts: Of those whose own text counts; None for all.
        last: Ranks the elements whose paragraphs stand behind all others, such as notes, from 1;
            0 for what stays in its place.
    """
    found: list[list[str]] = [[]]
    waiting: list[tuple[int, Any]] = []

    def walk(element: Any, own: list[str]) -> None:
        name = element.tag if isinstance(element.tag, str) else ""
        if not name or name in skipped:
            return
        if last and (rank := last(element)):
            waiting.append((rank, element))
            return
        if name in blocks:
            own = []
            found.append(own)
        own.append(signs.get(name, ""))
        if element.text and (texts is None or name in texts):
            own.append(element.text)
        for child in element:
            walk(child, own)
            if child.tail and texts is None:
                own.append(child.tail)

    walk(root, found[0])
    for element in _by_rank(waiting):
        for child in element:
            walk(child, [])
    return ["".join(one) for one in found[1:]]


def _by_rank(waiting: list[tuple[int, Any]]) -> Iterator[Any]:
    """Yield the elements that wait by their ranks, then those that came meanwhile: a note's own."""
    while waiting:
        ranked = sorted(waiting, key=itemgetter(0))
        waiting.clear()
        for _, element in ranked:
            yield element
