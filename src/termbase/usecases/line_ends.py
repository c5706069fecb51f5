"""Where the lines of a file end: at LF, CR LF and CR, as editors and other aligners count lines.

A page break or U+2028 ends none.
"""

from __future__ import annotations

import re

LINE_END = re.compile(r"\r\n?|\n")


def line_starts(text: str) -> list[int]:
    r"""Return where the lines of a text begin; behind its last line end, one that is empty.

    >>> line_starts("a\rb\r\nc\n")
    [0, 2, 5, 7]
    """
    return [0, *(end.end() for end in LINE_END.finditer(text))]
