"""Bulgarian and Macedonian: a word without article and ending, as космическ of космическите.

Their lexicons know nouns, and few adjectives. Two unknown words that share a stem are taken for
forms of one word.
"""

from __future__ import annotations

from termbase.text.lazy_pattern import lazy_pattern

_ARTICLE = lazy_pattern("(?<=...)(?:ият|ия|иот|ът|ят|от|ата|ята|ото|ето|ите|та|то|те)$")
_ENDING = lazy_pattern("(?<=...)(?:ове|еве|[аяоеи])$")
_FLEEING = lazy_pattern("(?<=..[бвгджзклмнпрстфхцчшщ])[еъ](?=[нлркцг]$)")
_GROUP = lazy_pattern("(?<=.[бвгджзклмнпрстфхцчшщ])(?=[нлркц]$)")


def stem(word: str) -> str:
    """Return the stem of a folded word.

    >>> stem("космическите"), stem("космически"), stem("дистанционен"), stem("дистанционното")
    ('космическ', 'космическ', 'дистанционн', 'дистанционн')
    """
    bare = _ARTICLE.sub("", word)
    return _FLEEING.sub("", _ENDING.sub("", bare))


def dictionary_forms(word: str) -> list[str]:
    """Return what a word may stand under in a dictionary; most of these are no words.

    >>> "земен" in dictionary_forms("земните"), "апарат" in dictionary_forms("апаратите")
    (True, True)
    """
    head = stem(word)
    return [head, *(_GROUP.sub(vowel, head) for vowel in "еъ"), *(head + end for end in "аиоея")]
