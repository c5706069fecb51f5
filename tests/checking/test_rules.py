"""Every rule explains itself, and its own examples hold."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest

from termbase.checking import RULES, Rule, check, explain
from termbase.checking.rules import rules_page
from termbase.errors import InputError
from termbase.model.concept import AdministrativeStatus, Concept, Scope, Term
from termbase.model.finding import SegmentPair

ROOT = os.path.join(os.path.dirname(__file__), "..", "..")
ROOM = re.compile(r" \[(\d+)\]")
EXAMPLE = re.compile(r"^    (glossary|bad|good) +(.+)$", re.MULTILINE)


def side(text: str) -> tuple[str, str]:
    language, _, words = text.lstrip().removesuffix(" ").partition(" ")
    return language, words


def concept(line: str) -> Concept:
    terms = []
    for part in line.split("|"):
        language, words = side(part)
        text, _, standing = words.partition(": ")
        status, scope = AdministrativeStatus.PREFERRED, None
        if standing:
            status = AdministrativeStatus.DEPRECATED
            scope = Scope(standing.split()[1]) if " " in standing else None
        terms.append(Term(text, language, status, scope))
    return Concept("example", tuple(terms), place="glossary.tsv:2")


def pairs_of(text: str) -> tuple[list[SegmentPair], tuple[str, str]]:
    """Read ``fr … | en …``, several parted by ¶, with ``[8]`` for the room that a file gives."""
    pairs = []
    languages = "", ""
    for part in text.split("¶"):
        room = ROOM.search(part)
        longest = int(room[1]) if room else None
        sides = [side(one) for one in ROOM.sub("", part).split("|")]
        languages = sides[0][0], sides[1][0]
        pairs.append(SegmentPair(sides[0][1], sides[1][1], longest=longest))
    return pairs, languages


def examples() -> Iterator[tuple[str, bool, Concept | None, str]]:
    for rule in RULES.values():
        known = None
        for kind, text in EXAMPLE.findall(rule.explanation):
            if kind == "glossary":
                known = concept(text)
            else:
                yield rule.id, kind == "bad", known, text


@pytest.mark.parametrize(("id", "bad", "known", "text"), list(examples()))
def test_the_examples_of_a_rule_hold(id: str, bad: bool, known: Concept | None, text: str) -> None:
    """What a rule's explanation calls bad is its finding and no other's; good is nobody's."""
    pairs, (source_language, target_language) = pairs_of(text)
    rules = {rule.id for rule in RULES.values() if rule.on} | {id}
    concepts = [known] if known else []
    findings = check(pairs, concepts, source_language, target_language, rules=rules)

    assert {finding.rule for finding in findings} == ({id} if bad else set())


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_has_both_kinds_of_examples(rule: Rule) -> None:
    """Each explanation shows what is reported and what is not."""
    assert {kind for kind, _ in EXAMPLE.findall(rule.explanation)} >= {"bad", "good"}
    assert rule.title in explain(rule.id)
    assert rule.explanation in explain(rule.id.lower())


def test_an_unknown_rule_is_answered_with_those_that_are() -> None:
    """Who asks for a rule that is none learns the ids."""
    with pytest.raises(InputError, match=r"no rule «T999»; the rules are T101, T102"):
        explain("T999")
    with pytest.raises(InputError, match="no rule «T1»"):
        check([], [], "fr", "en", rules=["T1"])


def test_the_page_of_the_rules_is_up_to_date() -> None:
    """``docs/reference/rules.md`` is what `rules_page` returns; write it there after a change."""
    with open(os.path.join(ROOT, "docs", "reference", "rules.md"), encoding="utf-8") as page:
        assert page.read() == rules_page()


@pytest.mark.parametrize("asked", ["translator-credits", "translator_credits"])
def test_the_names_of_translators_translate_nothing(asked: str) -> None:
    """Catalogues ask for them in the place of a message: no year and no address is added there."""
    pair = SegmentPair(asked, "Anna Petit <anna@example.org>, 2019")

    assert check([pair], [], "en", "fr", rules=set(RULES) - {"T701"}) == []


def test_only_the_rules_asked_for_speak() -> None:
    """A choice of rules leaves the others silent."""
    pair = SegmentPair("Il y en a 5.", "")

    assert [one.rule for one in check([pair], [], "fr", "en", rules=["T201"])] == []
    assert [one.rule for one in check([pair], [], "fr", "en")] == ["T302"]


@pytest.mark.parametrize(
    ("language", "pairs", "slips"),
    [
        ("ru", [("In Japan.", "В Японии."), ("To Japan too.", "И в Япноию.")], ["Япноию"]),
        ("ru", [("In France.", "Во Фрацнии."), ("A French ship.", "Судно Франции.")], ["Фрацнии"]),
        ("ru", [("Ann Marten came.", "Анн Мартен."), ("To Jean Martin.", "Жан Мартин.")], []),
        (
            "en",
            [("Der Europäer.", "The European ship."), ("In Europa.", "An Eurpoean")],
            ["Eurpoean"],
        ),
        (
            "ru",
            [
                *[("Select Exit.", "Выберите Выход.")] * 3,
                ("Logging in is safe.", "Вход безопасен."),
            ],
            [],
        ),
        ("fr", [("The race.", "Les Heures du Mans."), ("At night.", "Dans la nuit.")], []),
        ("en", [("Alle Amerikaner.", "All Americans."), ("Beide Amerika.", "The Americas.")], []),
    ],
)
def test_a_lexicon_tells_a_slip_in_a_name(
    language: str, pairs: list[tuple[str, str]], slips: list[str]
) -> None:
    """What no lexicon knows, a letter away from what one knows, unless the source says it."""
    texts = [SegmentPair(*pair) for pair in pairs]
    source = "de" if language == "en" else "en"
    found = check(texts, [], source, language, rules=["T701"])

    assert [one.target[slice(*(one.target_span or (0, 0)))] for one in found] == slips


