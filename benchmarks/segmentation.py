"""Segmentation measured: an adapter for outside evaluations, and a table of speed beside peers.

    PYTHONPATH=. python benchmarks/segmentation.py [TEXT LANGUAGE]

Without a text, the article in three languages is read again and again. Peers (nupunkt, pysbd,
sentencex) are measured where they are installed. Times are of one core, the best of several.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from termbase.segmentation import Quotes, Rules, segment

_KEEP = Rules(quotes=Quotes.KEEP)
_ARTICLE = Path(__file__).parents[1] / "tm" / "sources"
_ENOUGH = 1_000_000
"""Code points that a measured text should have; a shorter one is repeated."""
_SLOW = {"pysbd": 20}
"""How many times less text a slow peer gets."""

Cut = Callable[[str], list[str]]


def segments(text: str, language: str) -> list[str]:
    return [one.text for one in segment(text, language)]


def segments_keeping_quotes(text: str, language: str) -> list[str]:
    return [one.text for one in segment(text, language, _KEEP)]


def tools(language: str) -> Iterator[tuple[str, Cut]]:
    yield "termbase", lambda text: segments(text, language)
    peers: dict[str, Callable[[], Cut]] = {
        "nupunkt": lambda: import_module("nupunkt").sent_tokenize,
        "pysbd": lambda: import_module("pysbd").Segmenter(language=language, clean=False).segment,
        "sentencex": lambda: _sentencex(language),
    }
    for name, load in peers.items():
        try:
            yield name, load()
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)


def _sentencex(language: str) -> Cut:
    cut = import_module("sentencex").segment
    return lambda text: list(cut(language, text))


def speed(cut: Cut, text: str, rounds: int = 5) -> float:
    """Return megabytes of UTF-8 a second."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        cut(text)
        best = min(best, time.process_time() - begin)
    return len(text.encode()) / 1e6 / best


def hostile() -> None:
    """Print how the time grows with the length; linear work grows as the length does."""
    for name, unit in (("a. a. a. ", "a. "), ("one line", "The cat sat on the mat with it. ")):
        short, long = (unit * (length // len(unit)) for length in (150_000, 600_000))
        times = [
            len(text.encode()) / 1e6 / speed(lambda t: segments(t, "en"), text, 2)
            for text in (short, long)
        ]
        print(f"{name:10} {times[0]:6.2f} s for 150 kB {times[1]:6.2f} s for 600 kB")


def main(arguments: list[str]) -> None:
    if arguments:
        texts = {arguments[1]: Path(arguments[0]).read_text(encoding="utf-8")}
    else:
        texts = {
            language: (_ARTICLE / f"article.{language}.txt").read_text(encoding="utf-8")
            for language in ("en", "fr", "ru")
        }
    print(f"{'':4}{'tool':12}{'MB/s':>8}")
    for language, text in texts.items():
        long = text * (_ENOUGH // len(text) + 1)
        for name, cut in tools(language):
            print(
                f"{language:4}{name:12}{speed(cut, long[: len(long) // _SLOW.get(name, 1)]):8.2f}"
            )
    hostile()


if __name__ == "__main__":
    main(sys.argv[1:])
