"""Print precision and recall of each check rule on our own cases, in tests/checking/cases.

python benchmarks/check_cases.py [--show]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from check_cases import PAIRS, all_findings, cases, found, text


def main() -> None:
    planted, hits, false = Counter(), Counter(), Counter()
    for source, target in PAIRS:
        wrong = all_findings(text(source, target), source, target)
        false.update(one.rule for one in wrong)
    for mistake, source in cases():
        right, wrong = found(mistake, source)
        planted[mistake.rule] += 1
        hits[mistake.rule] += right
        false.update(one.rule for one in wrong)
        if "--show" in sys.argv and not right:
            print(f"missed from {source}: {mistake}")
    print(f"{'rule':6}{'planted':>9}{'recall':>9}{'precision':>11}")
    for rule in sorted(planted):
        precision = hits[rule] / max(1, hits[rule] + false[rule])
        print(f"{rule:6}{planted[rule]:9}{hits[rule] / planted[rule]:9.3f}{precision:11.3f}")


if __name__ == "__main__":
    main()
