package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestTakingADecisionBack(t *testing.T) {
	reverse := returns.Reverse{Reason: text("wrong case")}
	const message = returns.ActionID("0012-tell_decision")
	told := executing().and(returns.SettleAction{ID: message, Result: returns.ActionAccepted})
	check(t,
		it("before it was told nothing is said", executing(), reverse, follows("refund_withdrawn", "decision_reversed", "action_settled", "action_settled")),
		it("once it was, it is told to be void", told, reverse, follows("refund_withdrawn", "decision_reversed", "action_settled", "action_queued")),
		it("what was on its way and arrived is told to be void then", executing().and(reverse), returns.SettleAction{ID: message, Result: returns.ActionAccepted},
			follows("action_settled", "action_queued")),
		it("for a reason", executing(), returns.Reverse{}, refused("reason_needed", "reason")),
		it("after nothing left and it may be sent again", submitting().and(requeue), reverse, follows("refund_withdrawn", "decision_reversed", "action_settled", "action_settled")),
		it("not while the money is being sent", submitting(), reverse, refused("reverse.too_late", "")),
		it("nor when nobody knows", doubted(), reverse, refused("reverse.too_late", "")),
		it("nor once it is confirmed", confirmed(), reverse, refused("reverse.too_late", "")),
		it("nor once the data are erased", executing().and(erased()), reverse, refused("reverse.too_late", "")),
		it("nor once the device is put away", executing().and(returns.RecordWipe{State: returns.WipeImpossible}, scrapped()), reverse, refused("reverse.too_late", "")),
		it("nor once something was handed over", exchanged(), reverse, refused("reverse.too_late", "")),
		it("a packed one is unpacked", packed(), reverse, follows("decision_reversed", "action_settled")),
		it("no decision is none to take back", deciding(), reverse, refused("stage", "")),
	)
	void := told.and(reverse).folded()
	last := void.PendingActions()[len(void.PendingActions())-1]
	if void.Actions[last].Kind != returns.TellVoid || void.Actions[last].Refund != theRefund {
		t.Errorf("told: %+v", void.Actions[last])
	}
	if void.Stage != returns.Deciding || void.Decision != nil || void.Refunds[0].State != returns.RefundIsRejected {
		t.Errorf("%s, %v, %+v", void.Stage, void.Decision, void.Refunds)
	}
	if c := packed().and(reverse).folded(); c.Custody.Place != returns.Bench || c.Outbound.State != returns.NothingOut {
		t.Errorf("unpacked: %v, %v", c.Custody, c.Outbound)
	}
}

// A device that was packed for its owner and whose refund then fails is unpacked: the next
// decision may keep it here.
func TestAPackedDeviceIsNotSentByTheDecisionAfterTheOneItWasPackedFor(t *testing.T) {
	failed := deciding().and(keep(5000), returns.Pack{Code: soldIMEI}, submit, reject)
	again := fullRefund()
	again.Refund = "refund-2"
	check(t, it("nothing is packed any more", failed.and(again), handOver(), refused("outbound.not_packed", "")))
	if c := failed.folded(); c.Stage != returns.Deciding || c.Custody.Place != returns.Bench || c.Outbound.State != returns.NothingOut {
		t.Errorf("%s, %v, %v", c.Stage, c.Custody, c.Outbound)
	}
}

func TestAnotherTellingIsVoidOnlyForItsOwnRefund(t *testing.T) {
	again := fullRefund()
	again.Refund = "refund-2"
	const message = returns.ActionID("0012-tell_decision")
	second := submitting().and(reject, again)
	check(t, it("the message of the refund that stands is just settled", second, returns.SettleAction{ID: lastTold(second), Result: returns.ActionAccepted}, follows("action_settled")))
	if second.folded().Actions[message].Result != returns.ActionDropped {
		t.Error("the message of the refused refund is still queued")
	}
}

// lastTold is the newest message about a decision.
func lastTold(p past) returns.ActionID {
	c := p.folded()
	for i := len(c.PendingActions()) - 1; i >= 0; i-- {
		if id := c.PendingActions()[i]; c.Actions[id].Kind == returns.TellDecision {
			return id
		}
	}
	return ""
}
