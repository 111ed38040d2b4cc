package station

import (
	"context"
	"strings"

	"revient/app/catalog"
	"revient/app/fault"
	"revient/app/policy"
	"revient/app/returns"
)

// verdict reads the decision table inside the transaction, so that the journal keeps
// what the rules proposed at that very moment, and saves the words of an override.
func (t *turn) verdict(c returns.Case, override string, say func(*policy.Findings)) (returns.Verdict, error) {
	if c.Sale == nil {
		return returns.Verdict{}, fault.New(fault.Conflict, "errors_returns.refund.no_sale", nil)
	}
	proposed, err := t.station.proposeWith(t.ReadTx, c, say)
	if err != nil {
		return returns.Verdict{}, err
	}
	t.second = proposed.SecondPerson
	words, err := t.SaveText("override", override)
	if err != nil {
		return returns.Verdict{}, err
	}
	reasons := []string{}
	for _, reason := range proposed.Reasons {
		reasons = append(reasons, reason.Key)
	}
	return returns.Verdict{Override: words, Proposal: returns.Proposal{
		Outcome: string(proposed.Outcome), Row: proposed.Row, Version: proposed.Policy, Reasons: reasons,
	}}, nil
}

// judged is run for a decision: one case, judged by the rules, decided by a person.
func (s *Station) judged(ctx context.Context, order Order, id returns.CaseID, override string, build func(*turn, returns.Case, returns.Verdict) (returns.Command, error)) (returns.CaseID, error) {
	return s.judgedSaying(ctx, order, id, override, func(*policy.Findings) {}, build)
}

// judgedSaying is judged where the operator says something of the case together with
// the decision.
func (s *Station) judgedSaying(ctx context.Context, order Order, id returns.CaseID, override string, say func(*policy.Findings), build func(*turn, returns.Case, returns.Verdict) (returns.Command, error)) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, c returns.Case) (returns.Command, error) {
		verdict, err := t.verdict(c, override, say)
		if err != nil {
			return nil, err
		}
		return build(t, c, verdict)
	})
}

// DecideFullRefund grants everything that is left. For a lost parcel, proof says
// what shows that the customer sent it.
func (s *Station) DecideFullRefund(ctx context.Context, order Order, id returns.CaseID, expected returns.Money, override, proof string) (returns.CaseID, error) {
	proved := func(f *policy.Findings) { f.ProofOfDispatch = strings.TrimSpace(proof) != "" }
	return s.judgedSaying(ctx, order, id, override, proved, func(t *turn, _ returns.Case, v returns.Verdict) (returns.Command, error) {
		words, err := t.SaveText("proof", proof)
		return returns.DecideFullRefund{
			Refund: returns.RefundID(newID()), Expected: expected, Proposal: v.Proposal, Override: v.Override, Proof: words,
		}, err
	})
}

// Partial is a refund with something kept back, as the operator saw it.
type Partial struct {
	Deductions []returns.Deduction
	Shipping   returns.Money
	Expected   returns.Money
}

// DecidePartialRefund grants what is left less the deductions.
func (s *Station) DecidePartialRefund(ctx context.Context, order Order, id returns.CaseID, partial Partial, override string) (returns.CaseID, error) {
	return s.judged(ctx, order, id, override, func(_ *turn, _ returns.Case, v returns.Verdict) (returns.Command, error) {
		return returns.DecidePartialRefund{
			Refund: returns.RefundID(newID()), Deductions: partial.Deductions, Shipping: partial.Shipping, Expected: partial.Expected,
			Proposal: v.Proposal, Override: v.Override,
		}, nil
	})
}

// DecideKeep lets the customer keep the device, with a part of its price back.
func (s *Station) DecideKeep(ctx context.Context, order Order, id returns.CaseID, amount returns.Money, override string) (returns.CaseID, error) {
	return s.judged(ctx, order, id, override, func(_ *turn, _ returns.Case, v returns.Verdict) (returns.Command, error) {
		return returns.DecideKeep{Refund: returns.RefundID(newID()), Amount: amount, Proposal: v.Proposal, Override: v.Override}, nil
	})
}

// DecideExchange gives the customer the unit that is reserved for them.
func (s *Station) DecideExchange(ctx context.Context, order Order, id returns.CaseID, unit returns.UnitID, override string) (returns.CaseID, error) {
	return s.judged(ctx, order, id, override, func(_ *turn, _ returns.Case, v returns.Verdict) (returns.Command, error) {
		return returns.DecideExchange{Unit: unit, Proposal: v.Proposal, Override: v.Override}, nil
	})
}

