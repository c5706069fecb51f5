"""What every store says of glossaries: all that was put in, and every term by each of its keys."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.values import abouts, concepts
from termbase.model.concept import AdministrativeStatus, Concept, Glossary, Term
from termbase.model.language import language_tag, speaks
from termbase.terms.keys import FOLDED, FORM, GRAM, SOUND, WORD, grams, keys_of_word, term_keys
from termbase.text.forms import unstressed
from termbase.text.sound import sounds
from termbase.text.words import words
from termbase.usecases.lexicons import glossary_pairs

PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = AdministrativeStatus
ABOUT = Glossary((), title="Space")
CRAFT = Concept("craft", (Term("engin spatial", "fr", PREFERRED), Term("spacecraft", "en")))
UNION = Concept("union", (Term("État de l'Union", "fr"), Term("Union State", "en", DEPRECATED)))
tags = st.sampled_from(["fr", "fr-CA", "fr-FR", "sr", "sr-Latn", "sr-Latn-RS", "en", "en-GB"])


def filled(store, *found: Concept, name: str = "space") -> int:
    """Put concepts into a glossary and return its number."""
    number = store.terms.put_glossary(name, ABOUT, path=f"{name}.tsv")
    store.terms.put_concepts(number, found)
    return number


@given(abouts, st.lists(concepts, max_size=3, unique_by=lambda one: one.id))
def test_a_glossary_comes_out_as_it_went_in(fresh, about, found) -> None:
    """Concepts equal what was put in, in order, with all that no attribute holds."""
    with fresh() as store, store.changing():
        number = store.terms.put_glossary("g", about, path="g.tbx")
        store.terms.put_concepts(number, found)

        assert [one for _, one in store.terms.all_concepts("g")] == found
        [info] = store.terms.glossaries()
        assert (info.name, info.path, info.about) == ("g", "g.tbx", about)


@given(st.lists(concepts, max_size=4, unique_by=lambda one: one.id), tags, tags)
def test_terms_that_render_each_other_are_those_of_the_concepts(fresh, found, one, other) -> None:
    """In their order, whatever regions they name; deprecated ones render nothing."""
    with fresh() as store, store.changing():
        filled(store, *found)
        filled(store, CRAFT, UNION, name="other")

        assert [*store.terms.term_pairs("space", one, other)] == [
            *glossary_pairs(found, one, other)
        ]


def test_a_concept_takes_the_place_of_the_one_with_its_id(store) -> None:
    """Nothing of the old one is found any more; other glossaries keep theirs."""
    newer = Concept("craft", (Term("vaisseau", "fr"),))
    with store.changing():
        number = filled(store, CRAFT, UNION)
        filled(store, CRAFT, name="other")

        store.terms.put_concepts(number, [newer])

    assert {one.id: one for _, one in store.terms.all_concepts("space")}["craft"] == newer
    found = store.terms.terms_with_key(FOLDED, ["engin spatial"], [])
    assert [name for name, _ in concepts_of(store, found)] == ["other"]


def test_a_concept_that_is_put_in_anew_keeps_its_place(store) -> None:
    """Among those of its glossary; a new one beside it comes last."""
    newer = Concept("craft", (Term("vaisseau", "fr"),))
    with store.changing():
        number = filled(store, CRAFT, UNION)

        store.terms.put_concepts(number, [Concept("new", (Term("neuf", "fr"),)), newer])
        store.terms.put_concepts(number, [UNION])

    ids = [one.id for _, one in store.terms.all_concepts("space")]
    assert ids == ["craft", "union", "new"]


def test_naming_a_glossary_again_touches_no_concept(store) -> None:
    """It only says anew what the glossary says of itself."""
    with store.changing():
        number = filled(store, CRAFT)

        assert store.terms.put_glossary("space", Glossary((UNION,), title="New")) == number

    [info] = store.terms.glossaries()
    assert info.about == Glossary((), title="New")
    assert list(store.terms.all_concepts()) == [("space", CRAFT)]


def test_a_cleared_glossary_leaves_nothing_behind(store) -> None:
    """No term of it is found by any key; other glossaries are untouched."""
    with store.changing():
        number = filled(store, CRAFT, UNION)
        filled(store, CRAFT, name="kept")

        store.terms.clear_glossary(number)

    assert list(store.terms.all_concepts()) == [("kept", CRAFT)]
    union = store.terms.terms_with_key(FOLDED, ["union state"], [])
    craft = store.terms.terms_with_key(FOLDED, ["spacecraft"], [])
    assert [name for name, _ in concepts_of(store, [*union, *craft])] == ["kept"]
    assert store.terms.words_with_keys(WORD, ["union"], []) == []
    assert store.terms.words_with_keys(WORD, ["spacecraft"], []) != []


def test_concepts_are_known_by_name_and_by_number(store) -> None:
    """A name counts only within its glossary; what is not there is None."""
    with store.changing():
        filled(store, CRAFT)

    [row] = store.terms.terms_with_key(FOLDED, ["spacecraft"], [])
    named = store.terms.concept_named("space", "craft")
    assert named is not None
    assert store.terms.concept_records([row.concept]) == {row.concept: ("space", named)}
    assert store.terms.concept_named("space", "union") is None
    assert store.terms.concept_named("other", "craft") is None


def test_a_row_says_what_ranking_needs(store) -> None:
    """The tag, the text as written, the standing, and the key of each word."""
    with store.changing():
        filled(store, Concept("c", (Term("Engins  spatiaux", "fr_ca", DEPRECATED),)))

    [row] = store.terms.terms_with_key(FOLDED, ["engins spatiaux"], [])
    assert (row.language, row.text, row.standing) == ("fr-CA", "Engins  spatiaux", 4)
    assert len(row.forms.split(" ")) == 2
    assert len(row.words.split(" ")) == 2


@given(
    st.lists(st.tuples(tags, st.sampled_from(["Été", "ete", "l’été", "étés"])), max_size=5), tags
)
def test_a_key_finds_every_term_that_has_it(fresh, spoken, wish) -> None:
    """In the languages wished for, with the same idea of regions as everywhere else."""
    found = [Concept(str(at), (Term(text, tag),)) for at, (tag, text) in enumerate(spoken)]
    with fresh() as store, store.changing():
        filled(store, *found)
        for kind, key in {pair for _, text in spoken for pair in term_keys(text)}:
            for wishes in ([], [wish], [wish, "en"]):
                rows = store.terms.terms_with_key(kind, [key, "\u2603"], wishes)

                assert Counter((row.language, row.text) for row in rows) == Counter(
                    (tag, text)
                    for tag, text in spoken
                    if (kind, key) in set(term_keys(text))
                    and (not wishes or any(speaks(tag, one) for one in wishes))
                )


@given(st.lists(st.sampled_from(["Été", "ete", "été indien", "étang", "eu", "f"]), max_size=4))
def test_a_beginning_finds_every_longer_term(fresh, texts) -> None:
    """Without accents and case; the beginning itself is none of them."""
    found = [Concept(str(at), (Term(text, "fr"),)) for at, text in enumerate(texts)]
    with fresh() as store, store.changing():
        filled(store, *found)

        rows = store.terms.terms_beginning("ete", ["fr"])

    assert [row.text for row in rows] == ["été indien"] * texts.count("été indien")


_TEXTS = st.sampled_from(["étés chauds", "été", "chaud été", "hiver", "Bakanov", "l'été"])


@given(st.lists(st.tuples(tags, _TEXTS), max_size=5), tags)
def test_a_word_is_found_by_each_of_its_keys(fresh, spoken, wish) -> None:
    """As often as languages have it, whatever their regions; its terms by its number."""
    found = [Concept(str(at), (Term(text, tag),)) for at, (tag, text) in enumerate(spoken)]
    own = {
        (tag.partition("-")[0], unstressed(word.text))
        for tag, text in spoken
        for word in words(text)
    }
    with fresh() as store, store.changing():
        filled(store, *found)
        for main, text in own:
            for kind, key in set(keys_of_word(text, main)):
                rows = store.terms.words_with_keys(kind, [key, "\u2603"], [wish])
                alike = {
                    other
                    for language, other in own
                    if language == wish.partition("-")[0]
                    and (kind, key) in set(keys_of_word(other, language))
                }
                assert {spelt for _, _, spelt in rows} == alike

                groups = [{number for _, number, _ in rows}]
                terms = store.terms.terms_with_words(groups, [wish])
                assert Counter(row.text for row in terms) == Counter(
                    text
                    for tag, text in spoken
                    if speaks(tag, wish) and alike & {unstressed(one.text) for one in words(text)}
                )


def test_terms_have_a_word_of_every_group(store) -> None:
    """In any order; a group without words is in no term."""
    with store.changing():
        filled(store, CRAFT, UNION)
    [engin] = [{number} for _, number, _ in store.terms.words_with_keys(FORM, ["engin"], [])]
    [spatial] = [{number} for _, number, _ in store.terms.words_with_keys(FORM, ["spatial"], [])]

    assert [row.text for row in store.terms.terms_with_words([spatial, engin], [])] == [
        "engin spatial"
    ]
    assert store.terms.terms_with_words([spatial, set()], []) == []
    assert store.terms.terms_with_words([], []) == []


def test_a_group_said_often_counts_once_and_very_many_have_no_term(store) -> None:
    """A page that is looked up says «of» a thousand times; SQLite takes no thousand conditions."""
    with store.changing():
        filled(store, CRAFT)
    [(_, engin, _)] = store.terms.words_with_keys(WORD, ["engin"], [])
    others = [{number} for number in range(engin, engin + 1500)]

    found = store.terms.terms_with_words([{engin}] * 1500, [])
    assert [row.text for row in found] == ["engin spatial"]
    assert store.terms.terms_with_words(others, []) == []


def test_words_that_share_letters_come_first(store) -> None:
    """Those that share the most, the misspelt one's nearest among them."""
    with store.changing():
        filled(store, CRAFT, Concept("c", (Term("satellite", "fr"), Term("satin", "fr"))))

    found = store.terms.words_like(grams("satelite"), 2, ["fr"])

    assert found[0][0] == "satellite"
    assert store.terms.words_like(grams("satelite"), 2, ["en"]) == []
    assert store.terms.words_with_keys(GRAM, ["ell"], ["fr"])[0][2] == "satellite"
    assert store.terms.words_with_keys(SOUND, sounds("сателлите")[0], ["fr"])[0][2] == "satellite"


