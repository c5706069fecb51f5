"""What the keys do: a cursor in the beads of one pair of texts after another, and every step kept.

Each step is saved beside the texts at once; what it replaced is kept for undoing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from termbase.cli._alignment_sources import Document
from termbase.cli._output import counted
from termbase.cli.review.kept import KeptDecisions
from termbase.errors import InputError
from termbase.model.decision import decisions_between
from termbase.usecases.align_documents import AlignedTexts
from termbase.usecases.review_alignment import Review, review_of


@dataclass(slots=True)
class Seat:
    """One pair of texts under review.

    Attributes:
        document: Its number.
        review: As it stands.
        at: Number of the bead under the cursor.
        side: 0 where the cursor is in the source, 1 in the target.
        segment: Which segment of that side it is on.
        top: Which line of a bead that is higher than the page is the first in sight; None for
            the cursor in the middle.
        past: What `z` goes back to, the latest last: the review and the bead.
    """

    document: int
    review: Review
    at: int = 0
    side: int = 0
    segment: int = 0
    top: int | None = None
    past: list[tuple[Review, int]] = field(default_factory=list)

    def sides(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the segments of the bead under the cursor."""
        bead = self.review.beads[self.at]
        return bead.source, bead.target

    def go(self, at: int) -> None:
        """Put the cursor on a bead, where it would be split first."""
        self.at = max(0, min(at, len(self.review.beads) - 1))
        self.top = None
        sizes = [len(side) for side in self.sides()]
        self.side = int(sizes[1] >= sizes[0])
        self.segment = min(1, sizes[self.side] - 1)


