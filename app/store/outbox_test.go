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
