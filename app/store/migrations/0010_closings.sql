-- Ledger: closings. Each covers the rows of the journal after the one before it,
-- and is chained to it by hash. Totals are those of its rows, of its year so far,
-- and of all time; its number and its PDF are committed with it. Append-only.
CREATE TABLE closings (
  n         INTEGER PRIMARY KEY,
  epoch     INTEGER NOT NULL,
  number    TEXT    NOT NULL UNIQUE,
  year      INTEGER NOT NULL,
  from_row  INTEGER NOT NULL,
  to_row    INTEGER NOT NULL CHECK (to_row >= from_row - 1),
  head_hash BLOB    NOT NULL CHECK (length(head_hash) = 32),
  totals    TEXT    NOT NULL CHECK (json_valid(totals)),
  pdf       BLOB    NOT NULL,
  sha256    TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  actor     TEXT    NOT NULL,
  hash      BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER closings_keep_their_rows BEFORE DELETE ON closings
BEGIN SELECT RAISE(ABORT, 'a closing stays'); END;
CREATE TRIGGER closings_keep_their_words BEFORE UPDATE ON closings
BEGIN SELECT RAISE(ABORT, 'a closing stays as it is'); END;
CREATE TRIGGER closings_follow_each_other BEFORE INSERT ON closings
WHEN new.n <> (SELECT coalesce(max(n), 0) + 1 FROM closings) OR new.from_row <> (SELECT coalesce(max(to_row), 0) + 1 FROM closings)
BEGIN SELECT RAISE(ABORT, 'a closing follows the one before it'); END;

-- The journal by what happened, for totals over all of it.
CREATE INDEX journal_type ON journal (type, row);

-- Ledger: wrong PINs in a row, and until when the operator must wait, so that a
-- restart forgets neither.
CREATE TABLE pin_attempts (
  operator TEXT    PRIMARY KEY,
  wrong    INTEGER NOT NULL CHECK (wrong > 0),
  until    INTEGER
) STRICT, WITHOUT ROWID;
