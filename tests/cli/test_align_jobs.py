"""``align --jobs``: the processes that work beside each other end where the command ends."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from command_line import SCRIPT, surroundings

SLEEPING = """
import os, time
def encode(texts, language):
    open(f"begun-{os.getpid()}", "w").close()
    time.sleep(300)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five texts with their translations, and an encoder that never answers."""
    for name in "abcde":
        (tmp_path / f"{name}.fr.txt").write_text("Il pleut.\n", encoding="utf-8")
        (tmp_path / f"{name}.en.txt").write_text("It rains.\n", encoding="utf-8")
    about = tmp_path / "sleeping-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: sleeping\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[termbase.encoders]\nsleeping = sleeping:encode\n")
    (tmp_path / "sleeping.py").write_text(SLEEPING)
    return tmp_path


@pytest.mark.parametrize(
    ("sign", "whole_group"),
    [(signal.SIGINT, True), (signal.SIGINT, False), (signal.SIGTERM, False), (9, False)],
    ids=["Ctrl-C", "interrupted alone", "ended", "killed"],
)
def test_nobody_waits_for_what_was_begun(folder: Path, sign: int, whole_group: bool) -> None:
    """The pipe to them is closed at once: none works on, none waits for more, none complains."""
    # Who runs the tests in the background may have turned Ctrl-C off, and children inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    words = ["--pairs", ".", "-s", "fr", "-t", "en", "--jobs", "2", "--encoder", "sleeping"]
    child = subprocess.Popen(
        [SCRIPT, "align", *words],
        cwd=folder,
        env=surroundings(folder, {"PYTHONPATH": str(folder)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, before)
    try:
        patience = time.monotonic() + 60
        while len(list(folder.glob("begun-*"))) < 2 and time.monotonic() < patience:
            time.sleep(0.05)
        (os.killpg if whole_group else os.kill)(child.pid, sign)

        out, err = child.communicate(timeout=60)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)

    interrupted = sign == signal.SIGINT
    assert child.returncode == (130 if interrupted else -sign)
    assert out == b""
    assert err == (b"interrupted; nothing was left half done\n" if interrupted else b"")
