package returns

import "revient/app/fault"

// DecideRefuse refuses what the customer asked for, with a code, words for them and
// sealed evidence. The device goes back to them. A second person approves it.
type DecideRefuse struct {
	Code     string
	Text     TextRef
	Views    []string // The views that must have been photographed before a decision against the customer.
	Proposal Proposal
	Override TextRef
}

// Name implements Command.
func (DecideRefuse) Name() string { return "DecideRefuse" }

func (DecideRefuse) from() []Stage { return []Stage{Deciding} }

func (d DecideRefuse) decide(c Case, f Facts) ([]Event, error) {
	verdict := Verdict{d.Proposal, d.Override}
	if err := verdict.mayDecide(c, f, Refusal); err != nil {
		return nil, err
	}
	if err := c.mayGiveBack(); err != nil {
		return nil, err
	}
	missing := c.missingViews(d.Views)
	switch {
	case d.Code == "" || !code.MatchString(d.Code):
		return nil, fault.New(fault.Invalid, "errors_returns.refusal.code", nil).At("code")
	case !d.Text.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.refusal.text", nil).At("text")
	case c.Inspection == nil || c.Inspection.Seal == "":
		return nil, fault.New(fault.Conflict, "errors_returns.refusal.not_sealed", nil)
	case len(missing) > 0:
		return nil, fault.New(fault.Invalid, "errors_returns.refusal.views", fault.Args{"count": len(missing)}).At("photos")
	}
	decision := verdict.decision(f, Refusal)
	decision.Code, decision.Text = d.Code, d.Text
	wantSecond(&decision, f)
	events := c.releaseUnit([]Event{RefusalDecided{decision}})
	if decision.Pending {
		return events, nil
	}
	return tellCustomer(c, events, TellRefused), nil
}

// RefusalDecided moves the case to its execution.
type RefusalDecided struct {
	Decision Decision `json:"decision"`
}

func (e RefusalDecided) apply(c *Case) { c.decided(e.Decision) }

// Dispose keeps a device that would go back to its owner: they gave it up. It then
// goes to parts or scrap as any other.
type Dispose struct {
	Reason TextRef // What the customer wrote, and where.
}

// Name implements Command.
func (Dispose) Name() string { return "Dispose" }

func (Dispose) from() []Stage { return []Stage{Executing} }

func (Dispose) fits(c Case) bool {
	return c.outboundOf() == OutDevice && c.Outbound.State != HandedOver && !c.GivenUp
}

func (d Dispose) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case !d.fits(c):
		return nil, fault.New(fault.Conflict, "errors_returns.outbound.nothing", nil)
	case c.Hold != nil:
		return nil, errHeld()
	case !f.Actor.Override:
		return nil, fault.New(fault.Unauthorized, "errors_returns.override.right", nil)
	case !d.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return []Event{DeviceGivenUp(d)}, nil
}

// DeviceGivenUp says that the device is the workshop's.
type DeviceGivenUp struct {
	Reason TextRef `json:"reason"`
}

func (e DeviceGivenUp) apply(c *Case) {
	c.GivenUp = true
	if c.Outbound.State == Packed {
		c.Outbound, c.Custody = Outbound{}, Custody{Place: Bench}
	}
}
