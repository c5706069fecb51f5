"""A list of translations becomes changes to the units of a file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from termbase.errors import FormatError
from termbase.model.bilingual import BilingualUnit, Change
from termbase.model.repair import Repair, Report
from termbase.ports.files import Files

_TEXTS = ("target", "state", "note")


def read_changes(path: str, text: str) -> dict[str, tuple[int, Change]]:
    """Return the changes that JSON lines ask for, by the id of the unit, each with its line.

    Args:
        path: For messages.
        text: One object a line, ``{"id": …, "target": …}``; ``state`` and ``note`` may be there,
            everything else is passed over, so that what `units` prints can be edited.

    Raises:
        FormatError: If a line is no such object, or two lines are about the same unit.

    >>> read_changes("t.jsonl", '{"id": "1", "target": "Bonjour"}')
    {'1': (1, Change(target='Bonjour', state=None, note=None))}
    """
    found: dict[str, tuple[int, Change]] = {}
    for number, record in _records(path, text):
        name = record.get("id")
        texts = {key: record.get(key) for key in _TEXTS}
        wrong = [key for key, value in texts.items() if not isinstance(value, str | None)]
        if not isinstance(name, str) or wrong:
            problem = f"«{wrong[0]}» is no text" if wrong else "there is no «id»"
            raise FormatError(path, problem, line=number, remedy='write {"id": …, "target": …}')
        if name in found:
            problem = f"unit «{name}» stands on line {found[name][0]} already"
            raise FormatError(path, problem, line=number, remedy="remove one")
        found[name] = number, Change(**texts)
    return found


def patch_file(
    path: str,
    listed: Mapping[str, tuple[int, Change]],
    files: Files,
    *,
    named: str,
    report: Report | None = None,
) -> tuple[bytes, int]:
    """Return the bytes of a file with changes, and how many of its units become other ones.

    Args:
        path: The file.
        listed: What `read_changes` returns.
        named: The list, for messages.

    A unit whose new target lacks codes of its source, which its old one does not lack, stays as it
    was, and that is reported.

    Raises:
        FormatError: If the file has no such unit.
    """
    changes = {name: change for name, (_, change) in listed.items()}
    data, units = files.patched(path, changes, report=report)
    known = {unit.id: unit for unit in units}
    for name, (line, _) in listed.items():
        if name not in known:
            remedy = f"list its units: termbase units {path}"
            raise FormatError(named, f"{path} has no unit «{name}»", line=line, remedy=remedy)
    lost = {name: _lost(known[name], change.target) for name, change in changes.items()}
    if any(lost.values()):
        changes = {name: change for name, change in changes.items() if not lost[name]}
        data, _ = files.patched(path, changes)
    for name, tags in lost.items():
        if tags and report:
            problem = f"unit «{name}»: its new target lacks {', '.join(tags)} of its source"
            report(Repair(path, known[name].line, problem, "left as it was", rejected=True))
    return data, sum(_differs(known[name], change) for name, change in changes.items())


def _lost(unit: BilingualUnit, target: str | None) -> list[str]:
    """Return the tags that a new target lacks, not the old one; no translation lacks nothing."""
    if not target or not target.strip():
        return []
    old = unit.target or unit.source
    return [
        tag
        for tag in unit.needed
        if target.count(tag) < min(unit.source.count(tag), old.count(tag))
    ]


def _differs(unit: BilingualUnit, change: Change) -> bool:
    return (
        change.target not in {None, unit.target}
        or change.state not in {None, unit.state}
        or bool(change.note)
    )


def _records(path: str, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise FormatError(path, f"is no JSON: {error}", line=number) from error
        if not isinstance(record, dict):
            raise FormatError(path, "is no JSON object", line=number)
        yield number, record
