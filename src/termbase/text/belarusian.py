"""Belarusian: a word without its endings, as касмічн of касмічнымі.

No lexicon and no stemmer for it are at hand. A word has several stems, since consonants change
before an ending (арбіта, арбіце), and two words that share one are taken for forms of one word.
"""

from __future__ import annotations

from termbase.text.lazy_pattern import lazy_pattern

_ENDINGS = (
    "амі ямі ымі імі мі ага яга ога аму яму ому ая яя ую юю ае яе ое ыя ія ай яй ой ёй ей аю яю ою"
    " аў яў оў ёў ам ям ом ём ем ах ях ых іх ым ім а я о е э ы і у ю й ь"
)
_ENDING = lazy_pattern(f"(?<=...)(?:{'|'.join(sorted(_ENDINGS.split(), key=len, reverse=True))})$")
_SOFT_ENDING = frozenset("еіэы")
_HARD = (("дз", "д"), ("ц", "т"), ("ц", "к"), ("з", "г"), ("с", "х"))
"""What a consonant becomes before a soft ending, and what it is elsewhere."""
_DOUBLE = lazy_pattern(r"([дзлцжчш])\1$")


def stems(word: str) -> list[str]:
    """Return the stems of a folded word, the likeliest first.

    >>> stems("касмічнымі"), stems("дзяржаў")
    (['касмічн', 'касмічнымі'], ['дзярж', 'дзяржав', 'дзяржаў'])
    >>> stems("арбіце")
    ['арбіц', 'арбіт', 'арбік', 'арбіце']
    """
    word = "у" + word[1:] if word.startswith("ў") else word
    ending = _ENDING.search(word)
    head = word[: ending.start()] if ending else word
    found = [_DOUBLE.sub(r"\1", head)]
    if ending and ending[0] in _SOFT_ENDING:
        found += [head.removesuffix(soft) + hard for soft, hard in _HARD if head.endswith(soft)]
    if word.endswith(("ыя", "ія")):  # станцыя is a noun, касмічныя an adjective
        found.append(word[:-1])
    if word.endswith("ў"):
        found.append(word[:-1] + "в")
    return list(dict.fromkeys((*found, word)))
