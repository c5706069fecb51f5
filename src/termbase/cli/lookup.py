"""``termbase lookup``: the terms that a word or phrase means, or every known term of a text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from termbase.bootstrap import terms_of, units_of
from termbase.cli._declare import (
    CLIENT_PROJECT,
    CUSTOMER,
    DOMAIN,
    EXIT_ZERO,
    GLOSSARY,
    JSON,
    LIMIT,
    PROCESS,
    REGION,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Given,
    Option,
    format_option,
)
from termbase.cli._output import Output, shortened
from termbase.cli._session import open_given_base, query_text, read_stdin, settings_for
from termbase.cli._wish import client_project
from termbase.errors import InputError
from termbase.model.language import speaks
from termbase.usecases.look_up_phrase import look_up_phrase
from termbase.usecases.look_up_terms import Filter, is_article_alone, languages_spelt_so, look_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termbase.config.settings import Settings
    from termbase.ports import Record
    from termbase.stores.sqlite import SqliteBase


_OTHERS = ("script", "keyboard", "acronym", "prefix", "part", "misspelt")
"""Tiers of terms that are not what was typed in one of its forms."""


def run(given: Given) -> int:
    """Look TEXT up, however it is written; «-» finds every known term in a text on stdin."""
    alone = given["first"] or given["copy"]
    if given["text"] == "-" and alone:
        raise InputError("-1 and --copy give the term of one word or phrase; «-» reads a text")
    only = Filter(
        given["glossary"] or "",
        given["domain"] or "",
        given["customer"] or "",
        client_project(given),
        given["region"] or "",
        given["process"] or "",
    )
    settings = settings_for(given)
    output = Output(given)
    with open_given_base(settings) as base:
        if given["text"] == "-":
            return _known_terms(given, settings, base, only, output)
        answer = look_up_phrase(
            query_text(given["text"], "look up"),
            terms_of(base),
            units_of(base) if output.format in {"table", "json"} else None,
            source=given["source"] and settings.value("source"),
            targets=settings.value("targets") if given["target"] else (),
            limit=settings.value("limit"),
            only=only,
        )
        hits = answer["hits"]
        if not hits:
            _refuse_unknown(given, only, base)
        if alone:
            return _print_first(hits, settings, given, output)
        from termbase.cli._lookup_view import print_lookup

        print_lookup(answer, settings, output)
        unspoken = _note_unspoken(answer, given, settings, base, output)
        if not hits and answer["source"] not in unspoken:
            _nothing(answer, base, only, output)
    return 0 if hits else 1


def _refuse_unknown(given: Given, only: Filter, base: SqliteBase) -> None:
    from termbase.cli._names import refuse_unknown_filters

    refuse_unknown_filters(given, only.project, terms_of(base))


def _note_unspoken(
    answer: Record, given: Given, settings: Settings, base: SqliteBase, output: Output
) -> list[str]:
    """Name the languages wanted that no term of the base is in, and return them."""
    hits = answer["hits"]
    asked: tuple[str, ...] = settings.value("targets") if given["target"] else ()
    wanted = [one for one in asked if not any(one in hit["targets"] for hit in hits)]
    wanted += [answer["source"]] if answer["source"] and not hits else []
    if not wanted:
        return []
    from termbase.cli._names import unspoken

    missing, said = unspoken(wanted, terms_of(base))
    if missing:
        output.note(said)
    return missing


def _print_first(hits: list[Record], settings: Settings, given: Given, output: Output) -> int:
    """Print the preferred term of the best hit alone, in the first language wanted.

    What it stands for is said on stderr, where that is not what was typed.
    """
    if not hits:
        output.note(f"no term for «{shortened(given['text'])}»")
        return 1
    best = hits[0]
    wanted = _first_language(best, settings, given)
    terms = best["targets"].get(wanted, []) if wanted else []
    if not wanted or speaks(best["language"], wanted):
        terms = sorted([best, *terms], key=lambda one: one.get("status") != "preferred")
    usable = [one["term"] for one in terms if one.get("status") not in ("deprecated", "superseded")]
    if not usable:
        output.note(f"«{best['term']}» has no term to use in {wanted or 'it'}")
        return 1
    output.print(usable[0])
    if best["tier"] in _OTHERS:
        from termbase.cli._lookup_view import how_found

        output.note(f"of «{best['term']}» ({how_found(best)})")
    if given["copy"]:
        from termbase.cli._clipboard import copy

        output.note(copy(usable[0]))
    return 0


def _first_language(hit: Record, settings: Settings, given: Given) -> str:
    """Return the language of -1: the first one asked for, else the project's first other one."""
    asked: tuple[str, ...] = settings.value("targets") if given["target"] else ()
    if asked:
        return asked[0]
    languages = [settings.value("source"), *settings.value("targets")]
    spoken = [one for wish in languages for one in hit["targets"] if wish and speaks(one, wish)]
    return next(iter([*spoken, *hit["targets"]]), "")


