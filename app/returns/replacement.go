package returns

import (
	"slices"

	"revient/app/fault"
)

// Replacement is the unit that a case keeps for its customer, as the stock had it
// when it was reserved.
type Replacement struct {
	Unit   UnitID     `json:"unit"`
	SKU    string     `json:"sku,omitempty"`
	Title  string     `json:"title"`
	Grade  string     `json:"grade,omitempty"`
	IMEI   string     `json:"imei,omitempty"`
	Serial string     `json:"serial,omitempty"`
	Bin    string     `json:"bin,omitempty"`
	At     Moment     `json:"at"`
	By     OperatorID `json:"by"`
}

// is reports whether a scanned code is the unit's own.
func (r Replacement) is(code string) bool {
	return code != "" && (r.IMEI != "" && NormaliseIMEI(code) == NormaliseIMEI(r.IMEI) ||
		r.Serial != "" && NormaliseSerial(code) == NormaliseSerial(r.Serial))
}

// ReserveReplacement keeps a unit of the stock for the customer, before anything is
// promised to them. Another unit takes the place of the one reserved before.
type ReserveReplacement struct {
	Unit     Replacement // Without the moment and the person.
	Mismatch string      // What differs from what was sold: model, storage, colour, grade; "" where the unit matches.
	Override TextRef     // Why it is reserved although it differs.
}

// Name implements Command.
func (ReserveReplacement) Name() string { return "ReserveReplacement" }

func (ReserveReplacement) from() []Stage {
	return []Stage{Requested, Awaiting, Received, Inspecting, Deciding, Executing}
}

func (ReserveReplacement) fits(c Case) bool {
	return c.Sale != nil && c.Outbound.State == NothingOut && (c.Stage != Executing || c.Decision != nil && c.Decision.Outcome == Exchange)
}

func (r ReserveReplacement) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case !r.fits(c):
		return nil, fault.New(fault.Conflict, "errors_returns.unit.not_now", nil)
	case r.Unit.Unit == "" || r.Unit.Title == "":
		return nil, fault.New(fault.Invalid, "errors_returns.unit.none", nil).At("unit")
	case r.Unit.IMEI == "" && r.Unit.Serial == "":
		return nil, fault.New(fault.Invalid, "errors_returns.unit.nameless", nil).At("unit")
	case c.Replacement != nil && c.Replacement.Unit == r.Unit.Unit:
		return nil, nil
	case r.Mismatch != "" && !r.Override.Given(): // The reason comes first: it is what a right is asked for.
		return nil, fault.New(fault.Invalid, "errors_returns.unit.mismatch", fault.Args{"what": r.Mismatch}).At("reason")
	case r.Mismatch != "" && !f.Actor.Override:
		return nil, fault.New(fault.Unauthorized, "errors_returns.override.right", nil)
	}
	unit := r.Unit
	unit.At, unit.By = At(f.Now, f.Zone, FromClock), f.Actor.ID
	return append(c.releaseUnit(nil), ReplacementReserved{Replacement: unit, Mismatch: r.Mismatch, Override: r.Override}), nil
}

// ReplacementReserved keeps a unit for the case.
type ReplacementReserved struct {
	Replacement Replacement `json:"replacement"`
	Mismatch    string      `json:"mismatch,omitempty"`
	Override    TextRef     `json:"override,omitzero"`
}

func (e ReplacementReserved) apply(c *Case) {
	unit := e.Replacement
	c.Replacement, c.NoReplacement = &unit, false
	if c.Decision != nil && c.Decision.Outcome == Exchange {
		c.Decision.Unit = unit.Unit
	}
}

// ReleaseReplacement gives a reserved unit back to the stock.
type ReleaseReplacement struct {
	Reason TextRef
}

// Name implements Command.
func (ReleaseReplacement) Name() string { return "ReleaseReplacement" }

func (ReleaseReplacement) from() []Stage {
	return []Stage{Requested, Awaiting, Lost, Received, Inspecting, Deciding}
}

func (ReleaseReplacement) fits(c Case) bool {
	return c.Replacement != nil && c.Outbound.State == NothingOut
}

func (r ReleaseReplacement) decide(c Case, _ Facts) ([]Event, error) {
	if !r.fits(c) {
		return nil, fault.New(fault.Conflict, "errors_returns.unit.not_reserved", nil)
	}
	return c.releaseUnit(nil), nil
}

// releaseUnit adds the release of a unit that is reserved and has not left. What was
// decided needs none.
func (c Case) releaseUnit(events []Event) []Event {
	if c.Replacement == nil || c.Outbound.State == HandedOver {
		return events
	}
	return append(events, ReplacementReleased{Unit: c.Replacement.Unit})
}

// ReplacementReleased gives the unit back.
type ReplacementReleased struct {
	Unit UnitID `json:"unit"`
}

func (e ReplacementReleased) apply(c *Case) {
	if c.Replacement != nil && c.Replacement.Unit == e.Unit {
		c.Replacement = nil
	}
}

