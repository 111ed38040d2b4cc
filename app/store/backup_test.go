package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"revient/app/media"
	"revient/app/returns"
	"revient/app/store"
)

func mustBackup(tb testing.TB, db *store.DB) string {
	tb.Helper()
	dest := filepath.Join(tb.TempDir(), "backup")
	report, err := db.Backup(context.Background(), dest)
	if err != nil {
		tb.Fatal(err)
	}
	if report.Photos != 1 || report.Contents.Rows["journal"] != 8 || report.Contents.Station.Prefix != "P03" || report.Contents.Head == "" {
		tb.Fatalf("report = %+v", report)
	}
	return dest
}

func TestARestoredStationHasEverythingAndANewEpoch(t *testing.T) {
	db, dir, held := mustWorkshop(t)
	backup := mustBackup(t, db)
	restored := filepath.Join(t.TempDir(), "restored")
	report, err := store.Restore(context.Background(), backup, restored)
	if err != nil || report.Contents.Station.Epoch != 2 {
		t.Fatalf("Restore = %+v, %v", report, err)
	}
	tables := append(append([]string{}, projections...), "journal", "documents", "persons", "outbox", "media_files")
	if want, got := dump(t, dir, tables...), dump(t, restored, tables...); !reflect.DeepEqual(got, want) {
		t.Error("the restored rows differ")
	}
	second := mustOpen(t, restored)
	mustVerify(t, second)
	library, err := media.Open(filepath.Join(restored, store.MediaFolder))
	if err != nil {
		t.Fatal(err)
	}
	for _, evidence := range held.Evidence {
		if err := library.Verify(context.Background(), string(evidence.Photo)); err != nil {
			t.Error(err)
		}
	}
	if number := issue(t, second, &held, "R", "Another receipt."); number != "R-2026-P03B-000001" {
		t.Errorf("the first number after the restore is %s", number)
	}
	if next := mustCase(t, second, 99); next.Number != returns.CaseNumber("P03", 2, 1) {
		t.Errorf("the first case after the restore is %s", next.Number)
	}
	mustVerify(t, second)
}

func TestARestoredStationHoldsItsRefundsBack(t *testing.T) {
	db, _, held := mustWorkshop(t)
	update(t, db, func(tx *store.Tx) error {
		if err := tx.SetAction(held.ID, "refund-1", store.ActionUpdate{State: store.ActionDone}); err != nil {
			return err
		}
		return tx.Enqueue(store.Action{CaseID: held.ID, ID: "3-refund", Account: "bm-fr", Lane: returns.MoneyLane, Kind: "refund"})
	})
	backup := mustBackup(t, db)
	restored := filepath.Join(t.TempDir(), "restored")
	if _, err := store.Restore(context.Background(), backup, restored); err != nil {
		t.Fatal(err)
	}
	second := mustOpen(t, restored)
	claimed := func() (ids []returns.ActionID) {
		update(t, second, func(tx *store.Tx) error {
			for {
				action, found, err := tx.ClaimNext()
				if err != nil || !found {
					return err
				}
				ids = append(ids, action.ID)
			}
		})
		return ids
	}
	if got := claimed(); !reflect.DeepEqual(got, []returns.ActionID{"1-tell"}) {
		t.Fatalf("claimed %v", got)
	}
	update(t, second, func(tx *store.Tx) error { return tx.ResumeLane("bm-fr", returns.MoneyLane) })
	if got := claimed(); !reflect.DeepEqual(got, []returns.ActionID{"3-refund"}) {
		t.Fatalf("claimed %v", got)
	}
}

func TestARestoreHoldsTheMoneyOfEveryAccountAndNothingElse(t *testing.T) {
	db, _, held := mustWorkshop(t)
	tomorrow := newClock().now.AddDate(0, 0, 1)
	update(t, db, func(tx *store.Tx) error {
		if err := tx.SaveAccount(store.Account{ID: "bm-es", Channel: "backmarket", Environment: "sandbox", Name: "Otra"}); err != nil {
			return err
		}
		if err := tx.PauseLane("bm-fr", returns.MoneyLane, "errors_store.busy", tomorrow); err != nil {
			return err
		}
		if err := tx.PauseLane("bm-fr", returns.MessageLane, "errors_store.disk", tomorrow); err != nil {
			return err
		}
		// An account that was removed since may still have a refund to send.
		return tx.Enqueue(store.Action{CaseID: held.ID, ID: "3-refund", Account: "gone", Lane: returns.MoneyLane, Kind: "refund"})
	})
	restored := filepath.Join(t.TempDir(), "restored")
	if _, err := store.Restore(context.Background(), mustBackup(t, db), restored); err != nil {
		t.Fatal(err)
	}
	second := mustOpen(t, restored)
	view(t, second, func(tx *store.ReadTx) error {
		pauses, err := tx.LanePauses()
		type pause struct {
			account string
			lane    returns.Lane
			reason  string
			ends    bool
		}
		got := []pause{}
		for _, p := range pauses {
			got = append(got, pause{p.Account, p.Lane, p.Reason, !p.Until.IsZero()})
		}
		want := []pause{
			{"bm-es", returns.MoneyLane, "errors_store.money_held", false},
			{"bm-fr", returns.MessageLane, "errors_store.disk", true},
			{"bm-fr", returns.MoneyLane, "errors_store.money_held", false},
			{"gone", returns.MoneyLane, "errors_store.money_held", false},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("LanePauses = %+v, want %+v", got, want)
		}
		return err
	})
}

