package store

import (
	"fmt"

	"revient/app/fault"
)

// verifyOutbox finds what a case says is to be told, or refunded through its
// marketplace, and the outbox does not have: nobody would ever do it. The id of a
// refund's action holds that of the refund.
func verifyOutbox(tx *ReadTx, report *Verification) error {
	type lost struct{ number, action string }
	scan := func(row scanner) (l lost, err error) { return l, row.Scan(&l.number, &l.action) }
	err := each(tx, "check outbox", scan, func(l lost) error {
		report.found("case "+l.number, "action_missing", fault.Args{"action": l.action})
		return nil
	}, `SELECT c.number, a.key FROM cases c,
		json_each(CASE WHEN json_valid(CAST(c.state AS TEXT)) THEN CAST(c.state AS TEXT) ELSE '{}' END, '$.actions') a
		WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = c.id AND o.action_id = a.key) ORDER BY c.row, a.key`)
	if err != nil {
		return fmt.Errorf("check outbox: %w", err)
	}
	scan = func(row scanner) (l lost, err error) { return l, row.Scan(&l.number) }
	err = each(tx, "check refunds in outbox", scan, func(l lost) error {
		report.found("case "+l.number, "action_missing", fault.Args{"action": "refund"})
		return nil
	}, `SELECT DISTINCT c.number FROM cases c JOIN refunds r ON r.row = c.row WHERE c.account <> '' AND c.folder <> ''
		AND r.state IN ('approved', 'submitting', 'unknown')
		AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = c.id AND o.lane = 'money' AND instr(o.action_id, r.id) > 0) ORDER BY c.row`)
	if err != nil {
		return fmt.Errorf("check refunds in outbox: %w", err)
	}
	return nil
}
