package returns

import (
	"slices"

	"revient/app/fault"
)

// DocumentKind is a kind of paper.
type DocumentKind string

// The kinds of document.
const (
	ReturnSlip    DocumentKind = "return_slip"
	ReturnLabel   DocumentKind = "return_label"
	DeviceLabel   DocumentKind = "device_label"
	RefundNotice  DocumentKind = "refund_notice"  // "Granted", at the decision; numbered in its own series.
	RefundReceipt DocumentKind = "refund_receipt" // "Refunded on", at the confirmation; numbered.
)

// Numbered reports whether documents of the kind carry a number of a gap-free series.
func (k DocumentKind) Numbered() bool { return k == RefundNotice || k == RefundReceipt }

// IssuedDocument is a document as the journal knows it: its bytes are kept apart
// and must hash to this.
type IssuedDocument struct {
	ID     DocumentID   `json:"id"`
	Kind   DocumentKind `json:"kind"`
	Number string       `json:"number,omitempty"`
	SHA256 string       `json:"sha256"`
	Refund RefundID     `json:"refund,omitempty"`
}

// DueDocument is a document that follows from an event.
type DueDocument struct {
	Kind   DocumentKind
	Refund RefundID
}

// DocumentsDue lists the documents that follow from an event in the case as it is
// after it.
func DocumentsDue(_ Case, e Event) []DueDocument {
	switch event := e.(type) {
	case ReturnAuthorised:
		due := []DueDocument{{Kind: ReturnSlip}}
		if event.Authorisation.Label {
			due = append(due, DueDocument{Kind: ReturnLabel})
		}
		return due
	case ParcelReceived, UnknownParcelReceived:
		return []DueDocument{{Kind: DeviceLabel}}
	case RefundApproved:
		return []DueDocument{{Kind: RefundNotice, Refund: event.Refund.ID}}
	case RefundConfirmed:
		return []DueDocument{{Kind: RefundReceipt, Refund: event.Refund}}
	case RefundByHand:
		return []DueDocument{{Kind: RefundReceipt, Refund: event.Refund}}
	default:
		return nil
	}
}

// Wanted reports whether a document that became due still is: not once its case has
// ended, and not for a refund that came to nothing.
func (d DueDocument) Wanted(c Case) bool {
	if d.Refund != "" {
		refund, found := c.Refund(d.Refund)
		return found && refund.State != RefundIsRejected && !c.Stage.Ended()
	}
	return !c.Stage.Ended()
}

// IssueDocument records a document whose number and bytes are committed with it.
type IssueDocument struct {
	Document IssuedDocument
}

// Name implements Command.
func (IssueDocument) Name() string { return "IssueDocument" }

func (IssueDocument) from() []Stage {
	return []Stage{Requested, Awaiting, Unidentified, Received, Inspecting, Deciding, Executing}
}

func (i IssueDocument) decide(c Case, _ Facts) ([]Event, error) {
	document := i.Document
	switch {
	case !slices.Contains([]DocumentKind{ReturnSlip, ReturnLabel, DeviceLabel, RefundNotice, RefundReceipt}, document.Kind):
		return nil, fault.New(fault.Invalid, "errors_returns.document.incomplete", nil)
	case document.ID == "" || document.SHA256 == "" || document.Kind.Numbered() == (document.Number == ""):
		return nil, fault.New(fault.Invalid, "errors_returns.document.incomplete", nil)
	case document.Kind.Numbered() && c.hasDocument(document.Kind, document.Refund),
		slices.ContainsFunc(c.Documents, func(d IssuedDocument) bool { return d.ID == document.ID }):
		return nil, fault.New(fault.Conflict, "errors_returns.document.twice", nil)
	}
	if err := c.mayBeSaid(document); err != nil {
		return nil, err
	}
	events := []Event{DocumentIssued{document}}
	if document.Kind == RefundReceipt {
		events = tellCustomer(c, events, TellReceipt)
	}
	return events, nil
}

// mayBeSaid checks that a paper about money tells the truth: a notice is of a
// refund that still stands, a receipt of one that the customer has.
func (c Case) mayBeSaid(document IssuedDocument) error {
	var err error
	switch document.Kind {
	case RefundNotice:
		_, err = c.refundIn(document.Refund, RefundIsApproved, RefundIsSubmitting, RefundIsUnknown, RefundIsConfirmed, RefundDoneByHand, RefundAlreadyRefunded)
	case RefundReceipt:
		_, err = c.refundIn(document.Refund, RefundIsConfirmed, RefundDoneByHand)
	}
	return err
}

// noticeMissing reports whether a refund that the customer has still lacks its notice.
func (c Case) noticeMissing() bool {
	return slices.ContainsFunc(c.Refunds, func(r Refund) bool { return r.State.Paid() && !c.hasDocument(RefundNotice, r.ID) })
}

// receiptMissing reports whether a refund that was made from here still lacks its
// receipt. The marketplace's own refunds have none of ours.
func (c Case) receiptMissing() bool {
	return slices.ContainsFunc(c.Refunds, func(r Refund) bool {
		return (r.State == RefundIsConfirmed || r.State == RefundDoneByHand) && !c.hasDocument(RefundReceipt, r.ID)
	})
}

// DocumentIssued records a document. The receipt's message follows from it.
type DocumentIssued struct {
	Document IssuedDocument `json:"document"`
}

func (e DocumentIssued) apply(c *Case) { c.Documents = append(c.Documents, e.Document) }

func (c Case) hasDocument(kind DocumentKind, refund RefundID) bool {
	return slices.ContainsFunc(c.Documents, func(d IssuedDocument) bool { return d.Kind == kind && d.Refund == refund })
}
