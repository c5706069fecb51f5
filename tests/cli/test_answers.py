"""What each command answers on the article, as a translator asks it."""

import gc
import json
import os
from pathlib import Path

import pytest

from article import built_glossary
from command_line import run, run_script
from termbase.checking import RULES
from termbase.checking.glossary_rules import GLOSSARY_RULES

FR, EN, RU = (f"tm/sources/article.{language}.txt" for language in ("fr", "en", "ru"))
COUNT = len(built_glossary().glossaries[0].glossary.concepts)
CONCEPTS = f"{COUNT} concepts"
NEAR = (
    "Aujourd'hui, les spécialistes français continuent de travailler à la création d'un "
    "satellite pour la télédétection de la Terre et d'un système spatial."
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("télédétection", "exact"),
        ("teledetection", "accents"),
        ("TÉLÉDÉTECTION", "case or signs"),
        ("État de l’Union", "case or signs"),
        ("engins spatiaux", "inflected"),
        ("teledetecton", "≈ 92 %"),
        ("Union State", "exact"),
        ("космическим аппаратам", "inflected"),
        ("- télédétection", "punctuation"),
    ],
)
def test_a_term_is_found_however_it_is_written(query: str, found: str, article: Path) -> None:
    """The last column says how: exactly, by folding, inflected, misspelt; in any language."""
    first = run("lookup", query, folder=article).lines[0].split("\t")

    assert first[-1] == found


def test_lookup_answers_in_the_language_wanted(article: Path) -> None:
    """-t names the columns, and their order."""
    ran = run("lookup", "engin spatial", "-t", "ru,en", "-n", "1", folder=article)

    assert ran.lines == ["engin spatial\tкосмический аппарат\tspacecraft\tpreferred\texact"]
    back = run("lookup", "дистанционным зондированием", "-s", "ru", "-t", "fr", folder=article)
    assert back.lines[0].split("\t")[:2] == ["дистанционное зондирование", "télédétection"]


def test_lookup_gives_the_preferred_term_alone(article: Path) -> None:
    """-1 prints one term and nothing else: that of the first language wanted."""
    assert run("lookup", "État de l’Union", "-1", folder=article).out == "Union State\n"
    ran = run("l", "Union State", "-t", "ru", "-1", folder=article)
    assert (ran.out, ran.err) == ("Союзное государство\n", "")


@pytest.mark.parametrize(
    ("query", "out", "err"),
    [
        ("teledetecton", "remote sensing\n", "of «télédétection» (≈ 92 %)\n"),
        ("à distance", "remote sensing\n", "of «détection à distance» (part)\n"),
        ("télédétections", "remote sensing\n", ""),
    ],
)
def test_the_term_alone_says_of_what_where_that_was_not_typed(
    query: str, out: str, err: str, article: Path
) -> None:
    """A script reads the term, and a person sees that it is that of another word."""
    ran = run("lookup", query, "-1", "-s", "fr", "-t", "en", folder=article)

    assert (ran.out, ran.err) == (out, err)


def test_lookup_copies_what_it_prints(article: Path, tmp_path: Path) -> None:
    """--copy hands the term alone, as -1 gives it, to the clipboard's program, and says so."""
    program = tmp_path / "bin" / "pbcopy"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\ncat >'{tmp_path}/clipboard'\n", "utf-8")
    program.chmod(0o755)
    env = {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}

    ran = run("lookup", "État de l'Union", "-t", "ru", "--copy", folder=article, env=env)

    assert (ran.out, ran.err) == ("Союзное государство\n", "copied with pbcopy\n")
    assert (tmp_path / "clipboard").read_text("utf-8") == "Союзное государство"


def test_forbidden_terms_are_marked_and_never_offered(article: Path) -> None:
    """A table shows «State of the Union» crossed out; TSV and -1 never give it as a target."""
    table = run("lookup", "État de l'Union", "-n", "1", "-f", "table", folder=article).out
    cells = run("lookup", "État de l'Union", "-n", "1", folder=article).out

    assert "✗ State of the" in table
    assert "deprecated" in table
    assert "forbidden" in table
    assert "State of the Union" not in cells


