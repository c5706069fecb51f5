"""PO: messages become units with their context and places, and come back as messages."""

import gzip
import io
from dataclasses import replace

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.values import patient, texts
from termbase.errors import FormatError, InputError
from termbase.formats.po import read_bilingual, read_memory, stream_bilingual, write_memory
from termbase.model.unit import (
    InlineCode,
    MemoryHeader,
    Note,
    Property,
    TranslationUnit,
    Variant,
)
from termbase.model.wishes import Wishes

HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=%s\\n"\n\n'
BODY = """# une note
#. for people
#: a.c:3 b.c:7
#, fuzzy, c-format
#| msgid "Helo"
msgctxt "menu"
msgid "Hello"
msgstr "Bonjour été"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d fichier"
msgstr[1] "%d fichiers"

#~ msgid "old"
#~ msgstr "vieux"
"""


def read(folder, data, **options):
    path = folder / "x.po"
    path.write_bytes(data)
    header, units = read_memory(str(path), **options)
    return header, list(units)


def written(header, units, **options):
    stream = io.BytesIO()
    write_memory(stream, header, units, **options)
    return stream.getvalue()


def test_messages_become_units(tmp_path):
    """Context, comments, places, flags and former messages are kept; each plural is a unit."""
    header, units = read(tmp_path, (HEAD % "UTF-8" + BODY).encode())
    hello, one, many, old = units

    assert header.source == "en"
    assert [one.text for one in hello.variants] == ["Hello", "Bonjour été"]
    assert hello.variants[1].language == "fr"
    assert hello.properties == (
        Property("x-context", "menu"),
        Property("x-comment", "for people"),
        Property("x-reference", "a.c:3"),
        Property("x-reference", "b.c:7"),
        Property("x-flag", "fuzzy"),
        Property("x-flag", "c-format"),
        Property("x-previous-msgid", "Helo"),
    )
    assert hello.notes[0].text == "une note"
    assert [unit.variants[1].text for unit in (one, many)] == ["%d fichier", "%d fichiers"]
    assert old.values("x-obsolete") == ("yes",)


def test_each_unit_has_the_line_of_its_entry(tmp_path):
    """Its first line, comments included; both forms of a plural have the same, packed or not."""
    data = (HEAD % "UTF-8" + BODY).encode()
    lines = data.decode().splitlines()
    wanted = ["# une note", 'msgid "%d file"', 'msgid "%d file"', '#~ msgid "old"']

    for form in (data, data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data, gzip.compress(data)):
        assert [lines[unit.line - 1] for unit in read(tmp_path, form)[1]] == wanted
    assert read(tmp_path, b'\nmsgid "a"\nmsgstr ""\n')[1][0].line == 2


def test_a_catalogue_comes_back(tmp_path):
    """polib, as a second reader, finds in our output what it found in the original."""
    data = (HEAD % "UTF-8" + BODY).encode()
    again = tmp_path / "again.po"
    again.write_bytes(written(*read(tmp_path, data)))

    def facts(path):
        return [
            (e.msgctxt, e.msgid, e.msgstr, e.msgid_plural, e.msgstr_plural, e.occurrences, e.flags)
            for e in polib.pofile(str(path))
        ]

    assert facts(again) == facts(tmp_path / "x.po")


@patient
@given(st.lists(st.tuples(texts, texts), min_size=1, unique_by=lambda pair: pair[0]))
def test_any_text_survives(tmp_path_factory, pairs):
    """Quotes, breaks and odd line ends in messages come back as they were."""
    units = [
        TranslationUnit((Variant("en", (a,)), Variant("fr", (b,)))) for a, b in pairs if a and b
    ]
    folder = tmp_path_factory.mktemp("po")
    data = written(MemoryHeader("en"), units)

    assert not units or read(folder, data, target="fr")[1] == units


def unit(*texts, **said):
    return TranslationUnit(tuple(Variant(one, (text,)) for one, text in texts), **said)


def test_a_third_language_is_refused_unless_two_are_named():
    """A message has one translation; the header names its language, and the source's."""
    three = [unit(("fr", "seau"), ("en", "bucket"), ("ru", "ведро"))]
    with pytest.raises(InputError, match="PO holds a source and a target, the units have fr, en"):
        written(MemoryHeader("fr"), three)

    data = written(MemoryHeader("fr"), three, wishes=Wishes(source="fr", target="ru")).decode()
    assert '"Language: ru\\n"' in data
    assert '"X-Source-Language: fr\\n"' in data
    assert 'msgid "seau"\nmsgstr "ведро"' in data


def test_what_po_cannot_say_is_reported():
    """Ids, dates, properties, inline codes, and a unit without a text in the source language."""
    repairs = []
    code = TranslationUnit(
        (Variant("fr", ("a", InlineCode("ph"))), Variant("en", ("b",))),
        "k",
        (("creationdate", "20200101T000000Z"),),
        (Property("x-domain", "sea"),),
    )
    data = written(MemoryHeader("fr"), [code, unit(("en", "only"))], report=repairs.append)

    assert b"only" not in data
    assert [str(one).removesuffix("; left out") for one in repairs] == [
        "unit 2: a unit without a text in fr",
        "PO: dates, authors and the like of 1 unit",
        "PO: ids of 1 unit",
        "PO: inline codes of 1 unit",
        "PO: properties of 1 unit",
    ]


