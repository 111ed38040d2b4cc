package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"revient/app/store"
)

// writtenUnits is a stock that no workshop has.
const writtenUnits = 100_000

// BenchmarkUnits lists and searches a stock of 100,000 replacement units: none may take
// as long as a person notices.
func BenchmarkUnits(b *testing.B) {
	db, dir := mustStation(b)
	update(b, db, func(tx *store.Tx) error { _, err := tx.SaveUnit(spare("", "good")); return err })
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	edit(b, filepath.Join(dir, store.FileName), fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
		INSERT INTO units (id, sku, title, category, grade, storage, colour, model, imei, serial, bin, note, source, created_at, updated_at)
		SELECT 'unit-' || i, sku, title, category, iif(i %% 4 = 0, 'good', 'fair'), storage, colour, model, '', printf('SN%%08d', i), printf('BIN-%%03d', i %% 500), '', source, created_at, updated_at
		FROM n, (SELECT * FROM units LIMIT 1)`, writtenUnits))
	db, err := store.Open(context.Background(), optionsFor(dir))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	for name, filter := range map[string]store.UnitFilter{
		"FirstPage": {}, "LastPage": {Offset: writtenUnits - 100}, "OneState": {States: []store.UnitState{store.UnitFree}},
		"RareState": {States: []store.UnitState{store.UnitReserved}}, "Grade": {Grades: []string{"good"}}, "Bin": {Bin: "BIN-042"},
		"CommonText": {Text: "iphone"}, "RareText": {Text: "SN00042000"}, "NoText": {Text: "zzz"},
	} {
		b.Run(name, func(b *testing.B) {
			median(b, func(int) error {
				return db.View(context.Background(), func(tx *store.ReadTx) error {
					if _, err := tx.Units(filter); err != nil {
						return err
					}
					_, err := tx.CountUnits(filter)
					return err
				})
			})
		})
	}
}
