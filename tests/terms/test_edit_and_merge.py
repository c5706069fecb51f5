"""Terms added, changed and merged: one preferred term a language, nothing twice, nothing lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import InputError
from termbase.model.change import Edit
from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    DataCategory,
    Definition,
    Term,
)
from termbase.terms.difference import differences
from termbase.terms.edit import term_of, with_changed_term, with_term, without_term
from termbase.terms.merge import add_undisputed, merge, same_idea

PREFERRED, ADMITTED = AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED
CRAFT = Concept(
    "c1",
    (Term("engin spatial", "fr", PREFERRED), Term("spacecraft", "en", PREFERRED, source="a.txt")),
    "spacecraft",
)


def test_two_preferred_terms_in_one_language_are_refused() -> None:
    """Both are named, and what to do."""
    with pytest.raises(InputError, match=r"«engin spatial» and «astronef».*admitted"):
        with_term(CRAFT, Term("astronef", "fr", PREFERRED))


def test_a_term_stands_there_once() -> None:
    """Case and apostrophes make no other term."""
    with pytest.raises(InputError, match="already"):
        with_term(CRAFT, Term("Engin Spatial", "fr"))
    with pytest.raises(InputError, match="already"):
        with_changed_term(
            with_term(CRAFT, Term("astronef", "fr")), CRAFT.terms[0], Term("ASTRONEF", "fr")
        )


def test_the_last_term_takes_its_concept_along() -> None:
    """A concept without a term is none."""
    left = without_term(CRAFT, CRAFT.terms[0])

    assert left is not None
    assert without_term(left, CRAFT.terms[1]) is None


def test_a_term_is_named_by_text_and_where_needed_by_language() -> None:
    """The same word in two languages wants its language."""
    both = with_term(CRAFT, Term("spacecraft", "fr"))

    assert term_of(CRAFT, "Spacecraft").language == "en"
    assert term_of(both, "spacecraft", "fr").language == "fr"
    with pytest.raises(InputError, match="several languages"):
        term_of(both, "spacecraft")


def test_a_term_that_came_as_others_went_is_no_new_name_of_one() -> None:
    """Only where one went and one came of a language; columns of a table are named."""
    old = Concept("c", (Term("craft", "en"), Term("engin", "fr"), Term("véhicule", "fr")))
    new = Concept("c", (Term("ship", "en"), Term("engin", "fr"), Term("Schiff", "de")))
    column = DataCategory("column", "statut", "validé")
    named = replace(old, terms=(Term("ship", "en"), *old.terms[1:]), extras=(column,))

    assert differences(Edit(old, new)) == [
        *("− en «craft»", "− fr «véhicule»", "+ en «ship»", "+ de «Schiff»")
    ]
    assert differences(Edit(old, named)) == [
        *("en «craft» → «ship»", "extras: nothing → «statut: validé»")
    ]


def test_merging_takes_what_only_the_other_says() -> None:
    """Empty attributes are filled, other terms and definitions come along; nothing contradicts."""
    theirs = Concept(
        "x",
        (
            Term("engin spatial", "fr", gender="masculine"),
            Term("космический аппарат", "ru", PREFERRED),
        ),
        definitions=(Definition("en", "A craft."),),
    )
    merged, against = merge(CRAFT, theirs)

    assert against == ()
    assert merged.id == "c1"
    assert merged.terms[0].gender == "masculine"
    assert [one.text for one in merged.terms][2:] == ["космический аппарат"]
    assert merged.definitions == theirs.definitions


def test_where_both_say_something_ours_stays_and_it_is_named() -> None:
    """Another preferred term is only admitted; another source is dropped, and said."""
    theirs = Concept(
        "x", (Term("space vehicle", "en", PREFERRED), Term("spacecraft", "en", source="b.txt"))
    )
    merged, against = merge(CRAFT, theirs)

    assert [one.status for one in merged.terms if one.text == "space vehicle"] == [ADMITTED]
    assert merged.terms[1].source == "a.txt"
    assert against == (
        "en «space vehicle» (theirs) / «spacecraft» (ours, preferred)",
        "en «spacecraft»: source «b.txt» (theirs) / «a.txt» (ours)",
    )


def test_one_shared_word_is_one_idea_unless_the_subjects_differ() -> None:
    """Two shared languages outweigh a difference of subject."""
    fr = Term("engin spatial", "fr")

    assert same_idea(CRAFT, Concept("x", (fr,)))
    assert not same_idea(CRAFT, Concept("x", (fr,), "toys"))
    assert same_idea(CRAFT, Concept("x", (fr, Term("Spacecraft", "en")), "toys"))
    assert not same_idea(CRAFT, Concept("x", (Term("engin spatial", "es"),)))


terms = st.builds(
    Term,
    st.sampled_from(["lune", "Lune", "moon", "l'astre", "луна"]),
    st.sampled_from(["fr", "en", "ru"]),
    st.sampled_from([None, PREFERRED, ADMITTED]),
    note=st.sampled_from(["", "a", "b"]),
)
concepts = st.builds(
    Concept,
    st.sampled_from(["c1", "c2"]),
    st.lists(terms, min_size=1, max_size=4, unique_by=lambda one: (one.language, one.text)).map(
        tuple
    ),
    st.sampled_from(["", "sky"]),
)


@given(concepts, concepts)
def test_merging_loses_no_term_and_again_changes_nothing(ours: Concept, theirs: Concept) -> None:
    """Every word of both is there, ours is untouched where it spoke, and twice is once."""
    merged, _ = merge(ours, theirs)
    words = {(one.language, one.text.casefold()) for one in merged.terms}

    assert words == {(one.language, one.text.casefold()) for one in (*ours.terms, *theirs.terms)}
    assert merge(merged, theirs)[0] == merged
    assert merge(ours, ours)[0] == ours


@given(concepts, concepts)
def test_a_difference_says_something_whenever_there_is_one(ours: Concept, theirs: Concept) -> None:
    """Equal concepts have none."""
    other = Concept(ours.id, theirs.terms, theirs.subject)

    assert differences(Edit(ours, ours)) == []
    assert bool(differences(Edit(ours, other))) == (
        ours.subject != other.subject or set(ours.terms) != set(other.terms)
    )


def test_what_is_said_of_a_shared_term_keeps_no_other_language_out() -> None:
    """Both tables name their own source; two preferred terms may be of two ideas."""
    ours = Concept("c1", (Term("engin", "fr", PREFERRED, source="x"),))
    shared, russian = Term("engin", "fr", source="y"), Term("КА", "ru")
    rival = Term("navette", "fr", PREFERRED)

    for theirs, kept in (
        ((shared, russian), ["engin", "КА"]),
        ((shared, rival, russian), ["engin"]),
    ):
        other = Concept("x9", theirs)
        against = merge(ours, other)[1]
        assert against
        assert [one.text for one in add_undisputed(ours, other, against).terms] == kept


def test_where_both_disagree_in_every_language_nothing_of_theirs_comes_in() -> None:
    """They share a word, and of that they say other things."""
    ours = Concept("c1", (Term("engin", "fr"), Term("spacecraft", "en", note="generic")))
    theirs = Concept("x9", (Term("vaisseau", "fr"), Term("spacecraft", "en", note="crewed")))
    against = ["fr «vaisseau» (theirs) / «engin» (ours)", *merge(ours, theirs)[1]]

    assert add_undisputed(ours, theirs, against) == ours
