package station_test

import (
	"slices"
	"strings"
	"testing"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

const spareIMEI = "353012109876548"

func spare() store.Unit {
	return store.Unit{SKU: "IP13-128-MIN", Title: "iPhone 13 128 Go Minuit", Grade: "good", IMEI: spareIMEI, Bin: "a01", Source: "hand"}
}

func TestAUnitIsDescribedByItsListingAndCorrectedByHand(t *testing.T) {
	r := newWorkshop(t)
	unit, err := r.station.AddUnit(r.ctx, r.order(), spare())
	r.must(err)
	if unit.Model != "iphone 13" || unit.Storage != "128 Go" || unit.Colour != "midnight" || unit.Category != "smartphone" || unit.Bin != "BIN-A01" {
		t.Errorf("described as %+v", unit)
	}
	unit.Colour, unit.Bin, unit.Source = "blue", "", "csv"
	changed, err := r.station.EditUnit(r.ctx, r.order(), unit)
	r.must(err)
	if changed.ID != unit.ID || changed.Colour != "blue" || changed.Bin != "" || changed.Source != "hand" {
		t.Errorf("corrected to %+v", changed)
	}
}

func TestACorrectedUnitMatchesByWhatItIs(t *testing.T) {
	sale := returns.Sale{Title: "iPhone 13 128 Go Bleu", Grade: "good"}
	for name, c := range map[string]struct {
		change func(*store.Unit)
		want   string
	}{
		"as its title says":      {func(*store.Unit) {}, "colour"},
		"its colour corrected":   {func(u *store.Unit) { u.Colour = "blue" }, ""},
		"in French":              {func(u *store.Unit) { u.Colour = "Bleu" }, ""},
		"its storage corrected":  {func(u *store.Unit) { u.Colour, u.Storage = "blue", "256 Go" }, "storage"},
		"a terabyte, as written": {func(u *store.Unit) { u.Colour, u.Storage = "blue", "1 To" }, "storage"},
		"its model corrected":    {func(u *store.Unit) { u.Colour, u.Model = "blue", "iPhone 12" }, "model"},
	} {
		unit := station.DescribeUnit(spare())
		c.change(&unit)
		if got := station.Mismatch(unit, sale); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAUnitThatCannotBeKeptSaysWhy(t *testing.T) {
	r := newWorkshop(t)
	for name, c := range map[string]struct {
		change func(*store.Unit)
		key    string
		field  string
	}{
		"it is nothing":             {func(u *store.Unit) { u.Title = " " }, "errors_stock.title", "title"},
		"it has no grade":           {func(u *store.Unit) { u.Grade = "A" }, "errors_stock.grade", "grade"},
		"nobody could check it":     {func(u *store.Unit) { u.IMEI = "" }, "errors_stock.nameless", "imei"},
		"its IMEI is mistyped":      {func(u *store.Unit) { u.IMEI = "353012109876549" }, "errors_returns.identity.luhn", "imei"},
		"its bin is a badge":        {func(u *store.Unit) { u.Bin = "OP-SAMIRA" }, "errors_stock.bin.code", "bin"},
		"its bin has a sign in it":  {func(u *store.Unit) { u.Bin = "bac n°4" }, "errors_stock.bin.code", "bin"},
		"its bin is an order's":     {func(u *store.Unit) { u.Bin = "59784412" }, "errors_stock.bin.code", "bin"},
		"its bin is a case's":       {func(u *store.Unit) { u.Bin = "P01A-000001-D" }, "", ""},
		"its bin is as on a label":  {func(u *store.Unit) { u.Bin = "BIN-A01" }, "", ""},
		"it has a serial number":    {func(u *store.Unit) { u.IMEI, u.Serial = "", "C02XL0ABJGH5" }, "", ""},
		"its text turns directions": {func(u *store.Unit) { u.Title = "iPhone\u202e 13" }, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			unit := spare()
			c.change(&unit)
			_, err := r.station.AddUnit(r.ctx, r.order(), unit)
			if c.key == "" {
				return
			}
			if !fault.Is(err, fault.Invalid) || fault.Of(err).Field != c.field || c.key != "errors_returns.identity.luhn" && fault.Of(err).Key != c.key {
				t.Errorf("got %v at %q", err, fault.Of(err).Field)
			}
		})
	}
}

func TestAUnitIsWithdrawnWithAReasonAndTakenBack(t *testing.T) {
	r := newWorkshop(t)
	unit, err := r.station.AddUnit(r.ctx, r.order(), spare())
	r.must(err)
	_, err = r.station.WithdrawUnit(r.ctx, r.order(), unit.ID, " ")
	r.refused(err, fault.Invalid, "errors_stock.why")
	order := r.order()
	for range 2 { // A repeated press changes nothing.
		unit, err = r.station.WithdrawUnit(r.ctx, order, unit.ID, "Écran rayé")
		r.must(err)
	}
	if unit.State != store.UnitWithdrawn || unit.Note != "Écran rayé" {
		t.Errorf("withdrawn as %+v", unit)
	}
	unit, err = r.station.RestockUnit(r.ctx, r.order(), unit.ID)
	r.must(err)
	if unit.State != store.UnitFree {
		t.Errorf("taken back as %+v", unit)
	}
	_, err = r.station.AddUnit(r.ctx, r.order(), spare())
	r.refused(err, fault.Conflict, "errors_store.unit_known")
}

// frenchFile is what a spreadsheet in French writes: a byte order mark or
// Windows-1252, semicolons, and a formula that somebody typed.
func frenchFile(rows ...string) []byte {
	return []byte("\ufeffDésignation;Grade;IMEI;N° de série;SKU;Emplacement;Couleur\r\n" + strings.Join(rows, "\r\n") + "\r\n")
}

func TestAFileOfUnitsIsShownBeforeAnythingIsWritten(t *testing.T) {
	r := newWorkshop(t)
	r.did2(r.station.AddUnit(r.ctx, r.order(), spare()))
	file := frenchFile(
		"iPhone 13 128 Go Bleu;Très bon;356938035643809;;IP13;BIN-A01;",
		"iPhone 12;A;490154203237518;;;;",
		"iPhone 13 128 Go Bleu;Correct;356938035643809;;;;",
		"iPhone 13 mini;Bon;353012109876548;;;;",
		"Pixel 7;Premium;356938035643808;;;;",
		"=CMD();Premium;;C02XL0ABJGH5;;;",
		";Premium;;C02XL0ABJGH6;;;",
	)
	preview, err := r.station.PreviewUnits(r.ctx, "stock.csv", file)
	r.must(err)
	if preview.Rows != 7 || len(preview.Good) != 2 || preview.Good[0].Model != "iphone 13" || preview.Good[1].Title != "=CMD()" || preview.Before != nil {
		t.Errorf("preview %+v", preview)
	}
	lines := []int{}
	for _, bad := range preview.Bad {
		lines = append(lines, bad.Line)
	}
	if want := []int{3, 4, 5, 6, 8}; !slices.Equal(lines, want) {
		t.Errorf("lines %v are bad, want %v: %+v", lines, want, preview.Bad)
	}
	_, err = r.station.ImportUnits(r.ctx, r.order(), "stock.csv", file)
	r.refused(err, fault.Invalid, "errors_stock.import.bad")
	if n := r.units(); n != 1 {
		t.Errorf("%d units, one bad row writes nothing", n)
	}
}

func TestAFileOfUnitsIsTakenInOnce(t *testing.T) {
	r := newWorkshop(t)
	windows1252 := []byte("D\xe9signation;Grade;Num\xe9ro de s\xe9rie\r\nGalaxy S21 128 Go;Tr\xe8s bon;R5CN1234567\r\n")
	for name, file := range map[string][]byte{
		"with a byte order mark": frenchFile("iPhone 13 128 Go Bleu;Très bon;356938035643809;;IP13;;"),
		"in Windows-1252":        windows1252,
	} {
		order := r.order()
		for range 2 {
			if _, err := r.station.ImportUnits(r.ctx, order, name+".csv", file); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		preview, err := r.station.PreviewUnits(r.ctx, name+".csv", file)
		r.must(err)
		if preview.Before == nil || preview.Before.Name != name+".csv" || preview.Before.Rows != 1 || len(preview.Good) != 0 {
			t.Errorf("%s: %+v", name, preview)
		}
		_, err = r.station.ImportUnits(r.ctx, r.order(), "again.csv", file)
		r.refused(err, fault.Conflict, "errors_stock.import.again")
	}
	if n := r.units(); n != 2 {
		t.Errorf("%d units of two files of one row", n)
	}
}

func TestAFileWithWrongColumnsIsRefusedAsAWhole(t *testing.T) {
	r := newWorkshop(t)
	_, err := r.station.PreviewUnits(r.ctx, "x.csv", []byte("Commande;Montant\r\n1;2\r\n"))
	r.refused(err, fault.Invalid, "errors_sheet.columns.missing")
}

func (r *rig) units() (n int) {
	r.Helper()
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		n, err = tx.CountUnits(store.UnitFilter{})
		return err
	}))
	return n
}

