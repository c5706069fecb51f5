"""XLIFF 1.2 from scratch: valid, with the texts that our reader and others find again."""

import io
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.xliff import xlifffile

from formats import values
from formats.values import SCHEMAS, needs_schemas, needs_xmllint, patient
from termbase.errors import InputError
from termbase.formats._markup import sayable
from termbase.formats.xliff import read_memory, write_memory
from termbase.model.repair import Repair
from termbase.model.unit import (
    InlineCode,
    MemoryHeader,
    Note,
    Property,
    TranslationUnit,
    Variant,
)
from termbase.model.wishes import Wishes

FRENCH_RUSSIAN = Wishes(source="fr", target="ru")
BOLD = (
    "Le ",
    InlineCode("bpt", (("i", "1"), ("type", "bold")), ("<b>",)),
    "seau",
    InlineCode("ept", (("i", "1"),), ("</b>",)),
    InlineCode("ph", (), ("<br/>",)),
)


def pair(source, target, id="", **said):
    texts = (("fr", source), ("ru", target))
    return TranslationUnit(tuple(Variant(one, (text,)) for one, text in texts), id, **said)


def written(units, header=None, wishes=FRENCH_RUSSIAN, report=None):
    stream = io.BytesIO()
    write_memory(stream, header or MemoryHeader("fr"), units, wishes=wishes, report=report)
    return stream.getvalue().decode()


def read(folder, text):
    path = folder / "a.xlf"
    path.write_text(text, encoding="utf-8", newline="")
    return list(read_memory(str(path))[1])


def test_a_unit_has_its_codes_its_notes_and_its_state():
    """Codes of one name have one id in both texts."""
    unit = TranslationUnit(
        (Variant("fr", BOLD), Variant("ru", BOLD[1:], notes=(Note("à voir"),))),
        "k 1",
        properties=(Property("x-state", "final"), Property("x-context", "menu")),
        notes=(Note("sans \x01 article"),),
    )
    codes = '<bpt id="1" ctype="bold">&lt;b&gt;</bpt>seau<ept id="1">&lt;/b&gt;</ept>'
    assert (
        '      <trans-unit id="k 1" resname="menu" xml:space="preserve">\n'
        f'        <source>Le {codes}<ph id="2">&lt;br/&gt;</ph></source>\n'
        f'        <target state="final">{codes}<ph id="2">&lt;br/&gt;</ph></target>\n'
        "        <note>sans  article</note>\n"
        '        <note annotates="target">à voir</note>\n'
        "      </trans-unit>\n"
    ) in written([unit])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (InlineCode("bpt", (("i", "1"),), ("<b>",)), '<it id="1" pos="open">&lt;b&gt;</it>'),
        (InlineCode("ept", (("i", "7"),)), '<it id="1" pos="close"/>'),
        (InlineCode("it", (("pos", "end"),), ("x",)), '<it id="1" pos="close">x</it>'),
        (InlineCode("ut", (), ("x",)), '<ph id="1">x</ph>'),
        (InlineCode("ph", (("type", "my own"),)), '<ph id="1" ctype="x-my-own"/>'),
        (InlineCode("ph", (("type", "lb"),)), '<ph id="1" ctype="lb"/>'),
        (InlineCode("hi", (("type", "seg"),), ("x",)), '<mrk mtype="x-seg">x</mrk>'),
        (InlineCode("hi", (), ("x",)), '<mrk mtype="x-hi">x</mrk>'),
    ],
)
def test_each_code_of_tmx_has_one_of_xliff(code, expected):
    """Halves without the other half stand alone; types that XLIFF does not know begin with x-."""
    assert f"<source>{expected}</source>" in written([TranslationUnit((Variant("fr", (code,)),))])


def test_what_xliff_cannot_say_is_reported():
    """Dates, properties, text within codes, and units without a source."""
    inside = InlineCode("ph", (), ("a", InlineCode("sub", (), ("b",))))
    unit = TranslationUnit(
        (Variant("fr", (inside,)),), "k", (("changeid", "x"),), (Property("x-client", "y"),)
    )
    mends: list[Repair] = []
    text = written([unit, TranslationUnit((Variant("ru", ("z",)),))], report=mends.append)

    assert '<ph id="1">ab</ph>' in text
    assert [str(one) for one in mends] == [
        "unit k: <sub> inside <ph>; written as its text",
        "unit 2: a unit without a text in fr; left out",
        "XLIFF: dates, authors and the like of 1 unit; left out",
        "XLIFF: properties of 1 unit; left out",
    ]


