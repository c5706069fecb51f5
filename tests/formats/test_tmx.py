"""TMX: everything survives, what is written is valid, what is broken is mended and reported."""

import gzip
import io
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from formats.values import SCHEMAS, headers, needs_schemas, needs_xmllint, patient, units
from termbase.errors import FormatError
from termbase.formats import _files
from termbase.formats._xml_text import xml_text
from termbase.formats.tmx import read_memory, write_memory
from termbase.model.unit import InlineCode, MemoryHeader, Property, TranslationUnit, Variant

HEADER = MemoryHeader("fr")


def written(header, found, **options):
    stream = io.BytesIO()
    write_memory(stream, header, found, **options)
    return stream.getvalue()


def read(tmp_path, data, name="x.tmx"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    repairs = []
    header, found = read_memory(str(path), report=repairs.append)
    return header, list(found), repairs


def unit(*texts, **more):
    languages = ["fr", "en", "ru"]
    variants = [Variant(a, (b,)) for a, b in zip(languages, texts, strict=False)]
    return TranslationUnit(tuple(variants), **more)


@patient
@given(headers, st.lists(units, max_size=3))
def test_any_unit_survives(tmp_path_factory, header, found):
    """What is written is read back: header, texts, codes, notes, properties, attributes."""
    folder = tmp_path_factory.mktemp("tmx")
    again, read_back, repairs = read(folder, written(header, found))

    assert again == header
    assert read_back == found
    assert repairs == []


@needs_schemas
@patient
@given(headers, st.lists(units, max_size=3))
def test_what_is_written_is_valid(header, found):
    """The DTD of TMX 1.4 accepts every memory that we can hold."""
    dtd = etree.DTD(str(SCHEMAS / "tmx" / "tmx14.dtd"))

    assert dtd.validate(etree.fromstring(written(header, found))), dtd.error_log


def test_the_bytes_are_pinned():
    """A memory is written readably, the text of <seg> exactly, and always the same."""
    found = unit(" L’État ", "The State", id="1", properties=(Property("x-segments", "1-1"),))

    assert written(HEADER, [found]).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        '  <header creationtool="termbase" creationtoolversion="1" '
        'segtype="sentence" o-tmf="termbase" adminlang="en" srclang="fr" datatype="plaintext"/>\n'
        "  <body>\n"
        '    <tu tuid="1">\n'
        '      <prop type="x-segments">1-1</prop>\n'
        '      <tuv xml:lang="fr">\n'
        "        <seg> L’État </seg>\n"
        "      </tuv>\n"
        '      <tuv xml:lang="en">\n'
        "        <seg>The State</seg>\n"
        "      </tuv>\n"
        "    </tu>\n"
        "  </body>\n"
        "</tmx>\n"
    )


BODY = '<tu><tuv xml:lang="fr"><seg>été</seg></tuv><tuv lang="EN_us"><seg>summer</seg></tuv></tu>'
FULL = (
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" '
    'adminlang="en" srclang="fr" datatype="xml"/>'
)


def tmx(body=BODY, header=FULL, before="", version="1.4"):
    return f'{before}<tmx version="{version}">{header}\n<body>\n{body}\n</body></tmx>'


def of(text, **more):
    return tmx(BODY.replace("été", text), **more)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_read(tmp_path, encoding):
    """UTF-8 and UTF-16, with a mark or without, declared or not."""
    _, found, _ = read(tmp_path, tmx().encode(encoding))

    assert found[0].variants[0].text == "été"
    assert found[0].variants[1].language == "EN_us"


def test_a_declared_encoding_is_followed(tmp_path):
    """Windows-1251 is read where the file says so."""
    text = tmx('<tu><tuv xml:lang="ru"><seg>лето</seg></tuv></tu>')
    declared = '<?xml version="1.0" encoding="windows-1251"?>' + text

    assert read(tmp_path, declared.encode("cp1251"))[1][0].variants[0].text == "лето"


