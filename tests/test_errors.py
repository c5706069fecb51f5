"""Errors that a caller can catch."""

import pickle

from termbase.errors import FormatError


def test_an_error_of_a_file_reaches_us_from_another_process() -> None:
    """With all that it says, and in the same words."""
    error = FormatError("a.tsv", "has not two texts", line=3, remedy="write a tab")

    received = pickle.loads(pickle.dumps(error))

    assert str(received) == "a.tsv:3: has not two texts; write a tab"
    assert (received.path, received.line, received.column) == ("a.tsv", 3, None)
