"""Bad input: one clear line, exit 2, nothing written, nothing lost."""

import errno
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from command_line import SCRIPT, Ran, run, run_script, surroundings

FR, EN = "tm/sources/article.fr.txt", "tm/sources/article.en.txt"
RUSSIAN = "Сегодня специалисты продолжают работу.\n"


def utf16_without_end(path: Path) -> None:
    path.write_bytes("Bonjour le monde.".encode("utf-16")[:-1])


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _: None, "there is no such file"),
    "folder": (Path.mkdir, "is a folder"),
    "empty": (Path.touch, "empty"),
    "windows-1251": (
        lambda path: path.write_bytes(RUSSIAN.encode("windows-1251")),
        "iconv -f WINDOWS-1251 -t UTF-8",
    ),
    "invalid bytes": (lambda path: path.write_bytes(b"fr\ten\nmot\xff\tword\n"), "not UTF-8"),
    "broken off": (utf16_without_end, ""),
    "binary": (lambda path: path.write_bytes(b"PK\x03\x04\x14\0\0\0"), ""),
    "broken gzip": (lambda path: path.write_bytes(b"\x1f\x8b\x08\x00broken"), "gzip"),
}
READING = {
    "segment": ("bad.fr.txt", ["segment", "bad.fr.txt", "-s", "fr"]),
    "align": ("bad.fr.txt", ["align", "bad.fr.txt", EN, "-o", "new.tmx"]),
    "check texts": ("bad.en.txt", ["check", FR, "bad.en.txt"]),
    "check a file": ("bad.po", ["check", "bad.po", "-s", "fr", "-t", "en"]),
    "import a memory": ("bad.tmx", ["import", "tm/space.tmx", "bad.tmx", "--base", "new.db"]),
    "import a glossary": ("bad.tbx", ["import", "bad.tbx"]),
    "import a table": ("bad.tsv", ["import", "glossary/space.csv", "bad.tsv", "--into", "new"]),
    "build": ("tm/sources/article.ru.txt", ["build"]),
}


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder with its bytes, so that a change shows."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_refused(ran: Ran, place: str, said: str) -> None:
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1
    assert place in ran.err
    assert said.lower() in ran.err.lower()
    assert "fault in termbase" not in ran.err


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("reader", READING)
def test_a_broken_input_is_one_line_and_changes_nothing(
    reader: str, kind: str, project: Path
) -> None:
    """Each command that reads names the file and what is wrong with it, and writes nothing."""
    if reader == "build" and kind == "missing":
        pytest.skip("a translation that is missing is not there yet, and no mistake")
    name, words = READING[reader]
    (project / name).unlink(missing_ok=True)
    make, said = BROKEN[kind]
    make(project / name)
    before = contents(project)

    ran = run(*words, folder=project)

    assert_refused(ran, name, said)
    assert contents(project) == before


def test_utf16_is_read_as_it_says_it_is(project: Path) -> None:
    """A text or table in UTF-16 with its mark is no bad input: it is read."""
    text = (project / FR).read_text("utf-8")
    (project / "u16.fr.txt").write_text(text, "utf-16")

    read = run("segment", "u16.fr.txt", folder=project)

    assert read.out == run("segment", FR, folder=project).out
    piped = run("segment", "-", folder=project, stdin=text.encode("utf-16"))
    assert piped.out == read.out


@pytest.mark.parametrize("words", [["lookup", "-"], ["search", "-"], ["segment", "-"]])
def test_bytes_on_stdin_that_are_no_text_are_refused(words: list[str], article: Path) -> None:
    """What is piped in is held to the same as a file."""
    ran = run(*words, folder=article, stdin=RUSSIAN.encode("windows-1251"))

    assert_refused(ran, "stdin", "WINDOWS-1251")


