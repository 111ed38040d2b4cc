package returns

import (
	"regexp"
	"slices"
	"strings"

	"revient/app/fault"
)

// Deduction is what is kept back from a refund for one part and one finding.
type Deduction struct {
	Part    string `json:"part"`    // Of the catalogue, such as screen.
	Finding string `json:"finding"` // Defect code that it was kept back for.
	Amount  Money  `json:"amount"`
}

// catalogued is what codes of the catalogue look like, in capitals or not.
var catalogued = regexp.MustCompile(`^[A-Za-z0-9_-]{1,32}$`)

// DecidePartialRefund grants what is left less its deductions, and outward shipping
// apart. A partial refund that comes to all that is left is a full one.
type DecidePartialRefund struct {
	Refund     RefundID
	Deductions []Deduction
	Shipping   Money // Granted of the outward shipping.
	Expected   Money // The total that the operator saw and agreed to.
	Proposal   Proposal
	Override   TextRef
}

// Name implements Command.
func (DecidePartialRefund) Name() string { return "DecidePartialRefund" }

func (DecidePartialRefund) from() []Stage { return []Stage{Deciding} }

func (d DecidePartialRefund) decide(c Case, f Facts) ([]Event, error) {
	item, shipping := c.Remaining(f.OtherRefunds)
	if d.Shipping.IsZero() {
		d.Shipping.Currency = shipping.Currency
	}
	granted, err := lessDeductions(item, d.Deductions, slices.Concat(c.Refunds, f.OtherRefunds))
	if err != nil {
		return nil, err
	}
	if granted == item && d.Shipping == shipping {
		return DecideFullRefund{Refund: d.Refund, Expected: d.Expected, Proposal: d.Proposal, Override: d.Override}.decide(c, f)
	}
	verdict := Verdict{d.Proposal, d.Override}
	if err := verdict.mayDecide(c, f, PartialRefund); err != nil {
		return nil, err
	}
	if err := mayShip(d.Shipping, shipping); err != nil {
		return nil, err
	}
	if len(d.Deductions) > 0 && granted.IsZero() && d.Shipping.IsZero() {
		return nil, fault.New(fault.Invalid, "errors_returns.partial.nothing", nil).At("amount")
	}
	if err := c.mayGrant(d.Refund, granted, d.Shipping, d.Expected); err != nil {
		return nil, err
	}
	refund := Refund{ID: d.Refund, Item: granted, Shipping: d.Shipping, Deductions: slices.Clone(d.Deductions), Method: c.PartialMethod()}
	return c.grant(f, verdict.decision(f, PartialRefund), refund, func(d Decision) Event { return PartialRefundDecided{d} }), nil
}

// PartialMethod is the way of a partial refund: a marketplace credits the customer's
// account with it; a shop of one's own pays it back as it was paid.
func (c Case) PartialMethod() RefundMethod {
	if c.Sale != nil && c.Sale.Account != "" {
		return ToMarketplaceWallet
	}
	return ToPaymentMeans
}

// mayShip checks how much of the outward shipping is granted.
func mayShip(granted, left Money) error {
	switch {
	case granted.Minor < 0:
		return fault.New(fault.Invalid, "errors_returns.partial.negative", nil).At("shipping")
	case granted.Minor > left.Minor || granted.Currency != left.Currency:
		return fault.New(fault.Invalid, "errors_returns.partial.shipping", nil).At("shipping")
	default:
		return nil
	}
}

