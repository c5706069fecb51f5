"""What ``align`` shall align: texts with their languages, what is known and what was decided."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from termbase.bootstrap import LocalFiles, encoder_named
from termbase.cli._alignment_lexicons import known_pairs
from termbase.cli._declare import Given
from termbase.cli._document_pairs import documents_in
from termbase.cli._languages import text_languages
from termbase.cli._output import Output
from termbase.cli._progress import counter
from termbase.cli._session import STDIN, called, read_piped_text, refuse_input
from termbase.config.person import user_folder
from termbase.config.plans import encoder_of
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.ports.encoding import Encode
from termbase.usecases.align_documents import (
    AlignedTexts,
    SegmentedText,
    align_texts,
    decisions_path,
    segment_file,
)
from termbase.usecases.lexicons import Pair

if TYPE_CHECKING:  # segments that stand a line each need no rules, and few texts were reviewed
    from termbase.model.decision import Decision
    from termbase.usecases.segment_text import Wishes


class Document(NamedTuple):
    """A text and its translations.

    Attributes:
        texts: Path and language of each, the source first.
        lexicons: By language, pairs of texts that are known to say the same.
        wishes: By what they are cut; None where each line is a segment.
        decisions: What was decided of it, the oldest first.
        encoder: Name of the encoder to align with; empty for none.
        held: What was read of its texts, by path; the others are read when they are needed.
    """

    name: str
    texts: list[tuple[str, str]]
    segmented: bool
    lexicons: dict[str, list[Pair]]
    wishes: Wishes | None
    decisions: tuple[Decision, ...]
    encoder: str = ""
    held: dict[str, str] | None = None

    @property
    def sidecar(self) -> str:
        """Where its decisions are kept."""
        return decisions_path(*self.texts[0])

    def read(self) -> list[SegmentedText]:
        """Cut its texts into segments."""
        files, held = LocalFiles(), self.held or {}
        return [
            segment_file(
                called(path),
                language,
                files,
                segmented=self.segmented,
                rules=self.wishes,
                text=held.get(path),
            )
            for path, language in self.texts
        ]

    def anew(self) -> Document:
        """Return the same, its files to be read again, since somebody may have edited one."""
        held = self.held or {}
        return self._replace(held={one: held[one] for one in held if not os.path.isfile(one)})

    def align(
        self,
        encoded: Callable[[int], None] | None = None,
        aligned: Callable[[int], None] | None = None,
    ) -> AlignedTexts:
        """Align its texts.

        Args:
            encoded: Told how many texts an encoder has encoded.
            aligned: Told how many per cent of a translation are aligned.
        """
        source, *targets = self.read()
        encode = encoder_called(self.encoder, encoded)
        return align_texts(source, targets, self.lexicons, self.decisions, encode, aligned)


def documents_of(given: Given, settings: Settings, output: Output) -> list[Document]:
    """Return what is to be aligned, each text with its language; say what is left out.

    Of a folder that may be documents with texts that cannot be read, each an error in the output.

    Raises:
        InputError: If nothing can be read.
    """
    named = _named(given, settings, output)
    if given["output"]:
        _refuse_loss(given["output"], list(named.values()), given, settings)
    spoken = {language for texts in named.values() for _, language in texts[1:]}
    source = next(iter(named.values()))[0][1]
    lexicons = known_pairs(given, settings, source, sorted(spoken), output)
    wishes = None if given["segmented"] else _wishes(given, settings)
    encoder = given["encoder"] or encoder_of(settings)
    encoder_called(encoder)
    return [
        Document(name, texts, given["segmented"], lexicons, wishes, decisions, encoder, held)
        for name, texts, decisions, held in _read(named, given["pairs"], output)
    ]


def _wishes(given: Given, settings: Settings) -> Wishes:
    from termbase.cli._segmentation import wishes_for

    return wishes_for(given, settings)


def encoder_for(settings: Settings, given: Given) -> Encode | None:
    """Return the encoder that a project aligns with, if it names one."""
    return encoder_called(encoder_of(settings), counter("texts encoded", given, every=1))


def encoder_called(name: str, tell: Callable[[int], None] | None = None) -> Encode | None:
    """Return the encoder of a name; its vectors are kept in the user's folder for such things."""
    if not name:
        return None
    folder = os.path.join(user_folder("cache", os.environ), "encodings")
    return encoder_named(name, folder, tell)


def _named(given: Given, settings: Settings, output: Output) -> dict[str, list[tuple[str, str]]]:
    """Return the texts of each document, by its name."""
    if given["pairs"]:
        if given["source_text"]:
            raise InputError("give either --pairs DIR or a text and its translations")
        source, targets = settings.value("source"), settings.value("targets")
        if not source or not targets:
            raise InputError("name the languages of the documents with -s and -t")
        if source in targets:
            raise InputError(f"--pairs: {source} is the source language; name others with -t")
        pairing = documents_in(given["pairs"], source, targets)
        output.note(*pairing.remarks)
        return pairing.documents
    paths = [given["source_text"], *given["target_texts"]]
    if not given["source_text"] or not given["target_texts"]:
        raise InputError("name a text and at least one translation of it")
    languages = text_languages(paths, settings)
    return {called(os.path.basename(paths[0])): list(zip(paths, languages, strict=True))}


def _refuse_loss(
    path: str, documents: list[list[tuple[str, str]]], given: Given, settings: Settings
) -> None:
    """Raise an error if what is written would stand where texts or what is known or decided do.

    The file of decisions need not be there yet: the next alignment would read it.
    """
    texts = [text for one in documents for text, _ in one]
    known = [given[name] for name in ("lexicon", "glossary", "memory", "apply")]
    refuse_input(path, [*texts, *known, settings.value("base")])
    place = os.path.realpath(path)
    if any(os.path.realpath(decisions_path(*one[0])) == place for one in documents):
        raise InputError(f"-o {path}: is where decisions are kept; write to another file")


class _Found(NamedTuple):
    """A document as it was found: its texts, what was decided of it, and what they hold."""

    name: str
    texts: list[tuple[str, str]]
    decisions: tuple[Decision, ...]
    held: dict[str, str]


def _read(
    named: dict[str, list[tuple[str, str]]], folder: str | None, output: Output
) -> list[_Found]:
    """Read all documents; of a folder, leave out those that cannot be read, not the others."""
    found = []
    for name, texts in named.items():
        try:
            held = {path: _text(path) for path, _ in texts}
            found.append(_Found(name, texts, _decisions(texts[0]), held))
        except InputError as error:
            if not folder:
                raise
            output.fail(error)
    if not found:
        raise InputError(f"{folder}: none of its texts can be aligned; mend one of those named")
    return found


def _text(path: str) -> str:
    return read_piped_text() if path == STDIN else LocalFiles().read_text(path)


def _decisions(source: tuple[str, str]) -> tuple[Decision, ...]:
    return () if source[0] == STDIN else LocalFiles().read_decisions(decisions_path(*source))
