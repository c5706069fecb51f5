"""``termbase align``: texts beside their translations, as beads or as a memory."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termbase.bootstrap import LocalFiles, terms_of, units_of
from termbase.cli._alignment_formats import as_json, as_lines
from termbase.cli._alignment_view import alignment_lines
from termbase.cli._declare import OUTPUT, SOURCE, TARGET, Argument, Command, Given, Option
from termbase.cli._declare import format_option as formats
from termbase.cli._languages import documents_in, text_languages
from termbase.cli._output import Output, counted
from termbase.cli._progress import counter, done
from termbase.cli._segmentation import wishes_for
from termbase.cli._session import changing_base, open_given_base, settings_for
from termbase.config import Settings
from termbase.errors import InputError
from termbase.model.concept import Concept
from termbase.model.unit import MemoryHeader, TranslationUnit
from termbase.usecases.align_documents import AlignedTexts, align_texts, segment_file
from termbase.usecases.join_units import Origin, join_units
from termbase.usecases.lexicons import Pair, glossary_pairs, memory_pairs, read_pairs
from termbase.usecases.segment_text import Wishes

_BY_ENDING = {".tmx": "tmx", ".tsv": "tsv", ".json": "json"}


class _Document(NamedTuple):
    """A text and its translations: (path, language) each, the source first."""

    name: str
    texts: list[tuple[str, str]]
    segmented: bool
    lexicons: dict[str, list[Pair]]
    wishes: Wishes


def run(given: Given) -> int:
    """Align SRC with each TGT, or every text of --pairs DIR with its translations."""
    settings = settings_for(given)
    output = Output(given, table="ladder", pipe="ladder")
    ending = os.path.splitext(given["output"] or "")[1]
    kind = given["format"] or _BY_ENDING.get(ending) or output.format
    least = _least(given["min_confidence"])
    documents = _documents(given, settings)
    aligned = [
        (document.name, _confident(one, least))
        for document, one in zip(documents, _aligned(documents, given), strict=True)
    ]
    units = join_units([(one, Origin(one.source.path)) for _, one in aligned])
    header = MemoryHeader(documents[0].texts[0][1], (("segtype", "sentence"),))
    data = _rendered(aligned, kind, header, units)
    notes = [line for _, one in aligned for line in alignment_lines(one, units)]
    if given["output"] and given["output"] != "-":
        if kind == "tmx" and settings.root:
            notes.append(_remember(given["output"], data, header, units, settings))
        else:
            LocalFiles().write_bytes(given["output"], data)
            notes.append(f"wrote {given['output']}")
        output.note(*notes)
    else:
        output.print(*data.decode("utf-8").splitlines())
        output.note(*notes)
    return 0


def _documents(given: Given, settings: Settings) -> list[_Document]:
    """Return what is to be aligned, each text with its language."""
    if given["pairs"]:
        if given["source_text"]:
            raise InputError("give either --pairs DIR or a text and its translations")
        source, targets = settings.value("source"), settings.value("targets")
        if not source or not targets:
            raise InputError("name the languages of the documents with -s and -t")
        named = documents_in(given["pairs"], source, targets)
    else:
        paths = [given["source_text"], *given["target_texts"]]
        if not given["source_text"] or not given["target_texts"]:
            raise InputError("name a text and at least one translation of it")
        languages = text_languages(paths, settings)
        named = {os.path.basename(paths[0]): list(zip(paths, languages, strict=True))}
    spoken = {language for texts in named.values() for _, language in texts[1:]}
    source = next(iter(named.values()))[0][1]
    lexicons = {one: list(_lexicon(given, settings, source, one)) for one in sorted(spoken)}
    wishes = wishes_for(given, settings)
    segmented = given["segmented"]
    return [_Document(name, texts, segmented, lexicons, wishes) for name, texts in named.items()]


def _aligned(documents: Sequence[_Document], given: Given) -> Iterator[AlignedTexts]:
    jobs = given["jobs"] or 1
    tell = counter("documents", given, every=1)
    if jobs > 1 and len(documents) > 1:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(jobs) as pool:
            for number, one in enumerate(pool.map(_align, documents), 1):
                tell(number)
                yield one
    else:
        for number, document in enumerate(documents, 1):
            yield _align(document)
            tell(number)
    done(given)


def _align(document: _Document) -> AlignedTexts:
    files = LocalFiles()
    texts = [
        segment_file(path, language, files, segmented=document.segmented, rules=document.wishes)
        for path, language in document.texts
    ]
    return align_texts(texts[0], texts[1:], document.lexicons)


def _lexicon(given: Given, settings: Settings, source: str, target: str) -> Iterator[Pair]:
    """Yield what the user's own table, glossary and memory know of two languages."""
    files = LocalFiles()
    if given["lexicon"]:
        yield from read_pairs(given["lexicon"], files.read_text(given["lexicon"]))
    if given["glossary"]:
        yield from glossary_pairs(_concepts(given["glossary"], settings), source, target)
    if given["memory"]:
        yield from memory_pairs(_units(given["memory"], settings), source, target)


