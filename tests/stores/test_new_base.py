"""A base that did not exist appears with its first changes, and takes nothing from anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.bootstrap import new_base, open_base, terms_of
from termbase.errors import StoreBusyError
from termbase.model.concept import Concept, Glossary, Term


def put(path: Path, name: str) -> None:
    with open_base(str(path), write=True) as base, base.changing():
        glossary = terms_of(base).put_glossary(name, Glossary(()))
        terms_of(base).put_concept(glossary, Concept("c1", (Term("orbite", "fr"),)))


def glossaries(path: Path) -> list[str]:
    with open_base(str(path)) as base:
        return [one.name for one in terms_of(base).glossaries()]


def test_a_new_base_appears_with_its_first_changes(tmp_path: Path) -> None:
    """Until then nothing stands at its place; afterwards nothing stands beside it."""
    path = tmp_path / "b.db"
    with new_base(str(path)) as base:
        terms_of(base).put_glossary("ours", Glossary(()))
        assert not path.exists()

    assert glossaries(path) == ["ours"]
    assert [one.name for one in tmp_path.iterdir()] == ["b.db"]


def test_a_first_change_that_fails_leaves_what_another_made_in_the_meantime(tmp_path: Path) -> None:
    """Whoever fails takes nothing away but what is its own."""
    path = tmp_path / "b.db"

    def fail() -> None:
        with new_base(str(path)):
            put(path, "theirs")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert glossaries(path) == ["theirs"]
    assert [one.name for one in tmp_path.iterdir()] == ["b.db"]


def test_two_who_make_a_base_at_once_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """The second is told to run again; the first one's base stands."""
    path = tmp_path / "b.db"

    def make() -> None:
        with new_base(str(path)) as base:
            terms_of(base).put_glossary("ours", Glossary(()))
            put(path, "theirs")

    with pytest.raises(StoreBusyError, match="run it again"):
        make()
    assert glossaries(path) == ["theirs"]
