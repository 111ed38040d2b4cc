package station

import (
	"context"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// Proposal is what the rules propose for a case that is to be decided, and what
// can still be granted.
type Proposal struct {
	policy.Proposal
	Item     returns.Money
	Shipping returns.Money
}

// Propose reads the decision table for a case. The customer's own photos of the
// defect are evidence as ours are.
func (s *Station) Propose(tx *store.ReadTx, c returns.Case, others []returns.Refund) (Proposal, error) {
	sent, err := customerPhotos(tx, c.ID)
	if err != nil {
		return Proposal{}, err
	}
	findings := policy.Findings{
		Timeline:    s.Timeline(c),
		Identity:    policy.Identity(c.Identity.State),
		Replacement: policy.NoneInStock, // The station keeps no stock of replacements.
		Evidence:    standing(c.Evidence) + sent,
	}
	readInspection(c, &findings)
	proposed, err := s.policy.Propose(findings)
	if err != nil {
		return Proposal{}, err
	}
	item, shipping := c.Remaining(others)
	return Proposal{Proposal: proposed, Item: item, Shipping: shipping}, nil
}

// standing counts the photos that show the parcel in hand.
func standing(evidence []returns.Evidence) (n int) {
	for _, photo := range evidence {
		if !photo.Shelved {
			n++
		}
	}
	return n
}

// customerPhotos counts what the customer sent with their messages and is kept here.
func customerPhotos(tx *store.ReadTx, id returns.CaseID) (int, error) {
	messages, err := tx.Conversation(id)
	if err != nil {
		return 0, err
	}
	kept := 0
	for _, message := range messages {
		for _, file := range message.Attachments {
			if file.SHA256 != "" && message.Author == string(marketplace.FromCustomer) {
				kept++
			}
		}
	}
	return kept, nil
}

// SettleRefund is a person's word on a refund that reading back cannot settle.
func (s *Station) SettleRefund(ctx context.Context, order Order, id returns.CaseID, refund returns.RefundID, refunded bool, seen string) (returns.CaseID, error) {
	return s.run(ctx, order, "SettleRefund", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(id)
		if err != nil {
			return "", err
		}
		words, err := t.SaveText("seen", seen)
		if err != nil {
			return "", err
		}
		handedOver, err := t.handedOver(id, refund)
		if err != nil {
			return "", err
		}
		after, err := t.decide(c, returns.SettleRefund{Refund: refund, Refunded: refunded, Seen: words, HandedOver: handedOver})
		if err != nil {
			return "", err
		}
		return id, t.mirrorRefund(after, refund)
	})
}

// handedOver reports whether the row of a refund waits for a person, and not for
// the syncer. A refund without a row was never the syncer's.
func (t *turn) handedOver(id returns.CaseID, refund returns.RefundID) (bool, error) {
	row, err := t.Action(id, refundAction(refund))
	if fault.Is(err, fault.NotFound) {
		return false, nil
	}
	return row.State == store.ActionManual || row.State == store.ActionToFix, err
}

// mirrorRefund brings the outbox row of a refund to what the case says of it.
func (t *turn) mirrorRefund(c returns.Case, id returns.RefundID) error {
	refund, found := c.Refund(id)
	if !found || !c.Reachable() {
		return nil
	}
	return t.SetAction(c.ID, refundAction(id), store.ActionUpdate{State: actionStateOf(refund)})
}

// refundAction names the outbox row of a refund.
func refundAction(id returns.RefundID) returns.ActionID { return returns.ActionID("refund-" + id) }

// actionStateOf is how far the sending of a refund is, as its case tells.
func actionStateOf(refund returns.Refund) store.ActionState {
	switch {
	case refund.State == returns.RefundIsApproved:
		return store.ActionQueued
	case refund.State == returns.RefundIsSubmitting && refund.Accepted:
		return store.ActionAccepted
	case refund.State == returns.RefundIsSubmitting:
		return store.ActionSubmitting
	case refund.State == returns.RefundIsUnknown:
		return store.ActionUnknown
	case refund.State == returns.RefundIsRejected:
		return store.ActionRefused
	default:
		return store.ActionDone
	}
}
