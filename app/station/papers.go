package station

import (
	"context"
	"encoding/json"
	"fmt"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// documentInput is what a document is rendered from besides its case. The person
// is a reference: erasing them leaves nothing of theirs here.
type documentInput struct {
	Refund   returns.RefundID   `json:"refund,omitempty"`
	Corrects returns.DocumentID `json:"corrects,omitempty"`
	Wrong    string             `json:"wrong,omitempty"` // Identities of a correction's texts.
	Right    string             `json:"right,omitempty"`
}

// due is the document that an input was written for.
func (i documentInput) due(kind returns.DocumentKind) returns.DueDocument {
	return returns.DueDocument{Kind: kind, Refund: i.Refund, Corrects: i.Corrects}
}

// oweDocument notes that a document is due. It is issued after the command is
// committed, so that a page that cannot be set never stands in its way.
func (t *turn) oweDocument(c returns.Case, due returns.DueDocument) error {
	input, err := json.Marshal(documentInput{Refund: due.Refund, Corrects: due.Corrects, Wrong: due.Wrong.ID, Right: due.Right.ID})
	if err != nil {
		return fmt.Errorf("encode document input: %w", err)
	}
	return t.AddDocument(store.Document{
		ID: returns.DocumentID(newID()), CaseID: c.ID, Kind: due.Kind, Language: string(t.station.languageFor(c, due.Kind)), Input: input,
	})
}

// languageFor is the customer's language, and the workshop's own for what stays
// in the workshop.
func (s *Station) languageFor(c returns.Case, kind returns.DocumentKind) text.Language {
	if kind == returns.DeviceLabel || kind == returns.CarrierLetter {
		return s.language()
	}
	return s.languageOf(c)
}

// languageOf is the language to write to a case's customer in: the workshop's own
// when nobody said which one they read.
func (s *Station) languageOf(c returns.Case) text.Language {
	if c.Sale == nil || c.Sale.Locale == "" {
		return s.language()
	}
	return text.ForCountry(c.Sale.Locale)
}

// issueDue issues every document that is due. What fails is marked as failed,
// shown in its case, and tried again when somebody asks or the station starts.
func (s *Station) issueDue(ctx context.Context) {
	ctx = context.WithoutCancel(ctx)
	for _, document := range s.documentsDue(ctx, false) {
		_ = s.issueOrFail(ctx, document) // It is in the log and in the ledger; the command stands.
	}
}

func (s *Station) documentsDue(ctx context.Context, failed bool) (due []store.Document) {
	err := s.db.View(ctx, func(tx *store.ReadTx) (err error) {
		due, err = tx.DocumentsDue(failed)
		return err
	})
	if err != nil {
		s.log.Error("list due documents", "error", err)
	}
	return due
}

// issueOrFail issues a document, or notes in its ledger why it could not be.
func (s *Station) issueOrFail(ctx context.Context, document store.Document) error {
	err := s.issueSafely(ctx, document)
	if err == nil {
		return nil
	}
	s.log.Error("issue document", "document", document.ID, "kind", document.Kind, "error", err)
	if noted := s.db.Update(ctx, func(tx *store.Tx) error { return tx.FailDocument(document.ID, fault.Of(err)) }); noted != nil {
		s.log.Error("mark document as failed", "document", document.ID, "error", noted)
	}
	return err
}

// issueSafely turns a panic into an error: the command that the paper follows from
// is committed, and a page that breaks must neither hide that nor keep the station
// from starting.
func (s *Station) issueSafely(ctx context.Context, document store.Document) (err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fault.Wrap(fmt.Errorf("issue document: %v", broken), fault.Internal, "errors.internal", nil)
		}
	}()
	return s.issue(ctx, document)
}

// issue commits a document's number, its bytes and the event that names both in
// one transaction.
func (s *Station) issue(ctx context.Context, document store.Document) error {
	order := Order{ID: returns.CommandID("issue-" + document.ID), Actor: returns.Actor{ID: returns.System}}
	_, err := s.commit(ctx, order, "IssueDocument", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(document.CaseID)
		if err != nil {
			return "", err
		}
		var input documentInput
		if err := json.Unmarshal(document.Input, &input); err != nil {
			return "", fmt.Errorf("decode document input: %w", err)
		}
		if !input.due(document.Kind).Wanted(c) {
			return c.ID, t.DropDocument(document.ID)
		}
		number := ""
		if document.Kind.Numbered() {
			if number, err = t.NextDocumentNumber(document.ID, seriesOf(document.Kind)); err != nil {
				return "", err
			}
		}
		page, err := t.page(c, document, input, number)
		if err != nil {
			return "", err
		}
		pdf, err := t.station.render(page)
		if err != nil {
			return "", err
		}
		sum, err := t.IssueDocument(document.ID, pdf)
		if err != nil {
			return "", err
		}
		_, err = t.decide(c, returns.IssueDocument{Document: returns.IssuedDocument{
			ID: document.ID, Kind: document.Kind, Number: number, SHA256: sum, Refund: input.Refund, Corrects: input.Corrects,
		}})
		if err != nil {
			return "", err
		}
		return c.ID, t.letGo(c.ID)
	})
	return err
}

// seriesOf names the series of numbered documents. A cancelling notice is one of the
// notices.
func seriesOf(kind returns.DocumentKind) string {
	switch kind {
	case returns.RefundReceipt:
		return "R"
	case returns.RefundCorrection:
		return "C"
	default:
		return "A" // "Avis", the notice.
	}
}

