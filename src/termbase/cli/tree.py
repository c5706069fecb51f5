"""The whole command tree on typer, made from the commands' declarations."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from termbase.cli._complete import completer
from termbase.cli._declare import Argument, Command, Given, Group, Option, all_options
from termbase.cli._usage import option_value, usage_line
from termbase.cli.start import COMMANDS, run_command

# typer shows only the leaf of its family of usage errors; the parent has moved between releases.
USAGE_ERROR: Any = typer.BadParameter.__mro__[1]


def run_tree(words: Sequence[str]) -> int:
    """Read a command line with typer, run its command and return the exit code."""
    try:
        asked = read_words(words)
    except USAGE_ERROR as error:
        commands = [module.rstrip("_") for module in COMMANDS]
        sys.stderr.write(f"error: {usage_line(error, words, commands)}\n")
        return 2
    return run_command(*asked) if asked else 0


def read_words(words: Sequence[str]) -> tuple[Command, Given] | None:
    """Return the command of a command line and what it gives, as typer reads it.

    Nothing is run here: typer has its own ways with a closed pipe and with Ctrl-C.

    Returns:
        None where typer has answered by itself: help, the version, completion.
    """
    wanted = _wanted(words)
    group = hasattr(import_module(f"termbase.cli.{wanted[0]}"), "GROUP")
    bare = not words or (len(words) == 1 and group)
    asked = typer.main.get_command(build_tree(wanted))(
        args=[*words, "--help"] if bare else list(words),
        prog_name="termbase",
        standalone_mode=False,
    )
    return asked if isinstance(asked, tuple) else None


def _wanted(words: Sequence[str]) -> tuple[str, ...]:
    """Return the module of the command that is asked for, so that no other is loaded, or all."""
    named = tuple(module for module in COMMANDS if [module.rstrip("_")] == list(words[:1]))
    return named or COMMANDS


def build_tree(modules: Sequence[str] = COMMANDS) -> typer.Typer:
    """Return the typer application with the commands of some modules, or with every command."""
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    )
    app.callback()(_root)
    for module in modules:
        group: Group | None = getattr(import_module(f"termbase.cli.{module}"), "GROUP", None)
        place = app
        if group:
            place = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
            app.add_typer(place, name=group.name, help=group.help)
        for command in declared(module):
            _add(place, command)
    return app


def declared(module: str) -> tuple[Command, ...]:
    """Return the commands that a module declares: one, or those of a group."""
    loaded = import_module(f"termbase.cli.{module}")
    commands: tuple[Command, ...] = (
        loaded.GROUP.commands if hasattr(loaded, "GROUP") else (loaded.COMMAND,)
    )
    return commands


def _add(app: typer.Typer, command: Command) -> None:
    for name in (command.word, *command.aliases):
        app.command(
            name,
            help=f"{command.help}\n\n\b\nExample:\n  {command.example}",
            short_help=command.help.split(". ")[0],
            hidden=name != command.word,
        )(_function(command))


def _root(
    version: Annotated[
        bool, typer.Option("--version", help="show the version and exit", is_eager=True)
    ] = False,
) -> None:
    """Terminology and translation memory: look up, align, search, check."""
    if version:
        from termbase.version import __version__

        typer.echo(f"termbase {__version__}")
        raise typer.Exit


def _function(command: Command) -> Callable[..., tuple[Command, Given]]:
    """Return a function whose signature tells typer what the command takes."""
    options = {one.key: one for one in all_options(command) if one.metavar}

    def read(**words: Any) -> tuple[Command, Given]:
        return command, {name: _plain(value, options.get(name)) for name, value in words.items()}

    parameters = [
        *(_argument(one) for one in command.arguments),
        *(_option(one) for one in all_options(command)),
    ]
    read.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    read.__annotations__ = {one.name: one.annotation for one in parameters}
    return read


def _plain(value: Any, option: Option | None) -> Any:
    if option and value is not None:
        return option_value(option, value)
    return list(value) if isinstance(value, (list, tuple)) else value


def _argument(argument: Argument) -> inspect.Parameter:
    kind: Any = list[str] if argument.many else str
    default: Any = [] if argument.many else None
    if argument.required:
        default = inspect.Parameter.empty
    info = typer.Argument(metavar=argument.metavar, help=argument.help, show_default=False)
    hint: Any = kind if argument.required or argument.many else kind | None
    return inspect.Parameter(
        argument.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[hint, info],
    )


def _option(option: Option) -> inspect.Parameter:
    unsaid = any(one not in option.help for one in option.choices)
    said = f"{option.help} ({', '.join(option.choices)})" if unsaid else option.help
    extra: dict[str, Any] = {"help": said, "show_default": False}
    kind: Any = bool
    if option.metavar:
        kind = str | None  # `option_value` reads it, and says better than typer what is wrong
        extra["metavar"] = option.metavar
        extra["autocompletion"] = completer(option)
    return inspect.Parameter(
        option.key,
        inspect.Parameter.KEYWORD_ONLY,
        default=None if option.metavar else False,
        annotation=Annotated[kind, typer.Option(*option.flags, **extra)],
    )
