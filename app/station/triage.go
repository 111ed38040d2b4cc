package station

import (
	"context"

	"revient/app/returns"
)

// Authorise tells the customer to send the device back. Going against what the rules
// propose for the request wants a reason.
func (s *Station) Authorise(ctx context.Context, order Order, id returns.CaseID, label bool, how, override string) (returns.CaseID, error) {
	return s.judged(ctx, order, id, override, func(_ *turn, _ returns.Case, v returns.Verdict) (returns.Command, error) {
		return returns.Authorise{Label: label, How: how, Proposal: v.Proposal, Override: v.Override}, nil
	})
}

// AskProof asks the customer for photos or a video of the defect.
func (s *Station) AskProof(ctx context.Context, order Order, id returns.CaseID, words string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("proof", words)
		return returns.AskProof{Text: text}, err
	})
}

// NoteProof records that the customer showed the defect elsewhere.
func (s *Station) NoteProof(ctx context.Context, order Order, id returns.CaseID, state returns.ProofState) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.NoteProof{State: state})
}

// AskCustomer puts a choice to the customer.
func (s *Station) AskCustomer(ctx context.Context, order Order, id returns.CaseID, choice, words string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("question", words)
		return returns.AskCustomer{Choice: choice, Text: text}, err
	})
}

// RecordAnswer records what the customer chose.
func (s *Station) RecordAnswer(ctx context.Context, order Order, id returns.CaseID, answer string) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.RecordAnswer{Answer: answer})
}
