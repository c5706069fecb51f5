"""A project: the folder whose ``termbase.toml`` says what is built from what."""

from __future__ import annotations

from typing import NamedTuple


class DocumentPlan(NamedTuple):
    """A text in several languages, one file a language.

    Attributes:
        path: With ``{lang}`` for the language, relative to the project.
        reviewed: Whether a person has confirmed its alignment.
    """

    path: str
    reviewed: bool = False


class MemoryPlan(NamedTuple):
    """A memory made from documents. Output: its TMX file, relative to the project."""

    name: str
    output: str
    documents: tuple[DocumentPlan, ...]


class GlossaryPlan(NamedTuple):
    """A glossary made from delimited files. Sources, outputs: relative to the project."""

    name: str
    sources: tuple[str, ...]
    outputs: tuple[str, ...]


class SegmentationPlan(NamedTuple):
    """How the texts of a project are cut: the table ``[segmentation]`` of ``termbase.toml``.

    Attributes:
        newline: ``wrap`` or ``break``: what a single line break means.
        quotes: ``split`` or ``keep``: whether sentences inside of quotation marks are parted.
        srx: An SRX file whose rules are used instead of ours; may be empty.
        abbreviations: Files with more abbreviations.
    """

    newline: str = "wrap"
    quotes: str = "split"
    srx: str = ""
    abbreviations: tuple[str, ...] = ()


class Project(NamedTuple):
    """What a project builds.

    Attributes:
        root: Its folder.
        date: Of all that it builds, ``YYYY-MM-DD``; the clock plays no part.
        author: Who answers for it; may be empty.
    """

    root: str
    source: str
    targets: tuple[str, ...]
    date: str
    author: str
    memories: tuple[MemoryPlan, ...]
    glossaries: tuple[GlossaryPlan, ...]
