"""A word → the words that it may be a form of, as a lexicon has them.

pymorphy3 knows Russian and Ukrainian, with the part of speech of every reading; simplemma knows
the lemma of a word in some forty other languages. A lexicon is loaded with the first word that is
asked for, and never for what stored keys can answer. No language here is worse off than before:
a word that no lexicon knows has no readings, and stems speak for it (`termbase.text.forms`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from termbase.languages import profile_of
from termbase.model.language import primary
from termbase.text.kept_words import word_shelf
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.normalise import fold
from termbase.text.words import word_texts

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

    from termbase.ports.words import Words

NOUN, VERB, ADJECTIVE, OTHER = "noun", "verb", "adjective", "other"
"""What a reading is; the empty text where the lexicon does not say."""

_INFLECTED = frozenset(("ru", "uk"))
_TAGS = (
    "ar ast bg ca cs cy da de el en eo es et fa fi fr ga gd gl hbs he hi hu hy id is it ka la lb lt"
    " lv mk ml ms nb nl nn pl pt ro se sk sl sq sv sw tl tr"
)
_LEMMATISED = frozenset(_TAGS.split())
_NAMED_OTHERWISE = {"no": "nb", "bs": "hbs", "hr": "hbs", "sh": "hbs"}
_KINDS = {
    "NOUN": NOUN,
    "NPRO": NOUN,
    "ADJF": ADJECTIVE,
    "ADJS": ADJECTIVE,
    "PRTF": ADJECTIVE,
    "VERB": VERB,
    "INFN": VERB,
    "GRND": VERB,
    "PRTS": VERB,
}
_NO_CASES = frozenset(("Fixd", "Name", "Surn", "Patr"))
_ADJECTIVE_ENDING = lazy_pattern(
    "(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ою|ею|ое|ее|ей|ой|ые|ие|ых|их|ыми|ими)"
    "(?:ся)?$"
)
_PACKED, _KEPT = 2000, 60_000
"""So many spellings are sought in a packed lexicon, or in one that is kept unpacked in a file,
before it is worth having it whole in memory."""
_CYRILLIC, _LATIN = ("\u0400", "\u04ff"), ("\0", "\u036f")
_SCRIPTS = {
    "ar": ("\u0600", "\u06ff"),
    "bg": _CYRILLIC,
    "el": ("\u0370", "\u03ff"),
    "hbs": (_LATIN[0], _CYRILLIC[1]),
    "he": ("\u0590", "\u05ff"),
    "hi": ("\u0900", "\u097f"),
    "hy": ("\u0530", "\u058f"),
    "ka": ("\u10a0", "\u10ff"),
    "mk": _CYRILLIC,
}
"""The first and the last sign that words begin with, of languages that are not written in Latin."""


class Reading(NamedTuple):
    """What a word may be. Lemma: folded; kind: `NOUN`, `VERB`, `ADJECTIVE`, `OTHER` or empty."""

    lemma: str
    kind: str


_ADVERBS = (("ment", ""), ("amment", "ant"), ("emment", "ent"))
"""How French adverbs end, and the adjectives that they are of."""

_Lexicon = Callable[[str], tuple[Reading, ...]]


def has_lexicon(language: str) -> bool:
    """Say whether a lexicon knows a language, by its primary tag."""
    return language in _INFLECTED or _NAMED_OTHERWISE.get(language, language) in _LEMMATISED


def tells_kinds(language: str) -> bool:
    """Say whether the lexicon of a language knows nouns from verbs."""
    return language in _INFLECTED


@lru_cache(maxsize=1 << 17)
def readings(folded: str, language: str) -> tuple[Reading, ...]:
    """Return what a word may be, likelier readings first where the lexicon says so.

    Args:
        folded: One folded word.
        language: A primary language tag.

    Returns:
        Nothing where no lexicon knows the word.

    Source: OpenCorpora and VESUM through pymorphy3; the word lists of simplemma.

    >>> [one.lemma for one in readings("spatiaux", "fr")], readings("qqqq", "fr")
    (['spatial'], ())
    >>> readings("начал", "ru")
    (Reading(lemma='начать', kind='verb'), Reading(lemma='начало', kind='noun'))
    """
    return _asked(folded, language) if folded.isalpha() or "'" in folded else ()


def has_word(folded: str, language: str) -> bool:
    """Say whether the lexicon of a language has a word, with the hyphens that it has.

    >>> has_word("well-known", "en"), has_word("кто-то", "ru"), has_word("pro-gramme", "fr")
    (True, True, False)
    """
    return bool(_asked(folded, language))


def has_words(text: str, languages: Iterable[str]) -> bool:
    """Say whether every word of a text is one of some language, by what is known of it.

    The word lists lack words without forms, above all the French ones.

    >>> has_words("the launch of a rocket", ["en"]), has_words("the lunch of a rockett", ["en"])
    (True, False)
    >>> has_words("souvent évidemment", ["fr"]), has_words("constamment seulement", ["fr"])
    (True, True)
    """
    spelt = word_texts(fold(text))
    mains = dict.fromkeys(map(primary, languages))
    return any(all(_is_word(word, main) for word in spelt) for main in mains)


def _is_word(folded: str, language: str) -> bool:
    if folded in profile_of(language).starters or has_word(folded, language):
        return True
    bases = (folded.removesuffix(end) + other for end, other in _ADVERBS if folded.endswith(end))
    return language == "fr" and any(has_word(base, "fr") for base in bases)


def _asked(folded: str, language: str) -> tuple[Reading, ...]:
    if language in _INFLECTED:
        return _inflected(language)(folded) if folded > "\u0400" else ()  # none is Latin
    if not has_lexicon(language):
        return ()
    name = _NAMED_OTHERWISE.get(language, language)
    return _lemmatised(name)(folded) if _may_have(name, folded) else ()


def _may_have(name: str, folded: str) -> bool:
    """Say whether a lexicon may have a word, by its script; so none is unpacked in vain."""
    first, last = _SCRIPTS.get(name, _LATIN)
    rarer = name not in _SCRIPTS and "\u1e00" <= folded[0] < "\u1f00"
    return first <= folded[0] <= last or rarer


@lru_cache(maxsize=2)
def _inflected(language: str) -> _Lexicon:
    """Return what pymorphy3 knows of words; its own `parse` asks for more than is needed here."""
    analyser = analyser_of(language)
    dictionary, estimator = analyser.dictionary, analyser.prob_estimator

    @lru_cache(maxsize=1 << 14)
    def tag_of(paradigm: int, place: int) -> tuple[Any, bool]:
        tag = dictionary.build_tag_info(paradigm, place)
        return tag, "Abbr" in tag

    def read(folded: str) -> tuple[Reading, ...]:
        parses = [
            (word, *tag_of(*place), place)
            for word, places in dictionary.words.similar_items(folded, analyser.char_substitutes)
            for place in places
        ]
        parses = [one for one in parses if not one[2]] or parses
        found = [
            (_reading(tag.POS, dictionary.build_normal_form(*place, word), folded), tag)
            for word, tag, _, place in parses
        ]
        if estimator and len({reading for reading, _ in found}) > 1:
            found.sort(key=lambda one: -estimator.p_t_given_w.prob(folded, one[1]))
        return tuple(dict.fromkeys(reading for reading, _ in found))

    return read


@lru_cache(maxsize=1 << 12)
def cases(folded: str, language: str) -> frozenset[tuple[str, str]]:
    """Return the cases and numbers that a word may have as a noun, where a lexicon knows them.

    Names, and nouns that do not decline, have none.

    >>> sorted(cases("космонавта", "ru")), cases("красиво", "ru")
    ([('accs', 'sing'), ('gent', 'sing')], frozenset())
    """
    if language not in _INFLECTED or folded < "\u0400":
        return frozenset()
    analyser = analyser_of(language)
    tags = (
        analyser.dictionary.build_tag_info(*place)
        for _, places in analyser.dictionary.words.similar_items(folded, analyser.char_substitutes)
        for place in places
    )
    return frozenset(
        (tag.case, tag.number)
        for tag in tags
        if tag.POS == "NOUN" and _NO_CASES.isdisjoint(tag.grammemes)
    )


@lru_cache(maxsize=2)
def analyser_of(language: str) -> MorphAnalyzer:
    """Return pymorphy3's analyser of a language.

    It is told where its dictionary lies: to seek it among all packages installed takes longer
    than to open it.
    """
    from pymorphy3 import MorphAnalyzer

    place = import_module(f"pymorphy3_dicts_{language}").get_path()
    return MorphAnalyzer(place, language)


def _reading(kind: str, lemma: str, folded: str) -> Reading:
    """Return a parse as a reading; a participle is an adjective, not its verb."""
    if kind == "PRTF":
        return Reading(_ADJECTIVE_ENDING.sub("ый", folded), ADJECTIVE)
    return Reading(fold(lemma), _KINDS.get(kind, OTHER))


def packed_words(name: str) -> Mapping[str, str]:
    """Return the lemmas that simplemma has for a language, of few words soon."""
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

    found: Mapping[str, str] = LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(name)
    return found


def whole_words(name: str) -> Mapping[str, str]:
    """Return the same, of many words soon; nobody else holds it in memory."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    found: Mapping[str, str] = DefaultDictionaryFactory(cache_max_size=0).get_dictionary(name)
    return found


