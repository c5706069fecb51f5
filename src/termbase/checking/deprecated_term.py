"""Deprecated term: the translation uses a term that the glossary gives up for another.

It is reported opposite a term of its concept, and anywhere where the glossary knows no source
term or there is no source. What is forbidden besides is T101.

    glossary  fr engin spatial | en spacecraft | en space vehicle: deprecated
    bad       fr L'engin spatial est en orbite. | en The space vehicle is in orbit.
    good      fr L'engin spatial est en orbite. | en The spacecraft is in orbit.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.checking.wording import misuse_finding
from termbase.model.finding import Finding, Severity

ID = "T102"
SEVERITY = Severity.WARNING


def find(reading: Reading) -> Iterator[Finding]:
    """Report each deprecated term where it stands."""
    for misuse in reading.misuses:
        if not misuse.forbidden:
            yield misuse_finding(reading, misuse, ID, SEVERITY, "deprecated term")
