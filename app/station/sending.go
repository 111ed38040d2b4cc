package station

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// Sending is an outbox row that the syncer has taken, with what it says is to be
// sent.
type Sending struct {
	store.Action
	Dispatch Dispatch
}

// NextSending takes the next row that may leave; found is false when there is
// none. What it takes is marked as being sent, on the disk.
func (s *Station) NextSending(ctx context.Context) (sending Sending, found bool, err error) {
	err = s.db.Update(ctx, func(tx *store.Tx) error {
		for {
			action, claimed, err := tx.ClaimNext()
			if err != nil || !claimed {
				return err
			}
			over, err := isOver(tx.ReadTx, action)
			if err != nil {
				return err
			}
			if !over {
				sending, found = Sending{Action: action}, true
				return sending.decode()
			}
			if err := tx.SetAction(action.CaseID, action.ID, store.ActionUpdate{State: store.ActionDropped}); err != nil {
				return err
			}
		}
	})
	return sending, found && err == nil, err
}

// isOver reports whether the domain has ended an action that came back into the
// queue: it was taken back while a worker held it, or while it waited for a person.
// What is no longer true is not told.
func isOver(tx *store.ReadTx, action store.Action) (bool, error) {
	if action.Kind == RefundKind {
		return false, nil // The mark says so, right before the first byte.
	}
	c, err := tx.Case(action.CaseID)
	return c.Actions[action.ID].Result != "", err
}

func (s *Sending) decode() error {
	if err := json.Unmarshal(s.Payload, &s.Dispatch); err != nil {
		return fmt.Errorf("decode dispatch: %w", err)
	}
	return nil
}

// NextSendingAt is when the next queued row may leave; the zero time when none waits.
func (s *Station) NextSendingAt(ctx context.Context) (next time.Time, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		next, err = tx.NextAction()
		return err
	})
	return next, err
}

// SendingsIn lists the rows in some states, the oldest first: what was under way
// when the station died, what must be read back.
func (s *Station) SendingsIn(ctx context.Context, states ...store.ActionState) ([]Sending, error) {
	const most = 1000
	sendings := []Sending{}
	err := s.db.View(ctx, func(tx *store.ReadTx) error {
		actions, err := tx.ActionsIn(most, states...)
		for _, action := range actions {
			sending := Sending{Action: action}
			if err := sending.decode(); err != nil {
				return err
			}
			sendings = append(sendings, sending)
		}
		return err
	})
	return sendings, err
}

// Postpone puts a row back into the queue until a time. Nothing of it left, or
// what left does no harm when it is sent again.
func (s *Station) Postpone(ctx context.Context, sending Sending, until time.Time, why *fault.Error, status int) error {
	return s.moveSending(ctx, sending, store.ActionUpdate{State: store.ActionQueued, NotBefore: until, Error: why, LastHTTP: status})
}

// Doubt says that nobody knows whether a message arrived: it is looked for
// before it is sent again.
func (s *Station) Doubt(ctx context.Context, sending Sending, until time.Time, why *fault.Error, status int) error {
	return s.moveSending(ctx, sending, store.ActionUpdate{State: store.ActionUnknown, NotBefore: until, Error: why, LastHTTP: status})
}

// Stop hands a row to a person: sending it again would not help.
func (s *Station) Stop(ctx context.Context, sending Sending, why *fault.Error, status int) error {
	return s.moveSending(ctx, sending, store.ActionUpdate{State: store.ActionToFix, Error: why, LastHTTP: status})
}

func (s *Station) moveSending(ctx context.Context, sending Sending, to store.ActionUpdate) error {
	return s.db.Update(ctx, func(tx *store.Tx) error {
		withdrawn, err := refundWithdrawn(tx.ReadTx, sending)
		if err != nil {
			return err
		}
		if withdrawn {
			to = store.ActionUpdate{State: store.ActionDropped}
		}
		return tx.SetAction(sending.CaseID, sending.ID, to)
	})
}

// refundWithdrawn reports whether a row is about a refund that was taken back while
// the syncer held the row, before it was marked: there is nothing to send, nor
// anything for a person to do.
func refundWithdrawn(tx *store.ReadTx, sending Sending) (bool, error) {
	if sending.Kind != RefundKind {
		return false, nil
	}
	c, err := tx.Case(sending.CaseID)
	if err != nil {
		return false, err
	}
	refund, found := c.Refund(sending.Dispatch.Refund)
	return found && refund.State == returns.RefundIsRejected, nil
}

