package store

import (
	"database/sql"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// Payout is a file in which a marketplace says what it paid out and kept back.
type Payout struct {
	ID      string
	Account string
	Name    string // Of the file.
	SHA256  string // Of its bytes, in hexadecimal.
	At      time.Time
	Actor   returns.OperatorID
	Lines   int
	Matched int // Lines that are a refund of ours.
}

// PayoutLine is a line of a payout.
type PayoutLine struct {
	Payout   string
	Line     int // In the file, from 1; 0 takes the next one.
	OrderRef string
	LineRef  string
	Amount   returns.Money // Below zero for what was kept back.
	Kind     string        // As the file calls it.
	At       time.Time     // Zero when the file does not say.
	Refund   returns.RefundID
	CaseID   returns.CaseID
}

const (
	selectPayout = `SELECT p.id, p.account, p.name, p.sha256, p.at, p.actor, (SELECT count(*) FROM payout_lines l WHERE l.payout = p.id),
		(SELECT count(*) FROM payout_lines l WHERE l.payout = p.id AND l.refund <> '') FROM payouts p `
	selectPayoutLine = "SELECT payout, line, order_ref, line_ref, amount, currency, kind, at, refund, case_id FROM payout_lines "
)

func scanPayout(row scanner) (p Payout, err error) {
	var at sql.NullInt64
	err = row.Scan(&p.ID, &p.Account, &p.Name, &p.SHA256, &at, &p.Actor, &p.Lines, &p.Matched)
	p.At = fromMillis(at)
	return p, err
}

func scanPayoutLine(row scanner) (l PayoutLine, err error) {
	var at sql.NullInt64
	err = row.Scan(&l.Payout, &l.Line, &l.OrderRef, &l.LineRef, &l.Amount.Minor, &l.Amount.Currency, &l.Kind, &at, &l.Refund, &l.CaseID)
	l.At = fromMillis(at)
	return l, err
}

// SavePayout keeps a payout and its lines. The same file is not taken twice.
func (tx *Tx) SavePayout(p Payout, lines []PayoutLine) error {
	known, err := one(tx.ReadTx, "find payout", scanPayout, selectPayout+"WHERE p.account = ? AND p.sha256 = ?", p.Account, p.SHA256)
	if err == nil {
		return fault.New(fault.Conflict, "errors_store.payout_known", fault.Args{"name": known.Name})
	}
	if !fault.Is(err, fault.NotFound) {
		return err
	}
	if err := tx.exec("save payout", "INSERT INTO payouts (id, account, name, sha256, at, actor) VALUES (?, ?, ?, ?, ?, ?)",
		p.ID, p.Account, p.Name, p.SHA256, tx.now.UnixMilli(), string(p.Actor)); err != nil {
		return err
	}
	for i, l := range lines {
		number := l.Line
		if number == 0 {
			number = i + 1
		}
		if err := tx.exec(fmt.Sprintf("save line %d of payout", number), `INSERT INTO payout_lines
			(payout, line, order_ref, line_ref, amount, currency, kind, at, refund, case_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			p.ID, number, l.OrderRef, l.LineRef, l.Amount.Minor, l.Amount.Currency, l.Kind, millis(l.At), string(l.Refund), string(l.CaseID)); err != nil {
			return err
		}
	}
	return nil
}

// MatchPayoutLine says that a line is a refund of a case. A refund is one line of
// one payout: a second one is a conflict.
func (tx *Tx) MatchPayoutLine(payout string, line int, id returns.CaseID, refund returns.RefundID) error {
	other, err := one(tx.ReadTx, "find line of refund", scanPayoutLine, selectPayoutLine+"WHERE refund = ? AND refund <> ''", string(refund))
	switch {
	case err == nil && other.Payout == payout && other.Line == line:
		return nil
	case err == nil:
		return fault.New(fault.Conflict, "errors_store.payout_matched", fault.Args{"line": other.Line})
	case !fault.Is(err, fault.NotFound):
		return err
	}
	tx.touch(id)
	return tx.execOne("match payout line", "UPDATE payout_lines SET case_id = ?, refund = ? WHERE payout = ? AND line = ?",
		string(id), string(refund), payout, line)
}

// Payouts lists payouts, the newest first.
func (tx *ReadTx) Payouts(offset, limit int) ([]Payout, error) {
	return list(tx, "list payouts", scanPayout, selectPayout+"ORDER BY p.row DESC LIMIT ? OFFSET ?", limit, offset)
}

// PayoutLines lists the lines of a payout; those only that match no refund of ours
// when unmatched is true.
func (tx *ReadTx) PayoutLines(payout string, unmatched bool) ([]PayoutLine, error) {
	return list(tx, "list payout lines", scanPayoutLine, selectPayoutLine+"WHERE payout = ? AND (refund = '' OR NOT ?) ORDER BY line", payout, unmatched)
}

// PayoutLinesOf lists the lines of an order, in every payout of an account.
func (tx *ReadTx) PayoutLinesOf(account, orderRef string) ([]PayoutLine, error) {
	return list(tx, "list payout lines of order", scanPayoutLine,
		selectPayoutLine+"WHERE order_ref = ? AND payout IN (SELECT id FROM payouts WHERE account = ?) ORDER BY at, payout, line", orderRef, account)
}

// OpenRefund is a refund that a payout may prove: it should have been paid, and no
// line says so yet.
type OpenRefund struct {
	CaseID   returns.CaseID
	Number   string // Of the case.
	Refund   returns.RefundID
	State    returns.RefundState
	OrderRef string
	LineRef  string
	Amount   returns.Money
}

// RefundsWithoutPayout lists the refunds of an account that may have been paid and
// that no line of a payout names, oldest first.
func (tx *ReadTx) RefundsWithoutPayout(account string) ([]OpenRefund, error) {
	return list(tx, "list refunds without payout", func(row scanner) (o OpenRefund, err error) {
		return o, row.Scan(&o.CaseID, &o.Number, &o.Refund, &o.State, &o.OrderRef, &o.LineRef, &o.Amount.Minor, &o.Amount.Currency)
	}, refundsWithoutPayout, account)
}

// That the refund of a line is not empty is said for the index of the lines that name one.
const refundsWithoutPayout = `SELECT c.id, c.number, r.id, r.state, r.order_ref, r.line_ref, r.item + r.shipping, r.currency
	FROM refunds r JOIN cases c ON c.row = r.row
	WHERE r.account = ? AND r.state IN ('submitting', 'unknown', 'confirmed', 'already_refunded', 'done_by_hand')
		AND NOT EXISTS (SELECT 1 FROM payout_lines l WHERE l.refund = r.id AND l.refund <> '')
	ORDER BY r.row, r.id`
