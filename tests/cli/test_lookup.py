"""What lookup answers beside its table: one term alone, the terms of a text, refusals."""

import json
from pathlib import Path

import pytest

from command_line import run

FR, EN = "tm/sources/article.fr.txt", "tm/sources/article.en.txt"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("remote sensing", "télédétection"),
        ("дистанционное зондирование", "télédétection"),
        ("télédétection", "remote sensing"),
    ],
)
def test_the_term_alone_is_of_the_first_other_language(
    query: str, first: str, article: Path
) -> None:
    """-1 answers a query in a target language in the source language, one in that in the first."""
    assert run("lookup", query, "-1", folder=article).out == f"{first}\n"


def test_a_term_that_is_not_to_be_used_is_crossed_out_in_a_line_too(article: Path) -> None:
    """A person who reads the line alone would use it."""
    wish = ("-s", "en", "-t", "fr", "-f", "plain")
    asked = run("lookup", "State of the Union", "-n", "1", *wish, folder=article)

    said = "✗ State of the Union, use Union State → État de l'Union"
    assert asked.out == f"{said}  (exact)\n"
    read = run("lookup", "-", *wish, folder=article, stdin="The State of the Union.")
    assert read.out == f"{said}  (1 time)\n"


def test_homographs_are_told_apart_by_what_kind_of_words_they_are(tmp_path: Path) -> None:
    """Two entries spelt alike say which is the noun; a term that stands alone need not."""
    rows = ["concept\tlanguage\tterm\tpart_of_speech", "m\ten\tlead\tnoun", "m\tfr\tplomb\tnoun"]
    rows += ["g\ten\tlead\tverb", "g\tfr\tmener\tverb"]
    (tmp_path / "g.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    assert run("import", "g.tsv", "--base", "b.db", folder=tmp_path).code == 0
    base = ("--base", "b.db", "-q")

    plain = run("lookup", "leads", "-f", "plain", *base, folder=tmp_path)
    table = run("lookup", "lead", "-f", "table", *base, folder=tmp_path)
    alone = run("lookup", "plomb", "-f", "plain", *base, folder=tmp_path)

    assert plain.out == "lead [noun] → plomb  (inflected)\nlead [verb] → mener  (inflected)\n"
    assert [line for line in table.lines if ": " in line] == ["   lead: noun", "   lead: verb"]
    assert alone.out == "plomb → lead  (exact)\n"


def test_the_language_of_a_term_may_be_asked_for(article: Path) -> None:
    """A query in another script is answered by the term itself, or the one preferred to it."""
    for query in ("spoutnik", "искусственный спутник"):
        assert run("lookup", query, "-t", "ru", "-1", folder=article).out == "спутник\n"
    plain = run("lookup", "spoutnik", "-t", "ru", "-n", "1", "-f", "plain", folder=article)
    assert plain.out == "спутник  (other script)\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lookup", "x", "--glossary", "nope"], "glossary «nope»; it has «space»"),
        (["lookup", "télédétection", "-1", "--glossary", "nope"], "glossary «nope»"),
        (["lookup", "-", "--glossary", "nope"], "glossary «nope»; it has «space»"),
        (["lookup", "télédétection", "--project", "nope"], "term of a project «nope»; it has none"),
        (["lookup", "télédétection", "--customer", "nope"], "term of a customer «nope»"),
        (["lookup", "télédétection", "--domain", "nope"], "concept of a domain «nope»"),
        (["term", "list", "--domain", "nope"], "concept of a domain «nope»"),
        (["term", "list", "--customer", "nope"], "term of a customer «nope»"),
        (["term", "history", "--glossary", "nope"], "glossary «nope»; it has «space»"),
        (["export", "-o", "new.tbx", "--domain", "nope"], "concept of a domain «nope»"),
        (["search", "Lors de la réunion.", "--memory", "nope"], "memory «nope»; it has «space»"),
        (["search", "-c", "télédétection", "--memory", "nope"], "memory «nope»"),
        (["check", FR, EN, "--glossary", "nope"], "glossary «nope»; it has «space»"),
        (["export", "-o", "new.tmx", "--memory", "nope"], "memory «nope»; it has «space»"),
        (["export", "-o", "new.tbx", "--glossary", "nope"], "glossary «nope»; it has «space»"),
    ],
)
def test_a_name_that_is_not_there_is_refused(words: list[str], said: str, article: Path) -> None:
    """A filter that can find nothing is one line with the names there are, not «no term»."""
    ran = run(*words, folder=article, stdin="La télédétection.")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: the base has no {said}")
    assert ran.err.count("\n") == 1


def test_a_name_that_is_there_may_find_nothing(article: Path) -> None:
    """Nothing found under a filter that exists is no mistake: exit 1."""
    assert run("lookup", "plombier", "--glossary", "space", folder=article).code == 1
    assert run("search", "Bonjour tout le monde.", "--memory", "space", folder=article).code == 1


@pytest.mark.parametrize("option", ["-1", "--copy"])
def test_a_text_has_no_term_alone(option: str, article: Path) -> None:
    """lookup - gives every term of a text, so -1 and --copy are refused with it."""
    ran = run("lookup", "-", option, folder=article, stdin="La télédétection.")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: -1 and --copy")


