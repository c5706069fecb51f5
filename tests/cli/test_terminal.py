"""How answers look on a terminal: colour, width, wide letters, questions, progress."""

import io
import os
import re
from itertools import count
from pathlib import Path

import pytest

from command_line import run, run_on_terminal
from termbase.cli._output import (
    cell_lines,
    column_widths,
    padded,
    text_width,
    wants_colour,
    wrapped,
)
from termbase.cli._progress import counter
from termbase.cli.start import guarded
from termbase.errors import InputError

ESCAPE = re.compile(r"\x1b\[[0-9;]*[mK]")
ASKED = ["lookup", "État de l'Union", "-n", "1"]


@pytest.mark.parametrize(
    ("words", "env", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "auto"], {}, True),
    ],
)
def test_a_terminal_is_coloured_unless_told_otherwise(
    words: list[str], env: dict[str, str], coloured: bool, article: Path
) -> None:
    """The option, then NO_COLOR, then FORCE_COLOR, then the kind of terminal decide."""
    shown = run_on_terminal(*ASKED, *words, folder=article, env=env).out

    assert bool(ESCAPE.search(shown)) is coloured


@pytest.mark.parametrize(
    ("words", "env", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        (["--color", "always"], {}, True),
        (["--color", "auto"], {}, False),
    ],
)
def test_a_pipe_is_plain_unless_told_otherwise(
    words: list[str], env: dict[str, str], coloured: bool, article: Path
) -> None:
    """A table in a pipe has colour only by --color always or FORCE_COLOR."""
    shown = run(*ASKED, "-f", "table", *words, folder=article, env=env).out

    assert bool(ESCAPE.search(shown)) is coloured


@pytest.mark.parametrize(
    ("columns", "env", "width"),
    [(60, {}, 60), (0, {}, 88), (60, {"COLUMNS": "100"}, 100), (60, {"COLUMNS": "wide"}, 60)],
)
def test_a_table_is_as_wide_as_columns_says_else_the_terminal(
    columns: int, env: dict[str, str], width: int, article: Path
) -> None:
    """A terminal may not know how wide it is; it counts as one of 88 columns then."""
    shown = run_on_terminal(*ASKED, folder=article, columns=columns, env=env).out

    assert width - 12 < max(map(len, ESCAPE.sub("", shown).splitlines())) <= width


def test_a_table_in_a_pipe_is_as_wide_as_columns_says(article: Path) -> None:
    """A pager shows what is made for its window."""
    shown = run(*ASKED, "-f", "table", folder=article, env={"COLUMNS": "60"})

    assert 48 < max(map(len, shown.lines)) <= 60


def test_colour_says_nothing_that_signs_do_not(article: Path) -> None:
    """Without its colours a coloured table is the plain one, letter by letter."""
    plain = run_on_terminal(*ASKED, "--color", "never", folder=article).out

    assert ESCAPE.sub("", run_on_terminal(*ASKED, folder=article).out) == plain
    assert "✗" in plain
    assert "forbidden" in plain


def test_differences_are_signs_without_colour_and_colours_with_it(article: Path) -> None:
    """[-…-]{+…+} without colour; red struck through and green with it."""
    words = ["search", "Lors de la longue réunion.", "--min", "50"]

    plain = run_on_terminal(*words, "--color", "never", folder=article).out
    coloured = run_on_terminal(*words, folder=article).out

    assert "{+longue +}" in plain or "{+ longue+}" in plain or "{+longue+}" in plain
    assert "{+" not in coloured
    assert "\x1b[32m" in coloured


@pytest.mark.parametrize("columns", [40, 50, 60, 88, 200])
@pytest.mark.parametrize(
    "words",
    [ASKED, ["search", "Lors de la réunion."], ["stats"]],
    ids=["lookup", "search", "stats"],
)
def test_a_terminal_of_any_width_is_kept_to(words: list[str], columns: int, article: Path) -> None:
    """No line is wider than the terminal, and none of the letters is lost."""
    narrow = run_on_terminal(*words, "--color", "never", folder=article, columns=columns)
    wide = run_on_terminal(*words, "--color", "never", folder=article, columns=400)

    assert narrow.code == 0
    assert max(text_width(line) for line in narrow.out.splitlines()[:-1]) <= columns
    assert set(words_of(wide.out)) - {"status", "found"} <= set(words_of(narrow.out))


