"""Lokalize reads what we write: its own import, driven in a window that nobody sees."""

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from termbase.formats.tmx import write_memory
from termbase.model.unit import MemoryHeader, Note, Property, TranslationUnit, Variant

NEEDED = ("lokalize", "xvfb-run", "dbus-run-session", "xdotool")
MISSING = ", ".join(one for one in NEEDED if not shutil.which(one))
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")

TEXTS = [
    ("The spacecraft is in orbit.", "Аппарат на орбите."),
    ("It costs <5 %> “today”", "Стоит <5 %> «сегодня» \u202f1\u00a0₽"),
    ("Café 🚀 …", "Кафе 🚀 …"),
]
PROJECT = "[General]\nLangCode=ru\nSourceLangCode=en\nProjectID=space\n"


def test_lokalize_reads_the_memory(tmp_path):
    """The same pairs, character by character.

    Its limits: English alone is a source, & is the sign of a shortcut, texts end at a code.
    """
    units = [
        TranslationUnit(
            (Variant("en", (source,)), Variant("ru", (target,))),
            str(number),
            properties=(Property("x-reviewed", "yes"),),
            notes=(Note("à voir"),),
        )
        for number, (source, target) in enumerate(TEXTS)
    ]
    with open(tmp_path / "eu.tmx", "wb") as stream:
        write_memory(stream, MemoryHeader("en"), units)

    assert imported(tmp_path, tmp_path / "eu.tmx") == TEXTS


def imported(folder, file):
    """Return the pairs that Lokalize has in its memory when it has imported a file."""
    (folder / "index.lokalize").write_text(PROJECT)
    (folder / "run").mkdir(mode=0o700)
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    for name in ("DATA", "CONFIG", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name.lower())
    environment["XDG_RUNTIME_DIR"] = str(folder / "run")
    memories = folder / "data" / "lokalize"
    script = Path(__file__).parent / "lokalize" / "import.sh"
    command = ["dbus-run-session", "xvfb-run", "-a", "sh", script, memories, file]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, timeout=150, check=False
    )
    if done.returncode:
        pytest.skip(f"Lokalize cannot be driven here: {done.stderr.strip()[-200:]}")
    with sqlite3.connect(memories / "space.db") as base:
        if not base.execute("SELECT * FROM files").fetchall():
            pytest.skip("Lokalize cannot be driven here: its window took no file")
        return base.execute(
            "SELECT source_strings.source, target_strings.target FROM main"
            " JOIN source_strings ON source_strings.id = main.source"
            " JOIN target_strings ON target_strings.id = main.target ORDER BY main.id"
        ).fetchall()
