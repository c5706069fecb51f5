"""The terminal of a review: what `page` lays out, in colours that signs repeat, and the keys.

Imported only by ``align --review``, since textual is an extra.
"""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from termbase.cli.review.page import Line, last_top, page, top_line
from termbase.cli.review.session import Session
from termbase.errors import InputError
from termbase.usecases.align_documents import AlignedTexts

_BAR = "? help  Space accept  m merge  s split  u/d shift  x drop  z undo  n/N doubtful"
_HELP = """\
 j k  ↓ ↑       next and previous bead
 n N            next and previous doubtful bead
 PgDn PgUp      more of a long bead
 g G            first and last bead
 h l  ← →       source and target side
 Tab Shift+Tab  next and previous segment
 Space          accept: right as it is
 m              merge with the bead below
 s              split before the segment with ▸
 u d            first segment of this side up, last down
 x              drop: they do not say the same
 z c            undo; clear: no longer decided
 r              align the rest anew
 [ ]            previous and next pair of texts
 q              leave; everything is saved already

 > here   ▸ this segment   ✓ decided   !.55 doubtful
 Any key closes this."""
_STYLES = {"decided": "green", "doubtful": "bold yellow", "alone": "cyan", "plain": "", "": ""}


class Beads(Widget):
    """The beads around the cursor."""

    DEFAULT_CSS = "Beads { height: 1fr; }"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def render(self) -> Text:
        """Draw them."""
        lines = page(self._session.seat, self.size.width, self.size.height)
        return Text("\n", no_wrap=True).join(map(_drawn, lines))


class Help(ModalScreen[None]):
    """What each key does."""

    DEFAULT_CSS = """
    Help { align: center middle; }
    Help Static { width: 58; max-width: 100%; height: auto; }
    Help Static { border: solid $foreground; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._answered = False

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield Static(_HELP, markup=False)

    def on_key(self, event: Key) -> None:
        """Close it; keys that came too fast are passed over."""
        event.stop()
        if not self._answered:
            self._answered = True
            self.dismiss()


class ReviewApp(App[None]):
    """Two columns, keys, and a line that says what the last key did."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #title, #bar { height: 1; text-style: reverse; }
    #message { height: auto; min-height: 1; max-height: 3; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action, priority=keys in ("tab", "shift+tab"))
        for keys, action in (
            ("j,down", "do('move', 1)"),
            ("k,up", "do('move', -1)"),
            ("g,home", "do('move', -1000000000)"),
            ("G,end", "do('move', 1000000000)"),
            ("n", "do('seek', 1)"),
            ("N", "do('seek', -1)"),
            ("pagedown", "scroll(1)"),
            ("pageup", "scroll(-1)"),
            ("h,left", "do('face', 0)"),
            ("l,right", "do('face', 1)"),
            ("tab", "do('focus', 1)"),
            ("shift+tab", "do('focus', -1)"),
            ("space", "do('accept')"),
            ("m", "do('merge')"),
            ("s", "do('split')"),
            ("u", "do('shift', -1)"),
            ("d", "do('shift', 1)"),
            ("x", "do('drop')"),
            ("z", "do('undo')"),
            ("c", "do('clear')"),
            ("left_square_bracket", "do('turn', -1)"),
            ("right_square_bracket", "do('turn', 1)"),
            ("r", "realign"),
            ("question_mark", "explain"),
            ("q,ctrl+c", "quit"),
        )
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._busy = False

    def compose(self) -> ComposeResult:
        """Title, beads, message, keys."""
        yield Static(id="title", markup=False)
        yield Beads(self._session)
        yield Static(id="message", markup=False)
        yield Static(_BAR, id="bar", markup=False)

    def on_mount(self) -> None:
        """Show the first pair."""
        self._show()

    def on_resize(self) -> None:
        """Say as much as fits; the new size is known only once this was told."""
        self.call_later(self._show)

    def action_do(self, name: str, *values: int) -> None:
        """Do what a key asks for."""
        if not self._busy:
            getattr(self._session, name)(*values)
            self._show()

    def action_scroll(self, step: int) -> None:
        """Show more of a bead that is too high for the terminal."""
        if not self._busy:
            seat, size = self._session.seat, self.query_one(Beads).size
            seen = [top(seat, size.width, size.height) for top in (top_line, last_top)]
            self._session.scroll(step, size.height, *seen)
            self._show()

    def action_realign(self) -> None:
        """Align what is not decided anew, in the background: long texts take seconds."""
        if not self._busy:
            self._busy = True
            self._session.message = "aligning anew…"
            self._show()
            self.run_worker(self._realign, thread=True)

    def action_explain(self) -> None:
        """Say what each key does."""
        self.push_screen(Help())

    def _realign(self) -> None:
        try:
            aligned = self._session.realigned()
        except InputError as error:  # a text that somebody has moved or broken meanwhile
            self.call_from_thread(self._take, None, str(error))
        else:
            self.call_from_thread(self._take, aligned, "")

    def _take(self, aligned: AlignedTexts | None, problem: str) -> None:
        self._busy = False
        self._session.message = problem
        if aligned:
            self._session.replace(aligned)
        self._show()

    def _show(self) -> None:
        seat = self._session.seat
        review = seat.review
        texts = review.texts
        left = len(review.doubtful())
        place = f"{seat.at + 1}/{len(review.beads)}  {left} doubtful"
        room = max(1, self.size.width - len(place) - 2)
        names = f"{texts.source.path} · {texts.target.path}"
        names = names if len(names) <= room else f"…{names[len(names) - room + 1 :]}"
        self.query_one("#title", Static).update(f"{names:<{room}}  {place}")
        self.query_one("#message", Static).update(self._session.message)
        self.query_one(Beads).refresh()


def _drawn(line: Line) -> Text:
    drawn = Text(line.text, "bold" if line.here else "", no_wrap=True)
    drawn.stylize(_STYLES[line.kind], 0, len(line.gutter))
    return drawn
