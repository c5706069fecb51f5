"""``termbase term show``, ``list``, ``history`` and ``duplicates``: what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from termbase.bootstrap import changes_of, terms_of
from termbase.cli._declare import (
    CLIENT_PROJECT,
    EXIT_ZERO,
    GLOSSARY,
    JSON,
    LIMIT,
    SOURCE,
    Argument,
    Command,
    Given,
    Option,
    format_option,
)
from termbase.cli._names import refuse_unknown_filters, refuse_unknown_glossary, unspoken
from termbase.cli._output import BOLD, DIM, Output, counted, text_width, wrapped
from termbase.cli._session import open_given_base, settings_for
from termbase.cli._table import print_table
from termbase.cli._term_session import concept_in
from termbase.cli._wish import wish_of
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.model.change import ConceptChange, Edit
from termbase.model.concept import Concept, DataCategory, Term
from termbase.model.language import language_tag
from termbase.model.records import record_of
from termbase.ports import Record
from termbase.ports.terms import ChangeStore, TermStore
from termbase.terms.difference import differences
from termbase.terms.keys import bare_of
from termbase.usecases.find_duplicates import INFLECTED, SAME, SPELLING, find_duplicates
from termbase.usecases.list_concepts import listed

_SHOWN = ("status", "forbidden", "process", "part_of_speech", "gender", "number", "type", "match")
_MORE = ("case", "customer", "project", "region", "context", "note", "source", "reliability")


def _show(given: Given) -> int:
    """Show a concept whole."""
    settings = settings_for(given)
    output = Output(given)
    with open_given_base(settings) as base:
        glossary, concept = concept_in(terms_of(base), given["concept"], given["glossary"] or "")
        changes = changes_of(base).changes(glossary=glossary, concept=concept.id)
    if output.format == "json":
        said = {"schema": "termbase.concept/1", "glossary": glossary, **record_of(concept)}
        output.json(said)
        return 0
    head = f"{glossary}: {concept.id}"
    place = f"  [{concept.place}]" if concept.place else ""
    long = output.format == "table" and text_width(head + place) > output.width
    output.print(output.paint(head, BOLD) + ("\n" * long + place if place else ""))
    for line in _lines(concept):
        output.print(*_folded(line, output))
    if changes:
        stamp = changes[0].stamp
        output.print(output.paint(f"changed {stamp.date[:10]} by {stamp.author}", DIM))
    return 0


def _lines(concept: Concept) -> Iterator[str]:
    """Yield what a concept says, one thing a line."""
    if concept.subject:
        yield f"subject: {concept.subject}"
    for definition in concept.definitions:
        yield f"definition ({definition.language or 'any'}): {definition.text}"
    for term in concept.terms:
        yield f"{term.language}  {term.text}{_said(term, _SHOWN)}"
        for name in _MORE:
            value = getattr(term, name)
            if value and (name, value) != ("case", "auto"):
                yield f"      {name}: {value}"
        yield from (f"      {line}" for line in _kept(term.extras))
    for relation in concept.relations:
        yield f"{relation.kind}: {relation.target}"
    yield from (f"note: {note}" for note in concept.notes)
    yield from _kept(concept.extras)


def _kept(extras: Iterable[DataCategory]) -> Iterator[str]:
    """Yield what has no place of its own here: columns of a table, categories of a TBX."""
    yield from (f"{one.type or one.element}: {one.value}" for one in extras if one.value)


def _folded(line: str, output: Output) -> list[str]:
    """Return a line as it fits a terminal, what goes on set in; a pipe gets it whole."""
    if output.format != "table":
        return [line]
    margin = " " * (len(line) - len(line.lstrip()))
    first, *more = wrapped(line.lstrip(), output.width - len(margin) - 4)
    return [margin + first, *(f"{margin}    {one}" for one in more)]


def _said(term: Term, names: Sequence[str]) -> str:
    values = [getattr(term, name) for name in names]
    words = [getattr(one, "name", one).lower() for one in values if one and one != "inflected"]
    return f"  ({', '.join(words)})" if words else ""


def _list(given: Given) -> int:
    """List concepts with their terms."""
    wish = wish_of(given)
    settings = settings_for(given)
    output = Output(given)
    with open_given_base(settings) as base:
        terms = terms_of(base)
        refuse_unknown_glossary(given["glossary"], terms)
        found = list(listed(terms.all_concepts(given["glossary"]), wish))
        if not found:
            refuse_unknown_filters(given, wish.project, terms)
        missing, said = unspoken([settings.value("source")] if given["source"] else (), terms)
    if missing:
        output.note(said)
        found = []
    shown = found[: given["limit"]] if given["limit"] else found
    if output.format == "json":
        records = [{"glossary": name, **record_of(one)} for name, one in shown]
        output.json({"schema": "termbase.concepts/1", "concepts": records})
    else:
        if shown:
            _print_list(shown, _columns(shown, given, settings), output)
        output.note(f"{counted(len(found), 'concept')}, {len(shown)} shown")
    return 0 if found else 1


def _columns(found: Sequence[tuple[str, Concept]], given: Given, settings: Settings) -> list[str]:
    """Return the languages to show: the one asked for, or the project's, then the others."""
    if given["source"]:
        return [language_tag(given["source"])]
    spoken = {language_tag(term.language).split("-")[0] for _, one in found for term in one.terms}
    wanted = [settings.value("source"), *settings.value("targets"), *sorted(spoken)]
    return [one for one in dict.fromkeys(wanted) if one in spoken]


