package returns

import "revient/app/fault"

// Protest is the letter to the carrier for a parcel that came damaged or incomplete
// (C. com. L133-3).
type Protest struct {
	At Moment     `json:"at"`
	By OperatorID `json:"by"`
}

// ProtestToCarrier notifies the carrier. The letter follows from it.
type ProtestToCarrier struct{}

// Name implements Command.
func (ProtestToCarrier) Name() string { return "ProtestToCarrier" }

func (ProtestToCarrier) from() []Stage {
	return []Stage{Unidentified, Received, Inspecting, Deciding, Executing}
}

func (ProtestToCarrier) fits(c Case) bool { return c.Reception != nil && c.Protest == nil }

func (ProtestToCarrier) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case c.Reception == nil:
		return nil, fault.New(fault.Conflict, "errors_returns.redate.not_arrived", nil)
	case c.Protest != nil:
		return nil, fault.New(fault.Conflict, "errors_returns.protest.twice", nil)
	}
	return []Event{CarrierProtested{Protest{At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}}}, nil
}

// CarrierProtested records the protest.
type CarrierProtested struct {
	Protest Protest `json:"protest"`
}

func (e CarrierProtested) apply(c *Case) {
	protest := e.Protest
	c.Protest = &protest
}
