"""Terms as a base had them at one time: what recognition asks of them, without the base."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.test_term_store import CRAFT, UNION, filled
from termbase.model.concept import AdministrativeStatus, Concept, Term
from termbase.terms import index
from termbase.terms.index import MemoryIndex
from termbase.terms.recognise import Recogniser

_TEXTS = [
    "engin spatial",
    "engins",
    "spatiaux",
    "engin",
    "État de l'Union",
    "etat",
    "le spatial",
    "e-mail",
    "sous-sol",
]
_TAGS = st.sampled_from(["fr", "fr-CA", "en", "ru"])
_STATUS = st.sampled_from([None, *AdministrativeStatus])
_MATCH = st.sampled_from(["inflected", "inflected", "exact", "stem", "regex"])
_TERMS = st.builds(
    lambda text, tag, status, match: Term(text, tag, status, match=match),
    st.sampled_from(_TEXTS),
    _TAGS,
    _STATUS,
    _MATCH,
)
_CONCEPTS = st.lists(st.lists(_TERMS, min_size=1, max_size=4), max_size=4).map(
    lambda many: [Concept(f"c{at}", tuple(terms)) for at, terms in enumerate(many)]
)
_PROSE = st.lists(
    st.sampled_from([*_TEXTS, "Les", ",", "un", "email", "soussols"]), max_size=6
).map(" ".join)


def whole(concept: Concept) -> Concept:
    """Let all of a concept count."""
    return concept


@given(_CONCEPTS, _TAGS, st.lists(_PROSE, max_size=3))
def test_a_listing_is_recognised_as_its_concepts_are(fresh, concepts, tag, texts) -> None:
    """The same terms at the same places, in the same order."""
    with fresh() as store, store.changing():
        filled(store, *concepts)
        listing = store.terms.listing(None, whole)

    assert [*listing] == concepts
    ours = Recogniser((), tag, nouns=False, index=listing.index(tag))
    theirs = Recogniser((), tag, nouns=False, index=MemoryIndex(concepts, tag))
    for text in texts:
        found, wanted = ours.recognise(text, overlaps=True), theirs.recognise(text, overlaps=True)
        assert found == wanted


def test_a_listing_is_what_the_base_was(store) -> None:
    """Whatever becomes of the base; a concept is one value, whichever language one asks in."""
    with store.changing():
        number = filled(store, CRAFT, UNION)
    listing = store.terms.listing("space", whole)
    with store.changing():
        store.terms.clear_glossary(number)

    [french] = Recogniser((), "fr", index=listing.index("fr")).recognise("Deux engins spatiaux.")
    [english] = Recogniser((), "en", index=listing.index("en")).recognise("Two spacecraft.")
    assert french.concept is english.concept
    assert french.concept == CRAFT


def test_what_does_not_count_is_not_found(store) -> None:
    """Neither a concept nor a term of one that is left out, nor another glossary."""
    with store.changing():
        filled(store, CRAFT, UNION)
        filled(store, Concept("x", (Term("spacecraft", "en"),)), name="other")
    listing = store.terms.listing(
        "space", lambda one: Concept(one.id, one.terms[:1]) if one.id == "craft" else None
    )

    assert [one.id for one in listing] == ["craft"]
    assert Recogniser((), "en", index=listing.index("en")).recognise("spacecraft") == []
    assert Recogniser((), "fr", index=listing.index("fr")).recognise("l'État de l'Union") == []


def test_the_keys_of_words_are_taken_from_the_base(store, monkeypatch) -> None:
    """No lexicon is asked for the words of its terms."""
    with store.changing():
        filled(store, CRAFT)
    monkeypatch.setattr(index, "index_keys", lambda *_: pytest.fail("a lexicon was asked"))
    known = Recogniser((), "fr", index=store.terms.listing(None, whole).index("fr"))

    [found] = known.recognise("Des engins spatiaux.")
    assert (found.start, found.end) == (4, 19)
