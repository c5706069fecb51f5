"""Empty: there is a source and no translation.

White space alone is no translation. What else is missing with it, terms and numbers, is not
reported besides.

    bad   fr Lors de la réunion. | en
    good  fr Lors de la réunion. | en During the meeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity

ID = "T302"
SEVERITY = Severity.ERROR


def find(reading: Reading) -> Iterator[Finding]:
    """Report a target without a text."""
    if reading.empty:
        remedy = f"translate it into {reading.target_language}"
        yield reading.whole(ID, SEVERITY, "empty: the source has no translation", remedy)
