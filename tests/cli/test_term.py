"""``termbase term``, as it is typed: in a project the table follows, and everything can go back."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from command_line import SCRIPT, Ran, run, surroundings

TABLE = "glossary/sources/space.tsv"
ROWS = """\
concept\tlanguage\tterm\tstatus\tprocess\tsubject\tnote\trelations
# who and where
union-state\tfr\tÉtat de l'Union\tpreferred\tfinalized\tbodies\t\tsee:belarus
union-state\ten\tUnion State\tpreferred\tfinalized\tbodies\t\t
belarus\tfr\tBiélorussie\tpreferred\tfinalized\tplaces\t\tsee:union-state
belarus\ten\tBelarus\tpreferred\tfinalized\tplaces\t\t
belarus\ten\tByelorussia\tdeprecated\tprovisional\tplaces\t"former, see note"\t
moscow\tfr\tMoscou\tpreferred\tfinalized\tplaces\t\t
moscow\ten\tMoscow\tpreferred\tfinalized\tplaces\t\t

spacecraft\tfr\tengin spatial\tpreferred\tfinalized\tcraft\t\tnarrower:spaceship
spacecraft\ten\tspacecraft\tpreferred\tfinalized\tcraft\t\t
soyuz\tfr\tSoyouz\tpreferred\tfinalized\tcraft\t\tbroader:spaceship
spaceship\tfr\tvaisseau spatial\tpreferred\tfinalized\tcraft\t\tbroader:spacecraft
spaceship\ten\tspaceship\tpreferred\tfinalized\tcraft\t\t
"""
SETTINGS = """\
[project]
name = "space"
source = "fr"
targets = ["en"]

