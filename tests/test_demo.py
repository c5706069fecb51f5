"""The main job as ``make demo`` shows it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from article import ROOT, copy_sources
from command_line import SCRIPT, surroundings


@pytest.mark.slow
def test_the_demo_shows_the_main_job(tmp_path: Path) -> None:
    """docs/demo.sh builds, looks up, searches, checks and exports, and shows each command."""
    (tmp_path / "termbase").mkdir()
    folder = copy_sources(tmp_path / "termbase", whole=True)
    shutil.copytree(ROOT / "docs", folder / "docs")

    done = subprocess.run(
        ["sh", "docs/demo.sh", SCRIPT],
        cwd=folder,
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    shown = done.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"^\$ termbase (\w+)", shown, re.MULTILINE) == [
        *(
            "build",
            "lookup",
            "lookup",
            "search",
            "search",
            "check",
            "check",
            "check",
            "export",
            "export",
        )
    ]
    for fact in (
        "16 units (13 fr–en–ru, 2 fr–en, 1 fr–ru; 3 repeats kept once)",
        "wrote tm/space.tmx",
        "≈ 92 %",
        "[-russes et biélorusses-]{+français+}",
        "‹télédétection›",
        "‹remote sensing›",
        "8 errors, 1 warning ",
        "0 errors, 1 warning ",
        "0 errors, 0 warnings",
        "168 units fr–ru",
        " concepts, ",
    ):
        assert fact in shown, fact
    found = re.findall(r": (T\d+) ", shown)
    assert sorted(found) == [
        *("T101", "T101", "T103", "T201", "T201", "T301", "T402", "T505", "T601", "T701")
    ]
