-- By which shape the projections were last written, so that a version that folds
-- a case otherwise rebuilds them when it opens the database. 0 is before there
-- were shapes.
ALTER TABLE station ADD COLUMN shape INTEGER NOT NULL DEFAULT 0;

-- What was paid for the order line of a refund, item and outward shipping apart:
-- together with the refunds of the line it is all that the cap needs.
ALTER TABLE refunds ADD COLUMN paid_item INTEGER NOT NULL DEFAULT 0;
ALTER TABLE refunds ADD COLUMN paid_shipping INTEGER NOT NULL DEFAULT 0;

-- The cap: what counts of an order line's refunds, in every case, stays within
-- what was paid for the line. Two cases may have been told different prices; the
-- higher one holds, as it does for the last of them to grant. A change that
-- grants nothing more always passes, so that an old excess blocks no later event.
CREATE TRIGGER refunds_begin_within_the_cap BEFORE INSERT ON refunds
WHEN new.state NOT IN ('', 'drafted', 'rejected')
BEGIN
  SELECT RAISE(ABORT, 'a line is not refunded beyond what was paid for it')
  FROM (SELECT coalesce(sum(r.item), 0) AS item, coalesce(sum(r.shipping), 0) AS shipping,
      coalesce(max(r.paid_item), 0) AS paid_item, coalesce(max(r.paid_shipping), 0) AS paid_shipping
    FROM refunds r WHERE r.state NOT IN ('', 'drafted', 'rejected')
      AND (r.row = new.row OR new.order_ref <> '' AND r.account = new.account AND r.order_ref = new.order_ref AND r.line_ref = new.line_ref)) others
  WHERE new.item < 0 OR new.shipping < 0
    OR others.item + new.item > max(others.paid_item, new.paid_item)
    OR others.shipping + new.shipping > max(others.paid_shipping, new.paid_shipping);
END;
CREATE TRIGGER refunds_grow_within_the_cap BEFORE UPDATE ON refunds
WHEN new.state NOT IN ('', 'drafted', 'rejected') AND (old.state IN ('', 'drafted', 'rejected')
  OR new.item > old.item OR new.shipping > old.shipping
  OR new.account <> old.account OR new.order_ref <> old.order_ref OR new.line_ref <> old.line_ref)
BEGIN
  SELECT RAISE(ABORT, 'a line is not refunded beyond what was paid for it')
  FROM (SELECT coalesce(sum(r.item), 0) AS item, coalesce(sum(r.shipping), 0) AS shipping,
      coalesce(max(r.paid_item), 0) AS paid_item, coalesce(max(r.paid_shipping), 0) AS paid_shipping
    FROM refunds r WHERE r.state NOT IN ('', 'drafted', 'rejected') AND NOT (r.row = old.row AND r.id = old.id)
      AND (r.row = new.row OR new.order_ref <> '' AND r.account = new.account AND r.order_ref = new.order_ref AND r.line_ref = new.line_ref)) others
  WHERE new.item < 0 OR new.shipping < 0
    OR others.item + new.item > max(others.paid_item, new.paid_item)
    OR others.shipping + new.shipping > max(others.paid_shipping, new.paid_shipping);
END;

-- Single submission: the mark before the first byte is written for a refund that
-- is approved and in no other state. The projection is brought up to date after
-- every event that touches a refund, so that it says what the journal says.
CREATE TRIGGER journal_submits_once BEFORE INSERT ON journal
WHEN new.type = 'refund_submitting' AND NOT EXISTS (
  SELECT 1 FROM cases c JOIN refunds r ON r.row = c.row
  WHERE c.id = new.case_id AND r.id = json_extract(CAST(new.payload AS TEXT), '$.refund') AND r.state = 'approved')
BEGIN SELECT RAISE(ABORT, 'only an approved refund is submitted'); END;

-- A grant is made once, by us or by the marketplace: its id never comes again, in
-- this case or in another.
CREATE UNIQUE INDEX journal_grants ON journal (json_extract(CAST(payload AS TEXT), '$.refund.id')) WHERE type IN ('refund_approved', 'marketplace_refund_noted');
CREATE TRIGGER journal_grants_once BEFORE INSERT ON journal
WHEN new.type IN ('refund_approved', 'marketplace_refund_noted') AND EXISTS (
  SELECT 1 FROM journal j WHERE j.type IN ('refund_approved', 'marketplace_refund_noted')
    AND json_extract(CAST(j.payload AS TEXT), '$.refund.id') = json_extract(CAST(new.payload AS TEXT), '$.refund.id'))
BEGIN SELECT RAISE(ABORT, 'a refund is granted once'); END;
