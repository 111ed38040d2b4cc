-- In what order the worklist is worked off: how much money a case is about, in minor
-- units of its own currency, and the aim before the limit that it is due by.
ALTER TABLE cases ADD COLUMN at_stake INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN target_at INTEGER;
ALTER TABLE cases ADD COLUMN target_rule TEXT NOT NULL DEFAULT '';

DROP INDEX cases_open;
CREATE INDEX cases_open ON cases (sort_at, at_stake DESC, requested_at, row, stage, hold, asks, account, away, settled, claim,
  place, bin, outcome, approval, proof, waits_customer, promise_at, money) WHERE open = 1;
-- The few cases whose money nobody knows of are found without a walk through all.
CREATE INDEX cases_asking ON cases (sort_at, at_stake DESC, requested_at, row, stage, hold, asks, account, away, settled, claim,
  place, bin, outcome, approval, proof, waits_customer, promise_at, money) WHERE open = 1 AND asks = 1;
-- Requests in the order in which they came: the 24-hour clock of an answer.
CREATE INDEX cases_asked ON cases (requested_at, row, waits_customer, sort_at, hold, account) WHERE open = 1 AND stage = 'requested';
-- How many open cases each version of the rules judges.
CREATE INDEX cases_judged ON cases (policy) WHERE open = 1;