[[glossary]]
name = "space"
sources = ["glossary/sources/space.tsv"]
outputs = ["glossary/space.tbx"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one glossary, built."""
    folder = tmp_path / "project"
    (folder / "glossary" / "sources").mkdir(parents=True)
    (folder / "termbase.toml").write_text(SETTINGS, "utf-8")
    (folder / TABLE).write_text(ROWS, "utf-8")
    assert run("build", folder=folder).code == 0
    return folder


def term(project: Path, *words: str, **more: object) -> Ran:
    return run("term", *words, folder=project, **more)  # type: ignore[arg-type]


def rows(project: Path) -> list[str]:
    return (project / TABLE).read_bytes().decode().split("\n")


def test_what_is_added_stands_in_the_table_and_is_found_at_once(project: Path) -> None:
    """Two rows at the end, everything before them byte for byte; lookup needs no build."""
    before = rows(project)
    words = ("fr=moteur d'appoint", "en=booster", "--status", "preferred")
    ran = term(project, "add", *words)

    assert ran.code == 0
    assert rows(project)[: len(before) - 1] == before[:-1]
    assert [one.split("\t")[:4] for one in rows(project)[-3:-1]] == [
        ["booster", "fr", "moteur d'appoint", "preferred"],
        ["booster", "en", "booster", "preferred"],
    ]
    assert run("lookup", "moteurs d'appoint", "-t", "en", "-1", folder=project).out == "booster\n"
    assert run("build", folder=project).code == 0
    assert run("lookup", "booster", folder=project).code == 0


def test_a_concept_is_added_with_all_that_its_entry_shows(project: Path) -> None:
    """Definition and relations too, as `term edit` and the table have them."""
    words = ("fr=hublot", "--note", "rond", "--found-in", "Larousse", "--gender", "masculine")
    more = ("--definition", "fr=Petite fenêtre", "--relations", "broader:spaceship; see:soyuz")
    added = term(project, "add", *words, *more)
    shown = term(project, "show", "hublot").out

    assert added.code == 0
    for said in ("(fr): Petite fenêtre", "note: rond", "source: Larousse", "broader: spaceship"):
        assert said in shown
    assert "broader:spaceship; see:soyuz" in rows(project)[-2].split("\t")
    assert term(project, "edit", "hublot", "--relations", "see:soyuz").code == 0
    assert "see:soyuz" in rows(project)[-2].split("\t")
    assert term(project, "edit", "hublot", "--relations", "").code == 0
    assert "see:" not in rows(project)[-2]


@pytest.mark.parametrize("led", ["see:nowhere", "see:moscow", "soyuz"])
def test_a_relation_that_leads_nowhere_is_refused(project: Path, led: str) -> None:
    """To no concept, to itself, or written otherwise than `KIND:ID`."""
    ran = term(project, "edit", "moscow", "--relations", led)

    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_a_term_that_is_there_is_named_with_its_concept(project: Path) -> None:
    """Twice the same is no second concept; what was meant is one option away either way."""
    before = rows(project)
    ran = term(project, "add", "fr=engin  Spatial", "en=craft")
    homograph = term(project, "add", "fr=engin spatial", "en=craft", "--id", "weapon", "--dry-run")
    more = term(project, "add", "en=craft", "--concept", "engin spatial", "--dry-run")

    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "«engin spatial» (fr) is in concept «spacecraft» already" in ran.err
    assert "--concept spacecraft" in ran.err
    assert "--id" in ran.err
    assert rows(project) == before
    assert "space: weapon: + fr «engin spatial»" in homograph.out
    assert "space: spacecraft: + en «craft»" in more.out


@pytest.fixture
def tables(project: Path) -> Path:
    """The project with a table more, which stands first in the alphabet."""
    toml = (project / "termbase.toml").read_text("utf-8").replace("space.tsv", "*.tsv")
    (project / "termbase.toml").write_text(toml, "utf-8")
    heading = "concept\tlanguage\tterm\tsubject\n"
    row = "engine\tfr\tmoteur fusée\tpropulsion\n"
    (project / "glossary/sources/engines.tsv").write_text(heading + row, "utf-8")
    assert run("build", folder=project).code == 0
    return project


@pytest.mark.parametrize(
    ("words", "table", "noted"),
    [
        (("fr=vaisseau cargo",), "space", True),
        (("fr=moteur d'appoint",), "engines", True),
        (("fr=moteur d'appoint", "--domain", "craft"), "space", False),
        (("fr=vaisseau cargo", "--domain", "propulsion"), "engines", False),
        (("fr=moteur d'appoint", "--to", "glossary/sources/space.tsv"), "space", False),
    ],
)
def test_a_new_concept_goes_to_the_table_it_suits(
    tables: Path, words: tuple[str, ...], table: str, noted: bool
) -> None:
    """The one named, else its subject field's, else that whose terms have its words; it is said."""
    ran = term(tables, "add", *words)

    assert ran.code == 0
    assert f"wrote glossary/sources/{table}.tsv" in ran.err
    assert ("--to FILE" in ran.err) == noted
    new = words[0].removeprefix("fr=")
    assert new in (tables / f"glossary/sources/{table}.tsv").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "engine.tsv"), "did you mean glossary/sources/engines.tsv?"),
        (("--to", "x.tsv"), "it has glossary/sources/engines.tsv, glossary/sources/space.tsv"),
        (("--to", "glossary/sources/space.tsv", "--glossary", "other"), "a table of «space»"),
        (("--to", "glossary/sources/space.tsv", "--concept", "moscow"), "has its table"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(
    tables: Path, words: tuple[str, ...], said: str
) -> None:
    """One line with the tables there are."""
    ran = term(tables, "add", "fr=hublot", *words)

    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert said in ran.err


def test_an_edit_is_dated_signed_and_taken_back_byte_for_byte(project: Path) -> None:
    """The history names the author; undo leaves no trace in the table, and is history too."""
    before = rows(project)
    env = {"TERMBASE_AUTHOR": "Anna"}
    term(project, "edit", "union-state", "en=Union State", "--note", "as in the treaty", env=env)
    changed = [pair for pair in zip(before, rows(project), strict=True) if pair[0] != pair[1]]
    undone = term(project, "undo", env={"TERMBASE_AUTHOR": "Ben"})
    history = json.loads(term(project, "history", "union-state", "--json").out)["changes"]

    assert len(changed) == 1
    assert undone.code == 0
    assert rows(project) == before
    assert [(one["author"], one["action"], one["undone"]) for one in history] == [
        ("Ben", "undo", False),
        ("Anna", "edit", True),
    ]
    assert history[1]["changes"] == ["en «Union State»: note «as in the treaty»"]
    assert history[1]["date"].endswith("Z")


@pytest.mark.parametrize(
    "words",
    [
        ("add", "en=(a+", "--match", "regex"),
        ("add", "en=(a+", "--match", "regex", "--concept", "moscow"),
        ("edit", "moscow", "en=Moscow", "--text", "(a+"),
    ],
)
def test_an_expression_that_is_none_is_refused(project: Path, words: tuple[str, ...]) -> None:
    """One that stands there already would stop every check."""
    if words[0] == "edit":
        words = (*words, "--match", "regex")
    answer = run("term", *words, folder=project)

    assert answer.code == 2
    assert answer.err.startswith("error: «(a+» is not a regular expression")
    assert "(a+" not in (project / TABLE).read_text()


def test_a_merge_redirects_relations_and_can_be_undone(project: Path) -> None:
    """Who pointed to the second concept points to the first; one undo takes all of it back."""
    before = rows(project)
    term(project, "merge", "spacecraft", "spaceship")
    merged = "\n".join(rows(project))
    term(project, "undo")

    assert "\nspaceship\t" not in merged
    assert ":spaceship" not in merged
    assert rows(project) == before


def test_a_concept_is_removed_by_its_id_alone(project: Path) -> None:
    """A term's text names a term; who still points to the concept is said."""
    assert "termbase term rm" not in term(project, "rm", "belarus", "--dry-run").err
    assert "still pointing to «belarus»" in term(project, "rm", "belarus", "--dry-run").err
    assert term(project, "rm", "Byelorussia").code == 2
    assert term(project, "rm", "belarus", "en=Byelorussia").code == 0
    assert not any(one.startswith("belarus\ten\tByelorussia") for one in rows(project))


def test_a_dry_run_changes_neither_table_nor_base(project: Path) -> None:
    """It says what would be done."""
    before = rows(project)
    ran = term(project, "add", "fr=moteur d'appoint", "--dry-run")

    assert "moteur d'appoint" in ran.out
    assert rows(project) == before
    assert term(project, "history").code == 1
    assert run("lookup", "moteur d'appoint", folder=project).code == 1


def test_without_a_project_the_base_alone_is_changed(tmp_path: Path) -> None:
    """A new glossary is made by its first term; its history and undo work alike."""
    base = ("--base", "my.db")
    assert term(tmp_path, "add", "fr=lune", "en=moon", "--glossary", "sky", *base).code == 0
    assert term(tmp_path, "edit", "lune", "en=moon", "--text", "Moon", *base).code == 0
    assert run("lookup", "lune", "-t", "en", "-1", *base, folder=tmp_path).out == "Moon\n"
    assert term(tmp_path, "undo", *base).code == 0
    assert term(tmp_path, "undo", *base).code == 0
    assert term(tmp_path, "list", *base).code == 1
    assert term(tmp_path, "undo", *base).code == 2


def test_an_undo_refuses_what_has_changed_since(project: Path) -> None:
    """A later change of the concept must be undone first."""
    term(project, "edit", "moscow", "en=Moscow", "--note", "one")
    term(project, "edit", "moscow", "en=Moscow", "--note", "two")
    ran = term(project, "undo", "1")

    assert ran.code == 2
    assert "has changed since" in ran.err


def test_lists_are_filtered_by_what_terms_say(project: Path) -> None:
    """Process, status, customer, project, region and subject; none means without."""
    term(project, "add", "fr=moteur d'appoint", "--project", "Kourou", "--region", "GF")
    term(project, "edit", "moscow", "en=Moscow", "--process", "candidate")

    def listed(*words: str) -> list[str]:
        return [line.split("\t")[1] for line in term(project, "list", *words).lines]

    assert listed("--process", "candidate") == ["moscow"]
    assert listed("--project", "Kourou") == ["moteur-d-appoint"]
    assert listed("--region", "GF", "--status", "none") == ["moteur-d-appoint"]
    assert listed("--customer", "nobody") == []
    assert "moscow" in listed("--domain", "places")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "fr="), "the term is empty"),
        (("add", "foo"), "write LANG=TERM"),
        (("add", "qq=foo"), "language «qq» is unknown"),
        (("add", "fr=a", "--glossary", "spce"), "did you mean «space»? to make a new one: --new"),
        (("add", "fr=a", "--glossary", "nosuch"), "it has «space»; to make a new one: --new"),
        (("add", "fr=a", "--status", "prefered"), "did you mean preferred"),
        (("add", "fr=a", "--forbidden", "always"), "deprecated or superseded"),
        (("add", "fr=Unité", "--status", "preferred", "--concept", "union-state"), "two preferred"),
        (("add", "fr=a", "fr=A"), "already"),
        (("add", "fr=a", "en=b", "--gender", "feminine"), "--gender: is told of one term"),
        (("add", "fr=a", "--id", "moscow"), "is there already"),
        (("edit", "uniun-state", "fr=a", "--note", "x"), "did you mean «union-state»"),
        (("edit", "moscow", "en=Mosco", "--note", "x"), "has no term «Mosco»"),
        (("edit", "moscow"), "say what is to be changed"),
        (("edit", "moscow", "--note", "x"), "name the term"),
        (("edit", "moscow", "en=Moscow", "--text", " "), "the term is empty"),
        (("merge", "moscow", "moscow"), "one concept already"),
        (("undo", "x"), "no number"),
        (("undo", "7"), "no command 7"),
        (("show", "mosco"), "did you mean «moscow»"),
        (("show", "union"), "did you mean «Union State»"),
        (("list", "--glossary", "x"), "no glossary «x»"),
        (("frobnicate",), "no command «frobnicate»"),
    ],
)
def test_a_slip_gets_one_line_and_changes_nothing(
    project: Path, words: tuple[str, ...], said: str
) -> None:
    """Where, what, and what was probably meant; exit 2; the table is as it was."""
    before = rows(project)
    ran = term(project, *words)

    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert said in ran.err
    assert rows(project) == before


