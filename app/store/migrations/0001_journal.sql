-- Who this station is. One row. hlc is the hybrid logical clock: milliseconds
-- shifted left by 16 bits, plus a counter. running is 1 while a process has the
-- database open, so that the next one knows whether it was shut down cleanly.
CREATE TABLE station (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  prefix     TEXT    NOT NULL DEFAULT '',
  epoch      INTEGER NOT NULL DEFAULT 1 CHECK (epoch > 0),
  hlc        INTEGER NOT NULL DEFAULT 0,
  running    INTEGER NOT NULL DEFAULT 0,
  checked_at INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO station (one) VALUES (1);

-- Every event of every case: the truth from which cases are folded. seen is the
-- event of the case that its author had seen last, as station/epoch/seq. at is
-- Unix milliseconds, UTC. hash covers prev_hash and every other column but row,
-- as they are stored.
CREATE TABLE journal (
  row        INTEGER PRIMARY KEY,
  station    TEXT    NOT NULL,
  epoch      INTEGER NOT NULL,
  seq        INTEGER NOT NULL,
  id         TEXT    NOT NULL UNIQUE,
  case_id    TEXT    NOT NULL,
  case_seq   INTEGER NOT NULL,
  seen       TEXT    NOT NULL,
  type       TEXT    NOT NULL,
  schema     INTEGER NOT NULL,
  command_id TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  zone       TEXT    NOT NULL,
  hlc        INTEGER NOT NULL,
  actor      TEXT    NOT NULL,
  screen     TEXT    NOT NULL,
  payload    BLOB    NOT NULL,
  prev_hash  BLOB    NOT NULL CHECK (length(prev_hash) = 32),
  hash       BLOB    NOT NULL CHECK (length(hash) = 32),
  UNIQUE (station, epoch, seq)
) STRICT;
CREATE INDEX journal_case ON journal (case_id, case_seq);

CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_its_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
