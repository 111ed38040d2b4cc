package returns

import "revient/app/fault"

// MarkLost says that the parcel on its way back will not come. What the customer
// gets for it is decided on the proof of its dispatch; should it come after all, it
// is received as any other.
type MarkLost struct {
	Reason TextRef // What the carrier said, and when.
}

// Name implements Command.
func (MarkLost) Name() string { return "MarkLost" }

func (MarkLost) from() []Stage { return []Stage{Awaiting} }

func (m MarkLost) decide(_ Case, _ Facts) ([]Event, error) {
	if !m.Reason.Given() {
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return []Event{ParcelLost(m)}, nil
}

// ParcelLost moves the case to where lost parcels are decided.
type ParcelLost struct {
	Reason TextRef `json:"reason"`
}

func (e ParcelLost) apply(c *Case) { c.Stage = Lost }