def test_a_table_that_cannot_be_edited_says_so(project: Path) -> None:
    """A table of languages is edited by hand."""
    (project / TABLE).write_text("fr\ten\nlune\tmoon\n", "utf-8")
    ran = term(project, "add", "fr=étoile")

    assert ran.code == 2
    assert "edit it by hand" in ran.err


def test_show_says_everything_and_who_changed_it_last(project: Path) -> None:
    """Terms, attributes, definitions, relations; JSON too."""
    term(project, "edit", "moscow", "en=Moscow", "--note", "x", env={"TERMBASE_AUTHOR": "Anna"})
    shown = term(project, "show", "Moscou", "-f", "table").out
    record = json.loads(term(project, "show", "moscow", "--json").out)

    assert "by Anna" in shown
    assert "note: x" in shown
    assert record["schema"] == "termbase.concept/1"
    assert record["id"] == "moscow"


def test_show_says_what_the_columns_of_a_clients_table_hold(tmp_path: Path) -> None:
    """Those that have no place of their own here are kept, and so they are shown."""
    (tmp_path / "client.csv").write_text("fr,en,Catégorie\nnavette,shuttle,n.f.\n", "utf-8")
    assert run("import", "client.csv", "--base", "b.db", folder=tmp_path).code == 0

    ran = run("term", "show", "navette", "--base", "b.db", folder=tmp_path)

    assert ran.lines[1:] == ["fr  navette", "en  shuttle", "catégorie: n.f."]


