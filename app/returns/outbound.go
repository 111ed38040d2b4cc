package returns

import (
	"cmp"
	"slices"
	"strings"

	"revient/app/fault"
)

// OutboundState is the track of what goes out to the customer.
type OutboundState string

// The states of the outbound track. That a unit is reserved is said by the case's
// Replacement.
const (
	NothingOut OutboundState = ""
	Packed     OutboundState = "packed" // In its box, its papers printed.
	HandedOver OutboundState = "handed_over"
)

// What an outbound parcel holds.
const (
	OutReplacement = "replacement"
	OutDevice      = "device" // The customer's own.
)

// Outbound is what goes out to the customer, and how far it is.
type Outbound struct {
	State    OutboundState `json:"state,omitempty"`
	What     string        `json:"what,omitempty"`
	PackedAt Moment        `json:"packedAt,omitzero"`
	PackedBy OperatorID    `json:"packedBy,omitempty"`
	Carrier  string        `json:"carrier,omitempty"`
	Tracking string        `json:"tracking,omitempty"` // "" where it was handed over at the counter.
	LeftAt   Moment        `json:"leftAt,omitzero"`
}

// outboundOf says what the decision sends to the customer, if it sends something and
// that is ready to go.
func (c Case) outboundOf() string {
	if c.Decision == nil || c.Decision.Pending || c.Stage != Executing || c.GivenUp {
		return ""
	}
	inHand := slices.Contains([]Place{Dock, Quarantine, Bench, RepairShelf, OutboundShelf}, c.Custody.Place)
	switch {
	case c.Decision.Outcome == Exchange && c.Replacement != nil:
		return OutReplacement
	case c.Decision.Outcome == WarrantyRepair && inHand && c.Repair != nil && c.Repair.State == Repaired:
		return OutDevice
	case (c.Decision.Outcome == Refusal || c.Decision.Outcome == KeptByCustomer) && inHand:
		return OutDevice
	default:
		return ""
	}
}

// Pack puts what goes to the customer into its box. What is scanned must be it:
// another unit is refused, whoever insists.
type Pack struct {
	Code string // IMEI or serial as scanned; for the customer's own device its label's case number will do.
}

// Name implements Command.
func (Pack) Name() string { return "Pack" }

func (Pack) from() []Stage { return []Stage{Executing} }

func (Pack) fits(c Case) bool { return c.outboundOf() != "" && c.Outbound.State == NothingOut }

func (p Pack) decide(c Case, f Facts) ([]Event, error) {
	what := c.outboundOf()
	switch {
	case c.Hold != nil:
		return nil, errHeld()
	case what == "":
		return nil, fault.New(fault.Conflict, "errors_returns.outbound.nothing", nil)
	case c.Outbound.State != NothingOut:
		return nil, fault.New(fault.Conflict, "errors_returns.outbound.packed", nil)
	case strings.TrimSpace(p.Code) == "":
		return nil, fault.New(fault.Invalid, "errors_returns.outbound.scan", nil).At("code")
	case what == OutReplacement && !c.Replacement.is(p.Code):
		return nil, errWrongUnit(c.Replacement.IMEI, c.Replacement.Serial)
	case what == OutDevice && !c.isDevice(p.Code):
		return nil, errWrongUnit(cmp.Or(c.Identity.IMEI, c.Identity.Serial), c.Number)
	case what == OutDevice && c.Wipe.State == WipeDone:
		return nil, fault.New(fault.Conflict, "errors_returns.outbound.erased", nil)
	}
	return []Event{OutboundPacked{What: what, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}}, nil
}

// isDevice reports whether a scanned code is of the device in hand: its IMEI, its
// serial number, or its label.
func (c Case) isDevice(code string) bool {
	imei, serial := NormaliseIMEI(c.Identity.IMEI), NormaliseSerial(c.Identity.Serial)
	if imei != "" && NormaliseIMEI(code) == imei || serial != "" && NormaliseSerial(code) == serial {
		return true
	}
	number, err := ParseCaseNumber(code)
	return err == nil && number.String() == c.Number
}

