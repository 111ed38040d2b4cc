package station

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"revient/app/catalog"
	"revient/app/fault"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/store"
)

// unitsImport is the kind of a file of replacement units among those taken in.
const unitsImport = "units"

// UnitFile is what a file of replacement units holds, before anything of it is
// written.
type UnitFile struct {
	Name    string
	SHA256  string // Of its bytes, in hexadecimal.
	Rows    int    // Good and bad together.
	Good    []store.Unit
	Lines   []int // Of each row of Good.
	Bad     []sheet.RowFault
	Ignored []string      // Headers that mean nothing here.
	Before  *store.Import // When the very same file was taken in; nil when it never was.
}

// unitForm is the table of replacement units.
func unitForm() sheet.Form[store.Unit] {
	words := func(title string, longest int, set func(*store.Unit, string), aliases ...string) sheet.Column[store.Unit] {
		return sheet.Column[store.Unit]{Title: title, Aliases: aliases, Into: sheet.Into(sheet.Text(longest), set)}
	}
	title := words("sheet.column.title", longestLine, func(u *store.Unit, s string) { u.Title = s }, "Titre", "Appareil", "Produit", "Device", "Product", "Name", "Nom")
	title.Required = true
	return sheet.Form[store.Unit]{
		Columns: []sheet.Column[store.Unit]{
			title,
			{Title: "sheet.column.grade", Aliases: []string{"État", "Condition"}, Required: true, Into: sheet.Into(gradeCell, func(u *store.Unit, s string) { u.Grade = s })},
			{Title: "sheet.column.imei", Aliases: []string{"IMEI 1", "IMEI1"}, Into: sheet.Into(sheet.IMEI, func(u *store.Unit, s string) { u.IMEI = s })},
			{Title: "sheet.column.serial", Aliases: []string{"N° de série", "Série", "Serial", "SN", "S/N"}, Into: sheet.Into(sheet.Serial, func(u *store.Unit, s string) { u.Serial = s })},
			{Title: "sheet.column.sku", Aliases: []string{"Code article"}, Into: sheet.Into(sheet.Code, func(u *store.Unit, s string) { u.SKU = s })},
			{Title: "sheet.column.bin", Aliases: []string{"Bac", "Casier", "Place", "Location"}, Into: sheet.Into(sheet.Code, func(u *store.Unit, s string) { u.Bin = s })},
			words("sheet.column.model", longestLine, func(u *store.Unit, s string) { u.Model = s }),
			words("sheet.column.storage", 40, func(u *store.Unit, s string) { u.Storage = s }, "Capacité", "Capacity"),
			words("sheet.column.color", 40, func(u *store.Unit, s string) { u.Colour = s }, "Couleur", "Colour"),
		},
		Check: func(u store.Unit) error {
			_, err := checkUnit(u)
			return err
		},
		Same: nameOf,
	}
}

// gradeCell reads a grade in the words of the marketplace, French or English. The
// letters that a supplier sorts by mean something else with each of them.
func gradeCell(cell sheet.Cell) (string, error) {
	written, err := sheet.Text(60)(cell)
	if err != nil {
		return "", err
	}
	grade := catalog.GradeOf(written)
	if grade == "" {
		return "", fault.New(fault.Invalid, "errors_stock.row.grade", fault.Args{"given": written})
	}
	return grade, nil
}

// PreviewUnits reads a file of replacement units and says what it holds. It writes
// nothing. An error means that the file as a whole cannot be taken.
func (s *Station) PreviewUnits(ctx context.Context, name string, file []byte) (preview UnitFile, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		preview, err = s.readUnits(tx, name, file)
		return err
	})
	return preview, err
}

func (s *Station) readUnits(tx *store.ReadTx, name string, file []byte) (UnitFile, error) {
	sum := sha256.Sum256(file)
	preview := UnitFile{Name: plainLine(name), SHA256: hex.EncodeToString(sum[:])}
	table, err := sheet.Read(file, sheet.Options{})
	if err != nil {
		return preview, err
	}
	bound, err := sheet.Bind(table, unitForm(), s.language())
	if err != nil {
		return preview, err
	}
	preview.Rows, preview.Bad, preview.Ignored = bound.Rows, bound.Bad, bound.Ignored
	before, err := tx.FindImport(unitsImport, preview.SHA256)
	switch {
	case err == nil:
		preview.Before = &before
	case !fault.Is(err, fault.NotFound):
		return preview, err
	}
	serials := map[string]int{}
	for i, unit := range bound.Good {
		wrong, err := clash(tx, unit, bound.Lines[i], serials)
		if err != nil {
			return preview, err
		}
		if wrong != nil {
			preview.Bad = append(preview.Bad, *wrong)
			continue
		}
		if unit, err = checkUnit(unit); err != nil {
			return preview, err
		}
		unit.Source = "csv"
		preview.Good, preview.Lines = append(preview.Good, unit), append(preview.Lines, bound.Lines[i])
	}
	slices.SortStableFunc(preview.Bad, func(a, b sheet.RowFault) int { return cmp.Compare(a.Line, b.Line) })
	return preview, nil
}

// clash says which unit a row is the same as: one of the stock, or of an earlier row
// with another IMEI and the same serial number.
func clash(tx *store.ReadTx, unit store.Unit, line int, serials map[string]int) (*sheet.RowFault, error) {
	if first, twice := serials[unit.Serial]; twice && unit.Serial != "" {
		return &sheet.RowFault{Line: line, Key: "errors_sheet.row.twice", Args: fault.Args{"shared": unit.Serial, "first": first}, Raw: unit.Serial}, nil
	}
	serials[unit.Serial] = line
	for _, code := range []string{unit.IMEI, unit.Serial} {
		if code == "" {
			continue
		}
		held, err := tx.FindUnit(code)
		switch {
		case fault.Is(err, fault.NotFound):
		case err != nil:
			return nil, err
		case held.State == store.UnitFree || held.State == store.UnitReserved:
			return &sheet.RowFault{Line: line, Key: "errors_stock.row.here", Args: fault.Args{"code": code, "title": held.Title}, Raw: code}, nil
		}
	}
	return nil, nil //nolint:nilnil // It is the same as none.
}

// ImportUnits takes all units of a file into the stock, or none: not while a row of
// it is wrong, and not the same file twice. It says how many there were.
func (s *Station) ImportUnits(ctx context.Context, order Order, name string, file []byte) (taken int, err error) {
	_, err = s.commit(ctx, order, "ImportUnits", func(t *turn) (returns.CaseID, error) {
		preview, err := s.readUnits(t.ReadTx, name, file)
		switch {
		case err != nil:
			return "", err
		case preview.Before != nil:
			return "", fault.New(fault.Conflict, "errors_stock.import.again", fault.Args{"name": preview.Before.Name})
		case len(preview.Bad) > 0:
			return "", fault.New(fault.Invalid, "errors_stock.import.bad", fault.Args{"count": len(preview.Bad)})
		}
		for _, unit := range preview.Good {
			if _, err := t.SaveUnit(unit); err != nil {
				return "", err
			}
		}
		taken = len(preview.Good)
		return "", t.AddImport(store.Import{
			ID: newID(), Kind: unitsImport, Name: preview.Name, SHA256: preview.SHA256, Rows: taken, Actor: order.Actor.ID,
		})
	})
	if err == nil && taken == 0 { // Given before: the file says how many it was then.
		sum := sha256.Sum256(file)
		err = s.db.View(ctx, func(tx *store.ReadTx) error {
			before, err := tx.FindImport(unitsImport, hex.EncodeToString(sum[:]))
			taken = before.Rows
			return err
		})
	}
	return taken, err
}