def test_the_known_terms_of_a_text_are_term_target_and_status(article: Path) -> None:
    """lookup - prints one known term a line, in the order of the text, each once."""
    text = "De petits engins spatiaux pour la télédétection de la Terre : petits engins spatiaux."

    ran = run("lookup", "-", "-t", "en", "-f", "tsv", folder=article, stdin=text)

    assert ran.lines == [
        "petit engin spatial\tsmall spacecraft\tpreferred",
        "télédétection de la Terre\tEarth remote sensing\tpreferred",
    ]
    assert run("lookup", "-", folder=article, stdin="Bonjour.").code == 1


def test_a_text_in_a_target_language_is_rendered_in_the_source_of_the_project(
    article: Path,
) -> None:
    """Who translates back, with -s en, needs the French as much as the Russian."""
    ran = run("lookup", "-", "-s", "en", "-f", "tsv", folder=article, stdin="A small spacecraft.")

    [line] = ran.lines
    assert line.split("\t")[:2] == ["small spacecraft", "petit engin spatial"]


def test_lookup_as_json_says_all_it_knows(article: Path) -> None:
    """Tier, status, synonyms, definitions, use: the same facts as the table, under stable keys."""
    answer = json.loads(run("lookup", "État de l’Union", "--json", folder=article).out)
    hit = answer["hits"][0]

    assert (answer["schema"], answer["query"]) == ("termbase.lookup/1", "État de l’Union")
    assert (hit["tier"], hit["status"], hit["language"]) == ("folded", "preferred", "fr")
    assert hit["targets"]["en"][0]["term"] == "Union State"
    [used] = hit["used"]
    assert "État de l" in used.pop("example")["fr"]
    assert used == {"memory": "space", "path": "tm/space.tmx", "units": 8, "last": "2026-11-22"}


def test_search_shows_what_differs(article: Path) -> None:
    """A near sentence comes with its score, both languages, the difference and the known terms."""
    table = run("search", NEAR, "-t", "en", "-f", "table", folder=article).out
    hit = json.loads(run("search", NEAR, "--json", folder=article).out)["hits"][0]

    assert table.startswith(" 78 %  tm/space.tmx#12")
    assert "[-russes et biélorusses-]{+français+}" in table
    assert "Earth remote sensing satellite" in table
    assert "terms  " in table
    assert (hit["score"], hit["raw"], hit["penalties"]) == (78, 78, [])
    assert list(hit["targets"]) == ["en", "ru"]


def test_an_exact_match_stands_alone_unless_others_are_asked_for(article: Path) -> None:
    """Equal texts are 100; --min lets near ones in; what is below --min is left out."""
    equal = run("search", "Lors de la réunion.", folder=article)

    assert equal.lines == [
        "100\tLors de la réunion.\tDuring the meeting.\tВ ходе встречи.\ttm/space.tmx#2"
    ]
    assert run("search", NEAR, "--min", "79", folder=article).code == 1
    assert run("search", NEAR, "--min", "78", folder=article).code == 0


def test_search_reads_texts_from_stdin(article: Path) -> None:
    """search - answers one text a line, in their order, as lines of JSON."""
    text = "Lors de la réunion.\n\nDmitry Mezentsev.\n"

    ran = run("search", "-", "-f", "jsonl", folder=article, stdin=text)

    assert [json.loads(line)["query"] for line in ran.lines] == text.split("\n")[::2][:2]
    assert run("search", "-", folder=article, stdin="").code == 2


def test_a_concordance_marks_both_sides(article: Path) -> None:
    """search -c shows a word in its contexts, its renderings marked as far as terms are known."""
    ran = run("search", "-c", "télédétection", "-t", "en", "-f", "table", "-n", "2", folder=article)

    assert "pour la ‹télédétection› de la Terre" in " ".join(ran.out.split())
    assert "Earth ‹remote sensing›" in " ".join(ran.out.split())
    assert "ru  " not in ran.out
    assert ran.err == "2 of 3 units\n   en  remote sensing 3\n"
    both = run("search", "-c", "engins spatiaux", "--json", folder=article)
    assert json.loads(both.out)["schema"] == "termbase.concordance/1"


