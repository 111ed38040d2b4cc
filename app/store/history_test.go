package store_test

import (
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestADeviceIsFollowedThroughEveryCase(t *testing.T) {
	db, _ := mustStation(t)
	sold := mustCase(t, db, 1)
	same := mustCase(t, db, 1) // The same line came back a second time.
	mixed := mustCase(t, db, 2)
	given := mustCase(t, db, 3)
	update(t, db, func(tx *store.Tx) error {
		for _, step := range []struct {
			held  returns.Case
			event returns.Event
		}{
			{same, returns.IdentityRead{Identity: returns.Identity{State: returns.IdentityMatch, IMEI: sale(1).IMEI}}},
			{mixed, returns.IdentityRead{Identity: returns.Identity{State: returns.IdentityMismatch, IMEI: sale(1).IMEI, Expected: sale(2).IMEI}}},
			{given, returns.ReplacementReserved{Replacement: returns.Replacement{Unit: "unit-1", Title: "iPhone 13", IMEI: sale(1).IMEI}}},
		} {
			if _, err := tx.Append(stamp, step.held.ID, step.held.Seq, step.event); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, db, func(tx *store.ReadTx) error {
		cases, err := tx.DeviceCases("35 693803 0000001")
		type part struct {
			id                       returns.CaseID
			sold, found, replacement bool
		}
		got := []part{}
		for _, c := range cases {
			got = append(got, part{c.ID, c.Sold, c.Found, c.Replacement})
		}
		want := []part{{given.ID, false, false, true}, {mixed.ID, false, true, false}, {same.ID, true, true, false}, {sold.ID, true, false, false}}
		if err != nil || len(got) != len(want) {
			t.Fatalf("DeviceCases = %+v, %v, want %+v", got, err, want)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("case %d is %+v, want %+v", i, got[i], want[i])
			}
		}
		if none, err := tx.DeviceCases(" "); err != nil || len(none) != 0 {
			t.Errorf("nothing is the device of %+v, %v", none, err)
		}
		scanned, err := tx.FindByCode(sale(1).IMEI)
		if err != nil || len(scanned) != 3 {
			t.Errorf("a scan of a unit finds the case that it is kept for: %+v, %v", scanned, err)
		}
		return nil
	})
	mustVerify(t, db)
}

func TestTheCasesOfOneCustomerAreCountedAcrossAddresses(t *testing.T) {
	db, _ := mustStation(t)
	open := func(n int, p store.Person) (held returns.Case) {
		update(t, db, func(tx *store.Tx) (err error) { held, err = request(tx, returns.CaseID(newID(t)), n, p); return err })
		return held
	}
	moved, shouted, nameless := amelie, amelie, store.Person{FirstName: "Amélie", LastName: "Lefèvre"}
	moved.Street, moved.PostalCode, shouted.Email = "9 quai Neuf", "75013", " AMELIE@example.org "
	byName := store.Person{FirstName: "Bruno", LastName: "Martin", PostalCode: "67000"}
	sameName, otherTown := byName, byName
	sameName.LastName, otherTown.PostalCode = "MARTIN ", "75001"
	first := open(1, amelie)
	open(2, moved)
	open(3, shouted)
	alone := open(4, nameless)
	bruno := open(5, byName)
	open(6, sameName)
	open(7, otherTown)
	view(t, db, func(tx *store.ReadTx) error {
		for id, want := range map[returns.CaseID]int{first.ID: 3, alone.ID: 1, bruno.ID: 2} {
			if cases, err := tx.CustomerCases(id); err != nil || len(cases) != want {
				t.Errorf("CustomerCases = %d, %v, want %d", len(cases), err, want)
			}
		}
		return nil
	})
}
