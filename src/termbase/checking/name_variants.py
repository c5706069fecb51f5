"""Name written in several ways: a text spells one name differently in different places.

Two spellings are taken for one name where they sound alike (Dmitri and Dmitry, by their skeletons)
or nearly so, and the source writes one name for both, or the same name stands next to them. What
the source writes small elsewhere is a word and no name. Forms
of a word in a language with cases are no variants, nor are names that the source tells apart, nor
German nouns of the lexicon. In a text without a source they differ in few letters, and one at most
is in the lexicon. The rarer spelling is reported; both where neither is.

    bad   ru Дмитрий Баканов. | en Dmitry Bakanov. ¶ ru Дмитрий Баканов. | en Dmitry Bakanov. ¶ ru Дмитрий Баканов. | en Dmitri Bakanov.
    good  ru Дмитрий Баканов. | en Dmitry Bakanov. ¶ ru Об этом Дмитрию Баканову. | en Dmitry Bakanov knows.
    good  fr Martin et Marten. | en Martin and Marten. ¶ fr Voici Marten. | en This is Marten.
    good  fr Le duc. | en The Duke. ¶ fr Ce duc. | en That Duke. ¶ fr Un duc. | en A Duke. ¶ fr Le film Dune. | en The film Dune.
"""  # noqa: E501  (an example stands on one line)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import OSA

from termbase.checking.names import (
    LOOSE,
    Name,
    counterpart,
    heard,
    likeness,
    names,
    near,
    one_word,
    sound_alike,
    stem,
)
from termbase.checking.reading import Reading
from termbase.languages.function_words import FUNCTION_WORDS
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.forms import word_keys
from termbase.text.lexicons import readings
from termbase.text.normalise import fold, unaccented
from termbase.text.scripts import in_one_script
from termbase.text.sound import is_cyrillic

ID = "T701"
SEVERITY = Severity.WARNING

_SURE = 5
"""Letters from which on a like sound alone tells that two spellings are of one name."""
_FEW = 0.4
"""Share of letters in which two spellings of one name may differ where sound alone tells."""
_OFTEN = 3
"""From how many times on a spelling is the usual one beyond doubt."""
_SMALL = re.compile(r"\b[a-zß-öø-ÿœа-яё]{4,}\b")
"""Words in small letters, in the two scripts that names are compared in."""
_SHORTEST = 4
"""Letters of a stem from which on a slip is looked for."""
_MOST = 200
"""Spellings of one sound that are compared."""
_LISTED = 60
"""A segment of more names is a list of them, each unlike the next on purpose."""
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
"""Where only what the source has as a name is one, too."""
_KEPT = 8
"""Places of one spelling that are remembered; a spelling with more is no slip."""


@dataclass(slots=True)
class _Spelling:
    """One spelling of a name in a text.

    Attributes:
        count: How often it stands there.
        inside: How often where no sentence begins.
        copied: How often the source has the same spelling.
        sources: Keys of the source's names that it stands for.
        neighbours: The names next to it.
        beside: Spellings like it in one segment with it: the text tells them apart.
        places: Where it stands, the first ones.
    """

    text: str
    stem: str
    count: int = 0
    inside: int = 0
    copied: int = 0
    sources: set[str] = field(default_factory=set)
    neighbours: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    places: list[Finding] = field(default_factory=list)


