"""What a TBX file says of itself: its header and its back matter, in the order of each edition.

The one fact to remember: a file may hold anything here, a valid one may not; what has no place is
left out and reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from termbase.model.concept import DataCategory, Glossary

Tell = Callable[[str, str], None]

_INSIDE = {
    "titleStmt": {"title", "note"},
    "publicationStmt": {"p"},
    "sourceDesc": {"p"},
    "encodingDesc": {"p"},
    "revisionDesc": {"change"},
    "change": {"p"},
    "refObjectList": {"refObject"},
    "refObjectSec": {"refObject"},
    "refObject": {"itemSet", "itemGrp", "item"},
    "itemSet": {"itemGrp", "item"},
}
_ITEM_COMPANIONS = {"admin", "transac", "note", "ref", "xref"}
_P_TYPES = {"", "DCSName", "XCSURI", "XCSContent"}


def header(
    glossary: Glossary, edition: str, added: tuple[str, ...], tell: Tell
) -> Iterator[DataCategory]:
    """Yield the parts of the header that an edition allows.

    Args:
        edition: ``v2`` or ``v3``.
        added: Paragraphs of our own about how the file is written.
        tell: Takes what is left out.
    """
    said = {one.element: one for one in glossary.header}
    if "comment" in said:
        tell("the comments of the table", "left out")
    described = said["fileDesc"].companions if "fileDesc" in said else ()
    parts = [kept for one in described if (kept := fitting(one, edition, tell))]
    titles = [one for one in parts if one.element == "titleStmt"][:1]
    if glossary.title:
        titles = [_titled(titles, glossary.title)]
    published = [one for one in parts if one.element == "publicationStmt"][:1]
    sources = [one for one in parts if one.element == "sourceDesc"]
    if not sources:
        sources = [_container("sourceDesc", _paragraph(glossary.title or "written by termbase"))]
    if edition == "v3":
        paragraphs = tuple(one for source in sources for one in source.companions)
        sources = [replace(sources[0], companions=paragraphs)]
    order = [*titles, *published] if edition == "v2" else [*published, *titles]
    yield _container("fileDesc", *order, *sources)
    encoding = fitting(said["encodingDesc"], edition, tell) if "encodingDesc" in said else None
    paragraphs = (*(encoding.companions if encoding else ()), *map(_paragraph, added))
    if paragraphs:
        yield _container("encodingDesc", *paragraphs)
    revision = fitting(said["revisionDesc"], edition, tell) if "revisionDesc" in said else None
    if revision:
        yield revision


def back(glossary: Glossary, edition: str, tell: Tell) -> Iterator[DataCategory]:
    """Yield the parts of the back matter that an edition allows."""
    name = "refObjectList" if edition == "v2" else "refObjectSec"
    for one in glossary.back:
        kept = fitting(one, edition, tell)
        if kept and kept.element in {"refObjectList", "refObjectSec"} and kept.type:
            yield replace(kept, element=name)
        elif kept:
            tell(f"<{one.element}> in the back matter", "left out")


def fitting(one: DataCategory, edition: str, tell: Tell) -> DataCategory | None:
    """Return an element with what may stand in it; None where nothing is left."""
    if one.element == "p":
        known = edition == "v3" or one.type in _P_TYPES
        return replace(one, type=one.type if known else "", companions=())
    allowed = _INSIDE.get(one.element)
    if allowed is None:
        kept = tuple(x for x in one.companions if x.element in _ITEM_COMPANIONS)
        return replace(one, companions=kept if one.element == "item" else ())
    companions = []
    for child in one.companions:
        inner = fitting(child, edition, tell) if child.element in allowed else None
        if inner:
            companions.append(inner)
        else:
            tell(f"<{child.element}> in <{one.element}>", "left out")
    titled = one.element != "titleStmt" or [x.element for x in companions].count("title") == 1
    if not companions or not titled:
        return None
    companions.sort(key=lambda child: child.element != "title")
    return replace(one, companions=tuple(companions))


def _titled(old: list[DataCategory], title: str) -> DataCategory:
    notes = [note for one in old for note in one.companions if note.element == "note"]
    return _container("titleStmt", DataCategory("title", "", title), *notes)


def _container(element: str, *companions: DataCategory) -> DataCategory:
    return DataCategory(element, "", "", companions=companions)


def _paragraph(text: str) -> DataCategory:
    return DataCategory("p", "", text)
