"""Score `align` on the development sets of ../shared, all in one process.

    python benchmarks/alignment_sets.py [--sets 'pud_*,novels_*'] [--lexicon] [--errors DIR]

The scoring is that of ../shared/eval/alignment/eval_align.py, loaded at run time.
"""

from __future__ import annotations

import argparse
import fnmatch
import importlib.util
import json
import time
from pathlib import Path

from alignment import lines, read_pairs
from termbase.alignment import align

ROOT = Path(__file__).parents[2] / "shared" / "eval" / "alignment"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", default="*")
    parser.add_argument("--lexicon", action="store_true", help="give pud_small_* its lexicon")
    parser.add_argument("--ladders", help="keep the ladders in this folder")
    args = parser.parse_args()
    scoring = load_scoring()
    strict, pooled = [], []
    for folder in sorted((ROOT / "dev").iterdir()):
        if any(fnmatch.fnmatch(folder.name, one) for one in args.sets.split(",")):
            figures, confidences = score_set(scoring, folder, args.lexicon, args.ladders)
            strict.append(figures["strict"])
            pooled += confidences
            print(row(scoring, folder.name, figures, confidences), flush=True)
    print(f"macro {sum(strict) / len(strict):.4f}", confidence(scoring, pooled))


def load_scoring():
    spec = importlib.util.spec_from_file_location("eval_align", ROOT / "eval_align.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_set(scoring, folder, with_lexicon, ladders):
    meta = json.loads((folder / "set.json").read_text("utf-8"))
    pair = meta["source"], meta["target"]
    table = ROOT / f"lexicon.{'-'.join(pair)}.tsv"
    use = with_lexicon and folder.name.startswith("pud_small") and table.exists()
    lexicon = read_pairs(str(table)) if use else []
    precision, recall, confidences, started = [0] * 4, [0] * 4, [], time.process_time()
    for gold_file in sorted(folder.glob("*.gold")):
        source, target = (lines(str(gold_file.with_suffix(end))) for end in (".src", ".tgt"))
        beads = align(
            *(source, target, *pair),
            source_paragraphs=range(len(source)),  # as the command reads a segment a line
            target_paragraphs=range(len(target)),
            lexicon=lexicon,
        )
        found = [(bead.source, bead.target) for bead in beads]
        gold = [(a, b) for a, b, _ in scoring.parse(gold_file.open(encoding="utf-8"))]
        add(precision, scoring.prec(gold, found))
        add(recall, scoring.prec(paired(found), paired(gold)))
        right = set(gold)
        confidences += [
            (bead.confidence, (bead.source, bead.target) in right)
            for bead in beads
            if bead.source and bead.target
        ]
        if ladders:
            keep(Path(ladders) / folder.name / gold_file.stem, beads)
    figures = {"strict": f1(precision, recall, 0), "lax": f1(precision, recall, 2)}
    return figures | {"seconds": time.process_time() - started}, confidences


def keep(path, beads):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for bead in beads:
            sides = (",".join(map(str, side)) for side in (bead.source, bead.target))
            print(*sides, bead.confidence, sep=":", file=file)


def paired(beads):
    return [bead for bead in beads if bead[0] and bead[1]]


def add(totals, more):
    totals[:] = [one + other for one, other in zip(totals, more, strict=True)]


def f1(precision, recall, at):
    p, r = (part[at] / max(1, part[at] + part[at + 1]) for part in (precision, recall))
    return 2 * p * r / (p + r) if p + r else 0.0


def row(scoring, name, figures, confidences):
    return (
        f"{name:18} strict {figures['strict']:.3f}  lax {figures['lax']:.3f}  "
        f"{figures['seconds']:6.2f} s  {confidence(scoring, confidences)}"
    )


def confidence(scoring, pairs):
    high = [right for sure, right in pairs if sure >= 0.9]
    area = scoring.auroc(pairs) or 0.0
    share = len(high) / max(1, len(pairs))
    return f"AUROC {area:.3f}  P@.9 {sum(high) / max(1, len(high)):.4f} on {share:.2f}"


if __name__ == "__main__":
    main()
