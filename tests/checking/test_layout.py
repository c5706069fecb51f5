"""Spaces that set words under each other are no slip, and an option is told by its own name."""

from __future__ import annotations

import pytest

from termbase.checking import check
from termbase.model.finding import Code, Finding, SegmentPair


def found(rule: str, languages: str, source: str, target: str) -> int:
    pairs = [SegmentPair(source, target)]
    return len(check(pairs, [], *languages.split("-"), rules=[rule]))


@pytest.mark.parametrize(
    ("rule", "languages", "source", "target", "many"),
    [
        ("T503", "en-de", "-v\tverbose", "-v  ausführlich", 0),
        ("T503", "en-ru", "Owner     : %s", "Владелец  : %s", 0),
        ("T503", "en-de", "a ? b : c", "x ? y : z", 0),
        ("T503", "fr-en", "Quoi ?", "What ?", 1),
        ("T503", "fr-en", "« Oui »", "“ Yes ”", 2),
        ("T503", "en-de", "Owner: %s", "Besitzer : %s", 1),
        ("T504", "en-fr", "-p PORT   server port", "-p PORT   port du serveur", 0),
        ("T504", "en-fr", "-S source files", "--build=source    source seule", 0),
        ("T504", "en-es", "at most N lines", "como mucho LÍNEAS líneas", 0),
        ("T501", "en-fr", "Loading&#8230;", "Chargement…", 0),
        ("T501", "en-ru", "Loading...", "Загрузка&hellip;", 0),
        ("T501", "en-fr", "Loading&hellip;", "Chargement", 1),
        ("T504", "en-de", "A subspecies.", "Der Homo sapiens sapiens ist eine Unterart.", 0),
        ("T504", "en-es", "It lives here.", "El Gorilla gorilla vive aquí.", 0),
        ("T504", "en-fr", "It makes of it a base.", "En en faisant une base.", 0),
        ("T504", "en-fr", "One of them", "En en", 1),
        ("T504", "en-ru", "Written in C with GTK+.", "Написано на С с использованием GTK+.", 0),
        ("T702", "ru-fr", "Об этом сказал Кузнецов.", "Kuznetsov l’a dit.", 1),
        ("T702", "ru-fr", "Об этом сказал Кузнецов.", "Kouznetsov l’a dit.", 0),
        ("T702", "ru-fr", "Она живёт в Дублине.", "Elle vit à Dublin.", 0),
        ("T702", "ru-fr", "Она живёт в Бруклине.", "Elle vit à Brooklyn.", 0),
        ("T702", "ru-fr", "Об этом сказал Августин.", "Augustin l’a dit.", 0),
        ("T504", "fr-en", "Un chat.", "A a cat.", 1),
        ("T504", "en-fr", "Vitamin A was found.", "La vitamine A a été trouvée.", 0),
        ("T504", "en-ru", "It is in the wood.", "Вот В в лесу.", 1),
        ("T504", "fr-en", "Hier, le satellite.", "Yesterday The the satellite flew.", 1),
        ("T504", "en-fr", "It is Anne's.", "Anne aux aux bois.", 1),
        ("T504", "en-fr", "Go on.", "Il va en en avant.", 1),
        ("T504", "en-fr", "Marie sings.", "Marie chante chante.", 1),
        ("T504", "en-fr", "The cat sleeps.", "Le chat chat dort.", 1),
        ("T504", "en-pt", "Very small.", "Muito muito pequeno.", 0),
        ("T504", "en-pl", "Very big.", "Bardzo bardzo duży.", 0),
        ("T504", "en-nl", "Those who came.", "De mensen die die dag kwamen.", 0),
        ("T504", "en-fr", "by a digit", "par par un chiffre", 1),
        ("T504", "en-fr", "A word.", "Un  un mot.", 1),
        ("T602", "en-fr", "See https://a.org/?utm_source=x", "Voir https://a.org/", 0),
        ("T602", "en-ru", "A https://a.org/#b[bulletin].", "Это https://a.org/#b[бюллетень].", 0),
        ("T602", "en-fr", "https://a.org/Themes", "https://a.org/fr:Thèmes", 0),
        ("T602", "en-fr", "Freedesktop.org system tray", "zone de freedesktop.org", 0),
        ("T602", "en-fr", "Bugs: <https://translationproject.org/team/>", "À : <a@b.org>", 0),
        ("T602", "en-ru", "A https://a.org/#b[bulletin].", "Это https://a.org/#c[бюллетень].", 1),
        ("T402", "en-ru", "A label for the y-axis (vertical).", "Подпись для оси Y (верхней).", 0),
        ("T402", "en-ru", "A label for the axis (vertical).", "Подпись для оси Y (верхней).", 1),
        ("T402", "en-ru", "An a-priori claim.", "A это верно.", 1),
        ("T201", "en-ru", "Let#8217;s go now!", "Вперёд!", 0),
        ("T201", "en-fr", "See #123; then go", "Voir #124 ; puis allez", 1),
        ("T201", "en-fr", "Fixed in bug#1234; see", "Corrigé (bug#1235; voir)", 1),
        ("T201", "en-ru", "A power of 2", "Степень двойки", 0),
        ("T602", "en-fr", "https://a.org/?p=1&fbclid=Z#top", "https://a.org/?p=1#top", 0),
        ("T602", "en-fr", "See https://a.org/?p=1&utm_id=2", "Voir https://a.org/?p=2", 1),
    ],
)
def test_what_a_careful_reader_would_report(
    rule: str, languages: str, source: str, target: str, many: int
) -> None:
    """Columns, listed options and counters of visits are none of it."""
    assert found(rule, languages, source, target) == many


