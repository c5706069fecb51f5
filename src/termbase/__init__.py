"""Terminology and translation memory for translators and localisation engineers.

    segment, align           a text → segments; segments of two texts → beads
    recognise, check         known terms in a text; mistakes in translations
    similarity               how much of a text another one already says, in per cent
    open_base, Base          glossaries and memories in one file: look up, search, import
    read_glossary, read_memory      files of other tools → values

>>> import termbase
>>> [one.content for one in termbase.segment("M. Roy parle. Elle écoute.", "fr")]
['M. Roy parle.', 'Elle écoute.']

Every name is loaded with its first use, so that the command line starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.version import __version__ as __version__

if TYPE_CHECKING:
    from termbase.api import Base as Base
    from termbase.api import align as align
    from termbase.api import open_base as open_base
    from termbase.api import read_glossary as read_glossary
    from termbase.api import read_memory as read_memory
    from termbase.api import recognise as recognise
    from termbase.api import similarity as similarity
    from termbase.checking import check as check
    from termbase.errors import TermbaseError as TermbaseError
    from termbase.model.bead import Bead as Bead
    from termbase.model.concept import Concept as Concept
    from termbase.model.concept import Glossary as Glossary
    from termbase.model.concept import Term as Term
    from termbase.model.finding import Finding as Finding
    from termbase.model.finding import SegmentPair as SegmentPair
    from termbase.model.match import Match as Match
    from termbase.model.match import TermHit as TermHit
    from termbase.model.segment import Segment as Segment
    from termbase.model.unit import TranslationUnit as TranslationUnit
    from termbase.segmentation import segment as segment


_HOMES = {
    "Base": "termbase.api",
    "Bead": "termbase.model.bead",
    "Concept": "termbase.model.concept",
    "Finding": "termbase.model.finding",
    "Glossary": "termbase.model.concept",
    "Match": "termbase.model.match",
    "Segment": "termbase.model.segment",
    "SegmentPair": "termbase.model.finding",
    "Term": "termbase.model.concept",
    "TermHit": "termbase.model.match",
    "TermbaseError": "termbase.errors",
    "TranslationUnit": "termbase.model.unit",
    "align": "termbase.api",
    "check": "termbase.checking",
    "open_base": "termbase.api",
    "read_glossary": "termbase.api",
    "read_memory": "termbase.api",
    "recognise": "termbase.api",
    "segment": "termbase.segmentation",
    "similarity": "termbase.api",
}
__all__ = [*sorted(_HOMES)]  # noqa: PLE0604  (the table is the one list of names)


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