def test_the_author_comes_from_the_users_own_settings(project: Path) -> None:
    """[user] author in settings.toml, inside of a project too."""
    folder = project / "home" / "config" / "termbase"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('[user]\nauthor = "Vera"\n', "utf-8")
    term(project, "edit", "moscow", "en=Moscow", "--note", "x")

    assert term(project, "history").lines[0].split("\t")[2] == "Vera"


def test_an_import_into_a_projects_glossary_goes_into_its_table(project: Path) -> None:
    """New concepts come to the end, additions into their rows; one undo takes all of it back."""
    before = (project / TABLE).read_bytes()
    (project / "client.tsv").write_text(
        "concept\tlanguage\tterm\tnote\nx1\tfr\tMoscou\tville\nx2\tfr\tlune\t\nx3\tfr\tmars\t\n",
        "utf-8",
    )
    tried = run("import", "client.tsv", "--into", "space", "--dry-run", folder=project)
    assert (project / TABLE).read_bytes() == before
    ran = run("import", "client.tsv", "--into", "space", "--report", "r.tsv", folder=project)

    assert tried.out == ran.out
    assert "+ 2 new   ~ 1 changed   = 0 same" in ran.out
    assert [one.split("\t")[:3] for one in rows(project)[-3:-1]] == [
        ["x2", "fr", "lune"],
        ["x3", "fr", "mars"],
    ]
    assert "client.tsv\t2\tchanged\tconcept x1" in (project / "r.tsv").read_text("utf-8")
    assert run("lookup", "lune", folder=project).code == 0
    assert term(project, "undo").code == 0
    assert (project / TABLE).read_bytes() == before


