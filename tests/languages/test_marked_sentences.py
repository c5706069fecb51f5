"""Marked sentences, a file a language: ``|`` stands where a segment ends and where one begins.

``Il parle.| |Elle écoute.`` is two segments; a line without marks is one. ``#`` starts a remark.
"""

from pathlib import Path

import pytest

from termbase.languages import KNOWN
from termbase.segmentation import explain, segment

HERE = Path(__file__).parent


def marked_sentences():
    """Every marked line with its language."""
    for path in sorted(HERE.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield pytest.param(path.stem, line, id=f"{path.stem}:{number}")


@pytest.mark.parametrize(("language", "line"), list(marked_sentences()))
def test_a_marked_sentence_is_cut_where_it_is_marked(language, line):
    """The segments are the marked stretches, and they join back to the line without its marks."""
    text = line.replace("|", "").replace("⏎", "\n")
    wanted = [part.replace("⏎", " ").strip() for part in line.split("|") if part.strip(" ⏎")]

    segments = segment(text, language)

    assert [one.content for one in segments] == wanted, explain(text, language)
    assert "".join(one.text for one in segments) == text


def test_every_known_language_has_marked_sentences():
    """No language is claimed without examples of its own conventions."""
    assert {path.stem for path in HERE.glob("*.txt")} >= set(KNOWN)