class Names:
    """The spellings of names that a text uses."""

    def __init__(self) -> None:
        self._spellings: dict[str, _Spelling] = {}
        self._stems: Counter[str] = Counter()
        self._small: set[str] = set()
        self._source_small: set[str] = set()
        self._language = ""
        self._source_language = ""
        self._bilingual = False

    def read(self, reading: Reading) -> None:
        """Take in the next pair."""
        target = in_one_script(reading.prose)  # what is in disguise is T402
        if not target.strip() or reading.untranslated:
            return
        self._language = primary(reading.target_language)
        self._source_language = primary(reading.source_language)
        self._small.update(_SMALL.findall(target))
        found = names(target)
        if not found or len(found) > _LISTED:
            return
        self._source_small.update(_SMALL.findall(reading.source_prose))
        has_source = bool(reading.pair.source.strip())
        self._bilingual |= has_source
        theirs = names(reading.source_prose) if has_source else []
        for name in found:
            self._take(reading, name, theirs)
        for one, other in combinations(sorted({name.text for name in found}), 2):
            if sound_alike(one, other) or _near(self._spellings[one], self._spellings[other]):
                meant = {fold(name.text) for name in theirs if _like(name, one, other)}
                if len(meant) > 1 or not theirs:
                    self._spellings[one].beside.add(other)

    def _take(self, reading: Reading, name: Name, theirs: list[Name]) -> None:
        spelling = self._spellings.get(name.text)
        if spelling is None:
            spelling = _Spelling(name.text, stem(name.text, self._language))
            self._spellings[name.text] = spelling
        spelling.count += 1
        self._stems[spelling.stem] += 1
        spelling.inside += not name.starts
        beside = (f"<{name.before}", f">{name.after}")
        spelling.neighbours.update(one for one in beside if len(one) > 1)
        other = counterpart(name, theirs)
        if other:
            spelling.copied += other.text == name.text
            spelling.sources.update(word_keys(other.text, self._source_language))
        if len(spelling.places) < _KEPT:
            spelling.places.append(reading.at(ID, SEVERITY, "", target=(name.start, name.end)))

    def findings(self) -> Iterator[Finding]:
        """Yield each place where a name is spelt in its rarer way."""
        told: set[tuple[int, tuple[int, int] | None]] = set()
        found = [one for one in self._spellings.values() if self._is_name(one)]
        if self._bilingual and self._language in _NOUNS_IN_CAPITALS:
            found = [one for one in found if one.sources]
        for one, other in _candidates(found):
            for less, more in self._blamed(one, other):
                for finding in _reported(less, more):
                    key = finding.pair, finding.target_span
                    if key not in told:
                        told.add(key)
                        yield finding

    def _is_name(self, spelling: _Spelling) -> bool:
        """Say whether it is no common word that once began a sentence or stood in a title."""
        word = spelling.text.lower()
        if not spelling.inside and word in FUNCTION_WORDS.get(self._language, ()):
            return False
        return fold(spelling.text) not in self._small and word not in self._small

    def _blamed(self, one: _Spelling, other: _Spelling) -> Iterator[tuple[_Spelling, _Spelling]]:
        """Yield the rarer of two spellings of one name with the usual one; both if neither is."""
        if one_word(one.text, other.text, self._language):
            return
        together = bool(one.neighbours & other.neighbours)
        if not together and (one.text in other.beside or other.text in one.beside):
            return
        if not (one.inside or other.inside or together or self._are_names(one, other)):
            return
        if is_cyrillic(one.text) is not is_cyrillic(other.text):
            return
        less, more = sorted((one, other), key=self._weight)
        if self._is_misspelt(more, less) and more.count == less.count:
            less, more = more, less
        unsure = self._weight(less) == self._weight(more) and not self._is_misspelt(less, more)
        if self._is_slip(less, more, together) or (unsure and self._is_slip(more, less, together)):
            yield less, more
            if unsure:
                yield more, less

    def _are_names(self, one: _Spelling, other: _Spelling) -> bool:
        """Say whether what only begins sentences is a name: it is no word of the lexicon.

        Both spellings sound alike and stand for one name of the source.
        """
        if one.copied or other.copied or not one.sources & other.sources:
            return False
        if unaccented(fold(one.text)) == unaccented(fold(other.text)):
            return False  # a capital may go without its accent: Élisabeth, Elisabeth
        if not sound_alike(one.text, other.text):
            return False
        return not (self._is_known(one) or self._is_known(other))

    def _weight(self, spelling: _Spelling) -> tuple[int, int]:
        """Return how often a spelling stands there in all forms, and how often in the source."""
        return self._stems[spelling.stem], spelling.copied

    def _is_slip(self, less: _Spelling, more: _Spelling, together: bool) -> bool:
        """Say whether a spelling is a slip for one that the text has at least as often."""
        alike = sound_alike(less.stem, more.stem)
        if alike and together:
            words = self._bilingual and self._is_known(less) and self._is_known(more)
            return not words or self._spoken_of(more, less)  # Включені, Виключені
        if self._language in _NOUNS_IN_CAPITALS and self._is_known(less):
            return False  # a noun that only sounds like another one: Seite, Site
        if not self._bilingual:
            known = self._is_known(less) and self._is_known(more)  # John, Johnny
            return alike and len(less.stem) >= _SURE and not known and _look_alike(less, more)
        if less.copied and more.copied:  # the source tells them apart
            return False
        if self._spoken_of(more, less):
            return alike or not less.copied
        often = more.count >= _OFTEN and less.text[0] == more.text[0] and less.count == 1
        unlike = often and not (less.sources and more.sources) and _may_stand_for(less, more)
        another = self._is_known(less)  # a word by itself: Вход, not Выход; Субота, not Сукот
        return (unlike and not another) or self._is_misspelt(less, more)

    def _is_misspelt(self, one: _Spelling, other: _Spelling) -> bool:
        """Say whether a lexicon knows one spelling only, and the source sounds no less like it."""
        if not self._bilingual or one.copied or self._is_known(one) or not self._is_known(other):
            return False
        return _may_stand_for(one, other)

    def _is_known(self, spelling: _Spelling) -> bool:
        return bool(readings(fold(spelling.text), self._language))

    def _spoken_of(self, name: _Spelling, where: _Spelling) -> bool:
        """Say whether the source, where one spelling stands, has the name another one stands for.

        What the source writes small elsewhere is a word, and renders as words do: Group.
        """
        for place in where.places:
            for one in names(place.source):
                keys = word_keys(one.text, self._source_language)
                is_word = not self._source_small.isdisjoint((one.text.lower(), *keys))
                if not is_word and name.sources.intersection(keys):
                    return True
        return False


