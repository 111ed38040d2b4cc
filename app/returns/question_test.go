package returns_test

import (
	"testing"

	"revient/app/returns"
)

// Row D6 of the rules: a defect told too late for the exchange and in time for the
// withdrawal. The customer chooses, and the case waits for them.
func TestTheCustomerChooses(t *testing.T) {
	open := requested().and(choice())
	check(t,
		it("the choice is put to them", requested(), choice(), follows("customer_asked", "action_queued")),
		it("also once the device was looked at", deciding(), choice(), follows("customer_asked", "action_queued")),
		it("while the case is held too", deciding().and(onHold("customer")), choice(), follows("customer_asked", "action_queued")),
		it("another question takes the place of one not sent yet", open, choice(), follows("customer_asked", "action_settled", "action_queued")),
		it("it is a choice that there is", requested(), returns.AskCustomer{Choice: "money_or_box", Text: text("t")}, refused("question.choice", "choice")),
		it("in words", requested(), returns.AskCustomer{Choice: returns.ChoiceUnlink}, refused("question.text", "text")),
		it("they withdraw", open, returns.RecordAnswer{Answer: "withdraw"}, then(
			returns.CustomerAnswered{Answer: "withdraw", Claim: returns.ChangeOfMind, At: now(), By: "ana"},
			returns.ActionSettled{ID: open.folded().PendingActions()[0], Result: returns.ActionDropped})),
		it("or want it repaired", open, returns.RecordAnswer{Answer: "repair"}, follows("customer_answered", "action_settled")),
		it("an answer goes with its question", open, returns.RecordAnswer{Answer: "keep"}, refused("question.answer", "answer")),
		it("to no question there is none", requested(), returns.RecordAnswer{Answer: "repair"}, refused("question.none", "")),
		it("nor to one that was answered", open.and(returns.RecordAnswer{Answer: "repair"}), returns.RecordAnswer{Answer: "withdraw"}, refused("question.none", "")),
	)
	check(t, it("what is decided meanwhile is not asked any more", deciding().and(choice()), repair(), follows("repair_decided", "action_settled", "action_queued")))
	if c := open.folded(); !c.WaitsForCustomer() {
		t.Error("the case does not wait for the customer")
	}
	for answer, claim := range map[string]returns.ClaimKind{"withdraw": returns.ChangeOfMind, "repair": returns.Warranty} {
		if c := open.and(returns.RecordAnswer{Answer: answer}).folded(); c.WaitsForCustomer() || c.Claim.Kind != claim {
			t.Errorf("%s: waits %t, claim %s", answer, c.WaitsForCustomer(), c.Claim.Kind)
		}
	}
	for _, choice := range returns.Choices() {
		if len(returns.AnswersTo(choice)) < 2 {
			t.Errorf("%s is no choice", choice)
		}
	}
}

func TestTheCustomerShowsTheDefect(t *testing.T) {
	ask := returns.AskProof{Text: text("show us")}
	photos, video := returns.NoteProof{State: returns.ProofPhotos}, returns.NoteProof{State: returns.ProofVideo}
	wants := requested().and(ask)
	check(t,
		it("they are asked", requested(), ask, follows("proof_requested", "action_queued")),
		it("not while the case is held", requested().and(onHold("doubt")), ask, refused("held", "")),
		it("they show photos", wants, photos, then(returns.ProofGiven{State: returns.ProofPhotos, At: now()})),
		it("said once", wants.and(photos), photos, nothing()),
		it("a video shows more", wants.and(photos), video, follows("proof_given")),
		it("and photos no less", wants.and(video), photos, nothing()),
		it("nothing else is a proof", wants, returns.NoteProof{State: "word of honour"}, refused("proof.state", "proof")),
		it("a decline asks for nothing any more", wants, returns.Decline{Code: "late", Text: text("t")}, follows("request_declined", "action_settled", "action_queued")),
	)
	if !wants.folded().WaitsForCustomer() || wants.and(photos).folded().WaitsForCustomer() {
		t.Error("the case waits for what was shown, or does not for what was not")
	}
	if got := wants.and(photos, ask).folded().Proof.State; got != returns.ProofPhotos {
		t.Errorf("asked again, what was shown is %s", got)
	}
}

func TestTheCarrierIsNotified(t *testing.T) {
	protest := returns.ProtestToCarrier{}
	check(t,
		it("of a parcel that came", received(), protest, then(returns.CarrierProtested{Protest: returns.Protest{At: now(), By: "ana"}})),
		it("also of an unknown one", unidentified(), protest, follows("carrier_protested")),
		it("once", received().and(protest), protest, refused("protest.twice", "")),
	)
	undone := received().and(protest, returns.UndoReception{Reason: text("r")}, returns.Receive{Tracking: "T2"})
	check(t, it("and again of the parcel that came after a wrong scan", undone, protest, follows("carrier_protested")))
}
