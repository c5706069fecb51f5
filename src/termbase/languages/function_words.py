"""Words that hold others together and that a person leaves out when asking for a term."""

from __future__ import annotations

_WORDS = {
    "de": "der die das des dem den ein eine eines von vom zu zum zur im in am an auf für mit und",
    "en": "a an the of for and in on to with by at from or",
    "es": "el la los las un una de del en con para por y a al",
    "fr": "le la les l un une des du de d à a au aux en et par pour sur dans avec sans ou",
    "it": "il lo la i gli le l un una di del della dei delle in con per e a al alla",
    "pt": "o a os as um uma de do da dos das em no na com para por e",
    "ru": "и в во на по с со к ко у о об от до для при из за над под без",
    "uk": "і й та в у на по з із до для при від за над під без",
}
FUNCTION_WORDS = {language: frozenset(text.split()) for language, text in _WORDS.items()}
EVERY_FUNCTION_WORD = frozenset().union(*FUNCTION_WORDS.values())

_CONJUNCTIONS = {
    "da": "og eller",
    "de": "und oder bzw bis",
    "en": "and or to",
    "es": "y e o u",
    "fr": "et ou",
    "it": "e o",
    "nb": "og eller",
    "nl": "en of",
    "pl": "i oraz lub",
    "pt": "e ou",
    "ru": "и или",
    "sv": "och eller",
    "uk": "і й та або",
}
CONJUNCTIONS = {language: frozenset(text.split()) for language, text in _CONJUNCTIONS.items()}
"""Words between two compounds of which the first lacks its end: «short- and long-term»."""

_ARTICLES = {
    "de": "der die das des dem den ein eine einen einem einer eines",
    "en": "a an the of",
    "es": "el la los las un una unos unas",
    "fr": "le la les l un une des du de d",
    "it": "il lo la i gli le l un uno una",
    "nl": "de het een",
    "pt": "o a os as um uma uns umas",
}
ARTICLES = {language: frozenset(text.split()) for language, text in _ARTICLES.items()}
"""Words that stand before a term and are no part of it."""
EVERY_ARTICLE = frozenset().union(*ARTICLES.values())

_COMPARING = frozenset(("по", "най"))
_LEADING = {
    "bg": _COMPARING,
    "en": frozenset(("to",)),
    "fr": frozenset(("au", "aux")),
    "mk": _COMPARING,
}
LEADING = {
    language: ARTICLES.get(language, frozenset()) | _LEADING.get(language, frozenset())
    for language in {*ARTICLES, *_LEADING}
}
"""Words that people type before a term: its articles, «to» before a verb, «най-» before a word
in Bulgarian and Macedonian."""

_DETERMINERS = """
    ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quel quelle
    this that these those my your his her its our their
    этот эта это эти этого этой этих этом этим наш наша наши нашего нашей наших
    monsieur madame m mme mm mr mrs ms dr г н жа господин господина госпожа госпожи
"""
EVERY_LEADING = EVERY_FUNCTION_WORD | frozenset(_DETERMINERS.split())
"""Words that a person takes along when a term is copied from a sentence, in any language."""
