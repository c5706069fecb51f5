"""Readers and writers at the edge: the table of formats, each module imported only when used.

The one fact to remember: this module knows names, not formats; importing it costs nothing.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from termbase.errors import InputError, UnknownFormatError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class Format(NamedTuple):
    """A kind of file.

    Attributes:
        name: Such as ``tmx``.
        extensions: Endings with their dot, lower case; ``.gz`` may follow any of them.
        module: What reads and writes it.
        holds: ``units``, ``concepts`` or ``text``.
        reads, writes: Whether the module does.
        patches: Whether it puts translations into a file that stays as it is elsewhere.
        choosy: Whether its writer takes ``wishes``.
        bilingual: Whether it has room for one source and one target.
        keyed: Whether its texts are of one language, each with a key that translations share.
        multilingual: Whether a text that one of its languages lacks is missing there.
        tabular: Whether its reader takes ``columns`` and ``whole``.
        delimiter: What parts the cells of a table that is text.
    """

    name: str
    extensions: tuple[str, ...]
    module: str
    holds: str
    reads: bool = True
    writes: bool = True
    patches: bool = False
    choosy: bool = False
    bilingual: bool = False
    keyed: bool = False
    multilingual: bool = False
    tabular: bool = False
    delimiter: str = ""

    def load(self) -> ModuleType:
        """Import the module that reads and writes it."""
        return importlib.import_module(self.module)


_HERE = "termbase.formats"
FORMATS = (
    Format("tmx", (".tmx",), f"{_HERE}.tmx", "units", choosy=True),
    Format("tbx", (".tbx",), f"{_HERE}.tbx", "concepts", choosy=True),
    Format(
        "csv", (".csv",), f"{_HERE}.delimited", "concepts", choosy=True, tabular=True, delimiter=","
    ),
    Format(
        "tsv",
        (".tsv", ".tab", ".utf8"),
        f"{_HERE}.delimited",
        "concepts",
        choosy=True,
        tabular=True,
        delimiter="\t",
    ),
    Format(
        "po", (".po", ".pot"), f"{_HERE}.po", "units", patches=True, choosy=True, bilingual=True
    ),
    Format(
        "xliff",
        (".xlf", ".xliff"),
        f"{_HERE}.xliff",
        "units",
        patches=True,
        choosy=True,
        bilingual=True,
    ),
    Format(
        "sdlxliff",
        (".sdlxliff", ".mqxliff", ".mxliff"),
        f"{_HERE}.xliff_of_tools",
        "units",
        writes=False,
        patches=True,
        bilingual=True,
    ),
    Format("xlsx", (".xlsx", ".xlsm"), f"{_HERE}.xlsx", "concepts", tabular=True),
    Format("text", (".txt", ".text"), f"{_HERE}.text", "text", writes=False),
    Format(
        "glossary",
        (".txt",),
        f"{_HERE}.delimited",
        "concepts",
        choosy=True,
        tabular=True,
        delimiter="\t",
    ),
    Format("wordfast", (".txt",), f"{_HERE}.wordfast", "units", writes=False),
    Format("docx", (".docx",), f"{_HERE}.document_docx", "text", writes=False),
    Format("odt", (".odt",), f"{_HERE}.document_odt", "text", writes=False),
    Format("html", (".html", ".htm", ".xhtml"), f"{_HERE}.document_html", "text", writes=False),
    Format("markdown", (".md", ".markdown"), f"{_HERE}.document_markdown", "text", writes=False),
    Format(
        "subtitles", (".srt", ".vtt", ".sbv"), f"{_HERE}.document_subtitles", "text", writes=False
    ),
    Format("page", (".html",), f"{_HERE}.glossary_page", "concepts", reads=False),
    Format("table", (".md", ".markdown"), f"{_HERE}.markdown_table", "concepts", reads=False),
    *(
        Format(
            name,
            endings,
            f"{_HERE}.toolkit",
            "units",
            writes=False,
            bilingual=name in ("qt", "catkeys"),
            keyed=name in ("android", "properties", "resx", "strings", "dtd"),
        )
        for name, endings in (
            ("qt", (".ts", ".qph", ".qm")),
            ("android", ("strings.xml", "arrays.xml", "plurals.xml")),
            ("properties", (".properties",)),
            ("resx", (".resx",)),
            ("strings", (".strings",)),
            ("dtd", (".dtd",)),
            ("mo", (".mo", ".gmo")),
            ("catkeys", (".catkeys",)),
            ("utx", (".utx",)),
            ("wxl", (".wxl",)),
        )
    ),
    Format(
        "stringsdict",
        (".stringsdict",),
        f"{_HERE}.stringsdict",
        "units",
        writes=False,
        keyed=True,
    ),
    Format("json", (".json", ".arb"), f"{_HERE}.json_texts", "units", writes=False, keyed=True),
    Format(
        "xcstrings",
        (".xcstrings",),
        f"{_HERE}.string_catalog",
        "units",
        writes=False,
        multilingual=True,
    ),
    Format("multiterm", (".xml",), f"{_HERE}.multiterm", "concepts", writes=False),
)
"""Every format that comes with termbase; the first that fits a file's ending is taken."""

