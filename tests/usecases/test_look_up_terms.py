"""A query becomes concepts: each once, with its terms, its use, and only those that pass."""

from collections.abc import Iterator

import pytest

from article import fill
from termbase.bootstrap import open_base, terms_of, units_of
from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    Definition,
    Glossary,
    Relation,
    Scope,
    Term,
)
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.ports import Record
from termbase.ports.terms import TermStore
from termbase.ports.units import UnitStore
from termbase.usecases.look_up_terms import Filter, look_up

PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = AdministrativeStatus

UNION = Concept(
    "union",
    (
        Term("Union State", "en", PREFERRED, region="RU"),
        Term("State of the Union", "en", DEPRECATED, Scope.BILINGUAL),
        Term("State of Union", "en-GB"),
        Term("État de l'Union", "fr", PREFERRED, note="deux capitales", customer="ACME"),
        Term("Union d'États", "fr", SUPERSEDED),
        Term("Союзное государство", "ru", PREFERRED),
    ),
    subject="institutions",
    definitions=(Definition("fr", "Une organisation."),),
    relations=(Relation("see", "speech"),),
    place="space.tsv:2",
)
SPEECH = Concept("speech", (Term("discours sur l'état de l'Union", "fr", project="space"),))


@pytest.fixture
def base() -> Iterator[tuple[TermStore, UnitStore]]:
    """Yield a base with two glossaries and a memory."""
    with open_base(":memory:", write=True) as opened, opened.changing():
        terms, units = terms_of(opened), units_of(opened)
        terms.put_concepts(terms.put_glossary("space", Glossary(())), [UNION])
        terms.put_concepts(terms.put_glossary("speeches", Glossary(())), [SPEECH])
        used = TranslationUnit(
            (Variant("fr", ("Un État de l’Union, des États de l’Union.",)),),
            attributes=(("creationdate", "20261122T000000Z"),),
        )
        units.add_units(units.put_memory("m", MemoryHeader("fr"), path="m.tmx"), [used])
        yield terms, units


def ids(answer: Record) -> list[str]:
    """Return the concepts of an answer."""
    return [hit["concept"] for hit in answer["hits"]]


def test_a_hit_says_all_of_its_concept(base) -> None:
    """How it was found, its terms by status and language, its place and its use."""
    terms, units = base

    answer = look_up("État de l’Union", terms, units, source="fr")

    hit = answer["hits"][0]
    assert (answer["schema"], answer["query"], answer["source"]) == (
        "termbase.lookup/1",
        "État de l’Union",
        "fr",
    )
    assert (hit["tier"], hit["score"], hit["term"]) == ("folded", 100, "État de l'Union")
    assert (hit["status"], hit["note"], hit["customer"]) == ("preferred", "deux capitales", "ACME")
    assert (hit["glossary"], hit["concept"], hit["language"]) == ("space", "union", "fr")
    assert (hit["subject"], hit["place"]) == ("institutions", "space.tsv:2")
    assert hit["definitions"] == {"fr": "Une organisation."}
    assert hit["relations"] == [["see", "speech"]]
    assert hit["synonyms"] == [{"term": "Union d'États", "status": "superseded"}]
    assert hit["targets"] == {
        "en": [
            {"term": "Union State", "status": "preferred", "region": "RU"},
            {"term": "State of the Union", "status": "deprecated", "forbidden": "bilingual"},
        ],
        "en-GB": [{"term": "State of Union"}],
        "ru": [{"term": "Союзное государство", "status": "preferred"}],
    }
    example = {"fr": "Un État de l’Union, des États de l’Union."}
    assert hit["used"] == [
        {"memory": "m", "path": "m.tmx", "units": 1, "last": "2026-11-22", "example": example}
    ]


def test_targets_are_those_asked_for(base) -> None:
    """A language takes its regions, best status first; what is not there is left out."""
    terms, _ = base

    [hit] = look_up("Союзное государство", terms, targets=["en", "de"])["hits"]

    assert list(hit["targets"]) == ["en"]
    assert [one["term"] for one in hit["targets"]["en"]] == [
        "Union State",
        "State of Union",
        "State of the Union",
    ]
    assert hit["used"] == []


def test_a_concept_comes_once_by_its_best_term(base) -> None:
    """Although several of its terms are hits."""
    terms, _ = base

    assert ids(look_up("union", terms, source="en")) == ["union"]
    answer = look_up("State of the Union", terms)

    assert ids(answer) == ["union"]
    assert answer["hits"][0]["term"] == "State of the Union"
    assert [one["term"] for one in answer["hits"][0]["synonyms"]] == [
        "Union State",
        "State of Union",
    ]


def test_hits_stop_at_the_limit(base) -> None:
    """The best stay."""
    terms, _ = base

    assert ids(look_up("État de l'Union", terms)) == ["union", "speech"]
    assert ids(look_up("État de l'Union", terms, limit=1)) == ["union"]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Filter(), ["union", "speech"]),
        (Filter(glossary="speeches"), ["speech"]),
        (Filter(domain="institutions"), ["union"]),
        (Filter(customer="ACME"), ["union"]),
        (Filter(project="space"), ["speech"]),
        (Filter(glossary="space", project="space"), []),
        (Filter(customer="nobody"), []),
        (Filter(region="RU"), ["union"]),
        (Filter(region="RU", customer="ACME"), []),
        (Filter(process="none"), ["union", "speech"]),
        (Filter(process="finalized"), []),
    ],
)
def test_only_what_passes_every_filter_counts(base, only, expected) -> None:
    """Before the limit: what does not pass takes no place. One term has all that is wished."""
    terms, _ = base

    assert ids(look_up("État de l'Union", terms, only=only)) == expected
    assert ids(look_up("État de l'Union", terms, only=only, limit=1)) == expected[:1]