def test_a_wrongly_declared_encoding_is_reported(tmp_path):
    """A file that says UTF-16 and is UTF-8 is read, and says so."""
    data = tmx(before='<?xml version="1.0" encoding="UTF-16"?>').encode()

    _, found, repairs = read(tmp_path, data)

    assert found[0].variants[0].text == "été"
    assert "not in UTF-16" in str(repairs[0])


def test_gzip_is_read_whatever_it_is_called(tmp_path):
    """A packed memory needs no ending."""
    assert len(read(tmp_path, gzip.compress(tmx().encode()), "x.tmx.gz")[1]) == 1


@pytest.mark.parametrize(
    ("text", "kept", "problem"),
    [
        ("a\x0bb", "ab", "control character U+000B"),
        ("a&#x1;b", "ab", "&#x1; is no character of XML"),
        ("a&nbsp;b", "a\xa0b", "&nbsp; is not defined"),
        ("a&eacute;b &amp; c", "aéb & c", "&eacute; is not defined"),
    ],
)
def test_what_xml_forbids_is_mended_with_its_line(tmp_path, text, kept, problem):
    """A character that XML forbids does not cost the memory, nor the rest of the text."""
    body = f'<tu><tuv xml:lang="fr">\n<seg>{text}</seg></tuv></tu>'
    _, found, repairs = read(tmp_path, tmx(body, before='<!DOCTYPE tmx SYSTEM "x.dtd">'))

    assert found[0].variants[0].text == kept
    assert problem in repairs[0].problem
    assert repairs[0].line == 4


def test_entities_of_the_file_itself_are_read(tmp_path):
    """An internal subset may define names; they are expanded where they stand."""
    before = '<!DOCTYPE tmx [<!ENTITY firm "Roscosmos">]>'
    body = '<tu><tuv xml:lang="fr"><seg>chez &firm;</seg></tuv></tu>'

    assert read(tmp_path, tmx(body, before=before))[1][0].variants[0].text == "chez Roscosmos"


