"""Segments of texts into candidates, best first.

Every phrase with the shape of a term counts, those inside of longer ones too; what they share is
their key, the dictionary forms of their words, so that inflected forms count together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from termbase.extraction.general import FUNCTION, NOUN, general_words
from termbase.extraction.patterns import head_of, spans
from termbase.extraction.termhood import Traits, evidence, score_of
from termbase.extraction.words import CONTENT, NUMBER, Token, lexicon_of, read_words, runs
from termbase.languages.function_words import FUNCTION_WORDS
from termbase.model.candidate import Candidate, Place
from termbase.model.language import primary
from termbase.text.normalise import fold

_LONG = 6
"""Words from which a segment shows its language and whether it is prose."""
_SIGNS = 1 / 3
"""Share of numbers and single letters from which a segment is no prose."""


@dataclass(slots=True)
class _Group:
    """Phrases of one key, while they are counted."""

    phrase: list[Token]
    places: list[Place] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    documents: set[int] = field(default_factory=set)
    names: int = 0
    continued: int = 0
    preceded: int = 0


@dataclass(frozen=True, slots=True)
class _Segment:
    """A segment while its phrases are counted, with its number and that of its text."""

    text: str
    number: int
    document: int
    shouted: bool


def extract(texts: Sequence[Sequence[str]], language: str) -> list[Candidate]:
    """Return the candidates of texts, best first.

    Args:
        texts: The segments of each text, in order.
        language: BCP 47 tag of all of them.

    Returns:
        Every phrase with the shape of a term; their places count segments through all texts.

    Raises:
        UnknownLanguageError: If the tag names no language.

    >>> [best, *_] = extract([["It is a wind turbine.", "Wind turbines are tall."]], "en")
    >>> best.text, best.count
    ('wind turbine', 2)
    """
    main = primary(language)
    groups = _groups(texts, main)
    alone = _counts_alone(groups)
    found = [_candidate(key, group, alone[key], main) for key, group in groups.items()]
    found.sort(key=lambda one: (-one.score, -one.count, one.key))
    return found


def _groups(texts: Sequence[Sequence[str]], language: str) -> dict[str, _Group]:
    groups: dict[str, _Group] = {}
    lexicon = lexicon_of(language)
    number = 0
    for document, segments in enumerate(texts):
        for text in segments:
            tokens = read_words(text, lexicon)
            if _is_prose(tokens, language):
                segment = _Segment(text, number, document, text.isupper())
                for run in runs(tokens):
                    _count(run, segment, groups, language)
            number += 1
    return groups


def _count(run: list[Token], at: _Segment, groups: dict[str, _Group], language: str) -> None:
    """Count the phrases of a run of a segment."""
    for span in spans(run, language):
        phrase = run[span.start : span.end]
        key = " ".join(one.word.lemma for one in phrase if one.word.kind in CONTENT)
        group = groups.get(key)
        if group is None:
            group = groups[key] = _Group(phrase)
        start, end = phrase[0].start, phrase[-1].end
        group.places.append(Place(at.number, start, end))
        group.forms[_written(_text_of(phrase, at.text), phrase[0], at.shouted)] += 1
        group.documents.add(at.document)
        group.names += not at.shouted and not phrase[0].opens and _is_name(phrase)
        group.continued += span.end < len(run) and run[span.end].word.kind in CONTENT
        group.preceded += span.start > 0 and run[span.start - 1].word.kind in CONTENT


def _is_name(phrase: Iterable[Token]) -> bool:
    return all(one.text[0].isupper() for one in phrase if one.word.kind in CONTENT)


def _text_of(phrase: Sequence[Token], text: str) -> str:
    """Return the words of a phrase and what parts them in its segment."""
    gaps = (text[one.end : two.start] for one, two in pairwise(phrase))
    return "".join(chain(*zip((one.text for one in phrase), (*gaps, ""), strict=True)))


def _written(text: str, first: Token, shouted: bool) -> str:
    """Return a phrase as it is written, without the capital that only opens a sentence."""
    line = " ".join(text.split())
    if shouted:
        return line.lower()
    opening = first.opens and first.text[1:].islower() and first.word.known
    return line[0].lower() + line[1:] if opening else line


def _is_prose(tokens: Sequence[Token], language: str) -> bool:
    """Say whether a segment is prose of the language, neither a formula nor a foreign quotation."""
    if len(tokens) < _LONG:
        return True
    own = sum(one.word.kind == FUNCTION for one in tokens)
    signs = sum(one.word.kind == NUMBER or len(one.text) == 1 for one in tokens)
    if own:
        return signs - own < len(tokens) * _SIGNS
    words = {fold(one.text) for one in tokens}
    others = (_function_words(other) for other in ("en", "fr", "ru") if other != language)
    return signs < len(tokens) * _SIGNS and not any(len(words & other) > 1 for other in others)


def _function_words(language: str) -> frozenset[str]:
    listed = (word for word, kinds in general_words(language).items() if FUNCTION in kinds)
    return FUNCTION_WORDS.get(language, frozenset()).union(listed)


def _counts_alone(groups: dict[str, _Group]) -> dict[str, float]:
    """Return the count of each key less the mean count of the longer ones that hold it.

    Source: Frantzi, Ananiadou and Mima 2000.
    """
    within: dict[str, list[int]] = {}
    for key, group in groups.items():
        words = key.split(" ")
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                inner = " ".join(words[start:end])
                if end - start < len(words) and inner in groups:
                    within.setdefault(inner, []).append(len(group.places))
    return {
        key: len(group.places) - (sum(found) / len(found) if (found := within.get(key)) else 0.0)
        for key, group in groups.items()
    }


def _candidate(key: str, group: _Group, alone: float, language: str) -> Candidate:
    content = [one for one in group.phrase if one.word.kind in CONTENT]
    many, count = len(content), len(group.places)
    points = evidence(
        Traits(
            words=many,
            count=count,
            alone=alone,
            documents=len(group.documents),
            general=sum(one.word.general for one in content) / many,
            unknown=sum(not one.word.known for one in content) / many,
            name=group.names / count,
            continued=group.continued / count,
            preceded=group.preceded / count,
            linked=many < len(group.phrase),
            noun=many > 1 or content[0].word.kind == NOUN,
            symbol=any(_is_symbol(one.text) for one in content),
        )
    )
    forms = tuple(sorted(group.forms.items(), key=lambda form: (-form[1], form[0])))
    return Candidate(
        text=_heading(group, forms, language),
        key=key,
        score=score_of(points),
        forms=forms,
        places=tuple(group.places),
        evidence=tuple(points.items()),
    )


def _heading(group: _Group, forms: Sequence[tuple[str, int]], language: str) -> str:
    """Return a phrase as a dictionary heads it, as far as its forms show.

    Russian and Ukrainian are inflected; elsewhere the commonest form with its head in the
    dictionary form is taken, or else the commonest of all.
    """
    if language in {"ru", "uk"}:
        from termbase.extraction.slavic import nominative

        kinds = [one.word.kind for one in group.phrase]
        words = forms[0][0].split(" ")
        return (
            " ".join(nominative(words, kinds, language)) if len(words) == len(kinds) else words[0]
        )
    lemma = head_of(group.phrase, language).word.lemma
    return next((text for text, _ in forms if lemma in fold(text).split()), forms[0][0])


def _is_symbol(text: str) -> bool:
    """Say whether a word is rather a sign: one or two letters, or digits within."""
    return len(text) < 3 or any(map(str.isdigit, text))
