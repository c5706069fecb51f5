"""A pair of segments as the rules see it: its texts, and the known terms in each, found once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from termbase.checking.codes import MASK, masked
from termbase.checking.coordination import Coordinations
from termbase.checking.currencies import has_sign_of
from termbase.checking.derivation import Roots
from termbase.checking.once import once
from termbase.checking.other_words import is_another_word
from termbase.checking.parted_verbs import PartedVerbs
from termbase.checking.quotations import unturned
from termbase.checking.renderings import Misuse, Unrendered, misuses, unrendered
from termbase.checking.spellings import Spellings
from termbase.languages.function_words import FUNCTION_WORDS
from termbase.model.finding import Code, Finding, SegmentPair, Severity
from termbase.model.language import primary
from termbase.model.occurrence import Occurrence
from termbase.terms.longest import longest
from termbase.terms.recognise import Recogniser
from termbase.text.normalise import fold
from termbase.text.scripts import in_one_script
from termbase.text.words import word_texts, words

_CODE = re.compile(r"[\d@/\\_=<>{}|~\ue000]|(?<!\w)\.\w|\w[.:]\w")
_POSTAL = re.compile(r"\s*\d+\w?,?\s.*\b\d{4,6}\s[^\W\d_a-z]", re.DOTALL)
"""A postal address, which stays as it is: its house, a street, its code and town."""
_FIRST = re.compile(r"[^\W_]+")
_CREDITS = re.compile(
    r"translators?[-_ ]?credits?|(?:names?|e-?mails?) of (?:the )?translators?"
    r"|your (?:names|emails)",
    re.IGNORECASE,
)
"""What catalogues ask their translators to put their names for."""
_LONGEST_CREDITS = 40
_KEY = re.compile(
    r"(?=\w*[^\W_]_[^\W_])[^\W\d][\w.:-]*\??|[a-z][a-z\d_-]*(?:[.:]+[a-z][a-z\d_-]*)+"
)
"""What programs call a message by: ``label_edit``, ``mail.welcome.body``."""
_HYPHENS = re.compile(r"[a-z]+(?:-[a-z]+)+")
_SPOKEN = 6
"""Words at least of a message that is called by what may be a word: ``front-text``."""
_FILLER = "lorem ipsum"
"""The words that printers fill a page with, which nobody translates."""
_OPTION = re.compile(r"(?<!\w)-[a-zA-Z]\b|--[a-zA-Z]|<(?!/)[\w-]+>(?!.*</)", re.DOTALL)
"""What a line that is typed as it stands has: ``-v``, ``--all``, ``<name>`` that nothing closes."""
_PART = re.compile(r"[^\s'’]+")
_FEWEST, _FEWEST_SMALL, _SHARE_SMALL = 3, 2, 8
"""Words that a sentence has at least, small ones among them, and every so many of these."""
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
"""Where what has the letters of its source may be its translation: «FTP proxy», «FTP-Proxy»."""
_HALVES = ("bpt", "ept")
"""What the codes of a pair are called: its tags are not seen."""
_PUNCTUATION = 12
"""How many signs a copied segment may have gained or lost."""


@dataclass(frozen=True)
class Reading:
    """One pair under check.

    Attributes:
        number: Its number among the pairs, from 0.
        pair: Its texts.
        source_language, target_language: BCP 47 tags.
        known: The recognisers of both languages.
        rules: Ids of the rules that are on.
        spellings: The terms of the target language by their letters.
        options: Of each rule that has any, by its id.
        opened: The marks of the quotations that earlier targets have opened and not closed.
        lost: Whether the pair before has given up those that were open: nothing closes them.
    """

    number: int
    pair: SegmentPair
    source_language: str
    target_language: str
    known: tuple[Recogniser, Recogniser]
    rules: Collection[str]
    spellings: Spellings
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    opened: str = ""
    lost: bool = False

    def option(self, rule: str, name: str) -> Any:
        """Return the value of an option of a rule."""
        return self.options[rule][name]

    def at(
        self,
        rule: str,
        severity: Severity,
        message: str,
        remedy: str = "",
        *,
        source: tuple[int, int] | None = None,
        target: tuple[int, int] | None = None,
        replacement: str | None = None,
        term: str = "",
    ) -> Finding:
        """Return a finding at a span of the source, of the target or of both."""
        return Finding(
            rule=rule,
            severity=severity,
            message=message,
            remedy=remedy,
            source=self.pair.source,
            target=self.pair.target,
            source_span=source,
            target_span=target,
            pair=self.number,
            replacement=replacement,
            term=term,
        )

    def whole(self, rule: str, severity: Severity, message: str, remedy: str) -> Finding:
        """Return a finding that concerns the pair as a whole."""
        source, target = (0, len(self.pair.source)), (0, len(self.pair.target))
        return self.at(rule, severity, message, remedy, source=source, target=target)

    @once
    def prose(self) -> str:
        """The target with a private sign in place of each of an address's or a code's own."""
        return MASK * len(self.pair.target) if self.credits else masked(self.pair.target)

    @once
    def source_prose(self) -> str:
        """The source, masked as the target is in `prose`."""
        return masked(self.pair.source)

    @once
    def quoted(self) -> str:
        """The target as in `prose`, with «…» for the »…« of German and other languages."""
        return unturned(self.prose, primary(self.target_language))

    @once
    def source_quoted(self) -> str:
        """The source as the target is in `quoted`."""
        return unturned(self.source_prose, primary(self.source_language))

    def shows(self, start: int, end: int) -> bool:
        """Say whether a code in or at a span of the target may show something, such as a name."""
        return _shows(self.pair.target_codes, start, end)

    def source_shows(self, start: int, end: int) -> bool:
        """Say the same of a span of the source."""
        return _shows(self.pair.source_codes, start, end)

    @once
    def empty(self) -> bool:
        """Whether there is something to translate and no translation."""
        return bool(self.pair.source.strip()) and not self.pair.target.strip()

    @once
    def untranslated(self) -> bool:
        """Whether the target repeats the words of the source, and they are no names or codes."""
        if primary(self.source_language) == primary(self.target_language):
            return False
        if abs(len(self.pair.source) - len(self.pair.target)) > _PUNCTUATION:
            return False
        first = [_FIRST.search(side) for side in (self.pair.source, self.pair.target)]
        begins = [one.group().lower() for one in first if one]
        if len(begins) < 2 or (begins[0] != begins[1] and fold(begins[0]) != fold(begins[1])):
            return False
        if not self.runs or _bare(self.pair.source) != _bare(self.pair.target):
            return False
        return primary(self.target_language) not in _NOUNS_IN_CAPITALS or (
            word_texts(self.pair.source)[1:] == word_texts(self.pair.target)[1:]
        )

    @once
    def runs(self) -> bool:
        """Whether the source is running text: no names, no codes, nothing to type as it stands."""
        if _POSTAL.match(self.pair.source) or _FILLER in self.pair.source.casefold():
            return False
        text = " ".join(self._running)
        found = [word for word in words(text) if len(word.text) > 1]
        inside = {word.start for word in found if text[word.start - 1 : word.start] == "-"}
        small = [
            word
            for word in found  # of what a hyphen joins the first alone: sans-serif is one word
            if word.text.isalpha() and word.text.islower() and word.start not in inside
        ]
        if min(len(found), len(_PART.findall(text))) < _FEWEST:
            return False
        return len(small) >= max(_FEWEST_SMALL, len(found) / _SHARE_SMALL) and not self.typed

    @once
    def typed(self) -> bool:
        """Whether the source is a line to type: it has options, and no word that holds others."""
        held = FUNCTION_WORDS.get(primary(self.source_language))
        if not held or not _OPTION.search(self.pair.source):
            return False
        return held.isdisjoint(self._running)

    @once
    def _running(self) -> list[str]:
        """What stands between the spaces of the source and is no code."""
        return [part for part in self.source_prose.split() if not _CODE.search(part)]

    @once
    def translated(self) -> bool:
        """Whether there is a source and a translation of it to compare."""
        said = bool(self.pair.source.strip())
        nothing = self.empty or self.untranslated or self.credits or self.is_key
        return said and not nothing

    @once
    def is_key(self) -> bool:
        """Whether the source is the name of a message, which says nothing of what stands in it."""
        said, target = self.pair.source.strip(), self.pair.target
        if " " in said:  # most texts have several words
            return False
        if _HYPHENS.fullmatch(said):
            return len(target.split()) >= max(_SPOKEN, 2 * (said.count("-") + 1))
        return bool(_KEY.fullmatch(said)) and said.casefold() not in target.casefold()

    @once
    def credits(self) -> bool:
        """Whether the source asks translators for their names, which are no prose."""
        said = self.pair.source.strip()
        return len(said) <= _LONGEST_CREDITS and bool(_CREDITS.fullmatch(said))

    @once
    def source_terms(self) -> list[Occurrence]:
        """All known terms in the source, overlapping ones included."""
        return self.known[0].recognise(self.pair.source, overlaps=True)

    @once
    def target_terms(self) -> list[Occurrence]:
        """All known terms in the target, overlapping ones and those in disguise included."""
        return self.known[1].recognise(in_one_script(self.pair.target), overlaps=True)

    @once
    def misuses(self) -> list[Misuse]:
        """Deprecated and forbidden terms in the target."""
        if self.untranslated:
            return []
        return misuses(
            self.source_terms,
            self.target_terms,
            (self.source_language, self.target_language),
            monolingual=not self.pair.source.strip(),
        )

    @once
    def unrendered(self) -> list[Unrendered]:
        """Source terms that the target does not render, and for which nothing else is reported.

        The sign of a currency renders its name; terms joined by «and» share words, and the parts of
        a verb may stand apart.
        """
        if not self.translated or not self.source_terms:
            return []
        reported = [
            one for one in self.misuses if ("T101" if one.forbidden else "T102") in self.rules
        ]
        rendering = [hit for hit in self.target_terms if hit not in self.other_words]
        missing = unrendered(self.source_terms, rendering, self.target_language, reported)
        if not missing:
            return missing
        target = self.pair.target
        joined = Coordinations(target, self.target_language)
        parted = PartedVerbs(target, self.target_language)
        return [
            one
            for one in missing
            if not any(has_sign_of(term.text, target) for term in one.wanted)
            and not joined.hold(one.wanted)
            and not parted.hold(one.wanted)
        ]

    @once
    def other_words(self) -> list[Occurrence]:
        """Those of the target's terms that stand there as words derived from their own."""
        target, language = self.pair.target, self.target_language
        return [hit for hit in self.target_terms if is_another_word(hit, target, language)]

    @once
    def derived(self) -> list[tuple[Unrendered, tuple[int, int]]]:
        """Those of the unrendered terms that have words derived of them, and where these stand."""
        if not self.unrendered:
            return []
        roots = Roots(self.pair.target, self.target_language)
        there = [(hit.term, (hit.start, hit.end)) for hit in self.other_words]
        taken = self._rendered
        found = (
            (
                missing,
                next((span for term, span in there if term in missing.wanted), None)
                or roots.derived_form(missing.wanted, taken),
            )
            for missing in self.unrendered
        )
        return [(missing, span) for missing, span in found if span]

    @once
    def _rendered(self) -> list[tuple[int, int]]:
        """Where the target renders terms of the source that stand on their own."""
        known = {id(hit.concept) for hit in longest(self.source_terms)}
        return [(hit.start, hit.end) for hit in self.target_terms if id(hit.concept) in known]


def _shows(codes: Iterable[Code], start: int, end: int) -> bool:
    return any(
        start <= one.at <= end and one.label.partition(" ")[0] not in _HALVES for one in codes
    )


def _bare(text: str) -> list[str]:
    return [fold(word.text) for word in words(text)]
