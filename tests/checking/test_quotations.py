"""Quotations that run over several segments are one quotation."""

from __future__ import annotations

import pytest

from termbase.checking import check
from termbase.checking.quotations import FARTHEST, Quotations
from termbase.model.finding import SegmentPair


def test_a_line_to_type_and_a_mark_that_another_sign_closes_are_not_mended() -> None:
    """What stands in a line of the source stays; where the partner is unsure a person decides."""

    def mended(source: str, target: str) -> list[str | None]:
        found = check([SegmentPair(source, target)], [], "en", "fr", rules=["T505"])
        return [one.replacement for one in found]

    typed = 'Run:\n  git add "%s"\nto "add" it.'
    assert mended(typed, 'Tapez\u00a0:\n  git add "%s"\npour "ajouter".') == ["«\u00a0", "\u00a0»"]
    assert mended("See 'push'.", "Voir \"push'.") == [None]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ('Arrêt 6 "là".', ["«\u00a0", "\u00a0»"]),
        ('Écran 6" "plat".', ["«\u00a0", "\u00a0»"]),
        ('Roues 17"/19" en "alu".', ["«\u00a0", "\u00a0»"]),
        ('Un "Boeing 737", un "6".', ["«\u00a0", "\u00a0»", "«\u00a0", "\u00a0»"]),
        ('Écran 6" et "plat.', [None]),
    ],
)
def test_a_straight_mark_behind_a_number_may_be_inches(text: str, mended: list[str | None]) -> None:
    """«6 "là"» lost its first mark to the inches, and the second one was made to open."""
    found = check([SegmentPair("", text)], [], "fr", "fr", rules=["T505"])

    assert [one.replacement for one in found] == mended


def test_marks_inside_of_mended_ones_are_mended_with_them() -> None:
    """Else a second run would find what the first had made."""
    pairs = [SegmentPair("", 'Цена: "цитата «внутренняя» слова".')]
    found = check(pairs, [], "ru", "ru", rules=["T505"])

    assert [one.replacement for one in found] == ["«", "„", "“", "»"]


def marks(texts: list[str], language: str, *rules: str) -> list[tuple[int, str]]:
    """Return the marks that the rules report in a text by itself, each with its segment."""
    pairs = [SegmentPair("", text) for text in texts]
    found = check(pairs, [], language, language, rules=rules)
    return [(one.pair, one.target[slice(*(one.target_span or (0, 0)))]) for one in found]


@pytest.mark.parametrize(
    ("language", "texts", "strange"),
    [
        (
            "ru",
            ["Он ответил: «Едем.", "Мне: „Останься“.", "Но нет».", "„Да“."],
            [(3, "„"), (3, "“")],
        ),
        ("ru", ["«Первый.", "«Второй „спокоен“.", "«Третий».", "„Всё“."], [(3, "„"), (3, "“")]),
        ("en", ["He said: “We leave.", "Then: «no».", "I did not.” He went."], []),
        ("fr", ["Il dit «\u00a0Oui.", "“Non”.", "Bon.\u00a0» Et “fin”."], [(2, "“"), (2, "”")]),
        ("ru", ["«Да. Нет", 'да» и "нет".'], [(1, '"'), (1, '"')]),
    ],
)
def test_what_stands_inside_of_a_quotation_is_the_authors(
    language: str, texts: list[str], strange: list[tuple[int, str]]
) -> None:
    """Marks of another kind are right until the quotation is closed, whatever segment that is."""
    assert marks(texts, language, "T505") == strange


@pytest.mark.parametrize(
    ("language", "texts", "strange"),
    [
        ("ru", ["“Мы едем.", "Уже завтра”."], [(0, "“"), (1, "”")]),
        ("ru", ['"Да. Нет', 'да" и «нет».'], [(0, '"'), (1, '"')]),
        ("fr", ["“Nous partons.", "Dès demain”."], [(0, "“"), (1, "”")]),
        ("en", ["«We leave.", "Yes.", "Tomorrow»."], [(0, "«"), (2, "»")]),
        ("en", ["„We leave.", "Tomorrow“."], [(0, "„"), (1, "“")]),
        ("en", ["“We leave.", "Tomorrow”."], []),
        ("de", ["„Wir gehen.", "Morgen“."], []),
        ("ru", ["«Мы едем.", "Уже завтра»."], []),
    ],
)
def test_marks_of_another_language_are_found_in_a_quotation_of_several_segments(
    language: str, texts: list[str], strange: list[tuple[int, str]]
) -> None:
    """Each in the segment where it stands."""
    assert marks(texts, language, "T505") == strange


