"""Files that want to hang us, fill the memory or read another file: refused or mended, in one line.

A child process with a limit on memory reads each; the clock only guards against hanging.
"""

import gzip
import io
import subprocess
import sys
import zipfile

import pytest

from command_line import surroundings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
HEAD = '<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="fr"><seg>'
TAIL = '</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>'
XLIFF = (
    '<xliff version="1.2"><file source-language="fr" target-language="en"><body>'
    '<trans-unit id="1"><source>'
)
XLIFF_TAIL = "</source></trans-unit></body></file></xliff>"
TBX = (
    '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="a">'
    '<langSec xml:lang="fr"><termSec><term>'
)
TBX_TAIL = "</term></termSec></langSec></conceptEntry></body></text></tbx>"
LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
BOMB = f'<!DOCTYPE x [<!ENTITY a0 "lol">{LAUGHS}]>'
QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"x" * 50_000}">]>'
LONG = "x" * (11 << 20)
FILES = {
    "external.tmx": f'<!DOCTYPE x [<!ENTITY s SYSTEM "/etc/passwd">]>{HEAD}&s;{TAIL}',
    "laughs.tmx": f"{BOMB}{HEAD}&a12;{TAIL}",
    "laughs.tbx": f"{BOMB}{TBX}&a12;{TBX_TAIL}",
    "quadratic.tmx": f"{QUADRATIC}{HEAD}{'&a;' * 50_000}{TAIL}",
    "deep.tmx": f"{HEAD}{'<hi>' * 100_000}{TAIL}",
    "deep.xlf": f"{XLIFF}{'<g>' * 100_000}{XLIFF_TAIL}",
    "deep.tbx": TBX + "<hi>" * 100_000,
    "long.tmx": f"{HEAD}{LONG}{TAIL}",
    "long.gone.tmx": f"{HEAD}{'&#1;' * (3 << 20)}{TAIL}",
    "long.tbx": f"{TBX}{LONG}{TBX_TAIL}",
    "long.xlf": f"{XLIFF}{LONG}{XLIFF_TAIL}",
    "long.po": f'msgid "{LONG}"\nmsgstr ""\n',
    "long.csv": f'fr,en\n"{LONG}",b\n',
    "wide.csv": f"fr,en{',x' * 1_000_000}\na,b\n",
    "wide.tsv": "\t" * 9_000_000 + "x",
    "line.tmx": "x" * (70 << 20),
    "line.po": "x" * (70 << 20),
    "line.xlf": "x" * (70 << 20),
    "line.txt": "x" * (70 << 20),
    "packed.tmx.gz": gzip.compress(f"{HEAD}{'x' * (70 << 20)}{TAIL}".encode()),
    "root.tmx": "<html/>",
    "cut.tmx": HEAD,
    "cut.xlf": XLIFF,
    "wrong.xlf": f"{XLIFF}a".encode() + b"\xff" + XLIFF_TAIL.encode(),
    "comment.xlf": "<xliff><!--" + "-" * 2_000_000,
    "attribute.xlf": '<xliff a="' + "x" * 2_000_000,
    "angles.xlf": "<xliff>" + "<" * 1_000_000,
    "quotes.po": 'msgid "' + '\\"' * 2_000_000,
    "many.comments.tmx": f"{HEAD}{'<!--x-->' * 1_000_000}{TAIL}",
    "many.codes.tmx": f"{HEAD}{'<ph/>' * 1_000_000}{TAIL}",
    "many.notes.tmx": f"{HEAD.replace('<tuv', '<note>x</note>' * 300_000 + '<tuv')}a{TAIL}",
    "many.terms.tbx": f"{TBX}a{'</term></termSec><termSec><term>a' * 100_000}{TBX_TAIL}",
    "many.codes.xlf": XLIFF + '<g id="1">a</g>' * 200_000 + XLIFF_TAIL,
    "many.comments.po": "# x\n" * 1_000_000 + 'msgid "a"\nmsgstr ""\n',
    "many.lines.po": 'msgid ""\n' + '"a"\n' * 1_000_000 + 'msgstr ""\n',
}
MENDED = {
    "nul.tmx": (f"{HEAD}a\x00b{TAIL}", "control character U+0000; left out"),
    "control.tmx": (f"{HEAD}a\x01b{TAIL}", "control character U+0001; left out"),
    "wrong.tmx": (
        f"{HEAD}a".encode() + b"\xff" + TAIL.encode(),
        "wrong.tmx:1: byte 0xff is not UTF-8; read as «ÿ», as in WINDOWS-1252",
    ),
    "wide.tmx": (f"{HEAD}a{TAIL}".encode("utf-16"), "1 new"),
    "unmarked.tmx": (f"{HEAD}a{TAIL}".encode("utf-16-le"), "1 new"),
    "dtd.tmx": (f'<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/x.dtd">{HEAD}a{TAIL}', "1 new"),
    "blank.csv": ("fr,en\r" + "\r" * 2_000_000 + "a,b\r", "1 new"),
    "beside.tmx": (f"{HEAD}a{TAIL.replace('</body>', '<!---->' * 300_000 + '</body>')}", "1 new"),
    "beside.tbx": (
        f"{TBX}a{TBX_TAIL.replace('</body>', '<!---->' * 300_000 + '</body>')}",
        "1 new",
    ),
    "laughs.xlf": (f"{BOMB}{XLIFF}&a12;{XLIFF_TAIL}", "1 new"),
}
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from termbase.cli.start import start
code = start(sys.argv[1:])
with open("/proc/self/status") as status:
    peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
