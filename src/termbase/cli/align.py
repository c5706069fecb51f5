"""``termbase align``: texts beside their translations, as beads or as a memory."""

from __future__ import annotations

from termbase.cli._declare import (
    OUTPUT,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Option,
    format_option,
    later,
)

COMMAND = Command(
    name="align",
    help="Align texts with their translations: beads, or units over the source as pivot.",
    example="termbase align article.fr.txt article.en.txt article.ru.txt -o article.tmx",
    arguments=(
        Argument("source_text", "SRC", "the source text; - is stdin", required=False),
        Argument("target_texts", "TGT…", "its translations", many=True, required=False),
    ),
    options=(
        SOURCE,
        TARGET,
        Option(("--segmented",), "each line is a segment already"),
        Option(
            ("--pairs",),
            "align every NAME.fr.txt of DIR with NAME.en.txt, NAME_FR with NAME_EN and so on",
            "DIR",
        ),
        Option(("--jobs",), "documents aligned at once", "N", int),
        Option(("--lexicon",), "a table of texts known to say the same, parted by tabs", "TSV"),
        Option(("--glossary",), "lean on a glossary of the base, or a file", "NAME"),
        Option(("--memory",), "lean on a memory of the base, or a file", "NAME"),
        Option(("--encoder",), "lean on the vectors of an encoder that is installed", "NAME"),
        Option(("--min-confidence",), "leave out beads with less confidence, 0 to 1", "X"),
        Option(("--review",), "read and mend the beads in the terminal"),
        Option(
            ("--apply",), "take over the decisions of a table of -f xlsx or tsv, or of -", "FILE"
        ),
        format_option("ladder", "tmx", "tsv", "xlsx", "json", "html"),
        OUTPUT,
    ),
    run=later("_align_texts"),
)
