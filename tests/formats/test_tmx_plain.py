"""Units that are read by pattern are those that the parser reads: it alone is the oracle."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from formats.values import CORPUS, patient
from termbase.errors import FormatError
from termbase.formats._tmx_reader import _Reader, read_memory
from termbase.model.unit import TranslationUnit

FIRST = '<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>'
HEAD = f'<tmx version="1.4">\n<header srclang="fr"/>\n<body>{FIRST}'
TAIL = "</body></tmx>"
PLAIN = ["l'État", " ", "\n", "\r\n", "\r", "\u00a0", "&amp;", "&lt;b&gt;", "&#13;", "&#xE9;", ">"]
ODD = ["&eacute;", "&#1;", "<!-- </tu> -->", "<![CDATA[</tu>]]>", "]]>", "<?x </tu> ?>", "<ph/>"]
ODD += ["<hi>x</hi>", "<tu/>", "&", "<", "\x01"]
texts = st.sampled_from(PLAIN + ODD)
usual = st.lists(st.sampled_from(PLAIN), max_size=3)
spaces = st.sampled_from(["", " ", "\n  ", "\r\n", "\t"])
plain_attributes = st.lists(
    st.sampled_from([' tuid="a&amp;b"', ' changedate="2020"', ' type="x-a"', "\n o-tmf='x' "]),
    max_size=2,
    unique=True,
).map("".join)
odd_attributes = st.lists(
    st.sampled_from(
        [
            ' xml:lang="fr"',
            ' xml:lang="en"',
            ' xml:lang="klingon"',
            ' lang="fr"',
            " xml:lang='ru'",
            ' tuid="a&amp;b"',
            '\n tuid = "1"',
            ' changedate="20200101T000000Z"',
            ' a="x\ty"',
            ' n:a="1"',
            ' xmlns="urn:x"',
            ' xmlns:n="urn:x"',
            ' type="x-a"',
            ' type="x-termbase-attribute:b"',
        ]
    ),
    max_size=3,
).map("".join)


@st.composite
def units(draw):
    """A unit as some tool might write it, well-formed or not; mostly plain."""
    odd = draw(st.integers(0, 4)) == 4
    space = draw(spaces)
    own = odd_attributes if odd else plain_attributes
    names = ["prop", "note", "x"] if odd else ["prop", "note"]
    text = st.lists(texts, max_size=2).map("".join) if odd else usual.map("".join)

    def remarks():
        found = draw(st.lists(st.sampled_from(names), max_size=2))
        return "".join(f"<{one}{draw(own)}>{draw(text)}</{one}>{space}" for one in found)

    def variant():
        language = draw(odd_attributes) if odd else ' xml:lang="fr"'
        return f"<tuv{language}>{space}{remarks()}<seg>{draw(text)}</seg>{space}</tuv>{space}"

    variants = "".join(variant() for _ in range(draw(st.integers(0 if odd else 1, 3))))
    return f"{space}<tu{draw(own)}>{space}{remarks()}{variants}</tu>{draw(spaces)}"


def by_parser(path, report):
    """Yield what the parser alone reads."""
    found = _Reader(path, report).read(by_pattern=False)
    return (one for one in found if isinstance(one, TranslationUnit))


def outcome(read):
    """Return the units, the mends, and the error, as far as it comes."""
    found, mends = [], []
    try:
        for unit in read(mends.append):
            found.append((unit, unit.line))
    except FormatError as error:
        return found, mends, str(error)
    return found, mends, ""


@pytest.mark.parametrize(
    "unit",
    [
        '<tu><tuv xml:lang="fr"><seg>a\rb\r\nc\nd&#13;e</seg></tuv></tu>',
        '<tu><note>a\r\rb</note><prop type="x">\r\n</prop>'
        '<tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu>\r<tuv xml:lang="fr">\r\n<seg>\r</seg>\r</tuv>\r</tu>\r\r\n',
        '<tu tuid="1" tuid="1"><tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr" xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr" a="1" a="2"><seg>a</seg></tuv></tu>',
        '<tu><note a="1" a="1">n</note><tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu><prop type="x" type="y">n</prop><tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu xmlns="urn:x"><tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu xmlns="urn:x" a="1"><tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr" xmlns="urn:x"><seg>a</seg></tuv></tu>',
        '<tu><note xmlns="">n</note><tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu><prop xmlns="u" type="x">n</prop><tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu xmlns:n="urn:x"><tuv xml:lang="fr" n:a="1"><seg>a</seg></tuv></tu>',
        '<tu xml:xmlns="a" xmlnsx="b"><tuv xml:lang="fr"><seg>a</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr"><seg a="1" xml:space="preserve">a</seg></tuv></tu>',
    ],
)
def test_a_unit_that_is_read_with_care(tmp_path, unit):
    """Line ends, attributes given twice and namespaces: as the parser reads or refuses them.

    Far down in the file: the parser sees all of its first 64 kB before anything is read.
    """
    path = tmp_path / "x.tmx"
    path.write_bytes(f"{HEAD}{FIRST * 2000}{unit}\r\n{FIRST}{TAIL}".encode())

    found, *ours = outcome(lambda report: read_memory(str(path), report=report)[1])
    expected, *theirs = outcome(lambda report: by_parser(str(path), report))

    assert ours == theirs
    refused = bool(ours[1])
    assert refused or len(found) == 2003
    assert found[: len(expected) if refused else None] == expected  # it refuses whole pieces


@example(['<tu n:a="1"></tu>', FIRST], TAIL)
@given(st.lists(units(), max_size=5), st.sampled_from([TAIL, "</tu>" + TAIL, "</body>", "<tu>"]))
@settings(patient, max_examples=150)
def test_a_unit_is_what_the_parser_reads(tmp_path_factory, found, tail):
    """Units, lines, mends and errors with their places, however odd the file."""
    path = str(tmp_path_factory.mktemp("plain") / "x.tmx")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(HEAD + "".join(found) + tail)

    assert outcome(lambda report: read_memory(path, report=report)[1]) == outcome(
        lambda report: by_parser(path, report)
    )


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus in {CORPUS}")
def test_files_of_other_tools_are_what_the_parser_reads():
    """All of the corpus, unit by unit."""
    paths = [str(path) for path in sorted((CORPUS / "tmx" / "dev").iterdir())]

    assert paths
    for path in paths:
        ours = outcome(lambda report, path=path: read_memory(path, report=report)[1])
        assert ours == outcome(lambda report, path=path: by_parser(path, report)), path
