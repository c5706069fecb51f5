"""A command that is told to end, by Ctrl-C or by another program, leaves nothing half done."""

import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from command_line import SCRIPT, run, surroundings

UNITS = 30_000
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a memory that takes a second or two to import, and a base."""
    folder = tmp_path_factory.mktemp("large")
    head = '<tmx version="1.4"><header srclang="fr" segtype="sentence"/><body>'
    unit = '<tu tuid="{0}"><tuv xml:lang="fr"><seg>{0} fusées {1}</seg></tuv></tu>\n'
    units = "".join(unit.format(number, number * 7919 % 30_011) for number in range(UNITS))
    (folder / "large.tmx").write_text(f"{head}{units}</body></tmx>", "utf-8")
    (folder / "terms.tsv").write_text("fr\ten\nfusée\trocket\n", "utf-8")
    assert run("import", "terms.tsv", "--base", "old.db", folder=folder).code == 0
    return folder


def state(folder: Path) -> dict[str, object]:
    """What lies in a folder; of a base, how it keeps its changes and what it says."""
    files = {path.name: path for path in folder.rglob("*") if path.is_file()}
    with closing(sqlite3.connect(files["old.db"])) as base:
        kept = [base.execute("PRAGMA journal_mode").fetchall(), *base.iterdump()]
    return {name: kept if name == "old.db" else path.read_bytes() for name, path in files.items()}


@pytest.mark.parametrize("base", ["new.db", "old.db"])
@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("sign", SIGNALS)
def test_an_import_that_is_ended_leaves_all_as_it_was(
    sign: signal.Signals, times: int, base: str, large: Path
) -> None:
    """No file is left of it, even where somebody is impatient, and the base is as it was."""
    before = state(large)
    # Who runs the tests in the background may have turned signals off, and children inherit that.
    usual = signal.default_int_handler if sign == signal.SIGINT else signal.SIG_DFL
    kept = signal.signal(sign, usual)
    child = subprocess.Popen(
        [SCRIPT, "import", "large.tmx", "--base", base],
        cwd=large,
        env=surroundings(large),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(sign, kept)
    patience = time.monotonic() + 60
    while not any(large.glob(f"{base}?*")) and time.monotonic() < patience:
        time.sleep(0.01)
    time.sleep(0.1)  # what has begun is loaded; it takes a second more
    for _ in range(times):
        with suppress(ProcessLookupError):
            os.kill(child.pid, sign)
        time.sleep(0.02)
    out, err = child.communicate(timeout=60)

    interrupted = sign == signal.SIGINT
    assert child.returncode == (130 if interrupted else -sign)
    assert out == b""
    assert err == (b"interrupted; nothing was left half done\n" if interrupted else b"")
    assert state(large) == before


def test_what_shall_live_on_lives_on(large: Path, tmp_path: Path) -> None:
    """Under nohup the end of the terminal is no end of the work."""
    base = str(tmp_path / "b.db")
    child = subprocess.Popen(
        ["nohup", SCRIPT, "import", "large.tmx", "--base", base],
        cwd=large,
        env=surroundings(large),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not any(tmp_path.iterdir()) and child.poll() is None:
        time.sleep(0.01)
    os.kill(child.pid, signal.SIGHUP)
    out, _ = child.communicate(timeout=60)

    assert child.returncode == 0
    assert f"+ {UNITS} new".encode() in out
