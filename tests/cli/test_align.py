"""``align``: a person's decisions are kept beside the texts and come back with every alignment."""

import csv
import io
import json
import os
import re
from contextlib import suppress
from itertools import chain, repeat
from pathlib import Path
from threading import Thread

import openpyxl
import pytest

from article import ROOT
from command_line import Ran, run, run_on_terminal
from termbase.cli._alignment_sources import Document

FRENCH = "Bonjour.\nIl pleut. Il vente.\nNous partons demain.\nAu revoir.\n"
ENGLISH = "Hello.\nIt rains.\nIt blows.\nWe leave tomorrow.\nGoodbye.\n"
OURS = {"PYTHONPATH": str(ROOT / "src")}
RUSSIAN = "Здравствуйте.\nИдёт дождь. Дует ветер.\nМы уезжаем завтра.\nДо свидания.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a text of one segment a line, and two translations."""
    for name, text in (("fr", FRENCH), ("en", ENGLISH), ("ru", RUSSIAN)):
        (tmp_path / f"a.{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def align(folder: Path, *more: str, targets: str = "en", stdin: bytes = b"") -> Ran:
    paths = [f"a.{one}.txt" for one in ("fr", *targets.split(","))]
    return run("align", *paths, "--segmented", *more, folder=folder, stdin=stdin)


def table(folder: Path, targets: str = "en") -> list[dict[str, str]]:
    out = align(folder, "-f", "tsv", "-q", targets=targets).out
    return list(csv.DictReader(io.StringIO(out), delimiter="\t"))


def save(folder: Path, rows: list[dict[str, str]], name: str = "t.tsv", delimiter: str = "\t"):
    with open(folder / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


def beads(folder: Path, targets: str = "en") -> list[str]:
    lines = align(folder, "-q", targets=targets).lines
    return [re.sub(r":[^:]*$", "", one) for one in lines]


def decisions(folder: Path) -> list[dict]:
    return json.loads((folder / "a.align.json").read_text("utf-8"))["decisions"]


def test_a_table_holds_every_bead_with_its_segments(texts: Path) -> None:
    """Texts, numbers from 1, confidence, and an id for the way back."""
    rows = table(texts, "en,ru")

    assert [one["source"] for one in rows if one["languages"] == "fr–ru"] == FRENCH.splitlines()
    assert rows[1]["source_segments"] == "2"
    assert rows[1]["target_segments"] == "2+3"
    assert rows[1]["target"] == "It rains. It blows."
    assert re.fullmatch(r"fr:2=[a-p]+-[a-p]+ en:2=[a-p-]+,3=[a-p-]+", rows[1]["id"])
    assert all(0 <= float(one["confidence"]) <= 1 for one in rows)
    assert {one["decision"] for one in rows} == {""}


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_a_table_comes_back_as_decisions(texts: Path, delimiter: str) -> None:
    """Each word does what it says, in any order of rows and columns; then they hold for good."""
    rows = table(texts)
    for number, word in ((0, "Accept"), (1, "split 1:1"), (2, "merge")):
        rows[number]["decision"] = word
    turned = [dict(reversed(one.items())) for one in rows]
    save(texts, [turned[1], turned[0], *turned[2:]], "t.csv", delimiter)

    ran = align(texts, "--apply", "t.csv")

    assert "t.csv: 3 decisions kept in a.align.json" in ran.err
    assert [one["kind"] for one in decisions(texts)] == ["split", "accept", "merge"]
    assert beads(texts) == ["0:0", "1:1", ":2", "2,3:3,4"]
    assert [one["decision"] for one in table(texts)] == ["decided"] * 4
    assert align(texts, "--apply", "t.csv").code == 0
    assert len(decisions(texts)) == 3


def test_a_table_rejects_and_corrects(texts: Path) -> None:
    """A rejected bead is out of the memory; numbers written over are the segments of the row."""
    rows = table(texts)
    rows[0]["decision"] = "reject"
    rows[1]["target_segments"] = "2"
    rows[2]["source_segments"] = "3 + 4"
    rows[2]["target_segments"] = "4,5"
    save(texts, rows)

    ran = align(texts, "--apply", "t.tsv", "-f", "tmx")

    assert [one["kind"] for one in decisions(texts)] == ["reject", "correct", "correct"]
    assert {"0:", ":0", "1:1", "2,3:3,4"} < set(beads(texts))
    assert "Bonjour." not in ran.out
    assert ran.out.count('<prop type="x-reviewed">yes</prop>') == 2


def test_a_row_put_in_for_a_part_of_another_is_taken(texts: Path) -> None:
    """A reviser parts a bead by a copy of its row, and writes other numbers into both."""
    rows = table(texts)
    rows[1:2] = [rows[1] | {"target_segments": "2"}, rows[1] | {"target_segments": "3"}]
    rows[2]["source_segments"] = ""
    save(texts, rows)

    assert align(texts, "--apply", "t.tsv").code == 0
    assert beads(texts)[:3] == ["0:0", "1:1", ":2"]


def test_a_spreadsheet_goes_and_comes(texts: Path) -> None:
    """As a reviser edits it: a word chosen, a number typed, columns moved."""
    assert align(texts, "-o", "t.xlsx").code == 0
    book = openpyxl.load_workbook(texts / "t.xlsx")
    sheet = book.active
    at = {cell.value: number for number, cell in enumerate(sheet[1], 1)}
    sheet.cell(2, at["decision"]).value = "accept"
    sheet.cell(3, at["target_segments"]).value = 2
    sheet.insert_cols(1)
    sheet.delete_cols(at["confidence"] + 1)
    book.save(texts / "t.xlsx")

    ran = align(texts, "--apply", "t.xlsx")

    assert "2 decisions kept" in ran.err
    assert beads(texts)[:2] == ["0:0", "1:1"]


def test_what_a_spreadsheet_keeps_to_itself_is_told(texts: Path) -> None:
    """A formula that nothing has calculated, and a sheet of notes, before the table or behind."""
    assert align(texts, "-o", "t.xlsx").code == 0
    book = openpyxl.load_workbook(texts / "t.xlsx")
    book.active["D2"] = '=IF(1=1,"accept","")'
    book.create_sheet("notes")["A1"] = "Look at the second row."
    book.save(texts / "t.xlsx")

    ran = align(texts, "--apply", "t.xlsx")
    piped = align(texts, "--apply", "-", stdin=(texts / "t.xlsx").read_bytes())

    assert ran.code == 0
    assert "  ~ t.xlsx: only the first sheet is read, not «notes»; left out\n" in ran.err
    assert "  ~ t.xlsx:2: a formula has no value (the first in column 4); read as empty" in ran.err
    assert "  ~ stdin:2: a formula has no value" in piped.err
    book.move_sheet("notes", -1)
    book.save(texts / "t.xlsx")
    assert "only the first sheet is read, not «alignment»" in align(texts, "--apply", "t.xlsx").err


def test_a_text_that_begins_like_a_comment_is_no_comment(texts: Path) -> None:
    """Whichever column is the first, and though a spreadsheet has put no quotation marks."""
    (texts / "a.fr.txt").write_text(FRENCH.replace("Nous", "# Nous"))
    rows = [{"source": one.pop("source"), **one} for one in table(texts)]
    rows[2]["decision"] = "accept"
    save(texts, rows)

    assert "1 decision kept" in align(texts, "--apply", "t.tsv").err


def test_a_plain_split_parts_equal_sides(texts: Path) -> None:
    """Two and two become one and one, twice."""
    rows = table(texts)
    rows[2]["decision"] = "merge"
    save(texts, rows)
    align(texts, "--apply", "t.tsv")
    rows = table(texts)
    rows[2]["decision"] = "split"
    save(texts, rows)
    align(texts, "--apply", "t.tsv")

    assert beads(texts) == ["0:0", "1:1,2", "2:3", "3:4"]
    assert [one["kind"] for one in decisions(texts)] == ["split"]


@pytest.mark.parametrize(
    ("row", "changes", "said"),
    [
        (0, {"decision": "no"}, "t.tsv:2: «no» is no decision; use accept, merge, split"),
        (3, {"decision": "merge"}, "t.tsv:5: has no row below to merge with"),
        (1, {"decision": "split"}, "t.tsv:3: does not say where to split; write how many"),
        (1, {"decision": "split 1:2"}, "t.tsv:3: «split 1:2» leaves nothing on one side"),
        (1, {"decision": "split 0:9"}, "leaves nothing on one side"),
        (0, {"source_segments": "1.5"}, "source_segments «1.5» are no numbers; write 3+4"),
        (0, {"source_segments": "9" * 5000}, "are no numbers; write 3+4"),
        (0, {"source_segments": "2-1"}, "source_segments «2-1» are no numbers; write 3+4"),
        (0, {"source_segments": "1-999999999"}, "are no numbers; write 3+4"),
        (0, {"decision": "reject", "target_segments": "1+2"}, "t.tsv:2: says reject and has other"),
        (1, {"decision": "split 1:1", "target_segments": "2"}, "t.tsv:3: says split 1:1 and has"),
        (0, {"decision": "merge", "target_segments": "1+2"}, "t.tsv:2: says merge and has other"),
        (0, {"decision": f"split {'9' * 5000}:1"}, "is no decision; use accept"),
        (0, {"target_segments": "1+9"}, "t.tsv:2: segment 9 of en stands in no row"),
        (0, {"target_segments": "1+3"}, "t.tsv:2: its segments do not stand side by side"),
        (0, {"id": "", "decision": "accept"}, "t.tsv:2: has a decision and no id"),
        (0, {"id": "", "target_segments": "2"}, "t.tsv:2: has segments and no id; copy the id of"),
        (0, {"id": "fr:1=x"}, "t.tsv:2: has a broken id"),
        (0, {"id": "fr:1 en:2"}, "t.tsv:2: has a broken id"),
        (0, {"id": "de:1=abcdefghij-abcd en:"}, "t.tsv:2: is about de–en; the texts are in fr"),
        (0, {"document": "b.txt"}, "t.tsv:2: is about the document «b.txt»"),
        (0, {"source_segments": "", "target_segments": ""}, "leaves the row without segments"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named(
    texts: Path, row: int, changes: dict[str, str], said: str
) -> None:
    """With its number and what to write; nothing is kept."""
    rows = table(texts)
    rows[row] |= changes
    save(texts, rows)

    ran = align(texts, "--apply", "t.tsv", "-o", "a.tmx")

    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert not (texts / "a.align.json").exists()
    assert not (texts / "a.tmx").exists()


def test_rows_that_contradict_each_other_are_named(texts: Path) -> None:
    """Both of them."""
    rows = table(texts)
    rows[0]["decision"], rows[1]["decision"] = "merge", "reject"
    save(texts, rows)
    assert (
        "t.tsv:3: is merged with row 2 and decided itself" in align(texts, "--apply", "t.tsv").err
    )

    rows[0] |= {"decision": "", "target_segments": "1+2"}
    rows[1]["decision"] = "accept"
    save(texts, rows)
    assert (
        "t.tsv:3: segment 2 of en is decided in row 2 too" in align(texts, "--apply", "t.tsv").err
    )


def test_a_bead_of_three_rows_is_told(texts: Path) -> None:
    """Who writes merge into both rows of a pair joins the third, too."""
    rows = table(texts)
    rows[0]["decision"] = rows[1]["decision"] = "merge"
    save(texts, rows)

    said = "t.tsv:2: one bead with row 4 too: merge joins a row with the one below\n"
    assert said in align(texts, "--apply", "t.tsv").err
    rows[1]["decision"] = ""
    save(texts, rows)
    assert "too: merge" not in align(texts, "--apply", "t.tsv").err


@pytest.mark.parametrize("decision", ["", "correct", "merge"])
@pytest.mark.parametrize("numbers", ["2+3+4", "2-4", "2–4", "2, 3, 4"])
@pytest.mark.parametrize("nothing", ["", "-"])
def test_a_row_whose_segments_another_takes_may_be_emptied(
    texts: Path, decision: str, numbers: str, nothing: str
) -> None:
    """Its texts too, as who joins two rows by hand does; that edits no text."""
    rows = table(texts)
    above, below = rows[1], rows[2]
    assert (above["target_segments"], below["source_segments"]) == ("2+3", "3")
    above |= {"decision": decision, "source_segments": "2+3", "target_segments": numbers}
    if decision != "merge":
        above |= {side: f"{above[side]} {below[side]}" for side in ("source", "target")}
        below |= {"source": "", "target": ""}
    below |= {"source_segments": nothing, "target_segments": nothing}
    save(texts, rows)

    ran = align(texts, "--apply", "t.tsv")

    assert (ran.code, "edited" in ran.err) == (0, False), ran.err
    assert beads(texts) == ["0:0", "1,2:1,2,3", "3:4"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("OK", "accept"),
        ("Accept.", "accept"),
        ("oui", "accept"),
        ("Принято", "accept"),
        ("rejeté", "reject"),
    ],
)
def test_a_reviser_may_write_a_decision_in_other_words(texts: Path, word: str, kind: str) -> None:
    """Those that can mean nothing else, in French and Russian too."""
    rows = table(texts)
    rows[0]["decision"] = word
    save(texts, rows)
    align(texts, "--apply", "t.tsv")

    assert [one["kind"] for one in decisions(texts)] == [kind]


def test_a_decision_is_taken_back_by_a_table(texts: Path) -> None:
    """Whenever it was made; the rest stays, and rows where nothing was decided do not mind."""
    rows = table(texts)
    rows[0]["decision"] = rows[2]["decision"] = "accept"
    save(texts, rows)
    align(texts, "--apply", "t.tsv")
    rows[0]["decision"], rows[2]["decision"], rows[3]["decision"] = "decided", "clear", "clear"
    save(texts, rows)
    ran = align(texts, "--apply", "t.tsv")

    assert "t.tsv: 1 decided bead cleared in a.align.json\n" in ran.err
    assert [one["text"] for one in decisions(texts)] == ["Bonjour."]
    assert [one["decision"] for one in table(texts)] == ["decided", "", "", ""]


def test_a_column_that_was_sorted_alone_is_found_out(texts: Path) -> None:
    """Each row would decide on the texts of another; a repeated text is no such row."""
    rows = table(texts)
    ids = sorted((one["id"] for one in rows), reverse=True)
    mixed = [
        one | {"id": other, "decision": "accept"} for one, other in zip(rows, ids, strict=True)
    ]
    save(texts, mixed)
    ran = align(texts, "--apply", "t.tsv")

    said = "error: t.tsv:2: has the texts of row 5 beside its own id; sort whole rows, never one"
    assert (ran.code, ran.err.startswith(said)) == (2, True)
    assert not (texts / "a.align.json").exists()
    for language, text in (("fr", "Oui.\nNon.\nOui.\n"), ("en", "Yes.\nNo.\nYes.\n")):
        (texts / f"a.{language}.txt").write_text(text)
    rows = [one | {"decision": "accept"} for one in reversed(table(texts))]
    save(texts, rows)
    assert "3 decisions kept" in align(texts, "--apply", "t.tsv").err


def test_a_spreadsheet_says_what_may_be_decided_in_255_signs(texts: Path) -> None:
    """More of them, and it is damaged for those who open it."""
    align(texts, "-o", "t.xlsx")
    [offered] = openpyxl.load_workbook(texts / "t.xlsx").active.data_validations.dataValidation

    assert "clear" in offered.formula1
    assert len(offered.prompt) <= 255


def test_a_table_without_the_columns_is_refused(texts: Path) -> None:
    """It says which are needed."""
    rows = [{"decision": "accept", "source": "Bonjour."}]
    save(texts, rows)

    assert "t.tsv:2: has no column «id»" in align(texts, "--apply", "t.tsv").err


def test_what_a_reviser_did_to_the_text_is_reported(texts: Path) -> None:
    """And so is a row whose text has changed since the table was made."""
    rows = table(texts)
    rows[0] |= {"decision": "accept", "target": "Hi."}
    rows[2]["decision"] = "accept"
    save(texts, rows)
    text = (texts / "a.fr.txt").read_text("utf-8")
    (texts / "a.fr.txt").write_text(text.replace("demain", "ce soir"), "utf-8")

    ran = align(texts, "--apply", "t.tsv")

    assert ran.code == 0
    assert "t.tsv:2: the target text was edited, which changes nothing; edit a.en.txt" in ran.err
    assert "t.tsv:4: its text has changed since; decide it anew" in ran.err
    assert [one["text"] for one in decisions(texts)] == ["Bonjour."]


def test_a_sentence_put_into_a_row_since_is_no_slip_of_the_reviser(texts: Path) -> None:
    """The row is left out like one whose text has changed, and the others are kept."""
    rows = table(texts)
    rows[0]["decision"] = rows[1]["decision"] = "accept"
    save(texts, rows)
    (texts / "a.en.txt").write_text(ENGLISH.replace("It blows.", "Really!\nIt blows."), "utf-8")

    ran = align(texts, "--apply", "t.tsv")

    assert ran.code == 0
    assert "t.tsv:3: its text has changed since; decide it anew" in ran.err
    assert [one["text"] for one in decisions(texts)] == ["Bonjour."]


def test_of_many_edits_and_lost_decisions_twenty_are_listed(tmp_path: Path) -> None:
    """What else is told stays in sight; -v lists all of them."""
    for name, word in (("fr", "Phrase"), ("en", "Sentence")):
        lines = "".join(f"{word} {number}.\n" for number in range(30))
        (tmp_path / f"a.{name}.txt").write_text(lines, encoding="utf-8")
    rows = table(tmp_path)
    for one in rows:
        one |= {"decision": "accept", "target": f"{one['target']} Indeed."}
    save(tmp_path, rows)

    ran = align(tmp_path, "--apply", "t.tsv")
    assert ran.err.count("the target text was edited") == 20
    assert "t.tsv: 10 more texts edited; list all with -v\n" in ran.err
    everything = align(tmp_path, "--apply", "t.tsv", "-v").err
    assert everything.count("the target text was edited") == 30

    text = (tmp_path / "a.en.txt").read_text("utf-8")
    (tmp_path / "a.en.txt").write_text(text.replace(".", " more."), encoding="utf-8")
    ran = align(tmp_path)
    assert ran.err.count("no longer applies") == 20
    assert "a.align.json: 10 more decisions no longer apply; list all with -v\n" in ran.err
    assert align(tmp_path, "-v").err.count("no longer applies") == 30
    ran = align(tmp_path, "--apply", "t.tsv")
    assert ran.err.count("its text has changed since") == 20
    assert "t.tsv: 10 more rows left out; list all with -v\n" in ran.err


def test_a_decision_that_no_longer_applies_is_one_line(texts: Path) -> None:
    """Every time, until somebody decides anew; the file keeps it."""
    rows = table(texts)
    rows[2]["decision"] = "accept"
    save(texts, rows)
    align(texts, "--apply", "t.tsv")
    (texts / "a.fr.txt").write_text(FRENCH.replace("demain", "ce soir"), "utf-8")
    (texts / "a.en.txt").write_text(ENGLISH.replace("tomorrow", "tonight"), "utf-8")

    for _ in range(2):
        ran = align(texts)
        assert "a.align.json: 1 decision\n" in ran.err
        assert (
            "a.align.json: accept fr–en «Nous partons demain.» no longer applies: its text has "
            "changed; decide anew with --review" in ran.err
        )


def test_decisions_hold_for_every_pair_of_the_pivot(texts: Path) -> None:
    """In either direction, and in a unit of three languages only where all of it is decided."""
    rows = table(texts, "en,ru")
    for one in rows:
        if one["source"] == "Bonjour." or one["languages"] == "fr–ru":
            one["decision"] = "accept"
    save(texts, rows)

    ran = align(texts, "--apply", "t.tsv", "-f", "tmx", targets="en,ru")

    reviewed = [one for one in ran.out.split("</tu>") if "x-reviewed" in one]
    assert len(reviewed) == 1
    assert "Bonjour." in reviewed[0]
    back = run("align", "a.en.txt", "a.fr.txt", "--segmented", "-f", "json", folder=texts)
    [document] = json.loads(back.out)["documents"]
    assert "a.align.json: 1 decision\n" in back.err
    assert document["targets"][0]["beads"][0]["reviewed"] is True


def test_an_alignment_made_anew_says_when_and_by_whom(texts: Path) -> None:
    """The memory and each unit carry the time of the run."""
    out = align(texts, "-f", "tmx").out

    dates = re.findall(r'creationdate="(\d{8}T\d{6}Z)"', out)
    assert len(dates) == out.count("<tu ") + 1
    assert len(set(dates)) == 1


def test_a_page_shows_all_languages_and_runs_nothing(texts: Path) -> None:
    """A column for each, doubt and decisions with a sign, what is code in the text as text."""
    (texts / "a.en.txt").write_text(ENGLISH.replace("Hello.", "<script>x</script> Hello."), "utf-8")
    align(texts, "-o", "a.html", targets="en,ru")
    rows = table(texts, "en,ru")
    rows[-1]["decision"] = "accept"
    save(texts, rows)

    page = align(texts, "--apply", "t.tsv", "-f", "html", targets="en,ru").out

    assert "<script" not in page
    assert "&lt;script&gt;x&lt;/script&gt; Hello." in page
    assert "http" not in page
    assert all(f"<th>{one}</th>" in page for one in ("fr", "en", "ru"))
    assert page.count("<tr>") == 1 + 4
    assert '<span class="mark">✓</span>' in page
    assert (texts / "a.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_json_says_what_was_reviewed(texts: Path) -> None:
    """Bead by bead."""
    rows = table(texts)
    rows[0]["decision"] = "accept"
    save(texts, rows)

    out = align(texts, "--apply", "t.tsv", "--format", "json").out

    [target] = json.loads(out)["documents"][0]["targets"]
    assert [one["reviewed"] for one in target["beads"]] == [True, False, False, False]


def test_a_review_needs_a_terminal_and_a_spreadsheet_a_file(texts: Path) -> None:
    """Each says what to do in place of it."""
    assert "--review needs a terminal; elsewhere use -f xlsx" in align(texts, "--review").err
    assert "-f xlsx: name a file for it: -o alignment.xlsx" in align(texts, "-f", "xlsx").err


def test_a_review_on_a_terminal_ends_with_q(texts: Path) -> None:
    """What was accepted is kept, and the command says so."""
    ran = run_on_terminal(
        "align",
        "a.fr.txt",
        "a.en.txt",
        "--segmented",
        "--review",
        folder=texts,
        typed=b" q",
        env=OURS,
    )

    assert ran.code == 0
    assert "a.align.json: 1 decision" in ran.out
    assert len(decisions(texts)) == 1


@pytest.mark.parametrize(("more", "times"), [((), 1), (("-f", "tmx"), 2)])
def test_who_leaves_a_review_waits_for_what_is_written(
    texts: Path, monkeypatch, more: tuple[str, ...], times: int
) -> None:
    """Long texts are aligned anew where there is a memory to write of them, not else."""
    calls: list[str] = []
    plain = Document.align

    def counted(document: Document, *tell: object) -> object:
        calls.append(document.name)
        return plain(document, *tell)

    monkeypatch.setattr(Document, "align", counted)
    monkeypatch.setattr("termbase.cli.review.review", lambda documents, _: documents)

    assert align(texts, "--review", *more).code == 0
    assert len(calls) == times


def test_without_textual_a_review_says_how_to_install_it(texts: Path) -> None:
    """In one line; all other ways to review need nothing more."""
    (texts / "textual.py").write_text("raise ModuleNotFoundError(name='textual')")
    ran = run_on_terminal(
        "align",
        "a.fr.txt",
        "a.en.txt",
        "--segmented",
        "--review",
        folder=texts,
        typed=b"q",
        env={"PYTHONPATH": f"{texts}:{OURS['PYTHONPATH']}"},
    )

    assert ran.code == 2
    assert "error: --review needs textual; install it with: pip install 'termbase[tui]'" in ran.out


def test_texts_that_hardly_correspond_are_named(tmp_path: Path) -> None:
    """In one line, with the median confidence."""
    (tmp_path / "a.fr.txt").write_text("Le chat dort sur le toit.\n" * 30, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(
        "".join(f"Chapter {n} deals with the taxation of {n * 7} imports.\n" for n in range(30))
    )

    ran = align(tmp_path)

    assert ran.code == 0
    assert re.search(r"hardly correspond: median confidence 0\.[012]\d; are they", ran.err)


def test_a_text_in_another_language_is_named(tmp_path: Path) -> None:
    """By the short words that hold it together; a text in its own language is not."""
    sources = ROOT / "tm" / "sources"
    for name in ("fr", "en"):
        (tmp_path / f"a.{name}.txt").write_bytes((sources / f"article.{name}.txt").read_bytes())
    right = run("align", "a.fr.txt", "a.en.txt", folder=tmp_path)
    (tmp_path / "a.en.txt").write_bytes((sources / "article.ru.txt").read_bytes())

    wrong = run("align", "a.fr.txt", "a.en.txt", folder=tmp_path)

    assert "reads like" not in right.err
    assert "a.en.txt reads like ru, not en; check -s and -t\n" in wrong.err


def test_two_lines_that_have_nothing_to_do_with_each_other_are_named(tmp_path: Path) -> None:
    """Though each is the only one that the other could go with; a translation is left in peace."""
    (tmp_path / "a.fr.txt").write_text(
        "Le satellite a quitté la Terre en 1957.\n", encoding="utf-8"
    )
    (tmp_path / "a.en.txt").write_text("The satellite left the Earth in 1957.\n", encoding="utf-8")
    right = align(tmp_path)
    (tmp_path / "a.en.txt").write_text("My dog does not like cats, but it likes your old shoes.\n")
    wrong = align(tmp_path)

    assert "hardly correspond" not in right.err
    assert "hardly correspond: median confidence 0." in wrong.err
    assert wrong.err.count("hardly") == 1


def test_texts_in_each_others_language_are_one_line(tmp_path: Path) -> None:
    """Right or not, their beads make wrong units, and nobody is told to trust them."""
    sources = ROOT / "tm" / "sources"
    for name, other in (("fr", "en"), ("en", "fr")):
        (tmp_path / f"a.{name}.txt").write_bytes((sources / f"article.{other}.txt").read_bytes())
    ran = run("align", "a.fr.txt", "a.en.txt", folder=tmp_path)

    assert max(float(line.rsplit(":", 1)[1]) for line in ran.lines) <= 0.5
    assert ran.err.splitlines()[-1] == (
        "a.fr.txt reads like en, not fr; a.en.txt reads like fr, not en; check -s and -t"
    )
    assert "hardly" not in ran.err


def test_a_short_text_in_another_language_is_named_too(tmp_path: Path) -> None:
    """A sentence is enough."""
    (tmp_path / "a.fr.txt").write_text("It is raining, and we are in the house.\n")
    (tmp_path / "a.en.txt").write_text("It is raining and we are at home.\n")

    assert "a.fr.txt reads like en, not fr; check" in align(tmp_path).err


@pytest.mark.parametrize(
    "more",
    [
        ["a.fr.txt", "a.en.txt", "-o", "a.align.json"],
        ["--pairs", ".", "-s", "fr", "-t", "en", "-o", "a.align.json"],
        ["--pairs", ".", "-s", "fr", "-t", "en", "-o", "a.en.txt"],
        ["--pairs", ".", "-s", "fr", "-t", "en", "-o", "broken.en.txt"],
        ["a.fr.txt", "a.en.txt", "--lexicon", "known.tsv", "-o", "known.tsv"],
        ["a.fr.txt", "a.en.txt", "--glossary", "known.tsv", "-o", "known.tsv"],
        ["a.fr.txt", "a.en.txt", "--memory", "known.tmx", "-o", "known.tmx"],
        ["a.fr.txt", "a.en.txt", "--apply", "t.tsv", "-o", "t.tsv"],
    ],
)
def test_nothing_is_written_over_what_is_read_or_decided(texts: Path, more: list[str]) -> None:
    """Not over a text of a folder, what is known, a table, or decisions, made already or not."""
    (texts / "known.tsv").write_text("pluie\train\n")
    for language in ("fr", "en"):
        (texts / f"broken.{language}.txt").write_bytes(b"\xff\xff")
    assert align(texts, "-o", "known.tmx").code == 0
    save(texts, table(texts))
    before = {one.name: one.read_bytes() for one in texts.iterdir() if one.is_file()}

    ran = run("align", *more, folder=texts)

    assert (ran.code, ran.out) == (2, "")
    assert re.fullmatch(r"error: -o \S+: is .*; write to another (one|file)\n", ran.err)
    assert {one.name: one.read_bytes() for one in texts.iterdir() if one.is_file()} == before


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0c", "\x1e"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_line_ends_part_segments_of_a_line_each(tmp_path: Path, sign: str, end: str) -> None:
    """Other programs count lines so, and the numbers of the segments are theirs."""
    for language, lines in (("fr", [f"Il{sign}pleut.", "Oui."]), ("en", ["It rains.", "Yes."])):
        (tmp_path / f"a.{language}.txt").write_bytes(end.join(lines).encode())
    (tmp_path / "known.tsv").write_bytes(f"Il{sign}pleut.\tIt rains.{end}Oui\tYes".encode())

    assert beads(tmp_path) == ["0:0", "1:1"]
    assert align(tmp_path, "--lexicon", "known.tsv").code == 0


@pytest.mark.parametrize("kind", ["json", "tmx", "tsv", "html"])
def test_a_file_and_a_pipe_get_the_same(tmp_path: Path, kind: str) -> None:
    """Also of a text with signs at which Python would break a line, but files do not."""
    for language in ("fr", "en"):
        (tmp_path / f"a.{language}.txt").write_text("Oui\u2028non\x85si.\nOui\n", "utf-8")

    piped = align(tmp_path, "-f", kind).out
    assert align(tmp_path, "-o", f"a.{kind}").code == 0
    made = (tmp_path / f"a.{kind}").read_text("utf-8")
    without_date = re.compile(r' creationdate="[^"]*"')
    assert without_date.sub("", piped) == without_date.sub("", made)


@pytest.mark.parametrize("jobs", ["0", "-2"])
def test_nobody_works_with_less_than_one_process(texts: Path, jobs: str) -> None:
    """It is refused in one line, as -n 0 is."""
    ran = run("align", "a.fr.txt", "a.en.txt", f"--jobs={jobs}", folder=texts)

    assert (ran.code, ran.err) == (2, f"error: --jobs {jobs}: give a number from 1\n")


@pytest.mark.parametrize(
    "more", [["a.fr.txt", "a.en.txt", "--apply", "t.tsv"], ["--pairs", ".", "-s", "fr", "-t", "en"]]
)
def test_a_text_is_read_once(texts: Path, more: list[str]) -> None:
    """So that it may be a pipe, such as a program writes into; here the second reader gets none."""
    rows = table(texts)
    rows[0]["decision"] = "accept"
    save(texts, rows)
    text = (texts / "a.en.txt").read_text("utf-8")
    (texts / "a.en.txt").unlink()
    os.mkfifo(texts / "a.en.txt")

    def write() -> None:
        with suppress(OSError):  # the folder is cleared away while it waits for a reader
            for part in chain([text], repeat("")):
                (texts / "a.en.txt").write_text(part, "utf-8")

    Thread(target=write, daemon=True).start()

    ran = run("align", *more, "--segmented", folder=texts)

    assert (ran.code, len(ran.lines)) == (0, 4)


@pytest.mark.parametrize("piped", [0, 1])
def test_a_text_may_be_piped_in(texts: Path, piped: int) -> None:
    """On either side; the answer is that of the file."""
    names = ["a.fr.txt", "a.en.txt"]
    options = ("-s", "fr", "-t", "en", "--segmented")
    whole = run("align", *names, *options, folder=texts)
    text = (texts / names[piped]).read_text("utf-8")
    names[piped] = "-"
    ran = run("align", *names, *options, folder=texts, stdin=text)

    assert (ran.code, ran.out) == (0, whole.out)
    assert whole.lines
    assert not list(texts.glob("-*"))


def test_a_text_that_is_piped_in_is_called_stdin(texts: Path) -> None:
    """In tables, where «-» would be guarded as a formula, and in messages."""
    text = (texts / "a.fr.txt").read_text("utf-8")
    words = ("align", "-", "a.en.txt", "--segmented", "-f", "tsv")
    ran = run(*words, "-s", "fr", "-t", "en", folder=texts, stdin=text)
    assert ran.lines[1].startswith("stdin\t")
    ran = run(*words, folder=texts, stdin=text)
    assert "stdin: its language is not known" in ran.err


@pytest.mark.parametrize("kind", ["tsv", "xlsx"])
def test_a_table_may_be_piped_in(texts: Path, kind: str) -> None:
    """As a spreadsheet too."""
    table = texts / f"t.{kind}"
    align(texts, "--segmented", "-o", table.name)
    words = ("a.fr.txt", "a.en.txt", "--segmented", "--apply", "-")
    ran = run("align", *words, folder=texts, stdin=table.read_bytes())

    assert (ran.code, "stdin: holds no new decision" in ran.err) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-", "-"), "«-» is given twice"),
        (("a.fr.txt", "-", "--apply", "-"), "«-» is given twice"),
        (("-", "a.en.txt", "--apply", "t.tsv"), "name a file for it"),
        (("-", "a.en.txt", "--review"), "--review needs the terminal"),
        (("-", "a.en.txt"), "stdin: is empty"),
    ],
)
def test_a_pipe_that_cannot_serve_is_refused(
    texts: Path, words: tuple[str, ...], said: str
) -> None:
    """In one line."""
    ran = run("align", *words, "-s", "fr", "-t", "en", folder=texts, stdin="")

    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert said in ran.err


def test_a_row_to_correct_whose_numbers_stay_is_not_accepted(texts: Path) -> None:
    """An edited text cannot come back through a table; it is said, and the row stays undecided."""
    align(texts, "--segmented", "-o", "t.tsv")
    lines = (texts / "t.tsv").read_text("utf-8").splitlines()
    for at, edited in ((1, True), (2, False)):
        cells = lines[at].split("\t")
        cells[3] = "correct"
        cells[5] += " – corrected" if edited else ""
        lines[at] = "\t".join(cells)
    (texts / "t.tsv").write_text("\n".join(lines), "utf-8")
    ran = align(texts, "--segmented", "--apply", "t.tsv")

    assert "t.tsv:2: the target text was edited, which changes nothing; edit a.en.txt; the row" in (
        ran.err
    )
    assert "t.tsv:3: says correct, and its segments are as they were" in ran.err
    assert not (texts / "a.align.json").exists()


def test_blank_lines_are_left_out_of_a_memory_and_told(tmp_path: Path) -> None:
    """An empty unit is of no use to anybody."""
    (tmp_path / "a.fr.txt").write_text("\nLe satellite est en orbite.\n\nFin.\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("\nThe satellite is in orbit.\n\nEnd.\n", encoding="utf-8")
    ran = run("align", "a.fr.txt", "a.en.txt", "--segmented", "-f", "tmx", folder=tmp_path)

    assert ran.out.count("<tu ") == 2
    assert "<seg></seg>" not in ran.out
    assert "2 blank pairs left out" in ran.err


def test_a_pair_without_beads_of_two_sides_hardly_corresponds(tmp_path: Path) -> None:
    """Nor does one whose only bead is doubtful."""
    (tmp_path / "a.fr.txt").write_text("Le chat dort.\n" * 30, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("x", encoding="utf-8")

    assert "hardly correspond: median confidence 0." in align(tmp_path).err


def test_parts_in_another_place_are_named(tmp_path: Path) -> None:
    """Where the texts' halves changed places the beads of one are sure, and one line says so."""
    for name, turned in (("fr", False), ("en", True)):
        text = (ROOT / "tm" / "sources" / f"news.{name}.txt").read_text("utf-8")
        lines = [line for line in text.splitlines() if line.strip()]
        middle = len(lines) // 2 if turned else 0
        moved = lines[middle:] + lines[:middle]
        (tmp_path / f"a.{name}.txt").write_text("\n\n".join(moved), encoding="utf-8")

    said = run("align", "a.fr.txt", "a.en.txt", folder=tmp_path).err

    assert re.search(r"\d+ of \d+ segments have no counterpart; is a part missing, or in", said)
    assert "hardly correspond" not in said


def test_twenty_doubtful_beads_are_listed_and_all_with_verbose(tmp_path: Path) -> None:
    """So that the line of what looks wrong stays in sight."""
    (tmp_path / "a.fr.txt").write_text("Le chat dort.\n" * 30, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The cat sleeps.\n" * 30, encoding="utf-8")

    few, every = align(tmp_path).err, align(tmp_path, "-v").err

    assert few.count("  ! ") == 20
    assert "\n  … 10 more; list all with -v, mend them with --review\n" in few
    assert every.count("  ! ") == 30
    for name in "bcd":
        for language in ("fr", "en"):
            text = (tmp_path / f"a.{language}.txt").read_bytes()
            (tmp_path / f"{name}.{language}.txt").write_bytes(text)
    folder = ["--pairs", ".", "-s", "fr", "-t", "en", "--segmented"]
    assert run("align", *folder, folder=tmp_path).err.count("  ! ") == 20
    assert run("align", *folder, "-v", folder=tmp_path).err.count("  ! ") == 120


def test_beads_below_the_least_confidence_are_counted_and_hide_nothing(tmp_path: Path) -> None:
    """What looks wrong with two texts is told of all their beads, also of those left out."""
    (tmp_path / "a.fr.txt").write_text("Le chat dort.\n" * 30, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The cat sleeps.\n" * 30, encoding="utf-8")
    every = [float(line.rsplit(":", 1)[1]) for line in align(tmp_path).lines]
    least = max(every)

    ran = align(tmp_path, "--min-confidence", f"{least:.2f}")

    assert 0 < len(ran.lines) < 30
    assert f"{30 - len(ran.lines)} beads below {least:g} left out" in ran.err
    middle = sorted(every)[15]
    assert f"hardly correspond: median confidence {middle:.2f}" in ran.err


def test_a_ladder_of_several_documents_has_the_same_columns_throughout(texts: Path) -> None:
    """Also for one that has fewer translations."""
    for name in ("fr", "en"):
        (texts / f"b.{name}.txt").write_text((texts / f"a.{name}.txt").read_text("utf-8"), "utf-8")
    ran = run("align", "--pairs", ".", "-s", "fr", "-t", "en,ru", "-f", "ladder", folder=texts)

    heads = {tuple(line.split("\t")[:-1]) for line in ran.lines}
    assert heads == {("a", "en"), ("a", "ru"), ("b", "en")}


def test_the_only_text_of_a_folder_is_named(tmp_path: Path) -> None:
    """Who aligns a folder sees which of its texts was found."""
    (tmp_path / "a.fr.txt").write_text("Il pleut.\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("It rains.\n", "utf-8")

    ran = run("align", "--pairs", ".", "-s", "fr", "-t", "en", "-f", "ladder", folder=tmp_path)

    assert "a: fr 1 · en 1 segments" in ran.err


@pytest.mark.parametrize("made_alone", [True, False])
def test_a_table_of_one_text_and_of_a_folder_are_the_same(texts: Path, made_alone: bool) -> None:
    """A reviser need not know how it was made."""
    alone = ("a.fr.txt", "a.en.txt", "-s", "fr", "-t", "en")
    folder = ("--pairs", ".", "-s", "fr", "-t", "en")
    made, applied = (alone, folder) if made_alone else (folder, alone)
    assert run("align", *made, "-o", "t.tsv", folder=texts).code == 0
    head, first, *rest = (texts / "t.tsv").read_text("utf-8").splitlines()
    cells = first.split("\t")
    cells[head.split("\t").index("decision")] = "accept"
    (texts / "t.tsv").write_text("\n".join([head, "\t".join(cells), *rest]), "utf-8")

    ran = run("align", *applied, "--apply", "t.tsv", folder=texts)

    assert "t.tsv: 1 decision kept in" in ran.err


@pytest.mark.parametrize(("ending", "action"), [("tmx", "left out"), ("xlsx", "written as «�»")])
def test_control_characters_that_a_file_cannot_hold_are_counted(
    tmp_path: Path, ending: str, action: str
) -> None:
    """They were left out of a memory without a word; a table of text has them as they are."""
    (tmp_path / "a.fr.txt").write_text("Bonjour.\n\nAu\x01 re\x02voir.\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("Hello.\n\nGood\x01bye.\n", "utf-8")
    written = run("align", "a.fr.txt", "a.en.txt", "-o", f"o.{ending}", folder=tmp_path)
    plain = run("align", "a.fr.txt", "a.en.txt", "-f", "tsv", folder=tmp_path)

    assert f"3 control characters {action}" in written.err
    assert "the first is «U+0001» in a.fr.txt:3" in written.err
    assert "control" not in plain.err
