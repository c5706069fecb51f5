"""The bytes of a table into its text, in the code pages of spreadsheets too.

The one fact to remember: a spreadsheet writes no mark and no name of its encoding; what is not
UTF-8 is read as what it probably is where the languages of the table fit that, and told.
"""

from __future__ import annotations

from collections.abc import Iterable

from termbase.errors import FormatError
from termbase.formats._encoding import (
    CYRILLIC,
    NOT_WESTERN,
    RUSSIAN,
    WESTERN,
    decode,
    probable_encoding,
)
from termbase.model.language import primary
from termbase.model.repair import Repair, Report


class TableText:
    """The text of a table.

    Args:
        path: For messages.
        data: Its bytes.
        lenient: Whether to read what is not UTF-8.

    Raises:
        FormatError: If it is no text, or its encoding cannot be told.
    """

    def __init__(self, path: str, data: bytes, *, lenient: bool) -> None:
        self._path = path
        self._refused: FormatError | None = None
        self.encoding = ""
        try:
            self.text = decode(path, data)
        except FormatError as refused:
            self.encoding = probable_encoding(data)
            if not lenient or refused.line is None or not self.encoding:
                raise
            try:
                self.text = data.decode(self.encoding)
            except UnicodeDecodeError:
                raise refused from None
            self._refused = refused

    def judge(self, languages: Iterable[str], report: Report) -> None:
        """Tell that the table was read in another encoding than UTF-8, if it was.

        Raises:
            FormatError: If its languages are not written in that.
        """
        if self._refused is None:
            return
        spoken = {primary(one) for one in languages}
        fits = spoken.isdisjoint(NOT_WESTERN | RUSSIAN)
        if self.encoding in CYRILLIC:
            fits = not spoken.isdisjoint(RUSSIAN)
        if not fits or self.encoding not in {WESTERN, *CYRILLIC}:
            raise self._refused
        problem, line = self._refused.problem, self._refused.line
        report(Repair(self._path, line, problem, f"read as {self.encoding}"))
