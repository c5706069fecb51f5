"""Numbers as catalogues of programs and old books have them, which are right in another form."""

from decimal import Decimal

import pytest

from termbase.checking import check
from termbase.checking.written_out import is_written_out
from termbase.model.finding import SegmentPair


def found(languages: str, source: str, target: str) -> list[str]:
    pairs = [SegmentPair(source, target)]
    return [one.message for one in check(pairs, [], *languages.split("-"), rules=["T201"])]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-fr", "2017-05-31 20:00", "31.05.2017 20:00"),
        ("en-de", "2017-05-31 22:00", "31.05.2017 22:00"),
        ("en-ru", "1 1/2 hours", "полтора часа"),
        ("en-ru", "1/2 an hour", "полчаса"),
        ("en-fr", "It takes 2 1/2 hours.", "Il faut 2,5 heures."),
        ("en-fr", "2 1/2 pages", "deux pages et demie"),
        ("en-fr", "2 1/2 cups", "2 ½ tasses"),
        ("en-zh", "an hour ago", "1 小时前"),
        ("en-ja", "every minute", "1 分ごと"),
        ("en-fr", "Articles 194, 196 of it", "Les articles 194,196 de celui-ci"),
        ("en-zh", "Articles 194, 196", "第194,196条"),
        ("en-pl", "No more than 100.000 dates.", "Nie więcej niż 100 000 dat."),
        ("en-fr", "No more than 100.000 dates.", "Pas plus de 100 000 dates."),
        ("en-it", "valid for one day", "valido per 24 ore"),
        ("en-de", "valid for 24 hours", "einen Tag gültig"),
        ("en-es", "valid for 24 hours", "válido un día"),
        ("en-de", "27 ships", "siebenundzwanzig Schiffe"),
        ("en-es", "He is 35 years old.", "Tiene treinta y cinco años."),
        ("en-it", "28 ships", "ventotto navi"),
        ("en-pl", "27 ships", "dwadzieścia siedem statków"),
        ("en-fr", "seven or eight-and-thirty men", "37 ou 38 hommes"),
        ("en-ru", "There is over 1 year between them.", "Между ними больше года."),
        ("en-ru", "From 1 year to 5 years.", "От года до 5 лет."),
        ("ru-en", "Прошло больше года.", "Over 1 year has passed."),
        ("en-ru", "1 year and 3 days", "год и 3 дня"),
        ("en-fr", "Debian is 100% free software.", "Debian est totalement libre."),
        ("ru-en", "Полностью свободна.", "100% free."),
        ("en-fr", "100% of 25 totally free", "100 % de 25 entièrement libres"),
        ("en-fr", "A bed-and-breakfast house", "Une maison d'hôte"),
        ("en-ru", "Elapsed: %.2fs", "Прошло: %.2f с"),
        ("en-de", "desc2_set_interval", "Die Vorgabe ist 7 Tage."),
        ("en-ru", "mail.welcome.body", "Ссылка действует 24 часа."),
    ],
)
def test_the_same_number_in_another_form_is_right(languages: str, source: str, target: str) -> None:
    """As careful translators have written them."""
    assert found(languages, source, target) == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-fr", "2017-05-31 20:00", "31.05.2016 20:00"),
        ("en-ru", "2 1/2 hours", "полтора часа"),
        ("en-fr", "It takes 2 1/2 hours.", "Il faut 3,5 heures."),
        ("en-zh", "an hour ago", "2 小时前"),
        ("en-fr", "Debian is 90% free software.", "Debian est totalement libre."),
        ("en-fr", "100% free", "80 % libre"),
        ("en-ru", "1 year and 3 days", "3 дня"),
        ("en-ru", "21 years", "год"),
        ("en-ru", "over 1 year", "больше двух лет"),
        ("en-ru", "It took 1 hour.", "Это заняло три часа."),
        ("en-fr", "1 hour", "heure"),
        ("en-zh", "minutes ago", "1 分钟前"),
        ("en-fr", "Articles 194, 196 of it", "Les articles 194,197 de celui-ci"),
        ("en-pl", "No more than 100.000 dates.", "Nie więcej niż 200 000 dat."),
        ("en-it", "valid for one day", "valido per 48 ore"),
        ("en-de", "27 ships", "achtundzwanzig Schiffe"),
        ("en-es", "He is 35 years old.", "Tiene treinta y seis años."),
        ("en-fr", "seven or eight-and-thirty men", "27 ou 38 hommes"),
        ("en-de", "save_interval is 7", "Die Vorgabe ist 8."),
        ("en-de", "Version v1.2", "Version v1.3"),
    ],
)
def test_another_number_is_found(languages: str, source: str, target: str) -> None:
    """In each of these forms."""
    assert found(languages, source, target)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "elf einundzwanzig dreißig neunundneunzig"),
        ("nl", "elf eenentwintig dertig negenennegentig"),
        ("es", "once|veintiún|treinta|noventa y nueve"),
        ("pt", "onze|vinte e uma|trinta|noventa e nove"),
        ("it", "undici ventuno trenta novantanove"),
        ("pl", "jedenaście|dwudziestu jeden|trzydzieści|dziewięćdziesiąt dziewięć"),
        ("uk", "одинадцять|двадцяти одного|тридцять|дев’яносто дев’ять"),
    ],
)
def test_numbers_are_written_out_in_each_language(language: str, words: str) -> None:
    """Eleven, twenty-one, thirty and ninety-nine, and no other of them."""
    numbers = (11, 21, 30, 99)
    said = words.split("|") if "|" in words else words.split()

    assert [
        [one for one in numbers if is_written_out(Decimal(one), text, language)] for text in said
    ] == [[one] for one in numbers]