@pytest.fixture
def draft(article: Path, tmp_path: Path) -> Path:
    """The English rendering with a forbidden term and a wrong number."""
    text = (article / EN).read_text("utf-8")
    text = text.replace("Union State stressed", "State of the Union stressed")
    path = tmp_path / "draft.en.txt"
    path.write_text(text.replace("6.33 billion", "6.33 million"), "utf-8")
    return path


def test_check_names_place_rule_and_remedy(article: Path, draft: Path) -> None:
    """Each mistake is found where it stands: line and column of the file, in code points."""
    ran = run("check", FR, str(draft), folder=article)

    assert ran.code == 1
    assert len(ran.lines) == 2
    for line, rule, wrong in zip(
        ran.lines, ("T201", "T101"), ("6.33 million", "State of the Union"), strict=True
    ):
        path, row, column, message = line.split(":", 3)
        spot = draft.read_text("utf-8").split("\n")[int(row) - 1][int(column) - 1 :]
        assert path == str(draft)
        assert message.startswith(f" {rule} ")
        assert spot.startswith(wrong)
    assert "use «Union State»" in ran.lines[1]
    assert ran.err.startswith("2 errors, 0 warnings · 18 segments")


def test_check_can_be_told_which_rules_and_how_strict(article: Path, draft: Path) -> None:
    """--rule keeps to some rules, --fail-on sets what is a failure, --exit-zero never fails."""
    words = ["check", FR, str(draft)]

    assert len(run(*words, "--rule", "T201", folder=article).lines) == 1
    assert run(*words, "--rule", "T301", folder=article).code == 0
    assert run(*words, "--exit-zero", folder=article).code == 0
    assert run(*words, "--rule", "T999", folder=article).code == 2


def test_check_accepts_inflected_terms_and_says_so_with_v(article: Path) -> None:
    """The Russian rendering is right; -v lists the forms that were accepted."""
    quiet, loud = (run("check", FR, RU, *more, folder=article) for more in ((), ("-v",)))

    assert (quiet.code, quiet.out) == (0, "")
    assert f"ok  {RU}:" in loud.out
    assert (
        "«программ Союзного государства» ← программа Союзного государства (inflected)" in loud.out
    )


def test_check_reads_bilingual_files_and_tells_ci(article: Path, draft: Path) -> None:
    """A TMX is checked in place of two texts; SARIF goes to a file with -o."""
    made = run("align", FR, str(draft), "-o", str(draft.with_name("d.tmx")), folder=article.parent)
    assert made.code == 2  # the paths of the article count from its own folder
    aligned = run("align", f"{article}/{FR}", str(draft), "-o", "d.tmx", folder=draft.parent)
    assert aligned.code == 0
    base = ["--base", str(article / "termbase.db")]

    found = run("check", "d.tmx", *base, "-o", "d.sarif", "-f", "sarif", folder=draft.parent)

    assert found.code == 1
    record = json.loads((draft.parent / "d.sarif").read_text("utf-8"))
    assert {one["ruleId"] for one in record["runs"][0]["results"]} == {"T101", "T201"}


def test_explain_offers_the_rules_of_glossaries_too(article: Path) -> None:
    """Who names no rule learns all that there are."""
    said = run("explain", "foo", folder=article).err

    assert "no rule «foo»; the rules are T101" in said
    assert "G101" in said


def test_explain_lists_the_rules_where_none_is_named(article: Path) -> None:
    """A line each, as its explanation begins, with what turns it on."""
    lines = run("explain", folder=article).lines

    assert [line.split(" ")[0] for line in lines] == [*RULES, *GLOSSARY_RULES]
    assert "T302 (error) Empty: there is a source and no translation" in lines
    assert run("explain", "T202", folder=article).lines[0] in lines


def test_explain_tells_every_rule(article: Path) -> None:
    """Each rule that can be found can be explained, in either case of letters."""
    for rule in RULES:
        ran = run("explain", rule, folder=article)
        assert ran.out.startswith(f"{rule} ")
        assert "good" in ran.out
        assert run("explain", rule.lower(), folder=article).out == ran.out


