"""What the core asks of the outside, as protocols. Stores and formats serve them; bootstrap wires.

Stores hand out rows under a filter that provably keeps every true hit; scoring and ranking stay
in the core, so every store gives the same answers in the same order. What answers a plain lookup
imports these for their types alone: protocols take time to make.
"""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]
"""A concept or a unit as the base keeps it and as JSON prints it: plain values only."""
