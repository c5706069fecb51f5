"""Length: the translation is longer than its file has room for.

Only where the file gives a limit, as XLIFF does with ``maxwidth``. Code points are counted.

    bad   en Save [8] | fr Enregistrer
    good  en Save [12] | fr Enregistrer
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity

ID = "T801"
SEVERITY = Severity.ERROR


def find(reading: Reading) -> Iterator[Finding]:
    """Report what is beyond the limit."""
    longest, text = reading.pair.longest, reading.pair.target
    parted = {one.at for one in reading.pair.target_codes if text[one.at : one.at + 1] == "\n"}
    length = len(text) - len(parted)  # a code between two words is no character
    if longest is not None and length > longest:
        yield reading.at(
            ID,
            SEVERITY,
            f"too long: {length} characters where {longest} have room",
            f"shorten it by {length - longest}",
            target=(longest, len(text)),
        )
