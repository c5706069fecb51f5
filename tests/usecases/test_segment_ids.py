"""Ids of segments are all different, and outlive what is edited elsewhere."""

import re

from hypothesis import given
from hypothesis import strategies as st

from termbase.usecases.segment_ids import SegmentIds

CONTENTS = st.lists(st.sampled_from(["Oui.", "Non.", "Il pleut.", "Il vente.", "«Да»", ""]))


@given(CONTENTS)
def test_every_segment_is_found_by_its_id(contents: list[str]) -> None:
    """In the same text, however often it says the same."""
    ids = SegmentIds(contents)

    assert len(set(ids.ids)) == len(contents)
    assert [ids.find(one) for one in ids.ids] == list(range(len(contents)))


@given(st.text())
def test_no_spreadsheet_takes_an_id_for_a_number(content: str) -> None:
    """An id begins with letters and holds no sign that means anything to a spreadsheet."""
    [name] = SegmentIds([content]).ids

    assert re.fullmatch("[a-p]{10}-[a-p]{4}", name)


@given(CONTENTS, st.lists(st.text("xyz", min_size=5, max_size=9), max_size=4), st.integers(0, 9))
def test_new_segments_elsewhere_change_nothing(
    contents: list[str], more: list[str], place: int
) -> None:
    """What is put in somewhere leaves every segment to be found, or no longer told apart."""
    place = min(place, len(contents))
    old, new = SegmentIds(contents), SegmentIds([*contents[:place], *more, *contents[place:]])

    for number, name in enumerate(old.ids):
        wanted = number + len(more) * (number >= place)
        assert new.find(name) in (wanted, None)
        if contents.count(contents[number]) == 1:
            assert new.find(name) == wanted


def test_a_repeat_is_known_by_its_neighbours() -> None:
    """One more of the same before it does not lead to the wrong one."""
    old = SegmentIds(["Oui.", "Il pleut.", "Oui.", "Il vente."])
    new = SegmentIds(["Oui.", "Alors.", "Oui.", "Il pleut.", "Oui.", "Il vente."])

    assert new.find(old.ids[2]) == 4


def test_who_mends_the_typography_of_a_text_keeps_what_was_decided() -> None:
    """Quotation marks, apostrophes, spaces, capitals: of the segment and of its neighbours."""
    old = SegmentIds(['"Oui", dit l\'elfe...', "PARTONS!", "***", "Le 3 mai?"])
    new = SegmentIds(["« Oui », dit l’elfe…", "Partons\u202f!", "***", "Le\xa03\xa0mai\xa0?"])

    assert new.ids == old.ids
    assert SegmentIds(["Le 4 mai ?"]).find(old.ids[3]) is None


def test_a_segment_that_can_no_longer_be_told_is_not_found() -> None:
    """Better none than the wrong one."""
    old = SegmentIds(["Oui.", "Il pleut."])

    assert SegmentIds(["Non.", "Il pleut."]).find(old.ids[0]) is None
    assert SegmentIds(["A.", "Oui.", "B.", "Oui.", "C."]).find(old.ids[0]) is None
    assert old.find("what a person typed") is None


def test_where_rank_and_neighbours_disagree_nothing_is_found() -> None:
    """One of the same was taken out before it, and another came after it."""
    old = SegmentIds(["Oui.", "A.", "Oui.", "B."])

    assert SegmentIds(["A.", "Oui.", "B.", "Oui."]).find(old.ids[2]) is None
