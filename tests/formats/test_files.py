"""Files: whole or not at all, and every refusal of the system in one line."""

import errno
import gzip
import os
import stat
from pathlib import Path

import pytest

from termbase.errors import FormatError, InputError
from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes, write_whole
from termbase.formats.text import read_text


def test_a_file_appears_whole(tmp_path):
    """The new bytes replace the old ones; permissions and a link stay; nothing else is left."""
    real = tmp_path / "real.tmx"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.tmx"
    link.symlink_to(real)

    write_whole(str(link), lambda stream: stream.write(b"new") and None)

    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(os.listdir(tmp_path)) == ["link.tmx", "real.tmx"]


def test_the_bytes_are_on_the_disk_before_they_get_their_name(tmp_path, monkeypatch):
    """All are synced, then the file is renamed, then its folder is synced."""
    calls = []
    sync, rename = os.fsync, os.replace

    def synced(handle):
        facts = os.fstat(handle)
        calls.append("sync folder" if stat.S_ISDIR(facts.st_mode) else f"sync {facts.st_size}")
        sync(handle)

    def renamed(old, new):
        calls.append("rename")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    write_whole(str(tmp_path / "x.tmx"), lambda stream: stream.write(b"new") and None)

    assert calls == ["sync 3", "rename", "sync folder"]


@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt(), FormatError("a", "b")])
def test_whatever_goes_wrong_the_old_file_stays(tmp_path, error):
    """A writer that fails half-way leaves the old bytes and no other file."""
    path = tmp_path / "x.tmx"
    path.write_bytes(b"old")

    def write(stream):
        stream.write(b"half")
        raise error

    with pytest.raises(type(error)):
        write_whole(str(path), write)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["x.tmx"]


def test_gzip_has_the_same_bytes_every_time(tmp_path):
    """No name and no time stands in the archive."""
    one, other = tmp_path / "a.tmx.gz", tmp_path / "b.tmx.gz"
    for path in (one, other):
        write_whole(str(path), lambda stream: stream.write(b"text") and None)

    assert one.read_bytes() == other.read_bytes()
    assert gzip.decompress(one.read_bytes()) == b"text"
    assert read_bytes(str(one)) == b"text"


@pytest.mark.parametrize(
    ("name", "message"),
    [(".", "is a folder; name a file in it"), ("gone/x", "its folder does not exist; create it")],
)
def test_a_place_that_cannot_be_written_is_one_line(tmp_path, name, message):
    """The error names the file and what to do."""
    with pytest.raises(InputError, match=message):
        write_whole(str(tmp_path / name), lambda stream: stream.write(b"x") and None)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_is_one_line(tmp_path):
    """The error says to check the permissions of the folder."""
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="check the permissions"):
        write_whole(str(tmp_path / "x"), lambda stream: stream.write(b"x") and None)


def test_a_private_file_is_private_while_it_is_written(tmp_path):
    """Nobody else reads the half of a file whose whole they may not read."""
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o600)
    modes = []

    def write(stream):
        modes.extend(one.stat().st_mode & 0o777 for one in tmp_path.iterdir())
        stream.write(b"new")

    write_whole(str(path), write)
    assert modes == [0o600, 0o600]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_somebody_has_protected_stays(tmp_path, monkeypatch):
    """A file may be replaced in a folder that may be written; who made it read-only said no."""
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o444)
    if os.geteuid() == 0:  # permissions do not bind the superuser
        monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(InputError, match="is read-only"):
        write_whole(str(path), lambda stream: stream.write(b"x") and None)
    assert path.read_bytes() == b"old"


