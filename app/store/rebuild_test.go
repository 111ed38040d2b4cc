package store_test

import (
	"context"
	"reflect"
	"testing"

	"revient/app/store"
)

func TestARebuildGivesTheSameProjectionsAndTouchesNoLedger(t *testing.T) {
	db, dir, held := mustWorkshop(t)
	mustVerify(t, db)
	before := dump(t, dir, append(projections, ledgers...)...)
	for _, table := range append(projections, ledgers...) {
		if len(before[table]) == 0 {
			t.Errorf("%s is empty: the test compares nothing", table)
		}
	}
	if err := db.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	after := dump(t, dir, append(projections, ledgers...)...)
	for table := range before {
		if !reflect.DeepEqual(before[table], after[table]) {
			t.Errorf("%s differs after a rebuild:\n%v\n%v", table, before[table], after[table])
		}
	}
	mustVerify(t, db)
	view(t, db, func(tx *store.ReadTx) error {
		refunds, err := tx.LineRefunds(held.Sale.Account, held.Sale.OrderRef, held.Sale.LineRef)
		if err != nil || len(refunds) != 1 || !refunds[0].Refund.State.Counts() || refunds[0].CaseID != held.ID || refunds[0].Refund.Total().Minor != 33390 {
			t.Errorf("LineRefunds = %+v, %v", refunds, err)
		}
		found, err := tx.Search("lefevre", 50)
		if err != nil || len(found) != 2 {
			t.Errorf("Search = %d cases, %v", len(found), err)
		}
		return nil
	})
}
