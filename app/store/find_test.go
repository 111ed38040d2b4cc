package store_test

import (
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestACaseIsFoundByEveryCodeAndBySearch(t *testing.T) {
	db, _ := mustStation(t)
	held := mustCase(t, db, 42)
	mustCase(t, db, 77)
	view(t, db, func(tx *store.ReadTx) error {
		for _, code := range []string{held.Number, "70000042", "356938030000042", "fvx0000042q", "6A 0000 0000 042", "XY000000042FR", "F000042"} {
			if found, err := tx.FindByCode(code); err != nil || len(found) != 1 || found[0].ID != held.ID || found[0].Customer != "Amélie Lefèvre" {
				t.Errorf("FindByCode(%s) = %+v, %v", code, found, err)
			}
		}
		for text, want := range map[string]int{
			"lefevre": 2, "LEFÈVRE iphone": 2, "30000042": 1, "0000042": 1, "iphone 0000042": 1, held.Number: 1, "ip13-128": 2,
			"nobody": 0, "": 0, `"*`: 0, "amelie-lefevre": 2,
		} {
			if found, err := tx.Search(text, 50); err != nil || len(found) != want {
				t.Errorf("Search(%q) = %d cases, %v, want %d", text, len(found), err, want)
			}
		}
		byNumber, err := tx.CaseByNumber(held.Number)
		if err != nil || byNumber.ID != held.ID {
			t.Errorf("CaseByNumber = %s, %v", byNumber.ID, err)
		}
		work, err := tx.Worklist(store.WorklistFilter{Stages: []returns.Stage{returns.Received}})
		if err != nil || len(work) != 2 || work[0].DueRule != "REFUND_5D" {
			t.Errorf("Worklist = %+v, %v", work, err)
		}
		return nil
	})
}