func (r *rig) did2(unit store.Unit, err error) store.Unit {
	r.Helper()
	r.must(err)
	return unit
}

func TestABinKeepsItsPlaceWhileItHoldsADevice(t *testing.T) {
	r := newWorkshop(t)
	bin, err := r.station.SaveBin(r.ctx, r.order(), store.Bin{Code: "q04", Place: returns.Quarantine, Words: "Quarantaine 4"})
	r.must(err)
	if bin.Code != "BIN-Q04" {
		t.Errorf("its code is %s", bin.Code)
	}
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.must(lay(r, "bin-q04", r.shows(id).Number))
	if c := r.shows(id); c.Custody.Place != returns.Quarantine || c.Custody.Bin != "BIN-Q04" {
		t.Errorf("it lies at %+v", c.Custody)
	}
	_, err = r.station.SaveBin(r.ctx, r.order(), store.Bin{Code: "BIN-Q04", Place: returns.Stock})
	r.refused(err, fault.Conflict, "errors_stock.bin.place")
	_, err = r.station.CloseBin(r.ctx, r.order(), "BIN-Q04")
	r.refused(err, fault.Conflict, "errors_store.bin_full")
	_, err = r.station.SaveBin(r.ctx, r.order(), store.Bin{Code: "BIN-Q05", Place: "shop"})
	r.refused(err, fault.Invalid, "errors_returns.move.place")
}

