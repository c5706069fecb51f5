"""In which language search reads a text, and what it says where it finds nothing."""

import json
from pathlib import Path

from command_line import run

FRENCH, ENGLISH, RUSSIAN = "Lors de la réunion.", "During the meeting.", "В ходе встречи."


def test_a_text_in_another_language_of_the_memories_is_found(article: Path) -> None:
    """Without -s, what the source language does not have is looked for in the others."""
    for text, language in ((FRENCH, "fr"), (ENGLISH, "en"), (RUSSIAN, "ru")):
        ran = run("search", text, "--json", folder=article)
        answer = json.loads(ran.out)

        assert (answer["source"], answer["hits"][0]["text"]) == (language, text)
        assert ran.err == ("" if language == "fr" else f"read as {language}\n")
        assert language not in answer["hits"][0]["targets"]


def test_the_columns_are_the_other_languages_of_the_project(article: Path) -> None:
    """Tab-separated, the language of the text has no column among the renderings."""
    ran = run("search", ENGLISH, folder=article)

    assert ran.lines == [f"100\t{ENGLISH}\t{FRENCH}\t{RUSSIAN}\ttm/space.tmx#2"]
    assert run("search", ENGLISH, "-t", "en", folder=article).code == 1


def test_a_near_text_in_another_language_is_found(article: Path) -> None:
    """The length window serves every language."""
    ran = run("search", "During the long meeting.", "-t", "fr", folder=article)

    assert ran.lines[0].split("\t")[1:3] == [ENGLISH, FRENCH]


def test_a_language_that_is_named_is_the_only_one(article: Path) -> None:
    """-s fr does not find English."""
    ran = run("search", ENGLISH, "-s", "fr", folder=article)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"nothing in the memories for «{ENGLISH}» in fr — try: --min 50\n"


def test_without_a_project_every_language_is_tried(article: Path, tmp_path: Path) -> None:
    """Outside of a project no -s is needed; the envelope names what was found."""
    base = ["--base", str(article / "termbase.db")]

    answer = json.loads(run("search", ENGLISH, *base, "--json", folder=tmp_path).out)
    nothing = run("search", "Bonjour.", *base, "--json", folder=tmp_path)

    assert (answer["source"], answer["hits"][0]["text"]) == ("en", ENGLISH)
    assert (nothing.code, json.loads(nothing.out)["source"]) == (1, None)


def test_nothing_found_says_where_it_was_looked_for(article: Path) -> None:
    """The note names the languages of the text's script, and a lower --min where none was given."""
    latin = run("search", "Bonjour tout le monde.", folder=article)
    cyrillic = run("search", "Здравствуйте.", "--min", "90", folder=article)

    assert latin.err.endswith("» in fr, en — try: --min 50\n")
    assert cyrillic.err == "nothing in the memories for «Здравствуйте.» in fr, ru\n"
    assert run("search", "-c", "plombier", folder=article).err == (
        "nothing in the memories for «plombier»\n"
    )


def test_a_concordance_has_no_least_score(article: Path) -> None:
    """--min would do nothing with -c, so it is refused."""
    ran = run("search", "-c", "Terre", "--min", "50", folder=article)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: --min is for")
