"""XML that nobody vouches for: bombs, endless texts and depths are refused, quickly and by name."""

import os
import resource
import subprocess
import sys

import pytest

from hanging import no_hanging
from termbase.errors import FormatError
from termbase.formats._xml_refusals import said
from termbase.formats.tmx import read_memory

HEAD = '<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="fr"><seg>'
TAIL = "</seg></tuv></tu></body></tmx>"
LAUGHS = "<!DOCTYPE tmx [" + '<!ENTITY a0 "ha">'
LAUGHS += "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
QUADRATIC = f'<!DOCTYPE tmx [<!ENTITY a "{"x" * 100_000}">]>'
READ = """
import sys
from termbase.formats.tmx import read_memory
from termbase.errors import FormatError
try:
    header, units = read_memory(sys.argv[1])
    print(sum(len(unit.variants) for unit in units))
except FormatError as error:
    print(error)
"""


def read(path):
    """Read a memory in a process that may take 256 MB above its start, and 30 seconds."""

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (768 << 20, 768 << 20))

    return subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
        preexec_fn=limit,
    ).stdout.strip()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LAUGHS + HEAD + "&a11;" + TAIL, id="billion-laughs"),
        pytest.param(QUADRATIC + HEAD + "&a;" * 100_000 + TAIL, id="quadratic"),
        pytest.param(HEAD + "<hi>" * 100_000, id="depth"),
        pytest.param(HEAD + "x" * 200_000_000 + TAIL, id="text-of-200-MB"),
        pytest.param(f'<!DOCTYPE tmx SYSTEM "http://localhost:9/x">{HEAD}&x;{TAIL}', id="external"),
        pytest.param(HEAD + "&undefined;" + TAIL, id="undefined"),
        pytest.param(HEAD + "<x/>" * 5_000_000 + TAIL, id="endless-record"),
        pytest.param("<tmx " + 'a="1" ' * 2 + ">", id="attribute-twice"),
    ],
)
def test_hostile_xml_is_refused(tmp_path, text):
    """One line with the file; nothing is fetched, nothing fills the memory."""
    path = tmp_path / "x.tmx"
    path.write_text(text)

    assert read(path).startswith(f"{path}:")


def test_a_storm_of_control_characters_is_told_once_for_each_line(tmp_path):
    """A binary mess costs neither time nor a flood of messages."""
    path = tmp_path / "x.tmx"
    path.write_text(HEAD + "\x01a" * 400_000 + "\n&#1;" * 3 + TAIL)
    repairs = []
    _, units = read_memory(str(path), report=repairs.append)

    assert next(units).variants[0].text == "a" * 400_000 + "\n" * 3
    assert [one.line for one in repairs if "is no character" in one.problem] == [2, 3, 4]
    assert [one.line for one in repairs if one.problem.startswith("control")] == [1]


@pytest.mark.parametrize("name", ["hex", "idna", "undefined", "utf-7", "klingon", "unicode_escape"])
def test_an_odd_declaration_harms_nobody(tmp_path, name):
    """A codec of Python that is no encoding of files is not used."""
    path = tmp_path / "x.tmx"
    path.write_text(f'<?xml version="1.0" encoding="{name}"?>{HEAD}a{TAIL}')

    assert read(path) == "1"


def test_white_space_before_the_declaration_is_no_reason_to_refuse(tmp_path):
    """The lines stay right."""
    path = tmp_path / "x.tmx"
    path.write_text(f'\n\n <?xml version="1.0"?>\n{HEAD}a{TAIL}')
    repairs = []
    _, units = read_memory(str(path), report=repairs.append)

    assert next(units).variants[0].text == "a"
    assert [one.line for one in repairs] == [1, 4]


def test_a_parser_that_quotes_the_file_is_cut_to_one_line():
    """However many lines of it it quotes."""
    quoted = "Double hyphen within comment: <!-- head\n<tmx>\n" + "x\n" * 500

    assert said(quoted).startswith("Double hyphen within comment: <!-- head <tmx> x x")
    assert len(said(quoted)) == 200


def test_white_space_alone_is_refused_at_once(tmp_path):
    """It was read anew from each of its blanks."""
    path = tmp_path / "x.tmx"
    path.write_text(" " * 1_000_000)
    with no_hanging(), pytest.raises(FormatError, match="no element in its beginning"):
        read_memory(str(path))


def test_nothing_is_left_out_of_a_long_record(tmp_path):
    """What stands before it waits until it is whole, however long it is."""
    notes = "<note>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</note>" * 60_000
    path = tmp_path / "x.tmx"
    path.write_text(f"{HEAD.replace('<tu>', f'<!-- b --><tu>{notes}')}a{TAIL}")
    repairs = []
    _, units = read_memory(str(path), report=repairs.append)
    [found] = units

    assert len(found.notes) == 60_000
    assert [one.value for one in found.properties] == ["<!-- b -->"]
    assert [one.problem for one in repairs if "left out" in one.action] == []


def test_a_long_line_is_no_reason_to_refuse(tmp_path):
    """A memory written on one line is read like any other."""
    unit = '<tu><tuv xml:lang="fr"><seg>' + "x" * 1000 + "</seg></tuv></tu>"
    path = tmp_path / "x.tmx"
    path.write_text(f'<tmx version="1.4"><header srclang="fr"/><body>{unit * 20_000}</body></tmx>')

    assert read(path) == "20000"


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="no /proc")
@pytest.mark.parametrize(
    "record", ['<tu><tuv xml:lang="fr"><seg>été</seg></tuv></tu>\n', "<x>été</x>\n"]
)
def test_memory_does_not_grow_with_the_file(tmp_path, record):
    """Ten times the records take no more memory, whether anybody wants them or not."""
    peaks = []
    for count in (5_000, 50_000):
        path = tmp_path / f"{count}.tmx"
        path.write_text(f'<tmx version="1.4"><body>{record * count}</body></tmx>', "utf-8")
        # Its own peak: the resource module would count what the parent took before it.
        code = READ + "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )
        peaks.append(int(done.stdout.split()[-1]))

    assert peaks[1] < peaks[0] + 4_000


def test_very_many_attributes_are_read_at_once(tmp_path):
    """All of them, in their order; they took a minute."""
    said = " ".join(f'a{number}="{number}"' for number in range(60_000))
    path = tmp_path / "a.tmx"
    path.write_text(HEAD.replace("<tuv ", f"<tuv {said} ") + "x" + TAIL)
    [unit] = read_memory(str(path))[1]
    [variant] = unit.variants

    assert variant.language == "fr"
    assert variant.attributes == tuple((f"a{one}", str(one)) for one in range(60_000))
