"""``import termbase``: the use cases as functions and one class, with the words of the commands.

Values in, values out; only `Base`, the two readers and decisions touch files.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from termbase.alignment import align as align_segments
from termbase.bootstrap import LocalFiles, changes_of, terms_of, units_of
from termbase.bootstrap import open_base as open_store
from termbase.config.person import author_of
from termbase.config.settings import load_settings
from termbase.errors import InputError
from termbase.formats.decisions import read_decisions
from termbase.memory.context import Context
from termbase.memory.similarity import raw_score, tokens
from termbase.model.bead import Bead
from termbase.model.change import Stamp
from termbase.model.concept import Concept, Glossary
from termbase.model.decision import decisions_between
from termbase.model.language import language_tag, speaks
from termbase.model.match import Lookup, Match, TermHit
from termbase.model.occurrence import Occurrence
from termbase.model.records import value_of
from termbase.model.unit import Memory, TranslationUnit
from termbase.ports import Record
from termbase.ports.encoding import Encode
from termbase.terms.recognise import Recogniser
from termbase.usecases.import_concepts import KEEP_OURS, Ledger, import_concepts
from termbase.usecases.import_files import ImportReport, import_units
from termbase.usecases.look_up_phrase import look_up_phrase
from termbase.usecases.replay_decisions import replay
from termbase.usecases.search_languages import search_languages
from termbase.usecases.search_memory import Wishes, search


def similarity(one: str, other: str) -> int:
    """Return the raw score of two texts, 0 to 100; 100 if their tokens are equal.

    >>> similarity("A small satellite.", "a small spacecraft.")
    75
    """
    return raw_score(tokens(one), tokens(other))


def align(  # noqa: PLR0913, each is a kind of knowledge that only some callers have
    source: Sequence[str],
    target: Sequence[str],
    source_language: str,
    target_language: str,
    *,
    source_paragraphs: Sequence[int] | None = None,
    target_paragraphs: Sequence[int] | None = None,
    lexicon: Sequence[tuple[str, str]] = (),
    pins: Sequence[Bead] = (),
    decisions: str = "",
    encode: Encode | None = None,
) -> list[Bead]:
    """Say which segments of two texts correspond.

    Args:
        source, target: The segments of each text, in order.
        source_language, target_language: BCP 47 tags, such as ``fr`` and ``ru``.
        source_paragraphs, target_paragraphs: The paragraph number of each segment, ascending;
            used where both are given.
        lexicon: Source and target texts that are known to say the same: words, terms, sentences.
        pins: Beads that a person confirmed; they are kept as they are, with confidence 1.0.
        decisions: A file of decisions, such as ``article.align.json``: more such beads. One that
            no longer applies to these texts is a warning.
        encode: Gives texts of either language vectors that are alike where their meaning is.

    Returns:
        Beads in the order of the texts; every segment of both stands in exactly one.

    Raises:
        ValueError: If pins cross or overlap each other or lie outside the texts, if there are not
            as many paragraph numbers as segments, or if what the encoder gives does not fit.
        InputError: If the file of decisions cannot be read.
        UnknownLanguageError: If a tag names no language.

    Source: docs/reference/alignment.md.

    >>> beads = align(["Bonjour.", "Il pleut. Il vente."], ["Hello.", "It rains.", "It blows."],
    ...     "fr", "en")
    >>> [(bead.source, bead.target) for bead in beads]
    [((0,), (0,)), ((1,), (1, 2))]
    """
    confirmed = list(pins)
    if decisions:
        languages = language_tag(source_language), language_tag(target_language)
        between = decisions_between(read_decisions(decisions), *languages)
        replayed = replay(between, source, target)
        confirmed += replayed.pins
        for one in replayed.lost:
            said = f"{decisions}: {one.decision} no longer applies: {one.reason}"
            warnings.warn(said, stacklevel=2)
    return align_segments(
        source,
        target,
        source_language,
        target_language,
        source_paragraphs=source_paragraphs,
        target_paragraphs=target_paragraphs,
        lexicon=lexicon,
        pins=confirmed,
        encode=encode,
    )


def recognise(
    text: str, concepts: Sequence[Concept], language: str, *, overlaps: bool = False
) -> list[Occurrence]:
    """Find every known term in a text, inflected or not.

    Args:
        text: Any text.
        concepts: Whose terms are known.
        language: Of the text.
        overlaps: Whether terms inside of longer ones count too.

    >>> from termbase import Concept, Term
    >>> craft = Concept("c1", (Term("engin spatial", "fr"), Term("spacecraft", "en")))
    >>> text = "De petits engins spatiaux."
    >>> [text[one.start : one.end] for one in recognise(text, [craft], "fr")]
    ['engins spatiaux']
    """
    return Recogniser(concepts, language).recognise(text, overlaps=overlaps)


def read_glossary(path: str, *, source: str | None = None, target: str | None = None) -> Glossary:
    """Read a glossary: TBX of any edition, or a table of terms.

    Args:
        path: The file.
        source, target: Languages, where a table does not name them.

    Raises:
        InputError: If it cannot be read; in one line, with the place.
    """
    return LocalFiles().read_glossary(path, source=source, target=target)


def read_memory(path: str, *, source: str | None = None, target: str | None = None) -> Memory:
    """Read a bilingual file whole: TMX, PO and what the other readers know.

    Args:
        path: The file.
        source, target: Languages, where the file does not name them.

    Raises:
        InputError: If it cannot be read; in one line, with the place.
    """
    header, units = LocalFiles().read_memory(path, source=source, target=target)
    return Memory(header, tuple(units))


def open_base(path: str | None = None, *, write: bool = False) -> Base:
    """Open a base.

    Args:
        path: Where it lies; without one, that of the project around this folder, or your own.
        write: Whether it will be changed; then it is made where it is missing.

    Raises:
        StoreError: If it cannot be opened.
    """
    if path is None:
        settings = load_settings({}, os.environ, folder=os.getcwd())
        path = str(settings.value("base"))
    return Base(path, write=write)


class Base(AbstractContextManager["Base"]):
    r"""Glossaries and memories in one file; close it, or use it as a context manager.

    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> with open(f"{folder.name}/terms.tsv", "w", encoding="utf-8") as file:
    ...     _ = file.write("fr\ten\nengin spatial\tspacecraft\n")
    >>> with open_base(f"{folder.name}/my.db", write=True) as base:
    ...     report = base.import_file(f"{folder.name}/terms.tsv")
    ...     [hit] = base.look_up("engins spatiaux", source="fr")
    >>> report.new, hit.tier, hit.concept.terms_in("en")[0].text
    (1, 'inflected', 'spacecraft')
    >>> folder.cleanup()
    """

    def __init__(self, path: str, *, write: bool = False) -> None:
        self._store = open_store(path, write=write)
        self._terms = terms_of(self._store)
        self._units = units_of(self._store)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def look_up(
        self, query: str, *, source: str | None = None, targets: Sequence[str] = (), limit: int = 10
    ) -> Lookup:
        """Return the concepts that a query means, best first, as ``termbase lookup`` does.

        Args:
            query: The word or phrase, however it is written.
            source: Its language; all languages without one.
            targets: Languages of the examples from the memories; all without any.
            limit: At most so many concepts.

        Returns:
            A sequence of hits. Where it is empty, ``inside`` has the known terms in the query, and
            ``nearest`` names what is spelt most like it.
        """
        answer = look_up_phrase(
            query,
            self._terms,
            self._units,
            source=language_tag(source) if source else None,
            targets=[language_tag(one) for one in targets],
            limit=limit,
        )
        return Lookup(
            tuple(self._term_hit(hit) for hit in answer["hits"]),
            tuple(self._term_hit(hit) for hit in answer.get("inside", ())),
            tuple(answer.get("nearest", ())),
        )

    def search(
        self,
        text: str,
        *,
        source: str | None = None,
        targets: Sequence[str] = (),
        min: int | None = None,
        limit: int = 5,
    ) -> list[Match]:
        """Return the units that are like a text, best first, as ``termbase search`` does.

        Args:
            text: What is to be translated.
            source: Its language; without one it is found out.
            targets: Languages wanted; all without any.
            min: The least score, 1 to 100; without it an exact match stands alone.
            limit: At most so many.

        Raises:
            InputError: If the score or the limit is out of range, or a language is unknown.
        """
        return self._found(text, source, targets, min, limit, Wishes(brief=True))

    def search_many(
        self,
        texts: Sequence[str],
        *,
        source: str | None = None,
        targets: Sequence[str] = (),
        min: int | None = None,
        limit: int = 5,
    ) -> list[list[Match]]:
        """Return the units that are like each of several texts, which follow one another.

        Their neighbours are known, so what stood in the same place scores 101. All else is as
        in `search`.
        """
        around = ["", *texts, ""]
        contexts = (Context(around[at], around[at + 2]) for at in range(len(texts)))
        return [
            self._found(text, source, targets, min, limit, Wishes(context=context, brief=True))
            for text, context in zip(texts, contexts, strict=True)
        ]

    def _found(
        self,
        text: str,
        source: str | None,
        targets: Sequence[str],
        min: int | None,
        limit: int,
        wishes: Wishes,
    ) -> list[Match]:
        if min is not None and not 1 <= min <= 100:
            raise InputError(f"min {min}: give a score from 1 to 100")
        if limit < 1:
            raise InputError(f"limit {limit}: give a number from 1")
        wanted = [language_tag(one) for one in targets]
        asked: dict[str, Any] = {"targets": wanted, "minimum": min, "limit": limit}
        if source:
            own = language_tag(source)
            answer = search(text, self._units, source=own, wishes=wishes, **asked)
        else:
            answer, _ = search_languages(text, self._units, wishes=wishes, **asked)
        return [self._match(hit) for hit in answer["hits"]]

    def concepts(self, glossary: str | None = None) -> Iterator[Concept]:
        """Yield the concepts of one glossary, or of all."""
        return (concept for _, concept in self._terms.all_concepts(glossary))

    def units(self, memory: str | None = None) -> Iterator[TranslationUnit]:
        """Yield the translation units of one memory, or of all."""
        return self._units.all_units(memory)

    def import_file(
        self,
        path: str,
        *,
        into: str = "",
        source: str | None = None,
        target: str | None = None,
        on_conflict: str = KEEP_OURS,
    ) -> ImportReport:
        """Import a memory or a glossary, whole or not at all.

        Args:
            path: The file.
            into: Name of the memory or glossary; the file's name if empty.
            source, target: Languages, where the file does not name them.
            on_conflict: ``keep-ours``, ``take-theirs`` or ``keep-both``.
        """
        files = LocalFiles()
        holds = files.holds(path)
        if on_conflict not in {KEEP_OURS, "take-theirs", "keep-both"}:
            raise InputError(f"on_conflict: «{on_conflict}» is no way out; use {KEEP_OURS}")
        with self._store.changing():
            if holds == "units":
                return import_units(
                    path, files, self._units, into=into, source=source, target=target
                )
            return import_concepts(
                path,
                files,
                self._terms,
                into=into,
                source=source,
                target=target,
                decide=lambda _ours, _theirs, _against: on_conflict,
                ledger=Ledger(changes_of(self._store), _stamp()),
            )

    def _term_hit(self, hit: Record) -> TermHit:
        record = self._terms.concept_named(hit["glossary"], hit["concept"])
        concept = value_of(Concept, record or {})
        spelt = [one for one in concept.terms if one.text == hit["term"]]
        term = next((one for one in spelt if speaks(one.language, hit["language"])), spelt[0])
        spans = tuple((start, end) for start, end in hit["spans"])
        return TermHit(
            tier=hit.get("tier", "inside"),
            score=hit.get("score", 100),
            term=term,
            concept=concept,
            glossary=hit["glossary"],
            spans=spans,
            used=tuple(hit.get("used", ())),
        )

    def _match(self, hit: Record) -> Match:
        unit = value_of(TranslationUnit, self._units.unit_at(hit["memory"], hit["unit"]))
        taken_off = tuple((one["name"], one["points"]) for one in hit["penalties"])
        return Match(
            score=hit["score"],
            raw=hit["raw"],
            penalties=taken_off,
            text=hit["text"],
            targets=hit["targets"],
            unit=unit,
            memory=hit["memory"],
            number=hit["unit"],
        )


def _stamp() -> Stamp:
    return Stamp(author_of(os.environ), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
