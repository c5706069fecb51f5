"""Languages that write compounds as one word: «Nutzlastadapter»."""

COMPOUNDING = frozenset(("da", "de", "et", "fi", "hu", "is", "lb", "nb", "nl", "nn", "no", "sv"))
"""Their primary tags."""
