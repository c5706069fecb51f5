"""What use cases ask of the files of other tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from termbase.model.bilingual import BilingualFile, BilingualUnit, Change
    from termbase.model.change import Edit
    from termbase.model.concept import Concept, Glossary
    from termbase.model.decision import Decision
    from termbase.model.repair import Report
    from termbase.model.unit import MemoryHeader, TranslationUnit
    from termbase.model.wishes import Wishes


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

    def copy(self, path: str, kept: str) -> None:
        """Copy a file, with its permissions, whole or not at all."""
