"""Word lists kept unpacked say what the packed ones say, whatever happens to their files."""

from pathlib import Path

import pytest

from termbase.stores.lexicon_shelf import LexiconShelf
from termbase.text.lexicons import packed_words


@pytest.fixture(scope="module")
def packed():
    """Return the list of a small language as simplemma has it."""
    return packed_words("eo")


@pytest.fixture
def shelf(tmp_path: Path, packed) -> LexiconShelf:
    """Return a shelf that keeps it."""
    shelf = LexiconShelf(str(tmp_path / "made"))
    shelf.keep("eo", lambda _: packed)
    return shelf


def test_every_word_has_the_lemma_it_had(shelf: LexiconShelf, packed) -> None:
    """And no other word has any."""
    kept = shelf.opened("eo")
    words = list(packed)[::50]
    assert len(words) > 100
    assert [kept.get(one) for one in words] == [packed.get(one) for one in words]
    assert kept.get("qqqq") is None


def test_what_is_not_kept_is_not_opened(shelf: LexiconShelf, tmp_path: Path) -> None:
    """Another language, a language that nobody has, an empty folder, a file that is no list."""
    assert shelf.opened("fr") is None
    assert shelf.opened("xx") is None
    assert LexiconShelf(str(tmp_path / "other")).opened("eo") is None
    [path] = (tmp_path / "made").iterdir()
    path.write_text("no list")
    assert shelf.opened("eo") is None


def test_damage_met_while_reading_makes_the_list_be_unpacked(
    shelf: LexiconShelf, tmp_path: Path, packed
) -> None:
    """Pages in the middle are gone: every answer is still the right one."""
    [path] = (tmp_path / "made").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    kept = shelf.opened("eo")
    words = list(packed)[::200]
    assert kept is None or [kept.get(one) for one in words] == [packed.get(one) for one in words]


def test_a_damaged_list_is_kept_anew_and_older_ones_go(
    shelf: LexiconShelf, tmp_path: Path, packed
) -> None:
    """Whoever finds the damage takes the file away, so that the next may write it."""
    [path] = (tmp_path / "made").iterdir()
    whole = path.read_bytes()
    (tmp_path / "made" / "eo-1-2.db").write_bytes(whole)
    path.write_bytes(b"")
    assert shelf.opened("eo") is None
    shelf.keep("eo", lambda _: packed)
    assert [one.name for one in (tmp_path / "made").iterdir()] == [path.name]
    assert path.stat().st_size == len(whole)


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    """Keeping is a help, never a condition; nothing half written stays."""
    (tmp_path / "file").write_text("")
    shelf = LexiconShelf(str(tmp_path / "file" / "below"))
    shelf.keep("eo", lambda _: pytest.fail("it is unpacked in vain"))
    assert shelf.opened("eo") is None


def test_a_large_list_is_told_before_it_is_unpacked(tmp_path: Path, packed) -> None:
    """Somebody waits for it; a small one takes no time."""
    told: list[str] = []
    shelf = LexiconShelf(str(tmp_path), told.append)
    for name in "eo", "de":
        shelf.keep(name, lambda _: packed)

    assert told == ["de"]