func lay(r *rig, bin, code string) error {
	_, err := r.station.Lay(r.ctx, r.order(), station.Laying{Bin: bin, Code: code})
	return err
}

func TestABinAndADeviceAreScannedAndTheGatesHold(t *testing.T) {
	r := newWorkshop(t)
	for code, place := range map[string]returns.Place{"BIN-A01": returns.Stock, "BIN-Q01": returns.Quarantine, "BIN-X01": returns.Stock, "BIN-D01": returns.OutboundShelf} {
		_, err := r.station.SaveBin(r.ctx, r.order(), store.Bin{Code: code, Place: place})
		r.must(err)
	}
	_, err := r.station.CloseBin(r.ctx, r.order(), "BIN-X01")
	r.must(err)
	unit := r.did2(r.station.AddUnit(r.ctx, r.order(), spare()))
	waiting := r.pulls("1001", "F1")
	r.refused(lay(r, "BIN-Q01", soldIMEI), fault.Conflict, "errors_stock.not_here")
	r.receives(waiting)
	for name, c := range map[string]struct {
		bin, code, key string
		errors         fault.Code
	}{
		"no such bin":               {"BIN-Z", soldIMEI, "errors_stock.bin.unknown", fault.NotFound},
		"a closed bin":              {"BIN-X01", soldIMEI, "errors_stock.bin.closed", fault.Conflict},
		"no such device":            {"BIN-Q01", "C02XL0ABJGH5", "errors_stock.nothing", fault.NotFound},
		"stock before the decision": {"BIN-A01", soldIMEI, "errors_returns.move.undecided", fault.Conflict},
		"a unit in quarantine":      {"BIN-Q01", spareIMEI, "errors_stock.bin.units", fault.Conflict},
	} {
		t.Run(name, func(*testing.T) { r.refused(lay(r, c.bin, c.code), c.errors, c.key) })
	}
	r.must(lay(r, "BIN-Q01", soldIMEI))
	r.must(lay(r, "BIN-D01", spareIMEI))
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		held, err := tx.Unit(unit.ID)
		if held.Bin != "BIN-D01" {
			t.Errorf("the unit lies in %q", held.Bin)
		}
		return err
	}))
}

func TestADeviceToPutAwaySaysWhatItsPlaceAsksFor(t *testing.T) {
	r := newWorkshop(t)
	_, err := r.station.SaveBin(r.ctx, r.order(), store.Bin{Code: "BIN-A01", Place: returns.Stock, Words: "Étagère A"})
	r.must(err)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.inspects(id)
	r.refunds(id, 40400)
	row := r.toPutAway(1)[0]
	if !row.NeedsWipe || !row.NeedsGrade || row.Destination != returns.Stock || row.Bin != "BIN-A01" {
		t.Errorf("to put away: %+v", row)
	}
	r.refused(lay(r, "BIN-A01", soldIMEI), fault.Conflict, "errors_returns.move.not_erased")
	_, err = r.station.Lay(r.ctx, r.order(), station.Laying{
		Bin: "BIN-A01", Code: soldIMEI, Wipe: returns.RecordWipe{State: returns.WipeDone, Method: "clear"}, Grade: "good",
	})
	r.must(err)
	r.toPutAway(0)
	if c := r.shows(id); c.Custody.Place != returns.Stock || c.Grade != "good" {
		t.Errorf("it lies at %+v, %s", c.Custody, c.Grade)
	}
	pdf, err := r.station.RoundPDF(r.ctx)
	if err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Errorf("the list: %v", err)
	}
}

func (r *rig) toPutAway(want int) (rows []station.Homeless) {
	r.Helper()
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		rows, _, err = r.station.ToPutAway(tx, 0, 50)
		return err
	}))
	if len(rows) != want {
		r.Fatalf("%d devices to put away, want %d", len(rows), want)
	}
	return rows
}
