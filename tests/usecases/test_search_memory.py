"""Search: every unit that is like a text, none other, and always in the same order."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import fill
from termbase.bootstrap import open_base, units_of
from termbase.memory.context import Context, neighbour
from termbase.memory.penalties import POINTS, penalties
from termbase.memory.similarity import raw_score, tokens
from termbase.memory.unit_filter import UnitFilter
from termbase.model.language import speaks
from termbase.model.unit import InlineCode, MemoryHeader, Property, TranslationUnit, Variant
from termbase.ports import Record
from termbase.ports.units import UnitStore
from termbase.usecases.search_memory import Trust, Wishes, search

WITHOUT_AMBIGUOUS = Wishes({name: cost for name, cost in POINTS.items() if name != "ambiguous"})
words = st.sampled_from(
    ["un", "Un", "petit", "satellite", "russe", "l’", "l'", "État", ",", "8,57"]
)
sentences = st.lists(words, max_size=6).map(" ".join)
languages = st.sampled_from(["fr", "fr-FR", "fr-CA", "en"])
confidences = st.sampled_from([(), (Property("x-confidence", "0.9"),)])


def unit(text: str, *others: str, date: str = "", aligned: bool = False) -> TranslationUnit:
    """Return a unit in French, English, Russian."""
    spoken = zip(("fr", "en", "ru"), (text, *others), strict=False)
    return TranslationUnit(
        tuple(Variant(language, (said,)) for language, said in spoken),
        attributes=(("changedate", date),) if date else (),
        properties=(Property("x-confidence", "0.90"),) if aligned else (),
    )


@contextmanager
def memories(**named: list[TranslationUnit]) -> Iterator[UnitStore]:
    """Yield a base with memories."""
    with open_base(":memory:", write=True) as base:
        store = units_of(base)
        with base.changing():
            for name, found in named.items():
                store.add_units(store.put_memory(name, MemoryHeader("fr")), found)
        yield store


def scores(answer: Record) -> list[tuple[int, str]]:
    """Return the score and text of each hit."""
    return [(hit["score"], hit["text"]) for hit in answer["hits"]]


random_units = st.lists(
    st.builds(
        lambda spoken, date, properties: TranslationUnit(
            tuple(Variant(language, (text,)) for language, text in spoken),
            attributes=(("changedate", date),) if date else (),
            properties=properties,
        ),
        st.lists(st.tuples(languages, sentences), min_size=1, max_size=3),
        st.sampled_from(["", "20250101T000000Z", "20260101T000000Z"]),
        confidences,
    ),
    max_size=8,
)


@given(random_units, random_units, sentences, languages, st.integers(1, 100))
def test_search_finds_what_reading_everything_would_find(
    one, other, query, source, minimum
) -> None:
    """Brute force over every text of every unit: the same hits, scores and order."""
    expected = []
    for name, found in (("a", one), ("b", other)):
        for number, whole in enumerate(dict.fromkeys(found), 1):
            scored = [
                slow_score(query, whole, v) for v in whole.variants if speaks(v.language, source)
            ]
            if scored and max(scored) >= minimum:
                date = dict(whole.attributes).get("changedate", "")
                expected.append((max(scored), date, name, number))
    expected.sort(key=lambda hit: (hit[2], hit[3]))
    expected.sort(key=lambda hit: (hit[0], hit[1]), reverse=True)

    with memories(b=other, a=one) as units:
        hits = search(
            query, units, source=source, minimum=minimum, limit=99, wishes=WITHOUT_AMBIGUOUS
        )["hits"]

    assert [(hit["score"], hit["changed"], hit["memory"], hit["unit"]) for hit in hits] == expected


def slow_score(query: str, whole: TranslationUnit, variant: Variant) -> int:
    """Return the score of a text, said in other words than the code says it."""
    raw = raw_score(tokens(query), tokens(variant.text))
    spelling = sum(one.points for one in penalties(query, variant.text, raw, {}))
    unreviewed = 2 if whole.values("x-confidence") else 0
    return max(0, raw - spelling - unreviewed)


def test_an_exact_match_is_answered_alone() -> None:
    """Without a minimum; with one, near matches follow; without an exact one they come from 70."""
    near = "Un grand satellite russe."
    with memories(m=[unit("Un petit satellite russe."), unit(near), unit("Rien.")]) as units:
        alone = search("Un petit satellite russe.", units, source="fr")
        both = search("Un petit satellite russe.", units, source="fr", minimum=80)
        only_near = search("Un vieux satellite russe.", units, source="fr")

    assert scores(alone) == [(100, "Un petit satellite russe.")]
    assert scores(both) == [(100, "Un petit satellite russe."), (80, near)]
    assert scores(only_near) == [(80, near), (80, "Un petit satellite russe.")][::-1]


def test_the_minimum_holds_after_penalties() -> None:
    """A match of 80 that nobody reviewed is one of 78."""
    with memories(m=[unit("Un petit satellite russe.", aligned=True)]) as units:
        query = "Un grand satellite russe."
        [hit] = search(query, units, source="fr", minimum=78)["hits"]
        missed = search(query, units, source="fr", minimum=79)["hits"]

    assert (hit["raw"], hit["score"]) == (80, 78)
    assert hit["penalties"] == [{"name": "unreviewed", "points": 2}]
    assert missed == []


def test_equal_scores_stand_newest_first_then_by_memory_and_place() -> None:
    """The order is total: the same whichever memory was filled first."""
    old, new = unit("Mot.", date="20250101T000000Z"), unit("Mot.", "x", date="20260101T000000Z")
    undated = [unit("Mot.", at) for at in ("1", "2")]

    orders = []
    for names in (("a", "b"), ("b", "a")):
        with memories(**{name: [*undated, old, new] for name in names}) as units:
            hits = search("Mot.", units, source="fr", limit=9)["hits"]
            orders.append([(hit["memory"], hit["unit"]) for hit in hits])

    by_rule = [("a", 4), ("b", 4), ("a", 3), ("b", 3), ("a", 1), ("a", 2), ("b", 1), ("b", 2)]
    assert orders == [by_rule, by_rule]


def test_a_unit_is_one_hit_with_its_better_text() -> None:
    """Also where it has two texts in the language of the query."""
    two = TranslationUnit(
        tuple(Variant("fr", (text,)) for text in ("Un petit satellite.", "Un grand satellite."))
    )
    with memories(m=[two]) as units:
        [hit] = search("Un grand satellite.", units, source="fr", minimum=50)["hits"]

    assert (hit["score"], hit["text"]) == (100, "Un grand satellite.")


@pytest.mark.parametrize(
    ("asked", "found"), [("fr", 3), ("fr-CA", 2), ("FRA", 3), ("en", 0), ("fr-BE", 1)]
)
def test_a_region_that_is_asked_for_counts(asked: str, found: int) -> None:
    """Texts of that region and texts without any; without a region, all of the language."""
    units = [TranslationUnit((Variant(tag, ("Mot.",)),)) for tag in ("fr", "fr-CA", "fr-FR")]
    with memories(m=units) as store:
        assert len(search("Mot.", store, source=asked)["hits"]) == found
        assert len(search("Mot !", store, source=asked, minimum=50)["hits"]) == found


def test_a_search_may_keep_to_one_memory_and_a_limit() -> None:
    """The limit counts the best of what is left."""
    near = [unit(f"Un petit satellite {word}.") for word in ("russe", "biélorusse", "français")]
    with memories(a=near, b=near[:1]) as units:
        query = "Un petit satellite américain."
        only = search(query, units, source="fr", wishes=Wishes(filter=UnitFilter(["b"])))["hits"]
        few = search(query, units, source="fr", limit=2)["hits"]

    assert [hit["memory"] for hit in only] == ["b"]
    assert [(hit["memory"], hit["unit"]) for hit in few] == [("a", 1), ("a", 2)]


def test_targets_are_named_as_they_were_asked_for() -> None:
    """Without a wish, all languages but the source's, as written."""
    spoken = (("fr", "Mot."), ("fr-CA", "Mot !"), ("en-GB", "Word."), ("RU", "Слово."))
    with memories(
        m=[TranslationUnit(tuple(Variant(tag, (text,)) for tag, text in spoken))]
    ) as units:
        [every] = search("Mot.", units, source="fr")["hits"]
        [wished] = search("Mot.", units, source="fr", targets=["en", "ru", "de"])["hits"]

    assert every["targets"] == {"en-GB": "Word.", "RU": "Слово."}
    assert wished["targets"] == {"en": "Word.", "ru": "Слово."}