@pytest.mark.parametrize(
    "words",
    [
        ["segment", FR, "-s", "xx"],
        ["align", FR, EN, "-s", "xx", "-t", "en"],
        ["check", FR, EN, "-s", "fr", "-t", "q1"],
        ["import", "glossary/space.csv", "-s", "xx"],
        ["export", "-o", "new.tmx", "--langs", "fr,xx"],
        ["lookup", "x", "-s", "xx"],
        ["search", "x", "-t", "xx"],
        ["init", "--source", "xx", "--targets", "en"],
    ],
)
def test_an_unknown_language_is_refused(words: list[str], project: Path) -> None:
    """Whatever takes a language says which one it does not know."""
    before = contents(project)

    assert_refused(run(*words, folder=project), "language «", "is unknown")
    assert contents(project) == before


def newer(path: Path, good: Path) -> None:
    shutil.copy(good, path)
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")


def others(path: Path, _: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE cookies (name)")


BASES: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "of a newer version": (newer, "upgrade"),
    "of another program": (others, "another program"),
    "no database": (lambda path, _: path.write_text("fr\ten\n" * 400), "is not a base"),
    "a folder": (lambda path, _: path.mkdir(), "is a folder"),
}
USING = {
    "lookup": ["lookup", "x"],
    "search": ["search", "x"],
    "search -c": ["search", "-c", "x"],
    "check": ["check", FR, EN],
    "stats": ["stats"],
    "import": ["import", "glossary/space.tbx"],
    "export": ["export", "-o", "new.tmx"],
    "build": ["build"],
    "align": ["align", FR, EN, "-o", "new.tmx"],
}


@pytest.mark.parametrize("kind", BASES)
@pytest.mark.parametrize("command", USING)
def test_what_is_no_base_is_refused_and_left_alone(command: str, kind: str, project: Path) -> None:
    """A base that cannot be used is named, kept as it was, and nothing else is written."""
    make, said = BASES[kind]
    make(project / "other.db", project / "termbase.db")
    with (project / FR).open("a", encoding="utf-8") as text:
        text.write("\nUne phrase de plus.\n")
    before = contents(project)

    ran = run(*USING[command], "--base", "other.db", folder=project)

    assert_refused(ran, "other.db", said)
    assert contents(project) == before


@pytest.mark.parametrize("command", ["lookup", "search", "search -c", "stats", "export"])
def test_a_base_that_is_missing_is_not_made_by_reading(command: str, project: Path) -> None:
    """A command that only reads says how to make a base, and makes none."""
    ran = run(*USING[command], "--base", "gone/no.db", folder=project)

    assert_refused(ran, "gone/no.db", "termbase import FILE")
    assert not (project / "gone").exists()


def test_an_argument_that_is_no_text_is_refused(project: Path) -> None:
    """A byte of the command line that no character stands for goes into no base."""
    before = contents(project)
    for words in (["tm", "add"], ["tm", "edit", "space#1"], ["term", "add"]):
        ran = run(*words, "fr=engin\udcff", "en=craft", folder=project)
        assert_refused(ran, "engin\\udcff", "is no character; write it in UTF-8")
    assert contents(project) == before


def test_a_first_import_that_fails_leaves_no_base_behind(tmp_path: Path) -> None:
    """Neither a base nor its folder is left by an import that did not come to its end."""
    (tmp_path / "bad.tsv").write_bytes(b"fr\ten\nmot\xff\tword\n")

    ran = run("import", "bad.tsv", folder=tmp_path)

    assert ran.code == 2
    assert [path.name for path in tmp_path.rglob("*")] == ["bad.tsv"]


