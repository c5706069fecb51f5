"""Settings: each from the nearest place that says it, with its origin; mistakes in one line."""

import os
import sys
from pathlib import Path

import pytest

from termbase.config.person import user_folder
from termbase.config.plans import project_of
from termbase.config.settings import find_project, load_settings
from termbase.errors import ConfigError
from termbase.model.project import DocumentPlan, GlossaryPlan, MemoryPlan


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user without settings."""
    return {
        "HOME": str(tmp_path / "home"),
        "XDG_CONFIG_HOME": str(tmp_path / "home" / "config"),
        "XDG_DATA_HOME": str(tmp_path / "home" / "data"),
    }


def write(path: Path, text: str) -> Path:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def project(folder: Path, text: str = "") -> str:
    """Make a project and return its folder."""
    write(folder / "termbase.toml", text or '[project]\nsource = "fr"\ntargets = ["en"]\n')
    return str(folder)


def own_settings(home: dict[str, str], text: str) -> Path:
    """Write the user's own settings."""
    return write(Path(home["XDG_CONFIG_HOME"]) / "termbase" / "settings.toml", text)


def test_the_nearest_place_wins_and_is_named(home, tmp_path) -> None:
    """Default, the user's own file, termbase.toml, TERMBASE_LIMIT, the command line."""
    folder = project(tmp_path / "p")

    def limit(flags: dict[str, object] | None = None) -> tuple[object, str]:
        setting = load_settings(flags or {}, home, folder=folder).values["limit"]
        return setting.value, setting.origin

    assert limit() == (10, "default")
    own = own_settings(home, "limit = 11\n")
    assert limit() == (11, str(own))
    project(tmp_path / "p", "[project]\nlimit = 12\n")
    assert limit() == (12, "termbase.toml")
    home["TERMBASE_LIMIT"] = "13"
    assert limit() == (13, "TERMBASE_LIMIT")
    assert limit({"limit": 14}) == (14, "command line")
    assert limit({"limit": None}) == (13, "TERMBASE_LIMIT")
    home["TERMBASE_LIMIT"] = ""
    assert limit() == (12, "termbase.toml")


@pytest.mark.parametrize(
    ("name", "written", "variable", "value"),
    [
        ("source", '"FRA"', "fr_CA", ("fr", "fr-CA")),
        ("targets", '["EN", "rus"]', "en, ru", (("en", "ru"), ("en", "ru"))),
        ("targets", '"en,ru"', "en", (("en", "ru"), ("en",))),
        ("min", "75", "80", (75, 80)),
        ("author", '"Ая"', "B", ("Ая", "B")),
        ("date", "2026-11-22", "2026-11-23", ("2026-11-22", "2026-11-23")),
        ("date", '"2026-11-22"', "2026-11-23", ("2026-11-22", "2026-11-23")),
    ],
)
def test_each_setting_is_read_in_its_type(home, tmp_path, name, written, variable, value) -> None:
    """From a file and from a variable alike."""
    folder = project(tmp_path, f"[project]\n{name} = {written}\n")

    in_file = load_settings({}, home, folder=folder).value(name)
    in_variable = load_settings(
        {}, home | {f"TERMBASE_{name.upper()}": variable}, folder=folder
    ).value(name)

    assert (in_file, in_variable) == value


def test_the_nearest_project_upwards_is_found(home, tmp_path) -> None:
    """From any folder below it; a nearer one hides a farther one."""
    outer, inner = project(tmp_path / "a"), project(tmp_path / "a" / "b" / "c")
    (tmp_path / "a" / "b" / "c" / "d").mkdir()

    assert find_project(os.path.join(inner, "d")) == inner
    assert find_project(os.path.dirname(inner)) == outer
    assert find_project(str(tmp_path)) is None
    assert load_settings({}, home, folder=os.path.join(inner, "d")).root == inner


def test_a_project_may_be_named(home, tmp_path) -> None:
    """By an option or by a variable, wherever one stands; it must be one."""
    named, other = project(tmp_path / "a"), project(tmp_path / "b")

    assert load_settings({"project": named}, home, folder=other).root == named
    by_variable = load_settings({}, home | {"TERMBASE_PROJECT": named}, folder=other)
    assert by_variable.root == named
    with pytest.raises(ConfigError, match=r"holds no termbase\.toml; run «termbase init» there"):
        load_settings({"project": str(tmp_path)}, home, folder=other)