@pytest.mark.parametrize(
    ("language", "texts", "strange"),
    [
        ("de", ["Er sagte »Ja« und »%s«."], []),
        ("de", ["Nach »{« fehlt »}«."], []),
        ("de", ["»Ich gehe.", "Morgen.«", "„Gut.“"], []),
        ("de", ["Der »Duden«-Verlag (»Die Regel«)"], []),
        ("de-CH", ["Er sagte «Ja»."], []),
        ("de", ["«"], []),
        ("da", ["Han sagde »ja«."], []),
        ("de", ["Er sagte »Ja."], [("T502", "»")]),
        ("de", ["Er sagte »Ja« und «Nein»."], [("T505", "«"), ("T505", "»")]),
        ("de", ["Er sagte » Ja« und ging."], [("T503", " ")]),
        ("de-CH", ["Er sagte “Ja”."], [("T505", "“"), ("T505", "”")]),
        ("fr", ["Il dit »\u00a0oui\u00a0«."], [("T502", "»"), ("T502", "«")]),
    ],
)
def test_german_books_quote_the_other_way_round(
    language: str, texts: list[str], strange: list[tuple[str, str]]
) -> None:
    """»…« is a quotation there, Swiss has «…», and a mark alone is one that a program sets."""
    pairs = [SegmentPair("", text) for text in texts]
    found = check(pairs, [], language, language, rules=["T502", "T503", "T505"])
    told = [(one.rule, one.target[slice(*(one.target_span or (0, 0)))]) for one in found]

    assert [one for one in told if language != "fr" or one[0] == "T502"] == strange


def test_a_lost_mark_makes_what_follows_no_quotation() -> None:
    """The source has closed its own: the marks of later segments are judged again."""
    told = [
        ("She said “yes”.", "Она сказала «да."),
        ("Then she left.", "Потом она ушла."),
        ("He said “no”.", "Он сказал “нет”."),
    ]
    pairs = [SegmentPair(*one) for one in told]
    found = check(pairs, [], "en", "ru", rules=["T505"])

    assert [one.pair for one in found] == [2, 2]


def test_what_a_lost_mark_had_excused_is_told_in_the_end() -> None:
    """Nothing closes the quotation: what followed stood in none, and is found where it stands."""
    strange = ["Он сказал “нет”.", "Я — тоже."]
    lost = ["Она сказала «да.", *strange]
    found = [(1, "“"), (1, "”")]

    assert marks(lost, "ru", "T505") == found
    assert marks([*lost, *["Нет."] * FARTHEST, "Всё»."], "ru", "T505") == found
    assert marks([*lost, "Всё»."], "ru", "T505") == []
    assert marks([*lost, "Всё». А «Мир", "“цел”."], "ru", "T505") == [(4, "“"), (4, "”")]


def test_a_quotation_runs_on_as_far_as_that_of_the_source() -> None:
    """What stands in it is the author's, up to where the source closes it."""
    told = [
        ("She said “yes.", "Она сказала «да."),
        ("He said ‘no’.", "Он сказал “нет”."),
        ("I did not.” The end.", "Я — нет». Конец."),
        ("He said “no”.", "Он сказал “нет”."),
    ]
    pairs = [SegmentPair(*one) for one in told]
    found = check(pairs, [], "en", "ru", rules=["T505"])

    assert [one.pair for one in found] == [3, 3]


@pytest.mark.parametrize(
    ("language", "texts", "lonely"),
    [
        ("ru", ["Он ответил: «Едем.", "Я не послушался».", "Да."], []),
        ("fr", ["(Voir la page 5.", "Et la page 6.)"], []),
        ("en", ["“First paragraph.", "“Second one.", "The end.”"], []),
        ("en", ['She said: "Come.', 'Stay."'], []),
        ("de", ["Er sagt: „Komm.", "Bleib.“"], []),
        ("ru", ["Он ответил: «Едем.", "Да."], [(0, "«")]),
        ("ru", ["Едем».", "Он ответил: «Да."], [(0, "»"), (1, "«")]),
        ("en", ["He said: “Come.", *["Yes."] * FARTHEST, "Stay.”"], [(0, "“"), (51, "”")]),
    ],
)
def test_a_partner_may_stand_in_a_later_segment(
    language: str, texts: list[str], lonely: list[tuple[int, str]]
) -> None:
    """Only what no segment near it closes is alone."""
    assert marks(texts, language, "T502") == lonely


