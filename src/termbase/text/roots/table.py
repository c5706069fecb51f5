"""How a language derives words, as a table: its endings, and what alternates at a root's end."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

_VARIANTS = 3
_TELLING = 4
"""Letters of a root that may belong to a family when it is no word."""


class Derivation:
    """The endings of a language and its alternations.

    Args:
        endings: By how many letters must be left before one: endings, parted by spaces;
            ``amment>ant`` becomes another one.
        alternations: Expressions and what to write instead, for the end of a root.
        bases: What a dictionary form may be written as before it loses its endings.
        made_of: A verb without its prefix, where it has one before what it is made of, else
            nothing: agrandir, grand.
        actors: Expressions for the end of a noun that names who or what acts, and, parted by
            spaces, what stands in its place in all that is derived of it.
        families: The names of a word's or root's families, where no rule tells what is its kin.
    """

    def __init__(
        self,
        endings: dict[int, str],
        alternations: Sequence[tuple[str, str]],
        bases: Callable[[str], Iterator[str]],
        made_of: Callable[[str], str],
        actors: Sequence[tuple[str, str]],
        families: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        self.bases = bases
        self.made_of = made_of
        self._families = families
        self._actors = [(re.compile(f"(?:{end})$"), kin.split()) for end, kin in actors]
        self._endings: dict[str, tuple[int, str]] = {}
        for least, texts in endings.items():
            for text in texts.split():
                ending, _, other = text.partition(">")
                self._endings[ending] = (least, other)
        self._longest = max(map(len, self._endings))
        self._alternations = [(re.compile(f"(?:{one})$"), other) for one, other in alternations]

    def stripped(self, word: str) -> Iterator[str]:
        """Yield a word without each of its endings that leaves enough of it."""
        for size in range(1, min(self._longest, len(word) - 1) + 1):
            least, other = self._endings.get(word[-size:], (len(word), ""))
            if len(word) - size >= least:
                yield word[:-size] + other

    def variants(self, root: str) -> set[str]:
        """Return a root and what it may alternate with."""
        found = fresh = {root}
        for _ in range(_VARIANTS):
            fresh = {end.sub(new, one) for one in fresh for end, new in self._alternations} - found
            if not fresh:
                break
            found = found | fresh
        return found

    def kin(self, bases: Collection[str], roots: Iterable[str]) -> set[str]:
        """Return the families of a word by its bases, and by those of its roots that tell."""
        telling = (root for root in roots if root in bases or len(root) >= _TELLING)
        return {name for root in telling for name in self._families.get(root, ())}

    def speaks_of_another(self, actor: str, lemma: str) -> bool:
        """Say whether a word names who acts, and another one of the same root no longer does.

        An operator is no operation, though both operate; what is derived of him begins as he does.
        """
        for end, kin in self._actors:
            found = end.search(actor)
            if found:
                return not lemma.startswith(tuple(actor[: found.start()] + one for one in kin))
        return False