def test_only_a_term_matched_by_stems_has_stems(store) -> None:
    """So that nobody stems the words of a text in vain."""
    with store.changing():
        filled(store, CRAFT)
        assert not store.terms.has_stems(["fr"])
        filled(store, Concept("c", (Term("équipe", "fr", match="stem"),)), name="other")

    assert store.terms.has_stems(["fr"])
    assert not store.terms.has_stems(["en"])


def test_languages_are_named_once_without_region(store) -> None:
    """However the terms write them."""
    terms = tuple(Term("x", tag) for tag in ("fr_CA", "FR", "rus"))
    with store.changing():
        filled(store, Concept("c", terms))

    assert store.terms.term_languages() == ["fr", "ru"]
    assert [language_tag(one.language) for one in terms] == ["fr-CA", "fr", "ru"]


def test_a_language_is_named_while_a_term_speaks_it(store) -> None:
    """A term without words counts; a term that is gone does not."""
    signs = Concept("signs", (Term("→", "it"), Term("a.c", "de", match="regex")))
    with store.changing():
        filled(store, Concept("c", (Term("x", "pl"), Term("y", "fr"))), signs)
        number = filled(store, Concept("d", (Term("z", "sv"),)), name="other")
        assert store.terms.term_languages() == ["de", "fr", "it", "pl", "sv"]
        store.terms.clear_glossary(number)
        assert store.terms.term_languages() == ["de", "fr", "it", "pl"]


