package store_test

import (
	"context"
	"testing"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

func TestAFullDatabaseRefusesAndLosesNothing(t *testing.T) {
	db, dir := mustStation(t)
	untilFull(t, db, dir, fullDisk{
		fill: func(left int64) error { return db.FillDisk(context.Background(), int(left/4096)) },
		free: func() error { return db.FillDisk(context.Background(), 0) },
	})
}

// fullDisk is a disk that can be filled, but for so many bytes, and freed again.
type fullDisk struct {
	fill func(left int64) error
	free func() error
}

// untilFull writes until the disk is full, and then goes on once it is not.
func untilFull(t *testing.T, db *store.DB, dir string, disk fullDisk) {
	t.Helper()
	acknowledged := []returns.Case{mustCase(t, db, 0)}
	if err := disk.fill(400_000); err != nil {
		t.Fatal(err)
	}
	refused := 0
	for n := 1; refused < 3; n++ { // A store that was refused once must not be worse off for trying again.
		if n > 10_000 {
			t.Fatal("the disk is never full")
		}
		var held returns.Case
		err := db.Update(context.Background(), func(tx *store.Tx) (err error) {
			if held, err = request(tx, returns.CaseID(newID(t)), n, amelie); err != nil {
				return err
			}
			held, err = receive(tx, held)
			return err
		})
		if err == nil {
			acknowledged = append(acknowledged, held)
			continue
		}
		refused++
		mustReadAsFull(t, err)
	}
	mustHold(t, db, acknowledged) // What is safe can still be read.
	if err := disk.free(); err != nil {
		t.Fatal(err)
	}
	acknowledged = append(acknowledged, mustCase(t, db, 20_000))
	mustHold(t, db, acknowledged)
	mustVerify(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	again := mustOpen(t, dir)
	mustHold(t, again, acknowledged)
	mustVerify(t, again)
	t.Logf("%d cases fitted", len(acknowledged))
}

// mustReadAsFull checks that an error tells a person that the disk is full.
func mustReadAsFull(t *testing.T, err error) {
	t.Helper()
	said := fault.Of(err)
	if said.Code != fault.Unavailable || said.Key != "errors_store.disk_full" {
		t.Errorf("on a full disk: %v", err)
	}
	for _, lang := range text.Languages() {
		if !text.Has(lang, said.Key) {
			t.Errorf("%s has no sentence for %s", lang, said.Key)
		}
	}
}

// mustHold checks that cases are there, and that their numbers have no gap.
func mustHold(t *testing.T, db *store.DB, cases []returns.Case) {
	t.Helper()
	view(t, db, func(tx *store.ReadTx) error {
		for i, wanted := range cases {
			if held, err := tx.Case(wanted.ID); err != nil || held.Seq != wanted.Seq || held.Number != returns.CaseNumber("P03", 1, int64(i+1)) {
				t.Errorf("case %d of %d is %s at %d, %v", i+1, len(cases), held.Number, held.Seq, err)
			}
		}
		return nil
	})
}
