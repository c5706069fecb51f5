"""Records: model values as plain values, and the same values again."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from stores.values import abouts, concepts, headers, texts, units
from termbase.model.bead import Bead
from termbase.model.concept import AdministrativeStatus, Concept, Scope, Term
from termbase.model.finding import Finding, Place, SegmentPair, Severity
from termbase.model.match import Match, TermHit
from termbase.model.occurrence import Occurrence
from termbase.model.records import record_of, value_of
from termbase.model.repair import Repair
from termbase.model.unit import InlineCode, TranslationUnit, Variant

numbers = st.integers(0, 9)
spans = st.none() | st.tuples(numbers, numbers)
found_terms = concepts.map(lambda one: (one.terms[0], one))
findings = st.builds(
    Finding,
    rule=texts,
    severity=st.sampled_from(Severity),
    source_span=spans,
    target_span=spans,
    place=st.none() | st.builds(Place, texts, numbers, numbers),
)
others = st.one_of(
    st.builds(SegmentPair, texts, texts),
    st.builds(Repair, texts, st.none() | numbers, texts, texts, st.booleans()),
    st.just(Bead((0, 1), (), 0.1 + 0.2)),
    findings,
    found_terms.map(lambda pair: TermHit("exact", 100, *pair, "space")),
    found_terms.map(lambda pair: Occurrence(0, 1, *pair, inflected=True)),
    units.map(lambda one: Match(99, 100, (("spelling", 1),), "a", {"en": "b"}, one, "m", 3)),
)


@settings(max_examples=50)
@given(units | concepts | headers | abouts | others)
def test_every_model_value_survives_as_a_record(value) -> None:
    """Through JSON and back it is equal, inline codes and what no attribute holds included."""
    record = json.loads(json.dumps(record_of(value)))

    assert value_of(type(value), record) == value


def test_a_record_says_only_what_is_not_the_default() -> None:
    """So it stays small, and a record from before an attribute was added still reads."""
    term = Term("x", "en", AdministrativeStatus.DEPRECATED, Scope.ALWAYS)

    assert record_of(Concept("c1", (term,))) == {
        "id": "c1",
        "terms": [{"text": "x", "language": "en", "status": "deprecated", "forbidden": "always"}],
    }


def test_where_a_unit_stood_in_its_file_is_not_kept() -> None:
    """Equal units have equal records, whatever line they came from."""
    unit = TranslationUnit((Variant("fr", ("a", InlineCode("ph"))),), "1")

    assert record_of(replace(unit, line=7)) == record_of(unit)
    assert value_of(TranslationUnit, record_of(replace(unit, line=7))).line is None
