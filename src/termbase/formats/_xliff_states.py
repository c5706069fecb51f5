"""The states of a target that XLIFF knows, edition by edition.

The one fact to remember: 1.0 leaves states to its users; 1.1 and 1.2 list them and take those of a
tool that begin with ``x-``; 2.x has four and no others.

Source: XLIFF 1.2 (OASIS, 2008), XLIFF 2.1 (OASIS, 2018).
"""

from __future__ import annotations

STATES = frozenset(
    {
        "final",
        "needs-adaptation",
        "needs-l10n",
        "needs-review-adaptation",
        "needs-review-l10n",
        "needs-review-translation",
        "needs-translation",
        "new",
        "signed-off",
        "translated",
    }
)
_STATES_OF_2 = frozenset({"final", "initial", "reviewed", "translated"})


def wrong_state(version: str, state: str) -> str:
    """Return which states an edition takes; empty where this one is among them, or none is given.

    >>> wrong_state("2.0", "new")
    'final, initial, reviewed, translated'
    """
    if not state or version == "1.0":
        return ""
    if version.startswith("2"):
        return "" if state in _STATES_OF_2 else ", ".join(sorted(_STATES_OF_2))
    own = state.startswith("x-") and not state[2:].isspace() and len(state.split()) == 1
    return "" if own or state in STATES else ", ".join([*sorted(STATES), "x-…"])