def test_nobody_to_ask_keeps_ours_and_says_so(project: Path) -> None:
    """Without a terminal `ask` becomes keep-ours."""
    (project / "client.tsv").write_text("fr\ten\nMoscou\tMoskva\n", "utf-8")
    ran = run("import", "client.tsv", "--into", "space", "--on-conflict", "ask", folder=project)

    assert "! 1 conflict" in ran.out
    assert "ask becomes keep-ours" in ran.err
    assert "«Moskva» (theirs) / «Moscow» (ours, preferred); ours is kept" in ran.err


def test_export_and_check_heed_customer_region_and_process(project: Path) -> None:
    """An export is of a customer's concepts; a check leaves the terms of others out."""
    client = ("--status", "preferred", "--customer")
    term(project, "add", "fr=lanceur", "en=launcher", *client, "ESA", "--process", "finalized")
    term(project, "add", "en=launch vehicle", "--concept", "launcher", "--process", "candidate")
    ran = run(
        "export", "-o", "x.tsv", "--customer", "ESA", "--process", "finalized", folder=project
    )
    exported = (project / "x.tsv").read_text("utf-8")
    (project / "a.fr.txt").write_text("Le lanceur vole.\n", "utf-8")
    (project / "a.en.txt").write_text("The rocket flies.\n", "utf-8")
    check = ("check", "a.fr.txt", "a.en.txt")

    assert ran.code == 0
    assert "launcher" in exported
    assert "launch vehicle" not in exported
    assert "Moscow" not in exported
    assert "T103" in run(*check, folder=project).out
    assert "T103" not in run(*check, "--customer", "Roscosmos", folder=project).out
    assert "T103" in run(*check, "--customer", "ESA", folder=project).out
    assert "T103" not in run(*check, "--process", "provisional", folder=project).out
    assert "T103" in run(*check, "--process", "finalized", folder=project).out
    assert "launcher" in run("lookup", "lanceur", "--process", "finalized", folder=project).out
    assert "no term of a region «CA»" in run("l", "lanceur", "--region", "CA", folder=project).err
    nothing = run("export", "-o", "y.tsv", "--region", "CA", folder=project)
    assert (nothing.code, len(nothing.err.splitlines())) == (2, 1)
    assert "no term of a customer «ESO»" in run(*check, "--customer", "ESO", folder=project).err


@pytest.mark.parametrize("command", ["lookup", "check", "export", "term list", "term add"])
def test_help_says_that_a_project_may_be_that_of_a_customer(command: str, tmp_path: Path) -> None:
    """Where ``--project`` takes a name, help does not speak of folders alone."""
    assert "--project NAME|DIR" in run(*command.split(), "--help", folder=tmp_path).out


def test_a_reader_that_goes_away_takes_no_change_back(project: Path) -> None:
    """What is printed was done: table and base have it, though ``head`` reads no further."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [SCRIPT, "term", "add", "fr=hublot", "en=porthole", "--to", TABLE]
    done = subprocess.run(
        command,
        cwd=project,
        env=surroundings(project),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)

    assert (done.returncode, done.stderr) == (141, b"")
    assert "hublot" in "".join(rows(project))
    assert "porthole" in run("lookup", "hublot", folder=project).out
    assert "porthole" in term(project, "history").out
