"""TBX: every edition is read, every dialect is valid, and everything that a term says survives."""

import io
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from formats.values import SCHEMAS, glossaries, needs_jing, needs_schemas, patient
from termbase.errors import FormatError, InputError
from termbase.formats.tbx import read_glossary, write_glossary
from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    DataCategory,
    Definition,
    Glossary,
    ProcessStatus,
    Relation,
    Scope,
    Term,
)
from termbase.model.unit import InlineCode
from termbase.model.wishes import Wishes
from termbase.usecases.examine_file import examine_glossary

DIALECTS = ["basic", "min", "core", "v2"]
UNION = Concept(
    "c1",
    (
        Term("État de l'Union", "fr", AdministrativeStatus.PREFERRED, gender="masculine"),
        Term("Union State", "en", AdministrativeStatus.PREFERRED, type="fullForm"),
        Term("State of the Union", "en", AdministrativeStatus.DEPRECATED, Scope.BILINGUAL),
    ),
    "politics",
    (Definition("fr", "Union de la Russie et de la Biélorussie."),),
    (Relation("broader", "c2"), Relation("see", "c9")),
    ("Faux ami.",),
)
ALLIANCE = Concept(
    "c2", (Term("alliance", "fr", process=ProcessStatus.CANDIDATE, number="plural"),)
)


def written(concepts, dialect="", *, style="", **options):
    stream = io.BytesIO()
    glossary = concepts if isinstance(concepts, Glossary) else Glossary(tuple(concepts))
    write_glossary(stream, glossary, wishes=Wishes(dialect=dialect, style=style), **options)
    return stream.getvalue()


def read(folder, data):
    path = folder / "x.tbx"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    repairs = []
    return read_glossary(str(path), report=repairs.append), repairs


def without_place(concepts):
    return tuple(replace(one, place="") for one in concepts)


@pytest.mark.parametrize("dialect", DIALECTS)
@patient
@given(found=glossaries)
def test_any_concept_survives(tmp_path_factory, dialect, found):
    """Every attribute, note, relation and extra of a concept is read back, in every dialect."""
    glossary, repairs = read(tmp_path_factory.mktemp("tbx"), written(found, dialect))

    assert without_place(glossary.concepts) == found
    assert repairs == []


@needs_schemas
@patient
@given(found=glossaries)
def test_v2_is_valid(found):
    """The DTD of TBX v2 accepts every glossary that we can hold."""
    dtd = etree.DTD(str(SCHEMAS / "tbx" / "TBXcoreStructV02.dtd"))

    assert dtd.validate(etree.fromstring(written(found, "v2"))), dtd.error_log


@needs_schemas
@patient
@given(found=glossaries)
def test_the_core_structure_is_valid(found):
    """The RNG schema of TBX 2019 accepts every dialect."""
    schema = etree.RelaxNG(etree.parse(str(SCHEMAS / "tbx3" / "TBXcoreStructV03.rng")))

    for dialect in ("core", "min", "basic"):
        assert schema.validate(etree.fromstring(written(found, dialect))), schema.error_log


SOURCE = DataCategory("admin", "source", "x")
DATE = DataCategory("date", "", "2026")
TWO = InlineCode("hi", (("type", "subscript"),), ("2",))


