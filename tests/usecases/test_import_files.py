"""Imports: with a full account, the same file twice changes nothing, and nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from article import built
from termbase.bootstrap import LocalFiles, open_base, terms_of, units_of
from termbase.errors import InputError
from termbase.model.concept import Concept, Glossary, Relation, Term
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.stores.sqlite import SqliteBase
from termbase.usecases.import_concepts import KEEP_BOTH, KEEP_OURS, TAKE_THEIRS, import_concepts
from termbase.usecases.import_files import ImportReport, import_units

FILES = LocalFiles()


@pytest.fixture
def base() -> Iterator[SqliteBase]:
    """Yield an empty base."""
    with open_base(":memory:", write=True) as opened:
        yield opened


def unit(text: str, id: str = "") -> TranslationUnit:
    """Return a unit in French and English."""
    return TranslationUnit((Variant("fr", (text,)), Variant("en", (f"{text} in English",))), id)


def concept(id: str, *texts: str) -> Concept:
    """Return a concept with French terms."""
    return Concept(id, tuple(Term(text, "fr") for text in texts))


def tmx(folder: Path, *units: TranslationUnit, name: str = "client.tmx") -> str:
    """Write a TMX file and return its path."""
    path = str(folder / name)
    FILES.write_memory(path, MemoryHeader("fr"), units)
    return path


def tbx(folder: Path, *concepts: Concept, name: str = "client.tbx", title: str = "") -> str:
    """Write a TBX file and return its path."""
    path = str(folder / name)
    FILES.write_glossary(path, Glossary(concepts, title=title))
    return path


def import_tmx(base: SqliteBase, path: str, **wishes) -> ImportReport:
    """Import units in one transaction."""
    with base.changing():
        return import_units(path, FILES, units_of(base), **wishes)


def import_tbx(base: SqliteBase, path: str, way: str = KEEP_OURS, **wishes) -> ImportReport:
    """Import concepts in one transaction."""
    with base.changing():
        return import_concepts(path, FILES, terms_of(base), decide=lambda *_: way, **wishes)


def figures(report: ImportReport) -> tuple[int, int, int, int]:
    """Return how many records were new, changed, equal, skipped."""
    return report.new, report.changed, report.equal, report.skipped


def texts(base: SqliteBase, memory: str | None = None) -> list[str]:
    """Return the French texts of a memory."""
    return [one.variants[0].text for one in units_of(base).all_units(memory)]


def spelt(base: SqliteBase) -> dict[str, list[str]]:
    """Return the terms of each concept."""
    return {one.id: [term.text for term in one.terms] for _, one in terms_of(base).all_concepts()}


def test_importing_a_memory_again_changes_nothing(base, tmp_path) -> None:
    """Every unit is there already, equal in everything; also the article's own memory."""
    path = str(tmp_path / "space.tmx")
    FILES.write_bytes(path, built().files["tm/space.tmx"])

    first = import_tmx(base, path)
    before = list(base.connection.iterdump())
    again = import_tmx(base, path)

    assert figures(first) == (16, 0, 0, 0)
    assert figures(again) == (0, 0, 16, 0)
    assert list(base.connection.iterdump()) == before


def test_importing_a_glossary_again_changes_nothing(base, tmp_path) -> None:
    """In each form that a build writes."""
    build = built()
    size = len(build.glossaries[0].glossary.concepts)
    for name in ("space.tbx", "space.csv"):
        path = str(tmp_path / name)
        FILES.write_bytes(path, build.files[f"glossary/{name}"])

        first = import_tbx(base, path, into=name)
        before = list(base.connection.iterdump())
        again = import_tbx(base, path, into=name, way=KEEP_BOTH)

        assert (figures(first), figures(again)) == ((size, 0, 0, 0), (0, 0, size, 0))
        assert list(base.connection.iterdump()) == before


