"""The article becomes one memory and one glossary, right and to the same bytes everywhere."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from article import (
    GOLD,
    ROOT,
    article_alone,
    built,
    built_whole,
    copy_sources,
    project_at,
    right_beads,
)
from termbase.bootstrap import LocalFiles
from termbase.errors import InputError
from termbase.model.bead import Bead
from termbase.model.decision import DecisionKind
from termbase.usecases.build_project import build_project, differing_files
from termbase.usecases.review_alignment import PairOfTexts

OUTPUTS = [
    "tm/space.tmx",
    *(
        f"glossary/space.{ending}"
        for ending in ("tbx", "v2.tbx", "csv", "html", "fr-en.utf8", "fr-ru.utf8")
    ),
]


def languages_of(units) -> Counter[str]:
    """How many units there are in which languages."""
    return Counter("–".join(one.language for one in unit.variants) for unit in units)


def test_the_article_gives_sixteen_units() -> None:
    """Thirteen in three languages, two without Russian, one without English."""
    [memory] = built().memories

    assert languages_of(memory.units) == {"fr–en–ru": 13, "fr–en": 2, "fr–ru": 1}


@pytest.mark.parametrize(("target", "pairs"), [("en", 15), ("ru", 14)])
def test_each_pair_of_languages_has_its_units(target: str, pairs: int) -> None:
    """What OmegaT reads: fifteen pairs fr→en, fourteen fr→ru, each source text once."""
    [memory] = built().memories

    texts = [one.variant("fr").text for one in memory.units if one.variant(target)]
    assert len(texts) == len(set(texts)) == pairs


@pytest.mark.parametrize("target", ["en", "ru"])
def test_the_whole_way_from_the_files_ends_in_the_right_beads(target: str) -> None:
    """Segmenting and aligning the sources as they stand, with nothing known of them."""
    [memory] = built().memories
    [document] = memory.documents
    number = [one.language for one in document.targets].index(target)

    assert [(one.source, one.target) for one in document.beads[number]] == right_beads(target)


@pytest.mark.parametrize("target", ["en", "ru"])
def test_our_own_news_end_in_the_right_beads_too(target: str) -> None:
    """Two sentences for one and one for two are found, as the person who wrote them meant."""
    [memory] = built_whole().memories
    document = memory.documents[1]
    number = [one.language for one in document.targets].index(target)

    beads = [(one.source, one.target) for one in document.beads[number]]
    assert beads == right_beads(target, "news")
    assert len(beads) >= 120


def test_every_right_bead_is_in_a_unit_and_no_other_text() -> None:
    """Each unit says in x-segments which segments it joins, and its texts are those."""
    gold = {
        language: (GOLD / f"article.{language}.segments.txt").read_text("utf-8").splitlines()
        for language in ("fr", "en", "ru")
    }
    met: dict[str, set[tuple[str, str]]] = {"en": set(), "ru": set()}
    for unit in built().memories[0].units:
        [said] = unit.values("x-segments")
        numbers = {
            language: [int(one) for one in listed.split(",")]
            for language, listed in (part.split(":") for part in said.split(" "))
        }
        assert list(numbers) == [one.language for one in unit.variants]
        for language, listed in numbers.items():
            assert unit.variant(language).text == " ".join(gold[language][at] for at in listed)
        for target in numbers.keys() & met.keys():
            met[target].add((unit.variant("fr").text, unit.variant(target).text))
    for target, pairs in met.items():
        assert pairs == {
            (" ".join(gold["fr"][at] for at in ours), " ".join(gold[target][at] for at in theirs))
            for ours, theirs in right_beads(target)
        }


def test_what_repeats_stands_once_with_its_count() -> None:
    """Three sentences stand there twice: one unit each, used twice, with both places."""
    units = built().memories[0].units

    counts = {one.variant("fr").text: int(one.attribute("usagecount")) for one in units}
    assert Counter(counts.values()) == {1: 13, 2: 3}
    assert counts["Lors de la réunion."] == 2
    assert all(len(one.values("x-occurrence")) == int(one.attribute("usagecount")) for one in units)


def test_a_unit_says_where_it_comes_from_and_how_sure_it_is() -> None:
    """File, segments, confidence with two decimals, reviewed, and each place with neighbours."""
    units = built().memories[0].units

    for unit in units:
        assert unit.values("x-source-file") == ("tm/sources/article.fr.txt",)
        assert re.fullmatch(r"[01]\.\d\d", unit.values("x-confidence")[0])
        assert unit.values("x-reviewed") == ("yes",)
        assert unit.attribute("creationdate") == "20261122T000000Z"
        assert unit.attribute("creationid") == "termbase"
        for place in unit.values("x-occurrence"):
            assert re.fullmatch(
                r"tm/sources/article\.fr\.txt:[\d,]+ ([0-9a-f]{8}|-) ([0-9a-f]{8}|-)", place
            )
    assert len({one.id for one in units}) == len(units)


def test_neighbours_fit_together() -> None:
    """Only the first segment has no neighbour before, only the last none behind."""
    places = {}
    for unit in built().memories[0].units:
        for place in unit.values("x-occurrence"):
            where, before, after = place.split(" ")
            numbers = [int(one) for one in where.rpartition(":")[2].split(",")]
            places[min(numbers), max(numbers)] = (before, after)

    last = max(end for _, end in places)
    assert [span for span, (before, _) in places.items() if before == "-"] == [(0, 0)]
    assert {end for (_, end), (_, after) in places.items() if after == "-"} == {last}


def test_a_header_says_what_the_memory_is() -> None:
    """Its source language, date and author are the project's."""
    [memory] = built().memories

    assert memory.header.source == "fr"
    assert dict(memory.header.attributes) == {
        "segtype": "sentence",
        "creationdate": "20261122T000000Z",
        "creationid": "termbase",
    }


