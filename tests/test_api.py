"""`import termbase`: few names, each documented, each example true; the words of the commands."""

import doctest
import importlib
import json
import pkgutil
from pathlib import Path

import pytest

import termbase
from article import built, built_glossary, fill
from command_line import run
from termbase.bootstrap import LocalFiles
from termbase.errors import InputError, StoreNotFoundError, TermbaseError
from termbase.model.decision import DecidedBead, Decision, DecisionKind
from termbase.usecases.segment_ids import SegmentIds

MODULES = sorted(
    name
    for _, name, _ in pkgutil.walk_packages(termbase.__path__, "termbase.")
    if not name.startswith("termbase.cli") and name != "termbase.__main__"
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a base with all that the article gives."""
    return fill(str(tmp_path_factory.mktemp("api") / "termbase.db"))


def test_there_are_at_most_twenty_names() -> None:
    """Sorted, each of them there, and none else offered by a star import."""
    assert len(termbase.__all__) <= 20
    assert termbase.__all__ == sorted(termbase.__all__)
    names: dict[str, object] = {}
    exec("from termbase import *", names)
    assert set(names) - {"__builtins__"} == set(termbase.__all__)
    assert set(termbase.__all__) <= set(dir(termbase))


@pytest.mark.parametrize("name", termbase.__all__)
def test_every_name_is_documented(name: str) -> None:
    """By more than its signature; so is every public method."""
    thing = getattr(termbase, name)

    assert thing.__doc__
    assert not thing.__doc__.startswith(f"{name}(")
    for member, value in vars(thing).items() if isinstance(thing, type) else ():
        if callable(value) and not member.startswith("_"):
            assert value.__doc__, member


@pytest.mark.parametrize("name", ["termbase", *MODULES])
def test_every_example_is_true(name: str) -> None:
    """Of the public names and of every module behind them."""
    failed, _ = doctest.testmod(importlib.import_module(name))

    assert failed == 0


def test_functions_have_an_example() -> None:
    """What a stranger reads first shows how it is called."""
    finder = doctest.DocTestFinder()
    for name in ("align", "check", "recognise", "segment", "similarity"):
        examples = finder.find(getattr(termbase, name), name)
        assert any(one.examples for one in examples), name
    assert any(one.examples for one in finder.find(termbase.Base, "Base"))


def test_a_name_that_is_none_is_an_attribute_error() -> None:
    """As with every module."""
    with pytest.raises(AttributeError, match="has no attribute 'Glosary'"):
        _ = termbase.Glosary


def test_a_base_answers_with_values(path: str) -> None:
    """What the commands print, as concepts and units."""
    with termbase.open_base(path) as base:
        hit = base.look_up("engins spatiaux", source="FR", targets=["en"])[0]
        match = base.search("lors de la RÉUNION.", source="fra", targets=["en"])[0]
        near = base.search("Lors de la rencontre.", source="fr", min=50)[0]

    assert (hit.tier, hit.term.text, hit.glossary) == ("inflected", "engin spatial", "space")
    assert hit.concept.terms_in("en")[0].text == "spacecraft"
    assert (match.score, match.raw, match.penalties) == (99, 100, (("case", 1),))
    assert (match.text, match.targets) == ("Lors de la réunion.", {"en": "During the meeting."})
    assert match.unit.variant("ru").text == "В ходе встречи."
    assert (match.memory, match.number) == ("space", 2)
    assert near.score < 100


@pytest.mark.parametrize("query", ["teledetecton", "lancement des fusées", "véhicule lanceur"])
def test_a_lookup_is_answered_as_json_answers_it(query: str, path: str, tmp_path: Path) -> None:
    """Hits, the terms in a phrase that is none, the nearest: all that the command prints."""
    wanted = ("-s", "fr", "-t", "en", "--base", path, "--json")
    said = json.loads(run("lookup", query, *wanted, folder=tmp_path).out)
    with termbase.open_base(path) as base:
        answer = base.look_up(query, source="FR", targets=["eng"])

    for told, found in ((said["hits"], answer), (said.get("inside", []), answer.inside)):
        assert [(one["term"], one["concept"], one["glossary"]) for one in told] == [
            (one.term.text, one.concept.id, one.glossary) for one in found
        ]
        assert [one["spans"] for one in told] == [[list(at) for at in one.spans] for one in found]
        assert [one.get("used", []) for one in told] == [list(one.used) for one in found]
    assert [one["tier"] for one in said["hits"]] == [one.tier for one in answer]
    assert said.get("nearest", []) == list(answer.nearest)


def test_the_language_of_a_text_is_found_out(path: str) -> None:
    """And texts that follow one another know their neighbours."""
    with termbase.open_base(path) as base:
        [match] = base.search("В ходе встречи.", targets=["fr"])
        assert match.targets == {"fr": "Lors de la réunion."}
        many = base.search_many(["Lors de la réunion.", "Rien de tel ici."])
        assert [len(one) for one in many] == [1, 0]


def test_languages_of_a_search_may_be_written_in_any_way(path: str) -> None:
    """What is found goes by their tags."""
    with termbase.open_base(path) as base:
        [match] = base.search("Lors de la réunion.", source="fra", targets=["en_US"])

    assert match.targets == {"en-US": "During the meeting."}


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"min": 101}, "min 101"),
        ({"limit": 0}, "limit 0"),
        ({"source": "French"}, "language «French» is unknown"),
        ({"targets": ["qq"]}, "language «qq» is unknown"),
    ],
)
def test_what_no_search_can_do_is_one_error_of_ours(path: str, wish, said: str) -> None:
    """A score above 100, no unit at all, a language that is none."""
    with termbase.open_base(path) as base, pytest.raises(termbase.TermbaseError, match=said):
        base.search("Lors de la réunion.", **wish)


def test_a_base_yields_all_that_it_holds(path: str) -> None:
    """Equal to what was built."""
    with termbase.open_base(path) as base:
        assert tuple(base.units()) == built().memories[0].units
        assert tuple(base.concepts("space")) == built_glossary().glossaries[0].glossary.concepts
        assert list(base.units("nothing")) == []


def test_a_file_is_imported_whole_or_not_at_all(tmp_path: Path) -> None:
    """And again changes nothing."""
    good, bad = str(tmp_path / "m.tmx"), str(tmp_path / "bad.tmx")
    data = built().files["tm/space.tmx"]
    LocalFiles().write_bytes(good, data)
    LocalFiles().write_bytes(bad, data[: len(data) // 2])

    with termbase.open_base(str(tmp_path / "x.db"), write=True) as base:
        with pytest.raises(InputError):
            base.import_file(bad)
        assert list(base.units()) == []
        assert base.import_file(good).new == 16
        assert base.import_file(good).equal == 16
        with pytest.raises(InputError, match="keep-theirs"):
            base.import_file(good, on_conflict="keep-theirs")


def test_without_a_path_the_settings_say_which_base(tmp_path: Path, monkeypatch) -> None:
    """The project's around this folder; every error is a TermbaseError of one line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "termbase.toml").write_text('[project]\nbase = "own.db"\n', encoding="utf-8")

    with pytest.raises(StoreNotFoundError, match=r"own\.db: there is no base yet") as caught:
        termbase.open_base()
    assert isinstance(caught.value, TermbaseError)

    termbase.open_base(write=True).close()
    assert (tmp_path / "own.db").exists()


def test_files_of_other_tools_are_values(tmp_path: Path) -> None:
    """A memory and a glossary, without any base."""
    for name, data in built().files.items():
        LocalFiles().write_bytes(str(tmp_path / Path(name).name), data)

    memory = termbase.read_memory(str(tmp_path / "space.tmx"))
    glossary = termbase.read_glossary(str(tmp_path / "space.tbx"))

    assert memory.units == built().memories[0].units
    assert {one.id for one in glossary.concepts} == {
        one.id for one in built_glossary().glossaries[0].glossary.concepts
    }
    with pytest.raises(InputError):
        termbase.read_memory(str(tmp_path / "missing.tmx"))


def test_an_alignment_takes_up_what_a_person_decided(tmp_path: Path) -> None:
    """From the file that the commands keep; what no longer applies is a warning."""
    french, english = ["Bonjour.", "Il pleut.", "Fin."], ["Hello.", "It rains.", "The end."]
    ours, theirs = SegmentIds(french).ids, SegmentIds(english).ids
    path = str(tmp_path / "a.align.json")
    LocalFiles().write_decisions(
        path, [Decision(DecisionKind.MERGE, ("en", "fr"), (DecidedBead(theirs[:2], ours[:2]),))]
    )

    beads = termbase.align(french, english, "fra", "en", decisions=path)
    assert termbase.Bead((0, 1), (0, 1), 1.0) in beads

    with pytest.warns(UserWarning, match=r"a\.align\.json: merge fr–en «» no longer applies"):
        termbase.align(["Salut.", *french[1:]], english, "fr", "en", decisions=path)
    with pytest.raises(InputError, match="there is no such file"):
        termbase.align(french, english, "fr", "en", decisions=str(tmp_path / "none.json"))
