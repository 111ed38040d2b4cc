package syncer

import (
	"context"
	"slices"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// settleInterrupted settles the rows that somebody took and nobody holds: the
// station died with them, or could not write down what it heard. A marked refund
// is unknown from now on and is never sent again; a refund that was taken and not
// marked had not begun; a message is looked for before it is sent again.
func (s *Syncer) settleInterrupted(ctx context.Context) {
	left, err := s.interrupted(ctx)
	if err != nil {
		if ctx.Err() == nil {
			s.log.Error("list interrupted rows", "error", err)
		}
		return
	}
	why := fault.New(fault.Unavailable, restarted, nil)
	for _, sending := range left {
		switch {
		case sending.State == store.ActionSubmitting:
			s.report(ctx, sending, returns.DoubtRefund{Refund: sending.Dispatch.Refund, Cause: "restarted"}, station.Answer{Fault: why})
		case sending.Kind == station.RefundKind:
			s.postpone(ctx, sending, s.now(), nil, 0)
		default:
			s.record(sending, "doubt", s.station.Doubt(kept(ctx), sending, s.now(), why, 0))
		}
	}
}

// interrupted lists the taken rows that no worker holds. No row can be taken, and
// none let go of, while it looks.
func (s *Syncer) interrupted(ctx context.Context) ([]station.Sending, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	taken, err := s.station.SendingsIn(ctx, store.ActionSending, store.ActionSubmitting)
	return slices.DeleteFunc(taken, func(sending station.Sending) bool { return s.flying[rowOf(sending)] > 0 }), err
}
