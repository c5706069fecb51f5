"""Findings of an old text that are known and left alone → a file; later findings without them.

A finding is known by its file, its rule and the words around it, not by its line, so that a text
may move. A file is named as it lies from the baseline, however somebody names it who checks it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from types import MappingProxyType

from termbase.errors import FormatError
from termbase.model.finding import Finding

_SCHEMA = "termbase.baseline/1"


def write_baseline(
    findings: Iterable[Finding],
    from_here: Callable[[str], str],
    others: Mapping[str, int] = MappingProxyType({}),
) -> bytes:
    """Return a baseline: how often each finding occurs, sorted, one a line.

    Args:
        findings: What it knows.
        from_here: The name of a file → its path from the baseline, with slashes.
        others: What it knows of files that were not checked.
    """
    counts = Counter(others)
    counts.update(_key(finding, from_here) for finding in findings)
    body = {"schema": _SCHEMA, "findings": dict(sorted(counts.items()))}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def read_baseline(path: str, data: bytes) -> Counter[str]:
    """Return what a baseline knows.

    Raises:
        FormatError: If it is none.
    """
    try:
        body = json.loads(data)
        if body["schema"] != _SCHEMA:
            raise ValueError("another schema")
        return Counter({str(key): int(number) for key, number in body["findings"].items()})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        remedy = "write a new one with --update-baseline"
        raise FormatError(path, "is no baseline", remedy=remedy) from error


def of_others(known: Mapping[str, int], is_other: Callable[[str], bool]) -> dict[str, int]:
    """Return what a baseline knows of some files.

    Args:
        known: As `read_baseline` returns it.
        is_other: The path of a file from the baseline → whether it is one of them.
    """
    return {key: many for key, many in known.items() if is_other(key.rsplit(" ", 2)[0])}


def beyond(
    findings: Iterable[Finding], known: Counter[str], from_here: Callable[[str], str]
) -> list[Finding]:
    """Return the findings that a baseline does not know, each known one used up once.

    Args:
        findings: Of the texts as they are now.
        known: As `read_baseline` returns it; earlier baselines named files as they were given.
        from_here: As for `write_baseline`.
    """
    left = Counter(known)
    fresh = []
    for finding in findings:
        keys = (_key(finding, from_here), _key(finding, _as_given))
        key = next((one for one in keys if left[one]), None)
        if key:
            left[key] -= 1
        else:
            fresh.append(finding)
    return fresh


def _as_given(path: str) -> str:
    return path.replace("\\", "/")


def fingerprint(finding: Finding) -> str:
    """Return what a finding of a rule in a file is known by, wherever it stands there."""
    marked = finding.target[slice(*finding.target_span)] if finding.target_span else ""
    words = "\0".join((finding.message, marked, finding.source, finding.target))
    return blake2b(words.encode(), digest_size=8).hexdigest()


def _key(finding: Finding, from_here: Callable[[str], str]) -> str:
    path = from_here(finding.place.path) if finding.place else ""
    return f"{path} {finding.rule} {fingerprint(finding)}"
