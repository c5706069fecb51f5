"""Texts → candidates for terms: words and phrases that a person decides on."""

from termbase.extraction.extractor import extract

__all__ = ["extract"]
