"""The glossary of the article, asked as people ask: each tier finds what it promises."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import built_glossary, fill
from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import AdministrativeStatus, Concept, Glossary, Term
from termbase.ports.terms import TermStore
from termbase.terms.hits import TIERS, TermHit
from termbase.terms.keys import bare_of
from termbase.terms.lookup import find_terms
from termbase.terms.spelling import LEAST_SIMILARITY, SAME_CONSONANTS, consonants

PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = AdministrativeStatus
GLOSSARY = built_glossary().glossaries[0].glossary


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TermStore]:
    """Yield the real glossary."""
    path = str(tmp_path_factory.mktemp("lookup") / "termbase.db")
    with open_base(fill(path, built_glossary())) as base:
        yield terms_of(base)


def first(terms: TermStore, query: str, *languages: str) -> tuple[str, str]:
    """Return the tier and the text of the best hit."""
    hit = find_terms(query, languages, terms)[0]
    return hit.tier, hit.term.text


@pytest.mark.parametrize(
    ("query", "language", "tier", "term"),
    [
        ("État de l'Union", "fr", "exact", "État de l'Union"),
        ("État de l’Union", "fr", "folded", "État de l'Union"),
        ("Étatʼ de l'Union", "fr", "punctuation", "État de l'Union"),
        ("ÉTAT DE L'UNION", "fr", "folded", "État de l'Union"),
        ("état\u00a0de l'union", "fr", "folded", "État de l'Union"),
        ("E\u0301tat  de l'Union ", "fr", "folded", "État de l'Union"),
        ("\u00adÉtat de l'\u200bUnion", "fr", "folded", "État de l'Union"),
        ("Etat de l’union", "fr", "accents", "État de l'Union"),
        ("teledetection", "fr", "accents", "télédétection"),
        ("russo-bielorusse", "fr", "accents", "russo-biélorusse"),
        ("complexe SG", "fr", "punctuation", "Complexe-SG"),
        ("engins spatiaux", "fr", "inflected", "engin spatial"),
        ("les engins spatiaux", "fr", "inflected", "engin spatial"),
        ("de l'engin spatial", "fr", "folded", "engin spatial"),
        ("d’État de l’Union", "fr", "folded", "État de l'Union"),
        ("L'État de l’Union", "fr", "folded", "État de l'Union"),
        ("la télédétection", "fr", "folded", "télédétection"),
        ("la teledetection", "fr", "accents", "télédétection"),
        ("the spacecraft", "en", "folded", "spacecraft"),
        ("petits engins spatiaux", "fr", "inflected", "petit engin spatial"),
        ("space systems", "en", "inflected", "space system"),
        ("the small satellites", "en", "inflected", "small satellite"),
        ("Union State's", "en", "inflected", "Union State"),
        ("дистанционным зондированием", "ru", "inflected", "дистанционное зондирование"),
        ("Союзного государства", "ru", "inflected", "Союзное государство"),
        ("космических аппаратов", "ru", "inflected", "космический аппарат"),
        ("малоразмерный", "ru", "prefix", "малоразмерный космический аппарат"),
        ("detection de la terre", "fr", "misspelt", "télédétection de la Terre"),
        ("remote sensing satellites", "en", "inflected", "remote sensing satellite"),
        ("artificial", "en", "prefix", "artificial satellite"),
        ("à distance", "fr", "part", "détection à distance"),
        ("Мезенцев", "ru", "part", "Дмитрий Мезенцев"),
        ("teledetecton", "fr", "misspelt", "télédétection"),
        ("engin spacial", "fr", "misspelt", "engin spatial"),
        ("spacecarft", "en", "misspelt", "spacecraft"),
        ("космичский аппарат", "ru", "misspelt", "космический аппарат"),
        ("Союзное госудраство", "ru", "misspelt", "Союзное государство"),
        ("bakanof", "fr", "misspelt", "Dmitri Bakanov"),
        ("sattelites", "fr", "misspelt", "satellite"),
        ("спутникоф", "ru", "misspelt", "спутник"),
        ("Мезенцов", "ru", "misspelt", "Дмитрий Мезенцев"),
        ("atterissage", "fr", "misspelt", "atterrissage en douceur"),
        ("space crafts", "en", "inflected", "spacecraft"),
    ],
)
def test_a_tier_finds_what_it_promises(terms, query, language, tier, term) -> None:
    """However it is written, inflected, shortened or misspelt, the term meant comes first."""
    assert first(terms, query, language) == (tier, term)


def test_without_a_language_all_are_asked(terms) -> None:
    """The best hit of any language comes first, and equal terms of several come all."""
    assert first(terms, "дистанционным зондированием") == (
        "inflected",
        "дистанционное зондирование",
    )
    assert first(terms, "teledetecton") == ("misspelt", "télédétection")
    exact = [hit.term.language for hit in find_terms("satellite", [], terms) if hit.tier == "exact"]
    assert sorted(exact) == ["en", "fr"]


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("solar sail", "en"),
        ("satellite d'observation", "en"),
        ("солнечный парус", "ru"),
    ],
)
def test_a_word_that_is_another_is_no_slip(terms, query, language) -> None:
    """However near «solar sail» is to «solar panel» as a whole: only one of its words is."""
    assert find_terms(query, [language], terms) == []


@pytest.mark.parametrize(
    ("query", "term"),
    [("solar panle", "solar panel"), ("solar pnl", "solar panel"), ("salor pnael", "solar panel")],
)
def test_a_word_with_slips_of_its_own_letters_is_no_other(terms, query, term) -> None:
    """Letters in another order, or left out as in an abbreviation."""
    assert first(terms, query, "en") == ("misspelt", term)


TRAPS = {
    "fr": ("État de l'Union", "engin spatial", "milliard", "télédétection"),
    "en": ("Union State", "spacecraft", "billion", "remote sensing"),
    "ru": ("Союзное государство", "космический аппарат", "миллиард", "дистанционное зондирование"),
}


@pytest.mark.parametrize("source", TRAPS)
@pytest.mark.parametrize("target", TRAPS)
@pytest.mark.parametrize("number", range(4))
def test_from_each_language_to_each(terms, source, target, number) -> None:
    """The traps of the article: the concept of a term has the term of the other language."""
    hit = find_terms(TRAPS[source][number], [source], terms)[0]

    [(_, record)] = terms.concept_records([hit.term.concept]).values()
    spoken = [
        one["text"]
        for one in record["terms"]
        if one["language"] == target and one.get("status") == "preferred"
    ]
    assert spoken == [TRAPS[target][number]]


every_term = st.sampled_from([one for concept in GLOSSARY.concepts for one in concept.terms])


@given(every_term)
def test_every_term_finds_itself_first(terms, term) -> None:
    """As it stands in the glossary, and in capitals with typographic apostrophes."""
    exact = find_terms(term.text, [term.language], terms)
    assert (exact[0].tier, exact[0].term.text) == ("exact", term.text)

    shouted = find_terms(term.text.upper().replace("'", "’"), [term.language], terms)
    assert shouted[0].tier in {"exact", "folded"}
    assert shouted[0].term.text.casefold() == term.text.casefold()


@given(every_term, st.sampled_from([[], ["fr"], ["en", "ru"]]), st.integers(0, 40))
def test_a_term_stands_in_one_tier_and_only_in_the_languages_asked_for(
    terms, term, languages, cut
) -> None:
    """Best tier first, scores within bounds, no term twice; also for a query cut somewhere."""
    query = term.text[cut:] or term.text
    hits = find_terms(query, languages, terms)

    def least(text: str) -> int:
        heard = consonants(bare_of(text))
        return SAME_CONSONANTS if heard == consonants(bare_of(query)) else LEAST_SIMILARITY

    order = [TIERS.index(hit.tier) for hit in hits]
    assert order == sorted(order)
    assert len({hit.term.id for hit in hits}) == len(hits)
    assert all(not languages or hit.term.language in languages for hit in hits)
    assert all(
        least(hit.term.text) <= hit.score <= 100 if hit.tier == "misspelt" else hit.score == 100
        for hit in hits
    )


@pytest.mark.parametrize("query", ["plombier zingueur", "«»", " ", "", "zzz", "日本語", "\x00"])
def test_what_nobody_knows_finds_nothing(terms, query) -> None:
    """Signs alone and foreign words are no fault."""
    assert find_terms(query, [], terms) == []


def test_equal_hits_stand_by_their_status() -> None:
    """Preferred first, deprecated last; then the shorter, then by the alphabet."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        number = store.put_glossary("g", Glossary(()))
        for at, status in enumerate((DEPRECATED, None, SUPERSEDED, ADMITTED, PREFERRED)):
            store.put_concepts(number, [Concept(f"{at}", (Term("mot", "fr", status),))])

        hits: list[TermHit] = find_terms("mot", ["fr"], store)

    assert [hit.term.standing for hit in hits] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("query", ["etats membres", "ETATS MEMBRES", "États membres"])
def test_a_form_may_lack_its_accents(query: str) -> None:
    """A word that some term has without accents is that word alone."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        said = Term("État membre", "fr"), Term("côté", "fr"), Term("cote", "fr")
        concepts = [Concept(term.text, (term,)) for term in said]
        store.put_concepts(store.put_glossary("g", Glossary(())), concepts)

        assert first(store, query) == ("inflected", "État membre")
        assert [hit.term.text for hit in find_terms("cotes", [], store)] == ["cote"]


@pytest.mark.parametrize(
    ("language", "term", "query", "found"),
    [
        ("ko", "위성", "위성은", True),
        ("ja", "衛星", "衛星は", True),
        ("zh", "卫星", "卫星轨道", False),
        ("ja", "衛星", "衛星ロケット", False),
    ],
)
def test_an_ending_is_no_other_word(language: str, term: str, query: str, found: bool) -> None:
    """In scripts without spaces two words stand as one and its ending do elsewhere."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        concept = Concept("c", (Term(term, language),))
        store.put_concepts(store.put_glossary("g", Glossary(())), [concept])

        hits = [(hit.tier, hit.term.text) for hit in find_terms(query, [], store)]
        assert hits == ([("inflected", term)] if found else [])
