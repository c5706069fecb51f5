"""ICU messages with choices → what a translation's branches have lost: ``other``, or the number.

``{n, plural, one {# file} other {# files}}`` needs ``other`` in every language, or no program can
read it. The branch for one may say «one file» without ``#``, and that for two, in languages that
have it; those for more cannot. What is selected is named by the program, not by the translator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from termbase.text.lazy_pattern import lazy_pattern

_CHOICE = lazy_pattern(r"\{\s*(?P<name>[\w.-]+)\s*,\s*(?P<kind>plural|select|selectordinal)\s*,")
_BRANCH = lazy_pattern(r"\s*(?:offset:\d+\s*)?(?P<case>=\d+|\w+)\s*\{")
_END = lazy_pattern(r"\s*\}")
_WIKI = lazy_pattern(r"\{\{PLURAL:(?P<name>\$\d)\|")
_WIKI_NUMBER = lazy_pattern(r"\$\d(?!\d)")
_FOR_MORE = frozenset({"few", "many", "other"})
_CASES = {Decimal(0): "zero", Decimal(1): "one", Decimal(2): "two"}
"""Branches for a number, which in some languages are for others as well: ``one`` for 21."""


class Choice(NamedTuple):
    """A choice where it stands, with the text of each branch and where that begins."""

    start: int
    end: int
    kind: str
    name: str
    branches: Mapping[str, tuple[int, str]]


class Lost(NamedTuple):
    """What a choice of the translation lacks, and the span that shows it."""

    what: str
    span: tuple[int, int]


def lost_in_choices(source: str, target: str) -> Iterator[Lost]:
    """Yield what choices have lost that both texts have under the same name.

    >>> ours, theirs = "{n, plural, other {# files}}", "{n, plural, one {fichier}}"
    >>> [lost.what for lost in lost_in_choices(ours, theirs)]
    ['other {…}']
    """
    yield from _lost_in_wiki(source, target)
    ours = {choice.name: choice for choice in _choices(source)}
    if ours and _left_open(target) and not _left_open(source):
        yield Lost("a brace", next((one.span() for one in _CHOICE.finditer(target)), (0, 0)))
    for theirs in _choices(target):
        had = ours[theirs.name].branches if theirs.name in ours else {}
        if "other" not in had:
            continue
        if "other" not in theirs.branches:
            yield Lost("other {…}", (theirs.start, theirs.end))
        if theirs.kind == "select":
            yield from _renamed(had, theirs.branches)
        if "#" not in had["other"][1]:
            continue
        for case, (start, text) in theirs.branches.items():
            if case in _FOR_MORE and "#" not in text and f"{{{theirs.name}" not in text:
                yield Lost("#", (start, start + len(text)))


def _lost_in_wiki(source: str, target: str) -> Iterator[Lost]:
    """Yield the numbers of MediaWiki that a translation asks for a form of, and nowhere shows."""
    ours, theirs = (
        {number[0] for number in _WIKI_NUMBER.finditer(_WIKI.sub("{{", text))}
        for text in (source, target)
    )
    for head in _WIKI.finditer(target):
        if head["name"] in ours - theirs:
            yield Lost(head["name"], head.span("name"))


def is_of_a_branch(text: str, at: int, number: Decimal) -> bool:
    """Say whether a number stands in the branch that is for it, as a code may in its place.

    >>> text = "{n, plural, one {1 file} other {# files}}"
    >>> is_of_a_branch(text, 17, Decimal(1)), is_of_a_branch(text, 17, Decimal(2))
    (True, False)
    """
    return any(
        start <= at < start + len(said) and case in (_CASES.get(number), f"={number}")
        for choice in (_choices(text) if "," in text else ())
        if choice.kind != "select"
        for case, (start, said) in choice.branches.items()
    )


def _left_open(text: str) -> bool:
    return text.count("{") != text.count("}")


def _renamed(
    had: Mapping[str, tuple[int, str]], branches: Mapping[str, tuple[int, str]]
) -> Iterator[Lost]:
    """Yield the branches that a selection of the source has not, with what they may stand for."""
    missing = [case for case in had if case not in branches] or ["other"]
    for case, (start, _) in branches.items():
        if case not in had:
            lost = missing.pop(0) if len(missing) > 1 else missing[0]
            yield Lost(f"{lost} {{…}}", (start - 1 - len(case), start - 1))


def branch_starts(text: str) -> set[int]:
    """Return where the brace of each branch opens: ``{He}`` in a choice is no placeholder.

    >>> sorted(branch_starts("{who, select, male {He} other {They}}"))
    [19, 30]
    """
    found = _choices(text) if "," in text else ()
    return {start - 1 for choice in found for start, _ in choice.branches.values()}


def _choices(text: str) -> Iterator[Choice]:
    """Yield each choice whose branches all close."""
    for head in _CHOICE.finditer(text):
        branches, at = {}, head.end()
        while branch := _BRANCH.match(text, at):
            end = _closing(text, branch.end())
            branches[branch["case"]] = (branch.end(), text[branch.end() : end])
            at = end + 1
        if branches and (last := _END.match(text, at)):
            yield Choice(head.start(), last.end(), head["kind"], head["name"], branches)


def _closing(text: str, start: int) -> int:
    """Return where the brace closes that opened before a place; the end if it never does."""
    depth = 1
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if not depth:
            return at
    return len(text)
