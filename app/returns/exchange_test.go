package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestReservingAReplacement(t *testing.T) {
	reserved := func(id returns.UnitID) returns.Event {
		unit := unit(id)
		unit.At, unit.By = now(), "ana"
		return returns.ReplacementReserved{Replacement: unit}
	}
	released := returns.ReplacementReleased{Unit: "unit-1"}
	differs := reserve("unit-1")
	differs.Mismatch = "storage"
	reasoned := differs
	reasoned.Override = text("the customer agrees")
	kept := requested().and(reserve("unit-1"))
	nameless := reserve("unit-1")
	nameless.Unit.IMEI = ""
	check(t,
		it("before anything is promised", requested(), reserve("unit-1"), then(reserved("unit-1"))),
		it("once", kept, reserve("unit-1"), nothing()),
		it("another unit takes its place", kept, reserve("unit-2"), then(released, reserved("unit-2"))),
		it("also after the decision, while it has not left", exchanging(), reserve("unit-2"), then(released, reserved("unit-2"))),
		it("one that matches what was sold", requested(), differs, refused("unit.mismatch", "reason")),
		it("or one that there is a reason for, which needs a right", requested(), reasoned, refused("override.right", "")),
		it("also for whoever has the right, with a reason", requested(), differs, refused("unit.mismatch", "reason"), byAManager),
		it("and then it is kept", requested(), reasoned, follows("replacement_reserved"), byAManager),
		it("one that can be checked when it leaves", requested(), nameless, refused("unit.nameless", "unit")),
		it("one that is named", requested(), returns.ReserveReplacement{}, refused("unit.none", "unit")),
		it("not for another outcome", executing(), reserve("unit-1"), refused("unit.not_now", "")),
		it("not once it is packed", exchanging().and(returns.Pack{Code: unitIMEI}), reserve("unit-2"), refused("unit.not_now", "")),
		it("and given back", kept, returns.ReleaseReplacement{}, then(released)),
		it("where there is one", requested(), returns.ReleaseReplacement{}, refused("unit.not_reserved", "")),
	)
	if c := exchanging().and(reserve("unit-2")).folded(); c.Decision.Unit != "unit-2" {
		t.Errorf("the decision gives %s", c.Decision.Unit)
	}
}

func TestEveryOtherEndGivesTheReservedUnitBack(t *testing.T) {
	reason := text("r")
	before, here := awaiting().and(reserve("unit-1")), deciding().and(reserve("unit-1"))
	for name, p := range map[string]past{
		"declined":      requested().and(reserve("unit-1"), returns.Decline{Code: "late", Text: reason}),
		"canceled":      before.and(returns.Cancel{Reason: reason}),
		"merged":        before.and(returns.Merge{Into: "case-2", Reason: reason}),
		"kept":          before.and(keep(5000)),
		"lost":          before.and(returns.MarkLost{Reason: reason}, lostRefund()),
		"refunded":      here.and(fullRefund()),
		"drafted":       here.given(upTo(1), fullRefund()),
		"partly":        here.and(partial(490, 30390, deduct("screen", 3000))),
		"repaired":      here.and(repair()),
		"refused":       here.and(refuse()),
		"marketplace":   here.and(noted()),
		"reversed":      exchanging().and(returns.Reverse{Reason: reason}),
		"none left":     exchanging().and(returns.NoReplacementLeft{Reason: reason}),
		"closed anyhow": decidingUnreached().and(reserve("unit-1"), returns.Close{Because: "x", Reason: reason}),
	} {
		if c := p.folded(); c.Replacement != nil {
			t.Errorf("%s: unit %s stays reserved", name, c.Replacement.Unit)
		}
	}
}

