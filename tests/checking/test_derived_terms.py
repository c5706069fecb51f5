"""Renderings that are other words of the same root: said for information, not as missing."""

import pytest

from termbase.checking import check
from termbase.model.concept import AdministrativeStatus, Concept, Term
from termbase.model.finding import Finding, SegmentPair


def findings(language: str, term: str, target: str) -> list[Finding]:
    """Return what is said of a translation of a source with one term."""
    preferred = AdministrativeStatus.PREFERRED
    source = "de" if language == "en" else "en"
    terms = Term("Xylo", source, preferred), Term(term, language, preferred)
    pair = SegmentPair("Xylo steht hier." if source == "de" else "Here is Xylo.", target)
    rules = ["T101", "T102", "T103", "T104"]
    return check([pair], [Concept("c", terms)], source, language, rules=rules)


@pytest.mark.parametrize(
    ("language", "term", "target", "spot"),
    [
        ("fr", "transmission", "Ce qui est transmis reste là.", "transmis"),
        ("fr", "se propager", "La propagation est lente.", "propagation"),
        ("fr", "hospitaliser", "Les patients hospitalisés vont bien.", "hospitalisés"),
        ("fr", "mise en orbite", "Le satellite a été mis en orbite.", "mis en orbite"),
        ("fr", "secteur", "Une baisse sectorielle.", "sectorielle"),
        ("fr", "largeur", "Il faut élargir le pont.", "élargir"),
        ("fr", "largeur", "Le pont est large.", "large"),
        ("ru", "оператор", "Операторская работа.", "Операторская"),
        ("fr", "panne de capteur", "Le capteur est en panne.", "capteur est en panne"),
        ("ru", "обработка", "Мы обрабатываем данные.", "обрабатываем"),
        ("ru", "редактировать", "Отредактировать описание.", "Отредактировать"),
        ("ru", "остановить", "Далее: событиеОстановить сразу.", "Остановить"),
        ("ru", "баланс", "Балансовая стоимость.", "Балансовая"),
        ("en", "transmission", "It was transmitted.", "transmitted"),
        ("en", "notification", "You were notified.", "notified"),
    ],
)
def test_a_derived_form_is_information(language: str, term: str, target: str, spot: str) -> None:
    """With the words that stand for the term."""
    found = findings(language, term, target)
    said = [(one.rule, target[slice(*one.target_span)]) for one in found]

    assert said == [("T104", spot)]


@pytest.mark.parametrize(
    ("language", "term", "target"),
    [
        ("fr", "hospitaliser", "Deux patients ont été hospitalisés."),
        ("fr", "hospitaliser", "Ils n'ayant pas encore été hospitalisés, attendons."),
        ("fr", "infecté", "Les personnes infectées restent chez elles."),
        ("fr", "mise en orbite", "Les mises en orbite se suivent."),
        ("fr", "petit engin spatial", "De petits engins spatiaux."),
        ("ru", "остановить", "Остановите событие."),
    ],
)
def test_an_inflected_form_renders_its_term(language: str, term: str, target: str) -> None:
    """A verb in a compound tense is the verb, and number changes no noun."""
    assert findings(language, term, target) == []


@pytest.mark.parametrize(
    ("language", "term", "target"),
    [
        ("ru", "статус-кво", "Статус заказа."),
        ("ru", "персонаж", "Ваши персональные данные."),
        ("fr", "eau de Javel", "De la lessive de Javel."),
        ("fr", "mission", "Un missile part."),
        ("fr", "lanceur", "Le lancement est reporté."),
        ("fr", "émission", "L'émetteur est en panne."),
        ("ru", "операция", "Позвоните оператору."),
        ("ru", "основатель", "Работы шли на основе договора."),
        ("en", "operation", "Call the operator."),
    ],
)
def test_what_only_begins_alike_leaves_the_term_missing(
    language: str, term: str, target: str
) -> None:
    """Every word of a term that tells something must come back."""
    assert [one.rule for one in findings(language, term, target)] == ["T103"]


def test_words_that_render_another_term_are_no_derived_form() -> None:
    """What is said there for a viral load says nothing for the virus."""
    preferred = AdministrativeStatus.PREFERRED
    concepts = [
        Concept(
            "load", (Term("viral load", "en", preferred), Term("charge virale", "fr", preferred))
        ),
        Concept("virus", (Term("virus", "en", preferred), Term("virus", "fr", preferred))),
    ]
    pair = SegmentPair("The virus and its viral load.", "Le microbe et sa charge virale.")

    assert [one.rule for one in check([pair], concepts, "en", "fr")] == ["T103"]


@pytest.mark.parametrize(
    ("language", "term", "target"),
    [
        ("fr", "programme d'État de l'Union", "Des programmes et un projet d'État de l'Union."),
        ("fr", "programme de l'État", "Programmes et projets de l'État."),
        ("en", "Union State programme", "Programmes of the Union State and Russia."),
        ("en", "remote sensing", "Remote measurement and sensing."),
        ("ru", "государственная программа", "Государственные проекты и программы."),
        ("en", "orbital launch", "The orbital and the suborbital launch."),
        ("en", "orbital launch", "Orbital flights and launches."),
        ("fr", "programme spatial", "Les programmes et les projets spatiaux."),
    ],
)
def test_joined_terms_share_their_words(language: str, term: str, target: str) -> None:
    """What «and» joins is said once; the term stands there all the same."""
    assert findings(language, term, target) == []


@pytest.mark.parametrize(
    ("language", "term", "target"),
    [
        ("en", "Union State", "The State of the Union and Russia."),
        ("en", "Union State programme", "The programme of the State of the Union and Russia."),
        ("en", "Union State programme", "Programmes of the Union State."),
        ("en", "small spacecraft", "A spacecraft and a small drone."),
        ("en", "orbital launch", "An orbital flight and a launch."),
        ("en", "orbital launch", "The orbital flight and a successful launch."),
        ("fr", "petit lanceur", "Un petit satellite et un lanceur."),
    ],
)
def test_words_in_another_order_are_not_joined(language: str, term: str, target: str) -> None:
    """Above all not the false friend of «Union State»."""
    assert [one.rule for one in findings(language, term, target)] == ["T104"]