@pytest.mark.parametrize("columns", [60, 70, 88, 200])
@pytest.mark.parametrize(
    "words",
    [["list", "-n", "9"], ["show", "télédétection"], ["duplicates"]],
    ids=["list", "show", "duplicates"],
)
def test_concepts_keep_to_a_terminal_of_any_width(
    words: list[str], columns: int, article: Path
) -> None:
    """Side by side where there is room for their words, below each other where there is none."""
    asked = ["term", *words, "-q", "--color", "never"]
    narrow = run_on_terminal(*asked, folder=article, columns=columns).out
    wide = run_on_terminal(*asked, folder=article, columns=900).out

    assert max(map(text_width, narrow.splitlines())) <= columns
    assert set(words_of(wide)) - {"concept"} <= set(words_of(narrow))


def test_a_word_too_long_for_its_column_is_cut() -> None:
    """Behind a hyphen where it has one, and never within a wide letter."""
    assert cell_lines("un porte-avions-nucléaire", 12) == ["un", "porte-", "avions-", "nucléaire"]
    assert cell_lines("国家航天局", 5) == ["国家", "航天", "局"]


def test_a_text_does_not_control_the_terminal(tmp_path: Path) -> None:
    """Bells and commands are shown as signs, in notes and errors, too; a pipe has all."""
    (tmp_path / "a.po").write_text(
        'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "One\\n5"\nmsgstr "\\x1b]0;Один\\n\\x076"\n',
        "utf-8",
    )
    (tmp_path / "t.tsv").write_text("en\tfr\nvalve\tvanne\x1b[2J\n", "utf-8")
    run("import", "t.tsv", folder=tmp_path)
    sought = run_on_terminal("search", "a\x07\x1b[2J", folder=tmp_path).out
    refused = run_on_terminal("tm", "show", "b\x07", folder=tmp_path).out
    checked = run_on_terminal("check", "a.po", "--color", "never", folder=tmp_path).out
    looked_up = run_on_terminal("lookup", "valve", "--color", "never", folder=tmp_path).out

    assert "   One↵‹5›\n" in checked
    assert "   \ufffd]0;Один↵\ufffd‹6›\n" in checked
    assert "vanne\ufffd[2J" in looked_up
    assert "«a\ufffd\ufffd[2J»" in sought
    assert "«b\ufffd»" in refused
    assert "vanne\x1b[2J" in run("lookup", "valve", folder=tmp_path).out


@pytest.mark.parametrize("columns", [40, 50, 60, 88, 200])
def test_a_concordance_takes_one_line_for_each_language(columns: int, article: Path) -> None:
    """No line is wider than the terminal, and what was looked for stands whole in its own."""
    words = ["search", "-c", "télédétection", "-t", "en", "--color", "never", "-q"]

    lines = run_on_terminal(*words, folder=article, columns=columns).out.splitlines()

    assert len(lines) == 6
    assert max(map(text_width, lines)) <= columns
    assert all("‹" in line and "›" in line for line in lines[::2])


@pytest.mark.parametrize("columns", [40, 50, 88])
def test_findings_keep_to_a_narrow_terminal(columns: int, article: Path, tmp_path: Path) -> None:
    """Place, context and remedy of a finding fit; the spot itself is whole where it can be."""
    text = (article / "tm/sources/article.en.txt").read_text("utf-8")
    draft = tmp_path / "d.en.txt"
    draft.write_text(
        text.replace("6.33 billion", "6.33 million").replace("On", "国家" * 60, 1), "utf-8"
    )
    words = ["check", "tm/sources/article.fr.txt", os.path.relpath(draft, article)]

    shown = run_on_terminal(*words, "--color", "never", folder=article, columns=columns).out

    lines = [line for line in shown.splitlines()[:-1] if str(draft.name) not in line]
    assert max(text_width(line) for line in lines) <= columns
    assert "‹6,33 milliards›" in shown


