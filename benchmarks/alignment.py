"""Align two files of one segment a line and print the ladder: ``0,1:0:0.97``.

python benchmarks/alignment.py SRC TGT -s fr -t ru [--lexicon PAIRS.tsv]
"""

from __future__ import annotations

import argparse
import csv

from termbase.alignment import align


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("-s", required=True)
    parser.add_argument("-t", required=True)
    parser.add_argument("--lexicon")
    args = parser.parse_args()
    lexicon = read_pairs(args.lexicon) if args.lexicon else []
    for bead in align(lines(args.source), lines(args.target), args.s, args.t, lexicon=lexicon):
        sides = (",".join(map(str, side)) for side in (bead.source, bead.target))
        print(*sides, f"{bead.confidence:.2f}", sep=":")


def lines(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def read_pairs(path: str) -> list[tuple[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row[0], row[1]) for row in rows if len(row) > 1]


if __name__ == "__main__":
    main()
