"""Concordances and known terms: every place, none twice, the renderings beside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import fill
from termbase.bootstrap import open_base, terms_of, units_of
from termbase.memory.concordance import find_phrase, parse_phrase
from termbase.model.concept import Concept, Glossary, Term
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.text import lexicons
from termbase.usecases.look_up_terms import Filter
from termbase.usecases.mark_renderings import renderings_of
from termbase.usecases.recognise_terms import known_terms, terms_inside
from termbase.usecases.show_concordance import concordance

vocabulary = st.sampled_from(["satellite", "satellites", "russe", "russes", "et", "l’État,", "Été"])
sentences = st.lists(vocabulary, max_size=5).map(" ".join)


@given(st.lists(sentences, max_size=6), st.lists(vocabulary, min_size=1, max_size=2), st.booleans())
def test_a_concordance_shows_what_reading_everything_would_show(texts, query, exact) -> None:
    """Every unit whose text holds the phrase, in the order of the memory, with its spans."""
    asked = f'"{" ".join(query)}"' if exact else " ".join(query)
    once = list(dict.fromkeys(texts))
    with open_base(":memory:", write=True) as base, base.changing():
        units = units_of(base)
        found = [TranslationUnit((Variant("fr", (text,)),)) for text in texts]
        units.add_units(units.put_memory("m", MemoryHeader("fr")), found)

        answer = concordance(asked, units, source="fr", limit=3)

    spans = {text: find_phrase(text, parse_phrase(asked), "fr") for text in once}
    expected = [(at, text, spans[text]) for at, text in enumerate(once, 1) if spans[text]]
    assert answer["count"] == len(expected)
    assert [(hit["unit"], hit["text"], hit["spans"]) for hit in answer["hits"]] == expected[:3]


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """Yield the base of the article."""
    with open_base(fill(str(tmp_path_factory.mktemp("show") / "x.db"))) as opened:
        yield opened


def test_both_sides_of_a_concordance_are_marked(base) -> None:
    """The phrase in any form, and what the glossary knows to render it."""
    query = "télédétection"

    answer = concordance(
        query,
        units_of(base),
        targets=["en"],
        renderings=renderings_of(query, None, terms_of(base)),
    )

    assert answer["count"] == len(answer["hits"]) >= 3
    for hit in answer["hits"]:
        assert hit["language"] == "fr"
        assert {hit["text"][start:end].lower() for start, end in hit["spans"]} == {query}
        english = hit["targets"]["en"]
        marked = [english["text"][start:end] for start, end in english["spans"]]
        assert any("remote sensing" in one for one in marked)


def test_known_renderings_are_counted_by_their_term(base) -> None:
    """«дистанционного зондирования» counts for «дистанционное зондирование»: nothing to guess."""
    query = "télédétection"

    answer = concordance(
        query, units_of(base), renderings=renderings_of(query, None, terms_of(base))
    )

    assert list(answer["renderings"]["ru"]) == ["дистанционное зондирование"]
    assert answer["guesses"] == {}
    assert answer["hits"][0]["targets"]["ru"]["terms"] == ["дистанционное зондирование"]


def test_renderings_that_no_glossary_knows_are_guessed() -> None:
    """From what stands opposite wherever the phrase stands; each unit is marked."""
    pairs = [
        ("La télédétection est ancienne.", "Remote sensing is old."),
        ("Un satellite de télédétection vole.", "A remote sensing satellite flies."),
        ("La télédétection et la carte.", "The map and remote sensing."),
        *((f"Le satellite {n} vole.", f"The satellite {n} flies.") for n in range(60)),
    ]
    with open_base(":memory:", write=True) as base, base.changing():
        units = units_of(base)
        made = [TranslationUnit((Variant("fr", (fr,)), Variant("en", (en,)))) for fr, en in pairs]
        units.add_units(units.put_memory("m", MemoryHeader("fr")), made)

        answer = concordance("télédétection", units, renderings=lambda *_: [])
        unwanted = concordance("télédétection", units)

    assert (answer["renderings"], answer["guesses"]) == ({}, {"en": {"remote sensing": 3}})
    spans = [hit["targets"]["en"]["guessed"] for hit in answer["hits"]]
    assert spans == [[(0, 14)], [(2, 16)], [(12, 26)]]
    assert unwanted["guesses"] == {}


def test_known_terms_of_a_text_stand_in_its_order(base) -> None:
    """Each once, with how often and where, and its renderings in the languages wanted."""
    text = "L’État de l’Union, des engins spatiaux et l'État de l'Union."

    answer = known_terms(text, terms_of(base), source="fr", targets=["en"])

    hits = {hit["term"]: hit for hit in answer["hits"]}
    assert list(hits)[:2] == ["État de l'Union", "engin spatial"]
    assert hits["État de l'Union"]["count"] == 2
    shown = [text[start:end] for start, end in hits["État de l'Union"]["spans"]]
    assert shown == ["État de l’Union", "État de l'Union"]
    assert hits["engin spatial"]["targets"]["en"][0]["term"] == "spacecraft"


def test_known_terms_pass_the_same_filters(base) -> None:
    """A glossary that is not there knows nothing; a domain keeps its own."""
    text = "L’État de l’Union et des engins spatiaux."

    def found(**only: str) -> list[str]:
        answer = known_terms(text, terms_of(base), source="fr", only=Filter(**only))
        return [hit["term"] for hit in answer["hits"]]

    assert found(glossary="nothing") == []
    assert found(domain="spacecraft") == ["engin spatial"]
    assert found(customer="nobody") == []
    assert found(region="nowhere") == []
    assert len(found(glossary="space")) == len(found())


def test_without_terms_nothing_is_marked() -> None:
    """An empty base marks no renderings and knows no terms."""
    with open_base(":memory:", write=True) as empty:
        terms = terms_of(empty)

        assert renderings_of("satellite", None, terms)("a satellite", "en") == []
        assert known_terms("satellite", terms, source="fr")["hits"] == []


def test_terms_inside_of_others_are_found_when_asked_for(base) -> None:
    """«engin spatial» stands in «petit engin spatial»."""
    text = "un petit engin spatial"

    def found(overlaps: bool) -> list[str]:
        answer = known_terms(text, terms_of(base), source="fr", overlaps=overlaps)
        return [hit["term"] for hit in answer["hits"]]

    assert found(False) == ["petit engin spatial"]
    assert found(True) == ["petit engin spatial", "engin spatial", "engin"]


def test_a_phrase_may_be_made_of_terms_without_spaces() -> None:
    """As in Japanese, or joined by a hyphen; one word is made of nothing."""
    held = (Term("衛星", "ja"), Term("低軌道", "ja"), Term("satelite", "eu"))
    with open_base(":memory:", write=True) as opened, opened.changing():
        terms = terms_of(opened)
        number = terms.put_glossary("some", Glossary(()))
        terms.put_concepts(number, [Concept(term.text, (term,)) for term in held])

        for phrase, inside in (
            ("低軌道衛星", ["低軌道", "衛星"]),
            ("satelite-sistema", ["satelite"]),
            ("satelite", []),
        ):
            found = terms_inside(phrase, terms, source=None)
            assert [hit["term"] for hit in found] == inside


def test_of_languages_with_as_much_of_a_query_its_own_is_named() -> None:
    """«cosmonautes» is a form of the English word as of the French one; «biélorusses» is French."""
    cosmonaut = Concept("c", (Term("cosmonaut", "en"), Term("cosmonaute", "fr")))
    with open_base(":memory:", write=True) as opened, opened.changing():
        terms = terms_of(opened)
        terms.put_concepts(terms.put_glossary("some", Glossary(())), [cosmonaut])
        [found] = terms_inside("cosmonautes biélorusses", terms, source=None)

    assert found["term"] == "cosmonaute"


def test_a_compound_has_the_terms_that_begin_or_end_it() -> None:
    """In the language whose terms are most of it, where it writes compounds as one word."""
    held = (
        *(Term("Satellit", "de"), Term("Umlaufbahn", "de"), Term("satellit", "da")),
        *(Term("Raumstation", "de"), Term("photo", "en")),
    )
    with open_base(":memory:", write=True) as opened, opened.changing():
        terms = terms_of(opened)
        number = terms.put_glossary("some", Glossary(()))
        terms.put_concepts(number, [Concept(f"{one.text}-{one.language}", (one,)) for one in held])

        for word, inside in (
            ("Satellitenumlaufbahn", [("Satellit", [0, 8]), ("Umlaufbahn", [10, 20])]),
            ("Weltraumstation", [("Raumstation", [4, 15])]),
            ("Großraumstation", [("Raumstation", [4, 15])]),
            ("Satellit" + "en" * 5000, []),
            ("photograph", []),
            ("Station", []),
        ):
            found = terms_inside(word, terms, source=None)
            assert [(hit["term"], hit["spans"][0]) for hit in found] == inside


def test_no_lexicon_is_opened_for_a_phrase_without_terms(monkeypatch) -> None:
    """A glossary of many languages would open all; one that has a word of it is enough."""
    opened_names: list[str] = []
    read = lexicons._lemmatised
    monkeypatch.setattr(
        lexicons, "_lemmatised", lambda name: opened_names.append(name) or read(name)
    )
    with open_base(":memory:", write=True) as opened, opened.changing():
        terms = terms_of(opened)
        held = Term("orbite", "fr"), Term("orbitale", "it"), Term("Orbiter", "de")
        terms.put_concepts(terms.put_glossary("some", Glossary(())), [Concept("c", held)])
        lexicons.readings.cache_clear()
        opened_names.clear()

        assert terms_inside("wrench for plumbers", terms, source=None) == []
        assert opened_names == []
        [found] = terms_inside("la nouvelle orbite", terms, source=None)

    assert found["term"] == "orbite"
    assert set(opened_names) == {"fr"}


@pytest.mark.parametrize(
    ("phrase", "source", "inside"),
    [
        ("shuttle STS-51", None, [r"STS-\d+"]),
        ("shuttle STS-51", "en", [r"STS-\d+"]),
        ("vacation emails policy", None, ["e-mail"]),
        ("station orbital power", None, ["power"]),
    ],
)
def test_a_phrase_has_terms_that_its_words_alone_do_not_tell(phrase, source, inside) -> None:
    """Patterns, words with a hyphen less, and a language with fewer of its words."""
    held = [
        *(Term(r"STS-\d+", "en", match="regex"), Term("e-mail", "en"), Term("power", "de")),
        *(Term("station spatiale", "fr"), Term("débris orbital", "fr")),
    ]
    with open_base(":memory:", write=True) as opened, opened.changing():
        terms = terms_of(opened)
        number = terms.put_glossary("some", Glossary(()))
        terms.put_concepts(number, [Concept(one.text, (one,)) for one in held])
        found = terms_inside(phrase, terms, source=source)

    assert [hit["term"] for hit in found] == inside
