"""XLIFF of a tool's own (SDLXLIFF, MQXLIFF, MXLIFF): read and patched as any XLIFF.

The one fact to remember: such a file belongs to a job in its tool; we write none from scratch.
"""

from __future__ import annotations

from termbase.formats.xliff import examine, patch, read_bilingual, read_memory, stream_bilingual

__all__ = ["examine", "patch", "read_bilingual", "read_memory", "stream_bilingual"]
