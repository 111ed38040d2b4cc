package station

import (
	"context"
	"slices"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// Laying is a device that is laid into a bin: both were scanned.
type Laying struct {
	Bin   string
	Code  string             // Of the device: its label, its IMEI, its serial number.
	Wipe  returns.RecordWipe // What was done to it before, where the bin's place asks for it.
	Grade string
}

// Laid is what lies in a bin now, and where it lay before.
type Laid struct {
	Bin       store.Bin
	Case      returns.CaseID // Of the device; empty for a replacement unit.
	Unit      returns.UnitID
	FromPlace returns.Place
	FromBin   string
}

// Lay puts a device, or a replacement unit of the stock, into a bin. The gates of the
// bin's place hold.
func (s *Station) Lay(ctx context.Context, order Order, laying Laying) (Laid, error) {
	laid, err := s.laidBy(ctx, laying)
	if err != nil {
		return laid, err
	}
	_, err = s.run(ctx, order, "Lay", func(t *turn) (returns.CaseID, error) {
		if laid.Case == "" {
			return "", t.layUnit(laid)
		}
		c, err := t.Case(laid.Case)
		if err != nil {
			return "", err
		}
		return laid.Case, t.layDevice(c, laying, laid.Bin)
	})
	return laid, err
}

// laidBy says what two codes mean.
func (s *Station) laidBy(ctx context.Context, laying Laying) (laid Laid, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		laid.Bin, err = tx.Bin(strings.TrimSpace(laying.Bin))
		switch {
		case fault.Is(err, fault.NotFound):
			return fault.New(fault.NotFound, "errors_stock.bin.unknown", fault.Args{"bin": laying.Bin}).At("bin")
		case err != nil:
			return err
		case !laid.Bin.ClosedAt.IsZero():
			return fault.New(fault.Conflict, "errors_stock.bin.closed", fault.Args{"bin": laid.Bin.Code}).At("bin")
		}
		device, unit, err := s.inHand(tx, laying.Code)
		switch {
		case err != nil:
			return err
		case unit != nil:
			laid.Unit, laid.FromBin, laid.FromPlace = unit.ID, unit.Bin, returns.Stock
		default:
			laid.Case, laid.FromBin, laid.FromPlace = device.ID, device.Bin, device.Place
		}
		return nil
	})
	return laid, err
}

// inHand names the device that a code was scanned on: the one of an open case that is
// in the workshop, else a unit of the stock, else a device that was put away before.
func (s *Station) inHand(tx *store.ReadTx, code string) (*store.CaseSummary, *store.Unit, error) {
	code = strings.TrimSpace(code)
	found, err := s.findAsIs(tx, code)
	if err != nil {
		return nil, nil, err
	}
	open, away := []store.CaseSummary{}, []store.CaseSummary{}
	for _, c := range found.Cases {
		switch {
		case !slices.Contains(returns.Shelves(), c.Place):
		case c.Stage.Ended():
			away = append(away, c)
		default:
			open = append(open, c)
		}
	}
	switch {
	case len(open) == 1:
		return &open[0], nil, nil
	case len(open) > 1:
		return nil, nil, fault.New(fault.Conflict, "errors_stock.several", fault.Args{"code": code, "count": len(open)}).At("code")
	case found.Unit != nil:
		return nil, found.Unit, nil
	case len(away) > 0:
		return &away[0], nil, nil
	case len(found.Cases) > 0:
		return nil, nil, fault.New(fault.Conflict, "errors_stock.not_here", fault.Args{"number": found.Cases[0].Number}).At("code")
	default:
		return nil, nil, fault.New(fault.NotFound, "errors_stock.nothing", fault.Args{"code": code}).At("code")
	}
}

func (t *turn) layDevice(c returns.Case, laying Laying, bin store.Bin) (err error) {
	if laying.Wipe.State != returns.WipeOpen {
		if c, err = t.decide(c, laying.Wipe); err != nil {
			return err
		}
	}
	if laying.Grade != "" {
		if c, err = t.decide(c, returns.RecordGrade{Grade: laying.Grade}); err != nil {
			return err
		}
	}
	_, err = t.decide(c, returns.Move{Place: bin.Place, Bin: bin.Code})
	return err
}

// layUnit notes where a unit lies. It waits in the stock, or for the carrier.
func (t *turn) layUnit(laid Laid) error {
	if laid.Bin.Place != returns.Stock && laid.Bin.Place != returns.OutboundShelf {
		return fault.New(fault.Conflict, "errors_stock.bin.units", fault.Args{"bin": laid.Bin.Code}).At("bin")
	}
	unit, err := t.Unit(laid.Unit)
	if err != nil {
		return err
	}
	unit.Bin = laid.Bin.Code
	_, err = t.SaveUnit(unit)
	return err
}
