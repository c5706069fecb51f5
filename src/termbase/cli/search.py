"""``termbase search``: units like a text, or with ``-c`` a phrase in its contexts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from termbase.bootstrap import terms_of, units_of
from termbase.cli._declare import (
    EXIT_ZERO,
    JSON,
    LIMIT,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Given,
    Option,
    format_option,
)
from termbase.cli._output import Output, shortened
from termbase.cli._progress import counter
from termbase.cli._session import open_given_base, query_text, read_stdin, settings_for
from termbase.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from termbase.config.settings import Settings
    from termbase.ports import Record
    from termbase.stores.sqlite import SqliteBase

    Answering = Callable[["Query"], tuple[Record, list[str]]]
    """Takes a query; returns the answer, and the languages in which it was looked for."""


_FILTERS = ("memory", "domain", "author", "since", "until", "confidence")


class Query:
    """What is asked. Before, after: its neighbours; context: the id that its file gives it."""

    __slots__ = ("after", "before", "context", "text")

    def __init__(
        self, text: str, before: str | None = None, after: str | None = None, context: str = ""
    ) -> None:
        self.text = text
        self.before = before
        self.after = after
        self.context = context


_LOWER = " — try: --min 50"
_PHRASE = 4
"""A text of so many words may be asked for as a phrase."""


def run(given: Given) -> int:
    """Search the memories for TEXT; «-» reads one text a line from stdin."""
    settings = settings_for(given)
    if given["min"] is not None and not 1 <= given["min"] <= 100:
        raise InputError(f"--min {given['min']}: give a score from 1 to 100")
    if given["min"] is not None and given["concordance"]:
        raise InputError("--min is for units like a text; -c finds a phrase or does not")
    output = Output(given)
    queries = _queries(given, output)
    many = len(queries) > 1
    counted = many and output.format in {"json", "jsonl"}  # each answer says there if it is empty
    found, empty = 0, 0
    with open_given_base(settings) as base:
        base.watch = counter("the index is missing; texts indexed", given)
        if given["concordance"]:
            answer = _concordance(given, settings, base)
        else:
            answer = _search(given, settings, base, brief=output.format in {"tsv", "plain"})
        if given["memory"]:
            from termbase.cli._names import refuse_unknown_memory

            for name in given["memory"].split(","):
                refuse_unknown_memory(name, units_of(base))
        for query in queries:
            one, tried = answer(query)
            found += len(one["hits"])
            empty += not one["hits"]
            _print(one, given, settings, output, many=many)
            if counted:
                continue
            alone = not many and not given["quiet"]
            hint = "" if one["hits"] else _hint(one["query"], given, settings, base, alone=alone)
            _say(one, tried, hint, settings, output)
    if counted and empty:
        output.note(f"nothing in the memories for {empty} of {len(queries)} texts")
    return 0 if found else 1


def _queries(given: Given, output: Output) -> list[Query]:
    """Return what is asked: TEXT, or each line of stdin, as it is or as an object of JSON."""
    if given["text"] != "-":
        return [Query(query_text(given["text"], "search for"))]
    if sys.stdin.isatty():
        output.note("reading texts from the terminal, one a line; end with Ctrl-D")
    whole = read_stdin().split("\n")
    lines = [line.removesuffix("\r") for line in whole if line.strip()]  # as Windows ends them
    if not lines:
        raise InputError("stdin is empty; pipe one text a line into «termbase search -»")
    return [_query(line, number) for number, line in enumerate(lines, 1)]


def _query(line: str, number: int) -> Query:
    """Read a line: ``{"text": …, "before": …, "after": …, "context": …}``, or the text itself."""
    if not line.lstrip().startswith('{"'):
        return Query(query_text(line, "search for"))
    import json

    try:
        given = json.loads(line)
    except ValueError:
        return Query(query_text(line, "search for"))
    values = [given.get(name) for name in ("text", "before", "after", "context")]
    if not isinstance(values[0], str) or not all(isinstance(one, str | None) for one in values):
        raise InputError(
            f'stdin:{number}: give {{"text": "…"}}, and perhaps "before", "after" and "context"'
        )
    text, before, after, context = values
    return Query(query_text(text, "search for"), before, after, context or "")


def _search(given: Given, settings: Settings, base: SqliteBase, *, brief: bool) -> Answering:
    from termbase.usecases.search_memory import search

    source = settings.value("source")
    units = units_of(base)

    def known(text: str, language: str) -> list[Record]:
        if language.partition("-")[0] not in terms_of(base).term_languages():
            return []  # without loading what recognises terms
        from termbase.usecases.recognise_terms import known_terms

        targets = settings.value("targets") if given["target"] else ()
        hits: list[Record] = known_terms(text, terms_of(base), source=language, targets=targets)[
            "hits"
        ]
        return hits

    wishes: dict[str, Any] = {
        "targets": settings.value("targets") if given["target"] else (),
        "minimum": _minimum(settings),
        "limit": settings.value("limit"),
        "terms": known,
    }

    from termbase.cli._search_wishes import wishes_for

    ranking = wishes_for(given, settings)
    ranking.brief = brief

    def found(query: str) -> tuple[Record, list[str]]:
        if given["source"]:
            return search(query, units, source=source, **wishes), [source]
        from termbase.usecases.search_languages import search_languages

        known = settings.value("targets")
        return search_languages(query, units, first=source or "", known=known, **wishes)

    def answer(asked: Query) -> tuple[Record, list[str]]:
        ranking.context = None
        if asked.before is not None or asked.context:
            from termbase.memory.context import Context

            ranking.context = Context(asked.before, asked.after, asked.context)
        wishes["wishes"] = ranking
        one, tried = found(asked.text)
        if one["hits"] or brief:
            return one, tried
        from termbase.usecases.known_parts import with_help

        helping = {name: wishes[name] for name in ("targets", "wishes", "terms")}
        return with_help(one, units, languages=tried, **helping), tried

    return answer


def _minimum(settings: Settings) -> int | None:
    """Return the least score, None where nobody set one: then an exact match stands alone."""
    setting = settings.values["min"]
    return None if setting.origin == "default" else setting.value


def _concordance(
    given: Given, settings: Settings, base: SqliteBase, *, marked: bool = True
) -> Answering:
    """Return what shows phrases in their contexts; marked: with their renderings."""
    from termbase.cli._search_wishes import filter_for
    from termbase.usecases.mark_renderings import renderings_of
    from termbase.usecases.show_concordance import concordance

    source = settings.value("source") if given["source"] else None
    wanted = filter_for(given)

    def answer(asked: Query) -> tuple[Record, list[str]]:
        query = asked.text
        found = concordance(
            query,
            units_of(base),
            source=source,
            targets=settings.value("targets") if given["target"] else (),
            limit=settings.value("limit"),
            filter=wanted,
            renderings=renderings_of(query, source, terms_of(base)) if marked else None,
        )
        return found, [source] if source else []

    return answer


def _print(answer: Record, given: Given, settings: Settings, output: Output, *, many: bool) -> None:
    from termbase.cli import _search_view as view

    if output.format in {"json", "jsonl"}:
        one_line = output.format == "jsonl" or many
        output.json(answer, indent=None if one_line else 1)
    elif answer["schema"].startswith("termbase.concordance"):
        view.print_concordance(answer, _languages(settings), output)
    else:
        names = settings.value("targets") if given["target"] else _languages(settings)
        view.print_matches(answer, [one for one in names if one != answer["source"]], output)


def _hint(query: str, given: Given, settings: Settings, base: SqliteBase, *, alone: bool) -> str:
    """Return what else to try where nothing was found: a short text may stand within others.

    That is looked up for a text asked for alone: many are not kept waiting for it.
    """
    if any(given[one] is not None for one in _FILTERS):
        return " with these filters"
    if given["concordance"] or given["min"] is not None:
        return ""
    phrase = alone and len(query.split()) <= _PHRASE and '"' not in query
    within = phrase and _concordance(given, settings, base, marked=False)(Query(query))
    return f' — try: termbase search -c "{query}"' if within and within[0]["hits"] else _LOWER


def _say(answer: Record, tried: list[str], hint: str, settings: Settings, output: Output) -> None:
    """Say what the text was read as where that was found out, or where nothing was found."""
    if not answer["hits"]:
        languages = f" in {', '.join(tried)}" if tried else ""
        output.note(f"nothing in the memories for «{shortened(answer['query'])}»{languages}{hint}")
    elif tried and answer["source"] != settings.value("source"):
        output.note(f"read as {answer['source']}")


def _languages(settings: Settings) -> list[str]:
    source = settings.value("source")
    return [*([source] if source else []), *settings.value("targets")]


COMMAND = Command(
    name="search",
    help="Search the memories for units like TEXT; with -c show a word or phrase in its contexts.",
    example="termbase search -c télédétection -t en",
    arguments=(Argument("text", "TEXT|-", "a segment; with -c a word or phrase; - reads stdin"),),
    options=(
        SOURCE,
        TARGET,
        Option(
            ("--min",), "the least score, 1 to 100; without it an exact match is alone", "N", int
        ),
        LIMIT,
        Option(("-c", "--concordance"), "show TEXT in its contexts, in any form"),
        Option(("--memory",), "only these memories", "NAMES"),
        Option(("--domain",), "only units of this domain", "NAME"),
        Option(("--author",), "only units that this person created or changed", "NAME"),
        Option(("--since",), "only units changed on this day or later", "DAY"),
        Option(("--until",), "only units changed on this day or before", "DAY"),
        Option(("--confidence",), "only units aligned with so many per cent, or not", "N", int),
        format_option("table", "plain", "tsv", "json", "jsonl"),
        JSON,
        EXIT_ZERO,
    ),
    run=run,
)
