package api

import (
	"context"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Bins lists the bins, those that are closed last.
func (s *Stock) Bins() ([]BinView, error) {
	return guard(s.api, "Stock.Bins", func(ctx context.Context) ([]BinView, error) {
		return read(ctx, s.api, binViews)
	})
}

func binViews(tx *store.ReadTx) ([]BinView, error) {
	bins, err := tx.Bins()
	views := []BinView{}
	for _, bin := range bins {
		views = append(views, binView(bin))
	}
	return views, err
}

func binView(b store.Bin) BinView {
	return BinView{
		Code: b.Code, Place: string(b.Place), Words: b.Words, Closed: !b.ClosedAt.IsZero(), Devices: b.Devices, Units: b.Units, Registered: b.Place != "",
	}
}

// SaveBin adds a bin, changes one, or brings one back that was closed.
func (s *Stock) SaveBin(command string, form BinForm) (BinView, error) {
	return s.api.binCommand("SaveBin", command, func(ctx context.Context, order station.Order) (store.Bin, error) {
		return s.api.station.SaveBin(ctx, order, store.Bin{Code: form.Code, Place: returns.Place(form.Place), Words: form.Words})
	})
}

// CloseBin takes an empty bin out of use.
func (s *Stock) CloseBin(command, code string) (BinView, error) {
	return s.api.binCommand("CloseBin", command, func(ctx context.Context, order station.Order) (store.Bin, error) {
		return s.api.station.CloseBin(ctx, order, code)
	})
}

func (a *API) binCommand(name, command string, run func(ctx context.Context, order station.Order) (store.Bin, error)) (BinView, error) {
	return guard(a, "Stock."+name, func(ctx context.Context) (BinView, error) {
		order, err := a.order(command, "")
		if err != nil {
			return BinView{}, err
		}
		bin, err := run(ctx, order)
		return binView(bin), err
	})
}

// Content is what lies in a bin, whether it is registered or not.
func (s *Stock) Content(code string) (ContentView, error) {
	return guard(s.api, "Stock.Content", func(ctx context.Context) (ContentView, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) (ContentView, error) { return s.api.content(tx, strings.TrimSpace(code)) })
	})
}

func (a *API) content(tx *store.ReadTx, code string) (ContentView, error) {
	view := ContentView{Rows: []Row{}, Units: []UnitView{}}
	bin, err := tx.Bin(code)
	if fault.Is(err, fault.NotFound) {
		bin, err = store.Bin{Code: code}, nil
	}
	if err != nil {
		return view, err
	}
	cases, err := tx.CasesInBin(code, 0, mostRows)
	if err != nil {
		return view, err
	}
	for _, c := range cases {
		view.Rows = append(view.Rows, a.row(c))
	}
	if code == "" {
		return view, nil
	}
	units, err := tx.Units(store.UnitFilter{Bin: code, States: []store.UnitState{store.UnitFree, store.UnitReserved}, Limit: mostRows})
	if err != nil {
		return view, err
	}
	if view.Units, err = unitViews(tx, units); err != nil {
		return view, err
	}
	if bin.Place == "" {
		bin.Devices, bin.Units = len(view.Rows), len(view.Units)
	}
	view.Bin = binView(bin)
	return view, nil
}

// Lay puts the device, or the unit, that a code was scanned on into a bin.
func (s *Stock) Lay(command string, form LayForm) (LaidView, error) {
	return guard(s.api, "Stock.Lay", func(ctx context.Context) (LaidView, error) {
		order, err := s.api.order(command, "")
		if err != nil {
			return LaidView{}, err
		}
		laid, err := s.api.station.Lay(ctx, order, station.Laying{
			Bin: form.Bin, Code: form.Code, Grade: form.Grade, Wipe: returns.RecordWipe{State: returns.WipeState(form.Wipe), Method: form.Method},
		})
		if err != nil {
			return LaidView{}, err
		}
		return read(ctx, s.api, func(tx *store.ReadTx) (LaidView, error) { return s.api.laidView(tx, laid) })
	})
}

func (a *API) laidView(tx *store.ReadTx, laid station.Laid) (LaidView, error) {
	view := LaidView{Bin: binView(laid.Bin), FromPlace: string(laid.FromPlace), FromBin: laid.FromBin}
	if laid.Case != "" {
		row, err := a.rowOf(tx, laid.Case)
		view.Row = &row
		return view, err
	}
	unit, err := tx.Unit(laid.Unit)
	if err != nil {
		return view, err
	}
	shown, err := unitView(tx, unit)
	view.Unit = &shown
	return view, err
}

// ToPutAway lists the devices that have to go to their place, what is most urgent
// first.
func (s *Stock) ToPutAway(offset, limit int) (RoundView, error) {
	return guard(s.api, "Stock.ToPutAway", func(ctx context.Context) (RoundView, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) (RoundView, error) {
			view := RoundView{Rows: []HomelessView{}, Bins: []BinView{}}
			rows, total, err := s.api.station.ToPutAway(tx, max(offset, 0), min(max(limit, 1), mostRows))
			if err != nil {
				return view, err
			}
			view.Total = total
			for _, row := range rows {
				view.Rows = append(view.Rows, HomelessView{
					Row: s.api.row(row.Case), Place: string(row.Case.Place), Bin: row.Case.Bin, Wipe: string(row.Wipe), Grade: row.Grade,
					Destination: string(row.Destination), Into: row.Bin, NeedsWipe: row.NeedsWipe, NeedsGrade: row.NeedsGrade, Customers: row.Customers,
				})
			}
			bins, err := binViews(tx)
			for _, bin := range bins {
				if !bin.Closed {
					view.Bins = append(view.Bins, bin)
				}
			}
			return view, err
		})
	})
}
