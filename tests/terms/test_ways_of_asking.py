"""What somebody meant who typed in another script, on another keyboard, or only a part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.ports.terms import TermStore
from termbase.terms.hits import TIERS, TermHit
from termbase.terms.lookup import find_terms

TERMS = {
    "iss": {"en": "International Space Station", "ru": "Международная космическая станция"},
    "craft": {"fr": "engin spatial", "en": "spacecraft", "ru": "космический аппарат"},
    "small": {"fr": "petit engin spatial", "en": "small spacecraft"},
    "bakanov": {"fr": "Dmitri Bakanov", "ru": "Дмитрий Баканов"},
    "marina": {"ru": "Марина Василевская"},
    "probe": {"ru": "АМС"},
    "roscosmos": {"ru": "Роскосмос"},
    "soyuz": {"ru": "Союз МС"},
    "water": {"ru": "Н2О"},
    "sensing": {"fr": "télédétection de la Terre", "ru": "ДЗЗ"},
    "head": {"fr": "tête"},
    "heads": {"fr": "têtes"},
    "heart": {"fr": "cardiomyopathie ischémique"},
    "peace": {"en": "Committee on the Peaceful Uses of Outer Space"},
    "un-peace": {"en": "United Nations Committee on the Peaceful Uses of Outer Space"},
    "no-heart": {"fr": "cardiomyopathie non ischémique"},
}


@pytest.fixture(scope="module")
def terms() -> Iterator[TermStore]:
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        glossary = store.put_glossary("space", Glossary(()))
        for name, spoken in TERMS.items():
            said = tuple(Term(text, language) for language, text in spoken.items())
            store.put_concepts(glossary, [Concept(name, said)])
        yield store


def found(terms: TermStore, query: str, *languages: str) -> list[tuple[str, str]]:
    return [(hit.tier, hit.term.text) for hit in find_terms(query, languages, terms)]


@pytest.mark.parametrize(
    ("query", "tier", "term"),
    [
        ("Bakanov", "script", "Дмитрий Баканов"),
        ("Dmitry Bakanow", "script", "Дмитрий Баканов"),
        ("Vassilevskaya", "script", "Марина Василевская"),
        ("kosmicheskiy apparat", "script", "космический аппарат"),
        ("kosmičeskij apparat", "script", "космический аппарат"),
        ("rjcvbxtcrbq fggfhfn", "keyboard", "космический аппарат"),
        ("rjcvbxtcrbt", "keyboard", "космический аппарат"),
        ("fggfhfnjv", "keyboard", "космический аппарат"),
        (",frfyjd", "keyboard", "Дмитрий Баканов"),
        ("DZZ", "script", "ДЗЗ"),
        ("AMC", "script", "АМС"),
        ("AMс", "script", "АМС"),
        ("amc", "script", "АМС"),
        ("POCKOCMOC", "script", "Роскосмос"),
        ("РОCKOCMOC", "script", "Роскосмос"),
        ("Союз MC", "script", "Союз МС"),
        ("H2O", "script", "Н2О"),
        ("мкс", "acronym", "Международная космическая станция"),
        ("космич", "prefix", "космический аппарат"),
        ("аппарат космический", "rearranged", "космический аппарат"),
        ("аппаратом", "part", "космический аппарат"),
    ],
)
def test_russian_is_found_however_it_is_asked_for(
    terms: TermStore, query: str, tier: str, term: str
) -> None:
    """Another script, the wrong keyboard (for a part, too), initials, a beginning, one word."""
    assert found(terms, query, "ru")[0] == (tier, term)


def test_a_cyrillic_name_finds_its_romanisation(terms: TermStore) -> None:
    """Баканов finds Dmitri Bakanov among the French terms."""
    assert found(terms, "Баканов", "fr") == [("script", "Dmitri Bakanov")]


def test_the_word_itself_comes_before_what_sounds_like_it(terms: TermStore) -> None:
    """Баканов stands in a Russian term; the French one that sounds like it is not asked for."""
    assert found(terms, "Баканов") == [("part", "Дмитрий Баканов")]


def test_a_wrong_keyboard_works_the_other_way_too(terms: TermStore) -> None:
    """ызфсускфае is spacecraft typed on a Russian keyboard."""
    assert found(terms, "ызфсускфае", "en")[0] == ("keyboard", "spacecraft")


@pytest.mark.parametrize(
    ("query", "language", "term"),
    [
        ("sqtellite", "fr", "satellite"),
        ("t2l2d2tection", "fr", "télédétection"),
        ("ыйеуддшеу", "fr", "satellite"),
        ("ptvkw", "ru", "Земля"),
        ("Yentrum", "de", "Zentrum"),
        ("rjcvsxybq", "uk", "космічний"),
        ("космычний", "uk", "космічний"),
        ("cegenybrb", "uk", "супутник"),
    ],
)
def test_the_keyboard_may_be_french_german_or_ukrainian(
    query: str, language: str, term: str
) -> None:
    """Not all Latin letters are typed on QWERTY, nor all Cyrillic ones on a Russian keyboard."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        store.put_concepts(
            store.put_glossary("g", Glossary(())), [Concept("c", (Term(term, language),))]
        )

        assert found(store, query, language) == [("keyboard", term)]


