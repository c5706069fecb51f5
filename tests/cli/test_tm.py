"""Units changed by hand: searchable at once, dated, with their author, and back again."""

import json
from pathlib import Path

from command_line import run

ANNA = {"TERMBASE_AUTHOR": "anna"}


def made(folder: Path) -> None:
    """Make a base with one unit."""
    ran = run(
        "tm", "add", "fr=Lors du vol", "en=During the flight", "--memory", "m",
        folder=folder, env=ANNA,
    )  # fmt: skip
    assert ran.code == 0


def found(folder: Path, text: str) -> list[tuple[int, str, str]]:
    """Return score, text and English of what a search finds."""
    ran = run("search", text, "-s", "fr", "--json", folder=folder)
    hits = json.loads(ran.out)["hits"]
    return [(hit["score"], hit["text"], hit["targets"].get("en", "")) for hit in hits]


def shown(folder: Path, unit: str) -> dict:
    """Return what `tm show` says."""
    return json.loads(run("tm", "show", unit, "--json", folder=folder).out)


def test_a_unit_that_was_added_is_found_at_once(tmp_path: Path) -> None:
    """Exactly and nearly, by its date and author."""
    made(tmp_path)

    assert found(tmp_path, "Lors du vol") == [(100, "Lors du vol", "During the flight")]
    assert [hit[0] for hit in found(tmp_path, "Lors du vol spatial")] == [75]
    own = dict(shown(tmp_path, "m#1")["unit"]["attributes"])
    assert own["creationid"] == "anna"
    assert own["creationdate"].endswith("Z")


def test_a_corrected_unit_keeps_its_tuid_and_place(tmp_path: Path) -> None:
    """It has a new date and author, and the old text is found no more."""
    made(tmp_path)
    before = shown(tmp_path, "m#1")

    ran = run(
        "tm", "edit", before["unit"]["id"], "fr=Pendant le vol", "ru=Во время полёта",
        folder=tmp_path, env={"TERMBASE_AUTHOR": "boris"},
    )  # fmt: skip
    after = shown(tmp_path, "m#1")

    assert ran.code == 0
    assert "[-Lors du vol-]" in ran.out
    assert "{+Pendant le vol+}" in ran.out
    assert after["unit"]["id"] == before["unit"]["id"]
    assert dict(after["unit"]["attributes"])["changeid"] == "boris"
    assert [one["language"] for one in after["unit"]["variants"]] == ["fr", "en", "ru"]
    assert [one["verb"] for one in after["changes"]] == ["edit", "add"]
    assert found(tmp_path, "Pendant le vol")[0][0] == 100
    assert found(tmp_path, "Lors du vol") == []


def test_what_was_done_can_be_taken_back_one_by_one(tmp_path: Path) -> None:
    """An addition, a correction and a removal."""
    made(tmp_path)
    run("tm", "edit", "m#1", "fr=Autre chose", folder=tmp_path, env=ANNA)
    run("tm", "rm", "m#1", folder=tmp_path, env=ANNA)
    assert found(tmp_path, "Autre chose") == []

    assert run("tm", "undo", folder=tmp_path).code == 0
    assert found(tmp_path, "Autre chose")[0][0] == 100
    assert run("tm", "undo", folder=tmp_path).code == 0
    assert found(tmp_path, "Lors du vol") == [(100, "Lors du vol", "During the flight")]
    assert run("tm", "undo", folder=tmp_path).code == 0
    assert found(tmp_path, "Lors du vol") == []
    last = run("tm", "undo", folder=tmp_path)
    assert (last.code, last.err) == (2, "error: there is no change of a unit to take back\n")


def test_the_last_change_of_one_unit_can_be_taken_back(tmp_path: Path) -> None:
    """By its place, gone or not, or by its tuid; changes of others are not in the way."""
    made(tmp_path)
    run("tm", "add", "fr=Deux", "en=Two", "--memory", "m", folder=tmp_path, env=ANNA)
    run("tm", "edit", "m#1", "fr=Autre chose", folder=tmp_path, env=ANNA)
    two = shown(tmp_path, "m#2")["unit"]["id"]
    run("tm", "edit", "m#2", "en=2", folder=tmp_path, env=ANNA)
    run("tm", "rm", "m#2", folder=tmp_path, env=ANNA)

    assert run("tm", "undo", "m#1", folder=tmp_path).code == 0
    assert found(tmp_path, "Lors du vol") == [(100, "Lors du vol", "During the flight")]
    assert found(tmp_path, "Deux") == []
    assert run("tm", "undo", "m#2", folder=tmp_path).code == 0
    assert found(tmp_path, "Deux") == [(100, "Deux", "2")]
    assert run("tm", "undo", two, folder=tmp_path).code == 0
    assert found(tmp_path, "Deux") == [(100, "Deux", "Two")]
    last = run("tm", "undo", "m#7", folder=tmp_path)
    assert last.err == "error: there is no change of «m#7» to take back\n"


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    """It shows what would be done."""
    made(tmp_path)
    ran = run("tm", "rm", "m#1", "--dry-run", folder=tmp_path)

    assert "[-Lors du vol-]" in ran.out
    assert ran.err == "nothing was written (--dry-run)\n"
    assert len(found(tmp_path, "Lors du vol")) == 1


