"""``termbase patch``: translations into a file that stays as it is, byte for byte, elsewhere."""

from __future__ import annotations

import sys

from termbase.bootstrap import LocalFiles
from termbase.cli._declare import OUTPUT, Argument, Command, Given, Option
from termbase.cli._output import Output, counted
from termbase.cli._session import read_stdin, refuse_folder
from termbase.errors import InputError
from termbase.model.repair import Repair
from termbase.usecases.patch_file import patch_file, read_changes


def run(given: Given) -> int:
    """Put the translations of a list into FILE."""
    path, listed, out = given["file"], given["targets"], given["output"]
    if not listed:
        raise InputError("say which translations: --targets T.jsonl, or - for stdin")
    if not out:
        raise InputError("say where to: -o FILE; -o - prints it")
    for one in (path, out):
        refuse_folder(one)
    files, output = LocalFiles(), Output(given)
    named = "stdin" if listed == "-" else listed
    changes = read_changes(named, read_stdin() if listed == "-" else files.read_text(listed))
    repairs: list[Repair] = []
    data, changed = patch_file(path, changes, files, named=named, report=repairs.append)
    if out == "-":
        sys.stdout.buffer.write(data)
    else:
        files.write_bytes(out, data)
        output.note(f"wrote {out}: {counted(changed, 'unit')} changed, everything else as it was")
    output.tell(repairs)
    return 1 if any(one.rejected for one in repairs) else 0


COMMAND = Command(
    name="patch",
    help="Put translations into an XLIFF or PO file; no other byte of it changes.",
    example="termbase patch job.xliff --targets done.jsonl -o job.fr.xliff",
    arguments=(Argument("file", "FILE", "an XLIFF or PO file"),),
    options=(
        Option(
            ("--targets",),
            "JSON lines {id, target}, as «units -f jsonl» prints them; state and note may be there",
            "FILE",
        ),
        OUTPUT,
    ),
    run=run,
)
