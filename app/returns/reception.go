package returns

import (
	"slices"

	"revient/app/fault"
)

// Reception is the arrival of the parcel. The refund deadline runs from Arrived,
// which is when the parcel came, not when somebody scanned it.
type Reception struct {
	Arrived  Moment     `json:"arrived"`
	LoggedAt Moment     `json:"loggedAt"`
	By       OperatorID `json:"by"`
	Tracking string     `json:"tracking,omitempty"`
	Reason   TextRef    `json:"reason"` // Why the arrival is earlier than the scan.
}

// Receive logs the parcel's arrival. Arrived may be left out (now) or lie before
// now, with a reason.
type Receive struct {
	Arrived  Moment
	Reason   TextRef
	Tracking string // As scanned, if it was.
}

// Name implements Command.
func (Receive) Name() string { return "Receive" }

func (Receive) from() []Stage { return []Stage{Requested, Awaiting, Lost} }

func (r Receive) decide(_ Case, f Facts) ([]Event, error) {
	reception, err := arrival(r.Arrived, r.Reason, r.Tracking, f)
	if err != nil {
		return nil, err
	}
	return []Event{ParcelReceived{reception}}, nil
}

// arrival checks when a parcel is said to have come.
func arrival(arrived Moment, reason TextRef, tracking string, f Facts) (Reception, error) {
	logged := At(f.Now, f.Zone, FromClock)
	switch {
	case !arrived.Known():
		arrived = logged
	case arrived.At.After(f.Now):
		return Reception{}, fault.New(fault.Invalid, "errors_returns.arrival.future", nil).At("arrived")
	case arrived.At.Before(f.Now) && !reason.Given():
		return Reception{}, fault.New(fault.Invalid, "errors_returns.arrival.reason", nil).At("reason")
	}
	return Reception{Arrived: arrived, LoggedAt: logged, By: f.Actor.ID, Tracking: tracking, Reason: reason}, nil
}

// ParcelReceived puts the device into quarantine.
type ParcelReceived struct {
	Reception Reception `json:"reception"`
}

func (e ParcelReceived) apply(c *Case) {
	reception := e.Reception
	c.Reception, c.Stage = &reception, Received
	c.Custody = Custody{Place: Quarantine}
	if c.Return.Tracking == "" && reception.Tracking != "" {
		c.Return.Tracking, c.Return.Scanned = reception.Tracking, true
	}
	c.BeforeArrival = len(c.Evidence)
}

// Tracking is the number of the parcel on its way back: as it was read off the parcel
// that came, else as it was announced.
func (c Case) Tracking() string {
	if c.Reception != nil && c.Reception.Tracking != "" {
		return c.Reception.Tracking
	}
	return c.Return.Tracking
}

// UndoReception takes a reception back: the wrong case was scanned.
type UndoReception struct {
	Reason TextRef
}

// Name implements Command.
func (UndoReception) Name() string { return "UndoReception" }

func (UndoReception) from() []Stage { return []Stage{Received, Inspecting, Deciding} }

func (u UndoReception) decide(c Case, _ Facts) ([]Event, error) {
	switch {
	case !u.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	case c.Origin == FromParcel:
		return nil, fault.New(fault.Conflict, "errors_returns.reception.was_unknown_parcel", nil)
	case c.SomethingHasLeft():
		return nil, fault.New(fault.Conflict, "errors_returns.reception.too_late", nil)
	}
	return []Event{ReceptionUndone(u)}, nil
}

// ReceptionUndone brings the case back to where it waited. What was inspected and
// photographed meanwhile is kept, shelved: nothing that was recorded disappears,
// and nothing of it counts for the parcel that is to come.
type ReceptionUndone struct {
	Reason TextRef `json:"reason"`
}