def full_glossary(two=TWO):
    """A glossary that says everything, with what dialects differ in."""
    odd = Term(
        "H2O",
        "fr_CA",
        AdministrativeStatus.SUPERSEDED,
        Scope.ALWAYS,
        ProcessStatus.PROVISIONAL,
        part_of_speech="n. f.",
        gender="f.",
        number="plural",
        type="sigle",
        match="regex",
        case="any",
        customer="Roscosmos",
        project="Oural",
        region="Québec",
        context="L'eau\nest là.",
        note="termbase:note=x",
        source="article",
        reliability="4",
        id="1 2",
        extras=(
            DataCategory("group", "term", "", markup=("H", two, "O")),
            DataCategory(
                "group", "context", "", companions=(DataCategory("admin", "source", "x"),)
            ),
            DataCategory("termNote", "termType", "acronym"),
            DataCategory("termNote", "register", "neutralRegister"),
            DataCategory("transac", "transactionType", "origination", companions=(DATE,)),
            DataCategory("xref", "externalCrossReference", "site", "https://example.org/a?b&c"),
            DataCategory("xref", "corpusTrace", "trace", "x"),
            DataCategory("ref", "crossReference", "see", "gone"),
        ),
    )
    return Glossary(
        (UNION, ALLIANCE, Concept("été & 1", (odd,), extras=(DataCategory("admin", "x", "y"),))),
        title="Espace",
        language="fr",
    )


def test_a_full_glossary_survives_every_dialect(tmp_path):
    """Markup, groups, dates, dangling pointers and odd ids come back as they were."""
    for dialect in DIALECTS:
        for style in ("dca", "dct"):
            # The published Schematron of DCT allows no type on an inline element.
            full = full_glossary(TWO if style == "dca" else replace(TWO, attributes=()))
            glossary, _ = read(tmp_path, written(full, dialect, style=style))

            assert without_place(glossary.concepts) == full.concepts, (dialect, style)
            assert glossary.title == "Espace"