def test_only_a_near_match_shows_differences_and_terms() -> None:
    """They cost time, and an exact match has none to show."""
    asked: list[tuple[str, str]] = []

    def terms(text: str, language: str) -> list[Record]:
        asked.append((text, language))
        return [{"term": "satellite"}]

    with memories(m=[unit("Un petit satellite.")]) as units:
        [exact] = search("Un petit satellite.", units, source="fr", terms=terms)["hits"]
        [near] = search("Un grand satellite.", units, source="fr", terms=terms)["hits"]

    assert "differences" not in exact
    assert "".join(text for kind, text in near["differences"] if kind != "+") == near["text"]
    assert near["terms"] == [{"term": "satellite"}]
    assert asked == [("Un petit satellite.", "fr")]


def test_codes_inside_of_a_text_are_not_compared() -> None:
    """A bold word matches a plain one; what is highlighted counts as text."""
    bold = (
        "Un ",
        InlineCode("bpt", (("i", "1"),), ("<b>",)),
        InlineCode("hi", (), ("petit",)),
        InlineCode("ept", (("i", "1"),), ("</b>",)),
        " mot.",
    )
    with memories(m=[TranslationUnit((Variant("fr", bold), Variant("en", ("A word.",))))]) as units:
        [hit] = search("Un petit mot.", units, source="fr")["hits"]

    assert (hit["raw"], hit["text"]) == (100, "Un petit mot.")
    assert hit["penalties"] == [{"name": "codes-different", "points": 1}]


