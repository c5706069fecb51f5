"""The nouns of the trade as frozen values. Standard library only; nothing here reads or writes."""
