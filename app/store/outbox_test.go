package store_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

func TestActionsLeaveInOrderWithinTheirCaseAndLane(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	enqueue := func(a store.Action) {
		a.Account = "bm-fr"
		update(t, db, func(tx *store.Tx) error { return tx.Enqueue(a) })
	}
	enqueue(store.Action{CaseID: "a", ID: "1", Lane: returns.MessageLane})
	enqueue(store.Action{CaseID: "a", ID: "2", Lane: returns.MessageLane})
	enqueue(store.Action{CaseID: "a", ID: "3", Lane: returns.PhotoLane, After: []returns.ActionID{"1"}})
	enqueue(store.Action{CaseID: "a", ID: "4", Lane: returns.MoneyLane, NotBefore: now.now.Add(time.Minute)})
	enqueue(store.Action{CaseID: "b", ID: "1", Lane: returns.MessageLane})
	claim := func() (claimed []string) {
		update(t, db, func(tx *store.Tx) error {
			for {
				a, found, err := tx.ClaimNext()
				if err != nil || !found {
					return err
				}
				claimed = append(claimed, string(a.CaseID)+string(a.ID))
			}
		})
		return claimed
	}
	expect := func(what string, want ...string) {
		t.Helper()
		if got := claim(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: claimed %v, want %v", what, got, want)
		}
	}
	move := func(id returns.ActionID, state store.ActionState) {
		update(t, db, func(tx *store.Tx) error { return tx.SetAction("a", id, store.ActionUpdate{State: state}) })
	}
	expect("at first the oldest of each lane and case", "a1", "b1")
	move("1", store.ActionUnknown)
	expect("nothing passes what is unknown")
	move("1", store.ActionDone)
	update(t, db, func(tx *store.Tx) error {
		return tx.PauseLane("bm-fr", returns.PhotoLane, "errors_store.disk", time.Time{})
	})
	expect("a paused lane waits", "a2")
	update(t, db, func(tx *store.Tx) error { return tx.ResumeLane("bm-fr", returns.PhotoLane) })
	expect("and then goes on", "a3")
	now.now = now.now.Add(time.Minute)
	expect("an action leaves when its time has come", "a4")
	if err := db.Update(context.Background(), func(tx *store.Tx) error {
		return tx.Enqueue(store.Action{CaseID: "a", ID: "1", Account: "bm-fr", Lane: returns.MessageLane})
	}); err == nil {
		t.Error("an action's id was used twice in a case")
	}
}

func TestAClockThatIsSetBackHoldsNothingUp(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	right := now.now
	now.now = right.AddDate(1, 0, 0) // The battery of the clock is flat.
	update(t, db, func(tx *store.Tx) error {
		return tx.Enqueue(store.Action{CaseID: "a", ID: "1", Account: "bm-fr", Lane: returns.MessageLane, NotBefore: now.now.Add(time.Minute)})
	})
	now.now = right
	view(t, db, func(tx *store.ReadTx) error {
		next, err := tx.NextAction()
		if next.IsZero() || next.After(right) {
			t.Errorf("the next action may leave at %v", next)
		}
		return err
	})
	update(t, db, func(tx *store.Tx) error {
		action, found, err := tx.ClaimNext()
		if !found || action.ID != "1" {
			t.Errorf("claimed %+v, %t", action, found)
		}
		return err
	})
}

func TestTheLineIsBackForWhatNothingAnswered(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	later := now.now.Add(5 * time.Minute)
	for _, c := range []struct {
		id, account string
		to          store.ActionUpdate
	}{
		{"no-answer", "bm-fr", store.ActionUpdate{State: store.ActionQueued, NotBefore: later}},
		{"too-many", "bm-fr", store.ActionUpdate{State: store.ActionQueued, NotBefore: later, LastHTTP: 429}},
		{"other-account", "bm-es", store.ActionUpdate{State: store.ActionQueued, NotBefore: later}},
		{"to-fix", "bm-fr", store.ActionUpdate{State: store.ActionToFix, NotBefore: later}},
		{"unknown", "bm-fr", store.ActionUpdate{State: store.ActionUnknown, NotBefore: later}},
	} {
		update(t, db, func(tx *store.Tx) error {
			id := returns.CaseID(c.id)
			if err := tx.Enqueue(store.Action{CaseID: id, ID: "1", Account: c.account, Lane: returns.MessageLane}); err != nil {
				return err
			}
			return tx.SetAction(id, "1", c.to)
		})
	}
	next := func() (at time.Time) {
		view(t, db, func(tx *store.ReadTx) (err error) { at, err = tx.NextAction(); return err })
		return at
	}
	if got := next(); !got.Equal(later) {
		t.Errorf("before: the next action leaves at %v, want %v", got, later)
	}
	update(t, db, func(tx *store.Tx) error { return tx.HastenActions("bm-fr") })
	if got := next(); !got.Equal(now.now) {
		t.Errorf("after: the next action leaves at %v, want %v", got, now.now)
	}
	update(t, db, func(tx *store.Tx) error {
		claimed := []returns.CaseID{}
		for {
			a, found, err := tx.ClaimNext()
			if err != nil {
				return err
			}
			if !found {
				break
			}
			claimed = append(claimed, a.CaseID)
		}
		if !reflect.DeepEqual(claimed, []returns.CaseID{"no-answer"}) {
			t.Errorf("claimed %q", claimed)
		}
		return nil
	})
}

func TestTheFourNumbersCountEachActionOnce(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	start := now.now
	counts := func() (c store.OutboxCounts) {
		view(t, db, func(tx *store.ReadTx) (err error) { c, err = tx.CountOutbox(); return err })
		return c
	}
	if got := counts(); got != (store.OutboxCounts{}) {
		t.Errorf("an empty outbox counts %+v", got)
	}
	states := []store.ActionState{
		store.ActionDone, store.ActionQueued, store.ActionSending, store.ActionSubmitting, store.ActionAccepted,
		store.ActionRefused, store.ActionUnknown, store.ActionToFix, store.ActionManual, store.ActionDropped,
	}
	for _, state := range states {
		now.now = now.now.Add(time.Minute)
		update(t, db, func(tx *store.Tx) error {
			if err := tx.Enqueue(store.Action{CaseID: returns.CaseID(state), ID: "1", Account: "bm-fr", Lane: returns.MessageLane}); err != nil {
				return err
			}
			return tx.SetAction(returns.CaseID(state), "1", store.ActionUpdate{State: state})
		})
	}
	want := store.OutboxCounts{Waiting: 4, Oldest: start.Add(2 * time.Minute), LastSuccess: start.Add(time.Minute), ToFix: 3}
	if got := counts(); got != want {
		t.Errorf("CountOutbox = %+v, want %+v", got, want)
	}
	view(t, db, func(tx *store.ReadTx) error {
		over, err := tx.RecentActions(2)
		if err != nil || len(over) != 2 || over[0].State != store.ActionDropped || over[1].State != store.ActionRefused {
			t.Errorf("RecentActions = %+v, %v", over, err)
		}
		found, err := tx.ActionsIn(9, store.ActionSending, store.ActionSubmitting)
		if err != nil || len(found) != 2 || found[0].State != store.ActionSending {
			t.Errorf("ActionsIn = %+v, %v", found, err)
		}
		return nil
	})
}
