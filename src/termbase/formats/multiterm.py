"""Termbases of MultiTerm, and TBX with the ending ``.xml``, into glossaries."""

from __future__ import annotations

from termbase.formats._tbx_reader import read_glossary

__all__ = ["read_glossary"]
