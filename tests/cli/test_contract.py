"""What every command keeps to: help, exit codes, streams, formats, the one line of an error."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

import termbase
from command_line import SCRIPT, Ran, run, run_on_terminal, run_script, surroundings
from termbase.cli._declare import Command
from termbase.cli.start import COMMANDS
from termbase.cli.tree import declared

DECLARED: list[Command] = [one for name in COMMANDS for one in declared(name)]
NAMES = [one.name for one in DECLARED]

FR, EN = "tm/sources/article.fr.txt", "tm/sources/article.en.txt"
ANSWERING = {
    "lookup": ["lookup", "télédétection"],
    "lookup -": ["lookup", "-"],
    "search": ["search", "Lors de la réunion."],
    "search -c": ["search", "-c", "télédétection"],
    "check": ["check", FR, EN],
    "segment": ["segment", FR],
    "align": ["align", FR, EN],
    "stats": ["stats"],
    "doctor": ["doctor"],
    "config": ["config"],
    "explain": ["explain", "T101"],
}
WITH_FORMATS = [
    (name, choice)
    for name, words in ANSWERING.items()
    for one in DECLARED[NAMES.index(words[0])].options
    if one.key == "format"
    for choice in one.choices
    if choice != "xlsx"  # goes to files only
]


def answer(name: str, folder: Path, *more: str) -> Ran:
    words = ANSWERING[name]
    return run(*words, *more, folder=folder, stdin="La télédétection de la Terre.")


@pytest.mark.parametrize("command", DECLARED, ids=NAMES)
def test_help_says_what_a_command_does_with_an_example(command: Command, tmp_path: Path) -> None:
    """-h shows what a command is for, an example, each option and what it takes, and exits 0."""
    ran = run(*command.name.split(), "-h", folder=tmp_path)

    assert ran.code == 0
    assert " ".join(ran.out.split()).find(command.help) > 0
    assert f"Example:\n    {command.example}" in ran.out
    assert all(flag in ran.out for one in command.options for flag in one.flags)
    unwrapped = "".join(ran.out.split())
    assert all(word in unwrapped for one in command.options for word in one.choices)
    assert run(*command.name.split(), "--help", folder=tmp_path) == ran


def test_help_lists_every_command(tmp_path: Path) -> None:
    """termbase -h names all commands, each with its first sentence; so does termbase alone."""
    ran = run("-h", folder=tmp_path)

    assert all(f"  {name.split()[0]} " in ran.out for name in NAMES)
    for group in {name.split()[0] for name in NAMES if " " in name}:
        inner = [name.split()[1] for name in NAMES if name.startswith(f"{group} ")]
        assert all(f"  {name} " in run(group, folder=tmp_path).out for name in inner)
    assert run(folder=tmp_path).out == ran.out


@pytest.mark.parametrize("command", DECLARED, ids=NAMES)
def test_the_example_of_the_help_is_a_command_line(command: Command, tmp_path: Path) -> None:
    """Every example is read as typed: what goes wrong with it is not its options."""
    ran = run(*command.example.split()[1:], folder=tmp_path)

    assert "termbase" in command.example
    assert "option" not in ran.err
    assert ran.code in {0, 1, 2}


def test_the_version_is_one_line(tmp_path: Path) -> None:
    """--version prints the program's name and its version."""
    assert run("--version", folder=tmp_path) == Ran(0, f"termbase {termbase.__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lokup", "x"], "did you mean lookup?"),
        (["lookup", "x", "--fromat", "json"], "did you mean --format?"),
        (["stats", "--fromat", "json"], "did you mean --format?"),
        (["lookup", "x", "-f", "jsn"], "did you mean json?"),
        (["import", "x.tmx", "--merge", "updat"], "did you mean update?"),
        (["lookup", "x", "-n", "ten"], "--limit ten: give a number from 1"),
        (["lookup", "x", "-s", "French"], "language «French» is unknown; did you mean «fr»?"),
        (["lookup", "x", "-t", "iw,french"], "did you mean"),
        (["lookup", "x", "y"], "put a text of several words in quotes"),
        (["lookup"], "missing argument"),
        (["-q", "stats"], "stands behind the command"),
        (["explain", "T99"], "the rules are T101"),
        (["search", "x", "--min", "101"], "give a score from 1 to 100"),
        (["lookup", "x", "-n", "0"], "--limit 0: give a number from 1"),
        (["lookup", "x", "-n", "-3"], "--limit -3: give a number from 1"),
        (["search", "x", "-n-3"], "--limit -3: give a number from 1"),
        (["align", "a.fr.txt"], "at least one translation"),
        (["init"], "termbase init --source fr --targets en,ru"),
        (["export"], "-o FILE"),
    ],
)
def test_a_wrong_command_line_is_answered_in_one_line(
    words: list[str], said: str, tmp_path: Path
) -> None:
    """What is mistyped exits 2 with one line on stderr that says what was meant or what to do."""
    ran = run(*words, folder=tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


@pytest.mark.parametrize("name", ANSWERING)
def test_data_goes_to_stdout_and_the_rest_to_stderr(name: str, article: Path) -> None:
    """-q takes every note away and leaves the data as they are."""
    loud, quiet = answer(name, article), answer(name, article, "-q")

    assert quiet.err == ""
    assert quiet.out == loud.out
    assert loud.code == quiet.code == 0


@pytest.mark.parametrize(("name", "choice"), WITH_FORMATS)
def test_every_format_is_printed(name: str, choice: str, article: Path) -> None:
    """Each choice of -f prints; JSON is JSON with letters as letters, TSV has no stray tabs."""
    ran = answer(name, article, "-f", choice)

    assert ran.code == 0
    if choice == "json" and name != "segment":
        record = json.loads(ran.out)
        assert record["schema"].startswith("termbase.")
    elif choice in {"json", "jsonl"}:
        assert all(json.loads(line) for line in ran.lines)
    assert "\\u" not in ran.out
    assert choice != "tsv" or len({line.count("\t") for line in ran.lines}) <= 1


@pytest.mark.parametrize(
    "name", [one for one, choice in WITH_FORMATS if choice == "json" and one != "align"]
)
def test_json_is_short_for_its_format(name: str, article: Path) -> None:
    """--json is the same as -f json."""
    assert answer(name, article, "--json").out == answer(name, article, "-f", "json").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["lookup", "télédétection"], 0),
        (["lookup", "plombier zingueur"], 1),
        (["lookup", "plombier zingueur", "--exit-zero"], 0),
        (["lookup", "plombier zingueur", "-1"], 1),
        (["lookup", "plombier zingueur", "-1", "--exit-zero"], 0),
        (["search", "Le plombier est venu hier soir."], 1),
        (["search", "Le plombier est venu hier soir.", "--exit-zero"], 0),
        (["search", "-c", "plombier"], 1),
        (["search", "-c", "plombier", "--exit-zero"], 0),
        (["term", "duplicates"], 1),
        (["term", "duplicates", "--exit-zero"], 0),
        (["term", "history", "union-state"], 1),
        (["term", "history", "union-state", "--exit-zero"], 0),
        (["check", FR, EN], 0),
        (["lookup", ""], 2),
        (["search", "  "], 2),
    ],
)
def test_exit_codes_say_found_nothing_or_wrong(words: list[str], code: int, article: Path) -> None:
    """0 is found, 1 nothing found, 2 a mistake; --exit-zero makes 0 of 1, never of 2."""
    assert run(*words, folder=article).code == code


