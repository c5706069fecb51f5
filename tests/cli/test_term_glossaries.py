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


def test_a_term_of_several_concepts_asks_which_one_beside_other_glossaries(tmp_path: Path) -> None:
    """It was said that no glossary has it, where there was more than one glossary."""
    words = [("fr=hublot", "--id", "window"), ("fr=hublot", "--id", "eye")]
    for name, some in (("a", words), ("b", [("fr=lune", "--id", "moon")])):
        for one in some:
            run("term", "add", *one, "--glossary", name, "--new", folder=tmp_path)

    ran = run("term", "show", "hublot", folder=tmp_path)

    assert ran.code == 2
    assert "«hublot» is a term of several concepts; name one of window, eye" in ran.err


def test_what_is_unknown_is_told_by_what_happened_and_not_by_words(tmp_path: Path) -> None:
    """A query with the words of another error was told as that one, of the first glossary."""
    for name in ("a", "b"):
        run("term", "add", f"fr=lune {name}", "--glossary", name, "--new", folder=tmp_path)

    ran = term(tmp_path, "show", "several concepts")
    assert ran.err.startswith("error: no glossary has a concept «several concepts»")


def test_the_history_of_a_term_that_has_gone_is_found_by_it(tmp_path: Path) -> None:
    """Whoever wonders where a term went knows the term, and not the id of a concept."""
    words = ("fr=lune", "en=moon", "--id", "c1", "--glossary", "g", "--new")
    run("term", "add", *words, folder=tmp_path)
    run("term", "rm", "c1", "en=moon", folder=tmp_path)

    ran = run("term", "history", "Moon", folder=tmp_path)

    assert [line.split("\t")[3] for line in ran.lines] == ["rm", "add"]
    assert run("term", "history", "sun", folder=tmp_path).code == 2


def test_hits_of_several_glossaries_name_theirs(tmp_path: Path) -> None:
    """A client's term and the house's may differ; of one glossary there is nothing to tell."""
    for name, en in (("house", "spacecraft"), ("client", "space vehicle")):
        term(tmp_path, "add", "fr=engin spatial", f"en={en}", "--glossary", name, "--new")
    query = ("lookup", "engin spatial", "-t", "en")

    plain = run(*query, "-f", "plain", folder=tmp_path).lines
    alone = run(*query, "-f", "plain", "--glossary", "house", folder=tmp_path).lines
    table = run(*query, "-f", "table", folder=tmp_path).lines

    assert sorted(plain) == [
        "engin spatial → space vehicle  (exact, client)",
        "engin spatial → spacecraft  (exact, house)",
    ]
    assert alone == ["engin spatial → spacecraft  (exact)"]
    assert {"   in house", "   in client"} <= set(table)
