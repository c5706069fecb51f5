"""What finding, recognising and changing terms asks of a base."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from termbase.model.change import ConceptChange, Edit, Stamp
    from termbase.model.concept import Concept, Glossary, Term
    from termbase.model.row import TermRow
    from termbase.ports import Record


WordRow = tuple[str, int, str]
"""A word of some term: the key it was found by, its number, and itself, folded."""


class GlossaryInfo(NamedTuple):
    """What a base knows of a glossary.

    Attributes:
        path: The file it came from, as named then.
        about: What it says of itself, without its concepts.
    """

    name: str
    path: str
    about: Glossary


class TermIndex(Protocol):
    """What recognition asks of terms."""

    def words_with_keys(self, keys: Collection[str]) -> Iterable[WordRow]:
        """Return the words that have one of the keys, once for each."""

    def words_spelt(self, bare: Collection[str]) -> Iterable[WordRow]:
        """Return the words that are spelt so, but for accents and ligatures."""

    def terms_lettered(self, plain: Collection[str]) -> Iterable[tuple[str, str]]:
        """Return the terms with hyphens and these letters and digits, each behind its key; in
        Korean those with spaces, too.
        """

    def sequences(self, first: Collection[int]) -> Iterable[tuple[int, Sequence[int]]]:
        """Return the number and the words of each term that begins with one of the words."""

    def term(self, number: int) -> tuple[Term, Concept] | None:
        """Return a term by number; nothing where it does not count."""

    def patterns(self) -> Iterable[int]:
        """Return the terms that are no sequence of words: expressions, and signs alone."""

    def has_stems(self) -> bool:
        """Say whether some term is matched by stems."""


class TermListing(Protocol):
    """Concepts as a base had them at one time; they need it no longer."""

    def __iter__(self) -> Iterator[Concept]:
        """Yield what counts of each concept, in the order it was put in."""

    def index(self, language: str) -> TermIndex:
        """Return the terms of a language for recognition; a concept is one value in all of them."""


class TermStore(Protocol):
    """What finding terms asks of a base."""

    def terms_with_key(
        self, kind: str, keys: Collection[str], languages: Collection[str]
    ) -> list[TermRow]:
        """Return the terms that have one of the keys of a kind; all languages where none given."""

    def words_with_keys(
        self, kind: str, keys: Collection[str], languages: Collection[str]
    ) -> list[WordRow]:
        """Return the words of terms that have one of the keys of a kind, once for each key."""

    def words_like(
        self, grams: Collection[str], least: int, languages: Collection[str]
    ) -> list[WordRow]:
        """Return the 100 words that share the most letter groups, by their bare form."""

    def words_beginning(self, letters: str, languages: Collection[str]) -> list[WordRow]:
        """Return the words of terms that begin with some letters, by their bare form.

        Of very many, those that come first in the order of letters.
        """

    def has_stems(self, languages: Collection[str]) -> bool:
        """Say whether some term of the languages is matched by stems."""

    def terms_with_words(
        self, words: Sequence[Collection[int]], languages: Collection[str]
    ) -> list[TermRow]:
        """Return terms that have of each group one of the words, the shortest first.

        Of a word that many terms have, at least the 100 terms with the fewest words.
        """

    def index(self, language: str, wanted: Callable[[str, Concept], bool]) -> TermIndex:
        """Return the terms of a language for recognition, of the concepts that are wanted."""

    def listing(
        self, glossary: str | None, counts: Callable[[Concept], Concept | None]
    ) -> TermListing:
        """Return all concepts, or those of a glossary, and their terms, as they are now.

        Args:
            glossary: Its name; all where None.
            counts: Returns what counts of a concept, with fewer terms perhaps; None for nothing.
        """

    def terms_beginning(self, key: str, languages: Collection[str]) -> list[TermRow]:
        """Return terms whose bare key begins with a text and goes on, the shortest 50."""

    def term_languages(self) -> list[str]:
        """Return the languages that have terms, each once."""

    def concept_records(self, numbers: Iterable[int]) -> dict[int, tuple[str, Record]]:
        """Return the name of its glossary and the record of each concept, by number."""

    def concept_named(self, glossary: str, name: str) -> Record | None:
        """Return the record of a concept by the names of its glossary and of itself."""

    def all_concepts(self, glossary: str | None = None) -> Iterator[tuple[str, Concept]]:
        """Yield every concept with its glossary's name, in the order it was put in."""

    def term_keys(self) -> Iterator[tuple[str, str, str]]:
        """Yield of each term its language, its text and the principal keys of its words.

        The keys are joined by one space, as `TermRow.forms` has them.
        """

    def term_pairs(self, glossary: str, source: str, target: str) -> Iterable[tuple[str, str]]:
        """Yield the terms of each concept that may render each other in two languages.

        Concept by concept as they were put in, preferred terms first.
        """

    def glossaries(self) -> list[GlossaryInfo]:
        """Return what the base knows of its glossaries, by name."""

    def put_glossary(self, name: str, about: Glossary, *, path: str = "") -> int:
        """Name a glossary, new or known, and return its number; its concepts are not touched."""

    def clear_glossary(self, glossary: int) -> None:
        """Take every concept out of a glossary."""

    def put_concepts(self, glossary: int, concepts: Iterable[Concept]) -> None:
        """Put concepts into a glossary, each in place of the one with its id."""

    def drop_concept(self, glossary: int, name: str) -> None:
        """Take a concept out of a glossary."""

    def place_concepts(self, glossary: int, places: Mapping[str, str]) -> None:
        """Say where the source of a glossary has concepts now, by id."""


class ChangeStore(Protocol):
    """What keeping the history of concepts asks of a base."""

    def record(
        self,
        glossary: str,
        edits: Iterable[Edit],
        action: str,
        stamp: Stamp,
        *,
        undoes: int | None = None,
    ) -> int:
        """Keep what one command did to a glossary, and return the command's number.

        Args:
            glossary: Its name.
            edits: In the order they were made.
            action: What the command is called.
            stamp: Who and when.
            undoes: The command that this one takes back.
        """

    def changes(
        self, *, glossary: str = "", concept: str = "", command: int | None = None
    ) -> list[ConceptChange]:
        """Return the changes of a glossary, a concept or a command, the latest first."""

    def last_command(self) -> int | None:
        """Return the last command that was not taken back and takes none back."""