def _nothing(answer: Record, base: SqliteBase, only: Filter, output: Output) -> None:
    query = shortened(answer["query"])
    language = f" in {answer['source']}" if answer["source"] else ""
    if is_article_alone(query, answer["source"], terms_of(base)):
        output.note(f"no term for «{query}»{language}: give the word that it stands before")
        return
    if any(only) and (others := _others(answer, base)):
        asked = " ".join(f"--{name} {value}" for name, value in only._asdict().items() if value)
        output.note(f"no term for «{query}»{language} with {asked}; without: {', '.join(others)}")
        return
    if answer["source"] and (spoken := languages_spelt_so(answer["query"], terms_of(base))):
        known = f"it is one in {' and '.join(spoken)}"
        output.note(f"no term for «{query}»{language}; {known}: leave -s out, or name that")
        return
    word = max(query.split(), key=len)
    output.note(f'no term for «{query}»{language} — try: termbase search -c "{word}"')
    for hit in answer["inside"]:
        renderings = " · ".join(terms[0]["term"] for terms in hit["targets"].values())
        output.note(f"in it: {hit['term']}{' → ' if renderings else ''}{renderings}")
    if answer["nearest"]:
        output.note(f"nearest: {', '.join(answer['nearest'])}")


def _others(answer: Record, base: SqliteBase) -> list[str]:
    """Return the terms that would be found if no filter were given."""
    found = look_up(answer["query"], terms_of(base), source=answer["source"], limit=3)
    return list(dict.fromkeys(hit["term"] for hit in found["hits"]))


def _known_terms(
    given: Given, settings: Settings, base: SqliteBase, only: Filter, output: Output
) -> int:
    from termbase.cli._lookup_view import print_known_terms
    from termbase.usecases.recognise_terms import known_terms

    if sys.stdin.isatty():
        output.note("reading a text from the terminal; end it with Ctrl-D")
    source = settings.value("source")
    if not source:
        raise InputError("the text's language is not known; name it with -s")
    targets = _renderings_wanted(settings, given)
    if given["target"] and targets and all(speaks(one, source) for one in targets):
        raise InputError(f"the text is read as {source}, and -t wants no other; name it with -s")
    answer = known_terms(
        read_stdin(),
        terms_of(base),
        source=source,
        targets=[one for one in targets if not speaks(one, source)],
        only=only,
        overlaps=given["overlaps"] == "all",
    )
    if settings.values["limit"].origin == "command line":
        answer["hits"] = answer["hits"][: settings.value("limit")]
    if not answer["hits"]:
        _refuse_unknown(given, only, base)
    if not given["source"]:
        output.note(f"read as {source}")
    print_known_terms(answer, settings, output)
    _note_unspoken(answer, given, settings, base, output)
    return 0 if answer["hits"] else 1


def _renderings_wanted(settings: Settings, given: Given) -> Sequence[str]:
    """Return the languages to render a text in: those asked for, else those of the project.

    Who reads a text of another language with -s wants the project's own source first.
    """
    targets: Sequence[str] = settings.value("targets")
    own = settings.own_source()
    return [own, *targets] if own and targets and not given["target"] else targets


COMMAND = Command(
    name="lookup",
    help="Look a term up: typos, missing accents, inflected forms and any language are found.",
    example="termbase lookup teledetecton -t ru",
    arguments=(Argument("text", "TEXT|-", "a word or phrase; - finds the known terms of stdin"),),
    options=(
        SOURCE,
        TARGET,
        GLOSSARY,
        DOMAIN,
        CUSTOMER,
        CLIENT_PROJECT,
        REGION,
        PROCESS,
        LIMIT,
        Option(
            ("--overlaps",),
            "of the known terms of a text: the longest (default) or all, those inside too",
            "WHICH",
            str,
            ("longest", "all"),
        ),
        Option(("-1",), "the preferred term alone", name="first"),
        Option(("--copy",), "as -1, and put it on the clipboard too"),
        format_option("table", "plain", "tsv", "json"),
        JSON,
        EXIT_ZERO,
    ),
    run=run,
    aliases=("l",),
)
