"""``termbase stats``: what a base holds, in figures."""

from __future__ import annotations

from termbase.bootstrap import terms_of, units_of
from termbase.cli._declare import JSON, Command, Given, format_option
from termbase.cli._output import Output, column_widths, padded, text_width, wrapped
from termbase.cli._session import open_given_base, settings_for
from termbase.usecases.summarise_base import summarise


def run(given: Given) -> int:
    """Print how much each memory and glossary holds."""
    settings = settings_for(given)
    output = Output(given)
    with open_given_base(settings) as base:
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


def _spoken(counts: dict[str, int]) -> str:
    return " · ".join(f"{language} {count}" for language, count in counts.items())


COMMAND = Command(
    name="stats",
    help="Show how much each memory and glossary of the base holds.",
    example="termbase stats",
    arguments=(),
    options=(format_option("table", "tsv", "json"), JSON),
    run=run,
)
