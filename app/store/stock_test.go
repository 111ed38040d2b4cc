package store_test

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func spare(imei, grade string) store.Unit {
	return store.Unit{
		SKU: "IP13-128-M", Title: "iPhone 13 128 Go Minuit", Category: "smartphone", Grade: grade, Storage: "128", Colour: "midnight",
		Model: "iPhone 13", IMEI: imei, Bin: "R-01", Source: "scan",
	}
}

func TestAReplacementUnitGoesToOneCustomerOnly(t *testing.T) {
	db, dir := mustStation(t)
	first, second := mustCase(t, db, 1), mustCase(t, db, 2)
	var unit store.Unit
	update(t, db, func(tx *store.Tx) (err error) {
		unit, err = tx.SaveUnit(spare("35 693803 999999-1", "good"))
		return err
	})
	if unit.IMEI != "356938039999991" || unit.State != store.UnitFree || unit.ID == "" {
		t.Fatalf("SaveUnit = %+v", unit)
	}
	do := func(change func(*store.Tx) error) error { return db.Update(context.Background(), change) }
	for _, step := range []struct {
		name   string
		do     func(*store.Tx) error
		want   string
		state  store.UnitState
		caseID returns.CaseID
	}{
		{"it is not shipped before it is reserved", func(tx *store.Tx) error { return tx.ShipUnit(unit.ID, first.ID) }, "unit_free", store.UnitFree, ""},
		{"it is reserved", func(tx *store.Tx) error { return tx.ReserveUnit(unit.ID, first.ID) }, "", store.UnitReserved, first.ID},
		{"twice for the same case is once", func(tx *store.Tx) error { return tx.ReserveUnit(unit.ID, first.ID) }, "", store.UnitReserved, first.ID},
		{"not for another", func(tx *store.Tx) error { return tx.ReserveUnit(unit.ID, second.ID) }, "unit_reserved", store.UnitReserved, first.ID},
		{"nor released by another", func(tx *store.Tx) error { return tx.ReleaseUnit(unit.ID, second.ID) }, "unit_reserved", store.UnitReserved, first.ID},
		{"nor shipped for another", func(tx *store.Tx) error { return tx.ShipUnit(unit.ID, second.ID) }, "unit_reserved", store.UnitReserved, first.ID},
		{"nor withdrawn while it is kept", func(tx *store.Tx) error { return tx.WithdrawUnit(unit.ID) }, "unit_reserved", store.UnitReserved, first.ID},
		{"it is released", func(tx *store.Tx) error { return tx.ReleaseUnit(unit.ID, first.ID) }, "", store.UnitFree, ""},
		{"it is withdrawn", func(tx *store.Tx) error { return tx.WithdrawUnit(unit.ID) }, "", store.UnitWithdrawn, ""},
		{"what is withdrawn is not reserved", func(tx *store.Tx) error { return tx.ReserveUnit(unit.ID, second.ID) }, "unit_withdrawn", store.UnitWithdrawn, ""},
		{"it is taken back", func(tx *store.Tx) error { return tx.RestockUnit(unit.ID) }, "", store.UnitFree, ""},
		{"and reserved for the other", func(tx *store.Tx) error { return tx.ReserveUnit(unit.ID, second.ID) }, "", store.UnitReserved, second.ID},
		{"it leaves", func(tx *store.Tx) error { return tx.ShipUnit(unit.ID, second.ID) }, "", store.UnitGone, second.ID},
		{"once", func(tx *store.Tx) error { return tx.ShipUnit(unit.ID, second.ID) }, "", store.UnitGone, second.ID},
		{"what has left is not reserved", func(tx *store.Tx) error { return tx.ReserveUnit(unit.ID, first.ID) }, "unit_gone", store.UnitGone, second.ID},
		{"nor described anew", func(tx *store.Tx) error { _, err := tx.SaveUnit(unit); return err }, "unit_gone", store.UnitGone, second.ID},
		{"a unit that there is not", func(tx *store.Tx) error { return tx.ReserveUnit("nobody", first.ID) }, "not_found", store.UnitGone, second.ID},
	} {
		if got := keyOf(do(step.do)); got != step.want && got != "errors_store."+step.want {
			t.Errorf("%s: %s, want %s", step.name, got, step.want)
		}
		view(t, db, func(tx *store.ReadTx) error {
			held, err := tx.FindUnit("356938039999991")
			if held.State != step.state || held.CaseID != step.caseID {
				t.Errorf("%s: the unit is %s for %q", step.name, held.State, held.CaseID)
			}
			return err
		})
	}
	mustVerify(t, db)
	view(t, db, func(tx *store.ReadTx) error {
		if units, err := tx.UnitsOfCase(second.ID); err != nil || len(units) != 1 || units[0].ID != unit.ID {
			t.Errorf("UnitsOfCase = %+v, %v", units, err)
		}
		return nil
	})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, store.FileName), "UPDATE units SET case_id = 'nobody'")
	report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
	if err != nil || !slices.ContainsFunc(report.Findings, func(f store.Finding) bool { return f.Key == "errors_store.verify_unit_case" }) {
		t.Errorf("findings = %+v, %v", report.Findings, err)
	}
}

