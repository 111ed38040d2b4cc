package returns

import "revient/app/fault"

// NoteMarketplaceRefund records that the marketplace refunded the customer by
// itself, before anything was decided here. The customer is settled; a device that
// is here, or still comes, is left to be put away.
//
// Given again without an amount once the device is here, it settles the case with
// what was noted before, or with what the other refunds of the order line paid back in
// full: a parcel that was refunded as lost, and came.
type NoteMarketplaceRefund struct {
	Refund   RefundID
	Item     Money
	Shipping Money
	Seen     TextRef // Where it was seen.
}

// Name implements Command.
func (NoteMarketplaceRefund) Name() string { return "NoteMarketplaceRefund" }

func (NoteMarketplaceRefund) from() []Stage {
	return []Stage{Requested, Awaiting, Lost, Received, Inspecting, Deciding}
}

func (n NoteMarketplaceRefund) decide(c Case, f Facts) ([]Event, error) {
	item, shipping := c.Remaining(f.OtherRefunds)
	known := c.marketplaceRefund()
	switch {
	case c.Sale == nil:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.no_sale", nil)
	case c.unsettledRefund():
		return nil, fault.New(fault.Conflict, "errors_returns.refund.unsettled", nil)
	case n.Item.IsZero() && n.Shipping.IsZero() && (known != "" || c.paidBack(item, shipping)):
		if c.Hold != nil {
			return nil, errHeld()
		}
		return c.settledBy(known, f), nil
	case n.Refund == "":
		return nil, fault.New(fault.Invalid, "errors_returns.refund.no_id", nil)
	case c.refundIndex(n.Refund) >= 0:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.twice", nil)
	case n.Item.Minor < 0 || n.Shipping.Minor < 0 || n.Item.Minor+n.Shipping.Minor <= 0:
		return nil, fault.New(fault.Invalid, "errors_returns.partial.negative", nil).At("amount")
	case n.Item.Minor > 0 && n.Item.Currency != item.Currency || n.Shipping.Minor > 0 && n.Shipping.Currency != shipping.Currency:
		return nil, fault.New(fault.Invalid, "errors_returns.partial.currency", fault.Args{"currency": item.Currency}).At("amount")
	case n.Item.Minor > item.Minor || n.Shipping.Minor > shipping.Minor:
		return nil, fault.New(fault.Invalid, "errors_returns.partial.above", nil).At("amount")
	case !n.Seen.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.refund.seen_where", nil).At("seen")
	}
	now := At(f.Now, f.Zone, FromClock)
	refund := Refund{
		ID: n.Refund, State: RefundAlreadyRefunded, Item: Money{n.Item.Minor, item.Currency}, Shipping: Money{n.Shipping.Minor, item.Currency},
		Method: ToPaymentMeans, ApprovedBy: f.Actor.ID, ApprovedAt: now, ConfirmedAt: now, Means: "marketplace", Noted: true,
	}
	return append([]Event{MarketplaceRefundNoted{Refund: refund, Seen: n.Seen}}, c.settledBy(n.Refund, f)...), nil
}

// settledBy answers with the decision that the marketplace's refund settles, once
// there is something to decide (a device, or a parcel that is lost) and nobody holds it.
func (c Case) settledBy(refund RefundID, f Facts) []Event {
	if c.Stage == Requested || c.Stage == Awaiting || c.Hold != nil {
		return nil
	}
	decision := Decision{Outcome: AlreadyRefunded, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID, Refund: refund}
	return c.releaseUnit([]Event{AlreadyRefundedFound{decision}})
}

// paidBack reports whether something was paid for the order line, and nothing of it is
// left to refund.
func (c Case) paidBack(item, shipping Money) bool {
	return c.Sale.Paid.Minor > 0 && item.IsZero() && shipping.IsZero()
}

// marketplaceRefund is the refund of the case that the marketplace made by itself.
func (c Case) marketplaceRefund() RefundID {
	for _, refund := range c.Refunds {
		if refund.State == RefundAlreadyRefunded {
			return refund.ID
		}
	}
	return ""
}

// MarketplaceRefundNoted counts a refund of the marketplace against the cap.
type MarketplaceRefundNoted struct {
	Refund Refund  `json:"refund"`
	Seen   TextRef `json:"seen"`
}

func (e MarketplaceRefundNoted) apply(c *Case) { c.Refunds = append(c.Refunds, e.Refund) }

// AlreadyRefundedFound moves the case to its execution: the device is put away.
type AlreadyRefundedFound struct {
	Decision Decision `json:"decision"`
}

func (e AlreadyRefundedFound) apply(c *Case) {
	c.shelveUnfinished()
	c.decided(e.Decision)
}
