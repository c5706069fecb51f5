"""Candidates of two texts that translate each other, and beads, into equivalents.

A phrase is likely rendered by the one that stands opposite wherever it stands, whose words are
those that stand opposite its words or look like them, and that comes at about the same place.
Nothing is proposed where a single meeting is all there is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termbase.model.bead import Bead
from termbase.model.candidate import Candidate, Place
from termbase.text.sound import sounds

_LEAST = 0.4
"""An equivalent with less is not proposed."""
_MET, _WORDS, _DISTANCE, _TERMHOOD, _FRAGMENT = 0.6, 0.4, 0.2, 0.01, 0.1
_SKELETON = 4
"""Letters of the sound that two words must share to look alike."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """What a translation seems to say for a candidate. Strength: 0 to 1."""

    candidate: Candidate
    strength: float


@dataclass(frozen=True, slots=True)
class _Side:
    """The candidates of one text by bead, and the beads of each word.

    Attributes:
        beads: By key, the beads where the candidate stands.
        words: By dictionary form, the beads where the word stands.
        at: By key, how far into its segment the candidate stands at first, 0 to 1.
    """

    beads: Mapping[str, frozenset[int]]
    words: Mapping[str, frozenset[int]]
    at: Mapping[str, float]


def propose(
    wanted: Sequence[Candidate],
    source: Sequence[Candidate],
    target: Sequence[Candidate],
    texts: tuple[Sequence[str], Sequence[str]],
    beads: Sequence[Bead],
) -> dict[str, Equivalent]:
    """Return the equivalents of candidates, by key; those without are left out.

    Args:
        wanted: Whose equivalents are asked for.
        source, target: All candidates of the text and of its translation.
        texts: The segments of both.
        beads: Which segments say the same thing.
    """
    here = _side(source, texts[0], [bead.source for bead in beads])
    there = _side(target, texts[1], [bead.target for bead in beads])
    standing: dict[int, list[Candidate]] = defaultdict(list)
    for one in target:
        for bead in there.beads[one.key]:
            standing[bead].append(one)
    scored = [
        (_strength(one, other, many, here, there), one, other)
        for one in wanted
        for other, many in _opposite(here.beads[one.key], standing)
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].key, pair[2].key))
    found: dict[str, Equivalent] = {}
    taken: set[str] = set()
    for strength, one, other in scored:
        if strength >= _LEAST and one.key not in found and other.key not in taken:
            found[one.key] = Equivalent(other, min(1.0, strength))
            taken.add(other.key)
    return found


def _side(
    candidates: Iterable[Candidate], texts: Sequence[str], parts: Sequence[Sequence[int]]
) -> _Side:
    bead_of = {segment: number for number, part in enumerate(parts) for segment in part}
    beads: dict[str, frozenset[int]] = {}
    words: dict[str, set[int]] = defaultdict(set)
    for one in candidates:
        beads[one.key] = frozenset(
            bead_of[place.segment] for place in one.places if place.segment in bead_of
        )
        for word in one.key.split(" "):
            words[word] |= beads[one.key]
    at = {one.key: _depth(one.places[0], texts) for one in candidates}
    return _Side(beads, {word: frozenset(found) for word, found in words.items()}, at)


def _depth(place: Place, texts: Sequence[str]) -> float:
    return place.start / max(1, len(texts[place.segment]))


def _opposite(
    beads: Iterable[int], standing: Mapping[int, list[Candidate]]
) -> list[tuple[Candidate, int]]:
    """Return what stands opposite, with in how many of the beads."""
    keys: Counter[str] = Counter()
    named: dict[str, Candidate] = {}
    for bead in beads:
        for other in standing.get(bead, ()):
            keys[other.key] += 1
            named[other.key] = other
    return [(named[key], many) for key, many in keys.items()]


def _strength(one: Candidate, other: Candidate, many: int, here: _Side, there: _Side) -> float:
    size = len(here.beads[one.key]) + len(there.beads[other.key])
    met = 2 * many / size * many / (many + 1)
    ours, theirs = one.key.split(" "), other.key.split(" ")
    links = [[_link(word, rendering, here, there) for rendering in theirs] for word in ours]
    best = [max(row) for row in links] + [max(column) for column in zip(*links, strict=True)]
    apart = abs(here.at[one.key] - there.at[other.key])
    uneven = abs(len(ours) - len(theirs)) / max(len(ours), len(theirs))
    return (
        _MET * met
        + _WORDS * sum(best) / len(best)
        - _DISTANCE * (apart + uneven) / 2
        + _TERMHOOD * other.score
        + _FRAGMENT * max(-1.0, dict(other.evidence).get("part of a phrase", 0.0))
    )


def _link(word: str, rendering: str, here: _Side, there: _Side) -> float:
    """Say how likely two words render each other, 0 to 1."""
    if word == rendering or _alike(word, rendering):
        return 1.0
    ours, theirs = here.words[word], there.words[rendering]
    many = len(ours & theirs)
    return 2 * many / (len(ours) + len(theirs)) * (many - 1) / many if many > 1 else 0.0


def _alike(word: str, rendering: str) -> bool:
    return not _beginnings(word).isdisjoint(_beginnings(rendering))


@lru_cache(maxsize=1 << 16)
def _beginnings(word: str) -> frozenset[str]:
    """Return how a word may begin by its sound; nothing for one with too little of it."""
    heard = (sound for way in sounds(word) for sound in way)
    return frozenset(sound[:_SKELETON] for sound in heard if len(sound) >= _SKELETON)
