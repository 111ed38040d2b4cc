package returns_test

import (
	"slices"
	"testing"

	"revient/app/returns"
)

func TestACaseClosesByItselfAtItsTwoEnds(t *testing.T) {
	readyButOneMessage := confirmed().and(receipt(), erased(), scrapped())
	pending := readyButOneMessage.folded().PendingActions()
	last := pending[len(pending)-1]
	for _, id := range pending[:len(pending)-1] {
		readyButOneMessage = readyButOneMessage.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	settle := returns.SettleAction{ID: last, Result: returns.ActionByHand}
	check(t,
		it("when the device is put away last", told().and(erased()), scrapped(), follows("device_moved", "case_closed")),
		it("when the last message is sent last", readyButOneMessage, settle, follows("action_settled", "case_closed")),
		it("when the receipt is written last", unreachable().and(erased(), scrapped(), word(true)), receipt(), follows("document_issued", "case_closed")),
		it("not while it is held", readyButOneMessage.and(onHold("doubt")), settle, follows("action_settled")),
		it("when the hold is lifted last", readyButOneMessage.and(onHold("doubt"), settle), returns.Resume{}, follows("case_resumed", "case_closed")),
		it("not without the receipt", unreachable().and(erased(), scrapped()), word(true), follows("refund_by_hand")),
		it("not while the device is on its way", told().and(erased()), returns.Move{Place: returns.RepairShelf}, follows("device_moved")),
	)
	noNotice := deciding().and(fullRefund(), foreign, erased())
	for _, id := range noNotice.folded().PendingActions() {
		noNotice = noNotice.and(returns.SettleAction{ID: id, Result: returns.ActionDropped, Reason: text("not needed")})
	}
	check(t,
		it("not without the notice", noNotice, scrapped(), follows("device_moved")),
		it("the marketplace's own refund needs no receipt of ours", noNotice.and(notice()), scrapped(), follows("device_moved", "case_closed")),
	)
}

func TestTheTwoEndsAreTold(t *testing.T) {
	for name, c := range map[string]struct {
		past             past
		customer, device bool
	}{
		"undecided":     {deciding(), false, false},
		"granted":       {executing(), false, false},
		"confirmed":     {confirmed(), false, false},
		"told":          {told(), true, false},
		"put away":      {executing().and(erased(), scrapped()), false, true},
		"closed":        {closed(), true, true},
		"reopened":      {closed().and(returns.Reopen{Reason: text("r")}), false, true},
		"tied to other": {absorbed(), false, true},
	} {
		got := c.past.folded()
		if got.CustomerSettled() != c.customer || got.DevicePutAway() != c.device {
			t.Errorf("%s: customer settled %t, device put away %t", name, got.CustomerSettled(), got.DevicePutAway())
		}
	}
}

func TestClosingByException(t *testing.T) {
	exception := returns.Close{Because: "device_lost", Reason: text("theft")}
	unnoticed := decidingUnreached().and(fullRefund(), word(true), receipt())
	check(t,
		it("a manager closes with a name and a reason", told(), exception, then(returns.CaseClosed(exception)), byAManager),
		it("also before a decision", decidingUnreached(), exception, then(returns.CaseClosed(exception)), byAManager),
		it("an operator does not", told(), exception, refused("override.right", "")),
		it("the exception has a name", told(), returns.Close{Reason: text("r")}, refused("reason_needed", "reason"), byAManager),
		it("and a reason", told(), returns.Close{Because: "x"}, refused("reason_needed", "reason"), byAManager),
		it("not while money is under way", executing(), exception, refused("refund.unsettled", ""), byAManager),
		it("not while a receipt is missing", confirmed(), exception, refused("close.receipt", ""), byAManager),
		it("a notice that cannot be set holds nobody up", unnoticed, exception, then(returns.CaseClosed(exception)), byAManager),
		it("not while something is to be told", confirmed().and(receipt()), exception, refused("close.pending", ""), byAManager),
	)
	excepted := told().and(exception)
	if got := excepted.folded(); got.ClosedBecause != "device_lost" {
		t.Errorf("closed because %q", got.ClosedBecause)
	}
	if got := excepted.and(returns.Reopen{Reason: text("found")}).folded(); got.ClosedBecause != "" {
		t.Errorf("open, and closed because %q", got.ClosedBecause)
	}
}

func TestReopening(t *testing.T) {
	reopen := returns.Reopen{Reason: text("second claim")}
	check(t,
		it("a closed case comes back to its decision", closed(), reopen, then(returns.CaseReopened{Reason: text("second claim")})),
		it("for a reason", closed(), returns.Reopen{}, refused("reason_needed", "reason")),
		it("not while its line has another open case", closed(), reopen, refused("request.open_case", ""), whileOpen("case-2")),
		it("a declined one does not", declined(), reopen, refused("stage", "")),
	)
	before, after := closed().folded(), closed().and(reopen).folded()
	if after.Stage != returns.Deciding || after.Decision != nil || !slices.Equal(before.Documents, after.Documents) {
		t.Errorf("stage %s, decision %v, documents %v", after.Stage, after.Decision, after.Documents)
	}
}
