"""A memory beside other engines, in one table: how fast they are, and how much they find.

    python benchmarks/fuzzy_peers.py TM.jsonl.xz STORE QUERIES.json [COUNT]

STORE is a base made by ``benchmarks/fuzzy.py build``. Each engine is asked for all texts of a raw
score of 70 and more; what an engine of another kind hands out is scored again by ours, which is
kind to it. Engines that are not installed are left out: rapidfuzz over everything, tantivy (best
100), SQLite's full text (best 100, any word), translate-toolkit's matcher (its own score, 70).
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from statistics import mean, median

from benchmarks.fuzzy import open_memory, units
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from termbase.memory.similarity import raw_score, tokens

LEAST = 70
BEST = 100
Search = Callable[[str], set[int]]


def main() -> None:
    path, store, asked = sys.argv[1:4]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 20
    texts = {int(unit.id): unit.variants[0].text for unit in units(path)}
    with open(asked, encoding="utf-8") as file:
        queries = json.load(file)
    lines = [text for kind in queries.values() for text in kind[:count]]
    memory = open_memory(store)
    brute = brute_force(texts)
    gold = [brute(line) for line in lines]
    engines: list[tuple[str, Callable[[], Search]]] = [
        ("termbase", lambda: lambda text: {unit for _, unit in memory.search(text, LEAST)}),
        ("rapidfuzz, everything", lambda: brute),
        ("tantivy, best 100", lambda: tantivy_index(texts)),
        ("SQLite full text, best 100", lambda: full_text(texts)),
        ("translate-toolkit matcher", lambda: toolkit(texts)),
    ]
    print(f"{len(texts)} texts, {len(lines)} queries, {sum(map(len, gold))} matches")
    print(f"{'':28}  median ms    mean ms  found")
    for name, make in engines:
        try:
            search = make()
        except ImportError as error:
            print(f"{name:28}  not installed: {error.name}")
            continue
        search(lines[0])  # what is loaded with the first query is no part of the others
        seconds, found = [], 0
        for line, wanted in zip(lines, gold, strict=True):
            start = time.process_time()
            hits = search(line)
            seconds.append(1000 * (time.process_time() - start))
            found += len(hits & wanted)
        share = 100 * found / max(1, sum(map(len, gold)))
        print(f"{name:28}  {median(seconds):9.2f}  {mean(seconds):9.2f}  {share:4.0f} %")


def brute_force(texts: dict[int, str]) -> Search:
    """Return what compares a text with every other."""
    signs: dict[str, str] = {}

    def coded(text: str) -> str:
        return "".join(signs.setdefault(one, chr(0xE000 + len(signs))) for one in tokens(text))

    names, known = list(texts), [coded(text) for text in texts.values()]

    def search(text: str) -> set[int]:
        found = process.extract(
            coded(text),
            known,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=LEAST / 100 - 1e-9,
            limit=None,
        )
        return {names[at] for _, _, at in found}

    return search


def tantivy_index(texts: dict[int, str]) -> Search:
    """Return what asks tantivy for texts with any of the words."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text")
    builder.add_integer_field("id", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for name, text in texts.items():
        writer.add_document(tantivy.Document(text=text, id=name))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> set[int]:
        words = " ".join(re.findall(r"\w+", text))
        if not words:
            return set()
        found = searcher.search(index.parse_query(words.lower(), ["text"]), BEST).hits
        return rescored(text, texts, (searcher.doc(place)["id"][0] for _, place in found))

    return search


def full_text(texts: dict[int, str]) -> Search:
    """Return what asks SQLite's full-text index for texts with any of the words."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5 (text)")
    base.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", texts.items())

    def search(text: str) -> set[int]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", text)))
        if not words:
            return set()
        query = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?"
        rows = base.execute(query, (words, BEST))
        return rescored(text, texts, (name for (name,) in rows))

    return search


def toolkit(texts: dict[int, str]) -> Search:
    """Return what asks translate-toolkit's matcher, which scores letters in its own way."""
    from translate.search.match import matcher
    from translate.storage.base import TranslationUnit
    from translate.storage.po import pofile

    # Its heap compares units that are equally like the query, and these have no order.
    TranslationUnit.__lt__ = lambda one, other: one.target < other.target
    store = pofile()
    for name, text in texts.items():
        if text.strip():
            unit = store.addsourceunit(text)
            unit.target = str(name)
    known = matcher(store, max_candidates=BEST, min_similarity=LEAST, max_length=1000)

    def search(text: str) -> set[int]:
        found = (int(unit.target) for unit in known.matches(text) if unit.target.isdigit())
        return rescored(text, texts, found)

    return search


def rescored(text: str, texts: dict[int, str], found: Iterable[int]) -> set[int]:
    """Return those of the texts found that reach the score."""
    asked = tokens(text)
    return {name for name in found if raw_score(asked, tokens(texts[name])) >= LEAST}


if __name__ == "__main__":
    main()