def _look_alike(one: _Spelling, other: _Spelling) -> bool:
    """Say whether two spellings that sound alike differ in few letters: not Adam and Yadayim."""
    return OSA.normalized_distance(one.stem, other.stem) <= _FEW


def _may_stand_for(one: _Spelling, other: _Spelling) -> bool:
    """Say whether no name of the source, where one spelling stands, sounds more like it."""
    theirs = [name.text for place in one.places for name in names(place.source)]
    return all(likeness(name, one.text) <= likeness(name, other.text) for name in theirs)


def _like(name: Name, one: str, other: str) -> bool:
    """Say whether a name of the source may be one of two spellings."""
    return max(likeness(name.text, one), likeness(name.text, other)) >= LOOSE


def _candidates(found: list[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Yield the pairs of spellings that sound alike, or differ by a letter.

    Words that differ by a letter have one in common that lacks a letter of either.
    """
    groups: dict[str, list[_Spelling]] = {}
    for one in found:
        keys = {f"={sound}" for sound in heard(one.text)}
        for text in {one.stem, one.text, unaccented(one.stem)}:
            if len(text) >= _SHORTEST:
                keys |= {text[:at] + text[at + 1 :] for at in range(len(text))} | {text}
        for key in sorted(keys):  # the same text has the same findings every time
            groups.setdefault(key, []).append(one)
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for one, other in combinations(group[:_MOST], 2):
            if (one.text, other.text) in seen:
                continue
            seen.add((one.text, other.text))
            if sound_alike(one.text, other.text) or _near(one, other):
                yield one, other


def _near(one: _Spelling, other: _Spelling) -> bool:
    """Say whether two spellings differ by a slip, in their stems or before one and the same end."""
    swapped = sorted(one.stem) == sorted(other.stem) and OSA.distance(one.stem, other.stem) == 1
    bare = unaccented(one.stem), unaccented(other.stem)  # Lefèvre, Lefebvre
    return swapped or near(one.stem, other.stem) or near(one.text, other.text) or near(*bare)


def _reported(less: _Spelling, more: _Spelling) -> Iterator[Finding]:
    """Yield a finding for each place of the rarer spelling."""
    if less.count > _KEPT:
        return
    for place in less.places:
        yield Finding(
            rule=ID,
            severity=SEVERITY,
            message=f"name written in several ways: «{less.text}» and «{more.text}»",
            remedy=f"elsewhere it is «{more.text}»",
            source=place.source,
            target=place.target,
            target_span=place.target_span,
            pair=place.pair,
        )


watch = Names