@needs_schemas
@needs_jing
@pytest.mark.parametrize(
    ("dialect", "style", "schemas"),
    [
        ("core", "dca", ["TBXcoreStructV03.rng", "TBX-Core.sch"]),
        ("min", "dca", ["TBXcoreStructV03.rng", "TBX-Min_DCA.sch"]),
        ("basic", "dca", ["TBXcoreStructV03_TBX-Basic_integrated.rng", "TBX-Basic_DCA.sch"]),
        ("min", "dct", ["TBXcoreStructV03.rng", "TBX-Min_local.nvdl"]),
        ("basic", "dct", ["TBXcoreStructV03.rng", "TBX-Basic_local.nvdl"]),
    ],
)
def test_jing_accepts_every_dialect(tmp_path, dialect, style, schemas):
    """Structure and data categories are valid, by RNG and by Schematron."""
    path = tmp_path / "x.tbx"
    path.write_bytes(written(full_glossary(), dialect, style=style))

    for schema in schemas:
        command = ["jing", str(SCHEMAS / "tbx3" / schema), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "error" not in done.stdout + done.stderr, done.stdout


def test_the_bytes_are_pinned():
    """Basic is the default; what it has no category for is a note; nothing depends on the day."""
    assert written([UNION, ALLIANCE]).decode() == PINNED
    assert written([UNION, ALLIANCE]) == written([UNION, ALLIANCE], "basic", style="dca")


PINNED = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>written by termbase</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="c1">
        <descrip type="subjectField">politics</descrip>
        <ref type="crossReference" target="c2"/>
        <note>termbase:relation=broader:c2</note>
        <note>termbase:relation=see:c9</note>
        <note>Faux ami.</note>
        <langSec xml:lang="fr">
          <descrip type="definition">Union de la Russie et de la Biélorussie.</descrip>
          <termSec>
            <term>État de l'Union</term>
            <termNote type="grammaticalGender">masculine</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </termSec>
        </langSec>
        <langSec xml:lang="en">
          <termSec>
            <term>Union State</term>
            <termNote type="termType">fullForm</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </termSec>
          <termSec>
            <term>State of the Union</term>
            <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
            <note>termbase:forbidden=bilingual</note>
          </termSec>
        </langSec>
      </conceptEntry>
      <conceptEntry id="c2">
        <langSec xml:lang="fr">
          <termSec>
            <term>alliance</term>
            <note>termbase:number=plural</note>
            <note>termbase:process=candidate</note>
          </termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
"""

MARTIF = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
<martifHeader><fileDesc><titleStmt><title>Espace</title></titleStmt>
<sourceDesc><p>une source</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c1">
  <descrip type="subjectField">space</descrip>
  <descripGrp><descrip type="definition">Un engin
      qui vole.</descrip><admin type="source">ISO</admin></descripGrp>
  <langSet xml:lang="fr">
    <tig><term id="t1">engin spatial</term><termNote type="partOfSpeech">noun</termNote>
      <note>À voir.</note></tig>
    <ntig><termGrp><term>astronef</term>
      <termNoteGrp><termNote type="administrativeStatus">deprecated</termNote>
        <note>vieilli</note></termNoteGrp></termGrp></ntig>
  </langSet>
  <langSet xml:lang="fr"><note>à part</note><tig><term>spationef</term></tig></langSet>
  <langSet xml:lang="ru"><tig><term></term></tig></langSet>
  <langSet xml:lang="klingon"><tig><term>x</term></tig></langSet>
</termEntry>
<termEntry id="c2"><note>rien</note></termEntry>
</body><back><refObjectList type="responsiblePerson"><refObject id="p1">
<item type="name">Anna</item></refObject></refObjectList></back></text></martif>
"""


@pytest.mark.parametrize(
    ("kind", "word", "status"),
    [
        ("normativeAuthorization", "deprecatedTerm", "deprecated"),
        ("normativeAuthorization", "preferredTerm", "preferred"),
        ("normativeAuthorization", "proposed", ""),
        ("administrativeStatus", "standardizedTerm-admn-sts", "admitted"),
        ("administrativeStatus", "legalTerm-admn-sts", "admitted"),
        ("administrativeStatus", "notRecommended", "deprecated"),
        ("administrativeStatus", "often", ""),
    ],
)
def test_a_status_of_any_edition_says_how_a_term_may_be_used(tmp_path, kind, word, status):
    """Terms to avoid came in as all others; what stands in the file is kept besides."""
    note = f'<termNote type="{kind}">{word}</termNote>'
    file = MARTIF.replace('<termNote type="partOfSpeech">noun</termNote>', note)
    (concept,) = read(tmp_path, file)[0].concepts
    out = written(Glossary((concept,)), dialect="v2")
    (again,) = read(tmp_path, out)[0].concepts

    first = concept.terms[0].status
    assert (first.word if first else "") == status
    assert again == replace(concept, place=again.place)
    assert f"{note}".encode() in out


def test_what_others_write_in_v2_is_kept(tmp_path):
    """tig and ntig, groups, split languages, header and back matter; broken parts are reported."""
    glossary, repairs = read(tmp_path, MARTIF)
    (concept,) = glossary.concepts
    again, _ = read(tmp_path, written(glossary))

    assert [one.text for one in concept.terms] == ["engin spatial", "astronef", "spationef"]
    assert concept.terms[0].id == "t1"
    assert concept.terms[0].note == "À voir."
    assert concept.terms[1].status is AdministrativeStatus.DEPRECATED
    assert concept.definitions[0].text == "Un engin qui vole."
    assert concept.definitions[0].companions == (DataCategory("admin", "source", "ISO"),)
    assert [one.size for one in concept.sections] == [2, 1]
    assert concept.place.endswith("x.tbx:7")
    assert glossary.dialect == "v2"
    assert [one.line for one in repairs] == [19, 19, 20, 20, 22]
    assert all(one.rejected for one in repairs)
    assert without_place(again.concepts) == without_place(glossary.concepts)
    assert again.back == glossary.back


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Preferred", AdministrativeStatus.PREFERRED),
        ("admittedTerm", AdministrativeStatus.ADMITTED),
        ("supersededTerm-Admn-Sts", AdministrativeStatus.SUPERSEDED),
        ("forbidden", AdministrativeStatus.DEPRECATED),
        ("obsolete", AdministrativeStatus.SUPERSEDED),
    ],
)
def test_words_of_other_tools_for_a_status_are_known_and_kept(tmp_path, word, status):
    """A term that Weblate forbids is never proposed, and goes back to Weblate as it came."""
    glossary, _ = read(tmp_path, MARTIF.replace(">deprecated<", f">{word}<"))

    assert glossary.concepts[0].terms[1].status is status
    assert f">{word}<" in written(glossary).decode()


