"""Concepts that are likely one: they share a term, its inflected form, or nearly its spelling.

Each term is put under its keys once, so that only concepts that share a key are ever compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from termbase.model.concept import Concept, Term
from termbase.model.language import primary
from termbase.ports import Record
from termbase.terms.keys import bare_of
from termbase.text.forms import key_sequence
from termbase.text.normalise import fold

SCHEMA = "termbase.duplicates/1"
SAME, INFLECTED, SPELLING = "same", "inflected", "spelling"
_STRENGTH = {SAME: 3, INFLECTED: 2, SPELLING: 1}
_LONG = 6
"""Letters from which two terms that differ by one may be the same."""
_CROWD = 50
"""A key that more terms have says nothing."""

Owner = tuple[int, Term]
"""The number of a concept, and a term of it."""


def find_duplicates(concepts: Iterable[tuple[str, Concept]]) -> Record:
    """Find pairs of concepts that are likely one.

    Args:
        concepts: Each with the name of its glossary.

    Returns:
        ``{"schema", "pairs": [{"concepts": [{"glossary", "concept", "subject", "place"}] × 2,
        "shared": [{"language", "kind", "terms"}]}]}``, those that share most first. Kinds: ``same``
        but for case and signs, ``inflected``, ``spelling`` (one letter more, less or other).
    """
    known = list(concepts)
    shared: dict[tuple[int, int], dict[str, tuple[str, Term, Term]]] = defaultdict(dict)
    for kind, one, other in _meetings(known):
        (first, ours), (second, theirs) = sorted((one, other), key=lambda owner: owner[0])
        language = primary(ours.language)
        found = shared[first, second].get(language)
        if found is None or _STRENGTH[kind] > _STRENGTH[found[0]]:
            shared[first, second][language] = (kind, ours, theirs)
    pairs = sorted(
        shared.items(),
        key=lambda pair: (-sum(_STRENGTH[kind] for kind, _, _ in pair[1].values()), pair[0]),
    )
    return {
        "schema": SCHEMA,
        "pairs": [
            {
                "concepts": [_named(*known[number]) for number in numbers],
                "shared": [
                    {"language": language, "kind": kind, "terms": [ours.text, theirs.text]}
                    for language, (kind, ours, theirs) in terms.items()
                ],
            }
            for numbers, terms in pairs
        ],
    }


def _named(glossary: str, concept: Concept) -> Record:
    return {
        "glossary": glossary,
        "concept": concept.id,
        "subject": concept.subject,
        "place": concept.place,
    }


def _meetings(known: list[tuple[str, Concept]]) -> Iterator[tuple[str, Owner, Owner]]:
    """Yield terms of different concepts that meet under a key, with the kind of the key."""
    spoken: dict[str, list[Owner]] = defaultdict(list)
    for number, (_, concept) in enumerate(known):
        for term in concept.terms:
            spoken[primary(term.language)].append((number, term))
    for owners in spoken.values():
        yield from _meeting(SAME, ((fold(one[1].text), one) for one in owners))
        forms = ((" ".join(key_sequence(one[1].text, one[1].language)), one) for one in owners)
        yield from _meeting(INFLECTED, forms)
        yield from _meeting(SPELLING, (pair for one in owners for pair in _spellings(one)))


def _meeting(kind: str, keyed: Iterable[tuple[str, Owner]]) -> Iterator[tuple[str, Owner, Owner]]:
    under: dict[str, Owner | list[Owner]] = {}
    for key, owner in keyed:
        there = under.setdefault(key, owner)
        if isinstance(there, list):
            there.append(owner)
        elif there is not owner:
            under[key] = [there, owner]
    for owners in under.values():
        if isinstance(owners, tuple) or len(owners) > _CROWD:
            continue
        for one, other in combinations(owners, 2):
            if one[0] != other[0] and (kind != SPELLING or _one_letter(one[1].text, other[1].text)):
                yield kind, one, other


def _spellings(owner: Owner) -> Iterator[tuple[str, Owner]]:
    """Yield a term under each spelling that is one letter short of it, if it is long enough."""
    bare = bare_of(owner[1].text)
    if len(bare) >= _LONG:
        yield bare, owner
        for at in range(len(bare)):
            yield bare[:at] + bare[at + 1 :], owner


def _one_letter(one: str, other: str) -> bool:
    """Say whether two terms differ by a letter; numbers must be equal, Vostok-1 is not Vostok-2."""
    first, second = bare_of(one), bare_of(other)
    digits = ["".join(filter(str.isdigit, text)) for text in (first, second)]
    return digits[0] == digits[1] and abs(len(first) - len(second)) <= 1
