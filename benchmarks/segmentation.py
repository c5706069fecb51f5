"""Segmentation measured: an adapter for outside evaluations, and a table of speed beside peers.

    PYTHONPATH=. python benchmarks/segmentation.py TEXT LANGUAGE

Peers (pysbd, nupunkt, sentencex) are measured where they are installed.
"""

from __future__ import annotations

from termbase.segmentation import Quotes, Rules, segment

_KEEP = Rules(quotes=Quotes.KEEP)


def segments(text: str, language: str) -> list[str]:
    return [one.text for one in segment(text, language)]


def segments_keeping_quotes(text: str, language: str) -> list[str]:
    return [one.text for one in segment(text, language, _KEEP)]
