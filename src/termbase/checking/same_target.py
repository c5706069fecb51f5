"""Different sources, same target: two segments that say different things are translated alike.

That is often right, since languages part meanings in different ways; so it is for information only.
Segments of fewer than three words and sources that differ in case and punctuation alone do
not count.

    bad   fr Fermez la vanne d'eau. | en Close the water valve. ¶ fr Ouvrez la vanne d'eau. | en Close the water valve.
    good  fr Fermez la vanne d'eau. | en Close the water valve. ¶ fr Fermez la vanne d'eau ! | en Close the water valve.
"""  # noqa: E501  (an example stands on one line)

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.checking.same_source import bare
from termbase.model.finding import Finding, Severity

ID = "T304"
SEVERITY = Severity.INFO
ON = False

_FEWEST_WORDS = 3


class SameTarget:
    """The translations met, with the first source of each."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, ...], str] = {}
        self._found: list[Finding] = []

    def read(self, reading: Reading) -> None:
        """Take in the next pair."""
        if not reading.translated or not reading.pair.source.strip():
            return
        target = bare(reading.pair.target)
        if len(target) < _FEWEST_WORDS:
            return
        first = self._first.setdefault(target, reading.pair.source)
        if first is reading.pair.source or bare(first) == bare(reading.pair.source):
            return
        self._found.append(
            reading.whole(ID, SEVERITY, "another source has the same translation", f"was «{first}»")
        )

    def findings(self) -> Iterator[Finding]:
        """Yield each source whose translation is that of another one."""
        yield from self._found


watch = SameTarget
