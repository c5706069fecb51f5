"""Text as words: folding, words with offsets, and the forms of a word that count as one."""
