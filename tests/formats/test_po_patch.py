"""PO catalogues patched so that no other byte changes."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.values import CORPUS, ODD, WORDS
from termbase.errors import FormatError, InputError
from termbase.formats._po_layout import Layout, Layouts
from termbase.formats.po import patch, read_bilingual
from termbase.model.bilingual import Change

FULL = """# Head.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr\\n"

#. extracted
# translator
#: a.c:3
#, fuzzy, max-length:20
#| msgid "old"
msgctxt "menu"
msgid "File"
msgstr "Fichier"

msgid "%d file\\n"
msgid_plural "%d files\\n"
msgstr[0] "%d fichier\\n"
msgstr[1] "%d fichiers\\n"

#~ msgid "gone"
#~ msgstr "parti"
"""


def read(folder, text):
    path = folder / "a.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_bilingual(str(path)).units


def patched(folder, text, changes, **options):
    path = folder / "a.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return patch(str(path), changes, **options)[0]


def test_control_characters_stay_escapes(tmp_path):
    """A bell is written as gettext writes it, not as a raw byte in the file."""
    unit, *_ = read(tmp_path, FULL)
    new = patched(tmp_path, FULL, {unit.id: Change("a\a\b\f\v")})

    assert rb'msgstr "a\a\b\f\v"' in new
    assert read(tmp_path, new)[0].target == "a\a\b\f\v"


def test_a_backslash_that_escapes_nothing_is_no_fault(tmp_path):
    """As people write who do not know that it must be doubled."""
    text = FULL + '\nmsgid "place"\nmsgstr ""\n"a long path of many words, such as the path "\n'
    text += '"C:\\Été, and more of it"\n'
    unit = read(tmp_path, text)[-1]
    new = patched(tmp_path, text, {unit.id: Change(unit.target + " 中文" * 30)})

    assert "C:\\Été" in text
    assert "中文" in new.decode()


def test_a_byte_that_cannot_be_read_is_shown_and_kept(tmp_path):
    """In a message too, which names the unit: it was a fault without a line."""
    path = tmp_path / "a.po"
    path.write_bytes(b'msgid "caf\xe9"\nmsgstr "coffee"\n')
    [unit] = read_bilingual(str(path), source="fr", target="en").units

    assert unit.source == "caf\ufffd"
    assert patch(str(path), {unit.id: Change("bar")})[0] == b'msgid "caf\xe9"\nmsgstr "bar"\n'


@pytest.mark.parametrize("change", [Change("a\0b"), Change("a", note="\0")])
def test_a_nul_is_refused(tmp_path, change):
    """Gettext would take the text to end there."""
    unit, *_ = read(tmp_path, FULL)

    with pytest.raises(InputError, match="PO has no NUL"):
        patched(tmp_path, FULL, {unit.id: change})


def test_each_plural_form_is_a_unit(tmp_path):
    """The header and what is obsolete are none; a fuzzy message says so, and its limit."""
    units = read(tmp_path, FULL)

    assert [(one.source, one.target) for one in units] == [
        ("File", "Fichier"),
        ("%d file\n", "%d fichier\n"),
        ("%d files\n", "%d fichiers\n"),
    ]
    assert (units[0].context, units[0].state, units[0].longest) == ("menu", "fuzzy", 20)
    assert (units[0].notes, units[0].line) == (("extracted", "translator"), 12)
    assert units[2].id == units[1].id.replace("[0]", "[1]")


def test_only_the_translation_changes(tmp_path):
    """In the layout that it had, escaped as PO wants it."""
    file, _, many = (unit.id for unit in read(tmp_path, FULL))
    new = patched(tmp_path, FULL, {file: Change('«"a"»\n'), many: Change("%d\tb\n")}).decode()

    assert new.replace('«\\"a\\"»\\n', "Fichier").replace("%d\\tb", "%d fichiers") == FULL


def test_fuzzy_is_taken_away_and_given(tmp_path):
    """The other flags stay; a note comes first among the comments."""
    file, one, _ = (unit.id for unit in read(tmp_path, FULL))
    new = patched(tmp_path, FULL, {file: Change(state=""), one: Change(state="fuzzy", note="why")})

    assert b"\n#, max-length:20\n" in new
    assert b'# why\n#, fuzzy\nmsgid "%d file' in new
    with pytest.raises(InputError, match="no state «final»"):
        patched(tmp_path, FULL, {file: Change(state="final")})


def test_utf_8_goes_before_a_header_that_says_otherwise(tmp_path):
    """What is valid UTF-8 is never by chance what a header calls ISO-8859-1."""
    wrong = FULL.replace("UTF-8", "ISO-8859-1").replace("Fichier", "Été")

    assert read(tmp_path, wrong)[0].target == "Été"
    assert patched(tmp_path, wrong, {}) == wrong.encode()


def test_a_character_that_the_charset_lacks(tmp_path):
    """Written in UTF-8 and reported where all is ASCII; refused where that would mix encodings."""
    plain = FULL.replace("UTF-8", "ISO-8859-1")
    latin = plain.replace("Fichier", "Été").encode("latin-1")
    name = read(tmp_path, plain)[0].id
    told = []

    new = patched(tmp_path, plain, {name: Change("Союз")}, report=told.append)
    assert new == patched(tmp_path, FULL, {name: Change("Союз")}).replace(b"UTF-8", b"ISO-8859-1")
    assert "correct charset" in str(told[0])
    with pytest.raises(FormatError, match=r"has no «С».*msgconv"):
        patched(tmp_path, latin, {name: Change("Союз")})
    with pytest.raises(FormatError, match=r"has no U\+202F.*msgconv"):
        patched(tmp_path, latin, {name: Change("Quoi\u202f?")})
    assert patched(tmp_path, latin, {name: Change("À")}) == latin.replace(
        "Été".encode("latin-1"), "À".encode("latin-1")
    )
    noted = b"# once in charset=KOI8-R\n" + latin
    assert patched(tmp_path, noted, {name: Change("À")}).endswith(
        patched(tmp_path, latin, {name: Change("À")})
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        ("bonjour", "a.po:1: is not a PO catalogue: «bonjour»"),
        ('msgid "a\nmsgstr ""\n', "a.po:1"),
        ('"a"\n', "a string without a keyword"),
        ('msgid "a"\n', "has no msgstr; is it cut off"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "a.po:3: is not a PO catalogue: a second msgstr"),
    ],
)
def test_what_is_no_catalogue_is_refused_with_its_line(tmp_path, text, problem):
    """One line: where, what."""
    with pytest.raises(FormatError, match=r"a\.po") as caught:
        read(tmp_path, text)

    assert problem in str(caught.value)


prose = st.lists(st.sampled_from([*WORDS, *ODD, "un mot ", "très-long ", "\n"]), max_size=40)


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
def test_lines_end_where_gettext_ends_them(tmp_path):
    """A catalogue that msgcat wrapped is laid out in the same way by us."""
    words = "Aujourd’hui les spécialistes français-russes continuent/travaillent, «ici» "
    strings = [words[number:] * 3 for number in range(0, 60, 7)] + ["a\\nb", "x" * 100, "д " * 60]
    signs = "!#$%(),-./1:;?@[]_a|}«»é–—\u202f日、"
    strings += [
        f"{'y' * (76 - (one in '日、'))}{one}{other}{'z' * 30}" for one in signs for other in signs
    ]
    strings += ["ਾੁੰ" * 20 + " ab" * 8]
    entries = "".join(
        f'msgid "{number}"\nmsgstr "{text}"\n\n' for number, text in enumerate(strings)
    )
    head = FULL.split("\n\n", maxsplit=1)[0]
    path = tmp_path / "a.po"
    path.write_text(f"{head}\n\n{entries}", encoding="utf-8")
    done = subprocess.run(["msgcat", str(path)], capture_output=True, check=True).stdout
    path.write_bytes(done)
    blank, units = patch(
        str(path), {unit.id: Change("") for unit in read_bilingual(str(path)).units}
    )
    path.write_bytes(blank)

    assert patch(str(path), {unit.id: Change(unit.target) for unit in units})[0] == done


@given(prose.map("".join), st.sampled_from(["gettext", "polib", "line"]), st.sampled_from([0, 77]))
def test_a_layout_says_the_same(text, tool, width):
    """However it is laid out, a string says what it said."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    width = width or 78 * (tool == "polib")

    assert "".join(Layout(tool, width).lines(escaped, "msgstr")) == escaped


