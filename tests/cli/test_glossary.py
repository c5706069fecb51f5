"""``termbase glossary check``: ours is clean; other faults are told with place and remedy."""

import json
from pathlib import Path

from command_line import run

FAULTY = (
    "concept\tlanguage\tterm\tstatus\tsource\trelations\n"
    "orbit\tfr\tl'orbite\tpreferred\tus\tsee:orbt\n"
    "orbit\ten\torbit\tpreferred\tus\t\n"
)


def faulty(folder: Path) -> str:
    path = folder / "faulty.tsv"
    path.write_text(FAULTY, "utf-8")
    return str(path)


def test_the_glossary_of_the_project_has_no_finding(article: Path) -> None:
    """Without a file, the sources of the project are read as one glossary."""
    ran = run("glossary", "check", folder=article)

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("0 findings · ")
    assert run("glossary", "check", "--glossary", "spcae", folder=article).code == 2


def test_outside_of_a_project_the_glossaries_of_the_base_are_checked(tmp_path: Path) -> None:
    """Each by itself, or the one named; places are those of the files that they came from."""
    path = faulty(tmp_path)
    base = "--base", str(tmp_path / "a.db")
    for name in "one", "two":
        run("import", path, "--into", name, *base, folder=tmp_path)

    ran = run("glossary", "check", *base, folder=tmp_path)

    assert (ran.code, len(ran.lines)) == (1, 4)
    assert ran.lines[0].startswith(f"{path}:2: G107 orbit: see points to «orbt»")
    assert len(run("glossary", "check", "--glossary", "two", *base, folder=tmp_path).lines) == 2
    unknown = run("glossary", "check", "--glossary", "tow", *base, folder=tmp_path)
    assert (unknown.code, "did you mean «two»?" in unknown.err) == (2, True)


def test_faults_are_told_with_place_and_remedy(tmp_path: Path) -> None:
    """One a line in a pipe; exit 1."""
    path = faulty(tmp_path)

    ran = run("glossary", "check", path, folder=tmp_path)

    assert ran.code == 1
    assert ran.lines == [
        f"{path}:2: G107 orbit: see points to «orbt», which is not there; "
        "name a concept of the glossary",
        f"{path}:2: G109 orbit: «l'orbite» (fr) begins with an article; write «orbite»",
    ]
    assert ran.err == "2 findings · 1 concept, 2 terms checked · termbase explain G107\n"


def test_rules_languages_and_failing_can_be_chosen(tmp_path: Path) -> None:
    """As for a translation."""
    words = ["glossary", "check", faulty(tmp_path)]

    assert len(run(*words, "--rule", "g109", folder=tmp_path).lines) == 1
    assert "no term in ru" in run(*words, "-s", "fr", "-t", "en,ru", folder=tmp_path).out
    assert run(*words, "--rule", "G109", "--fail-on", "error", folder=tmp_path).code == 0
    assert run(*words, "--exit-zero", folder=tmp_path).code == 0
    unknown = run(*words, "--rule", "G999", folder=tmp_path)
    assert (unknown.code, "there is no rule «G999»" in unknown.err) == (2, True)


def test_machines_get_the_same_findings(tmp_path: Path) -> None:
    """JSON in one documented envelope; GitHub annotations."""
    words = ["glossary", "check", faulty(tmp_path), "-f"]

    answer = json.loads(run(*words, "json", folder=tmp_path).out)
    notes = run(*words, "github", folder=tmp_path).lines

    assert answer["schema"] == "termbase.glossary-check/1"
    assert (answer["concepts"], answer["terms"]) == (1, 2)
    assert [one["rule"] for one in answer["findings"]] == ["G107", "G109"]
    assert [line.startswith("::") for line in notes] == [True, True]


def test_each_rule_explains_itself(tmp_path: Path) -> None:
    """``termbase explain`` knows the rules for glossaries too."""
    ran = run("explain", "g101", folder=tmp_path)

    assert ran.lines[0].startswith("G101 (error) Missing language")


def test_stats_prints_the_figures_of_one_glossary(article: Path) -> None:
    """As a table, as lines, as JSON; an unknown name is named."""
    words = ["stats", "--glossary", "space"]

    lines = dict(line.split("\t") for line in run(*words, folder=article).lines)
    answer = json.loads(run(*words, "--json", folder=article).out)

    assert int(lines["concepts"]) == answer["concepts"] == answer["defined"]
    assert lines["dangling"] == "0"
    assert "gender" in lines["ru"]
    assert run("stats", "--glossary", "spcae", folder=article).code == 2
