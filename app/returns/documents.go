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

	RefundCancellation DocumentKind = "refund_cancellation" // A granted refund will not be made; numbered among the notices.
	RefundCorrection   DocumentKind = "refund_correction"   // Names a numbered document and puts it right; numbered in its own series.
	CarrierLetter      DocumentKind = "carrier_protest"
	RefusalLetter      DocumentKind = "refusal_letter"
	RepairReport       DocumentKind = "repair_report"
	DeliveryNote       DocumentKind = "delivery_note"
)

// DocumentKinds lists the kinds of document.
func DocumentKinds() []DocumentKind {
	return []DocumentKind{
		ReturnSlip, ReturnLabel, DeviceLabel, RefundNotice, RefundReceipt, RefundCancellation, RefundCorrection, CarrierLetter, RefusalLetter,
		RepairReport, DeliveryNote,
	}
}

// Numbered reports whether documents of the kind carry a number of a gap-free series.
func (k DocumentKind) Numbered() bool {
	return k == RefundNotice || k == RefundReceipt || k == RefundCancellation || k == RefundCorrection
}

// IssuedDocument is a document as the journal knows it: its bytes are kept apart
// and must hash to this.
type IssuedDocument struct {
	ID     DocumentID   `json:"id"`
	Kind   DocumentKind `json:"kind"`
	Number string       `json:"number,omitempty"`
	SHA256 string       `json:"sha256"`
	Refund RefundID     `json:"refund,omitempty"`

	Corrects DocumentID `json:"corrects,omitempty"` // The document that a correction puts right.
}

// DueDocument is a document that follows from an event.
type DueDocument struct {
	Kind     DocumentKind
	Refund   RefundID
	Corrects DocumentID // Of a correction.
	Wrong    TextRef    // What a correction says was wrong,
	Right    TextRef    // and what is right.
}

// DocumentsDue lists the documents that follow from an event in the case as it is
// after it.
func DocumentsDue(c Case, e Event) []DueDocument {
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
	case RefundRejected:
		return []DueDocument{{Kind: RefundCancellation, Refund: event.Refund}}
	case RefundWithdrawn:
		return []DueDocument{{Kind: RefundCancellation, Refund: event.Refund}}
	case DocumentCorrected:
		return []DueDocument{{Kind: RefundCorrection, Refund: event.Refund, Corrects: event.Document, Wrong: event.Wrong, Right: event.Right}}
	case CarrierProtested:
		return []DueDocument{{Kind: CarrierLetter}}
	case RefusalDecided:
		if !event.Decision.Pending {
			return []DueDocument{{Kind: RefusalLetter}}
		}
		return nil
	case DecisionApproved:
		if c.Decision != nil && c.Decision.Outcome == Refusal {
			return []DueDocument{{Kind: RefusalLetter}}
		}
		return nil
	case RepairPassed:
		return []DueDocument{{Kind: RepairReport}}
	case OutboundPacked:
		return []DueDocument{{Kind: DeliveryNote}}
	default:
		return nil
	}
}

// Wanted reports whether a document that became due still is: not once its case has
// ended, and not for a refund that came to nothing. A refund that came to nothing is
// cancelled on paper where its notice was issued; a correction is wanted always.
func (d DueDocument) Wanted(c Case) bool {
	switch d.Kind {
	case RefundCorrection:
		return true
	case RefundCancellation:
		return c.hasDocument(RefundNotice, d.Refund) && !c.hasDocument(RefundCancellation, d.Refund)
	case RefusalLetter:
		return c.Decision != nil && c.Decision.Outcome == Refusal && !c.Decision.Pending
	case DeliveryNote:
		return c.Outbound.State != NothingOut
	}
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
	return Stages()
}

func (i IssueDocument) decide(c Case, _ Facts) ([]Event, error) {
	document := i.Document
	switch {
	case !slices.Contains(DocumentKinds(), document.Kind), (document.Kind == RefundCorrection) == (document.Corrects == ""):
		return nil, fault.New(fault.Invalid, "errors_returns.document.incomplete", nil)
	case c.Stage.Ended() && document.Kind != RefundCorrection && document.Kind != RefundCancellation:
		return nil, fault.New(fault.Conflict, "errors_returns.stage", fault.Args{"command": i.Name(), "stage": string(c.Stage)})
	case document.ID == "" || document.SHA256 == "" || document.Kind.Numbered() == (document.Number == ""):
		return nil, fault.New(fault.Invalid, "errors_returns.document.incomplete", nil)
	case document.Kind.Numbered() && document.Kind != RefundCorrection && c.hasDocument(document.Kind, document.Refund),
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

// mayBeSaid checks that a paper tells the truth: a notice is of a refund that still
// stands, a receipt of one that the customer has, a letter of refusal of a refusal.
func (c Case) mayBeSaid(document IssuedDocument) error {
	var err error
	switch document.Kind {
	case RefundNotice:
		_, err = c.refundIn(document.Refund, RefundIsApproved, RefundIsSubmitting, RefundIsUnknown, RefundIsConfirmed, RefundDoneByHand, RefundAlreadyRefunded)
	case RefundReceipt:
		_, err = c.refundIn(document.Refund, RefundIsConfirmed, RefundDoneByHand)
	case RefundCancellation:
		_, err = c.refundIn(document.Refund, RefundIsRejected)
	case RefundCorrection:
		if !slices.ContainsFunc(c.Documents, func(d IssuedDocument) bool { return d.ID == document.Corrects && d.Kind.correctable() }) {
			err = fault.New(fault.NotFound, "errors_returns.correction.document", nil)
		}
	case RefusalLetter:
		if c.Decision == nil || c.Decision.Outcome != Refusal || c.Decision.Pending {
			err = fault.New(fault.Conflict, "errors_returns.document.not_decided", nil)
		}
	}
	return err
}

// noticeMissing reports whether a refund that the customer has, and that was granted
// here, still lacks its notice.
func (c Case) noticeMissing() bool {
	return slices.ContainsFunc(c.Refunds, func(r Refund) bool {
		return r.State.Paid() && !r.Noted && !c.hasDocument(RefundNotice, r.ID)
	})
}

// receiptMissing reports whether a refund that was made from here still lacks its
// receipt. The marketplace's own refunds have none of ours.
func (c Case) receiptMissing() bool {
	return slices.ContainsFunc(c.Refunds, func(r Refund) bool {
		return (r.State == RefundIsConfirmed || r.State == RefundDoneByHand) && !c.hasDocument(RefundReceipt, r.ID)
	})
}

// refusalWritten reports whether the letter of the refusal that was decided is issued;
// that of an earlier one is not it.
func (c Case) refusalWritten() bool {
	papers := c.Documents[min(c.PapersBefore, len(c.Documents)):]
	return slices.ContainsFunc(papers, func(d IssuedDocument) bool { return d.Kind == RefusalLetter })
}

// DocumentIssued records a document. The receipt's message follows from it.
type DocumentIssued struct {
	Document IssuedDocument `json:"document"`
}

func (e DocumentIssued) apply(c *Case) { c.Documents = append(c.Documents, e.Document) }

// DocumentOf returns the document of a kind that was issued for a refund.
func (c Case) DocumentOf(kind DocumentKind, refund RefundID) (document IssuedDocument, found bool) {
	for _, issued := range c.Documents {
		if issued.Kind == kind && issued.Refund == refund {
			return issued, true
		}
	}
	return IssuedDocument{}, false
}

func (c Case) hasDocument(kind DocumentKind, refund RefundID) bool {
	return slices.ContainsFunc(c.Documents, func(d IssuedDocument) bool { return d.Kind == kind && d.Refund == refund })
}
