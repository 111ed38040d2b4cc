-- Ledger: files in which a marketplace says what it paid out and kept back.
CREATE TABLE payouts (
  row     INTEGER PRIMARY KEY,
  id      TEXT    NOT NULL UNIQUE,
  account TEXT    NOT NULL,
  name    TEXT    NOT NULL,
  sha256  TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  actor   TEXT    NOT NULL,
  UNIQUE (account, sha256)
) STRICT;

-- Ledger: their lines. amount is in minor units, below zero for what was kept
-- back. A line that is a refund of ours names it, and its case.
CREATE TABLE payout_lines (
  payout    TEXT    NOT NULL REFERENCES payouts (id),
  line      INTEGER NOT NULL,
  order_ref TEXT    NOT NULL,
  line_ref  TEXT    NOT NULL,
  amount    INTEGER NOT NULL,
  currency  TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  at        INTEGER,
  refund    TEXT    NOT NULL DEFAULT '',
  case_id   TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (payout, line),
  CHECK ((refund = '') = (case_id = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX payout_lines_order ON payout_lines (order_ref);
CREATE UNIQUE INDEX payout_lines_refund ON payout_lines (refund) WHERE refund <> '';
