package store

import "time"

// pastBuyers are the order lines that left before ?1 and that nobody ever asked to
// return, with their buyer. A line of which the days are unknown counts from when it
// was last told.
const pastBuyers = `FROM sales s WHERE s.erased = '' AND s.buyer <> '{}'
	AND coalesce(nullif(max(coalesce(unixepoch(s.body ->> '$.shippedAt.at'), 0), coalesce(unixepoch(s.body ->> '$.soldAt.at'), 0), 0), 0) * 1000, s.updated_at) < ?1
	AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.order_ref = s.order_ref AND c.account IN (s.account, ''))`

// CountPastBuyers counts the order lines that left before an instant, that nobody
// ever asked to return, and whose buyer is still known.
func (tx *ReadTx) CountPastBuyers(before time.Time) (int, error) {
	return one(tx, "count past buyers", func(row scanner) (n int, err error) { return n, row.Scan(&n) }, "SELECT count(*) "+pastBuyers, before.UnixMilli())
}

// ErasePastBuyers forgets the buyers that CountPastBuyers counts, with what the
// marketplace sent of their orders, and returns of how many lines. What was sold stays.
func (tx *Tx) ErasePastBuyers(before time.Time) (int, error) {
	type bought struct {
		row            int64
		buyer          []byte
		account, order string
	}
	past, err := list(tx.ReadTx, "list past buyers", func(row scanner) (b bought, err error) {
		return b, row.Scan(&b.row, &b.buyer, &b.account, &b.order)
	}, "SELECT s.row, s.buyer, s.account, s.order_ref "+pastBuyers, before.UnixMilli())
	if err != nil {
		return 0, err
	}
	for _, sale := range past {
		mark, err := tx.markOf(sale.buyer)
		if err != nil {
			return 0, err
		}
		if err := tx.exec("erase buyer", "UPDATE sales SET buyer = '{}', erased = ? WHERE row = ?", mark, sale.row); err != nil {
			return 0, err
		}
		orders, err := tx.remoteObjects("WHERE account = ? AND external_id = ?", sale.account, sale.order)
		if err != nil {
			return 0, err
		}
		if err := tx.eraseObjects(orders); err != nil {
			return 0, err
		}
	}
	return len(past), nil
}