def test_a_dialect_gets_its_own_word_for_a_status(tmp_path):
    """TBX-Basic knows no «preferred»: others see what it means, we read the word as it came."""
    data = PINNED.replace("preferredTerm-admn-sts", "preferred")
    glossary, _ = read(tmp_path, data)
    again = written(glossary)

    assert b">preferredTerm-admn-sts<" in again
    assert b"<note>termbase:status=preferred</note>" in again
    assert without_place(read(tmp_path, again)[0].concepts) == without_place(glossary.concepts)


def test_a_finer_word_stands_in_a_note_beside_a_coarser_category(tmp_path):
    """TBX-Basic knows nouns, not proper nouns: other tools see a noun, we read a proper noun."""
    concept = Concept("c1", (Term("Roscosmos", "fr", part_of_speech="properNoun"),))
    data = written([concept])

    assert b'<termNote type="partOfSpeech">noun</termNote>' in data
    assert b"<note>termbase:part_of_speech=properNoun</note>" in data
    assert without_place(read(tmp_path, data)[0].concepts) == (concept,)


DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1"><min:subjectField>space</min:subjectField><langSec xml:lang="fr">
<descripGrp><basic:definition>Un engin.</basic:definition></descripGrp>
<termSec><term>engin spatial</term><min:partOfSpeech>noun</min:partOfSpeech>
<basic:context>Les engins.</basic:context></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def test_dct_is_read_as_dca_and_written_as_it_came(tmp_path):
    """Categories as elements mean the same as categories as attributes."""
    glossary, _ = read(tmp_path, DCT)
    (concept,) = glossary.concepts

    assert concept.subject == "space"
    assert concept.definitions == (Definition("fr", "Un engin."),)
    assert concept.terms == (
        Term("engin spatial", "fr", part_of_speech="noun", context="Les engins."),
    )
    assert b"<basic:context>Les engins.</basic:context>" in written(glossary)


FIRST_MIN = """<TBX dialect="TBX-Min"><header><id>s</id><creator>Klaus</creator>
<languages source="de" target="en"/></header><body><entry id="C2">
<subjectField>biology</subjectField><langGroup xml:lang="en">
<termGroup><term>dog</term><customer>SAP</customer><note>cute!</note>
<termStatus>notRecommended</termStatus><partOfSpeech>noun</partOfSpeech></termGroup></langGroup>
</entry></body></TBX>"""


def test_the_first_tbx_min_is_read_as_that_of_2019(tmp_path):
    """Its own names mean what the data categories of 2019 mean; it says who made it."""
    glossary, repairs = read(tmp_path, FIRST_MIN)
    (concept,) = glossary.concepts
    (term,) = concept.terms

    assert (concept.id, concept.subject) == ("C2", "biology")
    assert (term.text, term.language, term.note) == ("dog", "en", "cute!")
    assert (term.status, term.part_of_speech) == (AdministrativeStatus.DEPRECATED, "noun")
    assert term.customer == "SAP"
    assert b"<p>creator: Klaus</p>" in written(glossary)
    assert [one.action for one in repairs] == ["read as that of 2019"]


def test_a_language_without_its_prefix_is_read_and_told(tmp_path):
    """Some tools write lang for xml:lang."""
    glossary, repairs = read(tmp_path, MARTIF.replace('xml:lang="klingon"', 'lang="de"'))

    assert "de" in [term.language for one in glossary.concepts for term in one.terms]
    assert "<langSet> with lang" in [one.problem for one in repairs]


