-- A base: glossaries of concepts, memories of units. Records are JSON; the rest is for finding.
CREATE TABLE glossary (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL
);
CREATE TABLE concept (
    id INTEGER PRIMARY KEY,
    glossary INTEGER NOT NULL REFERENCES glossary ON DELETE CASCADE,
    name TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (glossary, name)
);
CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    concept INTEGER NOT NULL REFERENCES concept ON DELETE CASCADE,
    language TEXT NOT NULL,
    main TEXT NOT NULL,
    text TEXT NOT NULL,
    standing INTEGER NOT NULL,
    forms TEXT NOT NULL
);
CREATE INDEX term_of_concept ON term (concept);
CREATE TABLE term_key (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    term INTEGER NOT NULL REFERENCES term ON DELETE CASCADE,
    PRIMARY KEY (kind, key, term)
) WITHOUT ROWID;
CREATE INDEX key_of_term ON term_key (term);

CREATE TABLE memory (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL DEFAULT '',
    header TEXT NOT NULL
);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    memory INTEGER NOT NULL REFERENCES memory ON DELETE CASCADE,
    number INTEGER NOT NULL,
    tuid TEXT NOT NULL,
    changed TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (memory, digest)
);
CREATE INDEX unit_tuid ON unit (memory, tuid);
CREATE TABLE variant (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
    main TEXT NOT NULL,
    tokens TEXT NOT NULL,
    length INTEGER NOT NULL,
    hash INTEGER NOT NULL
);
CREATE INDEX variant_of_unit ON variant (unit);
CREATE INDEX variant_exact ON variant (main, hash);
CREATE INDEX variant_length ON variant (main, length);
-- words: folded words; forms: the principal key of each; both in the order of the text.
CREATE VIRTUAL TABLE variant_words USING fts5 (
    words, forms, tokenize = "unicode61 remove_diacritics 0"
);
CREATE TRIGGER variant_gone AFTER DELETE ON variant BEGIN
    DELETE FROM variant_words WHERE rowid = old.id;
END;