def test_concepts_are_sorted_and_know_their_line() -> None:
    """The place of each leads back into its source table."""
    [glossary] = built().glossaries
    tables = {
        f"glossary/sources/{one.name}": one.read_text(encoding="utf-8").splitlines()
        for one in (ROOT / "glossary" / "sources").iterdir()
    }

    ids = [one.id for one in glossary.glossary.concepts]
    assert ids == sorted(set(ids))
    assert len(ids) >= 500
    for concept in glossary.glossary.concepts:
        path, _, line = concept.place.rpartition(":")
        assert tables[path][int(line) - 1].startswith(f"{concept.id}\t")


def test_building_twice_gives_the_same_bytes() -> None:
    """No clock, no order of a set, no number that machines round differently."""
    again = build_project(article_alone(project_at(ROOT)), LocalFiles())

    assert again.files == built().files
    assert list(built().files) == OUTPUTS


@pytest.mark.parametrize("path", OUTPUTS)
def test_the_committed_outputs_are_what_the_sources_give(path: str) -> None:
    """Whoever changes a source or a rule runs «termbase build» and commits what it writes."""
    assert (ROOT / path).read_bytes() == built_whole().files[path]


BUILD = """
import sys
from article import project_at
from termbase.bootstrap import LocalFiles
from termbase.usecases.build_project import build_project
for path, data in build_project(project_at("."), LocalFiles()).files.items():
    LocalFiles().write_bytes(path, data)
"""


