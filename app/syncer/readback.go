package syncer

import (
	"context"
	"slices"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// readEvery is how often a refund is read that is not settled yet. The domain asks
// a person after two readings that lie returns.Patience apart.
const readEvery = 5 * time.Minute

// check is when a row is to be read back.
type check struct {
	at     time.Time
	failed int  // Readings that failed in a row.
	asked  bool // A person wants money read, whatever the schedule says.
	never  bool // Reading will not settle it: a person must.
}

// keepReadingBack reads what nobody answered, and what was accepted, until it is
// known what became of it.
func (s *Syncer) keepReadingBack(ctx, work context.Context) {
	for {
		next := s.readBackDue(ctx, work)
		if !s.wait(ctx, s.reading, next) {
			return
		}
	}
}

// VerifyNow reads back what is unknown of a case because a person asks for it.
func (s *Syncer) VerifyNow(ctx context.Context, id returns.CaseID) error {
	rows, err := s.station.SendingsIn(ctx, store.ActionUnknown, store.ActionAccepted)
	if err != nil {
		return err
	}
	for _, sending := range rows {
		if sending.CaseID == id {
			s.plan(sending, check{asked: true})
		}
	}
	s.reading.ring()
	return nil
}

// readBackDue reads the rows whose time has come and says when the next one is.
func (s *Syncer) readBackDue(ctx, work context.Context) (next time.Time) {
	if s.paused.Load() {
		return time.Time{}
	}
	s.settleInterrupted(work)
	rows, err := s.station.SendingsIn(ctx, store.ActionUnknown, store.ActionAccepted)
	if err != nil {
		if ctx.Err() == nil {
			s.log.Error("list what to read back", "error", err)
		}
		return s.now().Add(storeRetry)
	}
	s.forget(rows)
	for _, sending := range rows {
		if ctx.Err() != nil {
			return time.Time{}
		}
		next = earliest(next, s.readBack(work, sending))
	}
	return next
}

// readBack reads one row if its time has come, and says when to read it again;
// the zero time is when somebody rings.
func (s *Syncer) readBack(work context.Context, sending station.Sending) time.Time {
	f := s.feedOf(sending.Account)
	if f == nil {
		return time.Time{}
	}
	now, planned := s.now(), s.planned(sending)
	switch {
	case !planned.asked && planned.never:
		return time.Time{}
	case !planned.asked && planned.at.After(now):
		return planned.at
	case !f.health.admits(now):
		return f.nextTry(now)
	}
	after := s.readMessage
	if sending.Kind == station.RefundKind {
		after = s.readRefund
	}
	planned = after(work, f, sending, planned)
	s.plan(sending, planned)
	if planned.never {
		return time.Time{}
	}
	return planned.at
}

// readRefund reads a refund back and tells the domain what it found.
func (s *Syncer) readRefund(work context.Context, f *feed, sending station.Sending, planned check) check {
	defer s.lines.enter(lineOf(sending))()
	refund, _, err := s.station.RefundOf(work, sending)
	if err != nil {
		s.record(sending, "read refund", err)
		return check{at: s.now().Add(heldBackRetry)}
	}
	if refund.State.Final() || refund.AskPerson && !planned.asked {
		return check{never: true}
	}
	action, err := s.issueRefund(work, sending)
	if err != nil {
		s.record(sending, "read refund", err)
		return check{at: s.now().Add(heldBackRetry)}
	}
	verdict, err := f.Channel.Verify(work, action)
	s.hear(kept(work), f, listenRead(err))
	if err != nil {
		return s.readLater(planned, err)
	}
	finding, why := foundBy(verdict)
	s.report(work, sending, returns.RecordReadBack{Refund: sending.Dispatch.Refund, Finding: finding}, station.Answer{Fault: why})
	return check{at: s.now().Add(readEvery)}
}

// foundBy is a verdict in the domain's words, with the sentence that its row shows.
func foundBy(verdict marketplace.Verdict) (returns.Finding, *fault.Error) {
	switch verdict {
	case marketplace.HasApplied:
		return returns.FoundRefunded, nil
	case marketplace.HasNotApplied:
		return returns.FoundNotRefunded, fault.New(fault.Unavailable, notRefundedYet, nil)
	default:
		return returns.CannotTell, fault.New(fault.Conflict, cannotTell, nil)
	}
}

// readMessage looks for a message that nobody answered. It is sent again only
// when it is certainly not there.
func (s *Syncer) readMessage(work context.Context, f *feed, sending station.Sending, planned check) check {
	message, err := s.letter(work, f, sending)
	if err != nil {
		s.record(sending, "write letter", err)
		return check{at: s.now().Add(heldBackRetry)}
	}
	verdict, err := f.Channel.Verify(work, message)
	s.hear(kept(work), f, listenRead(err))
	if err != nil {
		return s.readLater(planned, err)
	}
	switch verdict {
	case marketplace.HasApplied:
		s.record(sending, "deliver", s.station.Deliver(kept(work), sending, ""))
	case marketplace.HasNotApplied:
		s.postpone(work, sending, time.Time{}, nil, 0)
	default:
		s.record(sending, "stop", s.station.Stop(kept(work), sending, fault.New(fault.Conflict, messageLost, nil), 0))
	}
	return check{at: s.now().Add(heldBackRetry)} // In case it could not be written down.
}

// readLater plans another reading after one that failed.
func (s *Syncer) readLater(planned check, err error) check {
	planned.failed++
	wait := max(backoffBase, backoff(planned.failed, s.rand()))
	if delay := listenRead(err).delay; delay > 0 {
		wait = delay
	}
	planned.at, planned.asked = s.now().Add(wait), false
	return planned
}

// planned is when a row is to be read. A row that is new here is read when its
// time has come: at once, for money.
func (s *Syncer) planned(sending station.Sending) check {
	s.mu.Lock()
	defer s.mu.Unlock()
	planned := s.checks[rowOf(sending)]
	if sending.Kind != station.RefundKind {
		planned.asked = false // Nobody's hurry shortens the time that a message may take to appear: it would be sent twice.
	}
	ahead := sending.NotBefore.After(s.now().Add(store.LongestWait)) // Of a clock that has been set back since.
	if sending.NotBefore.After(planned.at) && !ahead {
		planned.at = sending.NotBefore
	}
	return planned
}

func (s *Syncer) plan(sending station.Sending, planned check) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.checks[rowOf(sending)] = planned
}

// forget drops the plans of rows that are no longer open.
func (s *Syncer) forget(open []station.Sending) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for known := range s.checks {
		if !slices.ContainsFunc(open, func(sending station.Sending) bool { return rowOf(sending) == known }) {
			delete(s.checks, known)
		}
	}
}
