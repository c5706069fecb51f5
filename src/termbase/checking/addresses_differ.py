"""Addresses: a web or mail address of the source is missing from the translation or altered.

The page in another language is the same page: ``fr.example.org`` and ``en.example.org``, ``/fr/``
and ``/en-GB/`` agree, and everything on a site that names its language may have another path. So
do addresses that differ in what counts visits (``utm_source``, ``fbclid``) alone.

    bad   en Write to help@example.org. | fr Écrivez à aide@exemple.org.
    bad   en See https://example.org/a1. | fr Voir https://example.org/al.
    good  en See https://example.org/?utm_source=a&p=1 | fr Voir https://example.org/?p=1
    good  en See https://example.org/en/help. | fr Voir https://example.org/fr/aide.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.codes import Address, addresses
from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import tag_or_nothing
from termbase.text.lazy_pattern import lazy_pattern

ID = "T602"
SEVERITY = Severity.WARNING
ON = False

_SCHEME = lazy_pattern(r"^(?:https?|ftp)://|^mailto:|^www\.")
_COUNTS = lazy_pattern(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|mc_[ce]id|_openstat)=[^&#]*&?"
)
"""What is added to an address to count who comes from where."""
_LEFT = lazy_pattern(r"[?&]+(?=#|$)")
_LANGUAGE = lazy_pattern(r"(?:^|(?<=[/.=_]))[a-z]{2}(?:[-_][A-Za-z]{2})?(?=[/.&:]|$)")
_TEAMS = "translationproject.org/team"
"""The address in messages of GNU that translators put their own in the place of."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report each address without counterpart, beside the likeliest one of the other side."""
    if not reading.translated:
        return
    ours, theirs = addresses(reading.pair.source), addresses(reading.pair.target)
    known = {_bare(one.text) for one in theirs}
    had = {_bare(one.text) for one in ours}
    free = [one for one in theirs if _bare(one.text) not in had]
    for one in ours:
        if _bare(one.text) in known or _TEAMS in one.text:
            continue
        other = next((two for two in free if _site(two) == _site(one)), next(iter(free), None))
        if other:
            free.remove(other)
        if other and _other_language(one, other):
            continue
        yield _finding(reading, one, other)
    for other in free:
        if _TEAMS in reading.pair.source or other.text in reading.pair.source.lower():
            continue
        if not ours or not _localised(other):
            yield reading.at(
                ID,
                SEVERITY,
                f"address added: {other.text}",
                "not in the source",
                target=(other.start, other.end),
            )


def _finding(reading: Reading, one: Address, other: Address | None) -> Finding:
    message = (
        f"address differs: {one.text} → {other.text}" if other else f"address missing: {one.text}"
    )
    return reading.at(
        ID,
        SEVERITY,
        message,
        f"expected {one.text}",
        source=(one.start, one.end),
        target=(other.start, other.end) if other else None,
        replacement=one.text if other else None,
    )


def _bare(address: str) -> str:
    address = _SCHEME.sub("", _SCHEME.sub("", address)).lower()
    if "?" in address:
        address = _LEFT.sub("", _COUNTS.sub("", address))
    return address.rstrip("/")


def _site(address: Address) -> str:
    """Return the host of an address without what names a language: its last two labels."""
    host = _bare(address.text).split("@")[-1].split("/")[0]
    return ".".join(host.split(".")[-2:])


def _localised(address: Address) -> bool:
    return "@" not in address.text and bool(_languages(address))


def _other_language(one: Address, other: Address) -> bool:
    """Say whether two addresses of a site name different languages."""
    if "@" in one.text or _site(one) != _site(other):
        return False
    return _languages(one) != _languages(other)


def _languages(address: Address) -> list[str]:
    """Return what in an address names a language."""
    return [tag for tag in _LANGUAGE.findall(_named(address)) if tag_or_nothing(tag)]


def _named(address: Address) -> str:
    """Return an address without its top-level domain, which is no language."""
    host, _, path = _bare(address.text).partition("/")
    return f"{host.rpartition('.')[0]}/{path}"
