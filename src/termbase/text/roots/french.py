"""How French derives words: -ation, -eur, -if, -able, -ment, -iser, and learned roots.

A learned root has another end than the verb: transmission, transmettre; réception, recevoir.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.text.normalise import unaccented
from termbase.text.roots.families import FRENCH, families
from termbase.text.roots.table import Derivation

_ENDINGS = {
    2: """
        ification>ifi ificateur>ifi ificatrice>ifi ificatif>ifi ifique>ifi abilite>abl abiliser>abl
    """,
    3: """
        er ir re oir e ee es ees ie iser isation isateur isatrice ateur atrice ation atif ative
        atoire ition iteur itrice itif itive itoire ement issement issage issant issance issable
        age ance ence able ible ant ante ent ente eur euse eux ieux ieuse if ive al ale el elle
        iel ielle ique atique etique aire itaire ier iere ien ienne ain aine iste isme ite ure
        ature eture erie oire aison ologie ologique ologue iteux u ue i is it
        onner>on onnel>on onnelle>on onnement>on onnaire>on onniste>on onnable>on onneur>on
        onnalite>on ionner>ion amment>ant emment>ent erture>r ication>i icateur>i icatif>i
        ibilite>ibl ibiliser>ibl aliser>al alisation>al alite>al
        eliser>el elisation>el ariser>air arisation>air arite>aire osite>eux ivite>if
        oriel>eur orielle>eur oral>eur orale>eur oureux>eur orieux orel orelle oraire orique>oire
        orial>oire oriser>oire orien>oire arial>aire eriel>ier culaire>cl mineux>m eique>ein
        esse icite icien efier eutique ical issure cir onneux ificat>ifi xion>ct
    """,
    4: "ment eal ade at esque eraie ose otique ois oise ais aise ard ner nement t ison itude ide r",
    5: "ion tion tif tive teur trice ude",
}  # fmt: skip
_ALTERNATIONS = (
    ("qu", "c"), ("gu", "g"), ("ge", "g"), ("y", "i"), ("ch", "c"), ("oix", "ois"),
    ("miss", "mett"), ("mis", "mett"), ("cept", "cev"), ("uct", "ui"), ("uis", "ui"), ("uit", "ui"),
    ("cript", "cri"), ("crit", "cri"), ("criv", "cri"), ("cis", "cid"), ("clus", "clu"),
    ("(?<=[ao])ns", "nd"), ("tens", "tend"), ("pens", "pend"), ("fens", "fend"), ("rect", "rig"),
    ("tect", "teg"), ("(?<=[a-z]{2})(?<!cont)act", "ag"), ("quisit", "quer"), ("quis", "quer"),
    ("(?<=[ao])iss", "it"), ("(?<=[nr])t", "d"), ("solut", "soud"), ("solv", "soud"),
    ("vers", "vert"), ("cess", "ced"), ("press", "prim"), ("rupt", "romp"), ("(?<=.)nn", "n"),
    ("(?<=.)ll", "l"), ("(?<=.)tt", "t"), ("(?<=.)ss", "s"), ("(?<=o)mm", "m"),
    ("(?<=[aeiuœ])f", "v"),
    ("(?<=c)es", "ed"), ("sess", "sed"), ("mess", "mett"), ("pris", "prend"), ("flex", "flech"),
    ("vict", "vainc"), ("ordin", "ordon"), ("eur", "or"), ("lys", "lyt"), ("descri", "decri"),
    ("destrui", "detrui"), ("gest", "ger"), ("cuss", "cut"), ("(?<=[nue])tien", "ten"),
    ("tract", "trai"), ("(?<=.)fact", "fai"), ("dict", "di"),
    ("men", "min"), ("ain", "an"), ("jet", "ject"), ("suiv", "sui"), ("(?<=r)euv", "ouv"),
    ("dact", "dig"), ("strict", "streind"), ("oin", "oign"),
)  # fmt: skip
_HATS = str.maketrans({"â": "as", "ê": "es", "î": "is", "ô": "os", "û": "us"})
"""Where an s was lost it comes back: hôpital, hospitaliser."""

_QUALITIES = """
    ampl blanch bonh chal coul doul épaiss err fav ferv fraîch fur grand gross haut heur honn horr
    hum larg lent liqu longu lou lu maj malh min noirc od p prim profond raid rigu rond roug rum sav
    splend stup su terr torp tum val vap vigu
"""
"""What comes before -eur where nobody acts: largeur, chaleur, valeur."""
_ACTORS = (
    (f"(?<!^{')(?<!^'.join(_QUALITIES.split())})(?:eur|euse)s?", "eur eus or"),
    ("(?<=.{3})trices?", "teur tor tric"),
    ("(?<=.{3})istes?", "ist"),
)
_MAKING = re.compile(
    r"(?:a(?:([bcfglnprst])(?=\1))?|r[ae]|é)(?=.{4,}(?:ir|issement|i)$)"
    "|(?:en|em(?!pêch|ploy)|dé|dés)(?=.{4,}(?:er|ement|age|é)$)"
)
"""What a verb has before the adjective or noun that it is made of: agrandir, empoisonner."""


def _bases(lemma: str) -> Iterator[str]:
    yield unaccented(lemma)
    if lemma.translate(_HATS) != lemma:
        yield unaccented(lemma.translate(_HATS))
    if lemma.endswith(("s", "x")) and len(lemma) > len("tous"):
        yield unaccented(lemma[:-1])


def _made_of(lemma: str) -> str:
    made = _MAKING.match(lemma)
    return unaccented(lemma[made.end() :]) if made else ""


TABLE = Derivation(_ENDINGS, _ALTERNATIONS, _bases, _made_of, _ACTORS, families(FRENCH))
