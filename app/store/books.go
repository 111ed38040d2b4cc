package store

import (
	"database/sql"
	"time"

	"revient/app/returns"
)

// UnsureRefund is a refund that may have been made: nobody knows yet.
type UnsureRefund struct {
	CaseID returns.CaseID
	Number string // Of the case.
	Title  string // Of the device.
	Refund returns.RefundID
	State  returns.RefundState // submitting or unknown.
	Amount returns.Money
	Since  time.Time // When it left, or was about to.
}

// UnsureRefunds lists every refund of which nobody knows whether it was made, the
// oldest first.
func (tx *ReadTx) UnsureRefunds() ([]UnsureRefund, error) {
	return list(tx, "list unsure refunds", func(row scanner) (u UnsureRefund, err error) {
		var since sql.NullInt64
		err = row.Scan(&u.CaseID, &u.Number, &u.Title, &u.Refund, &u.State, &u.Amount.Minor, &u.Amount.Currency, &since)
		u.Since = fromMillis(since)
		return u, err
	}, `SELECT c.id, c.number, c.title, r.id, r.state, r.item + r.shipping, r.currency,
			(SELECT max(j.at) FROM journal j WHERE j.case_id = c.id AND j.type = 'refund_submitting'
				AND json_extract(CAST(j.payload AS TEXT), '$.refund') = r.id)
		FROM cases c JOIN refunds r ON r.row = c.row
		WHERE c.open = 1 AND c.money IN ('submitting', 'unknown') AND r.state IN ('submitting', 'unknown') ORDER BY 8, c.row, r.id`)
}

// IssuedNumbers lists the numbers of documents that the rows of the journal from one
// to another, both included, issued, in that order.
func (tx *ReadTx) IssuedNumbers(fromRow, toRow int64) ([]string, error) {
	return list(tx, "list issued numbers", func(row scanner) (number string, err error) { return number, row.Scan(&number) },
		`SELECT json_extract(CAST(payload AS TEXT), '$.document.number') FROM journal WHERE type = 'document_issued' AND row BETWEEN ? AND ?
			AND json_extract(CAST(payload AS TEXT), '$.document.number') <> '' ORDER BY row`, fromRow, toRow)
}

// BookEntry is a line of the books: a numbered document of money, or a refund that
// the marketplace made by itself, for which there is none.
type BookEntry struct {
	CaseID   returns.CaseID
	Refund   returns.RefundID
	Kind     returns.DocumentKind // Empty for a refund of the marketplace.
	Number   string               // Empty for a refund of the marketplace.
	Corrects string               // Number of the document that a correction puts right.
	At       time.Time            // When it was issued, or the refund found.
	Outcome  returns.Outcome      // Of the decision that granted the refund; empty when nothing was decided.
	By       returns.OperatorID   // Who granted, or corrected.
}

// Books lists what the books say from one instant to another, the first included,
// in the order in which it happened.
func (tx *ReadTx) Books(from, to time.Time) ([]BookEntry, error) {
	return list(tx, "read the books", func(row scanner) (b BookEntry, err error) {
		var at sql.NullInt64
		err = row.Scan(&b.CaseID, &b.Refund, &b.Kind, &b.Number, &b.Corrects, &at, &b.Outcome, &b.By)
		b.At = fromMillis(at)
		return b, err
	}, `WITH booked AS (
			SELECT j.row, j.case_id, j.at, json_extract(CAST(j.payload AS TEXT), '$.document.refund') AS refund,
				json_extract(CAST(j.payload AS TEXT), '$.document.kind') AS kind, json_extract(CAST(j.payload AS TEXT), '$.document.number') AS number,
				json_extract(CAST(j.payload AS TEXT), '$.document.corrects') AS corrects
			FROM journal j WHERE j.type = 'document_issued' AND j.at >= ?1 AND j.at < ?2
				AND json_extract(CAST(j.payload AS TEXT), '$.document.number') <> ''
			UNION ALL
			SELECT j.row, j.case_id, j.at, coalesce(json_extract(CAST(j.payload AS TEXT), '$.refund.id'), json_extract(CAST(j.payload AS TEXT), '$.refund')), '', '', NULL
			FROM journal j WHERE j.type IN ('marketplace_refund_noted', 'refund_found_done') AND j.at >= ?1 AND j.at < ?2)
		SELECT b.case_id, coalesce(b.refund, ''), b.kind, b.number, coalesce((SELECT d.number FROM documents d WHERE d.id = b.corrects), ''), b.at,
			coalesce((SELECT json_extract(CAST(d.payload AS TEXT), '$.decision.outcome') FROM journal d
				WHERE d.case_id = b.case_id AND json_extract(CAST(d.payload AS TEXT), '$.decision.refund') = b.refund ORDER BY d.case_seq LIMIT 1), ''),
			coalesce((SELECT c.actor FROM journal c WHERE c.case_id = b.case_id AND c.row < b.row AND (
					b.corrects IS NOT NULL AND c.type = 'document_corrected' AND json_extract(CAST(c.payload AS TEXT), '$.document') = b.corrects
					OR b.corrects IS NULL AND c.type IN ('refund_approved', 'marketplace_refund_noted') AND json_extract(CAST(c.payload AS TEXT), '$.refund.id') = b.refund)
				ORDER BY c.row DESC LIMIT 1), '')
		FROM booked b ORDER BY b.row`, from.UnixMilli(), to.UnixMilli())
}
