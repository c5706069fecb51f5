"""What each language does with its marks and short words, as read-only values.

One module per language (``fr.py``) beside one plain list of abbreviations
(``fr.abbreviations.txt``); ``und.py`` stands in for every language without a module. Nothing is
read before a profile is asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from termbase.model.language import primary

if TYPE_CHECKING:
    from termbase.languages.profile import Profile

__all__ = ["KNOWN", "profile_of"]

KNOWN = ("ar", "be", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "uk", "zh")
"""Languages with a profile of their own."""


@cache
def profile_of(language: str) -> Profile:
    """Return the profile of a language; regions share it, unknown ones get that of ``und``.

    Args:
        language: However it is written: ``fr``, ``fr_CA``, ``fra``.

    Raises:
        UnknownLanguageError: If it names no language.

    >>> profile_of("fr-CA").elisions[:3]
    ('l', 'd', 'j')
    """
    tag = primary(language)
    return _load(tag if tag in KNOWN else "und")


@cache
def _load(tag: str) -> Profile:
    from importlib import import_module

    profile: Profile = import_module(f"termbase.languages.{tag}").PROFILE
    return profile