def _concepts(name: str, settings: Settings) -> list[Concept]:
    """Return the concepts of a glossary of the base, or of a file."""
    if os.path.exists(name):
        return list(LocalFiles().read_glossary(name).concepts)
    with open_given_base(settings) as base:
        found = [one for _, one in terms_of(base).all_concepts(name)]
    if not found:
        raise InputError(f"--glossary {name}: is no glossary of the base and no file")
    return found


def _units(name: str, settings: Settings) -> list[TranslationUnit]:
    """Return the units of a memory of the base, or of a file."""
    if os.path.exists(name):
        return list(LocalFiles().read_memory(name)[1])
    with open_given_base(settings) as base:
        found = list(units_of(base).all_units(name))
    if not found:
        raise InputError(f"--memory {name}: is no memory of the base and no file")
    return found


def _rendered(
    aligned: list[tuple[str, AlignedTexts]],
    kind: str,
    header: MemoryHeader,
    units: list[TranslationUnit],
) -> bytes:
    if kind == "tmx":
        return LocalFiles().memory_bytes("memory.tmx", header, units)
    return as_json(aligned) if kind == "json" else as_lines(aligned, kind)


def _remember(
    path: str, data: bytes, header: MemoryHeader, units: list[TranslationUnit], settings: Settings
) -> str:
    """Write a memory and put it into the project's base, in place of the one of the same name."""
    name = os.path.basename(path).split(".")[0]
    with changing_base(settings.value("base")) as base:
        memories = units_of(base)
        memories.drop_memory(name)
        added = memories.add_units(memories.put_memory(name, header, path=path), units).new
        # Before the commit, so that both are there afterwards, or neither.
        LocalFiles().write_bytes(path, data)
    return f"wrote {path}, {counted(added, 'unit')} in the base"


def _least(given: str | None) -> float:
    try:
        least = float(given or 0)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise InputError(f"--min-confidence {given}: give a number from 0 to 1, such as 0.6")
    return least


def _confident(aligned: AlignedTexts, least: float) -> AlignedTexts:
    beads = tuple(tuple(bead for bead in one if bead.confidence >= least) for one in aligned.beads)
    return AlignedTexts(aligned.source, aligned.targets, beads)


COMMAND = Command(
    name="align",
    help="Align texts with their translations: beads, or units over the source as pivot.",
    example="termbase align article.fr.txt article.en.txt article.ru.txt -o article.tmx",
    arguments=(
        Argument("source_text", "SRC", "the source text", required=False),
        Argument("target_texts", "TGT…", "its translations", many=True, required=False),
    ),
    options=(
        SOURCE,
        TARGET,
        Option(("--segmented",), "each line is a segment already"),
        Option(("--pairs",), "align every NAME.fr.txt of DIR with NAME.en.txt and so on", "DIR"),
        Option(("--jobs",), "documents aligned at once", "N", int),
        Option(("--lexicon",), "a table of texts known to say the same, parted by tabs", "TSV"),
        Option(("--glossary",), "lean on a glossary of the base, or a file", "NAME"),
        Option(("--memory",), "lean on a memory of the base, or a file", "NAME"),
        Option(("--min-confidence",), "leave out beads with less confidence, 0 to 1", "X"),
        formats("ladder", "tmx", "tsv", "json"),
        OUTPUT,
    ),
    run=run,
)
