"""How English derives words: -ation, -ment, -er, -able, -ness, -ly, and learned roots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.text.normalise import unaccented
from termbase.text.roots.table import Derivation

_ENDINGS = {
    2: "ification>ify ified>ify ifier>ify ifies>ify ific>ify ability>abl",
    3: """
        ation ition ing ings ed er ers or ors e s es y ment al able ible ive ative itive ous ious
        ic ical ically ly ness ity ibility>ibl ful less ise ize ised ized iser izer ising izing
        isation ization ist ism ance ence ant ent ary ory atory itory ator ate ated ating itor age
        ery ship hood dom ure ature ial ual ian atic etic ational is ional ionally ee en ened
        ening ancy ency
    """,
    5: "ion ions",
}  # fmt: skip
_ALTERNATIONS = (
    ("([bdglmnprt])\\1", r"\1"), ("i", "y"), ("cept", "ceiv"), ("duct", "duc"), ("script", "scrib"),
    ("cis", "cid"), ("(?<=[aeo])ns", "nd"), ("miss", "mit"), ("vers", "vert"), ("solut", "solv"),
    ("cess", "ced"), ("clus", "clud"), ("pris", "priz"), ("ib", "ab"), ("lus", "lud"), ("e", ""),
    ("abl", ""), ("ibl", ""),
)  # fmt: skip

_ACTORS = (("(?<=[acilu])tors?", "tor"), ("(?<=.{3})ists?", "ist"))
_MAKING = re.compile("e[mn](?=.{4})")
"""What a verb has before the adjective or noun that it is made of: enlarge, empower."""


def _bases(lemma: str) -> Iterator[str]:
    yield unaccented(lemma)


def _made_of(lemma: str) -> str:
    return _MAKING.sub("", lemma, count=1) if _MAKING.match(lemma) else ""


TABLE = Derivation(_ENDINGS, _ALTERNATIONS, _bases, _made_of, _ACTORS)
