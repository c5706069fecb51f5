"""A folder becomes a project; a base becomes figures, and a list of what is well."""

import tomllib

import pytest

from article import ROOT, built, fill, project_at
from termbase.bootstrap import LocalFiles, open_base, terms_of, units_of
from termbase.errors import InputError, StoreNotFoundError, UnknownFormatError
from termbase.usecases.align_documents import segment_file
from termbase.usecases.create_project import create_project
from termbase.usecases.examine_base import examine_base, examine_languages, examine_sources
from termbase.usecases.summarise_base import summarise


def make(folder, **wishes) -> list[str]:
    """Make a project of a folder."""
    given = {"source": "fr", "targets": ["en", "ru"], "date": "2026-11-22"} | wishes
    return create_project(str(folder), LocalFiles(), **given)


def test_a_folder_becomes_a_project_that_reads(tmp_path) -> None:
    """With places for its sources, its base ignored by git, and settings that hold."""
    made = make(tmp_path, author='Ая «"\\»')

    assert made == ["termbase.toml", "glossary/", "tm/", ".gitignore"]
    assert (tmp_path / ".gitignore").read_text() == "termbase.db\ntermbase.db-*\n"
    project = project_at(tmp_path)
    assert (project.source, project.targets) == ("fr", ("en", "ru"))
    assert (project.date, project.author) == ("2026-11-22", 'Ая «"\\»')
    assert (tmp_path / "tm" / "sources").is_dir()


def test_what_is_commented_out_holds_when_it_is_wanted(tmp_path) -> None:
    """Taking the signs away gives a memory and a glossary to build."""
    make(tmp_path)
    file = tmp_path / "termbase.toml"
    head, _, tables = file.read_text(encoding="utf-8").partition("\n# [[memory]]")
    file.write_text(head + "\n[[memory]]" + tables.replace("\n# ", "\n"), encoding="utf-8")

    project = project_at(tmp_path)

    assert [one.output for one in project.memories] == ["tm/memory.tmx"]
    assert [one.outputs for one in project.glossaries] == [
        ("glossary/terms.tbx", "glossary/terms.csv")
    ]


def test_nothing_that_is_there_is_changed(tmp_path) -> None:
    """An ignore file grows at its end; a project, or what is no folder, is refused."""
    (tmp_path / ".gitignore").write_text("*.tmp")
    (tmp_path / "tm" / "sources").mkdir(parents=True)

    assert make(tmp_path) == ["termbase.toml", "glossary/", ".gitignore"]

    assert (tmp_path / ".gitignore").read_text() == "*.tmp\ntermbase.db\ntermbase.db-*\n"
    before = (tmp_path / "termbase.toml").read_bytes()
    with pytest.raises(InputError, match="is there already"):
        make(tmp_path)
    assert (tmp_path / "termbase.toml").read_bytes() == before
    with pytest.raises(InputError, match="is no folder"):
        make(tmp_path / "missing")


@pytest.mark.parametrize("name", ['a"b', "a\\b", "a\nb", "проект"])
def test_any_folder_name_gives_settings_that_read(tmp_path, name) -> None:
    """Quotes, backslashes and line breaks in a name are no TOML."""
    folder = tmp_path / name
    folder.mkdir()

    make(folder)

    found = tomllib.loads((folder / "termbase.toml").read_text(encoding="utf-8"))
    assert found["project"]["name"] == name.replace("\n", " ")


def test_the_figures_of_a_base_are_those_of_what_was_put_in(tmp_path) -> None:
    """Units and texts of each memory, concepts and terms of each glossary."""
    with open_base(fill(str(tmp_path / "x.db"))) as base:
        figures = summarise(terms_of(base), units_of(base))

    concepts = built().glossaries[0].glossary.concepts
    [memory], [glossary] = figures["memories"], figures["glossaries"]
    assert memory == {
        "name": "space",
        "path": "tm/space.tmx",
        "units": 16,
        "texts": {"en": 15, "fr": 16, "ru": 14},
    }
    assert glossary["concepts"] == len(concepts)
    assert glossary["terms"]["ru"] == sum(len(one.terms_in("ru")) for one in concepts)
    with open_base(":memory:", write=True) as empty:
        figures = summarise(terms_of(empty), units_of(empty))
    assert (figures["memories"], figures["glossaries"]) == ([], [])


def test_every_source_is_looked_for(tmp_path) -> None:
    """All of the project's are there; a missing one says what to do."""
    project = project_at(ROOT)

    assert all(one.well for one in examine_sources(project))
    missing = list(examine_sources(project._replace(root=str(tmp_path))))
    assert [one.what for one in missing] == [
        *(f"tm/sources/article.{language}.txt" for language in ("fr", "en", "ru")),
        *(f"tm/sources/news.{language}.txt" for language in ("fr", "en", "ru")),
        *project.glossaries[0].sources,
    ]
    assert all(not one.well and one.remedy for one in missing)


def test_languages_say_how_forms_are_found() -> None:
    """By stems where there is a stemmer; each language once."""
    found = {one.what: one.said for one in examine_languages(["fr", "fr", "kk"])}

    assert "stems" in found["fr"]
    assert "no lexicon and no stemmer" in found["kk"]
    assert len(found) == 2


def test_scripts_without_spaces_are_read_sign_by_sign() -> None:
    """Neither a lexicon nor a stemmer would help there."""
    [japanese] = examine_languages(["ja-JP"])

    assert japanese.said.startswith("written without spaces")


def test_a_base_is_well_or_says_what_to_do() -> None:
    """Whatever its store says, in two parts: what and remedy."""

    def missing() -> tuple[int, int]:
        raise StoreNotFoundError("x.db: there is no base yet; run «termbase build»")

    assert examine_base("x.db", lambda: (3, 4)).said == "x.db: 3 units, 4 concepts"
    ill = examine_base("x.db", missing)
    assert (ill.well, ill.said, ill.remedy) == (
        False,
        "x.db: there is no base yet",
        "run «termbase build»",
    )


def test_a_segmented_file_has_a_segment_a_line(tmp_path) -> None:
    """Empty lines are empty segments; all join back to the text."""
    path = tmp_path / "x.txt"
    path.write_bytes(b"Un. Deux.\r\n\r\nTrois\n")

    text = segment_file(str(path), "fr", LocalFiles(), segmented=True)

    assert text.contents == ["Un. Deux.", "", "Trois"]
    assert "".join(one.text for one in text.segments) == text.text == "Un. Deux.\r\n\r\nTrois\n"


def test_files_know_what_they_hold_and_refuse_what_they_cannot(tmp_path) -> None:
    """By their ending; nothing is written where nothing can be."""
    files = LocalFiles()

    assert [files.holds(one) for one in ("a.tmx", "a.tbx.gz", "a.txt")] == [
        "units",
        "concepts",
        "text",
    ]
    assert files.read_bytes(str(tmp_path / "missing")) is None
    with pytest.raises(UnknownFormatError):
        files.write_glossary(str(tmp_path / "x.unknown"), built().glossaries[0].glossary)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("targets", [("fr",), ("en", "en")])
def test_a_project_does_not_name_a_language_twice(tmp_path, targets) -> None:
    """fr → fr and en, en are slips; nothing is written."""
    with pytest.raises(InputError, match="named twice"):
        create_project(str(tmp_path), LocalFiles(), source="fr", targets=targets, date="2026-11-22")

    assert list(tmp_path.iterdir()) == []
