"""TMX 1.1 to 1.4b into translation units; translation units into TMX 1.4b.

The one fact to remember: reading is lenient and keeps everything as written, writing is strict
and valid against the DTD; what either mends is reported.

Source: TMX 1.4b specification (LISA OSCAR, 2005).
"""

from __future__ import annotations

from termbase.formats._tmx_examine import examine
from termbase.formats._tmx_reader import read_memory
from termbase.formats._tmx_writer import write_memory

__all__ = ["examine", "read_memory", "write_memory"]
