"""Whether a query is a term in another spelling, as «color» is «colour».

Such a query is no slip. What is near to it by its letters is looked at here, so that no key of a
spelling needs to be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from termbase.model.language import primary
from termbase.terms.hits import ACCENTS, INFLECTED, SPELLING
from termbase.terms.keys import bare_of
from termbase.text.forms import regular_forms
from termbase.text.normalise import fold
from termbase.text.words import word_texts

_IN_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""How letters with dots are typed where the keyboard lacks them."""
_S_OR_Z = re.compile(r"(?<=\w{3}[iy])[sz](?=(?:e[ds]|ing|ers?|ations?)(?!\w))")
"""Where verbs in «-ise» and «-yse» differ; words of four letters are others."""
_OTHER = {"s": "z", "z": "s"}
_UMLAUTS = frozenset(("de", "et", "fi", "lb", "sv"))


def tier_of_spelling(query: str, term: str, language: str) -> str:
    """Return the tier of a term that a query spells otherwise; nothing where it does not.

    Args:
        query: What somebody typed.
        term: A term that is near to it.
        language: That of the term, as a BCP 47 tag.
    """
    main = primary(language)
    if main == "en":
        return _across_the_ocean(query, term)
    return _without_dots(query, term, main) if main in _UMLAUTS else ""


def with_s_or_z(query: str) -> str:
    """Return a query with the verbs in it spelt as on the other side of the ocean.

    >>> with_s_or_z("organizing"), with_s_or_z("analysed data"), with_s_or_z("wise size")
    ('organising', 'analyzed data', 'wise size')
    """
    return _S_OR_Z.sub(lambda sign: _OTHER[sign[0]], query)


def _across_the_ocean(query: str, term: str) -> str:
    from termbase.text.english_spelling import american

    asked, own = word_texts(fold(query)), word_texts(fold(term))
    forms = [{*regular_forms(word, "en")} for word in asked]
    if _each_in(own, forms):  # «hydraulic-» is spelt as «hydraulic» is
        return ""
    own = [american(word) for word in own]
    if [american(word) for word in asked] == own:
        return SPELLING
    return INFLECTED if _each_in(own, ({*map(american, some)} for some in forms)) else ""


def _without_dots(query: str, term: str, main: str) -> str:
    typed = fold(term).translate(_IN_TWO)
    if typed == fold(term):
        return ""
    if typed == fold(query):
        return ACCENTS
    forms = ({*map(bare_of, regular_forms(word, main))} for word in word_texts(fold(query)))
    return INFLECTED if _each_in(word_texts(bare_of(typed)), forms) else ""


def _each_in(words: list[str], some: Iterable[set[str]]) -> bool:
    sets = list(some)
    return len(words) == len(sets) and all(map(set.__contains__, sets, words))
