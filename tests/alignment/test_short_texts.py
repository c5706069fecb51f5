"""What two texts of a line or two say for each other: words that are known beforehand, or alike."""

from __future__ import annotations

import pytest

from termbase.alignment import align

SAME = [
    (
        "fr",
        "en",
        "Le premier satellite a été lancé le 4 octobre 1957 par l'Union soviétique.",
        "The first satellite was launched on 4 October 1957 by the Soviet Union.",
    ),
    (
        "en",
        "ru",
        "Two women from Minsk worked for three years at the new station.",
        "Две женщины из Минска три года работали на новой станции.",
    ),
]
OTHER = [
    (
        "fr",
        "en",
        "Les négociations budgétaires ont échoué hier soir malgré de longs débats.",
        "The cat was asleep on the mat, and nobody in the house wished to wake it.",
    ),
    (
        "en",
        "ru",
        "The cat was asleep on the mat, and nobody in the house wished to wake it.",
        "Переговоры о ценах на хлеб вчера вечером опять закончились ничем.",
    ),
]


def sure(source: str, target: str, *texts: str) -> float:
    [bead] = align([texts[0]], [texts[1]], source, target)
    return bead.confidence


@pytest.mark.parametrize("pair", SAME)
def test_a_line_and_its_translation_are_believed(pair) -> None:
    """They share a number, a name and everyday words."""
    assert sure(*pair) > 0.8


@pytest.mark.parametrize("pair", OTHER)
def test_two_lines_that_share_nothing_are_doubted(pair) -> None:
    """Though nothing else could be their counterpart."""
    assert sure(*pair) < 0.45


def test_a_short_line_says_little_for_or_against() -> None:
    """Of two words nobody expects that one is known."""
    assert 0.6 < sure("fr", "en", "Bon courage.", "Chin up.") < 0.9


def test_where_no_everyday_words_are_known_their_lack_says_less() -> None:
    """Estonian is no worse a translation for it; of French and English they are known."""
    source, target, *texts = OTHER[0]

    assert sure("ro", "et", *texts) > sure(source, target, *texts) + 0.2


def test_a_lexicon_speaks_for_a_line() -> None:
    """What the user's glossary says of two words counts as what is known of all."""
    texts = "Le hublot du vaisseau est fendu.", "The porthole of that craft has cracked."
    lexicon = [("hublot", "porthole"), ("vaisseau", "craft"), ("fendu", "cracked")]
    [bead] = align([texts[0]], [texts[1]], "fr", "en", lexicon=lexicon)

    assert bead.confidence > sure("fr", "en", *texts)


def test_two_lines_in_the_wrong_order_are_doubted() -> None:
    """Each has its own words on the other side."""
    texts = [SAME[0][2], "Les trois femmes ont ouvert la porte de leur maison."]
    right = [SAME[0][3], "The three women opened the door of their house."]

    assert min(one.confidence for one in align(texts, right, "fr", "en")) > 0.6
    assert max(one.confidence for one in align(texts, right[::-1], "fr", "en")) < 0.6


def test_signs_between_paragraphs_lack_no_words() -> None:
    """A row of asterisks shares no word with its counterpart, and that says nothing of the rest."""
    french = ["Chapitre un", "Il pleuvait depuis trois jours.", "Marie regardait par la fenêtre."]
    english = [
        "Chapter one",
        "It had rained for three days.",
        "Marie was looking out of the window.",
    ]
    french += ["Le lendemain, elle partit.", "Personne ne la revit.", "Fin"]
    english += ["The next day she left.", "Nobody saw her again.", "The end"]
    parted = [[text for one in texts for text in (one, "***")] for texts in (french, english)]

    beads = align(*parted, "fr", "en")

    assert [(bead.source, bead.target) for bead in beads] == [((n,), (n,)) for n in range(12)]
    assert min(bead.confidence for bead in beads) >= 0.3
