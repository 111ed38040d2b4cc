package store_test

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"revient/app/returns"
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

// A refund of which nobody knows whether it left must never look as if it had
// not: it would be sent again.
func TestALostRefundIsStillLostAfterARebuild(t *testing.T) {
	for name, c := range map[string]struct {
		events []returns.Event
		action store.ActionState
		refund returns.RefundState
	}{
		"one that was on its way": {nil, store.ActionSubmitting, returns.RefundIsSubmitting},
		"one that got no answer":  {[]returns.Event{returns.RefundDoubted{Refund: "refund-1"}}, store.ActionUnknown, returns.RefundIsUnknown},
		"one that was not found": {
			[]returns.Event{returns.RefundNotFound{Refund: "refund-1", AskPerson: true}}, store.ActionUnknown, returns.RefundIsUnknown,
		},
	} {
		t.Run(name, func(t *testing.T) {
			db, dir, held := mustWorkshop(t)
			update(t, db, func(tx *store.Tx) error {
				if err := tx.Enqueue(store.Action{CaseID: held.ID, ID: "3-refund", Account: "bm-fr", Lane: returns.MoneyLane, Kind: "refund", Payload: []byte(`{"refund":"refund-1"}`)}); err != nil {
					return err
				}
				if err := tx.SetAction(held.ID, "3-refund", store.ActionUpdate{State: c.action}); err != nil {
					return err
				}
				var err error
				held, err = tx.Append(stamp, held.ID, held.Seq, c.events...)
				return err
			})
			before := dump(t, dir, append(projections, ledgers...)...)
			edit(t, filepath.Join(dir, store.FileName), "UPDATE refunds SET state = 'approved'", "UPDATE cases SET asks = 0, state = CAST('{}' AS BLOB)")
			if err := db.Rebuild(context.Background()); err != nil {
				t.Fatal(err)
			}
			if after := dump(t, dir, append(projections, ledgers...)...); !reflect.DeepEqual(before, after) {
				t.Error("a rebuild did not bring the tables back to what they were")
			}
			mustVerify(t, db)
			update(t, db, func(tx *store.Tx) error {
				if again, err := tx.Case(held.ID); err != nil || !reflect.DeepEqual(again, held) || again.Refunds[0].State != c.refund {
					t.Errorf("the refund is %+v, %v, want %s", again.Refunds, err, c.refund)
				}
				if action, err := tx.Action(held.ID, "3-refund"); err != nil || action.State != c.action {
					t.Errorf("its action is %s, %v, want %s", action.State, err, c.action)
				}
				for {
					action, found, err := tx.ClaimNext()
					if err != nil || !found {
						return err
					}
					if action.Lane == returns.MoneyLane {
						t.Error("the refund would be sent again")
					}
				}
			})
		})
	}
}

func TestARebuildRepairsADamagedSearch(t *testing.T) {
	db, dir, _ := mustWorkshop(t)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, store.FileName), "UPDATE search_words_data SET block = zeroblob(20) WHERE id > 10", "UPDATE search_codes_data SET block = zeroblob(20) WHERE id > 10")
	damaged := mustOpen(t, dir)
	if report, err := damaged.Verify(context.Background()); err != nil || report.OK() {
		t.Fatalf("the damage is not found: %+v, %v", report, err)
	}
	if err := damaged.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	mustVerify(t, damaged)
	view(t, damaged, func(tx *store.ReadTx) error {
		for text, want := range map[string]int{"lefevre": 2, "0000008": 1, "lefevre 0000007": 1} {
			if found, err := tx.Search(text, 50); err != nil || len(found) != want {
				t.Errorf("Search(%q) = %d cases, %v, want %d", text, len(found), err, want)
			}
		}
		return nil
	})
}