def test_a_quotation_that_nobody_closes_ends_some_time() -> None:
    """Else the marks of all that follows would be its own."""
    quotations = Quotations()
    for text in ["Он ответил: «Да.", *["Нет."] * FARTHEST]:
        quotations.read(text)
        assert (quotations.opened, quotations.lost) == ("«", False)
    quotations.read("Нет.")
    assert (quotations.opened, quotations.lost) == ("", True)


@pytest.mark.parametrize(
    "text",
    [
        "«Союз» прилетел вовремя.",
        "«Союз» сказал своё слово.",
        "Газета «Известия» сообщила об этом.",
        "«Известия» сообщили, что он ушёл.",
        "«Коммерсантъ» пишет, что цены растут.",
        "Фильм «Поехали!» рассказал о Гагарине.",
        "«Поехали», — сказал он.",
        "«Поехали!» — сказал он.",
        "«Роскосмос» заявил о запуске.",
        "«Газпром» отметил рост.",
        "«Наш дом» подчеркнул он в списке.",
        "Компания «Рога и копыта» ответила отказом.",
        "«Ъ» сообщает: цены растут.",
        "В «Войне и мире» писал он о войне.",
        "«Эхо Москвы» спросило министра.",
        "«Единая Россия» ответила отказом.",
        "«Новая газета» написала о нём.",
        "«Мы» говорил он редко.",
        "«Что делать?» написал Чернышевский.",
        "«Войну и мир» написал Толстой.",
        "«Иди и смотри» считает Климов лучшим фильмом.",
        "Он сказал «да» и ушёл.",
        "«Вечерняя Москва» рассказала он пришёл.",
    ],
)
def test_a_name_in_quotation_marks_is_no_speech(text: str) -> None:
    """Ships and papers say and report without a comma and a dash."""
    assert marks([text], "ru", "T505") == []


@pytest.mark.parametrize(
    "text",
    [
        "«Поехали» сказал он.",
        "«Мы готовы к полёту» заявила Ирина Соколова.",
        "«Мы летим завтра» сказал он.",
        "«Вы придёте?» спросил он.",
        "«Идите домой!» крикнула мать.",
        "«Я не знаю» ответил Иван.",
        "Потом он встал. «Всё кончено» сказал он.",
        "«Нам нужны деньги» подчеркнул министр.",
        "«Сегодня будет дождь» сообщил диктор.",
    ],
)
def test_speech_needs_a_comma_and_a_dash(text: str) -> None:
    """Where a clause, or a question, is quoted and somebody says it."""
    assert marks([text], "ru", "T505") == [(0, " ")]


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ("«Вы придёте?» спросил он.", "no dash behind the quotation", "write » —"),
        ("«Я приду» сказал он.", "no comma and dash behind the quotation", "write », —"),
    ],
)
def test_behind_a_question_there_is_a_dash_alone(text: str, problem: str, remedy: str) -> None:
    """The message asks for what the replacement writes."""
    [one] = check([SegmentPair("", text)], [], "ru", "ru", rules=["T505"])
    assert (one.message, one.remedy) == (problem, remedy)


def alone(*pairs: tuple[str, str]) -> list[int]:
    found = check([SegmentPair(*one) for one in pairs], [], "fr", "en", rules=["T502"])
    return [one.pair for one in found]


@pytest.mark.parametrize("marks", ["“”", '""', "()"])
def test_two_signs_that_were_lost_are_no_partners(marks: str) -> None:
    """Where the source closes what it opens, only the segment beside may close it."""
    opening, closing = marks
    said, open_, closed = ("Il dit « oui ».", f"He said {opening}yes.", f"He said yes{closing}.")
    if marks == "()":
        said = "Il dit (oui)."
    apart = [("Non.", "No.")] * 3

    assert alone((said, open_), *apart, (said, closed), *apart) == [0, 4]
    assert alone((said, open_), (said, closed), *apart) == []
    assert alone(("Il dit oui.", open_), *apart, ("Il dit oui.", closed)) == []
