"""The declarations of the commands become their page: docs/reference/commands.md.

Run it as ``python docs/generate_commands.py``; a test holds the committed page equal to `page`, so
that no command and no option is without its line.
"""

from __future__ import annotations

from pathlib import Path

from termbase.cli._declare import COMMON, Argument, Command, Option
from termbase.cli.start import COMMANDS
from termbase.cli.tree import declared

PAGE = Path(__file__).parent / "reference" / "commands.md"

OPENING = """\
# Commands

This page is made from the program by `python docs/generate_commands.py`. `termbase COMMAND -h`
says the same.

## What holds for every command

- **Data goes to stdout, all else to stderr**: counts, hints, warnings and progress. `-q` silences
  them.
- **A terminal gets a table, a pipe gets lines of cells parted by tabs.** `segment` prints one
  segment a line, `align` one bead a line and `check` one finding a line. `-f` asks for another
  format. What JSON looks like stands in [json.md](json.md).
- `-` in place of a text reads stdin, where a command says so. Files that end in `.gz` are
  unpacked when read and packed when written.
- Colour is for terminals only. `--color`, `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are heeded.
  What colour says, signs say too: `✗` before a term that is not to be used, `[-gone-]` and
  `{+new+}` in a difference, `‹…›` around a spot.
- **Exit codes**: 0 done or found; 1 findings, or nothing found; 2 wrong arguments, input or
  settings, or the base refused; 130 interrupted; 141 nobody reads the output any more.
- Ctrl-C takes back what a command was doing, and so does the end from outside (`kill`, `timeout`, a
  closed terminal; the exit code is that of the signal). Under `nohup` a closed terminal is no end.
- An error is one line: where, what is wrong, what to do. `--debug` adds the traceback.
- A file that is written appears whole or not at all, and an import is one transaction.
- Which base is used, and where other defaults come from, stands in [settings.md](settings.md).
- `termbase --version` prints the version, `termbase --install-completion` teaches your shell to
  complete commands, options, and the languages, glossaries and memories of your base.

## Options of every command

"""


def page() -> str:
    """Return the page that the declarations make."""
    commands = [one for name in COMMANDS for one in declared(name)]
    parts = [OPENING, _options(COMMON), "\n## The commands\n\n| command | does |\n|---|---|\n"]
    parts += [f"| [{one.name}](#{one.name.replace(' ', '-')}) | {one.help} |\n" for one in commands]
    return "".join([*parts, *map(_section, commands)])


def _section(command: Command) -> str:
    spoken = " ".join(["termbase", command.name, "[OPTIONS]", *map(_usage, command.arguments)])
    parts = [f"\n### {command.name}\n\n{command.help}\n\n"]
    parts.append(f"```text\n{spoken}\n{command.example}\n```\n")
    if command.aliases:
        parts.append(f"\nShort: `termbase {'`, `termbase '.join(command.aliases)}`.\n")
    if command.arguments:
        rows = [f"| `{_cell(one.metavar)}` | {one.help} |\n" for one in command.arguments]
        parts.append("\n| argument | is |\n|---|---|\n" + "".join(rows))
    if command.options:
        parts.append("\n" + _options(command.options))
    return "".join(parts)


def _usage(argument: Argument) -> str:
    return argument.metavar if argument.required else f"[{argument.metavar}]"


def _options(options: tuple[Option, ...]) -> str:
    return "| option | takes | does |\n|---|---|---|\n" + "".join(map(_row, options))


def _row(option: Option) -> str:
    flags = ", ".join(f"`{flag}`" for flag in option.flags)
    takes = "|".join(option.choices) or option.metavar
    return f"| {flags} | {f'`{_cell(takes)}`' if takes else ''} | {option.help} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
