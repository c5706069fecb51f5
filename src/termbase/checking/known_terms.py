"""The terms that rules go by, made ready once for each language, however many texts are checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from termbase.checking.spellings import Spellings
from termbase.model.concept import Concept
from termbase.terms.index import MemoryIndex
from termbase.terms.recognise import Recogniser

if TYPE_CHECKING:
    from termbase.ports.terms import TermIndex


class KnownTerms:
    """Concepts, and what finds their terms in texts.

    Args:
        concepts: What the term rules go by; may be empty.
        index: Returns the terms of a language, where they are indexed already, as in a base.

    Attributes:
        usual: For a source and a target language that a memory was read in, how often it renders a
            concept, by its ``id()``, with each of its terms.
    """

    def __init__(
        self,
        concepts: Iterable[Concept] = (),
        index: Callable[[str], TermIndex] | None = None,
    ) -> None:
        self._concepts = concepts
        self._index = index or (lambda language: MemoryIndex(concepts, language))
        self.usual: dict[tuple[str, str], Counter[tuple[int, str]]] = {}
        self._recognisers: dict[str, Recogniser] = {}
        self._spellings: dict[str, Spellings] = {}

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return any(True for _ in self._concepts)

    def recogniser(self, language: str) -> Recogniser:
        """Return what finds the terms of a language, whatever part of speech their words have.

        Raises:
            InputError: If a term is to be matched as a regular expression and is none.
        """
        if language not in self._recognisers:
            index = self._index(language)
            self._recognisers[language] = Recogniser((), language, nouns=False, index=index)
        return self._recognisers[language]

    def spellings(self, language: str) -> Spellings:
        """Return what finds the enforced terms of a language by their letters alone."""
        if language not in self._spellings:
            self._spellings[language] = Spellings(self._concepts, language)
        return self._spellings[language]
