-- Ledger: the result of every command, so that a repeat gets the first answer.
CREATE TABLE commands (
  id     TEXT    PRIMARY KEY,
  name   TEXT    NOT NULL,
  actor  TEXT    NOT NULL,
  at     INTEGER NOT NULL,
  result BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- Ledger: everything that the marketplaces are to be told. row is the order.
-- payload_sha256 is that of the bytes as they were queued.
CREATE TABLE outbox (
  row            INTEGER PRIMARY KEY,
  case_id        TEXT    NOT NULL,
  action_id      TEXT    NOT NULL,
  account        TEXT    NOT NULL,
  lane           TEXT    NOT NULL CHECK (lane IN ('money', 'messages', 'identifiers', 'photos')),
  kind           TEXT    NOT NULL,
  payload        BLOB    NOT NULL,
  payload_sha256 BLOB    NOT NULL CHECK (length(payload_sha256) = 32),
  state          TEXT    NOT NULL CHECK (state IN
    ('queued', 'sending', 'submitting', 'accepted', 'done', 'refused', 'unknown', 'to_fix', 'manual', 'dropped')),
  attempts       INTEGER NOT NULL DEFAULT 0,
  not_before     INTEGER NOT NULL DEFAULT 0,
  last_http      INTEGER NOT NULL DEFAULT 0,
  error_key      TEXT    NOT NULL DEFAULT '',
  error_args     TEXT    NOT NULL DEFAULT '',
  remote_ref     TEXT    NOT NULL DEFAULT '',
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL,
  UNIQUE (case_id, action_id)
) STRICT;
CREATE INDEX outbox_unfinished ON outbox (case_id, lane, row) WHERE state NOT IN ('done', 'refused', 'dropped');
CREATE INDEX outbox_queued ON outbox (not_before, row) WHERE state = 'queued';
CREATE INDEX outbox_state ON outbox (state, updated_at);

-- Ledger: what must be done before a row of the outbox may leave.
CREATE TABLE outbox_after (
  row   INTEGER NOT NULL REFERENCES outbox (row),
  after INTEGER NOT NULL REFERENCES outbox (row),
  PRIMARY KEY (row, after)
) STRICT, WITHOUT ROWID;

-- Ledger: lanes of an account that wait for a person, such as for a new token.
CREATE TABLE lane_pauses (
  account TEXT    NOT NULL,
  lane    TEXT    NOT NULL,
  reason  TEXT    NOT NULL,
  since   INTEGER NOT NULL,
  until   INTEGER,
  PRIMARY KEY (account, lane)
) STRICT, WITHOUT ROWID;
