package station

import (
	"slices"
	"time"

	"revient/app/store"
)

// soldAs lists the sales of a device: those of the workshop's files, and those that
// the marketplace tells.
func soldAs(tx *store.ReadTx, code string) ([]SoldRecord, error) {
	records := []SoldRecord{}
	units, err := tx.FindSoldUnit(code)
	if err != nil {
		return records, err
	}
	for _, unit := range units {
		records = append(records, SoldRecord{OrderRef: unit.OrderRef, LineRef: unit.LineRef, Unit: unit})
	}
	sold, err := tx.FindSold(code)
	if err != nil {
		return records, err
	}
	plain := store.NormaliseCode(code)
	for _, told := range sold {
		i := slices.IndexFunc(records, func(r SoldRecord) bool {
			return r.OrderRef == told.Sale.OrderRef && (r.LineRef == told.Sale.LineRef || r.LineRef == "")
		})
		switch {
		case i >= 0:
			records[i].LineRef, records[i].Title, records[i].At, records[i].Customers = told.Sale.LineRef, told.Sale.Title, told.Sale.SoldAt, true
		case plain == store.NormaliseCode(told.Sale.IMEI) || plain == store.NormaliseCode(told.Sale.Serial): // And not by its order or tracking number.
			records = append(records, SoldRecord{OrderRef: told.Sale.OrderRef, LineRef: told.Sale.LineRef, Title: told.Sale.Title, At: told.Sale.SoldAt, Customers: true})
		}
	}
	slices.SortStableFunc(records, func(a, b SoldRecord) int { return b.left().Compare(a.left()) })
	return records, nil
}

// left is about when the device left with this order.
func (r SoldRecord) left() time.Time {
	if r.At.Known() {
		return r.At.At
	}
	return r.Unit.InvoiceAt
}
