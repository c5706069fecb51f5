"""Terms and concepts that must not exist cannot be built."""

import pytest

from termbase.errors import UnknownLanguageError
from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    ProcessStatus,
    Scope,
    Term,
    standing,
)

PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = AdministrativeStatus


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0"])
def test_a_term_needs_a_text(text: str) -> None:
    """White space is none."""
    with pytest.raises(ValueError, match="needs a text"):
        Term(text, "fr")


def test_a_term_needs_a_language_that_is_one() -> None:
    """What a file calls its language must be one that we know."""
    with pytest.raises(UnknownLanguageError, match="did you mean «he»"):
        Term("שלום", "iw")


@pytest.mark.parametrize("status", [None, PREFERRED, ADMITTED])
def test_only_what_is_deprecated_or_superseded_can_be_forbidden(status) -> None:
    """A forbidden preferred term would be a contradiction."""
    with pytest.raises(ValueError, match="can be forbidden"):
        Term("State of the Union", "en", status, Scope.ALWAYS)

    assert Term("x", "en", DEPRECATED, Scope.ALWAYS).forbidden is Scope.ALWAYS
    assert Term("x", "en", SUPERSEDED, Scope.BILINGUAL).forbidden is Scope.BILINGUAL


@pytest.mark.parametrize(
    ("status", "process", "enforced"),
    [
        (PREFERRED, None, True),
        (DEPRECATED, ProcessStatus.PROVISIONAL, True),
        (PREFERRED, ProcessStatus.CANDIDATE, False),
        (None, None, False),
        (None, ProcessStatus.FINALIZED, False),
    ],
)
def test_a_term_is_enforced_only_once_somebody_decided(status, process, enforced) -> None:
    """Candidates and terms without a status demand nothing."""
    assert Term("x", "en", status, process=process).enforced is enforced


def test_a_concept_needs_an_id_and_a_term() -> None:
    """Without them nothing could be found or pointed to."""
    with pytest.raises(ValueError, match="needs an id"):
        Concept("", (Term("x", "en"),))
    with pytest.raises(ValueError, match="no term"):
        Concept("c1", ())


def test_terms_stand_by_their_status() -> None:
    """Preferred first, then admitted, unset, superseded, deprecated; equals in their order."""
    order = [DEPRECATED, None, SUPERSEDED, ADMITTED, PREFERRED, None]
    concept = Concept(
        "c1", tuple(Term(str(at), "fr-CA", status) for at, status in enumerate(order))
    )

    assert [one.text for one in concept.terms_in("fr")] == ["4", "3", "1", "5", "2", "0"]
    assert [standing(one) for one in concept.terms_in("fr")] == [0, 1, 2, 2, 3, 4]
    assert concept.terms_in("en") == ()
    assert concept.terms_in("fr-FR") == ()


def test_a_status_has_a_short_word() -> None:
    """Tables and options say preferred, TBX says preferredTerm-admn-sts."""
    assert [one.word for one in AdministrativeStatus] == [
        "preferred",
        "admitted",
        "deprecated",
        "superseded",
    ]
