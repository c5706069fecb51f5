"""The texts of a base on their way into its index: a few into the base, many into files.

The base is the truth. A unit's texts are in ``fresh_text`` until they are in a file, and which
files count stands in the base, so both change in one transaction; a file gets its random name
once and is never changed. All that is here is called inside of such a transaction.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Any

from termbase.stores.index_file import told_if_full
from termbase.stores.index_parts import IndexParts
from termbase.stores.unit_texts import Part, Text, cut, key_sequences

if TYPE_CHECKING:
    import numpy as np

    from termbase.memory.build_index import Texts
    from termbase.memory.text_index import TextIndex
    from termbase.stores.index_maker import Made
    from termbase.stores.sqlite import SqliteBase

_FRESH = 4096
_WHILE_OPEN = 2
"""So many times as many wait while somebody goes on adding."""
_TOKENS_IN_MEMORY = 5_000_000
_AT_ONCE = 3000
_HELPED = 20_000
"""From so many texts on, a second process is worth its start."""
_KEYED = range(50, 900)
"""So many texts at once get the keys of their words too: a lookup then needs no lexicon. For the
texts of a unit or two, as a person changes them, loading one would cost more than all the rest."""


class IndexWriter:
    """Changes the index of the units of a base.

    Attributes:
        fresh: So many texts may wait in the base before they are put into a file, which is done
            when it is closed; twice as many, while it is open.
        tokens: So many are kept in memory before they are put into a file of their own.
    """

    def __init__(self, base: SqliteBase) -> None:
        self.fresh = _FRESH
        self.tokens = _TOKENS_IN_MEMORY
        self._base = base
        self._folder = f"{base.path}-index"
        self._parts = IndexParts(base, self._folder)
        self._tidied = False
        self._alone = False
        self._made: set[str] = set()

    def add(self, texts: Iterable[Text], meanwhile: Callable[[], None] = lambda: None) -> None:
        """Add the texts of units: a few to the base, many to files.

        Call it inside of the transaction that adds the units.

        Args:
            texts: Of the units.
            meanwhile: Called while another process, if there is one, makes the files.
        """
        waiting: list[Text] = []
        texts = iter(texts)
        for one in texts:
            waiting.append(one)
            if len(waiting) > self.fresh and self._base.path != ":memory:":
                self._write(chain(waiting, texts), meanwhile)
                return
        self._keep(waiting)

    def _keep(self, texts: list[Text]) -> None:
        """Put texts into the base, with their keys where they are few."""
        found = cut(text for *_, text in texts)
        forms = key_sequences(texts) if len(texts) in _KEYED else repeat("")
        self._base.connection.executemany(
            "INSERT INTO fresh_text (main, source, unit, tokens, forms) VALUES (?, ?, ?, ?, ?)",
            (
                (main, source, unit, tokens, keys)
                for ((main, source), unit, _), tokens, keys in zip(
                    texts, found, forms, strict=False
                )
            ),
        )
        if self._base.path != ":memory:":
            self._fold(_WHILE_OPEN * self.fresh)
            if self._fold_at_end not in self._base.at_end:
                self._base.at_end.append(self._fold_at_end)

    def _fold_at_end(self) -> None:
        """Put fresh texts into files when nobody waits for them to be searchable."""
        if self._waiting() > self.fresh:
            with self._base.changing():
                self._fold(self.fresh)

    def _waiting(self) -> int:
        return int(self._base.value("SELECT count(*) FROM fresh_text"))

    def _fold(self, most: int) -> None:
        """Put fresh texts into files, one part after the other, until at most so many wait.

        The part with most texts goes first, so that who adds some now and then seldom waits long.
        """
        query = "SELECT main, source FROM fresh_text GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1"
        while self._waiting() > most:
            [(main, source)] = self._base.rows(query)  # each time: all may have been made anew
            self._fold_part((main, bool(source)))

    def _fold_part(self, part: Part) -> None:
        """Put the fresh texts of one part into a file."""
        from termbase.stores.index_maker import new_texts

        self._tidy()  # before files are forgotten that a rollback brings back
        query = "SELECT unit, tokens FROM fresh_text WHERE main = ? AND source = ? ORDER BY id"
        units, found = zip(*self._base.rows(query, part), strict=True)
        with told_if_full(self._folder):
            texts = new_texts(self._folder)
            texts.add_tokens(found, units)
        self._base.connection.execute("DELETE FROM fresh_text WHERE main = ? AND source = ?", part)
        self._merge(part, texts)

    def _write(self, texts: Iterator[Text], meanwhile: Callable[[], None]) -> None:
        """Put many texts into files; very many in a second process, while they are still read."""
        from termbase.stores.index_maker import IndexMaker, can_help

        self._tidy()
        first = list(islice(texts, _HELPED))
        if len(first) == _HELPED and not self._alone and can_help():
            self._write_helped(chain(first, texts), meanwhile)
            return
        maker = IndexMaker(self._folder, self.tokens)
        self._base.on_rollback.append(maker.undo)
        texts = chain(first, texts)
        while some := list(islice(texts, _AT_ONCE)):
            with told_if_full(self._folder):
                maker.add(some)
        with told_if_full(self._folder):
            made = maker.finish()
        self._count(made)

    def _write_helped(self, texts: Iterator[Text], meanwhile: Callable[[], None]) -> None:
        """Let a second process make the files; where it cannot, make them here, from the base."""
        from termbase.stores.index_maker import IndexProcess

        helper = IndexProcess(self._folder, self.tokens)
        try:
            while some := list(islice(texts, _AT_ONCE)):
                helper.add(some)
            helper.end()
            meanwhile()
            made = helper.finish()
            for one in made or ():
                self._gone_with_us(one)
            helper.keep()
        finally:
            helper.close()
        if made is None:
            self._alone = True
            self.make_anew()
            return
        self._count(made)

    def _count(self, made: Iterable[Made]) -> None:
        """Name files in the base, and join them to those that are there."""
        for one in made:
            self._name(one)
            self._made.add(one.name)
        for one in made:
            self._merge((one.main, one.source))
        self._made.clear()

    def _file(self, part: Part, texts: Texts) -> None:
        """Write texts to a file and name it in the base."""
        from termbase.stores.index_maker import write_texts

        made = write_texts(self._folder, part, texts)
        self._gone_with_us(made)
        self._name(made)

    def _gone_with_us(self, made: Made) -> None:
        """Remove a file if the change under way is undone."""
        from termbase.stores.index_maker import remove

        self._base.on_rollback.append(lambda: remove(os.path.join(self._folder, made.name)))

    def _name(self, made: Made) -> None:
        self._base.connection.execute(
            "INSERT INTO index_file (name, main, source, texts) VALUES (?, ?, ?, ?)", made
        )

    def _forget(self, name: str) -> TextIndex | None:
        """Take a file out of those that count; it goes when that is certain."""
        from termbase.stores.index_maker import remove

        self._base.connection.execute("DELETE FROM index_file WHERE name = ?", (name,))
        self._base.on_commit.append(lambda: remove(os.path.join(self._folder, name)))
        return self._parts.open.pop(name, None)

    def _tidy(self) -> None:
        """Remove what a killed process has left; nobody else changes the base now."""
        from termbase.stores.index_maker import remove

        if self._tidied:
            return
        self._tidied = True
        counting = {name for (name,) in self._base.rows("SELECT name FROM index_file")}
        if os.path.isdir(self._folder):
            for name in set(os.listdir(self._folder)) - counting:
                remove(os.path.join(self._folder, name))

    def _merge(self, part: Part, texts: Texts | None = None, *, whole: bool = False) -> None:
        """Join small files to larger ones, so that there are never many: each doubles the last.

        Args:
            part: Of the index.
            texts: What is in no file yet; it goes into one together with the small files.
            whole: Whether to join all files, without the texts of units that are gone.
        """
        from termbase.stores.index_maker import new_texts

        names = self._small_files(part, len(texts) if texts else 0, whole)
        if not (texts or whole or len(names) > 1):
            return
        if not all(self._parts.opened(name) for name in names):
            self.make_anew()
            return
        living = self._all_units() if whole else None
        with told_if_full(self._folder):
            texts = texts or new_texts(self._folder)
            for name in names:
                index = self._forget(name)
                if index is not None:
                    texts.add_index(index, living)
        if len(texts):
            self._file(part, texts)

    def _small_files(self, part: Part, texts: int, whole: bool) -> list[str]:
        """Return the files that so many texts are put together with."""
        files = self._base.rows(
            "SELECT name, texts FROM index_file WHERE main = ? AND source = ? ORDER BY texts", part
        )
        names: list[str] = []
        for name, count in list(files):
            if texts and count > 2 * texts and not whole and name not in self._made:
                break
            names.append(name)
            texts += count
        return names

    def _all_units(self) -> np.ndarray[Any, Any]:
        import numpy

        return numpy.fromiter((unit for (unit,) in self._base.rows("SELECT id FROM unit")), "I")

    def compact(self) -> None:
        """Put all texts of a language into one file, without those of units that are gone."""
        if self._base.path == ":memory:":
            return
        self._fold(0)
        for part in list(self._base.rows("SELECT DISTINCT main, source FROM index_file")):
            self._merge((part[0], bool(part[1])), whole=True)

    def count(self) -> int:
        """Return how many texts it holds."""
        query = "SELECT (SELECT count(*) FROM fresh_text) + total(texts) FROM index_file"
        [(count,)] = self._base.rows(query)
        return int(count)

    def make_anew(self) -> None:
        """Make the index from the units alone."""
        from termbase.stores.unit_texts import texts_of_base

        self._tidy()  # before files are forgotten that a rollback brings back
        self._base.connection.execute("DELETE FROM fresh_text")
        for (name,) in list(self._base.rows("SELECT name FROM index_file")):
            self._forget(name)
        # A query left half-read would stand in the way of taking a failed change back.
        with closing(_watched(texts_of_base(self._base), self._base.watch)) as texts:
            self.add(texts)


def _watched(texts: Iterable[Text], watch: Callable[[int], None]) -> Generator[Text, None, None]:
    for number, one in enumerate(texts, 1):
        yield one
        watch(number)