def test_a_hit_says_where_the_term_has_the_query(base) -> None:
    """In the term as it is written, whatever was folded in between."""
    terms, _ = base

    shown = {
        hit["term"]: [hit["term"][start:end] for start, end in hit["spans"]]
        for hit in look_up("ETAT de l’union", terms, source="fr")["hits"]
    }
    assert shown == {
        "État de l'Union": ["État de l'Union"],
        "discours sur l'état de l'Union": ["l", "état", "de", "l", "Union"],
    }


def test_nothing_is_an_answer_too(base) -> None:
    """Without hits."""
    terms, _ = base

    assert look_up("plombier", terms) == {
        "schema": "termbase.lookup/1",
        "query": "plombier",
        "source": None,
        "hits": [],
        "nearest": [],
    }


def test_where_nothing_is_found_the_nearest_is_named(base) -> None:
    """A term with most of its letters, too few to be meant, and a word that begins as one of it."""
    terms, _ = base

    for query, nearest in (("Onxox States", ["Union State"]), ("Onxox Slate", [])):
        answer = look_up(query, terms)
        assert (answer["hits"], answer["nearest"]) == ([], nearest)


def test_where_nothing_is_found_the_words_that_are_misspelt_are_named(tmp_path) -> None:
    """Two terms in a row with slips are no term; words that are none of their own are not named."""
    with open_base(fill(str(tmp_path / "x.db"))) as base:
        nearest = {
            query: look_up(query, terms_of(base))["nearest"]
            for query in ("fuzée teleedtecton", "orbbite fuzée", "plombier zingueur")
        }

    assert nearest == {
        "fuzée teleedtecton": ["fusée", "télédétection"],
        "orbbite fuzée": ["orbite", "fusée"],
        "plombier zingueur": [],
    }


def test_a_term_that_a_word_is_no_slip_of_is_named_as_near(tmp_path) -> None:
    """«musée» is spelt well, and may be a slip of «fusée» all the same; «blues» is far off."""
    with open_base(fill(str(tmp_path / "x.db"))) as base:
        answers = [look_up(query, terms_of(base), source="fr") for query in ("musée", "blues")]

    assert [answer["hits"] for answer in answers] == [[], []]
    assert [answer["nearest"] for answer in answers] == [["fusée"], []]


def test_a_longer_term_with_a_word_of_one_root_is_named_as_near() -> None:
    """«administrative» is spelt well, and no slip; who wants «Administration …» is helped."""
    chinese = Concept("c1", (Term("Administration spatiale nationale chinoise", "fr"),))
    with open_base(":memory:", write=True) as base, base.changing():
        terms = terms_of(base)
        terms.put_concepts(terms.put_glossary("g", Glossary(())), [chinese])
        answer = look_up("administrative", terms, source="fr")

    assert (answer["hits"], answer["nearest"]) == ([], [chinese.terms[0].text])


def test_a_word_in_two_with_a_slip_that_makes_words_of_them_is_named_as_near() -> None:
    """«spare craft» is spelt well; «spares» has too little in common with it."""
    ships = [Concept(f"c{n}", (Term(one, "en"),)) for n, one in enumerate(("spacecraft", "spares"))]
    with open_base(":memory:", write=True) as base, base.changing():
        terms = terms_of(base)
        terms.put_concepts(terms.put_glossary("g", Glossary(())), ships)
        answer = look_up("spare craft", terms, source="en")

    assert (answer["hits"], answer["nearest"]) == ([], ["spacecraft"])


def test_the_article_s_glossary_warns_of_its_trap(tmp_path) -> None:
    """«État de l'Union» is Union State; State of the Union is forbidden opposite it."""
    with open_base(fill(str(tmp_path / "x.db"))) as base:
        answer = look_up("État de l’Union", terms_of(base), units_of(base), targets=["en", "ru"])

    hit = answer["hits"][0]
    english = {one["term"]: one for one in hit["targets"]["en"]}
    assert next(iter(english)) == "Union State"
    assert english["State of the Union"]["status"] == "deprecated"
    assert english["State of the Union"]["forbidden"] == "bilingual"
    assert hit["targets"]["ru"][0]["term"] == "Союзное государство"
    assert [(one["memory"], one["path"], one["last"]) for one in hit["used"]] == [
        ("space", "tm/space.tmx", "2026-11-22")
    ]
    assert hit["used"][0]["units"] >= 5


def test_of_two_languages_with_one_word_the_one_asked_for_answers() -> None:
    """«satellite» is French and English: each has its own note, and none renders itself."""
    spoken = Concept(
        "sat",
        (Term("satellite", "fr", note="masculin"), Term("satellite", "en", note="see «moon»")),
    )
    with open_base(":memory:", write=True) as opened, opened.changing():
        terms = terms_of(opened)
        terms.put_concepts(terms.put_glossary("space", Glossary(())), [spoken])

        [french] = look_up("satellite", terms, source="fr", targets=["fr", "en"])["hits"]
        [english] = look_up("satellite", terms, source="en")["hits"]

    assert (french["note"], english["note"]) == ("masculin", "see «moon»")
    assert [one["note"] for one in french["targets"]["en"]] == ["see «moon»"]
    assert "fr" not in french["targets"]
