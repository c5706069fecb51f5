"""What was typed wrong, in one line: what it is, what was probably meant, where the help is.

Loaded only where typer is; the hot path leaves whatever is wrong to typer, and so to this.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from termbase.cli._declare import COMMON, Option
from termbase.errors import InputError

_TAKE_TEXT = ("lookup", "l", "search")


def option_value(option: Option, written: str) -> str | int:
    """Return the value of an option as its command wants it.

    Raises:
        InputError: If it is none of the choices, or no number; says what was meant.

    >>> option_value(Option(("-n", "--limit"), "show at most N", "N", int), "5")
    5
    """
    name = _long(option.flags)
    if option.choices and written not in option.choices:
        known = ", ".join(option.choices)
        raise InputError(f"{name} {written}: is none of {known}{meant(written, option.choices)}")
    if option.type is int and not (written.isascii() and written.isdigit()):
        raise InputError(f"{name} {written}: give a number from 1")
    return option.type(written)


def usage_line(error: Any, words: Sequence[str], commands: Collection[str]) -> str:
    """Return what typer has against a command line, as one line.

    Args:
        error: The usage error of typer.
        words: The command line behind ``termbase``.
        commands: Names of all commands.
    """
    where = error.ctx.command_path if error.ctx else "termbase"
    inside = getattr(error.ctx and error.ctx.command, "commands", commands)
    said = " ".join(error.format_message().split()).rstrip(".")
    if said.startswith("No such option"):
        said = _unknown_option(error.option_name, error.ctx)
        if words[0] in _TAKE_TEXT and not said.endswith("?"):
            said += "; put -- before a text that begins with a hyphen"
    elif unknown := re.match(r"No such command '(.*?)'\.", error.format_message()):
        said = f"there is no command «{unknown[1]}»{meant(unknown[1], inside)}"
    elif extra := re.match(r"Got unexpected extra arguments? *\(?s?\)? \((.*)\)", said):
        texts = words[0] in _TAKE_TEXT
        said = f"«{extra[1]}» is too much"
        said += "; put a text of several words in quotes" if texts else ""
    glue = "" if said.endswith("?") else ";"
    return f"{said[0].lower()}{said[1:]}{glue} see {where} -h"


def meant(written: str, known: Iterable[str]) -> str:
    """Return a clause that says what was probably meant, empty if nothing is near.

    >>> meant("jsn", ["json", "table"]), meant("x", ["json"])
    ('; did you mean json?', '')
    """
    near = get_close_matches(written, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _unknown_option(option: str, context: Any) -> str:
    behind = [flag for one in COMMON for flag in one.flags]
    if context is not None and context.parent is None and option in behind:
        return f"{option} stands behind the command: termbase COMMAND {option}"
    flags = [flag for one in context.command.params for flag in one.opts] if context else []
    starts = [flag for flag in flags if flag.startswith(option) and option.startswith("--")]
    hint = f"; did you mean {starts[0]}?" if starts else meant(option, flags)
    return f"there is no option {option}{hint}"


def _long(flags: Sequence[str]) -> str:
    return next((flag for flag in flags if flag.startswith("--")), flags[0])