// DecideRepair repairs the device under warranty and gives it back.
func (s *Station) DecideRepair(ctx context.Context, order Order, id returns.CaseID, override string) (returns.CaseID, error) {
	return s.judged(ctx, order, id, override, func(_ *turn, _ returns.Case, v returns.Verdict) (returns.Command, error) {
		return returns.DecideRepair(v), nil
	})
}

// DecideRefuse refuses what the customer asked for, in words for them.
func (s *Station) DecideRefuse(ctx context.Context, order Order, id returns.CaseID, code, words, override string) (returns.CaseID, error) {
	return s.judged(ctx, order, id, override, func(t *turn, c returns.Case, v returns.Verdict) (returns.Command, error) {
		text, err := t.SaveText("refusal", words)
		return returns.DecideRefuse{Code: code, Text: text, Views: ViewsAgainst(c), Proposal: v.Proposal, Override: v.Override}, err
	})
}

// ViewsAgainst lists the views that must be photographed before a decision against
// the customer: those of the finding that ended the inspection, or all seven.
func ViewsAgainst(c returns.Case) []string {
	if c.Inspection != nil && c.Inspection.Blocking != "" {
		for _, finding := range catalog.Findings() {
			for _, defect := range finding.Defects {
				if defect == c.Inspection.Blocking {
					return finding.Photos
				}
			}
		}
	}
	return catalog.Views()
}

// Approve is the second person's yes to a decision.
func (s *Station) Approve(ctx context.Context, order Order, id returns.CaseID, expected returns.Money) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(*turn, returns.Case) (returns.Command, error) {
		return returns.ApproveDecision{Expected: expected}, nil
	})
}

// withReason is run for a command whose only words are why.
func (s *Station) withReason(ctx context.Context, order Order, id returns.CaseID, reason string, build func(returns.TextRef) returns.Command) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("reason", reason)
		return build(text), err
	})
}

// TurnDown is the second person's no to a decision.
func (s *Station) TurnDown(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, reason, func(r returns.TextRef) returns.Command { return returns.TurnDown{Reason: r} })
}

// Reverse takes back a decision of which nothing has left.
func (s *Station) Reverse(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, reason, func(r returns.TextRef) returns.Command { return returns.Reverse{Reason: r} })
}

// NoReplacementLeft says that the exchange that was decided cannot be.
func (s *Station) NoReplacementLeft(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, reason, func(r returns.TextRef) returns.Command { return returns.NoReplacementLeft{Reason: r} })
}

// Unexchange takes an exchange back whose unit came home.
func (s *Station) Unexchange(ctx context.Context, order Order, id returns.CaseID, code, reason string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, reason, func(r returns.TextRef) returns.Command { return returns.Unexchange{Code: code, Reason: r} })
}

// MarkLost says that the parcel on its way back will not come.
func (s *Station) MarkLost(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, reason, func(r returns.TextRef) returns.Command { return returns.MarkLost{Reason: r} })
}

// Dispose keeps a device whose owner gave it up.
func (s *Station) Dispose(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, reason, func(r returns.TextRef) returns.Command { return returns.Dispose{Reason: r} })
}

// MarketplaceRefund is a refund that the marketplace made by itself.
type MarketplaceRefund struct {
	Item     returns.Money
	Shipping returns.Money
	Seen     string // Where it was seen.
}

// NoteMarketplaceRefund records what the marketplace refunded by itself.
func (s *Station) NoteMarketplaceRefund(ctx context.Context, order Order, id returns.CaseID, noted MarketplaceRefund) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		seen, err := t.SaveText("seen", noted.Seen)
		return returns.NoteMarketplaceRefund{Refund: returns.RefundID(newID()), Item: noted.Item, Shipping: noted.Shipping, Seen: seen}, err
	})
}

// ProtestToCarrier writes the letter to the carrier.
func (s *Station) ProtestToCarrier(ctx context.Context, order Order, id returns.CaseID) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.ProtestToCarrier{})
}

// plainly is run for a command without words.
func (s *Station) plainly(ctx context.Context, order Order, id returns.CaseID, command returns.Command) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(*turn, returns.Case) (returns.Command, error) { return command, nil })
}
