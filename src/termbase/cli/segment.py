"""``termbase segment``: texts cut into segments."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.bootstrap import LocalFiles
from termbase.cli._declare import JSON, Argument, Command, Given, Option, format_option
from termbase.cli._output import Output
from termbase.cli._session import read_stdin, settings_for
from termbase.errors import InputError
from termbase.segmentation import Newline, Quotes, Rules, segment


def run(given: Given) -> int:
    """Cut each FILE into segments and print one a line."""
    settings = settings_for(given)
    language = settings.value("source")
    if not language:
        raise InputError("the text's language is not known; name it with --lang")
    rules = Rules(
        newline=Newline(given["newline"] or "wrap"), quotes=Quotes(given["quotes"] or "split")
    )
    output = Output(given, table="plain", pipe="plain")
    texts = list(_texts(given["files"]))
    for path, text in texts:
        for one in segment(text, language, rules):
            if not one.content:
                continue
            start, end = one.origin(0), one.origin(len(one.content))
            if output.format == "tsv":
                output.row([path, start, end, one.content])
            elif output.format in {"json", "jsonl"}:
                record = {"path": path, "start": start, "end": end, "rule": one.rule}
                output.json(record | {"text": one.content}, indent=None)
            else:
                output.print(one.content)
    return 0


def _texts(paths: list[str]) -> Iterator[tuple[str, str]]:
    """Read every text before the first is printed, so that bad input prints nothing."""
    for path in paths:
        yield path, read_stdin() if path == "-" else LocalFiles().read_text(path)


COMMAND = Command(
    name="segment",
    help="Cut texts into segments, one a line.",
    example="termbase segment --lang fr article.fr.txt",
    arguments=(Argument("files", "FILE…", "plain texts; - is stdin", many=True),),
    options=(
        Option(("-s", "--source", "--lang"), "language of the text", "LANG"),
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
        format_option("plain", "tsv", "json", "jsonl"),
        JSON,
    ),
    run=run,
)