@pytest.mark.parametrize(
    ("merge", "expected", "left"),
    [
        ("add", (2, 0, 1, 0), ["un", "deux", "uns", "trois"]),
        ("update", (1, 1, 1, 0), ["uns", "deux", "trois"]),
        ("skip", (1, 0, 1, 1), ["un", "deux", "trois"]),
        ("replace", (1, 1, 1, 0), ["uns", "deux", "trois"]),
    ],
)
def test_units_are_merged_as_asked(base, tmp_path, merge, expected, left) -> None:
    """Those with a known tuid are added too, updated, skipped, or take the other's place."""
    import_tmx(base, tmx(tmp_path, unit("un", "1"), unit("deux", "2")))

    newer = tmx(tmp_path, unit("uns", "1"), unit("deux", "2"), unit("trois", "3"))
    report = import_tmx(base, newer, merge=merge)

    assert figures(report) == expected
    assert texts(base) == left


def test_a_memory_is_named_after_its_file_or_as_asked(base, tmp_path) -> None:
    """And other memories are left alone, also by a replacing import."""
    for name in ("client.tmx", "eu.v2.tmx.gz"):
        import_tmx(base, tmx(tmp_path, unit(name), name=name))
    import_tmx(base, tmx(tmp_path, unit("x")), into="mine", merge="replace")

    names = [one.name for one in units_of(base).memories()]
    assert names == ["client", "eu.v2", "mine"]
    assert texts(base, "client") == ["client.tmx"]


