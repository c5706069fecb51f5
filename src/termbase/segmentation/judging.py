"""A text → every place where a segment could end, and what is decided there."""

from __future__ import annotations

from termbase.languages import profile_of
from termbase.segmentation.boundaries import Judge
from termbase.segmentation.landmarks import landmarks
from termbase.segmentation.lines import blocks
from termbase.segmentation.rules import Rules
from termbase.segmentation.signs import between, signs_of


def judged(text: str, language: str, rules: Rules) -> Judge:
    """Return the judge of a text, every decision made."""
    profile = profile_of(language)
    judge = Judge(text, profile, rules)
    signs = signs_of(text)
    for begin, end, following, verdict in blocks(text, rules.newline):
        start = begin
        faces = bool(signs.faces) and between(signs.faces, begin, end)
        for place, landmark in landmarks(text, begin, end, profile, signs):
            judge.decide(start, place, faces=faces)
            judge.record(place, landmark)
            start = place
        judge.decide(start, end, faces=faces)
        judge.record(following, verdict)
    return judge
