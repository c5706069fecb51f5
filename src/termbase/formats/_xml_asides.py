"""What stands beside the records of an XML file, for people or for other tools, as it is written.

Comments, processing instructions, and elements that a format does not know. The one fact to
remember: what stands before a record travels with it, what stands behind the last one with that.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from lxml import etree

Element = etree._Element

SKIPPED = "termbase-skipped"
"""Target of the instruction that stands in the tree for what was read without a parser."""
_KINDS: tuple[Any, Any] = (etree.Comment, etree.PI)
_aside = re.compile(
    r"<!--(?:(?!--).)*-->|<\?(?!(?i:xml)[\s?])[A-Za-z_][\w.-]*(?:\s(?:(?!\?>).)*)?\?>", re.S
)


def is_aside(element: Element) -> bool:
    """Say whether it is a comment or an instruction that stands in the file."""
    tag: Any = element.tag
    return not isinstance(tag, str) and not (tag is etree.PI and _target(element) == SKIPPED)


def can_stand_anywhere(markup: str) -> bool:
    """Say whether a piece of XML is one comment or one instruction: any grammar allows those."""
    return markup.startswith(("<!--", "<?")) and _aside.fullmatch(markup) is not None


def is_xml(markup: str) -> bool:
    """Say whether a piece of text may stand in an XML file as it is."""
    try:
        etree.fromstring(f"<x>{markup}</x>", etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


def before(element: Element, known: Collection[str], *, climb: bool = False) -> list[str]:
    """Return what stands between an element and the one before it.

    Args:
        known: Local names of elements that are no asides.
        climb: Whether to go on before its parents, where nothing is before it in them.
    """
    found: list[str] = []
    one: Element | None = element
    while one is not None:
        other = one.getprevious()
        while other is not None and _passed(other, known):
            found.append(written(other))
            other = other.getprevious()
        one = one.getparent() if climb and other is None else None
    return found[::-1]


def behind(root: Element, known: Collection[str]) -> list[str]:
    """Return what stands behind the last known element below a root, or behind the root."""
    found = [written(one) for one in root.itersiblings() if is_aside(one)]
    inside: Element | None = root
    for _ in ("root", "body"):
        if inside is None or not len(inside):
            break
        run: list[str] = []
        child: Element | None = inside[-1]
        while child is not None and _passed(child, known):
            run.append(written(child))
            child = child.getprevious()
        found[:0] = run[::-1]
        inside = child
    return found


def lifted(element: Element) -> list[str]:
    """Take comments and instructions out of the text in an element; return them in order."""
    if next(element.iter(*_KINDS), None) is None:
        return []
    found = [written(one) for one in element.iter(*_KINDS)]
    etree.strip_tags(element, *_KINDS)
    return found


def first_kept(parent: Element, known: Collection[str]) -> int:
    """Return the number of the first child that may still travel with a record to come."""
    count = len(parent) - 1
    one = parent[-1].getprevious()
    while one is not None and _passed(one, known):
        count -= 1
        one = one.getprevious()
    return count


def written(element: Element) -> str:
    """Return an element as it is written."""
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _passed(element: Element, known: Collection[str]) -> bool:
    tag: Any = element.tag
    if not isinstance(tag, str):
        return is_aside(element)
    if tag.rpartition("}")[2] in known:
        return False
    return next((one for name in known for one in element.iter(f"{{*}}{name}")), None) is None


def _target(element: Any) -> str:
    return str(element.target)