def test_a_mistake_stays_a_mistake_with_exit_zero(article: Path) -> None:
    """--exit-zero does not hide that an input is missing."""
    assert run("check", "a.fr.txt", "b.en.txt", "--exit-zero", folder=article).code == 2


def test_nothing_found_says_what_to_try(article: Path) -> None:
    """A lookup without a hit prints nothing on stdout and names the next command on stderr."""
    ran = run("lookup", "plombier zingueur", "-s", "fr", folder=article)

    assert ran.out == ""
    assert 'no term for «plombier zingueur» in fr — try: termbase search -c "' in ran.err


@pytest.mark.parametrize("words", [["lookup"], ["lookup", "-1"], ["search"], ["search", "-c"]])
def test_a_long_query_is_named_by_its_beginning(words: list[str], article: Path) -> None:
    """What was not found is named in one line, however long it was."""
    ran = run(*words, "Le plombier répare.\n\n" * 900, folder=article)

    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "«Le plombier répare. Le plombier" in ran.err
    assert len(ran.err) < 200


def test_a_traceback_is_shown_with_debug_alone(tmp_path: Path) -> None:
    """Without --debug an error is one line; with it Python says where it arose."""
    words = ["check", "missing.fr.txt", "missing.en.txt"]

    assert "Traceback" not in run_script(*words, folder=tmp_path).err
    assert "Traceback" in run_script(*words, "--debug", folder=tmp_path).err
    assert "Traceback" in run_script("lookup", "x", "--debug", folder=tmp_path).err


