"""``termbase segment``: texts cut into segments, the reasons of each cut, our rules as SRX."""

from __future__ import annotations

from termbase.cli._declare import (
    JSON,
    Argument,
    Command,
    Option,
    format_option,
    later,
)

COMMAND = Command(
    name="segment",
    help="Cut texts into segments, one a line.",
    example="termbase segment --lang fr article.fr.txt",
    arguments=(Argument("files", "FILE…", "texts; - is stdin", many=True, required=False),),
    options=(
        Option(("-s", "--source", "--lang"), "language of the text", "LANG"),
        Option(("--srx",), "cut by the rules of an SRX file", "FILE"),
        Option(("--abbreviations",), "more abbreviations, beside those of the language", "FILE"),
        Option(
            ("--newline",),
            "what a single line break means",
            "break|wrap",
            choices=("break", "wrap"),
        ),
        Option(
            ("--quotes",),
            "whether sentences inside of quotation marks are parted",
            "split|keep",
            choices=("split", "keep"),
        ),
        Option(("--explain",), "show every place that could end a segment, and its rule"),
        Option(("--export-srx",), "write our own rules as SRX 2.0, for CAT tools"),
        format_option("plain", "tsv", "json", "jsonl"),
        JSON,
    ),
    run=later("_segment_texts"),
)
