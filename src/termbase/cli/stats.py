"""``termbase stats``: what a base holds, in figures."""

from __future__ import annotations

from termbase.bootstrap import terms_of, units_of
from termbase.cli._declare import GLOSSARY, JSON, Command, Given, format_option
from termbase.cli._names import refuse_unknown_glossary
from termbase.cli._output import Output, column_widths, padded, text_width, wrapped
from termbase.cli._session import open_given_base, settings_for
from termbase.ports import Record
from termbase.usecases.summarise_base import summarise
from termbase.usecases.summarise_glossary import summarise_glossary

_NAMES = 16
"""Columns for the name of a figure."""


def run(given: Given) -> int:
    """Print how much each memory and glossary holds."""
    settings = settings_for(given)
    output = Output(given)
    with open_given_base(settings) as base:
        if given["glossary"]:
            refuse_unknown_glossary(given["glossary"], terms_of(base))
            concepts = (one for _, one in terms_of(base).all_concepts(given["glossary"]))
            return _print_glossary(summarise_glossary(concepts, given["glossary"]), output)
        answer = summarise(terms_of(base), units_of(base))
    if output.format == "json":
        output.json(answer)
        return 0
    rows = [
        ["memory", one["name"], str(one["units"]), "units", _spoken(one["texts"])]
        for one in answer["memories"]
    ]
    rows += [
        ["glossary", one["name"], str(one["concepts"]), "concepts", _spoken(one["terms"])]
        for one in answer["glossaries"]
    ]
    if output.format == "tsv":
        for row in rows:
            output.row(row)
    else:
        widths = column_widths([""] * 4, [row[:4] for row in rows], output.width)
        for row in rows:
            head = "  ".join(map(padded, row[:4], widths))
            first, *more = wrapped(row[4], output.width - text_width(head) - 2)
            output.print(f"{head}  {first}".rstrip())
            output.print(*(" " * (text_width(head) + 2) + line for line in more))
        output.note(f"base: {settings.value('base')}")
    return 0


def _print_glossary(answer: Record, output: Output) -> int:
    if output.format == "json":
        output.json(answer)
        return 0
    rows = [
        [key, _spoken(value)] for key, value in answer.items() if key not in ("schema", "languages")
    ]
    rows += [[language, _spoken(counts)] for language, counts in answer["languages"].items()]
    for key, said in rows:
        name = key.replace("_", " ")
        if output.format == "tsv":
            output.row([name, said])
        else:
            first, *more = wrapped(said, output.width - _NAMES)
            output.print(padded(name, _NAMES) + first, *(" " * _NAMES + line for line in more))
    return 0


def _spoken(counts: object) -> str:
    if not isinstance(counts, dict):
        return str(counts)
    return " · ".join(f"{language} {count}" for language, count in counts.items())


COMMAND = Command(
    name="stats",
    help="Show what each memory and glossary of the base holds, or the figures of one glossary.",
    example="termbase stats --glossary space",
    arguments=(),
    options=(GLOSSARY, format_option("table", "tsv", "json"), JSON),
    run=run,
)
