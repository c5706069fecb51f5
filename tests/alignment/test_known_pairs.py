"""What a lexicon says of other texts is left out, and changes nothing."""

from termbase.alignment import align
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
