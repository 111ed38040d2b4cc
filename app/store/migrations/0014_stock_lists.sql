-- The stock is listed by state, the newest first, and by bin: in the order of an index,
-- so that a page reads its own rows and no more.
DROP INDEX units_state;
CREATE INDEX units_listed ON units (state, row, grade);
CREATE INDEX units_in_bin ON units (bin, state, row);
