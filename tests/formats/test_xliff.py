"""XLIFF in its editions: read as units, patched so that no other byte changes."""

import pytest
from hypothesis import given, settings
from lxml import etree

from formats.values import CORPUS, texts
from termbase.errors import FormatError, InputError
from termbase.formats import _files
from termbase.formats.xliff import patch, read_bilingual, read_memory, stream_bilingual
from termbase.model.bilingual import Change

ONE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="fr" target-language="en" original="x" datatype="plaintext"><body>
<group maxwidth="20" size-unit="char">
  <trans-unit id='1' resname="title">
    <source>Le <g id="1" ctype="bold">satellite</g><x id="2"/></source>
    <target state="translated">The <g id="1" ctype="bold">satellite</g><x id="2"/></target>
    <note>mind the tag</note>
    <alt-trans><source>no</source><target>unit</target></alt-trans>
  </trans-unit></group>
  <trans-unit id="2"><source>R&amp;D &lt; 5 &quot;x&quot;</source></trans-unit>
  <trans-unit id="3" translate="no"><source>termbase</source></trans-unit>
</body></file></xliff>
"""
CUT = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/x">
<file source-language="fr" target-language="en" original="x" datatype="plaintext"><body>
<trans-unit id="a"><source>Un. Deux.</source>
<seg-source><g id="9"><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg"
 mid="2">Deux.</mrk></g></seg-source>
<sdl:seg-defs><sdl:seg id="1" conf="Draft"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>
</body></file></xliff>
"""
TWO = """<xliff version="2.1" srcLang="fr" trgLang="en"
 xmlns="urn:oasis:names:tc:xliff:document:2.0"
 xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0">
<file id="f"><unit id="u" name="menu" slr:sizeRestriction="0,9"><notes><note>short</note></notes>
<originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
<segment id="s1" state="initial">
<source><pc id="1" dataRefStart="d1" dataRefEnd="d2">Un</pc>.</source></segment>
<ignorable><source> </source></ignorable>
<segment><source>Deux.</source><target/></segment></unit></file></xliff>
"""


def read(folder, text, name="a.xlf"):
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_bilingual(str(path)).units


def patched(folder, text, changes, name="a.xlf"):
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return patch(str(path), changes)[0].decode()


def test_a_unit_shows_codes_as_short_tags(tmp_path):
    """With its state, its notes, its context, its limit and its line."""
    first, second = read(tmp_path, ONE)

    assert (first.id, first.source) == ("1", "Le <g1>satellite</g1><x2/>")
    assert first.target == "The <g1>satellite</g1><x2/>"
    assert (first.state, first.notes, first.context) == ("translated", ("mind the tag",), "title")
    assert (first.longest, first.line) == (20, 6)
    assert dict(first.codes)["<x2/>"] == '<x id="2"/>'
    assert (second.source, second.target) == ('R&D < 5 "x"', None)


def test_segments_are_units_of_their_own(tmp_path):
    """In 1.2 by their marks, in 2.x as such; the state of SDLXLIFF is its own."""
    cut, two = read(tmp_path, CUT), read(tmp_path, TWO)

    assert [(one.id, one.source, one.state) for one in cut] == [
        ("a:1", "Un.", "Draft"),
        ("a:2", "Deux.", ""),
    ]
    assert [(one.id, one.source) for one in two] == [("u:s1", "<pc1>Un</pc1>."), ("u:2", "Deux.")]
    assert (two[0].state, two[0].notes, two[0].context, two[0].longest) == (
        "initial",
        ("short",),
        "menu",
        9,
    )
    assert dict(two[0].codes) == {"<pc1>": "<b>", "</pc1>": "</b>"}


def test_a_new_target_stands_where_the_format_wants_it(tmp_path):
    """Behind the source, laid out as that is; the short tags become the codes again."""
    new = patched(tmp_path, ONE, {"1": Change("<x2/>A & <g1>B</g1>"), "2": Change("a < b")})

    assert '<target state="translated"><x id="2"/>A &amp; <g id="1" ctype="bold">B</g></t' in new
    assert "&quot;x&quot;</source><target>a &lt; b</target></trans-unit>" in new
    assert len(new.splitlines()) == len(ONE.splitlines())


def test_a_segment_is_translated_within_a_copy_of_the_segmented_source(tmp_path):
    """What stands around the segments stays; segments without a translation are empty."""
    new = patched(tmp_path, CUT, {"a:2": Change("Two.", state="Translated")})

    inside = '<g id="9"><mrk mtype="seg" mid="1"></mrk> <mrk mtype="seg"\n mid="2">Two.</mrk></g>'
    assert f"<target>{inside}</target>" in new
    assert '<sdl:seg id="2" conf="Translated"/>' in new


