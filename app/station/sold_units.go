package station

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/store"
	"revient/app/text"
)

// soldUnitsKind names the files of sold units among the imports.
const soldUnitsKind = "sold_units"

// widestWords bounds a cell of words, in characters.
const widestWords = 120

// heaviest is what no parcel of ours weighs, in grams: 30 kg.
const heaviest = 30_000

// soldForm declares the columns of a file of sold units, and under which names
// workshops keep them.
var soldForm = sheet.Form[store.SoldUnit]{
	Columns: []sheet.Column[store.SoldUnit]{
		{Title: "sheet.column.order", Aliases: []string{"N° de commande", "Numéro de commande", "order id", "order_id", "order number", "commande n°"}, Required: true,
			Into: sheet.Into(sheet.Code, func(u *store.SoldUnit, v string) { u.OrderRef = v })},
		{Title: "sheet.column.line", Aliases: []string{"orderline", "order line", "orderline_id", "order_line_id", "ligne"},
			Into: sheet.Into(sheet.Code, func(u *store.SoldUnit, v string) { u.LineRef = v })},
		{Title: "sheet.column.imei", Aliases: []string{"N° IMEI", "IMEI 1", "imei1", "numéro IMEI"},
			Into: sheet.Into(sheet.IMEI, func(u *store.SoldUnit, v string) { u.IMEI = v })},
		{Title: "sheet.column.serial", Aliases: []string{"N° de série", "serial", "S/N", "SN", "serial_number", "n° série"},
			Into: sheet.Into(sheet.Serial, func(u *store.SoldUnit, v string) { u.Serial = v })},
		{Title: "sheet.column.weight", Aliases: []string{"Poids colis", "weight_g", "poids du colis"},
			Into: sheet.Into(sheet.Weight, func(u *store.SoldUnit, v int64) { u.WeightGrams = int(v) })},
		{Title: "sheet.column.grade", Aliases: []string{"État", "condition", "état cosmétique"},
			Into: sheet.Into(sheet.Grade, func(u *store.SoldUnit, v string) { u.Grade = v })},
		{Title: "sheet.column.accessories", Aliases: []string{"accessoire", "accessory", "fourni avec"},
			Into: sheet.Into(sheet.Text(widestWords), func(u *store.SoldUnit, v string) { u.Accessories = listedIn(v) })},
		{Title: "sheet.column.supplier", Aliases: []string{"supplier name", "provenance"},
			Into: sheet.Into(sheet.Text(widestWords), func(u *store.SoldUnit, v string) { u.Supplier = v })},
		{Title: "sheet.column.invoice", Aliases: []string{"N° de facture", "numéro de facture", "invoice number", "facture n°", "invoice_number"},
			Into: sheet.Into(sheet.Code, func(u *store.SoldUnit, v string) { u.Invoice = v })},
		{Title: "sheet.column.invoiced", Aliases: []string{"date facture", "date de la facture", "invoice date", "invoice_date", "facturé le"},
			Into: sheet.Into(sheet.Day, func(u *store.SoldUnit, v time.Time) { u.InvoiceAt = v })},
	},
	Check: func(u store.SoldUnit) error {
		switch {
		case u.IMEI == "" && u.Serial == "":
			return fault.New(fault.Invalid, "errors_device.file.no_identity", nil)
		case u.WeightGrams > heaviest:
			return fault.New(fault.Invalid, "errors_device.file.weight", fault.Args{"most": heaviest / 1000}).At("sheet.column.weight")
		default:
			return nil
		}
	},
	// The same device may be sold twice, but not on one order.
	Same: func(u store.SoldUnit) string {
		if u.IMEI != "" {
			return u.IMEI + " · " + u.OrderRef
		}
		return u.Serial + " · " + u.OrderRef
	},
}

