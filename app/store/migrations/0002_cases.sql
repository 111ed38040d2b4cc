-- Projection: a case as it is now. row is that of its first event, so that the
-- order is the same after a rebuild. sort_at is due_at, or the end of time for a
-- case that nobody waits for.
CREATE TABLE cases (
  row          INTEGER PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE,
  number       TEXT    NOT NULL UNIQUE,
  seq          INTEGER NOT NULL,
  stage        TEXT    NOT NULL,
  open         INTEGER NOT NULL,
  origin       TEXT    NOT NULL,
  account      TEXT    NOT NULL,
  order_ref    TEXT    NOT NULL,
  line_ref     TEXT    NOT NULL,
  folder       TEXT    NOT NULL,
  title        TEXT    NOT NULL,
  imei         TEXT    NOT NULL,
  serial       TEXT    NOT NULL,
  tracking     TEXT    NOT NULL,
  customer     TEXT    NOT NULL,
  claim        TEXT    NOT NULL,
  wish         TEXT    NOT NULL,
  identity     TEXT    NOT NULL,
  hold         TEXT    NOT NULL,
  asks         INTEGER NOT NULL,
  settled      INTEGER NOT NULL,
  away         INTEGER NOT NULL,
  requested_at INTEGER,
  received_at  INTEGER,
  updated_at   INTEGER NOT NULL,
  due_at       INTEGER,
  due_rule     TEXT    NOT NULL,
  due_tone     TEXT    NOT NULL,
  sort_at      INTEGER NOT NULL,
  state        BLOB    NOT NULL
) STRICT;
CREATE INDEX cases_open ON cases (sort_at, requested_at, row, stage, hold, asks, account, away) WHERE open = 1;
CREATE INDEX cases_tiles ON cases (stage, hold, asks, sort_at) WHERE open = 1;
CREATE INDEX cases_stage ON cases (stage, sort_at, row);
CREATE INDEX cases_line ON cases (order_ref, account, line_ref);
CREATE INDEX cases_folder ON cases (account, folder) WHERE folder <> '';
CREATE INDEX cases_customer ON cases (customer) WHERE customer <> '';

-- Projection: every code that may be scanned to find a case, as normalised by
-- the store: capitals, without spaces and dashes.
CREATE TABLE case_codes (
  code TEXT    NOT NULL,
  kind TEXT    NOT NULL,
  row  INTEGER NOT NULL REFERENCES cases (row) ON DELETE CASCADE,
  PRIMARY KEY (code, row, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_codes_row ON case_codes (row);

-- Projection: every refund, by the order line whose cap it counts against.
CREATE TABLE refunds (
  row       INTEGER NOT NULL REFERENCES cases (row) ON DELETE CASCADE,
  id        TEXT    NOT NULL,
  account   TEXT    NOT NULL,
  order_ref TEXT    NOT NULL,
  line_ref  TEXT    NOT NULL,
  state     TEXT    NOT NULL,
  item      INTEGER NOT NULL,
  shipping  INTEGER NOT NULL,
  currency  TEXT    NOT NULL,
  PRIMARY KEY (row, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX refunds_line ON refunds (account, order_ref, line_ref);

-- Projection: what a case can be searched by. words are read as words, codes in
-- any three characters or more; names come from the persons ledger.
CREATE TABLE search (
  row   INTEGER PRIMARY KEY REFERENCES cases (row) ON DELETE CASCADE,
  words TEXT NOT NULL,
  codes TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_words USING fts5 (
  words, content = 'search', content_rowid = 'row', prefix = '1 2 3 4 5 6 7 8', detail = 'none', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE search_codes USING fts5 (
  codes, content = 'search', content_rowid = 'row', columnsize = 0, tokenize = 'trigram'
);
-- An erased name must leave the index's pages too.
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);
INSERT INTO search_codes (search_codes, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER search_added AFTER INSERT ON search BEGIN
  INSERT INTO search_words (rowid, words) VALUES (new.row, new.words);
  INSERT INTO search_codes (rowid, codes) VALUES (new.row, new.codes);
END;
CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN
  INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', old.row, old.words);
  INSERT INTO search_codes (search_codes, rowid, codes) VALUES ('delete', old.row, old.codes);
END;
CREATE TRIGGER search_words_changed AFTER UPDATE ON search WHEN old.words IS NOT new.words BEGIN
  INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', old.row, old.words);
  INSERT INTO search_words (rowid, words) VALUES (new.row, new.words);
END;
CREATE TRIGGER search_codes_changed AFTER UPDATE ON search WHEN old.codes IS NOT new.codes BEGIN
  INSERT INTO search_codes (search_codes, rowid, codes) VALUES ('delete', old.row, old.codes);
  INSERT INTO search_codes (rowid, codes) VALUES (new.row, new.codes);
END;