def test_segment_prints_one_segment_a_line(article: Path) -> None:
    """The segments equal the gold; TSV and JSON add their offsets in the file."""
    gold = Path(__file__).parents[1] / "gold" / "article.fr.segments.txt"
    text = (article / FR).read_text("utf-8")

    assert run("segment", FR, folder=article).out == gold.read_text("utf-8")
    assert run("segment", "-", folder=article, stdin=text).out == gold.read_text("utf-8")
    for line in run("segment", FR, "-f", "tsv", folder=article).lines:
        path, start, end, segment = line.split("\t")
        assert path == FR
        assert " ".join(text[int(start) : int(end)].split()) == " ".join(segment.split())


def test_align_prints_beads(article: Path) -> None:
    """The beads equal the gold in both pairs, each with its confidence."""
    gold = Path(__file__).parents[1] / "gold"
    for target, name in ((EN, "fr-en"), (RU, "fr-ru")):
        ran = run("align", FR, target, "-f", "ladder", folder=article)
        beads = [line.rsplit(":", 1) for line in ran.lines]
        right = (gold / f"article.{name}.beads").read_text("utf-8").split()
        assert [bead for bead, _ in beads] == [":".join(one.split(":")[:2]) for one in right]
        assert all(0 <= float(confidence) <= 1 for _, confidence in beads)


def test_build_writes_the_same_bytes_again(project: Path) -> None:
    """A second build changes nothing; --check exits 1 when one byte of an output differs."""
    again = run("build", folder=project)
    assert {line.split()[0] for line in again.lines} == {"unchanged"}
    assert "16 units (13 fr–en–ru, 2 fr–en, 1 fr–ru; 3 repeats kept once)" in again.err
    assert run("build", "--check", folder=project).code == 0

    for output in ("tm/space.tmx", "glossary/space.tbx", "glossary/space.csv"):
        right = (project / output).read_bytes()
        (project / output).write_bytes(right[:-2] + b"?" + right[-1:])
        ran = run("build", "--check", folder=project)
        assert (ran.code, ran.lines) == (
            1,
            [f"{output}: differs from its sources; run «termbase build»"],
        )
        (project / output).unlink()
        assert run("build", "--check", folder=project).code == 1
        (project / output).write_bytes(right)


def test_export_writes_what_another_base_reads_back(article: Path, tmp_path: Path) -> None:
    """Two languages of the memory, and the glossary in each dialect, go out and come in again."""
    for name, words, said in (
        ("fr-ru.tmx", ["--langs", "fr,ru"], "14 units fr–ru"),
        ("fr-en.tmx.gz", ["--langs", "fr,en"], "15 units fr–en"),
        ("v2.tbx", ["--dialect", "v2"], CONCEPTS),
        ("core.tbx", ["--dialect", "core"], CONCEPTS),
        ("basic.tbx", ["--dialect", "basic", "--style", "dct"], CONCEPTS),
        ("space.csv", [], CONCEPTS),
        ("space.tsv", ["--langs", "fr,en", "--glossary", "space"], CONCEPTS),
    ):
        path = tmp_path / name
        out = run("export", "-o", str(path), *words, folder=article)
        assert (out.code, said in out.err) == (0, True), out
        back = run("import", name, "--base", f"{name}.db", folder=tmp_path)
        assert f"+ {said.split()[0]} new" in back.out, back
    assert "<martif" in (tmp_path / "v2.tbx").read_text("utf-8")
    assert run("export", "-o", "x.tmx", "--memory", "spce", folder=article).err == (
        "error: the base has no memory «spce»; did you mean «space»?\n"
    )


def test_importing_again_changes_nothing(project: Path) -> None:
    """Units and concepts that stand there, equal in everything, are counted as the same."""
    for name, count in (("tm/space.tmx", 16), ("glossary/space.tbx", COUNT)):
        for new, same in ((count, 0), (0, count)):
            ran = run("import", name, "--into", "again", folder=project)
            assert f"+ {new} new   ~ 0 changed   = {same} same" in ran.out