def test_a_reader_that_goes_away_is_no_error(article: Path) -> None:
    """A closed pipe ends a command quietly, as of any program in a pipe."""
    command = f"'{SCRIPT}' segment {FR} {FR} {FR} {FR} {FR} {FR} {FR} {FR} {FR} {FR} {FR} {FR}"

    done = subprocess.run(
        ["bash", "-c", f"{command} | head -n 1; echo ${{PIPESTATUS[0]}}"],
        cwd=article,
        env=surroundings(article),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr == ""
    assert done.stdout.splitlines()[1] == "141"


def test_ctrl_c_exits_130(article: Path) -> None:
    """An interrupted command says so in one line, without a traceback."""
    # Tests that a shell runs in the background ignore the signal, and would hand that on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(
        [SCRIPT, "lookup", "-"],
        cwd=article,
        env=surroundings(article),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, before)
    # It waits for its text as soon as it has opened the base; a signal before that finds Python
    # itself starting.
    while f"{article}/termbase.db" not in _open_files(child.pid):
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=20)

    assert (child.returncode, out) == (130, b"")
    assert err.decode() == "interrupted; nothing was left half done\n"


def _open_files(pid: int) -> list[str]:
    folder = f"/proc/{pid}/fd"
    return [os.path.realpath(os.path.join(folder, one)) for one in os.listdir(folder)]


def test_words_that_are_not_utf8_are_answered(article: Path) -> None:
    """A query in another encoding finds nothing, or is an error of one line; never a traceback."""
    for words in (["lookup", b"\xe9tat"], ["search", b"\xe9tat"], ["search", "-c", b"\xe9tat"]):
        ran = run_script(*words, folder=article)

        assert ran.code in {1, 2}
        assert ran.err.count("\n") == 1
        assert "Traceback" not in ran.err


def test_a_file_name_that_is_not_utf8_is_answered(article: Path) -> None:
    """A missing file with a broken name is an error of one line."""
    ran = run_script("check", FR, b"\xe9.en.txt", folder=article)

    assert ran.code == 2
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1


def test_a_terminal_that_speaks_no_utf8_is_spoken_to_in_utf8(article: Path) -> None:
    """In the C locale the answer is the same bytes."""
    plain = run_script("lookup", "télédétection", folder=article)
    env = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}

    assert run_script("lookup", "télédétection", folder=article, env=env).out == plain.out


def test_python_m_termbase_is_the_same_program(article: Path) -> None:
    """``python -m termbase`` answers as the console script does."""
    python = os.path.join(os.path.dirname(SCRIPT), "python")
    done = subprocess.run(
        [python, "-m", "termbase", "lookup", "télédétection"],
        cwd=article,
        env=surroundings(article),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == run("lookup", "télédétection", folder=article).out


@pytest.mark.parametrize("name", ["lookup", "search", "stats"])
def test_a_terminal_gets_a_table_and_a_pipe_gets_tsv(name: str, article: Path) -> None:
    """The same question is answered for eyes on a terminal, for programs in a pipe."""
    shown = run_on_terminal(*ANSWERING[name], folder=article).out
    piped = answer(name, article)

    assert "\t" not in shown
    assert all("\t" in line for line in piped.lines)
