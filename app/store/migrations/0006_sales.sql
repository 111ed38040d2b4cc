-- Ledger: what the workshop sold, as its marketplaces tell it, so that a return
-- can be opened for it without a connection. body is the sale as a case would
-- copy it; buyer is personal data.
CREATE TABLE sales (
  row        INTEGER PRIMARY KEY,
  account    TEXT    NOT NULL,
  order_ref  TEXT    NOT NULL,
  line_ref   TEXT    NOT NULL,
  title      TEXT    NOT NULL,
  imei       TEXT    NOT NULL,
  serial     TEXT    NOT NULL,
  tracking   TEXT    NOT NULL,
  returnable INTEGER NOT NULL,
  body       TEXT    NOT NULL CHECK (json_valid(body)),
  buyer      TEXT    NOT NULL CHECK (json_valid(buyer)),
  updated_at INTEGER NOT NULL,
  UNIQUE (account, order_ref, line_ref)
) STRICT;
CREATE INDEX sales_order ON sales (order_ref);
CREATE INDEX sales_imei ON sales (imei) WHERE imei <> '';
CREATE INDEX sales_serial ON sales (serial) WHERE serial <> '';
CREATE INDEX sales_tracking ON sales (tracking) WHERE tracking <> '';