def test_a_text_is_said_to_be_read_as_the_language_of_the_project(article: Path) -> None:
    """Without -s stderr names the language; with it there is nothing to say."""
    text = "La télédétection."

    assert run("lookup", "-", folder=article, stdin=text).err.startswith("read as fr\n")
    assert "read as" not in run("lookup", "-", "-s", "fr", folder=article, stdin=text).err


def test_a_text_has_no_terms_in_its_own_language(article: Path) -> None:
    """-t fr for a French text is refused; beside another language it is passed over."""
    text = "La télédétection."
    alone = run("lookup", "-", "-t", "fr", folder=article, stdin=text)
    both = run("lookup", "-", "-t", "fr,en", folder=article, stdin=text)

    assert (alone.code, alone.out) == (2, "")
    assert alone.err.startswith("error: the text is read as fr, and -t wants no other")
    assert both.lines == ["télédétection\tremote sensing\tpreferred"]


def test_the_terms_of_a_text_are_as_many_as_wanted(article: Path) -> None:
    """-n holds for a text too; without it every term is shown."""
    text = " ".join(["satellite", "télédétection", "spacecraft", "engin spatial"] * 3)

    assert len(run("lookup", "-", folder=article, stdin=text).lines) == 3
    assert len(run("lookup", "-", "-n", "1", folder=article, stdin=text).lines) == 1


@pytest.mark.parametrize(
    ("words", "code", "lines"),
    [
        (["télédétection", "-t", "de"], 0, 4),
        (["télédétection", "-t", "de,it,en"], 0, 4),
        (["télédétection", "-s", "de"], 1, 0),
        (["-", "-t", "de"], 0, 1),
    ],
)
def test_a_language_that_the_base_has_not_is_said(
    words: list[str], code: int, lines: int, article: Path
) -> None:
    """Empty cells would leave a person guessing; what was found is shown all the same."""
    ran = run("lookup", *words, folder=article, stdin="télédétection")

    missing = "de, it" if "de,it,en" in words else "de"
    assert (ran.code, len(ran.lines)) == (code, lines)
    assert ran.err.count(f"the base has no terms in {missing}; it has en, fr, ru\n") == 1
    assert "no term for" not in ran.err


def test_a_word_that_nobody_knows_is_said_beside_the_language(article: Path) -> None:
    """What is wrong with the target does not hide that the word is unknown."""
    ran = run("lookup", "plombier", "-t", "de", folder=article)

    assert ran.code == 1
    assert "no terms in de" in ran.err
    assert "no term for «plombier»" in ran.err


def test_what_a_filter_keeps_away_is_named(article: Path) -> None:
    ran = run("lookup", "lune", "-s", "fr", "--process", "candidate", folder=article)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("no term for «lune» in fr with --process candidate; without: lune")


def test_a_term_of_another_language_than_the_one_asked_is_named_so(article: Path) -> None:
    """Whoever gives the wrong -s learns of it, rather than that there is no such term."""
    ran = run("lookup", "Union State", "-s", "fr", folder=article)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "no term for «Union State» in fr; it is one in en: leave -s out, or name that\n"
    )


def test_a_language_without_terms_is_not_listed(article: Path) -> None:
    """As lookup says it: a column of nothing is no answer."""
    ran = run("term", "list", "-s", "de", folder=article)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("the base has no terms in de; it has en, fr, ru\n")


def test_an_article_alone_asks_for_its_word(article: Path) -> None:
    """Neither chance terms nor the concordance of «the» help."""
    ran = run("lookup", "the", folder=article)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "no term for «the»: give the word that it stands before\n"


def test_what_a_query_is_made_of_is_said_where_it_is_no_term(article: Path) -> None:
    """With renderings, inflected or not; the language is that of most of the query."""
    ran = run("lookup", "в низкой орбите спутников", folder=article)
    asked = run("lookup", "lancement des fusées", "-t", "ru", "--json", folder=article)

    assert (ran.code, ran.lines) == (1, [])
    assert "in it: спутник → satellite · satellite\n" in ran.err
    inside = json.loads(asked.out)["inside"]
    assert [(hit["term"], *hit["targets"]) for hit in inside] == [
        ("lancement", "ru"),
        ("fusée", "ru"),
    ]


def test_what_stands_in_a_query_is_not_called_near_besides(article: Path) -> None:
    ran = run("lookup", "engin spatial/mission", "-s", "fr", "-t", "en", folder=article)

    assert "in it: engin spatial → spacecraft\n" in ran.err
    assert "nearest" not in ran.err


@pytest.mark.parametrize("targets", ["", "ru", "en,ru", "de"])
def test_every_line_has_the_same_columns(targets: str, article: Path) -> None:
    """A script may cut them: a column for each language asked for, else for each other one."""
    words = ["-t", targets] if targets else []
    rows = [line.split("\t") for line in run("lookup", "satellite", *words, folder=article).lines]

    assert {hit for row in rows for hit in row[-1:]} >= {"exact", "beginning"}
    assert {len(row) for row in rows} == {3 + len(targets.split(",")) if targets else 5}
    if targets == "en,ru":
        assert ["satellite", "satellite", "спутник", "preferred", "exact"] in rows