func errWrongUnit(expected, or string) error {
	return fault.New(fault.Invalid, "errors_returns.outbound.wrong_unit", fault.Args{"expected": cmp.Or(expected, or)}).At("code")
}

// OutboundPacked puts it onto the outbound shelf. The delivery note follows.
type OutboundPacked struct {
	What string     `json:"what"`
	At   Moment     `json:"at"`
	By   OperatorID `json:"by"`
}

func (e OutboundPacked) apply(c *Case) {
	c.Outbound = Outbound{State: Packed, What: e.What, PackedAt: e.At, PackedBy: e.By}
	if e.What == OutDevice {
		c.Custody = Custody{Place: OutboundShelf}
	}
}

// HandOver gives the parcel to the carrier, or to the customer at the counter. A
// dangerous battery travels with no carrier.
type HandOver struct {
	Carrier  string // Code, such as chronopost; "" at the counter.
	Tracking string // As scanned; "" at the counter.
	Counter  bool   // The customer took it here.
}

// Name implements Command.
func (HandOver) Name() string { return "HandOver" }

func (HandOver) from() []Stage { return []Stage{Executing} }

func (HandOver) fits(c Case) bool { return c.Outbound.State == Packed }

func (h HandOver) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case c.Hold != nil:
		return nil, errHeld()
	case c.Outbound.State != Packed || c.Outbound.What != c.outboundOf():
		return nil, fault.New(fault.Conflict, "errors_returns.outbound.not_packed", nil)
	case !h.Counter && c.Outbound.What == OutDevice && c.Decision.Outcome != WarrantyRepair && c.found("SAF-"):
		return nil, fault.New(fault.Conflict, "errors_returns.outbound.dangerous", nil)
	case !h.Counter && !trackingForm.MatchString(h.Tracking):
		return nil, fault.New(fault.Invalid, "errors_returns.tracking", nil).At("tracking")
	case h.Counter && h.Tracking != "":
		return nil, fault.New(fault.Invalid, "errors_returns.outbound.counter", nil).At("tracking")
	case !code.MatchString(h.Carrier):
		return nil, fault.New(fault.Invalid, "errors_returns.outbound.carrier", nil).At("carrier")
	}
	left := OutboundLeft{Carrier: h.Carrier, Tracking: h.Tracking, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}
	if h.Counter {
		return []Event{left}, nil // The customer has it in hand: there is nothing to tell.
	}
	return tellCustomer(c, []Event{left}, TellShipped), nil
}

// OutboundLeft says that it left the workshop.
type OutboundLeft struct {
	Carrier  string     `json:"carrier,omitempty"`
	Tracking string     `json:"tracking,omitempty"`
	At       Moment     `json:"at"`
	By       OperatorID `json:"by"`
}

func (e OutboundLeft) apply(c *Case) {
	c.Outbound.State, c.Outbound.Carrier, c.Outbound.Tracking, c.Outbound.LeftAt = HandedOver, e.Carrier, e.Tracking, e.At
	if c.Outbound.What == OutDevice {
		c.Custody = Custody{Place: WithCustomer}
	}
}

// Unpack takes out of its box what has not left yet.
type Unpack struct{}

// Name implements Command.
func (Unpack) Name() string { return "Unpack" }

func (Unpack) from() []Stage { return []Stage{Executing} }

func (Unpack) fits(c Case) bool { return c.Outbound.State == Packed }

func (u Unpack) decide(c Case, _ Facts) ([]Event, error) {
	if !u.fits(c) {
		return nil, fault.New(fault.Conflict, "errors_returns.outbound.not_packed", nil)
	}
	return []Event{OutboundUnpacked{}}, nil
}

// OutboundUnpacked takes the box away.
type OutboundUnpacked struct{}

func (OutboundUnpacked) apply(c *Case) {
	c.Outbound = Outbound{}
	if c.Custody.Place == OutboundShelf {
		c.Custody = Custody{Place: Bench}
	}
}
