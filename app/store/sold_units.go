package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"revient/app/returns"
)

// SoldUnit is a device that left with an order line.
type SoldUnit struct {
	Account     string // Empty where the file does not say; then the order's own number must do.
	OrderRef    string
	LineRef     string // Empty where the file does not say.
	IMEI        string
	Serial      string
	WeightGrams int
	Grade       string
	Accessories []string
	Supplier    string
	Invoice     string    // Number of the invoice that it was sold by.
	InvoiceAt   time.Time // Zero when unknown.
	Source      string    // Such as csv.
	ImportedAt  time.Time
	ImportID    string
}

const (
	soldUnitColumns = "account, order_ref, line_ref, imei, serial, weight_g, grade, accessories, supplier, invoice, invoice_at, source, imported_at, import_id"
	selectSoldUnit  = "SELECT " + soldUnitColumns + " FROM sold_units "
)

func scanSoldUnit(row scanner) (u SoldUnit, err error) {
	var invoiced, imported sql.NullInt64
	var accessories []byte
	if err := row.Scan(&u.Account, &u.OrderRef, &u.LineRef, &u.IMEI, &u.Serial, &u.WeightGrams, &u.Grade, &accessories, &u.Supplier,
		&u.Invoice, &invoiced, &u.Source, &imported, &u.ImportID); err != nil {
		return u, err
	}
	u.InvoiceAt, u.ImportedAt = fromMillis(invoiced), fromMillis(imported)
	return u, json.Unmarshal(accessories, &u.Accessories)
}

// SaveSoldUnits keeps what a file tells of devices that left, and the file. What
// was known of a device of the same line is replaced.
func (tx *Tx) SaveSoldUnits(file Import, units []SoldUnit) error {
	file.Rows = len(units)
	if err := tx.AddImport(file); err != nil {
		return err
	}
	for _, u := range units {
		if u.Accessories == nil {
			u.Accessories = []string{}
		}
		accessories, err := json.Marshal(u.Accessories)
		if err != nil {
			return fmt.Errorf("encode accessories: %w", err)
		}
		err = tx.exec("save sold unit", insert("sold_units", soldUnitColumns)+` ON CONFLICT (account, order_ref, line_ref, imei, serial) DO UPDATE SET
			weight_g = excluded.weight_g, grade = excluded.grade, accessories = excluded.accessories, supplier = excluded.supplier,
			invoice = excluded.invoice, invoice_at = excluded.invoice_at, source = excluded.source,
			imported_at = excluded.imported_at, import_id = excluded.import_id`,
			u.Account, u.OrderRef, u.LineRef, NormaliseCode(u.IMEI), NormaliseCode(u.Serial), u.WeightGrams, u.Grade, string(accessories),
			u.Supplier, u.Invoice, millis(u.InvoiceAt), u.Source, tx.now.UnixMilli(), file.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

// FindSoldUnit lists the lines that a device left with, by its IMEI or serial
// number, the newest first: one that came back may have been sold again.
func (tx *ReadTx) FindSoldUnit(code string) ([]SoldUnit, error) {
	return list(tx, "find sold unit", scanSoldUnit, selectSoldUnit+`WHERE row IN (SELECT row FROM sold_units WHERE imei = ?1 AND imei <> ''
		UNION SELECT row FROM sold_units WHERE serial = ?1 AND serial <> '') ORDER BY coalesce(invoice_at, imported_at) DESC, row DESC`, NormaliseCode(code))
}

// SoldUnitsOfLine lists the devices that left with an order line. A file that does
// not name the account or the line speaks of the whole order.
func (tx *ReadTx) SoldUnitsOfLine(account, orderRef, lineRef string) ([]SoldUnit, error) {
	return list(tx, "list sold units of line", scanSoldUnit,
		selectSoldUnit+"WHERE order_ref = ?2 AND order_ref <> '' AND account IN (?1, '') AND line_ref IN (?3, '') ORDER BY row", account, orderRef, lineRef)
}

// Enrich completes a sale with what the workshop's own files say of its device,
// where the marketplace says nothing. A line of several devices stays as it is:
// nobody can tell which of them is meant.
func (tx *ReadTx) Enrich(sale returns.Sale) (returns.Sale, error) {
	units, err := tx.SoldUnitsOfLine(sale.Account, sale.OrderRef, sale.LineRef)
	if err != nil || len(units) != 1 {
		return sale, err
	}
	unit := units[0]
	sale.IMEI, sale.Serial = cmp.Or(sale.IMEI, unit.IMEI), cmp.Or(sale.Serial, unit.Serial)
	sale.Grade, sale.Invoice = cmp.Or(sale.Grade, unit.Grade), cmp.Or(sale.Invoice, unit.Invoice)
	return sale, nil
}
