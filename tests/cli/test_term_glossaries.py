"""``termbase term`` where a base has several glossaries."""

from pathlib import Path

from command_line import Ran, run


def term(folder: Path, *words: str) -> Ran:
    return run("term", *words, folder=folder)


def test_a_glossary_more_is_made_when_asked_for(tmp_path: Path) -> None:
    """However near its name is to another's."""
    base = ("--base", "my.db")
    assert term(tmp_path, "add", "fr=lune", "--glossary", "sky", *base).code == 0
    assert term(tmp_path, "add", "fr=mer", "--glossary", "sky2", *base).code == 2
    assert term(tmp_path, "add", "fr=mer", "--glossary", "sky2", "--new", *base).code == 0

    found = [line.split("\t")[0] for line in term(tmp_path, "list", *base).lines]
    assert sorted(found) == ["sky", "sky2"]


def test_concepts_of_two_glossaries_are_told_apart_and_not_merged(tmp_path: Path) -> None:
    """Duplicates are named across glossaries; merge is offered, and done, within one."""
    for name, concept in (("ours", "sun"), ("theirs", "star")):
        words = ("fr=soleil", "en=sun", "--id", concept, "--glossary", name, "--new")
        assert term(tmp_path, "add", *words).code == 0
    found, merge = term(tmp_path, "duplicates"), term(tmp_path, "merge", "sun", "star")

    assert (found.code, found.out.split("\t")[:2]) == (1, ["ours: sun", "theirs: star"])
    assert found.err == "1 pair: 1 with the same term\n"
    assert merge.code == 2
    said = "error: «star» is a concept of glossary «theirs», the other one of «ours»; merge makes"
    assert merge.err.startswith(said)


def test_who_begins_is_told_how(tmp_path: Path) -> None:
    """A project that is new builds nothing and has no glossary; each error says what to do."""
    assert run("init", "--source", "fr", "--targets", "en", folder=tmp_path).code == 0

    built = run("build", folder=tmp_path)
    added = run("term", "add", "fr=orbite", "en=orbit", folder=tmp_path)

    assert "take away the «# »" in built.err
    assert added.err == (
        "error: name the glossary with --glossary: there is none yet;"
        " to make one: --glossary terms\n"
    )
    named = added.err.rsplit(": ", 1)[1].split()
    assert run("term", "add", "fr=orbite", "en=orbit", *named, folder=tmp_path).code == 0