def test_an_external_entity_is_never_read(tmp_path):
    """A memory cannot make us read a file."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    before = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret}">]>'
    body = '<tu><tuv xml:lang="fr"><seg>a&x;</seg></tuv></tu>'

    with pytest.raises(FormatError):
        read(tmp_path, tmx(body, before=before))


def test_a_memory_without_header_or_languages_is_read_and_reported(tmp_path):
    """Missing header, attributes and languages cost no text."""
    _, found, repairs = read(tmp_path, tmx("<tu><tuv><seg>a</seg></tuv></tu>", header=""))
    _, _, others = read(tmp_path, tmx(header='<header srclang="fr"/>'))

    assert found[0].variants[0] == Variant("und", ("a",))
    assert [one.problem for one in repairs] == [
        "<tuv> without xml:lang",
        "the file has no <header>",
    ] or [one.problem for one in repairs] == [
        "the file has no <header>",
        "<tuv> without xml:lang",
    ]
    assert "<header> without creationtool" in others[0].problem


def test_an_unknown_language_is_kept_and_reported_once(tmp_path):
    """Each is told at its first place, with what was probably meant; known ones are not."""
    texts = "".join(
        f'<tu>\n<tuv xml:lang="{one}"><seg>a</seg></tuv></tu>\n'
        for one in ("xx-zz", "FR_ca", "iw", "xx-zz", "french", "iw")
    )
    _, found, repairs = read(tmp_path, tmx(texts))
    written = [unit.variants[0].language for unit in found]
    first = repairs[0].line

    assert written == ["xx-zz", "FR_ca", "iw", "xx-zz", "french", "iw"]
    assert [str(one).partition(".tmx:")[2] for one in repairs] == [
        f"{first}: language «xx-zz» is unknown; kept as written; use a code such as fr, en or ru",
        f"{first + 4}: language «iw» is unknown; kept as written; did you mean «he»?",
        f"{first + 8}: language «french» is unknown; kept as written; did you mean «fr»?",
    ]
    assert (tmp_path / "x.tmx").read_text().splitlines()[first - 1].startswith("<tuv")


def test_each_unit_has_the_line_on_which_it_opens(tmp_path):
    """None where it stands below line 65534: libxml2 knows no more, and near is not there."""
    gap = "\n" * 65_530
    _, found, _ = read(tmp_path, tmx(f"{BODY}\n\n{BODY}\n{gap}{BODY}\n{BODY}"))

    assert [unit.line for unit in found] == [3, 5, None, None]


def test_two_texts_in_one_variant_are_both_kept(tmp_path):
    """A <tuv> with two <seg> becomes two variants of its language."""
    body = '<tu><tuv xml:lang="fr"><seg>a</seg><seg>b</seg></tuv></tu>'
    _, found, repairs = read(tmp_path, tmx(body))

    assert [one.text for one in found[0].variants] == ["a", "b"]
    assert "several <seg>" in repairs[0].problem


def test_what_tmx_does_not_know_is_kept(tmp_path):
    """An element of another tool stays as a property, with everything in it."""
    odd = '<ctx xmlns="urn:x" a="1">le <b>menu</b></ctx>'
    _, found, _ = read(tmp_path, tmx(BODY.replace("<tu>", f"<tu>{odd}")))

    assert found[0].properties == (Property("x-termbase-xml", odd),)


def test_attributes_of_a_text_are_kept(tmp_path):
    """TMX gives <seg> none: they stay as properties through writing, and each is told once."""
    body = '<tu><tuv xml:lang="fr"><seg xml:space="preserve" a="1">x</seg></tuv>'
    body += '<tuv xml:lang="en"><seg a="2">y</seg><seg a="3">z</seg></tuv></tu>'
    header, found, repairs = read(tmp_path, tmx(body))

    kept = [[(one.type, one.value) for one in variant.properties] for variant in found[0].variants]
    assert kept == [
        [("x-termbase-seg:xml:space", "preserve"), ("x-termbase-seg:a", "1")],
        [("x-termbase-seg:a", "2")],
        [("x-termbase-seg:a", "3")],
    ]
    assert [one.problem for one in repairs if "<seg> with " in one.problem] == [
        "<seg> with xml:space, a"
    ]
    assert read(tmp_path, written(header, found))[1] == found


def test_a_code_where_the_grammar_forbids_it_is_mended(tmp_path):
    """What the DTD refuses is written another way, with its text, and reported."""
    found = TranslationUnit(
        (
            Variant(
                "fr",
                (
                    InlineCode("bpt", (), ("<b>",)),
                    InlineCode("ph", (), (InlineCode("ph", (), ("x",)),)),
                    InlineCode("g", (("id", "1"),), ("gras",)),
                    InlineCode("it", (("pos", "start"),)),
                    InlineCode("ept"),
                ),
                (("x-score", "1"),),
            ),
        ),
        attributes=(("segtype", "verse"),),
    )
    repairs = []
    data = written(HEADER, [found], report=repairs.append)
    _, again, _ = read(tmp_path, data)

    assert b'<bpt i="1">&lt;b&gt;</bpt><ph><sub><ph>x</ph></sub></ph><hi type="x-g">gras' in data
    assert b'<it pos="begin"/><ept i="1"/>' in data
    assert again[0].attributes == (("segtype", "verse"),)
    assert again[0].variants[0].attributes == (("x-score", "1"),)
    assert {one.path for one in repairs} == {"unit 1"}


@needs_schemas
@needs_xmllint
def test_xmllint_accepts_what_is_mended(tmp_path):
    """A second validator agrees, on units that broke the grammar in every way we mend."""
    odd = Variant("", (InlineCode("bpt"), InlineCode("sub", (), ("x",)), InlineCode("it")))
    path = tmp_path / "x.tmx"
    path.write_bytes(
        written(
            MemoryHeader("", (("segtype", "x"), ("odd", "1"))),
            [TranslationUnit(()), TranslationUnit((odd,), attributes=(("odd", "\x00"),))],
        )
    )
    dtd = SCHEMAS / "tmx" / "tmx14.dtd"
    command = ["xmllint", "--noout", "--nonet", "--dtdvalid", dtd.as_uri(), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_a_file_that_breaks_off_is_to_be_fetched_again(tmp_path):
    """Wherever it was cut after its root; so is a tag that lost its end."""
    whole = tmx(BODY.replace("summer", "лето").replace("</tuv>", "\r\n</tuv>"))
    cuts = [whole[:end] for end in range(whole.index("<body>"), len(whole) - 1)]
    for data in (*cuts, whole.replace("</seg>", "</seg", 1)):
        with pytest.raises(FormatError, match="; the file is cut off or damaged; fetch it again"):
            read(tmp_path, data)


def test_a_file_that_was_written_wrongly_is_not_called_cut_off(tmp_path):
    """Fetching it again would not help."""
    for wrong in ("</tu></b>", "a < b", "<tuv a>"):
        with pytest.raises(FormatError, match="is not well-formed XML") as caught:
            read(tmp_path, tmx(BODY + wrong))
        assert "fetch" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "the file is empty"),
        ("<xliff/>", "its root is <xliff>, not <tmx>"),
        (tmx()[:-20], "is not well-formed XML"),
        ("no xml", "is not well-formed XML"),
        (of("καλημέρα κόσμε").encode("cp1253"), "is not UTF-8"),
        (tmx(BODY.replace("EN_us", "pl").replace("été", "ż")).encode("cp1250"), "is not UTF-8"),
        (tmx("汉语是世界上最多人使用的语言").encode("gbk"), "is not UTF-8"),
        (
            tmx(BODY.replace("summer", "лес X")).encode().replace(b"X", "лето".encode("cp1251")),
            "byte 0xeb at offset [0-9]+ is not UTF-8",
        ),
    ],
)
def test_what_is_no_tmx_is_refused_in_one_line(tmp_path, data, message):
    """The error names the file, the cause and, where it can, the line."""
    with pytest.raises(FormatError, match=message) as caught:
        read(tmp_path, data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path))


WRONG = {
    "bytes of Windows-1252": (
        of("l’été\nça\nœuf").encode("cp1252"),
        "l’été\nça\nœuf",
        [
            ("byte 0x92 is not UTF-8", "read as «’», as in WINDOWS-1252"),
            ("byte 0xe7 is not UTF-8", "read as «ç», as in WINDOWS-1252"),
            ("byte 0x9c is not UTF-8", "read as «œ», as in WINDOWS-1252"),
        ],
    ),
    "a byte among good letters": (
        of("été лето X").encode().replace(b"X", b"\xe9\x81"),
        "été лето é\ufffd",
        [("byte 0xe9 is not UTF-8", "read as «é», as in WINDOWS-1252")],
    ),
    "Cyrillic": (
        of("лето, зима и весна").replace('"fr"><seg>', '"RU-ru"><seg>').encode("cp1251"),
        "лето, зима и весна",
        [("is not UTF-8, the file is probably WINDOWS-1251", "read as WINDOWS-1251")],
    ),
    "UTF-8 that says to be Latin-1": (
        of("l’été", before='<?xml version="1.0" encoding="ISO-8859-1"?>').encode(),
        "l’été",
        [("the file is not in iso8859-1, as it says", "read as UTF-8")],
    ),
    "UTF-8 that says to be ASCII": (
        of("é", before='<?xml version="1.0" encoding="US-ASCII"?>').encode(),
        "é",
        [("the file is not in ascii, as it says", "read as UTF-8")],
    ),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("chunk", [201, 1 << 16])
def test_a_wrong_encoding_is_read_and_told_line_by_line(tmp_path, monkeypatch, name, chunk):
    """Without a declaration or with a wrong one; what is not UTF-8 is read byte by byte."""
    data, text, told = WRONG[name]
    monkeypatch.setattr(_files, "_CHUNK", chunk)
    _, units, repairs = read(tmp_path, data)
    lines = [one.line for one in repairs if "encod" in one.problem or "byte" in one.problem]

    assert text in [one.text for unit in units for one in unit.variants]
    assert len(told) <= len(repairs)
    for problem, action in told:
        assert any(problem in one.problem and one.action == action for one in repairs)
    assert lines == sorted(lines)


def test_bytes_that_are_not_utf_8_are_told_of_so_many_lines(tmp_path):
    """Then once more for all the rest."""
    _, units, repairs = read(tmp_path, of("\n".join(["été"] * 900)).encode("latin-1"))

    assert "été\nété" in units[0].variants[0].text
    assert len(repairs) < 30
    assert "more bytes are not UTF-8" in [one.problem for one in repairs]


ASIDES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<?xml-stylesheet href="a.xsl"?>
<!-- of the file -->
<tmx version="1.4">
  <header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" \
srclang="fr" datatype="xml">
    <!-- of the header -->
  </header>
  <body>
    <!-- before
    the first -->
    <?tool keep?>
    <tu>
      <!-- in the unit -->
      <prop type="x">a</prop>
      <!-- before the texts -->
      <tuv xml:lang="fr">
        <!-- in the text -->
        <seg>a</seg>
      </tuv>
      <!-- before a text -->
      <tuv xml:lang="en">
        <seg>a</seg>
      </tuv>
    </tu>
    <tu>
      <tuv xml:lang="fr">
        <seg>b</seg>
      </tuv>
    </tu>
    <!-- <tu><tuv xml:lang="fr"><seg>commented out</seg></tuv></tu> -->
    <tu>
      <tuv xml:lang="fr">
        <seg>c</seg>
      </tuv>
    </tu>
    <!-- behind the last -->
  </body>
</tmx>
"""


