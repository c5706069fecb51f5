-- The care of terms: changes, their authors and dates.
CREATE TABLE concept_command (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    author TEXT NOT NULL,
    action TEXT NOT NULL,
    undoes INTEGER REFERENCES concept_command
);
CREATE TABLE concept_change (
    id INTEGER PRIMARY KEY,
    command INTEGER NOT NULL REFERENCES concept_command ON DELETE CASCADE,
    glossary TEXT NOT NULL,
    concept TEXT NOT NULL,
    old TEXT,
    new TEXT
);
CREATE INDEX change_of_concept ON concept_change (glossary, concept);
CREATE INDEX change_of_command ON concept_change (command);