def test_two_letters_are_no_word_of_another_keyboard_in_the_same_script() -> None:
    """«az» is not «qw» typed on AZERTY."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        store.put_concepts(
            store.put_glossary("g", Glossary(())), [Concept("c", (Term("qw", "en"),))]
        )

        assert found(store, "az", "en") == []


def test_three_letters_are_no_part_of_a_term_on_another_keyboard(terms: TermStore) -> None:
    """«rjc» is «кос», and may be many things."""
    assert (found(terms, "rjc", "ru"), found(terms, "rjcv", "ru")) == (
        [],
        [("keyboard", "космический аппарат")],
    )


def test_an_exact_hit_brings_its_other_forms_and_longer_terms(terms: TermStore) -> None:
    """têtes is exact, tête is its singular; a longer term may have words between."""
    assert found(terms, "têtes", "fr") == [("exact", "têtes"), ("inflected", "tête")]
    assert ("part", "cardiomyopathie non ischémique") in found(
        terms, "cardiomyopathie ischémique", "fr"
    )


def test_a_term_stands_in_one_tier_only_and_tiers_do_not_cross(terms: TermStore) -> None:
    """However many ways lead to a term, it is listed once, in the order of the tiers."""
    for query in ("engin spatial", "spacecraft", "spatial engin", "Bakanov", "engin", "e"):
        hits: list[TermHit] = find_terms(query, [], terms)
        order = [TIERS.index(hit.tier) for hit in hits]
        assert order == sorted(order)
        assert len({hit.term.id for hit in hits}) == len(hits)


def test_an_acronym_has_eight_letters_at_most(terms: TermStore) -> None:
    """COTPUOOS takes every word; with United Nations before them so many letters say nothing."""
    assert found(terms, "COTPUOOS", "en") == [
        ("acronym", "Committee on the Peaceful Uses of Outer Space")
    ]
    assert found(terms, "UNCPUOS", "en")[0][0] == "acronym"
    assert found(terms, "UNCOTPUOOS", "en") == []


def test_behind_a_space_another_word_must_follow(terms: TermStore) -> None:
    """«petit » is completed by a word, «peti» by letters."""
    assert found(terms, "petit ", "fr")[0] == ("prefix", "petit engin spatial")
    assert found(terms, "peti", "fr")[0] == ("prefix", "petit engin spatial")
    assert all(tier != "prefix" for tier, _ in found(terms, "peti ", "fr"))


def test_every_term_near_to_a_misspelt_query_is_shown(terms: TermStore) -> None:
    """«tetse» may be meant for têtes or tête; letters in a wrong order are the smaller slip."""
    assert found(terms, "tetse", "fr") == [("misspelt", "têtes"), ("misspelt", "tête")]


def ordered(query: str, language: str, *texts: str) -> list[tuple[str, str]]:
    """Return the tier and text of what a query finds among some terms."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        glossary = store.put_glossary("some", Glossary(()))
        for text in texts:
            store.put_concepts(glossary, [Concept(text, (Term(text, language),))])
        return found(store, query, language)


