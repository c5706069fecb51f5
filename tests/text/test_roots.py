"""Which words are derived from one root, and which only begin alike."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.roots import knows_roots, roots, share_root

KIN = Path(__file__).parent / "kin"

DERIVED = {
    "fr": """
        vérification vérifier, transmission transmettre, infection infecté, exposition exposé,
        épidémie épidémique, grippe grippal, réception recevoir, production producteur,
        construction construire, publication publier, application appliquer, navigation naviguer,
        paiement payer, nettoyage nettoyer, envoi envoyer, décision décider, conclusion conclure,
        correction corriger, protection protéger, réaction réagir, acquisition acquérir,
        connaissance connaître, attente attendre, suspension suspendre, défense défendre,
        évolution évoluer, système systématique, planète planétaire, industrie industriel,
        président présidentiel, fonction fonctionner, fiabilité fiable, sécurité sécuriser,
        stabiliser stable, utilisateur utilisation, rapide rapidement, constant constamment,
        évident évidemment, choix choisir, ouverture ouvrir, fermeture fermer, signature signer,
        surveillance surveiller, hospitalisation hôpital, satellite satellitaire, orbite orbital,
        lanceur lancement, météorologie météorologique, économie économique, création créer,
        inscription inscrire, émission émettre, numérisation numériser, énergie énergétique
    """,
    "ru": """
        создание создавать, проверка проверить, настройка настраивать, обработка обрабатывать,
        баланс балансовый, вход входной, мониторинг монитор, транспорт транспортировка,
        редактирование отредактировать, верификация верифицировать, классификация классификатор,
        телефон телефонный, политика политический, организация организационный,
        деятельность деятель, основа основной, журнал журналировать, действие действовать,
        открытие открывать, развитие развивать, начало начинать, подтверждение подтвердить,
        запрос запрашивать, загрузка загружать, добавление добавить, управление управленческий,
        запуск запустить, выбор выбрать, сбор собирать, ввод ввести, перевод переводчик,
        проведение провести, оплата оплачивать, учет учитывать, расчет рассчитать,
        покупка покупать, спутник спутниковый, космос космический, ракета ракетный,
        зондирование зондировать, исследование исследователь, сотрудник сотрудничество,
        строитель строительный, руководитель руководство, президент президентский,
        быстро быстрый, автоматически автоматический, решение решить, выпуск выпустить,
        измерение измерять, копирование скопировать, код кодировать, вид видовой,
        земля наземный, граница пограничный, посёлок поселковый, огонь огневой, отец отцовский,
        сердце сердечный, Москва московский, конец концевой, передача передавать, продажа продать,
        выдача выдавать, приём принимать, приём принять, съёмка снимать, съёмка снять, рост расти,
        вход войти, выход выйти, проход пройти, подход подойти, учёт учесть, помощь помогать
    """,
    "en": """
        verification verify, infection infectious, production produce, decision decide,
        extension extend, transmission transmit, reception receive, description describe,
        solution solve, stability stable, compatibility compatible, management manager,
        rapid rapidly, happiness happy, organisation organise, observation observer,
        launcher launch, industry industrial, finance financial, atmosphere atmospheric,
        deployment deploy, connection connect, application apply, notification notify,
        payment pay, scanner scan, system systematic, energy energetic, creation create,
        approval approve, analysis analyse, removal remove
    """,
}
ALIKE = {
    "fr": """
        passion passer, pension penser, version verser, station statut, nation natif,
        commun commande, contact contrat, mission missile, compte compiler, parti particule,
        force forêt, service serveur, satellite satisfaire, fusée fusion, chaîne chaise
    """,
    "ru": """
        персонаж персональный, пример применять, статус статистика, участие участок,
        вопрос вопреки, поток потолок, пост поставка, пакет пак, план планета,
        партия партнер, контроль контракт, программа прогресс, место метро, условие услуга,
        ракета ракель, модель модем,
        проба пробел, пакет пакт, порох порхать, час часть, передача передний, задача задний,
        природа порода
    """,
    "en": """
        station statue, nation native, opera operation, person persuade, contract contact,
        relate relay, compute compile, mission missile, satellite satisfy, plane planet,
        capable capital, port portion, graph gravity
    """,
}
letters = st.text("abcdeéioprst'", max_size=12) | st.text("абвеинорстцчшьё", max_size=12)


def pairs(lists: dict[str, str]) -> list[tuple[str, ...]]:
    return [
        (language, *pair.split()) for language, text in lists.items() for pair in text.split(",")
    ]


@pytest.mark.parametrize(("language", "one", "other"), pairs(DERIVED))
def test_derived_words_share_a_root(language: str, one: str, other: str) -> None:
    """Nouns of verbs, adjectives of nouns, adverbs, agents, and roots that alternate."""
    assert share_root(one, other, language)
    assert share_root(other, one, language)


@pytest.mark.parametrize(("language", "one", "other"), pairs(ALIKE))
def test_words_that_only_begin_alike_share_none(language: str, one: str, other: str) -> None:
    """A common beginning is no root."""
    assert not share_root(one, other, language)


def listed(name: str) -> list[list[str]]:
    return [line.split() for line in (KIN / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("language", ["fr", "ru"])
def test_of_many_derived_words_nearly_all_share_a_root(language: str) -> None:
    """Some eight hundred pairs of every kind, suppletive adjectives and fleeing vowels included."""
    kin = listed(f"derived.{language}.txt")
    missed = [pair for pair in kin if not share_root(*pair, language)]

    assert len(missed) <= 0.04 * len(kin), missed


@pytest.mark.parametrize("language", ["fr", "ru"])
def test_of_many_look_alikes_none_share_a_root(language: str) -> None:
    """However near their letters are: poisson, poison; порция, порт."""
    assert [pair for pair in listed(f"alike.{language}.txt") if share_root(*pair, language)] == []


@given(letters, st.sampled_from(["en", "fr", "ru"]))
def test_a_word_shares_its_roots_with_itself(word: str, language: str) -> None:
    """Whatever it is; and what is left of it tells something."""
    assert share_root(word, word, language) is bool(roots(word, language))
    assert all(len(root) >= 3 for root in roots(word, language))


def test_a_language_without_a_table_has_no_roots() -> None:
    """There the beginnings of words have to do."""
    assert not knows_roots("de")
    assert roots("Verbindung", "de") == frozenset()
