"""What holds for every pair of texts, whatever they say."""

from __future__ import annotations

import statistics
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.alignment import align
from termbase.errors import UnknownLanguageError
from termbase.model.bead import Bead

words = st.sampled_from(
    [
        *("l'État", "de l'Union", "M.", "8,57", "«", "milliards", "Bakanov", "Баканов", "the"),
        *("Union", "Земля", "государство", "2026", "?", "我二十一岁", "e\u0301", "\u202f", ""),
    ]
)
segments = st.lists(words | st.text(max_size=4), max_size=8).map(" ".join)
texts = st.lists(segments, max_size=12)
languages = st.sampled_from(["fr", "en", "ru", "zh", "de", "ro"])


def covered(beads: list[Bead]) -> tuple[list[int], list[int]]:
    return (
        [segment for bead in beads for segment in bead.source],
        [segment for bead in beads for segment in bead.target],
    )


@settings(max_examples=60, deadline=None)
@given(texts, texts, languages, languages)
def test_every_segment_stands_in_exactly_one_bead_and_in_order(source, target, sl, tl) -> None:
    """Whatever the texts, nothing is lost, doubled or turned round, and no bead is too large."""
    beads = align(source, target, sl, tl)

    assert covered(beads) == (list(range(len(source))), list(range(len(target))))
    assert all(len(bead.source) <= 4 and len(bead.target) <= 4 for bead in beads)


@settings(max_examples=40, deadline=None)
@given(texts, texts, languages, languages)
def test_swapping_the_texts_swaps_the_beads(source, target, sl, tl) -> None:
    """Neither text is the first by nature."""
    beads = align(source, target, sl, tl)
    swapped = align(target, source, tl, sl)

    assert sorted((bead.target, bead.source, bead.confidence) for bead in swapped) == sorted(
        (bead.source, bead.target, bead.confidence) for bead in beads
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text("abcdefghij ", min_size=5, max_size=40), min_size=1, max_size=15))
def test_a_text_aligns_with_itself_one_to_one(text) -> None:
    """Even where segments repeat."""
    beads = align(text, text, "en", "en")

    assert [bead.shape for bead in beads] == ["1-1"] * len(text)


@settings(max_examples=30, deadline=None)
@given(texts, texts, st.data())
def test_pinned_beads_are_kept(source, target, data) -> None:
    """A pin stands in the answer with confidence 1.0, and everything else around it."""
    pins = []
    if source and target:
        i = data.draw(st.integers(0, len(source) - 1))
        j = data.draw(st.integers(0, len(target) - 1))
        pins = [Bead((i,), (j,))]
    beads = align(source, target, "fr", "en", pins=pins)

    assert set(pins) <= set(beads)
    assert covered(beads) == (list(range(len(source))), list(range(len(target))))


FRENCH = [
    "Le président a visité la ville de Moscou en mars 2024.",
    "Trois ministres l'accompagnaient dans ce voyage.",
    "La guerre et la paix étaient au centre des questions.",
    "Dmitri Bakanov a parlé de la Lune, des étoiles et du programme spatial russe.",
    "Les femmes et les enfants attendaient devant la maison.",
    "Il a ensuite mangé du poisson avec sa famille.",
    "Le lundi, deux cents soldats sont revenus de l'île.",
]
ENGLISH = [
    "The president visited the city of Moscow in March 2024.",
    "Three ministers were with him on this journey.",
    "War and peace were at the centre of the questions.",
    "Dmitri Bakanov spoke of the Moon, the stars and the Russian space programme.",
    "The women and children were waiting in front of the house.",
    "Then he ate fish with his family.",
    "On Monday two hundred soldiers came back from the island.",
]


