package returns_test

import (
	"testing"

	"revient/app/returns"
)

func deduct(part string, minor int64) returns.Deduction {
	return returns.Deduction{Part: part, Finding: "SCR-01", Amount: euros(minor)}
}

// partial grants the item less its deductions, with the shipping and the total said.
func partial(shipping, expected int64, deductions ...returns.Deduction) returns.DecidePartialRefund {
	return returns.DecidePartialRefund{
		Refund: theRefund, Deductions: deductions, Shipping: euros(shipping), Expected: euros(expected), Proposal: proposing("partial_refund"),
	}
}

func partlyRefunded() past {
	return deciding().and(partial(490, 30390, deduct("screen", 3000)), notice())
}

func TestDecidingAPartialRefund(t *testing.T) {
	dollars := returns.Deduction{Part: "screen", Finding: "SCR-01", Amount: returns.Money{Minor: 100, Currency: "USD"}}
	noCurrency := partial(0, 29900, deduct("screen", 3000))
	noCurrency.Shipping = returns.Money{}
	otherShipping := partial(490, 30390, deduct("screen", 3000))
	otherShipping.Shipping.Currency = "USD"
	screenElsewhere := besides(returns.Refund{ID: "e", State: returns.RefundIsConfirmed, Item: euros(100), Shipping: euros(0), Deductions: []returns.Deduction{deduct("screen", 1)}})
	granted := follows("partial_refund_decided", "refund_approved", "action_queued", "action_queued")
	check(t,
		it("what is left less the deductions is granted", deciding(), partial(490, 30390, deduct("screen", 3000)), granted),
		it("several parts each once", deciding(), partial(0, 28900, deduct("screen", 3000), deduct("battery", 1000)), granted),
		it("without the shipping", deciding(), noCurrency, granted),
		it("the same part is not deducted twice", deciding(), partial(0, 28900, deduct("screen", 3000), deduct("screen", 1000)), refused("partial.twice", "part")),
		it("nor in other letters", deciding(), partial(0, 28900, deduct("screen", 3000), deduct("Screen", 1000)), refused("partial.twice", "part")),
		it("nor in another case of the line", deciding(), partial(0, 29800, deduct("screen", 3000)), refused("partial.twice", "part"), screenElsewhere),
		it("a deduction is something", deciding(), partial(0, 32900, deduct("screen", 0)), refused("partial.negative", "amount")),
		it("a deduction gives nothing", deciding(), partial(0, 33000, deduct("screen", -100)), refused("partial.negative", "amount")),
		it("a deduction is no more than what is left", deciding(), partial(0, 0, deduct("screen", 32901)), refused("partial.above", "amount")),
		it("nor are all of them together", deciding(), partial(0, 0, deduct("screen", 32900), deduct("battery", 1)), refused("partial.above", "amount")),
		it("a deduction is in the currency of the sale", deciding(), partial(0, 0, dollars), refused("partial.currency", "amount")),
		it("and names its part", deciding(), partial(0, 0, returns.Deduction{Finding: "SCR-01", Amount: euros(1)}), refused("partial.part", "part")),
		it("and its finding", deciding(), partial(0, 0, returns.Deduction{Part: "screen", Amount: euros(1)}), refused("partial.finding", "finding")),
		it("deductions that leave nothing are no refund", deciding(), partial(0, 0, deduct("screen", 32900)), refused("partial.nothing", "amount")),
		it("no more shipping than is left", deciding(), partial(491, 30391, deduct("screen", 3000)), refused("partial.shipping", "shipping")),
		it("nor less than none", deciding(), partial(-1, 29899, deduct("screen", 3000)), refused("partial.negative", "shipping")),
		it("nor in another currency", deciding(), otherShipping, refused("partial.shipping", "shipping")),
		it("the operator agreed to that very amount", deciding(), partial(490, 30391, deduct("screen", 3000)), refused("refund.changed", "")),
		it("above the limit it waits for a second person", deciding(), partial(490, 30390, deduct("screen", 3000)), follows("partial_refund_decided", "refund_drafted"), upTo(30000)),
		it("going against the proposal wants the right", deciding(), returns.DecidePartialRefund{Refund: theRefund, Shipping: euros(0), Expected: euros(32900), Proposal: proposing("exchange")},
			refused("override.right", "")),
	)
	refund, _ := partlyRefunded().folded().Refund(theRefund)
	if refund.Item != euros(29900) || refund.Shipping != euros(490) || refund.Method != returns.ToMarketplaceWallet || len(refund.Deductions) != 1 {
		t.Errorf("the partial refund is %+v", refund)
	}
}

