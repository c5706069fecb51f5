"""A unit shows the text that a reader sees, whatever codes stand in it."""

from datetime import UTC, datetime, timedelta

from termbase.model.unit import InlineCode, Property, TranslationUnit, Variant, plain_text


def test_a_reader_sees_the_text_and_not_the_codes() -> None:
    """Native codes vanish; what is highlighted, and what is highlighted in that, stays."""
    inner = InlineCode("hi", (), ("petits", InlineCode("ph", (), ("<x/>",))))
    content = (
        "De ",
        InlineCode("bpt", (("i", "1"),), ("<b>", InlineCode("sub", (), ("titre",)))),
        InlineCode("hi", (), (inner, " engins")),
        InlineCode("ept", (("i", "1"),), ("</b>",)),
        " spatiaux",
    )

    assert plain_text(content) == "De petits engins spatiaux"


def test_a_unit_finds_its_variants_by_language() -> None:
    """A wish without a region takes the first region; an unknown language its own spelling."""
    unit = TranslationUnit(
        (Variant("FR_ca", ("a",)), Variant("fr-FR", ("b",)), Variant("x-own", ("c",)))
    )

    assert unit.variant("fr").text == "a"
    assert unit.variant("fr-FR").text == "b"
    assert unit.variant("x-own").text == "c"
    assert unit.variant("en") is None
    assert unit.variants[0].tag == "fr-CA"


def test_a_unit_answers_for_its_attributes_and_properties() -> None:
    """An attribute stands once, a property may stand several times."""
    unit = TranslationUnit(
        (), attributes=(("usagecount", "2"),), properties=(Property("x", "1"), Property("x", "2"))
    )

    assert unit.attribute("usagecount") == "2"
    assert unit.attribute("creationdate") is None
    assert unit.values("x") == ("1", "2")
    assert unit.values("y") == ()


def test_where_a_unit_stood_is_not_part_of_what_it_is() -> None:
    """The same unit from another line is the same unit."""
    assert TranslationUnit((), "1", line=3) == TranslationUnit((), "1", line=9)


def test_a_date_is_known_as_written_and_as_a_moment() -> None:
    """As TMX writes it and in the longer form; what is no date stays as written alone."""
    moment = datetime(2026, 1, 31, 12, tzinfo=UTC)
    dates = (
        ("creationdate", "20260131T120000Z"),
        ("changedate", "2026-01-31T14:00:00+02:00"),
        ("lastusagedate", "31.1.2026"),
    )
    for holder in (TranslationUnit((), attributes=dates), Variant("fr", (), dates)):
        assert holder.attributes == dates
        assert holder.date("creationdate") == holder.date("changedate") == moment
        assert holder.date("creationdate").utcoffset() == timedelta(0)
        assert holder.date("lastusagedate") is None

    assert TranslationUnit(()).date("changedate") is None
    assert Variant("fr", (), (("changedate", "20260131"),)).date("changedate") == datetime(
        2026, 1, 31, tzinfo=UTC
    )
