"""How an XML file writes its characters, so that what is put into it is written in the same way.

The one fact to remember: XML says «"» in five ways. A text that is taken out of a file and put
back comes back to the same bytes only where the same way is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from termbase.formats._xml_spans import unescaped

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|lt|gt|amp|quot|apos);")
_TAG = re.compile(r"<[^>]*>")
_REPLACED = re.compile("[^\x00-\x7f\udc80-\udcff]+")
_MUST = {"&": "&amp;", "<": "&lt;", "\r": "&#13;"}
_MAY = {">": "&gt;"}


class Spelling:
    """Writes texts as a file, and first of all the unit at hand, writes its own.

    Args:
        texts: Stretches of the file as they stand.
        encoding: Of the file; what it does not have is written as a number.
    """

    def __init__(self, texts: Iterable[str], encoding: str) -> None:
        self._encoding = encoding
        self._seen: dict[str, Counter[str]] = {}
        joined = "\n".join(_TAG.sub("", one) for one in texts)
        self._unusual = {unescaped(one) for one in set(_REFERENCE.findall(joined))} | {
            *_MUST,
            *_MAY,
        }
        self._seen = self._counted(joined)
        self._line_end = "\r\n" if "\r\n" in joined else "\n"

    def written(self, text: str, *, near: str = "") -> str:
        """Return a text as it stands in the file.

        Args:
            near: What stood in its place, and beside it: its way goes before that of the file.
        """
        own = self._counted(_TAG.sub("", near))
        signs = {one: self._way(one, own) for one in self._unusual if one in text}
        if signs:
            text = "".join(signs.get(one, one) for one in text)
        text = text.replace("]]>", "]]&gt;")  # the one place where XML forbids «>»
        if self._line_end != "\n":
            text = text.replace("\n", self._line_end)
        return _REPLACED.sub(self._sayable, text)

    def _sayable(self, match: re.Match[str]) -> str:
        """Return characters as numbers where the encoding does not have them."""
        return match[0].encode(self._encoding, "xmlcharrefreplace").decode(self._encoding)

    def _way(self, sign: str, own: dict[str, Counter[str]]) -> str:
        for seen in (own, self._seen):
            if seen.get(sign):
                return seen[sign].most_common(1)[0][0]
        return _MUST.get(sign) or _MAY.get(sign) or sign

    def _counted(self, raw: str) -> dict[str, Counter[str]]:
        """Count in which ways each unusual character is written."""
        found: dict[str, Counter[str]] = {}
        for reference in _REFERENCE.findall(raw):
            found.setdefault(unescaped(reference), Counter())[reference] += 1
        plain = _REFERENCE.sub("", raw)
        for sign in self._unusual - _MUST.keys():
            if often := plain.count(sign):
                found.setdefault(sign, Counter())[sign] += often
        return found
