"""Which base and which settings a command uses, from wherever it is asked."""

import json
from pathlib import Path

from command_line import Ran, run, run_script


def asked(folder: Path, *more: str, env: dict[str, str] | None = None) -> Ran:
    return run("lookup", "plombier zingueur", "-t", "en", "-1", *more, folder=folder, env=env)


def test_anywhere_the_personal_base_is_used(table: Path, tmp_path: Path) -> None:
    """In a folder without a project, import makes the user's own base and lookup reads it."""
    empty = tmp_path / "empty"
    empty.mkdir()

    assert run_script("import", str(table), folder=empty).code == 0
    assert run_script("lookup", "plombier zingueur", "-1", folder=empty).out == (
        "sheet-metal worker\n"
    )
    assert (empty / "home/data/termbase/termbase.db").is_file()
    assert [path.name for path in empty.iterdir()] == ["home"]


def test_without_xdg_folders_the_personal_base_lies_where_the_system_wants_it(
    table: Path, tmp_path: Path
) -> None:
    """Where no XDG variable is set, platformdirs says where."""
    env = {"XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""}

    assert run("import", str(table), folder=tmp_path, env=env).code == 0
    found = list((tmp_path / "home").rglob("termbase.db"))
    assert len(found) == 1
    assert asked(tmp_path, env=env).out == "sheet-metal worker\n"


def test_in_a_project_its_base_is_used(project: Path, table: Path) -> None:
    """An import inside of a project goes to the project's base and to no other."""
    assert run("import", str(table), folder=project).code == 0

    assert asked(project).out == "sheet-metal worker\n"
    assert not list((project / "home").rglob("termbase.db*"))


def test_below_a_project_its_base_is_used(project: Path) -> None:
    """The nearest termbase.toml upwards counts, and outputs lie where it says."""
    below = project / "tm" / "sources"

    ran = run("lookup", "télédétection", "-1", "-t", "ru", folder=below)

    assert ran.out == "дистанционное зондирование\n"
    assert run("build", "--check", folder=below).code == 0
    found = run("check", "article.fr.txt", "article.en.txt", folder=below)
    assert (found.code, found.out) == (0, "")


def test_base_overrides_the_project_and_the_personal_base(
    project: Path, table: Path, tmp_path: Path
) -> None:
    """--base names another base, relative to where one stands."""
    (tmp_path / "elsewhere").mkdir()

    run("import", str(table), "--base", "../other.db", folder=project)

    assert asked(project).code == 1
    assert asked(project, "--base", "../other.db").out == "sheet-metal worker\n"
    assert asked(tmp_path / "elsewhere", "--base", "../other.db").out == "sheet-metal worker\n"
    assert asked(project, env={"TERMBASE_BASE": "../other.db"}).out == "sheet-metal worker\n"


def test_project_names_a_project_from_elsewhere(article: Path, tmp_path: Path) -> None:
    """--project DIR uses a project from outside of it, by a path from here or from the root."""
    near = Path("..") / article.relative_to(article.parent)

    for folder, project in ((tmp_path, str(article)), (article / "tm", str(Path("..")))):
        ran = run("lookup", "télédétection", "-1", "--project", project, folder=folder)
        assert ran.out == "remote sensing\n"
    assert run("build", "--check", "--project", str(near), folder=article).code == 0
    env = {"TERMBASE_PROJECT": str(article)}
    assert run("stats", folder=tmp_path, env=env).out == run("stats", folder=article).out


def test_a_project_that_is_none_is_refused(tmp_path: Path) -> None:
    """--project with a folder that holds no termbase.toml says so."""
    for words in (["stats"], ["lookup", "x"]):
        ran = run(*words, "--project", str(tmp_path), folder=tmp_path)

        assert ran.code == 2
        assert "holds no termbase.toml" in ran.err


def test_lookup_takes_the_name_of_a_client_project_too(project: Path) -> None:
    """A name that is no folder keeps to the terms of that project of a customer."""
    rows = "language\tterm\tproject\nfr\tseau\tsoyuz\nen\tbucket\tsoyuz\n"
    (project / "client.tsv").write_text(
        "concept\t" + rows.replace("\nfr", "\nc1\tfr").replace("\nen", "\nc1\ten"), "utf-8"
    )
    run("import", "client.tsv", folder=project)

    assert run("lookup", "seau", "--project", "soyuz", "-1", folder=project).out == "bucket\n"
    unknown = run("lookup", "seau", "--project", "mir", "-1", folder=project)
    assert (unknown.code, unknown.err) == (
        2,
        "error: the base has no term of a project «mir»; it has «soyuz»\n",
    )


def test_config_says_where_each_value_comes_from(project: Path) -> None:
    """Flag, environment, project, user's settings and default, in this order."""

    def origins(*more: str, folder: Path = project, env: dict[str, str] | None = None) -> dict:
        ran = run("config", *more, "--json", folder=folder, env=env)
        found = json.loads(ran.out)["settings"]
        return {name: (one["value"], one["origin"]) for name, one in found.items()}

    values = origins()
    assert values["project"] == (str(project), "nearest termbase.toml")
    assert values["source"] == ("fr", "termbase.toml")
    assert values["targets"] == ("en,ru", "termbase.toml")
    assert values["base"] == (str(project / "termbase.db"), "project")
    assert values["limit"] == ("10", "default")
    env = {"TERMBASE_SOURCE": "FR_ca", "TERMBASE_LIMIT": "3"}
    assert origins(env=env)["source"] == ("fr-CA", "TERMBASE_SOURCE")
    assert origins(env=env)["limit"] == ("3", "TERMBASE_LIMIT")
    assert origins("--base", "x.db", env=env)["base"] == ("x.db", "command line")


def test_the_users_settings_count_outside_of_projects(tmp_path: Path) -> None:
    """settings.toml in the user's configuration folder gives languages where no project does."""
    folder = tmp_path / "home/config/termbase"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('source = "fr"\nlimit = 2\n', "utf-8")

    ran = run("config", "-f", "tsv", folder=tmp_path)

    assert f"source\tfr\t{folder}/settings.toml" in ran.lines
    assert f"limit\t2\t{folder}/settings.toml" in ran.lines


def test_init_makes_a_project_that_works_at_once(tmp_path: Path, article: Path) -> None:
    """init, align over three texts and a search, in a folder that held nothing."""
    folder = tmp_path / "mine"
    folder.mkdir()
    texts = [f"article.{language}.txt" for language in ("fr", "en", "ru")]
    for text in texts:
        (folder / text).write_bytes((article / "tm/sources" / text).read_bytes())

    made = run("init", "--source", "fr", "--targets", "en,ru", folder=folder)
    aligned = run("align", *texts, "-o", "tm/roscosmos.tmx", folder=folder)

    assert made.out.startswith("created termbase.toml  glossary/  tm/")
    assert (folder / ".gitignore").read_text("utf-8").startswith("termbase.db\n")
    assert "fr 18 · en 20 · ru 19 segments → 16 units (13 fr–en–ru, 2 fr–en, 1 fr–ru" in aligned.err
    assert "wrote tm/roscosmos.tmx, 16 units in the base" in aligned.err
    assert run("search", "Lors de la réunion.", "-f", "tsv", folder=folder).lines == [
        "98\tLors de la réunion.\tDuring the meeting.\tВ ходе встречи.\ttm/roscosmos.tmx#2"
    ]
    assert run("align", *texts, "-o", "tm/roscosmos.tmx", folder=folder).code == 0
    assert "\t16\tunits\t" in run("stats", folder=folder).out


def test_a_memory_takes_no_place_but_its_own(project: Path) -> None:
    """One of another file stays whole; the same file is written again, from any folder."""
    texts = ["tm/sources/article.fr.txt", "tm/sources/article.en.txt"]
    assert run("build", folder=project).code == 0
    (project / "sub").mkdir()

    taken = run("align", *texts, "-o", "sub/space.tmx", folder=project)
    parted = run("align", *texts, "-o", "tm/space.part.tmx", folder=project)
    again = run(
        "align",
        *(f"../{one}" for one in texts),
        "-o",
        "../tm/space.part.tmx",
        folder=project / "sub",
    )

    assert (taken.code, taken.out) == (2, "")
    problem = "the base has a memory «space» already, of tm/space.tmx; give the file another name"
    assert taken.err == f"error: -o sub/space.tmx: {problem}\n"
    assert not (project / "sub/space.tmx").exists()
    assert (parted.code, again.code) == (0, 0)
    stats = run("stats", folder=project).out
    assert "memory\tspace\t16\t" in stats
    assert "memory\tspace.part\t15\t" in stats


def test_init_changes_nothing_that_is_there(project: Path) -> None:
    """A folder that is a project already is refused, and another's .gitignore is kept."""
    before = (project / "termbase.toml").read_bytes()
    other = project / "other"
    other.mkdir()
    (other / ".gitignore").write_text("*.bak", "utf-8")

    assert run("init", "--source", "de", "--targets", "en", folder=project).code == 2
    assert (project / "termbase.toml").read_bytes() == before
    assert run("init", "-s", "de", "-t", "en", "--project", "other", folder=project).code == 0
    assert (other / ".gitignore").read_text("utf-8").splitlines()[:2] == ["*.bak", "termbase.db"]
