package store

import (
	"encoding/json"
	"fmt"

	"revient/app/fault"
	"revient/app/returns"
)

// Sold is an order line of a marketplace and who bought it.
type Sold struct {
	Sale       returns.Sale
	Customer   Person
	Returnable bool // It reached a customer and was not refunded there.
}

// SaveSale keeps what is known of an order line; what was known before is
// replaced. A case has its own copy and is not touched. A buyer who was erased
// stays so while they come again as they were.
func (tx *Tx) SaveSale(s Sold) error {
	body, err := json.Marshal(s.Sale)
	if err != nil {
		return fmt.Errorf("encode sale: %w", err)
	}
	buyer, err := json.Marshal(s.Customer)
	if err != nil {
		return fmt.Errorf("encode buyer: %w", err)
	}
	buyer, mark, err := tx.stayErased(s, buyer)
	if err != nil {
		return err
	}
	return tx.exec("save sale", `INSERT INTO sales (account, order_ref, line_ref, title, imei, serial, tracking, returnable, body, buyer, updated_at, erased)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (account, order_ref, line_ref) DO UPDATE SET title = excluded.title, imei = excluded.imei, serial = excluded.serial,
		tracking = excluded.tracking, returnable = excluded.returnable, body = excluded.body, buyer = excluded.buyer, updated_at = excluded.updated_at, erased = excluded.erased`,
		s.Sale.Account, s.Sale.OrderRef, s.Sale.LineRef, s.Sale.Title, NormaliseCode(s.Sale.IMEI), NormaliseCode(s.Sale.Serial),
		NormaliseCode(s.Sale.Tracking), s.Returnable, string(body), string(buyer), tx.now.UnixMilli(), mark)
}

// stayErased empties a buyer who was erased and comes again as they were, and
// returns how they are known.
func (tx *Tx) stayErased(s Sold, buyer []byte) (kept []byte, mark string, err error) {
	erased, err := one(tx.ReadTx, "read erased buyer", func(row scanner) (m string, err error) { return m, row.Scan(&m) },
		"SELECT erased FROM sales WHERE account = ? AND order_ref = ? AND line_ref = ? AND erased <> ''", s.Sale.Account, s.Sale.OrderRef, s.Sale.LineRef)
	if fault.Is(err, fault.NotFound) {
		return buyer, "", nil
	}
	if err != nil {
		return buyer, "", err
	}
	if mark, err = tx.markOf(buyer); err != nil || mark == erased {
		return []byte("{}"), mark, err
	}
	return buyer, "", nil
}

const selectSold = "SELECT body, buyer, returnable FROM sales "

func scanSold(row scanner) (s Sold, err error) {
	var body, buyer []byte
	if err := row.Scan(&body, &buyer, &s.Returnable); err != nil {
		return s, err
	}
	if err := json.Unmarshal(body, &s.Sale); err != nil {
		return s, fmt.Errorf("decode sale: %w", err)
	}
	return s, json.Unmarshal(buyer, &s.Customer)
}

// Sold returns an order line, with what the workshop's own files say of its device.
func (tx *ReadTx) Sold(account, orderRef, lineRef string) (Sold, error) {
	found, err := one(tx, "read sale", scanSold, selectSold+"WHERE account = ? AND order_ref = ? AND line_ref = ?", account, orderRef, lineRef)
	if err == nil {
		found.Sale, err = tx.Enrich(found.Sale)
	}
	return found, err
}

// FindSold lists the order lines that a code belongs to: an order number, an
// IMEI, a serial number or an outward tracking number, whether the marketplace
// tells it or the workshop's own files do.
func (tx *ReadTx) FindSold(code string) ([]Sold, error) {
	code = NormaliseCode(code)
	if code == "" {
		return []Sold{}, nil
	}
	found, err := list(tx, "find sale", scanSold, selectSold+`WHERE row IN (
		SELECT row FROM sales WHERE order_ref = ?1 UNION SELECT row FROM sales WHERE imei = ?1
		UNION SELECT row FROM sales WHERE serial = ?1 UNION SELECT row FROM sales WHERE tracking = ?1
		UNION SELECT s.row FROM sold_units u JOIN sales s ON s.order_ref = u.order_ref AND u.account IN (s.account, '') AND u.line_ref IN (s.line_ref, '')
			WHERE u.row IN (SELECT row FROM sold_units WHERE imei = ?1 AND imei <> '' UNION SELECT row FROM sold_units WHERE serial = ?1 AND serial <> ''))
		ORDER BY row DESC LIMIT 20`, code)
	for i := range found {
		if found[i].Sale, err = tx.Enrich(found[i].Sale); err != nil {
			return nil, err
		}
	}
	return found, err
}