def test_the_article_s_memory_answers_a_translator(tmp_path) -> None:
    """With a sentence it has, one in another spelling, and one that it nearly has."""
    with open_base(fill(str(tmp_path / "x.db"))) as base:
        units = units_of(base)
        [same] = search("Lors de la réunion.", units, source="fr", targets=["en"])["hits"]
        [typed] = search("lors de la RÉUNION.", units, source="fr", targets=["ru"])["hits"]
        [back] = search("В ходе встречи.", units, source="ru", targets=["fr"])["hits"]
        query = (
            "Aujourd'hui, les spécialistes français continuent de travailler à la création d'un "
            "satellite pour la télédétection de la Terre et d'un système spatial."
        )
        near = search(query, units, source="fr")["hits"]

    assert (same["score"], same["targets"]) == (100, {"en": "During the meeting."})
    assert (typed["score"], typed["targets"]) == (99, {"ru": "В ходе встречи."})
    assert (back["score"], back["targets"]) == (100, {"fr": "Lors de la réunion."})
    assert len(near) == 1
    assert "russes et biélorusses" in [text for kind, text in near[0]["differences"] if kind == "-"]


def test_what_stood_between_the_same_neighbours_scores_101() -> None:
    """In one of its places; a penalty, or another neighbour, leaves no 101."""
    places = Property("x-occurrence", f"a.txt:1 {neighbour('Avant.')} -")
    known = TranslationUnit((Variant("fr", ("Mot.",)),), properties=(places,))
    with memories(m=[known]) as units:
        found = [
            search(query, units, source="fr", wishes=Wishes(context=context))["hits"][0]["score"]
            for query, context in (
                ("Mot.", Context("Avant.", "")),
                ("Mot.", Context("Avant.", "Après.")),
                ("Mot.", Context()),
                ("MOT.", Context("Avant.", "")),
            )
        ]

    assert found == [101, 100, 100, 99]


def test_a_context_id_makes_101_too() -> None:
    """As other tools keep it: in a property whose type ends with context."""
    known = TranslationUnit((Variant("fr", ("Mot.",)),), properties=(Property("x-context", "k7"),))
    with memories(m=[known]) as units:
        scored = [
            search("Mot.", units, source="fr", wishes=Wishes(context=Context(id=name)))
            for name in ("k7", "k8")
        ]

    assert [one["hits"][0]["score"] for one in scored] == [101, 100]


def test_several_translations_of_one_text_cost_each_a_point() -> None:
    """Where they differ in a language that is wanted."""
    with memories(m=[unit("Mot.", "Word.", "Слово."), unit("Mot.", "Term.", "Слово.")]) as units:
        both = search("Mot.", units, source="fr", targets=["en"])["hits"]
        agreed = search("Mot.", units, source="fr", targets=["ru"])["hits"]

    assert [hit["score"] for hit in both] == [99, 99]
    assert both[0]["penalties"] == [{"name": "ambiguous", "points": 1}]
    assert [hit["score"] for hit in agreed] == [100, 100]


def test_the_unit_of_the_very_place_is_not_ambiguous() -> None:
    """Of several translations of one text it is the one that is meant; the others lose a point."""
    here = TranslationUnit(
        (Variant("fr", ("Mot.",)), Variant("en", ("Word.",))),
        properties=(Property("x-context", "k7"),),
    )
    with memories(m=[unit("Mot.", "Term."), here]) as units:
        hits = search("Mot.", units, source="fr", wishes=Wishes(context=Context(id="k7")))["hits"]

    assert [(hit["score"], len(hit["penalties"])) for hit in hits] == [(101, 0), (99, 1)]


def test_a_memory_may_come_first_or_cost_something() -> None:
    """Priority decides between equal scores, before the date; a penalty lowers the score."""
    old, new = unit("Mot.", date="20200101T000000Z"), unit("Mot.", date="20260101T000000Z")
    with memories(a=[new], b=[old]) as units:
        first = search("Mot.", units, source="fr", wishes=Wishes(trust={"b": Trust(priority=1)}))
        cost = search("Mot.", units, source="fr", wishes=Wishes(trust={"a": Trust(penalty=5)}))

    assert [hit["memory"] for hit in first["hits"]] == ["b", "a"]
    assert [(hit["memory"], hit["score"]) for hit in cost["hits"]] == [("b", 100), ("a", 95)]


def test_a_text_with_other_numbers_is_offered_with_yours() -> None:
    """Beside the scores on words, and on words whatever their form."""
    with memories(m=[unit("Les 3 satellites volent.", "The 3 satellites fly.")]) as units:
        [hit] = search("Les 4 satellites volent.", units, source="fr")["hits"]
        [other] = search("Le satellite vole.", units, source="fr", minimum=10)["hits"]

    assert hit["substituted"] == {"en": "The 4 satellites fly."}
    assert hit["penalties"] == [{"name": "numbers", "points": 1}]
    assert (other["words"], other["keys"] > other["words"]) == (0, True)
