-- Ledger: the last number given in each series. Taken in the transaction that
-- commits what bears the number, so that no number is ever missing.
CREATE TABLE series (
  name  TEXT    NOT NULL,
  epoch INTEGER NOT NULL,
  year  INTEGER NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (name, epoch, year)
) STRICT, WITHOUT ROWID;

-- Ledger: documents, from due to ready. A numbered one has its number and its
-- bytes from one transaction.
CREATE TABLE documents (
  row        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  case_id    TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  language   TEXT    NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('due', 'ready', 'failed')),
  number     TEXT    UNIQUE,
  series     TEXT    NOT NULL DEFAULT '',
  epoch      INTEGER NOT NULL DEFAULT 0,
  year       INTEGER NOT NULL DEFAULT 0,
  n          INTEGER NOT NULL DEFAULT 0,
  input      BLOB    NOT NULL,
  pdf        BLOB,
  sha256     TEXT    NOT NULL DEFAULT '',
  error_key  TEXT    NOT NULL DEFAULT '',
  error_args TEXT    NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  issued_at  INTEGER,
  CHECK ((state = 'ready') = (pdf IS NOT NULL))
) STRICT;
CREATE INDEX documents_case ON documents (case_id, row);
CREATE INDEX documents_due ON documents (row) WHERE state <> 'ready';
CREATE UNIQUE INDEX documents_series ON documents (series, epoch, year, n) WHERE number IS NOT NULL;

-- Ledger: copies of a document after the first.
CREATE TABLE reprints (
  document TEXT    NOT NULL REFERENCES documents (id),
  n        INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  actor    TEXT    NOT NULL,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

-- Ledger: people. A row never changes: a new address is a new person. hash is
-- HMAC-SHA256 of body under secret; erasing empties name, body and secret, and
-- the journal's hash stays as it is.
CREATE TABLE persons (
  id         TEXT    PRIMARY KEY,
  name       TEXT    NOT NULL,
  body       BLOB,
  secret     BLOB,
  hash       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  erased_at  INTEGER
) STRICT, WITHOUT ROWID;

-- Ledger: free text that a person wrote, kept in the same way.
CREATE TABLE texts (
  id         TEXT    PRIMARY KEY,
  kind       TEXT    NOT NULL,
  body       TEXT,
  secret     BLOB,
  hash       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  erased_at  INTEGER
) STRICT, WITHOUT ROWID;

-- Ledger: the conversation of a folder, with or without a case.
CREATE TABLE messages (
  row         INTEGER PRIMARY KEY,
  id          TEXT    NOT NULL UNIQUE,
  case_id     TEXT    NOT NULL,
  account     TEXT    NOT NULL,
  folder      TEXT    NOT NULL,
  remote_ref  TEXT,
  author      TEXT    NOT NULL,
  audience    TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  text_id     TEXT    REFERENCES texts (id),
  attachments TEXT    NOT NULL,
  informative INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX messages_remote ON messages (account, folder, remote_ref) WHERE remote_ref IS NOT NULL;
CREATE INDEX messages_case ON messages (case_id, at, row);
CREATE INDEX messages_folder ON messages (account, folder, at, row);