def sides(beads: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def test_a_left_out_sentence_stays_alone() -> None:
    """A sentence that the translator skipped gets an empty side, and the rest still corresponds."""
    beads = align(FRENCH, ENGLISH[:3] + ENGLISH[4:], "fr", "en")

    assert ((3,), ()) in sides(beads)
    assert ((4,), (3,)) in sides(beads)


@pytest.mark.parametrize("stray", [".....", "24 a !", "- _-", "17"])
def test_a_stray_line_without_a_word_stays_alone(stray: str) -> None:
    """Dots, page numbers and scraps of recognition belong to no sentence, on either side."""
    scanned = [*ENGLISH[:3], stray, *ENGLISH[3:]]

    assert ((), (3,)) in sides(align(FRENCH, scanned, "fr", "en"))
    assert ((3,), ()) in sides(align(scanned, FRENCH, "en", "fr"))


def test_joined_sentences_make_one_bead() -> None:
    """Two sentences that the translator joined belong to one bead."""
    joined = [*ENGLISH[:2], ENGLISH[2] + " " + ENGLISH[3], *ENGLISH[4:]]

    assert ((2, 3), (2,)) in sides(align(FRENCH, joined, "fr", "en"))


def test_a_pin_of_several_segments_holds_against_the_evidence() -> None:
    """Even a wrong pin is kept, and the rest is aligned around it."""
    pin = Bead((1, 2), (0,))
    beads = align(FRENCH, ENGLISH, "fr", "en", pins=[pin])

    assert pin in beads
    assert ((4,), (4,)) in sides(beads)


def test_a_segment_pinned_to_nothing_stays_alone() -> None:
    """A person may say that a segment has no counterpart."""
    beads = align(FRENCH, ENGLISH, "fr", "en", pins=[Bead((1,), ())])

    assert Bead((1,), (), 1.0) in beads
    assert ((0,), (0,)) in sides(beads)


@pytest.mark.parametrize(
    ("pins", "said"),
    [
        ([Bead((0,), (1,)), Bead((1,), (0,))], "cross"),
        ([Bead((0,), (0,)), Bead((0,), ())], "overlap"),
        ([Bead((9,), (0,))], "outside"),
        ([Bead((len(FRENCH),), (0,))], "outside"),
    ],
)
def test_impossible_pins_are_refused(pins, said) -> None:
    """Pins that cannot all hold are a mistake of the caller."""
    with pytest.raises(ValueError, match=said):
        align(FRENCH, ENGLISH, "fr", "en", pins=pins)


def test_a_pin_far_from_the_straight_way_is_reached() -> None:
    """In long texts too, where only a strip is looked at."""
    source = [f"La phrase du jour {i}" for i in range(600)]
    pin = Bead((500,), (20,))
    beads = align(source, source[480:], "fr", "fr", pins=[pin])

    assert pin in beads
    assert ((501,), (21,)) in sides(beads)


def test_a_pin_that_no_word_speaks_for_is_reached() -> None:
    """Even where all segments are equal and the straight way is far off."""
    pin = Bead((500,), (20,))

    assert pin in align(["la phrase"] * 600, ["the phrase"] * 120, "fr", "en", pins=[pin])


def test_paragraphs_say_what_belongs_together_where_words_do_not() -> None:
    """Sentences of one paragraph are joined rather than sentences of two."""
    source = ["lum pera", "dasi remu", "vok nali", "hutu sem"] * 6
    target = ["qix wob zun", "krel dofte", "plu gorro"] * 6
    paragraphs = [i // 2 for i in range(24)], [i // 3 * 2 + (i % 3 == 2) for i in range(18)]
    beads = align(
        source, target, "fi", "eo", source_paragraphs=paragraphs[0], target_paragraphs=paragraphs[1]
    )

    assert ((2, 3), (2,)) in sides(beads)
    assert all(len({paragraphs[0][i] for i in bead.source}) <= 1 for bead in beads)


def test_paragraphs_of_one_segment_each_say_nothing() -> None:
    """As when every line is a paragraph: joined sentences are still found."""
    joined = [*ENGLISH[:2], ENGLISH[2] + " " + ENGLISH[3], *ENGLISH[4:]]
    beads = align(
        FRENCH, joined, "fr", "en", source_paragraphs=range(7), target_paragraphs=range(6)
    )

    assert beads == align(FRENCH, joined, "fr", "en")


def test_a_lexicon_tells_which_sentences_were_joined() -> None:
    """Words that the user knows to correspond decide where lengths and names cannot."""
    source = ["lum pera tokka", "dasi remu wolle", "vok nali birro", "hutu sem garra"]
    target = ["qix wobbo zunne", "krel dofte mipra jyr", "plu gorro tembo"]
    lexicon = [("lum pera tokka", "qix wobbo"), ("dasi remu wolle", "zunne"), ("vok", "krel")]
    lexicon += [("nali birro", "dofte mipra"), ("hutu", "plu"), ("sem garra", "gorro tembo")]

    assert ((0, 1), (0,)) not in sides(align(source, target, "fi", "eo"))
    assert ((0, 1), (0,)) in sides(align(source, target, "fi", "eo", lexicon=lexicon))


def test_an_unknown_language_is_refused() -> None:
    """The message says what is wrong with it."""
    with pytest.raises(UnknownLanguageError, match="klingon"):
        align(FRENCH, ENGLISH, "klingon", "en")


def test_paragraph_numbers_must_fit_the_segments() -> None:
    """One number for each segment."""
    with pytest.raises(ValueError, match="2 paragraph numbers for 7 segments"):
        align(FRENCH, ENGLISH, "fr", "en", source_paragraphs=[0, 1])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (FRENCH * 15, [f"Quite another story number {i * 7919 % 83}." for i in range(100)]),
        (["a b c"] * 300, ["d e f"] * 200),
        ([""] * 2000, [""] * 2000),
        ([""] * 2000, ["x"] * 7),
        (["un deux"] * 20, ["one two"] * 2000),
        (FRENCH, [*ENGLISH, *(f"Story number {i * 7919 % 83} goes on." for i in range(700))]),
        (FRENCH * 15, ENGLISH[:1]),
        (FRENCH + ENGLISH, [*ENGLISH[::-1], *FRENCH[::-1]]),
        (FRENCH, []),
    ],
    ids=[
        "unrelated",
        "all equal",
        "empty strings",
        "few and many",
        "100 times",
        "100 times longer",
        "one line",
        "backwards",
        "empty",
    ],
)
def test_texts_that_hardly_correspond_get_low_confidence(source, target) -> None:
    """Nothing breaks, and nobody is told that it went well."""
    beads = align(source, target, "fr", "en")

    assert covered(beads) == (list(range(len(source))), list(range(len(target))))
    assert statistics.median(bead.confidence for bead in beads) < 0.25


@pytest.mark.parametrize("more", [0, 40])
@pytest.mark.parametrize("mark", [",", "; elle n’est pas seule :"])
def test_whoever_waits_is_told_how_far_it_is(more: int, mark: str) -> None:
    """In per cent, ever farther, and never that all is done before it is; with parts or without."""
    source = [f"Phrase {number}{mark} une autre suit." for number in range(300 + more)]
    target = [f"Sentence {number}{mark} another follows." for number in range(340 - more)]
    told: list[int] = []

    beads = align(source, target, "fr", "en", tell=told.append)

    assert told == sorted(told)
    assert told[0] < 20
    assert 80 <= told[-1] <= 99
    assert beads == align(source, target, "fr", "en")


def test_importing_the_package_does_not_import_numpy() -> None:
    """Only aligning costs what aligning costs."""
    program = "import termbase.alignment, sys; sys.exit('numpy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
