-- The index of units, and the changes made to them.
-- Numbers of units are never given twice, so what an index file says of a number stays true.
DROP TRIGGER variant_gone;
DROP TABLE variant_words;
CREATE TABLE memory_language (
    memory INTEGER NOT NULL REFERENCES memory ON DELETE CASCADE,
    main TEXT NOT NULL,
    texts INTEGER NOT NULL,
    PRIMARY KEY (memory, main)
) WITHOUT ROWID;
INSERT INTO memory_language
    SELECT u.memory, v.main, count(*) FROM variant v JOIN unit u ON u.id = v.unit GROUP BY 1, 2;
CREATE TABLE numbered_unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    memory INTEGER NOT NULL REFERENCES memory ON DELETE CASCADE,
    number INTEGER NOT NULL,
    tuid TEXT NOT NULL,
    changed TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (memory, digest)
);
INSERT INTO numbered_unit SELECT id, memory, number, tuid, changed, digest, record FROM unit;
-- Texts that are in no index file yet: tokens as scored; source: the unit is translated from it;
-- forms: the principal key of each word, or empty where many texts came at once.
CREATE TABLE fresh_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES numbered_unit ON DELETE CASCADE,
    main TEXT NOT NULL,
    source INTEGER NOT NULL,
    tokens TEXT NOT NULL,
    forms TEXT NOT NULL DEFAULT ''
);
INSERT INTO fresh_text (unit, main, source, tokens) SELECT unit, main, 1, tokens FROM variant;
CREATE INDEX fresh_of_unit ON fresh_text (unit);
CREATE INDEX fresh_exact ON fresh_text (main, tokens);
DROP TABLE variant;
DROP TABLE unit;
ALTER TABLE numbered_unit RENAME TO unit;
CREATE INDEX unit_tuid ON unit (memory, tuid);
CREATE INDEX unit_number ON unit (memory, number);
-- Where a file has a unit again that is equal in everything: it is kept once, and written again
-- behind the unit with the number `place`.
CREATE TABLE unit_repeat (
    id INTEGER PRIMARY KEY,
    memory INTEGER NOT NULL REFERENCES memory ON DELETE CASCADE,
    place INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE
);
CREATE INDEX repeat_of_unit ON unit_repeat (unit);
CREATE INDEX repeat_of_memory ON unit_repeat (memory);
-- The files that hold all other texts, each those of one language, as sources or as targets.
CREATE TABLE index_file (
    name TEXT PRIMARY KEY,
    main TEXT NOT NULL,
    source INTEGER NOT NULL,
    texts INTEGER NOT NULL
) WITHOUT ROWID;
-- What people changed by hand, unit by unit; before or after is empty where there was no unit.
CREATE TABLE unit_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    memory TEXT NOT NULL,
    number INTEGER NOT NULL,
    verb TEXT NOT NULL,
    author TEXT NOT NULL,
    date TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
