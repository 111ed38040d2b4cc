package returns_test

import (
	"reflect"
	"testing"

	"revient/app/returns"
)

func TestWhichPaperFollowsFromWhat(t *testing.T) {
	of := func(kinds ...returns.DocumentKind) []returns.DueDocument {
		due := []returns.DueDocument{}
		for _, kind := range kinds {
			one := returns.DueDocument{Kind: kind}
			if kind.Numbered() {
				one.Refund = theRefund
			}
			due = append(due, one)
		}
		return due
	}
	for _, c := range []struct {
		event returns.Event
		due   []returns.DueDocument
	}{
		{returns.ReturnAuthorised{}, of(returns.ReturnSlip)},
		{returns.ReturnAuthorised{Authorisation: returns.Authorisation{Label: true}}, of(returns.ReturnSlip, returns.ReturnLabel)},
		{returns.ParcelReceived{}, of(returns.DeviceLabel)},
		{returns.UnknownParcelReceived{}, of(returns.DeviceLabel)},
		{returns.RefundApproved{Refund: returns.Refund{ID: theRefund}}, of(returns.RefundNotice)},
		{returns.RefundConfirmed{Refund: theRefund}, of(returns.RefundReceipt)},
		{returns.RefundByHand{Refund: theRefund}, of(returns.RefundReceipt)},
		{returns.RefundFoundDone{Refund: theRefund}, of()},
		{returns.CaseHeld{}, of()},
	} {
		got := returns.DocumentsDue(returns.Case{}, c.event)
		if len(got) != len(c.due) || (len(got) > 0 && !reflect.DeepEqual(got, c.due)) {
			t.Errorf("%s: %v, want %v", returns.TypeOf(c.event), got, c.due)
		}
	}
}

func TestIssuingDocuments(t *testing.T) {
	with := func(kind returns.DocumentKind, change func(*returns.IssuedDocument)) returns.IssueDocument {
		d := document("doc-x", kind)
		change(&d.Document)
		return d
	}
	slip := document("doc-slip", returns.ReturnSlip)
	label := document("doc-label", returns.DeviceLabel)
	second := document("doc-label-2", returns.DeviceLabel)
	incomplete := refused("document.incomplete", "")
	granted := deciding().and(fullRefund())
	rejected := executing().and(submit, reject)
	check(t,
		it("a slip is issued", awaiting(), slip, then(returns.DocumentIssued(slip))),
		it("a device label may be issued again", received().and(label), second, then(returns.DocumentIssued(second))),
		it("but not as the same document", received().and(label), label, refused("document.twice", "")),
		it("a notice carries a number", granted, notice(), follows("document_issued")),
		it("a notice is issued once", executing(), document("doc-n2", returns.RefundNotice), refused("document.twice", "")),
		it("a notice is of a refund", deciding(), notice(), refused("refund.unknown", "")),
		it("a notice is of a refund that stands", granted.and(submit, reject), notice(), refused("refund.state", "")),
		it("a receipt is issued and told", confirmed(), receipt(), follows("document_issued", "action_queued")),
		it("a receipt waits for the money", accepted(), receipt(), refused("refund.state", "")),
		it("a receipt is not of a rejected refund", rejected, receipt(), refused("refund.state", "")),
		it("a receipt is not of the marketplace's own refund", executing().and(foreign), receipt(), refused("refund.state", "")),
		it("a receipt is of a refund", executing(), with(returns.RefundReceipt, func(d *returns.IssuedDocument) { d.Refund = "" }), refused("refund.unknown", "")),
		it("a receipt is issued once", confirmed().and(receipt()), document("doc-r2", returns.RefundReceipt), refused("document.twice", "")),
		it("a document has a name", awaiting(), with(returns.ReturnSlip, func(d *returns.IssuedDocument) { d.ID = "" }), incomplete),
		it("a document has its hash", awaiting(), with(returns.ReturnSlip, func(d *returns.IssuedDocument) { d.SHA256 = "" }), incomplete),
		it("a slip has no number", awaiting(), with(returns.ReturnSlip, func(d *returns.IssuedDocument) { d.Number = "1" }), incomplete),
		it("a receipt has one", confirmed(), with(returns.RefundReceipt, func(d *returns.IssuedDocument) { d.Number = "" }), incomplete),
		it("a document is of a known kind", awaiting(), with("poem", func(*returns.IssuedDocument) {}), incomplete),
	)
	told := confirmed().and(receipt()).folded()
	pending := told.PendingActions()
	if last := told.Actions[pending[len(pending)-1]]; last.Kind != returns.TellReceipt || last.Refund != theRefund {
		t.Errorf("the receipt's message is %+v", last)
	}
}
