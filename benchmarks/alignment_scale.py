"""Print what aligning costs as texts grow: CPU time with start-up, peak memory, and growth.

    python benchmarks/alignment_scale.py [--segments 1000,10000,50000] [-s fr -t en]

The long documents are joined from the development sets by
../shared/eval/alignment/make_scale.py; each is aligned by a process of its own.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2] / "shared" / "eval" / "alignment"
ALIGN = Path(__file__).parent / "alignment.py"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", default="1000,10000,50000")
    parser.add_argument("-s", default="fr")
    parser.add_argument("-t", default="en")
    args = parser.parse_args()
    before = None
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, args.segments.split(",")):
            segments, seconds, peak = cost(Path(folder), size, args.s, args.t)
            grown = f"  {seconds / before:.1f} times the one before" if before else ""
            print(f"{segments:7,} segments {seconds:7.2f} s {peak:5.0f} MB{grown}", flush=True)
            before = seconds


def cost(folder: Path, size: int, source: str, target: str) -> tuple[int, float, float]:
    """Return the segments, the CPU seconds and the peak MB of one alignment."""
    path = folder / str(size)
    make = [sys.executable, ROOT / "make_scale.py", path, str(size), f"{source}-{target}"]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    texts = [path.with_suffix(ending) for ending in (".src", ".tgt")]
    for text in texts:
        lines = text.read_text("utf-8").splitlines()[:size]
        text.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    align = [sys.executable, ALIGN, *texts, "-s", source, "-t", target]
    subprocess.run(align, check=True, stdout=subprocess.DEVNULL)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    return len(lines), spent, end.ru_maxrss / 1024


if __name__ == "__main__":
    main()
