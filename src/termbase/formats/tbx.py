"""TBX of every edition into glossaries; glossaries into TBX 2019 (Basic, Min, Core) and v2.

The one fact to remember: everything that a concept or a term says survives; what a dialect has no
category for becomes a note ``termbase:number=plural``.

Source: ISO 30042:2019 and its dialect specifications; ISO 30042:2008 for v2.
"""

from __future__ import annotations

from termbase.formats._tbx_examine import examine
from termbase.formats._tbx_reader import read_glossary
from termbase.formats._tbx_writer import write_glossary

__all__ = ["examine", "read_glossary", "write_glossary"]
