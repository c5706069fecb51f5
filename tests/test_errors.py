"""Errors that a caller can catch."""

import pickle

from termbase.errors import FormatError, UnknownConceptError


def test_an_error_of_a_file_reaches_us_from_another_process() -> None:
    """With all that it says, and in the same words."""
    error = FormatError("a.tsv", "has not two texts", line=3, remedy="write a tab")

    received = pickle.loads(pickle.dumps(error))

    assert str(received) == "a.tsv:3: has not two texts; write a tab"
    assert (received.path, received.line, received.column) == ("a.tsv", 3, None)


def test_an_unknown_concept_says_what_was_meant_to_code_and_people() -> None:
    error = pickle.loads(pickle.dumps(UnknownConceptError("no concept «moom»", "moon")))

    assert (str(error), error.near) == ("no concept «moom»", "moon")
