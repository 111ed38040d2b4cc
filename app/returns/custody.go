package returns

import (
	"regexp"
	"slices"
	"strings"

	"revient/app/fault"
)

// Place is who or what holds the device.
type Place string

// The places.
const (
	InTransit     Place = "in_transit"
	Dock          Place = "dock"       // Unloaded, not scanned in yet.
	Quarantine    Place = "quarantine" // Received, nobody has looked yet.
	Bench         Place = "bench"
	RepairShelf   Place = "repair"
	OutboundShelf Place = "outbound" // Packed, waiting for the carrier.
	Stock         Place = "stock"
	Parts         Place = "parts"
	Scrap         Place = "scrap"
	WithCustomer  Place = "with_customer"
	WithCarrier   Place = "with_carrier"
	NoDevice      Place = "no_device" // There never was one in the parcel.
	LostInTransit Place = "lost"      // It was sent, and never came.
)

// Shelves lists the places of the workshop that have bins.
func Shelves() []Place {
	return []Place{Dock, Quarantine, Bench, RepairShelf, OutboundShelf, Stock, Parts, Scrap}
}

// Custody is the custody track: a place and the bin in it.
type Custody struct {
	Place Place  `json:"place"`
	Bin   string `json:"bin,omitempty"`
}

// WipeState is the erasure track.
type WipeState string

// The states of the erasure track.
const (
	WipeOpen       WipeState = ""
	WipeNotNeeded  WipeState = "not_needed" // Nothing in the device can hold data.
	WipeDone       WipeState = "done"
	WipeImpossible WipeState = "impossible" // Then only destruction is left.
)

// Wipe is the record of an erasure, with the fields that NIST SP 800-88 asks a
// certificate for.
type Wipe struct {
	State  WipeState  `json:"state"`
	Method string     `json:"method,omitempty"` // clear, purge, destroy.
	Tool   string     `json:"tool,omitempty"`   // Code of what did it, such as factory_reset.
	At     Moment     `json:"at"`
	By     OperatorID `json:"by,omitempty"`
}

// RecordWipe records that the device's data were erased and the erasure checked,
// after the decision and never before: until then they are the customer's.
type RecordWipe struct {
	State  WipeState
	Method string
	Tool   string
}

// Name implements Command.
func (RecordWipe) Name() string { return "RecordWipe" }

func (RecordWipe) from() []Stage { return []Stage{Executing} }

func (r RecordWipe) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case c.Hold != nil:
		return nil, errHeld()
	case c.Decision == nil || c.Decision.Pending:
		return nil, fault.New(fault.Conflict, "errors_returns.wipe.undecided", nil).At("wipe")
	case c.belongsToCustomer() && r.State == WipeDone:
		return nil, fault.New(fault.Conflict, "errors_returns.wipe.customers", nil).At("wipe")
	case !slices.Contains([]WipeState{WipeNotNeeded, WipeDone, WipeImpossible}, r.State):
		return nil, fault.New(fault.Invalid, "errors_returns.wipe.state", nil).At("wipe")
	case !code.MatchString(r.Tool):
		return nil, fault.New(fault.Invalid, "errors_returns.wipe.tool", nil).At("tool")
	case r.State == WipeDone && !slices.Contains([]string{"clear", "purge", "destroy"}, r.Method):
		return nil, fault.New(fault.Invalid, "errors_returns.wipe.method", nil).At("method")
	}
	if r.State == WipeDone {
		if err := c.inTheHouse(); err != nil {
			return nil, err
		}
	}
	return []Event{WipeRecorded{Wipe{State: r.State, Method: r.Method, Tool: r.Tool, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}}}, nil
}

// WipeRecorded sets the erasure track.
type WipeRecorded struct {
	Wipe Wipe `json:"wipe"`
}

func (e WipeRecorded) apply(c *Case) { c.Wipe = e.Wipe }

// Grades lists the grades that a device can have, the best first.
func Grades() []string { return []string{"premium", "excellent", "good", "fair"} }

// RecordGrade records the grade found.
type RecordGrade struct{ Grade string }

// Name implements Command.
func (RecordGrade) Name() string { return "RecordGrade" }

func (RecordGrade) from() []Stage { return []Stage{Executing} }

func (r RecordGrade) decide(Case, Facts) ([]Event, error) {
	if !slices.Contains(Grades(), r.Grade) {
		return nil, fault.New(fault.Invalid, "errors_returns.grade", nil).At("grade")
	}
	return []Event{GradeRecorded(r)}, nil
}

// GradeRecorded sets the grade.
type GradeRecorded struct {
	Grade string `json:"grade"`
}

func (e GradeRecorded) apply(c *Case) { c.Grade = e.Grade }

// Move puts the device somewhere. Where it ends up has gates: stock wants it
// erased, unlocked and graded; parts and scrap want it erased or destroyed.
type Move struct {
	Place Place
	Bin   string
}

// Name implements Command.
func (Move) Name() string { return "Move" }

