package store_test

import (
	"slices"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

// The clock of dueOf gives a received case four days.
func TestTheWorklistPutsFirstWhatADelayCostsMost(t *testing.T) {
	now := newClock()
	start := now.now
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now, Zone: paris, Due: dueOf})
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	open := func(id returns.CaseID, n int, arrived bool, then ...returns.Event) {
		update(t, db, func(tx *store.Tx) error {
			held, err := request(tx, id, n, amelie)
			if err == nil && arrived {
				held, err = receive(tx, held)
			}
			if err == nil && len(then) > 0 {
				_, err = tx.Append(stamp, id, held.Seq, then...)
			}
			return err
		})
	}
	lost := []returns.Event{
		returns.RefundApproved{Refund: returns.Refund{ID: "r", State: returns.RefundIsApproved, Item: sale(5).Paid, Shipping: sale(5).Shipping}},
		returns.RefundSubmitting{Refund: "r"}, returns.RefundNotFound{Refund: "r", AskPerson: true},
	}
	open("late", 1, true)
	now.now = now.now.AddDate(0, 0, 1)
	open("asked-first", 2, false)
	open("asks", 3, true, lost...)
	now.now = now.now.Add(-time.Hour)
	open("due-before", 4, true)
	now.now = now.now.Add(2 * time.Hour)
	open("waits", 5, false, returns.ProofRequested{At: returns.At(now.now, "Europe/Paris", returns.FromClock)})
	open("asked-last", 6, false)
	at := start.AddDate(0, 0, 4).Add(time.Minute) // The first one's limit has passed, the others' have not.
	all := []returns.CaseID{"late", "asks", "due-before", "asked-first", "waits", "asked-last"}
	view(t, db, func(tx *store.ReadTx) error {
		for first := range all {
			for size := 1; size <= len(all); size++ {
				want := all[first:min(first+size, len(all))]
				if got := idsOf(t, tx, store.WorklistFilter{Now: at, Offset: first, Limit: size}); !slices.Equal(got, want) {
					t.Errorf("%d from %d = %v, want %v", size, first, got, want)
				}
			}
		}
		if got := idsOf(t, tx, store.WorklistFilter{Unanswered: true, Now: at}); !slices.Equal(got, []returns.CaseID{"asked-first", "asked-last"}) {
			t.Errorf("to answer = %v", got)
		}
		filters := []store.WorklistFilter{{}, {DueBefore: at}, {Unanswered: true}, {WaitsCustomer: true}, {Stages: []returns.Stage{returns.Received}, Unsettled: true}}
		counts, err := tx.CountLists(filters)
		if err != nil || !slices.Equal(counts, []int{6, 1, 2, 1, 3}) {
			t.Errorf("CountLists = %v, %v", counts, err)
		}
		return nil
	})
}
