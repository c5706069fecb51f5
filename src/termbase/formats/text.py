"""Plain text files into texts: the bytes decoded, and nothing else changed.

The one fact to remember: line ends stay as they are, so offsets in the text are offsets in the
file.
"""

from __future__ import annotations

from termbase.errors import FormatError
from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes


def read_text(path: str) -> str:
    """Return the text of a file in UTF-8 or UTF-16.

    Raises:
        FormatError: If it is missing, a folder, empty, no text or in another encoding.
    """
    text = decode(path, read_bytes(path))
    if not text.strip():
        raise FormatError(path, "the file is empty", remedy="name a file that has text")
    return text
