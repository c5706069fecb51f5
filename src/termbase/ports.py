"""What the core asks of the outside, as protocols. Stores and formats serve them; bootstrap wires.

Stores hand out rows under a filter that provably keeps every true hit; scoring and ranking stay
in the core, so every store gives the same answers in the same order. What answers a plain lookup
imports this for its types alone: protocols take time to make.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from termbase.model.bilingual import BilingualFile, BilingualUnit, Change
    from termbase.model.change import ConceptChange, Edit, Stamp
    from termbase.model.concept import Concept, Glossary, Term
    from termbase.model.decision import Decision
    from termbase.model.phrase import WordPattern
    from termbase.model.repair import Report
    from termbase.model.row import TermRow, UnitRow, Usage
    from termbase.model.unit import MemoryHeader, TranslationUnit
    from termbase.model.unit_change import UnitChange, UnitPlace
    from termbase.model.wishes import Wishes

Record = dict[str, Any]
"""A concept or a unit as the base keeps it and as JSON prints it: plain values only."""


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


class MemoryInfo(NamedTuple):
    """What a base knows of a memory. Units: how many it holds."""

    name: str
    path: str
    header: MemoryHeader
    units: int


class Added(NamedTuple):
    """What became of units that were to be added."""

    new: int = 0
    equal: int = 0
    updated: int = 0
    skipped: int = 0


class Words(Protocol):
    """The lemmas of the words of one language."""

    def get(self, word: str, /) -> str | None:
        """Return the lemma of a word, None where it is not known."""


class Shelf(Protocol):
    """Where unpacked word lists are kept from one run to the next."""

    def opened(self, name: str) -> Words | None:
        """Return the words of a language, None where they are not kept."""

    def keep(self, name: str, words: Mapping[str, str]) -> None:
        """Keep the words of a language, with their lemmas, if they can be kept."""


class TermIndex(Protocol):
    """What recognition asks of terms."""

    def words_with_keys(self, keys: Collection[str]) -> Iterable[WordRow]:
        """Return the words that have one of the keys, once for each."""

    def sequences(self, first: Collection[int]) -> Iterable[tuple[int, Sequence[int]]]:
        """Return the number and the words of each term that begins with one of the words."""

    def term(self, number: int) -> tuple[Term, Concept] | None:
        """Return a term by number; nothing where it does not count."""

    def patterns(self) -> Iterable[int]:
        """Return the terms that are no sequence of words: expressions, and signs alone."""

    def has_stems(self) -> bool:
        """Say whether some term is matched by stems."""


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

    def glossaries(self) -> list[GlossaryInfo]:
        """Return what the base knows of its glossaries, by name."""

    def put_glossary(self, name: str, about: Glossary, *, path: str = "") -> int:
        """Name a glossary, new or known, and return its number; its concepts are not touched."""

    def clear_glossary(self, glossary: int) -> None:
        """Take every concept out of a glossary."""

    def put_concepts(self, glossary: int, concepts: Iterable[Concept]) -> None:
        """Put concepts into a glossary, each in place of the one with its id."""

    def put_concept(self, glossary: int, concept: Concept) -> None:
        """Put a concept into a glossary, in place of the one with its id."""

    def drop_concept(self, glossary: int, name: str) -> None:
        """Take a concept out of a glossary."""

    def place_concepts(self, glossary: int, places: Mapping[str, str]) -> None:
        """Say where the source of a glossary has concepts now, by id."""


class UnitChangeStore(Protocol):
    """What changing units by hand asks of a base."""

    def find(self, reference: str) -> list[UnitPlace]:
        """Return the units that a person means: ``MEMORY#12``, ``FILE#12`` or a tuid."""

    def unit(self, memory: str, number: int) -> TranslationUnit | None:
        """Return the unit at a place, None where there is none."""

    def next_number(self, memory: str) -> int:
        """Return the place behind the last unit of a memory."""

    def put(self, memory: str, number: int, unit: TranslationUnit | None) -> None:
        """Give a place in a memory another unit, or none.

        Raises:
            InputError: If the memory has the very same unit elsewhere.
        """

    def log(self, change: UnitChange) -> None:
        """Keep what was changed."""

    def last(self) -> UnitChange | None:
        """Return the last change that was not taken back."""

    def mark_undone(self, change: int) -> None:
        """Say that a change was taken back."""

    def history(self, memory: str, number: int) -> list[UnitChange]:
        """Return the changes of a place that were not taken back, the latest first."""


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


