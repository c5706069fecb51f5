"""The work of ``termbase align``: texts beside their translations, as beads or as a memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from termbase.bootstrap import LocalFiles
from termbase.cli._alignment_signs import signs_lost
from termbase.cli._alignment_sources import Document, documents_of
from termbase.cli._alignment_view import alignment_lines, most_listed, replayed_lines
from termbase.cli._declare import Given
from termbase.cli._output import Output
from termbase.cli._progress import counter, done, of_alignment
from termbase.cli._session import (
    STDIN,
    refuse_place,
    refuse_two_pipes,
    settings_for,
)
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.usecases.align_documents import AlignedTexts

if TYPE_CHECKING:  # most texts are aligned in this process
    from multiprocessing.process import BaseProcess

_BY_ENDING = {
    ".tmx": "tmx",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".txt": "ladder",
    ".ladder": "ladder",
}
_PACKED = ("xlsx",)
"""What is no text, and so never goes to a terminal."""

Aligned = list[tuple[str, AlignedTexts]]


def run(given: Given) -> int:
    """Align SRC with each TGT, or every text of --pairs DIR with its translations."""
    settings = settings_for(given)
    output = Output(given, table="ladder", pipe="ladder")
    kind = _kind(given, output)
    if given["output"] and given["output"] != "-":
        refuse_place(given["output"])
    least = _least(given["min_confidence"])
    if given["jobs"] is not None and given["jobs"] < 1:
        raise InputError(f"--jobs {given['jobs']}: give a number from 1")
    _refuse_pipes(given)
    documents = documents_of(given, settings, output)
    if given["apply"]:
        from termbase.cli._alignment_apply import apply_given_table

        documents = apply_given_table(given["apply"], documents, output)
    aligned = _aligned(documents, given)
    if given["review"]:
        from termbase.cli.review import review

        documents = [one.anew() for one in review(documents, aligned)]
        if not given["output"] and not given["format"]:
            output.note(*replayed_lines(documents))
            return _code(output)
        aligned = _aligned(documents, given)
    confident = [(name, one.above(least)) for name, one in aligned]
    notes = replayed_lines(documents) if not given["apply"] else []
    several = bool(given["pairs"])
    most = most_listed(len(aligned), list_all=output.verbose)
    for name, one in aligned:
        shown = name if several else ""
        notes += alignment_lines(one, shown, least=least, most=most)
    _deliver(confident, kind, notes, given, settings, output)
    return _code(output)


def _code(output: Output) -> int:
    """Return the exit code of an alignment: texts that could not be read are wrong input."""
    return 2 if output.failed else 0


def _refuse_pipes(given: Given) -> None:
    """Raise an error where what is piped in cannot be read, or decisions cannot be kept."""
    texts = [given["source_text"], *given["target_texts"]]
    refuse_two_pipes([*texts, given["apply"]])
    if given["review"] and STDIN in texts:
        raise InputError("--review needs the terminal, and stdin is a text; name a file for it")
    if given["apply"] and given["source_text"] == STDIN:
        raise InputError("--apply keeps decisions beside the source text; name a file for it")


def _kind(given: Given, output: Output) -> str:
    """Return the format: as asked for, as the file ends, or for the terminal or pipe."""
    ending = os.path.splitext((given["output"] or "").removesuffix(".gz"))[1].lower()
    if ending and ending not in _BY_ENDING and not given["format"]:
        known = " ".join(_BY_ENDING)
        raise InputError(f"-o {given['output']}: end it with one of {known}, or say what with -f")
    kind = str(given["format"] or _BY_ENDING.get(ending) or output.format)
    if kind in _PACKED and given["output"] in (None, "-"):
        raise InputError(f"-f {kind}: name a file for it: -o alignment.{kind}")
    return kind


def _deliver(
    aligned: Aligned,
    kind: str,
    notes: list[str],
    given: Given,
    settings: Settings,
    output: Output,
) -> None:
    """Print an alignment, or write it to a file, and say what is in it."""
    path = None if given["output"] == "-" else given["output"]
    if kind == "tmx":
        from termbase.cli._alignment_memory import keep_memory, memory_of

        memory = memory_of(aligned, settings.value("author"))
        data = memory.data
        if path:
            notes.append(keep_memory(memory, path, len(aligned), settings))
    else:
        data = _rendered(aligned, kind)
        if path:
            LocalFiles().write_bytes(path, data)
            notes.append(f"wrote {path}")
    if not path:
        # Not by splitlines: a text may hold U+2028, which is no line end of a file.
        output.print(*data.decode("utf-8").removesuffix("\n").split("\n") if data else ())
    output.note(*notes, *signs_lost(aligned, kind))


def _aligned(documents: Sequence[Document], given: Given) -> Aligned:
    names = [one.name for one in documents]
    return list(zip(names, _each(documents, given), strict=True))


def _each(documents: Sequence[Document], given: Given) -> Iterator[AlignedTexts]:
    jobs = min(given["jobs"] or 1, len(documents))
    tell = counter("documents", given, every=1, total=len(documents))
    try:
        if jobs > 1:
            yield from _side_by_side(documents, jobs, tell)
        else:
            for number, document in enumerate(documents, 1):
                encoded = counter("texts encoded", given, every=1)
                yield document.align(encoded, of_alignment(given))
                tell(number)
    finally:
        done()


def _side_by_side(
    documents: Sequence[Document], jobs: int, tell: Callable[[int], None]
) -> Iterator[AlignedTexts]:
    """Align documents in processes of their own, which end at once where this one stops.

    Raises:
        InputError: If one of them was ended, as systems do when memory runs short.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    with ProcessPoolExecutor(jobs, initializer=_obey_parent) as pool:
        try:
            # Not by map, which cancels what the pool then cannot break off when it is interrupted.
            begun = deque(pool.submit(Document.align, one) for one in documents)
            for number in range(1, len(documents) + 1):
                one = begun.popleft().result()
                tell(number)
                yield one
        except BrokenProcessPool as error:
            raise InputError(
                f"--jobs {jobs}: one of the processes was ended, as when memory runs short; "
                "try --jobs 1"
            ) from error
        except BaseException:  # an interruption too: nobody waits for what they have begun
            for process in active_children():
                process.terminate()
            raise


def _obey_parent() -> None:
    """Let the parent decide when a process ends: Ctrl-C is its business, and its end ours."""
    from multiprocessing import parent_process
    from threading import Thread

    from termbase.cli._signals import heed_none

    def end_with(parent: BaseProcess) -> None:
        parent.join()
        os._exit(1)

    heed_none()
    if parent := parent_process():
        Thread(target=end_with, args=[parent], daemon=True).start()


def _rendered(aligned: Aligned, kind: str) -> bytes:
    if kind in ("tsv", "xlsx"):
        from termbase.cli._alignment_table import as_table

        return as_table(aligned, kind)
    if kind == "html":
        from termbase.cli._alignment_html import as_html

        return as_html(aligned)
    if kind == "json":
        from termbase.cli._alignment_json import as_json

        return as_json(aligned)
    from termbase.cli._alignment_ladder import as_ladder

    return as_ladder(aligned)


def _least(given: str | None) -> float:
    try:
        least = float(given or 0)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise InputError(f"--min-confidence {given}: give a number from 0 to 1, such as 0.6")
    return least
