"""Terms: the keys they are found by, looking them up, and recognising them in a text."""
