package station

import (
	"context"

	"revient/app/fault"
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

// Propose reads the decision table for a case whose sale is known.
func (s *Station) Propose(tx *store.ReadTx, c returns.Case) (Proposal, error) {
	return s.proposeWith(tx, c, func(*policy.Findings) {})
}

// proposeWith reads the table with what the operator says of the case at this moment.
func (s *Station) proposeWith(tx *store.ReadTx, c returns.Case, say func(*policy.Findings)) (Proposal, error) {
	others, err := OtherRefunds(tx, c)
	if err != nil {
		return Proposal{}, err
	}
	item, shipping := c.Remaining(others)
	remaining, err := item.Plus(shipping)
	if err != nil {
		return Proposal{}, err
	}
	findings, err := s.findings(tx, c, remaining)
	if err != nil {
		return Proposal{}, err
	}
	say(&findings)
	proposed, err := s.policyOf(c).Propose(findings)
	return Proposal{Proposal: proposed, Item: item, Shipping: shipping}, err
}

// OtherRefunds lists the refunds of the case's order line in its other cases.
func OtherRefunds(tx *store.ReadTx, c returns.Case) ([]returns.Refund, error) {
	refunds, err := tx.LineRefunds(c.Sale.Account, c.Sale.OrderRef, c.Sale.LineRef)
	others := []returns.Refund{}
	for _, refund := range refunds {
		if refund.CaseID != c.ID {
			others = append(others, refund.Refund)
		}
	}
	return others, err
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
