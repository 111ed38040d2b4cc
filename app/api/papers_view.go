package api

import (
	"context"
	"encoding/json"
	"fmt"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// addPapers adds the documents of a case.
func (a *API) addPapers(tx *store.ReadTx, c returns.Case, view *CaseView) error {
	documents, err := tx.DocumentsOf(c.ID)
	if err != nil {
		return err
	}
	for _, document := range documents {
		reprints, err := tx.Reprints(document.ID)
		if err != nil {
			return err
		}
		written := DocumentView{
			ID: string(document.ID), Kind: string(document.Kind), Number: document.Number, State: string(document.State),
			IssuedAt: instant(document.IssuedAt), Copies: len(reprints), Numbered: document.Kind.Numbered(),
		}
		if document.State == store.DocumentReady {
			written.URL = "/media/documents/" + string(document.ID)
		}
		if document.ErrorKey != "" {
			written.Error = &Fault{Code: string(fault.Internal), Key: document.ErrorKey, Args: anyArgs(document.ErrorArgs)}
		}
		view.Documents = append(view.Documents, written)
	}
	return nil
}

// addSending adds what leaves, or left, for the marketplace.
func (a *API) addSending(tx *store.ReadTx, c returns.Case, view *CaseView) error {
	actions, err := tx.ActionsOf(c.ID)
	if err != nil {
		return err
	}
	for _, action := range actions {
		written, err := actionView(action)
		if err != nil {
			return err
		}
		written.Number, written.Title = view.Number, titleOf(c)
		written.AskPerson = asksPerson(c, action)
		if action.State == store.ActionManual || action.State == store.ActionToFix {
			leaveToPerson(view, action)
		}
		view.Actions = append(view.Actions, written)
	}
	return nil
}

// leaveToPerson says of a refund whose row the syncer gave up that a person makes
// it, or sends it again.
func leaveToPerson(view *CaseView, action store.Action) {
	for i := range view.Refunds {
		if returns.ActionID("refund-"+view.Refunds[i].ID) == action.ID {
			view.Refunds[i].ByHand = true
		}
	}
}

func titleOf(c returns.Case) string {
	if c.Sale == nil {
		return ""
	}
	return c.Sale.Title
}

// asksPerson reports whether a refund's row waits for a person's word.
func asksPerson(c returns.Case, action store.Action) bool {
	if action.Kind != station.RefundKind {
		return false
	}
	for _, refund := range c.Refunds {
		if refund.AskPerson && returns.ActionID("refund-"+refund.ID) == action.ID {
			return true
		}
	}
	return false
}

// The separator of a row's identity on screen: its case and its action.
const rowSeparator = "/"

func actionView(action store.Action) (ActionView, error) {
	view := ActionView{
		ID: string(action.CaseID) + rowSeparator + string(action.ID), CaseID: string(action.CaseID), Kind: action.Kind, Lane: string(action.Lane),
		State: string(action.State), Attempts: action.Attempts, NotBefore: instant(action.NotBefore), CreatedAt: instant(action.CreatedAt),
		UpdatedAt: instant(action.UpdatedAt),
	}
	if action.ErrorKey != "" {
		view.Error = &Fault{Code: string(fault.Unavailable), Key: action.ErrorKey, Args: anyArgs(action.ErrorArgs)}
	}
	if action.Kind == station.RefundKind {
		var dispatch station.Dispatch
		if err := json.Unmarshal(action.Payload, &dispatch); err != nil {
			return view, fmt.Errorf("decode dispatch: %w", err)
		}
		amount := money(dispatch.Amount)
		view.Amount = &amount
	}
	return view, nil
}

// addConversation adds the messages of the case's folder.
func (a *API) addConversation(tx *store.ReadTx, c returns.Case, view *CaseView) error {
	messages, err := tx.Conversation(c.ID)
	if err != nil {
		return err
	}
	for _, message := range messages {
		written := MessageView{
			ID: message.ID, Author: message.Author, At: instant(message.At), Text: message.Text, Attachments: []AttachmentView{},
		}
		for _, file := range message.Attachments {
			written.Attachments = append(written.Attachments, AttachmentView{Name: file.Ref, Photo: file.SHA256})
		}
		view.Messages = append(view.Messages, written)
	}
	return nil
}

// History lists what happened to a case, oldest first.
func (s *Cases) History(id string) ([]HistoryEntry, error) {
	return guard(s.api, "Cases.History", func(ctx context.Context) ([]HistoryEntry, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) ([]HistoryEntry, error) { return history(tx, returns.CaseID(id)) })
	})
}

func history(tx *store.ReadTx, id returns.CaseID) ([]HistoryEntry, error) {
	entries, err := tx.History(id)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	operators, err := tx.Operators()
	if err != nil {
		return nil, err
	}
	for _, operator := range operators {
		names[string(operator.ID)] = operator.Name
	}
	written := []HistoryEntry{}
	for _, entry := range entries {
		facts, err := factsOf(entry)
		if err != nil {
			return nil, err
		}
		written = append(written, HistoryEntry{
			Seq: entry.CaseSeq, Type: entry.Type, At: instant(entry.Time()), By: names[entry.Actor], Facts: facts, Hash: fmt.Sprintf("%x", entry.Hash[:4]),
		})
	}
	return written, nil
}

// factsOf picks the codes and numbers of an event that its sentence shows. It
// holds nothing personal: the journal does not.
func factsOf(entry store.Entry) (map[string]string, error) {
	facts := map[string]string{}
	event, err := entry.Event()
	if err != nil {
		return nil, err
	}
	switch e := event.(type) {
	case returns.IdentityRead:
		facts["state"], facts["imei"], facts["serial"] = string(e.Identity.State), e.Identity.IMEI, e.Identity.Serial
	case returns.ParcelAnnounced:
		facts["tracking"] = e.Tracking
	case returns.CaseHeld:
		facts["code"] = e.Hold.Code
	case returns.RequestDeclined:
		facts["code"] = e.Code
	case returns.InspectionStopped:
		facts["defect"] = e.Defect
	case returns.RefundApproved:
		facts["minor"], facts["currency"] = fmt.Sprint(e.Refund.Total().Minor), e.Refund.Total().Currency
	case returns.RefundConfirmed:
		facts["means"] = e.Means
	case returns.DocumentIssued:
		facts["kind"], facts["number"] = string(e.Document.Kind), e.Document.Number
	case returns.ActionQueued:
		facts["kind"] = string(e.Action.Kind)
	case returns.ActionSettled:
		facts["result"] = string(e.Result)
	case returns.DeviceMoved:
		facts["place"], facts["bin"] = string(e.Custody.Place), e.Custody.Bin
	case returns.GradeRecorded:
		facts["grade"] = e.Grade
	case returns.WipeRecorded:
		facts["state"], facts["method"] = string(e.Wipe.State), e.Wipe.Method
	case returns.MomentCorrected:
		facts["which"], facts["at"] = string(e.Which), instant(e.Moment.At)
	case returns.EvidenceAdded:
		facts["check"], facts["view"] = e.Evidence.Check, e.Evidence.View
	}
	return facts, nil
}
