"""How the answers of ``termbase lookup`` look: as a table, a line, tab-separated or JSON."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from termbase.cli._output import (
    DIM,
    GREEN,
    RED,
    STRUCK,
    Output,
    cell_lines,
    column_widths,
    counted,
    padded,
    text_width,
    wrapped,
)

if TYPE_CHECKING:
    from termbase.config.settings import Settings
    from termbase.ports import Record

_FOUND = {
    "exact": "exact",
    "folded": "case or signs",
    "accents": "accents",
    "punctuation": "punctuation",
    "spelling": "spelling",
    "inflected": "inflected",
    "rearranged": "other order",
    "script": "other script",
    "keyboard": "keyboard",
    "acronym": "acronym",
    "prefix": "beginning",
    "part": "part",
}
_FACTS = ("part_of_speech", "gender", "number", "type", "process")
_NAMED = ("region", "customer", "project", "context", "source", "reliability")
_GROUPS = ("preferred", "admitted", "", "superseded", "deprecated")


def print_lookup(answer: Record, settings: Settings, output: Output) -> None:
    """Print what a lookup found, in the format asked for."""
    hits = answer["hits"]
    languages = _languages(hits, settings)
    if output.format == "json":
        output.json(answer)
    elif output.format == "tsv":
        for hit in hits:
            cells = _columns(hit, languages, settings)
            output.row([hit["term"], *cells, hit.get("status", ""), how_found(hit)])
    elif output.format == "plain":
        several = _of_several(hits)
        for hit in hits:
            cells = [
                _usable(hit, language) for language in languages if language != hit["language"]
            ]
            kind = f" [{hit['part_of_speech']}]" if _is_homograph(hit, hits) else ""
            found = how_found(hit) + (f", {hit['glossary']}" if several else "")
            output.print(f"{_rendered(hit, cells, kind)}  ({found})")
    elif hits:
        _print_table(hits, languages, output)
        glossaries = len({hit["glossary"] for hit in hits})
        output.note(f"{counted(len(hits), 'concept')} · {counted(glossaries, 'glossary')}")


def print_known_terms(answer: Record, settings: Settings, output: Output) -> None:
    """Print the known terms of a text, in the order of the text, each once."""
    hits = answer["hits"]
    if output.format == "json":
        output.json(answer)
        return
    languages = _languages(hits, settings)
    for hit in hits:
        cells = [_usable(hit, language) for language in languages if language != hit["language"]]
        if output.format == "tsv":
            output.row([hit["term"], *cells, hit.get("status", "")])
        else:
            output.print(f"{_rendered(hit, cells)}  ({counted(hit['count'], 'time')})")
    output.note(f"{counted(len(hits), 'known term')} in the text")


def _columns(hit: Record, languages: list[str], settings: Settings) -> list[str]:
    """Return what is said in the other languages: as many cells for every hit.

    Languages that are asked for have a column each, whatever language a term is found in.
    """
    if settings.values["targets"].origin == "command line":
        return [_usable(hit, language) for language in settings.value("targets")]
    own = hit["language"].split("-")[0]
    return [_usable(hit, language) for language in languages if language != own]


def _of_several(hits: list[Record]) -> bool:
    """Say whether hits are of more than one glossary, so that each has to be told."""
    return len({hit["glossary"] for hit in hits}) > 1


def _is_homograph(hit: Record, hits: list[Record]) -> bool:
    """Say whether a term is spelt as another one that is found, and is another kind of word."""
    kinds = {one.get("part_of_speech") for one in hits if one["term"] == hit["term"]}
    return bool(hit.get("part_of_speech")) and len(kinds) > 1


def _rendered(hit: Record, cells: list[str], kind: str = "") -> str:
    """Return a term and what it is in other languages, where these are wanted.

    One that is not to be used is crossed out, with the one of its language to use instead.

    Args:
        kind: What kind of word it is, where that must be said.
    """
    term = _cell(hit) + kind
    if _cell(hit) != hit["term"] and (better := _usable(hit, hit["language"])):
        term = f"{term}, use {better}"
    said = " · ".join(cell for cell in cells if cell)
    return f"{term} → {said}" if cells else term


def how_found(hit: Record) -> str:
    """Say how a hit was found, for people."""
    if hit["tier"] == "misspelt":
        return f"≈ {hit['score']} %"
    return _FOUND[hit["tier"]]


def _languages(hits: list[Record], settings: Settings) -> list[str]:
    """Return the languages to show: that of the first hit, then the project's, then the rest.

    Where languages are asked for: those of all hits, then these.
    """
    present = {hit["language"].split("-")[0] for hit in hits}
    present |= {language for hit in hits for language in hit["targets"]}
    asked = settings.values["targets"].origin == "command line"
    order = [hit["language"].split("-")[0] for hit in hits[: len(hits) if asked else 1]]
    order += [] if asked else [settings.value("source"), settings.own_source()]
    order += list(settings.value("targets"))
    order += [] if asked else sorted(present)
    wanted = present | set(settings.value("targets") if asked else ())
    return list(dict.fromkeys(one for one in order if one in wanted))


def _terms(hit: Record, language: str) -> list[Record]:
    if hit["language"].split("-")[0] == language:
        return [hit, *hit["synonyms"]]
    terms: list[Record] = hit["targets"].get(language, [])
    return terms


def _usable(hit: Record, language: str) -> str:
    """Return the terms to use in a language, the preferred one alone if there is one."""
    terms = [
        one
        for one in _terms(hit, language)
        if one.get("status") not in ("deprecated", "superseded")
    ]
    preferred = [one for one in terms if one.get("status") == "preferred"] or terms
    return " / ".join(one["term"] for one in preferred)


def _print_table(hits: list[Record], languages: list[str], output: Output) -> None:
    heads = ["#", *languages, "status", "found"]
    blocks = [_rows(number, hit, languages) for number, hit in enumerate(hits, 1)]
    widths = column_widths(heads, [row for rows in blocks for row in rows], output.width)
    if sum(widths) + 2 * (len(widths) - 1) > output.width:
        for hit, rows in zip(hits, blocks, strict=True):
            _print_block(rows, languages, output)
            output.print(*(output.paint(f"   {one}", DIM) for one in _details(hit, hits, output)))
        return
    output.print("  ".join(map(padded, heads, widths)).rstrip())
    output.print("  ".join("─" * width for width in widths))
    for hit, rows in zip(hits, blocks, strict=True):
        for row in rows:
            _print_row(row, widths, output)
        for line in _details(hit, hits, output):
            output.print(output.paint(f"   {line}", DIM))


def _print_block(rows: list[list[str]], languages: list[str], output: Output) -> None:
    """Print a concept on a terminal too narrow for columns: each term on a line of its own."""
    for number, *cells, status, found in rows:
        for language, cell in zip(languages, cells, strict=True):
            said = ", ".join(part for part in (status, found) if part)
            lines = wrapped(f"{cell} ({said})" if said else cell, output.width - 8)
            if cell:
                output.print(f"{number:2} {language:4} {lines[0]}")
                output.print(*(f"        {line}" for line in lines[1:]))
                number, found = "", ""  # noqa: PLW2901  (they head the concept alone)


def _rows(number: int, hit: Record, languages: list[str]) -> list[list[str]]:
    """Return the rows of a concept: its terms beside each other, one status after the other."""
    rows: list[list[str]] = []
    for status in _GROUPS:
        columns = [
            [one for one in _terms(hit, language) if one.get("status", "") == status]
            for language in languages
        ]
        for terms in zip_longest(*columns):
            banned = any(one and one.get("forbidden") for one in terms)
            rows.append(
                [
                    "" if rows else str(number),
                    *(_cell(one) for one in terms),
                    f"{status}, forbidden" if banned else status,
                    "" if rows else how_found(hit),
                ]
            )
    return rows


def _cell(term: Record | None) -> str:
    if term is None:
        return ""
    return (
        f"✗ {term['term']}" if term.get("status") in ("deprecated", "superseded") else term["term"]
    )


def _print_row(row: list[str], widths: list[int], output: Output) -> None:
    cells = [cell_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        painted = [
            _painted(text, row, whole, output) + " " * (width - text_width(text))
            for text, whole, width in zip(line, row, widths, strict=True)
        ]
        output.print("  ".join(painted).rstrip())


def _painted(text: str, row: list[str], whole: str, output: Output) -> str:
    if whole.startswith("✗ "):
        return output.paint(text, STRUCK)
    if whole == row[-2] and "forbidden" in whole:
        return output.paint(text, RED)
    return output.paint(text, GREEN) if whole and row[-2] == "preferred" == whole else text


def _details(hit: Record, hits: list[Record], output: Output) -> list[str]:
    """Return what is said of a concept below its terms; with ``--verbose`` all that is known."""
    width = output.width - 3
    lines = []
    if _is_homograph(hit, hits) and not output.verbose:
        lines.append(f"{hit['term']}: {hit['part_of_speech']}")
    definitions = hit["definitions"]
    if definitions:
        chosen = definitions.get(hit["language"]) or next(iter(definitions.values()))
        lines += wrapped(chosen, width)
    others = [*hit["synonyms"], *(one for terms in hit["targets"].values() for one in terms)]
    notes = [f"note: {hit['note']}"] if hit.get("note") else []
    notes += [f"{one['term']}: {one['note']}" for one in others if one.get("note")]
    for note in dict.fromkeys(notes):
        lines += wrapped(note, width)
    for used in hit["used"]:
        last = f", last {used['last']}" if used["last"] else ""
        place = used["path"] or used["memory"]
        lines += wrapped(f"used {used['units']}× in {place}{last}", width)
        if output.verbose:
            for language, text in used["example"].items():
                lines += wrapped(f"  {language}  {text}", width)
    if output.verbose:
        return lines + _grammar(hit, others, width)
    return [*lines, *(wrapped(f"in {hit['glossary']}", width) if _of_several(hits) else ())]


def _grammar(hit: Record, others: list[Record], width: int) -> list[str]:
    """Return what is known of each term: what kind of word it is, where it is used and found."""
    lines = []
    for one in [hit, *others]:
        facts = [one[key] for key in _FACTS if one.get(key)]
        facts += [f"{key}: {one[key]}" for key in _NAMED if one.get(key)]
        if facts:
            lines += wrapped(f"{one['term']}: {', '.join(facts)}", width)
    if hit["subject"]:
        lines += wrapped(f"subject: {hit['subject']}", width)
    return [*lines, *wrapped(f"entry {hit['concept']} in {hit['glossary']}", width)]
