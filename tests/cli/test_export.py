"""What export refuses rather than write: nothing at all, half a memory, wishes without effect."""

from pathlib import Path

import pytest

from command_line import Ran, run


def assert_refused(ran: Ran, said: str) -> None:
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


@pytest.mark.parametrize(
    ("name", "languages", "said"),
    [
        ("x.tmx", "de,ja", "no unit in de–ja, nothing was written; there is en, fr, ru"),
        ("x.tmx", "fr,ja", "no unit in fr–ja"),
        ("x.tbx", "de,ja", "no concept in de–ja, nothing was written; there is en, fr, ru"),
        ("x.csv", "de", "no concept in de"),
        ("x.tmx", "fr", "a memory needs two languages; it has en, fr, ru"),
        ("x.po", "fr,fr", "a memory needs two languages"),
        ("x.po", "fr,ru,en", "holds two languages; name two, such as --langs fr,en"),
        ("x.xliff", "fr,ru,en", "holds two languages; name two, such as --langs fr,en"),
        ("x.xliff", "fr", "a memory needs two languages; it has en, fr, ru"),
        ("x.xliff", "", "XLIFF holds a source and a target, the units have fr, en, ru: name two"),
    ],
)
def test_an_export_without_anything_in_it_is_refused(
    name: str, languages: str, said: str, article: Path, tmp_path: Path
) -> None:
    """Where the languages wanted have nothing, the file of the last export stays as it was."""
    path = tmp_path / name
    path.write_text("the last export", "utf-8")

    assert_refused(run("export", "-o", str(path), "--langs", languages, folder=article), said)
    assert path.read_text("utf-8") == "the last export"


def test_a_glossary_may_have_one_language(article: Path, tmp_path: Path) -> None:
    """One language of a glossary is a word list, and one of two that are wanted is enough."""
    for languages in ("fr", "fr,ja"):
        path = tmp_path / "x.csv"
        assert run("export", "-o", str(path), "--langs", languages, folder=article).code == 0
        assert "télédétection" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x.tmx", "--glossary", "space"], "becomes a memory; name one with --memory"),
        (["x.po", "--glossary", "v2"], "becomes a memory"),
        (["x.csv", "--memory", "space"], "becomes a glossary; name one with --glossary"),
        (["x.tmx", "--dialect", "v2"], "--dialect v2: is for TBX alone; x.tmx is none"),
        (["x.csv.gz", "--style", "dct"], "--style dct: is for TBX alone"),
        (["x.tbx", "--dialect", "v2", "--style", "dca"], "TBX v2 has no styles"),
        (["x.tbx", "--dialect", "core", "--style", "dct"], "TBX-Core has only dca"),
    ],
)
def test_an_option_without_effect_is_refused(words: list[str], said: str, article: Path) -> None:
    """What says nothing of such a file is a mistake, and nothing is written."""
    assert_refused(run("export", "-o", *words, folder=article), said)
    assert not (article / words[0]).exists()


def test_a_style_is_held_against_the_dialect_that_a_glossary_came_in(
    article: Path, tmp_path: Path
) -> None:
    """Without --dialect the glossary's own counts: v2 stays v2, and has no styles."""
    run("export", "-o", str(tmp_path / "old.tbx"), "--dialect", "v2", folder=article)
    run("import", "old.tbx", "--base", "b.db", folder=tmp_path)

    ran = run("export", "-o", "new.tbx", "--style", "dca", "--base", "b.db", folder=tmp_path)

    assert_refused(ran, "TBX v2 has no styles")


def test_a_text_is_not_taken_for_an_old_glossary(article: Path, tmp_path: Path) -> None:
    """A .txt that holds prose is replaced only where --glossary says what is meant."""
    text, table = tmp_path / "article.fr.txt", tmp_path / "glossary.txt"
    text.write_text("Lors de la réunion.\n\nFin.\n", "utf-8")

    assert_refused(run("export", "-o", str(text), folder=article), "is a text and no glossary")
    assert text.read_text("utf-8") == "Lors de la réunion.\n\nFin.\n"
    for _ in range(2):
        assert run("export", "-o", str(table), folder=article).code == 0
    assert run("export", "-o", str(text), "--glossary", "space", folder=article).code == 0
    assert text.read_bytes() == table.read_bytes()


def test_a_glossary_becomes_a_page(project: Path) -> None:
    """A table of Markdown, written again over itself; a text is not written over."""
    assert run("export", "-o", "terms.md", folder=project).code == 0
    assert run("export", "-o", "terms.md", folder=project).code == 0
    assert "| fr | en | ru |" in (project / "terms.md").read_text(encoding="utf-8")
    (project / "notes.md").write_text("My notes\n", encoding="utf-8")
    assert run("export", "-o", "notes.md", folder=project).code == 2


def test_trados_gets_regions(project: Path) -> None:
    """Those that are usual, or those of the project's settings."""
    run("export", "-o", "a.tmx", "--langs", "fr,en", "--profile", "trados", folder=project)
    with (project / "termbase.toml").open("a", encoding="utf-8") as file:
        file.write('\n[regions]\nfr = "fr-CA"\n')
    run("export", "-o", "b.tmx", "--profile", "trados", "--level", "1", folder=project)
    first, second = ((project / name).read_text(encoding="utf-8") for name in ("a.tmx", "b.tmx"))

    assert 'srclang="fr-FR"' in first
    assert 'xml:lang="en-GB"' in first
    assert 'xml:lang="fr-CA"' in second
    assert 'xml:lang="ru-RU"' in second


def test_a_project_of_omegat_is_told_what_its_memory_cannot_hold(tmp_path: Path) -> None:
    """Control characters were left out without a word."""
    project = '<omegat><project version="1.0"><source_lang>fr</source_lang>'
    project += "<target_lang>en</target_lang></project></omegat>"
    (tmp_path / "omt").mkdir()
    (tmp_path / "omt/omegat.project").write_text(project, "utf-8")
    added = run(
        "tm", "add", "fr=la\x01 lune", "en=the\x02 moon", "--memory", "sky", folder=tmp_path
    )
    ran = run("export", "--to-omegat", "omt", folder=tmp_path)

    assert (added.code, ran.code) == (0, 0)
    assert "characters that XML forbids; left out, the first of 2" in ran.err