def test_states_and_notes_are_put_where_the_edition_wants_them(tmp_path):
    """1.2: on the target and behind it; 2.x: on the segment and before it."""
    one = patched(tmp_path, ONE, {"1": Change(state="final", note="a < b")})
    two = patched(tmp_path, TWO, {"u:2": Change("Two.", "translated", "late")})

    assert '<target state="final">' in one
    assert "<note>mind the tag</note><note>a &lt; b</note>" in one
    assert '<segment state="translated"><source>Deux.</source><target>Two.</target>' in two
    assert "<note>short</note><note>late</note></notes>" in two
    assert patched(tmp_path, ONE, {"1": Change(state="")}).count("state=") == 0


def test_notes_of_one_unit_stand_together_behind_a_new_target(tmp_path):
    """XLIFF 2 knows one ``notes`` in a unit; XLIFF 1.2 wants a note behind the target."""
    bare = TWO.replace("<notes><note>short</note></notes>", "")
    two = patched(tmp_path, bare, {"u:s1": Change(note="one"), "u:2": Change(note="two")})
    one = patched(tmp_path, ONE, {"2": Change("R&D", note="new")})

    assert "<notes><note>one</note><note>two</note></notes><originalData>" in two
    assert two.count("<notes>") == 1
    assert "</target><note>new</note></trans-unit>" in one


def test_a_language_has_no_character_that_xml_forbids(tmp_path):
    """It goes into other files from here."""
    path = tmp_path / "a.xlf"
    path.write_text(ONE.replace('"fr"', '"f\0r"').replace('"en"', '"e\x0bn"'), encoding="utf-8")
    header, units = read_memory(str(path))

    assert header.source == "fr"
    assert [one.language for one in next(iter(units)).variants] == ["fr", "en"]


def test_the_end_of_cdata_is_never_written_as_it_is(tmp_path):
    """Not even where the file has its «>» bare: XML forbids it in a text."""
    text = ONE.replace("R&amp;D &lt; 5", "a > b")
    done = patched(tmp_path, text, {"2": Change("x[[1]]> y > z")})
    target = etree.fromstring(done.encode()).findtext(".//{*}trans-unit[@id='2']/{*}target")

    assert target == "x[[1]]> y > z"
    assert "x[[1]]&gt; y > z" in done


@pytest.mark.parametrize("sign", ["\0", "\x01", "\ufffe", "\ud800"])
def test_characters_that_xml_forbids_are_refused(tmp_path, sign):
    """In a target and in a note: no XML file can hold them, however they are written."""
    for change in (Change(f"a{sign}b"), Change(note=f"a{sign}b")):
        with pytest.raises(InputError, match=f"unit «1»: its .* U.{ord(sign):04X}"):
            patched(tmp_path, ONE, {"1": change})


def test_a_state_that_the_edition_does_not_know_is_refused(tmp_path):
    """1.2 takes those of a tool that begin with x-, 2.x only its four, 1.0 any."""
    for text, unit, state in ((ONE, "1", "bogus state"), (ONE, "1", "reviewed"), (TWO, "u:2", "x")):
        with pytest.raises(InputError, match=f"has no state «{state}»; use final"):
            patched(tmp_path, text, {unit: Change("A.", state)})

    assert 'state="x-mine"' in patched(tmp_path, ONE, {"2": Change("A.", "x-mine")})
    old = ONE.replace('version="1.2"', 'version="1.0"')
    assert 'state="mine"' in patched(tmp_path, old, {"2": Change("A.", "mine")})


def test_tags_that_do_not_nest_are_refused(tmp_path):
    """The file would not be well-formed any more."""
    for target in ("<g1>a", "a</g1>"):
        with pytest.raises(InputError, match="unit «1»"):
            patched(tmp_path, ONE, {"1": Change(target)})


def test_a_character_that_the_encoding_lacks_is_written_as_a_number(tmp_path):
    """And a file in CDATA stays in CDATA, one in UTF-16 in UTF-16."""
    old = ONE.replace("UTF-8", "windows-1252").encode("cp1252")
    cdata = ONE.replace("</source></t", "</source><target><![CDATA[<b>]]></target></t")
    path = tmp_path / "b.xlf"
    path.write_bytes(ONE.replace("UTF-8", "UTF-16").encode("utf-16"))

    assert "<target>Союз</target>".encode("ascii", "xmlcharrefreplace").decode() in patched(
        tmp_path, old, {"2": Change("Союз")}
    )
    assert "<![CDATA[<i> & x]]>" in patched(tmp_path, cdata, {"2": Change("<i> & x")})
    wide, _ = patch(str(path), {"2": Change("Союз")})
    assert "<target>Союз</target>" in wide.decode("utf-16")


def test_a_byte_that_cannot_be_read_stays(tmp_path):
    """It is shown as «�», reported, and written again wherever that stands."""
    broken = ONE.encode().replace(b"R&amp;D", b"caf\xe9 d'\xe0")
    path = tmp_path / "a.xlf"
    path.write_bytes(broken)
    told = []
    units = read_bilingual(str(path), report=told.append).units

    assert units[1].source.startswith("caf\ufffd d'\ufffd")
    assert units[1].source_content[0].startswith("caf\ufffd d'\ufffd")
    assert "0xe9" in str(told[0])
    assert patch(str(path), {})[0] == broken
    with pytest.raises(FormatError, match="0xe9"):
        read_memory(str(path))


