package returns

import (
	"slices"

	"revient/app/fault"
)

// The reasons for a hold.
const (
	HoldIdentity = "identity" // The device in hand is not the one that was sold.
	HoldCustomer = "customer" // Waiting for the customer.
	HoldDoubt    = "doubt"    // Somebody else should look.
	HoldOther    = "other"
)

// HoldCodes lists the reasons that a person can give for a hold.
func HoldCodes() []string { return []string{HoldCustomer, HoldDoubt, HoldIdentity, HoldOther} }

// Hold is a flag on a case: no decision, no money and nothing irreversible done to
// the device until it is lifted. What happened outside (a parcel came, a refund was
// read back) is recorded all the same. Deadlines keep running.
type Hold struct {
	Code     string     `json:"code"`
	Text     TextRef    `json:"text"`
	ReviewAt Moment     `json:"reviewAt"` // When somebody must look again.
	At       Moment     `json:"at"`
	By       OperatorID `json:"by"`
}

func errHeld() error { return fault.New(fault.Conflict, "errors_returns.held", nil) }

// PutOnHold sets the flag.
type PutOnHold struct {
	Code     string
	Text     TextRef
	ReviewAt Moment
}

// Name implements Command.
func (PutOnHold) Name() string { return "PutOnHold" }

func (PutOnHold) from() []Stage {
	return []Stage{Requested, Awaiting, Lost, Unidentified, Received, Inspecting, Deciding, Executing}
}

func (h PutOnHold) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case c.Hold != nil:
		return nil, fault.New(fault.Conflict, "errors_returns.hold.already", nil)
	case !slices.Contains(HoldCodes(), h.Code):
		return nil, fault.New(fault.Invalid, "errors_returns.hold.code", nil).At("code")
	case h.Code == HoldOther && !h.Text.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	case h.ReviewAt.Known() && !h.ReviewAt.At.After(f.Now):
		return nil, fault.New(fault.Invalid, "errors_returns.hold.review", nil).At("reviewAt")
	}
	return []Event{CaseHeld{Hold{Code: h.Code, Text: h.Text, ReviewAt: h.ReviewAt, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}}}, nil
}

// CaseHeld sets the flag.
type CaseHeld struct {
	Hold Hold `json:"hold"`
}

func (e CaseHeld) apply(c *Case) {
	hold := e.Hold
	c.Hold = &hold
}

// Resume lifts a hold. While the device is not the one sold, whatever the hold was
// put for, that wants the right to go against a rule, and a reason.
type Resume struct {
	Reason TextRef
}

// Name implements Command.
func (Resume) Name() string { return "Resume" }

func (Resume) from() []Stage { return PutOnHold{}.from() }

func (r Resume) decide(c Case, f Facts) ([]Event, error) {
	if c.Hold == nil {
		return nil, fault.New(fault.Conflict, "errors_returns.hold.none", nil)
	}
	doubtful := c.Hold.Code == HoldIdentity || c.Identity.State == IdentityMismatch
	switch {
	case doubtful && !f.Actor.Override:
		return nil, fault.New(fault.Unauthorized, "errors_returns.override.right", nil)
	case doubtful && !r.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return []Event{CaseResumed(r)}, nil
}

// CaseResumed lifts the flag.
type CaseResumed struct {
	Reason TextRef `json:"reason"`
}

func (e CaseResumed) apply(c *Case) { c.Hold = nil }