def test_comments_and_instructions_come_back_where_they_stood(tmp_path):
    """In the file's head, before, in and behind units: to the same bytes, and to valid ones."""
    header, found, repairs = read(tmp_path, ASIDES)

    assert repairs == []
    assert [len(one.properties) for one in found] == [5, 0, 2]
    assert written(header, found).decode() == ASIDES


@pytest.mark.parametrize("number", [1000, 3000])
def test_comments_far_down_come_back(tmp_path, number):
    """However the file is cut into pieces, and whatever reads the units between them."""
    filler = '<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>\n'
    aside = f"<!-- {'x' * 100_000} -->\n"
    body = f"{filler * number}<!--1--><?b c?>\n{aside}{filler}<x>y</x>{filler * number}<!--2-->"
    _, found, repairs = read(tmp_path, tmx(body))

    assert repairs == []
    assert len(found) == 2 * number + 1
    kept = {place: one.properties for place, one in enumerate(found) if one.properties}
    assert [*kept] == [number, number + 1, 2 * number]
    assert [one.value for one in kept[number]] == ["<!--1-->", "<?b c?>", aside.strip()]
    assert kept[number + 1] == (Property("x-termbase-xml-before", "<x>y</x>"),)
    assert kept[2 * number] == (Property("x-termbase-xml-behind", "<!--2-->"),)