PARTS = """<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p>
</sourceDesc></fileDesc></martifHeader><text><body><termEntry id="c1"><langSet xml:lang="en">
<ntig><termGrp><term>smoothing</term>
<termCompList type="morphologicalElement"><admin type="source">D</admin>
<termComp>smooth</termComp><termCompGrp><termComp>ing</termComp>
<termNote type="termType">x</termNote></termCompGrp></termCompList></termGrp></ntig>
</langSet></termEntry></body><back>
<refObjectList type="bibl"><refObject id="r1"><itemGrp><item>ISO</item><note>2019</note></itemGrp>
</refObject></refObjectList></back></text></martif>"""


@needs_schemas
def test_parts_of_terms_and_of_references_stay_where_they_stand(tmp_path):
    """What v2 has an element for is no note of ours, and stays valid."""
    data = written(read(tmp_path, PARTS)[0])
    lines = [line.strip() for line in data.decode().splitlines()]

    assert all(line in lines for line in ("<termComp>ing</termComp>", "<note>2019</note>"))
    assert "termbase:" not in data.decode()
    dtd = etree.DTD(str(SCHEMAS / "tbx" / "TBXcoreStructV02.dtd"))
    assert dtd.validate(etree.fromstring(data)), dtd.error_log


def test_references_keep_their_ids_in_dct(tmp_path):
    """Elements of the core structure have ids in either style."""
    behind = '<back><refObjectSec type="respPerson"><refObject id="r1"><item type="fn">A</item>'
    text = DCT.replace("</text>", behind + "</refObject></refObjectSec></back></text>")

    assert b'<refObject id="r1">' in written(read(tmp_path, text)[0])


def test_two_concepts_of_one_id_are_both_kept(tmp_path):
    """The second one is numbered, and reported."""
    data = written([ALLIANCE]).replace(b"</conceptEntry>", b"</conceptEntry>@", 1)
    entry = data[data.index(b"<conceptEntry") : data.index(b"@")]
    glossary, repairs = read(tmp_path, data.replace(b"@", entry))

    assert [one.id for one in glossary.concepts] == ["c2", "c2-2"]
    assert "stands there twice" in repairs[0].problem


@pytest.mark.parametrize(
    ("data", "message"),
    [("<martif>", "not well-formed"), ("<tmx/>", "its root is <tmx>"), ("", "the file is empty")],
)
def test_what_is_no_tbx_is_refused(tmp_path, data, message):
    """The error names the file and the cause."""
    with pytest.raises(FormatError, match=message):
        read(tmp_path, data)


@pytest.mark.parametrize("wrong", [{"dialect": "v9"}, {"style": "x"}])
def test_an_unknown_dialect_is_refused(wrong):
    """The error names the dialects and styles that there are."""
    with pytest.raises(InputError, match="use "):
        written([UNION], **wrong)


def test_a_language_is_handed_down(tmp_path):
    """As XML has it, and told; a reference to what is not there is a fault."""
    path = tmp_path / "a.tbx"
    path.write_text(
        '<martif type="TBX" xml:lang="en"><text><body><termEntry id="a"><ref target="z">b</ref>'
        "<langSet><tig><term>cat</term></tig></langSet></termEntry></body></text></martif>"
    )
    found = []
    glossary = read_glossary(str(path), report=found.append)
    examine_glossary(str(path), glossary, found.append)

    assert glossary.concepts[0].terms == (Term("cat", "en"),)
    assert [one.problem for one in found] == [
        "<langSet> without xml:lang",
        "concept «a» refers to «z», which is missing",
    ]


