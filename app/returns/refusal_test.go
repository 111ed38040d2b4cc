package returns_test

import (
	"testing"

	"revient/app/returns"
)

func letter(id returns.DocumentID) returns.Command { return document(id, returns.RefusalLetter) }

func TestRefusing(t *testing.T) {
	with := func(change func(*returns.DecideRefuse)) returns.Command {
		d := refuse()
		change(&d)
		return d
	}
	unsealed := decidingWithoutInspection()
	check(t,
		it("a refusal waits for a second person, and nothing is told", deciding(), refuse(), follows("refusal_decided")),
		it("where there is none it stands at once", deciding(), refuse(), follows("refusal_decided", "action_queued", "action_queued"), alone),
		it("the second person's yes tells it", refusing(), returns.ApproveDecision{}, follows("decision_approved", "action_queued", "action_queued"), byASecondPerson),
		it("their no opens the decision again", refusing(), returns.TurnDown{Reason: text("r")}, follows("decision_turned_down"), byASecondPerson),
		it("it has a code", deciding(), with(func(d *returns.DecideRefuse) { d.Code = "" }), refused("refusal.code", "code")),
		it("of the catalogue", deciding(), with(func(d *returns.DecideRefuse) { d.Code = "It is wet" }), refused("refusal.code", "code")),
		it("and words for the customer", deciding(), with(func(d *returns.DecideRefuse) { d.Text = returns.TextRef{} }), refused("refusal.text", "text")),
		it("it rests on sealed evidence", unsealed, refuse(), refused("refusal.not_sealed", "")),
		it("with the views of the device", deciding(), with(func(d *returns.DecideRefuse) { d.Views = []string{"front", "back"} }), refused("refusal.views", "photos")),
		it("which are there", deciding().and(returns.AddEvidence{Photos: []returns.PhotoID{"f"}, View: "front"}), with(func(d *returns.DecideRefuse) { d.Views = []string{"front"} }),
			follows("refusal_decided")),
		it("a letter of refusal is of a refusal", executing(), letter("letter"), refused("document.not_decided", "")),
		it("that stands", refusing(), letter("letter"), refused("document.not_decided", "")),
		it("the letter is issued", refusedToo(), letter("letter"), follows("document_issued")),
		it("the device goes back", refusedToo(), returns.Pack{Code: soldIMEI}, follows("outbound_packed")),
	)
}

// decidingWithoutInspection is a case whose inspection was put aside by a refund that the
// marketplace had made.
func decidingWithoutInspection() past {
	part := noted()
	part.Item, part.Shipping = euros(100), euros(0)
	return inspecting().and(part, returns.Reverse{Reason: text("the rest")})
}

func TestTheLetterOfAnEarlierRefusalIsNotThatOfThisOne(t *testing.T) {
	again := refusedToo().and(letter("letter-1"), returns.Reverse{Reason: text("other words")}, refuse()).second(returns.ApproveDecision{})
	for _, id := range again.folded().PendingActions() {
		again = again.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	if again.folded().CustomerSettled() {
		t.Error("the customer is settled by the letter that was taken back")
	}
	if !again.and(letter("letter-2")).folded().CustomerSettled() {
		t.Error("the customer is not settled by the letter")
	}
}

func TestAnEmptyBoxIsRefusedAndClosed(t *testing.T) {
	empty := inspecting().and(stopped(), refuse()).second(returns.ApproveDecision{})
	for _, id := range empty.folded().PendingActions() {
		empty = empty.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	check(t, it("once its letter is issued", empty, letter("letter"), follows("document_issued", "case_closed")))
}

func TestADangerousBatteryTravelsWithNoCarrier(t *testing.T) {
	swollen := inspecting().and(returns.ReadIdentity{IMEI: soldIMEI}, answers("SCR", "ok", "LCK", "ok", "SAF", "ko"), returns.CompleteInspection{}, refuse()).
		second(returns.ApproveDecision{}).and(returns.Pack{Code: soldIMEI})
	check(t,
		it("not with a carrier", swollen, handOver(), refused("outbound.dangerous", "")),
		it("but over the counter", swollen, returns.HandOver{Counter: true}, follows("outbound_left")),
	)
}