func TestExchanging(t *testing.T) {
	other := exchange()
	other.Unit = "unit-2"
	ready := deciding().and(reserve("unit-1"))
	packed := exchanging().and(returns.Pack{Code: unitIMEI})
	all := besides(returns.Refund{ID: "e", State: returns.RefundIsConfirmed, Item: euros(32900), Shipping: euros(0)})
	check(t,
		it("the unit reserved for the customer is theirs", ready, exchange(), follows("exchange_decided", "action_queued")),
		it("no other one", ready, other, refused("unit.not_reserved", "unit")),
		it("none without a reservation", deciding(), exchange(), refused("unit.not_reserved", "unit")),
		it("none besides the money", ready, exchange(), refused("exchange.refunded", ""), all),
		it("another device is not packed, whoever insists", exchanging(), returns.Pack{Code: soldIMEI}, refused("outbound.wrong_unit", "code"), byAManager),
		it("the label of the case is not the unit", exchanging(), returns.Pack{Code: "P03A-000001-Q"}, refused("outbound.wrong_unit", "code")),
		it("something is scanned", exchanging(), returns.Pack{Code: " "}, refused("outbound.scan", "code")),
		it("the unit is packed", exchanging(), returns.Pack{Code: unitIMEI}, then(returns.OutboundPacked{What: returns.OutReplacement, At: now(), By: "ana"})),
		it("once", packed, returns.Pack{Code: unitIMEI}, refused("outbound.packed", "")),
		it("a held case packs nothing", exchanging().and(onHold("doubt")), returns.Pack{Code: unitIMEI}, refused("held", "")),
		it("and hands nothing over", packed.and(onHold("doubt")), handOver(), refused("held", "")),
		it("it is unpacked", packed, returns.Unpack{}, then(returns.OutboundUnpacked{})),
		it("it leaves with a number", packed, returns.HandOver{Carrier: "chronopost"}, refused("tracking", "tracking")),
		it("by a carrier", packed, returns.HandOver{Carrier: "My uncle", Tracking: "XY123456789FR"}, refused("outbound.carrier", "carrier")),
		it("and the customer is told", packed, handOver(), follows("outbound_left", "action_queued")),
		it("at the counter it has none", packed, returns.HandOver{Counter: true, Tracking: "XY123456789FR"}, refused("outbound.counter", "tracking")),
		it("and nothing is to be told", packed, returns.HandOver{Counter: true}, follows("outbound_left")),
		it("nothing leaves that is not packed", exchanging(), handOver(), refused("outbound.not_packed", "")),
		it("the broken unit opens the decision again", exchanging(), returns.NoReplacementLeft{Reason: text("r")}, follows("replacement_failed", "replacement_released", "action_settled")),
		it("for a reason", exchanging(), returns.NoReplacementLeft{}, refused("reason_needed", "reason")),
		it("not once it left", exchanged(), returns.NoReplacementLeft{Reason: text("r")}, refused("unit.gone", "")),
	)
	failed := packed.and(returns.NoReplacementLeft{Reason: text("broken")}).folded()
	if failed.Stage != returns.Deciding || !failed.NoReplacement || failed.Outbound.State != returns.NothingOut {
		t.Errorf("stage %s, none left %t, outbound %v", failed.Stage, failed.NoReplacement, failed.Outbound)
	}
}

func TestAnExchangeComesBack(t *testing.T) {
	home := returns.Unexchange{Code: unitIMEI, Reason: text("changed their mind")}
	away := exchanged()
	for _, id := range away.folded().PendingActions() {
		away = away.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	over := away.and(erased(), scrapped())
	reopened := over.and(returns.Reopen{Reason: text("broken too")})
	money := reopened.and(fullRefund())
	undone := then(returns.ExchangeUndone{Unit: "unit-1", Reason: home.Reason})
	check(t,
		it("the unit that left came home", away, home, undone),
		it("also when the case is closed", over, home, undone),
		it("not beside another open case of its line", over, home, refused("request.open_case", ""), whileOpen("case-2")),
		it("no other unit", away, returns.Unexchange{Code: soldIMEI, Reason: text("r")}, refused("outbound.wrong_unit", "code")),
		it("for a reason", away, returns.Unexchange{Code: unitIMEI}, refused("reason_needed", "reason")),
		it("not one that never left", exchanging(), home, refused("unit.not_out", "")),
		it("also after the case was decided anew", money, home, undone),
		it("and then only the right one", money, returns.Unexchange{Code: soldIMEI, Reason: text("r")}, refused("outbound.wrong_unit", "code")),
	)
	if c := over.and(home).folded(); c.Stage != returns.Deciding || c.Replacement != nil || c.Decision != nil {
		t.Errorf("stage %s, replacement %v, decision %v", c.Stage, c.Replacement, c.Decision)
	}
	if c := money.folded(); len(c.Given) != 1 || c.Replacement != nil {
		t.Errorf("given %v, reserved %v", c.Given, c.Replacement)
	}
	if c := money.and(home).folded(); len(c.Given) != 0 || c.Decision == nil || c.Decision.Outcome != returns.FullRefund {
		t.Errorf("given %v, decision %+v", c.Given, c.Decision)
	}
	check(t,
		it("what was erased is not given back", over.and(home), refuse(), refused("give_back.ours", "")),
		it("nor repaired for the customer", over.and(home), repair(), refused("give_back.ours", "")),
		it("nor kept by them", over.and(home), keep(100), refused("give_back.ours", "")),
		it("but its price can be", over.and(home), fullRefund(), follows("full_refund_decided", "refund_approved", "action_queued", "action_queued")),
	)
}
