"""``termbase units``: what a bilingual file asks to be translated, and what it has."""

from __future__ import annotations

import json
from typing import Any

from termbase.bootstrap import LocalFiles
from termbase.cli._declare import SOURCE, TARGET, Argument, Command, Given, Option, format_option
from termbase.cli._output import Output, counted
from termbase.cli._session import refuse_folder
from termbase.errors import InputError
from termbase.model.bilingual import BilingualUnit
from termbase.model.language import language_tag
from termbase.model.repair import Repair


def run(given: Given) -> int:
    """Print each unit of FILE."""
    path = given["file"]
    refuse_folder(path)
    output = Output(given)
    wanted = [language_tag(given[one]) if given[one] else None for one in ("source", "target")]
    repairs: list[Repair] = []
    found = LocalFiles().read_bilingual(
        path, source=wanted[0], target=wanted[1], report=repairs.append
    )
    chosen = [one for one in found.units if _is_wanted(one, given["only"])]
    for one in chosen:
        if output.format == "jsonl":
            output.print(json.dumps(_record(one), ensure_ascii=False))
        elif output.format == "tsv":
            output.row([one.id, one.source, one.target or "", one.state])
        else:
            state = f"  ({one.state})" if one.state else ""
            output.print(f"{one.id}{state}", f"  {one.source}", f"  {one.target or '–'}")
    open_units = sum(not one.target for one in found.units)
    figures = f"{counted(len(found.units), 'unit')}, {open_units} without a translation"
    output.note(f"{path}: {figures}")
    output.tell(repairs)
    return 0


def _is_wanted(unit: BilingualUnit, only: str | None) -> bool:
    if only is None:
        return True
    if only not in {"untranslated", "translated"}:
        raise InputError(f"--only {only}: is none of untranslated, translated")
    return bool(unit.target) == (only == "translated")


def _record(unit: BilingualUnit) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": unit.id,
        "source": unit.source,
        "target": unit.target,
        "state": unit.state,
    }
    beside = {
        "context": unit.context,
        "notes": list(unit.notes),
        "longest": unit.longest,
        "codes": dict(unit.codes),
        "line": unit.line,
    }
    return record | {name: value for name, value in beside.items() if value}


COMMAND = Command(
    name="units",
    help="List the units of a bilingual file: id, source, target, state.",
    example="termbase units job.xliff -f jsonl",
    arguments=(Argument("file", "FILE", "XLIFF, PO, TMX or another bilingual file"),),
    options=(
        SOURCE,
        TARGET,
        Option(("--only",), "units that are untranslated, or translated", "WHICH"),
        format_option("table", "tsv", "jsonl"),
    ),
    run=run,
)
