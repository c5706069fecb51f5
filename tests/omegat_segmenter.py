"""OmegaT's own segmenter, run on paragraphs: with its rules, or with ours in their place."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
THEIRS = "org/omegat/core/segmentation/defaultRules.srx"
"""The only SRX file that OmegaT 3 reads; what stands before its jar is found first."""
_DRIVER = Path(__file__).parent / "segmentation" / "OmegatSegments.java"


def omegat_segments(
    paragraphs: Iterable[str], language: str, folder: Path, rules: bytes | None = None
) -> list[list[str]]:
    """Return the segments that OmegaT makes of each paragraph; skip the test where it is not."""
    if not OMEGAT.exists() or not shutil.which("javac"):
        pytest.skip("needs OmegaT (Debian's omegat) and javac")
    path = f"{folder}:{_compiled().name}:{OMEGAT}"
    if rules:
        (folder / THEIRS).parent.mkdir(parents=True, exist_ok=True)
        (folder / THEIRS).write_bytes(rules)
    ran = subprocess.run(
        ["java", "-Dfile.encoding=UTF-8", "-cp", path, "OmegatSegments", language],
        input="".join(f"{one}\n" for one in paragraphs).encode(),
        capture_output=True,
        check=True,
    )
    blocks = ran.stdout.decode().split("\f\n")[:-1]
    return [[one.strip() for one in block.splitlines() if one.strip()] for block in blocks]


@cache
def _compiled() -> "tempfile.TemporaryDirectory[str]":
    """Compile the driver, once for all tests."""
    folder = tempfile.TemporaryDirectory()
    subprocess.run(["javac", "-cp", OMEGAT, "-d", folder.name, _DRIVER], check=True)
    return folder
