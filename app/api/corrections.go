package api

import (
	"context"

	"revient/app/returns"
	"revient/app/station"
)

// PhotoMoveForm hangs a photo elsewhere.
type PhotoMoveForm struct {
	Photo     string `json:"photo"`
	FromCheck string `json:"fromCheck"`
	FromView  string `json:"fromView"`
	ToCheck   string `json:"toCheck"`
	ToView    string `json:"toView"`
	ToCase    string `json:"toCase"` // Another case; "" for this one.
	Reason    string `json:"reason"`
}

// MergeForm ends a case in favour of another.
type MergeForm struct {
	Into   string `json:"into"`
	Reason string `json:"reason"`
}

// CorrectionForm says what is wrong on a numbered document.
type CorrectionForm struct {
	Document string `json:"document"`
	Wrong    string `json:"wrong"`
	Right    string `json:"right"`
	PIN      string `json:"pin"`
}

// MoveForm puts a device on a shelf, or into a bin of it.
type MoveForm struct {
	Place string `json:"place"`
	Bin   string `json:"bin"`
}

// Unidentify takes back that an unknown parcel was told to hold something, and
// returns the parcel's own case.
func (s *Cases) Unidentify(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Unidentify", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Unidentify(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// MoveEvidence hangs a photo on another check or view, here or in another case.
func (s *Cases) MoveEvidence(command, id string, form PhotoMoveForm) (CaseView, error) {
	return s.api.command("MoveEvidence", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.MoveEvidence(ctx, order, returns.CaseID(id), station.PhotoMove{
			Photo: returns.PhotoID(form.Photo), FromCheck: form.FromCheck, FromView: form.FromView, ToCheck: form.ToCheck, ToView: form.ToView,
			ToCase: returns.CaseID(form.ToCase), Reason: form.Reason,
		})
	})
}

// Merge ends a case in favour of another, and returns that one.
func (s *Cases) Merge(command, id string, form MergeForm) (CaseView, error) {
	return s.api.command("Merge", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Merge(ctx, order, returns.CaseID(id), returns.CaseID(form.Into), form.Reason)
	})
}

// CorrectDocument says what is wrong on a numbered document; its correction follows.
func (s *Cases) CorrectDocument(command, id string, form CorrectionForm) (CaseView, error) {
	return s.api.command("CorrectDocument", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.CorrectDocument(ctx, order, returns.CaseID(id), returns.DocumentID(form.Document), form.Wrong, form.Right)
	})
}

// Move puts a device on a shelf, or into a bin of it.
func (s *Cases) Move(command, id string, form MoveForm) (CaseView, error) {
	return s.api.command("Move", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Move(ctx, order, returns.CaseID(id), returns.Place(form.Place), form.Bin)
	})
}