def test_a_dry_run_says_what_would_be_done_and_does_nothing(project: Path, table: Path) -> None:
    """--dry-run reports and leaves the base as it was; without a base it makes none."""
    base = project / "termbase.db"
    before = base.read_bytes()

    for words in ([str(table)], [str(table), "--base", "new.db"]):
        ran = run("import", *words, "--dry-run", folder=project)
        assert "+ 2 new" in ran.out
        assert "nothing was written (--dry-run)" in ran.err
    assert base.read_bytes() == before
    assert not (project / "new.db").exists()


HEAD = "concept\tlanguage\tterm\tstatus\nc1\tfr\tengin spatial\tpreferred\n"


@pytest.mark.parametrize(
    ("way", "terms", "said"),
    [
        ([], ["spacecraft"], "ours is kept"),
        (["--on-conflict", "ask"], ["spacecraft"], "ours is kept"),
        (["--on-conflict", "keep-ours"], ["spacecraft"], "ours is kept"),
        (["--on-conflict", "take-theirs"], ["space vehicle"], "theirs is taken"),
        (["--on-conflict", "keep-both"], ["space vehicle", "spacecraft"], "both are kept"),
    ],
)
def test_a_conflict_of_concepts_ends_as_asked(
    way: list[str], terms: list[str], said: str, tmp_path: Path
) -> None:
    """A concept that differs is reported with its difference, and settled by --on-conflict."""
    for name, term in (("ours", "spacecraft"), ("theirs", "space vehicle")):
        (tmp_path / f"{name}.tsv").write_text(f"{HEAD}c1\ten\t{term}\tpreferred\n", "utf-8")
    run("import", "ours.tsv", "--into", "g", folder=tmp_path)

    for _ in range(2):
        ran = run("import", "theirs.tsv", "--into", "g", *way, folder=tmp_path)
        found = run("lookup", "engin spatial", "-s", "fr", "-f", "tsv", folder=tmp_path)
        assert sorted(line.split("\t")[1] for line in found.lines) == terms
        if "theirs" not in said:
            assert (
                "! concept «c1»: en «space vehicle» (theirs) / «spacecraft» (ours, preferred); "
                in ran.err
            )
            assert said in ran.err


def test_a_conflict_of_a_row_without_id_is_named_by_its_term_and_line(tmp_path: Path) -> None:
    """An id made for a row stands in no file of the client."""
    (tmp_path / "ours.csv").write_text("fr,en\ncamion,lorry\n", "utf-8")
    (tmp_path / "theirs.csv").write_text("fr,en\naile,wing\ncamion,van\n", "utf-8")
    run("import", "ours.csv", "--into", "g", folder=tmp_path)

    ran = run("import", "theirs.csv", "--into", "g", folder=tmp_path)

    assert "! «camion» (theirs.csv:3): en «van» (theirs) / «lorry» (ours); ours is kept" in ran.err


@pytest.mark.parametrize(
    ("merge", "figures", "units"),
    [
        ("add", "+ 1 new   ~ 0 changed   = 1 same", 3),
        ("update", "+ 0 new   ~ 1 changed   = 1 same", 2),
        ("skip", "+ 0 new   ~ 0 changed   = 1 same   1 skipped", 2),
        ("replace", "+ 0 new   ~ 1 changed   = 1 same", 2),
    ],
)
@pytest.mark.parametrize("id", ['tuid="{}"', 'changeid="{}"'])
def test_known_units_are_merged_as_asked(
    merge: str, figures: str, units: int, id: str, tmp_path: Path
) -> None:
    """--merge adds, updates, skips or replaces units whose tuid or source text is known."""

    def tmx(name: str, target: str) -> str:
        unit = (
            f'<tu {id}><tuv xml:lang="fr"><seg>{{}}</seg></tuv>'
            '<tuv xml:lang="en"><seg>{}</seg></tuv></tu>'
        )
        both = unit.format("1", "Oui.", "Yes.") + unit.format("2", "Non.", target)
        header = '<header srclang="fr" segtype="sentence" datatype="plaintext"/>'
        (tmp_path / name).write_text(f'<tmx version="1.4">{header}<body>{both}</body></tmx>')
        return name

    run("import", tmx("a.tmx", "No."), "--into", "m", folder=tmp_path)
    ran = run("import", tmx("b.tmx", "Nay."), "--into", "m", "--merge", merge, folder=tmp_path)

    assert f"memory «m»: {figures}" in ran.out
    assert f"\t{units}\tunits" in run("stats", folder=tmp_path).out