def test_changes_that_fail_leave_the_base_as_it_was(store) -> None:
    """Whatever is raised in the middle, all of the transaction is undone."""
    with store.changing():
        filled(store, CRAFT)
    before = store.contents()

    with pytest.raises(ZeroDivisionError), store.changing():  # noqa: PT012
        number = filled(store, UNION, Concept("craft", (Term("x", "fr"),)))
        store.terms.clear_glossary(number)
        1 / 0  # noqa: B018

    assert store.contents() == before
    with store.changing():
        filled(store, UNION)
    assert len(store.contents()[1]) == 2


def concepts_of(store, rows) -> list[tuple[str, dict]]:
    """Return the glossaries and records of the concepts of rows."""
    return list(store.terms.concept_records([row.concept for row in rows]).values())


def test_of_very_many_beginnings_the_shortest_are_kept(store) -> None:
    """«sat» is nearer to «satin» than to any of sixty compounds of «satellite»."""
    long = [Concept(f"c{at}", (Term(f"satellite numéro {at}", "fr"),)) for at in range(60)]
    with store.changing():
        filled(store, *long, Concept("short", (Term("satin", "fr"),)))

    found = [row.text for row in store.terms.terms_beginning("sat", ["fr"])]

    assert (len(found), found[0]) == (50, "satin")
