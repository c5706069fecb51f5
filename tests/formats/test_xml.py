"""XML that nobody vouches for: bombs, endless texts and depths are refused, quickly and by name."""

import resource
import subprocess
import sys

import pytest

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
        pytest.param("<tmx " + 'a="1" ' * 2 + ">", id="attribute-twice"),
    ],
)
def test_hostile_xml_is_refused(tmp_path, text):
    """One line with the file; nothing is fetched, nothing fills the memory."""
    path = tmp_path / "x.tmx"
    path.write_text(text)

    assert read(path).startswith(f"{path}:")


def test_a_long_line_is_no_reason_to_refuse(tmp_path):
    """A memory written on one line is read like any other."""
    unit = '<tu><tuv xml:lang="fr"><seg>' + "x" * 1000 + "</seg></tuv></tu>"
    path = tmp_path / "x.tmx"
    path.write_text(f'<tmx version="1.4"><header srclang="fr"/><body>{unit * 20_000}</body></tmx>')

    assert read(path) == "20000"


def test_memory_does_not_grow_with_the_file(tmp_path):
    """Units are read one at a time: ten times the units take no more memory."""
    peaks = []
    for count in (3_000, 30_000):
        unit = '<tu><tuv xml:lang="fr"><seg>été</seg></tuv></tu>\n'
        path = tmp_path / f"{count}.tmx"
        path.write_text(f'<tmx version="1.4"><header srclang="fr"/>{unit * count}</tmx>')
        code = READ + "import resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )
        peaks.append(int(done.stdout.split()[-1]))

    assert peaks[1] < peaks[0] + 20_000