def test_an_import_of_several_files_is_all_or_nothing(project: Path, table: Path) -> None:
    """If the second file is bad, the first is not in the base either."""
    (project / "bad.tsv").write_bytes(b"fr\ten\nmot\xff\tword\n")

    assert run("import", str(table), "bad.tsv", folder=project).code == 2
    assert run("lookup", "plombier zingueur", folder=project).code == 1


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("[project\n", "is not TOML"),
        ('[project]\nsource = "xx"\n', "language «xx» is unknown"),
        ("[project]\nsorce = 1\n", "knows no «sorce»"),
        ('[project]\nsource = "fr"\n', "names no source and targets"),
        ('[project]\nsource = "fr"\ntargets = ["en"]\n[[memory]]\nname = "a"\n', "has no «output»"),
        ('[project]\nsource = "fr"\ntargets = ["en"]\n', "names no [[memory]]"),
    ],
)
def test_a_wrong_termbase_toml_says_what_to_write(settings: str, said: str, tmp_path: Path) -> None:
    """Settings that are wrong are an error of one line that names termbase.toml."""
    (tmp_path / "termbase.toml").write_text(settings, "utf-8")

    assert_refused(run("build", folder=tmp_path), "termbase.toml", said)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "words",
    [
        ["export", "-o", "full.tmx"],
        ["export", "-o", "full.tbx"],
        ["align", FR, EN, "-f", "tmx", "-o", "full.tmx"],
        ["lookup", "télédétection", "-o", "full.tsv"],
        ["check", FR, EN, "-q", "-f", "sarif", "-o", "full.sarif"],
        ["segment", FR, "-o", "full.txt"],
    ],
)
def test_a_full_disk_is_said(words: list[str], project: Path) -> None:
    """An output that does not fit on the disk is an error of one line."""
    os.symlink("/dev/full", project / words[-1])

    assert_refused(run(*words, folder=project), words[-1], "the disk is full")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_full_stdout_is_said(article: Path) -> None:
    """What cannot be printed is not passed over in silence."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        for words in (["lookup", "télédétection"], ["stats"], ["--version"]):
            done = subprocess.run(
                [SCRIPT, *words],
                cwd=article,
                env=surroundings(article),
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
            assert done.returncode == 2
            assert done.stderr == b"error: stdout: No space left on device; nothing was lost\n"


def test_a_folder_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not allowed is told with what to look at, wherever it is met."""

    def refused(path: str) -> list[str]:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(os, "listdir", refused)
    words = ["align", "--pairs", "closed", "-s", "fr", "-t", "en"]
    assert_refused(run(*words, folder=tmp_path), "closed", "check its permissions")


def test_a_name_of_two_lines_is_told_in_one(tmp_path: Path) -> None:
    """An error is one line, whatever stands in the name of a file."""
    assert_refused(run("segment", "a\nb.fr.txt", folder=tmp_path), "a b.fr.txt", "no such file")