def test_an_import_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    """Whether it ends well or not: who calls it from Python goes on with cycles of his own."""
    (tmp_path / "a.csv").write_text("fr,en\na,b\n", encoding="utf-8")
    run("import", "a.csv", folder=tmp_path)
    run("import", "none.tmx", folder=tmp_path)

    assert gc.isenabled()


def test_stats_count_what_a_base_holds(article: Path) -> None:
    """One line for each memory and glossary, with its units or concepts by language."""
    assert run("stats", folder=article).lines[0] == (
        "memory\tspace\t16\tunits\ten 15 · fr 16 · ru 14"
    )
    record = json.loads(run("stats", "--json", folder=article).out)
    assert record["memories"][0]["texts"] == {"en": 15, "fr": 16, "ru": 14}


def test_doctor_says_what_needs_doing(project: Path) -> None:
    """All is well in the article's project; a missing source or base is named, with the remedy."""
    assert run("doctor", folder=project).code == 0
    (project / FR).unlink()
    (project / "termbase.db").unlink()

    ran = run("doctor", folder=project)

    assert ran.code == 1
    wrong = [line.split("\t")[1:] for line in ran.lines if line.startswith("wrong")]
    assert [one[0] for one in wrong] == ["base", FR]
    assert all(one[2] for one in wrong)


def test_doctor_tells_how_each_language_of_a_base_is_treated(tmp_path: Path) -> None:
    """Also without a project: by a lexicon, by stems, sign by sign, or as it is spelt."""
    (tmp_path / "g.csv").write_text("ja,fi,ka,ne,kk\n衛星,satelliitti,თანამგზავრი,उपग्रह,спутник\n")
    assert run("import", "g.csv", "--base", "b.db", folder=tmp_path).code == 0

    ran = run("doctor", "--base", "b.db", folder=tmp_path)

    told = {cells[1]: cells[2] for cells in (line.split("\t") for line in ran.lines)}
    assert ran.code == 0
    assert told["fi"].startswith("inflected forms are found by a lexicon")
    assert told["ka"] == "inflected forms are found by a lexicon; unknown words have none"
    assert told["ne"] == "no lexicon: inflected forms are found by their stems"
    assert told["ja"].startswith("written without spaces")
    assert told["kk"].startswith("no lexicon and no stemmer")


def test_what_is_printed_goes_to_a_file_with_o(article: Path, tmp_path: Path) -> None:
    """-o FILE holds what stdout would have; its ending is the format; - is stdout."""
    words = ["lookup", "télédétection"]
    plain = run(*words, folder=article)
    for name, same in (("hits.tsv", plain), ("hits.json", run(*words, "--json", folder=article))):
        path = tmp_path / name
        ran = run(*words, "-o", str(path), folder=article)
        assert (ran.code, ran.out) == (0, "")
        assert ran.err.endswith(f"wrote {path}\n")
        assert path.read_text("utf-8") == same.out
    assert run(*words, "-o", "-", folder=article).out == plain.out


def test_packed_files_are_read_and_written(article: Path, tmp_path: Path) -> None:
    """A file that ends in .gz is unpacked on the way in and packed on the way out."""
    import gzip

    for name in (FR, EN):
        packed = tmp_path / f"{Path(name).name}.gz"
        packed.write_bytes(gzip.compress((article / name).read_bytes()))

    ran = run_script("align", "article.fr.txt.gz", "article.en.txt.gz", folder=tmp_path)

    assert ran.out == run("align", FR, EN, folder=article).out
    assert (
        run("segment", "article.fr.txt.gz", "-s", "fr", folder=tmp_path).out
        == run("segment", FR, folder=article).out
    )