def test_ids_are_unique(tmp_path):
    """The same id in two files of one XLIFF gets a number; units without an id too."""
    body = "<body><trans-unit id='1'><source>a</source></trans-unit>"
    body += "<trans-unit><source>b</source></trans-unit></body>"
    file = f"<file source-language='fr'>{body}</file>"
    text = f"<xliff>{file}{file}</xliff>"

    assert [one.id for one in read(tmp_path, text)] == ["1", "unit", "1@2", "unit@2"]


def test_a_memory_gets_pairs_of_codes(tmp_path):
    """`g` is a numbered pair, `x` a placeholder; marks of comments are seen through."""
    path = tmp_path / "a.xlf"
    path.write_text(ONE.replace("Le <g", '<mrk mtype="term">Le</mrk> <g'), encoding="utf-8")
    header, units = read_memory(str(path))
    content = next(units).variants[0].content

    assert header.source == "fr"
    assert content[0] == "Le "
    assert [one.kind for one in content if not isinstance(one, str)] == ["bpt", "ept", "ph"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        ("<tmx/>", "its root is <tmx>"),
        ("<xliff><file>", "</file> is missing"),
        ("<xliff><a></b></xliff>", "</b> closes nothing, where <a> is open"),
        ("<xliff><a b=<></xliff>", "is no tag"),
        ("<xliff/><xliff/>", "a second root"),
        ("<xliff>" + "<g>" * 300, "more than 250 levels"),
        ("no xml", "it has no element"),
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_place(tmp_path, text, problem):
    """One line, with path, line and cause."""
    with pytest.raises(FormatError, match=r"a\.xlf") as caught:
        read(tmp_path, text)

    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_entity_of_the_file_is_a_code_and_never_read(tmp_path):
    """Neither another file nor a bomb is opened."""
    kinds = '<!DOCTYPE xliff [<!ENTITY s SYSTEM "/etc/passwd"><!ENTITY b "&s;&s;">]>'
    text = ONE.replace("<xliff ", kinds + "<xliff ").replace("R&amp;D", "&s;&b;")
    unit = read(tmp_path, text)[1]

    assert unit.source.startswith("<entitys/><entityb/>")
    assert "<target>x &b;</target>" in patched(tmp_path, text, {"2": Change("x <entityb/>")})


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_any_text_survives_and_the_old_one_restores_the_bytes(tmp_path_factory, first, second):
    """Whatever is put into a target is read from it again; put back, the file is as it was."""
    folder = tmp_path_factory.mktemp("x")
    start = patched(folder, ONE, {"1": Change(first), "2": Change(first)})
    other = patched(folder, start, {"1": Change(second), "2": Change(second)})

    assert [one.target for one in read(folder, other)] == [second, second]
    etree.fromstring(other.encode())
    assert patched(folder, other, {"1": Change(first), "2": Change(first)}) == start


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus in {CORPUS}")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("xliff/dev/*")), ids=lambda path: path.name)
def test_files_of_other_tools_keep_every_other_byte(path, tmp_path):
    """Translating every unit into its source and back gives the bytes of the file."""
    data = path.read_bytes()
    units = read_bilingual(str(path)).units
    plain = {one.id: one.target for one in units if one.target and "<" not in one.target}
    other = tmp_path / path.name
    other.write_bytes(patch(str(path), {name: Change(f"‹{plain[name]}›") for name in plain})[0])

    assert patch(str(path), {})[0] == data
    assert patch(str(other), {name: Change(plain[name]) for name in plain})[0] == data


@pytest.mark.parametrize("chunk", [64, 301, 1 << 16])
def test_units_streamed_are_the_units_read_at_once(tmp_path, monkeypatch, chunk):
    """Wherever the pieces of a file end, it has the same units, lines, ids and languages."""
    monkeypatch.setattr(_files, "_CHUNK", chunk)
    for number, text in enumerate((ONE, CUT, TWO, ONE.replace("\n", "\r\n"))):
        path = tmp_path / f"{number}.xlf"
        path.write_bytes(text.encode())
        found = read_bilingual(str(path))
        streamed = list(stream_bilingual(str(path)))

        assert tuple(unit for _, unit in streamed) == found.units
        assert streamed[0][0] == (found.source_language, found.target_language)


@pytest.mark.parametrize("chunk", [64, 1 << 16])
@pytest.mark.parametrize(
    "text",
    ["<xliff>", ONE.replace("</group>", ""), ONE.replace("<x id", "<x <id"), ONE + "<a/>"],
)
def test_what_is_wrong_with_a_streamed_file_has_the_same_place(tmp_path, monkeypatch, text, chunk):
    """A file that is not well-formed is refused in the same words as when it is read at once."""
    monkeypatch.setattr(_files, "_CHUNK", chunk)
    path = tmp_path / "a.xlf"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError) as whole:
        read_bilingual(str(path))
    with pytest.raises(FormatError) as streamed:
        list(stream_bilingual(str(path)))

    assert str(streamed.value) == str(whole.value)