@pytest.mark.parametrize(
    ("language", "pairs", "names"),
    [
        ("ru", [("Rerka, Rark, Vrank.", "Рерка, Рарк, Вранк."), ("I, Rark.", "Я, Рарк.")], set()),
        ("de", [("the value", "der Schlüsselwert"), *[("a key", "das Schlüsselwort")] * 3], set()),
        ("de", [("of the Project", "des Projektes"), *[("a Project", "des Projekts")] * 3], set()),
        ("de", [("Start", "Den Auswahlan&fang"), ("Selections", "Alle Auswahlen")], set()),
        ("de", [("In Leipzig", "In Liepzig"), *[("Leipzig", "Das Leipzig")] * 3], {"Liepzig"}),
        ("de", [("On this Page", "Auf der Seite"), *[("A Site", "Die Site")] * 3], set()),
        (
            "de",
            [("Vector Graphics", "Die Vektorgrafik, der Vektor"), ("Vector", "Der Vector")],
            set(),
        ),
        ("de", [("Mr Bakanov", "Herr Bakanov"), *[("Bakanov", "Der Bakanow")] * 3], {"Bakanov"}),
        (
            "fr",
            [("Mr Lefèvre", "Monsieur Éric Lefèvre"), ("See Lefèvre.", "Voir Lefebvre.")],
            {"Lefebvre"},
        ),
        (
            "fr",
            [("Mr Lefèvre", "Monsieur Éric Lefèvre"), ("See Lefebvre.", "Voir Lefebvre.")],
            set(),
        ),
        ("fr", [("Of Persia.", "De la Perse."), ("See Perseus.", "Voir Persée.")], set()),
        (
            "es",
            [("Included Goods", "Los Incluidos"), ("Included Sets", "Las Incluidas")],
            set(),
        ),
        ("it", [("The Models", "I Modelli"), ("a model, the Model", "il Model")], set()),
        (
            "pl",
            [
                ("Press Configure", "Naciśnij Konfiguruj"),
                ("Use Configure to configure it", "Użyj Skonfiguruj"),
            ],
            set(),
        ),
        (
            "uk",
            [("Included Goods", "Включені Товари"), ("Excluded Goods", "Виключені Товари")],
            set(),
        ),
        ("uk", [("On Saturday", "Субота"), *[("The Sukkot", "Свято Сукот")] * 3], set()),
        ("uk", [("My Internet", "Мій Інтренет"), ("Internet", "Цей Інтернет")], {"Інтренет"}),
    ],
)
def test_what_looks_like_a_name_and_is_another_word(
    language: str, pairs: list[tuple[str, str]], names: set[str]
) -> None:
    """Names of one list, nouns in capitals, letters around a mark for the keyboard, other words."""
    texts = [SegmentPair(*pair) for pair in pairs]
    found = check(texts, [], "en", language, rules=["T701"])

    assert {one.target[slice(*(one.target_span or (0, 0)))] for one in found} == names


@pytest.mark.parametrize(
    ("language", "pairs", "count"),
    [
        ("fr", [("Достоевский пил.", "Dostoïevski but."), ("Достоевский.", "Dostoievsky.")], 2),
        ("uk", [("Quảng Bình", "Куангбінь"), ("Quảng Ninh", "Куангнінь")], 0),
        ("fr", [("Группа ушла.", "Groupe parti."), ("Группы нет.", "Group absent.")], 0),
        ("de", [("Karbi", "Karbí"), ("Karbi, Amri", "Kabi, Amri")], 0),
        ("fr", [("Елизавета II.", "Élisabeth II."), ("Елизавета.", "Elisabeth.")], 0),
    ],
)
def test_a_name_that_only_begins_sentences(
    language: str, pairs: list[tuple[str, str]], count: int
) -> None:
    """Two spellings of one sound for one name of the source; no words, no other names."""
    texts = [SegmentPair(*pair) for pair in pairs]

    assert len(check(texts, [], "ru", language, rules=["T701"])) == count


def test_a_name_in_disguise_is_no_other_name() -> None:
    """A Latin letter in a Cyrillic name is T402; no spelling with it is recommended."""
    texts = ["Говорит Дмитрий Б\u0061канов.", "Вот Дмитрий Б\u0061канов.", "Это Дмитрий Баканов."]
    found = check([SegmentPair("Dmitri Bakanov.", text) for text in texts], [], "fr", "ru")

    assert [(one.rule, one.pair) for one in found] == [("T402", 0), ("T402", 1)]


@pytest.mark.parametrize(
    ("language", "one", "other", "variants"),
    [
        ("fr", "Irina", "Iryna", 2),
        ("fr", "Joukov", "Zhukov", 2),
        ("fr", "Tchaïkovski", "Tchaikovsky", 2),
        ("fr", "Adam", "Yadayim", 0),
        ("ru", "Иран", "Райан", 0),
        ("en", "John", "Johnny", 0),
        ("en", "Leipzig", "Liepzig", 2),
    ],
)
def test_a_text_alone_has_two_spellings_of_a_name_where_they_look_alike(
    language: str, one: str, other: str, variants: int
) -> None:
    """A like sound is not enough, nor are two words that the lexicon knows."""
    pairs = [SegmentPair("", f"1 x {name} y.") for name in (one, other)]

    assert len(check(pairs, [], language, language, rules=["T701"])) == variants
