"""What every store says of memories: all that was put in, and every text under each filter."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.values import headers, units
from termbase.memory.concordance import find_phrase, parse_phrase
from termbase.memory.similarity import raw_score, tokens
from termbase.memory.token_phrase import phrase_tokens
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.model.unit_record import record_text
from termbase.ports.units import Added
from termbase.text.forms import key_sequence

HEADER = MemoryHeader("fr")
vocabulary = st.sampled_from(
    ["satellite", "satellites", "russe", "Russes", "l’État", "de", "e\u0301te\u0301", "8,57", "½",
     "²", "ª", "спутник", "спутника", "Ёлка", "_", '"', "*", "AND", "日本", "𐐀", "\U0001e900", "꙰"]
)  # fmt: skip
sentences = st.lists(vocabulary, max_size=6).map(" ".join)
spoken = st.sampled_from(["fr", "fr-CA", "en", "ru"])


def unit(*texts: str, id: str = "", date: str = "") -> TranslationUnit:
    """Return a unit in French, English, Russian."""
    variants = zip(("fr-FR", "en", "ru"), texts, strict=False)
    attributes = (("creationdate", date),) if date else ()
    return TranslationUnit(
        tuple(Variant(language, (text,)) for language, text in variants), id, attributes
    )


simple_units = st.lists(
    st.tuples(spoken, sentences).map(lambda pair: TranslationUnit((Variant(pair[0], (pair[1],)),))),
    max_size=8,
)


@given(headers, st.lists(units, max_size=3))
def test_a_memory_comes_out_as_it_went_in(fresh, header, given_units) -> None:
    """Header and units equal what was put in, in order; what is equal in everything comes once."""
    with fresh() as store, store.changing():
        number = store.units.put_memory("m", header, path="m.tmx")

        added = store.units.add_units(number, given_units)

        once = list(dict.fromkeys(given_units))
        assert list(store.units.all_units()) == once
        assert list(store.units.all_units(repeats=True)) == given_units
        assert added == Added(new=len(once), equal=len(given_units) - len(once))
        [info] = store.units.memories()
        assert (info.name, info.path, info.header, info.units) == ("m", "m.tmx", header, len(once))


def test_a_file_read_again_adds_no_repeat(store) -> None:
    """Its repeats are there already; so are those of a unit that was there before it."""
    given_units = [unit("un", "one"), unit("deux", "two"), unit("un", "one")]
    with store.changing():
        number = store.units.put_memory("m", MemoryHeader("fr"))
        store.units.add_units(number, given_units)
        again = store.units.add_units(number, given_units)
        store.units.add_units(number, [unit("trois", "three")])

    assert again == Added(equal=3)
    assert list(store.units.all_units("m", repeats=True)) == [*given_units, unit("trois", "three")]
    assert len(list(store.units.all_units("m"))) == 3


def test_what_a_long_file_has_twice_is_kept_once_however_far_apart(store) -> None:
    """Each place is kept; the next memory and the next file know them too."""
    given_units = [unit(f"mot {n % 900}", "word", id=f"t{n % 900}") for n in range(1300)]
    with store.changing():
        number = store.units.put_memory("m", HEADER)
        added = store.units.add_units(number, given_units)
    with store.changing():
        again = store.units.add_units(number, given_units[:600])
        other = store.units.add_units(store.units.put_memory("o", HEADER), given_units[:600])

    assert added == Added(new=900, equal=400)
    assert again == Added(equal=600)
    assert other == Added(new=600)
    assert list(store.units.all_units("m", repeats=True)) == given_units


def test_memories_stand_side_by_side(store) -> None:
    """Equal units may stand in two memories; each keeps its own order and numbers."""
    one, other = unit("un", "one"), unit("deux", "two")
    with store.changing():
        for name, found in (("b", [one, other]), ("a", [other, one])):
            store.units.add_units(store.units.put_memory(name, HEADER), found)

    assert list(store.units.all_units("b")) == [one, other]
    assert list(store.units.all_units()) == [other, one, one, other]
    assert [info.name for info in store.units.memories()] == ["a", "b"]


def test_a_known_memory_keeps_its_header(store) -> None:
    """Naming it again gives its number and changes nothing."""
    with store.changing():
        number = store.units.put_memory("m", HEADER, path="first.tmx")

        assert store.units.put_memory("m", MemoryHeader("en"), path="second.tmx") == number

    [info] = store.units.memories()
    assert (info.header, info.path) == (HEADER, "first.tmx")


def test_what_was_updated_away_is_found_no_more(store) -> None:
    """The old text answers neither exactly nor in a concordance."""
    with store.changing():
        memory = store.units.put_memory("m", HEADER)
        store.units.add_units(memory, [unit("ancien texte", id="1")])
        store.units.add_units(memory, [unit("nouveau texte", id="1")], merge="update")

    assert store.units.exact("fr", ["ancien", "texte"]) == []
    assert store.units.containing("fr", literal("ancien")) == []
    assert len(store.units.containing("fr", literal("texte"))) == 1


def test_each_unit_has_a_place_of_its_own(store) -> None:
    """Places ascend from 1; a unit that was not added takes none."""
    with store.changing():
        memory = store.units.put_memory("m", HEADER)
        store.units.add_units(memory, [unit("a"), unit("a"), unit("b")])
        store.units.add_units(memory, [unit("b"), unit("c")])

    found = {text: store.units.exact("fr", [text])[0] for text in "abc"}
    rows = store.units.unit_rows([found["c"], found["a"], found["b"]])
    assert [(row.number, row.memory) for row in rows] == [(3, "m"), (1, "m"), (2, "m")]


def test_the_last_change_of_a_unit_is_known(store) -> None:
    """The date of its change, else of its creation, else none."""
    changed = replace(
        unit("c"),
        attributes=(("changedate", "20260102T000000Z"), ("creationdate", "20250102T000000Z")),
    )
    with store.changing():
        memory = store.units.put_memory("m", HEADER)
        store.units.add_units(memory, [unit("a"), unit("b", date="20240102T000000Z"), changed])

    rows = store.units.unit_rows([store.units.exact("fr", [text])[0] for text in "abc"])
    assert sorted(row.changed for row in rows) == ["", "20240102T000000Z", "20260102T000000Z"]


def test_a_dropped_memory_leaves_nothing_behind(store) -> None:
    """No text of it is found in any way, and other memories are untouched."""
    with store.changing():
        for name in ("gone", "kept"):
            memory = store.units.put_memory(name, HEADER)
            store.units.add_units(memory, [unit(f"mot {name}", f"word {name}")])

        store.units.drop_memory("gone")
        store.units.drop_memory("unheard of")

    assert [info.name for info in store.units.memories()] == ["kept"]
    assert len(store.units.exact("fr", ["mot", "kept"])) == 1
    assert store.units.exact("fr", ["mot", "gone"]) == []
    assert len(store.units.containing("fr", literal("mot"))) == 1
    assert [one.memory for one in store.units.usage("fr", "mot")] == ["kept"]


@given(simple_units, st.data())
def test_exact_finds_the_units_with_equal_tokens(fresh, found, data) -> None:
    """All of them, in every region of the language, and no others."""
    known = st.sampled_from([one.variants[0].text for one in found]) if found else sentences
    asked = data.draw(known | sentences)
    language = data.draw(spoken)
    with filled(fresh, found) as store:
        numbers = store.units.exact(language, tokens(asked))

        assert texts_of(store, numbers) == Counter(
            one.variants[0].text
            for one in dict.fromkeys(found)
            if same_language(one, language) and tokens(one.variants[0].text) == tokens(asked)
        )


@given(simple_units, sentences, st.integers(1, 100), spoken)
def test_near_finds_what_comparing_everything_finds(fresh, found, asked, minimum, language) -> None:
    """With the same raw scores; nothing more, nothing less."""
    with filled(fresh, found) as store:
        near = store.units.near(language, tokens(asked), minimum)
        scores = Counter(score for _, score in near)
        texts = texts_of(store, [number for number, _ in near])

    once = [one for one in dict.fromkeys(found) if same_language(one, language)]
    compared = [
        (one.variants[0].text, raw_score(tokens(asked), tokens(one.variants[0].text)))
        for one in once
    ]
    assert scores == Counter(raw for _, raw in compared if raw >= minimum)
    assert texts == Counter(text for text, raw in compared if raw >= minimum)


@given(simple_units, st.lists(vocabulary, min_size=1, max_size=2), st.booleans(), spoken)
def test_containing_finds_every_text_that_holds_the_words(
    fresh, found, query, exact, language
) -> None:
    """A concordance over them misses nothing that reading every text would find."""
    phrase = parse_phrase(f'"{" ".join(query)}"' if exact else " ".join(query))
    if not phrase.words:
        return
    with filled(fresh, found) as store:
        parts = phrase_tokens(phrase, language)
        held = [set(store.units.containing(language, one)) for one in parts]
        texts = texts_of(store, set.intersection(*held))

    spoken_texts = [one.variants[0].text for one in found if same_language(one, language)]
    wanted = {text for text in spoken_texts if find_phrase(text, phrase, language)}
    assert wanted <= set(texts)


def test_words_that_a_query_language_would_take_for_its_own_are_words(store) -> None:
    """Quotes and operators of a full-text engine mean nothing here."""
    with store.changing():
        store.units.add_units(store.units.put_memory("m", HEADER), [unit("a AND b OR c NEAR d")])

    assert len(store.units.containing("fr", literal("or c near"))) == 1
    assert store.units.containing("fr", literal("a b")) == []
    assert store.units.containing("fr", literal('a" OR "b')) == []


def test_use_counts_units_and_knows_the_latest(store) -> None:
    """A term twice in one unit is one use; each memory answers for itself."""
    with store.changing():
        one = store.units.put_memory("one", HEADER, path="one.tmx")
        other = store.units.put_memory("other", HEADER)
        store.units.add_units(
            one,
            [
                unit("satellite, satellites", date="20250101T000000Z"),
                unit("petits satellites", date="20260101T000000Z"),
                unit("rien"),
            ],
        )
        twice = tuple(Variant("fr", (text,)) for text in ("le satellite", "un satellite"))
        store.units.add_units(other, [TranslationUnit(twice)])

    forms = " ".join(key_sequence("satellite", "fr"))
    used = [(u.memory, u.path, u.units, u.last) for u in store.units.usage("fr", forms)]
    assert used == [("one", "one.tmx", 2, "20260101T000000Z"), ("other", "", 1, "")]
    assert store.units.usage("en", forms) == []


@pytest.mark.parametrize("waiting", [0, 4096])
def test_a_soft_hyphen_is_not_in_the_way_of_a_term(store, waiting: int) -> None:
    """A text whose words have signs within uses the terms it holds, and no other."""
    texts = ["dé\u00adtec\u00adtion", "un satel\u00adlite et des fusées", "les satellites"]
    store.units.index.fresh = waiting
    with store.changing():
        number = store.units.put_memory("m", HEADER)
        store.units.add_units(number, [unit(text) for text in texts])

    assert [one.units for one in store.units.usage("fr", "satellite")] == [2]
    assert [one.units for one in store.units.usage("fr", "fusée")] == [1]
    assert store.units.usage("fr", "orbite") == []


def test_languages_are_named_once_without_region(store) -> None:
    """What names no language is called as it is written."""
    texts = [("fr-CA", "a"), ("FR", "b"), ("x-Own", "c"), ("rus", "d")]
    with store.changing():
        memory = store.units.put_memory("m", HEADER)
        store.units.add_units(
            memory, [TranslationUnit((Variant(tag, (text,)),)) for tag, text in texts]
        )

    assert store.units.languages() == ["fr", "ru", "x-own"]


@contextmanager
def filled(fresh, found):
    """Yield a base with one memory of units."""
    with fresh() as store:
        with store.changing():
            store.units.add_units(store.units.put_memory("m", HEADER), found)
        yield store


def texts_of(store, numbers) -> Counter[str]:
    """Count the texts of units."""
    return Counter(
        record_text(row.record["variants"][0].get("content", ()))
        for row in store.units.unit_rows(numbers)
    )


def literal(words: str):
    """Return what asks for words to the letter."""
    [patterns] = phrase_tokens(parse_phrase(f'"{words}"'), "fr")
    return patterns


def same_language(one: TranslationUnit, language: str) -> bool:
    """Say whether a unit is in a language, whatever the region."""
    return one.variants[0].language.split("-")[0] == language.split("-", maxsplit=1)[0]
