"""The formats that translate-toolkit reads for us, each by a small file of its kind."""

import pytest

from termbase.errors import FormatError
from termbase.formats import format_of

QT = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en"><context><name>Main</name>
<message><location filename="a.cpp" line="3"/><source>Hello</source>
<translation>Bonjour</translation></message></context></TS>"""
RESX = '<root><data name="k" xml:space="preserve"><value>Bonjour</value></data></root>'
ANDROID = '<resources><string name="k">Bonjour</string></resources>'


def read(folder, name, text, **options):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    header, units = format_of(str(path)).load().read_memory(str(path), **options)
    return header, [[(one.language, one.text) for one in unit.variants] for unit in units]


@pytest.mark.parametrize(("name", "text"), [("a.ts", QT)])
def test_bilingual_files_give_pairs(tmp_path, name, text):
    """The file names its languages; the caller need not."""
    header, units = read(tmp_path, name, text)

    assert header.source == "en"
    assert [text for _, text in units[0]] == ["Hello", "Bonjour"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.properties", "k=Bonjour\n"),
        ("a.resx", RESX),
        ("a.strings", '"k" = "Bonjour";\n'),
        ("a.dtd", '<!ENTITY k "Bonjour">\n'),
        ("strings.xml", ANDROID),
    ],
)
def test_monolingual_files_give_source_texts(tmp_path, name, text):
    """One variant per unit, in the language that the caller names."""
    _, units = read(tmp_path, name, text, source="fr")

    assert units == [[("fr", "Bonjour")]]


def test_an_entity_of_android_stays_as_written(tmp_path):
    """It is what the string says there: a name for another text."""
    text = '<!DOCTYPE resources [<!ENTITY app "T">]>' + ANDROID.replace("Bonjour", "A &app;")

    assert read(tmp_path, "strings.xml", text, source="fr")[1] == [[("fr", "A &app;")]]


def test_each_text_of_an_array_of_android_is_a_unit(tmp_path):
    """The library passes arrays over; what stands for another resource is no text."""
    path = tmp_path / "arrays.xml"
    path.write_text(
        """<resources><!-- Home -->
        <string name="app">Stars</string>
        <string-array name="planets"><item>Mercury</item><item>@string/app</item>
            <item>Venus\\'s</item></string-array>
        <string-array name="codes" translatable="false"><item>a</item></string-array>
        <integer-array name="sizes"><item>1</item></integer-array>
        <string name="end">End</string></resources>""",
        encoding="utf-8",
    )
    _, units = format_of(str(path)).load().read_memory(str(path), source="en")

    assert [(one.id, one.variants[0].text, one.line) for one in units] == [
        ("app", "Stars", 2),
        ("planets[0]", "Mercury", 3),
        ("planets[2]", "Venus's", 4),
        ("end", "End", 7),
    ]


@pytest.mark.parametrize("declared", ['SYSTEM "file:///etc/passwd"', '"inner"'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_is_refused_and_not_dropped(tmp_path, declared, encoding):
    """Neither the text of a file that it names, nor a text without what it stands for."""
    text = QT.replace("utf-8", encoding).replace("TS>", f"TS [<!ENTITY x {declared}>]>", 1)
    path = tmp_path / "a.ts"
    path.write_bytes(text.replace("Hello", "Hello &x;").encode(encoding))

    with pytest.raises(FormatError, match=r"a\.ts:3: uses the entity «x»"):
        format_of(str(path)).load().read_memory(str(path))


def test_what_looks_like_an_entity_in_a_comment_is_none(tmp_path):
    """Nor in a CDATA section: there an ampersand is one."""
    text = QT.replace("TS>", 'TS [<!ENTITY app "T">]>', 1).replace("Hello", "<![CDATA[&app;]]>")
    path = tmp_path / "a.ts"
    path.write_text(text.replace("<context>", "<!-- &app; --><context>"))
    _, units = format_of(str(path)).load().read_memory(str(path))
    assert len(list(units)) == 1


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("a.ts", QT, [3]),
        ("a.resx", RESX.replace("<data", "\n\n<data"), [3]),
        ("strings.xml", ANDROID.replace("<string", "\n<string"), [2]),
        ("a.properties", "\nk=Bonjour\n", [None]),
    ],
)
def test_a_unit_has_its_line_where_it_is_known(tmp_path, name, text, lines):
    """That on which its element opens; none where the parser of its format does not say."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    _, units = format_of(name).load().read_memory(str(path), source="en")

    assert [unit.line for unit in units] == lines


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.ts", "", "the file is empty"),
        ("a.ts", "<TS", "cannot be read as ts"),
        ("a.resx", RESX, "-s fr -t en"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path, name, text, message):
    """Whatever a parser raises becomes one clear line."""
    with pytest.raises(FormatError, match=message) as caught:
        read(tmp_path, name, text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "text"), [("a.ts", QT), ("a.resx", RESX)])
def test_no_format_reads_another_file(tmp_path, name, text):
    """Neither an external entity nor a bomb of entities is read; both are refused."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    bomb = "".join(f'<!ENTITY b{n + 1} "{f"&b{n};" * 10}">' for n in range(10))
    before = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret}"><!ENTITY b0 "ha">{bomb}]>'
    plain = text.split("?>")[-1].replace("<!DOCTYPE TS>", "")
    for entity in ("&s;", "&b10;"):
        with pytest.raises(FormatError, match="uses the entity"):
            read(tmp_path, name, before + plain.replace("Bonjour", entity), source="fr")

    _, units = read(tmp_path, name, before + plain, source="fr")
    assert "Bonjour" in str(units)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_strings_in_utf_16_are_read_with_a_mark_or_without(tmp_path, encoding):
    """Apple's tools write them so."""
    path = tmp_path / "a.strings"
    path.write_bytes('/* c */\n"key" = "été";\n'.encode(encoding))

    _, [unit] = format_of(str(path)).load().read_memory(str(path), source="fr")

    assert unit.variants[0].text == "été"


def test_what_a_parser_prints_is_not_for_the_user(tmp_path, capsys):
    """Whoever reads the result as JSON would stumble over it."""
    magic = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
    path = tmp_path / "a.qm"
    path.write_bytes(magic + b"\xa7\x00\x00\x00\x02fr")
    with pytest.raises(FormatError, match="cannot be read as qm"):
        format_of(str(path)).load().read_memory(str(path), source="en", target="fr")

    assert capsys.readouterr().out == ""


def test_a_text_that_a_parser_cannot_decode_is_refused_in_one_line(tmp_path):
    """Some decode a text only when it is asked for."""
    path = tmp_path / "a.properties"
    path.write_text("a=\\N{NO SUCH NAME}\n")
    _, units = format_of(str(path)).load().read_memory(str(path), source="fr")

    with pytest.raises(FormatError, match="cannot be read as properties"):
        list(units)
