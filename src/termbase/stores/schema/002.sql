-- The index of terms. Every word that stands in a term has a number and keys; a term is a sequence
-- of numbers. What finds words (forms, letters, sounds) is kept once a word, not once a term.
CREATE TABLE word (
    id INTEGER PRIMARY KEY,
    main TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (main, text)
);
CREATE TABLE word_key (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    word INTEGER NOT NULL REFERENCES word ON DELETE CASCADE,
    PRIMARY KEY (kind, key, word)
) WITHOUT ROWID;
CREATE INDEX key_of_word ON word_key (word);
-- The terms of a word, those with the fewest words first.
CREATE TABLE word_term (
    word INTEGER NOT NULL REFERENCES word ON DELETE CASCADE,
    size INTEGER NOT NULL,
    term INTEGER NOT NULL REFERENCES term ON DELETE CASCADE,
    PRIMARY KEY (word, size, term)
) WITHOUT ROWID;
CREATE INDEX word_of_term ON word_term (term, word);
-- words: the numbers of the term's words, parted by spaces; first: the first of them.
ALTER TABLE term ADD COLUMN first INTEGER;
ALTER TABLE term ADD COLUMN words TEXT NOT NULL DEFAULT '';
CREATE INDEX term_start ON term (first, words);
-- Keys of words that were kept once a term before.
DELETE FROM term_key WHERE kind IN ('word', 'form', 'sound');
