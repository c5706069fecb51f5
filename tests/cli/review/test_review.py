"""The review in the terminal: every key does what the help says, and every step is kept at once."""

import asyncio
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import read_ladder
from termbase.bootstrap import LocalFiles
from termbase.cli._alignment_sources import Document
from termbase.cli._output import text_width
from termbase.cli.review.app import ReviewApp
from termbase.cli.review.page import fold, page
from termbase.cli.review.session import Session
from termbase.model.bead import Bead
from termbase.model.segment import Segment
from termbase.segmentation import Rules
from termbase.usecases.align_documents import AlignedTexts, SegmentedText

FRENCH = ["Bonjour.", "Il pleut.", "Il vente.", "Oui.", "Nous partons demain.", "Au revoir."]
ENGLISH = ["Hello.", "It rains and it blows.", "Yes.", "We leave.", "Tomorrow.", "Goodbye."]
RUSSIAN = ["Здравствуйте.", "Идёт дождь.", "Дует ветер.", "Да.", "Мы едем завтра.", "Пока."]
TEXTS = {"fr": FRENCH, "en": ENGLISH, "ru": RUSSIAN}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A review of two pairs; the third and the fourth bead of the first are doubtful."""
    for language, lines in TEXTS.items():
        text = "".join(f"{line}\n" for line in lines)
        (tmp_path / f"a.{language}.txt").write_text(text, encoding="utf-8")
    texts = [(str(tmp_path / f"a.{one}.txt"), one) for one in TEXTS]
    document = Document("a.fr.txt", texts, True, {}, Rules(), ())
    source, *targets = document.read()
    beads = tuple(
        Bead(*one, 0.5 if number in (2, 3) else 0.95)
        for number, one in enumerate(read_ladder("0:0 1,2:1 3:2 4:3,4 5:5"))
    )
    others = tuple(Bead((n,), (n,), 0.99) for n in range(6))
    return Session([document], [AlignedTexts(source, tuple(targets), (beads, others))])


def press(
    session: Session,
    *keys: str,
    size: tuple[int, int] = (80, 24),
    resized: tuple[int, int] | None = None,
) -> list[str]:
    """Press keys in the real application and return the lines that its terminal shows then.

    Args:
        size: Columns and lines of the terminal.
        resized: What they become after the last key.
    """

    async def play() -> list[str]:
        app = ReviewApp(session)
        async with app.run_test(size=size) as pilot:
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
            if resized:
                await pilot.resize_terminal(*resized)
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            return ["".join(part.text for part in strip).rstrip() for strip in strips]

    return asyncio.run(play())


def kept(session: Session) -> list[tuple[str, list[tuple[int, int]]]]:
    """Return the decisions on disk: what was done, and the sizes of the beads that came of it."""
    path = Path(session.documents[0].sidecar)
    held = json.loads(path.read_text("utf-8"))["decisions"] if path.exists() else []
    return [
        (one["kind"], [(len(bead["source"]), len(bead["target"])) for bead in one["beads"]])
        for one in held
    ]


def test_the_cursor_starts_on_the_first_doubtful_bead(session: Session) -> None:
    """Two columns, a sign for what is doubtful, where the cursor is, and the keys below."""
    shown = press(session)

    assert shown[0].endswith("3/5  2 doubtful")
    assert any(line.startswith(">    3 !.50  Oui.") and "│ ▸ Yes." in line for line in shown)
    assert any("• Il pleut." in line and "It rains and it blows." in line for line in shown)
    assert "Space accept" in shown[-1]
    assert "? help" in shown[-1]
    assert max(map(text_width, shown)) <= 80


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (["space"], [("accept", [(1, 1)])]),
        (["m"], [("merge", [(2, 3)])]),
        (["n", "s"], [("split", [(0, 1), (1, 1)])]),
        (["k", "s"], [("split", [(1, 0), (1, 1)])]),
        (["u"], [("move", [(2, 2), (1, 0)])]),
        (["d"], [("move", [(1, 0), (1, 3)])]),
        (["h", "u"], [("move", [(3, 1), (0, 1)])]),
        (["left", "d"], [("move", [(0, 1), (2, 2)])]),
        (["x"], [("reject", [(1, 0), (0, 1)])]),
        (["space", "z"], []),
        (["z"], []),
        (["g", "space", "G", "space"], [("accept", [(1, 1)]), ("accept", [(1, 1)])]),
        (["n", "space"], [("accept", [(1, 2)])]),
        (["N", "space"], [("accept", [(1, 2)])]),
        (["j", "down", "k", "up", "home", "end", "k", "space"], [("accept", [(1, 2)])]),
        (["x", "m"], [("merge", [(1, 1)])]),
        (["space", "k", "c"], []),
        (["m", "c"], []),
        (["space", "k", "c", "z"], [("accept", [(1, 1)])]),
        (["x", "c"], [("reject", [(0, 1)])]),
        (["c"], []),
    ],
    ids=lambda value: " ".join(value) if value and isinstance(value[0], str) else "",
)
def test_a_key_decides_and_the_decision_is_kept_at_once(
    session: Session, keys: list[str], wanted: list
) -> None:
    """No saving and no asking; what replaces a decision takes its place."""
    press(session, *keys)

    assert kept(session) == wanted


def test_tab_chooses_where_a_bead_is_split(session: Session) -> None:
    """Through the segments of both sides, round the end; the first one of all begins nothing."""
    assert any("▸ We leave." in line for line in press(session, "n", "shift+tab"))
    assert any("▸ Nous partons" in line for line in press(session, "shift+tab"))
    assert any("▸ We leave." in line for line in press(session, "tab"))
    assert "Tab to the segment that shall begin the second bead" in press(session, "s")[-2]
    assert kept(session) == []


def test_undoing_goes_back_step_by_step(session: Session) -> None:
    """The cursor too, and the file."""
    before = session.seat.review
    press(session, "space", "m", "x", "z", "z")
    assert kept(session) == [("accept", [(1, 1)])]

    shown = press(session, "z", "z")

    assert session.seat.review == before
    assert kept(session) == []
    assert shown[-2] == "nothing to undo; c takes back what was decided earlier"
    assert shown[0].endswith("3/5  2 doubtful")


def test_what_was_decided_long_ago_is_taken_back(session: Session) -> None:
    """Another review has nothing to undo; the bead is doubtful until it is aligned anew."""
    press(session, "space")
    session.seat.past.clear()

    shown = press(session, "k", "c")
    assert shown[-2] == "no longer decided; r aligns it anew"
    assert any(line.startswith(">    3 !.00") for line in shown)
    assert kept(session) == []
    assert press(session, "c")[-2] == "nothing was decided here"
    assert not any(" ✓ " in line for line in press(session, "r", "g"))


def test_what_is_decided_is_no_longer_doubtful(session: Session) -> None:
    """And the next doubtful one is found round the end, until there is none."""
    assert press(session, "space")[0].endswith("4/5  1 doubtful")
    assert press(session, "g", "N")[-2] == "from the other end"
    shown = press(session, "space", "n")
    assert shown[0].endswith("5/5  0 doubtful")
    assert shown[-2] == "nothing is doubtful any more"


def test_aligning_anew_keeps_decisions(session: Session) -> None:
    """The rest is found again between them, and that too can be undone."""
    shown = press(session, "space", "r")

    assert shown[-2] == "aligned anew between your decisions"
    assert Bead((3,), (2,), 1.0) in session.seat.review.reviewed
    press(session, "z")
    assert [one.confidence for one in session.seat.review.beads] == [0.95, 0.95, 1.0, 0.5, 0.95]


def test_aligning_anew_says_how_many_decisions_are_lost(session: Session) -> None:
    """Somebody has edited a text beside the review."""
    session.accept()
    path = Path(session.documents[0].texts[0][0])
    path.write_text(path.read_text("utf-8").replace("Oui.", "Peut-être."), encoding="utf-8")

    shown = press(session, "space", "r")

    assert "1 earlier decision no longer applies: the texts have changed" in shown


def test_aligning_anew_finds_a_place_where_the_text_of_the_cursor_is_gone(
    session: Session,
) -> None:
    """Somebody has cut the end off."""
    for path, _ in session.documents[0].texts:
        lines = Path(path).read_text("utf-8").splitlines(keepends=True)
        Path(path).write_text("".join(lines[:2]), encoding="utf-8")

    shown = press(session, "G", "r")

    assert any(line.startswith(">    2") for line in shown)
    assert session.seat.at == len(session.seat.review.beads) - 1


def test_aligning_anew_says_when_a_text_is_gone(session: Session) -> None:
    """The review stays as it is."""
    Path(session.documents[0].texts[1][0]).unlink()

    assert "there is no such file" in " ".join(press(session, "r")[-4:])


def test_every_pair_of_texts_is_reviewed_in_one_file(session: Session) -> None:
    """Turning to the next pair and back; each has its own undoing."""
    shown = press(session, "space", "right_square_bracket", "space", "left_square_bracket", "z")

    assert "a.en.txt" in shown[0]
    assert kept(session) == [("accept", [(1, 1)])]
    assert session.documents[0].decisions[0].languages == ("fr", "ru")


def test_what_somebody_else_decides_meanwhile_is_kept(session: Session) -> None:
    """By a table, or in a review beside this one; of two about a segment this one's holds."""
    theirs, path = session.seat.review, session.documents[0].sidecar
    LocalFiles().write_decisions(path, theirs.accept(0).decisions)

    shown = press(session, "space")
    assert "accepted; 1 decision of somebody else kept, r to see" in shown[-2]
    assert [one for one, _ in kept(session)] == ["accept", "accept"]

    there = LocalFiles().read_decisions(path)
    LocalFiles().write_decisions(path, (*there, *theirs.drop(2).decisions))
    press(session, "g", "x")
    assert kept(session) == [("accept", [(1, 1)]), ("reject", [(1, 0), (0, 1)])]
    press(session, "z", "z")
    assert kept(session) == [("accept", [(1, 1)]), ("reject", [(1, 0), (0, 1)])]
    shown = "\n".join(press(session, "r", "g"))
    assert ">    1 ✓     Bonjour." in shown
    assert "✓     Oui." in shown


