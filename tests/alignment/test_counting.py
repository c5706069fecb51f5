"""What is counted over whole texts at once, against counting word by word."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.alignment.cognates import Links
from termbase.alignment.evidence import (
    LARGEST,
    MOST_FACTORS,
    MOST_ODDS,
    call_witness,
    window_evidence,
)
from termbase.alignment.lexicon import learn
from termbase.alignment.logarithm import log_units
from termbase.alignment.pairs import Lesson, pair_up
from termbase.alignment.sides import Side, read_side
from termbase.alignment.tokens import BREAK, tokens

WORDS = ("fusée", "fusées", "vol", "6,33", "« oui »", "的", "?", "", "ΟΔΟΣ", f"a{BREAK}b")
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), min_size=1, max_size=7)
wild = st.lists(st.text(max_size=12), max_size=6)


@given(st.one_of(texts, wild))
def test_many_texts_have_the_tokens_of_each(segments: list[str]) -> None:
    """Taken apart together or one by one, whatever stands in them."""
    side, _ = read_side(segments)

    assert side.sizes.tolist() == [len(tokens(text)) for text in segments]
    for number, text in enumerate(segments):
        here = slice(side.starts[number], side.starts[number + 1])
        words = [side.words[one] for one in side.types[here].tolist()]
        assert dict(zip(words, side.counts[here].tolist(), strict=True)) == Counter(tokens(text))


def lesson(source: Side, target: Side) -> Lesson:
    """Segments of one number correspond."""
    many = min(source.segments, target.segments)
    starts, ones = np.arange(many), np.ones(many, dtype=np.int64)
    return Lesson(source, target, starts, ones, starts, ones)


NO_LINKS = Links(np.array([0, 1]), np.array([1, 0]), np.array([0.5, 0.3]))
two_words = st.just("vol fusée")


@given(texts, texts, two_words, two_words)
def test_every_type_meets_every_type_opposite_once_in_a_stretch(ours, theirs, one, other) -> None:
    """The meetings are those of two loops, and links are pairs whether they met or not."""
    source, target = read_side([*ours, one])[0], read_side([*theirs, other])[0]
    pairs = pair_up([lesson(source, target)], NO_LINKS)

    expected = Counter()
    for mine, his in zip([*ours, one], [*theirs, other], strict=False):
        expected += Counter((a, b) for a in set(tokens(mine)) for b in set(tokens(his)))
    met = zip(
        pairs.source.at[pairs.source.place].tolist(),
        pairs.target.at[pairs.target.place].tolist(),
        strict=True,
    )
    found = Counter((source.words[a], target.words[b]) for a, b in met)
    assert found == expected
    assert (pairs.source.type[pairs.pair] == pairs.source.at[pairs.source.place]).all()
    assert (pairs.target.type[pairs.pair] == pairs.target.at[pairs.target.place]).all()
    linked = zip(pairs.source.type.tolist(), pairs.target.type.tolist(), strict=True)
    assert {
        pair: hint for pair, hint in zip(linked, pairs.hints.tolist(), strict=True) if hint
    } == {
        (0, 1): 0.5,
        (1, 0): 0.3,
    }


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.integers(1, 5), st.lists(st.integers(0, 7), min_size=1, max_size=7))
def test_a_window_is_worth_what_its_words_explain(ours, theirs, width: int, first) -> None:
    """Word by word and window by window gives the same units; so does a word that is repeated."""
    ours, theirs = ["vol " * 35, *ours, "vol fusée"], [*theirs, "vol fusée"]
    text, other = read_side(ours)[0], read_side(theirs)[0]
    lexicon = learn([lesson(other, text)], NO_LINKS)[0]
    witness = call_witness(text, other, lexicon)
    starts = np.array(sorted(first)[: text.segments])
    found = window_evidence(witness, 0, starts, width)

    for segment, start in enumerate(starts.tolist()):
        for size in range(1, LARGEST + 1):
            for column in range(width):
                window = range(start + column, min(start + column + size, other.segments))
                assert found[size - 1, segment, column] == slowly(witness, segment, window)


def slowly(witness, segment: int, window: range) -> int:
    """The units of a segment opposite a window, from the definition."""
    text, other, lexicon = witness.text, witness.other, witness.lexicon
    words = np.float32(1.0 / max(1, sum(other.sizes[at] for at in window)))
    product = np.ones(1, dtype=np.float32)
    units = int(witness.silence[segment])
    here = slice(text.starts[segment], text.starts[segment + 1])
    for kind, times in zip(text.types[here].tolist(), text.counts[here].tolist(), strict=True):
        total = np.float32(0)
        for at in window:
            given_by = 0.0
            for place in range(other.starts[at], other.starts[at + 1]):
                begin, end = lexicon.starts[other.types[place] : other.types[place] + 2]
                for entry in range(begin, end):
                    if lexicon.spoken[entry] == kind:
                        given_by += other.counts[place] * lexicon.chance[entry]
            total += np.float32(given_by) * np.float32(witness.gain[kind])
        odds = min(total * words + np.float32(1), MOST_ODDS)
        again = times // MOST_FACTORS * MOST_FACTORS
        units += again * int(log_units(np.array([odds], dtype=np.float32))[0])
        for _ in range(times - again):
            product *= odds
    return units + int(log_units(product)[0])
