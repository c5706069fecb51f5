"""Boundaries of letters and messages that no mark shows: salutations, rules, headers, addresses.

Texts lose their line ends on the way through mail and web pages; these landmarks survive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from termbase.languages.profile import Profile
from termbase.segmentation.signs import Signs, between
from termbase.segmentation.verdicts import HEADER, SALUTATION, SEPARATOR, WEB_ADDRESS, Verdict
from termbase.text.lazy_pattern import lazy_pattern

_LONGEST_GREETING = 60
_LONGEST_NAME = 64
"""Code points before the @ of an address, as mail allows."""
_SEPARATOR = lazy_pattern(r"(?<!\S)[-_*=~]{5,}(?!\S)")
_HEADER = lazy_pattern(
    r"(?<=\s)\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?"
    r"(?: [AaPp]\.?[Mm]\b\.?| (?![AaPp]\.?[Mm]\b))\s*(?=[A-Z])"
)
_WEB = lazy_pattern(r"(?:https?://|www\.)\S{1,2000}(?<=[\w/>])\s+")
_MAIL = lazy_pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}>?(?<=[\w/>])\s+")
_NAME = r"[A-ZÀ-ÞА-ЯЁ][\w'’.-]*"
_SALUTATION = re.compile(
    rf"(?:{_NAME}\s){{0,3}}{_NAME}\s?[,:!–-]\s+(?=(?P<next>[A-ZÀ-ÞА-ЯЁ][\w'’]*+)(?!\s\d))"
)
_CLOSING = re.compile(r"(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,2})\s?,\s+(?=[A-ZÀ-ÞА-ЯЁ][\w'’-]+)")


Landmark = tuple[int, Verdict]


def landmarks(
    text: str, start: int, end: int, profile: Profile, signs: Signs
) -> Sequence[Landmark]:
    """Give the boundaries that landmarks show inside a block, in order.

    Args:
        text, start, end: The block.
        profile: Of its language.
        signs: Those of the whole text.
    """
    greeting = profile.closings and _may_greet(text, start, end, profile)
    marked = signs.landmarks and between(signs.landmarks, start, end)
    if not marked and not greeting:
        return ()
    found: dict[int, Verdict] = {}
    if greeting:
        found[_after_salutation(text, start, end, profile)] = SALUTATION
    if marked:
        if between(signs.lines, start, end):
            found.update(_lines(text, start, end))
        if between(signs.clocks, start, end):
            found.update(_headers(text, start, end, profile))
        found.update(_addresses(text, start, end, profile))
    return sorted(one for one in found.items() if start < one[0] < end)


def _may_greet(text: str, start: int, end: int, profile: Profile) -> bool:
    """Whether a salutation or close may stand at the start: a quick look that spares the others."""
    limit = start + _LONGEST_GREETING
    comma = text.find(",", start, limit if limit < end else end)
    if comma > 0:
        follower = text[comma + 1 : comma + 4]
        return not follower[1:2].islower() and follower.strip()[:1].isupper()
    space = text.find(" ", start, limit if limit < end else end)
    return space > 0 and text[start:space].lower() in profile.greetings


def _after_salutation(text: str, start: int, end: int, profile: Profile) -> int:
    """Return where the letter begins after a salutation, or the name after a close; or -1.

    A salutation is a name and a comma before a word that starts sentences: ``Vince, We are``.
    """
    closing = _CLOSING.match(text, start, end)
    if closing and closing["words"].lower() in profile.closings:
        return closing.end()
    hello = _SALUTATION.match(text, start, end)
    if not hello or hello.end() >= end:
        return -1
    first = hello[0].split(None, 1)[0].strip(",:!–-").lower()
    if first in profile.greetings:
        return hello.end()
    sentence = hello["next"].replace("’", "'").lower().partition("'")[0]
    starts = sentence in profile.starters and sentence not in profile.solitary
    begins = starts and _goes_on(text, hello, end)
    comma = hello[0].rstrip().endswith(",")
    return hello.end() if comma and begins and first not in profile.starters else -1


def _goes_on(text: str, hello: re.Match[str], end: int) -> bool:
    """Whether a word in small letters follows the first word of the letter."""
    after = hello.end("next")
    return text[after : min(after + 3, end)].strip()[:1].islower()


def _lines(text: str, start: int, end: int) -> Iterator[Landmark]:
    for rule in _SEPARATOR.finditer(text, start, end):
        yield rule.start(), SEPARATOR
        after = rule.end()
        while after < end and text[after].isspace():
            after += 1
        yield after, SEPARATOR


def _headers(text: str, start: int, end: int, profile: Profile) -> Iterator[Landmark]:
    for header in _HEADER.finditer(text, start, end):
        name = text[max(start, header.start() - 60) : header.start()].split()
        named = name and (name[-1][0].isupper() or "@" in name[-1])
        if named and name[-1].lower() not in profile.starters:
            yield header.start(), HEADER
            yield header.end(), HEADER


def _addresses(text: str, start: int, end: int, profile: Profile) -> Iterator[Landmark]:
    sign = text.find("@", start, end)
    mails = _MAIL.finditer(text, max(start, sign - _LONGEST_NAME), end) if sign >= 0 else ()
    for address in chain(_WEB.finditer(text, start, end), mails):
        follower = text[address.end() : address.end() + 40].split(None, 1)
        word = follower[0] if follower else ""
        another = word.startswith(("http://", "https://", "www."))
        if another or (word[:1].isupper() and word.lower() in profile.starters):
            yield address.end(), WEB_ADDRESS
