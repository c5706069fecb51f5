"""The memory under measurement: a base made from a JSON-lines memory, and what asks it.

    python benchmarks/fuzzy.py build TM.jsonl.xz STORE
    python benchmarks/fuzzy.py index TM.jsonl.xz FOLDER
    python bench_fuzzy.py --tm TM.jsonl.xz --adapter benchmarks.fuzzy:open_memory:STORE

STORE is a base as `termbase import` makes it, and the adapter asks the store that `termbase
search` asks. The numbers of the JSON lines are the ids (TMX ``tuid``) of the units. Only texts
that a unit is translated from are searched, as the measurement wants.
"""

from __future__ import annotations

import gc
import json
import lzma
import os
import resource
import sys
import time
from collections.abc import Iterator
from typing import Any

from termbase.bootstrap import open_base, units_of
from termbase.memory.similarity import tokens
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant

MEMORY = "bench"
_MANY = 1000
"""So many changes are made at once, whether or not anybody searches."""


class Memory:
    """What the measurement asks: search, and change, one unit at a time."""

    def __init__(self, store: str) -> None:
        self._base = open_base(store, write=True)
        self._units = units_of(self._base)
        self._number = self._units.put_memory(MEMORY, MemoryHeader("*all*"))
        self._languages = self._units.languages()
        self._added: list[TranslationUnit] = []
        self._replaced: list[tuple[int, str]] = []
        self._removed: list[int] = []

    def search(self, text: str, percent: int) -> Iterator[tuple[int, int]]:
        """Yield raw score and id of every unit whose source is like a text."""
        self._change()
        found = self._units.index.near(self._languages, tokens(text), percent, targets=False)
        names = self._names([unit for unit, _ in found]) if found else {}
        return ((score, names[unit]) for unit, score in found if unit in names)

    def add(self, id: int, text: str, language: str) -> None:
        """Add a unit; what is added together is one change, searchable with the next search."""
        own = (("srclang", language),)
        self._added.append(TranslationUnit((Variant(language, (text,)),), str(id), own))
        self._change(_MANY)

    def replace(self, id: int, text: str) -> None:
        """Give a unit another source text."""
        self._replaced.append((id, text))
        self._change(_MANY)

    def remove(self, id: int) -> None:
        """Take a unit out of the memory."""
        self._removed.append(id)
        self._change(_MANY)

    def _change(self, least: int = 1) -> None:
        """Make the changes so far, in one transaction, if there are as many."""
        if len(self._added) + len(self._replaced) + len(self._removed) < least:
            return
        with self._base.changing():
            self._units.add_units(self._number, self._added)
            for name, text in self._replaced:
                self._replace(name, text)
            for name in self._removed:
                number, _ = self._unit(name)
                self._units.remove_unit(number)
        self._added, self._replaced, self._removed = [], [], []

    def _replace(self, id: int, text: str) -> None:
        number, unit = self._unit(id)
        own = unit.attribute("srclang")
        variants = tuple(
            Variant(one.language, (text,)) if one.language == own else one for one in unit.variants
        )
        self._units.replace_unit(number, TranslationUnit(variants, unit.id, unit.attributes))

    def _unit(self, id: int) -> tuple[int, TranslationUnit]:
        query = "SELECT id FROM unit WHERE memory = ? AND tuid = ?"
        [(number,)] = self._base.rows(query, (self._number, str(id)))
        [unit] = self._units.units(number)
        return number, unit

    def _names(self, numbers: list[int]) -> dict[int, int]:
        marks = ",".join("?" * len(numbers))
        rows = self._base.rows(f"SELECT id, tuid FROM unit WHERE id IN ({marks})", numbers)
        return {number: int(tuid) for number, tuid in rows}


def open_memory(store: str) -> Memory:
    """Return the memory in a base; the adapter of the measurement."""
    return Memory(store)


def units(path: str) -> Iterator[TranslationUnit]:
    """Yield the units of a JSON-lines memory."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        for one in map(json.loads, stream):
            spoken: dict[str, Any] = {one["srclang"]: one["src"], **one["tgt"]}
            variants = tuple(Variant(language, (text,)) for language, text in spoken.items())
            yield TranslationUnit(variants, str(one["id"]), (("srclang", one["srclang"]),))


def build(path: str, store: str) -> None:
    """Make a base from a JSON-lines memory, and say what it took."""
    if os.path.exists(store):
        os.remove(store)
    start = time.perf_counter()
    with open_base(store, write=True) as base:
        store_units = units_of(base)
        with base.changing():
            number = store_units.put_memory(MEMORY, MemoryHeader("*all*"))
            added = store_units.add_units(number, units(path))
        took = time.perf_counter() - start
        report(base, store, added.new, took)


def report(base: Any, store: str, count: int, took: float) -> None:
    """Print how large the index is, and how long it took."""
    folder = f"{store}-index"
    sizes = []
    for name, texts, source in base.rows("SELECT name, texts, source FROM index_file"):
        if source:
            path = os.path.join(folder, name)
            sizes.append((os.path.getsize(path), texts, spelling_bytes(path)))
    whole, texts, spelt = (sum(one) for one in zip(*sizes, strict=True)) if sizes else (0, 1, 0)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} units in {took:.1f} s: {count / took:.0f} units/s, at most {most} MB")
    print(f"index of sources: {(whole - spelt) / texts:.1f} bytes a segment, tokens {spelt} bytes")


def index(path: str, folder: str) -> None:
    """Make the index of the source texts alone, in this process, and say how quick that is."""
    from termbase.stores.index_maker import IndexMaker

    texts = [
        ((one.attribute("srclang") or "", True), number, one.variants[0].text)
        for number, one in enumerate(units(path))
    ]
    gc.disable()  # as the process does that makes it
    maker = IndexMaker(folder, 5_000_000)
    start, ticks = time.process_time(), time.perf_counter()
    for first in range(0, len(texts), 3000):
        maker.add(texts[first : first + 3000])
    maker.finish()
    took, wall = time.process_time() - start, time.perf_counter() - ticks
    maker.undo()
    rates = f"{len(texts) / took:.0f} segments/s of CPU time, {len(texts) / wall:.0f} on the wall"
    print(f"{len(texts)} source texts indexed at {rates}")


def spelling_bytes(path: str) -> int:
    """Return how much of an index file the spellings of tokens take."""
    from termbase.stores.index_file import open_index

    index = open_index(path)
    if index is None:
        return 0
    return sum(index.views[name].nbytes for name in ("spellings", "spelling_starts"))


if __name__ == "__main__":
    verbs = {"build": build, "index": index}
    if len(sys.argv) != 4 or sys.argv[1] not in verbs:
        raise SystemExit(__doc__)
    verbs[sys.argv[1]](sys.argv[2], sys.argv[3])
