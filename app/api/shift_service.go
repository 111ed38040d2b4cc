package api

import (
	"context"
	"net/http"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Shift is the service of what one shift leaves to the next.
type Shift struct{ api *API }

// ShiftView is the hand-over.
type ShiftView struct {
	At        string         `json:"at"`
	Late      int            `json:"late"`
	Today     int            `json:"today"`
	Approvals int            `json:"approvals"`
	Holds     []HeldView     `json:"holds"`
	Unknown   []DoubtedView  `json:"unknown"`
	Promises  []PromisedView `json:"promises"`
}

// HeldView is a case on hold.
type HeldView struct {
	ID       string `json:"id"`
	Number   string `json:"number"`
	Title    string `json:"title"`
	Code     string `json:"code"` // case.hold.code.<code>.
	Text     string `json:"text"`
	ReviewAt string `json:"reviewAt"`
	Late     bool   `json:"late"`
}

// DoubtedView is a refund of which nobody knows whether it was made.
type DoubtedView struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	Title  string `json:"title"`
	Amount Money  `json:"amount"`
	Since  string `json:"since"`
}

// PromisedView is an open promise to a customer.
type PromisedView struct {
	ID       string `json:"id"`
	Number   string `json:"number"`
	Title    string `json:"title"`
	Customer string `json:"customer"`
	Note     string `json:"note"`
	Text     string `json:"text"`
	By       string `json:"by"` // Who promised it.
	Until    string `json:"until"`
	Late     bool   `json:"late"`
}

// View is the hand-over as it is now.
func (s *Shift) View() (ShiftView, error) {
	return guard(s.api, "Shift.View", func(ctx context.Context) (ShiftView, error) { return read(ctx, s.api, s.api.shift) })
}

func (a *API) shift(tx *store.ReadTx) (ShiftView, error) {
	shift, err := a.station.Shift(tx)
	if err != nil {
		return ShiftView{}, err
	}
	view := ShiftView{
		At: instant(shift.At), Late: shift.Late, Today: shift.Today, Approvals: shift.Approvals,
		Holds: []HeldView{}, Unknown: []DoubtedView{}, Promises: []PromisedView{},
	}
	for _, held := range shift.Holds {
		text, err := words(tx, held.Case.Hold.Text)
		if err != nil {
			return view, err
		}
		view.Holds = append(view.Holds, HeldView{
			ID: string(held.Case.ID), Number: held.Case.Number, Title: titleOf(held.Case), Code: held.Case.Hold.Code, Text: text,
			ReviewAt: instant(held.Case.Hold.ReviewAt.At), Late: held.Late,
		})
	}
	for _, doubted := range shift.Unknown {
		view.Unknown = append(view.Unknown, DoubtedView{
			ID: string(doubted.Case.ID), Number: doubted.Case.Number, Title: titleOf(doubted.Case), Amount: money(doubted.Refund.Total()),
			Since: instant(doubted.Refund.ApprovedAt.At),
		})
	}
	view.Promises, err = promisedViews(tx, shift.Promises)
	return view, err
}

func promisedViews(tx *store.ReadTx, promises []station.Promised) ([]PromisedView, error) {
	names, err := namesOf(tx)
	if err != nil {
		return nil, err
	}
	views := []PromisedView{}
	for _, promised := range promises {
		text, err := words(tx, promised.Note.Text)
		if err != nil {
			return nil, err
		}
		customer, err := customerView(tx, promised.Case)
		if err != nil {
			return nil, err
		}
		views = append(views, PromisedView{
			ID: string(promised.Case.ID), Number: promised.Case.Number, Title: titleOf(promised.Case), Customer: customer.Name,
			Note: string(promised.Note.ID), Text: text, By: names[promised.Note.By], Until: instant(promised.Note.Until.At), Late: promised.Late,
		})
	}
	return views, nil
}

// handOver serves the hand-over as a page to print.
func (a *API) handOver(w http.ResponseWriter, r *http.Request) {
	present, _ := a.present()
	pdf, err := a.station.HandOverPDF(r.Context(), present.Name)
	a.page(w, r, pdf, err)
}

// badge serves the badge of one of the team.
func (a *API) badge(w http.ResponseWriter, r *http.Request) {
	pdf, err := a.station.BadgePDF(returns.OperatorID(r.PathValue("id")))
	a.page(w, r, pdf, err)
}
