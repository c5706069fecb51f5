"""What a command prints: data on stdout, everything else on stderr.

A terminal gets a table, a pipe gets tab-separated lines; colour never says what signs do not.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from termbase.cli._declare import Command, Given

if TYPE_CHECKING:  # lookup and search print, and start without it
    from termbase.errors import InputError
    from termbase.model.repair import Repair

_CONTROLS = re.compile(r"\x1b(?!\[[\d;]*m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]")
"""All but line breaks, tabs and what chooses a colour."""
_WIDTH, _NARROWEST = 88, 40
"""Columns where nothing says how many there are, and the fewest that a table is made for."""
_MOST_NAMED = 5
GREEN, RED, STRUCK, BOLD, DIM = "32", "31", "31;9", "1", "2"


class Output:
    """Where a command prints, and how.

    Attributes:
        format: As asked for, or ``table`` on a terminal and ``tsv`` in a pipe.
        width: Columns, as COLUMNS says, else as the terminal does; 88 elsewhere.
        verbose: Whether to say more.
        failed: Whether a part of the input was refused, and the rest done.
    """

    def __init__(self, given: Given, *, table: str = "table", pipe: str = "tsv") -> None:
        _speak_utf8(sys.stdout, sys.stderr)
        self._stream = sys.stdout
        self._quiet = bool(given.get("quiet"))
        self.verbose = bool(given.get("verbose"))
        self.failed = False
        terminal = self._terminal = self._stream.isatty()
        self.format = given.get("format") or ("json" if given.get("json") else "")
        self.format = self.format or (table if terminal else pipe)
        self.colour = wants_colour(given.get("color"), terminal, os.environ)
        self.width = max(
            _NARROWEST, _told_width() or (_terminal_width() if terminal else 0) or _WIDTH
        )

    def print(self, *lines: str) -> None:
        """Print lines of data; on a terminal what would control it is shown as U+FFFD."""
        self._stream.writelines(f"{harmless(line, terminal=self._terminal)}\n" for line in lines)

    def row(self, cells: Iterable[object]) -> None:
        """Print a line of tab-separated cells; tabs and line breaks in them become spaces."""
        self.print("\t".join(" ".join(str(cell).split()) for cell in cells))

    def json(self, value: Any, *, indent: int | None = 1) -> None:
        """Print a value as JSON, letters as letters."""
        import json

        self.print(json.dumps(value, ensure_ascii=False, indent=indent))

    def note(self, *lines: str) -> None:
        """Say something beside the data so far, on stderr, unless told to be quiet."""
        if not self._quiet:
            self._stream.flush()
            terminal = sys.stderr.isatty()
            sys.stderr.writelines(f"{harmless(line, terminal=terminal)}\n" for line in lines)

    def tell(self, repairs: Iterable[Repair]) -> None:
        """Say what of a file was mended, and what was left out."""
        self.note(*(f"  {'–' if one.rejected else '~'} {one}" for one in repairs))

    def fail(self, error: InputError) -> None:
        """Say what is wrong with a part of the input, where the rest can be done without it."""
        self.failed = True
        self._stream.flush()
        line = harmless(f"error: {error}", terminal=sys.stderr.isatty())
        sys.stderr.write(f"{line}\n")

    def detail(self, *lines: str) -> None:
        """Say something on stderr that only ``--verbose`` wants."""
        if self.verbose:
            self.note(*lines)

    def paint(self, text: str, *codes: str) -> str:
        """Return a text in colour, or as it is."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and text else text


def harmless(line: str, *, terminal: bool) -> str:
    """Return a line as it may be written: on a terminal without what would control it."""
    return _CONTROLS.sub("\ufffd", line) if terminal else line


def printed_to(path: str, command: Command, given: Given) -> int:
    """Run a command and write what it prints to a file, whole or not at all.

    Args:
        path: The file; its ending is the format where none is asked for and the command has it.
        command: What to run.
        given: What the user gave.
    """
    from io import StringIO

    from termbase.bootstrap import LocalFiles
    from termbase.cli._session import refuse_input, refuse_place
    from termbase.errors import InputError

    refuse_place(path)
    if os.path.basename(path) == "termbase.toml":
        raise InputError(f"-o {path}: is where the settings stand; write to another file")
    for argument in command.arguments:
        named = given[argument.name]
        refuse_input(path, named if argument.many else [named])
    ending = os.path.splitext(path)[1][1:]
    choices = next((one.choices for one in command.options if one.key == "format"), ())
    if ending in choices and not given["format"] and not given["json"]:
        given["format"] = ending
    terminal, sys.stdout = sys.stdout, StringIO()
    try:
        code = command.run(given)
        data = sys.stdout.getvalue().encode("utf-8", "backslashreplace")
    finally:
        sys.stdout = terminal
    LocalFiles().write_bytes(path, data)
    Output(given).note(f"wrote {path}")
    return code


def wants_colour(wish: str | None, terminal: bool, environment: Mapping[str, str]) -> bool:
    """Say whether to use colour.

    Source: the option, then NO_COLOR (no-color.org), then FORCE_COLOR, then the terminal.
    """
    if wish in {"always", "never"}:
        return wish == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as ``1 unit`` and ``2 glossaries``."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"


def listed(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def text_width(text: str) -> int:
    """Return how many columns a text takes on a terminal: wide letters two, marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def padded(text: str, width: int) -> str:
    """Return a text filled with spaces to a width in columns."""
    return text + " " * (width - text_width(text))


def wrapped(text: str, width: int) -> list[str]:
    """Return a text as lines of at most a width; a longer word keeps a line of its own."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if text_width(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def shortened(text: str) -> str:
    """Return the beginning of a text, fit to be named within a line."""
    line = " ".join(text.strip()[:200].split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def cell_lines(text: str, width: int) -> list[str]:
    """Return a text as lines that a column has room for; longer words are cut, behind a sign."""
    lines = []
    for line in wrapped(text, width):
        rest = line
        while text_width(rest) > width:
            most = next(at for at in range(len(rest), 0, -1) if text_width(rest[:at]) <= width)
            signs = [at for at in range(1, most) if rest[at - 1] in "-–/:_."]
            cut = signs[-1] if signs else most
            lines.append(rest[:cut])
            rest = rest[cut:]
        lines.append(rest)
    return lines


def column_widths(heads: Sequence[str], rows: Iterable[Sequence[str]], available: int) -> list[int]:
    """Return a width for each column, so that all fit, two spaces between, where they can."""
    rows = list(rows)
    widths = [
        max([text_width(head), *(text_width(row[at]) for row in rows)])
        for at, head in enumerate(heads)
    ]
    spare = available - 2 * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
    return widths


def _speak_utf8(*streams: TextIO) -> None:
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower() != "utf-8":
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _told_width() -> int:
    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 5 else 0


def _terminal_width() -> int:
    """Return the columns of the terminal; 0 where it does not say, as some in containers."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 0
