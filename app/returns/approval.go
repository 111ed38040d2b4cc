package returns

import "revient/app/fault"

// ApproveDecision is the second person's yes to a decision that wants one. What the
// decision grants is counted again: another case of the line may have been refunded
// meanwhile.
type ApproveDecision struct {
	Expected Money // The amount that the second person saw; zero for a decision without money.
}

// Name implements Command.
func (ApproveDecision) Name() string { return "ApproveDecision" }

func (ApproveDecision) from() []Stage { return []Stage{Executing} }

func (ApproveDecision) fits(c Case) bool { return c.Decision != nil && c.Decision.Pending }

func (a ApproveDecision) decide(c Case, f Facts) ([]Event, error) {
	if err := maySecond(c, f); err != nil {
		return nil, err
	}
	events := []Event{DecisionApproved{By: f.Actor.ID, At: At(f.Now, f.Zone, FromClock)}}
	draft, money := c.Refund(c.Decision.Refund)
	if !money {
		return tellCustomer(c, events, TellRefused), nil // Without money, a refusal alone waits for its yes.
	}
	item, shipping := c.Remaining(f.OtherRefunds)
	switch {
	case !f.Actor.mayGrant(draft.Total()):
		return nil, fault.New(fault.Unauthorized, "errors_returns.approval.limit", nil)
	case a.Expected != draft.Total():
		return nil, fault.New(fault.Conflict, "errors_returns.refund.changed", nil)
	case draft.Item.Minor > item.Minor || draft.Shipping.Minor > shipping.Minor:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.above_rest", nil)
	}
	draft.State, draft.ApprovedBy, draft.ApprovedAt = RefundIsApproved, f.Actor.ID, At(f.Now, f.Zone, FromClock)
	events = append(events, RefundApproved{draft})
	if c.Decision.Outcome == KeptByCustomer {
		events = c.takeBack(events, TellAuthorised)
	}
	return tellCustomer(c, events, TellDecision), nil
}

func maySecond(c Case, f Facts) error {
	switch {
	case c.Decision == nil || !c.Decision.Pending:
		return fault.New(fault.Conflict, "errors_returns.approval.none", nil)
	case c.Hold != nil:
		return errHeld()
	case !f.Actor.Approve:
		return fault.New(fault.Unauthorized, "errors_returns.approval.right", nil)
	case f.Actor.ID == c.Decision.By && !f.Alone:
		return fault.New(fault.Unauthorized, "errors_returns.approval.same_person", nil)
	default:
		return nil
	}
}

// DecisionApproved lets a decision be carried out.
type DecisionApproved struct {
	By OperatorID `json:"by"`
	At Moment     `json:"at"`
}

func (e DecisionApproved) apply(c *Case) {
	if c.Decision != nil {
		c.Decision.Pending, c.Decision.Second = false, e.By
	}
}

// TurnDown is the second person's no: the decision is open again.
type TurnDown struct {
	Reason TextRef
}

// Name implements Command.
func (TurnDown) Name() string { return "TurnDown" }

func (TurnDown) from() []Stage { return []Stage{Executing} }

func (TurnDown) fits(c Case) bool { return ApproveDecision{}.fits(c) }

func (t TurnDown) decide(c Case, f Facts) ([]Event, error) {
	if err := maySecond(c, f); err != nil {
		return nil, err
	}
	if !t.Reason.Given() {
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	events := []Event{}
	if draft, money := c.Refund(c.Decision.Refund); money {
		events = append(events, RefundWithdrawn{Refund: draft.ID})
	}
	return append(events, DecisionTurnedDown{By: f.Actor.ID, Reason: t.Reason}), nil
}

// DecisionTurnedDown opens the decision again.
type DecisionTurnedDown struct {
	By     OperatorID `json:"by"`
	Reason TextRef    `json:"reason"`
}

func (e DecisionTurnedDown) apply(c *Case) { c.undecided() }

// undecided brings a case back to where it was decided from: a device that is here to
// its decision, a lost parcel to the lost ones, a device that was never sent to its
// request. What was packed is unpacked; what left stays with the customer.
func (c *Case) undecided() {
	if c.Outbound.State == HandedOver && c.Outbound.What == OutReplacement && c.Replacement != nil {
		c.Given, c.Replacement = append(c.Given, *c.Replacement), nil
	}
	if c.Custody.Place == OutboundShelf {
		c.Custody = Custody{Place: Bench}
	}
	c.Decision, c.GivenUp, c.Outbound = nil, false, Outbound{}
	switch {
	case c.Custody.Place == LostInTransit:
		c.Custody, c.Stage = Custody{Place: InTransit}, Lost
	case c.Reception != nil:
		c.Stage = Deciding
	default:
		c.Custody, c.Stage = Custody{Place: InTransit}, Requested
		if c.Authorised != nil {
			c.Stage = Awaiting
		}
	}
}
