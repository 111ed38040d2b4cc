package station

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"revient/app/catalog"
	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// DescribeUnit fills in what a listing says of a replacement unit and nobody has
// written: its model, its storage, its colour and its category. What somebody wrote
// stays.
func DescribeUnit(unit store.Unit) store.Unit {
	read := specOf(unit.Title, unit.SKU)
	if unit.Model == "" {
		unit.Model = read.Model
	}
	if unit.Storage == "" && read.Storage != 0 {
		unit.Storage = storageWords(read.Storage)
	}
	if unit.Colour == "" {
		unit.Colour = read.Colour
	}
	if unit.Category == "" {
		unit.Category = categoryOf(unit.Title)
	}
	return unit
}

// storageWords writes a capacity as labels and listings do; a terabyte is a thousand
// gigabytes.
func storageWords(gigabytes int) string {
	const terabyte = 1000
	if gigabytes%terabyte == 0 {
		return strconv.Itoa(gigabytes/terabyte) + " To"
	}
	return strconv.Itoa(gigabytes) + " Go"
}

// checkUnit cleans what is said of a unit and says what of it cannot be kept. A unit
// that neither an IMEI nor a serial number names could not be checked when it leaves.
func checkUnit(unit store.Unit) (store.Unit, error) {
	for _, line := range []*string{&unit.SKU, &unit.Title, &unit.Category, &unit.Storage, &unit.Colour, &unit.Model, &unit.Note} {
		*line = strings.TrimSpace(plainLine(*line))
	}
	unit.IMEI, unit.Serial = returns.NormaliseIMEI(unit.IMEI), returns.NormaliseSerial(plainLine(unit.Serial))
	bin, err := binCode(unit.Bin)
	switch {
	case unit.Title == "":
		return unit, fault.New(fault.Invalid, "errors_stock.title", nil).At("title")
	case !slices.Contains(catalog.Grades(), unit.Grade):
		return unit, fault.New(fault.Invalid, "errors_stock.grade", nil).At("grade")
	case unit.IMEI == "" && unit.Serial == "":
		return unit, fault.New(fault.Invalid, "errors_stock.nameless", nil).At("imei")
	case err != nil:
		return unit, err
	}
	unit.Bin = bin
	if unit.IMEI != "" {
		if err := returns.CheckIMEI(unit.IMEI); err != nil {
			return unit, fault.Of(err).At("imei")
		}
	}
	return DescribeUnit(unit), nil
}

// AddUnit takes a replacement unit into the stock. Source is hand or scan.
func (s *Station) AddUnit(ctx context.Context, order Order, unit store.Unit) (store.Unit, error) {
	unit.ID = ""
	return s.saveUnit(ctx, order, "AddUnit", unit)
}

// EditUnit changes what is said of a unit that has not left.
func (s *Station) EditUnit(ctx context.Context, order Order, unit store.Unit) (store.Unit, error) {
	if unit.ID == "" {
		return unit, fault.New(fault.NotFound, "errors_store.not_found", nil)
	}
	return s.saveUnit(ctx, order, "EditUnit", unit)
}

func (s *Station) saveUnit(ctx context.Context, order Order, name string, unit store.Unit) (store.Unit, error) {
	unit, err := checkUnit(unit)
	if err != nil {
		return unit, err
	}
	_, err = s.commit(ctx, order, name, func(t *turn) (returns.CaseID, error) {
		if unit.ID != "" {
			held, err := t.Unit(unit.ID)
			if err != nil {
				return "", err
			}
			unit.Source = held.Source // How it came does not change by what is said of it.
		}
		_, err := t.SaveUnit(unit)
		return "", err
	})
	if err != nil {
		return unit, err
	}
	return s.unitBy(ctx, func(tx *store.ReadTx) (store.Unit, error) { return tx.FindUnit(nameOf(unit)) })
}

// nameOf is the number that a unit is known by.
func nameOf(unit store.Unit) string {
	if unit.IMEI != "" {
		return unit.IMEI
	}
	return unit.Serial
}

// WithdrawUnit takes a free unit out of the stock, with a note that says why.
func (s *Station) WithdrawUnit(ctx context.Context, order Order, id returns.UnitID, note string) (store.Unit, error) {
	note = strings.TrimSpace(plainLine(note))
	if note == "" {
		return store.Unit{}, fault.New(fault.Invalid, "errors_stock.why", nil).At("note")
	}
	return s.movesUnit(ctx, order, "WithdrawUnit", id, func(t *turn, unit store.Unit) error {
		unit.Note = note
		if _, err := t.SaveUnit(unit); err != nil {
			return err
		}
		return t.Tx.WithdrawUnit(id)
	})
}

// RestockUnit takes a unit back that was withdrawn. One that left for a customer
// comes back through the case of that customer.
func (s *Station) RestockUnit(ctx context.Context, order Order, id returns.UnitID) (store.Unit, error) {
	return s.movesUnit(ctx, order, "RestockUnit", id, func(t *turn, unit store.Unit) error {
		if unit.State == store.UnitGone {
			return fault.New(fault.Conflict, "errors_store.unit_gone", fault.Args{"title": unit.Title})
		}
		return t.Tx.RestockUnit(id)
	})
}

func (s *Station) movesUnit(ctx context.Context, order Order, name string, id returns.UnitID, move func(*turn, store.Unit) error) (store.Unit, error) {
	_, err := s.commit(ctx, order, name, func(t *turn) (returns.CaseID, error) {
		unit, err := t.Unit(id)
		if err != nil {
			return "", err
		}
		return "", move(t, unit)
	})
	if err != nil {
		return store.Unit{}, err
	}
	return s.unitBy(ctx, func(tx *store.ReadTx) (store.Unit, error) { return tx.Unit(id) })
}

func (s *Station) unitBy(ctx context.Context, find func(*store.ReadTx) (store.Unit, error)) (unit store.Unit, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		unit, err = find(tx)
		return err
	})
	return unit, err
}