// DecideExchange gives the customer the unit that is reserved for them.
type DecideExchange struct {
	Unit     UnitID
	Proposal Proposal
	Override TextRef
}

// Name implements Command.
func (DecideExchange) Name() string { return "DecideExchange" }

func (DecideExchange) from() []Stage { return []Stage{Deciding} }

func (d DecideExchange) decide(c Case, f Facts) ([]Event, error) {
	verdict := Verdict{d.Proposal, d.Override}
	if err := verdict.mayDecide(c, f, Exchange); err != nil {
		return nil, err
	}
	item, _ := c.Remaining(f.OtherRefunds)
	switch {
	case c.Replacement == nil || c.Replacement.Unit != d.Unit:
		return nil, fault.New(fault.Conflict, "errors_returns.unit.not_reserved", nil).At("unit")
	case item.Minor <= 0 && !c.Sale.Paid.IsZero():
		return nil, fault.New(fault.Conflict, "errors_returns.exchange.refunded", nil)
	}
	decision := verdict.decision(f, Exchange)
	decision.Unit = d.Unit
	return tellCustomer(c, []Event{ExchangeDecided{decision}}, TellExchange), nil
}

// ExchangeDecided moves the case to its execution.
type ExchangeDecided struct {
	Decision Decision `json:"decision"`
}

func (e ExchangeDecided) apply(c *Case) { c.decided(e.Decision) }

// NoReplacementLeft says that an exchange that was decided cannot be: the unit is
// broken, or not where the stock has it. The decision is open again, and what the
// rules then propose is a total refund.
type NoReplacementLeft struct {
	Reason TextRef
}

// Name implements Command.
func (NoReplacementLeft) Name() string { return "NoReplacementLeft" }

func (NoReplacementLeft) from() []Stage { return []Stage{Executing} }

func (NoReplacementLeft) fits(c Case) bool {
	return c.Decision != nil && c.Decision.Outcome == Exchange && c.Outbound.State != HandedOver
}

func (n NoReplacementLeft) decide(c Case, _ Facts) ([]Event, error) {
	switch {
	case !n.fits(c):
		return nil, fault.New(fault.Conflict, "errors_returns.unit.gone", nil)
	case !n.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return c.takeBack(c.releaseUnit([]Event{ReplacementFailed(n)}), TellExchange), nil
}

// ReplacementFailed opens the decision again.
type ReplacementFailed struct {
	Reason TextRef `json:"reason"`
}

func (e ReplacementFailed) apply(c *Case) {
	c.NoReplacement = true
	c.undecided()
}

// Unexchange takes an exchange back whose unit came home: scanned, it is the one
// that left. The decision is open again. The unit of an earlier exchange, which was
// decided anew since, comes home without changing the decision.
type Unexchange struct {
	Code   string // As scanned on the unit that came back.
	Reason TextRef
}

// Name implements Command.
func (Unexchange) Name() string { return "Unexchange" }

func (Unexchange) from() []Stage { return []Stage{Deciding, Executing, Closed} }

func (Unexchange) fits(c Case) bool { return c.exchanged() || len(c.Given) > 0 }

// exchanged reports whether the exchange that was decided has left.
func (c Case) exchanged() bool {
	return c.Decision != nil && c.Decision.Outcome == Exchange && c.Outbound.State == HandedOver && c.Replacement != nil
}

func (u Unexchange) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case !u.fits(c):
		return nil, fault.New(fault.Conflict, "errors_returns.unit.not_out", nil)
	case !u.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	if i := slices.IndexFunc(c.Given, func(r Replacement) bool { return r.is(u.Code) }); i >= 0 {
		return []Event{ExchangeUndone{Unit: c.Given[i].Unit, Reason: u.Reason}}, nil
	}
	switch {
	case !c.exchanged():
		return nil, errWrongUnit(c.Given[0].IMEI, c.Given[0].Serial)
	case !c.Replacement.is(u.Code):
		return nil, errWrongUnit(c.Replacement.IMEI, c.Replacement.Serial)
	case c.Stage == Closed && f.OpenCaseOfLine != "":
		return nil, fault.New(fault.Conflict, "errors_returns.request.open_case", fault.Args{"case": string(f.OpenCaseOfLine)})
	}
	return c.takeBack([]Event{ExchangeUndone{Unit: c.Replacement.Unit, Reason: u.Reason}}, TellExchange, TellShipped), nil
}

// ExchangeUndone brings the unit back to the stock, and the case to its decision where
// that was the exchange.
type ExchangeUndone struct {
	Unit   UnitID  `json:"unit"`
	Reason TextRef `json:"reason"`
}

func (e ExchangeUndone) apply(c *Case) {
	if i := slices.IndexFunc(c.Given, func(r Replacement) bool { return r.Unit == e.Unit }); i >= 0 {
		c.Given = slices.Delete(c.Given, i, i+1)
		return
	}
	c.Replacement, c.ClosedBecause = nil, ""
	c.undecided()
}
