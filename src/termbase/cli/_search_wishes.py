"""How a search ranks, by the table ``[search]``, and what it leaves out, by its options."""

from __future__ import annotations

from datetime import date
from typing import Any

from termbase.cli._declare import Given
from termbase.config.settings import Settings
from termbase.errors import ConfigError, InputError
from termbase.memory.penalties import POINTS
from termbase.memory.unit_filter import UnitFilter
from termbase.usecases.search_memory import Trust, Wishes

_OF_A_MEMORY = ("penalty", "priority")


def wishes_for(given: Given, settings: Settings) -> Wishes:
    """Return how to rank and what to leave out.

    Raises:
        ConfigError: If ``[search]`` says what it cannot say.
        InputError: If a day is none.
    """
    table = settings.file.get("search", {})
    if not isinstance(table, dict) or table.keys() - {"penalties", "memory"}:
        raise _wrong("[search]", "it knows [search.penalties] and [search.memory.NAME]")
    memories = table.get("memory", {})
    if not isinstance(memories, dict):
        raise _wrong("[search.memory]", "write [search.memory.NAME]")
    points = _numbers("[search.penalties]", table.get("penalties", {}), tuple(POINTS))
    trust = {
        name: Trust(**_numbers(f"[search.memory.{name}]", one, _OF_A_MEMORY))
        for name, one in memories.items()
    }
    return Wishes({**POINTS, **points}, trust, filter_for(given))


def filter_for(given: Given) -> UnitFilter:
    """Return which units a search may answer with.

    Raises:
        InputError: If a day is none, or the first comes after the last.
    """
    sure = given["confidence"]
    if sure is not None and not 0 <= sure <= 100:
        raise InputError(f"--confidence {sure}: give a number from 0 to 100")
    since, until = (_day(f"--{name}", given[name]) for name in ("since", "until"))
    if since and until and since > until:
        raise InputError(f"--since {given['since']} comes after --until {given['until']}")
    return UnitFilter(
        given["memory"].split(",") if given["memory"] else (),
        given["domain"] or "",
        given["author"] or "",
        since,
        until,
        None if sure is None else sure / 100,
    )


def _day(option: str, written: str | None) -> str:
    """Return a day as TMX writes it."""
    if not written:
        return ""
    digits = written.replace("-", "")
    try:
        if not (digits.isascii() and digits.isdigit() and len(digits) == 8):
            raise ValueError
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise InputError(f"{option} {written}: give a day such as 2026-11-22") from None
    return digits


def _numbers(where: str, table: Any, known: tuple[str, ...]) -> dict[str, int]:
    """Return a table of whole numbers from 0 to 100."""
    if not isinstance(table, dict):
        raise _wrong(where, "write names and numbers, such as case = 1")
    for name, value in table.items():
        if name not in known:
            raise _wrong(where, f"it knows no «{name}», but {', '.join(known)}")
        if type(value) is not int or not 0 <= value <= 100:
            raise _wrong(where, f"{name} is «{value}»; write a whole number from 0 to 100")
    return dict(table)


def _wrong(where: str, why: str) -> ConfigError:
    return ConfigError(f"termbase.toml: {where} is wrong: {why}")
