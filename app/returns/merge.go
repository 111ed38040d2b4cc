package returns

import "revient/app/fault"

// Merge ends a case in favour of another of the same return: an order entered twice,
// a folder that opened a second case. The other one goes on, and this one points to
// it. What was received or photographed here is given to it by the station, in the
// same transaction.
type Merge struct {
	Into     CaseID
	Reason   TextRef
	Received bool // The other case has received a parcel of its own.
}

// Name implements Command.
func (Merge) Name() string { return "Merge" }

func (Merge) from() []Stage { return []Stage{Requested, Awaiting, Received, Inspecting, Deciding} }

func (m Merge) decide(c Case, _ Facts) ([]Event, error) {
	switch {
	case m.Into == "" || m.Into == c.ID:
		return nil, fault.New(fault.Invalid, "errors_returns.merge.no_case", nil).At("case")
	case !m.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	case c.SomethingHasLeft() || len(c.Refunds) > 0:
		return nil, fault.New(fault.Conflict, "errors_returns.merge.too_late", nil)
	case m.Received && c.Reception != nil:
		return nil, fault.New(fault.Conflict, "errors_returns.merge.both_received", nil)
	}
	return c.takeBack(c.releaseUnit([]Event{CaseMerged{Into: m.Into, Reason: m.Reason}}), TellAuthorised, TellProof, TellChoice), nil
}

// CaseMerged ends the case in favour of another.
type CaseMerged struct {
	Into   CaseID  `json:"into"`
	Reason TextRef `json:"reason"`
}

func (e CaseMerged) apply(c *Case) {
	c.Stage, c.AbsorbedInto, c.Hold, c.ClosedBecause = Closed, e.Into, nil, "merged"
	c.Custody = Custody{Place: NoDevice}
}