def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path) -> None:
    """An unknown unit, a text without language, nothing new, no memory named, an equal unit."""
    made(tmp_path)
    run("tm", "add", "fr=Deux", "en=Two", "--memory", "other", "--new", folder=tmp_path)
    for words, said in (
        (("rm", "m#9"), "there is no unit «m#9»"),
        (("edit", "m#1", "Bonjour"), "write LANG=TEXT"),
        (("edit", "m#1", "fr=Lors du vol"), "says this already"),
        (("edit", "m#1", "qq=a"), "language «qq» is unknown"),
        (("add", "fr=a", "en=b"), "name the memory with --memory"),
        (("add", "fr=a", "--memory", "m"), "a unit needs two languages"),
        (("add", "fr=a", "fr=b", "--memory", "m"), "fr is given twice"),
        (("add", "fr=a", "en=b", "--memory", "othre"), "«othre»; did you mean «other»? Or make it"),
        (("add", "fr=a", "en=b", "--memory", "q"), "has «m», «other» or make it with --new"),
        (("add", "fr=a", "en=b", "--new"), "name the new memory with --memory"),
    ):
        ran = run("tm", *words, folder=tmp_path)

        assert ran.code == 2
        assert said in ran.err
        assert ran.err.count("\n") == 1


def test_a_unit_that_sources_bring_back_is_said_to_be_so(project: Path) -> None:
    """A correction of what is built is to be made in the texts as well."""
    ran = run("tm", "edit", "tm/space.tmx#2", "en=At the meeting.", folder=project)

    assert "is built by «termbase build»" in ran.err
    assert "article.fr.txt" in ran.err


def test_the_index_can_be_joined_and_made_anew(tmp_path: Path) -> None:
    """Searches find the same before and after, also when its files are lost or broken."""
    made(tmp_path)
    [base] = (tmp_path / "home").rglob("termbase.db")
    folder = base.with_name("termbase.db-index")
    expected = found(tmp_path, "Lors du vol spatial")

    assert run("tm", "index", folder=tmp_path).err == "2 texts in the index\n"
    files = sorted(folder.iterdir())
    assert len(files) == 2
    assert found(tmp_path, "Lors du vol spatial") == expected
    files[0].write_bytes(files[0].read_bytes()[:-64])
    files[1].unlink()
    assert found(tmp_path, "Lors du vol spatial") == expected
    assert run("tm", "index", "--anew", folder=tmp_path).code == 0
    assert found(tmp_path, "Lors du vol spatial") == expected


def test_a_correction_keeps_inline_codes_and_asks_which_text_is_meant(tmp_path: Path) -> None:
    """Two texts of one language are both shown; neither is changed by guess."""
    (tmp_path / "m.tmx").write_text(
        '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"'
        ' o-tmf="x" adminlang="en" srclang="fr" datatype="plaintext"/><body><tu tuid="a">'
        '<tuv xml:lang="fr"><seg>Un <bpt i="1">&lt;b></bpt>mot<ept i="1">&lt;/b></ept></seg></tuv>'
        '<tuv xml:lang="en"><seg>A word</seg></tuv><tuv xml:lang="en"><seg>One word</seg></tuv>'
        "</tu></body></tmx>",
        "utf-8",
    )
    assert run("import", "m.tmx", folder=tmp_path).code == 0
    assert run("tm", "edit", "a", "fr=Un autre mot", folder=tmp_path).code == 0
    assert shown(tmp_path, "a")["unit"]["variants"][0]["content"] == [
        "Un autre ",
        {"kind": "bpt", "attributes": [["i", "1"]], "content": ["<b>"]},
        "mot",
        {"kind": "ept", "attributes": [["i", "1"]], "content": ["</b>"]},
    ]
    whole = run("tm", "show", "a", folder=tmp_path).out
    assert "A word" in whole
    assert "One word" in whole
    refused = run("tm", "edit", "a", "en=Word", folder=tmp_path)
    assert (refused.code, "2 texts in en" in refused.err) == (2, True)


def test_the_place_of_a_unit_that_is_gone_is_given_to_no_other(tmp_path: Path) -> None:
    """Its history would be taken for that of the new one."""
    made(tmp_path)
    run("tm", "rm", "m#1", folder=tmp_path, env=ANNA)
    run("tm", "add", "fr=Deux", "en=Two", "--memory", "m", folder=tmp_path, env=ANNA)

    assert [one["verb"] for one in shown(tmp_path, "m#2")["changes"]] == ["add"]
