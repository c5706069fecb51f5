"""The terms that rules go by, made ready once for each language, however many texts are checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from termbase.checking.spellings import Spellings
from termbase.model.concept import Concept
from termbase.terms.index import MemoryIndex
from termbase.terms.recognise import Recogniser


class KnownTerms:
    """Concepts, and what finds their terms in texts.

    Args:
        concepts: What the term rules go by; may be empty.
        forms: Gives the known keys of the words of terms in a language, as a base has them.

    Attributes:
        concepts: As given.
        usual: For a source and a target language that a memory was read in, how often it renders a
            concept, by its ``id()``, with each of its terms.
    """

    def __init__(
        self,
        concepts: Sequence[Concept] = (),
        forms: Callable[[str], Mapping[str, Sequence[str]]] = lambda _: {},
    ) -> None:
        self.concepts = concepts
        self._forms = forms
        self.usual: dict[tuple[str, str], Counter[tuple[int, str]]] = {}
        self._recognisers: dict[str, Recogniser] = {}
        self._spellings: dict[str, Spellings] = {}

    def recogniser(self, language: str) -> Recogniser:
        """Return what finds the terms of a language, whatever part of speech their words have.

        Raises:
            InputError: If a term is to be matched as a regular expression and is none.
        """
        if language not in self._recognisers:
            index = MemoryIndex(self.concepts, language, self._forms(language))
            self._recognisers[language] = Recogniser((), language, nouns=False, index=index)
        return self._recognisers[language]

    def spellings(self, language: str) -> Spellings:
        """Return what finds the enforced terms of a language by their letters alone."""
        if language not in self._spellings:
            self._spellings[language] = Spellings(self.concepts, language)
        return self._spellings[language]
