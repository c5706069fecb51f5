"""Which language a text is taken to be in."""

from pathlib import Path

from command_line import run

TEXT = "Это г. Москва, ул. Лесная. Там тихо."


def segments(folder: Path, *words: str) -> int:
    """Return how many segments a text is cut into."""
    ran = run("segment", *words, folder=folder)
    assert ran.code == 0, ran.err
    return len(ran.lines)


def test_a_text_is_in_the_language_that_its_name_ends_in(tmp_path: Path) -> None:
    """In a project of French texts, article.ru.txt is Russian all the same."""
    (tmp_path / "termbase.toml").write_text('[project]\nsource = "fr"\ntargets = ["ru"]\n', "utf-8")
    for name in ("a.txt", "a.ru.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")

    assert segments(tmp_path, "a.ru.txt") == segments(tmp_path, "-s", "ru", "a.txt") == 2
    assert segments(tmp_path, "a.txt") == segments(tmp_path, "-s", "fr", "a.ru.txt") > 2


def test_a_text_whose_language_nobody_names_is_not_cut(tmp_path: Path) -> None:
    """One line says what to do."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    ran = run("segment", "a.txt", folder=tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: a.txt: its language is not known; name it with -s\n"
