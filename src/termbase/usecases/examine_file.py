"""A file of another tool becomes a list of its faults; what is safe to mend, a mended file."""

from __future__ import annotations

from collections import Counter, deque

from termbase.errors import FormatError, InputError
from termbase.model.concept import Concept, DataCategory, Glossary
from termbase.model.repair import Repair, Report
from termbase.model.wishes import NO_WISHES, Wishes
from termbase.ports.files import Files


def examine_file(path: str, files: Files) -> list[Repair]:
    """Return what is wrong with a file, each fault once, in the order of its lines.

    Raises:
        FormatError: If there is no such file, or it is a pipe.
    """
    found: list[Repair] = []
    _want(path, files)
    try:
        files.examine(path, found.append)
    except FormatError as error:
        found.append(Repair(path, error.line, error.problem, error.remedy, rejected=True))
    return sorted(dict.fromkeys(found), key=lambda one: one.line or 0)


def mend_file(path: str, files: Files, *, kept: str, report: Report) -> None:
    """Write a file anew as its format wants it, without losing anything of it.

    Args:
        path: The file.
        kept: Where its old bytes go.
        report: Takes each mend.

    Raises:
        InputError: If its format is only patched in place, or it cannot be read at all.
    """
    _want(path, files)
    if files.exists(kept):
        raise InputError(f"{kept}: exists already; move it away first")
    if files.holds(path) == "units":
        _, units = files.read_memory(path, source=None, target=None, report=lambda _: None)
        deque(units, maxlen=0)  # what cannot be read to its end is left alone
        files.copy(path, kept)
        header, units = files.read_memory(kept, source=None, target=None, report=report)
        files.write_memory(path, header, units, wishes=NO_WISHES, report=report)
    else:
        glossary = files.read_glossary(path, source=None, target=None, report=report)
        files.copy(path, kept)
        files.write_glossary(path, glossary, wishes=Wishes(alike=True), report=report)


def _want(path: str, files: Files) -> None:
    """Refuse what is no file, or can be read only once."""
    if not files.exists(path):
        problem = "there is no such file, or it is a pipe; name a file on the disk"
        raise FormatError(path, problem)


def examine_glossary(path: str, glossary: Glossary, report: Report) -> None:
    """Report what a glossary points to and does not have, and what stands in it twice."""
    known = {one.id for one in glossary.concepts} | _more_ids(glossary)
    for concept in glossary.concepts:
        place = concept.place.rpartition(":")[2]
        line = int(place) if place.isdigit() else None
        targets = [one.target for one in concept.relations]
        targets += [one.target for one in _said(concept) if one.element == "ref" and one.target]
        for target in dict.fromkeys(targets):
            if target not in known:
                problem = f"concept «{concept.id}» refers to «{target}», which is missing"
                report(Repair(path, line, problem, ""))
        often = Counter((term.language, term.text) for term in concept.terms)
        for (language, text), number in often.items():
            if number > 1:
                problem = f"concept «{concept.id}» has «{text}» ({language}) twice"
                report(Repair(path, line, problem, ""))


def _said(concept: Concept) -> list[DataCategory]:
    """Return what is said of a concept, its languages and terms and has no attribute of ours."""
    said = list(concept.extras)
    said += [one for section in concept.sections for one in section.extras]
    said += [one for term in concept.terms for one in term.extras]
    return said + [more for one in said for more in one.companions]


def _more_ids(glossary: Glossary) -> set[str]:
    """Return what references may point to beside concepts: terms, sections, the back matter."""
    found: set[str] = set()
    for concept in glossary.concepts:
        found |= {term.id for term in concept.terms}
        found |= {one.value for one in _said(concept) if one.type == "id"}
    waiting = list(glossary.back)
    while waiting:
        one = waiting.pop()
        found |= {value for name, value in one.attributes if name == "id"}
        waiting += one.companions
    return found
