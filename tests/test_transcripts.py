"""Every transcript of README and docs is executed: what it shows is what termbase does.

A block marked ``console`` is a transcript: lines that start with ``$ `` are commands, the lines
below each are what it prints, stdout and stderr together. The blocks of one document run in order
in one shell, in a copy of the project. A line that is only ``…`` stands for any lines, ``…`` in a
line for any text; white space at the end of a line does not count.
"""

import difflib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from article import ROOT
from command_line import surroundings

DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_MARK = "--- end of a command ---"


def transcripts(document: Path) -> list[tuple[str, list[str]]]:
    """Return each command of a document with the lines that it shall print."""
    steps: list[tuple[str, list[str]]] = []
    for block in _BLOCK.findall(document.read_text("utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append((line[2:], []))
            else:
                steps[-1][1].append(line.rstrip())
    return steps


def execute(commands: list[str], folder: Path) -> list[list[str]]:
    """Run commands in one shell and return the lines that each of them prints."""
    script = "".join(
        f"{command}\n__code=$?; printf '\\n%s\\n' '{_MARK}'; (exit $__code)\n"
        for command in commands
    )
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=surroundings(folder.parent, {"COLUMNS": "88"}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=300,
    )
    printed = done.stdout.decode().split(f"\n{_MARK}\n")[: len(commands)]
    return [[line.rstrip() for line in one.removesuffix("\n").splitlines()] for one in printed]


def fits(shown: list[str], printed: list[str]) -> bool:
    """Say whether what was printed is what a transcript shows."""
    lines = [
        "(?:(?!error: ).*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n"
        for line in shown
    ]
    return re.fullmatch("".join(lines), "".join(f"{line}\n" for line in printed)) is not None


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project as a clone has it: without a base."""
    left_out = shutil.ignore_patterns(".*", "termbase.db*", "__pycache__", "src", "tests")
    return Path(shutil.copytree(ROOT, tmp_path / "termbase", ignore=left_out))


@pytest.mark.slow
@pytest.mark.parametrize(
    "document",
    [one for one in DOCUMENTS if transcripts(one)],
    ids=lambda one: os.path.relpath(one, ROOT),
)
def test_a_transcript_shows_what_happens(document: Path, copy: Path) -> None:
    """Each command of a document prints what the document says."""
    steps = transcripts(document)
    printed = execute([command for command, _ in steps], copy)

    wrong = [
        f"$ {command}\n" + "\n".join(difflib.unified_diff(shown, lines, "shown", "printed", n=99))
        for (command, shown), lines in zip(steps, printed, strict=True)
        if not fits(shown, lines)
    ]
    assert not wrong, "\n\n".join(["", *wrong])


@pytest.mark.parametrize(
    ("shown", "printed", "right"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "…"], ["a"], True),
        (["…", "z"], ["x", "y", "z"], True),
        (["…"], ["error: a"], False),
        (["error: …"], ["error: a"], True),
        (["wrote … units"], ["wrote a.tmx: 16 units"], True),
        (["wrote … units"], ["wrote a.tmx: 16 concepts"], False),
        (["a.c"], ["abc"], False),
        ([], ["a"], False),
    ],
)
def test_an_ellipsis_stands_for_any_text(shown: list[str], printed: list[str], right: bool) -> None:
    """``…`` alone is any lines but an error, inside a line any text; all else is to the letter."""
    assert fits(shown, printed) is right


def test_the_commands_of_a_document_share_a_shell(tmp_path: Path) -> None:
    """What a command leaves behind, the next one finds: folder, variables and exit code."""
    printed = execute(
        ["cd /", "pwd", "false", "echo $?", "printf 'a\\nb'", "x=1", "echo $x"], tmp_path
    )

    assert printed == [[], ["/"], [], ["1"], ["a", "b"], [], ["1"]]
