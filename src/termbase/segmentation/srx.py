"""SRX rules × text → segments, as a CAT tool that reads the same file would cut them.

A place is judged by the first rule, in the order of the file, that matches both sides of it; where
no rule matches, nothing is cut. The file itself is read and written by `termbase.formats.srx`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SrxRule:
    """One rule of an SRX file.

    Attributes:
        breaks: Whether it cuts; else it forbids later rules to cut.
        before, after: What stands on either side of the place, in the expressions of the file;
            an empty one matches anywhere.
        line: Where the file has it, from 1; None where no file is known.
    """

    breaks: bool
    before: str = ""
    after: str = ""
    line: int | None = None