// listedIn splits words that stand in one cell.
func listedIn(cell string) (words []string) {
	for _, word := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(",;/|+", r) }) {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// SoldUnitsFile is what a file of sold units holds, before anything is written.
type SoldUnitsFile struct {
	sheet.Preview[store.SoldUnit]
	SHA256  string
	Changes int           // Rows about a device of an order that is known already, with something else said of it.
	Repeats int           // Rows that say what is known already.
	Earlier *store.Import // When these very bytes were taken in before.
}

// ReadSoldUnits reads a file and compares it with what is known. Nothing is written.
func (s *Station) ReadSoldUnits(ctx context.Context, raw []byte) (file SoldUnitsFile, err error) {
	if file.Preview, err = bound(raw, soldForm, s.language()); err != nil {
		return file, err
	}
	file.SHA256 = digestOf(raw)
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		if file.Earlier, err = importedBefore(tx, soldUnitsKind, file.SHA256); err != nil {
			return err
		}
		for _, unit := range file.Good {
			known, err := tx.SoldUnitsOfLine(unit.Account, unit.OrderRef, unit.LineRef)
			if err != nil {
				return err
			}
			for _, before := range known {
				if before.IMEI != store.NormaliseCode(unit.IMEI) || before.Serial != store.NormaliseCode(unit.Serial) || before.LineRef != unit.LineRef {
					continue
				}
				if sameSold(before, unit) {
					file.Repeats++
				} else {
					file.Changes++
				}
			}
		}
		return nil
	})
	return file, err
}

func sameSold(a, b store.SoldUnit) bool {
	return a.WeightGrams == b.WeightGrams && a.Grade == b.Grade && slices.Equal(a.Accessories, b.Accessories) &&
		a.Supplier == b.Supplier && a.Invoice == b.Invoice && a.InvoiceAt.Equal(b.InvoiceAt)
}

// ImportSoldUnits takes a file in whole, or not at all: one bad row refuses it.
func (s *Station) ImportSoldUnits(ctx context.Context, order Order, name string, raw []byte) error {
	preview, err := bound(raw, soldForm, s.language())
	if err != nil {
		return err
	}
	if !preview.Whole() {
		return fault.New(fault.Invalid, "errors_device.file.bad_rows", fault.Args{"count": len(preview.Bad)})
	}
	for i := range preview.Good {
		preview.Good[i].Source = "file"
	}
	_, err = s.commit(ctx, order, "ImportSoldUnits", func(t *turn) (returns.CaseID, error) {
		file := store.Import{ID: newID(), Kind: soldUnitsKind, Name: plainLine(name), SHA256: digestOf(raw), Actor: order.Actor.ID}
		return "", t.SaveSoldUnits(file, preview.Good)
	})
	return err
}

// bound reads a table's bytes as a form declares them.
func bound[T any](raw []byte, form sheet.Form[T], lang text.Language) (sheet.Preview[T], error) {
	table, err := sheet.Read(raw, sheet.Options{})
	if err != nil {
		return sheet.Preview[T]{}, err
	}
	return sheet.Bind(table, form, lang)
}

func digestOf(raw []byte) string {
	digest := sha256.Sum256(raw)
	return hex.EncodeToString(digest[:])
}

// importedBefore tells when the same bytes were taken in; nil when they never were.
func importedBefore(tx *store.ReadTx, kind, sha string) (*store.Import, error) {
	before, err := tx.FindImport(kind, sha)
	if fault.Is(err, fault.NotFound) {
		return nil, nil //nolint:nilnil // Never is an answer.
	}
	return &before, err
}

// soldWith is what the workshop's files say of the device that a case is about: of
// the one that was found where the order line had several, else of the only one.
func soldWith(tx *store.ReadTx, c returns.Case) (store.SoldUnit, error) {
	if c.Sale == nil {
		return store.SoldUnit{}, nil
	}
	units, err := tx.SoldUnitsOfLine(c.Sale.Account, c.Sale.OrderRef, c.Sale.LineRef)
	if err != nil || len(units) == 0 {
		return store.SoldUnit{}, err
	}
	for _, code := range []string{c.Identity.IMEI, c.Identity.Serial, c.Sale.IMEI, c.Sale.Serial} {
		for _, unit := range units {
			if code = store.NormaliseCode(code); code != "" && (unit.IMEI == code || unit.Serial == code) {
				return unit, nil
			}
		}
	}
	if len(units) == 1 {
		return units[0], nil
	}
	return store.SoldUnit{}, nil
}

// SoldUnitFiles lists the files of sold units that were taken in, the newest first.
func (s *Station) SoldUnitFiles(ctx context.Context) (files []store.Import, err error) {
	const most = 50
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		files, err = tx.Imports(soldUnitsKind, most)
		return err
	})
	return files, err
}
