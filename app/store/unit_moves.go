package store

import (
	"errors"

	"revient/app/fault"
	"revient/app/returns"
)

// ReserveUnit keeps a free unit for a case. Reserving it again for the same case
// changes nothing; one that is kept for another case, or is no longer here, is
// refused.
func (tx *Tx) ReserveUnit(id returns.UnitID, caseID returns.CaseID) error {
	return tx.moveUnit(id, UnitReserved, caseID, func(u Unit) (bool, error) {
		if u.State == UnitReserved && u.CaseID == caseID {
			return false, nil
		}
		return true, tx.wants(u, UnitFree)
	})
}

// ReleaseUnit frees a unit that is reserved for the case. One that is free
// already stays so.
func (tx *Tx) ReleaseUnit(id returns.UnitID, caseID returns.CaseID) error {
	return tx.moveUnit(id, UnitFree, "", func(u Unit) (bool, error) {
		if u.State == UnitFree {
			return false, nil
		}
		return true, tx.wantsFor(u, caseID)
	})
}

// ShipUnit notes that a unit left for the customer of the case that it is
// reserved for.
func (tx *Tx) ShipUnit(id returns.UnitID, caseID returns.CaseID) error {
	return tx.moveUnit(id, UnitGone, caseID, func(u Unit) (bool, error) {
		if u.State == UnitGone && u.CaseID == caseID {
			return false, nil
		}
		return true, tx.wantsFor(u, caseID)
	})
}

// WithdrawUnit takes a free unit out of the stock.
func (tx *Tx) WithdrawUnit(id returns.UnitID) error {
	return tx.moveUnit(id, UnitWithdrawn, "", func(u Unit) (bool, error) {
		if u.State == UnitWithdrawn {
			return false, nil
		}
		return true, tx.wants(u, UnitFree)
	})
}

// RestockUnit takes a unit back that was withdrawn, or that came back from its
// customer.
func (tx *Tx) RestockUnit(id returns.UnitID) error {
	return tx.moveUnit(id, UnitFree, "", func(u Unit) (bool, error) {
		if u.State == UnitFree {
			return false, nil
		}
		return true, errors.Join(tx.wants(u, UnitWithdrawn, UnitGone), tx.refuseKnownUnit(u))
	})
}

// moveUnit brings a unit into a state, unless may says that it is there or must
// not be.
func (tx *Tx) moveUnit(id returns.UnitID, state UnitState, caseID returns.CaseID, may func(Unit) (bool, error)) error {
	unit, err := tx.Unit(id)
	if err != nil {
		return err
	}
	move, err := may(unit)
	if err != nil || !move {
		return err
	}
	tx.changed.Stock = true
	tx.touch(caseID)
	tx.touch(unit.CaseID)
	return tx.execOne("move unit", "UPDATE units SET state = ?, case_id = ?, updated_at = ? WHERE id = ?",
		string(state), string(caseID), tx.now.UnixMilli(), string(id))
}

func (tx *Tx) wants(u Unit, states ...UnitState) error {
	for _, state := range states {
		if u.State == state {
			return nil
		}
	}
	return tx.refusal(u)
}

func (tx *Tx) wantsFor(u Unit, caseID returns.CaseID) error {
	if u.State == UnitReserved && u.CaseID == caseID {
		return nil
	}
	return tx.refusal(u)
}

// refusal says why a unit cannot be moved as was asked.
func (tx *Tx) refusal(u Unit) error {
	switch u.State {
	case UnitReserved:
		number := string(u.CaseID)
		if held, err := tx.CaseSummary(u.CaseID); err == nil {
			number = held.Number
		} else if !fault.Is(err, fault.NotFound) {
			return err
		}
		return fault.New(fault.Conflict, "errors_store.unit_reserved", fault.Args{"title": u.Title, "number": number})
	case UnitGone:
		return fault.New(fault.Conflict, "errors_store.unit_gone", fault.Args{"title": u.Title})
	case UnitWithdrawn:
		return fault.New(fault.Conflict, "errors_store.unit_withdrawn", fault.Args{"title": u.Title})
	default:
		return fault.New(fault.Conflict, "errors_store.unit_free", fault.Args{"title": u.Title})
	}
}
