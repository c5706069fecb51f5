"""A query and a term that it found → the stretches of the term that the query has too."""

from __future__ import annotations

from termbase.terms.keys import bare_words, spelling_keys
from termbase.text.traced import traced
from termbase.text.words import words


def shared_spans(query: str, text: str) -> list[tuple[int, int]]:
    """Return where a term has the query's beginning or its words, as offsets in code points.

    Nothing where other letters stand there: another script, a slip, another form.

    >>> shared_spans("teledetec", "Télédétection"), shared_spans("ischemique", "cœur ischémique")
    ([(0, 9)], [(5, 15)])
    >>> shared_spans("lv volume", "LV end-diastolic volume")
    [(0, 2), (17, 23)]
    """
    _, bare, plain = traced(text)
    asked = spelling_keys(query)[2]
    if asked and plain.key.startswith(asked):
        return [plain.stretch(0, len(asked))]
    wanted = set(bare_words(query))
    return [bare.stretch(one.start, one.end) for one in words(bare.key) if one.text in wanted]
