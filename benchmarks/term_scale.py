"""What many terms cost: import, opening, lookup and recognition, over a glossary blown up.

    python benchmarks/term_scale.py TERMS.tsv --lang fr --terms 100000 [--text FILE] [--base FILE]

TERMS.tsv has an id and a term in each row; its terms are combined by two until there are enough.
Times are CPU time, and stand beside a reference that runs at the same time on the same machine:
cutting a text into words with one regular expression. Keep the base with --base to ask it again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import tempfile
from statistics import quantiles
from time import process_time

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.terms.lookup import find_terms
from termbase.terms.recognise import Recogniser

WORD = re.compile(r"\w+")
QUERIES = 300


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("table", help="TSV: id, term")
    options.add_argument("--lang", required=True)
    options.add_argument("--terms", type=int, default=100_000)
    options.add_argument("--text", help="a text, or JSON lines with one; else the terms themselves")
    options.add_argument("--base", help="where to keep the base, or where it is already")
    chosen = options.parse_args()
    with open(chosen.table, encoding="utf-8") as rows:
        real = [row.rstrip("\n").split("\t")[1] for row in rows]
    with tempfile.TemporaryDirectory() as scratch:
        path = chosen.base or os.path.join(scratch, "scale.db")
        if not os.path.exists(path):
            fill(path, blown_up(real, chosen.terms), chosen.lang)
        ask(path, real, chosen.lang)
        read(path, text_of(chosen.text) if chosen.text else "\n".join(real), chosen.lang)


def blown_up(real: list[str], size: int) -> list[str]:
    """Return so many terms: the real ones, and pairs of them."""
    chance = random.Random(1)
    terms = dict.fromkeys(real)
    while len(terms) < size:
        terms[f"{chance.choice(real)} {chance.choice(real)}"] = None
    return list(terms)[:size]


def text_of(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".jsonl"):
        return "\n".join(json.loads(line)["text"] for line in text.splitlines())
    return text


def fill(path: str, terms: list[str], language: str) -> None:
    start = process_time()
    with open_base(path, write=True) as base, base.changing():
        store = terms_of(base)
        number = store.put_glossary("scale", Glossary(()))
        store.put_concepts(
            number, (Concept(str(at), (Term(term, language),)) for at, term in enumerate(terms))
        )
    spent = process_time() - start
    print(f"import       {len(terms) / spent:9.0f} terms/s, {os.path.getsize(path) >> 20} MiB")


def ask(path: str, real: list[str], language: str) -> None:
    """Look terms up as written, without accents, inflected, misspelt, by a word, by a beginning."""
    chance = random.Random(2)
    start = process_time()
    base = open_base(path)
    store = terms_of(base)
    find_terms("x", [language], store)
    print(f"open           {1000 * (process_time() - start):9.1f} ms")
    asked = chance.sample(real, min(QUERIES, len(real)))
    kinds = {
        "exact": asked,
        "folded": [one.upper() for one in asked],
        "inflected": [one + "s" for one in asked],
        "misspelt": [misspelt(one, chance) for one in asked],
        "word": [chance.choice(WORD.findall(one)) for one in asked],
        "beginning": [one[: max(3, len(one) // 2)] for one in asked],
    }
    every: list[float] = []
    for kind, queries in kinds.items():
        times = []
        for query in queries:
            start = process_time()
            find_terms(query, [language], store)
            times.append(1000 * (process_time() - start))
        every += times
        report(f"lookup, {kind}", times)
    report("lookup, all", every)
    base.close()


def misspelt(term: str, chance: random.Random) -> str:
    at = chance.randrange(len(term))
    return term[:at] + chance.choice("aeinrst") + term[at + 1 :]


def report(what: str, times: list[float]) -> None:
    cuts = quantiles(times, n=100)
    print(f"{what:18} p50 {cuts[49]:6.2f}  p95 {cuts[94]:6.2f}  p99 {cuts[98]:6.2f} ms")


def read(path: str, text: str, language: str) -> None:
    """Recognise the terms of a text, of a megabyte if it can be had by repeating."""
    lines = text.split("\n")
    size = len(text.encode()) / 1e6
    with open_base(path) as base:
        start = process_time()
        known = Recogniser((), language, index=terms_of(base).index(language, lambda *_: True))
        print(f"index open     {1000 * (process_time() - start):9.1f} ms")
        for state in ("cold", "warm"):
            start = process_time()
            found = sum(len(known.recognise(line)) for line in lines)
            spent = process_time() - start
            start = process_time()
            for line in lines:
                WORD.findall(line)
            cut = process_time() - start
            print(
                f"recognition, {state}: {size / spent:5.2f} MB/s, {found} terms,"
                f" {spent / cut:.0f} times cutting words ({size / cut:.1f} MB/s)"
            )


if __name__ == "__main__":
    sys.exit(main())
