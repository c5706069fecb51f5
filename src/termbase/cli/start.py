"""Where every command line starts: plain ones at once, all others through typer.

typer alone costs fourteen times a bare Python, and ``lookup`` and ``search`` are asked dozens of
times a day; so plain command lines are read here, and typer is loaded for help, mistakes and
completion.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from types import ModuleType

from termbase.cli._declare import Command, Given
from termbase.cli._parse import parse_plain
from termbase.cli._signals import Ended
from termbase.errors import TermbaseError

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
    "extract",
    "term",
    "tm",
    "glossary",
    "convert",
    "units",
    "patch",
    "formats",
    "stats",
    "doctor",
    "config",
)
"""The modules of ``termbase.cli``, in the order of the help."""

_ALIASES = {"l": "lookup", "import": "import_", "import_": ""}


def start(words: Sequence[str]) -> int:
    """Run a command line and return its exit code.

    Args:
        words: The command line behind ``termbase``.
    """
    # The item of a list, «- engin spatial», is no option; a blank before it says so to typer, too.
    words = [f" {word}" if word[:1] == "-" and word[1:2].isspace() else word for word in words]
    if words == ["--version"]:
        return guarded(_say_version)
    module = _ALIASES.get(words[0], words[0]) if words else ""
    if module in COMMANDS:
        command, rest = _chosen(import_module(f"termbase.cli.{module}"), words[1:])
        given = parse_plain(command, rest) if command else None
        if command and given is not None:
            return guarded(lambda: run_command(command, given), debug=given["debug"])
    from termbase.cli.tree import run_tree

    return guarded(lambda: run_tree(words), debug="--debug" in words)


def _say_version() -> int:
    from termbase.version import __version__

    sys.stdout.write(f"termbase {__version__}\n")
    return 0


def _chosen(module: ModuleType, words: Sequence[str]) -> tuple[Command | None, Sequence[str]]:
    """Return the command of a module, or of the group it declares, and the words behind it."""
    if hasattr(module, "COMMAND"):
        return module.COMMAND, words
    named = (one for one in module.GROUP.commands if [one.word] == list(words[:1]))
    return next(named, None), words[1:]


def run_command(command: Command, given: Given) -> int:
    """Run a command and return its exit code, as ``--exit-zero`` has it."""
    code = _run(command, given)
    return 0 if code == 1 and given.get("exit_zero") else code


def _run(command: Command, given: Given) -> int:
    """Run a command; what it prints goes to the file of ``-o``, whole or not at all."""
    path = given["output"]
    if path in (None, "-") or any(one.key == "output" for one in command.options):
        return command.run(given)
    from termbase.cli._output import printed_to

    return printed_to(path, command, given)


def guarded(run: Callable[[], int], *, debug: bool = False) -> int:
    """Run something and turn what goes wrong into one line and an exit code.

    Returns:
        Its own code; 2 for an error that a person can mend; 130 when interrupted; 141 when nobody
        reads the output any more.

    Raises:
        Ended: If another signal than that of Ctrl-C asks for an end.
    """
    try:
        code = run()
        sys.stdout.flush()
    except Ended:  # nobody waits for a word; the exit code is the signal's
        with suppress(OSError):  # the terminal may be gone
            _wipe_progress()
        raise
    except KeyboardInterrupt:
        _say("interrupted; nothing was left half done")
        return 130
    except BrokenPipeError:
        _drop_output()
        return 141
    except Exception as error:
        if debug:
            raise
        _say(f"error: {_in_one_line(error)}")
        if isinstance(error, OSError) and not error.filename:
            _drop_output()
        return 2
    return code


def _say(line: str) -> None:
    """Say on stderr how it ended, in the place of the line of progress, if one stands there."""
    from termbase.cli._output import harmless

    _wipe_progress()
    sys.stderr.write(f"{harmless(line, terminal=sys.stderr.isatty())}\n")


def _drop_output() -> None:
    """Let what is still buffered find a reader when Python ends, or it complains."""
    with suppress(io.UnsupportedOperation):  # stdout may be no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_homeless() -> bool:
    """Say whether the current folder is gone, without which no relative path leads anywhere."""
    try:
        os.getcwd()
    except OSError:
        return True
    return False


def _wipe_progress() -> None:
    from termbase.cli._progress import done

    done()


def _in_one_line(error: Exception) -> str:
    """Return what went wrong in one line, whatever stands in the names that it quotes."""
    if isinstance(error, TermbaseError):
        return " ".join(str(error).splitlines())
    if isinstance(error, OSError) and _is_homeless():
        return "the folder you are in was deleted; change to another one"
    if isinstance(error, PermissionError) and error.filename:
        return f"{error.filename}: may not be read or written; check its permissions"
    if isinstance(error, OSError):
        place = error.filename or "stdout"
        return f"{place}: {error.strerror or error}; nothing was lost"
    return _unexpected(error)


def _unexpected(error: Exception) -> str:
    """Return one line for an error that nobody has turned into one."""
    if isinstance(error, UnicodeEncodeError):  # a byte of the command line that is no character
        wrong = ascii(error.object[error.start : error.end])
        around = ascii(error.object[max(0, error.start - 20) : error.end + 20])[1:-1]
        return f"«{around}»: {wrong} in a text or name is no character; write it in UTF-8"
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    return f"a fault in termbase ({said}); run it again with --debug and report it"
