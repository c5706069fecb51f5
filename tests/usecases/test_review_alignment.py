"""Whatever a person does with the beads, every segment stays, and aligning again keeps it all."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article import read_ladder
from termbase.model.bead import Bead
from termbase.model.decision import DecidedBead, Decision, DecisionKind, decisions_between, record
from termbase.model.segment import Segment
from termbase.usecases.align_documents import AlignedTexts, SegmentedText, align_texts
from termbase.usecases.replay_decisions import replay
from termbase.usecases.review_alignment import Cut, Review, review_of

FRENCH = ["Bonjour.", "Il pleut.", "Il vente.", "Bonjour.", "Nous partons demain.", "Au revoir."]
ENGLISH = ["Hello.", "It rains and it blows.", "Hello.", "We leave.", "Tomorrow.", "Goodbye."]


def text(language: str, contents: list[str]) -> SegmentedText:
    segments = tuple(Segment(f"{one} ", 0) for one in contents)
    return SegmentedText(f"a.{language}.txt", language, "", segments)


def aligned(decisions: tuple[Decision, ...] = (), **changed: list[str]) -> AlignedTexts:
    source = text("fr", changed.get("fr", FRENCH))
    return align_texts(source, [text("en", changed.get("en", ENGLISH))], decisions=decisions)


def start() -> Review:
    """Return a review of beads as an aligner might give them."""
    beads = tuple(Bead(*one, 0.5) for one in read_ladder("0:0 1,2:1 3:2 4:3,4 5:5"))
    return review_of(AlignedTexts(text("fr", FRENCH), (text("en", ENGLISH),), (beads,)), 0, ())


def act(review: Review, name: str, at: int, side: int) -> Review:
    """Do one thing; what cannot be done leaves all as it was."""
    at %= len(review.beads)
    bead = review.beads[at]
    try:
        if name == "split":
            longer = max(len(bead.source), len(bead.target)) > 1
            return review.split(at, review.texts.cut_before(bead, side, 1)) if longer else review
        if name in ("up", "down"):
            return review.shift(at, side, -1 if name == "up" else 1)
        done: Review = getattr(review, name)(at)
    except ValueError:
        return review
    return done


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "merge", "split", "up", "down", "drop"]),
        st.integers(0, 9),
        st.integers(0, 1),
    ),
    max_size=8,
)


@given(STEPS)
def test_every_segment_stands_in_one_bead_in_order(steps: list[tuple[str, int, int]]) -> None:
    """After any steps whatever."""
    review = start()
    for step in steps:
        review = act(review, *step)

    assert [one for bead in review.beads for one in bead.source] == list(range(len(FRENCH)))
    assert [one for bead in review.beads for one in bead.target] == list(range(len(ENGLISH)))
    assert review.reviewed <= set(review.beads)


@settings(max_examples=25)
@given(STEPS)
def test_aligning_again_keeps_what_was_decided(steps: list[tuple[str, int, int]]) -> None:
    """Each decided bead stands there again, sure and reviewed, and nothing is lost."""
    review = start()
    for step in steps:
        review = act(review, *step)

    again = aligned(review.decisions)

    assert again.reviewed[0] == review.reviewed
    assert review.reviewed <= set(again.beads[0])
    assert again.lost == ()
    assert sorted(one for bead in again.beads[0] for one in bead.source) == list(range(6))


@settings(max_examples=25)
@given(STEPS)
def test_decisions_hold_while_the_text_changes_elsewhere(
    steps: list[tuple[str, int, int]],
) -> None:
    """Two segments more before all others: the same beads, two farther on."""
    review = start()
    for step in steps:
        review = act(review, *step)

    more = aligned(review.decisions, fr=["Un.", "Deux.", *FRENCH], en=["One.", "Two.", *ENGLISH])

    assert more.lost == ()
    assert more.reviewed[0] == {
        Bead(tuple(n + 2 for n in one.source), tuple(n + 2 for n in one.target))
        for one in review.reviewed
    }


def test_each_step_gives_the_beads_that_it_says() -> None:
    """Merging, splitting, moving and dropping, on the beads as they were."""
    review = start()
    assert [one.shape for one in review.beads] == ["1-1", "2-1", "1-1", "1-2", "1-1"]

    merged = review.merge(0)
    assert (merged.beads[0].source, merged.beads[0].target) == ((0, 1, 2), (0, 1))
    split = review.split(1, Cut(1, 0))
    assert [one.shape for one in split.beads[1:3]] == ["1-0", "1-1"]
    down = review.shift(3, 1, 1)
    assert [(one.source, one.target) for one in down.beads[3:]] == [((4,), (3,)), ((5,), (4, 5))]
    up = review.shift(4, 1, -1)
    assert [(one.source, one.target) for one in up.beads[3:]] == [((4,), (3, 4, 5)), ((5,), ())]
    dropped = review.drop(0)
    assert [one.shape for one in dropped.beads[:2]] == ["1-0", "0-1"]
    assert all(one.confidence == 1.0 for one in dropped.beads[:2])
    assert review.accept(2).beads == tuple(
        Bead(one.source, one.target, 1.0) if at == 2 else one for at, one in enumerate(review.beads)
    )


def test_a_step_that_cannot_be_done_says_why() -> None:
    """At the ends of the texts, and where a part would be empty."""
    review = start()

    with pytest.raises(ValueError, match="no bead below to merge"):
        review.merge(4)
    with pytest.raises(ValueError, match="no bead above"):
        review.shift(0, 0, -1)
    with pytest.raises(ValueError, match="no bead below"):
        review.shift(4, 0, 1)
    with pytest.raises(ValueError, match="both parts"):
        review.split(0, Cut(1, 1))


def test_a_cut_parts_the_other_side_by_length() -> None:
    """The shorter half beside the shorter."""
    pair = review_of(
        AlignedTexts(
            text("fr", ["Oui.", "Il pleut depuis trois jours."]),
            (text("en", ["Yes.", "It has been raining", "for three days."]),),
            ((Bead((0, 1), (0, 1, 2)),),),
        ),
        0,
        (),
    ).texts

    assert pair.cut_before(Bead((0, 1), (0, 1, 2)), 0, 1) == Cut(1, 1)
    assert pair.cut_before(Bead((0, 1), (0, 1, 2)), 1, 2) == Cut(2, 2)


def test_what_is_decided_anew_replaces_what_was_decided() -> None:
    """A later decision takes its segments out of the older ones, in either direction."""
    review = start().accept(0).merge(0)
    assert [one.kind for one in review.decisions] == [DecisionKind.MERGE]

    turned = tuple(one.turned() for one in review.decisions)
    assert record(turned, review.decisions) == review.decisions
    assert decisions_between(turned, "fr", "en") == review.decisions
    other = Decision(DecisionKind.ACCEPT, ("fr", "ru"), review.decisions[0].beads)
    assert record(review.decisions, [other]) == (*review.decisions, other)


def test_confirmed_beads_are_kept_against_all_evidence() -> None:
    """A person who pairs what does not look alike is believed, and the rest goes around it."""
    first = start().merge(3).decisions

    assert Bead((4, 5), (3, 4, 5), 1.0) in aligned(first).beads[0]


def test_a_decision_whose_text_has_changed_is_given_back() -> None:
    """With the reason; the others still hold."""
    decisions = start().accept(1).accept(4).decisions

    changed = aligned(decisions, fr=[*FRENCH[:2], "Il neige.", *FRENCH[3:]])

    [lost] = changed.lost
    assert lost.reason == "its text has changed"
    assert str(lost.decision) == "accept fr–en «Il pleut.»"
    assert changed.reviewed[0] == {Bead((5,), (5,), 1.0)}


def test_where_a_decision_no_longer_applies_a_review_leads_to() -> None:
    """However sure the bead is that stands there now, until somebody decides it anew."""
    before = start().accept(1).accept(4).decisions
    changed = {"fr": [*FRENCH[:5], "Adieu, mes amis."], "en": [*ENGLISH[:5], "Farewell, friends."]}
    source, target = text("fr", changed["fr"]), text("en", changed["en"])
    beads = tuple(Bead(*one, 0.9) for one in read_ladder("0:0 1,2:1 3:2 4:3,4 5:5"))
    lost = replay(before, source.contents, target.contents).lost
    turned = AlignedTexts(target, (source,), (), (), lost)

    review = review_of(AlignedTexts(source, (target,), (beads,), (), lost), 0, before)

    assert review.doubtful() == [4]
    assert review.accept(4).doubtful() == []
    assert review.unsettled == (frozenset({5}), frozenset({5}))
    assert review_of(replace(turned, beads=(beads,)), 0, ()).unsettled == review.unsettled


def test_a_changed_text_that_is_decided_anew_is_no_longer_told_of() -> None:
    """Neither what was decided of it before, nor of its neighbours, whose ids name it."""
    before = start().accept(0).accept(1).accept(2).decisions
    changed = {
        "fr": [*FRENCH[:1], "Il neige.", *FRENCH[2:]],
        "en": [*ENGLISH[:1], "!", *ENGLISH[2:]],
    }
    texts = text("fr", changed["fr"]), (text("en", changed["en"]),)
    beads = tuple(Bead(*one, 0.5) for one in read_ladder("0:0 1,2:1 3:2 4:3,4 5:5"))

    review = review_of(AlignedTexts(*texts, (beads,)), 0, before)
    neighbours = review.accept(0).accept(2)
    anew = neighbours.accept(1)

    assert [one.reason for one in aligned(before, **changed).lost] == ["its text has changed"]
    assert [one.text for one in neighbours.decisions] == ["Il pleut.", "Bonjour.", "Bonjour."]
    assert [one.decision for one in aligned(neighbours.decisions, **changed).lost] == [before[1]]
    assert aligned(anew.decisions, **changed).lost == ()
    assert aligned((*before, *anew.decisions), **changed).lost == ()


@pytest.mark.parametrize("side", ["fr", "en"])
def test_a_rejected_pair_is_free_again_once_either_side_has_changed(side: str) -> None:
    """Nobody said that the other side has no counterpart; a split keeps the part that stands."""
    wrong = {
        "fr": [*FRENCH[:5], "Le train est parti."],
        "en": [*ENGLISH[:5], "The train has left."],
    }
    other = {"fr": FRENCH, "en": ENGLISH}
    other[side] = wrong[side]
    texts = text("fr", other["fr"]), (text("en", other["en"]),)
    beads = tuple(Bead(*one, 0.5) for one in read_ladder("0:0 1,2:1 3:2 4:3,4 5:5"))
    decisions = review_of(AlignedTexts(*texts, (beads,)), 0, ()).drop(4).decisions

    kept, mended = aligned(decisions, **other), aligned(decisions)

    assert {Bead((5,), (), 1.0), Bead((), (5,), 1.0)} <= set(kept.beads[0])
    assert [(one.source, one.target) for one in mended.beads[0]][-1] == ((5,), (5,))
    assert [one.decision for one in mended.lost] == list(decisions)
    parted = aligned(start().split(1, Cut(2, 0)).decisions, en=[*ENGLISH[:1], "!", *ENGLISH[2:]])
    assert [(one.source, one.target) for one in parted.reviewed[0]] == [((1, 2), ())]


def test_of_two_decisions_that_cross_the_later_one_holds() -> None:
    """The earlier is given back; so is one whose segments are no neighbours any more."""
    review = start()
    ids = review.texts.ids

    def pair(source: tuple[int, ...], target: tuple[int, ...]) -> Decision:
        bead = DecidedBead(
            tuple(ids[0].ids[n] for n in source), tuple(ids[1].ids[n] for n in target)
        )
        return Decision(DecisionKind.CORRECT, ("fr", "en"), (bead,))

    crossing = replay([pair((0,), (5,)), pair((5,), (0,)), pair((1, 4), (2,))], FRENCH, ENGLISH)

    assert crossing.pins == (Bead((5,), (0,)),)
    assert [one.reason for one in crossing.lost] == [
        "a later decision stands against it",
        "its text has changed",
    ]


def test_a_decided_bead_and_a_decision_hold_something() -> None:
    """Neither may be empty."""
    with pytest.raises(ValueError, match="at least one segment"):
        DecidedBead((), ())
    with pytest.raises(ValueError, match="at least one bead"):
        Decision(DecisionKind.ACCEPT, ("fr", "en"), ())


@pytest.mark.parametrize("name", ["accept", "merge", "split", "up", "down", "drop"])
@pytest.mark.parametrize("side", [0, 1])
def test_a_joined_bead_of_many_segments_is_decided_as_any_other(name: str, side: int) -> None:
    """The search makes none of more than four segments; what a person decides may have more."""
    sentences = [f"They crossed the sea for {n} days." for n in range(6)]
    french = ["Bonjour.", " ".join(f"Ils traversèrent la mer {n} jours." for n in range(6)), "Fin."]
    source, target = text("fr", french), text("en", ["Hello.", *sentences, "End."])
    beads = tuple(Bead(*one, 0.5) for one in read_ladder("0:0 1:1,2,3,4,5,6 2:7"))
    review = review_of(AlignedTexts(source, (target,), (beads,)), 0, ())

    review = act(review, name, 1, side)
    again = align_texts(source, [target], decisions=review.decisions)

    assert again.reviewed[0] == review.reviewed
    assert review.reviewed <= set(again.beads[0])
    assert again.lost == ()
