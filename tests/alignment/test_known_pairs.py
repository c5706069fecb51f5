"""What a lexicon says of other texts is left out, and changes nothing."""

from itertools import product

from article import ROOT
from termbase.alignment import align, known_pairs
from termbase.alignment.known_pairs import pairs_within

FRENCH = ["La lune brille.", "Le nif dort.", "Fin."]
ENGLISH = ["The moon shines.", "The zog sleeps.", "End."]
OWN = [("nif", "zog"), ("lune", "moon")]
OTHER = [(f"mot{number}", f"word{number}") for number in range(500)]


def test_pairs_that_only_one_text_knows_are_left_out() -> None:
    """Both sides need a token of their text; the order stays."""
    known = [("nif", "other"), *OWN, ("autre", "zog"), ("", ""), ("?", "?")]

    assert pairs_within(known, FRENCH, ENGLISH) == OWN


def test_a_large_lexicon_of_another_field_changes_nothing() -> None:
    """Beads and their confidence are those of the pairs that the texts know."""
    small = align(FRENCH, ENGLISH, "fr", "en", lexicon=OWN)

    assert align(FRENCH, ENGLISH, "fr", "en", lexicon=[*OTHER, *OWN, *OTHER]) == small


def test_of_very_many_pairs_the_best_known_remain(monkeypatch) -> None:
    """In their order; whether their texts are remembered or counted anew makes no difference."""
    monkeypatch.setattr(known_pairs, "_MOST", 3)
    known = [("la mer", "the sea"), *OWN, ("la nuit", "the night"), ("le nif", "the zog"), ("", "")]

    best = pairs_within(known, FRENCH, ENGLISH)
    monkeypatch.setattr(known_pairs, "_MANY", 2)

    assert best == pairs_within(known, FRENCH, ENGLISH) == [*OWN, ("le nif", "the zog")]


def test_a_large_memory_leaves_right_beads_right() -> None:
    """Its many words must not make those of a short text look rare, and each a proof."""
    news = [(ROOT / f"tm/sources/news.{one}.txt").read_text("utf-8") for one in ("fr", "en")]
    french, english = ([line for line in one.splitlines() if line][:30] for one in news)
    del english[4::9]
    syllables = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]
    words = ["".join(one) for one in product(syllables, repeat=3)]
    memory = [
        (
            f"Le {words[n]} de la {words[-n]} est dans les {words[2 * n]}.",
            f"The {words[3 * n]} of the {words[-3 * n]} is in the {words[n + 1]}.",
        )
        for n in range(1, 40_000)
    ]

    plain = align(french, english, "fr", "en")
    leaning = align(french, english, "fr", "en", lexicon=memory)

    assert [one.shape for one in leaning] == [one.shape for one in plain]
    assert [one.source for one in leaning] == [one.source for one in plain]
    assert sum(one.confidence >= 0.9 for one in leaning) >= 24
