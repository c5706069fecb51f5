"""What nothing stricter finds: slips in another order, keyboard or script; and what is no slip."""

from collections.abc import Iterator

import pytest

from article import built_glossary, fill
from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.ports.terms import TermStore
from termbase.terms.corrected import corrected
from termbase.terms.lookup import find_terms
from termbase.terms.pasted import without_sentence


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TermStore]:
    """Yield the real glossary."""
    path = str(tmp_path_factory.mktemp("last") / "termbase.db")
    with open_base(fill(path, built_glossary())) as base:
        yield terms_of(base)


def found(terms: TermStore, query: str) -> list[tuple[str, str]]:
    return [(hit.tier, hit.term.text) for hit in find_terms(query, [], terms)]


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("remote snsing Earth", "remote sensing of the Earth"),
        ("proogramme Union State", "programme of the Union State"),
        ("porteuce fusée", "fusée porteuse"),
        ("Unin l'État de", "État de l'Union"),
        ("radoiisotope thermoele", "radioisotope thermoelectric generator"),
        ("modulle d'att", "module d'atterrissage"),
        ("гиперспнктраль", "гиперспектральная съёмка"),
        ("ищщыенук", "booster"),
        ("n`vyfz vftnhbz", "тёмная материя"),
        ("khollovikiy dvigatel", "холловский двигатель"),
        ("interval viimosti", "интервал видимости"),
        ("mys Knaveral", "мыс Канаверал"),
    ],
)
def test_a_slip_is_found_together_with_what_else_is_unusual(
    terms: TermStore, query: str, term: str
) -> None:
    """Words left out or in another order, a beginning, the wrong keyboard, another script."""
    assert ("misspelt", term) in found(terms, query)[:3]


@pytest.mark.parametrize(
    "query",
    [
        *("faire", "compagnie", "nuages", "la classe", "à Denver", "seulement", "également"),
        *("there", "eight", "could", "election", "the heart", "to produce", "death"),
        *("часто", "вперед", "остров", "интервью", "запросто"),
    ],
)
def test_a_word_of_the_language_is_no_slip_of_a_term(terms: TermStore, query: str) -> None:
    """However near «faire» is to «aire de lancement»: a lexicon knows what it says."""
    assert [hit for hit in found(terms, query) if hit[0] == "misspelt"] == []


def test_a_word_with_its_letters_exchanged_may_be_another_one() -> None:
    """«задние» is a word, and a slip for «здание», too."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        concepts = [Concept(text, (Term(text, "ru"),)) for text in ("здание", "часть")]
        store.put_concepts(store.put_glossary("g", Glossary(())), concepts)

        assert found(store, "задние") == [("misspelt", "здание")]
        assert found(store, "часто") == []


def test_a_slip_comes_before_what_sounds_so_in_another_script(terms: TermStore) -> None:
    """«orbtie» sounds like «орбите», of «управление на орбите»; «zondirovanie» is no slip."""
    assert found(terms, "orbtie")[0] == ("misspelt", "orbite")
    assert found(terms, "zondirovanie")[0] == ("script", "лимбовое зондирование")


def test_a_small_word_that_no_term_has_is_no_slip_of_one(terms: TermStore) -> None:
    """«avec» stays as it was typed; of the words around it the one that is wrong is corrected."""
    meant = [text for text, _ in corrected("porteuce avec fusée", ["fr"], terms)]

    assert meant == ["porteuse avec fusee"]


@pytest.mark.parametrize(
    ("query", "spoken"),
    [("masker", "en"), ("Fournir", "fr"), ("etym", "en"), ("doublure", "en")],
)
def test_what_is_spelt_well_is_no_slip_in_another_script(query: str, spoken: str) -> None:
    """Nor is a short word that a slip on the wrong keyboard would hardly leave alone."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        glossary = store.put_glossary("some", Glossary(()))
        for text in ("мастер", "турнир", "день", "дублёры"):
            store.put_concepts(glossary, [Concept(text, (Term(text, "ru"),))])
        store.put_concepts(glossary, [Concept("orbit", (Term("orbit", spoken),))])

        assert found(store, query) == []
        assert found(store, "mastr") == [("misspelt", "мастер")]


def test_a_sentence_is_no_slip_in_another_script(
    terms: TermStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor has it a small word behind it: a pasted paragraph took twice its time."""
    asked: list[str] = []
    real = type(terms).words_like

    def listed(self: TermStore, pieces: set[str], least: int, spoken: list[str]) -> list:
        asked.append("".join(pieces))
        return real(self, pieces, least, spoken)

    monkeypatch.setattr(type(terms), "words_like", listed)
    sentence = "qwxa qwxb qwxc qwxd qwxe qwxf qwxg qwxh of"

    assert find_terms(sentence, [], terms) == []
    assert not any(sign > "\u0400" for one in asked for sign in one)
    assert without_sentence(sentence) == sentence