def test_a_comment_in_a_text_is_kept_before_it(tmp_path):
    """The text is whole, and so are the codes in it; what looks like a comment in CDATA is text."""
    body = (
        '<tu><note>n<!--0-->o</note><tuv xml:lang="fr"><seg>a<!-- 1 -->b<ph>c<?x y?>d</ph></seg>'
        '</tuv><tuv xml:lang="en"><seg><![CDATA[<!-- c -->]]></seg></tuv></tu>'
    )
    header, [found], repairs = read(tmp_path, tmx(body))
    french, english = found.variants

    assert repairs == []
    assert found.notes[0].text == "no"
    assert french.content == ("ab", InlineCode("ph", (), ("cd",)))
    assert [one.value for one in french.properties] == ["<!-- 1 -->", "<?x y?>"]
    assert english.content == ("<!-- c -->",)
    assert read(tmp_path, written(header, [found]))[1] == [found]


def test_comments_without_end_are_left_out_and_told(tmp_path):
    """They would cost memory; once, with the line."""
    tu = '<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>'
    _, found, repairs = read(tmp_path, tmx(f"{tu}\n{'<!---->' * 700_000}{tu}<!--b-->"))

    assert [one.variants[0].text for one in found] == ["a", "a"]
    assert len(found[1].properties) < 20_000
    assert [one.problem for one in repairs] == [
        "more than 1000 comments or other elements between two units"
    ]
    assert repairs[0].line == 4