def test_the_help_names_every_key_and_any_key_closes_it(session: Session) -> None:
    """What closes it does nothing else."""
    shown = press(session, "question_mark")
    assert any("merge with the bead below" in line for line in shown)

    assert any("Oui." in line for line in press(session, "question_mark", "q"))
    press(session, "question_mark", "x")
    assert kept(session) == []


def test_a_file_that_cannot_be_written_is_said_and_written_later(
    session: Session,
) -> None:
    """Nothing is lost for a while without room; leaving writes it, or says so."""
    path = session.documents[0].sidecar
    Path(path).mkdir()

    assert any("NOT SAVED" in line for line in press(session, "space"))
    Path(path).rmdir()
    session.save()
    assert kept(session) == [("accept", [(1, 1)])]


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (30, 5), (200, 60)])
@pytest.mark.parametrize("colour", ["", "1"])
def test_it_fits_any_terminal_without_colour_too(
    session: Session, size: tuple[int, int], colour: str, monkeypatch
) -> None:
    """The bead under the cursor is in sight, and signs say what colours say."""
    monkeypatch.setenv("NO_COLOR", colour)
    shown = press(session, "space", "k", size=size)

    assert len(shown) == size[1]
    assert any(line.startswith(">    3 ✓") for line in shown)


@pytest.mark.parametrize("resized", [(60, 20), (30, 8), (13, 4), (1, 1)])
def test_a_terminal_may_become_narrow(session: Session, resized: tuple[int, int]) -> None:
    """Where the cursor stands remains in the title, and nothing breaks however little is left."""
    shown = press(session, resized=resized)

    assert len(shown) == resized[1]
    assert resized[0] < 30 or shown[0].endswith("3/5  2 doubtful")


