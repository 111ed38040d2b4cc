package store_test

import (
	"slices"
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

func TestASearchListsTheNewestUpToItsLimit(t *testing.T) {
	db, _ := mustStation(t)
	for n := range 6 {
		mustCase(t, db, 100+n)
	}
	view(t, db, func(tx *store.ReadTx) error {
		for name, c := range map[string]struct {
			text  string
			limit int
			want  []string
		}{
			"a word":                 {"iphone", 2, []string{"70000105", "70000104"}},
			"a piece of a code":      {"0000010", 3, []string{"70000105", "70000104", "70000103"}},
			"a word and a piece":     {"lefevre 0000010", 2, []string{"70000105", "70000104"}},
			"a word and a whole one": {"lefevre 70000101", 2, []string{"70000101"}},
			"a letter and a piece":   {"l 0000102", 2, []string{"70000102"}},
			"a word of nobody":       {"nobody 0000010", 2, []string{}},
			"a piece of none":        {"lefevre 999999", 2, []string{}},
		} {
			found, err := tx.Search(c.text, c.limit)
			orders := []string{}
			for _, summary := range found {
				orders = append(orders, summary.OrderRef)
			}
			if err != nil || !slices.Equal(orders, c.want) {
				t.Errorf("%s: Search(%q) = %v, %v, want %v", name, c.text, orders, err, c.want)
			}
		}
		return nil
	})
}
