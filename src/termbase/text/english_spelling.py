"""English as it is spelt in Britain → as in America, so that both spellings are one key."""

from __future__ import annotations

import re

_ENDINGS = (
    (re.compile(r"(?<=[^aeiou\W])our(?=(?:s|ed|ing|al|ist|able|less|ful)?$)"), "or"),
    (re.compile(r"is(?=(?:e[drs]?|ers|ing|ations?|ational)$)"), "iz"),
    (re.compile(r"ys(?=(?:e[drs]?|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=[bht])re(?=s?$)"), "er"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"enc(?=es?$)"), "ens"),
    (re.compile(r"dgement(?=s?$)"), "dgment"),
    (re.compile(r"(?<=\w{3}[aeiou])ll(?=(?:ed|ers?|ings?)$)"), "l"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"^sulph"), "sulf"),
)
_WORDS = {
    "aeroplane": "airplane", "aluminium": "aluminum", "artefact": "artifact", "cheque": "check",
    "grey": "gray", "jewellery": "jewelry", "manoeuvre": "maneuver", "mould": "mold",
    "plough": "plow", "sceptic": "skeptic", "tyre": "tire",
}  # fmt: skip
_LONG = 5
"""Letters from which an ending tells: «four» is not «for»."""


def american(word: str) -> str:
    """Return a folded word as it is spelt in America, as far as rules go.

    What two words become that are spelt alike nowhere may be the same: this is a key, no text.

    >>> [american(word) for word in ("colour", "organisations", "centre", "catalogue", "programme")]
    ['color', 'organizations', 'center', 'catalog', 'program']
    >>> american("four"), american("anaemia"), american("greys")
    ('four', 'anemia', 'grays')
    """
    stem = word.removesuffix("s")
    if stem in _WORDS:
        return _WORDS[stem] + word[len(stem) :]
    for ending, other in _ENDINGS if len(word) >= _LONG else ():
        word = ending.sub(other, word)
    return word