def _print_list(
    found: Sequence[tuple[str, Concept]], languages: Sequence[str], output: Output
) -> None:
    rows = [
        [one.id, *(_terms(one, language) for language in languages), _process(one)]
        for _, one in found
    ]
    if output.format == "tsv":
        for (name, _), row in zip(found, rows, strict=True):
            output.row([name, *row])
        return
    print_table(["concept", *languages, "process"], rows, output)


def _terms(concept: Concept, language: str) -> str:
    said = [
        f"✗ {term.text}" if not term.usable else term.text for term in concept.terms_in(language)
    ]
    return "; ".join(said)


def _process(concept: Concept) -> str:
    found = dict.fromkeys(term.process.value for term in concept.terms if term.process)
    return ", ".join(found)


def _history(given: Given) -> int:
    """Show who changed what, and when, the latest first."""
    settings = settings_for(given)
    output = Output(given)
    with open_given_base(settings) as base:
        name, concept = given["glossary"] or "", given["concept"] or ""
        found = changes_of(base).changes(glossary=name, concept=concept)
        if not found:
            refuse_unknown_glossary(name, terms_of(base))
        if concept and not found:
            found = _changes_named(concept, name, terms_of(base), changes_of(base))
    shown = found[: given["limit"]] if given["limit"] else found
    records = [_change_record(one) for one in shown]
    if output.format == "json":
        output.json({"schema": "termbase.history/1", "changes": records})
        return 0 if found else 1
    for one in records:
        if output.format == "tsv":
            changes = "; ".join(one["changes"])
            output.row([*(one[name] for name in _STAMPED), "undone" * one["undone"], changes])
        else:
            done = f"{one['action']} (undone)" if one["undone"] else one["action"]
            day = one["date"].replace("T", " ").rstrip("Z")
            head = f"{one['command']:>3}  {day}  {one['author']}  {done}  {one['concept']}"
            output.print(output.paint(head, BOLD), *(f"       {line}" for line in one["changes"]))
    output.note(counted(len(found), "change"))
    return 0 if found else 1


def _changes_named(
    written: str, glossary: str, terms: TermStore, changes: ChangeStore
) -> list[ConceptChange]:
    """Return the changes of the concept that has a term, or of those that had it once.

    Who asks for the history of a term mostly wonders where it has gone.

    Raises:
        InputError: If no concept has it now, and none had it.
    """
    try:
        name, known = concept_in(terms, written, glossary)
    except InputError:
        gone = [one for one in changes.changes(glossary=glossary) if _had(one.edit, written)]
        if not gone:
            raise
        return gone
    return changes.changes(glossary=name, concept=known.id)


def _had(edit: Edit, written: str) -> bool:
    bare = bare_of(written)
    had = (edit.old, edit.new)
    return any(bare_of(term.text) == bare for one in had if one for term in one.terms)


