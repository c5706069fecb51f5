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
