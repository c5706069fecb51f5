"""Files judged without a schema: our grammar of TMX says what the published DTDs say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from formats.values import CORPUS, SCHEMAS, needs_schemas, patient
from termbase.errors import FormatError
from termbase.formats import po, tmx, xliff
from termbase.formats._tmx_grammar import VERSIONS

HEAD = (
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" '
    'adminlang="en" srclang="fr" datatype="xml"{more}>{inside}</header>'
)
GOOD = '<tu><tuv xml:lang="fr"><seg>a<ph x="1">b</ph></seg></tuv></tu>'
FILE = '<tmx version="{version}">{head}<body>{units}</body></tmx>'


def judged(folder, text):
    path = folder / "a.tmx"
    path.write_text(text, encoding="utf-8")
    found = []
    tmx.examine(str(path), found.append)
    return found


def file(units=GOOD, *, version="1.4", more="", inside=""):
    return FILE.format(version=version, head=HEAD.format(more=more, inside=inside), units=units)


def test_a_valid_file_has_no_fault(tmp_path):
    """With everything that a header may hold."""
    inside = '<note>n</note><prop type="x">p</prop><ude name="u"><map unicode="#x1"/></ude>'

    assert judged(tmp_path, file(inside=inside, more=' o-encoding="x"')) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (file("<tu>\n<tuv><seg/></tuv></tu>"), "2: <tuv> without xml:lang"),
        (file("<tu/>"), "1: <tu> without <tuv>"),
        (file('\n\n<tu x="1"><tuv xml:lang="a"><seg/></tuv></tu>'), "3: <tu> with x"),
        (file('<tu><tuv xml:lang="a"/></tu>'), "<tuv> without <seg>"),
        (file('<tu><tuv xml:lang="a"><seg/><prop type="x"/></tuv></tu>'), "behind <seg>"),
        (file('<tu><tuv xml:lang="a"><seg><b/></seg></tuv></tu>'), "<b> may not stand in <seg>"),
        (file("<p/>"), "<p> may not stand in <body>"),
        (file("lost"), "text in <body>: «lost»"),
        (file(version="2"), "version is «2»"),
        (f"<tmx version='1.4'><body>{GOOD}</body></tmx>", "holds <body>, not <header> <body>"),
        (file(GOOD.replace(">a<", ">a\x01<")), "control character"),
    ],
)
def test_each_fault_is_named_with_its_line(tmp_path, text, problem):
    """What an element lacks, has too much, or holds in the wrong place."""
    assert [one for one in judged(tmp_path, text) if problem in str(one)]


SAID_OF_VALUES = ("no date such as", "more than once", " i «", "language")


def by_grammar(found):
    """Return the faults without those of values, of which a DTD knows nothing."""
    return [one for one in found if not any(said in one.problem for said in SAID_OF_VALUES)]


@pytest.mark.parametrize(
    ("unit", "problem"),
    [
        ('<seg><bpt i="1"/>a<ept i="2"/></seg>', "<ept> i «2» has no <bpt> before it"),
        ('<seg><bpt i="1"/>a<ept i="2"/></seg>', "<bpt> i «1» has no <ept> behind it"),
        ('<seg><bpt i="1"/><bpt i="1"/><ept i="1"/></seg>', "opens again before it closes"),
        ("<seg/>", "creationdate is «yesterday», no date such as 20260131T120000Z"),
        ("<seg/>", "«12345»"),
    ],
)
def test_values_are_judged_too(tmp_path, unit, problem):
    """Pairs of codes, dates and languages; a tuid need not be unique, says the specification."""
    head = '<tu tuid="t" creationdate="{}"><tuv xml:lang="{}">'
    good = head.format("20260131T120000Z", "fr") + "<seg/></tuv></tu>"
    found = judged(tmp_path, file(good + head.format("yesterday", "12345") + f"{unit}</tuv></tu>"))

    assert judged(tmp_path, file(good + good)) == []
    assert any(problem in str(one) for one in found)


@pytest.mark.parametrize("language", ["x-none", "i-klingon", "iw", "zh-Hant-TW", "fr_FR"])
def test_a_language_that_few_know_is_no_fault(tmp_path, language):
    """Private, registered, deprecated: BCP 47 has them all."""
    unit = f'<tu><tuv xml:lang="{language}"><seg/></tuv></tu>'
    assert judged(tmp_path, file(unit)) == []


def test_another_root_is_said_once(tmp_path):
    """And nothing of what a TMX holds."""
    assert [one.problem for one in judged(tmp_path, "<html><body/></html>")] == [
        "its root is <html>, not <tmx>",
        "<tmx> without version; TMX has 1.1, 1.2, 1.3, 1.4",
    ]


def test_entities_that_grow_are_a_fault_of_an_xliff(tmp_path):
    """Said in words of ours; our own reading expands nothing."""
    names = "abcdefgh"
    grown = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    unit = "<trans-unit id='1'><source>&h;</source></trans-unit>"
    path = tmp_path / "a.xlf"
    path.write_text(
        f'<!DOCTYPE xliff [<!ENTITY a "0123456789">{grown}]><xliff version="1.2"><file '
        f'original="x" source-language="fr" datatype="x"><body>{unit}</body></file></xliff>'
    )
    with pytest.raises(FormatError, match="grow beyond all measure"):
        xliff.examine(str(path), [].append)


def test_what_another_file_declares_is_no_fault_of_an_xliff(tmp_path):
    """Nothing is fetched, so nobody can say."""
    path = tmp_path / "a.xlf"
    path.write_text(
        '<!DOCTYPE xliff [<!ENTITY % x SYSTEM "a.dtd"> %x; ]><xliff version="1.2"><file '
        'original="x" source-language="fr" datatype="x"><body><trans-unit id="1">'
        "<source>a</source></trans-unit></body></file></xliff>"
    )
    found = []
    xliff.examine(str(path), found.append)
    assert found == []


def test_declarations_without_end_are_no_lack_of_elements(tmp_path):
    """An entity of a megabyte stands before the root."""
    path = tmp_path / "a.tmx"
    path.write_text(f'<!DOCTYPE tmx [<!ENTITY a "{"x" * 1_000_000}">]><tmx/>')
    with pytest.raises(FormatError, match="declares too much"):
        list(tmx.read_memory(str(path))[1])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "y">]><tmx><body>&x;</body></tmx>', "the entity &x;"),
        (f"<tmx>{'<a>' * 400}", "Excessive depth"),
    ],
)
def test_no_advice_for_programmers_is_shown(tmp_path, text, problem):
    """What the parser is called, and what it could be told, helps nobody."""
    with pytest.raises(FormatError, match=problem) as refused:
        judged(tmp_path, text)

    assert "XML_PARSE" not in str(refused.value)
    assert "xmlCtxt" not in str(refused.value)


names = st.sampled_from(
    [
        "header",
        "note",
        "prop",
        "ude",
        "map",
        "tu",
        "tuv",
        "seg",
        "bpt",
        "ept",
        "it",
        "ph",
        "ut",
        "hi",
        "sub",
        "body",
        "b",
    ]
)
given_attributes = st.dictionaries(
    st.sampled_from(["i", "x", "type", "pos", "lang", "xml:lang", "name", "unicode", "tuid"]),
    st.sampled_from(["begin", "1", "fr"]),
    max_size=3,
)


def written(name, attributes, parts):
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(parts)}</{name}>"


def elements(inside):
    parts = st.lists(inside | st.sampled_from(["", "text", " "]), max_size=3)
    return st.builds(written, names, given_attributes, parts)


trees = st.recursive(elements(st.just("")), elements, max_leaves=6)
units = st.lists(trees | st.just(GOOD), max_size=3).map("".join)


@needs_schemas
@patient
@given(units, st.sampled_from(VERSIONS))
def test_any_tree_is_judged_as_the_dtd_judges_it(tmp_path_factory, inside, version):
    """In every edition of TMX, whatever stands in the body."""
    text = file(inside, version=version)
    dtd = etree.DTD(str(SCHEMAS / "tmx" / f"tmx{version.replace('.', '')}.dtd"))

    assert (by_grammar(judged(tmp_path_factory.mktemp("x"), text)) == []) == dtd.validate(
        etree.fromstring(text)
    )


@needs_schemas
@pytest.mark.parametrize("path", sorted(CORPUS.glob("tmx/dev/*")), ids=lambda path: path.name)
def test_files_of_other_tools_are_judged_as_the_dtd_judges_them(path):
    """Each by the DTD of its version."""
    found = []
    tmx.examine(str(path), found.append)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    tree = etree.parse(str(path), parser)
    version = tree.getroot().get("version").replace(".", "")

    assert (by_grammar(found) == []) == etree.DTD(
        str(SCHEMAS / "tmx" / f"tmx{version}.dtd")
    ).validate(tree)


def test_what_is_not_well_formed_is_refused_with_its_place(tmp_path):
    """Nothing behind it can be judged."""
    with pytest.raises(FormatError, match=r"a\.tmx:1:"):
        judged(tmp_path, "<tmx><header></tmx>")


def test_each_file_of_an_xliff_has_its_own_ids(tmp_path):
    """As the schema has it: two files in one document both begin with unit 1."""
    path = tmp_path / "a.xlf"
    said = "original='x' source-language='fr' datatype='plaintext'"
    one = f"<file {said}><body><trans-unit id='1'><source>a</source></trans-unit></body></file>"
    path.write_text(f"<xliff version='1.2'>{one}{one}</xliff>")
    found = []
    xliff.examine(str(path), found.append)

    assert found == []


def test_xliff_is_judged_by_its_structure(tmp_path):
    """Versions, what a file must say, ids."""
    path = tmp_path / "a.xlf"
    body = "<body><trans-unit id='1'><source>a</source></trans-unit>\n"
    body += "<trans-unit id='1'><source/><target>b</target></trans-unit></body>"
    path.write_text(f"<xliff version='3'>\n<file original='x'>{body}</file></xliff>")
    found = []
    xliff.examine(str(path), found.append)
    said = "\n".join(map(str, found))

    for problem in (
        ":1: version is «3»",
        ":2: <file> without source-language",
        ":3: unit «1» stands there more than once",
        "has a target and no source",
    ):
        assert problem in said


FILE_1 = (
    "<xliff version='1.2'><file original='x' datatype='plaintext' source-language='fr' "
    "target-language='en'><body>\n{}</body></file></xliff>"
)
FILE_2 = "<xliff version='2.0' srcLang='fr' trgLang='en'><file id='f'>\n{}</file></xliff>"
TWICE = "<source>a</source>\n<target>b</target>\n<target>c</target>"
CUT = (
    "<source>a. b.</source><seg-source><mrk mtype='seg' mid='1'>a.</mrk> <mrk mtype='seg' mid='2'>"
    "b.</mrk></seg-source>\n<target>{}</target>"
)
MARK = "<mrk mtype='seg' mid='{}'>c</mrk>"


@pytest.mark.parametrize(
    ("frame", "unit", "problem", "record"),
    [
        (FILE_1, TWICE, ":4: unit «u» has a second <target>", "<target>c</target>"),
        (
            FILE_1,
            "\n<target>b</target>",
            ":2: unit «u» without <source>",
            "<trans-unit id='u'>\n<target>b</target></trans-unit>",
        ),
        (
            FILE_1,
            CUT.format(MARK.format(1) + MARK.format(3)),
            ":3: unit «u»: segment «3» of its target has no source",
            MARK.format(3),
        ),
        (
            FILE_1,
            CUT.format(MARK.format(2) + MARK.format(2)),
            ":3: unit «u» has segment «2» twice",
            MARK.format(2),
        ),
        (
            FILE_1,
            CUT.format(MARK.format(1) + " <g id='1'>lost</g>"),
            ":3: unit «u» has a target outside of its segments: «lost»",
            f"<target>{MARK.format(1)} <g id='1'>lost</g></target>",
        ),
        (
            FILE_2,
            f"<segment>{TWICE}</segment>",
            ":4: a segment of unit «u» has a second <target>",
            "<target>c</target>",
        ),
        (
            FILE_2,
            "\n<segment><target>b</target></segment>",
            ":3: a segment of unit «u» without <source>",
            "<segment><target>b</target></segment>",
        ),
        (
            FILE_2,
            "<notes><note>b</note></notes>",
            ":2: unit «u» without <segment>",
            "<unit id='u'><notes><note>b</note></notes></unit>",
        ),
    ],
)
def test_what_belongs_to_no_segment_is_told(tmp_path, frame, unit, problem, record):
    """By doctor and by every way of reading: else it would be lost unsaid."""
    name = "trans-unit" if frame is FILE_1 else "unit"
    path = tmp_path / "a.xlf"
    path.write_text(frame.format(f"<{name} id='u'>{unit}</{name}>"))
    ways = [
        lambda report: xliff.examine(str(path), report),
        lambda report: xliff.read_bilingual(str(path), report=report),
        lambda report: list(xliff.read_memory(str(path), report=report)[1]),
        lambda report: list(xliff.stream_bilingual(str(path), report)),
    ]
    for read in ways:
        found = []
        read(found.append)

        assert [one.record for one in found] == [record]
        assert problem in str(found[0])
        assert found[0].rejected


def test_segments_in_another_order_are_no_fault(tmp_path):
    """Nor is text outside of them that the source has too, or a target that is not segmented."""
    fine = (
        CUT.format(MARK.format(2) + MARK.format(1)),
        CUT.format("c"),
        CUT.format(f"({MARK.format(1)})")
        .replace("<seg-source>", "<seg-source>(")
        .replace("</seg-source>", ")</seg-source>"),
    )
    units = (f"<trans-unit id='{one}'>{unit}</trans-unit>" for one, unit in enumerate(fine))
    path = tmp_path / "a.xlf"
    path.write_text(FILE_1.format("".join(units)))
    found = []
    xliff.examine(str(path), found.append)

    assert found == []


@pytest.mark.parametrize(
    ("version", "state", "fault"),
    [
        ("2.0", "bogus", "unit «1» has the state «bogus»; XLIFF 2.0 has final, initial, reviewed"),
        ("2.0", "reviewed", ""),
        ("1.2", "reviewed", "unit «1» has the state «reviewed»; XLIFF 1.2 has final, needs-"),
        ("1.2", "x-ours", ""),
    ],
)
def test_a_state_that_the_edition_has_not_is_a_fault(tmp_path, version, state, fault):
    """Where it stands: at the segment in 2.x, at the target in 1.2."""
    path = tmp_path / "a.xlf"
    if version == "2.0":
        unit = f"<unit id='1'>\n<segment state='{state}'><source>a</source></segment></unit>"
        text = f"<xliff version='2.0' srcLang='fr'><file id='f'>{unit}</file></xliff>"
    else:
        unit = f"<source>a</source>\n<target state='{state}'>b</target>"
        said = "original='x' source-language='fr' datatype='plaintext'"
        body = f"<body><trans-unit id='1'>{unit}</trans-unit></body>"
        text = f"<xliff version='1.2'><file {said}>{body}</file></xliff>"
    path.write_text(text)
    found = []
    xliff.examine(str(path), found.append)

    assert [one.line for one in found] == ([2] if fault else [])
    assert fault in "".join(map(str, found))


def test_po_is_judged_as_gettext_would(tmp_path):
    """A header, its charset, messages that repeat, plural forms."""
    path = tmp_path / "a.po"
    twice = 'msgid "a"\nmsgstr ""\n\n'
    plural = 'msgid "b"\nmsgid_plural "c"\nmsgstr[0] ""\n\n'
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n;\\n"\n\n'
    path.write_text(head + twice + twice + plural, encoding="utf-8-sig")
    found = []
    po.examine(str(path), found.append)
    said = "\n".join(map(str, found))

    for problem in (
        ":1: a byte order mark",
        "no charset",
        ":7: «a» stands on line 4 already",
        ":10: 1 plural forms, the header says 2",
    ):
        assert problem in said


@pytest.mark.parametrize(("said", "faults"), [("nplurals=1; plural=0;", 0), ("", 1)])
def test_a_plural_needs_plural_forms_in_the_header(tmp_path, said, faults):
    """Without them msgfmt refuses the catalogue; one fault however many plurals there are."""
    path = tmp_path / "a.po"
    head = "Content-Type: text/plain; charset=UTF-8\\n" + (
        f"Plural-Forms: {said}\\n" if said else ""
    )
    plurals = (f'msgid "{one}"\nmsgid_plural "x"\nmsgstr[0] ""\n\n' for one in "ab")
    path.write_text(f'msgid ""\nmsgstr "{head}"\n\n' + "".join(plurals))
    found = []
    po.examine(str(path), found.append)

    assert [one.line for one in found] == [4] * faults
