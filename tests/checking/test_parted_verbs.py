"""A verb of the glossary may stand in its parts; its words alone are not it."""

from __future__ import annotations

import pytest

from hanging import no_hanging
from termbase.checking.parted_verbs import PartedVerbs
from termbase.model.concept import Term

PARTED = [
    ("de", "anmelden", "Bitte melden Sie sich jetzt an."),
    ("de", "sich anmelden", "Wer sich anmeldet, meldet uns an und wartet."),
    ("de", "abbrechen", "Brechen Sie den Download, der gerade läuft, ab, bevor Sie gehen."),
    ("de", "in Betrieb nehmen", "Nehmen Sie die Anlage in Betrieb."),
    ("de", "anmelden", "Melden Sie sich z. B. am 3. Mai mit Version 2.3 an."),
    ("de", "in Betrieb nehmen", "Um die Anlage in Betrieb zu nehmen, lesen Sie das."),
    ("de", "abbrechen", "Brechen Sie das Laden\nab."),
    ("nl", "aanmelden", "Meld u nu aan."),
    ("nl", "zich aanmelden", "Meld je aan bij de server."),
    ("nl", "uitschakelen", "Druk hier om het apparaat uit te schakelen."),
    ("en", "switch off", "Switch it off before you leave."),
    ("en", "turn on", "Turn the light on in the hall."),
    ("en", "to launch", "The rocket was launched."),
    ("en", "put into orbit", "He puts the satellite into orbit in May."),
    ("fr", "mettre en orbite", "Mettez le satellite en orbite basse."),
    ("es", "conectarse", "Conéctese ahora."),
    ("es", "conectarse", "Se debe conectar."),
    ("it", "connettersi", "Connettiti ora."),
    ("pt", "conectar-se", "Conecte-se agora."),
    ("pl", "poddać się", "On się poddał."),
]

WORDS_ALONE = [
    ("de", "anmelden", "Melden Sie den Fehler an den Verkäufer."),
    ("de", "anmelden", "An Montagen melden wir nichts."),
    ("de", "einrichten", "Richten Sie ein Konto. Es geht ein."),
    ("de", "in Betrieb nehmen", "Nehmen Sie die Anlage in den Betrieb mit."),
    ("de", "abbrechen", "Brechen Sie es.\n\nAb geht es."),
    ("nl", "uitschakelen", "Druk uit en begin te schakelen."),
    ("en", "log in", "Log the error in the file."),
    ("en", "switch off", "Switch the device. Turn it off."),
    ("en", "to", "It was launched to space."),
    ("fr", "mettre en orbite", "En orbite, mettez le casque."),
    ("fr", "mise en orbite", "Il a été mis hier en orbite."),
    ("es", "conectarse", "Conecte el cable."),
    ("fr", "se laver les mains", "Lavez-vous les mains."),  # information, for a person to see
    ("ru", "приземлиться", "Он земля."),
]


@pytest.mark.parametrize(("language", "term", "text"), PARTED)
def test_a_verb_stands_in_its_parts(language: str, term: str, text: str) -> None:
    assert PartedVerbs(text, language).hold([Term(term, language)])


@pytest.mark.parametrize(("language", "term", "text"), WORDS_ALONE)
def test_its_words_alone_are_no_verb(language: str, term: str, text: str) -> None:
    assert not PartedVerbs(text, language).hold([Term(term, language)])


def test_a_term_that_has_to_stand_as_it_is_may_not_part() -> None:
    assert not PartedVerbs("Switch it off.", "en").hold([Term("switch off", "en", match="exact")])


@pytest.mark.parametrize(("language", "term"), [("es", "conectarse"), ("it", "connettersi")])
def test_a_long_text_is_searched_once(language: str, term: str) -> None:
    text = "siguiente este quasi amici " * 20_000  # each might end in a pronoun
    with no_hanging():
        assert not PartedVerbs(text, language).hold([Term(term, language)])
