package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestThePapersOfTheOutcomesFollow(t *testing.T) {
	approved := refusedToo().folded()
	for _, c := range []struct {
		name  string
		after returns.Case
		event returns.Event
		want  returns.DueDocument
	}{
		{"a refused refund is cancelled", returns.Case{}, returns.RefundRejected{Refund: theRefund}, returns.DueDocument{Kind: returns.RefundCancellation, Refund: theRefund}},
		{"one that is withdrawn too", returns.Case{}, returns.RefundWithdrawn{Refund: theRefund}, returns.DueDocument{Kind: returns.RefundCancellation, Refund: theRefund}},
		{"a protest has its letter", returns.Case{}, returns.CarrierProtested{}, returns.DueDocument{Kind: returns.CarrierLetter}},
		{"a refusal that stands has its letter", returns.Case{}, returns.RefusalDecided{}, returns.DueDocument{Kind: returns.RefusalLetter}},
		{"one that is approved too", approved, returns.DecisionApproved{}, returns.DueDocument{Kind: returns.RefusalLetter}},
		{"a repair that passed has its report", returns.Case{}, returns.RepairPassed{}, returns.DueDocument{Kind: returns.RepairReport}},
		{"a parcel that is packed has its note", returns.Case{}, returns.OutboundPacked{}, returns.DueDocument{Kind: returns.DeliveryNote}},
	} {
		if due := returns.DocumentsDue(c.after, c.event); len(due) != 1 || due[0] != c.want {
			t.Errorf("%s: %+v", c.name, due)
		}
	}
	pending := returns.RefusalDecided{Decision: returns.Decision{Pending: true}}
	for _, event := range []returns.Event{pending, returns.RefundDraftMade{}, returns.AlreadyRefundedFound{}} {
		if due := returns.DocumentsDue(granted().folded(), event); len(due) > 0 {
			t.Errorf("%s is followed by %+v", returns.TypeOf(event), due)
		}
	}
	corrected := returns.DocumentCorrected{Document: "doc-notice", Refund: theRefund, Wrong: text("w"), Right: text("r")}
	if due := returns.DocumentsDue(executing().folded(), corrected); len(due) != 1 || due[0].Kind != returns.RefundCorrection || due[0].Corrects != "doc-notice" || due[0].Refund != theRefund {
		t.Errorf("a correction is followed by %+v", due)
	}
}

func TestAPaperIsWantedAsLongAsItIsTrue(t *testing.T) {
	reversed := executing().and(returns.Reverse{Reason: text("r")})
	unnoticed := deciding().and(fullRefund(), returns.Reverse{Reason: text("r")})
	cancellation := document("doc-cancel", returns.RefundCancellation)
	for name, c := range map[string]struct {
		past past
		due  returns.DueDocument
		want bool
	}{
		"the notice of a refund that stands":         {executing(), returns.DueDocument{Kind: returns.RefundNotice, Refund: theRefund}, true},
		"that of one that came to nothing":           {unnoticed, returns.DueDocument{Kind: returns.RefundNotice, Refund: theRefund}, false},
		"the cancelling notice of one that was told": {reversed, returns.DueDocument{Kind: returns.RefundCancellation, Refund: theRefund}, true},
		"once":                                        {reversed.and(cancellation), returns.DueDocument{Kind: returns.RefundCancellation, Refund: theRefund}, false},
		"that of one that no paper announced":         {unnoticed, returns.DueDocument{Kind: returns.RefundCancellation, Refund: theRefund}, false},
		"a correction, after the end too":             {closed(), returns.DueDocument{Kind: returns.RefundCorrection, Refund: theRefund, Corrects: "doc-notice"}, true},
		"the letter of a refusal":                     {refusedToo(), returns.DueDocument{Kind: returns.RefusalLetter}, true},
		"not of one that waits for its second person": {refusing(), returns.DueDocument{Kind: returns.RefusalLetter}, false},
		"nor of one that was taken back":              {refusedToo().and(returns.Reverse{Reason: text("r")}), returns.DueDocument{Kind: returns.RefusalLetter}, false},
		"the note of a parcel":                        {packed(), returns.DueDocument{Kind: returns.DeliveryNote}, true},
		"not of one that was unpacked":                {packed().and(returns.Unpack{}), returns.DueDocument{Kind: returns.DeliveryNote}, false},
		"a slip while the case goes on":               {awaiting(), returns.DueDocument{Kind: returns.ReturnSlip}, true},
		"not once it is over":                         {canceled(), returns.DueDocument{Kind: returns.ReturnSlip}, false},
	} {
		if got := c.due.Wanted(c.past.folded()); got != c.want {
			t.Errorf("%s: wanted %t", name, got)
		}
	}
	over := awaiting().and(tellNothing(), keep(5000), notice(), returns.Reverse{Reason: text("r")}, returns.Cancel{Reason: text("r")})
	check(t,
		it("a refund that came to nothing is cancelled on paper", reversed, cancellation, follows("document_issued")),
		it("also when the case is over", over, cancellation, follows("document_issued")),
		it("once", reversed.and(cancellation), document("doc-cancel-2", returns.RefundCancellation), refused("document.twice", "")),
		it("not one that stands", executing(), cancellation, refused("refund.state", "")),
		it("nothing else is issued in a case that is over", canceled(), document("doc-slip", returns.ReturnSlip), refused("stage", "")),
	)
}
