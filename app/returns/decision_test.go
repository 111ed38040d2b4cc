package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestDecidingAFullRefund(t *testing.T) {
	with := func(change func(*returns.DecideFullRefund)) returns.Command {
		d := fullRefund()
		change(&d)
		return d
	}
	decided := func(d returns.DecideFullRefund, item, shipping int64, more ...returns.Event) outcome {
		return then(append([]returns.Event{
			returns.FullRefundDecided{Decision: returns.Decision{Outcome: returns.FullRefund, At: now(), By: "ana", Proposal: d.Proposal, Override: d.Override, Refund: d.Refund}},
			returns.RefundApproved{Refund: returns.Refund{
				ID: d.Refund, State: returns.RefundIsApproved, Item: euros(item), Shipping: euros(shipping), Method: returns.ToPaymentMeans, ApprovedBy: "ana", ApprovedAt: now(),
			}},
		}, more...)...)
	}
	earlier := func(state returns.RefundState, item, shipping int64) circumstance {
		return besides(returns.Refund{ID: "elsewhere", State: state, Item: euros(item), Shipping: euros(shipping)})
	}
	against := fullRefund()
	against.Proposal.Outcome = "ask_person"
	reasoned := against
	reasoned.Override = text("our picking mistake")
	rest := fullRefund()
	rest.Expected = euros(23000)
	byHand := decidingUnreached()
	message := returns.ActionQueued{ID: "0012-tell_decision", Action: returns.Action{Kind: returns.TellDecision, Lane: returns.MessageLane, Refund: "refund-1"}}
	photos := returns.ActionQueued{ID: "0013-send_evidence", Action: returns.Action{
		Kind: returns.SendEvidence, Lane: returns.PhotoLane, Photos: []returns.PhotoID{"photo-scr"}, After: []returns.ActionID{message.ID},
	}}

	check(t,
		it("everything paid is granted, told and shown", deciding(), fullRefund(), decided(fullRefund(), 32900, 490, message, photos)),
		it("without a folder nothing is told", byHand, fullRefund(), decided(fullRefund(), 32900, 490)),
		it("what another case of the line granted is taken off", byHand, rest, decided(rest, 22900, 100), earlier(returns.RefundIsUnknown, 10000, 390)),
		it("what was rejected is not", byHand, fullRefund(), decided(fullRefund(), 32900, 490), earlier(returns.RefundIsRejected, 10000, 390)),
		it("the operator agreed to that very amount", deciding(), fullRefund(), refused("refund.changed", ""), earlier(returns.RefundIsSubmitting, 1, 0)),
		it("and currency", deciding(), with(func(d *returns.DecideFullRefund) { d.Expected.Currency = "USD" }), refused("refund.changed", "")),
		it("nothing left is nothing granted", deciding(), fullRefund(), refused("refund.nothing_left", ""), earlier(returns.RefundDoneByHand, 32900, 490)),
		it("nor is less than nothing", deciding(), fullRefund(), refused("refund.nothing_left", ""), earlier(returns.RefundIsConfirmed, 99900, 990)),
		it("a held case is not decided", deciding().and(onHold("doubt")), fullRefund(), refused("held", "")),
		it("a refund has a name", deciding(), with(func(d *returns.DecideFullRefund) { d.Refund = "" }), refused("refund.no_id", "")),
		it("a refund is decided once", closed().and(returns.Reopen{Reason: text("r")}), fullRefund(), refused("refund.twice", "")),
		it("a second one finds nothing left", closed().and(returns.Reopen{Reason: text("r")}), with(func(d *returns.DecideFullRefund) { d.Refund = "refund-2" }), refused("refund.nothing_left", "")),
		it("going against the proposal wants the right", deciding(), reasoned, refused("override.right", "")),
		it("and a reason", deciding(), against, refused("override.reason", "reason"), byAManager),
		it("with both it is granted", byHand, reasoned, decided(reasoned, 32900, 490), byAManager),
		it("nothing is decided before the inspection", received(), fullRefund(), refused("stage", "")),
		it("nor twice", executing(), fullRefund(), refused("stage", "")),
	)
	if c := executing().folded(); c.Stage != returns.Executing || c.Decision.Refund != "refund-1" || len(c.Refunds) != 1 {
		t.Errorf("stage %s, decision %+v, refunds %+v", c.Stage, c.Decision, c.Refunds)
	}
}

func TestAfterARejectionTheWholeIsLeftAgain(t *testing.T) {
	rejected := submitting().and(returns.RejectRefund{Refund: "refund-1", Code: "refused"})
	again := fullRefund()
	again.Refund = "refund-2"
	check(t,
		it("a new refund can be granted", rejected, again, follows("full_refund_decided", "refund_approved", "action_queued", "action_queued")),
		it("the rejected one cannot be granted again", rejected, fullRefund(), refused("refund.twice", "")),
	)
	if item, shipping := (returns.Case{}).Remaining(nil); !item.IsZero() || !shipping.IsZero() {
		t.Errorf("without a sale %v and %v remain", item, shipping)
	}
}
