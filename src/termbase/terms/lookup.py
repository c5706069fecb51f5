"""Find the terms that a query means: tiers from exact to misspelt, which never cross.

A term found in one tier is never listed again in a later one. Tiers that load a stemmer or measure
distances run only where no earlier one has said what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from termbase.model.language import primary
from termbase.terms.by_forms import (
    MOST_PARTS,
    by_forms,
    is_article,
    relatives,
    with_word_begun,
    word_groups,
)
from termbase.terms.by_spelling import behind_articles, look_alike, spelt
from termbase.terms.hits import (
    ACRONYM,
    INFLECTED,
    MISSPELT,
    NEAR,
    PART,
    PREFIX,
    PUNCTUATION,
    TIERS,
    WORD_APART,
    Hits,
    TermHit,
    ordered,
)
from termbase.terms.keys import (
    BARE,
    WORD,
    bare_of,
    bare_words,
)
from termbase.terms.short_forms import acronyms, contractions
from termbase.text.words import word_texts

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore


LEAST_PREFIX = 2
"""A shorter beginning of a term says too little."""
_FEW = 4
"""Where so many terms begin as the query does, it is a beginning and no mistake."""
_SLIP = 91
"""A term that shares so many per cent of its letters with a query was meant by it."""

_LONGEST_ARTICLE = 8
"""A longer query says more than articles do."""

_INITIAL = re.compile(r"(?<!\w)([^\W\d_])\.\s*")
_UNSPACED = "\u0e00"
"""No script without spaces has a sign before this one."""
_OTHER_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u30a0-\u30ff\u3400-\u9fff]")
"""What is behind a word and no ending: signs without spaces, but for those of Japanese endings."""
_LONGEST_ENDING = 5
"""An ending that nobody knows has so many letters at most."""
_AND_ON = "*"
"""Asks how words go on, as other tools have it: «spac*»; where none does, it is that of a note."""
_UNFINISHED = re.compile(r"\w['’ʼ‐‑-]$")
"""A query with this end goes on; nobody writes a word so."""


def find_terms(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Return the terms that a query means, best first.

    Args:
        query: What somebody typed.
        languages: Where to look, as BCP 47 tags; everywhere if empty.
        store: Where the terms are.

    Returns:
        Hits by tier, score, nearness, status, signs that they lack of the query, length and
        text; each term once. An article alone finds what is spelt so or begins with it as a word.
        What a query was pasted with is set aside where it finds nothing, or misspelt terms alone.
    """
    found = _find_pasted(query, languages, store)
    if not found:
        from termbase.terms.last_resort import last_resort
        from termbase.terms.pasted import without_page, without_sentence

        meant = without_sentence(without_page(query))
        found = ordered(last_resort(meant, languages, store, _find_spelt), query)
    return found


