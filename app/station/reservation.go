package station

import (
	"context"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// ReserveReplacement keeps a unit of the stock for a case: the one with the identity,
// or else the one whose IMEI or serial number was scanned. A unit that is not as the
// sale promised wants the right to go against a rule, and a reason.
func (s *Station) ReserveReplacement(ctx context.Context, order Order, id returns.CaseID, unit returns.UnitID, code, override string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, c returns.Case) (returns.Command, error) {
		if c.Sale == nil {
			return nil, fault.New(fault.Conflict, "errors_returns.refund.no_sale", nil)
		}
		chosen, err := t.chosenUnit(unit, code)
		if err != nil {
			return nil, err
		}
		words, err := t.SaveText("override", override)
		return returns.ReserveReplacement{
			Mismatch: Mismatch(chosen, *c.Sale), Override: words,
			Unit: returns.Replacement{
				Unit: chosen.ID, SKU: chosen.SKU, Title: chosen.Title, Grade: chosen.Grade, IMEI: chosen.IMEI, Serial: chosen.Serial, Bin: chosen.Bin,
			},
		}, err
	})
}

func (t *turn) chosenUnit(id returns.UnitID, code string) (unit store.Unit, err error) {
	if id != "" {
		unit, err = t.Unit(id)
	} else {
		unit, err = t.FindUnit(code)
	}
	if fault.Is(err, fault.NotFound) {
		return unit, fault.New(fault.NotFound, "errors_station.unit_unknown", fault.Args{"code": code}).At("unit")
	}
	return unit, err
}

// ReleaseReplacement gives a reserved unit back to the stock.
func (s *Station) ReleaseReplacement(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, reason, func(r returns.TextRef) returns.Command { return returns.ReleaseReplacement{Reason: r} })
}

// followUnit brings the stock to what an event says of a unit. The stock refuses a
// unit that is kept for another case, and with it the whole command.
func (t *turn) followUnit(before, after returns.Case, event returns.Event) error {
	switch e := event.(type) {
	case returns.ReplacementReserved:
		return t.ReserveUnit(e.Replacement.Unit, after.ID)
	case returns.ReplacementReleased:
		return t.ReleaseUnit(e.Unit, after.ID)
	case returns.OutboundLeft:
		if before.Outbound.What == returns.OutReplacement && before.Replacement != nil {
			return t.ShipUnit(before.Replacement.Unit, after.ID)
		}
		return nil
	case returns.ExchangeUndone:
		return t.RestockUnit(e.Unit)
	default:
		return nil
	}
}