func TestNoTwoUnitsThatAreHereAreTheSameDevice(t *testing.T) {
	db, _ := mustStation(t)
	held := mustCase(t, db, 1)
	save := func(u store.Unit) (saved store.Unit, err error) {
		return saved, db.Update(context.Background(), func(tx *store.Tx) error { saved, err = tx.SaveUnit(u); return err })
	}
	first, err := save(spare("356938039999991", "good"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := save(spare("35-6938-0399-99991", "fair")); keyOf(err) != "errors_store.unit_known" {
		t.Errorf("a second unit with its IMEI: %v", err)
	}
	for range 2 {
		if _, err := save(spare("", "fair")); err != nil {
			t.Errorf("units without an IMEI differ all the same: %v", err)
		}
	}
	first.Note, first.State = "Boîte abîmée", store.UnitGone // The state is no matter of the description.
	if changed, err := save(first); err != nil || changed.Note != "Boîte abîmée" || changed.State != store.UnitFree {
		t.Errorf("SaveUnit = %+v, %v", changed, err)
	}
	update(t, db, func(tx *store.Tx) error {
		if err := tx.ReserveUnit(first.ID, held.ID); err != nil {
			return err
		}
		return tx.ShipUnit(first.ID, held.ID)
	})
	again, err := save(spare("356938039999991", "fair")) // It came back and is kept again.
	if err != nil || again.ID == first.ID {
		t.Errorf("SaveUnit = %+v, %v", again, err)
	}
	if err := db.Update(context.Background(), func(tx *store.Tx) error { return tx.RestockUnit(first.ID) }); keyOf(err) != "errors_store.unit_known" {
		t.Errorf("one device is here twice: %v", err)
	}
	view(t, db, func(tx *store.ReadTx) error {
		if found, err := tx.FindUnit("356938039999991"); err != nil || found.ID != again.ID {
			t.Errorf("FindUnit = %+v, %v", found, err)
		}
		if _, err := tx.FindUnit(" "); keyOf(err) != "errors_store.not_found" {
			t.Errorf("nothing finds a unit: %v", err)
		}
		return nil
	})
}

func TestUnitsAreListedAndCountedByWhatTheyAre(t *testing.T) {
	db, _ := mustStation(t)
	for n, grade := range []string{"premium", "good", "good", "fair"} {
		unit := spare("", grade)
		unit.Serial = "SN-" + string(rune('A'+n))
		if n == 3 {
			unit.Model, unit.Bin = "iPhone 12", "R-02"
		}
		update(t, db, func(tx *store.Tx) error { _, err := tx.SaveUnit(unit); return err })
	}
	view(t, db, func(tx *store.ReadTx) error {
		for name, c := range map[string]struct {
			filter store.UnitFilter
			want   []string
		}{
			"all, the newest first": {store.UnitFilter{}, []string{"SND", "SNC", "SNB", "SNA"}},
			"a page":                {store.UnitFilter{Offset: 1, Limit: 2}, []string{"SNC", "SNB"}},
			"a model":               {store.UnitFilter{Model: "iPhone 13"}, []string{"SNC", "SNB", "SNA"}},
			"two grades":            {store.UnitFilter{Grades: []string{"good", "premium"}, Storage: "128", Colour: "midnight"}, []string{"SNC", "SNB", "SNA"}},
			"a bin":                 {store.UnitFilter{Bin: "r-02"}, []string{"SND"}},
			"a piece of a serial":   {store.UnitFilter{Text: "sn-b"}, []string{"SNB"}},
			"a word":                {store.UnitFilter{Text: "minuit"}, []string{"SND", "SNC", "SNB", "SNA"}},
			"none":                  {store.UnitFilter{Category: "tablet"}, []string{}},
		} {
			units, err := tx.UnitsFree(c.filter)
			serials := []string{}
			for _, unit := range units {
				serials = append(serials, unit.Serial)
			}
			if err != nil || !slices.Equal(serials, c.want) {
				t.Errorf("%s: %v, %v, want %v", name, serials, err, c.want)
			}
		}
		count, err := tx.CountUnits(store.UnitFilter{States: []store.UnitState{store.UnitFree, store.UnitReserved}, Grades: []string{"good"}, Limit: 1})
		if count != 2 {
			t.Errorf("CountUnits = %d", count)
		}
		return err
	})
}

func TestABinSaysWhatLiesInIt(t *testing.T) {
	db, _ := mustStation(t)
	first, second, third := mustCase(t, db, 1), mustCase(t, db, 2), mustCase(t, db, 3)
	update(t, db, func(tx *store.Tx) error {
		for _, bin := range []store.Bin{{Code: "B-12", Place: returns.Bench, Words: "Établi 2"}, {Code: "R-01", Place: returns.Stock}} {
			if err := tx.SaveBin(bin); err != nil {
				return err
			}
		}
		for _, move := range []struct {
			held  returns.Case
			moves []returns.Event
		}{
			{first, []returns.Event{returns.DeviceMoved{Custody: returns.Custody{Place: returns.Bench, Bin: "B-12"}}}},
			{second, []returns.Event{returns.DeviceMoved{Custody: returns.Custody{Place: returns.Bench, Bin: "b-12"}}}},
			{third, []returns.Event{returns.DeviceMoved{Custody: returns.Custody{Place: returns.WithCustomer, Bin: "B-12"}}}},
		} {
			if _, err := tx.Append(stamp, move.held.ID, move.held.Seq, move.moves...); err != nil {
				return err
			}
		}
		_, err := tx.SaveUnit(spare("", "good"))
		return err
	})
	view(t, db, func(tx *store.ReadTx) error {
		bin, err := tx.Bin("b-12")
		if err != nil || bin.Code != "B-12" || bin.Devices != 2 || bin.Units != 0 || bin.Words != "Établi 2" {
			t.Errorf("Bin = %+v, %v", bin, err)
		}
		cases, err := tx.CasesInBin("B-12", 0, 10)
		if err != nil || len(cases) != 2 || cases[0].ID != second.ID || cases[0].Place != returns.Bench || cases[0].Bin != "b-12" {
			t.Errorf("CasesInBin = %+v, %v", cases, err)
		}
		if bins, err := tx.Bins(); err != nil || len(bins) != 2 || bins[1].Code != "R-01" || bins[1].Units != 1 {
			t.Errorf("Bins = %+v, %v", bins, err)
		}
		if listed := idsOf(t, tx, store.WorklistFilter{Bin: "B-12", Places: []returns.Place{returns.Bench}}); !slices.Equal(listed, []returns.CaseID{first.ID, second.ID}) {
			t.Errorf("Worklist = %v", listed)
		}
		return nil
	})
	closeBin := func() error {
		return db.Update(context.Background(), func(tx *store.Tx) error {
			return tx.SaveBin(store.Bin{Code: "B-12", Place: returns.Bench, ClosedAt: tx.Now()})
		})
	}
	if err := closeBin(); keyOf(err) != "errors_store.bin_full" {
		t.Errorf("a bin with devices in it is closed: %v", err)
	}
	update(t, db, func(tx *store.Tx) error {
		for _, held := range []returns.Case{first, second} {
			if _, err := tx.Append(stamp, held.ID, held.Seq+1, returns.DeviceMoved{Custody: returns.Custody{Place: returns.Bench}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err := closeBin(); err != nil {
		t.Error(err)
	}
	mustVerify(t, db)
}

func TestASoldUnitTellsWhichOrderADeviceLeftWith(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	line := sale(5)
	line.IMEI, line.Serial, line.Grade = "", "", ""
	unit := store.SoldUnit{
		Account: line.Account, OrderRef: line.OrderRef, LineRef: line.LineRef, IMEI: "35 693803 0000005", WeightGrams: 240, Grade: "good",
		Accessories: []string{"cable"}, Supplier: "Grossiste", Invoice: "F-2026-77", InvoiceAt: now.now.AddDate(0, -2, 0), Source: "csv",
	}
	other := store.SoldUnit{OrderRef: sale(6).OrderRef, Serial: "fvx 6", Source: "csv"} // The file names neither account nor line.
	file := store.Import{ID: "import-1", Kind: "sold_units", Name: "sorties.csv", SHA256: "ab", Actor: "operator-1"}
	update(t, db, func(tx *store.Tx) error {
		if err := tx.SaveSale(store.Sold{Sale: line, Customer: amelie}); err != nil {
			return err
		}
		if err := tx.SaveSale(store.Sold{Sale: sale(6)}); err != nil {
			return err
		}
		return tx.SaveSoldUnits(file, []store.SoldUnit{unit, other})
	})
	view(t, db, func(tx *store.ReadTx) error {
		found, err := tx.FindSoldUnit("356938030000005")
		wanted := unit
		wanted.IMEI, wanted.ImportedAt, wanted.ImportID = "356938030000005", now.now, "import-1"
		if err != nil || !reflect.DeepEqual(found, []store.SoldUnit{wanted}) {
			t.Errorf("FindSoldUnit = %+v, %v, want %+v", found, err, wanted)
		}
		if none, err := tx.FindSoldUnit(""); err != nil || len(none) != 0 {
			t.Errorf("nothing finds %+v, %v", none, err)
		}
		sold, err := tx.FindSold("356938030000005")
		if err != nil || len(sold) != 1 || sold[0].Sale.IMEI != "356938030000005" || sold[0].Sale.Grade != "good" || sold[0].Sale.Invoice != "F-2026-77" {
			t.Errorf("FindSold = %+v, %v", sold, err)
		}
		if sold, err = tx.FindSold("FVX6"); err != nil || len(sold) != 1 || sold[0].Sale.Serial != sale(6).Serial {
			t.Errorf("FindSold = %+v, %v", sold, err)
		}
		again, err := tx.FindImport("sold_units", "ab")
		if err != nil || again.Name != "sorties.csv" || again.Rows != 2 {
			t.Errorf("FindImport = %+v, %v", again, err)
		}
		if _, err := tx.FindImport("payout", "ab"); keyOf(err) != "errors_store.not_found" {
			t.Errorf("FindImport of another kind: %v", err)
		}
		return nil
	})
	// A second device of the line: nobody can tell which of the two is meant.
	file.ID, unit.IMEI = "import-2", "356938030000013"
	update(t, db, func(tx *store.Tx) error { return tx.SaveSoldUnits(file, []store.SoldUnit{unit}) })
	view(t, db, func(tx *store.ReadTx) error {
		if sold, err := tx.Sold(line.Account, line.OrderRef, line.LineRef); err != nil || sold.Sale.IMEI != "" {
			t.Errorf("Sold = %+v, %v", sold, err)
		}
		if units, err := tx.SoldUnitsOfLine(line.Account, line.OrderRef, line.LineRef); err != nil || len(units) != 2 {
			t.Errorf("SoldUnitsOfLine = %+v, %v", units, err)
		}
		if files, err := tx.Imports("sold_units", 10); err != nil || len(files) != 2 || files[0].ID != "import-2" {
			t.Errorf("Imports = %+v, %v", files, err)
		}
		return nil
	})
}
