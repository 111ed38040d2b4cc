package returns_test

import (
	"testing"

	"revient/app/returns"
)

func lostRefund() returns.DecideFullRefund {
	d := fullRefund()
	d.Proof = text("receipt of the post office")
	return d
}

func noted() returns.NoteMarketplaceRefund {
	return returns.NoteMarketplaceRefund{Refund: "theirs", Item: euros(32900), Shipping: euros(490), Seen: text("back office")}
}

func TestALostParcel(t *testing.T) {
	exception := returns.Close{Because: "no_proof", Reason: text("never sent")}
	held := awaiting().and(onHold("doubt"), returns.MarkLost{Reason: text("carrier")})
	check(t,
		it("a parcel is lost for a reason", awaiting(), returns.MarkLost{}, refused("reason_needed", "reason")),
		it("it is refunded on the proof of its dispatch", lost(), lostRefund(), follows("full_refund_decided", "refund_approved", "action_queued")),
		it("not without", lost(), fullRefund(), refused("lost.proof", "proof")),
		it("it may come after all", lost(), returns.Receive{Tracking: "T1"}, follows("parcel_received")),
		it("or be closed by a manager", awaiting().and(tellNothing(), returns.MarkLost{Reason: text("r")}), exception, follows("case_closed"), byAManager),
		it("a held one can be resumed", held, returns.Resume{}, follows("case_resumed")),
		it("and is not decided before", held, lostRefund(), refused("held", "")),
		it("a device that never came is not erased", lost().and(lostRefund()), erased(), refused("move.no_device", "")),
	)
	if c := lost().and(lostRefund()).folded(); c.Custody.Place != returns.LostInTransit || !c.DevicePutAway() {
		t.Errorf("the device is %v", c.Custody)
	}
	for name, p := range map[string]past{
		"reversed":    lost().and(lostRefund(), returns.Reverse{Reason: text("r")}),
		"refused":     lost().and(lostRefund(), submit, reject),
		"turned down": lost().given(upTo(1), lostRefund()).second(returns.TurnDown{Reason: text("r")}),
	} {
		if c := p.folded(); c.Stage != returns.Lost || c.Custody.Place != returns.InTransit || c.Decision != nil {
			t.Errorf("%s: %s, %v, %v", name, c.Stage, c.Custody, c.Decision)
		}
	}
}

// tellNothing ends the message that an authorised return waits to send.
func tellNothing() returns.Command {
	return returns.SettleAction{ID: "0003-tell_authorised", Result: returns.ActionAccepted}
}

func TestAParcelThatWasRefundedAsLostAndCame(t *testing.T) {
	refunded := awaiting().and(tellNothing(), returns.MarkLost{Reason: text("r")}, lostRefund(), notice(), submit, accept, reading(returns.FoundRefunded), receipt())
	for _, id := range refunded.folded().PendingActions() {
		refunded = refunded.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	if stage := refunded.folded().Stage; stage != returns.Closed {
		t.Fatalf("a lost parcel that was refunded is %s", stage)
	}
	came := refunded.and(returns.Reopen{Reason: text("it came")}, returns.Receive{Tracking: "T1"}, inspect(), returns.StopInspection{Defect: "DEAD-01"})
	settled := returns.NoteMarketplaceRefund{}
	check(t,
		it("is not refunded again", came, returns.DecideFullRefund{Refund: "again", Proposal: proposing("full_refund")}, refused("refund.nothing_left", "")),
		it("is settled by what was paid", came, settled, follows("already_refunded_found")),
		it("and put away", came.and(settled, erased()), scrapped(), follows("device_moved", "case_closed")),
	)
}

func TestTheMarketplaceRefundedByItself(t *testing.T) {
	part := noted()
	part.Item, part.Shipping = euros(5000), euros(0)
	unseen, above, dollars, nought := noted(), noted(), noted(), noted()
	unseen.Seen, above.Item.Minor, dollars.Item.Currency, nought.Item, nought.Shipping = returns.TextRef{}, 32901, "USD", euros(0), euros(0)
	again := returns.NoteMarketplaceRefund{}
	known := awaiting().and(noted())
	here := known.and(returns.Receive{}, inspect(), returns.StopInspection{Defect: "DEAD-01"})
	check(t,
		it("before the parcel comes it is noted", awaiting(), noted(), follows("marketplace_refund_noted")),
		it("once there is a device the case is settled", deciding(), noted(), follows("marketplace_refund_noted", "already_refunded_found")),
		it("also during the inspection", inspecting(), noted(), follows("marketplace_refund_noted", "already_refunded_found")),
		it("what was noted before settles it later", here, again, follows("already_refunded_found")),
		it("a held case notes it", deciding().and(onHold("doubt")), noted(), follows("marketplace_refund_noted")),
		it("and is decided once it is resumed", deciding().and(onHold("doubt"), noted()), again, refused("held", "")),
		it("somebody saw it", deciding(), unseen, refused("refund.seen_where", "seen")),
		it("it is no more than what is left", deciding(), above, refused("partial.above", "amount")),
		it("it is in the currency of the sale", deciding(), dollars, refused("partial.currency", "amount")),
		it("it is something", deciding(), nought, refused("partial.negative", "amount")),
		it("it has a name", deciding(), returns.NoteMarketplaceRefund{Item: euros(1), Seen: text("s")}, refused("refund.no_id", "")),
		it("it is noted once", known, noted(), refused("refund.twice", "")),
		it("a wrong scan is still undone", known.and(returns.Receive{}), returns.UndoReception{Reason: text("r")}, follows("reception_undone")),
		it("after it nothing is left to grant", here, returns.DecideFullRefund{Refund: "more", Proposal: proposing("full_refund")}, refused("refund.nothing_left", "")),
		it("a part of it leaves the rest to decide", deciding().and(part), returns.Reverse{Reason: text("the rest")}, follows("decision_reversed")),
	)
	rest := deciding().and(part, returns.Reverse{Reason: text("the rest")}).folded()
	if item, shipping := rest.Remaining(nil); rest.Stage != returns.Deciding || item != euros(27900) || shipping != euros(490) {
		t.Errorf("%s, left %v and %v", rest.Stage, item, shipping)
	}
}
