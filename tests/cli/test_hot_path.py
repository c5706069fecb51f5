"""The two readings of a plain command line: ours without typer, and typer's own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.cli import start
from termbase.cli._declare import Command, Given, Option, all_options
from termbase.cli._parse import parse_plain
from termbase.cli.tree import USAGE_ERROR, declared, read_words
from termbase.errors import InputError

COMMANDS = {one.name: one for module in start.COMMANDS for one in declared(module)}


def typer_gives(command: Command, words: list[str]) -> Given | None:
    """Return what typer hands to a command for its words; None where it refuses them."""
    try:
        asked = read_words([*command.name.split(), *words])
    except (InputError, USAGE_ERROR):
        return None
    return asked[1] if asked else None


texts = st.sampled_from(["x", "État de l'Union", "-", "", "é=ü", "a b", "0"]) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=4
)


def values(option: Option) -> st.SearchStrategy[str]:
    """Values that an option takes, and some that it does not."""
    right = st.sampled_from(option.choices) if option.choices else texts
    if option.type is int:
        right = st.integers(0, 500).map(str)
    return st.one_of(right, right, right, texts)


def spelt(option: Option) -> st.SearchStrategy[list[str]]:
    """An option as typed: apart from its value, joined with it, or left without one."""
    flags = st.sampled_from(option.flags)
    if not option.metavar:
        return flags.map(lambda flag: [flag])
    return st.builds(
        lambda flag, value, way: {
            "apart": [flag, value],
            "joined": [f"{flag}={value}" if flag.startswith("--") else flag + value],
            "bare": [flag],
        }[way],
        flags,
        values(option),
        st.sampled_from(["apart", "apart", "apart", "joined", "joined", "bare"]),
    )


def command_lines(command: Command) -> st.SearchStrategy[list[str]]:
    options = st.sampled_from(all_options(command)).flatmap(spelt)
    words = texts.map(lambda text: [text])
    parts = st.lists(options, max_size=5).flatmap(
        lambda some: st.lists(words, min_size=1, max_size=1).flatmap(
            lambda one: st.permutations([*some, *one])
        )
    )
    strange = st.lists(options | words | st.sampled_from([["--"], ["-qv"], ["-h"], ["--lim", "3"]]))
    return (parts | strange).map(lambda lines: [word for part in lines for word in part])


@pytest.mark.parametrize("name", COMMANDS)
@given(data=st.data())
def test_both_readings_of_a_command_line_agree(name: str, data: st.DataObject) -> None:
    """Whatever the hot path reads, typer reads the same; what typer refuses, it leaves to typer."""
    words = data.draw(command_lines(COMMANDS[name]))
    ours = parse_plain(COMMANDS[name], words)

    if ours is not None:
        assert ours == typer_gives(COMMANDS[name], words)


def plain_lines(command: Command) -> Iterator[tuple[list[str], str]]:
    needed = sum(one.required for one in command.arguments)
    text = ["text"] * (needed or len(command.arguments[:1]))
    for option in all_options(command):
        for flag in option.flags:
            value = option.choices[0] if option.choices else "7"
            joined = f"{flag}={value}" if flag.startswith("--") else flag + value
            for words in [[flag, value], [joined]] if option.metavar else [[flag]]:
                yield [*text, *words], option.key


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_read_without_typer(name: str) -> None:
    """Each option of a hot command, however it is written, is given and equals typer's reading."""
    for words, key in plain_lines(COMMANDS[name]):
        ours = parse_plain(COMMANDS[name], words)

        assert ours is not None, words
        assert ours[key]
        assert ours == typer_gives(COMMANDS[name], words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["-h"],
        ["--help"],
        ["x", "y"],
        ["x", "--nothing"],
        ["x", "--limit"],
        ["x", "--limit", "ten"],
        ["x", "--limit", "-1"],
        ["x", "-f", "yaml"],
        ["x", "--quiet=yes"],
        ["x", "-qv"],
        ["x", "--lim", "3"],
    ],
)
@pytest.mark.parametrize("name", ["lookup", "search"])
def test_what_is_not_plain_is_left_to_typer(name: str, words: list[str]) -> None:
    """Help, abbreviations, clusters and mistakes are none of the hot path's business."""
    assert parse_plain(COMMANDS[name], words) is None


@pytest.mark.parametrize(
    "words",
    [
        ["lookup", "télédétection"],
        ["lookup", "TELEDETECTION", "-t", "ru", "-f", "table"],
        ["l", "État de l’Union", "-1"],
        ["search", "Lors de la réunion."],
        ["--version"],
    ],
)
def test_a_hot_command_loads_nothing_that_it_does_not_need(article: Path, words: list[str]) -> None:
    """An exact or folded lookup and an exact search load no typer and none of the big packages."""
    heavy = {"typer", "rapidfuzz", "numpy", "lxml", "polib", "translate", "snowballstemmer"}
    program = (
        "import sys; from termbase.cli.start import start; code = start(sys.argv[1:]);"
        f"sys.stderr.write(' '.join(sorted({heavy} & set(sys.modules)))); sys.exit(code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, *words, "-q"][: 3 + len(words) + (words != ["--version"])],
        cwd=article,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["align", "-h"]])
def test_help_loads_none_of_the_work(words: list[str]) -> None:
    """Nor does completion, which declares the same tree: who presses Tab does not wait."""
    work = {f"termbase.{one}" for one in ("checking", "alignment", "segmentation", "extraction")}
    program = (
        "import sys; from termbase.cli.start import start; code = start(sys.argv[1:]);"
        f"sys.stderr.write(' '.join(sorted({work} & set(sys.modules)))); sys.exit(code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