def test_what_a_dialect_has_not_is_a_fault(tmp_path):
    """Types of termNote, once each; what a term may not hold; references of terms to nothing."""
    path = tmp_path / "a.tbx"
    ref = '<ref type="crossReference" target="{}">x</ref>'
    path.write_text(
        '<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body><conceptEntry id="a">\n'
        '<langSec id="l" xml:lang="en"><termSec><term>cat <ref target="a">b</ref></term>\n'
        '<termNote type="mood">x</termNote>'
        f'<termNote type="mood">y</termNote><termNote>z</termNote>{ref.format("q")}\n'
        f'{ref.format("a")}{ref.format("l")}{ref.format("r1")}<termNote type="termType">acronym'
        "</termNote></termSec></langSec></conceptEntry></body>"
        '<back><refObjectSec><refObject id="r1"><item>x</item></refObject></refObjectSec></back>'
        "</text></tbx>"
    )
    found = []
    glossary = read_glossary(str(path), report=found.append)
    examine_glossary(str(path), glossary, found.append)

    assert [(one.line, one.problem) for one in found] == [
        (3, "TBX-Basic has no termNote «mood»"),
        (3, "termNote without type"),
        (2, "<ref> inside a <term>, which TBX forbids"),
        (1, "concept «a» refers to «q», which is missing"),
    ]


def test_comments_of_a_table_are_told():
    """TBX has no place for them."""
    glossary = Glossary(
        (Concept("c", (Term("a", "fr"),)),), header=(DataCategory("comment", "", "# x"),)
    )
    told = []
    write_glossary(io.BytesIO(), glossary, report=told.append)

    assert [one.problem for one in told] == ["the comments of the table"]


def test_what_has_no_place_to_be_kept_is_told(tmp_path):
    """Texts between elements and attributes that TBX does not know."""
    data = (
        '<martif type="TBX"><text><body>\n'
        '<termEntry id="c" odd="1">in entry<langSet xml:lang="fr" odd="1"><ntig odd="1">\n'
        '<termGrp id="g"><term>a</term></termGrp>in term</ntig>\n'
        '<descripGrp id="d"><descrip>x</descrip></descripGrp></langSet></termEntry>\n'
        "</body></text></martif>"
    )
    glossary, repairs = read(tmp_path, data)

    assert len(glossary.concepts) == 1
    assert [(one.line, one.problem, one.action) for one in repairs] == [
        (2, "<termEntry> with odd", "left out"),
        (2, "text in <termEntry>: «in entry»", "left out"),
        (2, "<langSet> with odd", "left out"),
        (4, "<descripGrp> with id", "left out"),
        (2, "<ntig> with odd", "left out"),
        (2, "text in <ntig>: «in term»", "left out"),
        (3, "<termGrp> with id", "left out"),
    ]


def test_a_term_that_is_left_out_is_kept_as_it_stands(tmp_path):
    """So that it can be mended and imported again."""
    section = '<langSet xml:lang="fr"><tig id="t"><term/><note>n</note></tig></langSet>'
    data = f'<martif type="TBX"><text><body><termEntry>{section}</termEntry></body></text></martif>'
    _, repairs = read(tmp_path, data)

    assert [one.record for one in repairs] == [
        '<tig id="t"><term/><note>n</note></tig>',
        section,
        f"<termEntry>{section}</termEntry>",
    ]


@needs_schemas
@pytest.mark.parametrize("name", ["ёлка", "術語1", "ł-2", "καλή", "한글", "を.x"])
def test_an_id_that_xml_takes_stays_in_every_script(name):
    """What XML forbids in a name is replaced, and stands in a note."""
    found = [replace(UNION, id=name), replace(ALLIANCE, id="1 2")]
    data = written(found, "v2")
    dtd = etree.DTD(str(SCHEMAS / "tbx" / "TBXcoreStructV02.dtd"))

    assert f'<termEntry id="{name}">' in data.decode()
    assert "<note>termbase:id=1 2</note>" in data.decode()
    assert dtd.validate(etree.fromstring(data)), dtd.error_log


def test_a_glossary_without_concepts_cannot_be_valid_in_v2():
    """That is told; TBX 2019 may be without any."""
    told = []
    for dialect in DIALECTS:
        written([], dialect, report=told.append)

    assert [one.problem for one in told] == ["no concept, where TBX of 2008 demands one"]
