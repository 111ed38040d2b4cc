package returns

import "revient/app/fault"

// Outcome is what was decided.
type Outcome string

// The outcomes.
const (
	FullRefund Outcome = "full_refund"
)

// Proposal is what the rules proposed when the person decided; the journal keeps
// it beside the decision.
type Proposal struct {
	Outcome string   `json:"outcome"` // As policy names it; may be "ask_person".
	Row     string   `json:"row"`     // Row of the decision table.
	Version string   `json:"version"` // Of the policy.
	Reasons []string `json:"reasons"` // Keys of the reasons shown.
}

// Decision is what a person decided.
type Decision struct {
	Outcome  Outcome    `json:"outcome"`
	At       Moment     `json:"at"`
	By       OperatorID `json:"by"`
	Proposal Proposal   `json:"proposal"`
	Override TextRef    `json:"override"` // Why it goes against the proposal.
	Refund   RefundID   `json:"refund,omitempty"`
}

// DecideFullRefund grants everything that is left of what the customer paid for
// the order line. The operator confirms it once, here; nobody is there when it is
// sent.
type DecideFullRefund struct {
	Refund   RefundID
	Expected Money // The total that the operator saw and agreed to.
	Proposal Proposal
	Override TextRef
}

// Name implements Command.
func (DecideFullRefund) Name() string { return "DecideFullRefund" }

func (DecideFullRefund) from() []Stage { return []Stage{Deciding} }

func (d DecideFullRefund) decide(c Case, f Facts) ([]Event, error) {
	item, shipping := c.Remaining(f.OtherRefunds)
	total := Money{Minor: item.Minor + shipping.Minor, Currency: item.Currency}
	against := d.Proposal.Outcome != string(FullRefund)
	switch {
	case c.Hold != nil:
		return nil, errHeld()
	case c.Sale == nil:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.no_sale", nil)
	case d.Refund == "":
		return nil, fault.New(fault.Invalid, "errors_returns.refund.no_id", nil)
	case c.refundIndex(d.Refund) >= 0:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.twice", nil)
	case c.unsettledRefund():
		return nil, fault.New(fault.Conflict, "errors_returns.refund.unsettled", nil)
	case total.Minor <= 0:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.nothing_left", nil)
	case d.Expected != total:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.changed", nil)
	case against && !f.Actor.Override:
		return nil, fault.New(fault.Unauthorized, "errors_returns.override.right", nil)
	case against && !d.Override.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.override.reason", nil).At("reason")
	}
	now := At(f.Now, f.Zone, FromClock)
	events := []Event{
		FullRefundDecided{Decision{Outcome: FullRefund, At: now, By: f.Actor.ID, Proposal: d.Proposal, Override: d.Override, Refund: d.Refund}},
		RefundApproved{Refund{
			ID: d.Refund, State: RefundIsApproved, Item: item, Shipping: shipping, Method: ToPaymentMeans,
			ApprovedBy: f.Actor.ID, ApprovedAt: now,
		}},
	}
	return tellCustomer(c, events, TellDecision), nil
}

func (c Case) unsettledRefund() bool {
	for _, refund := range c.Refunds {
		if !refund.State.Final() {
			return true
		}
	}
	return false
}

// FullRefundDecided moves the case to its execution.
type FullRefundDecided struct {
	Decision Decision `json:"decision"`
}

func (e FullRefundDecided) apply(c *Case) {
	decision := e.Decision
	c.Decision, c.Stage = &decision, Executing
}

// RefundApproved is the grant: from here on it counts against the cap.
type RefundApproved struct {
	Refund Refund `json:"refund"`
}

func (e RefundApproved) apply(c *Case) { c.Refunds = append(c.Refunds, e.Refund) }
