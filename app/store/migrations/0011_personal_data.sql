-- Ledger: secrets of this station, by what they are for. They key hashes that
-- must be found again but say nothing outside of it.
CREATE TABLE secrets (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL CHECK (length(value) = 32)
) STRICT, WITHOUT ROWID;

-- key is a keyed hash of who a person is, the same for each of their returns: it
-- counts the cases of a customer without keeping more of them. Empty when nothing
-- tells people apart, and once they were erased.
ALTER TABLE persons ADD COLUMN key TEXT NOT NULL DEFAULT '';
CREATE INDEX persons_key ON persons (key) WHERE key <> '';

-- A document whose bytes were erased is still ready, and its number and hash stay.
ALTER TABLE documents ADD COLUMN erased_at INTEGER;

-- What was erased here and is still at the marketplace: a keyed hash of it as it
-- was, so that pulling the same again does not bring the person back.
ALTER TABLE sales ADD COLUMN erased TEXT NOT NULL DEFAULT '';
ALTER TABLE remote_objects ADD COLUMN erased TEXT NOT NULL DEFAULT '';
