"""Words whose hyphen is their own and that lexicons lack: «au-dessus», «российско-белорусский».

They decide where a line end has a hyphen, and the text has the word not once more.
"""

from __future__ import annotations

_WHOLE = {
    "fr": "au-dedans au-dehors au-delà au-dessous au-dessus au-devant ci-après ci-contre ci-dessous"
    " ci-dessus ci-devant ci-inclus ci-incluse ci-joint ci-jointe ci-joints ci-jointes en-deçà"
    " en-tête en-têtes là-bas là-dedans là-dessous là-dessus là-haut mi-temps outre-mer par-delà"
    " par-derrière par-dessous par-dessus par-devant par-devers pêle-mêle quelques-unes"
    " quelques-uns soi-disant soi-même",
}
_NATIONS = {
    "en": "anglo franco indo italo luso russo serbo sino turco",
    "fr": "américano anglo austro belgo franco germano gréco helvético hispano ibéro indo israélo"
    " italo luso nippo russo serbo sino soviéto turco",
}
_BEHIND_NATIONS = ("centr", "log", "man", "phil", "pho")
"""So begin the halves of words that have no hyphen («russophone»)."""
_ENDS = {"be": ("ска", "цка"), "ru": ("ско", "цко"), "uk": ("сько", "цько")}
"""Of adjectives that come first in a pair."""
_SECOND = ("ск", "цк", "ськ", "цьк")
"""So goes on, from its third letter on, the second one: «белорусский», and no «вский»."""

_WORDS = {language: frozenset(words.split()) for language, words in _WHOLE.items()}
_FIRST = {language: frozenset(words.split()) for language, words in _NATIONS.items()}


def is_hyphened(word: str, language: str) -> bool:
    """Say whether a word in small letters is written with its hyphen.

    >>> is_hyphened("au-dessus", "fr"), is_hyphened("pro-gramme", "fr")
    (True, False)
    """
    return word in _WORDS.get(language, ())


def joins_two(left: str, right: str, language: str) -> bool:
    """Say whether two halves that are no word together are adjectives joined by a hyphen.

    >>> joins_two("российско", "белорусский", "ru"), joins_two("русско", "го", "ru")
    (True, False)
    >>> joins_two("казацка", "шляхецкі", "be"), joins_two("даска", "наласць", "be")
    (True, False)
    >>> joins_two("franco", "russe", "fr"), joins_two("franco", "phone", "fr")
    (True, False)
    """
    if left in _FIRST.get(language, ()):
        return not right.startswith(_BEHIND_NATIONS)
    first = left.endswith(_ENDS.get(language, ("\n",)))
    return first and any(sign in right[2:] for sign in _SECOND)