_SUBTITLES = (".ass", ".ssa")

_USUAL = {".tmx", ".tbx", ".csv", ".tsv", ".xlsx", ".po", ".xliff"}


def known_formats() -> tuple[Format, ...]:
    """Return the formats of termbase and those of others, entry-point group `termbase.formats`.

    Raises:
        InputError: If one of another package cannot be loaded.
    """
    from importlib.metadata import entry_points

    return FORMATS + tuple(map(_loaded, entry_points(group="termbase.formats")))


def _loaded(point: EntryPoint) -> Format:
    try:
        found = point.load()
    except Exception as error:  # whatever the code of others raises when it is imported
        problem = f"{type(error).__name__}: {error}"
    else:
        if isinstance(found, Format):
            return found
        problem = f"{point.value} is no termbase.formats.Format"
    package = point.dist.name if point.dist else "another package"
    raise InputError(
        f"the format «{point.name}» of the package {package} cannot be loaded ({problem}); "
        "upgrade that package, or remove it"
    )


def format_of(path: str, wanted: str | None = None) -> Format:
    """Return the format of a file by its ending.

    Args:
        path: Need not exist; ``.gz`` at its end is looked through.
        wanted: ``units``, ``concepts`` or ``text`` where only that will do.

    Raises:
        UnknownFormatError: If no format has this ending; names the usual ones.

    >>> format_of("tm/eu.TMX.gz").name, format_of("terms.txt", "concepts").name
    ('tmx', 'glossary')
    """
    name = path.lower().removesuffix(".gz")
    found = _first(FORMATS, name, wanted) or _first(known_formats(), name, wanted)
    if found:
        return found
    fitting = (one for one in FORMATS if wanted in (None, one.holds))
    usual = " ".join(end for one in fitting for end in one.extensions if end in _USUAL) or ".txt"
    what = f" that holds {wanted}" if wanted else ""
    raise UnknownFormatError(
        f"{path}: no format{what} is known by this ending; "
        f"use {usual} or another of docs/reference/formats.md"
    )


def document_format(path: str) -> Format:
    """Return the format of a file that is read as a text: plain text where its ending says nothing.

    Raises:
        UnknownFormatError: If its ending says that it holds units or concepts, and not in a table,
            or subtitles with styles: their marks would be taken for a text.

    >>> document_format("a.fr.DOCX").name, document_format("README").name
    ('docx', 'text')
    """
    name = path.lower().removesuffix(".gz")
    if name.endswith(_SUBTITLES):
        raise UnknownFormatError(
            f"{path}: such subtitles are not read, since their times and styles would be taken for "
            "sentences; save them as .srt"
        )
    found = _first(FORMATS, name, "text")
    other = None if found else _first(FORMATS, name, None)
    if other and not other.tabular:
        raise UnknownFormatError(
            f"{path}: {other.name} files hold {other.holds}, not a text; import it with "
            "«termbase import», or name a text, HTML, Markdown, DOCX or ODT file"
        )
    return found or next(one for one in FORMATS if one.holds == "text")


def _first(formats: tuple[Format, ...], name: str, wanted: str | None) -> Format | None:
    fitting = (one for one in formats if wanted in (None, one.holds))
    return next((one for one in fitting if name.endswith(one.extensions)), None)
