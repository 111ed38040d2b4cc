package api

import (
	"context"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
)

// Authorise tells the customer to send the device back.
func (s *Cases) Authorise(command, id string, form AuthoriseForm) (CaseView, error) {
	return s.api.command("Authorise", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Authorise(ctx, order, returns.CaseID(id), form.Label, form.How, form.Override)
	})
}

// Decline says no to a request, in words for the customer.
func (s *Cases) Decline(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Decline", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Decline(ctx, order, returns.CaseID(id), form.Code, form.Reason)
	})
}

// Cancel ends a return that will not come.
func (s *Cases) Cancel(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Cancel", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Cancel(ctx, order, returns.CaseID(id), form.Reason)
	})
}

func (a *API) arrival(form ReceiveForm) (station.Arrival, error) {
	code := strings.TrimSpace(form.Code)
	if len(code) > longestCode {
		return station.Arrival{}, fault.New(fault.Invalid, "errors_api.scan", nil).At("code")
	}
	at, err := a.given(form.Arrived, "arrived")
	return station.Arrival{Code: code, At: at, Reason: form.Reason}, err
}

// Receive logs the parcel of a case.
func (s *Cases) Receive(command, id string, form ReceiveForm) (CaseView, error) {
	return s.api.command("Receive", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		arrival, err := s.api.arrival(form)
		if err != nil {
			return "", err
		}
		return s.api.station.Receive(ctx, order, returns.CaseID(id), arrival)
	})
}

// UndoReception takes a reception back.
func (s *Cases) UndoReception(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("UndoReception", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.UndoReception(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// ReceiveUnknown opens a case for a parcel that matches nothing.
func (s *Cases) ReceiveUnknown(command string, form ReceiveForm) (CaseView, error) {
	return s.api.command("ReceiveUnknown", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		arrival, err := s.api.arrival(form)
		if err != nil {
			return "", err
		}
		return s.api.station.ReceiveUnknown(ctx, order, arrival)
	})
}

// Identify ties an unknown parcel to the case that waits for it, and returns that
// case.
func (s *Cases) Identify(command, id, as string) (CaseView, error) {
	return s.api.command("Identify", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Identify(ctx, order, returns.CaseID(id), returns.CaseID(as))
	})
}

// NotOurs ends an unknown parcel that somebody else should have received.
func (s *Cases) NotOurs(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("NotOurs", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.NotOurs(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// Redate corrects a moment that deadlines are counted from.
func (s *Cases) Redate(command, id string, form RedateForm) (CaseView, error) {
	return s.api.command("Redate", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		at, err := s.api.given(form.At, "at")
		if err != nil {
			return "", err
		}
		return s.api.station.Redate(ctx, order, returns.CaseID(id), returns.Dated(form.Which), at, form.Reason)
	})
}

// ReadIdentity records what was read on the device; the first reading begins the
// inspection.
func (s *Cases) ReadIdentity(command, id string, form IdentityForm) (CaseView, error) {
	return s.api.command("ReadIdentity", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.ReadIdentity(ctx, order, returns.CaseID(id), returns.ReadIdentity(form))
	})
}

// RecordChecks records answers to checks.
func (s *Cases) RecordChecks(command, id string, checks []CheckForm) (CaseView, error) {
	return s.api.command("RecordChecks", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		answers := make([]station.CheckAnswer, 0, len(checks))
		for _, check := range checks {
			answers = append(answers, station.CheckAnswer{
				Code: check.Code, Answer: returns.Answer(check.Answer), Defect: check.Defect, Value: check.Value, Reason: check.Reason,
			})
		}
		return s.api.station.RecordChecks(ctx, order, returns.CaseID(id), answers)
	})
}

// AddEvidence hangs photos on a check or a view.
func (s *Cases) AddEvidence(command, id string, form EvidenceForm) (CaseView, error) {
	return s.api.command("AddEvidence", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		photos := make([]returns.PhotoID, 0, len(form.Photos))
		for _, photo := range form.Photos {
			photos = append(photos, returns.PhotoID(photo))
		}
		return s.api.station.AddEvidence(ctx, order, returns.CaseID(id), returns.AddEvidence{
			Photos: photos, Check: form.Check, View: form.View, Source: form.Source,
		})
	})
}

// StopInspection ends the inspection for a blocking finding.
func (s *Cases) StopInspection(command, id string, form StopForm) (CaseView, error) {
	return s.api.command("StopInspection", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.StopInspection(ctx, order, returns.CaseID(id), form.Finding)
	})
}

// CompleteInspection ends the inspection.
func (s *Cases) CompleteInspection(command, id string) (CaseView, error) {
	return s.api.command("CompleteInspection", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.CompleteInspection(ctx, order, returns.CaseID(id))
	})
}

// Reinspect starts the inspection over.
func (s *Cases) Reinspect(command, id string) (CaseView, error) {
	return s.api.command("Reinspect", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Reinspect(ctx, order, returns.CaseID(id))
	})
}

// SettleRefund is a person's word on a refund that reading back cannot settle.
func (s *Cases) SettleRefund(command, id string, form SettleForm) (CaseView, error) {
	return s.api.command("SettleRefund", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.SettleRefund(ctx, order, returns.CaseID(id), returns.RefundID(form.Refund), form.Refunded, form.Seen)
	})
}

// PutAway erases, grades and puts a device somewhere, as far as it is given.
func (s *Cases) PutAway(command, id string, form PutAwayForm) (CaseView, error) {
	return s.api.command("PutAway", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.PutAway(ctx, order, returns.CaseID(id), station.PutAway{
			Wipe:  returns.RecordWipe{State: returns.WipeState(form.Wipe), Method: form.Method, Tool: form.Tool},
			Grade: form.Grade,
			Move:  returns.Move{Place: returns.Place(form.Place), Bin: form.Bin},
		})
	})
}

// Hold puts a case on hold.
func (s *Cases) Hold(command, id string, form HoldForm) (CaseView, error) {
	return s.api.command("Hold", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		review, err := s.api.given(form.ReviewAt, "reviewAt")
		if err != nil {
			return "", err
		}
		if review.Known() { // A day to review on is over at its end.
			review.At = review.At.In(s.api.station.Zone()).AddDate(0, 0, 1).Add(-time.Minute).UTC()
		}
		return s.api.station.PutOnHold(ctx, order, returns.CaseID(id), form.Code, form.Text, review)
	})
}

// Resume lifts a hold.
func (s *Cases) Resume(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Resume", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Resume(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// Close ends a case by a manager's exception.
func (s *Cases) Close(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Close", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.CloseCase(ctx, order, returns.CaseID(id), form.Code, form.Reason)
	})
}

// Reopen brings a closed case back to its decision.
func (s *Cases) Reopen(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Reopen", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Reopen(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// Reprint records one more copy of a numbered document. Its PDF is then at the
// document's address with the copy's number.
func (s *Cases) Reprint(command, document string) (CaseView, error) {
	return s.api.command("Reprint", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Reprint(ctx, order, returns.DocumentID(document))
	})
}

// RetryDocument tries to set a document again that failed.
func (s *Cases) RetryDocument(id, document string) (CaseView, error) {
	return guard(s.api, "Cases.RetryDocument", func(ctx context.Context) (CaseView, error) {
		if err := s.api.station.RetryDocument(ctx, returns.DocumentID(document)); err != nil {
			return CaseView{}, err
		}
		return s.api.caseView(ctx, returns.CaseID(id))
	})
}