def test_a_message_stands_once(tmp_path):
    """Other translations of it get a context, the same one and an empty source are left out."""
    repairs = []
    units = [
        unit(("en", "File"), ("fr", "Fichier")),
        unit(("en", "File"), ("fr", "Fichier")),
        unit(("en", "File"), ("fr", "Dossier"), id="k"),
        unit(("en", "File"), ("fr", "Classeur"), ("fr", "Lime"), id="k"),
        unit(("en", ""), ("fr", "rien")),
    ]
    data = written(MemoryHeader("en"), units, report=repairs.append)
    read_back = read(tmp_path, data)[1]

    assert [(one.values("x-context"), one.variants[1].text) for one in read_back] == [
        ((), "Fichier"),
        (("k",), "Dossier"),
        (("k@2",), "Classeur"),
        (("k@3",), "Lime"),
    ]
    assert [one.rejected for one in repairs[:-1]] == [True, False, False, False, True]
    polib.pofile(data.decode(), check_for_duplicates=True)


def plural(number: str, source: str, text: str, *more: Property) -> TranslationUnit:
    """Return a form of a plural message as reading gives it."""
    variants = (Variant("en", (source,)), Variant("fr", (text,)))
    return TranslationUnit(variants, properties=(Property("x-plural", number), *more))


def test_a_plural_form_goes_into_its_own_message():
    """Never into the message before it; what PO does not number is a message of its own."""
    repairs = []
    first = Property("x-plural-source", "files")
    units = [
        plural("0", "file", "fichier", first),
        plural("1", "dogs", "chiens"),
        plural("0", "cat", "chat", Property("x-plural-source", "cats")),
        plural("1", "cats", "chats"),
        plural("many", "birds", "oiseaux"),
    ]
    data = written(MemoryHeader("en"), units, report=repairs.append)
    catalogue = polib.pofile(data.decode(), check_for_duplicates=True)

    assert [(one.msgid, one.msgstr or one.msgstr_plural) for one in catalogue] == [
        ("file", {0: "fichier"}),
        ("dogs", "chiens"),
        ("cat", {0: "chat", 1: "chats"}),
        ("birds", "oiseaux"),
    ]
    assert [one.problem for one in repairs] == [
        "the plural form «1» of no message before it",
        "the plural form «many» of no message before it",
    ]


def test_former_texts_come_back(tmp_path):
    """That of the plural, too: all that a fuzzy message says of what it was."""
    former = '#| msgctxt "menu"\n#| msgid "old file"\n#| msgid_plural "old files"\n'
    message = 'msgid "file"\nmsgid_plural "files"\nmsgstr[0] "fichier"\nmsgstr[1] "fichiers"\n'
    repairs = []
    header, units = read(tmp_path, f"{HEAD % 'UTF-8'}#, fuzzy\n{former}{message}".encode())
    data = written(header, units, report=repairs.append)

    assert former in data.decode()
    assert not repairs


def test_two_regions_of_one_language_are_two_languages():
    """English into that of Britain, in PO as in any format for two."""
    units = [unit(("en", "Color"), ("en-GB", "Colour"))]
    catalogue = polib.pofile(written(MemoryHeader("en"), units).decode())
    assert (catalogue[0].msgid, catalogue[0].msgstr) == ("Color", "Colour")
    assert catalogue.metadata["Language"] == "en_GB"


def test_a_catalogue_written_the_other_way_round_says_so():
    """What the header said of the source is of the old direction."""
    header = MemoryHeader("en", (), (Property("x-po-X-Source-Language", "en"),))
    units = [unit(("en", "File"), ("fr", "Fichier"))]
    turned = written(header, units, wishes=Wishes(source="fr", target="en"))
    metadata = polib.pofile(turned.decode()).metadata
    assert (metadata["Language"], metadata["X-Source-Language"]) == ("en", "fr")


def test_no_remark_breaks_a_catalogue(tmp_path):
    """Whatever ends a line in a note or a flag."""
    flag = Property("x-flag", "c-format\nmsgid")
    units = [
        replace(unit(("en", "a"), ("fr", "b"), properties=(flag,)), notes=(Note('x\rmsgid "y"'),))
    ]
    [found] = read(tmp_path, written(MemoryHeader("en"), units))[1]
    assert found.variants[1].text == "b"
    assert found.notes == (Note('x\nmsgid "y"'),)


def test_a_message_without_a_translation_needs_no_second_place(tmp_path):
    """Nor does the third of three that equals the second."""
    units = [
        unit(("en", "a"), ("fr", "b")),
        unit(("en", "a")),
        unit(("en", "a"), ("fr", "c")),
        unit(("en", "a"), ("fr", "c")),
    ]
    found = read(tmp_path, written(MemoryHeader("en"), units))[1]
    assert [one.variants[1].text for one in found] == ["b", "c"]


