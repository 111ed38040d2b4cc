package returns_test

import (
	"reflect"
	"testing"

	"revient/app/returns"
)

func TestSettlingWhatWasToBeTold(t *testing.T) {
	const message = returns.ActionID("0003-tell_authorised")
	settle := func(id returns.ActionID, result returns.ActionResult) returns.Command {
		return returns.SettleAction{ID: id, Result: result, Reason: text("because")}
	}
	sent := awaiting().and(settle(message, returns.ActionAccepted))
	for _, result := range []returns.ActionResult{returns.ActionAccepted, returns.ActionByHand, returns.ActionDropped} {
		check(t, it("a message ends as "+string(result), awaiting(), settle(message, result), then(returns.ActionSettled{ID: message, Result: result, Reason: text("because")})))
	}
	check(t,
		it("and as nothing else", awaiting(), settle(message, "eaten"), refused("action.result", "")),
		it("a message is one that was queued", awaiting(), settle("0009-tell_receipt", returns.ActionAccepted), refused("action.unknown", "")),
		it("a message ends once", sent, settle(message, returns.ActionDropped), nothing()),
		it("also in a declined case", declined(), settle("0003-tell_declined", returns.ActionAccepted), follows("action_settled")),
	)
}

func TestPendingActionsComeInTheirOrder(t *testing.T) {
	got := executing().folded().PendingActions()
	want := []returns.ActionID{"0003-tell_authorised", "0012-tell_decision", "0013-send_evidence"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("pending %v, want %v", got, want)
	}
	if got := told().folded().PendingActions(); len(got) != 0 {
		t.Errorf("pending %v after everything was told", got)
	}
}

func TestNothingIsDroppedWithoutAReason(t *testing.T) {
	message := awaiting().folded().PendingActions()[0]
	check(t, it("a message that need not be sent wants a reason", awaiting(),
		returns.SettleAction{ID: message, Result: returns.ActionDropped}, refused("reason_needed", "reason")))
}
