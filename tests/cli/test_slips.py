"""Slips at the keyboard: a wrong place, a wrong name, Ctrl-C at once. Each is said, none costs."""

import subprocess
import sys
from pathlib import Path

import pytest

from command_line import run, surroundings

FRENCH, ENGLISH, RUSSIAN = (f"tm/sources/article.{one}.txt" for one in ("fr", "en", "ru"))

INTERRUPTED = """
import sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "termbase.cli.start":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from termbase.__main__ import main
main()
"""


def test_ctrl_c_while_the_program_is_loaded_is_no_traceback(tmp_path: Path) -> None:
    """On a busy machine that takes a second; many press it there."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        env=surroundings(tmp_path) | {"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 130
    assert done.stderr == "interrupted; nothing was left half done\n"


ENDING = """
import atexit, sys, threading, time
atexit.register(lambda: print("what a library does at the end"))
def work():
    time.sleep(0.2)
    print("somebody still at work")
if "thread" in sys.argv:
    threading.Thread(target=work).start()
sys.argv[1:] = ["--version"]
from termbase.__main__ import main
main()
"""


@pytest.mark.parametrize(("words", "lines"), [([], 2), (["thread"], 3)])
def test_what_libraries_do_at_the_end_is_done(tmp_path: Path, words: list[str], lines: int) -> None:
    """A command ends without Python taking its objects apart, a tenth of its time."""
    done = subprocess.run(
        [sys.executable, "-c", ENDING, *words],
        env=surroundings(tmp_path) | {"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == lines
    assert done.stdout.endswith("what a library does at the end\n")


@pytest.mark.parametrize(
    "words",
    [
        ["align", FRENCH, ENGLISH],
        ["check", FRENCH, ENGLISH],
        ["segment", ENGLISH],
        ["extract", ENGLISH],
    ],
    ids=lambda words: words[0],
)
def test_what_is_read_is_not_written_over(words: list[str], project: Path) -> None:
    """``-o`` with the name of the translation is a slip that would cost the translation."""
    before = (project / ENGLISH).read_bytes()

    ran = run(*words, "-o", f"./{ENGLISH}", folder=project)

    assert ran.code == 2
    assert "is a file that is read" in ran.err
    assert (project / ENGLISH).read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["align", FRENCH, ENGLISH, "-o", "no/beads.tsv"],
        ["check", FRENCH, ENGLISH, "-o", "no/check.json"],
        ["export", "-o", "no/space.tmx"],
        ["import", ENGLISH, "--report", "no/report.tsv"],
        ["import", ENGLISH, "--rejected", "no/rejected.tsv"],
    ],
    ids=lambda words: " ".join(one for one in words if "article" not in one),
)
def test_a_folder_that_is_not_there_is_said_first(words: list[str], project: Path) -> None:
    """Before any work: nothing is imported, and no generator is left open in a closed base."""
    ran = run(*words, folder=project)

    assert ran.code == 2
    assert ran.err == f"error: {words[-1]}: its folder does not exist; create it first\n"


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_an_export_that_cannot_be_written_is_one_line(project: Path) -> None:
    """The units that were to follow are let go before the base is closed."""
    ran = run("export", "-o", f"{'x' * 300}.tmx", folder=project)

    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_an_export_to_stdout_says_why_not(project: Path) -> None:
    """The ending of the file is the format."""
    ran = run("export", "-o", "-", folder=project)

    assert ran.code == 2
    assert ran.err.startswith("error: -o -: stdout has no ending")


def test_an_alignment_in_a_file_of_an_unknown_ending_is_refused(project: Path) -> None:
    """Beads in ``memory.tmz`` would be taken for a memory; with ``-f`` any name will do."""
    ran = run("align", FRENCH, ENGLISH, "-o", "memory.tmz", folder=project)

    assert ran.code == 2
    assert ran.err.startswith("error: -o memory.tmz: end it with one of .tmx .tsv")
    assert not (project / "memory.tmz").exists()
    assert run("align", FRENCH, ENGLISH, "-o", "beads", folder=project).code == 0
    assert run("align", FRENCH, ENGLISH, "-o", "b.tmz", "-f", "tmx", folder=project).code == 0


def test_other_languages_than_translations_are_refused(project: Path) -> None:
    """``-t ru,en`` with one translation would read English as Russian, ``-t ru`` with two, too."""
    more = run("align", FRENCH, ENGLISH, "-t", "ru,en", folder=project)
    fewer = run("align", FRENCH, ENGLISH, RUSSIAN, "-t", "ru", folder=project)

    assert more.code == fewer.code == 2
    assert more.err == "error: -t ru,en: names 2 languages for 1 of the texts\n"
    assert fewer.err == "error: -t ru: names 1 language for 2 of the texts\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tm", "add"], "missing argument 'LANG=TEXT…'; see termbase tm add -h"),
        (["term", "shwo"], "there is no command «shwo»; did you mean show? see termbase term -h"),
        (["tm", "lookup"], "there is no command «lookup»; see termbase tm -h"),
        (["lookup", "-x"], "there is no option -x; put -- before a text that begins with a hyphen"),
        (["term", "edit", "--nope"], "there is no option --nope; did you mean --note?"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_a_slip_within_a_group_is_led_to_its_own_help(
    words: list[str], said: str, tmp_path: Path
) -> None:
    """Names are those of the group, and the help is that of the command."""
    ran = run(*words, folder=tmp_path)

    assert ran.code == 2
    assert ran.err.startswith(f"error: {said}")


def test_a_concept_of_no_glossary_is_not_blamed_on_one_of_them(project: Path) -> None:
    """Where a base has several."""
    assert run("term", "add", "en=lathe", "--glossary", "tools", "--new", folder=project).code == 0

    ran = run("term", "show", "zzzz", folder=project)

    assert ran.code == 2
    assert ran.err == "error: no glossary has a concept «zzzz»; see «termbase term list»\n"
