"""A unit equal in everything to one that is there is never added, whatever was changed before."""

import json

from hypothesis import given
from hypothesis import strategies as st

from stores import values
from termbase.bootstrap import open_base, units_of
from termbase.model.records import record_of
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.stores import unit_digests
from termbase.stores.unit_texts import unit_json

UNITS = [TranslationUnit((Variant("fr", (f"Texte {at}.",)),)) for at in range(6)]
steps = st.lists(st.tuples(st.sampled_from(["add", "remove"]), st.sampled_from(UNITS)), max_size=25)


@given(steps, st.integers(0, 5))
def test_equal_units_are_known_however_many_wait_and_went(given_steps, fresh) -> None:
    """Added, removed and added again, in the small table or the large one: a set says the same."""
    there: dict[TranslationUnit, int] = {}
    before, unit_digests.FRESH = unit_digests.FRESH, fresh
    try:
        with open_base(":memory:", write=True) as base, base.changing():
            units = units_of(base)
            memory, other = (units.put_memory(name, MemoryHeader("fr")) for name in "mo")
            units.add_units(other, UNITS[:3])
            for verb, unit in given_steps:
                if verb == "add":
                    assert units.add_units(memory, [unit]).equal == (unit in there)
                    [(number,)] = base.rows("SELECT seq FROM sqlite_sequence WHERE name = 'unit'")
                    there.setdefault(unit, number)
                elif unit in there:
                    units.remove_unit(there.pop(unit))
            assert set(units.all_units("m")) == set(there)
            assert base.value("SELECT count(*) FROM fresh_digest") <= fresh
            units.drop_memory("m")
            assert base.value("SELECT count(*) FROM unit_digest WHERE memory = ?", (memory,)) == 0
    finally:
        unit_digests.FRESH = before


@given(values.units)
def test_the_record_of_a_unit_is_what_json_writes(unit) -> None:
    """To the byte, since equal units are known by it; most are written by a shorter way."""
    assert unit_json(unit) == json.dumps(record_of(unit), ensure_ascii=False)