// page builds the document from the case as it is now.
func (t *turn) page(c returns.Case, document store.Document, input documentInput, number string) (paper.Document, error) {
	printed, err := t.printed(c, text.Language(document.Language))
	if err != nil {
		return nil, err
	}
	switch document.Kind {
	case returns.ReturnSlip:
		return printed.slip(), nil
	case returns.ReturnLabel:
		return printed.label(), nil
	case returns.DeviceLabel:
		return printed.deviceLabel(), nil
	case returns.CarrierLetter:
		return printed.protest(), nil
	case returns.RepairReport:
		return printed.repairReport(), nil
	case returns.DeliveryNote:
		return printed.deliveryNote(), nil
	case returns.RefusalLetter:
		words, err := t.words(c.Decision)
		return printed.refusal(words), err
	case returns.RefundNotice, returns.RefundReceipt, returns.RefundCancellation, returns.RefundCorrection:
		return t.moneyPage(printed, document.Kind, input, number)
	default:
		return nil, fault.New(fault.Internal, "errors_station.document_kind", fault.Args{"kind": string(document.Kind)})
	}
}

// moneyPage builds a document that speaks of a refund.
func (t *turn) moneyPage(printed printed, kind returns.DocumentKind, input documentInput, number string) (paper.Document, error) {
	refund, found := printed.c.Refund(input.Refund)
	if !found {
		return nil, fault.New(fault.NotFound, "errors_returns.refund.unknown", nil)
	}
	switch kind {
	case returns.RefundNotice:
		return printed.notice(refund, number), nil
	case returns.RefundReceipt:
		return printed.receipt(refund, number), nil
	case returns.RefundCancellation:
		notice, _ := printed.c.DocumentOf(returns.RefundNotice, refund.ID)
		return paper.RefundCancellation{Refund: printed.refund(refund, number), Notice: notice.Number}, nil
	default:
		return t.correction(printed, refund, input, number)
	}
}

// correction names the document that it puts right, and says what was wrong on it.
func (t *turn) correction(printed printed, refund returns.Refund, input documentInput, number string) (paper.Document, error) {
	corrected, err := t.Document(input.Corrects)
	if err != nil {
		return nil, err
	}
	wrong, err := t.Text(input.Wrong)
	if err != nil {
		return nil, err
	}
	right, err := t.Text(input.Right)
	if err != nil {
		return nil, err
	}
	body := printed.refund(refund, number)
	kind := paper.Notice
	if corrected.Kind == returns.RefundReceipt {
		kind = paper.Receipt
	}
	return paper.RefundCorrection{
		Sheet: body.Sheet, Number: number, Seller: body.Seller, Customer: body.Customer, Case: body.Case, Order: body.Order, Margin: body.Margin,
		Corrects: paper.Issued{Kind: kind, Number: corrected.Number, Dated: corrected.IssuedAt.In(t.station.Zone())}, Wrong: wrong, Right: right,
	}, nil
}

// words are those of a decision for the customer.
func (t *turn) words(decision *returns.Decision) (string, error) {
	if decision == nil || !decision.Text.Given() {
		return "", nil
	}
	return t.Text(decision.Text.ID)
}

// RetryDocument tries a failed document again.
func (s *Station) RetryDocument(ctx context.Context, id returns.DocumentID) error {
	var document store.Document
	err := s.db.View(ctx, func(tx *store.ReadTx) (err error) {
		document, err = tx.Document(id)
		return err
	})
	if err != nil || document.State == store.DocumentReady {
		return err
	}
	return s.issueOrFail(ctx, document)
}

// erasedPaper says of a document that went with its customer that there is nothing
// left to print.
func erasedPaper(document store.Document) error {
	if document.State != store.DocumentErased {
		return nil
	}
	return fault.New(fault.NotFound, "errors_station.document_erased", nil)
}

// Reprint records one more copy of a document; the copy's bytes are made by
// DocumentCopy.
func (s *Station) Reprint(ctx context.Context, order Order, id returns.DocumentID) (returns.CaseID, error) {
	return s.run(ctx, order, "Reprint", func(t *turn) (returns.CaseID, error) {
		document, err := t.Document(id)
		if err != nil {
			return "", err
		}
		if err := erasedPaper(document); err != nil {
			return "", err
		}
		_, err = t.AddReprint(id, order.Actor.ID)
		return document.CaseID, err
	})
}

// DocumentPDF returns the bytes of a document: the original for copy 0, and the
// same marked as a duplicate for a copy that was recorded.
func (s *Station) DocumentPDF(ctx context.Context, id returns.DocumentID, copied int) (pdf []byte, err error) {
	var document store.Document
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		if document, err = tx.Document(id); err != nil {
			return err
		}
		if err := erasedPaper(document); err != nil {
			return err
		}
		if pdf, err = tx.DocumentBytes(id); err != nil || copied == 0 {
			return err
		}
		reprints, err := tx.Reprints(id)
		if err != nil {
			return err
		}
		if copied < 0 || copied > len(reprints) {
			return fault.New(fault.NotFound, "errors_station.copy", nil)
		}
		return nil
	})
	if err != nil || copied == 0 {
		return pdf, err
	}
	return paper.Duplicate(pdf, copied, text.Language(document.Language))
}
