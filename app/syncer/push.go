package syncer

import (
	"context"
	"sync"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/station"
)

// The waits of the queue.
const (
	storeRetry    = 5 * time.Second  // After the database failed.
	heldBackRetry = 30 * time.Second // Rows wait, but a lane or a row before them holds them back.
	documentRetry = 2 * time.Second  // The document of a message is not issued yet.
	accountRetry  = time.Minute      // The account of a row is not connected.
	settleDelay   = 30 * time.Second // A message without an answer may still be on its way in.
)

// keepPushing takes row after row and hands each to a worker. The outbox gives
// them in order within a case and a lane; across cases they leave side by side.
// It returns when ctx has ended and every worker is done.
func (s *Syncer) keepPushing(ctx, work context.Context) {
	var flights sync.WaitGroup
	defer flights.Wait()
	free := make(chan struct{}, s.workers)
	for {
		select {
		case <-ctx.Done():
			return
		case free <- struct{}{}:
		}
		sending, found, err := s.take(ctx)
		if err != nil && ctx.Err() == nil {
			s.log.Error("take next row", "error", err)
		}
		if found {
			flights.Go(func() {
				defer func() { <-free }()
				defer s.land(sending)
				s.send(work, sending)
			})
			continue
		}
		<-free
		if !s.wait(ctx, s.pushing, s.nextTake(ctx, err)) {
			return
		}
	}
}

// take claims a row and notes that a worker of this process holds it.
func (s *Syncer) take(ctx context.Context) (station.Sending, bool, error) {
	if s.paused.Load() || !s.anyAdmits() {
		return station.Sending{}, false, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	sending, found, err := s.station.NextSending(ctx)
	if found {
		s.flying[rowOf(sending)]++
	}
	return sending, found, err
}

// land lets go of a row.
func (s *Syncer) land(sending station.Sending) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := rowOf(sending)
	if s.flying[at]--; s.flying[at] == 0 {
		delete(s.flying, at)
	}
}

func (s *Syncer) anyAdmits() bool {
	for _, f := range s.feeds {
		if f.health.admits(s.now()) {
			return true
		}
	}
	return false
}

// nextTake is when the queue is to be looked at again if nobody rings.
func (s *Syncer) nextTake(ctx context.Context, failed error) time.Time {
	now := s.now()
	switch {
	case failed != nil:
		return now.Add(storeRetry)
	case s.paused.Load():
		return time.Time{}
	case !s.anyAdmits():
		return s.nextTry(now)
	}
	next, err := s.station.NextSendingAt(ctx)
	switch {
	case err != nil:
		return now.Add(storeRetry)
	case next.IsZero() || next.After(now):
		return next
	default:
		return now.Add(heldBackRetry)
	}
}

// nextTry is when an account may be written to again at the earliest.
func (s *Syncer) nextTry(now time.Time) (next time.Time) {
	for _, f := range s.feeds {
		next = earliest(next, f.nextTry(now))
	}
	return next
}

// nextTry is when the account may be written to again. Once the circuit may be
// probed it is for a pull to do that; one that succeeds rings before this.
func (f *feed) nextTry(now time.Time) time.Time {
	if at := f.health.probeAt(); at.After(now) {
		return at
	}
	return now.Add(heldBackRetry)
}

// send does what a row says.
func (s *Syncer) send(work context.Context, sending station.Sending) {
	f := s.feedOf(sending.Account)
	switch {
	case f == nil:
		s.postpone(work, sending, s.now().Add(accountRetry), fault.New(fault.Unavailable, notConnected, nil), 0)
	case !f.health.admits(s.now()):
		s.postpone(work, sending, f.nextTry(s.now()), nil, 0)
	case sending.Kind == station.RefundKind:
		s.refund(work, f, sending)
	default:
		s.post(work, f, sending)
	}
}

// post sends a message with its files.
func (s *Syncer) post(work context.Context, f *feed, sending station.Sending) {
	if !f.Channel.Capabilities().Supports(marketplace.KindPostMessage) {
		s.record(sending, "hand over", s.station.HandOver(kept(work), sending, fault.New(fault.Conflict, byHand, nil)))
		return
	}
	message, err := s.letter(work, f, sending)
	if fault.Is(err, fault.Unavailable) {
		s.postpone(work, sending, s.now().Add(documentRetry), fault.Of(err), 0)
		return
	}
	if err != nil {
		s.record(sending, "stop", s.station.Stop(kept(work), sending, fault.Of(err), 0))
		return
	}
	outcome := f.Channel.Execute(work, message)
	s.hear(kept(work), f, listen(outcome))
	switch o := outcome.(type) {
	case marketplace.Applied:
		s.record(sending, "deliver", s.station.Deliver(kept(work), sending, o.RemoteRef))
	case marketplace.AlreadyApplied:
		s.record(sending, "deliver", s.station.Deliver(kept(work), sending, ""))
	case marketplace.Refused:
		s.record(sending, "stop", s.station.Stop(kept(work), sending, o.Fault, o.Trace.Status))
	case marketplace.Unauthorized:
		s.stopLane(work, sending)
		s.postpone(work, sending, time.Time{}, o.Fault, o.Trace.Status)
	case marketplace.RetryAfter:
		s.postpone(work, sending, s.retryAt(sending, o), o.Fault, o.Trace.Status)
	case marketplace.Unknown:
		s.record(sending, "doubt", s.station.Doubt(kept(work), sending, s.now().Add(settleDelay), o.Fault, o.Trace.Status))
	}
}

// retryAt is when a row that nothing happened to may leave again.
func (s *Syncer) retryAt(sending station.Sending, o marketplace.RetryAfter) time.Time {
	if o.Known {
		return s.now().Add(o.Delay)
	}
	return s.now().Add(backoff(sending.Attempts, s.rand()))
}

// stopLane stops a row's lane before the row is queued again: a refused token
// does not become better by asking for every row.
func (s *Syncer) stopLane(work context.Context, sending station.Sending) {
	s.record(sending, "pause lane", s.station.PauseLane(kept(work), sending.Account, sending.Lane, tokenRefused))
}

func (s *Syncer) postpone(work context.Context, sending station.Sending, until time.Time, why *fault.Error, status int) {
	s.record(sending, "postpone", s.station.Postpone(kept(work), sending, until, why, status))
}

// kept is a context in which what was heard is written down, even when the
// requests are being abandoned.
func kept(work context.Context) context.Context { return context.WithoutCancel(work) }

// record reports what could not be written down. The row then keeps the state of
// a row whose station died, and is settled as one.
func (s *Syncer) record(sending station.Sending, what string, err error) {
	if err != nil {
		s.log.Error("record what was heard", "what", what, "case", sending.CaseID, "action", sending.ID, "error", err)
	}
}
