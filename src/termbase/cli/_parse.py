"""Read the plain command lines of the hot commands, without typer.

What is not plain (help, unknown options, missing values) is left to typer, which says it better;
a test holds both readings equal.
"""

from __future__ import annotations

from collections.abc import Sequence

from termbase.cli._declare import Command, Given, Option, all_options, nothing_given


def parse_plain(command: Command, words: Sequence[str]) -> Given | None:
    """Return what a command line gives, or None where typer should read it.

    Args:
        command: What may be given.
        words: The command line behind the name of the command.
    """
    flags = {flag: one for one in all_options(command) for flag in one.flags}
    given = nothing_given(command)
    positional: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            positional += rest
            break
        if word == "-" or not word.startswith("-"):
            positional.append(word)
        elif not _take(word, rest, flags, given):
            return None
    return given if _place(command, positional, given) else None


def _take(word: str, rest: list[str], flags: dict[str, Option], given: Given) -> bool:
    """Read one option, with its value from itself or from the rest; False if it is not plain."""
    flag, joined, value = word.partition("=") if word.startswith("--") else (word, "", "")
    if flag not in flags and not word.startswith("--"):
        flag, joined, value = word[:2], "=", word[2:]
    option = flags.get(flag)
    if option is None or (joined and not option.metavar):
        return False
    if not option.metavar:
        given[option.key] = True
        return True
    if not joined:
        if not rest:
            return False
        value = rest.pop(0)
    if option.choices and value not in option.choices:
        return False
    if option.type is int and not (value.isascii() and value.isdigit()):
        return False
    given[option.key] = option.type(value)
    return True


def _place(command: Command, positional: list[str], given: Given) -> bool:
    """Give the positional words to the arguments; False if they do not fit."""
    for argument in command.arguments:
        if argument.many:
            given[argument.name], positional = positional, []
        elif positional:
            given[argument.name] = positional.pop(0)
        if argument.required and not given[argument.name]:
            return False
    return not positional
