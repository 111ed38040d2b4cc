package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"revient/app/fault"
	"revient/app/store"
)

func TestAStationWhoseDatabaseIsGoneDoesNotBeginAnew(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"gone":  os.Remove,
		"empty": func(path string) error { return os.Truncate(path, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			db, dir, _ := mustWorkshop(t)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, store.FileName)
			if err := errors.Join(lose(path), os.RemoveAll(path+"-wal"), os.RemoveAll(path+"-shm")); err != nil {
				t.Fatal(err)
			}
			if _, err := store.Open(context.Background(), optionsFor(dir)); fault.Of(err).Key != "errors_store.database_lost" {
				t.Errorf("opened with %v, want the loss said", err)
			}
		})
	}
}

func TestARefundThatNobodyWouldSendIsFound(t *testing.T) {
	db, dir, _ := mustWorkshop(t)
	mustVerify(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, store.FileName),
		"DELETE FROM outbox WHERE lane = 'money'")
	report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range report.Findings {
		if finding.Key == "errors_store.verify_action_missing" && finding.Args["action"] == "refund" {
			return
		}
	}
	t.Errorf("findings = %+v", report.Findings)
}
