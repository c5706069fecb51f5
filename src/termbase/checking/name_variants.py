"""Name written in several ways: a text spells one name differently in different places.

Two spellings are taken for one name where they sound alike (Dmitri and Dmitry, by their skeletons)
or nearly so, and the source writes one name for both, or the same name stands next to them. Forms
of a word in a language with cases are no variants, nor are names that the source tells apart. The
rarer spelling is reported; both where neither is.

    bad   ru Дмитрий Баканов. | en Dmitry Bakanov. ¶ ru Дмитрий Баканов. | en Dmitry Bakanov. ¶ ru Дмитрий Баканов. | en Dmitri Bakanov.
    good  ru Дмитрий Баканов. | en Dmitry Bakanov. ¶ ru Об этом Дмитрию Баканову. | en Dmitry Bakanov knows.
    good  fr Martin et Marten. | en Martin and Marten. ¶ fr Voici Marten. | en This is Marten.
"""  # noqa: E501  (an example stands on one line)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from termbase.checking.names import (
    Name,
    counterpart,
    heard,
    names,
    near,
    one_word,
    sound_alike,
)
from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.forms import word_keys
from termbase.text.normalise import fold
from termbase.text.sound import is_cyrillic
from termbase.text.words import words

ID = "T701"
SEVERITY = Severity.WARNING

_SURE = 5
"""Letters from which on a like sound alone tells that two spellings are of one name."""
_KEPT = 8
"""Places of one spelling that are remembered; a spelling with more is no slip."""


@dataclass(slots=True)
class _Spelling:
    """One spelling of a name in a text."""

    text: str
    count: int = 0
    inside: int = 0
    """How often it stands where no sentence begins."""
    copied: int = 0
    """How often the source has the same spelling."""
    sources: Counter[str] = field(default_factory=Counter)
    neighbours: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    """Spellings like it that stand in one segment with it: they are told apart."""
    places: list[Finding] = field(default_factory=list)


class Names:
    """The spellings of names that a text uses."""

    def __init__(self) -> None:
        self._spellings: dict[str, _Spelling] = {}
        self._small: set[str] = set()
        self._language = ""
        self._source_language = ""
        self._bilingual = False

    def read(self, reading: Reading) -> None:
        """Take in the next pair."""
        target = reading.prose
        if not target.strip() or reading.untranslated:
            return
        self._language = primary(reading.target_language)
        self._source_language = primary(reading.source_language)
        self._small.update(word.text for word in words(target) if word.text.islower())
        found = names(target)
        if not found:
            return
        has_source = bool(reading.pair.source.strip())
        self._bilingual |= has_source
        theirs = names(reading.source_prose) if has_source else []
        for name in found:
            self._take(reading, name, theirs)
        for one, other in combinations({name.text for name in found}, 2):
            if sound_alike(one, other) or near(one, other):
                self._spellings[one].beside.add(other)

    def _take(self, reading: Reading, name: Name, theirs: list[Name]) -> None:
        spelling = self._spellings.setdefault(name.text, _Spelling(name.text))
        spelling.count += 1
        spelling.inside += not name.starts
        spelling.neighbours.update(
            filter(
                None,
                (f"<{name.before}" if name.before else "", f">{name.after}" if name.after else ""),
            )
        )
        other = counterpart(name, theirs)
        if other:
            spelling.copied += other.text == name.text
            for key in word_keys(other.text, self._source_language):
                spelling.sources[key] += 1
        if len(spelling.places) < _KEPT:
            spelling.places.append(reading.at(ID, SEVERITY, "", target=(name.start, name.end)))

    def findings(self) -> Iterator[Finding]:
        """Yield each place where a name is spelt in its rarer way."""
        told: set[tuple[int, tuple[int, int] | None]] = set()
        for one, other in self._variants():
            for finding in _reported(one, other):
                key = finding.pair, finding.target_span
                if key not in told:
                    told.add(key)
                    yield finding

    def _variants(self) -> Iterator[tuple[_Spelling, _Spelling]]:
        """Yield pairs of spellings of one name."""
        counted = [one for one in self._spellings.values() if self._is_name(one)]
        for one, other in _candidates(counted):
            if self._one_name(one, other):
                yield one, other

    def _is_name(self, spelling: _Spelling) -> bool:
        """Say whether it is no common word that once began a sentence or stood in a title."""
        return fold(spelling.text) not in self._small and spelling.text.lower() not in self._small

    def _one_name(self, one: _Spelling, other: _Spelling) -> bool:
        together = bool(one.neighbours & other.neighbours)
        if one.text in other.beside or other.text in one.beside:
            return False
        if one_word(one.text, other.text, self._language) or _of_two_scripts(one, other):
            return False
        if not (one.inside or other.inside or together):
            return False
        alike = sound_alike(one.text, other.text)
        if not self._bilingual:
            return alike and (together or min(len(one.text), len(other.text)) >= _SURE)
        if alike and together:
            return True
        of_one = bool(one.sources.keys() & other.sources.keys()) and not _apart(one, other)
        return of_one and (alike or near(one.text, other.text))


def _of_two_scripts(one: _Spelling, other: _Spelling) -> bool:
    return is_cyrillic(one.text) is not is_cyrillic(other.text)


def _apart(one: _Spelling, other: _Spelling) -> bool:
    """Say whether the source tells two spellings apart: it has each as the target has it."""
    return one.copied > 0 and other.copied > 0


def _candidates(found: list[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Yield the pairs of spellings that sound alike or have a name of the source in common."""
    groups: dict[str, list[_Spelling]] = {}
    for one in found:
        for key in [f"s{sound}" for sound in heard(one.text)] + [f"n{key}" for key in one.sources]:
            groups.setdefault(key, []).append(one)
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for place, one in enumerate(group[:200]):
            for other in group[place + 1 : 200]:
                if (one.text, other.text) not in seen:
                    seen.add((one.text, other.text))
                    yield one, other


def _reported(one: _Spelling, other: _Spelling) -> Iterator[Finding]:
    """Yield the findings for the rarer of two spellings, or for both."""
    more, less = sorted((one, other), key=lambda spelling: -spelling.count)
    if more.count == less.count and bool(more.copied) is not bool(less.copied):
        more, less = (more, less) if more.copied else (less, more)
        blamed = [less]
    else:
        blamed = [less] if more.count > less.count else [more, less]
    if less.count > _KEPT:
        return
    for spelling in blamed:
        usual = more if spelling is less else less
        for place in spelling.places:
            yield Finding(
                rule=ID,
                severity=SEVERITY,
                message=f"name written in several ways: «{spelling.text}» and «{usual.text}»",
                remedy=f"elsewhere it is «{usual.text}»",
                source=place.source,
                target=place.target,
                target_span=place.target_span,
                pair=place.pair,
            )


watch = Names
