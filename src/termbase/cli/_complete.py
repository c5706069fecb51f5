"""What the shell may complete: choices, and languages, glossaries and memories of the base."""

from __future__ import annotations

import os
from collections.abc import Callable

from termbase.bootstrap import open_base, terms_of, units_of
from termbase.cli._declare import Option
from termbase.config.settings import load_settings
from termbase.errors import TermbaseError


def completer(option: Option) -> Callable[[str], list[str]] | None:
    """Return what completes the value of an option; None where nothing does."""
    if option.choices:
        return lambda incomplete: [one for one in option.choices if one.startswith(incomplete)]
    wanted = {"LANG": _languages, "LANGS": _languages}.get(option.metavar)
    if wanted is None:
        wanted = {"glossary": _glossaries, "memory": _memories}.get(option.key)
    if wanted is None:
        return None
    names = wanted

    def complete(incomplete: str) -> list[str]:
        *before, last = incomplete.split(",")
        try:
            return [",".join([*before, name]) for name in names() if name.startswith(last)]
        except TermbaseError:
            return []

    return complete


def _base_path() -> str:
    settings = load_settings({}, os.environ, folder=os.getcwd())
    return str(settings.value("base"))


def _languages() -> list[str]:
    with open_base(_base_path()) as base:
        return sorted({*terms_of(base).term_languages(), *units_of(base).languages()})


def _glossaries() -> list[str]:
    with open_base(_base_path()) as base:
        return [one.name for one in terms_of(base).glossaries()]


def _memories() -> list[str]:
    with open_base(_base_path()) as base:
        return [one.name for one in units_of(base).memories()]
