"""Exports: the languages wanted alone; several glossaries as one, and nothing overwritten."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import built_glossary, fill
from termbase.bootstrap import LocalFiles, open_base, terms_of, units_of
from termbase.model.concept import Concept, Definition, Glossary, LanguageSection, Relation, Term
from termbase.model.unit import MemoryHeader, Property, TranslationUnit, Variant
from termbase.stores.sqlite import SqliteBase
from termbase.usecases.export_base import chosen_glossary, chosen_units, joint_header

FRENCH = ("fr-FR", "fr-CA")


def unit(*languages: str) -> TranslationUnit:
    """Return a unit with a text in each language."""
    return TranslationUnit(
        tuple(Variant(one, (f"in {one}",)) for one in languages), "-".join(languages)
    )


@pytest.fixture
def base() -> Iterator[SqliteBase]:
    """Yield an empty base."""
    with open_base(":memory:", write=True) as opened:
        yield opened


def put_units(base: SqliteBase, name: str, *units: TranslationUnit, source: str = "fr") -> None:
    """Put units into a memory."""
    store = units_of(base)
    with base.changing():
        store.add_units(store.put_memory(name, MemoryHeader(source)), units)


def put_concepts(base: SqliteBase, name: str, *concepts: Concept, title: str = "") -> None:
    """Put concepts into a glossary."""
    store = terms_of(base)
    with base.changing():
        number = store.put_glossary(name, Glossary((), title=title))
        for concept in concepts:
            store.put_concepts(number, [concept])


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ((), ["fr-en-ru", "fr-en", "FR_ca-RU", "fr-FR-fr-CA", "en"]),
        (("fr", "en"), ["fr-en", "fr-en"]),
        (("fr", "ru"), ["fr-ru", "FR_ca-RU"]),
        (("fr-CA", "ru"), ["fr-ru", "FR_ca-RU"]),
        (("en", "ru"), ["en-ru"]),
        (("fr", "en", "ru"), ["fr-en-ru", "fr-en", "FR_ca-RU"]),
        (("en",), ["en", "en", "en"]),
        (("de", "fr"), []),
    ],
)
def test_units_leave_with_the_languages_wanted(base, wanted, kept) -> None:
    """A unit that has fewer than two of them has nothing to say; regions are not languages."""
    put_units(base, "m", unit("fr", "en", "ru"), unit("fr", "en"), unit("FR_ca", "RU"))
    put_units(base, "n", unit(*FRENCH), unit("en"))
    store = units_of(base)

    found = chosen_units(store, store.memories(), wanted)

    assert ["-".join(one.language for one in whole.variants) for whole in found] == kept


def test_a_unit_keeps_what_is_said_of_it(base) -> None:
    """Leaving out a language touches neither its id nor its properties."""
    whole = TranslationUnit(
        unit("fr", "en", "ru").variants, "7", (("usagecount", "2"),), (Property("x", "1"),)
    )
    put_units(base, "m", whole)
    store = units_of(base)

    [found] = chosen_units(store, store.memories(), ("fr", "ru"))

    assert (found.id, found.attributes, found.properties) == (
        whole.id,
        whole.attributes,
        whole.properties,
    )


def test_only_the_memories_chosen_are_read(base) -> None:
    """Each by its name."""
    put_units(base, "a", unit("fr", "en"))
    put_units(base, "b", unit("fr", "ru"))
    store = units_of(base)

    assert [one.id for one in chosen_units(store, store.memories()[1:], ())] == ["fr-ru"]


def test_a_header_is_kept_for_one_memory_and_plain_for_several(base) -> None:
    """Memories of one source language have it together; of several, any text may be source."""
    put_units(base, "a", source="fr")
    put_units(base, "b", source="fr")
    put_units(base, "c", source="en")
    infos = units_of(base).memories()

    assert joint_header(infos[:1]) is infos[0].header
    assert joint_header(infos[:2]) == MemoryHeader("fr")
    assert joint_header(infos) == MemoryHeader("*all*")


def concept(id: str, *terms: tuple[str, str], see: str = "") -> Concept:
    """Return a concept with terms as (language, text)."""
    relations = (Relation("see", see),) if see else ()
    return Concept(id, tuple(Term(text, language) for language, text in terms), relations=relations)


def test_one_glossary_leaves_as_it_came(base) -> None:
    """With all that it says of itself."""
    whole = concept("c1", ("fr", "mot"), ("en", "word"))
    put_concepts(base, "a", whole, title="Title")
    store = terms_of(base)

    assert chosen_glossary(store, store.glossaries(), ()) == Glossary((whole,), title="Title")


def test_terms_leave_in_the_languages_wanted(base) -> None:
    """With the definitions in them; a concept without such a term stays behind."""
    full = Concept(
        "c1",
        (Term("mot", "fr-CA"), Term("word", "en"), Term("слово", "ru")),
        definitions=(Definition("", "x"), Definition("fr", "y"), Definition("en", "z")),
        sections=(LanguageSection("en", 1),),
    )
    put_concepts(base, "a", full, concept("c2", ("en", "only")))
    store = terms_of(base)

    [found] = chosen_glossary(store, store.glossaries(), ("fr", "ru")).concepts

    assert [one.text for one in found.terms] == ["mot", "слово"]
    assert [one.text for one in found.definitions] == ["x", "y"]
    assert found.sections == ()


def test_ids_that_clash_become_different_and_relations_follow(base) -> None:
    """Every concept is there, each id once, each relation within its own glossary."""
    put_concepts(base, "a", concept("c1", ("fr", "a1"), see="c2"), concept("c2", ("fr", "a2")))
    put_concepts(
        base,
        "b",
        concept("c1", ("fr", "b1"), see="c3"),
        concept("c3", ("fr", "b3"), see="c1"),
        concept("c4", ("fr", "b4"), see="elsewhere"),
        title="B",
    )
    put_concepts(base, "c", concept("b-c1", ("fr", "c"), see="b-c1"))
    store = terms_of(base)

    found = chosen_glossary(store, store.glossaries(), ())

    texts = {one.terms[0].text: one for one in found.concepts}
    assert list(texts) == ["a1", "a2", "b1", "b3", "b4", "c"]
    assert len({one.id for one in found.concepts}) == 6
    assert (texts["a1"].id, texts["b1"].id) == ("c1", "b-c1")
    targets = {text: one.relations[0].target for text, one in texts.items() if one.relations}
    assert targets == {
        "a1": "c2",
        "b1": "c3",
        "b3": "b-c1",
        "b4": "elsewhere",
        "c": texts["c"].id,
    }
    assert found.title == "a, B, c"


@given(st.lists(st.lists(st.sampled_from(["c", "b-c", "b-b-c", "a-c"]), unique=True), max_size=3))
def test_no_concept_overwrites_another(ids) -> None:
    """Whatever the glossaries call them: all are there, and each id once."""
    with open_base(":memory:", write=True) as base:
        for name, own in zip("abc", ids, strict=False):
            put_concepts(base, name, *(concept(one, ("fr", f"{name}:{one}")) for one in own))
        store = terms_of(base)

        found = chosen_glossary(store, store.glossaries(), ()).concepts if ids else ()

    assert len({one.id for one in found}) == len(found) == sum(map(len, ids))
    assert len({one.terms[0].text for one in found}) == len(found)


def test_the_article_s_glossary_leaves_and_comes_back(tmp_path) -> None:
    """Through TBX, in two languages: the same terms, each concept under its id."""
    path = str(tmp_path / "out.tbx")
    with open_base(fill(str(tmp_path / "x.db"), built_glossary())) as base:
        store = terms_of(base)
        chosen = chosen_glossary(store, store.glossaries(), ("fr", "ru"))
    LocalFiles().write_glossary(path, chosen)

    read = LocalFiles().read_glossary(path)

    def said(glossary: Glossary) -> dict[str, set[tuple[str, str]]]:
        return {
            one.id: {(term.language, term.text) for term in one.terms} for one in glossary.concepts
        }

    assert said(read) == said(chosen)
    assert {term.language for one in chosen.concepts for term in one.terms} == {"fr", "ru"}
