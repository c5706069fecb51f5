"""Model values of every kind, with all that a file may say, for properties."""

from hypothesis import strategies as st

from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    DataCategory,
    Definition,
    Glossary,
    LanguageSection,
    ProcessStatus,
    Relation,
    Scope,
    Term,
)
from termbase.model.unit import (
    InlineCode,
    MemoryHeader,
    Note,
    Property,
    TranslationUnit,
    UserEncoding,
    Variant,
)

WORDS = ["l'État", "de l’Union", "«", "8,57", "Союзное", " ", "\u202f", "e\u0301", "\n", "𝐀", '"']
texts = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
filled = texts.filter(lambda text: text.strip())
languages = st.sampled_from(["fr", "en", "ru", "fr-CA", "FR", "sr-Latn-RS", "fr_FR", "zh"])
attributes = st.lists(st.tuples(texts, texts), max_size=2).map(tuple)


def several(values, most=2):
    """Return a strategy for short tuples."""
    return st.lists(values, max_size=most).map(tuple)


codes = st.recursive(
    texts,
    lambda inside: st.builds(
        InlineCode,
        st.sampled_from(["bpt", "ept", "ph", "it", "hi", "ut", "sub"]),
        attributes,
        several(inside),
    ),
    max_leaves=4,
)
contents = several(codes, 3)
properties = several(st.builds(Property, texts, texts, attributes))
notes = several(st.builds(Note, texts, attributes))
tags = languages | st.sampled_from(["x-own", "tlh"])
variants = st.builds(Variant, tags, contents, attributes, properties, notes)
units = st.builds(
    TranslationUnit,
    variants=st.lists(variants, min_size=1, max_size=3).map(tuple),
    id=texts,
    attributes=attributes,
    properties=properties,
    notes=notes,
    line=st.none(),
)
headers = st.builds(
    MemoryHeader,
    tags | st.just("*all*"),
    attributes,
    properties,
    notes,
    several(st.builds(UserEncoding, attributes, several(attributes))),
)

categories = st.recursive(
    st.builds(DataCategory, texts, texts, texts, texts, attributes, st.just(()), contents),
    lambda inside: st.builds(DataCategory, texts, texts, texts, companions=several(inside)),
    max_leaves=3,
)
extras = several(categories)
_FREE = [
    "part_of_speech", "gender", "number", "type", "match", "case", "customer", "project",
    "region", "context", "note", "source", "reliability", "id",
]  # fmt: skip


@st.composite
def terms(draw):
    """Return a term with any status, and forbidden where that is allowed."""
    status = draw(st.none() | st.sampled_from(AdministrativeStatus))
    banned = status in {AdministrativeStatus.DEPRECATED, AdministrativeStatus.SUPERSEDED}
    return Term(
        draw(filled),
        draw(languages),
        status,
        draw(st.none() | st.sampled_from(Scope)) if banned else None,
        draw(st.none() | st.sampled_from(ProcessStatus)),
        extras=draw(extras),
        **draw(st.dictionaries(st.sampled_from(_FREE), texts, max_size=4)),
    )


concepts = st.builds(
    Concept,
    id=texts.filter(bool),
    terms=st.lists(terms(), min_size=1, max_size=3).map(tuple),
    subject=texts,
    definitions=several(
        st.builds(Definition, st.just("") | languages, texts, attributes, extras, contents)
    ),
    relations=several(st.builds(Relation, texts, texts, texts)),
    notes=several(texts),
    extras=extras,
    place=texts,
    sections=several(st.builds(LanguageSection, languages, st.integers(0, 3), extras)),
)
abouts = st.builds(
    Glossary, st.just(()), texts, texts, texts, texts, several(categories), several(categories)
)