@pytest.mark.parametrize(
    ("query", "language", "best", "other"),
    [
        ("canter lead", "en", "right canter lead", "canter left lead"),
        ("two-axis turbine", "en", "two-axis wind turbine", "two axis wind turbine"),
        ("hdl", "fr", "hernie discale lombaire", "hôtel de luxe"),
        ("amt", "en", "axial momentum theory", "amount"),
        ("ÉTF", "fr", "équitation de tradition française", "equitation de travail froid"),
        ("levée l'immunité", "fr", "levée de l'immunité", "levée d'immunité"),
        ("systèmes sources", "fr", "sources systèmes", "source système"),
        ("ПЕТР", "ru", "Петр", "Пётр"),
        ("симптомы", "en", "simptomy", "simptom"),
        ("tanscription factos", "en", "transcription factors", "transcription factor"),
    ],
)  # fmt: skip
def test_of_equals_the_one_nearest_to_the_query_comes_first(
    query: str, language: str, best: str, other: str
) -> None:
    """Words side by side, the query's own hyphens, accents, articles and endings decide."""
    tiers = ordered(query, language, other, best)

    assert [text for _, text in tiers] == [best, other]
    assert tiers[0][0] == tiers[1][0]


def test_a_plural_is_asked_for_by_its_singular_and_is_no_slip() -> None:
    """«têtes nucléaires» is an inflected form of «tête nucléaire», either way."""
    assert ordered("tête nucléaire", "fr", "têtes nucléaires") == [
        ("inflected", "têtes nucléaires")
    ]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("най-високата орбита", "висока орбита"),
        ("най-големият", "голям"),
        ("по-бързи спътници", "бърз спътник"),
    ],
)
def test_what_compares_a_bulgarian_word_is_set_aside(query: str, text: str) -> None:
    """«най-» makes a superlative of a word, which is still that word."""
    assert ordered(query, "bg", "висока орбита", "голям", "бърз спътник")[0] == ("inflected", text)


@pytest.mark.parametrize("query", ["запустить", "запустили", "запустив"])
def test_a_form_of_a_word_that_is_near_to_a_term_is_near_to_it(query: str) -> None:
    """«запустили» is farther from «запускать» than its infinitive is."""
    assert ordered(query, "ru", "запускать", "лететь") == [("misspelt", "запускать")]


def test_an_article_before_a_query_is_set_aside() -> None:
    """«la bande» is «bande», no form of it; a term with the article comes first."""
    assert ordered("la bande", "fr", "bandes", "bande", "bande passante") == [
        ("folded", "bande"),
        ("inflected", "bandes"),
        ("part", "bande passante"),
    ]
    assert ordered("la Bande", "fr", "bande", "La bande")[0] == ("folded", "La bande")
    assert ordered("d'or", "fr", "OR", "or") == [("folded", "or"), ("folded", "OR")]
    assert ordered("d'OR", "fr", "OR", "or") == [("folded", "OR"), ("folded", "or")]
    assert ordered("aux bandes", "fr", "bande") == [("inflected", "bande")]
    assert ordered("to launch", "en", "launch") == [("folded", "launch")]


