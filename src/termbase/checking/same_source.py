"""Same source, different targets: a segment that repeats is translated in another way.

The first translation is what the others are held to. Case, punctuation and spaces do not count,
nor do segments of fewer than two words, whose translation hangs on what stands around them.
Different plural forms of a message are not compared, nor are messages of different contexts.

    bad   fr Lors de la réunion. | en During the meeting. ¶ fr Lors de la réunion. | en At the meeting.
    good  fr Lors de la réunion. | en During the meeting. ¶ fr Lors de la réunion ! | en During the meeting!
"""  # noqa: E501  (an example stands on one line)

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.text.normalise import fold
from termbase.text.words import words

ID = "T303"
SEVERITY = Severity.WARNING
ON = False

_FEWEST_WORDS = 2


class SameSource:
    """The segments met, with the first translation of each."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, tuple[str, ...]], str] = {}
        self._found: list[Finding] = []

    def read(self, reading: Reading) -> None:
        """Take in the next pair."""
        if not reading.translated or not reading.pair.source.strip():
            return
        source = bare(reading.pair.source)
        if len(source) < _FEWEST_WORDS:
            return
        pair = reading.pair
        first = self._first.setdefault((pair.form, pair.context, source), pair.target)
        if first is pair.target or bare(first) == bare(pair.target):
            return
        self._found.append(
            reading.whole(ID, SEVERITY, "the same source has another translation", f"was «{first}»")
        )

    def findings(self) -> Iterator[Finding]:
        """Yield each translation that differs from the first one."""
        yield from self._found


def bare(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared."""
    return tuple(fold(word.text) for word in words(text))


watch = SameSource
