"""Beads of several pairs over one source become units that say where they stand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import read_ladder
from termbase.model.bead import Bead
from termbase.model.segment import Segment
from termbase.model.unit import TranslationUnit
from termbase.usecases.align_documents import AlignedTexts, SegmentedText
from termbase.usecases.join_units import Origin, join_units
from termbase.usecases.stretches import count_blank, count_one_sided, count_units

ORIGIN = Origin("article.fr.txt")


def text(language: str, *contents: str) -> SegmentedText:
    """Return a text of given segments."""
    segments, start = [], 0
    for content in contents:
        segments.append(Segment(content + " ", start))
        start += len(content) + 1
    return SegmentedText(f"article.{language}.txt", language, "", tuple(segments))


def beads(ladder: str) -> tuple[Bead, ...]:
    """Return the beads of a ladder such as ``0:0 1,2:1 3:``."""
    return tuple(Bead(source, target, 0.875) for source, target in read_ladder(ladder))


def join(
    source: SegmentedText, *targets: tuple[SegmentedText, str], origin: Origin = ORIGIN
) -> list[TranslationUnit]:
    """Return the units of one document."""
    texts, ladders = [one for one, _ in targets], [beads(one) for _, one in targets]
    return join_units([(AlignedTexts(source, tuple(texts), tuple(ladders)), origin)])


def texts_of(units: list[TranslationUnit]) -> list[str]:
    """Return each unit as one readable line."""
    return [" | ".join(f"{v.language} {v.text}" for v in unit.variants) for unit in units]


FR = text("fr", "Un.", "Deux.", "Trois.")
EN = text("en", "One.", "Two.", "Three.")
RU = text("ru", "Раз.", "Два.", "Три.")


def test_where_the_languages_agree_they_share_a_unit() -> None:
    """One unit in three languages for each segment of the pivot."""
    units = join(FR, (EN, "0:0 1:1 2:2"), (RU, "0:0 1:1 2:2"))

    assert texts_of(units) == [
        "fr Un. | en One. | ru Раз.",
        "fr Deux. | en Two. | ru Два.",
        "fr Trois. | en Three. | ru Три.",
    ]


def test_where_they_do_not_agree_each_pair_keeps_its_own() -> None:
    """The finer units stay; what the languages share before and after stays shared."""
    units = join(FR, (EN, "0:0 1:1 2:2"), (RU, "0:0 1,2:1,2"))

    assert texts_of(units) == [
        "fr Un. | en One. | ru Раз.",
        "fr Deux. | en Two.",
        "fr Deux. Trois. | ru Два. Три.",
        "fr Trois. | en Three.",
    ]


def test_units_are_counted_without_making_them() -> None:
    """By their languages, and what repeats apart; the counts are those of the units."""
    said = ("Oui.", "Oui.", "Non.")
    both = text("en", "Yes.", "Yes.", "No."), text("ru", "Да.", "Да.", "Нет.")
    source, ladders = text("fr", *said), (beads("0:0 1:1 2:2"), beads("0:0 1:1 2:"))
    aligned = AlignedTexts(source, both, ladders)
    units = join_units([(aligned, ORIGIN)])

    assert count_units(aligned) == ({"fr–en–ru": 1, "fr–en": 1}, 1)
    assert [unit.attribute("usagecount") for unit in units] == ["2", "1"]


def test_beads_with_an_empty_side_give_no_unit() -> None:
    """They are counted, so that a person can be told."""
    aligned = AlignedTexts(FR, (EN,), (beads("0:0 1: :1 2:2"),))

    assert texts_of(join_units([(aligned, ORIGIN)])) == [
        "fr Un. | en One.",
        "fr Trois. | en Three.",
    ]
    assert count_one_sided(aligned) == 2
    rejected = AlignedTexts(FR, (EN,), (beads("0,1: 2: :0,1,2"),))
    assert count_one_sided(rejected) == 6


def test_blank_lines_give_no_unit() -> None:
    """Neither opposite each other nor opposite a text; within a bead they leave no gap."""
    source, target = text("fr", "", "Un.", "Deux.", " ", "Trois."), text("en", "", "One.", " ", "3")
    aligned = AlignedTexts(source, (target,), (beads("0:0 1:1 2:2 3,4:3"),))

    assert texts_of(join_units([(aligned, ORIGIN)])) == ["fr Un. | en One.", "fr Trois. | en 3"]
    assert count_units(aligned) == ({"fr–en": 2}, 0)
    assert (count_blank(aligned), count_one_sided(aligned)) == (1, 1)


def test_segments_of_a_bead_are_joined_as_the_language_writes() -> None:
    """With a space; Chinese and Japanese write none."""
    units = join(text("fr", "Un.", "Deux."), (text("zh-Hans", "一。", "二。"), "0,1:0,1"))

    assert texts_of(units) == ["fr Un. Deux. | zh-Hans 一。二。"]

    units = join(text("fr", "Un.", "Deux."), (text("ja", "一。", "二。"), "0,1:0,1"))

    assert texts_of(units) == ["fr Un. Deux. | ja 一。二。"]


def test_a_repeat_is_kept_once_with_every_place() -> None:
    """Each place has the neighbours it has there; the count says how many there are."""
    source = text("fr", "Un.", "Deux.", "Un.")

    units = join(source, (text("en", "One.", "Two.", "One."), "0:0 1:1 2:2"))

    assert texts_of(units) == ["fr Un. | en One.", "fr Deux. | en Two."]
    assert [one.attribute("usagecount") for one in units] == ["2", "1"]
    first, second = (one.split(" ") for one in units[0].values("x-occurrence"))
    assert (first[0], first[1]) == ("article.fr.txt:0", "-")
    assert (second[0], second[2]) == ("article.fr.txt:2", "-")
    assert first[2] == second[1] != "-"


def test_a_repeat_with_another_translation_is_another_unit() -> None:
    """Nothing that somebody translated differently is thrown away."""
    source = text("fr", "Un.", "Un.")

    units = join(source, (text("en", "One.", "A."), "0:0 1:1"))

    assert texts_of(units) == ["fr Un. | en One.", "fr Un. | en A."]
    assert len({one.id for one in units}) == 2


def test_documents_share_their_repeats() -> None:
    """A unit that stands in two documents has a place in each, and the origin of the first."""
    one = AlignedTexts(FR, (EN,), (beads("0:0 1:1 2:2"),))

    units = join_units([(one.confirmed(), Origin("a.txt")), (one, Origin("b.txt"))])

    assert len(units) == 3
    places = [place.split(" ")[0] for place in units[1].values("x-occurrence")]
    assert places == ["a.txt:1", "b.txt:1"]
    assert units[1].values("x-source-file") == ("a.txt",)
    assert units[1].values("x-reviewed") == ("yes",)


def test_what_is_not_known_is_not_said() -> None:
    """No review, no date, no author: no property and no attribute of that name."""
    [unit] = join(text("fr", "Un."), (text("en", "One."), "0:0"))

    assert unit.values("x-reviewed") == ()
    assert unit.attributes == (("usagecount", "1"),)


@pytest.mark.parametrize(("confidence", "said"), [(0.875, "0.88"), (1.0, "1.00"), (0.0, "0.00")])
def test_confidence_is_rounded_to_two_decimals(confidence: float, said: str) -> None:
    """The least sure of the beads of a unit speaks for it."""
    sure, unsure = Bead((0,), (0,), 1.0), Bead((0,), (0,), confidence)
    aligned = AlignedTexts(text("fr", "Un."), (EN, RU), ((sure,), (unsure,)))

    [unit] = join_units([(aligned, ORIGIN)])

    assert unit.values("x-confidence") == (said,)


words = st.text("abc", min_size=1, max_size=3)


@given(st.lists(words, min_size=1, max_size=5), st.lists(words, min_size=5, max_size=5), st.data())
def test_a_tuid_stays_when_a_target_is_corrected(source, target, data) -> None:
    """And changes with the source text; all tuids of a memory differ."""
    ladder = " ".join(f"{at}:{at}" for at in range(len(source)))
    at = data.draw(st.integers(0, len(source) - 1))
    corrected = [*target[:at], target[at] + "!", *target[at + 1 :]]
    changed = [*source[:at], source[at] + "!", *source[at + 1 :]]

    def ids(ours: list[str], theirs: list[str]) -> dict[str, str]:
        units = join(text("fr", *ours), (text("en", *theirs), ladder))
        assert len({one.id for one in units}) == len(units)
        return {
            place.split(" ")[0]: one.id for one in units for place in one.values("x-occurrence")[:1]
        }

    before = ids(source, target)
    place = f"article.fr.txt:{at}"
    after_correction, after_change = ids(source, corrected), ids(changed, target)
    assert all(after_correction[one] == before[one] for one in before.keys() & after_correction)
    assert before.get(place) != after_change[place]


def test_a_tuid_depends_on_the_place_and_the_source_alone() -> None:
    """Another date, author or review is the same unit; another file is another."""
    one = join(FR, (EN, "0:0"))[0]

    assert join(FR, (EN, "0:0"), origin=Origin("article.fr.txt", "2026", "x"))[0].id == one.id
    assert join(FR, (EN, "0:0"), origin=replace(ORIGIN, path="b.txt"))[0].id != one.id
    assert join(FR, (EN, "0:0 1:1"), (RU, "0:0 1:1"))[0].id == one.id
