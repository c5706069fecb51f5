"""Files of other tools on the command line: listed, patched and converted."""

import json
from pathlib import Path

import pytest

from command_line import run

JOB = """<xliff version="1.2"><file source-language="fr" target-language="en" original="x"><body>
<trans-unit id="1"><source>Le <g id="1">satellite</g></source></trans-unit>
<trans-unit id="2"><source>seau</source><target state="translated">bucket</target></trans-unit>
</body></file></xliff>
"""


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """An XLIFF with one unit translated and one not."""
    (tmp_path / "job.xliff").write_text(JOB, encoding="utf-8")
    return tmp_path


def test_units_are_listed_as_json_lines(job: Path) -> None:
    """Id, source, target and state always, codes where there are any."""
    done = run("units", "job.xliff", "-f", "jsonl", folder=job)
    first, second = map(json.loads, done.out.splitlines())

    assert first["id"] == "1"
    assert first["target"] is None
    assert first["codes"] == {"<g1>": '<g id="1">', "</g1>": "</g>"}
    assert second == {
        "id": "2",
        "source": "seau",
        "target": "bucket",
        "state": "translated",
        "line": 3,
    }
    assert "2 units, 1 without a translation" in done.err


def test_what_is_listed_can_be_edited_and_patched(job: Path) -> None:
    """The list of units with other targets is a list of changes; only these bytes change."""
    listed = run("units", "job.xliff", "-f", "jsonl", folder=job).out.replace("bucket", "pail")
    (job / "t.jsonl").write_text(listed, encoding="utf-8")
    done = run("patch", "job.xliff", "--targets", "t.jsonl", "-o", "out.xliff", folder=job)

    assert done.err == "wrote out.xliff: 1 unit changed, everything else as it was\n"
    assert (job / "out.xliff").read_text(encoding="utf-8") == JOB.replace("bucket", "pail")


def test_a_target_without_the_codes_of_its_source_is_not_written(job: Path) -> None:
    """Its unit stays and is told with the codes; the others are patched, and the exit code is 1."""
    listed = [{"id": "1", "target": "The satellite"}, {"id": "2", "target": "pail"}]
    (job / "t.jsonl").write_text("\n".join(map(json.dumps, listed)), encoding="utf-8")
    done = run("patch", "job.xliff", "--targets", "t.jsonl", "-o", "out.xliff", folder=job)

    assert done.code == 1
    assert done.err == (
        "wrote out.xliff: 1 unit changed, everything else as it was\n"
        "  – job.xliff:2: unit «1»: its new target lacks <g1>, </g1> of its source; "
        "left as it was\n"
    )
    assert (job / "out.xliff").read_text(encoding="utf-8") == JOB.replace("bucket", "pail")


def test_marks_and_codes_that_nobody_kept_may_go(job: Path) -> None:
    """A mark of text is no code, and a target that had no codes before may go on without them."""
    text = JOB.replace("seau", '<mrk mtype="term">seau</mrk> <x id="7"/>')
    (job / "job.xliff").write_text(text, encoding="utf-8")
    (job / "t.jsonl").write_text('{"id": "2", "target": "pail"}', encoding="utf-8")
    done = run("patch", "job.xliff", "--targets", "t.jsonl", "-o", "out.xliff", folder=job)

    assert (done.code, done.err.count("\n")) == (0, 1)
    assert (job / "out.xliff").read_text(encoding="utf-8") == text.replace("bucket", "pail")


@pytest.mark.parametrize(
    ("listed", "problem"),
    [
        ('{"id": "9", "target": "x"}', "t.jsonl:1: job.xliff has no unit «9»; list its units"),
        ('{"target": "x"}', "t.jsonl:1: there is no «id»"),
        ('{"id": "1", "target": 7}', "t.jsonl:1: «target» is no text"),
        ("x", "t.jsonl:1: is no JSON"),
        ("[]", "t.jsonl:1: is no JSON object"),
        ('{"id": "1", "target": "<g1>x"}', "unit «1»: a <g…> is not closed"),
        ('{"id": "1"}\n{"id": "1"}', "t.jsonl:2: unit «1» stands on line 1 already; remove one"),
    ],
)
def test_a_list_that_does_not_fit_changes_nothing(job: Path, listed: str, problem: str) -> None:
    """One line says which line of the list is wrong; no file is written."""
    (job / "t.jsonl").write_text(listed, encoding="utf-8")
    done = run("patch", "job.xliff", "--targets", "t.jsonl", "-o", "out.xliff", folder=job)

    assert done.code == 2
    assert problem in done.err
    assert not (job / "out.xliff").exists()