func (e ReceptionUndone) apply(c *Case) {
	c.Reception, c.Protest = nil, nil
	if c.Hold != nil && c.Hold.Code == HoldIdentity {
		c.Hold = nil // It was about the device in hand; any other hold stays.
	}
	if c.Return.Scanned {
		c.Return.Tracking, c.Return.Scanned = "", false
	}
	for i := c.BeforeArrival; i < len(c.Evidence); i++ {
		c.Evidence[i].Shelved = true
	}
	c.Wipe, c.Grade, c.Repair = Wipe{}, "", nil
	c.Identity = Identity{State: IdentityUnchecked}
	c.Custody = Custody{Place: InTransit}
	c.shelveInspection()
	c.Decision = nil
	c.Stage = Requested
	if c.Authorised != nil {
		c.Stage = Awaiting
	}
}

// SomethingHasLeft reports whether the case did something that cannot be taken
// back: money was approved in a refund that is not settled as rejected, a parcel
// was handed over, the device's data were erased, or it went to stock, parts or scrap.
// What the marketplace refunded by itself is none of the case's doing.
func (c Case) SomethingHasLeft() bool {
	if c.Outbound.State == HandedOver {
		return true
	}
	if c.Wipe.State == WipeDone || c.Custody.Place == Stock || c.Custody.Place == Parts || c.Custody.Place == Scrap {
		return true
	}
	if c.Custody.Place == WithCustomer || len(c.Given) > 0 {
		return true
	}
	return slices.ContainsFunc(c.Refunds, func(r Refund) bool { return r.State.Counts() && !r.Noted })
}

// Dated is a moment that an operator may correct.
type Dated string

// The moments that can be corrected.
const (
	DateOfArrival     Dated = "arrival"
	DateOfDelivery    Dated = "delivery"
	DateOfDeclaration Dated = "declaration"
)

// Redate corrects a moment that deadlines are counted from, with a reason.
type Redate struct {
	Which  Dated
	Moment Moment
	Reason TextRef
}

// Name implements Command.
func (Redate) Name() string { return "Redate" }

func (Redate) from() []Stage {
	return []Stage{Requested, Awaiting, Received, Inspecting, Deciding, Executing, Closed}
}

func (r Redate) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case r.Which != DateOfArrival && r.Which != DateOfDelivery && r.Which != DateOfDeclaration:
		return nil, fault.New(fault.Invalid, "errors_returns.redate.which", nil).At("which")
	case !r.Moment.Known():
		return nil, fault.New(fault.Invalid, "errors_returns.redate.unknown", nil).At("moment")
	case r.Moment.At.After(f.Now):
		return nil, fault.New(fault.Invalid, "errors_returns.arrival.future", nil).At("moment")
	case r.Which == DateOfDelivery && c.Sale != nil && r.Moment.before(c.Sale.SoldAt):
		return nil, fault.New(fault.Invalid, "errors_returns.redate.before_sale", nil).At("moment")
	case !r.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	case r.Which == DateOfArrival && c.Reception == nil:
		return nil, fault.New(fault.Conflict, "errors_returns.redate.not_arrived", nil).At("moment")
	case r.Which == DateOfArrival && r.Moment.At.After(c.Reception.LoggedAt.At):
		return nil, fault.New(fault.Invalid, "errors_returns.redate.after_scan", nil).At("moment")
	}
	return []Event{MomentCorrected(r)}, nil
}

// MomentCorrected replaces a moment; the journal keeps the old one.
type MomentCorrected struct {
	Which  Dated   `json:"which"`
	Moment Moment  `json:"moment"`
	Reason TextRef `json:"reason"`
}

func (e MomentCorrected) apply(c *Case) {
	switch e.Which {
	case DateOfArrival:
		if c.Reception != nil {
			c.Reception.Arrived, c.Reception.Reason = e.Moment, e.Reason
		}
	case DateOfDelivery:
		c.DeliveredAt = e.Moment
	case DateOfDeclaration:
		c.DeclaredAt = e.Moment
	}
}
