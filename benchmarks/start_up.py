"""What starting costs: CPU time of whole commands, as times a bare ``python -c pass``.

    python benchmarks/start_up.py [RUNS]

Builds the article's project in a scratch folder and asks it. CPU time of the child (user and
system), since a busy machine stretches time on the wall. Every run of the bare Python stands
beside a run of the command, so that both meet the same machine. Compile the package first
(``python -m compileall -q src``; the Makefile does): a start-up that compiles is a slow one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from statistics import median

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TERMBASE = os.path.join(os.path.dirname(sys.executable), "termbase")
SENTENCE = "Lors de la réunion."
CASES = (
    ("lookup, exact", 5, ["lookup", "télédétection"]),
    ("lookup, folded", 5, ["lookup", "teledetection"]),
    ("lookup, misspelt", 8, ["lookup", "teledetecton"]),
    ("lookup, inflected", 25, ["lookup", "engins spatiaux"]),
    ("search, exact", 5, ["search", SENTENCE]),
    ("search, near", 23, ["search", "Lors de la longue réunion."]),
    ("search -c", 25, ["search", "-c", "télédétection"]),
    ("--version", None, ["--version"]),
    ("--help", 25, ["--help"]),
    ("stats", 25, ["stats"]),
    ("term duplicates", 25, ["term", "duplicates", "--exit-zero"]),
    ("extract", 25, ["extract", "tm/sources/article.fr.txt"]),
    ("check", None, ["check", "tm/sources/article.fr.txt", "tm/sources/article.en.txt"]),
)


def cpu_time(words: list[str], folder: str) -> float:
    """Return the seconds of CPU time that a command takes."""
    with subprocess.Popen(
        words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(words)}: exit {child.returncode}")
    return usage.ru_utime + usage.ru_stime


def project(folder: str) -> str:
    """Build the article's project in a folder and return where it is."""
    for name in ("termbase.toml", "tm", "glossary"):
        source = os.path.join(ROOT, name)
        copy = shutil.copytree if os.path.isdir(source) else shutil.copy
        copy(source, os.path.join(folder, name))
    subprocess.run([TERMBASE, "build", "-q"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    with tempfile.TemporaryDirectory() as scratch:
        folder = project(scratch)
        print(f"{'':18}  bar  median  least   ms  ({runs} runs)")
        for name, bar, words in CASES:
            pairs = [
                (
                    cpu_time([sys.executable, "-c", "pass"], folder),
                    cpu_time([TERMBASE, *words], folder),
                )
                for _ in range(runs)
            ]
            middle = median(mine for _, mine in pairs) / median(bare for bare, _ in pairs)
            least = min(mine for _, mine in pairs) / min(bare for bare, _ in pairs)
            spent = 1000 * median(mine for _, mine in pairs)
            late = "  over the bar" if bar and middle > bar else ""
            print(f"{name:18}  {bar or '–':>3}  {middle:6.2f}  {least:5.2f}  {spent:4.0f}{late}")


if __name__ == "__main__":
    main()
