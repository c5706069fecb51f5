"""Units, concepts and texts as files hold them, for properties; and where the schemas stand."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    DataCategory,
    Definition,
    ProcessStatus,
    Relation,
    Scope,
    Term,
)
from termbase.model.unit import InlineCode, MemoryHeader, Note, Property, TranslationUnit, Variant

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT.parent / "shared" / "eval" / "interop" / "schemas"
CORPUS = ROOT.parent / "shared" / "eval" / "interop" / "corpus"

needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason=f"no schemas in {SCHEMAS}")
needs_xmllint = pytest.mark.skipif(not shutil.which("xmllint"), reason="xmllint is not installed")
needs_jing = pytest.mark.skipif(not shutil.which("jing"), reason="jing is not installed")

patient = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties over big values, on a machine that may be busy."""

WORDS = ["l'État", "de l’Union", "«", "»", "8,57", "Союзное", " ", "  ", "\u202f", "é", "e\u0301"]
ODD = ["<b>", "&amp;", "]]>", '"', "'", "\t", "=1+1", "-ment", "@x", "#1", ";", ",", "{", "𝐀", ":"]
BREAKS = ["\n", "\r\n", "\r", " \n "]
sayable = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\r\t"
)
texts = st.sampled_from(
    [
        "",
        *WORDS,
        *ODD,
        *BREAKS,
        "l'État de l’Union",
        " a  b ",
        "a\n\n b",
        '#"a"',
        "termbase:note=x",
        "été;",
    ]
) | st.text(sayable, max_size=6)
filled = texts.filter(lambda text: text.strip())
names = st.text("abcdefgxyz-.", min_size=1, max_size=8).map(lambda text: f"x{text}")
languages = st.sampled_from(["fr", "en", "ru", "fr-CA", "FR", "sr-Latn-RS", "fr_FR"])


def _merged(parts):
    """Join neighbouring texts, as a reader meets them, and drop empty ones."""
    merged = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        elif part != "":
            merged.append(part)
    return tuple(merged)


def _codes(text_inside):
    number = st.integers(1, 9).map(str)
    native = st.lists(texts, max_size=2).map(_merged)
    sub = st.builds(
        InlineCode,
        st.just("sub"),
        st.just(()) | texts.map(lambda text: (("type", text),)),
        st.lists(text_inside, max_size=2).map(_merged),
    )
    inside = st.lists(texts | sub, max_size=2).map(_merged)
    return st.one_of(
        st.builds(InlineCode, st.just("bpt"), number.map(lambda i: (("i", i),)), inside),
        st.builds(InlineCode, st.just("ept"), number.map(lambda i: (("i", i),)), native),
        st.builds(InlineCode, st.just("it"), st.just((("pos", "begin"), ("x", "1"))), inside),
        st.builds(InlineCode, st.just("ph"), texts.map(lambda x: (("type", x),)), inside),
        st.builds(InlineCode, st.just("ut"), st.just(()), native),
        st.builds(
            InlineCode, st.just("hi"), st.just(()), st.lists(text_inside, max_size=2).map(_merged)
        ),
    )


contents = st.lists(st.recursive(texts, _codes, max_leaves=6), max_size=4).map(_merged)
attributes = st.dictionaries(
    st.sampled_from(["creationdate", "changeid", "usagecount", "o-encoding"]), texts, max_size=3
).map(lambda given: tuple(given.items()))
notes = st.lists(st.builds(Note, texts), max_size=2).map(tuple)
properties = st.lists(
    st.builds(Property, names, texts, st.just(()) | st.just((("xml:lang", "fr"),))), max_size=2
).map(tuple)
variants = st.builds(Variant, languages, contents, attributes, properties, notes)
units = st.builds(
    TranslationUnit,
    st.lists(variants, min_size=1, max_size=3).map(tuple),
    texts,
    attributes,
    properties,
    notes,
)
headers = st.builds(
    MemoryHeader,
    languages | st.just("*all*"),
    st.just(
        (
            ("creationtool", "x"),
            ("creationtoolversion", "1"),
            ("segtype", "sentence"),
            ("o-tmf", "x"),
            ("adminlang", "en"),
            ("datatype", "xml"),
        )
    ),
    properties,
    notes,
)


PLAIN = ["customer", "project", "region", "context", "note", "source", "reliability"]


@st.composite
def terms(draw, language):
    """Return a term as any source may have it."""
    status = draw(st.none() | st.sampled_from(AdministrativeStatus))
    banned = status in {AdministrativeStatus.DEPRECATED, AdministrativeStatus.SUPERSEDED}
    said = draw(st.dictionaries(st.sampled_from(PLAIN), filled, max_size=3))
    return Term(
        draw(filled),
        language,
        status,
        draw(st.none() | st.sampled_from(Scope)) if banned else None,
        draw(st.none() | st.sampled_from(ProcessStatus)),
        part_of_speech=draw(st.sampled_from(["", "noun", "properNoun", "n. f."])),
        gender=draw(st.sampled_from(["", "masculine", "f."])),
        number=draw(st.sampled_from(["", "plural"])),
        type=draw(st.sampled_from(["", "fullForm", "acronym", "sigle"])),
        match=draw(st.sampled_from(["inflected", "exact", "stem", "regex"])),
        case=draw(st.sampled_from(["auto", "exact", "any"])),
        extras=draw(extras),
        **said,
    )


extras = st.lists(
    st.builds(
        DataCategory,
        st.sampled_from(["admin", "descrip"]),
        st.sampled_from(["entrySource", "explanation"]),
        filled,
    )
    | st.builds(DataCategory, st.just("column"), st.sampled_from(["url", "level"]), filled),
    max_size=2,
    unique_by=lambda one: one.type,
).map(lambda found: tuple(sorted(found, key=lambda one: one.type)))


@st.composite
def concepts(draw, id):
    """Return a concept with the terms of each language together."""
    spoken = draw(st.lists(languages, min_size=1, max_size=3, unique=True))
    found = tuple(draw(terms(one)) for one in spoken for _ in range(draw(st.integers(1, 2))))
    said = [Definition(one, draw(filled)) for one in spoken if draw(st.booleans())]
    top = [Definition("", draw(filled))] if draw(st.booleans()) else []
    relation = st.builds(
        Relation,
        st.sampled_from(["see", "broader", "narrower", "related", "part-of"]),
        st.sampled_from(["c1", "c 2", "nowhere"]),
        st.just("") | filled,
    )
    return Concept(
        id,
        found,
        draw(st.just("") | filled),
        tuple(top + said),
        tuple(draw(st.lists(relation, max_size=2, unique=True))),
        tuple(draw(st.lists(filled, max_size=2))),
        draw(extras),
    )


glossaries = st.sampled_from([("c1",), ("c1", "c 2"), ("ид", "c1", "c-1")]).flatmap(
    lambda ids: st.tuples(*(concepts(one) for one in ids))
)
