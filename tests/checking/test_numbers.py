"""Numbers are read as each language writes them, and compared by what they mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.checking import check
from termbase.checking.number_words import spelled_numbers, spelled_values
from termbase.checking.numbers import Kind, read_numbers, write_number
from termbase.checking.swapped_numbers import Counted, swapped
from termbase.model.finding import Finding, SegmentPair


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "6,33", ["6.33"]),
        ("en", "6.33", ["6.33"]),
        ("en", "1,234", ["1234"]),
        ("fr", "1,234", ["1.234"]),
        ("de", "1.234", ["1.234", "1234"]),
        ("fr", "12 500", ["12500"]),
        ("fr", "12\u00a0500,75", ["12500.75"]),
        ("ru", "1\u202f000\u202f000", ["1000000"]),
        ("de", "1'234'567", ["1234567"]),
        ("en", "1,234,567.5", ["1234567.5"]),
        ("fr", "8,57 milliards", ["8570000000"]),
        ("en", "8.57 billion", ["8570000000"]),
        ("fr", "2 billions", ["2000000000000"]),
        ("ru", "8,57 млрд", ["8570000000"]),
        ("ru", "5 тыс. рублей", ["5000"]),
        ("ru", "3 миллионами", ["3000000"]),
        ("fr", "1 million et demi", ["1500000"]),
        ("ru", "2 с половиной миллиона", ["2500000"]),
        ("en", "3½", ["3", "3.5"]),
        ("en", ".08", ["0.08"]),
        ("fr", "14h30", ["14.30"]),
        ("en", "3 p.m.", ["3", "15"]),
        ("de", "2,5 Mrd.", ["2500000000"]),
        ("es", "1500 millones", ["1500000000"]),
        ("es", "2 mil millones", ["2000000000"]),
        ("pt", "3 bilhões", ["3000000000"]),
        ("it", "5 mila", ["5000"]),
        ("pl", "7 mln", ["7000000"]),
        ("uk", "1,5 мільярда", ["1500000000"]),
        ("zh", "15亿", ["1500000000"]),
        ("zh", "2万亿", ["2000000000000"]),
    ],
)
def test_a_number_has_its_value(language: str, text: str, values: list[str]) -> None:
    """Marks, groups and scale words of each language lead to the same values."""
    [number] = read_numbers(text, language)

    assert sorted(number.values) == [Decimal(value) for value in values]
    assert number.start == 0


def test_a_date_is_three_numbers() -> None:
    """Each part of a date stands for itself, so that its order does not matter."""
    assert [number.value for number in read_numbers("07.03.2024", "ru")] == [7, 3, 2024]


def test_a_range_shares_its_scale_word() -> None:
    """«3–4 millions» may mean three million or three."""
    first, second = read_numbers("3–4 millions", "fr")

    assert first.values == {Decimal(3), Decimal(3_000_000)}
    assert second.values == {Decimal(4_000_000)}


def test_figures_in_a_code_are_no_quantity() -> None:
    """H1N1, nsp8 and the number of a note belong to a code; 5 km, 8th and 2e do not."""
    kinds = [number.kind for number in read_numbers("H1N1, nsp8, [3], 5 km, 5km, 8th, 2e", "en")]

    assert kinds == [Kind.CODE] * 4 + [Kind.QUANTITY] * 4


@pytest.mark.parametrize(
    ("text", "language", "target", "written"),
    [
        ("6,33 milliards", "fr", "en", "6.33 billion"),
        ("1,98 milliard", "fr", "ru", "1,98 млрд"),
        ("6.33 billion", "en", "fr", "6,33 milliards"),
        ("1.5 billion", "en", "fr", "1,5 milliard"),
        ("12,500", "en", "fr", "12\u202f500"),
        ("12 500,5", "fr", "en", "12,500.5"),
        ("2024", "fr", "en", "2024"),
        ("14h30", "fr", "en", "14:30"),
        ("6,33 milliards", "fr", "de", "6,33 Milliarden"),
    ],
)
def test_a_number_is_written_as_the_target_language_does(
    text: str, language: str, target: str, written: str
) -> None:
    """What is expected is said in the format of the translation."""
    [number] = read_numbers(text, language)

    assert write_number(number, target) == written


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Sept programmes", "fr", 7),
        ("le huitième", "fr", 8),
        ("vingt-cinq", "fr", 25),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("deux cent mille", "fr", 200_000),
        ("un milliard et demi", "fr", 1_500_000_000),
        ("two and a half million", "en", 2_500_000),
        ("полтора миллиарда", "ru", 1_500_000_000),
        ("nineteen fourteen", "en", 1914),
        ("twenty twenty-four", "en", 2024),
        ("семь программ", "ru", 7),
        ("восьмая", "ru", 8),
        ("тридцати пяти", "ru", 35),
        ("two hundred and five", "en", 205),
        ("seven-and-twenty", "en", 27),
        ("the twelfth", "en", 12),
        ("au XIXe siècle", "fr", 19),
        ("в ХХ веке", "ru", 20),
        ("7 марта", "ru", 3),
        ("half of them", "en", 50),
    ],
)
def test_words_name_values(text: str, language: str, value: int) -> None:
    """Cardinals, ordinals, months, Roman numerals and parts are understood."""
    assert Decimal(value) in spelled_values(text, language)


def findings(source: str, target: str, languages: str = "fr-en") -> list[Finding]:
    return check([SegmentPair(source, target)], [], *languages.split("-"), rules=["T201"])


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("fr-en", "Une valeur de 6,33 milliards.", "Worth 6.33 billion."),
        ("fr-ru", "Une valeur de 6,33 milliards.", "Стоимостью 6,33 млрд."),
        ("en-fr", "100,000 people", "100 mille personnes"),
        ("fr-en", "Sept programmes", "7 programmes"),
        ("fr-en", "7 programmes, le 8e", "Seven programmes, the eighth"),
        ("fr-ru", "Au XIXe siècle", "В 19 веке"),
        ("fr-en", "le 12/03/2020", "on March 12, 2020"),
        ("en-ru", "in 2010–11", "в 2010–2011 годах"),
        ("fr-en", "les années 90", "the 1990s"),
        ("en-ru", "at 3 p.m.", "в 15:00"),
        ("en-ru", "at 11 p.m. or 12 a.m.", "в 23:00 или в 0:00"),
        ("fr-en", "à 14h30", "at 2:30 pm"),
        ("fr-en", "50 % des pays", "half of the countries"),
        ("en-fr", "$300+ billion", "plus de 300 milliards de dollars"),
        ("fr-en", "de 3 à 4 millions", "from 3 million to 4 million"),
        ("fr-en", "En 2024, puis en 2024", "In 2024 and then again"),
        ("fr-en", "au-dessus de 0 °C", "above the melting point"),
        ("fr-en", "la grippe H1N1", "swine flu"),
        ("de-fr", "vor hundert Jahren", "il y a 100 ans"),
        ("fr-en", "Humboldt", "Humboldt [2]"),
        ("fr-en", "une douzaine de villes", "ten towns or so"),
        ("fr-en", "quinze jours", "two weeks"),
        ("fr-en", "vingt et un ou trente-deux", "twenty-one or thirty-two"),
        ("fr-en", "les trois premiers", "the top 3"),
        ("en-ru", "the first three", "3 первых"),
        ("fr-en", "le bicentenaire", "the 200th anniversary"),
        ("en-ru", "the top 3", "тройка лучших"),
        ("fr-en", "un quinquennat", "a 5-year term"),
        ("zh-en", "一九五七年", "in 1957"),
        ("fr-en", "lundi ou mardi", "Monday or Tuesday"),
        ("en-ru", "The environment on Wednesday.", "Окружающая среда — в среду."),
        ("en-ru", "On Monday.", "Завтра в окружающую среду."),
        ("en-ru", "Nicholas II", "Николай Второй"),
        ("en-fr", "World War II in the 19th century", "Seconde Guerre mondiale au XIXe siècle"),
        ("en-ru", "Half of them came.", "Пришла половина."),
        ("fr-en", "le tiers et la moitié", "a third and half of it"),
        ("en-fr", "billions of dollars", "des milliards de dollars"),
        ("en-ru", "thousands of people", "сотни людей, миллионы машин, миллиарды рублей"),
        ("en-fr", "from -5 to 10 °C", "de –5 à 10 °C"),
        ("en-ru", "-5 °C", "5 °C мороза"),
        ("en-fr", "It costs $5 (£4).", "Cela coûte 5 dollars (4 livres)."),
        ("en-ru", "500 g of flour in 1950", "500 г муки в 1950 г."),
        ("ro-en", "Camera o sută unu.", "Room 101."),
        ("fr-en", "100 km par heure, 50 g par litre", "100 km/h, 50 g/l"),
        ("en-ru", "It weighs 5 g.", "Весит 5 г."),
        ("en-de", "On Saturday night.", "Am Sonnabendabend."),
        ("en-es", "In Santo Domingo on Monday.", "El lunes en Santo Domingo."),
        ("en-ru", "At 6:05 p.m.", "В 6:05 вечера."),
        ("en-es", "At 6:05 p.m.", "A las 6:05 p. m."),
        ("en-de", "8:30 a.m.–5:00 p.m.", "8:30–17:00 Uhr"),
        ("en-ru", "12:15 p.m.", "12:15"),
        ("en-de", "9–11 p.m.", "21:00–23:00 Uhr"),
        ("en-de", "A dozen or 12, the 15th of 19", "Ein Dutzend, der fünfzehnte von neunzehn"),
        ("en-es", "The 15th century", "El siglo XV"),
        ("en-fi", "The 15th century", "Viidestoista vuosisata"),
        ("en-it", "The 15th century", "Il quindicesimo secolo"),
        ("en-it", "The 15th century", "Il Quattrocento"),
        ("en-de", "At 6:05 p.m.", "Heute Abend um 6:05 Uhr."),
        ("en-fr", "At 6:05 p.m.", "À 6 h 05 de l'après\u2011midi."),
        ("en-it", "At 6:05 p.m.", "Alle 6:05 pomeridiane."),
        ("en-nl", "At 6:05 p.m.", "Vanavond om 6:05."),
        ("en-pl", "At 6:05 p.m.", "O 6:05 po południu."),
        ("en-ru", "At 6:05 p.m.", "В 6:05 пополудни."),
        ("en-it", "The 18th, 18 years", "Diciott'anni"),
        ("en-es", "The 13th and the 18th", "El decimotercero y el decimoctavo"),
        ("en-pt", "The 16th", "O décimo sexto"),
        ("en-de", "Wait 14 days.", "Warten Sie zwei Wochen."),
        ("en-nl", "15 minutes, 14 days", "Een kwartier, twee weken"),
        ("en-pl", "15 minutes", "Kwadrans"),
        ("en-de", "0.5 per mille", "0,5 Promille"),
        ("en-de", "5% of them", "5 von Hundert"),
        ("en-es", "5‰ of them", "5 por mil"),
        ("en-de", "A 5% rise over 12 weeks", "Ein fünfprozentiger Anstieg in 12 Wochen"),
        ("en-de", "An 8-hour day, 60 mph", "Ein 8-Stunden-Tag, 97 Stundenkilometer"),
        ("en-de", "100 metres per second", "100 Meter pro Sekunde"),
        ("en-es", "5% of 100 square metres", "5 por ciento de 100 metros cuadrados"),
        ("en-es", "30 minutes, 24 h", "30 minutos, 24 horas"),
        ("fr-en", "À 6 h 05 du soir.", "At 6:05."),
    ],
)
def test_right_numbers_are_no_finding(languages: str, source: str, target: str) -> None:
    """However a translator may write a number, the same value is right."""
    assert findings(source, target, languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "message", "remedy", "place"),
    [
        (
            "fr-en",
            "8,57 milliards",
            "some 8.57 million",
            "number differs: 8,57 milliards → 8.57 million",
            "expected 8.57 billion",
            "8.57 million",
        ),
        ("fr-en", "En 2024.", "In 2042.", "number differs: 2024 → 2042", "expected 2024", "2042"),
        ("fr-ru", "8,57", "8.75", "number differs: 8,57 → 8.75", "expected 8,57", "8.75"),
        ("fr-en", "de 10 à 20", "10 to 10", "number differs: 20 → 10", "expected 20", "10"),
        ("fr-en", "la H1N1", "the H2N1", "number differs: 1 → 2", "expected 1", "2"),
        ("en-ru", "on 1 May", "7 мая", "number differs: 1 → 7", "expected 1", "7"),
        ("en-es", "The 15th century", "El siglo", "number missing: 15", "expected 15", None),
        ("fr-en", "5 au lieu de 15", "five", "number missing: 15", "expected 15", None),
        ("fr-en", "des ans", "in 1999", "number added: 1999", "not in the source", "1999"),
        ("ro-en", "Camera 5.", "Room 5, 101.", "number added: 101", "not in the source", "101"),
        ("fr-en", "les trois premiers", "top 5", "number differs: trois → 5", "expected 3", "5"),
        ("fr-en", "Sept ans.", "8 years.", "number differs: Sept → 8", "expected 7", "8"),
        *(
            (
                languages,
                source,
                f"{before}{wrong}{behind}",
                f"{what} differs: {right} → {wrong}",
                f"the source has {right}",
                wrong,
            )
            for languages, source, before, wrong, behind, what, right in (
                ("fr-en", "Pas plus de 3 g.", "Not more than ", "3 mg", ".", "unit", "3 g"),
                ("fr-en", "6 mg par jour", "", "6 g", " per day", "unit", "6 mg"),
                ("en-de", "On Thursday.", "Am ", "Dienstag", ".", "number", "Thursday"),
                ("en-es", "On Wednesday.", "El ", "jueves", ".", "number", "Wednesday"),
                (
                    "en-ru",
                    "Every third Tuesday",
                    "Каждую третью ",
                    "среду",
                    "",
                    "number",
                    "Tuesday",
                ),
                ("en-ru", "At 6:05 p.m.", "В ", "6:05", ".", "unit", "6:05 p.m."),
                ("en-fr", "At 6:05 p.m.", "À ", "6 h 05", ".", "unit", "6:05 p.m."),
                ("en-de", "12 weeks", "", "12 Tage", "", "unit", "12 weeks"),
                ("en-de", "A 12-week course", "Ein ", "12-monatiger", " Kurs", "unit", "12-week"),
                ("en-es", "5 miles", "", "5 kilómetros", "", "unit", "5 miles"),
                ("en-es", "At 9 p.m.", "A las ", "9:00", ".", "unit", "9 p.m."),
                ("en-de", "Monday, 6:05 p.m.", "Am Montag um ", "6:05", "", "unit", "6:05 p.m."),
                ("en-de", "8 a.m.–5:00 p.m.", "8–", "5:00", " Uhr", "unit", "5:00 p.m."),
            )
        ),
        (
            "fr-en",
            "Rendez-vous lundi.",
            "See you on Friday.",
            "number differs: lundi → Friday",
            "the source has lundi",
            "Friday",
        ),
        (
            "en-ru",
            "On Monday or Tuesday.",
            "В понедельник или в среду.",
            "number differs: Tuesday → среду",
            "the source has Tuesday",
            "среду",
        ),
        (
            "fr-en",
            "Louis XIV est mort.",
            "Louis XVI died.",
            "number differs: XIV → XVI",
            "the source has XIV",
            "XVI",
        ),
        (
            "en-fr",
            "Three quarters of the voters",
            "Deux tiers des électeurs",
            "number differs: Three quarters of → Deux tiers",
            "the source has Three quarters of",
            "Deux tiers",
        ),
        (
            "en-ru",
            "thousands of people",
            "миллионы людей",
            "number differs: thousands → миллионы",
            "the source has thousands",
            "миллионы",
        ),
        (
            "en-fr",
            "Down to -5 °C.",
            "Jusqu'à 5 °C.",
            "number differs: -5 → 5",
            "the source has -5",
            "5",
        ),
        (
            "en-fr",
            "It costs $50.",
            "Cela coûte 50 €.",
            "currency differs: $ → €",
            "the source has $",
            "50 €",
        ),
        ("fr-en", "7 ans.", "Eight years.", "number differs: 7 → Eight", "expected 7", "Eight"),
        (
            "fr-ru",
            "Sept ans",
            "Восемь лет",
            "number differs: Sept → Восемь",
            "expected 7",
            "Восемь",
        ),
        ("fr-en", "en juin", "in July", "number differs: juin → July", "expected month 6", "July"),
        (
            "fr-en",
            "deux milliards",
            "2 million",
            "number differs: deux milliards → 2 million",
            "expected 2 billion",
            "2 million",
        ),
        (
            "fr-en",
            "à 14h30",
            "at 14:45",
            "number differs: 14h30 → 14:45",
            "expected 14:30",
            "14:45",
        ),
        (
            "fr-en",
            "Il coûte un milliard et demi.",
            "It costs 1.7 billion.",
            "number differs: un milliard et demi → 1.7 billion",
            "expected 1.5 billion",
            "1.7 billion",
        ),
    ],
)
def test_a_wrong_number_is_found_at_its_place(
    languages: str, source: str, target: str, message: str, remedy: str, place: str | None
) -> None:
    """What stands there, what should, and where."""
    [finding] = findings(source, target, languages)

    assert (finding.message, finding.remedy) == (message, remedy)
    span = finding.target_span
    assert (target[slice(*span)] if span else None) == place


def test_the_second_of_two_equal_numbers_is_the_wrong_one() -> None:
    """Numbers are held against those in the same order."""
    [finding] = findings("5 sur 5, puis 20", "5 of 20, then 20")

    assert finding.target_span == (5, 7)


def test_a_number_stands_for_one_other_only() -> None:
    """The second 10 of the source became 15; what came besides stands opposite nothing."""
    found = findings("10 sur 10", "10, 15 and 17")

    assert [one.message for one in found] == ["number differs: 10 → 15", "number added: 17"]


texts = st.lists(
    st.sampled_from(["1", "12", "500", "2024", " ", "\u202f", ",", ".", ":", "-", "–", "h"])
    | st.sampled_from(["milliards", "million", "тыс.", "et demi", "Sept", "XIX", "pm", "½", "'"])
    | st.text(max_size=2)
).map("".join)


@given(texts, st.sampled_from(["fr", "en", "ru", "de"]))
def test_numbers_stand_in_order_and_a_text_agrees_with_itself(text: str, language: str) -> None:
    """Reading never fails or crosses itself, and a text has all its own numbers."""
    numbers = read_numbers(text, language)

    assert all(0 <= number.start < number.end <= len(text) for number in numbers)
    assert [number.start for number in numbers] == sorted(number.start for number in numbers)
    assert all(number.values and write_number(number, language) for number in numbers)
    assert findings(f"un {text}", f"le {text}", f"{language}-{language}") == []


def test_a_hostile_segment_costs_no_more_than_its_length() -> None:
    """Twenty thousand numbers, or one that never ends, are read and paired in linear time."""
    for text in ("1 " * 20_000, "1,111" * 10_000, ",111" * 20_000 + "1", "années 9 " * 9_000):
        assert len(findings(f"un {text}", f"one {text[::-1]}")) <= 400


def test_endless_figures_are_a_number() -> None:
    """A run of ten thousand digits is read like any other."""
    [number] = read_numbers("1" * 10_000, "en")

    assert number.end == 10_000


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (("fr", "en"), "La crise de 29 a tout changé.", "The 1929 crisis changed everything."),
        (("fr", "en"), "La guerre de 14 a duré.", "The war of 1914 lasted."),
        (("ru", "en"), "Кризис 29 года.", "The crisis of 1929."),
        (("ru", "en"), "Рост в полтора раза.", "A growth of 50%."),
        (("ru", "fr"), "Прибыль выросла вдвое.", "Le bénéfice a augmenté de 100 %."),
        (("fr", "en"), "Ses ventes ont triplé.", "Its sales rose by 200%."),
    ],
)
def test_years_of_events_and_multiples_are_read(
    languages: tuple[str, str], source: str, target: str
) -> None:
    """«29» is 1929 where a crisis has it; half as much again is 50 per cent more."""
    assert check([SegmentPair(source, target)], [], *languages, rules=["T201"]) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Un prix de 29 euros.", "A price of 1929 euros."),
        ("Полтора миллиона рублей.", "2.5 million roubles."),
        ("Кризис 29 года.", "The crisis of 1939."),
    ],
)
def test_other_numbers_are_no_years_and_no_multiples(source: str, target: str) -> None:
    language = "fr" if source.isascii() else "ru"
    [finding] = check([SegmentPair(source, target)], [], language, "en", rules=["T201"])

    assert finding.message.startswith("number differs")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Vingt et un satellites", 21),
        ("fr", "soixante et onze", 71),
        ("fr", "Un troisième satellite", 3),
        ("fr", "trente-deux pour cent", 32),
        ("fr", "quatre-vingts pour cent", 80),
        ("en", "two hundred and five", 205),
        ("en", "a man of seven-and-twenty", 27),
    ],
)
def test_a_number_in_several_words_is_one(language: str, text: str, value: int) -> None:
    """With et and and in it; an article counts nothing, nor does the cent of pour cent."""
    assert [int(one.value) for one in spelled_numbers(text, language)] == [value]


def test_two_numbers_stay_two() -> None:
    """«et» joins a ten with its one, and nothing else."""
    assert [int(one.value) for one in spelled_numbers("trois et cinq", "fr")] == [3, 5]


parts = st.sampled_from(["Metal", "OpenGL", "4.5", "7", "12", ":", "et", "à", "7 km", "2019", "%"])


@given(st.lists(parts).map(" ".join), st.permutations([0, 1, 2]))
def test_a_text_swaps_no_numbers_with_itself(text: str, order: list[int]) -> None:
    """Nor do its clauses that change places with the numbers in them."""
    clauses = ["Metal 7", "OpenGL 4.5", "Lyon: 12"]
    one, other = "; ".join(clauses), "; ".join(clauses[at] for at in order)

    for source, target in ((text, text), (one, other)):
        sides = (Counted(side, read_numbers(side, "fr"), ()) for side in (source, target))
        assert list(swapped(*sides)) == []


def test_numbers_behind_a_line_that_names_them_are_told_apart() -> None:
    """A word, a colon and the end of a line stand before a number as a word and a space do."""
    texts = "Vulkan:\n7, Metal:\n5", "Metal:\n7, Vulkan:\n5"
    one, other = (Counted(text, read_numbers(text, "en"), ()) for text in texts)

    assert len(list(swapped(one, other))) == 2


@pytest.mark.parametrize(("language", "told"), [("de", "5 Prozent"), ("es", "5 por ciento")])
def test_per_cent_that_is_lost_is_another_number(language: str, told: str) -> None:
    """Its sign or its word is looked for, where we know that."""
    lost = check([SegmentPair("A rise of 5%.", "x 5.")], [], "en", language, rules=["T201"])

    assert [one.message for one in lost] == ["per cent missing: 5"]
    assert check([SegmentPair("A rise of 5%.", told)], [], "en", language, rules=["T201"]) == []
