"""The whole command tree on typer, made from the commands' declarations."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any, Literal

import typer

from termbase.cli._complete import completer
from termbase.cli._declare import Argument, Command, Option, all_options

COMMANDS = (
    "init",
    "build",
    "lookup",
    "search",
    "check",
    "explain",
    "segment",
    "align",
    "import_",
    "export",
    "stats",
    "doctor",
    "config",
)
"""The modules of ``termbase.cli``, in the order of the help."""

# typer shows only the leaf of its family of usage errors; the parent has moved between releases.
USAGE_ERROR: Any = typer.BadParameter.__mro__[1]


def run_tree(words: Sequence[str]) -> int:
    """Run a command line through typer and return its exit code."""
    try:
        code = typer.main.get_command(build_tree())(
            args=list(words) or ["--help"], prog_name="termbase", standalone_mode=False
        )
    except USAGE_ERROR as error:
        where = error.ctx.command_path if error.ctx else "termbase"
        said = " ".join(error.format_message().split()).rstrip(".")
        sys.stderr.write(f"error: {said}; see {where} -h\n")
        return 2
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    return code if isinstance(code, int) else 0


def build_tree() -> typer.Typer:
    """Return the typer application with every command."""
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    )
    app.callback()(_root)
    for module in COMMANDS:
        command: Command = import_module(f"termbase.cli.{module}").COMMAND
        for name in (command.name, *command.aliases):
            app.command(
                name,
                help=f"{command.help}\n\n\b\nExample:\n  {command.example}",
                short_help=command.help.split(". ")[0],
                hidden=name != command.name,
            )(_function(command))
    return app


def _root(
    version: Annotated[
        bool, typer.Option("--version", help="show the version and exit", is_eager=True)
    ] = False,
) -> None:
    """Terminology and translation memory: look up, align, search, check."""
    if version:
        from termbase import __version__

        typer.echo(f"termbase {__version__}")
        raise typer.Exit


def _function(command: Command) -> Callable[..., int]:
    """Return a function whose signature tells typer what the command takes."""

    def run(**given: Any) -> int:
        return command.run({name: _plain(value) for name, value in given.items()})

    parameters = [
        *(_argument(one) for one in command.arguments),
        *(_option(one) for one in all_options(command)),
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    return run


def _plain(value: Any) -> Any:
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
    extra: dict[str, Any] = {"help": option.help, "show_default": False}
    kind: Any = bool
    if option.metavar:
        kind = (Literal[option.choices] if option.choices else option.type) | None
        extra["metavar"] = option.metavar
        extra |= {"min": 0} if option.type is int else {}
        extra["autocompletion"] = completer(option)
    return inspect.Parameter(
        option.key,
        inspect.Parameter.KEYWORD_ONLY,
        default=None if option.metavar else False,
        annotation=Annotated[kind, typer.Option(*option.flags, **extra)],
    )
