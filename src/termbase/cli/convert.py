"""``termbase convert``: a file of one format into a file of another, without a base."""

from __future__ import annotations

from termbase.bootstrap import LocalFiles
from termbase.cli._declare import SOURCE, TARGET, Argument, Command, Given, Option
from termbase.cli._output import Output, counted
from termbase.cli._session import refuse_folder
from termbase.cli._writing import WRITING, wishes_of
from termbase.errors import InputError
from termbase.formats import format_of
from termbase.model.language import language_tag
from termbase.model.repair import Repair
from termbase.usecases.convert_file import convert_file


def run(given: Given) -> int:
    """Write what IN holds to OUT."""
    path, out = given["file"], _out(given)
    for one in (path, out):
        refuse_folder(one)
    files, output = LocalFiles(), Output(given)
    if _copied(path, out):
        data = files.read_bytes(path)
        if data is None:
            raise InputError(f"{path}: there is no such file; check the name")
        files.read_bilingual(path)
        files.write_bytes(out, data)
        output.note(f"wrote {out}: every byte as in {path}")
        return 0
    wanted = [language_tag(given[one]) if given[one] else None for one in ("source", "target")]
    repairs: list[Repair] = []
    done = convert_file(
        path,
        out,
        files,
        source=wanted[0],
        target=wanted[1],
        wishes=wishes_of(given, tuple(one or "" for one in wanted)),
        report=repairs.append,
    )
    output.note(f"wrote {out}: {counted(done.number, done.kind)}")
    output.tell(repairs)
    return 0


def _out(given: Given) -> str:
    """Return the file to write, which ``-o`` may name too, as it does for other commands."""
    named: list[str] = [one for one in (given["out"], given["output"]) if one]
    if len(named) != 1:
        said = "there is none" if not named else f"«{named[0]}» and «{named[1]}» are two"
        raise InputError(f"one file to write is needed, {said}: termbase convert IN OUT")
    return named[0]


def _copied(path: str, out: str) -> bool:
    """Say whether both are of a format whose files are only patched, and packed alike."""
    packed = [one.lower().endswith(".gz") for one in (path, out)]
    one, other = format_of(path), format_of(out)
    same = one is other or {one.name, other.name} == {"xliff", "sdlxliff"}
    return same and one.patches and packed[0] == packed[1]


COMMAND = Command(
    name="convert",
    help="Turn a file into one of another format, without a base.",
    example="termbase convert client.sdlxliff client.tmx",
    arguments=(
        Argument("file", "IN", "a file of units or of terms"),
        Argument("out", "OUT", "its ending is the format", required=False),
    ),
    options=(
        SOURCE,
        TARGET,
        *WRITING,
        Option(("-o", "--output"), "the same as OUT", "FILE"),
    ),
    run=run,
)