def words_of(text: str) -> list[str]:
    """Return the words of a text: tables wrap at spaces, and lose none."""
    return re.findall(r"\w+", text)


def test_a_terminal_narrower_than_any_table_still_shows_it(article: Path) -> None:
    """At ten columns lines are too long, and nothing breaks."""
    assert run_on_terminal(*ASKED, folder=article, columns=10).code == 0


def test_wide_letters_keep_the_columns_straight(tmp_path: Path) -> None:
    """A letter that takes two columns is counted as two, a mark above a letter as none."""
    rows = "fr\tja\ne\u0301tat\t国家\nunion\tユニオン\n"
    (tmp_path / "t.tsv").write_text(rows, "utf-8")
    run("import", "t.tsv", folder=tmp_path)

    shown = run_on_terminal("lookup", "état", "--color", "never", folder=tmp_path).out
    head, rule, row = shown.splitlines()[:3]

    assert text_width(row[: row.index("国家")]) == text_width(head[: head.index("ja")])
    assert len({text_width(column) for column in rule.split("  ")}) >= 1
    assert (text_width("国家"), text_width("e\u0301tat"), text_width("état")) == (4, 4, 4)


def test_texts_are_wrapped_at_spaces_and_filled_up() -> None:
    """Lines hold as many words as fit; a word that is too long keeps a line of its own."""
    assert wrapped("un deux trois", 7) == ["un deux", "trois"]
    assert wrapped("国家 国家", 5) == ["国家", "国家"]
    assert wrapped("anticonstitutionnellement oui", 10) == ["anticonstitutionnellement", "oui"]
    assert padded("国家", 6) == "国家  "
    assert column_widths(["a", "b"], [["x" * 50, "y" * 10]], 42) == [30, 10]


