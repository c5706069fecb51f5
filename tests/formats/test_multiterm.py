"""MultiTerm XML comes in with all that its fields say, whatever they are called."""

from pathlib import Path

import pytest

from termbase.errors import FormatError
from termbase.formats.multiterm import read_glossary
from termbase.formats.tbx import read_glossary as read_tbx
from termbase.formats.tbx import write_glossary
from termbase.model.concept import AdministrativeStatus, DataCategory, Definition
from termbase.model.repair import Repair

ENTRY = """<conceptGrp><concept>7</concept><system type="entryClass">1</system>
<transacGrp><transac type="origination">Anna</transac><date>2020-01-02T10:00:00</date></transacGrp>
<descripGrp><descrip type="Fachgebiet">Space</descrip></descripGrp>
<descripGrp><descrip type="Picture"><xref Mlink="a.png">a.png</xref></descrip></descripGrp>
<languageGrp><language type="English" lang="EN-US"/>
<termGrp><term>spacecraft</term><descripGrp><descrip type="Status">Preferred</descrip></descripGrp>
<descripGrp><descrip type="Part of Speech">noun</descrip></descripGrp>
<descripGrp><descrip type="Client">ESA</descrip></descripGrp></termGrp>
<termGrp><term>space vehicle</term>
<descripGrp><descrip type="Status">Do not use</descrip></descripGrp>
<descripGrp><descrip type="Remarque">old</descrip></descripGrp></termGrp></languageGrp>
<languageGrp><language type="Français" lang=""/>
<termGrp><term> engin spatial </term><descripGrp><descrip type="Définition">Objet.</descrip>
<descripGrp><descrip type="Source">ISO 1</descrip></descripGrp></descripGrp>
<descripGrp><descrip type="Status">à voir</descrip></descripGrp></termGrp></languageGrp>
</conceptGrp>"""


def read(folder: Path, body: str, encoding: str = "utf-16", **options):
    """The glossary that entries make."""
    path = folder / "terms.xml"
    said = f'<?xml version="1.0" encoding="{encoding}"?>\n<mtf>{body}</mtf>'
    path.write_bytes(said.encode(encoding))
    return read_glossary(str(path), **options)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_what_an_entry_says_is_said_of_its_concept_and_terms(tmp_path, encoding):
    """Usual names of fields are known in several languages; statuses in the words of people."""
    (concept,) = read(tmp_path, ENTRY, encoding).concepts
    craft, vehicle, engin = concept.terms

    assert (concept.id, concept.subject, concept.place[-5:]) == ("7", "Space", "xml:2")
    assert (craft.text, craft.language, craft.customer) == ("spacecraft", "en-US", "ESA")
    assert (craft.status, craft.part_of_speech) == (AdministrativeStatus.PREFERRED, "noun")
    assert (vehicle.status, vehicle.note) == (AdministrativeStatus.DEPRECATED, "old")
    assert (engin.text, engin.language, engin.status) == ("engin spatial", "fr", None)
    source = DataCategory("admin", "source", "ISO 1")
    assert concept.definitions == (Definition("fr", "Objet.", companions=(source,)),)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("German (Austria)", "de-AT"),
        ("English (United Kingdom)", "en-GB"),
        ("Français", "fr"),
        ("German_Switzerland", "de-CH"),
    ],
)
@pytest.mark.parametrize("code", ["", "??"])
def test_an_index_without_a_code_has_the_language_of_its_name(tmp_path, name, tag, code):
    """Whoever made the termbase chose the name, with a region in brackets perhaps."""
    index = f'<languageGrp><language type="{name}" lang="{code}"/>'
    term = "<termGrp><term>Erdapfel</term></termGrp></languageGrp>"
    entry = f"<conceptGrp><concept>1</concept>{index}{term}</conceptGrp>"
    (concept,) = read(tmp_path, entry).concepts

    assert [one.language for one in concept.terms] == [tag]


def test_what_is_no_field_of_ours_is_kept(tmp_path):
    """Who made it and when, classes, pictures, and statuses that nobody knows."""
    (concept,) = read(tmp_path, ENTRY).concepts
    kinds = {one.type: one.value for one in concept.extras}

    assert kinds == {"entryClass": "1", "Picture": "a.png", "transactionType": "origination"}
    made = next(one for one in concept.extras if one.element == "transac")
    assert [one.value for one in made.companions] == ["Anna", "2020-01-02T10:00:00"]
    assert [(one.type, one.value) for one in concept.terms[2].extras] == [
        ("administrativeStatus", "à voir")
    ]


def test_nothing_is_told_of_a_whole_entry(tmp_path):
    """The source of a definition, say, was told as an attribute left out, once for each."""
    repairs: list[Repair] = []
    read(tmp_path, ENTRY, report=repairs.append)

    assert repairs == []


def test_an_entry_comes_back_from_tbx(tmp_path):
    """Nothing of it is lost on the way to another tool."""
    glossary = read(tmp_path, ENTRY)
    path = tmp_path / "a.tbx"
    with path.open("wb") as file:
        write_glossary(file, glossary)
    (before,), (after,) = glossary.concepts, read_tbx(str(path)).concepts

    assert [(one.text, one.status, one.note, one.customer) for one in after.terms] == [
        (one.text, one.status, one.note, one.customer) for one in before.terms
    ]
    assert (after.subject, after.definitions) == (before.subject, before.definitions)


def test_what_cannot_be_kept_is_told(tmp_path):
    """A language that nobody knows, and an entry without terms."""
    repairs: list[Repair] = []
    body = (
        '<conceptGrp><concept>1</concept><languageGrp><language type="Klingon" lang="x?"/>'
        "<termGrp><term>a</term></termGrp></languageGrp></conceptGrp>"
        "<conceptGrp><concept>2</concept></conceptGrp>"
    )

    assert read(tmp_path, body, report=repairs.append).concepts == ()
    assert any("«x?» is unknown" in one.problem and one.rejected for one in repairs)
    assert repairs[-1].problem == "a concept without any term"


@pytest.mark.parametrize(
    "field",
    [
        "<descripGrp/>",
        "<descripGrp>x</descripGrp>",
        "<descripGrp><transacGrp/></descripGrp>",
        "<descripGrp><descrip/><x/></descripGrp>",
        "<descrip>alone</descrip>",
        "<transacGrp/><system/>",
    ],
)
def test_a_broken_field_harms_no_term(tmp_path, field):
    """Whatever stands where a field is expected, the term comes in."""
    body = (
        f'<conceptGrp>{field}<languageGrp><language lang="EN"/>{field}<termGrp><term>a</term>'
        f"{field}</termGrp></languageGrp></conceptGrp>"
    )

    assert [one.text for one in read(tmp_path, body).concepts[0].terms] == ["a"]


def test_tbx_with_another_ending_is_read_and_other_xml_refused(tmp_path):
    """Many tools write TBX as .xml."""
    path = tmp_path / "a.xml"
    path.write_text(
        '<martif type="TBX"><text><body><termEntry id="a"><langSet xml:lang="en"><tig>'
        "<term>pump</term></tig></langSet></termEntry></body></text></martif>"
    )
    assert [one.id for one in read_glossary(str(path)).concepts] == ["a"]
    path.write_text("<html/>")
    with pytest.raises(FormatError, match="its root is <html>"):
        read_glossary(str(path))
