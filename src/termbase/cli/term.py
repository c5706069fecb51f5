"""``termbase term``: the care of terms, one command for each thing that is done to them."""

from __future__ import annotations

from termbase.cli._declare import Group
from termbase.cli._term_change import COMMANDS as CHANGING
from termbase.cli._term_show import COMMANDS as SHOWING

GROUP = Group(
    name="term",
    help="Add, change and remove terms; see who did, and take it back.",
    commands=(*CHANGING[:3], *SHOWING[:2], CHANGING[3], *SHOWING[2:], CHANGING[4]),
)
