"""``termbase term add``, ``edit``, ``rm``, ``merge`` and ``undo``: terms changed, and back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

from termbase.cli._declare import DRY_RUN, GLOSSARY, NEW, Argument, Command, Given, Option
from termbase.cli._term_session import Desk, changing, spoken
from termbase.cli._wish import client_project
from termbase.errors import InputError
from termbase.model.concept import AdministrativeStatus, Concept, ProcessStatus, Scope, Term
from termbase.model.language import language_tag
from termbase.terms.edit import term_of
from termbase.usecases.manage_terms import (
    added,
    changed,
    merged,
    pointing_to,
    refuse_known,
    removed,
    taken_back,
)
from termbase.usecases.open_glossary import OpenGlossary

_NONE = "none"
_CHOICES: Mapping[str, Mapping[str, Any]] = {
    "status": {one.word: one for one in AdministrativeStatus},
    "forbidden": {one.value: one for one in Scope},
    "process": {one.value: one for one in ProcessStatus},
}
_WORDS = {"match": ("inflected", "exact", "stem", "regex"), "case": ("auto", "exact", "any")}
_SAID = {
    "status": "how the term may be used",
    "forbidden": "using it is a mistake: opposite its concept, or everywhere",
    "process": "how far the work on it has come",
    "match": "how texts may write it",
    "case": "whether capitals count; auto: where all are, or up to three letters",
}
_TEXTS = {
    "part_of_speech": "such as noun, verb, properNoun",
    "gender": "masculine, feminine, neuter or other",
    "number": "singular, plural, mass …",
    "type": "such as fullForm, acronym, abbreviation",
    "customer": "whose term it is",
    "region": "where it is said, such as CA",
    "context": "a sentence that uses it",
    "note": "a remark",
    "reliability": "how sure it is, such as 3",
}
_OF_ONE_TERM = ("gender", "region", "context", "note")
"""What says something of one term, and cannot be true of those of several languages."""


def _add(given: Given) -> int:
    """Add TERMs to a concept, or as a new one."""
    project = client_project(given)
    pairs = [spoken(one) for one in given["terms"]]
    attributes = _attributes(given, project)
    own = [name for name in _OF_ONE_TERM if name in attributes]
    if own and len({language for language, _ in pairs}) > 1:
        first = f"{pairs[0][0]}={pairs[0][1]}"
        raise InputError(
            f"--{own[0]}: is told of one term, not of several languages; add them without it,"
            f' then: termbase term edit CONCEPT "{first}" --{own[0]} …'
        )
    if given["concept"] and given["to"]:
        raise InputError("--to is for a new concept; --concept names one that has its table")
    definition, relations = _definition(given["definition"]), _relations(given["relations"])
    with changing(given) as desk:
        name = given["glossary"] or ""
        if given["concept"]:
            glossary, concept = desk.concept(given["concept"], name)
            target = concept.id
        else:
            glossary, target = _glossary_for_new(desk, given, name), given["id"] or ""
            if target in glossary.concepts:
                raise InputError(f"concept «{target}» is there already; add to it with --concept")
        try:
            terms = [Term(text, language, **attributes) for language, text in pairs]
        except ValueError as error:
            raise InputError(str(error)) from error
        if not target:
            refuse_known(glossary, terms)
        edit = added(
            glossary,
            terms,
            subject=given["domain"] or "",
            definition=definition,
            relations=relations,
            concept=target,
        )
        guessed = glossary.is_guessed(edit)
        desk.save(glossary, [edit], "add")
        if guessed:
            desk.done[1].append("no table was named; --to FILE or --domain FIELD chooses another")
    return 0


def _glossary_for_new(desk: Desk, given: Given, name: str) -> OpenGlossary:
    """Return the glossary that a new concept goes to, with the table if one is named."""
    if not given["to"]:
        return desk.glossary(name, fresh=given["new"])
    glossary = desk.glossary_of_table(given["to"])
    if glossary is None:
        tables = {os.path.basename(one).partition(".")[0]: one for one in desk.tables()}
        near = get_close_matches(os.path.basename(given["to"]).partition(".")[0], tables, 1)
        there = (
            f"did you mean {tables[near[0]]}?" if near else f"it has {', '.join(tables.values())}"
        )
        raise InputError(f"--to {given['to']}: is no table of the project; {there}")
    if name and name != glossary.name:
        raise InputError(f"--to {given['to']}: is a table of «{glossary.name}», not of «{name}»")
    return glossary


def _edit(given: Given) -> int:
    """Change a concept, or one of its terms."""
    project = client_project(given)
    attributes = _attributes(given, project)
    if given["text"] is not None:
        if not given["text"].strip():
            raise InputError("--text: the term is empty; to remove it: termbase term rm")
        attributes["text"] = " ".join(given["text"].split())
    if attributes and not given["term"]:
        raise InputError("name the term that is to be changed, such as fr=télédétection")
    definition, relations = _definition(given["definition"]), _relations(given["relations"])
    if not attributes and given["domain"] is None and definition is None and relations is None:
        raise InputError("say what is to be changed, such as --status admitted; see -h")
    with changing(given) as desk:
        glossary, concept = desk.concept(given["concept"], given["glossary"] or "")
        term = _term(concept, given["term"]) if given["term"] else None
        edit = changed(
            glossary,
            concept,
            term=term,
            attributes=attributes,
            subject=given["domain"],
            definition=definition,
            relations=relations,
        )
        desk.save(glossary, [edit], "edit")
    return 0


def _remove(given: Given) -> int:
    """Remove a concept, or one of its terms."""
    with changing(given) as desk:
        glossary, concept = desk.concept(given["concept"], given["glossary"] or "")
        edit = removed(concept, _term(concept, given["term"]) if given["term"] else None)
        if edit.new is None and not given["term"] and given["concept"] != concept.id:
            raise InputError(
                f"«{given['concept']}» is a term of concept «{concept.id}»; write «term rm "
                f"{concept.id}» to remove all of it, «term rm {concept.id} TERM» for one term"
            )
        left = pointing_to(glossary, concept.id) if edit.new is None else []
        if left:
            desk.output.note(f"still pointing to «{concept.id}»: {', '.join(left)}")
        desk.save(glossary, [edit], "rm")
    return 0


def _merge(given: Given) -> int:
    """Make one concept of two."""
    with changing(given) as desk:
        glossary, ours = desk.concept(given["concept"], given["glossary"] or "")
        theirs = _beside(desk, glossary, given["other"])
        edits, against = merged(glossary, ours, theirs)
        desk.output.note(*(f"ours is kept: {one}" for one in against))
        desk.save(glossary, edits, "merge")
    return 0


def _beside(desk: Desk, glossary: OpenGlossary, written: str) -> Concept:
    """Return another concept of a glossary; say so if it is in another one."""
    try:
        return desk.concept(written, glossary.name)[1]
    except InputError as error:
        for name in desk.names():
            with suppress(InputError):
                there = desk.concept(written, name)[1]
                break
        else:
            raise
        said = f"«{there.id}» is a concept of glossary «{name}», the other one of «{glossary.name}»"
        remedy = "merge makes one of two of the same; «term add --concept» takes terms over"
        raise InputError(f"{said}; {remedy}") from error


def _undo(given: Given) -> int:
    """Take a command back."""
    with changing(given) as desk:
        number = _number(given["number"]) if given["number"] else desk.changes.last_command()
        changes = desk.changes.changes(command=number) if number is not None else []
        if not changes:
            said = f"there is no command {number}" if given["number"] else "there is nothing"
            raise InputError(f"{said} to undo; see «termbase term history»")
        if changes[0].undone:
            raise InputError(f"command {number} was undone already; see «termbase term history»")
        glossary = desk.glossary(changes[0].glossary, fresh=True)
        desk.save(glossary, taken_back(glossary, changes), "undo", undoes=number)
    return 0


def _number(written: str) -> int:
    if not (written.isascii() and written.isdigit()):
        raise InputError(f"«{written}» is no number of a command; see «termbase term history»")
    return int(written)


def _term(concept: Any, written: str) -> Term:
    """Return the term that is given as ``fr=text`` or as its text alone."""
    language, sign, text = written.partition("=")
    if sign and any(one.text == written for one in concept.terms):
        sign = ""
    return term_of(concept, text, language_tag(language)) if sign else term_of(concept, written)


def _attributes(given: Given, project: str) -> dict[str, Any]:
    """Return the attributes of a term that a command line sets, by name."""
    found: dict[str, Any] = {}
    for name, values in _CHOICES.items():
        if given[name] is not None:
            found[name] = values.get(given[name])
    for name in (*_WORDS, *_TEXTS):
        if given[name] is not None:
            found[name] = given[name]
    if given["found_in"] is not None:
        found["source"] = given["found_in"]
    return found | ({"project": project} if project else {})


def _definition(written: str | None) -> tuple[str, str] | None:
    if written is None:
        return None
    language, sign, text = written.partition("=")
    if not sign:
        raise InputError(f"--definition {written[:40]}: write LANG=TEXT, such as en=A craft that …")
    return language_tag(language.strip()), " ".join(text.split())


def _relations(written: str | None) -> list[tuple[str, str]] | None:
    """Return the kind and the id of each relation that is given as a table writes them."""
    if written is None:
        return None
    pairs = []
    for one in filter(None, map(str.strip, written.split(";"))):
        kind, _, target = (part.strip() for part in one.partition(":"))
        if not (kind and target):
            raise InputError(f"--relations {one[:40]}: write KIND:ID, such as broader:spacecraft")
        pairs.append((kind, target))
    return pairs


_ATTRIBUTES = (
    *(
        Option((f"--{name}",), _SAID[name], "WORD", choices=(*values, _NONE))
        for name, values in _CHOICES.items()
    ),
    *(
        Option((f"--{name}",), _SAID[name], "WORD", choices=values)
        for name, values in _WORDS.items()
    ),
    *(
        Option((f"--{name.replace('_', '-')}",), said, "TEXT", name=name)
        for name, said in _TEXTS.items()
    ),
    Option(
        ("--project",),
        "the customer's project whose term it is; of a folder: its termbase.toml counts",
        "NAME|DIR",
    ),
    Option(("--found-in",), "where it was found: a document, a person", "TEXT", name="found_in"),
)
_OF_CONCEPT = (
    Option(("--domain",), "subject field of the concept", "FIELD"),
    Option(("--definition",), "what the concept means, in a language", "LANG=TEXT"),
    Option(
        ("--relations",),
        "the concepts it leads to, such as «broader:craft; see:orbit»",
        "KIND:ID;…",
    ),
)
_CONCEPT = Argument("concept", "CONCEPT", "its id, or one of its terms", required=True)
_TERM = Argument("term", "[LANG=]TERM", "one of its terms; without it the concept", required=False)

COMMANDS = (
    Command(
        name="term add",
        help="Add terms: as a new concept, or to one that is there.",
        example="termbase term add fr=hublot en=porthole --status preferred",
        arguments=(Argument("terms", "LANG=TERM…", "the terms", many=True, required=True),),
        options=(
            Option(("--concept",), "add to this concept: its id, or one of its terms", "CONCEPT"),
            Option(("--id",), "id of the new concept; made from its terms without it", "ID"),
            Option(("--to",), "table of the project that a new concept goes to", "FILE"),
            GLOSSARY,
            NEW,
            *_OF_CONCEPT,
            *_ATTRIBUTES,
            DRY_RUN,
        ),
        run=_add,
    ),
    Command(
        name="term edit",
        help="Change a concept or one of its terms.",
        example="termbase term edit porthole en=porthole --status admitted",
        arguments=(_CONCEPT, _TERM),
        options=(
            Option(("--text",), "how the term is written from now on", "TERM"),
            GLOSSARY,
            *_OF_CONCEPT,
            *_ATTRIBUTES,
            DRY_RUN,
        ),
        run=_edit,
    ),
    Command(
        name="term rm",
        help="Remove a concept, or one of its terms.",
        example="termbase term rm porthole ru=окно",
        arguments=(_CONCEPT, _TERM),
        options=(GLOSSARY, DRY_RUN),
        run=_remove,
    ),
    Command(
        name="term merge",
        help="Make one concept of two: the first one stays, with what the second one adds.",
        example="termbase term merge porthole window",
        arguments=(_CONCEPT, Argument("other", "OTHER", "the concept that goes", required=True)),
        options=(GLOSSARY, DRY_RUN),
        run=_merge,
    ),
    Command(
        name="term undo",
        help="Take the last command that changed terms back, or another one by its number.",
        example="termbase term undo",
        arguments=(
            Argument("number", "NUMBER", "of the command, from «term history»", required=False),
        ),
        options=(DRY_RUN,),
        run=_undo,
    ),
)