def with_codes(text: str, label: str) -> tuple[str, tuple[Code, ...]]:
    """Return a text whose codes are written ○, without these, and them."""
    parts = text.split("○")
    ends = [len("".join(parts[:number])) for number in range(1, len(parts))]
    return "".join(parts), tuple(Code(at, f"{label} {n}") for n, at in enumerate(ends))


@pytest.mark.parametrize(
    ("rule", "source", "target"),
    [
        ("T503", "The version is ○", "La version est la bonne○"),
        ("T503", "The open file", "Le fichier ouvert ○"),
        ("T503", "○ are open", "○Ouverts"),
        ("T503", "Open ○.", "Ouvrir ○ (les ○ éléments)."),
        ("T503", "By name, by date", "Nom,○date"),
        ("T503", "Open the file ○ now", "Ouvrir le fichier ○, ici"),
        ("T504", "A copy of ○ from ○", "Une copie de ○ de ○"),
        ("T505", "Really delete ○?", "Supprimer vraiment ○?"),
    ],
)
def test_a_code_that_shows_something_is_no_white_space(rule: str, source: str, target: str) -> None:
    """A placeholder stands for words; a tag of a pair is not seen."""
    found = []
    for label in ("ph", "bpt"):
        (ours, our_codes), (theirs, their_codes) = (
            with_codes(side, label) for side in (source, target)
        )
        pair = SegmentPair(ours, theirs, our_codes, their_codes)
        found.append(len(check([pair], [], "en", "fr", rules=[rule])))

    assert found[0] == 0
    assert found[1]


@pytest.mark.parametrize(
    ("language", "target", "meant"),
    [("fr", "cе mot", "ce"), ("fr", "ОK", "OK"), ("ru", "OК", "ОК")],
)
def test_a_word_that_is_half_and_half_is_in_the_script_of_its_language(
    language: str, target: str, meant: str
) -> None:
    """As many letters of one script as of the other tell nothing."""
    [found] = check([SegmentPair("This one", target)], [], "en", language, rules=["T402"])

    assert found.replacement == meant


@pytest.mark.parametrize(
    ("language", "target", "meant"),
    [
        ("fr", "Oui  ! « non »", "\u202f"),
        ("fr", "Oui  : non", "\u00a0"),
        ("fr-CA", "Oui  !", ""),
        ("fr", "Oui  (non)", " "),
        ("en", "( yes)", ""),
        ("en", "(  yes)", ""),
    ],
)
def test_of_spaces_in_a_row_the_right_one_is_left(language: str, target: str, meant: str) -> None:
    """What is mended once needs not be mended again."""
    found = check([SegmentPair("", target)], [], "ru", language, rules=["T503"])

    assert [one.replacement for one in found] == [meant]


@pytest.mark.parametrize(("language", "remedy"), [("fr", "leave one"), ("fr-CA", "sets none")])
def test_what_to_do_with_two_spaces_is_said_for_the_region(language: str, remedy: str) -> None:
    """Before an exclamation mark Canadian French has no space at all."""
    [found] = check([SegmentPair("", "Oui  !")], [], "ru", language, rules=["T503"])

    assert remedy in found.remedy


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ('Cherchez "" ici.', "Cherchez «\u00a0» ici."),
        ('Tapez ":" ici.', "Tapez «\u00a0:\u00a0» ici."),
        ('Dites "oui": "non"?', "Dites «\u00a0oui\u00a0»\u00a0: «\u00a0non\u00a0»\u202f?"),
    ],
)
def test_marks_around_little_are_mended_at_once(target: str, meant: str) -> None:
    """Each asks for a space, and of two at one place one is enough."""
    for one in reversed(spots_of(target)):
        start, end = one.target_span or (0, 0)
        target = target[:start] + (one.replacement or "") + target[end:]

    assert target == meant
    assert spots_of(target) == []


def spots_of(target: str) -> list[Finding]:
    """Return what is found of spaces and marks in a French text, in its order."""
    found = check([SegmentPair("x", target)], [], "en", "fr", rules=["T503", "T505"])
    return sorted(found, key=lambda one: one.target_span or (0, 0))
