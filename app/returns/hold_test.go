package returns_test

import (
	"testing"
	"time"

	"revient/app/returns"
)

func TestHoldingACase(t *testing.T) {
	reviewed := returns.PutOnHold{Code: "customer", Text: text("asked"), ReviewAt: said(time.Hour)}
	check(t,
		it("a case is held with a reason and a date to look again", deciding(), reviewed, then(returns.CaseHeld{Hold: returns.Hold{
			Code: "customer", Text: text("asked"), ReviewAt: said(time.Hour), At: now(), By: "ana",
		}})),
		it("a date is not needed", deciding(), returns.PutOnHold{Code: "doubt"}, follows("case_held")),
		it("a case is held once", deciding().and(onHold("doubt")), reviewed, refused("hold.already", "")),
		it("for a known reason", deciding(), returns.PutOnHold{Code: "mood"}, refused("hold.code", "code")),
		it("for another one only in words", deciding(), returns.PutOnHold{Code: "other"}, refused("reason_needed", "reason")),
		it("to look again at a time to come", deciding(), returns.PutOnHold{Code: "doubt", ReviewAt: said(0)}, refused("hold.review", "reviewAt")),
		it("what is closed is not held", closed(), reviewed, refused("stage", "")),
	)
}

func TestResumingACase(t *testing.T) {
	mismatch := inspecting().and(returns.ReadIdentity{IMEI: otherIMEI})
	doubted := inspecting().and(onHold("doubt"), returns.ReadIdentity{IMEI: otherIMEI})
	because := returns.Resume{Reason: text("our picking mistake")}
	check(t,
		it("a hold is lifted", deciding().and(onHold("doubt")), returns.Resume{}, then(returns.CaseResumed{})),
		it("where there is one", deciding(), returns.Resume{}, refused("hold.none", "")),
		it("another device than the sold one wants the right", mismatch, because, refused("override.right", "")),
		it("and a reason", mismatch, returns.Resume{}, refused("reason_needed", "reason"), byAManager),
		it("with both the case goes on", mismatch, because, then(returns.CaseResumed{Reason: text("our picking mistake")}), byAManager),
		it("whatever the hold was put for", doubted, because, refused("override.right", "")),
		it("a hold put by hand for the identity wants the right too", deciding().and(onHold("identity")), because, refused("override.right", "")),
	)
}

func TestAHoldStopsDecisionsMoneyAndWhatCannotBeUndone(t *testing.T) {
	held := onHold("doubt")
	check(t,
		it("the answer", requested().and(held), returns.Authorise{}, refused("held", "")),
		it("the refusal", requested().and(held), returns.Decline{Code: "late", Text: text("t")}, refused("held", "")),
		it("the decision", deciding().and(held), fullRefund(), refused("held", "")),
		it("the money", executing().and(held), submit, refused("held", "")),
		it("the erasure", executing().and(held), erased(), refused("held", "")),
		it("the closing", executing().and(held), returns.Close{Because: "lost", Reason: text("r")}, refused("held", ""), byAManager),
		it("but not what the marketplace answers", submitting().and(held), accept, follows("refund_accepted")),
		it("nor what a person saw", asked().and(held), word(true), follows("refund_confirmed")),
		it("nor what a parcel does", awaiting().and(held), returns.Receive{}, follows("parcel_received")),
	)
}
