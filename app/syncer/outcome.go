package syncer

import (
	"context"
	"errors"
	"net/http"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

// The sentences of the syncer, and the reason of a lane that waits for a token.
const (
	tokenRefused   = "errors_syncer.token"
	notConnected   = "errors_syncer.not_connected"
	byHand         = "errors_syncer.by_hand"
	messageLost    = "errors_syncer.message_lost"
	notRefundedYet = "errors_syncer.not_refunded_yet"
	cannotTell     = "errors_syncer.cannot_tell"
	restarted      = "errors_syncer.restarted"
	leftOut        = "errors_syncer.left_out"
)

// listen tells what an outcome says of the connection.
func listen(outcome marketplace.Outcome) heard {
	switch o := outcome.(type) {
	case marketplace.Unauthorized:
		return heard{fault: o.Fault, status: o.Trace.Status}
	case marketplace.RetryAfter:
		got := heard{fault: o.Fault, status: o.Trace.Status, broken: isAway(o.Trace.Status) && o.Reason == marketplace.NotSent}
		if o.Known {
			got.delay = o.Delay
		}
		return got
	case marketplace.Unknown:
		return heard{fault: o.Fault, status: o.Trace.Status, broken: isAway(o.Trace.Status)}
	default:
		return heard{} // A clear yes or no: it is there and knows us.
	}
}

// listenRead tells what a reading's error says of the connection.
func listenRead(err error) heard {
	if err == nil {
		return heard{}
	}
	got := heard{fault: fault.Of(err)}
	if remote, ok := errors.AsType[*marketplace.RemoteError](err); ok {
		got.status = remote.Trace.Status
	}
	got.delay, _ = marketplace.RetryDelay(err)
	got.broken = got.fault.Code == fault.Unavailable && isAway(got.status)
	return got
}

func isAway(status int) bool { return status == 0 || status == http.StatusServiceUnavailable }

// hear takes one request into account. When the line is back, what was put off
// for it alone leaves at once.
func (s *Syncer) hear(ctx context.Context, f *feed, got heard) {
	back := f.health.note(s.now(), got, func(attempts int) time.Duration { return max(time.Second, backoff(attempts, s.rand())) })
	if back {
		s.log.Info("connection is back", "account", f.Feed.Account)
		s.hasten(ctx, f)
		s.pushing.ring()
		s.reading.ring()
	}
	s.changed.tell()
}