sys.stderr.write(f"{int(peak) >> 10} MB\\n")
raise SystemExit(code)
"""


def imported(folder, name, data):
    """Import a file in a process of its own; return what it did, and the megabytes it took."""
    return limited(folder, name, data, "import", name, "--base", "a.db", "-s", "fr", "-t", "en")


def limited(folder, name, data, *words):
    """Write a file and run a command in a process of its own, within limits."""
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    environment = surroundings(folder, {"PYTHONPATH": ":".join(filter(None, sys.path))})
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    *said, used = done.stderr.splitlines()
    return done, said, int(used.split()[0])


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_in_one_line(tmp_path, name):
    """With path and cause, within 256 MB; no base is made, and nothing of another file is read."""
    done, said, used = imported(tmp_path, name, FILES[name])

    assert done.returncode == 2, done.stderr[-300:]
    assert len(said) == 1
    assert said[0].startswith(f"error: {name}:")
    assert len(said[0]) < 400
    assert used < 256
    assert "root:" not in done.stdout + done.stderr
    assert name[:5] != "long." or "longer than 10 million" in said[0]
    assert name[:5] != "many." or "a record has more than 200 thousand " in said[0]
    assert not (tmp_path / "a.db").exists()


@pytest.mark.parametrize("name", [one for one in FILES if one.startswith("many.")])
def test_doctor_refuses_what_import_refuses(tmp_path, name):
    """A record without end, as a fault with its line, within 256 MB."""
    done, _, used = limited(tmp_path, name, FILES[name], "doctor", name)

    assert done.returncode == 1
    assert "a record has more than 200 thousand " in done.stdout
    assert used < 256


@pytest.mark.parametrize("name", ["a.tmx", "a.tbx", "a.xlf", "a.po", "a.csv", "a.txt"])
def test_an_archive_under_another_name_is_named(tmp_path, name):
    """Its bytes are in no encoding of a text, so that converting it would not help."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.tmx", bytes(range(256)) * 99)
    done, said, _ = imported(tmp_path, name, packed.getvalue())

    assert done.returncode == 2
    assert said[0].startswith(f"error: {name}: is a ZIP archive, not text; ")


@pytest.mark.parametrize("name", MENDED)
def test_an_odd_file_is_mended(tmp_path, name):
    """Read without what XML forbids, in any Unicode encoding, and without fetching anything."""
    data, said = MENDED[name]
    done, _, used = imported(tmp_path, name, data)

    assert done.returncode == 0, done.stderr[-300:]
    assert said in done.stdout + done.stderr
    assert "more than 200 thousand" not in limited(tmp_path, name, data, "doctor", name)[0].stdout
    assert used < 256


def document(name, start, piece, end):
    """Return a packed document that repeats a piece to 100 MB, and a file outside of its folder."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("../../outside.txt", "x")
        with packed.open(name, "w", force_zip64=True) as part:
            many = piece * ((1 << 20) // len(piece))
            part.write(start.encode())
            for _ in range(100):
                part.write(many.encode())
            part.write(end.encode())
    return whole.getvalue()


@pytest.mark.parametrize("paragraphs", [False, True])
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_document_that_unpacks_to_too_much_is_refused(tmp_path, kind, paragraphs):
    """One text or many paragraphs: before it is unpacked; nothing is written anywhere."""
    if kind == "docx":
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        start, end = "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"
        head, tail = f'<w:document xmlns:w="{space}"><w:body>', "</w:body></w:document>"
        name = "word/document.xml"
    else:
        start, end, name = "<p>", "</p>", "content.xml"
        head, tail = '<o:d xmlns:o="urn:x"><o:body>', "</o:body></o:d>"
    piece = f"x{end}{start}" if paragraphs else "x"
    data = document(name, head + start, piece, end + tail)
    (tmp_path / "a" / "b").mkdir(parents=True)

    words = ["segment", f"x.{kind}", "-s", "fr"]
    done, said, used = limited(tmp_path / "a" / "b", f"x.{kind}", data, *words)

    assert done.returncode == 2
    assert len(said) == 1
    assert said[0].startswith(f"error: x.{kind}: «{name}» unpacks to more than ")
    assert used < 256
    assert not (tmp_path / "outside.txt").exists()


def test_an_interrupted_import_leaves_the_base_as_it_was(tmp_path):
    """A file that breaks off after thousands of good units adds none of them."""
    good = f"{HEAD}a{TAIL}"
    imported(tmp_path, "good.tmx", good)
    before = (tmp_path / "a.db").read_bytes()
    unit = '<tu><tuv xml:lang="fr"><seg>{}</seg></tuv></tu>'
    many = "".join(unit.format(number) for number in range(3000))
    done, _, _ = imported(tmp_path, "cut.tmx", HEAD + TAIL.replace("</body></tmx>", many))

    assert done.returncode == 2
    assert (tmp_path / "a.db").read_bytes() == before