// Deliver records that a message arrived.
func (s *Station) Deliver(ctx context.Context, sending Sending, remoteRef string) error {
	order := Order{ID: returns.CommandID(fmt.Sprintf("deliver-%s-%s", sending.CaseID, sending.ID)), Actor: returns.Actor{ID: returns.System}}
	return s.settleAction(ctx, order, sending.CaseID, sending.ID, returns.ActionAccepted, "", store.ActionUpdate{State: store.ActionDone, RemoteRef: remoteRef})
}

// FinishByHand is a person's word that a row was done in the back office, or need
// not be done.
func (s *Station) FinishByHand(ctx context.Context, order Order, id returns.CaseID, action returns.ActionID, done bool, why string) error {
	result, state := returns.ActionByHand, store.ActionDone
	if !done {
		result, state = returns.ActionDropped, store.ActionDropped
	}
	return s.settleAction(ctx, order, id, action, result, why, store.ActionUpdate{State: state})
}

func (s *Station) settleAction(ctx context.Context, order Order, id returns.CaseID, action returns.ActionID, result returns.ActionResult, why string, to store.ActionUpdate) error {
	_, err := s.run(ctx, order, "SettleAction", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(id)
		if err != nil {
			return "", err
		}
		reason, err := t.SaveText("reason", plainWords(why))
		if err != nil {
			return "", err
		}
		if _, err := t.decide(c, returns.SettleAction{ID: action, Result: result, Reason: reason}); err != nil {
			return "", err
		}
		return id, t.SetAction(id, action, to)
	})
	return err
}

// Retry puts a row that a person has looked at back into the queue. A refund is
// retried this way only while none of it was ever submitted: after the mark it has
// its own states, and nothing sends it again.
func (s *Station) Retry(ctx context.Context, order Order, id returns.CaseID, action returns.ActionID) error {
	_, err := s.commit(ctx, order, "Retry", func(t *turn) (returns.CaseID, error) {
		row, err := t.Action(id, action)
		if err != nil {
			return "", err
		}
		c, err := t.Case(id)
		switch {
		case err != nil:
			return "", err
		case row.Kind == RefundKind && !unsent(c, action):
			return "", fault.New(fault.Conflict, "errors_station.retry_money", nil)
		case row.State != store.ActionToFix && row.State != store.ActionQueued:
			return "", fault.New(fault.Conflict, "errors_station.retry_state", nil)
		}
		return id, t.SetAction(id, action, store.ActionUpdate{State: store.ActionQueued})
	})
	return err
}

// unsent reports whether the refund of a row was approved and never submitted.
func unsent(c returns.Case, action returns.ActionID) bool {
	return slices.ContainsFunc(c.Refunds, func(r returns.Refund) bool {
		return refundAction(r.ID) == action && r.State == returns.RefundIsApproved
	})
}

// Letter is a message with its words and the documents that go with it.
type Letter struct {
	Text  string
	Files []LetterFile
}

// LetterFile is a document as it leaves.
type LetterFile struct {
	Name  string
	Bytes []byte
}

// Letter reads what a row's message says. A document that is not issued yet is an
// Unavailable fault: the message waits for it.
func (s *Station) Letter(ctx context.Context, sending Sending) (letter Letter, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		if sending.Dispatch.Text != "" {
			if letter.Text, err = tx.Text(sending.Dispatch.Text); err != nil {
				return err
			}
		}
		documents, err := tx.DocumentsOf(sending.CaseID)
		if err != nil {
			return err
		}
		for _, wanted := range sending.Dispatch.Documents {
			file, err := letterFile(tx, documents, wanted)
			if err != nil {
				return err
			}
			letter.Files = append(letter.Files, file)
		}
		return nil
	})
	return letter, err
}

func letterFile(tx *store.ReadTx, documents []store.Document, wanted DispatchedDocument) (LetterFile, error) {
	document, err := readyDocument(documents, wanted)
	if err != nil {
		return LetterFile{}, err
	}
	pdf, err := tx.DocumentBytes(document.ID)
	name := string(document.Kind)
	if document.Number != "" {
		name = document.Number
	}
	return LetterFile{Name: name + ".pdf", Bytes: pdf}, err
}

// readyDocument finds the newest document of a kind that is issued.
func readyDocument(documents []store.Document, wanted DispatchedDocument) (store.Document, error) {
	for i := len(documents) - 1; i >= 0; i-- {
		var input documentInput
		if err := json.Unmarshal(documents[i].Input, &input); err != nil {
			return store.Document{}, fmt.Errorf("decode document input: %w", err)
		}
		if documents[i].Kind == wanted.Kind && input.Refund == wanted.Refund && documents[i].State == store.DocumentReady {
			return documents[i], nil
		}
	}
	return store.Document{}, fault.New(fault.Unavailable, documentNotReady, fault.Args{"kind": string(wanted.Kind)})
}
