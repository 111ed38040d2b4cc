package store_test

import (
	"context"
	"reflect"
	"testing"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

func TestADocumentIsDueUntilItsBytesAreKeptForGood(t *testing.T) {
	db, _ := mustStation(t)
	held := mustCase(t, db, 1)
	for _, id := range []returns.DocumentID{"slip", "label", "late"} {
		update(t, db, func(tx *store.Tx) error {
			return tx.AddDocument(store.Document{ID: id, CaseID: held.ID, Kind: returns.ReturnSlip, Language: "fr", Input: []byte(`{"a":1}`)})
		})
	}
	due := func(failed bool) (ids []returns.DocumentID) {
		view(t, db, func(tx *store.ReadTx) error {
			documents, err := tx.DocumentsDue(failed)
			for _, d := range documents {
				ids = append(ids, d.ID)
			}
			return err
		})
		return ids
	}
	expect := func(when string, failed bool, want ...returns.DocumentID) {
		t.Helper()
		if got := due(failed); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: due are %q, want %q", when, got, want)
		}
	}
	expect("at first, the oldest first", false, "slip", "label", "late")
	why := fault.New(fault.Invalid, "errors_store.disk_full", fault.Args{"file": "slip"})
	update(t, db, func(tx *store.Tx) error { return tx.FailDocument("slip", why) })
	expect("without what failed", false, "label", "late")
	expect("with what failed", true, "slip", "label", "late")
	view(t, db, func(tx *store.ReadTx) error {
		slip, err := tx.Document("slip")
		if slip.State != store.DocumentFailed || slip.ErrorKey != why.Key || !reflect.DeepEqual(slip.ErrorArgs, why.Args) {
			t.Errorf("what failed is %+v", slip)
		}
		return err
	})
	update(t, db, func(tx *store.Tx) error { _, err := tx.IssueDocument("slip", []byte("pdf")); return err })
	update(t, db, func(tx *store.Tx) error { return tx.DropDocument("late") })
	expect("what is ready or forgotten is not due", true, "label")
	view(t, db, func(tx *store.ReadTx) error {
		slip, err := tx.Document("slip")
		if err != nil || slip.State != store.DocumentReady || slip.ErrorKey != "" || slip.ErrorArgs != nil || string(slip.Input) != `{"a":1}` || slip.IssuedAt != tx.Now() {
			t.Errorf("what is ready is %+v, %v", slip, err)
		}
		if pdf, err := tx.DocumentBytes("slip"); err != nil || string(pdf) != "pdf" {
			t.Errorf("DocumentBytes = %q, %v", pdf, err)
		}
		if _, err := tx.DocumentBytes("label"); keyOf(err) != "errors_store.not_found" {
			t.Errorf("the bytes of what is due: %v", err)
		}
		of, err := tx.DocumentsOf(held.ID)
		if len(of) != 2 || of[0].ID != "slip" || of[1].ID != "label" {
			t.Errorf("DocumentsOf = %+v", of)
		}
		return err
	})
	for name, change := range map[string]func(*store.Tx) error{
		"issued twice": func(tx *store.Tx) error { _, err := tx.IssueDocument("slip", []byte("other")); return err },
		"failed":       func(tx *store.Tx) error { return tx.FailDocument("slip", why) },
		"forgotten":    func(tx *store.Tx) error { return tx.DropDocument("slip") },
		"numbered":     func(tx *store.Tx) error { _, err := tx.NextDocumentNumber("slip", "R"); return err },
	} {
		if err := db.Update(context.Background(), change); keyOf(err) != "errors_store.not_found" {
			t.Errorf("what is ready was %s: %v", name, err)
		}
	}
	mustVerify(t, db)
}
