-- Ledger: units that the workshop keeps for exchanges. A free one may be
-- reserved for a case, a reserved one leaves for the customer of that case. IMEI
-- and serial are as normalised by the store.
CREATE TABLE units (
  row        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  sku        TEXT    NOT NULL,
  title      TEXT    NOT NULL,
  category   TEXT    NOT NULL,
  grade      TEXT    NOT NULL,
  storage    TEXT    NOT NULL,
  colour     TEXT    NOT NULL,
  model      TEXT    NOT NULL,
  imei       TEXT    NOT NULL,
  serial     TEXT    NOT NULL,
  bin        TEXT    NOT NULL COLLATE NOCASE,
  note       TEXT    NOT NULL,
  state      TEXT    NOT NULL DEFAULT 'free' CHECK (state IN ('free', 'reserved', 'gone', 'withdrawn')),
  case_id    TEXT    NOT NULL DEFAULT '',
  source     TEXT    NOT NULL CHECK (source IN ('hand', 'scan', 'csv')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((state IN ('reserved', 'gone')) = (case_id <> ''))
) STRICT;
CREATE UNIQUE INDEX units_imei ON units (imei) WHERE imei <> '' AND state IN ('free', 'reserved');
CREATE UNIQUE INDEX units_serial ON units (serial) WHERE serial <> '' AND state IN ('free', 'reserved');
CREATE INDEX units_imei_ever ON units (imei) WHERE imei <> '';
CREATE INDEX units_serial_ever ON units (serial) WHERE serial <> '';
CREATE INDEX units_state ON units (state, model, row);
CREATE INDEX units_case ON units (case_id) WHERE case_id <> '';

-- Ledger: the places that a device can be laid down in, with the code on their
-- label. What lies in one is in the cases.
CREATE TABLE bins (
  code       TEXT    PRIMARY KEY COLLATE NOCASE CHECK (code <> ''),
  place      TEXT    NOT NULL,
  words      TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  closed_at  INTEGER
) STRICT, WITHOUT ROWID;

-- Ledger: files that were taken in, so that nobody takes one twice unseen.
CREATE TABLE imports (
  row    INTEGER PRIMARY KEY,
  id     TEXT    NOT NULL UNIQUE,
  kind   TEXT    NOT NULL,
  name   TEXT    NOT NULL,
  sha256 TEXT    NOT NULL,
  rows   INTEGER NOT NULL,
  at     INTEGER NOT NULL,
  actor  TEXT    NOT NULL
) STRICT;
CREATE INDEX imports_file ON imports (kind, sha256);

-- Ledger: the devices that left with an order line, as the workshop's own files
-- tell it. A line of several pieces has several. accessories is a JSON list.
CREATE TABLE sold_units (
  row         INTEGER PRIMARY KEY,
  account     TEXT    NOT NULL,
  order_ref   TEXT    NOT NULL,
  line_ref    TEXT    NOT NULL,
  imei        TEXT    NOT NULL,
  serial      TEXT    NOT NULL,
  weight_g    INTEGER NOT NULL,
  grade       TEXT    NOT NULL,
  accessories TEXT    NOT NULL CHECK (json_valid(accessories)),
  supplier    TEXT    NOT NULL,
  invoice     TEXT    NOT NULL,
  invoice_at  INTEGER,
  source      TEXT    NOT NULL,
  imported_at INTEGER NOT NULL,
  import_id   TEXT    NOT NULL REFERENCES imports (id),
  UNIQUE (account, order_ref, line_ref, imei, serial)
) STRICT;
CREATE INDEX sold_units_order ON sold_units (order_ref);
CREATE INDEX sold_units_imei ON sold_units (imei) WHERE imei <> '';
CREATE INDEX sold_units_serial ON sold_units (serial) WHERE serial <> '';
CREATE INDEX sold_units_import ON sold_units (import_id);
