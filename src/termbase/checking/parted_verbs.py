"""A verb whose parts stand apart, or in another order: «melden Sie sich an» is «sich anmelden».

German and Dutch prefixes go to the end of the clause, an object stands before an English particle
(«switch the device off») or a complement («mettez le satellite en orbite»), and the pronoun of a
reflexive verb has another form and place with each person («conéctese», «me conecto»).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.languages.parted_verbs import (
    AFTER_A_CLAUSE,
    COMPLEMENTS,
    ENCLITIC,
    INFINITIVE_MARKS,
    INFINITIVES,
    OWN_PRONOUN,
    PARTICLES,
    REFLEXIVE_PRONOUNS,
    SEPARABLE_PREFIXES,
)
from termbase.model.concept import Term
from termbase.model.language import primary
from termbase.text.forms import word_keys
from termbase.text.inflection import inflects
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.normalise import fold, unaccented

_TOKEN = lazy_pattern(r"[^\W_]+|[,()–—]")
_SENTENCE_END = lazy_pattern(
    r"[!?…;]|:(?=\s|$)|(?<!\d)(?<!\b[^\W\d_])\.(?=\s+[^a-zß-ÿ\s]|\s*$)|\n\s*\n"
)
"""No dot as in «z. B.», «am 3. Mai» or «Version 2.3», nor a line that is broken."""
_CLAUSE_MARKS = frozenset(",()–—")
_REACH = 6
"""So many words may stand between a verb and its particle or complement."""
_LEAST = 3
"""A verb has so many letters behind its prefix."""


class PartedVerbs:
    """The sentences of a text, for terms that are verbs and may have parted in it."""

    def __init__(self, text: str, language: str) -> None:
        self._language = primary(language)
        self._sentences = [_TOKEN.findall(fold(one)) for one in _SENTENCE_END.split(text)]

    def hold(self, wanted: Sequence[Term]) -> bool:
        """Say whether one of some terms is a verb that stands there in its parts.

        >>> PartedVerbs("Bitte melden Sie sich jetzt an.", "de").hold([Term("anmelden", "de")])
        True
        >>> PartedVerbs("Melden Sie es an den Verkäufer.", "de").hold([Term("anmelden", "de")])
        False
        """
        return any(self._holds(term.text) for term in wanted if term.match == "inflected")

    def _holds(self, term: str) -> bool:
        own = _TOKEN.findall(fold(term))
        verb, reflexive = self._without_pronoun(own)
        if reflexive:
            return bool(verb) and any(self._stands_reflexive(verb, one) for one in self._sentences)
        bared = self._language == "en" and own[:1] == ["to"]
        verb = own[1:] if bared else own
        return bool(verb) and any(
            (bared and self._stands_together(verb, one)) or self._stands_apart(verb, one)
            for one in self._sentences
        )

    def _without_pronoun(self, own: list[str]) -> tuple[list[str], bool]:
        """Return a verb without its own pronoun, and whether it has one."""
        pronouns = OWN_PRONOUN.get(self._language, frozenset())
        rest = [one for one in own if one not in pronouns]
        if len(rest) < len(own):
            return rest, True
        if own and self._language in ENCLITIC:
            before, lost = ENCLITIC[self._language]
            for pronoun in pronouns:
                if own[0].endswith(before + pronoun):
                    return [own[0].removesuffix(pronoun) + lost, *own[1:]], True
        return own, False

    def _stands_reflexive(self, verb: list[str], sentence: list[str]) -> bool:
        """Say whether a verb stands in a sentence with a pronoun, or ends in one («conéctese»)."""
        pronouns = REFLEXIVE_PRONOUNS[self._language]
        words = [one for one in sentence if one not in pronouns]
        if words != sentence and (
            self._stands_together(verb, words) or self._stands_apart(verb, words)
        ):
            return True
        return self._language in ENCLITIC and any(
            self._is_form(verb[0], bare) and self._starts(verb[1:], sentence, place + 1)
            for place, word in enumerate(sentence)
            for bare in self._bare(word)
        )

    def _bare(self, word: str) -> Iterator[str]:
        """Yield a word without the pronoun that it may end in."""
        for pronoun in REFLEXIVE_PRONOUNS[self._language]:
            if len(word) >= len(pronoun) + _LEAST and word.endswith(pronoun):
                yield unaccented(word.removesuffix(pronoun))

    def _stands_together(self, verb: list[str], words: list[str]) -> bool:
        return any(self._starts(verb, words, place) for place in range(len(words)))

    def _stands_apart(self, verb: list[str], words: list[str]) -> bool:
        """Say whether a part of a verb stands behind the rest of it, with words between.

        Before the rest it stands with the sign of the infinitive between: «uit te schakelen».
        """
        mark = INFINITIVE_MARKS.get(self._language)
        marked = mark if mark in words else None
        return any(
            (marked and self._stands_together([*part, marked, rest], words))
            or any(
                self._starts(part, words, place)
                and (within or self._ends_clause(words, place + len(part)))
                and any(self._is_form(rest, one) for one in words[max(0, place - reach) : place])
                for place in range(1, len(words))
            )
            for rest, part, reach, within in self._cuts(verb)
        )

    def _cuts(self, verb: list[str]) -> Iterator[tuple[str, list[str], int, bool]]:
        """Yield the ways in which a verb may be parted.

        Yields:
            What is inflected; what stands behind it; within how many words; and whether the clause
            may go on there.
        """
        first, *behind = verb
        if prefixes := SEPARABLE_PREFIXES.get(self._language):
            if behind:  # «in Betrieb nehmen»
                yield verb[-1], verb[:-1], len(verb) * _REACH, False
            for prefix in () if behind else prefixes:
                rest = first.removeprefix(prefix)
                if _LEAST <= len(rest) < len(first):
                    yield rest, [prefix], 2 * _REACH, False
        elif len(behind) == 1 and behind[0] in PARTICLES.get(self._language, ()):
            yield first, behind, _REACH, False
        elif len(behind) > 1 and self._may_have(first, behind[0]):
            yield first, behind, _REACH, True

    def _may_have(self, verb: str, complement: str) -> bool:
        beginnings = COMPLEMENTS.get(self._language, ())
        return complement in beginnings and verb.endswith(INFINITIVES[self._language])

    def _starts(self, own: list[str], words: list[str], place: int) -> bool:
        """Say whether forms of some words stand in a row from a place on."""
        fits = place + len(own) <= len(words)
        return fits and all(map(self._is_form, own, words[place : place + len(own)]))

    def _ends_clause(self, words: list[str], place: int) -> bool:
        """Say whether what stands at a place may follow the last word of a clause."""
        after = AFTER_A_CLAUSE.get(self._language, frozenset())
        return place >= len(words) or words[place] in _CLAUSE_MARKS or words[place] in after

    def _is_form(self, own: str, form: str) -> bool:
        if own == form:
            return True
        keys = set(word_keys(own, self._language))
        shares = not keys.isdisjoint(word_keys(form, self._language))
        return shares and inflects(own, form, self._language)
