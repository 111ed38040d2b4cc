package store_test

import (
	"context"
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

func TestASettingKeepsItsPast(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	start := now.now
	for n, value := range []string{"fr", "en", "fr"} {
		now.now = start.Add(time.Duration(n) * time.Hour)
		update(t, db, func(tx *store.Tx) error { return tx.SetSetting("language", value, "operator-1") })
	}
	update(t, db, func(tx *store.Tx) error { return tx.SetSetting("sound", map[string]bool{"on": true}, "operator-2") })
	view(t, db, func(tx *store.ReadTx) error {
		language := "untouched"
		if set, err := tx.Setting("nothing", &language); set || err != nil || language != "untouched" {
			t.Errorf("a setting that was never given is %q, %v, %v", language, set, err)
		}
		if set, err := tx.Setting("language", &language); !set || err != nil || language != "fr" {
			t.Errorf("Setting = %q, %v, %v", language, set, err)
		}
		past, err := tx.SettingHistory("language")
		want := []store.SettingVersion{
			{Value: json.RawMessage(`"fr"`), At: start.Add(2 * time.Hour), Author: "operator-1"},
			{Value: json.RawMessage(`"en"`), At: start.Add(time.Hour), Author: "operator-1"},
			{Value: json.RawMessage(`"fr"`), At: start, Author: "operator-1"},
		}
		if err != nil || !reflect.DeepEqual(past, want) {
			t.Errorf("SettingHistory = %+v, %v, want %+v", past, err, want)
		}
		if set, err := tx.Setting("sound", &language); set || err == nil {
			t.Errorf("a setting of another shape was read as %q", language)
		}
		return nil
	})
}

func TestACursorMovesWithWhatWasRead(t *testing.T) {
	db := mustOpen(t, t.TempDir())
	read := func(account, feed string) (value string) {
		view(t, db, func(tx *store.ReadTx) (err error) { value, err = tx.Cursor(account, feed); return err })
		return value
	}
	if got := read("bm-fr", "orders"); got != "" {
		t.Errorf("a feed that was never read is at %q", got)
	}
	update(t, db, func(tx *store.Tx) error { return tx.SetCursor("bm-fr", "orders", "2026-11-01") })
	update(t, db, func(tx *store.Tx) error { return tx.SetCursor("bm-fr", "orders", "2026-11-02") })
	if err := db.Update(context.Background(), func(tx *store.Tx) error {
		return errOr(tx.SetCursor("bm-fr", "orders", "2026-11-03"))
	}); err == nil {
		t.Fatal("the update succeeded")
	}
	for _, c := range []struct{ account, feed, want string }{
		{"bm-fr", "orders", "2026-11-02"}, {"bm-fr", "folders", ""}, {"bm-es", "orders", ""},
	} {
		if got := read(c.account, c.feed); got != c.want {
			t.Errorf("%s of %s are read up to %q, want %q", c.feed, c.account, got, c.want)
		}
	}
}

func TestAnOperatorWhoLeftIsStillNamed(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	ana := store.Operator{ID: "1", Name: "Ana", Role: "manager", PINHash: "argon2id$…", Badge: "B-1"}
	zoe := store.Operator{ID: "2", Name: "Zoé", Role: "operator"}
	bob := store.Operator{ID: "3", Name: "Bob", Role: "operator"}
	hired := now.now
	for _, o := range []store.Operator{ana, zoe, bob} {
		update(t, db, func(tx *store.Tx) error { return tx.SaveOperator(o) })
	}
	now.now = now.now.Add(time.Hour)
	ana.LeftAt, ana.Name = now.now, "Ana B."
	update(t, db, func(tx *store.Tx) error { return tx.SaveOperator(ana) })
	ana.CreatedAt, zoe.CreatedAt, bob.CreatedAt = hired, hired, hired
	view(t, db, func(tx *store.ReadTx) error {
		if got, err := tx.Operator("1"); err != nil || got != ana {
			t.Errorf("Operator = %+v, %v, want %+v", got, err, ana)
		}
		if got, err := tx.Operators(); err != nil || !reflect.DeepEqual(got, []store.Operator{bob, zoe, ana}) {
			t.Errorf("Operators = %+v, %v", got, err)
		}
		if _, err := tx.OperatorByBadge("B-1"); keyOf(err) != "errors_store.not_found" {
			t.Errorf("the badge of somebody who left opens a session: %v", err)
		}
		return nil
	})
	zoe.Badge = "B-1"
	if err := db.Update(context.Background(), func(tx *store.Tx) error { return tx.SaveOperator(zoe) }); err == nil {
		t.Error("two operators have one badge")
	}
	zoe.Badge = "B-2"
	update(t, db, func(tx *store.Tx) error { return tx.SaveOperator(zoe) })
	view(t, db, func(tx *store.ReadTx) error {
		got, err := tx.OperatorByBadge("B-2")
		if got != zoe {
			t.Errorf("OperatorByBadge = %+v", got)
		}
		return err
	})
}

func TestReprintsAreCountedFromTheFirstCopy(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	held := mustCase(t, db, 1)
	for _, id := range []returns.DocumentID{"receipt", "notice"} {
		update(t, db, func(tx *store.Tx) error {
			return tx.AddDocument(store.Document{ID: id, CaseID: held.ID, Kind: returns.RefundReceipt, Language: "fr"})
		})
	}
	reprint := func(id returns.DocumentID, by returns.OperatorID) (n int, err error) {
		return n, db.Update(context.Background(), func(tx *store.Tx) error { n, err = tx.AddReprint(id, by); return err })
	}
	if _, err := reprint("receipt", "operator-1"); keyOf(err) != "errors_store.not_found" {
		t.Errorf("a document that is not ready was copied: %v", err)
	}
	for _, id := range []returns.DocumentID{"receipt", "notice"} {
		update(t, db, func(tx *store.Tx) error { _, err := tx.IssueDocument(id, []byte(id)); return err })
	}
	for i, c := range []struct {
		id   returns.DocumentID
		want int
	}{{"receipt", 1}, {"receipt", 2}, {"notice", 1}, {"receipt", 3}} {
		if n, err := reprint(c.id, "operator-1"); err != nil || n != c.want {
			t.Errorf("copy %d, of the %s, is number %d, %v, want %d", i, c.id, n, err, c.want)
		}
	}
	view(t, db, func(tx *store.ReadTx) error {
		got, err := tx.Reprints("receipt")
		want := []store.Reprint{{1, now.now, "operator-1"}, {2, now.now, "operator-1"}, {3, now.now, "operator-1"}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("Reprints = %+v", got)
		}
		return err
	})
}

func TestOnlyTheScansOfADayAreKept(t *testing.T) {
	db := mustOpen(t, t.TempDir())
	update(t, db, func(tx *store.Tx) error {
		for n := range 600 {
			if err := tx.AddScan(store.Scan{Code: time.Duration(n).String(), Kind: "unknown", Actor: "operator-1"}); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, db, func(tx *store.ReadTx) error {
		scans, err := tx.RecentScans(1000)
		if err != nil || len(scans) != 500 || scans[0].Code != "599ns" || scans[499].Code != "100ns" {
			t.Errorf("RecentScans = %d scans, %v", len(scans), err)
		}
		return nil
	})
}