func TestEveryRestoreTakesAHigherEpoch(t *testing.T) {
	db, _, _ := mustWorkshop(t)
	backup := mustBackup(t, db)
	dir := filepath.Join(t.TempDir(), "restored")
	for _, want := range []int{2, 3, 4} {
		report, err := store.Restore(context.Background(), backup, dir)
		if err != nil || report.Contents.Station.Epoch != want {
			t.Fatalf("epoch = %d, %v, want %d", report.Contents.Station.Epoch, err, want)
		}
		// The database is lost again; what stands beside it is not.
		if err := os.Remove(filepath.Join(dir, store.FileName)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestADatabasePutBackByHandBeginsANewEpoch(t *testing.T) {
	db, dir, _ := mustWorkshop(t)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "epoch"), []byte("4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	again := mustOpen(t, dir)
	view(t, again, func(tx *store.ReadTx) error {
		station, err := tx.Station()
		if station.Epoch != 5 {
			t.Errorf("epoch = %d", station.Epoch)
		}
		return err
	})
	mustCase(t, again, 100)
	mustVerify(t, again)
}

func TestARestoreOverwritesNothing(t *testing.T) {
	db, dir, _ := mustWorkshop(t)
	backup := mustBackup(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	before := dump(t, dir, ledgers...)
	if _, err := store.Restore(context.Background(), backup, dir); keyOf(err) != "errors_store.restore_occupied" {
		t.Errorf("Restore over a station = %v", err)
	}
	if after := dump(t, dir, ledgers...); !reflect.DeepEqual(before, after) {
		t.Error("the station was changed")
	}
	if _, err := store.Restore(context.Background(), t.TempDir(), filepath.Join(t.TempDir(), "new")); keyOf(err) != "errors_store.no_backup" {
		t.Errorf("Restore of nothing = %v", err)
	}
}

func TestADamagedBackupIsNotRestored(t *testing.T) {
	db, _, _ := mustWorkshop(t)
	for name, spoil := range map[string]func(backup string) error{
		"a changed row": func(backup string) error {
			edit(t, filepath.Join(backup, store.FileName), "DROP TRIGGER journal_keeps_its_words", "UPDATE journal SET actor = 'x' WHERE seq = 2")
			return nil
		},
		"a file cut short": func(backup string) error { return os.Truncate(filepath.Join(backup, store.FileName), 100_000) },
		"lost photos":      func(backup string) error { return os.RemoveAll(filepath.Join(backup, store.MediaFolder)) },
	} {
		t.Run(name, func(t *testing.T) {
			backup, dir := mustBackup(t, db), filepath.Join(t.TempDir(), "restored")
			if err := spoil(backup); err != nil {
				t.Fatal(err)
			}
			if _, err := store.Restore(context.Background(), backup, dir); err == nil {
				t.Fatal("a damaged backup was restored")
			}
			if _, err := os.Stat(filepath.Join(dir, store.FileName)); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("a database was left behind (%v)", err)
			}
		})
	}
}

func TestABackupIsWholeOrNotThere(t *testing.T) {
	db, dir, _ := mustWorkshop(t)
	if err := os.RemoveAll(filepath.Join(dir, store.MediaFolder)); err != nil {
		t.Fatal(err)
	}
	dest := filepath.Join(t.TempDir(), "backup")
	if _, err := db.Backup(context.Background(), dest); err == nil {
		t.Error("a backup without its photos passed")
	}
	if left, err := filepath.Glob(dest + "*"); err != nil || len(left) > 0 {
		t.Errorf("a backup that failed left %q (%v)", left, err)
	}
	if err := os.Mkdir(dest, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Backup(context.Background(), dest); keyOf(err) != "errors_store.backup_exists" {
		t.Errorf("Backup onto something = %v", err)
	}
}
