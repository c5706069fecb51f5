"""``termbase extract``, as it is typed."""

import json
from pathlib import Path

from command_line import run, run_on_terminal

WITH = ("extract", "tm/sources/article.fr.txt", "--with", "tm/sources/article.en.txt")


def test_a_pipe_gets_cells_and_json_gets_everything(project: Path) -> None:
    """Number, score, term, equivalent, count, concept and first place; JSON has forms too."""
    cells = run(*WITH, "-n", "3", folder=project).lines[0].split("\t")
    answer = json.loads(run(*WITH, "-n", "3", "--json", folder=project).out)

    first = answer["candidates"][0]
    assert answer["schema"] == "termbase.extract/1"
    assert cells[:4] == ["1", str(first["score"]), first["term"], first["equivalent"]]
    assert cells[6] == first["contexts"][0]["place"]


def test_a_terminal_gets_a_table_with_known_terms_ticked(project: Path) -> None:
    """Every line fits a narrow terminal; contexts come with -v."""
    shown = run_on_terminal(*WITH, "-n", "12", folder=project, columns=60)
    more = run_on_terminal(*WITH, "-n", "2", "-v", folder=project)

    assert "✓" in shown.out
    assert "‹" in more.out
    assert "‹" not in shown.out


def test_what_does_not_fit_is_refused_in_one_line(project: Path) -> None:
    """Too few translations, two languages, an unknown one: one line each, and exit 2."""
    both = ("extract", "tm/sources/article.fr.txt", "tm/sources/article.en.txt")
    for words, said in (
        (both, "give one language at a time"),
        ((*WITH, "-t", "fr"), "name its language with -t"),
        (("extract", "tm/sources/article.fr.txt", "--with", "a,b"), "one for each"),
        (("extract", "nowhere.fr.txt"), "nowhere.fr.txt"),
    ):
        ran = run(*words, folder=project)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)
        assert said in ran.err


def test_a_text_without_candidates_exits_1(project: Path) -> None:
    """Nothing found is not an error."""
    (project / "empty.en.txt").write_text("And so it is.\n", "utf-8")

    assert run("extract", "empty.en.txt", folder=project).code == 1


def test_accepted_candidates_go_into_the_table_as_candidates(project: Path) -> None:
    """With their equivalent, their context and where they stand; no check enforces them."""
    listed = json.loads(run(*WITH, "-n", "60", "--json", folder=project).out)["candidates"]
    fresh = next(one for one in listed if not one["known"] and one["equivalent"])
    table = sorted((project / "glossary" / "sources").glob("*.tsv"))[1]
    before = table.read_bytes()
    number = str(fresh["number"])
    ran = run(*WITH, "--accept", number, "--to", str(table), folder=project)
    added = [line.split("\t") for line in table.read_text("utf-8").splitlines()[-2:]]

    assert ran.code == 0
    assert table.read_bytes().startswith(before)
    assert [line[1:3] for line in added] == [["fr", fresh["term"]], ["en", fresh["equivalent"]]]
    assert all("candidate" in line for line in added)
    again = run(*WITH, "--accept", number, "--to", "space", folder=project)
    assert (again.code, "known already" in again.err) == (1, True)
    assert run("term", "undo", folder=project).code == 0
    assert table.read_bytes() == before


def test_a_dry_run_says_once_what_acceptance_would_do(project: Path) -> None:
    """In a table of the project, too: the same lines as in earnest, and nothing is written."""
    table = sorted((project / "glossary" / "sources").glob("*.tsv"))[1]
    before = table.read_bytes()
    wish = (*WITH, "--accept", "4,6", "--to", str(table))
    tried = run(*wish, "--dry-run", folder=project)

    assert table.read_bytes() == before
    assert (tried.code, tried.lines) == (0, run(*wish, folder=project).lines)


def test_candidates_from_one_to_another_are_taken_up(project: Path) -> None:
    """«4-6» is 4,5,6."""
    ran = run(*WITH, "--accept", "4-6", "--to", "new.tsv", "--dry-run", folder=project)

    one_by_one = (*WITH, "--accept", "4,5,6", "--to", "new.tsv", "--dry-run")
    assert (ran.code, ran.lines) == (0, run(*one_by_one, folder=project).lines)


def test_candidates_make_a_table_of_their_own(project: Path) -> None:
    """A new file gets a heading; a second acceptance is added below."""
    for number in ("4", "6"):
        assert run(*WITH, "--accept", number, "--to", "new.tsv", folder=project).code == 0
    rows = (project / "new.tsv").read_text("utf-8").splitlines()

    assert rows[0].split("\t")[:3] == ["concept", "language", "term"]
    assert len(rows) >= 3
    assert run("import", "new.tsv", "--dry-run", folder=project).code == 0


def test_numbers_that_do_not_exist_are_refused(project: Path) -> None:
    """And so is one option without the other."""
    for words, said in (
        (("--accept", "9999", "--to", "space"), "there are only"),
        (("--accept", "x", "--to", "space"), "such as 2,3"),
        (("--accept", "0", "--to", "space"), "such as 2,3"),
        (("--accept", "9-5", "--to", "space"), "or 5-9"),
        (("--accept", "1-99999999999", "--to", "space"), "or 5-9"),
        (("--accept", "2"), "give both"),
        (("--accept", "4", "--to", "spce"), "did you mean «space»"),
    ):
        ran = run(*WITH, *words, folder=project)
        assert (ran.code, said in ran.err.splitlines()[-1]) == (2, True)


def test_a_text_may_be_piped_in(project: Path) -> None:
    """The answer is that of the file; two pipes and an empty one are refused."""
    text = (project / "tm/sources/article.fr.txt").read_text("utf-8")
    rows = run("extract", "tm/sources/article.fr.txt", "-n", "5", folder=project).lines
    ran = run("extract", "-", "-s", "fr", "-n", "5", folder=project, stdin=text)

    assert [one.split("\t")[:3] for one in ran.lines] == [one.split("\t")[:3] for one in rows]
    for words in (("-", "--with", "-"), ("-",)):
        refused = run("extract", *words, "-s", "fr", folder=project, stdin="")
        assert (refused.code, len(refused.err.splitlines())) == (2, 1)