@pytest.mark.parametrize(
    ("query", "language", "terms", "expected"),
    [
        ("a", "fr", ("AIT", "essai AIT"), []),
        ("avoir", "fr", ("AIT",), []),
        ("ait", "fr", ("AIT",), [("folded", "AIT")]),
        ("AITs", "en", ("AIT",), [("inflected", "AIT")]),
        ("аэсу", "ru", ("АЭС",), [("misspelt", "АЭС")]),
        ("essais AIT", "fr", ("essai AIT",), [("inflected", "essai AIT")]),
        ("essais ait", "fr", ("essai AIT",), [("inflected", "essai AIT")]),
    ],
)
def test_an_acronym_is_no_form_of_a_small_word(
    query: str, language: str, terms: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """A lexicon makes «ait» of «avoir»; AIT is found as it is written, or with an ending."""
    assert ordered(query, language, *terms) == expected


def test_capitals_that_are_kept_are_an_acronym_however_long() -> None:
    """«sortie» is no form of the name SORTIES; where case does not count, it is shouted."""
    for case, expected in (("exact", []), ("auto", [("inflected", "SORTIES")])):
        with open_base(":memory:", write=True) as base:
            store = terms_of(base)
            glossary = store.put_glossary("some", Glossary(()))
            store.put_concepts(glossary, [Concept("c", (Term("SORTIES", "fr", case=case),))])
            forms = [one for one in found(store, "sortie", "fr") if one[0] == "inflected"]
            assert forms == expected


def test_words_in_another_order_find_longer_terms_too(terms: TermStore) -> None:
    """«ischémique cardiomyopathie» is rearranged, and part of a longer term."""
    assert found(terms, "ischémique cardiomyopathie", "fr") == [
        ("rearranged", "cardiomyopathie ischémique"),
        ("part", "cardiomyopathie non ischémique"),
    ]


def test_a_particle_behind_a_word_is_no_word_to_overlook() -> None:
    """«turning» is no form of «turn on», «État» may be one of «l'État»."""
    assert ordered("turning", "en", "turn on", "turning aids") == [
        ("prefix", "turning aids"),
        ("part", "turn on"),
    ]
    assert ordered("États", "fr", "l'État") == [("inflected", "l'État")]


def test_a_query_that_ends_in_a_hyphen_or_an_apostrophe_goes_on() -> None:
    """«accord-» begins «accord-cadre»; where a term ends so, it is meant."""
    assert ordered("accord-", "fr", "accord", "accord-cadre")[0] == ("prefix", "accord-cadre")
    history = "département d'histoire"
    assert ordered("département d'", "fr", "département", history)[0] == ("prefix", history)
    assert ordered("télé-", "fr", "télé-", "télé-école")[0] == ("exact", "télé-")
    assert ordered("accord-", "fr", "accord") == [("punctuation", "accord")]


def test_capitals_that_are_initials_were_typed_on_the_right_keyboard() -> None:
    """СВС is an acronym here, though the same keys write CDC."""
    signal = "стабильный вспомогательный сигнал"
    assert ordered("СВС", "ru", "CDC", signal) == [("acronym", signal)]
    assert ordered("СВС", "ru", "CDC") == [("keyboard", "CDC")]


def test_the_same_consonants_are_near_whatever_the_vowels() -> None:
    """People slip in vowels and doublings; other consonants are another word."""
    assert ordered("blouvard", "en", "boulevard") == [("misspelt", "boulevard")]
    assert ordered("blouvart", "en", "boulevard") == []


@pytest.mark.parametrize(
    ("query", "term"),
    [("yrs", "year"), ("govt", "government"), ("mgmt", "management")],
)
def test_a_contraction_finds_its_word(query: str, term: str) -> None:
    """People keep the beginning and some consonants; capitals make an acronym."""
    assert ordered(query, "en", "goverment type", term) == [("acronym", term)]
    assert ordered(query.upper(), "en", term) == []


def test_a_contraction_ends_as_its_word_does() -> None:
    assert ordered("attn", "en", "attorney", "attention") == [
        ("acronym", "attention"),
        ("acronym", "attorney"),
    ]
    assert ordered("yrs", "en", "yearling", "year")[0] == ("acronym", "year")


def test_nobody_shortens_a_word_behind_a_vowel() -> None:
    assert ordered("tat", "en", "taikonaut") == []


@pytest.mark.parametrize(
    ("query", "language"),
    [("I.S.S.", "en"), ("I. S. S", "en"), ("ISSs", "en"), ("ISS's", "en"), ("М.К.С.", "ru")],
)
def test_an_acronym_may_have_dots_or_be_a_plural(
    terms: TermStore, query: str, language: str
) -> None:
    """Dots stood behind its letters once, and still do in law; an s is no letter of it."""
    assert found(terms, query, language) == [("acronym", TERMS["iss"][language])]


@pytest.mark.parametrize("query", ["{fhrsd", "[fhrsd", "¨fhrsd", "Üfhrsd"])
def test_a_capital_may_be_a_sign_on_another_keyboard(query: str) -> None:
    """The key of Х has a bracket in America, an accent in France and Ü in Germany."""
    assert ordered(query, "uk", "Харків", "Львів") == [("keyboard", "Харків")]


def test_a_star_asks_how_a_word_goes_on() -> None:
    """As other tools have it: terms that begin so, then those of which a word does."""
    spoken = "space", "spacecraft", "European Space Agency", "span"

    assert ordered("spac*", "en", *spoken) == [
        ("prefix", "space"),
        ("prefix", "spacecraft"),
        ("part", "European Space Agency"),
    ]
    assert ordered("space*", "en", *spoken)[0] == ("punctuation", "space")
    assert ordered("s*", "en", *spoken) == []


def test_a_star_where_nothing_goes_on_is_the_sign_of_a_note() -> None:
    """Whoever copies «spacecrafts*» from a page asks for the word before it."""
    assert ordered("spacecrafts*", "en", "spacecraft") == [("inflected", "spacecraft")]
    assert ordered("engins spatiaux*", "fr", "engin spatial") == [("inflected", "engin spatial")]
    assert ordered("télédétectoin*", "fr", "télédétection") == [("misspelt", "télédétection")]


def test_an_acronym_takes_words_before_parts_of_words() -> None:
    assert ordered("LCF", "en", "LTS co-founder", "left cardiac filament") == [
        ("acronym", "left cardiac filament"),
        ("acronym", "LTS co-founder"),
    ]


def test_a_misspelt_plural_finds_its_word() -> None:
    assert ordered("appologies", "en", "apology", "aetiologies")[0] == ("misspelt", "apology")


@pytest.mark.parametrize(
    ("query", "tiers"),
    [("SG", []), ("SGPS", ["acronym"]), ("RSG", ["acronym"]), ("RSGPS", ["acronym"])],
)
def test_an_acronym_inside_goes_in_whole_or_by_its_first_letter_beside_two_others(
    query: str, tiers: list[str]
) -> None:
    """Nobody calls a «système GPS» SG; the UN Security Council is the UNSC, and so is USC."""
    found_there = ordered(query, "fr", "système GPS", "récepteur de système GPS")
    assert [tier for tier, _ in found_there] == tiers


def test_a_term_all_in_capitals_has_no_acronyms_inside() -> None:
    assert ordered("SG", "fr", "SYSTÈME GPS") == [("acronym", "SYSTÈME GPS")]


@pytest.mark.parametrize(
    ("query", "language", "held"),
    [
        ("l'", "fr", ["L'Aquila"]),
        ("Le", "fr", ["Le Bourget"]),
        ("the", "en", ["The Hague"]),
        ("de l’", "fr", []),
    ],
)
def test_an_article_alone_finds_what_begins_with_it_as_a_word(
    query: str, language: str, held: list[str]
) -> None:
    """What has it somewhere or begins with its letters was not meant."""
    french = ("mal de l'espace", "leurrage", "L'Aquila", "Le Bourget", "logiciel embarqué")
    english = ("State of the Union", "thermal control", "The Hague")
    hits = ordered(query, language, *(french if language == "fr" else english))
    assert [text for _, text in hits] == held


def test_an_article_alone_may_be_a_term() -> None:
    """And capitals are an acronym: LA is no «la»."""
    assert ordered("un", "fr", "UN", "univers") == [("folded", "UN")]
    assert ordered("LA", "fr", "lanceur ailé", "latence")[0] == ("acronym", "lanceur ailé")


def test_a_word_within_a_term_is_found_where_nothing_parts_words() -> None:
    """Sign by sign, next to each other."""
    assert ordered("軌道", "ja", "低軌道", "軌と道") == [("part", "低軌道")]


def test_no_letter_of_an_acronym_is_an_ending() -> None:
    """ICCs may be several ICC, and ICCS none; capitals that are no initials are only shouted."""
    stable = "insuffisance cardiaque chronique stable"
    assert ordered("ICCS", "fr", "ICC", stable) == [("acronym", stable)]
    assert ordered("ICCs", "fr", "ICC", stable)[0] == ("inflected", "ICC")
    assert ordered("SONDES", "fr", "sonde", stable) == [("inflected", "sonde")]


def test_who_types_an_accent_in_an_acronym_means_it() -> None:
    terms = ("embolie systémique périphérique", "équipements de soins aux patients")
    assert [text for _, text in ordered("ÉSP", "fr", *terms)] == list(reversed(terms))
    assert [text for _, text in ordered("ESP", "fr", *terms)] == list(terms)


@pytest.mark.parametrize("query", ["Д. Баканов", "Баканову Д. В."])
def test_a_name_is_found_by_an_initial(terms: TermStore, query: str) -> None:
    """A patronymic is no word of the term; another initial is another person."""
    assert found(terms, query, "ru") == [("part", "Дмитрий Баканов")]
    assert found(terms, query.replace("Д.", "С."), "ru") == []


@pytest.mark.parametrize(
    ("query", "language", "term", "tier"),
    [
        ("etxetik", "eu", "etxe", "inflected"),
        ("төмен орбитада", "kk", "төмен орбита", "inflected"),
        ("위성에서", "ko", "위성", "inflected"),
        ("etxe handi", "eu", "etxe", ""),
        ("housewife", "en", "house", ""),
    ],
)
def test_most_of_a_word_is_enough_where_no_lexicon_knows_its_endings(
    query: str, language: str, term: str, tier: str
) -> None:
    """Not where one does, and no second word is an ending."""
    assert [one for one, _ in ordered(query, language, term)] == ([tier] if tier else [])


@pytest.mark.parametrize(
    ("query", "language", "term"),
    [
        ("Raumfahrzeuge", "de", "Raumfahrzeug"),
        ("Datenverarbeitungsanlagen", "de", "Datenverarbeitungsanlage"),
        ("telerilevamenti satellitari", "it", "telerilevamento satellitare"),
        ("teledetecciones", "es", "teledetección"),
        ("microlançadores", "pt", "microlançador"),
        ("ruimtevaartuigen", "nl", "ruimtevaartuig"),
    ],
)
def test_a_regular_plural_of_a_long_word_is_no_slip(query: str, language: str, term: str) -> None:
    """It is as near to its word as a slip is, and no lexicon needs to be asked."""
    assert ordered(query, language, term) == [("inflected", term)]


def test_a_word_said_often_is_left_out_once(terms: TermStore, monkeypatch) -> None:
    """What a text of a thousand equal words may be is no thousand questions."""
    asked = []
    real = type(terms).terms_with_words
    monkeypatch.setattr(
        type(terms),
        "terms_with_words",
        lambda self, words, languages: asked.append(words) or real(self, words, languages),
    )

    assert find_terms("космический " * 1000, ["ru"], terms) == []
    assert len(asked) < 50


@pytest.mark.parametrize(
    ("query", "language", "term"),
    [
        ("think", "en", "thing"),
        ("our", "en", "hour"),
        ("contre", "fr", "centre"),
        ("outre", "fr", "locomotion autre"),
        ("снова", "ru", "основа"),
        ("была", "ru", "быт"),
        ("electrician", "en", "electrical power system"),
        ("properly", "en", "intellectual property"),
    ],
)
def test_a_word_that_is_spelt_well_is_no_slip_of_another(query, language, term) -> None:
    """Words of running text were answered with terms that they are no misspelling of."""
    assert ordered(query, language, term) == []


@pytest.mark.parametrize(
    ("query", "language", "term"),
    [
        ("from", "en", "form"),
        ("задние", "ru", "здание"),
        ("создана", "ru", "создание"),
        ("environment impact", "en", "environmental impact assessment"),
    ],
)
def test_a_word_that_is_spelt_well_may_have_letters_in_the_wrong_order(
    query, language, term
) -> None:
    """Or be of one root with a term."""
    assert ordered(query, language, term) == [("misspelt", term)]


@pytest.mark.parametrize(
    ("query", "language", "term"),
    [("строительства порта на", "ru", "строительство порта"), ("the launches of", "en", "launch")],
)
def test_a_small_word_after_a_term_is_set_aside(query, language, term) -> None:
    """One word too many is easily marked; the term was found as misspelt."""
    [(tier, found_term)] = ordered(query, language, term)

    assert (tier, found_term) == ("inflected", term)


@pytest.mark.parametrize(
    ("query", "language", "term"),
    [
        ("up the", "en", "unit price"),
        ("aim to", "en", "aimed fire"),
        ("the launch of", "en", "launcher"),
        ("poé sur la", "fr", "poésie persane"),
    ],
)
def test_a_word_with_a_small_one_behind_it_is_whole(query, language, term) -> None:
    """It is no beginning of a word any more, and no acronym where it has no capitals."""
    assert ordered(query, language, term) == []


def test_an_acronym_in_capitals_is_one_beside_small_words(terms) -> None:
    """«the ISS of» is that of the International Space Station."""
    assert ("acronym", TERMS["iss"]["en"]) in found(terms, "the ISS of", "en")


@pytest.mark.parametrize(("query", "term"), [("Lager", "Lage"), ("Leser", "Lese")])
def test_a_german_noun_in_er_is_no_form_of_one_in_e(query, term) -> None:
    """Only an adjective before a noun ends so: «neuer Technologie»."""
    assert ordered(query, "de", term) == []
    assert ordered("neuer Technologie", "de", "neue Technologie") == [
        ("inflected", "neue Technologie")
    ]
