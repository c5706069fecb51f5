"""What the rule on numbers says of one pair."""

from __future__ import annotations

from termbase.checking import check
from termbase.model.finding import SegmentPair


def findings(languages: str, source: str, target: str) -> list[str]:
    """Return the messages of T201 on a pair; languages: such as ``fr-en``."""
    pair = SegmentPair(source, target)
    return [one.message for one in check([pair], [], *languages.split("-"), rules=["T201"])]
