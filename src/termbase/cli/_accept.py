"""Accepted candidates into a glossary of the project or the base, or into a table of its own."""

from __future__ import annotations

from termbase.bootstrap import LocalFiles
from termbase.cli._declare import Given
from termbase.cli._output import Output
from termbase.cli._term_session import Desk, changing
from termbase.model.change import Edit
from termbase.ports import Record
from termbase.terms.difference import differences
from termbase.usecases.extract_terms import accepted
from termbase.usecases.manage_terms import added
from termbase.usecases.open_glossary import OpenGlossary

_TABLES = (".tsv", ".csv", ".tab")
_HEADING = b"concept\tlanguage\tterm\tprocess\tcontext\tsource\n"


def accept(answer: Record, given: Given) -> int:
    """Write the candidates of an answer where ``--to`` says, as candidates.

    Returns:
        0; 1 where all of them are known already.
    """
    target: str = given["to"]
    for one in answer["candidates"]:
        if one["known"]:
            Output(given).note(f"known already: {one['term']} [{one['known']}]")
    is_table = target.lower().endswith(_TABLES)
    glossary = None
    with changing(given) as desk:
        if is_table:
            glossary = desk.glossary_of_table(target)
        else:
            glossary = desk.glossary(target, fresh=given["new"])
        if glossary is not None:
            return _save(answer, glossary, desk)
    if glossary is not None:  # --dry-run ends `changing` early
        return 0
    return _into_table(answer, target, given)


def _save(answer: Record, glossary: OpenGlossary, desk: Desk) -> int:
    edits = _edits(answer, glossary)
    if edits:
        desk.save(glossary, edits, "accept")
    return 0 if edits else 1


def _into_table(answer: Record, path: str, given: Given) -> int:
    """Add the candidates to a table that no glossary is built from; it is made if need be."""
    files, output = LocalFiles(), Output(given)
    data = files.read_bytes(path)
    heading = _HEADING.replace(b"\t", b",") if path.lower().endswith(".csv") else _HEADING
    _, known = files.edited_table(path, data or heading, ())
    edits = _edits(answer, OpenGlossary(path, {one.id: one for one in known}))
    written, _ = files.edited_table(path, data or heading, edits)
    if edits and not given["dry_run"]:
        files.write_bytes(path, written)
    for edit in edits:
        output.print(*(f"{path}: {edit.concept}: {line}" for line in differences(edit)))
    if given["dry_run"]:
        output.note("nothing was written (--dry-run)")
    elif edits:
        output.note(f"wrote {path}; no glossary is made of it yet: import it")
    return 0 if edits else 1


def _edits(answer: Record, glossary: OpenGlossary) -> list[Edit]:
    edits = []
    for terms in accepted(answer):
        edit = added(glossary, terms)
        if edit.new is not None:
            glossary.concepts[edit.concept] = edit.new
        edits.append(edit)
    for edit in edits:
        glossary.concepts.pop(edit.concept)
    return edits
