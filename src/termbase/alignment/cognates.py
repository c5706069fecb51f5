"""Two vocabularies → pairs that look or sound alike, whatever script they are written in.

«Bakanov» and «Баканов» share a skeleton of Latin consonants and vowels; numbers and punctuation
pair with themselves. A link is a hint with a strength, never a verdict.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from termbase.alignment.sides import Integers, Reals, Side

_CYRILLIC = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=j з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h "
    "ц=ts ч=ch ш=ch щ=ch ъ= ы=i ь= э=e ю=iu я=ia і=i ї=i є=e ґ=g ў=u ј=i љ=li њ=ni ћ=ch ђ=j џ=j"
)
_GREEK = (
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=t ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f "
    "χ=h ψ=ps ω=o"
)
_EXTENDED_LATIN = "ß=ss æ=e œ=e ø=o ł=l đ=d ð=d þ=t ı=i"
_LEVELLED = f"{_CYRILLIC} {_GREEK} {_EXTENDED_LATIN}".split()
_LATIN = str.maketrans(dict(each.split("=") for each in _LEVELLED))
_SPELLINGS = (
    *(("tch", "c"), ("tsh", "c"), ("sch", "c"), ("sh", "c"), ("ch", "c"), ("cz", "c")),
    *(("zh", "j"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("qu", "k"), ("ck", "k")),
    *(("x", "ks"), ("w", "v"), ("y", "i"), ("ou", "u"), ("q", "k"), ("c", "k"), ("tz", "ts")),
)
_DOUBLED = re.compile(r"(.)\1+")

_KEY = 4
_MOST_PAIRS = 400
_TERM, _TERM_STRENGTH = 4, 1.0
_NUMBER_STRENGTH, _SAME_STRENGTH, _ALIKE_STRENGTH = 0.9, 0.5, 0.35


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of types that may translate each other.

    Attributes:
        source, target: The types.
        strength: How much to expect of each pair, 0 to 1.
    """

    source: Integers
    target: Integers
    strength: Reals


def join(*links: Links) -> Links:
    """Put links together; a pair linked more than once keeps its greatest strength."""
    ours = np.concatenate([each.source for each in links])
    theirs = np.concatenate([each.target for each in links])
    strength = np.concatenate([each.strength for each in links])
    order = np.lexsort((-strength, theirs, ours))
    ours, theirs, strength = ours[order], theirs[order], strength[order]
    fresh = np.ones(len(ours), dtype=np.bool_)
    fresh[1:] = (np.diff(ours) != 0) | (np.diff(theirs) != 0)
    return Links(ours[fresh], theirs[fresh], strength[fresh])


def link_terms(source: Side, target: Side, wanted: Integers) -> Links:
    """Link the types of the short ones among the wanted pairs of a lexicon: terms, that is.

    Args:
        source, target: The two sides of the lexicon; the segments of one number are a pair.
        wanted: The numbers of the pairs.
    """
    n, m = np.diff(source.starts), np.diff(target.starts)
    short = wanted[(n[wanted] <= _TERM) & (m[wanted] <= _TERM)]
    pairs = [
        (ours, theirs, _TERM_STRENGTH / max(n[at], m[at]))
        for at in short.tolist()
        for ours in source.types[source.starts[at] : source.starts[at + 1]].tolist()
        for theirs in target.types[target.starts[at] : target.starts[at + 1]].tolist()
    ]
    columns = np.array(pairs, dtype=np.float64).reshape(-1, 3)
    return Links(columns[:, 0].astype(np.int64), columns[:, 1].astype(np.int64), columns[:, 2])


def skeletons(words: Sequence[str]) -> list[str]:
    """Return what is left of lower-case words when scripts and spellings are levelled.

    All of them are levelled as one text, which takes a tenth of the time.

    >>> skeletons(["баканов", "bakanov"]), skeletons(["tchaïkovski", "чайковский"])
    (['bakanov', 'bakanov'], ['kaikovski', 'kaikovski'])
    """
    bare = unicodedata.normalize("NFKD", "\n".join(words).translate(_LATIN))
    marks = {ord(one): None for one in set(bare) if unicodedata.combining(one)}
    plain = bare.translate(marks) if marks else bare
    for spelling, sound in _SPELLINGS:
        plain = plain.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", plain).split("\n") if words else []


def find_cognates(source: Side, target: Side) -> Links:
    """Link the types of two texts that are alike; stronger where they are equally frequent."""
    ours, theirs = _by_key(source.words), _by_key(target.words)
    found: list[tuple[int, int, float]] = []
    for key, here in ours.items():
        there = theirs.get(key)
        if there is None or len(here) * len(there) > _MOST_PAIRS:
            continue
        for one in here:
            for other in there:
                found.append((one, other, _strength(key, source.words[one], target.words[other])))
    columns = np.array(found, dtype=np.float64).reshape(-1, 3)
    links = columns[:, 0].astype(np.int64), columns[:, 1].astype(np.int64)
    often = source.frequency[links[0]], target.frequency[links[1]]
    balance = np.minimum(*often) / np.maximum(*often)
    return Links(*links, columns[:, 2] * (0.3 + 0.7 * balance))


def _strength(key: str, one: str, other: str) -> float:
    if not key[0].isalpha():
        return _NUMBER_STRENGTH
    return _SAME_STRENGTH if one == other else _ALIKE_STRENGTH


def _by_key(words: Sequence[str]) -> dict[str, list[int]]:
    """Group the types that may be cognates: words by the first letters of their skeletons."""
    written = [number for number, word in enumerate(words) if word[0].isalpha()]
    keyed: dict[str, list[int]] = {}
    for number, bones in zip(written, skeletons([words[one] for one in written]), strict=True):
        if len(bones) >= _KEY:
            keyed.setdefault(bones[:_KEY], []).append(number)
    for number in set(range(len(words))).difference(written):
        keyed.setdefault(words[number], []).append(number)
    return keyed
