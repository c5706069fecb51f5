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


def test_a_phrase_that_is_no_unit_is_led_to_its_contexts(article: Path) -> None:
    """Only where the concordance has it; a lower score would find nothing either."""
    ran = run("search", "petits engins spatiaux", folder=article)

    assert ran.err.endswith(' — try: termbase search -c "petits engins spatiaux"\n')
    assert run("search", "-c", "petits engins spatiaux", folder=article).code == 0

    many = run("search", "-", folder=article, stdin="petits engins spatiaux\nun autre texte\n")
    assert many.err.count(" — try: --min 50\n") == 2  # many are not kept waiting for that


def test_texts_piped_in_may_end_as_windows_ends_lines(article: Path) -> None:
    """No text asked for has a carriage return at its end."""
    ran = run("search", "-", "-f", "jsonl", folder=article, stdin="Lors de\r\nla réunion.\r\n")

    assert [json.loads(line)["query"] for line in ran.lines] == ["Lors de", "la réunion."]


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


def test_lines_of_json_are_asked_with_their_neighbours(article: Path) -> None:
    """A text between the neighbours that its unit had scores 101; a line of text is itself."""
    before = "État de l'Union: lancement de la télédétection de la Terre."
    asked = [
        {"text": FRENCH},
        {"text": FRENCH, "before": before, "after": "x"},
    ]
    lines = [*(json.dumps(one) for one in asked), FRENCH, "{not JSON}"]
    ran = run("search", "-", "-f", "jsonl", folder=article, stdin="\n".join(lines))

    answers = [json.loads(line) for line in ran.lines]
    assert [one["hits"][0]["score"] if one["hits"] else 0 for one in answers] == [100, 100, 100, 0]
    assert ran.err == "nothing in the memories for 1 of 4 texts\n"
    bad = run("search", "-", folder=article, stdin='{"text": 3}')
    assert (bad.code, bad.err.count("\n")) == (2, 1)
    assert "stdin:1: give" in bad.err


def test_a_line_does_not_stand_where_the_line_before_it_stood(tmp_path: Path) -> None:
    """Place and context id count for their own line alone."""
    (tmp_path / "a.tmx").write_text(
        '<tmx version="1.4"><header srclang="fr"/><body><tu><prop type="x-context">k7</prop>'
        '<tuv xml:lang="fr"><seg>Mot.</seg></tuv><tuv xml:lang="en"><seg>Word.</seg></tuv></tu>'
        "</body></tmx>",
        "utf-8",
    )
    run("import", "a.tmx", "--base", "a.db", folder=tmp_path)
    lines = ['{"text": "Mot.", "context": "k7"}', '{"text": "Mot."}', "Mot."]

    ran = run("search", "-", "-f", "tsv", "--base", "a.db", folder=tmp_path, stdin="\n".join(lines))

    assert [line.split("\t")[0] for line in ran.lines] == ["101", "100", "100"]


def test_filters_leave_out_what_was_not_asked_for(article: Path) -> None:
    """By day, author, domain and confidence; a day that is none is refused."""
    day = json.loads(run("search", FRENCH, "--json", folder=article).out)["hits"][0]["changed"][:8]
    for words, found in (
        (("--since", day), 1),
        (("--until", f"{day[:4]}-{day[4:6]}-{day[6:]}"), 1),
        (("--until", "20000101"), 0),
        (("--since", "29990101"), 0),
        (("--author", "nobody"), 0),
        (("--domain", "law"), 0),
        (("--confidence", "50"), 1),
        (("--confidence", "100"), 0),
        (("--memory", "space"), 1),
    ):
        ran = run("search", FRENCH, "-s", "fr", *words, "--json", folder=article)

        assert len(json.loads(ran.out)["hits"]) == found, words
    assert "give a day" in run("search", FRENCH, "--since", "soon", folder=article).err
    assert "has no memory «x»" in run("search", FRENCH, "--memory", "x", folder=article).err


def test_the_settings_say_what_penalties_cost(article: Path) -> None:
    """Each by name; a memory may cost something too; what is wrong is said in one line."""
    file = article / "termbase.toml"
    own = file.read_text("utf-8")
    file.write_text(f"{own}\n[search.penalties]\ncase = 5\n[search.memory.space]\npenalty = 3\n")
    [hit] = json.loads(run("search", FRENCH.upper(), "--json", folder=article).out)["hits"]
    file.write_text(f"{own}\n[search.penalties]\ncolour = 5\n")
    bad = run("search", FRENCH, folder=article)
    file.write_text(own)

    assert [(one["name"], one["points"]) for one in hit["penalties"]] == [
        ("case", 5), ("memory", 3),
    ]  # fmt: skip
    assert bad.code == 2
    assert "knows no «colour»" in bad.err


def test_filters_count_for_the_concordance_too(article: Path) -> None:
    """A day, a person, a range that is none."""
    asked = ("search", "-c", "télédétection", "-f", "json")
    assert json.loads(run(*asked, folder=article).out)["count"] > 1
    for wish in (("--since", "2099-01-01"), ("--author", "nobody"), ("--domain", "none")):
        none = run(*asked, *wish, folder=article)
        assert (none.code, json.loads(none.out)["hits"]) == (1, [])
        assert "with these filters" in none.err
    wrong = run(*asked, "--since", "2026-02-31", folder=article)
    assert (wrong.code, "give a day" in wrong.err) == (2, True)
    turned = run(*asked, "--since", "2026-02-03", "--until", "2026-02-01", folder=article)
    assert "comes after" in turned.err
