package station

import (
	"context"
	"fmt"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// BadgePDF sets the badge of one of the team.
func (s *Station) BadgePDF(id returns.OperatorID) ([]byte, error) {
	operator, err := s.Member(id)
	if err != nil {
		return nil, err
	}
	if operator.Badge == "" {
		return nil, fault.New(fault.NotFound, "errors_people.badge_unknown", nil)
	}
	lang := s.language()
	pdf, err := s.render(paper.OperatorBadge{
		Sheet: s.sheet(), Code: operator.Badge, Name: operator.Name, Role: text.T(lang, "people.role."+operator.Role, nil), Workshop: s.Settings().Workshop.Name,
	})
	if err != nil {
		return nil, fmt.Errorf("set badge: %w", err)
	}
	return pdf, nil
}

// sheet is what every page says of itself.
func (s *Station) sheet() paper.Sheet {
	return paper.Sheet{Language: s.language(), Issued: s.now().In(s.Zone()), Sample: s.sample, Specimen: s.training}
}

// HandOverPDF sets the page that a shift leaves to the next.
func (s *Station) HandOverPDF(ctx context.Context, from string) ([]byte, error) {
	page := paper.HandOver{Sheet: s.sheet(), Workshop: s.Settings().Workshop.Name, From: from}
	err := s.db.View(ctx, func(tx *store.ReadTx) error {
		shift, err := s.Shift(tx)
		if err != nil {
			return err
		}
		page.Late, page.Today = shift.Late, shift.Today
		if shift.Approvals > 0 {
			page.Notes = text.T(s.language(), "people.shift.approvals_note", map[string]any{"count": shift.Approvals})
		}
		return s.fillHandOver(tx, shift, &page)
	})
	if err != nil {
		return nil, err
	}
	pdf, err := s.render(page)
	if err != nil {
		return nil, fmt.Errorf("set hand-over: %w", err)
	}
	return pdf, nil
}

func (s *Station) fillHandOver(tx *store.ReadTx, shift Shift, page *paper.HandOver) error {
	operators, err := tx.Operators()
	if err != nil {
		return err
	}
	names := map[returns.OperatorID]string{}
	for _, operator := range operators {
		names[operator.ID] = operator.Name
	}
	zone := s.Zone()
	for _, held := range shift.Holds {
		words, err := optionalText(tx, held.Case.Hold.Text)
		if err != nil {
			return err
		}
		reason := text.T(s.language(), "case.hold.code."+held.Case.Hold.Code, nil)
		if words != "" {
			reason += " · " + words
		}
		row := paper.Hold{Case: held.Case.Number, Device: deviceTitle(held.Case), Reason: reason, Late: held.Late}
		if held.Case.Hold.ReviewAt.Known() {
			row.Review = held.Case.Hold.ReviewAt.At.In(zone)
		}
		page.Holds = append(page.Holds, row)
	}
	for _, doubted := range shift.Unknown {
		page.Unknown = append(page.Unknown, paper.UnknownRefund{
			Case: doubted.Case.Number, Device: deviceTitle(doubted.Case), Amount: doubted.Refund.Total(), Since: doubted.Refund.ApprovedAt.At.In(zone),
		})
	}
	for _, promised := range shift.Promises {
		said, err := optionalText(tx, promised.Note.Text)
		if err != nil {
			return err
		}
		customer, err := customerName(tx, promised.Case)
		if err != nil {
			return err
		}
		row := paper.Promise{Case: promised.Case.Number, Customer: customer, Said: said, Who: names[promised.Note.By]}
		if promised.Note.Until.Known() {
			row.By = promised.Note.Until.At.In(zone)
		}
		page.Promises = append(page.Promises, row)
	}
	return nil
}

// deviceTitle is what the device was sold as; a parcel that nobody knows has none.
func deviceTitle(c returns.Case) string {
	if c.Sale == nil {
		return ""
	}
	return c.Sale.Title
}

// optionalText reads words; those that were erased are empty.
func optionalText(tx *store.ReadTx, ref returns.TextRef) (string, error) {
	if !ref.Given() {
		return "", nil
	}
	words, err := tx.Text(ref.ID)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return words, err
}

// customerName is the customer's name; whoever was erased has none.
func customerName(tx *store.ReadTx, c returns.Case) (string, error) {
	if c.Customer.ID == "" {
		return "", nil
	}
	person, err := tx.Person(c.Customer.ID)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return person.Name(), err
}
