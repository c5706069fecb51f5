"""Decisions on alignments into a JSON file beside the texts, and back.

The one fact to remember: a person made every line of it, so a file that cannot be read is an
error, and never taken for an empty one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from termbase.errors import FormatError
from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes
from termbase.model.decision import DecidedBead, Decision, DecisionKind
from termbase.ports import Record

SCHEMA = "termbase.decisions/1"
_REMEDY = "mend it, or move it away to start anew"


def read_decisions(path: str) -> tuple[Decision, ...]:
    """Read the decisions of a file.

    Raises:
        FormatError: If it is missing, no JSON, of another kind, or a decision is wrong; says which.
    """
    try:
        held = json.loads(decode(path, read_bytes(path)))
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise FormatError(path, "is not JSON", line=line, remedy=_REMEDY) from error
    schema = held.get("schema") if isinstance(held, dict) else None
    if schema != SCHEMA:
        problem = f"its schema is «{schema}», not «{SCHEMA}»"
        remedy = "name another file" if schema is None else "a newer termbase may have written it"
        raise FormatError(path, problem, remedy=remedy)
    listed = held.get("decisions")
    if not isinstance(listed, list):
        raise FormatError(path, "has no list «decisions»", remedy=_REMEDY)
    return tuple(_decision(path, number, one) for number, one in enumerate(listed, 1))


def decisions_bytes(decisions: Sequence[Decision]) -> bytes:
    """Return what a file of decisions holds: one decision a line, so that differences are small."""
    lines = ",\n".join(map(_line, decisions))
    inner = f"\n{lines}\n " if lines else ""
    return f'{{\n "schema": "{SCHEMA}",\n "decisions": [{inner}]\n}}\n'.encode()


@lru_cache(maxsize=1 << 16)  # a review writes the same lines again after every key
def _line(decision: Decision) -> str:
    record: Record = {
        "kind": decision.kind.value,
        "languages": decision.languages,
        "text": decision.text,
        "beads": [{"source": one.source, "target": one.target} for one in decision.beads],
    }
    return f"  {json.dumps(record, ensure_ascii=False)}"


def _decision(path: str, number: int, held: Any) -> Decision:
    try:
        source, target = (str(one) for one in held["languages"])
        return Decision(
            DecisionKind(held["kind"]),
            (source, target),
            tuple(DecidedBead(_ids(one["source"]), _ids(one["target"])) for one in held["beads"]),
            str(held.get("text", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        problem = f"decision {number} is not one that termbase writes"
        raise FormatError(path, problem, remedy=_REMEDY) from error


def _ids(held: Any) -> tuple[str, ...]:
    if not isinstance(held, list) or not all(isinstance(one, str) for one in held):
        raise ValueError("ids are a list of texts")
    return tuple(held)
