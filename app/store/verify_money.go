package store

import (
	"database/sql"

	"revient/app/fault"
	"revient/app/returns"
)

// verifyMoney finds what the guards of money refuse, in a journal that got past
// them: a line refunded beyond what was paid for it, and a refund that was
// submitted while it was not approved.
func verifyMoney(tx *ReadTx, report *Verification) error {
	type excess struct {
		line          string
		granted, paid int64
	}
	shaped, err := tx.shaped()
	if err != nil {
		return err
	}
	if shaped { // Another version's projection may not hold what was paid.
		err = each(tx, "check cap", func(row scanner) (e excess, err error) { return e, row.Scan(&e.line, &e.granted, &e.paid) }, func(e excess) error {
			report.found("line "+e.line, "cap", fault.Args{"granted": e.granted, "paid": e.paid})
			return nil
		}, `SELECT account || '/' || order_ref || '/' || line_ref, sum(item) + sum(shipping), max(paid_item) + max(paid_shipping) FROM refunds
			WHERE state NOT IN ('', 'drafted', 'rejected') GROUP BY account, order_ref, line_ref, iif(order_ref = '', row, 0)
			HAVING sum(item) > max(paid_item) OR sum(shipping) > max(paid_shipping)`)
		if err != nil {
			return err
		}
	}
	type step struct{ place, caseID, kind, refund string }
	approved := map[string]bool{} // By case and refund.
	return each(tx, "check submissions", func(row scanner) (s step, err error) {
		var refund sql.NullString
		err = row.Scan(&s.place, &s.caseID, &s.kind, &refund)
		s.refund = refund.String
		return s, err
	}, func(s step) error {
		refund := s.caseID + " " + s.refund
		switch returns.EventType(s.kind) {
		case returns.TypeOf(returns.RefundSubmitting{}):
			if !approved[refund] {
				report.found("journal "+s.place, "submitted_twice", fault.Args{"refund": s.refund})
			}
			approved[refund] = false
		case returns.TypeOf(returns.RefundApproved{}), returns.TypeOf(returns.RefundRequeued{}):
			approved[refund] = true
		default:
			approved[refund] = false
		}
		return nil
	}, `SELECT station || '/' || epoch || '/' || seq, case_id, type,
			coalesce(json_extract(body, '$.refund.id'), json_extract(body, '$.refund'))
		FROM (SELECT *, CASE WHEN json_valid(CAST(payload AS TEXT)) THEN CAST(payload AS TEXT) ELSE '{}' END AS body FROM journal
			WHERE type IN ('refund_approved', 'refund_submitting', 'refund_requeued', 'refund_rejected', 'refund_withdrawn', 'refund_confirmed', 'refund_found_done', 'refund_by_hand'))
		ORDER BY case_id, case_seq, row`)
}