def test_two_texts_of_one_language_make_two_units(tmp_path):
    """No text is lost, and no id stands twice."""
    more = Variant("ru-RU", ("ведёрко",))
    one = pair("seau", "ведро", "k")
    units = [TranslationUnit((*one.variants, more), "k"), pair("a", "b", "k")]

    assert [(unit.id, unit.variants[1].text) for unit in read(tmp_path, written(units))] == [
        ("k", "ведро"),
        ("k@2", "ведёрко"),
        ("k@3", "b"),
    ]


@pytest.mark.parametrize(
    ("languages", "there"),
    [((("fr",),), "have fr:"), ((("fr", "ru"), ("fr", "ru", "en")), "have fr, ru, en:"), ((), "")],
)
def test_two_languages_are_needed(languages, there):
    """The error names those that there are, and how two are named."""
    units = [TranslationUnit(tuple(Variant(one, ("x",)) for one in each)) for each in languages]
    with pytest.raises(InputError, match=f"^XLIFF holds a source and a target.*{there}.*--langs"):
        written(units, MemoryHeader("*all*"), Wishes())


def test_languages_are_found_where_nobody_names_them():
    """The header's and the first other one, as BCP 47 tags."""
    unit = TranslationUnit((Variant("FR", ("x",)), Variant("en_GB", ("y",))))
    text = written([unit], MemoryHeader("fr"), Wishes())

    assert 'source-language="fr" target-language="en-GB"' in text


pairs = st.lists(
    st.builds(
        lambda unit, source, target: TranslationUnit(
            (Variant("fr", source), Variant("ru", target)),
            unit.id,
            unit.attributes,
            unit.properties,
            unit.notes,
        ),
        values.units,
        values.contents,
        values.contents,
    ),
    min_size=1,
    max_size=3,
)


@patient
@given(pairs)
def test_any_unit_survives(tmp_path_factory, units):
    """Texts, notes and ids; our reader takes a target without anything for none."""
    again = read(tmp_path_factory.mktemp("x"), written(units))

    assert len(again) == len(units)
    for unit, found in zip(units, again, strict=True):
        assert found.variants[0].text == unit.variants[0].text
        if unit.variants[1].content:
            assert found.variants[1].text == unit.variants[1].text
        assert [one.text for one in found.notes] == [one.text.strip() for one in unit.notes]
        assert not sayable(unit.id) or found.id.startswith(unit.id)
    assert len({found.id for found in again}) == len(again)


@needs_schemas
@needs_xmllint
@patient
@given(pairs)
def test_any_unit_is_valid(tmp_path_factory, units):
    """By the transitional schema of XLIFF 1.2."""
    path = tmp_path_factory.mktemp("x") / "a.xlf"
    path.write_text(written(units), encoding="utf-8", newline="")
    schema = SCHEMAS / "xliff" / "xliff-core-1.2-transitional.xsd"
    command = ["xmllint", "--noout", "--nonet", "--schema", str(schema), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_what_is_not_done_in_po_is_not_done_in_xliff():
    """A fuzzy message needs a review; an obsolete one is told and left out."""
    told = []
    fuzzy, old = Property("x-flag", "fuzzy"), Property("x-obsolete", "yes")
    units = [pair("a", "b", properties=(fuzzy,)), pair("c", "d", properties=(old,))]
    text = written(units, report=told.append)

    assert '<target state="needs-review-translation">b</target>' in text
    assert "<source>c</source>" not in text
    assert [str(one) for one in told] == ["unit 2: an obsolete message of a PO; left out"]


def test_an_approved_unit_stays_approved_with_or_without_a_state(tmp_path):
    """Approval is a thing of its own beside the state."""
    state, approved = Property("x-state", "translated"), Property("x-approved", "yes")
    both = pair("a", "b", "1", properties=(state, approved))
    alone = pair("a", "b", "2", properties=(Property("x-state", "approved"),))
    again = read(tmp_path, written([both, alone, pair("a", "b", "3")]))

    assert [one.properties for one in again] == [both.properties, alone.properties, ()]


def test_translate_toolkit_reads_the_same_texts():
    """Ids, languages, texts with spaces, and notes."""
    units = [pair(" a  b ", "R&D < 5", "k", notes=(Note("mind"),)), pair("l'État", "c\nd")]
    store = xlifffile.parsestring(written(units).encode())

    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("fr", "ru")
    assert [(str(unit.source), str(unit.target)) for unit in store.units] == [
        (" a  b ", "R&D < 5"),
        ("l'État", "c\nd"),
    ]
    assert store.units[0].getnotes() == "mind"