class UnitStore(Protocol):
    """What searching memories asks of a base."""

    def exact(self, language: str, tokens: Sequence[str]) -> list[int]:
        """Return the units with a text in a language that has these tokens."""

    def near(self, language: str, tokens: Sequence[str], minimum: int) -> list[tuple[int, int]]:
        """Return unit and raw score of every text in a language with at least that raw score."""

    def parts(self, language: str, tokens: Sequence[str]) -> dict[tuple[int, int], list[int]]:
        """Return the parts of a query that texts have too, with the units that have them.

        A part is the number of its first token and of the one behind its last: two words or more.
        """

    def containing(self, language: str, phrase: Sequence[WordPattern]) -> list[int]:
        """Return the units with a text that holds a phrase, and perhaps some that do not."""

    def usage(self, language: str, forms: str) -> list[Usage]:
        """Return how much each memory uses a term, by the forms of its words."""

    def sample(self, language: str, count: int) -> list[str]:
        """Return the tokens of some texts in a language, joined by one space; at most so many."""

    def spoken(self, numbers: Sequence[int]) -> Iterable[tuple[int, str, list[str]]]:
        """Yield number, memory and languages, as written, of units, in any order."""

    def unit_rows(self, numbers: Iterable[int]) -> list[UnitRow]:
        """Return those units that there are, in the order asked for."""

    def all_units(
        self, memory: str | None = None, *, repeats: bool = False
    ) -> Iterator[TranslationUnit]:
        """Yield the units of one memory or of all, in the order they were put in.

        Args:
            memory: Its name.
            repeats: Whether a unit comes again where its file had it again.
        """

    def memories(self) -> list[MemoryInfo]:
        """Return what the base knows of its memories, by name."""

    def put_memory(self, name: str, header: MemoryHeader, *, path: str = "") -> int:
        """Name a memory, new or known, and return its number; a known one keeps its header."""

    def drop_memory(self, name: str) -> None:
        """Take a memory and all its units out of the base."""

    def add_units(
        self,
        memory: int,
        units: Iterable[TranslationUnit],
        *,
        merge: str = "add",
        source: str = "",
    ) -> Added:
        """Add units to a memory; one that is there already, equal in everything, is not added.

        A unit meets one with its tuid, else one with its source text, that was there before and
        that no other has met.

        Args:
            memory: Its number.
            units: In order.
            merge: What becomes of one that meets another: ``add`` it too, ``update`` the other by
                what is new or differs, ``replace`` the other, or ``skip`` it.
            source: The language whose texts are met; as units and memory say if empty.
        """

    def languages(self) -> list[str]:
        """Return the languages that have texts, each once."""


class Files(Protocol):
    """What use cases ask of the file formats; what goes wrong is an `InputError` of one line."""

    def holds(self, path: str) -> str:
        """Return what a file holds by its ending: ``units``, ``concepts`` or ``text``."""

    def read_text(self, path: str) -> str:
        """Return the text of a document; of all but plain text, paragraphs with blank lines."""

    def exists(self, path: str) -> bool:
        """Say whether there is such a file."""

    def read_bytes(self, path: str) -> bytes | None:
        """Return what stands in a file, None where there is none."""

    def read_memory(
        self, path: str, *, source: str | None, target: str | None, report: Report | None
    ) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
        """Read a bilingual file, unit by unit."""

    def read_glossary(
        self,
        path: str,
        *,
        source: str | None,
        target: str | None,
        columns: str | None = None,
        report: Report | None,
    ) -> Glossary:
        """Read a glossary; columns say what those of a table are, where it does not."""

    def read_bilingual(
        self, path: str, *, source: str | None, target: str | None, report: Report | None
    ) -> BilingualFile:
        """Read the units of a bilingual file, each with the id that `patched` knows it by."""

    def examine(self, path: str, report: Report) -> None:
        """Report everything that is wrong with a file."""

    def patched(
        self, path: str, changes: Mapping[str, Change], *, report: Report | None = None
    ) -> tuple[bytes, tuple[BilingualUnit, ...]]:
        """Return the bytes of a file with changes to its units, and the units as they were."""

    def read_decisions(self, path: str) -> tuple[Decision, ...]:
        """Return what a person decided of an alignment; nothing where there is no such file."""

    def write_decisions(self, path: str, decisions: Sequence[Decision]) -> None:
        """Write decisions to a file, whole or not at all."""

    def write_memory(
        self,
        path: str,
        header: MemoryHeader,
        units: Iterable[TranslationUnit],
        *,
        wishes: Wishes,
        report: Report | None = None,
    ) -> None:
        """Write units to a file, in the format of its ending, whole or not at all."""

    def write_glossary(
        self,
        path: str,
        glossary: Glossary,
        *,
        wishes: Wishes,
        report: Report | None = None,
    ) -> None:
        """Write a glossary to a file, in the format of its ending, whole or not at all."""

    def memory_bytes(
        self, path: str, header: MemoryHeader, units: Iterable[TranslationUnit]
    ) -> bytes:
        """Return what `write_memory` would write."""

    def glossary_bytes(
        self, path: str, glossary: Glossary, *, wishes: Wishes | None = None
    ) -> bytes:
        """Return what `write_glossary` would write."""

    def edited_table(
        self, path: str, data: bytes, edits: Iterable[Edit]
    ) -> tuple[bytes, tuple[Concept, ...]]:
        """Return a table of terms with some concepts changed, and all its concepts then.

        Lines of other concepts, their order and comments stay as they are.
        """

    def write_bytes(self, path: str, data: bytes) -> None:
        """Write bytes to a file, whole or not at all."""


class EncodingStore(Protocol):
    """What keeps the vectors that an encoder gave, as the bytes of their numbers."""

    def known(self, texts: Iterable[str], language: str) -> dict[str, bytes]:
        """Return the vectors that are known of some texts."""

    def keep(self, vectors: Iterable[tuple[str, bytes]], language: str) -> None:
        """Keep the vectors of some texts, if they can be kept."""


class Encode(Protocol):
    """What alignment asks of an encoder: the vectors of texts, alike where their meaning is."""

    def __call__(self, texts: list[str], language: str, /) -> NDArray[np.float32]:
        """Return one row of finite numbers for each text, all of one width.

        Args:
            texts: Segments and stretches of neighbouring segments, each once.
            language: Of the texts, as an ISO 639 code.
        """
