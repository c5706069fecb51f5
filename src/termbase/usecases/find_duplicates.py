"""Concepts that are likely one: they share a term, its inflected form, or nearly its spelling.

Each term is put under its keys once, so that only concepts that share a key are ever compared.
What a letter parts is a slip only where it does not part two words («billion», «million»), and
where no other language of the two concepts says that they are two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from termbase.model.concept import Concept, Term
from termbase.model.language import primary
from termbase.ports import Record
from termbase.terms.keys import bare_of
from termbase.text.english_spelling import american
from termbase.text.lexicons import readings
from termbase.text.normalise import fold
from termbase.text.words import word_texts

SCHEMA = "termbase.duplicates/1"
SAME, INFLECTED, SPELLING = "same", "inflected", "spelling"
_STRENGTH = {SAME: 3, INFLECTED: 2, SPELLING: 1}
_SHORT = 3
"""Words of so many letters are no slips of each other."""
_ROMAN = re.compile("[ivxlcdm]+")
_LONG = 6
"""Letters from which two terms that differ by one may be the same."""
_CROWD = 50
"""A key that more terms have says nothing."""

Owner = tuple[int, Term]
"""The number of a concept, and a term of it."""
_Pair = tuple[int, int]
_Shared = dict[str, tuple[str, Term, Term]]
"""By language: how two concepts meet, and the term of each."""


def find_duplicates(
    concepts: Iterable[tuple[str, Concept]], keys: Mapping[tuple[str, str], str]
) -> Record:
    """Find pairs of concepts that are likely one.

    Args:
        concepts: Each with the name of its glossary.
        keys: The principal keys of the words of each term, joined by one space, by its language
            and text (`TermStore.term_keys`); no lexicon is asked for them.

    Returns:
        ``{"schema", "pairs": [{"concepts": [{"glossary", "concept", "subject", "place"}] × 2,
        "shared": [{"language", "kind", "terms"}]}]}``, those with the same term in most languages
        first, then those with other forms of it, those of one subject field before others. Kinds:
        ``same`` but for case and signs, ``inflected``, ``spelling`` (one letter more, less or
        other). Concepts that a relation joins are two, as somebody knows.
    """
    known = list(concepts)
    shared: dict[_Pair, _Shared] = defaultdict(dict)
    for kind, one, other in _meetings(known, keys):
        (first, ours), (second, theirs) = sorted((one, other), key=lambda owner: owner[0])
        language = primary(ours.language)
        found = shared[first, second].get(language)
        if found is None or _STRENGTH[kind] > _STRENGTH[found[0]]:
            shared[first, second][language] = (kind, ours, theirs)
    likely = {pair: terms for pair, terms in shared.items() if _may_be_one(known, pair, terms)}
    pairs = sorted(likely.items(), key=lambda item: _rank(known, *item))
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


def _rank(known: Sequence[tuple[str, Concept]], pair: _Pair, terms: _Shared) -> tuple[Any, ...]:
    kinds = Counter(kind for kind, _, _ in terms.values())
    one, other = (known[number][1] for number in pair)
    return -kinds[SAME], -kinds[INFLECTED], -kinds[SPELLING], one.subject != other.subject, pair


def _may_be_one(known: Sequence[tuple[str, Concept]], pair: _Pair, terms: _Shared) -> bool:
    """Say whether nothing says that two concepts are two, for all that they share."""
    one, other = (known[number][1] for number in pair)
    if known[pair[0]][0] == known[pair[1]][0] and (_points(one, other) or _points(other, one)):
        return False
    if any(kind != SPELLING for kind, _, _ in terms.values()):
        return True
    spoken = [{primary(term.language) for term in concept.terms} for concept in (one, other)]
    return spoken[0] & spoken[1] <= terms.keys()


def _points(one: Concept, other: Concept) -> bool:
    return any(relation.target == other.id for relation in one.relations)


def _named(glossary: str, concept: Concept) -> Record:
    return {
        "glossary": glossary,
        "concept": concept.id,
        "subject": concept.subject,
        "place": concept.place,
    }


def _meetings(
    known: list[tuple[str, Concept]], keys: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, Owner, Owner]]:
    """Yield terms of different concepts that meet under a key, with the kind of the key."""
    spoken: dict[str, list[Owner]] = defaultdict(list)
    for number, (_, concept) in enumerate(known):
        for term in concept.terms:
            spoken[primary(term.language)].append((number, term))
    for owners in spoken.values():
        yield from _meeting(SAME, ((fold(one[1].text), one) for one in owners))
        forms = ((keys[one[1].language, one[1].text], one) for one in owners)
        yield from _meeting(INFLECTED, (pair for pair in forms if pair[0]))  # signs have no forms
        yield from _meeting(SPELLING, (pair for one in owners for pair in _regional(one)))
        near = _meeting(SPELLING, (pair for one in owners for pair in _spellings(one)))
        yield from (met for met in near if _is_slip(met[1][1], met[2][1]))


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
            if one[0] != other[0]:
                yield kind, one, other


def _regional(owner: Owner) -> Iterator[tuple[str, Owner]]:
    """Yield an English term under its spelling in America: colour, catalogue, organisation."""
    if primary(owner[1].language) == "en":
        yield " ".join(map(american, word_texts(fold(owner[1].text)))), owner


def _spellings(owner: Owner) -> Iterator[tuple[str, Owner]]:
    """Yield a term under each spelling that is one letter short of it, if it is long enough."""
    bare = bare_of(owner[1].text)
    if len(bare) >= _LONG:
        yield bare, owner
        for at in range(len(bare)):
            yield bare[:at] + bare[at + 1 :], owner


def _is_slip(one: Term, other: Term) -> bool:
    """Say whether two terms that a letter parts may be one, written wrong.

    Numbers must be equal: Vostok-1 is not Vostok-2, nor XVII XVIII. Short words that differ name
    different things (bande Ka, bande Ku), and so do two words that a lexicon knows, unless they
    are forms of one.
    """
    first, second = bare_of(one.text), bare_of(other.text)
    digits = ["".join(filter(str.isdigit, text)) for text in (first, second)]
    if digits[0] != digits[1] or abs(len(first) - len(second)) > 1:
        return False
    words = word_texts(fold(one.text)), word_texts(fold(other.text))
    if len(words[0]) != len(words[1]):
        return True
    language = primary(one.language)
    return not any(
        min(len(ours), len(theirs)) <= _SHORT
        or (_ROMAN.fullmatch(ours) and _ROMAN.fullmatch(theirs))
        or _are_two(ours, theirs, language)
        for ours, theirs in zip(*words, strict=True)
        if bare_of(ours) != bare_of(theirs)
    )


def _are_two(one: str, other: str, language: str) -> bool:
    """Say whether a lexicon knows two words as words that have nothing to do with each other."""
    ours, theirs = ({one.lemma for one in readings(word, language)} for word in (one, other))
    return bool(ours and theirs and ours.isdisjoint(theirs))