def test_what_only_looks_like_a_comment_is_written_as_text(tmp_path):
    """A property says what it likes; no markup comes into the file by it."""
    for odd in (
        "<!-- a --><b/>",
        "<!-- a -- b -->",
        "<?XML version='1.0'?>",
        "<?a?><b/>",
        "<!--a--->",
    ):
        for kind in ("x-termbase-xml", "x-termbase-xml-before", "x-termbase-xml-behind"):
            one = unit("a", properties=(Property(kind, odd),))

            assert read(tmp_path, written(HEADER, [one]))[1] == [one]


@pytest.mark.parametrize("padding", [0, 65_520, 70_000])
def test_elements_in_capitals_are_those_of_tmx(tmp_path, padding):
    """As old tools write them; told once, and no text or value changes its letters."""
    unit = '<TU TUID="A"><TUV XML:LANG="EN"><SEG>IT &lt;TU> <PH X="1">{B}</PH></SEG></TUV></TU>'
    path = tmp_path / "a.tmx"
    path.write_text(
        '<TMX VERSION="1.1"><HEADER SRCLANG="EN" O-TMF="X"/><BODY>\n'
        + f"<!--{'x' * padding}-->{unit}</BODY></TMX>"
    )
    told = []
    header, units = read_memory(str(path), report=told.append)
    [one] = units

    assert (header.source, one.id, one.variants[0].language) == ("EN", "A", "EN")
    assert one.variants[0].content == ("IT <TU> ", InlineCode("ph", (("x", "1"),), ("{B}",)))
    assert [one.problem for one in told if "capitals" in one.problem] == [
        "its elements are in capitals, such as <TMX>"
    ]


def test_capitals_stay_in_what_is_taken_as_it_stands(tmp_path):
    """In CDATA and comments, and in a file whose comment alone has <TMX>."""
    text = "<seg><![CDATA[<SUB>]]></seg>"
    body = f'<!-- <TU> --><tu><tuv xml:lang="fr">{text}</tuv></tu>'
    for root in ("tmx", "TMX"):
        written = tmx(body).replace("tmx version", f"{root} version").replace("</tmx", f"</{root}")
        _, [one], repairs = read(tmp_path, f"<!-- by <TMX> -->\n{written}")

        assert one.variants[0].text == "<SUB>"
        assert [kept.value for kept in one.properties] == ["<!-- <TU> -->"]
        assert any("capitals" in repair.problem for repair in repairs) == (root == "TMX")


def test_a_bare_ampersand_is_read_as_one(tmp_path):
    """And told; in a comment, and where text is to be taken as it is, nothing is mended."""
    path = tmp_path / "a.tmx"
    text = "R&D <![CDATA[A&B &nbsp; <!-- ]]>&eacute;&&&amp; <!-- C&D --> &#233;"
    aside = "<?tool a&b &nbsp; <!-- ?>"
    path.write_text(
        "<tmx version='1.4'><header srclang='en'/><body>\n"
        f"{aside}<tu><tuv xml:lang='en'><seg>{text}</seg></tuv></tu></body></tmx>"
    )
    told = []
    [unit] = read_memory(str(path), report=told.append)[1]

    assert unit.variants[0].text == "R&D A&B &nbsp; <!-- é&&&  é"
    assert [one.value for one in unit.properties] == [aside]
    assert [str(one) for one in told if "header" not in one.problem] == [
        f"{path}:2: a bare «&»; read as &amp;",
        f"{path}:2: &eacute; is not defined; read as in HTML",
    ]


