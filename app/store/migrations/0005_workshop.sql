-- Ledger: settings and their past; the newest row of a key holds.
CREATE TABLE settings (
  row    INTEGER PRIMARY KEY,
  key    TEXT    NOT NULL,
  value  TEXT    NOT NULL CHECK (json_valid(value)),
  at     INTEGER NOT NULL,
  author TEXT    NOT NULL
) STRICT;
CREATE INDEX settings_key ON settings (key, row);

-- Ledger: the people who work here. pin_hash is an encoded argon2id hash.
CREATE TABLE operators (
  id         TEXT    PRIMARY KEY,
  name       TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  pin_hash   TEXT    NOT NULL,
  badge      TEXT    UNIQUE,
  created_at INTEGER NOT NULL,
  left_at    INTEGER
) STRICT, WITHOUT ROWID;

-- Ledger: the workshop's accounts at marketplaces. A token is never kept here.
CREATE TABLE accounts (
  id          TEXT    PRIMARY KEY,
  channel     TEXT    NOT NULL,
  environment TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  config      TEXT    NOT NULL CHECK (json_valid(config)),
  created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Ledger: how far each feed of an account has been read.
CREATE TABLE cursors (
  account    TEXT    NOT NULL,
  feed       TEXT    NOT NULL,
  value      TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account, feed)
) STRICT, WITHOUT ROWID;

-- Ledger: remote objects as they last came, byte for byte.
CREATE TABLE remote_objects (
  account     TEXT    NOT NULL,
  environment TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  external_id TEXT    NOT NULL,
  raw         BLOB    NOT NULL,
  sha256      TEXT    NOT NULL,
  fetched_at  INTEGER NOT NULL,
  PRIMARY KEY (account, environment, kind, external_id)
) STRICT;

-- Ledger: which case a remote object became. Unique, so that pulling it again
-- changes nothing.
CREATE TABLE remote_link (
  account     TEXT    NOT NULL,
  environment TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  external_id TEXT    NOT NULL,
  case_id     TEXT    NOT NULL,
  PRIMARY KEY (account, environment, kind, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_link_case ON remote_link (case_id);

-- Ledger: the originals of photos, which are files named by their SHA-256.
CREATE TABLE media_files (
  sha256   TEXT    PRIMARY KEY,
  mime     TEXT    NOT NULL,
  size     INTEGER NOT NULL,
  width    INTEGER NOT NULL,
  height   INTEGER NOT NULL,
  taken_at INTEGER,
  source   TEXT    NOT NULL,
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Ledger: recent scans, for the home screen.
CREATE TABLE scans (
  row     INTEGER PRIMARY KEY,
  code    TEXT    NOT NULL,
  kind    TEXT    NOT NULL,
  case_id TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  at      INTEGER NOT NULL
) STRICT;