def test_a_small_terminal_shows_how_to_get_help_and_all_of_it(session: Session) -> None:
    """60 columns and 20 lines hold the list of keys with its frame."""
    assert "? help" in press(session, size=(60, 20))[-1]

    shown = press(session, "question_mark", size=(60, 20))
    assert "┐" in shown[0]
    assert "┘" in shown[-1]
    assert any("Any key closes this." in line for line in shown)


def test_all_of_a_bead_that_is_too_high_can_be_read(tmp_path: Path) -> None:
    """Page by page to its end, signs where there is more, then on to the next bead; and back."""
    texts = []
    for language, word in (("fr", "mot"), ("en", "word")):
        path = tmp_path / f"a.{language}.txt"
        long = " ".join(f"{word}{number}" for number in range(200))
        path.write_text(f"{word}.\n{long}\n{word}.\n", encoding="utf-8")
        texts.append((str(path), language))
    document = Document("a.fr.txt", texts, True, {}, Rules(), ())
    source, target = document.read()
    beads = tuple(Bead((n,), (n,), 0.5) for n in range(3))
    session = Session([document], [AlignedTexts(source, (target,), (beads,))])

    seen = press(session, "j")
    assert "word0" in seen[1]
    assert seen[-3].startswith(">    ↓")
    pages = [seen]
    while session.seat.at == 1 and len(pages) < 20:
        pages.append(press(session, "pagedown"))

    *inside, after = pages
    shown = {word for lines in inside for line in lines for word in line.split()}
    assert {f"mot{n}" for n in range(200)} | {f"word{n}" for n in range(200)} <= shown
    assert inside[1][1].startswith(">    ↑")
    assert "word199" in inside[-1][-3]
    assert "↓" not in "".join(inside[-1])
    assert any(line.startswith(">    3") for line in after)
    assert press(session, "pageup")[1] == seen[1]
    assert "word0" in press(session, "pagedown", "tab")[1]
    assert press(session, "pageup")[1].startswith(">    1")