@pytest.mark.parametrize("words", [["lookup", "x"], ["align", "a.fr.txt", "a.en.txt"]])
def test_a_folder_that_is_gone_is_said(words: list[str], tmp_path: Path) -> None:
    """Who stands in a folder that somebody else has deleted is told so."""
    gone = tmp_path / "gone"
    gone.mkdir()
    command = 'cd "$1"; rmdir "$1"; shift; exec "$@"'
    done = subprocess.run(
        ["sh", "-c", command, "sh", str(gone), SCRIPT, *words],
        env=surroundings(tmp_path),
        capture_output=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr == b"error: the folder you are in was deleted; change to another one\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_notes_that_nobody_can_take_down_end_nothing(unbuffered: str, article: Path) -> None:
    """Where stderr is full, the data and the exit code are as they are elsewhere."""
    words = ["search", "-c", "télédétection"]
    heard = run_script(*words, folder=article)
    with open("/dev/full", "w", encoding="utf-8") as full:
        alone = subprocess.run(
            [SCRIPT, *words],
            cwd=article,
            env=surroundings(article, {"PYTHONUNBUFFERED": unbuffered}),
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )

    assert heard.err
    assert (alone.returncode, alone.stdout.decode()) == (heard.code, heard.out)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where the system lets us make one."""
    yield from _mounted(tmp_path / "small", "size=64k")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder where nobody may write."""
    folder = tmp_path / "read-only"
    if os.geteuid():
        folder.mkdir(0o555)
        yield folder
        folder.chmod(0o755)
    else:  # permissions do not bind root, a read-only disk does
        yield from _mounted(folder, "ro")


def _mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        subprocess.run(words, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_base_that_outgrows_the_disk_is_as_it_was(small_disk: Path, project: Path) -> None:
    """A first import that does not fit leaves no base; a later one leaves the base as it was."""
    base = str(small_disk / "b.db")

    ran = run("import", "glossary/space.tbx", "tm/space.tmx", "--base", base, folder=project)

    assert_refused(ran, base, "the disk is full")
    assert list(small_disk.iterdir()) == []


def test_a_file_that_outgrows_the_disk_leaves_the_old_one(small_disk: Path, project: Path) -> None:
    """An export that does not fit leaves what was there before, and no part of itself."""
    old = small_disk / "space.tbx"
    old.write_text("old", "utf-8")

    ran = run("export", "-o", str(old), folder=project)

    assert_refused(ran, str(old), "the disk is full")
    assert contents(small_disk) == {str(old): b"old"}


@pytest.mark.parametrize(
    "words",
    [
        ["export", "-o", "{}/new.tmx"],
        ["align", FR, EN, "-o", "{}/new.tmx"],
        ["stats", "-o", "{}/stats.tsv"],
        ["import", "glossary/space.csv", "--base", "{}/new.db"],
        ["init", "--source", "fr", "--targets", "en", "--project", "{}"],
    ],
)
def test_a_read_only_folder_is_said(words: list[str], read_only: Path, project: Path) -> None:
    """Where nobody may write, nothing is written, and one line says so."""
    ran = run(*(word.format(read_only) for word in words), folder=project)

    assert_refused(ran, str(read_only), "")
    assert list(read_only.iterdir()) == []


def test_a_read_only_base_is_read(read_only: Path, project: Path) -> None:
    """To look up, a base need not be writable."""
    if os.geteuid():
        (project / "termbase.db").chmod(0o444)
        assert run("lookup", "télédétection", folder=project).code == 0
    else:
        subprocess.run(["mount", "-o", "remount,rw", str(read_only)], check=True)
        shutil.copy(project / "termbase.db", read_only)
        subprocess.run(["mount", "-o", "remount,ro", str(read_only)], check=True)
        base = str(read_only / "termbase.db")
        assert run("lookup", "télédétection", "--base", base, folder=project).code == 0
        assert_refused(
            run("import", "glossary/space.csv", "--base", base, "--into", "new", folder=project),
            base,
            "read-only",
        )


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("termbase.db", ["lookup", "télédétection"]),
        ("termbase.db", ["check", FR, EN, "-q"]),
        ("space.tsv", ["segment", FR]),
        ("space.tsv", ["export", "--base", "space.tsv"]),
        ("space.tsv", ["align", FR, EN, "-f", "tsv"]),
        ("termbase.toml", ["explain", "T101"]),
    ],
)
def test_no_output_takes_the_place_of_a_base(output: str, words: list[str], project: Path) -> None:
    """A base and the settings are never written over by what a command prints or writes."""
    shutil.copy(project / "termbase.db", project / "space.tsv")
    before = contents(project)

    assert_refused(run(*words, "-o", output, folder=project), output, "write to another")
    assert contents(project) == before


def test_an_output_needs_a_folder_and_a_known_ending(project: Path) -> None:
    """A missing folder, a folder as output and an unknown ending are refused by name."""
    for output, said in (
        ("gone/x.tmx", "its folder does not exist"),
        ("tm", "is a folder"),
        ("x.docx", "no format"),
    ):
        assert_refused(run("export", "-o", output, folder=project), output, said)


def test_a_killed_build_loses_nothing(project: Path) -> None:
    """A build that is killed at any time leaves each output as it was or as it shall be."""
    outputs = [project / name for name in ("glossary/space.tbx", "glossary/space.csv")]
    old = [path.read_bytes() for path in outputs]
    table = project / "glossary/sources/earth-observation.tsv"
    table.write_text(table.read_text("utf-8").replace("hors de", "loin de"), "utf-8")
    for wait in (0.3, 0.6, 0.9, 60):
        child = subprocess.Popen([SCRIPT, "build", "-q"], cwd=project, stdout=subprocess.DEVNULL)
        try:
            child.wait(wait)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        for path, before in zip(outputs, old, strict=True):
            assert path.read_bytes() == before or b"loin de" in path.read_bytes()
            assert path.read_bytes().endswith(before[-20:])

    assert run("build", "--check", folder=project).code == 0
    assert run_script("lookup", "télédétection", folder=project).code == 0