def test_a_folder_that_may_not_be_read_takes_files(tmp_path, monkeypatch):
    """Where one may only put things in, the file is there, and nothing says otherwise."""
    really = os.open

    def refused(path, flags, mode=0o777):
        if os.path.isdir(path):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", refused)

    write_whole(str(tmp_path / "x"), lambda stream: stream.write(b"new") and None)
    assert (tmp_path / "x").read_bytes() == b"new"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_full_disk_is_one_line():
    """The error says that the disk is full."""
    with pytest.raises(InputError, match="the disk is full"):
        write_whole("/dev/full", lambda stream: stream.write(b"x" * 100_000) and None)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gone.txt", None, "there is no such file; check the name"),
        (".", None, "is a folder; name a file in it"),
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n", "the file is empty"),
        ("a.docx", b"PK\x03\x04xxxx", "is a ZIP archive, not text"),
        ("a.rtf", b"{\\rtf1\\ansi Bonjour.}", "is RTF, not text"),
        ("a.bin", b"\x00\x01\x02\x00\x00", "is binary, not text"),
        ("a.txt", "été".encode("latin-1"), "a.txt:1:1: byte 0xe9 at offset 0 is not UTF-8"),
        (
            "a.txt",
            "Привет мир".encode("cp1251"),
            "probably WINDOWS-1251; save it as UTF-8, or: iconv",
        ),
        ("a.txt", "é".encode() * 9 + b"\xff", "a.txt:1:10: byte 0xff at offset 18 is not UTF-8;"),
        ("a.txt", b"\xff\xfea", "byte 0x61 at offset 2 is not UTF-16; save it"),
        ("a.gz", gzip.compress(b"text", mtime=0)[:-9], "the gzip archive is broken"),
    ],
)
def test_a_text_that_cannot_be_read_is_one_line(tmp_path, name, data, message):
    """The error names the file, the place of a wrong byte, and what to do."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(FormatError, match=message) as caught:
        read_text(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["WINDOWS-1251", "KOI8-R", "CP866", "ISO-8859-5"])
@pytest.mark.parametrize(
    "text",
    [
        "Глава госкорпорации встретился с государственным секретарём Союзного государства.",
        "ДИСТАНЦИОННОЕ ЗОНДИРОВАНИЕ ЗЕМЛИ",
        "fr\tru\npompe\tнасос\nmaison\tдом\n",
        "Съешь же ещё этих мягких французских булок, да выпей чаю.",
        "Українська мова в Україні",
    ],
)
def test_cyrillic_is_called_by_its_encoding(tmp_path, encoding, text):
    """Sentences, capitals and a table of words; the encoding named is the one that converts it."""
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding, "ignore"))

    with pytest.raises(
        FormatError, match=f"probably {encoding}; save it as UTF-8, or: iconv -f {encoding}"
    ):
        read_text(str(path))


@pytest.mark.parametrize(
    ("text", "encoding"), [("这是一个测试。", "gbk"), ("衛星です", "shift-jis")]
)
def test_what_nothing_speaks_for_is_not_named(tmp_path, text, encoding):
    """Runs of high bytes that are no Cyrillic get no guess."""
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))

    with pytest.raises(FormatError, match="is not UTF-8; save it as UTF-8"):
        read_text(str(path))


def test_a_bomb_of_gzip_is_refused(tmp_path):
    """What is read whole has a greatest size, packed or not."""
    path = tmp_path / "a.txt.gz"
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for _ in range(300):
            stream.write(b"x" * (1 << 20))
    with pytest.raises(FormatError, match="is larger than 64 MB; split it"):
        read_text(str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_every_unicode_encoding(tmp_path, encoding):
    """Line ends stay as they are, so offsets in the text are offsets in the file."""
    text = "Привет, мир.\r\nÉté.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))

    assert read_text(str(path)) == text


def test_a_stray_nul_is_named_with_its_line(tmp_path: Path) -> None:
    """It makes no UTF-16 of a plain text, and no binary."""
    path = tmp_path / "a.csv"
    path.write_bytes("fr;en\nété\0;summer\n".encode())
    with pytest.raises(FormatError) as error:
        decode(str(path), path.read_bytes())
    assert str(error.value).startswith(f"{path}:2: holds a NUL character")


@pytest.mark.parametrize("text", ["fr;en\nfoo;bar\n", "Спутник на орбите.", "日本語。 はい", "été"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read(text: str, encoding: str) -> None:
    """Whatever letters it has, as long as one of them, or a space, is Latin."""
    known = any(sign < "\u0100" for sign in text)
    assert not known or decode("a.txt", text.encode(encoding)) == text


@pytest.mark.parametrize(
    "data",
    [
        b"fr,en\nchat\0,cat \xe9t\xe9\n",
        "Привет, мир\0 и так далее".encode() + b"\xff",
        "Привет, мир\0 и так далее, слово".encode("cp1251"),
    ],
)
def test_a_stray_nul_in_broken_text_makes_no_utf_16_of_it(data: bytes) -> None:
    """A NUL and a wrong byte are two accidents; the message names the one that can be mended."""
    with pytest.raises(FormatError, match="is not UTF-8"):
        decode("a.csv", data)


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="no /dev/fd")
def test_a_pipe_is_written_to_under_its_name() -> None:
    """As a shell names one to a program: ``-o /dev/stdout``, ``-o >(sort)``."""
    ours, theirs = os.pipe()
    with os.fdopen(ours, "rb") as reader:
        with os.fdopen(theirs, "wb"):
            write_whole(f"/dev/fd/{theirs}", lambda stream: stream.write(b"text") and None)
        assert reader.read() == b"text"