// lessDeductions checks the deductions and takes them off what is left of the item.
// A part that another refund of the order line was kept back for is not charged again.
func lessDeductions(left Money, deductions []Deduction, refunds []Refund) (Money, error) {
	granted, parts := left, deductedParts(refunds)
	for _, deduction := range deductions {
		switch {
		case !catalogued.MatchString(deduction.Part):
			return Money{}, fault.New(fault.Invalid, "errors_returns.partial.part", nil).At("part")
		case !catalogued.MatchString(deduction.Finding):
			return Money{}, fault.New(fault.Invalid, "errors_returns.partial.finding", fault.Args{"part": deduction.Part}).At("finding")
		case slices.Contains(parts, strings.ToLower(deduction.Part)):
			return Money{}, fault.New(fault.Invalid, "errors_returns.partial.twice", fault.Args{"part": deduction.Part}).At("part")
		case deduction.Amount.Minor <= 0:
			return Money{}, fault.New(fault.Invalid, "errors_returns.partial.negative", nil).At("amount")
		case deduction.Amount.Currency != left.Currency:
			return Money{}, fault.New(fault.Invalid, "errors_returns.partial.currency", fault.Args{"currency": left.Currency}).At("amount")
		case deduction.Amount.Minor > granted.Minor:
			return Money{}, fault.New(fault.Invalid, "errors_returns.partial.above", nil).At("amount")
		}
		parts = append(parts, strings.ToLower(deduction.Part))
		granted.Minor -= deduction.Amount.Minor
	}
	return granted, nil
}

// deductedParts lists the parts that a standing refund kept something back for already,
// in small letters.
func deductedParts(refunds []Refund) []string {
	parts := []string{}
	for _, refund := range refunds {
		for _, deduction := range refund.Deductions {
			if refund.State.Counts() {
				parts = append(parts, strings.ToLower(deduction.Part))
			}
		}
	}
	return parts
}

// PartialRefundDecided moves the case to its execution.
type PartialRefundDecided struct {
	Decision Decision `json:"decision"`
}

func (e PartialRefundDecided) apply(c *Case) { c.decided(e.Decision) }

// DecideKeep lets the customer keep the device, with a part of the price back. It
// can be agreed on before the device is sent, which then never comes; a device that
// is here goes back.
type DecideKeep struct {
	Refund   RefundID
	Amount   Money // Granted of the item's price.
	Proposal Proposal
	Override TextRef
}

// Name implements Command.
func (DecideKeep) Name() string { return "DecideKeep" }

func (DecideKeep) from() []Stage { return []Stage{Requested, Awaiting, Deciding} }

func (d DecideKeep) decide(c Case, f Facts) ([]Event, error) {
	verdict := Verdict{d.Proposal, d.Override}
	if err := verdict.mayDecide(c, f, KeptByCustomer); err != nil {
		return nil, err
	}
	if err := c.mayGiveBack(); err != nil {
		return nil, err
	}
	item, shipping := c.Remaining(f.OtherRefunds)
	switch {
	case d.Amount.Minor <= 0:
		return nil, fault.New(fault.Invalid, "errors_returns.partial.negative", nil).At("amount")
	case d.Amount.Currency != item.Currency:
		return nil, fault.New(fault.Invalid, "errors_returns.partial.currency", fault.Args{"currency": item.Currency}).At("amount")
	case d.Amount.Minor > item.Minor:
		return nil, fault.New(fault.Invalid, "errors_returns.partial.above", nil).At("amount")
	}
	none := Money{Currency: shipping.Currency}
	if err := c.mayGrant(d.Refund, d.Amount, none, d.Amount); err != nil {
		return nil, err
	}
	refund := Refund{ID: d.Refund, Item: d.Amount, Shipping: none, Method: c.PartialMethod()}
	events := c.grant(f, verdict.decision(f, KeptByCustomer), refund, func(d Decision) Event { return KeepDecided{d} })
	if !f.grantsAlone(refund.Total()) && !f.Alone {
		return events, nil // Nothing changes for the customer before the second person's yes.
	}
	return c.takeBack(events, TellAuthorised), nil
}

// KeepDecided moves the case to its execution. A device that never left the
// customer stays with them.
type KeepDecided struct {
	Decision Decision `json:"decision"`
}

func (e KeepDecided) apply(c *Case) {
	if c.Reception == nil {
		c.Custody = Custody{Place: WithCustomer}
	}
	c.decided(e.Decision)
}
