"""The work of ``termbase segment``: segments, the reasons of each cut, our rules as SRX."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.bootstrap import LocalFiles
from termbase.cli._declare import Given
from termbase.cli._languages import text_language
from termbase.cli._output import Output
from termbase.cli._segmentation import wishes_for
from termbase.cli._session import read_stdin, settings_for
from termbase.errors import InputError
from termbase.segmentation.srx import SrxRules
from termbase.usecases.segment_text import Wishes, explain_text, segment_text

_AROUND = 24
"""Code points shown on either side of a place."""


def run(given: Given) -> int:
    """Cut each FILE into segments and print one a line."""
    settings = settings_for(given)
    wishes = wishes_for(given, settings)
    output = Output(given, table="plain", pipe="plain")
    if given["export_srx"]:
        return _export(output, wishes)
    if not given["files"]:
        raise InputError("name a text to cut; - is stdin")
    languages = [text_language(path, settings) for path in given["files"]]
    if isinstance(wishes, SrxRules):
        for one in dict.fromkeys(languages):
            if not wishes.rules_for(one):
                output.note(f"{wishes.path}: maps no rules to «{one}»; only paragraphs are parted")
    show = _explain if given["explain"] else _segments
    for (path, text), language in zip(list(_texts(given["files"])), languages, strict=True):
        show(output, path, text, language, wishes)
    return 0


def _texts(paths: list[str]) -> Iterator[tuple[str, str]]:
    """Read every text before the first is printed, so that bad input prints nothing."""
    for path in paths:
        yield path, read_stdin() if path == "-" else LocalFiles().read_text(path)


def _segments(output: Output, path: str, text: str, language: str, wishes: Wishes) -> None:
    for one in segment_text(text, language, wishes):
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


def _explain(output: Output, path: str, text: str, language: str, wishes: Wishes) -> None:
    for one in explain_text(text, language, wishes):
        before = " ".join(text[max(0, one.at - _AROUND) : one.at].split())
        after = " ".join(text[one.at : one.at + _AROUND].split())
        word = "cut" if one.cuts else "keep"
        if output.format == "tsv":
            output.row([path, one.at, word, one.rule, before, after])
        elif output.format in {"json", "jsonl"}:
            record = {"path": path, "at": one.at, "cuts": one.cuts, "rule": one.rule}
            output.json(record | {"before": before, "after": after}, indent=None)
        else:
            sign = "|" if one.cuts else "·"
            output.print(
                f"{one.at:>7}  {word:<4}  {one.rule:<28}  {before} {sign} {after}".rstrip()
            )


def _export(output: Output, wishes: Wishes) -> int:
    from io import BytesIO

    from termbase.formats.srx import write_srx
    from termbase.segmentation.srx_export import UNSAID, exported

    if isinstance(wishes, SrxRules):
        raise InputError("--export-srx writes our own rules; leave --srx out")
    stream = BytesIO()
    write_srx(stream, exported(wishes), remarks=UNSAID)
    output.print(*stream.getvalue().decode("utf-8").rstrip("\n").split("\n"))
    output.note("SRX cannot say all that our rules do; with it a CAT tool cuts alike, but for:")
    output.note(*(f"  {one}" for one in UNSAID))
    return 0
