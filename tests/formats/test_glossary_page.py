"""A glossary as a page: every term stands there and in its index, every link leads somewhere."""

import re
from html import unescape
from io import BytesIO

import pytest

from article import built_glossary
from termbase.formats.glossary_page import write_glossary
from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    Definition,
    Glossary,
    Relation,
    Term,
)


def page(glossary: Glossary) -> str:
    stream = BytesIO()
    write_glossary(stream, glossary)
    return stream.getvalue().decode()


@pytest.fixture(scope="module")
def ours() -> str:
    return page(built_glossary().glossaries[0].glossary)


def test_every_term_stands_in_its_entry_and_in_the_index_of_its_language(ours: str) -> None:
    """Refused ones too: who looks for them shall find what to write instead."""
    for language in ("fr", "en", "ru"):
        index = ours[ours.index(f'id="index-{language}"') :].partition("</section>")[0]
        listed = {unescape(one) for one in re.findall(r">([^<>]+)</a></li>", index)}
        terms = {
            term.text
            for concept in built_glossary().glossaries[0].glossary.concepts
            for term in concept.terms_in(language)
        }
        assert listed == terms


def test_every_link_leads_to_an_entry(ours: str) -> None:
    """And nothing is fetched: the page stands for itself."""
    places = set(re.findall(r'id="([^"]+)"', ours))

    assert set(re.findall(r'href="#([^"]+)"', ours)) <= places
    assert not re.search(r'(?:src|href)="(?!#)', ours)
    assert "@page { size: A4" in ours


def test_marks_letters_and_signs_are_safe() -> None:
    """Statuses show without colour; what looks like markup is text; relations lead back."""
    concepts = (
        Concept(
            "a&b",
            (
                Term("<b>", "en", AdministrativeStatus.PREFERRED, gender="other", note="1 < 2"),
                Term("bee", "en", AdministrativeStatus.DEPRECATED, note="no"),
            ),
            definitions=(Definition("en", "A & B."),),
            relations=(Relation("see", "c"), Relation("see", "nowhere")),
        ),
        Concept("c", (Term("sea", "en"),)),
    )

    said = page(Glossary(concepts, title="T"))

    assert "<strong>&lt;b&gt;</strong>" in said
    assert '<span class="refused">bee</span>' in said
    assert "<p>A &amp; B.</p>" in said
    assert 'see <a href="#c-c">sea</a>' in said
    assert "nowhere" not in said
