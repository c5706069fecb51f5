"""Which units a search may answer with, by what is said of them; applied before ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from termbase.model.unit_record import record_attribute

_DOMAIN = ("domain", "subject")
"""How the types of properties end that name a domain: ``x-domain``, ``client:Subject`` …"""


class UnitFilter:
    """What a unit must be; what is empty or None is not asked.

    Attributes:
        memories: In one of these.
        domain: With a property for a domain that has this value, whatever its case.
        author: Created or changed by.
        since, until: Changed, or else created, on these days or between; ``YYYYMMDD``.
        confidence: Aligned with at least so much; a unit that was not aligned passes.
    """

    __slots__ = ("author", "confidence", "domain", "memories", "since", "until")

    def __init__(
        self,
        memories: Sequence[str] = (),
        domain: str = "",
        author: str = "",
        since: str = "",
        until: str = "",
        confidence: float | None = None,
    ) -> None:
        self.memories = memories
        self.domain = domain.casefold()
        self.author = author.casefold()
        self.since = since
        self.until = until
        self.confidence = confidence

    @property
    def reads(self) -> bool:
        """Whether anything is asked that only the unit itself tells."""
        given = (self.domain, self.author, self.since, self.until)
        return any(given) or self.confidence is not None

    def accepts(self, memory: str, changed: str, record: Mapping[str, Any]) -> bool:
        """Say whether a unit passes.

        Args:
            memory: Its memory.
            changed: Its date as TMX writes it, or empty.
            record: What is kept of it.
        """
        if self.memories and memory not in self.memories:
            return False
        if (self.since or self.until) and not self._dated(changed[:8]):
            return False
        if self.author and self.author not in _authors(record):
            return False
        if not self.domain and self.confidence is None:
            return True
        values = _properties(record)
        if self.domain and self.domain not in [
            value.casefold() for kind, value in values if kind.casefold().endswith(_DOMAIN)
        ]:
            return False
        sure = [_number(value) for kind, value in values if kind == "x-confidence"]
        return self.confidence is None or all(one >= self.confidence for one in sure)

    def _dated(self, day: str) -> bool:
        return bool(day) and self.since <= day <= (self.until or "9")


def _authors(record: Mapping[str, Any]) -> list[str]:
    holders = [record, *record["variants"]]
    found = [record_attribute(one, name) for one in holders for name in ("changeid", "creationid")]
    return [one.casefold() for one in found if one]


def _properties(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    holders = [record, *record["variants"]]
    return [(one["type"], one["value"]) for each in holders for one in each.get("properties", ())]


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0
