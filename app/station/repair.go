package station

import (
	"context"

	"revient/app/returns"
)

// StartRepair begins a repair, by whoever gives the order.
func (s *Station) StartRepair(ctx context.Context, order Order, id returns.CaseID) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.StartRepair{})
}

// UsePart records a part that was put in.
func (s *Station) UsePart(ctx context.Context, order Order, id returns.CaseID, part, reference string) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.UsePart{Part: part, Reference: reference})
}

// FinishRepair hands the work to quality control.
func (s *Station) FinishRepair(ctx context.Context, order Order, id returns.CaseID) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.FinishRepair{})
}

// ControlRepair is quality control; words say what is wrong where it failed.
func (s *Station) ControlRepair(ctx context.Context, order Order, id returns.CaseID, passed bool, code, words string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, words, func(text returns.TextRef) returns.Command {
		return returns.ControlRepair{Passed: passed, Code: code, Text: text}
	})
}

// GiveUpRepair says that the device cannot be repaired.
func (s *Station) GiveUpRepair(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.withReason(ctx, order, id, reason, func(text returns.TextRef) returns.Command { return returns.GiveUpRepair{Reason: text} })
}

// Pack puts what goes to the customer into its box: what was scanned must be it.
func (s *Station) Pack(ctx context.Context, order Order, id returns.CaseID, code string) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.Pack{Code: code})
}

// Unpack takes out of its box what has not left.
func (s *Station) Unpack(ctx context.Context, order Order, id returns.CaseID) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.Unpack{})
}

// SendOff gives the parcel to the carrier, or to the customer at the counter.
func (s *Station) SendOff(ctx context.Context, order Order, id returns.CaseID, handed returns.HandOver) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, handed)
}
