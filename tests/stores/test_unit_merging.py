"""What becomes of units whose tuid or source text a memory knows: nothing is lost or doubled."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.values import units
from termbase.model.unit import InlineCode, MemoryHeader, Note, Property, TranslationUnit, Variant
from termbase.ports.units import Added

HEADER = MemoryHeader("fr")
WAYS = ["update", "replace", "skip"]
spoken = st.sampled_from(["fr", "fr-CA", "en", "ru"])
short = st.builds(
    TranslationUnit,
    st.lists(st.builds(Variant, spoken, st.sampled_from([("a",), ("b",), ()])), max_size=3).map(
        tuple
    ),
    st.sampled_from(["", "1", "2"]),
    st.sampled_from([(), (("srclang", "en"),), (("changedate", "20260102T000000Z"),)]),
)


def unit(fr: str, en: str, id: str = "", **more: object) -> TranslationUnit:
    """Return a unit in French and English."""
    return TranslationUnit((Variant("fr-FR", (fr,)), Variant("en", (en,))), id, **more)


def merged(store, before, after, merge, *, header=HEADER, source=""):
    """Put units into a memory, then others in some way; return what became of these, and all."""
    with store.changing():
        memory = store.units.put_memory("m", header)
        store.units.add_units(memory, before)
        added = store.units.add_units(memory, after, merge=merge, source=source)
    return added, list(store.units.all_units("m"))


YES, NO = unit("Oui.", "Yes."), unit("Non.", "No.")
YEAH = unit("Oui.", "Yeah.")
KNOWN, KNEW = unit("Oui.", "Yes.", "1"), unit("Ouais.", "Yeah.", "1")


@pytest.mark.parametrize(
    ("merge", "before", "after", "added", "kept"),
    [
        ("add", [YES, NO], [YEAH, NO], Added(new=1, equal=1), [YES, NO, YEAH]),
        ("update", [YES, NO], [YEAH, NO], Added(updated=1, equal=1), [YEAH, NO]),
        ("replace", [YES, NO], [YEAH, NO], Added(updated=1, equal=1), [YEAH, NO]),
        ("skip", [YES, NO], [YEAH, NO], Added(skipped=1, equal=1), [YES, NO]),
        ("add", [KNOWN], [KNEW, NO], Added(new=2), [KNOWN, KNEW, NO]),
        ("update", [KNOWN], [KNEW, NO], Added(updated=1, new=1), [KNEW, NO]),
        ("replace", [KNOWN], [KNEW, NO], Added(updated=1, new=1), [KNEW, NO]),
        ("skip", [KNOWN], [KNEW, NO], Added(skipped=1, new=1), [KNOWN, NO]),
        ("replace", [YES], [replace(YEAH, id="7")], Added(updated=1), [replace(YEAH, id="7")]),
        ("update", [KNOWN], [YEAH], Added(updated=1), [replace(YEAH, id="1")]),
        ("update", [YES], [replace(YES, id="7")], Added(updated=1), [replace(YES, id="7")]),
    ],
)
def test_a_known_unit_is_met_as_asked(store, merge, before, after, added, kept) -> None:
    """By its tuid, else by its source text; it keeps its place."""
    assert merged(store, before, after, merge) == (added, kept)


def test_an_update_adds_what_is_new_and_changes_what_differs(store) -> None:
    """Variants, attributes, properties and notes; what only ours says stays, as does its order."""
    old = TranslationUnit(
        (
            Variant("fr-FR", ("Oui.",), (("changeid", "A"),)),
            Variant("en", ("Yes.",), (("changeid", "A"), ("usagecount", "3"))),
        ),
        attributes=(("creationid", "A"),),
        properties=(Property("client", "X"), Property("project", "P")),
        notes=(Note("first"),),
    )
    new = TranslationUnit(
        (
            Variant("ru", ("Да.",)),
            Variant("fr", ("Oui.",)),
            Variant("en", ("Yeah.",), (("changeid", "B"),)),
        ),
        properties=(Property("client", "Y"),),
        notes=(Note("second"),),
    )

    added, [found] = merged(store, [old], [new], "update")

    assert added == Added(updated=1)
    assert found == TranslationUnit(
        (
            Variant("fr-FR", ("Oui.",), (("changeid", "A"),)),
            Variant("en", ("Yeah.",), (("changeid", "B"), ("usagecount", "3"))),
            Variant("ru", ("Да.",)),
        ),
        attributes=(("creationid", "A"),),
        properties=(Property("project", "P"), Property("client", "Y")),
        notes=(Note("first"), Note("second")),
    )


def test_an_update_told_again_changes_no_places(store) -> None:
    """«fr-CA» speaks for «fr», and the text tells which of two it was joined to."""
    old = TranslationUnit((Variant("fr", ("a",)),))
    new = TranslationUnit((Variant("fr-CA", ("a",)), Variant("fr-CA", ("b",))))
    both = TranslationUnit((Variant("fr", ("a",)), Variant("fr-CA", ("b",))))

    assert merged(store, [old], [new], "update") == (Added(updated=1), [both])
    assert merged(store, [], [new], "update") == (Added(equal=1), [both])


def test_an_update_that_says_nothing_new_is_equal(store) -> None:
    """A unit with less than ours changes nothing, and meets the one that has all of it."""
    rich = unit("Oui.", "Yeah.", properties=(Property("client", "X"),))

    assert merged(store, [YES, rich], [YEAH], "update") == (Added(equal=1), [YES, rich])


@pytest.mark.parametrize("merge", WAYS)
def test_units_of_one_file_do_not_meet(store, merge) -> None:
    """One source text with two translations stays two units, whatever is asked."""
    assert merged(store, [], [YES, YEAH, NO], merge) == (Added(new=3), [YES, YEAH, NO])


def test_each_unit_is_met_once(store) -> None:
    """Those that a file has unchanged are not taken for the one that it changes."""
    third = unit("Oui.", "Aye.")

    assert merged(store, [YES, YEAH], [YES, third], "replace") == (
        Added(equal=1, updated=1),
        [YES, third],
    )


def test_the_source_text_is_that_of_the_source_language(store) -> None:
    """As asked, as the unit says, as the memory says, or the first where any may be source."""
    other = unit("Si.", "Yes.")
    english = replace(other, attributes=(("srclang", "en"),))
    both = Added(new=1), [YES, other]
    theirs = MemoryHeader("*all*")

    for header, source, after, expected in (
        (HEADER, "", other, both),
        (HEADER, "en", other, (Added(updated=1), [other])),
        (MemoryHeader("en"), "", other, (Added(updated=1), [other])),
        (theirs, "", other, both),
        (theirs, "en", other, (Added(updated=1), [other])),
    ):
        assert merged(store, [YES], [after], "replace", header=header, source=source) == expected
        with store.changing():
            store.units.drop_memory("m")
    assert merged(store, [replace(YES, attributes=(("srclang", "en"),))], [english], "replace") == (
        Added(updated=1),
        [english],
    )


def test_codes_do_not_part_source_texts(store) -> None:
    """The text that a reader sees is compared; an empty one meets nothing."""
    bold = TranslationUnit((Variant("fr", (InlineCode("ph"), "Oui.")), Variant("en", ("Aye.",))))

    assert merged(store, [YES], [bold], "replace") == (Added(updated=1), [bold])
    empty = unit("", "nothing")
    added, _ = merged(store, [unit("", "void")], [empty], "replace")
    assert added == Added(new=1)


def test_other_memories_are_not_met(store) -> None:
    """They stay as they were, with units of the same tuid and text."""
    with store.changing():
        store.units.add_units(store.units.put_memory("other", HEADER), [KNOWN])

    assert merged(store, [], [KNEW, YEAH], "replace") == (Added(new=2), [KNEW, YEAH])
    assert list(store.units.all_units("other")) == [KNOWN]


@given(
    st.lists(short | units, max_size=5),
    st.lists(short | units, max_size=5),
    st.sampled_from(WAYS),
)
def test_a_merge_loses_nothing_and_ends(fresh, before, after, merge) -> None:
    """Every unit is accounted for; no unit comes twice; the same file again changes nothing."""
    with fresh() as store:
        added, found = merged(store, before, after, merge)
        again, same = merged(store, [], after, merge)

        assert sum(added) == len(after)
        assert len(found) == len(set(found)) == len(dict.fromkeys(before)) + added.new
        if merge == "skip":
            assert set(before) <= set(found) <= {*before, *after}
        if merge == "replace":
            assert set(after) <= set(found) <= {*before, *after}
        assert (again.new, again.updated, same) == (0, 0, found)


def test_who_changed_or_reviewed_another_text_is_forgotten(store) -> None:
    """The text of an update is its own; where the update says who changed it, that is told."""
    said = {
        "attributes": (("creationid", "A"), ("changedate", "20260102T000000Z"), ("changeid", "B")),
        "properties": (Property("x-reviewed", "yes"), Property("client", "X")),
    }
    bare = {"attributes": (("creationid", "A"),), "properties": (Property("client", "X"),)}

    _, [changed] = merged(store, [unit("Oui.", "Yes.", "1", **said)], [KNEW], "update")
    assert changed == unit("Ouais.", "Yeah.", "1", **bare)
    _, [same] = merged(store, [], [KNEW], "update")
    assert same == changed
