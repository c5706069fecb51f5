"""A word → the roots that it may be derived from: ``infection`` and ``infectée`` share ``infect``.

Derivation is more than inflection (`termbase.text.inflection`): a noun of a verb, an adjective of
a noun, an adverb of an adjective, somebody who acts. A word loses its endings one after another,
each at most a few letters long, and sounds that alternate at the end of a root are made one. What
is left is no word, and two words may share it by chance; so this says what may be meant, never
that it is right.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from termbase.model.language import primary
from termbase.text.forms import unstressed
from termbase.text.lexicons import readings

if TYPE_CHECKING:
    from termbase.text.roots.table import Derivation

_STEPS = 3
"""How many endings a word may have one behind the other: ion-al-is-ation."""
_LEAST = 3
"""Letters of a root that tell something."""
_TELLING = 4
_SHORT_WORD = 6
"""A root of fewer than four letters tells something where one of the words is so short."""


def knows_roots(language: str) -> bool:
    """Say whether the derivation of a language is known, by its BCP 47 tag."""
    return primary(language) in ("en", "fr", "ru")


@lru_cache(maxsize=1 << 15)
def roots(word: str, language: str) -> frozenset[str]:
    """Return the roots that a word may have; none in a language whose derivation is not known.

    Args:
        word: One word as it stands in a text.
        language: BCP 47 tag.

    >>> "verifi" in roots("vérification", "fr") & roots("vérifié", "fr")
    True
    >>> "баланс" in roots("балансовый", "ru") & roots("баланс", "ru")
    True
    """
    tag = primary(language)
    if not knows_roots(tag):
        return frozenset()
    table = _table(tag)
    return _stripped(table, {base for one in _written(word, tag) for base in table.bases(one)})


@lru_cache(maxsize=1 << 15)
def roots_within(word: str, language: str) -> frozenset[str]:
    """Return the roots that a word may have behind a prefix, if it is made with one.

    >>> "gross" in roots_within("agrandir", "fr"), "grand" in roots_within("agrandir", "fr")
    (False, True)
    """
    tag = primary(language)
    if not knows_roots(tag):
        return frozenset()
    table = _table(tag)
    return _stripped(table, {table.made_of(one) for one in _written(word, tag)} - {""})


def _written(word: str, tag: str) -> set[str]:
    folded = unstressed(word)
    return {folded, *(one.lemma for one in readings(folded, tag))}


def _stripped(table: Derivation, bases: set[str]) -> frozenset[str]:
    """Return what is left of the bases of a word without their endings."""
    found = {one for base in bases for one in table.variants(base)}
    left = bases
    for _ in range(_STEPS):
        left = {shorter for one in left for shorter in table.stripped(one)}
        found |= {other for one in left for other in table.variants(one)}
    kin = table.kin(bases, found)
    return frozenset(one for one in found if len(one) >= _LEAST) | kin


def share_root(one: str, other: str, language: str) -> bool:
    """Say whether two words may be derived from one root.

    >>> share_root("transmission", "transmettre", "fr"), share_root("station", "statut", "fr")
    (True, False)
    """
    least = _LEAST if min(len(one), len(other)) <= _SHORT_WORD else _TELLING
    first, second = roots(one, language), roots(other, language)
    shared = first & second
    shared |= (roots_within(one, language) & second) | (first & roots_within(other, language))
    return any(len(root) >= least or root.startswith("=") for root in shared)


def speak_apart(one: str, other: str, language: str) -> bool:
    """Say whether one of two words of a root names who or what acts, and the other does not.

    A launcher is no launch, so the one does not stand for the other.

    >>> speak_apart("lancer", "lancement", "fr"), speak_apart("lanceur", "lancement", "fr")
    (False, True)
    """
    if not knows_roots(language):
        return False
    table, tag = _table(primary(language)), primary(language)
    first, second = (_lemmas(word, tag) for word in (one, other))
    pairs = [(a, b) for a in first for b in second]
    return all(table.speaks_of_another(a, b) for a, b in pairs) or all(
        table.speaks_of_another(b, a) for a, b in pairs
    )


def _lemmas(word: str, tag: str) -> set[str]:
    folded = unstressed(word)
    return {one.lemma for one in readings(folded, tag)} or {folded}


@lru_cache(maxsize=4)
def _table(language: str) -> Derivation:
    from termbase.text.roots import english, french, russian

    return {"en": english.TABLE, "fr": french.TABLE, "ru": russian.TABLE}[language]