func TestAPartialRefundOfAllThatIsLeftIsAFullOne(t *testing.T) {
	all := partial(490, 33390)
	all.Proposal = proposing("full_refund")
	c := deciding().and(all).folded()
	if c.Decision.Outcome != returns.FullRefund || c.Refunds[0].Method != returns.ToPaymentMeans {
		t.Errorf("the decision is %s by %s", c.Decision.Outcome, c.Refunds[0].Method)
	}
	rest := partial(490, 30490)
	rest.Proposal = proposing("full_refund")
	check(t, it("also of what another case left", deciding(), rest, follows("full_refund_decided", "refund_approved", "action_queued", "action_queued"),
		besides(returns.Refund{ID: "e", State: returns.RefundIsUnknown, Item: euros(2900), Shipping: euros(0)})))
}

func TestAShopOfOnesOwnPaysAPartBackAsItWasPaid(t *testing.T) {
	refund, _ := decidingUnreached().and(partial(490, 30390, deduct("screen", 3000))).folded().Refund(theRefund)
	if refund.Method != returns.ToPaymentMeans {
		t.Errorf("it goes by %s", refund.Method)
	}
}

func keep(minor int64) returns.DecideKeep {
	return returns.DecideKeep{Refund: theRefund, Amount: euros(minor), Proposal: proposing("keep")}
}

func TestTheCustomerKeepsTheDeviceWithAPartOfThePrice(t *testing.T) {
	told := follows("keep_decided", "refund_approved", "action_queued")
	check(t,
		it("before it is authorised", requested(), keep(5000), told),
		it("before it is sent: the slip is not sent any more", awaiting(), keep(5000), follows("keep_decided", "refund_approved", "action_queued", "action_settled")),
		it("above the limit the slip stays until the second person's yes", awaiting(), keep(5000), follows("keep_decided", "refund_drafted"), upTo(4999)),
		it("which then takes it back", awaiting().given(upTo(4999), keep(5000)), returns.ApproveDecision{Expected: euros(5000)},
			follows("decision_approved", "refund_approved", "action_settled", "action_queued"), byASecondPerson),
		it("also once the device is here", decidingUnreached(), keep(5000), follows("keep_decided", "refund_approved")),
		it("with something", awaiting(), keep(0), refused("partial.negative", "amount")),
		it("with no more than the price", awaiting(), keep(32901), refused("partial.above", "amount")),
		it("in its currency", awaiting(), returns.DecideKeep{Refund: theRefund, Amount: returns.Money{Minor: 1, Currency: "USD"}, Proposal: proposing("keep")},
			refused("partial.currency", "amount")),
		it("not while the case is held", awaiting().and(onHold("doubt")), keep(5000), refused("held", "")),
	)
	before := awaiting().and(keep(5000)).folded()
	if before.Custody.Place != returns.WithCustomer || !before.DevicePutAway() {
		t.Errorf("a device that was never sent is %v", before.Custody)
	}
	back := awaiting().and(keep(5000), returns.Reverse{Reason: text("wants to return it")})
	if c := back.folded(); c.Stage != returns.Awaiting || c.Custody.Place != returns.InTransit {
		t.Errorf("taken back: %s, %v", c.Stage, c.Custody)
	} else if last := c.PendingActions(); len(last) != 1 || c.Actions[last[0]].Kind != returns.TellAuthorised {
		t.Errorf("the customer is not told to send it: %v", last)
	}
	here := deciding().and(keep(5000))
	check(t,
		it("a device that is here goes back", here, returns.Pack{Code: soldIMEI}, follows("outbound_packed")),
		it("and is not erased", here, erased(), refused("wipe.customers", "wipe")),
		it("nor put to stock", here, returns.Move{Place: returns.Stock}, refused("move.customers", "place")),
	)
}