def test_a_project_has_its_own_base_and_elsewhere_there_is_a_personal_one(home, tmp_path) -> None:
    """A base that is named overrides both; within termbase.toml it is named from there."""
    folder = project(tmp_path / "p")

    def base(where: str, **flags: str) -> tuple[object, str]:
        setting = load_settings(flags, home, folder=where).values["base"]
        return setting.value, setting.origin

    personal = os.path.join(home["XDG_DATA_HOME"], "termbase", "termbase.db")
    assert base(folder) == (os.path.join(folder, "termbase.db"), "project")
    assert base(str(tmp_path)) == (personal, "personal")
    assert base(folder, base="x.db") == ("x.db", "command line")
    project(tmp_path / "p", '[project]\nbase = "in/own.db"\n')
    assert base(folder) == (os.path.join(folder, "in/own.db"), "termbase.toml")
    home["TERMBASE_BASE"] = "y.db"
    assert base(folder) == ("y.db", "TERMBASE_BASE")


def test_what_makes_a_project_s_outputs_is_never_the_user_s_own(home, tmp_path) -> None:
    """Else two translators would build different bytes from the same sources."""
    own_settings(
        home, 'author = "me"\nsource = "de"\ntargets = ["it"]\nbase = "/my.db"\nmin = 80\n'
    )
    folder = project(tmp_path / "p")

    inside = load_settings({}, home, folder=folder)
    outside = load_settings({}, home, folder=str(tmp_path))

    assert [inside.value(name) for name in ("author", "source", "targets")] == ["", "fr", ("en",)]
    assert inside.value("base") == os.path.join(folder, "termbase.db")
    assert inside.value("min") == 80
    assert [outside.value(name) for name in ("author", "source", "base")] == ["me", "de", "/my.db"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[project\n", "is not TOML"),
        ('[project]\nsource = "fr"\nsource = "en"\n', "is not TOML"),
        ('[project]\nsorce = "fr"\n', "[project] knows no «sorce»; it knows author"),
        ('project = "x"\n', "[project] is no table; write [project] on a line of its own"),
        ('[[glosary]]\nname = "g"\n', "knows no table «glosary»"),
        ('[project]\nsource = "xx"\n', "source: language «xx» is unknown"),
        ('[project]\ntargets = ["en", "french"]\n', "did you mean «fr»?"),
        ("[project]\ntargets = 5\n", "targets: «5» is no language"),
        ("[project]\ntargets = [5]\n", "targets: «5» is no language"),
        ("[project]\nsource = []\n", "source: give one language"),
        ('[project]\nlimit = "many"\n', "limit: «many» is no whole number"),
        ("[project]\nlimit = 1.5\n", "limit: «1.5» is no whole number"),
        ("[project]\nlimit = 0\n", "limit: «0» is too small; give at least 1"),
        ("[project]\nmin = 101\n", "min: «101» is no score; give one from 1 to 100"),
        ('[project]\ndate = "tomorrow"\n', "date: «tomorrow» is no day; write it as 2026-11-22"),
        ("[project]\ndate = 2026-11-22T10:00:00\n", "is no day; write it as 2026-11-22"),
    ],
)
def test_a_mistake_in_the_project_s_file_is_one_clear_line(home, tmp_path, text, said) -> None:
    """It names the file, what is wrong and what to write."""
    folder = project(tmp_path, text)

    with pytest.raises(ConfigError) as caught:
        load_settings({}, home, folder=folder)

    message = str(caught.value)
    assert said in message
    assert "termbase.toml: " in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("variable", "said"),
    [
        ("TERMBASE_SOURCE", "TERMBASE_SOURCE: source: language «?» is unknown"),
        ("TERMBASE_TARGETS", "TERMBASE_TARGETS: targets: language «?» is unknown"),
        ("TERMBASE_LIMIT", "TERMBASE_LIMIT: limit: «?» is no whole number"),
        ("TERMBASE_DATE", "TERMBASE_DATE: date: «?» is no day"),
    ],
)
def test_a_mistake_in_a_variable_names_it(home, tmp_path, variable, said) -> None:
    """Whoever set it in some file years ago must find it."""
    with pytest.raises(ConfigError) as caught:
        load_settings({}, home | {variable: "?"}, folder=str(tmp_path))

    assert str(caught.value).startswith(said)


def test_a_mistake_in_the_user_s_own_settings_names_the_file(home, tmp_path) -> None:
    """A wrong value, and a name that is none."""
    for text, said in (("limit = 0\n", "too small"), ("limt = 3\n", "knows no «limt»")):
        own = own_settings(home, text)
        with pytest.raises(ConfigError) as caught:
            load_settings({}, home, folder=str(tmp_path))
        assert said in str(caught.value)
        assert str(caught.value).startswith(str(own))


def test_a_file_that_cannot_be_read_is_named(home, tmp_path) -> None:
    """One in another encoding, for example."""
    folder = project(tmp_path)
    (tmp_path / "termbase.toml").write_bytes('[project]\nauthor = "Ая"\n'.encode("windows-1251"))

    with pytest.raises(ConfigError, match=r"termbase\.toml: cannot be read"):
        load_settings({}, home, folder=folder)


MEMORY = '[[memory]]\nname = "m"\noutput = "m.tmx"\n'
HEAD = '[project]\nsource = "fr"\ntargets = ["en", "ru"]\n'


