package api

import (
	"context"
	"time"

	"revient/app/returns"
	"revient/app/station"
)

// AuthoriseForm says yes to a return.
type AuthoriseForm struct {
	Label    bool   `json:"label"`    // The return label is ours to give.
	How      string `json:"how"`      // marketplace, email, phone, post, counter; "" for marketplace.
	Override string `json:"override"` // Why, against what the rules propose.
	PIN      string `json:"pin"`
}

// AskForm puts a choice to the customer.
type AskForm struct {
	Choice string `json:"choice"` // withdraw_or_repair, unlink, quote, keep_or_return.
	Text   string `json:"text"`
}

// AnswerForm is what the customer chose.
type AnswerForm struct {
	Answer string `json:"answer"`
}

// ProofForm asks for a proof, or says that it is there.
type ProofForm struct {
	State string `json:"state"` // photos, video; of NoteProof.
	Text  string `json:"text"`  // For the customer; of AskProof.
}

// NoteForm is a word for colleagues.
type NoteForm struct {
	Text    string `json:"text"`
	Promise bool   `json:"promise"`
	Until   string `json:"until"` // YYYY-MM-DD; "" for none.
}

// AskProof asks the customer for photos or a video of the defect.
func (s *Cases) AskProof(command, id string, form ProofForm) (CaseView, error) {
	return s.api.command("AskProof", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.AskProof(ctx, order, returns.CaseID(id), form.Text)
	})
}

// NoteProof records that the customer showed the defect elsewhere.
func (s *Cases) NoteProof(command, id string, form ProofForm) (CaseView, error) {
	return s.api.command("NoteProof", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.NoteProof(ctx, order, returns.CaseID(id), returns.ProofState(form.State))
	})
}

// AskCustomer puts a choice to the customer.
func (s *Cases) AskCustomer(command, id string, form AskForm) (CaseView, error) {
	return s.api.command("AskCustomer", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.AskCustomer(ctx, order, returns.CaseID(id), form.Choice, form.Text)
	})
}

// RecordAnswer records what the customer chose.
func (s *Cases) RecordAnswer(command, id string, form AnswerForm) (CaseView, error) {
	return s.api.command("RecordAnswer", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.RecordAnswer(ctx, order, returns.CaseID(id), form.Answer)
	})
}

// AddNote leaves a note on a case, for colleagues only.
func (s *Cases) AddNote(command, id string, form NoteForm) (CaseView, error) {
	return s.api.command("AddNote", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		until, err := s.api.given(form.Until, "until")
		if err != nil {
			return "", err
		}
		if until.Known() { // A day is kept until its end.
			until.At = until.At.In(s.api.station.Zone()).AddDate(0, 0, 1).Add(-time.Minute).UTC()
		}
		return s.api.station.AddNote(ctx, order, returns.CaseID(id), form.Text, form.Promise, until)
	})
}

// KeepPromise ticks a promise off.
func (s *Cases) KeepPromise(command, id, note string) (CaseView, error) {
	return s.api.command("KeepPromise", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.KeepPromise(ctx, order, returns.CaseID(id), returns.NoteID(note))
	})
}