def test_a_text_gives_no_orders_to_the_terminal() -> None:
    """What would colour it, ring its bell or change its title is shown as a sign."""
    assert fold("a\x1b[31mb\a c\td\x9b", 20) == ["a\ufffd[31mb\ufffd c d\ufffd"]


@given(st.text(st.sampled_from("ab é漢字\u0301 -")), st.integers(2, 12))
def test_a_folded_text_fits_and_keeps_its_words(text: str, width: int) -> None:
    """Wide letters and accents too; only white space is lost."""
    lines = fold(text, width)

    assert max(map(text_width, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.integers(30, 90), st.integers(1, 30), st.integers(0, 4))
def test_a_page_fills_the_height_around_the_cursor(width: int, height: int, at: int) -> None:
    """Never more lines than there are, the cursor always among them."""
    session = _long_session()
    session.seat.go(at * 10)

    lines = page(session.seat, width, height)

    assert len(lines) == height
    assert any(one.here for one in lines)
    assert max(text_width(one.text) for one in lines) <= width


def _long_session() -> Session:
    words = "Un mot et un autre, anticonstitutionnellement, 漢字漢字漢字."
    segments = tuple(Segment(words, 0) for _ in range(50))
    source, target = (SegmentedText(f"a.{one}.txt", one, "", segments) for one in ("fr", "en"))
    beads = tuple(Bead((n, n + 1), (n, n + 1), 0.5) for n in range(0, 50, 2))
    document = Document("a", [("a.fr.txt", "fr"), ("a.en.txt", "en")], True, {}, Rules(), ())
    return Session([document], [AlignedTexts(source, (target,), (beads,))])
