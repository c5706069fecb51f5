"""Words and abbreviations → expressions that Java, ICU and `regex` read alike."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.languages.profile import Profile

SPACE = r"[ \u00a0\u202f]"
"""A space inside of an abbreviation or before a unit."""
ALONE = r"(?<![\p{L}\p{Nd}])"
"""No letter and no digit stands before."""
_ENDS = r"(?![\p{L}\p{Nd}])"
_SPECIAL = frozenset(r"\.^$*+?{}[]()|/-")


def abbreviations(written: Iterable[str], *, capitals: bool = False) -> str:
    r"""Return an expression for abbreviations with their last full stop.

    Args:
        written: As a list of abbreviations has them; one in small letters also covers its
            capitalised form, one with a hyphen before it stands at the end of a word.
        capitals: Whether each also covers its form in capitals alone.

    >>> print(abbreviations(["p. ex.", "M."]))
    (?<![\p{L}\p{Nd}])(?:[pP]\.[ \u00a0\u202f]?ex|M)\.
    """
    entries = [one.strip().removesuffix(".") for one in written]
    ends = [one[1:] for one in entries if one.startswith("-")]
    marked = [one for one in entries if one.endswith("!")]
    words = [one for one in entries if one not in marked and not one.startswith("-")]
    branches = []
    if words:
        branches.append(rf"{ALONE}{alternatives(words, capitals=capitals)}\.")
    if ends:
        branches.append(rf"[\p{{L}}-]{alternatives(ends)}\.")
    if marked:
        branches.append(rf"{ALONE}{alternatives(marked)}")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def alternatives(written: Iterable[str], *, capitals: bool = False) -> str:
    """Return an expression for any of some abbreviations without their last full stop.

    The longest stands first, since tools that seek from left to right take the first that fits.
    """
    found: dict[str, None] = {}
    for one in sorted({one.removesuffix(".") for one in written}, key=lambda one: (-len(one), one)):
        found[_cased(one)] = None
        if capitals and len(one) > 1 and one.upper() != one:
            found[_spelt(one.upper())] = None
    return f"(?:{'|'.join(found)})"


def inner_stops(written: Iterable[str]) -> list[str]:
    r"""Return an expression for each full stop inside abbreviations, with what follows it.

    >>> print(*inner_stops(["p. ex.", "M."]))
    [pP]\.(?=[ \u00a0\u202f]?ex\.)
    """
    found = []
    for one in written:
        parts = [part.strip() for part in one.strip().removesuffix(".").split(".")]
        for at in range(1, len(parts)):
            head, tail = ".".join(parts[:at]), ".".join(parts[at:])
            found.append(rf"{_cased(head)}\.(?={SPACE}?{_spelt(tail)}\.)")
    return found


def any_word(words: Iterable[str]) -> str:
    r"""Return an expression for any of some words as a whole.

    >>> print(any_word(["said", "a"]))
    (?:said|a)(?![\p{L}\p{Nd}])
    """
    return f"(?:{'|'.join(map(_spelt, sorted(words, key=lambda one: (-len(one), one))))}){_ENDS}"


def starting_words(profile: Profile) -> str:
    """Return an expression for the words that start sentences, with a capital; empty if none.

    One letter with a full stop is an initial, and a word such as French «Le» before a capital
    may go on with a name.
    """
    plain = {one.capitalize() for one in profile.starters - profile.particles}
    single = {one for one in plain if len(one) == 1}
    particles = {one.capitalize() for one in profile.starters & profile.particles}
    branches = []
    if plain - single:
        branches.append(any_word(plain - single))
    if single:
        branches.append(rf"{any_word(single)}(?!\.)")
    if particles:
        branches.append(rf"{any_word(particles)}(?!\.|\s\p{{Lu}})")
    return f"(?:{'|'.join(branches)})" if branches else ""


def _cased(word: str) -> str:
    """Return an expression for a word; a small first letter may also be a capital."""
    first = word[:1]
    if first.islower() and first.upper() != first and len(first.upper()) == 1:
        return f"[{first}{first.upper()}]{_spelt(word[1:])}"
    return _spelt(word)


def _spelt(word: str) -> str:
    """Return an expression for a word as written; a space behind a full stop may be left out."""
    spelt = "".join(f"\\{sign}" if sign in _SPECIAL else sign for sign in word)
    spelt = spelt.replace("'", "['’]").replace(r"\. ", r"\.").replace(" ", SPACE)
    inner, stop, last = spelt.rpartition(r"\.")
    return inner.replace(r"\.", rf"\.{SPACE}?") + (rf"\.{SPACE}?" if stop else "") + last
