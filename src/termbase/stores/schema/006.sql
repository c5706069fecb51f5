-- Digests come in no order, so each new one changes another page of a large table. New ones wait in
-- a small table, and many at once go into the large one. A unit that is gone leaves its digest.
CREATE TABLE unit_digest (
    memory INTEGER NOT NULL REFERENCES memory ON DELETE CASCADE,
    digest BLOB NOT NULL,
    unit INTEGER NOT NULL,
    PRIMARY KEY (memory, digest)
) WITHOUT ROWID;
CREATE TABLE fresh_digest (
    memory INTEGER NOT NULL REFERENCES memory ON DELETE CASCADE,
    digest BLOB NOT NULL,
    unit INTEGER NOT NULL,
    PRIMARY KEY (memory, digest)
) WITHOUT ROWID;
INSERT INTO unit_digest SELECT memory, digest, id FROM unit ORDER BY 1, 2;
CREATE TABLE plain_unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    memory INTEGER NOT NULL REFERENCES memory ON DELETE CASCADE,
    number INTEGER NOT NULL,
    tuid TEXT NOT NULL,
    changed TEXT NOT NULL DEFAULT '',
    record TEXT NOT NULL
);
INSERT INTO plain_unit SELECT id, memory, number, tuid, changed, record FROM unit;
-- The highest number that a unit ever had is kept: none is given twice.
DELETE FROM sqlite_sequence WHERE name = 'plain_unit';
UPDATE sqlite_sequence SET name = 'plain_unit' WHERE name = 'unit';
DROP TABLE unit;
ALTER TABLE plain_unit RENAME TO unit;
CREATE INDEX unit_tuid ON unit (memory, tuid);
CREATE INDEX unit_number ON unit (memory, number);