def test_a_project_says_what_it_builds(home, tmp_path) -> None:
    """Its memories with their documents, its glossaries with sources and outputs."""
    text = (
        HEAD + 'date = 2026-11-22\nauthor = "we"\n'
        '[[memory]]\nname = "m"\noutput = "tm/m.tmx"\n'
        'documents = [{ path = "a.{lang}.txt", reviewed = true }, { path = "b.{lang}.txt" }]\n'
        '[[glossary]]\nname = "g"\nsources = ["g.tsv"]\noutputs = ["g.tbx"]\n'
        '[[glossary]]\nname = "h"\nsources = ["h.tsv"]\n'
    )
    folder = project(tmp_path, text)

    found = project_of(load_settings({}, home, folder=folder))

    documents = (DocumentPlan("a.{lang}.txt", reviewed=True), DocumentPlan("b.{lang}.txt"))
    assert found == (
        folder,
        "fr",
        ("en", "ru"),
        "2026-11-22",
        "we",
        (MemoryPlan("m", "tm/m.tmx", documents),),
        (GlossaryPlan("g", ("g.tsv",), ("g.tbx",)), GlossaryPlan("h", ("h.tsv",), ())),
    )


def test_a_star_in_a_source_stands_for_every_file_that_fits(home, tmp_path) -> None:
    """In the order of their names; a pattern that fits none stays, to be missed by its name."""
    tables = '[[glossary]]\nname = "g"\nsources = ["terms/*.tsv", "more/*.tsv"]\n'
    folder = project(tmp_path, HEAD + tables)
    for name in ("terms/b.tsv", "terms/a.tsv", "terms/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    [plan] = project_of(load_settings({}, home, folder=folder)).glossaries

    assert plan.sources == ("terms/a.tsv", "terms/b.tsv", "more/*.tsv")


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ('[[memory]]\nname = "m"\n', "[[memory]] has no «output»"),
        ('[[memory]]\noutput = "m.tmx"\n', "[[memory]] has no «name»"),
        ('[memory]\nname = "m"\n', "[[memory]] is no list of tables"),
        ('[[glossary]]\nname = "g"\n', "[[glossary]] has no «sources»"),
        ('[[glossary]]\nname = "g"\nsources = "g.tsv"\n', "sources is no list"),
        (
            '[[glossary]]\nname = "g"\nsources = ["g.tsv"]\noutputs = "g.tbx"\n',
            "outputs is no list",
        ),
        ('[[glossary]]\nname = "g"\nsource = ["g.tsv"]\n', "[[glossary]] knows no «source»"),
        (
            MEMORY + 'documents = ["a.txt"]\n',
            "documents has no «path»",
        ),
        (
            MEMORY + 'documents = [{ path = "a", reviwed = true }]\n',
            "documents knows no «reviwed»",
        ),
        (
            MEMORY + 'documents = [{ path = "a", reviewed = "no" }]\n',
            "reviewed is «no»; write true or false",
        ),
    ],
)
def test_a_mistake_in_what_is_built_is_one_clear_line(home, tmp_path, tables, said) -> None:
    """Nothing is guessed and no wrong name is passed over."""
    folder = project(tmp_path, HEAD + tables)

    with pytest.raises(ConfigError) as caught:
        project_of(load_settings({}, home, folder=folder))

    assert said in str(caught.value)
    assert str(caught.value).startswith("termbase.toml: ")
    assert "\n" not in str(caught.value)


def test_building_needs_a_project_with_languages(home, tmp_path) -> None:
    """Outside of one, and in one that names none, the message says what to do."""
    with pytest.raises(ConfigError, match="run «termbase init»"):
        project_of(load_settings({}, home, folder=str(tmp_path)))
    folder = project(tmp_path / "p", '[project]\nsource = "fr"\n')
    with pytest.raises(ConfigError, match="names no source and targets"):
        project_of(load_settings({}, home, folder=folder))


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
@pytest.mark.parametrize(("kind", "below"), [("data", ".local/share"), ("config", ".config")])
def test_the_user_s_folders_are_those_of_the_system(kind, below) -> None:
    """As XDG says them, without a library; a relative one does not count, as XDG says too."""
    name = f"XDG_{kind.upper()}_HOME"

    assert user_folder(kind, {"HOME": "/h", name: "/x"}) == "/x/termbase"
    assert user_folder(kind, {"HOME": "/h"}) == f"/h/{below}/termbase"
    assert user_folder(kind, {"HOME": "/h", name: "relative"}) == f"/h/{below}/termbase"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know each user")
def test_a_user_whom_the_system_does_not_know_has_folders_too(monkeypatch) -> None:
    """Without HOME and an entry in passwd, as in containers, nothing fails."""
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54321)

    assert user_folder("cache", {}) == "/.cache/termbase"
