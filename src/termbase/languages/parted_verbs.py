"""Parts of verbs that leave them: prefixes, particles, complements, and pronouns."""

from __future__ import annotations


def _sets(**lists: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(text.split()) for language, text in lists.items()}


SEPARABLE_PREFIXES = _sets(
    de="""ab an auf aus bei dar durch ein empor entgegen fern fest fort frei gegenüber gleich her
        herab heran herauf heraus herbei herein herum herunter hervor hin hinab hinauf hinaus
        hinein hinunter hinzu hoch klar los mit nach nieder statt teil über um unter vor voran
        voraus vorbei vorher weg weiter wieder zu zurück zusammen""",
    nl="""aan achter af bij binnen dicht door in los mee na neer om onder op open over samen tegen
        terug toe uit vast voor voort vooruit weg""",
)
"""By language: what ends the clause where the verb is in a finite form."""

PARTICLES = _sets(en="apart aside away back down forward in off on out over through together up")
"""By language: what may stand behind the object of its verb."""

AFTER_A_CLAUSE = _sets(
    de="""und oder aber sowie bzw zu als bei bevor bis damit dass falls mit nachdem ob ohne per
        sobald sodass solange während weil wenn""",
    en="""and or but to before after when if as while by with for at from again because during in
        now once so then unless until using via without""",
    nl="""en of maar te als bij dan dat door met nadat naar om op per sinds tijdens tot totdat van
        via voor voordat wanneer zodat zodra zonder""",
)
"""By language: what may follow a prefix or particle; anything else makes it a preposition."""

INFINITIVE_MARKS = {"de": "zu", "nl": "te"}
"""By language: what stands between a part of a verb and its infinitive: «in Betrieb zu nehmen»."""

COMPLEMENTS = _sets(en="into onto", fr="à en au aux hors sous sur")
"""By language: how a complement begins that an object may part from its verb."""

INFINITIVES = {"en": ("",), "fr": ("er", "ir", "re")}
"""How what has such a complement ends: «mise en orbite» is a noun and has forms of its own."""

OWN_PRONOUN = _sets(cs="se si", de="sich", es="se", it="si", nl="zich", pl="się", pt="se")
"""By language: the pronoun of a reflexive verb, as a dictionary has it.

French is left out: «lavez-vous» for «se laver» is told, as information, as a derived form is.
"""

REFLEXIVE_PRONOUNS = _sets(
    cs="se si",
    de="sich mich dich mir dir uns euch",
    es="se me te nos os",
    it="si mi ti ci vi",
    nl="zich me mij je jou ons u",
    pl="się",
    pt="se me te nos vos",
)
"""By language: what that pronoun becomes with the person."""

ENCLITIC = {"es": ("r", ""), "it": ("r", "e")}
"""Where it is written to the infinitive: the letter before it, and what the infinitive lost."""