class WordList:
    """The lemmas that simplemma has for a language, of few words soon, and of many.

    Where they can be kept in a file, they are with the first of them: whoever comes next, mostly
    another command, opens that file.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        kept = _kept_words(name)
        self._words, self._left = (kept, _KEPT) if kept else (packed_words(name), _PACKED)

    def get(self, word: str, /) -> str | None:
        """Return the lemma of a word, None where it is not known."""
        self._left -= 1
        if self._left == 0:
            self._words = whole_words(self._name)
        return self._words.get(word)


def _kept_words(name: str) -> Words | None:
    """Return the words of a language from the file that keeps them; None where none can."""
    shelf = word_shelf()
    if shelf is None:
        return None
    kept = shelf.opened(name)
    if kept is None:
        shelf.keep(name, whole_words)
        kept = shelf.opened(name)
    return kept


@lru_cache(maxsize=4)
def _lemmatised(name: str) -> _Lexicon:
    words = WordList(name)

    def read(folded: str) -> tuple[Reading, ...]:
        spelt = _spelt(folded, name)
        found = (words.get(spelt), words.get(spelt.capitalize()))
        return tuple(dict.fromkeys(Reading(fold(lemma), "") for lemma in found if lemma))

    return read


def _spelt(folded: str, language: str) -> str:
    """Return a folded word as lexicons spell it: folding writes the last ς of a word as σ."""
    return folded[:-1] + "ς" if language == "el" and folded.endswith("σ") else folded
