package api

import (
	"context"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Stock is the service of the replacement units, of the bins and of what lies in them.
type Stock struct{ api *API }

// Units returns a page of the replacement units, the newest first.
func (s *Stock) Units(filter UnitFilter) (UnitPage, error) {
	return guard(s.api, "Stock.Units", func(ctx context.Context) (UnitPage, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) (UnitPage, error) { return unitPage(tx, filter) })
	})
}

func unitPage(tx *store.ReadTx, filter UnitFilter) (UnitPage, error) {
	page := UnitPage{Rows: []UnitView{}, Count: map[string]int{}}
	narrowed := store.UnitFilter{Text: strings.TrimSpace(filter.Text), Offset: max(filter.Offset, 0), Limit: min(max(filter.Limit, 1), mostRows)}
	if filter.State != "" {
		narrowed.States = []store.UnitState{store.UnitState(filter.State)}
	}
	if filter.Grade != "" {
		narrowed.Grades = []string{filter.Grade}
	}
	found, err := tx.Units(narrowed)
	if err != nil {
		return page, err
	}
	if page.Total, err = tx.CountUnits(narrowed); err != nil {
		return page, err
	}
	for _, state := range []store.UnitState{store.UnitFree, store.UnitReserved, store.UnitGone, store.UnitWithdrawn} {
		if page.Count[string(state)], err = tx.CountUnits(store.UnitFilter{States: []store.UnitState{state}}); err != nil {
			return page, err
		}
	}
	page.Rows, err = unitViews(tx, found)
	return page, err
}

func unitViews(tx *store.ReadTx, units []store.Unit) ([]UnitView, error) {
	views := []UnitView{}
	for _, unit := range units {
		view, err := unitView(tx, unit)
		if err != nil {
			return nil, err
		}
		views = append(views, view)
	}
	return views, nil
}

func unitView(tx *store.ReadTx, u store.Unit) (UnitView, error) {
	view := plainUnit(u)
	if u.CaseID == "" {
		return view, nil
	}
	held, err := tx.CaseSummary(u.CaseID)
	if fault.Is(err, fault.NotFound) {
		return view, nil
	}
	view.CaseNumber = held.Number
	return view, err
}

// plainUnit is what a unit says by itself.
func plainUnit(u store.Unit) UnitView {
	return UnitView{
		ID: string(u.ID), SKU: u.SKU, Title: u.Title, Category: u.Category, Grade: u.Grade, Storage: u.Storage, Colour: u.Colour, Model: u.Model,
		IMEI: u.IMEI, Serial: u.Serial, Bin: u.Bin, Note: u.Note, State: string(u.State), CaseID: string(u.CaseID), Source: u.Source, UpdatedAt: instant(u.UpdatedAt),
	}
}

// Unit returns one unit.
func (s *Stock) Unit(id string) (UnitView, error) {
	return guard(s.api, "Stock.Unit", func(ctx context.Context) (UnitView, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) (UnitView, error) {
			unit, err := tx.Unit(returns.UnitID(id))
			if err != nil {
				return UnitView{}, err
			}
			return unitView(tx, unit)
		})
	})
}

// Describe says what the title and the SKU of a unit tell of it.
func (s *Stock) Describe(title, sku string) (UnitView, error) {
	return guard(s.api, "Stock.Describe", func(context.Context) (UnitView, error) {
		return plainUnit(station.DescribeUnit(store.Unit{Title: title, SKU: sku})), nil
	})
}

// unitCommand runs one command on the stock and returns the unit as it is after it.
func (a *API) unitCommand(name, command string, run func(ctx context.Context, order station.Order) (store.Unit, error)) (UnitView, error) {
	return guard(a, "Stock."+name, func(ctx context.Context) (UnitView, error) {
		order, err := a.order(command, "")
		if err != nil {
			return UnitView{}, err
		}
		unit, err := run(ctx, order)
		if err != nil {
			return UnitView{}, err
		}
		return read(ctx, a, func(tx *store.ReadTx) (UnitView, error) { return unitView(tx, unit) })
	})
}

// Add takes a unit into the stock.
func (s *Stock) Add(command string, form UnitForm) (UnitView, error) {
	return s.api.unitCommand("Add", command, func(ctx context.Context, order station.Order) (store.Unit, error) {
		return s.api.station.AddUnit(ctx, order, unitOf(form))
	})
}

// Edit changes what is said of a unit.
func (s *Stock) Edit(command string, form UnitForm) (UnitView, error) {
	return s.api.unitCommand("Edit", command, func(ctx context.Context, order station.Order) (store.Unit, error) {
		return s.api.station.EditUnit(ctx, order, unitOf(form))
	})
}

func unitOf(form UnitForm) store.Unit {
	source := "hand"
	if form.Source == "scan" {
		source = "scan"
	}
	return store.Unit{
		ID: returns.UnitID(form.ID), SKU: form.SKU, Title: form.Title, Grade: form.Grade, Storage: form.Storage, Colour: form.Colour, Model: form.Model,
		IMEI: form.IMEI, Serial: form.Serial, Bin: form.Bin, Note: form.Note, Source: source,
	}
}

// Withdraw takes a unit out of the stock, with a note that says why.
func (s *Stock) Withdraw(command, id, note string) (UnitView, error) {
	return s.api.unitCommand("Withdraw", command, func(ctx context.Context, order station.Order) (store.Unit, error) {
		return s.api.station.WithdrawUnit(ctx, order, returns.UnitID(id), note)
	})
}

// Restock takes a unit back that was withdrawn.
func (s *Stock) Restock(command, id string) (UnitView, error) {
	return s.api.unitCommand("Restock", command, func(ctx context.Context, order station.Order) (store.Unit, error) {
		return s.api.station.RestockUnit(ctx, order, returns.UnitID(id))
	})
}

// shownRows is how many good rows of a file are shown before it is taken in.
const shownRows = 50

// PreviewFile says what a table that was sent to /media/tables holds. It writes
// nothing.
func (s *Stock) PreviewFile(id string) (UnitFileView, error) {
	return guard(s.api, "Stock.PreviewFile", func(ctx context.Context) (UnitFileView, error) {
		sent, err := s.api.tables.find(id)
		if err != nil {
			return UnitFileView{}, err
		}
		file, err := s.api.station.PreviewUnits(ctx, sent.name, sent.raw)
		if err != nil {
			return UnitFileView{}, err
		}
		view := UnitFileView{
			ID: id, Name: file.Name, Rows: file.Rows, Good: len(file.Good), Sample: []UnitLineView{}, Bad: []string{}, Ignored: append([]string{}, file.Ignored...),
		}
		for i, unit := range file.Good[:min(len(file.Good), shownRows)] {
			view.Sample = append(view.Sample, UnitLineView{Line: file.Lines[i], Unit: plainUnit(unit)})
		}
		for _, bad := range file.Bad {
			view.Bad = append(view.Bad, bad.Sentence(s.api.station.Settings().Desk.Language))
		}
		if file.Before != nil {
			view.Before = instant(file.Before.At)
		}
		return view, nil
	})
}

// ImportFile takes every unit of a table into the stock, or none, and says how many.
func (s *Stock) ImportFile(command, id string) (int, error) {
	return guard(s.api, "Stock.ImportFile", func(ctx context.Context) (int, error) {
		order, err := s.api.order(command, "")
		if err != nil {
			return 0, err
		}
		sent, err := s.api.tables.find(id)
		if err != nil {
			return 0, err
		}
		return s.api.station.ImportUnits(ctx, order, sent.name, sent.raw)
	})
}