@pytest.mark.parametrize(
    ("wish", "terminal", "environment", "colour"),
    [
        (None, True, {}, True),
        (None, False, {}, False),
        (None, True, {"NO_COLOR": ""}, True),
        (None, True, {"NO_COLOR": "0"}, False),
        (None, False, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
    ],
)
def test_what_decides_on_colour(
    wish: str | None, terminal: bool, environment: dict[str, str], colour: bool
) -> None:
    """An empty NO_COLOR is none, as no-color.org has it."""
    assert wants_colour(wish, terminal, environment) is colour


def test_a_conflict_is_asked_about_on_a_terminal(tmp_path: Path) -> None:
    """On a terminal each concept that differs is shown, and the answer is followed."""
    head = "concept\tlanguage\tterm\nc1\tfr\tengin spatial\nc1\ten\t"
    (tmp_path / "a.tsv").write_text(f"{head}spacecraft\n", "utf-8")
    (tmp_path / "b.tsv").write_text(f"{head}space vehicle\n", "utf-8")
    run("import", "a.tsv", "--into", "g", folder=tmp_path)

    asked = run_on_terminal("import", "b.tsv", "--into", "g", folder=tmp_path, typed=b"what?\nt\n")

    assert "en «space vehicle» (theirs) / «spacecraft» (ours)" in asked.out
    assert asked.out.count("take [t]heirs") == 2
    assert "in capitals: for all that follow" in asked.out.split("o, t or b;")[0]
    assert run("lookup", "engin spatial", "-1", "-t", "en", folder=tmp_path).out == (
        "space vehicle\n"
    )


def test_a_capital_answers_for_all_that_follow(tmp_path: Path) -> None:
    """Three hundred conflicts are one question, if a person wants it so."""
    head = "concept\tlanguage\tterm\n"
    rows = [f"c{at}\tfr\tmot {at}\nc{at}\ten\t" for at in range(3)]
    (tmp_path / "a.tsv").write_text(head + "".join(f"{row}word\n" for row in rows), "utf-8")
    (tmp_path / "b.tsv").write_text(head + "".join(f"{row}term\n" for row in rows), "utf-8")
    run("import", "a.tsv", "--into", "g", folder=tmp_path)

    asked = run_on_terminal("import", "b.tsv", "--into", "g", folder=tmp_path, typed=b"o\nT\n")

    assert asked.out.count("take [t]heirs") == 2
    found = [run("l", f"mot {at}", "-1", "-t", "en", folder=tmp_path).out for at in range(3)]
    assert found == ["word\n", "term\n", "term\n"]


def test_a_text_from_the_terminal_is_asked_for(article: Path) -> None:
    """lookup - on a terminal says how to end the text."""
    ran = run_on_terminal("lookup", "-", folder=article, typed="La télédétection.\n\x04".encode())

    assert "end it with Ctrl-D" in ran.out
    assert "télédétection → remote sensing" in ran.out


def test_a_terminal_gets_beads_segments_and_findings_to_read(article: Path) -> None:
    """segment prints segments, align its beads, check each finding with both segments."""
    fr, ru = "tm/sources/article.fr.txt", "tm/sources/article.ru.txt"
    segments = run_on_terminal("segment", fr, folder=article).out.splitlines()
    beads = run_on_terminal("align", fr, ru, folder=article).out
    checked = run_on_terminal("check", fr, ru, "--rule", "T101,T201", folder=article).out

    assert segments == run("segment", fr, folder=article).lines
    assert "\n1:1:0." in beads
    *progress, said = checked.split("\r\x1b[K")
    assert said.startswith("0 errors")
    assert progress in ([], [""]) or "/s)" in progress[1]  # a slow machine saw progress


def test_an_error_takes_the_place_of_the_line_of_progress(monkeypatch) -> None:
    """Whatever was counted when it came."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def work() -> int:
        counter("texts encoded", {}, every=1)(128)
        raise InputError("the encoder failed")

    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr("time.monotonic", count(0, 5).__next__)

    assert guarded(work) == 2
    assert shown.getvalue() == (
        "\r\x1b[Ktexts encoded: 128 (26/s)\r\x1b[Kerror: the encoder failed\n"
    )


def test_of_a_known_number_progress_says_how_much_is_done(monkeypatch, capsys) -> None:
    """«documents: 3 (0/s)» would say nothing, and after the last one nobody waits."""
    monkeypatch.setattr("time.monotonic", count(0, 9).__next__)

    tell = counter("documents", {}, every=1, total=1200)
    for number in (1, 1100, 1200):
        tell(number)
    counter("documents", {}, every=1, total=1)(1)

    assert (
        capsys.readouterr().err
        == "documents: 1 of 1\u202f200\ndocuments: 1\u202f100 of 1\u202f200\n"
    )


def test_a_build_says_how_many_documents_are_done(tmp_path: Path, monkeypatch) -> None:
    """And how far a long one is; each begins anew."""
    for name in ("a", "b", "c"):
        for language, line in (("fr", "Il pleut."), ("en", "It rains.")):
            (tmp_path / f"{name}.{language}.txt").write_text(f"{line}\n", encoding="utf-8")
    documents = ", ".join(f'{{ path = "{name}.{{lang}}.txt" }}' for name in ("a", "b", "c"))
    (tmp_path / "termbase.toml").write_text(
        '[project]\nsource = "fr"\ntargets = ["en"]\n'
        f'[[memory]]\nname = "m"\noutput = "m.tmx"\ndocuments = [{documents}]\n'
    )
    monkeypatch.setattr("time.monotonic", count(0, 9).__next__)

    said = run("build", folder=tmp_path).err

    assert re.findall(r"documents: (\d) of 3\n", said) == ["1", "2"]
    assert said.count("per cent aligned: ") >= 3
    assert re.findall(r"(\w): fr 1 · en 1 segments", said) == ["a", "b", "c"]
    assert "of 3\n" not in run("build", "-q", folder=tmp_path).err


def test_a_check_says_how_far_the_alignment_is_that_it_needs(tmp_path: Path, monkeypatch) -> None:
    """Before it counts the segments that are checked."""
    for language, line in (("fr", "Il pleut."), ("en", "It rains.")):
        (tmp_path / f"a.{language}.txt").write_text(f"{line}\n", encoding="utf-8")
    monkeypatch.setattr("time.monotonic", count(0, 9).__next__)

    assert "per cent aligned: " in run("check", "a.fr.txt", "a.en.txt", folder=tmp_path).err
