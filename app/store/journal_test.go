package store_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

func TestAnEventIsInTheJournalTheCaseAndTheSearchAtOnce(t *testing.T) {
	db, _ := mustStation(t)
	held := mustCase(t, db, 1)
	if held.Stage != returns.Received || held.Seq != 2 || held.Number != returns.CaseNumber("P03", 1, 1) {
		t.Fatalf("case = %+v", held)
	}
	view(t, db, func(tx *store.ReadTx) error {
		read, err := tx.Case(held.ID)
		if err != nil || !reflect.DeepEqual(read, held) {
			t.Errorf("Case = %+v, %v, want %+v", read, err, held)
		}
		history, err := tx.History(held.ID)
		if err != nil || len(history) != 2 {
			t.Fatalf("History = %d rows, %v", len(history), err)
		}
		first, second := history[0], history[1]
		if first.Station != "P03" || first.Epoch != 1 || first.Seq != 1 || first.CaseSeq != 1 || first.Seen != "" || first.Zone != "Europe/Paris" {
			t.Errorf("first entry = %+v", first)
		}
		if second.Seen != "P03/1/1" || second.HLC <= first.HLC || !reflect.DeepEqual(second.PrevHash, first.Hash) {
			t.Errorf("second entry = %+v", second)
		}
		return nil
	})
	mustVerify(t, db)
}

func TestACommandDecidedOnAnOlderStateIsAConflict(t *testing.T) {
	db, _ := mustStation(t)
	held := mustCase(t, db, 1)
	err := db.Update(context.Background(), func(tx *store.Tx) error {
		_, err := tx.Append(stamp, held.ID, held.Seq-1, returns.CaseHeld{Hold: returns.Hold{Code: returns.HoldDoubt}})
		return err
	})
	if !fault.Is(err, fault.Conflict) {
		t.Fatalf("Append = %v, want a conflict", err)
	}
}

func TestAnUnnamedStationWritesNoEvent(t *testing.T) {
	db := mustOpen(t, t.TempDir())
	err := db.Update(context.Background(), func(tx *store.Tx) error {
		_, err := tx.Append(stamp, "case", 0, returns.CaseClosed{})
		return err
	})
	if !fault.Is(err, fault.Conflict) {
		t.Fatalf("Append = %v, want a conflict", err)
	}
}

func TestAStationKeepsItsPrefixOnceItHasWritten(t *testing.T) {
	db, _ := mustStation(t)
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P04") })
	mustCase(t, db, 1)
	for _, prefix := range []string{"P05", "p4", ""} {
		if err := db.Update(context.Background(), func(tx *store.Tx) error { return tx.NameStation(prefix) }); err == nil {
			t.Errorf("NameStation(%q) was taken", prefix)
		}
	}
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P04") })
}

func TestAFailedUpdateLeavesNothing(t *testing.T) {
	db, _ := mustStation(t)
	for _, fails := range []func(tx *store.Tx) error{
		func(tx *store.Tx) error { _, err := request(tx, "a", 1, amelie); return errOr(err) },
	} {
		if err := db.Update(context.Background(), fails); err == nil {
			t.Fatal("the update succeeded")
		}
	}
	func() {
		defer func() { _ = recover() }()
		_ = db.Update(context.Background(), func(tx *store.Tx) error {
			if _, err := request(tx, "b", 2, amelie); err != nil {
				return err
			}
			panic("the program has a defect")
		})
	}()
	held := mustCase(t, db, 3)
	if held.Number != returns.CaseNumber("P03", 1, 1) {
		t.Fatalf("number = %s: a number was lost", held.Number)
	}
	mustVerify(t, db)
}

func errOr(err error) error {
	if err != nil {
		return err
	}
	return errUndo
}

func TestTheClockNeverGoesBack(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now, Zone: paris})
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	held := mustCase(t, db, 1)
	now.now = now.now.Add(-time.Hour)
	update(t, db, func(tx *store.Tx) error {
		_, err := tx.Append(stamp, held.ID, held.Seq, returns.CaseHeld{Hold: returns.Hold{Code: returns.HoldDoubt}})
		return err
	})
	view(t, db, func(tx *store.ReadTx) error {
		history, err := tx.History(held.ID)
		if err == nil && history[2].HLC <= history[1].HLC {
			t.Error("the logical clock went back with the machine's")
		}
		return err
	})
}

func TestACommandIsAnsweredOnce(t *testing.T) {
	db, _ := mustStation(t)
	update(t, db, func(tx *store.Tx) error {
		if _, known, err := tx.CommandResult("c1"); err != nil || known {
			t.Errorf("a new command is known (%v)", err)
		}
		return tx.SaveCommand("c1", "Receive", "operator-1", []byte(`{"case":"a"}`))
	})
	view(t, db, func(tx *store.ReadTx) error {
		result, known, err := tx.CommandResult("c1")
		if err != nil || !known || string(result) != `{"case":"a"}` {
			t.Errorf("CommandResult = %s, %v, %v", result, known, err)
		}
		return nil
	})
	if err := db.Update(context.Background(), func(tx *store.Tx) error { return tx.SaveCommand("c1", "Receive", "x", nil) }); err == nil {
		t.Error("a command was saved twice")
	}
}

func TestSubscribersLearnOfEveryCaseWithoutHoldingTheWriterUp(t *testing.T) {
	db, _ := mustStation(t)
	told, cancel := db.Subscribe()
	first, second := mustCase(t, db, 1), mustCase(t, db, 2) // Nobody reads meanwhile.
	change := <-told
	if len(change.Cases) != 2 || change.Outbox {
		t.Fatalf("change = %+v, want the cases %s and %s", change, first.ID, second.ID)
	}
	cancel()
	cancel()
	if _, open := <-told; open {
		t.Fatal("a cancelled subscription told something")
	}
}