def _find_pasted(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the terms that a query means as it stands, or without what it was pasted with."""
    find = _find_begun if query.endswith(_AND_ON) else _find
    found = find(query, languages, store)
    if found and found[0].tier != MISSPELT:
        return found
    from termbase.terms.pasted import without_page, without_sentence

    for trim in (without_page, without_sentence):
        meant = trim(query)
        others = _find_pasted(meant, languages, store) if meant != query else []
        if trim is without_sentence:
            others = _of_whole_words(others, query, meant)
        if others:
            return [
                hit._replace(tier=max(hit.tier, PUNCTUATION, key=TIERS.index)) for hit in others
            ]
    return found


def _of_whole_words(hits: list[TermHit], query: str, meant: str) -> list[TermHit]:
    """Return what a query without its small words finds, if it was meant.

    Slips were not; nor was a small word an acronym («up the»), nor one with another behind it a
    beginning («aim to»: aimant).
    """
    if not query.rstrip().endswith(meant):
        begun = f"{bare_of(meant)} "
        hits = [
            hit for hit in hits if hit.tier != PREFIX or bare_of(hit.term.text).startswith(begun)
        ]
    best = hits[0].tier if hits else MISSPELT
    return [] if best == MISSPELT or (best == ACRONYM and meant.islower()) else hits


def _find(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the terms that a query means as it stands."""
    hits = Hits()
    hits.take(spelt(query, languages, store))
    if len(query) <= _LONGEST_ARTICLE and is_article(query, languages or store.term_languages()):
        hits.take(_beginning(query if _UNFINISHED.search(query) else f"{query} ", languages, store))
        return ordered(hits.values(), query)
    if not hits:
        hits.take(behind_articles(query, languages, store))
    beginning = list(_beginning(query, languages, store))
    short = list(acronyms(query, languages, store))
    near: list[TermHit] | None = None
    if hits:
        hits.take(relatives(hits.first().term, store))
    elif not (short and query.isupper()):  # no letter of an acronym is an ending
        near = _take_forms(hits, query, len(beginning) >= _FEW, languages, store)
    hits.take(_parts(query, languages, store))
    if not hits:
        hits.take(_named(query, languages, store))
    heard = _take_disguised(hits, query, short, languages, store)
    if beginning and _UNFINISHED.search(query) and not hits.as_typed():
        hits.clear()
    hits.take(beginning)
    _take_slips(hits, query, heard, near, languages, store)
    return ordered(hits.values(), query)


def _take_slips(
    hits: Hits,
    query: str,
    heard: list[TermHit],
    near: list[TermHit] | None,
    languages: Collection[str],
    store: TermStore,
) -> None:
    """Take the terms near a query, where nothing stricter says what was meant.

    Args:
        heard: Longer terms that have a part that sounds so in another script.
        near: The terms near the query, if they are known.
    """
    if heard:
        near = _misspelt(query, languages, store) if near is None else near
        is_slip = any(hit.tier == MISSPELT and hit.score >= NEAR for hit in near)
        hits.take(near if is_slip else heard)  # «orbtie» is «orbite» before «на орбите»
    uncertain = len(hits) < _FEW and all(hit.tier == PREFIX for hit in hits.values())
    if uncertain or all(hit.tier == ACRONYM for hit in hits.values()):
        hits.take(contractions(query, languages, store))
    if uncertain:
        hits.take(_misspelt(query, languages, store) if near is None else near)
    if all(hit.score < NEAR for hit in hits.values()):
        from termbase.terms.slips import slips_in_parts

        hits.take(slips_in_parts(query, languages, store))


def _find_spelt(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the terms that a query without slips means, and perhaps without accents."""
    hits = Hits()
    hits.take(spelt(query, languages, store))
    hits.take(by_forms(query, languages, store, regular=True))
    if not hits:
        hits.take(by_forms(query, languages, store))
    hits.take(_parts(query, languages, store))
    hits.take(_beginning(query, languages, store))
    return list(hits.values())


def _find_begun(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the terms that begin as a query does before its star, or have a word that does."""
    hits = Hits()
    begun = query.rstrip(_AND_ON)
    hits.take(spelt(query, languages, store))
    hits.take(_beginning(begun, languages, store))
    hits.take(with_word_begun(begun, languages, store))
    goes_on = any(hit.tier in (PREFIX, PART) for hit in hits.values())
    return ordered(hits.values(), query) if goes_on else _find(query, languages, store)


def _take_forms(
    hits: Hits, query: str, begins: bool, languages: Collection[str], store: TermStore
) -> list[TermHit] | None:
    """Take terms by the forms of their words, or slips; return the terms near, if they are known.

    What is regular, or a slip, needs no lexicon. Where terms begin as the query does, or have all
    of its words, no slip is looked for.
    """
    near: list[TermHit] | None = None
    regular = list(by_forms(query, languages, store, regular=True))
    if any(hit.tier != PART for hit in regular):
        hits.take(regular)
    elif not begins and not regular:
        near = _slips(query, languages, store)
        hits.take(hit for hit in near or () if hit.score >= _SLIP)
    if not hits:
        hits.take(by_forms(query, languages, store))
    if not hits:
        hits.take(_across_the_ocean(query, languages, store))
    if not hits:
        hits.take(_with_ending(query, languages, store))
    if not hits:
        hits.take(_respelt(query, languages, store))
    return near


def _across_the_ocean(
    query: str, languages: Collection[str], store: TermStore
) -> Iterator[TermHit]:
    """Find English terms of which the query has forms in another spelling: «organizing»."""
    from termbase.terms.other_spellings import with_s_or_z

    other = with_s_or_z(query)
    spoken = languages or store.term_languages()
    english = [one for one in spoken if primary(one) == "en"] if other != query else []
    yield from by_forms(other, english, store) if english else ()


def _with_ending(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms that most of a query is, where no lexicon knows the endings of a language.

    As «etxetik» is of «etxe» in Basque, 위성은 of 위성 in Korean.
    """
    from termbase.text.lexicons import has_lexicon

    bare = bare_of(query)
    least = max(LEAST_PREFIX, (len(bare) + 1) // 2, len(bare) - _LONGEST_ENDING)
    cuts = [at for at in range(least, len(bare)) if bare[at:].isalpha()]
    begun = [bare[:at] for at in cuts if not _OTHER_WORD.search(bare, at)]
    unknown = [one for one in languages or store.term_languages() if not has_lexicon(primary(one))]
    for row in store.terms_with_key(BARE, begun, unknown) if begun and unknown else ():
        yield TermHit(INFLECTED, 100, row, len(bare) - len(row.text))


def _take_disguised(
    hits: Hits, query: str, short: list[TermHit], languages: Collection[str], store: TermStore
) -> list[TermHit]:
    """Take terms in another script, from the wrong keyboard, by their initials.

    Returns:
        Longer terms of which a part sounds like the query, where nothing else is found.
    """
    heard: list[TermHit] = []
    if all(hit.tier == PART for hit in hits.values()):
        from termbase.terms.other_script import by_sound

        hits.take(look_alike(query, languages, store))
        sounding = list(by_sound(query, languages, store))
        whole = [hit for hit in sounding if hit.far < WORD_APART]
        heard = [] if hits or whole else sounding
        hits.take(sounding if whole and not hits else whole)
        if not (short and query.isupper()):  # what can be read as typed was meant so
            from termbase.terms.by_keyboard import by_keyboard

            hits.take(by_keyboard(query, languages, store))
    hits.take(short)
    return heard


def _slips(query: str, languages: Collection[str], store: TermStore) -> list[TermHit] | None:
    """Find the nearest terms where a slip of the finger may be told before a lexicon is loaded.

    Only in scripts where endings are short: in Russian a letter or two may be another case.
    """
    from termbase.text.sound import is_cyrillic

    return None if is_cyrillic(query) else _misspelt(query, languages, store)


def _beginning(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms that begin as the query does; behind a space another word must follow."""
    bare = bare_of(query) + (" " if query[-1:].isspace() else "")
    for row in store.terms_beginning(bare, languages) if len(bare) >= LEAST_PREFIX else ():
        yield TermHit(PREFIX, 100, row)


def _parts(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find longer terms that hold the words of the query next to each other."""
    wanted = _pieces(query)
    size = len(wanted)
    rows = store.terms_with_words(word_groups(store, WORD, wanted, languages), languages)
    for row in rows[:MOST_PARTS]:
        own = _pieces(row.text) if size > 1 else row.words.split()
        if size == 1 or any(own[at : at + size] == wanted for at in range(len(own) - size + 1)):
            yield TermHit(PART, 100, row, WORD_APART * (len(own) - size))


def _named(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find names of which a query has an initial and other words: «Д. Баканову», «Bakanov D.».

    A name has capitals: «спутник, м. р.» is no «метеорологический спутник».
    """
    initials = _INITIAL.findall(query)
    rest = _INITIAL.sub(" ", query).strip()
    if not initials or not rest:
        return
    for hit in (*_parts(rest, languages, store), *by_forms(rest, languages, store)):
        names = {bare_of(word) for word in word_texts(hit.term.text) if word[0].isupper()}
        others = names.difference(bare_words(rest))
        if hit.tier == PART and any(one.startswith(bare_of(initials[0])) for one in others):
            yield hit


def _respelt(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms that write in one what the query writes apart, or the other way round."""
    from termbase.terms.respelt import respelt

    for other in respelt(query, languages, store):
        for find in by_forms, _parts:
            for hit in find(other.query, languages, store):
                if other.fits(hit.term.text):
                    yield hit


def _pieces(text: str) -> list[str]:
    """Return the bare words of a text, or its signs where a script has no spaces."""
    bare = bare_of(text)
    if max(bare, default="") < _UNSPACED:  # the signs of such scripts take long to load
        return bare_words(bare)
    from termbase.text.pieces import piece_texts

    return piece_texts(bare)


def _misspelt(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the terms nearest to the query, by what is loaded only then."""
    from termbase.terms.slips import slips

    return slips(query, languages, store)