class Session:
    """All pairs of texts under review, one of them in sight.

    Attributes:
        documents: With all that was decided.
        seats: One for each pair of texts.
        number: Of the seat in sight.
        message: What is to be said of the last key.
    """

    def __init__(self, documents: Sequence[Document], aligned: Sequence[AlignedTexts]) -> None:
        self.documents = list(documents)
        self.seats = [
            Seat(number, _review(document, one, target))
            for number, (document, one) in enumerate(zip(documents, aligned, strict=True))
            for target in range(len(one.targets))
        ]
        self.number = 0
        self.message = ""
        self._unsaved: set[int] = set()
        self._kept = [KeptDecisions(one.sidecar, one.decisions) for one in documents]
        for seat in self.seats:
            seat.go(next(iter(seat.review.doubtful()), 0))
        self.message = _lost(sum(len(one.lost) for one in aligned))

    @property
    def seat(self) -> Seat:
        """The pair in sight."""
        return self.seats[self.number]

    def move(self, step: int) -> None:
        """Go so many beads down, or up."""
        self.message = ""
        self.seat.go(self.seat.at + step)

    def scroll(self, step: int, height: int, top: int, last: int) -> None:
        """Show more of a bead that is higher than the page; at its end go to the next one.

        Args:
            step: 1 for what is below, -1 for what is above.
            height: Of the page.
            top: The line of the bead that is the first in sight.
            last: The same where the end of the bead is in sight.
        """
        if top == (last if step > 0 else 0):
            self.move(step)
        else:
            self.message = ""
            self.seat.top = max(0, min(last, top + step * max(1, height - 1)))

    def turn(self, step: int) -> None:
        """Bring the next pair of texts into sight, or the one before."""
        self.message = "" if len(self.seats) > 1 else "there is only one pair of texts"
        self.number = (self.number + step) % len(self.seats)

    def seek(self, step: int) -> None:
        """Go to the next bead that wants an eye, or to the one before, round the end."""
        doubtful = self.seat.review.doubtful()
        self.message = "" if doubtful else "nothing is doubtful any more"
        if doubtful:
            beyond = [at for at in doubtful if (at - self.seat.at) * step > 0]
            if not beyond:
                self.message = "from the other end"
            chosen = beyond or doubtful
            self.seat.go(chosen[0] if step > 0 else chosen[-1])

    def focus(self, step: int) -> None:
        """Go to the next segment of the bead, first those of the source, or to the one before."""
        spots = [
            (side, one) for side, held in enumerate(self.seat.sides()) for one in range(len(held))
        ]
        here = spots.index((self.seat.side, self.seat.segment))
        self.seat.top = None
        self.seat.side, self.seat.segment = spots[(here + step) % len(spots)]

    def face(self, side: int) -> None:
        """Go to one side of the bead, if it holds anything."""
        held = self.seat.sides()[side]
        if held:
            self.seat.side, self.seat.segment = side, min(self.seat.segment, len(held) - 1)
            self.seat.top = None

    def accept(self) -> None:
        """Confirm the bead, and go on to the next."""
        at = self.seat.at
        self._step(lambda review: review.accept(at), at + 1, "accepted")

    def merge(self) -> None:
        """Join the bead with the one below."""
        at = self.seat.at
        self._step(lambda review: review.merge(at), at, "merged with the bead below")

    def split(self) -> None:
        """Part the bead before the segment under the cursor."""
        at, side, segment = self.seat.at, self.seat.side, self.seat.segment

        def step(review: Review) -> Review:
            if not segment:
                raise ValueError("Tab to the segment that shall begin the second bead, then s")
            return review.split(at, review.texts.cut_before(review.beads[at], side, segment))

        self._step(step, at, "split")

    def shift(self, step: int) -> None:
        """Move a segment of the cursor's side into the bead above or below."""
        at, side = self.seat.at, self.seat.side
        text = "moved up" if step < 0 else "moved down"
        before = len(self.seat.review.beads)
        self._step(lambda review: review.shift(at, side, step), at, text)
        if len(self.seat.review.beads) < before and step < 0:
            self.seat.go(at - 1)

    def drop(self) -> None:
        """Say that the two sides do not say the same."""
        at = self.seat.at
        self._step(lambda review: review.drop(at), at, "dropped: not in the memory")

    def clear(self) -> None:
        """Take back what was decided of the bead, whenever that was."""
        at = self.seat.at
        self._step(lambda review: review.clear(at), at, "no longer decided; r aligns it anew")

    def undo(self) -> None:
        """Go back to before the last step in this pair."""
        if not self.seat.past:
            self.message = "nothing to undo; c takes back what was decided earlier"
            return
        self.seat.review, at = self.seat.past.pop()
        self.seat.go(at)
        self.message = "undone"
        self._keep()

    def realigned(self) -> AlignedTexts:
        """Return the pair in sight aligned anew between what was decided; nothing changes yet."""
        document = self.documents[self.seat.document]
        texts = self.seat.review.texts
        number = [language for _, language in document.texts[1:]].index(texts.target.language)
        alone = document._replace(texts=[document.texts[0], document.texts[number + 1]])
        return alone.anew().align()

    def replace(self, aligned: AlignedTexts) -> None:
        """Take over the pair in sight as aligned anew, the cursor on the same text."""
        review = _review(self.documents[self.seat.document], aligned, 0)
        self.seat.past.append((self.seat.review, self.seat.at))
        ours, theirs = self.seat.sides()
        self.seat.review = review
        same = (
            at
            for at, bead in enumerate(review.beads)
            if set(ours) & set(bead.source) or (not ours and set(theirs) & set(bead.target))
        )
        self.seat.go(next(same, self.seat.at))  # a text that was cut may have no such segment
        self.message = _lost(len(aligned.lost)) or "aligned anew between your decisions"

    def save(self) -> None:
        """Write what could not be written before.

        Raises:
            InputError: If it still cannot.
        """
        for number in sorted(self._unsaved):
            document = self.documents[number]
            decisions, new = self._kept[number].write(document.decisions)
            self.documents[number] = document._replace(decisions=decisions)
            if new:
                self.message += f"; {counted(new, 'decision')} of somebody else kept, r to see"
        self._unsaved.clear()

    def _step(self, step: Callable[[Review], Review], at: int, said: str) -> None:
        try:
            changed = step(self.seat.review)
        except ValueError as error:
            self.message = str(error)
            return
        self.seat.past.append((self.seat.review, self.seat.at))
        self.seat.review = changed
        self.seat.go(at)
        self.message = said
        self._keep()

    def _keep(self) -> None:
        """Put the decisions of the pair in sight into its document, and write them."""
        number = self.seat.document
        document = self.documents[number]
        texts = self.seat.review.texts
        languages = texts.source.language, texts.target.language
        others = tuple(
            one for one in document.decisions if sorted(one.languages) != sorted(languages)
        )
        decisions = (*others, *self.seat.review.decisions)
        self.documents[number] = document._replace(decisions=decisions)
        self._unsaved.add(number)
        try:
            self.save()
        except InputError as error:
            self.message = f"NOT SAVED: {error}"


def _lost(number: int) -> str:
    """Return what to say of decisions that no longer apply; empty for none."""
    verb = "applies" if number == 1 else "apply"
    earlier = f"{counted(number, 'earlier decision')} no longer {verb}: the texts have changed"
    return earlier if number else ""


def _review(document: Document, aligned: AlignedTexts, target: int) -> Review:
    languages = aligned.source.language, aligned.targets[target].language
    return review_of(aligned, target, decisions_between(document.decisions, *languages))