def test_a_file_that_is_not_patched_in_place_is_named(job: Path) -> None:
    """The message says which formats are."""
    assert run("convert", "job.xliff", "job.tmx", folder=job).code == 0
    (job / "t.jsonl").write_text('{"id": "1", "target": "x"}', encoding="utf-8")
    done = run("patch", "job.tmx", "--targets", "t.jsonl", "-o", "out.tmx", folder=job)

    assert done.code == 2
    assert "tmx files are not patched in place; only .po .xlf .sdlxliff are" in done.err


def test_any_bilingual_file_is_listed(job: Path) -> None:
    """A TMX by its ids; -s and -t choose the languages."""
    run("convert", "job.xliff", "job.tmx", folder=job)
    done = run("units", "job.tmx", "-s", "en", "-t", "fr", "-f", "tsv", folder=job)

    assert done.out == "2\tbucket\tseau\ttranslated\n"


def test_the_units_that_are_left_out_are_not_counted(tmp_path: Path) -> None:
    """A memory in French with a unit in English alone gives an XLIFF of one unit."""
    pair = '<tuv xml:lang="fr"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv>'
    alone = '<tu><tuv xml:lang="en"><seg>only</seg></tuv></tu>'
    memory = f'<tmx version="1.4"><header srclang="fr"/><body><tu>{pair}</tu>{alone}</body></tmx>'
    (tmp_path / "a.tmx").write_text(memory, encoding="utf-8")

    run("import", "a.tmx", "--base", "a.db", folder=tmp_path)
    for out in ("a.xlf", "a.po"):
        done = run("convert", "a.tmx", out, folder=tmp_path)
        assert "1 unit\n" in done.out + done.err
        done = run("export", "-o", out, "--base", "a.db", folder=tmp_path)
        assert "1 unit\n" in done.out + done.err


def test_a_file_converted_to_its_own_format_is_the_same(job: Path) -> None:
    """XLIFF and PO byte for byte; a file of units becomes no table of terms."""
    assert run("convert", "job.xliff", "same.xliff", folder=job).code == 0
    assert (job / "same.xliff").read_bytes() == (job / "job.xliff").read_bytes()
    done = run("convert", "job.xliff", "job.tbx", folder=job)
    assert done.code == 2
    assert "job.xliff holds units, job.tbx would hold concepts" in done.err


def test_a_file_to_write_is_named_once_behind_the_other_or_with_o(job: Path) -> None:
    """Every other command has ``-o``; it must not leave an empty file behind."""
    assert run("convert", "job.xliff", "one.tmx", folder=job).code == 0
    done = run("convert", "job.xliff", "-o", "other.tmx", folder=job)

    assert done.code == 0
    assert done.err.count("wrote other.tmx") == 1
    assert (job / "other.tmx").read_bytes() == (job / "one.tmx").read_bytes()
    for words in ([], ["a.tmx", "-o", "b.tmx"]):
        done = run("convert", "job.xliff", *words, folder=job)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert "termbase convert IN OUT" in done.err


def test_an_xliff_is_written_from_a_memory_of_more_languages(article: Path, tmp_path: Path) -> None:
    """-s and -t choose two; a tool's own XLIFF is not made up."""
    source, out = str(article / "tm" / "space.tmx"), tmp_path / "x.xlf"
    refused = run("convert", source, str(out), folder=article)
    assert (refused.code, out.exists()) == (2, False)
    assert "the units have" in refused.err

    assert run("convert", source, str(out), "-s", "ru", "-t", "fr", folder=article).code == 0
    assert 'source-language="ru" target-language="fr"' in out.read_text("utf-8")
    assert run("export", "-o", str(out), "--langs", "fr,en", folder=article).code == 0
    assert 'source-language="fr" target-language="en"' in out.read_text("utf-8")
    two = run("convert", source, str(tmp_path / "two.tmx"), "-s", "fr", "-t", "en", folder=article)
    assert "texts in ru, " in two.err
    assert 'xml:lang="ru"' not in (tmp_path / "two.tmx").read_text("utf-8")
    own = run("convert", source, "x.sdlxliff", "-s", "ru", "-t", "fr", folder=article)
    assert "sdlxliff files are only patched in place" in own.err


def test_the_formats_are_listed(tmp_path: Path) -> None:
    """What is read, written and patched, with the endings."""
    done = run("formats", "-f", "tsv", folder=tmp_path)

    assert "po\t.po .pot\tunits\tyes\tyes\tyes\n" in done.out