_STAMPED = ("command", "date", "author", "action", "glossary", "concept")


def _change_record(change: ConceptChange) -> Record:
    return {
        "command": change.command,
        "date": change.stamp.date,
        "author": change.stamp.author,
        "action": change.action,
        "glossary": change.glossary,
        "concept": change.edit.concept,
        "undone": change.undone,
        "changes": differences(change.edit),
    }


_BY_KIND = {
    SAME: "with the same term",
    INFLECTED: "with another form of it",
    SPELLING: "spelt nearly alike",
}
_KINDS = tuple(_BY_KIND)


def _duplicates(given: Given) -> int:
    """Show concepts that are likely one."""
    settings = settings_for(given)
    output = Output(given)
    with open_given_base(settings) as base:
        terms = terms_of(base)
        refuse_unknown_glossary(given["glossary"], terms)
        keys = {(language, text): found for language, text, found in terms.term_keys()}
        answer = find_duplicates(terms.all_concepts(given["glossary"]), keys)
    pairs = answer["pairs"]
    if given["limit"]:
        answer["pairs"] = pairs[: given["limit"]]
    if output.format == "json":
        output.json(answer)
        return 1 if pairs else 0
    rows = []
    for pair in answer["pairs"]:
        one, other = (f"{side['glossary']}: {side['concept']}" for side in pair["concepts"])
        said = "; ".join(
            f"{each['language']} {' / '.join(dict.fromkeys(each['terms']))} ({each['kind']})"
            for each in pair["shared"]
        )
        rows.append([one, other, said])
    if output.format == "tsv":
        for row in rows:
            output.row(row)
    elif rows:
        print_table(["concept", "other", "shared"], rows, output)
    best = ([each["kind"] for each in pair["shared"]] for pair in pairs)
    alike = Counter(min(kinds, key=_KINDS.index) for kinds in best)
    said = ", ".join(f"{alike[kind]} {_BY_KIND[kind]}" for kind in _KINDS if alike[kind])
    head = counted(len(pairs), "pair")
    joined = any(len({side["glossary"] for side in pair["concepts"]}) == 1 for pair in pairs)
    remedy = "; «termbase term merge» makes one of two" if joined else ""
    output.note(f"{head}: {said}{remedy}" if pairs else head)
    return 1 if pairs else 0


_FORMATS = (format_option("table", "tsv", "json"), JSON, EXIT_ZERO)
COMMANDS = (
    Command(
        name="term show",
        help="Show a concept whole, as the base has it.",
        example="termbase term show union-state",
        arguments=(Argument("concept", "CONCEPT", "its id, or one of its terms", required=True),),
        options=(GLOSSARY, format_option("table", "json"), JSON),
        run=_show,
    ),
    Command(
        name="term list",
        help="List concepts with their terms.",
        example="termbase term list --process candidate",
        arguments=(),
        options=(
            SOURCE,
            GLOSSARY,
            Option(("--domain",), "only this subject field", "FIELD"),
            Option(("--customer",), "only concepts with a term of this customer", "NAME"),
            CLIENT_PROJECT,
            Option(("--region",), "only concepts with a term of this region", "NAME"),
            Option(
                ("--process",),
                "only concepts with a term that is so",
                "WORD",
                choices=("candidate", "provisional", "finalized", "none"),
            ),
            Option(
                ("--status",),
                "only concepts with a term that is so",
                "WORD",
                choices=("preferred", "admitted", "deprecated", "superseded", "none"),
            ),
            LIMIT,
            *_FORMATS,
        ),
        run=_list,
    ),
    Command(
        name="term history",
        help="Show who changed which concept, when and how, the latest first.",
        example="termbase term history union-state",
        arguments=(Argument("concept", "CONCEPT", "its id, or one of its terms", required=False),),
        options=(GLOSSARY, LIMIT, *_FORMATS),
        run=_history,
    ),
    Command(
        name="term duplicates",
        help="Show concepts that are likely one. Exit 1 if there are any.",
        example="termbase term duplicates",
        arguments=(),
        options=(GLOSSARY, LIMIT, *_FORMATS),
        run=_duplicates,
    ),
)
