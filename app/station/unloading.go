package station

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// Unloading is one scan of many while a van is unloaded.
type Unloading struct {
	Arrival
	With returns.CaseID // The device came in the parcel of this case; "" for a parcel of its own.
}

// Unloaded says what became of a scan.
type Unloaded string

// What becomes of a scan.
const (
	UnloadedCase    Unloaded = "received" // Its case waited for it.
	UnloadedAside   Unloaded = "aside"    // Nobody waits for it: a case of its own, for later.
	UnloadedAgain   Unloaded = "again"    // It was received already; nothing was done.
	UnloadedSeveral Unloaded = "several"  // Several cases wait for it; somebody says which, later.
	UnloadedNothing Unloaded = "nothing"  // It is no parcel: a bin, a badge, a unit of the stock.
)

// Parcel is what became of a scan and the cases that it is about.
type Parcel struct {
	What  Unloaded
	Cases []returns.CaseID
	Sold  bool // The sale is known; nobody asked to return it.
	Ended bool // A case had it that is over.
}

// Unload receives the parcel or the device that a code was scanned on, without asking
// anything: what is not clear is set aside, and nothing stops the next scan.
func (s *Station) Unload(ctx context.Context, order Order, u Unloading) (Parcel, error) {
	u.Code = strings.TrimSpace(u.Code)
	if done, known, err := s.unloadedBefore(ctx, order); err != nil || known {
		return done, err
	}
	parcel, err := s.sort(ctx, u.Code)
	if err != nil {
		return parcel, err
	}
	if u.With != "" {
		if u.Arrival, err = s.inParcelOf(ctx, u); err != nil {
			return parcel, err
		}
	}
	switch parcel.What {
	case UnloadedCase:
		_, err = s.Receive(ctx, order, parcel.Cases[0], u.Arrival)
	case UnloadedAside:
		var id returns.CaseID
		id, err = s.ReceiveUnknown(ctx, order, u.Arrival)
		parcel.Cases = []returns.CaseID{id}
	case UnloadedAgain, UnloadedSeveral, UnloadedNothing:
	}
	return parcel, err
}

// unloadedBefore answers a repeated scan as the first time.
func (s *Station) unloadedBefore(ctx context.Context, order Order) (parcel Parcel, known bool, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		saved, done, err := tx.CommandResult(order.ID)
		if err != nil || !done {
			return err
		}
		var result Result
		if err := json.Unmarshal(saved, &result); err != nil {
			return fmt.Errorf("decode result: %w", err)
		}
		c, err := tx.Case(result.Case)
		if err != nil {
			return err
		}
		known, parcel = true, Parcel{What: UnloadedCase, Cases: []returns.CaseID{c.ID}}
		if c.Origin == returns.FromParcel {
			parcel.What = UnloadedAside
		}
		return nil
	})
	return parcel, known, err
}

// noParcel is what the codes of this house look like that are on no parcel.
var noParcel = regexp.MustCompile(`^(?i)(BIN|OP)-[0-9A-Z-]+$`)

// sort says what a code means to somebody who unloads a van.
func (s *Station) sort(ctx context.Context, code string) (parcel Parcel, err error) {
	if code == "" {
		return parcel, fault.New(fault.Invalid, "errors_stock.scan", nil).At("code")
	}
	if noParcel.MatchString(code) {
		return Parcel{What: UnloadedNothing}, nil
	}
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		found, err := s.Find(tx, code)
		if err == nil {
			parcel = sorted(found)
		}
		return err
	})
	return parcel, err
}

func sorted(found Found) Parcel {
	waits := []returns.Stage{returns.Requested, returns.Awaiting, returns.Lost}
	// What is lost or with its owner, as its case says, was not received: it is here now.
	away := []returns.Place{returns.LostInTransit, returns.WithCustomer}
	waiting, here := []returns.CaseID{}, []returns.CaseID{}
	for _, c := range found.Cases {
		switch {
		case slices.Contains(waits, c.Stage):
			waiting = append(waiting, c.ID)
		case !c.Stage.Ended() && !slices.Contains(away, c.Place):
			here = append(here, c.ID)
		}
	}
	switch {
	case found.Bin != nil:
		return Parcel{What: UnloadedNothing}
	case len(waiting) == 1:
		return Parcel{What: UnloadedCase, Cases: waiting}
	case len(waiting) > 1:
		return Parcel{What: UnloadedSeveral, Cases: waiting}
	case len(here) > 0:
		return Parcel{What: UnloadedAgain, Cases: here}
	case found.Unit != nil:
		return Parcel{What: UnloadedNothing}
	default:
		return Parcel{What: UnloadedAside, Sold: len(found.Sold) > 0, Ended: len(found.Cases) > 0}
	}
}

// inParcelOf gives a device the arrival of the parcel that it came in.
func (s *Station) inParcelOf(ctx context.Context, u Unloading) (arrival Arrival, err error) {
	arrival = u.Arrival
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		c, err := tx.Case(u.With)
		switch {
		case err != nil:
			return err
		case c.Reception == nil:
			return fault.New(fault.Conflict, "errors_stock.parcel_gone", fault.Args{"number": c.Number}).At("code")
		case c.Reception.Tracking != "":
			arrival.Code = c.Reception.Tracking
		case c.Return.Tracking != "":
			arrival.Code = c.Return.Tracking
		}
		return nil
	})
	return arrival, err
}
