package returns_test

import (
	"testing"

	"revient/app/returns"
)

// upTo is an operator who grants so much alone.
func upTo(minor int64) circumstance {
	limit := euros(minor)
	return func(f *returns.Facts) { f.Actor.Limit = &limit }
}

// bySecondUpTo is a second person with a limit of their own.
func bySecondUpTo(minor int64) circumstance {
	return func(f *returns.Facts) {
		byASecondPerson(f)
		upTo(minor)(f)
	}
}

// granted is a full refund above what its operator grants alone.
func granted() past { return deciding().given(upTo(10000), fullRefund()) }

func approve() returns.ApproveDecision { return returns.ApproveDecision{Expected: euros(33390)} }

func TestAboveTheLimitASecondPersonApproves(t *testing.T) {
	another := func(f *returns.Facts) { f.Actor = returns.Actor{ID: "bob"} }
	samePerson := func(f *returns.Facts) { f.Actor.Approve = true }
	elsewhere := besides(returns.Refund{ID: "elsewhere", State: returns.RefundIsApproved, Item: euros(30000), Shipping: euros(0)})
	no := returns.TurnDown{Reason: text("too much")}
	check(t,
		it("within the limit it stands at once", deciding(), fullRefund(), follows("full_refund_decided", "refund_approved", "action_queued", "action_queued"), upTo(33390)),
		it("above it is a draft, and nothing is told", deciding(), fullRefund(), follows("full_refund_decided", "refund_drafted"), upTo(33389)),
		it("a limit in another currency is none that covers it", deciding(), fullRefund(), follows("full_refund_decided", "refund_drafted"),
			func(f *returns.Facts) { f.Actor.Limit = &returns.Money{Minor: 99999, Currency: "USD"} }),
		it("a second person's yes grants and tells it", granted(), approve(), follows("decision_approved", "refund_approved", "action_queued", "action_queued"), byASecondPerson),
		it("the same person's does not", granted(), approve(), refused("approval.same_person", ""), samePerson),
		it("except where there is nobody else", granted(), approve(), follows("decision_approved", "refund_approved", "action_queued", "action_queued"), alone),
		it("nor that of somebody without the right", granted(), approve(), refused("approval.right", ""), another),
		it("nor that of somebody with too low a limit", granted(), approve(), refused("approval.limit", ""), bySecondUpTo(33389)),
		it("nor of another amount", granted(), returns.ApproveDecision{Expected: euros(1)}, refused("refund.changed", ""), byASecondPerson),
		it("nor while the case is held", granted().and(onHold("doubt")), approve(), refused("held", ""), byASecondPerson),
		it("nor once another case of the line took the rest", granted(), approve(), refused("refund.above_rest", ""), byASecondPerson, elsewhere),
		it("nor twice", granted().second(approve()), approve(), refused("approval.none", ""), byASecondPerson),
		it("a no opens the decision again", granted(), no, follows("refund_withdrawn", "decision_turned_down"), byASecondPerson),
		it("a no has a reason", granted(), returns.TurnDown{}, refused("reason_needed", "reason"), byASecondPerson),
		it("nobody turns down what stands", executing(), no, refused("approval.none", ""), byASecondPerson),
		it("whoever decided may take it back meanwhile", granted(), returns.Reverse{Reason: text("r")}, follows("refund_withdrawn", "decision_reversed")),
	)
	turned := granted().second(no).folded()
	if turned.Stage != returns.Deciding || turned.Decision != nil || turned.Refunds[0].State != returns.RefundIsRejected {
		t.Errorf("after the no: %s, %+v, %+v", turned.Stage, turned.Decision, turned.Refunds)
	}
	approved := granted().second(approve()).folded()
	if approved.Decision.Second != "bob" || approved.Refunds[0].ApprovedBy != "bob" || len(approved.Refunds) != 1 {
		t.Errorf("approved: %+v, %+v", approved.Decision, approved.Refunds)
	}
	lonely := deciding().given(func(f *returns.Facts) { alone(f); upTo(1)(f) }, fullRefund()).folded()
	if !lonely.Decision.Alone || lonely.Decision.Pending {
		t.Errorf("a workshop of one does not say so: %+v", lonely.Decision)
	}
}

func TestNothingOfAPendingDecisionIsCarriedOut(t *testing.T) {
	refusal := returns.IssueDocument{Document: returns.IssuedDocument{ID: "letter", Kind: returns.RefusalLetter, SHA256: "hash"}}
	check(t,
		it("no money is sent", granted(), submit, refused("refund.state", "")),
		it("no money is counted", granted(), word(true), refused("refund.state", "")),
		it("no notice is issued", granted(), notice(), refused("refund.state", "")),
		it("nothing is erased", granted(), erased(), refused("wipe.undecided", "wipe")),
		it("nothing is put away", granted(), returns.Move{Place: returns.Scrap}, refused("move.undecided", "place")),
		it("nothing is packed", refusing(), returns.Pack{Code: soldIMEI}, refused("outbound.nothing", "")),
		it("no refusal is written", refusing(), refusal, refused("document.not_decided", "")),
		it("no exception closes it", granted(), returns.Close{Because: "x", Reason: text("r")}, refused("refund.unsettled", ""), byAManager),
		it("nor a refusal", refusing(), returns.Close{Because: "x", Reason: text("r")}, refused("approval.pending", ""), byAManager),
	)
	if due := returns.DocumentsDue(granted().folded(), returns.RefundDraftMade{}); len(due) > 0 {
		t.Errorf("papers %v of a draft", due)
	}
}

func TestTheRulesCanWantASecondPersonWhateverTheActorsOwnLimit(t *testing.T) {
	total := euros(33390)
	full := returns.DecideFullRefund{Refund: "refund-1", Expected: total, Proposal: returns.Proposal{Outcome: "full_refund"}}
	above := func(minor int64, currency string) circumstance {
		return func(f *returns.Facts) { f.SecondAbove = returns.Money{Minor: minor, Currency: currency} }
	}
	drafted := follows("full_refund_decided", "refund_drafted")
	granted := func(t *testing.T, events []returns.Event, err error) {
		t.Helper()
		if err != nil || len(events) < 2 || returns.TypeOf(events[1]) != "refund_approved" {
			t.Errorf("events %v, error %v, want an approved refund", names(events), err)
		}
	}
	check(t,
		it("not up to the amount of the rules", deciding(), full, granted, above(33390, "EUR")),
		it("above it, from anybody", deciding(), full, drafted, above(33389, "EUR"), byAManager),
		it("in another currency than the rules know", deciding(), full, drafted, above(99999, "GBP")),
		it("where the row of the table asks for one", deciding(), full, drafted, func(f *returns.Facts) { f.Second = true }),
		it("but not where one person works alone", deciding(), full, granted, above(1, "EUR"), func(f *returns.Facts) { f.Alone = true }),
	)
}
