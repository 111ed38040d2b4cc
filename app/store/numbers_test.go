package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestASeriesHasNoGapWhateverIsUndone(t *testing.T) {
	db, _ := mustStation(t)
	held := mustCase(t, db, 1)
	for n := 1; n <= 6; n++ {
		id := returns.DocumentID(fmt.Sprintf("undone-%d", n))
		err := db.Update(context.Background(), func(tx *store.Tx) error {
			if err := tx.AddDocument(store.Document{ID: id, CaseID: held.ID, Kind: returns.RefundNotice, Language: "fr"}); err != nil {
				return err
			}
			if _, err := tx.NextDocumentNumber(id, "R"); err != nil {
				return err
			}
			if n%2 == 0 {
				return nil // A number without bytes: the store itself refuses.
			}
			return errUndo
		})
		if n%2 == 0 && keyOf(err) != "errors_store.number_unused" || n%2 == 1 && !errors.Is(err, errUndo) {
			t.Fatalf("Update = %v", err)
		}
		if got, want := issue(t, db, &held, "R", fmt.Sprint("bytes ", n)), fmt.Sprintf("R-2026-P03A-%06d", n); got != want {
			t.Fatalf("number = %s, want %s", got, want)
		}
	}
	mustVerify(t, db)
}
