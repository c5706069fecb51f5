"""``termbase align``: a text beside its translations, as beads or as a memory."""

from __future__ import annotations

import os

from termbase.bootstrap import LocalFiles, units_of
from termbase.cli._alignment_view import alignment_lines
from termbase.cli._declare import OUTPUT, SOURCE, TARGET, Argument, Command, Given, Option
from termbase.cli._declare import format_option as formats
from termbase.cli._languages import text_languages
from termbase.cli._output import Output
from termbase.cli._session import changing_base, settings_for
from termbase.config import Settings
from termbase.errors import InputError
from termbase.model.bead import Bead
from termbase.model.unit import MemoryHeader, TranslationUnit
from termbase.usecases.align_documents import AlignedTexts, align_texts, segment_file
from termbase.usecases.join_units import Origin, join_units, joined_text

_BY_ENDING = {".tmx": "tmx", ".tsv": "tsv", ".json": "json"}


def run(given: Given) -> int:
    """Align SRC with each TGT."""
    settings = settings_for(given)
    output = Output(given, table="ladder", pipe="ladder")
    kind = given["format"] or _BY_ENDING.get(os.path.splitext(given["output"] or "")[1], "")
    kind = kind or output.format
    paths = [given["source_text"], *given["target_texts"]]
    if not given["target_texts"]:
        raise InputError("name at least one translation beside the source text")
    languages = text_languages(paths, settings)
    files = LocalFiles()
    texts = [
        segment_file(path, language, files, segmented=given["segmented"])
        for path, language in zip(paths, languages, strict=True)
    ]
    aligned = align_texts(texts[0], texts[1:])
    least = _least(given["min_confidence"])
    kept = _confident(aligned, least)
    units = join_units([(kept, Origin(paths[0]))])
    header = MemoryHeader(languages[0], (("segtype", "sentence"),))
    written = files.memory_bytes("a.tmx", header, units) if kind == "tmx" else _rendered(kept, kind)
    if given["output"] and given["output"] != "-":
        files.write_bytes(given["output"], written)
        output.note(*alignment_lines(kept, units), f"wrote {given['output']}")
        if kind == "tmx" and settings.root:
            added = _remember(given["output"], header, units, settings)
            output.note(f"{added} units in the base")
    else:
        output.print(written.decode("utf-8").rstrip("\n"))
        output.note(*alignment_lines(kept, units))
    return 0


def _remember(
    path: str, header: MemoryHeader, units: list[TranslationUnit], settings: Settings
) -> int:
    """Put the units into the project's base, in place of those of the same file."""
    name = os.path.basename(path).split(".")[0]
    with changing_base(settings.value("base")) as base:
        memories = units_of(base)
        memories.drop_memory(name)
        return memories.add_units(memories.put_memory(name, header, path=path), units).new


def _least(given: str | None) -> float:
    try:
        least = float(given or 0)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise InputError(f"--min-confidence {given}: give a number from 0 to 1, such as 0.6")
    return least


def _confident(aligned: AlignedTexts, least: float) -> AlignedTexts:
    if not least:
        return aligned
    beads = tuple(tuple(bead for bead in one if bead.confidence >= least) for one in aligned.beads)
    return AlignedTexts(aligned.source, aligned.targets, beads)


def _rendered(aligned: AlignedTexts, kind: str) -> bytes:
    if kind == "json":
        return _json(aligned)
    several = len(aligned.targets) > 1
    lines = []
    for target, beads in zip(aligned.targets, aligned.beads, strict=True):
        for bead in beads:
            if kind == "ladder":
                head = f"{target.language}\t" if several else ""
                lines.append(f"{head}{_ladder(bead)}")
                continue
            texts = _texts(aligned, target.language, bead)
            cells = [*([target.language] if several else []), f"{bead.confidence:.2f}", *texts]
            lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "".join(f"{line}\n" for line in lines).encode()


def _ladder(bead: Bead) -> str:
    sides = (",".join(map(str, side)) for side in (bead.source, bead.target))
    return ":".join([*sides, f"{bead.confidence:.2f}"])


def _texts(aligned: AlignedTexts, language: str, bead: Bead) -> tuple[str, str]:
    target = next(one for one in aligned.targets if one.language == language)
    source = aligned.source
    return (
        joined_text([source.segments[one] for one in bead.source], source.language),
        joined_text([target.segments[one] for one in bead.target], target.language),
    )


def _json(aligned: AlignedTexts) -> bytes:
    import json

    pairs = []
    for target, beads in zip(aligned.targets, aligned.beads, strict=True):
        found = []
        for bead in beads:
            source_text, target_text = _texts(aligned, target.language, bead)
            found.append(
                {
                    "source": bead.source,
                    "target": bead.target,
                    "confidence": round(bead.confidence, 2),
                    "source_text": source_text,
                    "target_text": target_text,
                }
            )
        pairs.append({"language": target.language, "beads": found})
    envelope = {"schema": "termbase.align/1", "source": aligned.source.language, "targets": pairs}
    return (json.dumps(envelope, ensure_ascii=False, indent=1) + "\n").encode()


COMMAND = Command(
    name="align",
    help="Align a text with its translations: beads, or units over the source as pivot.",
    example="termbase align article.fr.txt article.en.txt article.ru.txt -o article.tmx",
    arguments=(
        Argument("source_text", "SRC", "the source text"),
        Argument("target_texts", "TGT…", "its translations", many=True),
    ),
    options=(
        SOURCE,
        TARGET,
        Option(("--segmented",), "each line is a segment already"),
        Option(("--min-confidence",), "leave out beads with less confidence, 0 to 1", "X"),
        formats("ladder", "tmx", "tsv", "json"),
        OUTPUT,
    ),
    run=run,
)
