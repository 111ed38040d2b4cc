package returns

import "revient/app/fault"

// CustomerSettled reports the one end of a case: the money, the replacement or the
// refusal is with the customer, its papers are written, and everything that was to
// be told has been.
func (c Case) CustomerSettled() bool {
	if c.Decision == nil || c.Decision.Pending || !c.delivered() {
		return false
	}
	return !c.noticeMissing() && !c.receiptMissing() && !c.unsettledRefund() && len(c.PendingActions()) == 0
}

// delivered reports whether the customer has what was decided.
func (c Case) delivered() bool {
	switch c.Decision.Outcome {
	case Exchange:
		return c.Outbound.State == HandedOver && c.Outbound.What == OutReplacement
	case WarrantyRepair:
		return c.GivenUp || c.Outbound.State == HandedOver && c.Outbound.What == OutDevice
	case Refusal:
		return c.refusalWritten()
	case AlreadyRefunded:
		return true
	default:
		refund, found := c.Refund(c.Decision.Refund)
		return found && refund.State.Paid()
	}
}

// DevicePutAway reports the other end: the device is where it will stay.
func (c Case) DevicePutAway() bool {
	switch c.Custody.Place {
	case Stock, Parts, Scrap, WithCustomer, WithCarrier, NoDevice, LostInTransit:
		return true
	default:
		return false
	}
}

// CaseClosed ends a case.
type CaseClosed struct {
	Because string  `json:"because,omitempty"` // Code of the exception; "" when both ends were reached.
	Reason  TextRef `json:"reason"`
}

func (e CaseClosed) apply(c *Case) { c.Stage, c.ClosedBecause = Closed, e.Because }

// Close ends a case that has not reached both of its ends: a manager's exception,
// with a name and a reason. No exception leaves money under way, a receipt unwritten
// or the customer untold. A case that has reached both closes by itself.
type Close struct {
	Because string
	Reason  TextRef
}

// Name implements Command.
func (Close) Name() string { return "Close" }

func (Close) from() []Stage { return []Stage{Lost, Deciding, Executing} }

func (x Close) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case !f.Actor.Override:
		return nil, fault.New(fault.Unauthorized, "errors_returns.override.right", nil)
	case x.Because == "" || !x.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	case c.Hold != nil:
		return nil, errHeld()
	case c.unsettledRefund():
		return nil, fault.New(fault.Conflict, "errors_returns.refund.unsettled", nil)
	case c.Decision != nil && c.Decision.Pending:
		return nil, fault.New(fault.Conflict, "errors_returns.approval.pending", nil)
	case c.Outbound.State == Packed:
		return nil, fault.New(fault.Conflict, "errors_returns.outbound.packed", nil)
	case c.receiptMissing():
		return nil, fault.New(fault.Conflict, "errors_returns.close.receipt", nil)
	case len(c.PendingActions()) > 0:
		return nil, fault.New(fault.Conflict, "errors_returns.close.pending", fault.Args{"count": len(c.PendingActions())})
	}
	return c.releaseUnit([]Event{CaseClosed(x)}), nil
}

// Reopen brings a closed case back to where it was decided from. Numbered documents stay as
// they are.
type Reopen struct {
	Reason TextRef
}

// Name implements Command.
func (Reopen) Name() string { return "Reopen" }

func (Reopen) from() []Stage { return []Stage{Closed} }

func (r Reopen) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case f.OpenCaseOfLine != "":
		return nil, fault.New(fault.Conflict, "errors_returns.request.open_case", fault.Args{"case": string(f.OpenCaseOfLine)})
	case c.Sale == nil:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.no_sale", nil)
	case !r.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return []Event{CaseReopened(r)}, nil
}

// CaseReopened moves the case to its decision; one whose parcel never came to where it
// waited for it.
type CaseReopened struct {
	Reason TextRef `json:"reason"`
}

func (e CaseReopened) apply(c *Case) {
	c.ClosedBecause = ""
	c.undecided()
}