def test_a_state_that_needs_work_is_fuzzy(tmp_path):
    """What XLIFF says of a translation that nobody has reviewed is said in PO, too."""
    needs = Property("x-state", "needs-review-translation")
    units = [unit(("en", "a"), ("fr", "b"), properties=(needs,))]
    (found,) = read(tmp_path, written(MemoryHeader("en"), units))[1]

    assert found.properties == (Property("x-flag", "fuzzy"),)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_every_encoding_is_read(tmp_path, encoding):
    """UTF-8 and UTF-16 by mark or zeros, whatever the header says; others as it says."""
    name = encoding if encoding == "latin-1" else "UTF-8"
    _, units = read(tmp_path, (HEAD % name + BODY).encode(encoding))

    assert units[0].variants[1].text == "Bonjour été"


def test_a_wrong_charset_is_reported(tmp_path):
    """A catalogue that says ISO-8859-5 and is no such thing is read as UTF-8, and says so."""
    repairs = []
    data = (HEAD % "ASCII" + BODY).encode()
    _, units = read(tmp_path, data, report=repairs.append)

    assert units[0].variants[1].text == "Bonjour été"
    assert "not in ASCII" in repairs[0].problem


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b'msgid "a"\nfoo\n', "x.po:2: is not a PO catalogue"),
        (b'msgid "a"\nmsgstr "\xe9t\xe9"\n', "x.po:2:9: byte 0xe9"),
        (b'msgid "a"\nmsgstr "b"\n', "name it, such as: -t fr"),
    ],
)
def test_what_is_no_catalogue_is_refused(tmp_path, data, message):
    """The error is one line with the place."""
    with pytest.raises(FormatError, match=message):
        read(tmp_path, data)


@pytest.mark.parametrize("line", ["x", "#", 'msgid "a" '])
def test_a_line_that_can_hold_no_text_is_refused_unread(tmp_path, line):
    """With its place, whatever stands in it: a letter has four bytes at most."""
    path = tmp_path / "a.po"
    path.write_bytes(b'msgid ""\n' + line.encode() * (41_000_000 // len(line)))
    with pytest.raises(FormatError, match=r"a\.po:2: a text is longer than 10 million characters"):
        read_memory(str(path))


ODD = """#fuss
## loud
#.for people
#: a.c:3
#,fuzzy
#| msgctxt "menu"
#| msgid ""
#| "Hel"
#| "o"
msgid "Hello"
msgstr "Bonjour"

#~| msgid "older"
#~ msgid "old"
#~ msgstr "vieux"

# for the next message
"""


def test_comments_of_any_spelling_are_kept(tmp_path):
    """Without a blank behind their sign, former texts of several lines, those of obsolete ones."""
    hello, old = read(tmp_path, (HEAD % "UTF-8" + ODD).encode())[1]

    assert hello.notes == (Note("fuss\n# loud"),)
    assert hello.properties == (
        Property("x-comment", "for people"),
        Property("x-reference", "a.c:3"),
        Property("x-flag", "fuzzy"),
        Property("x-previous-msgctxt", "menu"),
        Property("x-previous-msgid", "Helo"),
    )
    assert old.values("x-previous-msgid") == ("older",)


def test_what_belongs_to_no_message_is_told(tmp_path):
    """Comments behind the last message, and a second header: gettext drops the one, too."""
    found = []
    data = (HEAD % "UTF-8" + 'msgid "a"\nmsgstr "b"\n\n' + HEAD % "UTF-8" + "# late\n").encode()
    read(tmp_path, data, report=found.append)

    assert [(one.line, one.rejected) for one in found] == [(9, True), (14, True)]
    assert [one.record.splitlines()[0] for one in found] == ['msgid ""', "# late"]


def test_a_header_may_be_fuzzy_and_stand_anywhere(tmp_path):
    """Its flag and its comment come back."""
    head = "# Space terms\n#, fuzzy\n" + HEAD % "UTF-8"
    header, units = read(tmp_path, ('msgid "a"\nmsgstr "b"\n\n' + head).encode())

    assert [one.variants[1].language for one in units] == ["fr"]
    assert written(header, units).decode().startswith('# Space terms\n#, fuzzy\nmsgid ""\n')


@pytest.mark.parametrize("piece", ["\r", "# note\r", '"x"\r'])
def test_many_lines_that_end_in_carriage_returns_are_read_at_once(tmp_path, piece):
    """Very many of them; a reading that begins anew at each would take hours."""
    message = 'msgid "a"\r' + (piece * 199_000) + 'msgstr "b"\r'
    units = read(tmp_path, (HEAD % "UTF-8").replace("\n", "\r").encode() + message.encode())[1]

    assert [one.variants[1].text for one in units] == ["b"]


def test_a_catalogue_is_read_unit_by_unit_too(tmp_path):
    """With the same units and languages; check keeps none of them."""
    path = tmp_path / "a.po"
    path.write_bytes((HEAD % "UTF-8" + BODY).encode())
    whole, streamed = read_bilingual(str(path)), list(stream_bilingual(str(path)))

    assert tuple(unit for _, unit in streamed) == whole.units
    assert {named for named, _ in streamed} == {(whole.source_language, whole.target_language)}
