"""Help where nothing in the memory is like a text: what of it is known."""

from termbase.bootstrap import open_base, units_of
from termbase.memory.unit_filter import UnitFilter
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.usecases.known_parts import known_parts, with_help
from termbase.usecases.search_memory import Wishes, search

QUERY = "Hier, l’Agence Spatiale européenne a lancé un petit satellite."


def unit(text: str, other: str) -> TranslationUnit:
    """Return a unit in French and English."""
    return TranslationUnit((Variant("fr", (text,)), Variant("en", (other,))))


UNITS = [
    unit("Voici l'agence spatiale européenne en personne.", "Here is the agency."),
    unit("l'agence spatiale européenne", "the European Space Agency"),
    unit("C'est un petit satellite qui coûte plus cher.", "It is a small satellite."),
]


def test_the_shortest_unit_with_each_longest_part_is_shown() -> None:
    """In the order of the text, as it is written there, with the place in the unit."""
    with open_base(":memory:", write=True) as base:
        units = units_of(base)
        with base.changing():
            units.add_units(units.put_memory("m", MemoryHeader("fr")), UNITS)
        answer = search(QUERY, units, source="fr")

        parts = with_help(answer, units, languages=["fr"])["parts"]

        assert [(one["text"], one["unit"]) for one in parts] == [
            ("l’Agence Spatiale européenne", 2),
            ("un petit satellite", 3),
        ]
        assert parts[0]["targets"] == {"en": "the European Space Agency"}
        assert [one["in"][slice(*one["span"])] for one in parts] == [
            "l'agence spatiale européenne",
            "un petit satellite",
        ]


def test_a_part_that_nothing_translates_gives_way_to_a_shorter_one() -> None:
    """Units that are gone translate nothing either, and no part begins or ends with a sign."""
    with open_base(":memory:", write=True) as base:
        units = units_of(base)
        alone = TranslationUnit((Variant("fr", ("hier, l'agence spatiale européenne a lancé",)),))
        gone = unit("européenne a lancé un petit satellite.", "gone")
        with base.changing():
            number = units.put_memory("m", MemoryHeader("fr"))
            units.add_units(number, [alone, gone, *UNITS])
            units.remove_unit(2)

        parts = known_parts(QUERY, units, source="fr", targets=["en"])

        assert [(one["text"], one["unit"]) for one in parts] == [
            ("l’Agence Spatiale européenne", 4),
            ("un petit satellite", 5),
        ]


def test_units_that_are_not_wanted_do_not_help() -> None:
    """Nor those without a text in a language that is wanted."""
    with open_base(":memory:", write=True) as base:
        units = units_of(base)
        with base.changing():
            units.add_units(units.put_memory("m", MemoryHeader("fr")), UNITS)
        others = Wishes(filter=UnitFilter(("other",)))

        assert known_parts(QUERY, units, source="fr", wishes=others) == []
        assert known_parts(QUERY, units, source="fr", targets=["ru"]) == []


def test_a_part_is_known_from_a_unit_behind_many_that_do_not_help() -> None:
    """They are of another memory, or in other languages than those wanted."""
    with open_base(":memory:", write=True) as base:
        units = units_of(base)
        with base.changing():
            many = [
                unit(f"l'agence spatiale européenne {n}", f"the agency {n}") for n in range(120)
            ]
            units.add_units(units.put_memory("other", MemoryHeader("fr")), many)
            russian = Variant("ru", ("Европейское космическое агентство",))
            one = TranslationUnit((*UNITS[1].variants, russian))
            units.add_units(units.put_memory("m", MemoryHeader("fr")), [one])

        mine = Wishes(filter=UnitFilter(("m",)))
        for wishes, targets in ((mine, ["en"]), (None, ["ru"])):
            parts = known_parts(QUERY, units, source="fr", targets=targets, wishes=wishes)
            assert [(one["text"], one["memory"]) for one in parts] == [
                ("l’Agence Spatiale européenne", "m")
            ]
