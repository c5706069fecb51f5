"""The texts of a base by their tokens: index files beside the base, and what is newer in it.

Units that are gone may still stand in a file: their numbers are never given again, and nobody is
told of a unit that the base does not have. Where a file is missing, all are made anew. How texts
come in, `termbase.stores.index_writer` says.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from termbase.errors import StoreError
from termbase.stores.index_damage import damage, told_if_damaged
from termbase.stores.index_file import is_damaged
from termbase.stores.index_writer import IndexWriter

if TYPE_CHECKING:
    from termbase.memory.text_index import TextIndex
    from termbase.model.phrase import WordPattern

_MANY = 900
_SHORTEST = 3


class UnitIndex(IndexWriter):
    """The index of the units of a base: asked here, changed as `IndexWriter` does."""

    def check(self) -> None:
        """Read all files that count, and compare them with what was written.

        Raises:
            StoreError: If one of them is damaged. What is missing is made anew by who asks for it.
        """
        for (name,) in self._base.all_rows("SELECT name FROM index_file"):
            if is_damaged(os.path.join(self._folder, name)):
                raise damage(name)

    @told_if_damaged
    def exact(self, main: str, tokens: Sequence[str], *, targets: bool = True) -> list[int]:
        """Return the units with a text of these tokens; some that are gone may be among them."""
        indexes = self._indexes([main], targets)
        joined = " ".join(tokens)
        found = [
            unit for fresh in self._parts.fresh([main], targets) for unit in fresh.exact(joined)
        ]
        for index in indexes:
            units = index.views["units"]
            found += [units[row] for row in index.exact(tokens)]
        return found

    @told_if_damaged
    def near(
        self, mains: Collection[str], tokens: Sequence[str], minimum: int, *, targets: bool = True
    ) -> list[tuple[int, int]]:
        """Return unit and raw score of every text in some languages with at least that raw score.

        Some that are gone may be among them.
        """
        indexes = self._indexes(mains, targets)  # first: what is lost may become fresh
        found = [
            one
            for fresh in self._parts.fresh(mains, targets)
            for one in fresh.near(tokens, minimum)
        ]
        if indexes:
            from termbase.memory.retrieval import near

            for index in indexes:
                found += near(index, tokens, minimum)
        return found

    def files(self, main: str) -> list[TextIndex]:
        """Return the index files of a language."""
        return self._indexes([main], targets=True)

    @told_if_damaged
    def containing(self, main: str, phrase: Sequence[WordPattern]) -> list[int]:
        """Return the units with a text that holds a phrase, in the order they were put in.

        A few more may be among them, which only their text can tell.
        """
        from termbase.memory.joined_words import may_hold, units_holding

        found: set[int] = set()
        for index in self._indexes([main], targets=True):
            found |= units_holding(index, phrase)
        for fresh in self._parts.fresh([main], targets=True):
            found |= {unit for tokens, unit in fresh.texts if may_hold(tokens, phrase)}
        return self.living(sorted(found))

    @told_if_damaged
    def frequency(self, main: str, token: str) -> int:
        """Return how many texts have a token; those of units that are gone are counted too."""
        files = self._indexes([main], targets=True)
        fresh = self._parts.fresh([main], targets=True)
        waiting = sum(token in tokens.split() for one in fresh for tokens, _ in one.texts)
        return waiting + sum(one.frequency(token) for one in files)

    @told_if_damaged
    def having(self, main: str, words: Sequence[Collection[str]]) -> list[int]:
        """Return the units with a text that has a token of each of some sets, wherever.

        Some that are gone may be among them.
        """
        wanted = [frozenset(one) for one in words]
        found: set[int] = set()
        for index in self._indexes([main], targets=True):
            units = index.views["units"]
            found.update(units[row] for row in _common_rows(index, wanted))
        for fresh in self._parts.fresh([main], targets=True):
            for tokens, unit in fresh.texts:
                there = tokens.split()
                if not any(one.isdisjoint(there) for one in wanted):
                    found.add(unit)
        return sorted(found)

    @told_if_damaged
    def parts(self, main: str, tokens: Sequence[str]) -> dict[tuple[int, int], list[int]]:
        """Return the parts of a query that texts have too, with the units that have them.

        Some that are gone may be among them.
        """
        from termbase.memory.shared_parts import fresh_parts, index_parts

        found: dict[tuple[int, int], list[int]] = {}
        some = [index_parts(one, tokens) for one in self._indexes([main], targets=True)]
        some += [fresh_parts(one, tokens) for one in self._parts.fresh([main], targets=True)]
        for known in some:
            for part, units in known.items():
                found.setdefault(part, []).extend(units)
        return {part: sorted(units) for part, units in found.items()}

    @told_if_damaged
    def using(self, main: str, forms: str) -> list[int]:
        """Return the units with a text that holds words by their principal keys.

        Some that are gone may be among them.
        What has been added some hundreds at a time is found without a lexicon.
        """
        indexes = self._indexes([main], targets=True)
        known = self._base.rows(
            "SELECT unit, instr(' ' || forms || ' ', ' ' || ? || ' ') FROM fresh_text"
            " WHERE main = ? AND forms <> ''",
            (forms, main),
        )
        found = {unit for unit, holds in known if holds}
        query = "SELECT unit, tokens FROM fresh_text WHERE main = ? AND forms = ''"
        others = list(self._base.rows(query, (main,)))
        if others or indexes:
            from termbase.memory.joined_words import may_hold, units_holding
            from termbase.memory.token_phrase import key_tokens

            phrase = key_tokens(forms, main)
            found |= {unit for unit, tokens in others if may_hold(tokens, phrase)}
            found = found.union(*(units_holding(index, phrase) for index in indexes))
        return sorted(found)

    @told_if_damaged
    def sample(self, main: str, count: int) -> list[str]:
        """Return some texts of a language by their tokens; the shortest, often names, are none."""
        indexes = self._indexes([main], targets=True)
        waiting = [
            one for fresh in self._parts.fresh([main], targets=True) for one, _ in fresh.texts
        ]
        texts = [one for one in waiting if one.count(" ") >= _SHORTEST - 1]
        for index in indexes:
            first, last = index.window(_SHORTEST, 1 << 31)
            middle = (first + last) // 2
            rows = range(middle, min(last, middle + count))
            texts += map(index.row_text, rows)
        return texts[:count]

    def _indexes(self, mains: Collection[str], targets: bool) -> list[TextIndex]:
        files = self._parts.files(mains, targets)
        if files is None:
            self._make_anew()
            return self._indexes(mains, targets)
        return files

    def living(self, units: Sequence[int]) -> list[int]:
        """Return those units that the base has, each once."""
        once = list(dict.fromkeys(units))
        living: set[int] = set()
        for start in range(0, len(once), _MANY):
            some = once[start : start + _MANY]
            marks = ",".join("?" * len(some))
            query = f"SELECT id FROM unit WHERE id IN ({marks})"
            living.update(number for (number,) in self._base.all_rows(query, some))
        return [unit for unit in once if unit in living]

    def _make_anew(self) -> None:
        """Make the index anew for somebody who only reads."""
        from termbase.stores.sqlite import open_base

        try:
            with open_base(self._base.path, write=True) as base, base.changing():
                base.watch = self._base.watch
                UnitIndex(base).make_anew()
        except (StoreError, OSError) as error:
            raise StoreError(
                f"{self._base.path}: its index is missing and cannot be made here ({error}); "
                "run «termbase tm index» where the base can be written"
            ) from error
        self._parts.forget()


def _common_rows(index: TextIndex, words: Iterable[Collection[str]]) -> set[int]:
    """Return the rows that have a token of each of some sets; the rarest are read first."""
    rarest, *others = sorted(words, key=lambda one: sum(map(index.frequency, one)))
    rows = index.rows_with_any(rarest)
    for one in others if rows else ():
        rows &= index.rows_with_any(one)
    return rows
