"""Comments and processing instructions of an XML file, counted while it is read: none is kept.

The one fact to remember: what stands in a CDATA section or in another comment is none.
"""

from __future__ import annotations

import re

from termbase.model.repair import Repair, Report

_OPENED = re.compile(r"<!--|<\?|<!\[CDATA\[")
_CLOSED = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_KINDS = {"<!--": "comment", "<?": "processing instruction"}
_declaration = re.compile(r"<\?xml\s").match
_ENOUGH = len("<?xml ")
_CARRIED = len("<![CDATA[") - 1


class Asides:
    """Counts them over the pieces of a file, however it is cut."""

    def __init__(self) -> None:
        self._open = ""
        self._rest = ""
        self._line = 1
        self._found: dict[str, list[int]] = {}

    def read(self, piece: str) -> None:
        """Count what opens in the next piece."""
        text = self._rest + piece
        at = 0
        while True:
            if self._open:
                closing = _CLOSED[self._open]
                end = text.find(closing, at)
                if end < 0:
                    at = max(at, len(text) - len(closing) + 1)
                    break
                at, self._open = end + len(closing), ""
            found = _OPENED.search(text, at)
            if not found:
                at = max(at, len(text) - _CARRIED)
                break
            if len(text) - found.start() < _ENOUGH:
                at = found.start()
                break
            self._open = found[0]
            if found[0] in _KINDS and not _declaration(text, found.start()):
                line = self._line + text.count("\n", 0, found.start())
                self._found.setdefault(_KINDS[found[0]], []).append(line)
            at = found.end()
        self._line += text.count("\n", 0, at)
        self._rest = text[at:]

    def tell(self, path: str, report: Report) -> None:
        """Report each kind once: how many there are, and where the first stands."""
        self.read(" " * _ENOUGH)  # nothing more may come behind what is left
        for kind, lines in self._found.items():
            count = f"{len(lines)} {kind}{'' if len(lines) == 1 else 's'}"
            report(Repair(path, lines[0], count, "left out; a memory has no place for them"))
