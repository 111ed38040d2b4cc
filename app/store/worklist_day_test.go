package store_test

import (
	"slices"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

func TestTheListsOfADayFindWhatWaitsForWhom(t *testing.T) {
	db, _ := mustStation(t)
	open := func(n int, then ...returns.Event) returns.CaseID {
		held := mustCase(t, db, n)
		update(t, db, func(tx *store.Tx) error { return outcome(tx.Append(stamp, held.ID, held.Seq, then...)) })
		return held.ID
	}
	decided := func(pending bool) returns.Event {
		return returns.FullRefundDecided{Decision: returns.Decision{Outcome: returns.FullRefund, Pending: pending, Refund: "none"}}
	}
	soon := newClock().now.Add(time.Hour)
	approval := open(1, decided(true))
	putAway := open(2, decided(false))
	asked := open(3, returns.CustomerAsked{Question: returns.Question{Choice: "repair_or_refund", AskedAt: moment(soon)}})
	promised := open(4, returns.NoteAdded{Note: returns.Note{ID: "note-1", Promise: true, Until: moment(soon)}})
	someday := open(5, returns.NoteAdded{Note: returns.Note{ID: "note-1", Promise: true}})
	open(6, returns.NoteAdded{Note: returns.Note{ID: "note-1", Promise: true}}, returns.PromiseKept{ID: "note-1", At: moment(soon)})
	for name, c := range map[string]struct {
		filter store.WorklistFilter
		want   []returns.CaseID
	}{
		"a second person's approval": {store.WorklistFilter{Approval: true}, []returns.CaseID{approval}},
		"an outcome":                 {store.WorklistFilter{Outcomes: []returns.Outcome{returns.FullRefund}}, []returns.CaseID{approval, putAway}},
		"to be put away":             {store.WorklistFilter{ToPutAway: true}, []returns.CaseID{approval, putAway}},
		"the customer":               {store.WorklistFilter{WaitsCustomer: true}, []returns.CaseID{asked}},
		"a promise":                  {store.WorklistFilter{Promised: true}, []returns.CaseID{promised, someday}},
		"a promise for today":        {store.WorklistFilter{PromiseBefore: soon.Add(time.Minute)}, []returns.CaseID{promised}},
		"a promise for before":       {store.WorklistFilter{PromiseBefore: soon}, []returns.CaseID{}},
	} {
		view(t, db, func(tx *store.ReadTx) error {
			if listed := idsOf(t, tx, c.filter); !slices.Equal(listed, c.want) {
				t.Errorf("%s: %v, want %v", name, listed, c.want)
			}
			count, err := tx.CountCases(c.filter)
			if count != len(c.want) {
				t.Errorf("%s: %d are counted, want %d", name, count, len(c.want))
			}
			return err
		})
	}
	view(t, db, func(tx *store.ReadTx) error {
		for id, want := range map[returns.CaseID]time.Time{promised: soon, someday: {}} {
			if summary, err := tx.CaseSummary(id); err != nil || !summary.PromiseAt.Equal(want) {
				t.Errorf("PromiseAt = %v, %v, want %v", summary.PromiseAt, err, want)
			}
		}
		return nil
	})
	mustVerify(t, db)
}
