package returns

import "revient/app/fault"

// Reverse takes back a decision of which nothing has left yet: no money was sent,
// no parcel handed over, no data erased. What was told to the customer meanwhile is
// told to be void.
type Reverse struct {
	Reason TextRef
}

// Name implements Command.
func (Reverse) Name() string { return "Reverse" }

func (Reverse) from() []Stage { return []Stage{Executing} }

func (Reverse) fits(c Case) bool { return c.Decision != nil && !c.decisionHasLeft() }

func (r Reverse) decide(c Case, _ Facts) ([]Event, error) {
	switch {
	case c.Decision == nil || c.decisionHasLeft():
		return nil, fault.New(fault.Conflict, "errors_returns.reverse.too_late", nil)
	case !r.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	events := []Event{}
	for _, refund := range c.Refunds {
		if refund.State == RefundDrafted || refund.State == RefundIsApproved {
			events = append(events, RefundWithdrawn{Refund: refund.ID})
		}
	}
	events = c.releaseUnit(append(events, DecisionReversed(r)))
	return c.retract(events, c.Decision.Refund), nil
}

// decisionHasLeft reports whether something of the decision cannot be taken back.
func (c Case) decisionHasLeft() bool {
	if c.Outbound.State == HandedOver || c.Wipe.State == WipeDone || c.Decision.Outcome == AlreadyRefunded {
		return true
	}
	if c.Custody.Place == Stock || c.Custody.Place == Parts || c.Custody.Place == Scrap {
		return true
	}
	refund, money := c.Refund(c.Decision.Refund)
	return money && refund.State != RefundDrafted && refund.State != RefundIsApproved
}

// retract drops what was to be told of a decision that no longer stands, and tells
// the customer that it does not where they know of it.
func (c Case) retract(events []Event, refund RefundID) []Event {
	events = c.takeBack(events, TellDecision, TellExchange, TellRepair, TellRefused, SendEvidence)
	for _, action := range c.Actions {
		told := action.Result == ActionAccepted || action.Result == ActionByHand
		if told && action.Kind == TellDecision && action.Refund == refund && refund != "" {
			return tellCustomer(c, events, TellVoid)
		}
	}
	return events
}

// DecisionReversed opens the decision again.
type DecisionReversed struct {
	Reason TextRef `json:"reason"`
}

func (e DecisionReversed) apply(c *Case) {
	if c.Custody.Place == OutboundShelf {
		c.Custody = Custody{Place: Bench}
	}
	c.Outbound, c.Repair = Outbound{}, nil
	c.undecided()
}

// RefundWithdrawn takes back a grant of which nothing was sent. It no longer counts;
// where its notice was issued, a cancelling notice follows.
type RefundWithdrawn struct {
	Refund RefundID `json:"refund"`
}

func (e RefundWithdrawn) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) { r.State, r.AskPerson = RefundIsRejected, false })
}
