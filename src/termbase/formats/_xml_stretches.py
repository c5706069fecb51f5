"""An XML file into stretches of markup and text, and stretches that are taken as they stand.

The one fact to remember: in a comment, an instruction and CDATA no sign means anything but their
end; what mends a file must leave them as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDS = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
"""What ends a stretch that is taken as it stands, by what begins it."""
_begun = re.compile("|".join(map(re.escape, _ENDS)))
UNFINISHED = r"<(?:\??|!-{0,3}|!\[[CDAT]{0,5})|\]{1,2}|-{1,2}|\?"
"""Of a regular expression: what may be the beginning of one of these signs."""


class Stretches:
    """Cuts one file; knows in what it is."""

    def __init__(self) -> None:
        self._end = ""

    def of(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield the stretches of the next piece, and of each whether it is taken as it stands.

        Args:
            text: Cuts no sign that begins or ends a stretch in two.
        """
        at, end = 0, self._end
        while True:
            if end:
                found = text.find(end, at)
                if found < 0:
                    break
                stop = found + len(end)
                yield text[at:stop], True
                at = stop
            begun = _begun.search(text, at)
            end = _ENDS[begun[0]] if begun else ""
            if begun is None:
                break
            yield text[at : begun.end()], False
            at = begun.end()
        self._end = end
        yield text[at:], bool(end)
