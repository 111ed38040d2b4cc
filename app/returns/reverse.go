package returns

import "revient/app/fault"

// Reverse takes back a decision of which nothing has left yet: no money was sent,
// no parcel handed over, no data erased. A refund that the customer was told of
// meanwhile is told to be void. That the marketplace refunded by itself stays noted.
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
	return c.tellAuthorisedAgain(c.retract(events, c.Decision.Refund)), nil
}

// decisionHasLeft reports whether something of the decision cannot be taken back.
func (c Case) decisionHasLeft() bool {
	if c.Outbound.State == HandedOver || c.Wipe.State == WipeDone {
		return true
	}
	if c.Custody.Place == Stock || c.Custody.Place == Parts || c.Custody.Place == Scrap {
		return true
	}
	if c.Decision.Outcome == AlreadyRefunded {
		return false // The refund is the marketplace's and no part of the decision.
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

// tellAuthorisedAgain tells the customer that the device may come back, where that
// was taken out of the queue since they were to keep it.
func (c Case) tellAuthorisedAgain(events []Event) []Event {
	if c.Authorised == nil || c.Reception != nil || c.Decision == nil || c.Decision.Outcome != KeptByCustomer {
		return events
	}
	dropped := false
	for _, action := range c.Actions {
		if action.Kind == TellAuthorised && action.Result != ActionDropped {
			return events
		}
		dropped = dropped || action.Kind == TellAuthorised
	}
	if !dropped {
		return events
	}
	return tellCustomer(c, events, TellAuthorised)
}

// DecisionReversed opens the decision again.
type DecisionReversed struct {
	Reason TextRef `json:"reason"`
}

func (e DecisionReversed) apply(c *Case) {
	c.Repair = nil
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