@pytest.mark.parametrize(
    ("seed", "locale"), [("1", "C"), ("2", "C.UTF-8"), ("random", "tr_TR.UTF-8")]
)
def test_the_bytes_are_the_same_elsewhere(tmp_path: Path, seed: str, locale: str) -> None:
    """Another folder, another seed of hashes, another locale and clock: the same bytes."""
    copy_sources(tmp_path)
    environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Asia/Kamchatka"}
    paths = [str(ROOT / "tests"), str(ROOT / "src")]
    environment["PYTHONPATH"] = os.pathsep.join(paths)
    environment.pop("PYTHONUTF8", None)

    subprocess.run([sys.executable, "-c", BUILD], cwd=tmp_path, env=environment, check=True)

    assert {path: (tmp_path / path).read_bytes() for path in OUTPUTS} == built().files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with its sources and its outputs."""
    copy_sources(tmp_path)
    for path, data in built().files.items():
        LocalFiles().write_bytes(str(tmp_path / path), data)
    return tmp_path


def test_outputs_that_are_current_do_not_differ(project: Path) -> None:
    """What was just written is what would be written."""
    assert differing_files(built(), project_at(project), LocalFiles()) == []


@pytest.mark.parametrize("path", OUTPUTS)
def test_one_changed_byte_is_found(project: Path, path: str) -> None:
    """In any output; a missing one and a folder in its place differ too."""
    file = project / path
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)

    assert differing_files(built(), project_at(project), LocalFiles()) == [path]
    file.unlink()
    assert differing_files(built(), project_at(project), LocalFiles()) == [path]
    file.mkdir()
    assert differing_files(built(), project_at(project), LocalFiles()) == [path]


def test_a_missing_translation_is_passed_over(project: Path) -> None:
    """Without the Russian text, the memory is French and English; nothing else changes."""
    (project / "tm/sources/article.ru.txt").unlink()

    [memory] = build_project(project_at(project), LocalFiles()).memories

    assert languages_of(memory.units) == {"fr–en": 15}


def test_a_missing_source_is_named(project: Path) -> None:
    """Without it there is nothing to build from."""
    (project / "tm/sources/article.fr.txt").unlink()

    with pytest.raises(InputError, match=r"article\.fr\.txt: there is no such file"):
        build_project(project_at(project), LocalFiles())


def settings(folder: Path, tables: str) -> None:
    """Write a termbase.toml."""
    head = '[project]\nsource = "fr"\ntargets = ["en"]\n'
    (folder / "termbase.toml").write_text(head + tables, encoding="utf-8")


def test_two_tables_may_not_give_one_id_twice(tmp_path: Path) -> None:
    """The message names both places."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.tsv").write_text("concept\tlanguage\tterm\nc1\tfr\tmot\n", "utf-8")
    settings(tmp_path, '[[glossary]]\nname = "g"\nsources = ["a.tsv", "b.tsv"]\n')

    with pytest.raises(InputError) as caught:
        build_project(project_at(tmp_path), LocalFiles())

    said = "b.tsv:2: concept «c1» stands in a.tsv:2 already; give one another id"
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ("", "names no [[memory]] and no [[glossary]] to build"),
        (
            '[[memory]]\nname = "m"\noutput = "m.tmx"\ndocuments = [{ path = "a.txt" }]\n',
            "«a.txt» has no {lang}; write article.{lang}.txt",
        ),
    ],
)
def test_a_project_that_says_too_little_is_told_so(tmp_path: Path, tables: str, said: str) -> None:
    """One line, with what to write."""
    settings(tmp_path, tables)

    with pytest.raises(InputError) as caught:
        build_project(project_at(tmp_path), LocalFiles())

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_project_of_tables_alone_builds(tmp_path: Path) -> None:
    """Several sources become one glossary; outputs are written for each ending."""
    shutil.copytree(ROOT / "glossary" / "sources", tmp_path / "sources")
    (tmp_path / "more.tsv").write_text("concept\tlanguage\tterm\naaa\tfr\tmot\n", "utf-8")
    tables = 'sources = ["sources/orbits.tsv", "more.tsv"]\noutputs = ["g.tbx", "g.csv", "g.tsv"]\n'
    settings(tmp_path, '[[glossary]]\nname = "g"\n' + tables)

    build = build_project(project_at(tmp_path), LocalFiles())

    assert build.memories == ()
    assert list(build.files) == ["g.tbx", "g.csv", "g.tsv"]
    assert build.glossaries[0].glossary.concepts[0].id == "aaa"


def test_a_project_builds_with_what_a_person_decided(tmp_path: Path) -> None:
    """The decisions beside a source hold, and only their units are reviewed."""
    folder = copy_sources(tmp_path)
    settings = (folder / "termbase.toml").read_text("utf-8")
    (folder / "termbase.toml").write_text(settings.replace(", reviewed = true", ""), "utf-8")
    [memory] = built().memories
    [document] = memory.documents
    texts = PairOfTexts.of(document.source, document.targets[0])
    kept = texts.decision(DecisionKind.MERGE, [Bead((3, 4), (3, 4)), Bead((5,), (5,))])
    LocalFiles().write_decisions(str(folder / "tm/sources/article.align.json"), [kept])

    [memory] = build_project(project_at(folder)._replace(glossaries=()), LocalFiles()).memories

    said = {
        unit.values("x-segments")[0]: unit.values("x-confidence")[0]
        for unit in memory.units
        if unit.values("x-reviewed")
    }
    assert "fr:3,4 en:3,4" in said
    assert set(said.values()) == {"1.00"}
    assert len(said) <= 2