def test_a_broken_memory_leaves_the_base_as_it_was(base, tmp_path) -> None:
    """Also one that breaks only after many good units, and also when it should replace."""
    import_tmx(base, tmx(tmp_path, unit("un")))
    before = list(base.connection.iterdump())
    path = tmx(tmp_path, *(unit(f"mot {at}") for at in range(500)))
    whole = Path(path).read_bytes()
    Path(path).write_bytes(whole[: len(whole) * 2 // 3])

    for merge in ("add", "replace"):
        with pytest.raises(InputError):
            import_tmx(base, path, merge=merge)
        assert list(base.connection.iterdump()) == before


def test_progress_counts_the_units_read(base, tmp_path) -> None:
    """One by one, those that are there already included."""
    path = tmx(tmp_path, unit("un"), unit("un"), unit("deux"))
    seen: list[int] = []

    import_tmx(base, path, watch=seen.append)

    assert seen == [1, 2, 3]


@pytest.mark.parametrize(
    ("way", "expected", "left"),
    [
        (KEEP_OURS, (1, 0, 1, 0), {"c1": ["ours"], "c2": ["same"], "c3": ["new"]}),
        (TAKE_THEIRS, (1, 1, 1, 0), {"c1": ["theirs"], "c2": ["same"], "c3": ["new"]}),
        (
            KEEP_BOTH,
            (2, 0, 1, 0),
            {"c1": ["ours"], "c2": ["same"], "c3": ["new"], "c1-2": ["theirs"]},
        ),
    ],
)
def test_conflicts_end_as_decided(base, tmp_path, way, expected, left) -> None:
    """Only a concept that stands there with other content is a conflict; each is named."""
    import_tbx(base, tbx(tmp_path, concept("c1", "ours"), concept("c2", "same")))
    newer = tbx(tmp_path, concept("c1", "theirs"), concept("c2", "same"), concept("c3", "new"))

    report = import_tbx(base, newer, way=way)

    assert (figures(report), report.conflicts) == (expected, ["c1"])
    assert spelt(base) == left


@pytest.mark.parametrize("way", [KEEP_OURS, TAKE_THEIRS, KEEP_BOTH])
def test_settling_the_same_conflict_again_changes_no_concept(base, tmp_path, way) -> None:
    """What was kept beside ours is known the next time."""
    import_tbx(base, tbx(tmp_path, concept("c1", "ours")))
    newer = tbx(tmp_path, concept("c1", "theirs"), concept("c2", "new"))
    import_tbx(base, newer, way=way)
    before = spelt(base)

    again = import_tbx(base, newer, way=way)

    assert spelt(base) == before
    assert (again.new, again.changed) == (0, 0)


def test_keeping_both_takes_no_id_that_the_file_needs(base, tmp_path) -> None:
    """A concept of the file that bears the next free name stays what it is."""
    import_tbx(base, tbx(tmp_path, concept("c1", "ours")))

    import_tbx(
        base, tbx(tmp_path, concept("c1", "theirs"), concept("c1-2", "another")), way=KEEP_BOTH
    )

    assert spelt(base) == {"c1": ["ours"], "c1-2": ["another"], "c1-3": ["theirs"]}


class Twice(LocalFiles):
    """Reads a file of a foreign format, which tells concepts apart by their place and not by id."""

    def read_glossary(self, *_args, **_wishes) -> Glossary:
        return Glossary((concept("c1", "theirs"), concept("c1", "another")))


def test_keeping_both_gives_no_id_twice(base, tmp_path) -> None:
    """Two concepts of one id are both kept beside ours, whatever reader they come from."""
    import_tbx(base, tbx(tmp_path, concept("c1", "ours")))

    with base.changing():
        import_concepts(
            str(tmp_path / "client.tbx"), Twice(), terms_of(base), decide=lambda *_: KEEP_BOTH
        )

    assert spelt(base) == {"c1": ["ours"], "c1-2": ["theirs"], "c1-3": ["another"]}


def test_who_decides_sees_both_concepts(base, tmp_path) -> None:
    """And what they contradict each other in."""
    import_tbx(base, tbx(tmp_path, concept("c1", "ours")))
    newer = tbx(tmp_path, concept("c1", "theirs"))
    asked = []

    def decide(ours, theirs, against) -> str:
        texts = [[one.text for one in side.terms] for side in (ours, theirs)]
        asked.append((*texts, against))
        return KEEP_OURS

    with base.changing():
        import_concepts(newer, FILES, terms_of(base), decide=decide)

    assert asked == [(["ours"], ["theirs"], ("fr «theirs» (theirs) / «ours» (ours)",))]


def test_keeping_ours_keeps_what_the_glossary_says_of_itself(base, tmp_path) -> None:
    """A second file that goes into it brings concepts, and not its own title."""
    import_tbx(base, tbx(tmp_path, concept("c1", "ours"), title="Ours"), into="g")
    [before] = terms_of(base).glossaries()

    import_tbx(base, tbx(tmp_path, concept("c2", "new"), name="b.tbx", title="Theirs"), into="g")

    assert terms_of(base).glossaries() == [before]


def test_where_a_concept_stands_in_its_file_is_no_difference(base, tmp_path) -> None:
    """The same concepts in another order are the same concepts."""
    one, other = concept("c1", "un"), concept("c2", "deux")
    import_tbx(base, tbx(tmp_path, one, other))

    assert figures(import_tbx(base, tbx(tmp_path, other, one))) == (0, 0, 2, 0)


def test_what_was_left_out_is_reported_with_its_line(base, tmp_path) -> None:
    """A row whose language is none is rejected, the others come in."""
    path = tmp_path / "terms.tsv"
    path.write_text("concept\tlanguage\tterm\nc1\tfr\tmot\nc2\tzz\tmot\n", encoding="utf-8")

    report = import_tbx(base, str(path))

    assert (report.new, report.rejected) == (1, 1)
    assert [(one.line, one.rejected) for one in report.repairs] == [(3, True)]
    assert "zz" in str(report.repairs[0])


def test_relations_survive(base, tmp_path) -> None:
    """They point to the same concepts as before."""
    related = replace(concept("c1", "un"), relations=(Relation("see", "c2"),))

    import_tbx(base, tbx(tmp_path, related, concept("c2", "deux")))

    [(_, first), _] = terms_of(base).all_concepts()
    assert [(one.kind, one.target) for one in first.relations] == [("see", "c2")]


def test_an_id_that_a_file_gives_twice_loses_nothing_silently(base, tmp_path) -> None:
    """Either the reader says how it mended that, or it is a conflict like any other."""
    path = tbx(tmp_path, concept("c1", "un"), concept("c2", "deux"))
    Path(path).write_bytes(Path(path).read_bytes().replace(b'id="c2"', b'id="c1"'))

    report = import_tbx(base, path)

    kept = [text for found in spelt(base).values() for text in found]
    assert sorted(kept) == ["deux", "un"] or report.conflicts == ["c1"]
    assert report.repairs or report.conflicts
