"""Untranslated: the target says the same words as the source.

Case and punctuation do not count. Names, numbers, addresses and codes may stay as they are: only
segments with at least three words, two of them in small letters, are reported.

    bad   fr Lors de la réunion. | en Lors de la réunion.
    good  fr Roscosmos, Soyouz MS | en Roscosmos, Soyouz MS
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity

ID = "T301"
SEVERITY = Severity.ERROR


def find(reading: Reading) -> Iterator[Finding]:
    """Report a target that repeats its source."""
    if reading.untranslated:
        yield reading.whole(
            ID, SEVERITY, "untranslated: the target repeats the source", "translate it"
        )