func (Move) from() []Stage {
	return []Stage{Unidentified, Received, Inspecting, Deciding, Executing, Closed}
}

// A bin is a code on a label and a tool is one of the catalogue's: neither is free
// text, which the journal does not hold.
var (
	bin  = regexp.MustCompile(`^[A-Za-z0-9._/-]{0,24}$`)
	code = regexp.MustCompile(`^[a-z0-9_]{0,32}$`)
)

func (m Move) decide(c Case, _ Facts) ([]Event, error) {
	if err := c.inTheHouse(); err != nil {
		return nil, err
	}
	switch {
	case !bin.MatchString(m.Bin):
		return nil, fault.New(fault.Invalid, "errors_returns.move.bin", nil).At("bin")
	case c.Custody == Custody(m):
		return nil, nil // It is there.
	}
	if err := c.mayMoveTo(m.Place); err != nil {
		return nil, err
	}
	return []Event{DeviceMoved{Custody(m)}}, nil
}

// mayMoveTo checks what each shelf asks for. What was put away stays put away: it
// moves between the shelves where devices end up.
func (c Case) mayMoveTo(place Place) error {
	switch place {
	case Dock, Quarantine, Bench, RepairShelf:
		if c.Stage == Closed {
			return fault.New(fault.Conflict, "errors_returns.move.closed", nil).At("place")
		}
		if c.Outbound.State == Packed && c.Outbound.What == OutDevice {
			return fault.New(fault.Conflict, "errors_returns.outbound.packed", nil).At("place")
		}
		return nil
	case OutboundShelf:
		if c.outboundOf() != OutDevice {
			return fault.New(fault.Conflict, "errors_returns.outbound.nothing", nil).At("place")
		}
		return nil
	case Stock, Parts, Scrap:
		return c.mayEndIn(place)
	default:
		return fault.New(fault.Invalid, "errors_returns.move.place", nil).At("place")
	}
}

func (c Case) mayEndIn(place Place) error {
	switch {
	case c.Stage != Executing && c.Stage != Closed, c.Decision == nil || c.Decision.Pending:
		return fault.New(fault.Conflict, "errors_returns.move.undecided", nil).At("place")
	case c.Hold != nil:
		return errHeld()
	case c.belongsToCustomer():
		return fault.New(fault.Conflict, "errors_returns.move.customers", nil).At("place")
	}
	return c.mayGoTo(place)
}

// inTheHouse refuses what can only be done to a device that is here.
func (c Case) inTheHouse() error {
	switch c.Custody.Place {
	case NoDevice, LostInTransit:
		return fault.New(fault.Conflict, "errors_returns.move.no_device", nil)
	case WithCustomer, WithCarrier, InTransit:
		return fault.New(fault.Conflict, "errors_returns.move.not_here", nil)
	default:
		return nil
	}
}

// mayGiveBack refuses to decide that a device goes back to its owner once an earlier
// decision made it the workshop's: it was erased, or put away.
func (c Case) mayGiveBack() error {
	if c.Wipe.State == WipeDone || slices.Contains([]Place{Stock, Parts, Scrap}, c.Custody.Place) {
		return fault.New(fault.Conflict, "errors_returns.give_back.ours", nil)
	}
	return nil
}

// belongsToCustomer reports whether the decision gives the device back.
func (c Case) belongsToCustomer() bool {
	return c.Decision != nil && c.Decision.Outcome.GivesBack() && !c.GivenUp
}

func (c Case) mayGoTo(place Place) error {
	erased := c.Wipe.State == WipeDone || c.Wipe.State == WipeNotNeeded
	switch {
	case place == Stock && !erased:
		return fault.New(fault.Conflict, "errors_returns.move.not_erased", nil).At("wipe")
	case place == Stock && c.Wipe.Method == "destroy":
		return fault.New(fault.Conflict, "errors_returns.move.destroyed", nil).At("place")
	case place == Stock && c.found("LCK-"):
		return fault.New(fault.Conflict, "errors_returns.move.locked", nil).At("place")
	case place == Stock && c.found("SAF-"):
		return fault.New(fault.Conflict, "errors_returns.move.dangerous", nil).At("place")
	case place == Stock && c.Grade == "":
		return fault.New(fault.Conflict, "errors_returns.move.no_grade", nil).At("grade")
	case place == Parts && !erased:
		return fault.New(fault.Conflict, "errors_returns.move.not_erased", nil).At("wipe")
	case place == Scrap && c.Wipe.State == WipeOpen:
		return fault.New(fault.Conflict, "errors_returns.move.not_erased", nil).At("wipe")
	default:
		return nil
	}
}

// found reports whether the standing inspection found a defect of a family.
func (c Case) found(family string) bool {
	return c.Inspection != nil && slices.ContainsFunc(c.Inspection.Defects(), func(defect string) bool {
		return strings.HasPrefix(defect, family)
	})
}

// DeviceMoved sets the custody track.
type DeviceMoved struct {
	Custody Custody `json:"custody"`
}

func (e DeviceMoved) apply(c *Case) { c.Custody = e.Custody }
