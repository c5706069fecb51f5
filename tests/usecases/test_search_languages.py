"""A text whose language nobody named: the scripts that are tried, and the likest unit that wins."""

from termbase.bootstrap import open_base, units_of
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.stores.sqlite import SqliteBase
from termbase.usecases.search_languages import languages_to_try, search_languages

TEXTS = (
    {"fr": "le petit satellite russe", "ru": "малый русский спутник", "uk": "малий супутник тут"},
    {"fr": "la table", "en": "the small satellite here", "es": "un pequeño satélite aquí"},
    {"ru": "TMX", "en": "TMX"},
)


def filled() -> SqliteBase:
    """Return a base with texts in five languages."""
    base = open_base(":memory:", write=True)
    store = units_of(base)
    units = [
        TranslationUnit(tuple(Variant(name, (text,)) for name, text in texts.items()))
        for texts in TEXTS
    ]
    with base.changing():
        store.add_units(store.put_memory("m", MemoryHeader("fr")), units)
    return base


def test_only_the_script_of_the_query_is_tried() -> None:
    """Known languages come first; a short name in another script makes no language Latin."""
    with filled() as base:
        units = units_of(base)

        assert languages_to_try("satellite", units, ["fr-CA"]) == ["fr", "en", "es"]
        assert languages_to_try("satellite", units, ["en"], but="fr") == ["en", "es"]
        assert languages_to_try("спутник", units, []) == ["ru", "uk"]
        assert languages_to_try("12 %", units, []) == ["en", "es", "fr", "ru", "uk"]


def test_the_likest_unit_says_the_language() -> None:
    """Not the first language that has something: the one that has the most like it."""
    with filled() as base:
        units = units_of(base)

        near, _ = search_languages("the small satellite", units, known=["fr", "es"], minimum=20)
        none, tried = search_languages("nobody says this", units)
        own, _ = search_languages("nobody says this", units, first="fr")

        assert (near["source"], near["hits"][0]["score"]) == ("en", 75)
        assert (none["source"], none["hits"], tried) == (None, [], ["en", "es", "fr"])
        assert own["source"] == "fr"


def test_a_text_itself_comes_before_what_is_like_it_in_the_likeliest_language() -> None:
    """Near units in the first language count only where no language has the very text."""
    with filled() as base:
        units = units_of(base)
        store = [TranslationUnit((Variant("fr", ("the small satellite",)),))]
        with base.changing():
            units.add_units(units.put_memory("n", MemoryHeader("fr")), store)

        itself, _ = search_languages("the small satellite here", units, first="fr")
        near, tried = search_languages("the small satellite now", units, first="fr")

        assert (itself["source"], itself["hits"][0]["score"]) == ("en", 100)
        assert (near["source"], near["hits"][0]["score"], tried) == ("fr", 75, ["fr"])


def test_a_text_is_not_translated_into_its_own_language() -> None:
    """The language of the text is no target of its own, and where it is the only one, no answer."""
    with filled() as base:
        units = units_of(base)
        text = "the small satellite here"

        both, _ = search_languages(text, units, targets=["en", "fr"])
        own, _ = search_languages(text, units, targets=["en"])

        assert both["hits"][0]["targets"] == {"fr": "la table"}
        assert own["hits"] == []