def test_the_layout_of_most_strings_is_that_of_new_ones():
    """Where a translation was empty, the file says how it lays strings out."""
    long = "mot " * 40
    wrapped = Layout("gettext", 77).lines(long, "msgid")

    assert Layouts([("msgid", wrapped)]).lines(long, "msgstr", [""]) == wrapped
    assert Layouts([("msgid", [long])]).lines(long, "msgstr", [""]) == [long]
    assert Layouts([("msgid", ["", "a"])]).lines("b", "msgstr", [""]) == ["", "b"]


@settings(max_examples=60, deadline=None)
@given(prose.map("".join), prose.map("".join))
def test_any_text_survives_and_the_old_one_restores_the_bytes(tmp_path_factory, first, second):
    """Whatever becomes the translation is read from it again; put back, the file is as it was."""
    folder = tmp_path_factory.mktemp("x")
    name = read(folder, FULL)[0].id
    start = patched(folder, FULL, {name: Change(first)})
    other = patched(folder, start, {name: Change(second)})

    assert read(folder, other)[0].target == second
    assert patched(folder, other, {name: Change(first)}) == start


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus in {CORPUS}")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("po/dev/*")), ids=lambda path: path.name)
def test_files_of_other_tools_keep_every_other_byte(path, tmp_path):
    """Translating a third of the units and back gives the bytes, where a tool laid them out."""
    data = path.read_bytes()
    units = read_bilingual(str(path)).units
    plain = [one for one in units if one.target and "<" not in one.target]
    old = {one.id: one.target for one in plain[::3]}
    other = tmp_path / path.name
    other.write_bytes(patch(str(path), {name: Change(old[name][::-1]) for name in old})[0])

    assert patch(str(path), {})[0] == data
    assert patch(str(other), {name: Change(old[name]) for name in old})[0] == data


def test_a_message_that_is_not_wrapped_tells_of_no_other(tmp_path):
    """Nor does a long line of its own; a new translation of it stays as long as it is."""
    head = FULL.split("\n\n", maxsplit=1)[0]
    long, wrapped = "mot " * 40, Layout("gettext", 77).lines("mot " * 40, "msgstr")
    lines = "\n".join(f'"{line}"' for line in wrapped)
    text = (
        f'{head}\n\n#, no-wrap\nmsgid "a"\nmsgstr ""\n"{long}\\n"\n"fin"\n\n'
        f'msgid "b"\nmsgstr {lines}\n'
    )
    first, second = (unit.id for unit in read(tmp_path, text))
    changed = patched(tmp_path, text, {first: Change(f"un {long}"), second: Change("x")})

    assert f'msgstr "un {long}"\n'.encode() in changed
    assert (
        patched(tmp_path, changed.decode(), {first: Change(f"{long}\nfin"), second: Change(long)})
        == text.encode()
    )