@pytest.mark.parametrize("size", range(1, 40))
def test_what_is_mended_does_not_hang_on_where_a_file_is_cut(tmp_path, monkeypatch, size):
    """However few bytes are read at a time."""
    path = tmp_path / "a.tmx"
    asides = "<![CDATA[A&B]]> <!-- & --> <!---&--> <!----> <?x & ? > & ?>"
    path.write_text(f"<a>R&D &amp; {asides} && &nbsp;]]-- ? &#233;</a>", "utf-8")
    monkeypatch.setattr(_files, "_CHUNK", size)

    mended = "".join(xml_text(str(path), None))

    assert mended == f"<a>R&amp;D &amp; {asides} &amp;&amp; \u00a0]]-- ? &#233;</a>"


def test_a_reference_that_xml_allows_is_no_bare_ampersand(tmp_path):
    """However many zeros a number has, however an entity is called, and however long its name."""
    long = "name" * 40
    entities = f"<!ENTITY été 'a&#38;amp;b'><!ENTITY {long} 'c'>"
    text = f"&été;&{long};&#{'0' * 30}65;&#x0000000042;"
    body = f'<tu><tuv xml:lang="fr"><seg>{text}</seg></tuv></tu>'
    _, [one], repairs = read(tmp_path, f"<!DOCTYPE tmx [{entities}]>{tmx(body)}")

    assert one.variants[0].text == "a&bcAB"
    assert "ampersand" not in str(repairs)


def test_what_has_no_place_to_be_kept_is_told(tmp_path):
    """Text between elements, attributes of the frame, elements in notes and around units."""
    unit = '<tu><tuv xml:lang="fr"><seg>{}</seg></tuv></tu>'
    data = tmx(
        "in body\n<tu>in unit<note>a <b>b</b></note>"
        '<tuv xml:lang="fr"><seg>a</seg>in text</tuv><seg>b</seg></tu>\n'
        f"between\n{unit.format('c')}<odd>{unit.format('d')}</odd>\nbehind"
    )
    _, found, repairs = read(tmp_path, data.replace("<tmx ", '<tmx odd="1" ') + "\n")

    assert [one.variants[0].text for one in found] == ["a", "c", "d"]
    assert found[0].properties == (Property("x-termbase-xml", "<seg>b</seg>"),)
    assert [(one.line, one.problem, one.action) for one in repairs] == [
        (1, "<tmx> with odd", "left out"),
        (4, "text outside of <seg>: «in body»", "left out"),
        (4, "text outside of <seg>: «in unit»", "left out"),
        (4, "elements in <note>", "read as their text"),
        (4, "text outside of <seg>: «in text»", "left out"),
        (6, "text outside of <seg>: «between»", "left out"),
        (6, "units in <odd>", "read as if they stood in <body>"),
        (1, "text outside of <seg>: «behind»", "left out"),
    ]


@pytest.mark.parametrize("size", [31, 50, 200])
def test_text_between_units_is_told_wherever_a_file_is_cut(tmp_path, monkeypatch, size):
    """Records are dropped once they are read, what follows them is not."""
    monkeypatch.setattr(_files, "_CHUNK", size)
    unit = '<tu><tuv xml:lang="fr"><seg>a <ph/></seg></tuv></tu>'
    _, found, repairs = read(tmp_path, tmx("between".join([unit] * 9)))

    assert len(found) == 9
    assert [one.problem for one in repairs] == ["text outside of <seg>: «between»"] * 8


def test_an_unknown_element_in_a_text_is_told_once(tmp_path):
    """It is kept as a code, so that what stands in it is not taken for the text."""
    text = "a <odd>b</odd> <hi><odd>c</odd></hi>"
    _, [one], repairs = read(
        tmp_path, tmx(f'<tu><tuv xml:lang="fr"><seg>{text}</seg></tuv></tu>'), "odd.tmx"
    )

    assert one.variants[0].text == "a  "
    assert one.variants[0].content[1] == InlineCode("odd", (), ("b",))
    assert [repair.problem for repair in repairs] == ["<odd> inside <seg>, which TMX does not know"]
