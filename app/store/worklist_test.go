package store_test

import (
	"slices"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

func TestAListHoldsWhatItsCountSays(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now, Zone: paris, Due: dueOf})
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	open := func(id returns.CaseID, n int, received bool, then ...returns.Event) {
		now.now = now.now.Add(time.Hour)
		update(t, db, func(tx *store.Tx) error {
			held, err := request(tx, id, n, amelie)
			if err == nil && received {
				held, err = receive(tx, held)
			}
			if err == nil {
				_, err = tx.Append(stamp, id, held.Seq, then...)
			}
			return err
		})
	}
	first := now.now.Add(2*time.Hour).AddDate(0, 0, 4) // When the first one received is due.
	stored := returns.DeviceMoved{Custody: returns.Custody{Place: returns.Stock}}
	open("requested", 1, false)
	open("received", 2, true)
	open("held", 3, true, returns.CaseHeld{Hold: returns.Hold{Code: returns.HoldDoubt}})
	open("stored", 4, true, stored)
	open("asks", 5, true, returns.RefundApproved{Refund: returns.Refund{ID: "r", State: returns.RefundIsApproved, Item: sale(5).Paid, Shipping: sale(5).Shipping}},
		returns.RefundSubmitting{Refund: "r"}, returns.RefundNotFound{Refund: "r", AskPerson: true})
	open("ended-1", 6, true, stored, returns.CaseClosed{})
	open("ended-2", 7, false, returns.CaseClosed{})
	for name, c := range map[string]struct {
		filter store.WorklistFilter
		want   []returns.CaseID
	}{
		"every open case, the most pressing first": {store.WorklistFilter{}, []returns.CaseID{"received", "held", "stored", "asks", "requested"}},
		"one stage":                        {store.WorklistFilter{Stages: []returns.Stage{returns.Requested}}, []returns.CaseID{"requested"}},
		"two stages":                       {store.WorklistFilter{Stages: []returns.Stage{returns.Requested, returns.Received}}, []returns.CaseID{"received", "held", "stored", "asks", "requested"}},
		"a stage that nothing is in":       {store.WorklistFilter{Stages: []returns.Stage{returns.Deciding}}, []returns.CaseID{}},
		"an account":                       {store.WorklistFilter{Account: "bm-fr", OnHold: true}, []returns.CaseID{"held"}},
		"an account without cases":         {store.WorklistFilter{Account: "bm-es"}, []returns.CaseID{}},
		"on hold":                          {store.WorklistFilter{OnHold: true}, []returns.CaseID{"held"}},
		"asks somebody":                    {store.WorklistFilter{Asks: true}, []returns.CaseID{"asks"}},
		"not away":                         {store.WorklistFilter{NotAway: true, Stages: []returns.Stage{returns.Received}}, []returns.CaseID{"received", "held", "asks"}},
		"due before the first is due":      {store.WorklistFilter{DueBefore: first}, []returns.CaseID{}},
		"due before the second is due":     {store.WorklistFilter{DueBefore: first.Add(time.Minute)}, []returns.CaseID{"received"}},
		"what is over, the newest first":   {store.WorklistFilter{Ended: true}, []returns.CaseID{"ended-2", "ended-1"}},
		"what is over and was put away":    {store.WorklistFilter{Ended: true, NotAway: true}, []returns.CaseID{"ended-2"}},
		"a place":                          {store.WorklistFilter{Places: []returns.Place{returns.Stock, returns.Parts}}, []returns.CaseID{"stored"}},
		"a place, of what is over":         {store.WorklistFilter{Places: []returns.Place{returns.Stock}, Ended: true}, []returns.CaseID{"ended-1"}},
		"money of which nobody knows":      {store.WorklistFilter{Money: []returns.RefundState{returns.RefundIsUnknown}}, []returns.CaseID{"asks"}},
		"money that is settled":            {store.WorklistFilter{Money: []returns.RefundState{returns.RefundIsConfirmed}}, []returns.CaseID{}},
		"a claim":                          {store.WorklistFilter{Claims: []returns.ClaimKind{returns.Defect}, Places: []returns.Place{returns.Stock}}, []returns.CaseID{"stored"}},
		"another claim":                    {store.WorklistFilter{Claims: []returns.ClaimKind{returns.Warranty}}, []returns.CaseID{}},
		"an outcome that nobody decided":   {store.WorklistFilter{Outcomes: []returns.Outcome{returns.FullRefund}}, []returns.CaseID{}},
		"to put away":                      {store.WorklistFilter{ToPutAway: true}, []returns.CaseID{}},
		"to be approved":                   {store.WorklistFilter{Approval: true}, []returns.CaseID{}},
		"nothing that is over is pressing": {store.WorklistFilter{Ended: true, DueBefore: first.AddDate(1, 0, 0)}, []returns.CaseID{}},
	} {
		t.Run(name, func(t *testing.T) {
			view(t, db, func(tx *store.ReadTx) error {
				listed := idsOf(t, tx, c.filter)
				if !slices.Equal(listed, c.want) {
					t.Errorf("Worklist = %q, want %q", listed, c.want)
				}
				if count, err := tx.CountCases(c.filter); err != nil || count != len(c.want) {
					t.Errorf("CountCases = %d, %v, want %d", count, err, len(c.want))
				}
				paged := []returns.CaseID{}
				for page := c.filter; ; page.Offset += 2 {
					page.Limit = 2
					found := idsOf(t, tx, page)
					if paged = append(paged, found...); len(found) < 2 {
						break
					}
				}
				if !slices.Equal(paged, c.want) {
					t.Errorf("page by page: %q, want %q", paged, c.want)
				}
				return nil
			})
		})
	}
	now.now = first.Add(time.Minute)
	view(t, db, func(tx *store.ReadTx) error {
		for name, c := range map[string]struct {
			filter store.WorklistFilter
			want   int
		}{
			"open":     {store.WorklistFilter{}, 5},
			"on hold":  {store.WorklistFilter{OnHold: true}, 1},
			"asking":   {store.WorklistFilter{Asks: true}, 1},
			"late":     {store.WorklistFilter{DueBefore: tx.Now()}, 1},
			"received": {store.WorklistFilter{Stages: []returns.Stage{returns.Received}}, 4},
		} {
			if got, err := tx.CountCases(c.filter); err != nil || got != c.want {
				t.Errorf("%s: %d (%v), want %d", name, got, err, c.want)
			}
		}
		return nil
	})
}

func idsOf(t *testing.T, tx *store.ReadTx, filter store.WorklistFilter) []returns.CaseID {
	t.Helper()
	found, err := tx.Worklist(filter)
	if err != nil {
		t.Fatal(err)
	}
	ids := []returns.CaseID{}
	for _, summary := range found {
		ids = append(ids, summary.ID)
	}
	return ids
}
