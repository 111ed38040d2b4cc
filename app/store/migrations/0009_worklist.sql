-- What the worklist filters by, of every case: where the device is, what was
-- decided, whether a second person must approve it, how far the proof is, whether
-- the customer must answer, the next promise made to them, the state of the money
-- that needs somebody most, and the version of the rules.
ALTER TABLE cases ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN bin TEXT NOT NULL DEFAULT '' COLLATE NOCASE;
ALTER TABLE cases ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN approval INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN proof TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN waits_customer INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN promise_at INTEGER;
ALTER TABLE cases ADD COLUMN money TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN policy TEXT NOT NULL DEFAULT '';

-- Every filter is answered from an index alone: the rows hold whole cases.
DROP INDEX cases_open;
CREATE INDEX cases_open ON cases (sort_at, requested_at, row, stage, hold, asks, account, away, settled, claim,
  place, bin, outcome, approval, proof, waits_customer, promise_at, money) WHERE open = 1;
CREATE INDEX cases_ended ON cases (row, sort_at, stage, hold, asks, account, away, settled, claim,
  place, bin, outcome, approval, proof, waits_customer, promise_at, money) WHERE open = 0;
CREATE INDEX cases_bin ON cases (bin, place, row) WHERE bin <> '';
