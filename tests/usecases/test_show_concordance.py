"""A phrase is shown in its contexts, whatever language it is in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from termbase.memory.unit_filter import UnitFilter
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.stores.sqlite import open_base
from termbase.stores.sqlite_units import SqliteUnits
from termbase.usecases import show_concordance
from termbase.usecases.show_concordance import concordance


@contextmanager
def filled(
    folder: Path, fresh: int, language: str, made: list[TranslationUnit]
) -> Iterator[SqliteUnits]:
    """Open a memory with units, whose texts are in a file where more than so many wait."""
    with open_base(str(folder / "x.db"), write=True) as base:
        units = SqliteUnits(base)
        units.index.fresh = fresh
        with base.changing():
            units.add_units(units.put_memory("m", MemoryHeader(language)), made)
        yield units


def test_a_word_of_both_languages_is_shown_beside_the_language_wanted():
    """«satellite» is French and English: with English wanted it is found on the French side."""
    unit = TranslationUnit(
        (Variant("fr", ("un petit satellite",)), Variant("en", ("a small satellite",)))
    )
    with open_base(":memory:", write=True) as base:
        units = SqliteUnits(base)
        units.add_units(units.put_memory("m", MemoryHeader("fr")), [unit])

        [hit] = concordance("satellite", units, targets=["en"])["hits"]

    assert (hit["language"], hit["text"]) == ("fr", "un petit satellite")
    assert hit["targets"]["en"]["text"] == "a small satellite"


def test_a_unit_is_shown_once_however_often_it_holds_the_phrase():
    """Both languages and both variants of one hold it: the first is marked, all count as one."""
    unit = TranslationUnit(
        (
            Variant("fr", ("un satellite",)),
            Variant("fr-CA", ("ce satellite",)),
            Variant("en", ("a satellite",)),
        )
    )
    with open_base(":memory:", write=True) as base:
        units = SqliteUnits(base)
        units.add_units(units.put_memory("m", MemoryHeader("fr")), [unit])

        everywhere = concordance("satellite", units)
        in_french = concordance("satellite", units, source="fr")

    assert (everywhere["count"], len(everywhere["hits"])) == (1, 1)
    [hit] = in_french["hits"]
    assert hit["text"] == "un satellite"
    assert list(hit["targets"]) == ["fr-CA", "en"]


@pytest.mark.parametrize("fresh", [0, 10])
@pytest.mark.parametrize(
    ("text", "query", "language", "shown"),
    [
        ("위성은 데이터를 보낸다.", "위성", "ko", "위성은"),
        ("데이터를 보낸다.", "데이터를", "ko", "데이터를"),
        ("がん 検診", "がん", "ja", "がん"),
        ("آب در ماه", "آب", "fa", "آب"),
        ("কোণ", "কোণ", "bn", "কোণ"),
        ("दो उपग्रहों से", "उपग्रह", "hi", "उपग्रहों"),
        ("卫星遥感数据。", "遥感", "zh", "遥感"),
        ("卫星遥感数据。", '"遥感"', "zh", "遥感"),
        ("データを送る。", "を送る", "ja", "を送る"),
        ("ดาวเทียมบินอยู่", "ดาวเทียม", "th", "ดาวเทียม"),
        ("ЁЛКА", "елка", "ru", "ЁЛКА"),
        ("カメラを使う。", "カメラ を", "ja", "カメラを"),
        ("Новий об’єкт у космосі.", "об'єктами", "uk", "об’єкт"),
        ("Нашій сім'ї", "сім’я", "uk", "сім'ї"),
        ("Нашій сім'ї", "сім’ї*", "uk", "сім'ї"),
        ("Наш аб'ект", '"аб’ект"', "be", "аб'ект"),
        ("élus", "élu", "fr", "élus"),
    ],
)
def test_words_of_any_script_are_found(
    tmp_path: Path, fresh: int, text: str, query: str, language: str, shown: str
) -> None:
    """What waits and what is in a file: also signs made of several, and those no space parts."""
    made = TranslationUnit((Variant(language, (text,)),))
    with filled(tmp_path, fresh, language, [made]) as units:
        [hit] = concordance(query, units)["hits"]

    assert [text[start:end] for start, end in hit["spans"]] == [shown]


@pytest.mark.parametrize("fresh", [0, 10])
def test_each_word_of_a_page_counts(tmp_path: Path, fresh: int) -> None:
    """Of a long phrase only some words are sought in the index; the text must hold them all."""
    page = " ".join(f"mot{at}" for at in range(40))
    made = TranslationUnit((Variant("fr", (f"Un {page} ici.",)),))
    with filled(tmp_path, fresh, "fr", [made]) as units:
        counts = [concordance(one, units)["count"] for one in (page, f"{page} là", page * 500)]

    assert counts == [1, 0, 0]


def test_renderings_are_sought_only_where_the_phrase_stands() -> None:
    """Words with a soft hyphen make a text doubtful: it is read, but nothing else of its unit."""
    asked: list[tuple[str, str]] = []

    def mark(text: str, language: str) -> list[tuple[int, int, str]]:
        asked.append((text, language))
        return []

    pairs = [("un mot", "a word"), ("un sa\u00adtellite", "a satellite")]
    with open_base(":memory:", write=True) as base:
        units = SqliteUnits(base)
        made = [TranslationUnit((Variant("fr", (fr,)), Variant("en", (en,)))) for fr, en in pairs]
        units.add_units(units.put_memory("m", MemoryHeader("fr")), made)

        concordance("mot", units, source="fr", renderings=mark)

    assert asked == [("a word", "en")]


def test_units_beyond_those_that_are_read_are_counted_by_memory_and_language(monkeypatch) -> None:
    """With a language wanted, or a memory, no other is counted; regions are of their language."""
    monkeypatch.setattr(show_concordance, "READ", 2)
    spoken = ["en", "EN-us", "ru", "en", 'x"language": "en', "en"]
    with open_base(":memory:", write=True) as base:
        units = SqliteUnits(base)
        for name in ("m", "n"):
            units.add_units(
                units.put_memory(name, MemoryHeader("fr")),
                [
                    TranslationUnit((Variant("fr", (f"un mot {at}",)), Variant(one, ("a",))))
                    if one.isascii() and len(one) < 6
                    else TranslationUnit((Variant("fr", (f"mot {one}",)), Variant("ru", ("a",))))
                    for at, one in enumerate(spoken)
                ],
            )

        counts = [
            concordance(
                "mot", units, source="fr", limit=1, targets=targets, filter=UnitFilter(memories)
            )
            for targets in ((), ("en",), ("ru",))
            for memories in ((), ("n",))
        ]

    assert [one["count"] for one in counts] == [12, 6, 8, 4, 4, 2]
    assert [one["read"] for one in counts] == [2] * 6
    assert [hit["memory"] for one in counts for hit in one["hits"]] == ["m", "n"] * 3


@pytest.mark.parametrize("fresh", [0, 100])
@pytest.mark.parametrize(
    ("query", "language", "other", "own"),
    [
        ("فضاپیما", "fa", "کتاب می\u200cروند", "فضاپیما می\u200cروند"),
        ("遥感 数据", "zh", "卫星遥感", "卫星遥感数据"),
        ("gps 2026", "zh", "卫星GP数据", "卫星GPS，2026年"),
    ],
)
def test_a_phrase_is_found_behind_many_texts_that_only_look_alike(
    monkeypatch, tmp_path, fresh, query, language, other, own
) -> None:
    """Signs within words, and words that nothing parts: others are neither read nor counted."""
    monkeypatch.setattr(show_concordance, "READ", 2)
    texts = [f"{other} {at}" for at in range(5)] + [own]
    made = [TranslationUnit((Variant(language, (one,)), Variant("en", ("a",)))) for one in texts]
    with filled(tmp_path, fresh, language, made) as units:
        found = concordance(query, units)

    assert (found["count"], [hit["text"] for hit in found["hits"]]) == (1, [own])


def test_a_filter_counts_for_units_that_are_read_and_those_that_are_not(monkeypatch) -> None:
    """Each year has one unit with the word."""
    monkeypatch.setattr(show_concordance, "READ", 2)
    with open_base(":memory:", write=True) as base:
        units = SqliteUnits(base)
        made = [
            TranslationUnit(
                (Variant("fr", (f"un mot {year}",)), Variant("en", ("a",))),
                attributes=(("creationdate", f"{year}0101T000000Z"),),
            )
            for year in range(2020, 2026)
        ]
        units.add_units(units.put_memory("m", MemoryHeader("fr")), made)

        late = concordance("mot", units, source="fr", filter=UnitFilter(since="20240101"))
        never = concordance("mot", units, source="fr", filter=UnitFilter(until="20190101"))

    assert [hit["text"] for hit in late["hits"]] == ["un mot 2024", "un mot 2025"]
    assert (late["count"], never["count"], never["hits"]) == (2, 0, [])


def test_a_unit_is_as_new_as_the_newest_of_its_texts() -> None:
    """Some tools date units, others each text, and not all as TMX writes it; no date is none."""
    dates = {
        "un": ((("changedate", "20200101T000000Z"),), ()),
        "deux": ((), (("changedate", "20250101T000000Z"),)),
        "trois": ((("creationdate", "20200101T000000Z"),), (("creationdate", "2025-03-01"),)),
        "quatre": ((("changedate", "soon"),), ()),
    }
    with open_base(":memory:", write=True) as base:
        units = SqliteUnits(base)
        made = [
            TranslationUnit(
                (Variant("fr", (f"le mot {name}",)), Variant("en", ("a",), attributes=text)),
                attributes=unit,
            )
            for name, (unit, text) in dates.items()
        ]
        units.add_units(units.put_memory("m", MemoryHeader("fr")), made)

        late = concordance("mot", units, source="fr", filter=UnitFilter(since="20240101"))
        dated = concordance("mot", units, source="fr", filter=UnitFilter(until="20990101"))

    assert [hit["text"] for hit in late["hits"]] == ["le mot deux", "le mot trois"]
    assert dated["count"] == 3


def test_what_has_no_word_is_found_nowhere() -> None:
    """Stars alone, signs alone, nothing."""
    with open_base(":memory:", write=True) as base:
        units = SqliteUnits(base)
        for query in ("*", "«»", '""', ""):
            answer = concordance(query, units)

            assert (answer["count"], answer["hits"]) == (0, [])
