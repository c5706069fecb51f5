"""Decisions are kept as JSON that comes back as it went; a broken file is never an empty one."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.bootstrap import LocalFiles
from termbase.errors import FormatError
from termbase.formats.decisions import decisions_bytes, read_decisions
from termbase.model.decision import DecidedBead, Decision, DecisionKind

IDS = st.lists(st.from_regex("[a-p]{10}-[a-p]{4}(-[1-9]/[1-9])?", fullmatch=True), max_size=3)
BEADS = st.builds(DecidedBead, IDS.map(tuple), IDS.filter(bool).map(tuple)) | st.builds(
    DecidedBead, IDS.filter(bool).map(tuple), st.just(())
)
DECISIONS = st.lists(
    st.builds(
        Decision,
        st.sampled_from(DecisionKind),
        st.just(("fr", "en")),
        st.lists(BEADS, min_size=1, max_size=2).map(tuple),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=9),
    ),
    max_size=3,
)


@settings(max_examples=30)
@given(DECISIONS)
def test_decisions_come_back_as_they_went(tmp_path_factory, decisions: list[Decision]) -> None:
    """Whatever the text that names them says."""
    path = str(tmp_path_factory.mktemp("decisions") / "a.align.json")
    LocalFiles().write_decisions(path, decisions)

    assert read_decisions(path) == tuple(decisions)


def test_the_file_is_json_with_a_decision_a_line() -> None:
    """So that a person and a version control see what has changed."""
    one = Decision(DecisionKind.REJECT, ("fr", "en"), (DecidedBead(("a-b",), ()),), "Où\n«là»")
    data = decisions_bytes([one, one]).decode()

    assert json.loads(data)["schema"] == "termbase.decisions/1"
    assert [line for line in data.splitlines() if '"kind"' in line] == [
        line for line in data.splitlines() if "Où\\n«là»" in line
    ]
    assert json.loads(decisions_bytes([]))["decisions"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not JSON"),
        ('{"schema": "termbase.decisions/1",\n "decisions": [', "a.align.json:2: is not JSON"),
        ("[]", "its schema is «None»"),
        ('{"schema": "termbase.decisions/9"}', "newer termbase"),
        ('{"schema": "termbase.decisions/1"}', "no list «decisions»"),
        ('{"schema": "termbase.decisions/1", "decisions": [{}]}', "decision 1 is not one"),
        (
            '{"schema": "termbase.decisions/1", "decisions": [{"kind": "accept", "languages":'
            ' ["fr", "en"], "beads": [{"source": "abc", "target": []}]}]}',
            "decision 1 is not one",
        ),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_broken_file_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    """It names the file and, where it can, the place."""
    path = tmp_path / "a.align.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(FormatError) as caught:
        read_decisions(str(path))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
