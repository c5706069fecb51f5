"""What a command takes, declared once for the hot path and for typer alike.

Plain slotted classes, and no typer here: this is loaded at every lookup, and a dataclass or a
named tuple costs a quarter of a millisecond to make, such a class nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Given = dict[str, Any]
"""What the user gave, by option or argument name; every name of the command is there."""


def later(module: str) -> Callable[[Given], int]:
    """Return what runs a command whose work stands in a module of its own.

    Help and completion load all declarations, and none of the work.

    Args:
        module: Of ``termbase.cli``; its ``run`` does the work.
    """

    def run(given: Given) -> int:
        from importlib import import_module

        code: int = import_module(f"termbase.cli.{module}").run(given)
        return code

    return run


class Option:
    """An option. Without a metavar it is a switch.

    Attributes:
        flags: Such as ``("-s", "--source")``; the first long one names the value in `Given`,
            unless `name` does.
        help: One clause.
        metavar: What follows it, such as ``LANG``.
        type: ``str`` or ``int``.
        choices: The only values allowed; all if empty.
        name: Its key in `Given`, where the flag is not the name.
    """

    __slots__ = ("choices", "flags", "help", "metavar", "name", "type")

    def __init__(
        self,
        flags: tuple[str, ...],
        help: str,
        metavar: str = "",
        type: type[str] | type[int] = str,
        choices: tuple[str, ...] = (),
        name: str = "",
    ) -> None:
        self.flags = flags
        self.help = help
        self.metavar = metavar
        self.type = type
        self.choices = choices
        self.name = name

    @property
    def key(self) -> str:
        """Its name in `Given`."""
        long = next((flag for flag in self.flags if flag.startswith("--")), self.flags[0])
        return self.name or long.lstrip("-").replace("-", "_")


class Argument:
    """A positional argument. Many: takes one or more, and is a list in `Given`."""

    __slots__ = ("help", "many", "metavar", "name", "required")

    def __init__(
        self, name: str, metavar: str, help: str, many: bool = False, required: bool = True
    ) -> None:
        self.name = name
        self.metavar = metavar
        self.help = help
        self.many = many
        self.required = required


class Command:
    """A command: its words, what it takes, and the function that runs it.

    Attributes:
        help: What it does; the first line stands in the list of commands.
        example: A command line that works, shown in its help.
        run: Takes what was given, returns the exit code.
    """

    __slots__ = ("aliases", "arguments", "example", "help", "name", "options", "run")

    def __init__(
        self,
        name: str,
        help: str,
        example: str,
        arguments: tuple[Argument, ...],
        options: tuple[Option, ...],
        run: Callable[[Given], int],
        aliases: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.help = help
        self.example = example
        self.arguments = arguments
        self.options = options
        self.run = run
        self.aliases = aliases

    @property
    def word(self) -> str:
        """Its name within its group: ``add`` of ``term add``."""
        return self.name.rpartition(" ")[2]


class Group:
    """Commands that share a first word; each is named with it, such as ``term add``."""

    __slots__ = ("commands", "help", "name")

    def __init__(self, name: str, help: str, commands: tuple[Command, ...]) -> None:
        self.name = name
        self.help = help
        self.commands = commands


SOURCE = Option(("-s", "--source"), "source language, such as fr", "LANG")
TARGET = Option(("-t", "--target"), "languages wanted, such as en,ru", "LANGS")
LIMIT = Option(("-n", "--limit"), "show at most N", "N", int)
OUTPUT = Option(("-o", "--output"), "write to FILE, - for stdout", "FILE")
GLOSSARY = Option(("--glossary",), "only this glossary", "NAME")
NEW = Option(("--new",), "make the glossary that is named, where there is none of that name")
MEMORY = Option(("--memory",), "only this memory", "NAME")
DOMAIN = Option(("--domain",), "only this subject field", "FIELD")
CUSTOMER = Option(("--customer",), "only this customer's terms", "NAME")
CLIENT_PROJECT = Option(
    ("--project",),
    "only terms of this project of a customer; of a folder: its termbase.toml counts",
    "NAME|DIR",
)
REGION = Option(("--region",), "only this region's terms", "NAME")
PROCESS = Option(
    ("--process",),
    "only terms that are so",
    "WORD",
    choices=("candidate", "provisional", "finalized", "none"),
)
JSON = Option(("--json",), "the same as -f json")
EXIT_ZERO = Option(("--exit-zero",), "exit 0 even with findings, or when nothing is found")
DRY_RUN = Option(("--dry-run",), "say what would be done, and write nothing")

COMMON = (
    OUTPUT,
    Option(("--base",), "the base to use", "PATH"),
    Option(("--project",), "the folder whose termbase.toml counts", "DIR"),
    Option(("-q", "--quiet"), "no notes and no progress on stderr"),
    Option(("-v", "--verbose"), "say more on stderr"),
    Option(("--color",), "auto, always or never", "WHEN", str, ("auto", "always", "never")),
    Option(("--debug",), "show a traceback when something goes wrong"),
)


def format_option(*choices: str) -> Option:
    """Return the ``-f`` of a command with the formats that it prints."""
    return Option(("-f", "--format"), f"print as {', '.join(choices)}", "FORMAT", str, choices)


def all_options(command: Command) -> tuple[Option, ...]:
    """Return the options of a command, the common ones last."""
    own = [one.key for one in command.options]
    return command.options + tuple(one for one in COMMON if one.key not in own)


def nothing_given(command: Command) -> Given:
    """Return what a command gets when nothing is given: None, False for switches, [] for many."""
    given: Given = {one.name: [] if one.many else None for one in command.arguments}
    return given | {one.key: None if one.metavar else False for one in all_options(command)}
