package syncer

import (
	"sync"
	"time"

	"revient/app/fault"
)

// tripsAt is how many failures of the connection in a row stop the pushes of an
// account. From then on one pull at a time tries whether it is back.
const tripsAt = 5

// health is what the last requests of an account told of its connection. It only
// ever defers: nothing is dropped for it.
type health struct {
	mu          sync.Mutex
	online      bool
	failures    int       // Of the connection, in a row.
	openUntil   time.Time // No attempt before, once failures reached tripsAt.
	heldUntil   time.Time // The marketplace asked the whole account to wait.
	lastSuccess time.Time
	fault       *fault.Error // Of the last request; nil when it was well.
	noToken     bool
}

// heard is the account of one request.
type heard struct {
	fault  *fault.Error // Nil when the marketplace answered as it should.
	status int
	delay  time.Duration // How long it asked to wait; 0 when it did not.
	broken bool          // Nobody is there: no answer, or 503.
}

// note takes one request into account, and reports whether the account is back
// after it was away.
func (h *health) note(now time.Time, got heard, jitter func(attempts int) time.Duration) (back bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	wasAway := !h.online && h.failures > 0
	h.fault = got.fault
	h.online = got.fault == nil
	h.noToken = got.fault != nil && got.fault.Code == fault.Unauthorized
	if got.delay > 0 {
		h.heldUntil = now.Add(got.delay)
	}
	switch {
	case got.broken:
		h.failures++
		if h.failures >= tripsAt {
			h.openUntil = now.Add(jitter(h.failures))
		}
	case got.fault == nil:
		h.failures, h.openUntil, h.lastSuccess = 0, time.Time{}, now
	default:
		h.failures = 0 // It answers, if only to refuse.
	}
	return wasAway && h.online
}

// admits reports whether a row may be sent now.
func (h *health) admits(now time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.failures < tripsAt && !now.Before(h.heldUntil)
}

// probeAt is when the next request may be tried; the zero time is at once.
func (h *health) probeAt() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.heldUntil.After(h.openUntil) {
		return h.heldUntil
	}
	return h.openUntil
}

// retryNow forgets the circuit's wait. What the marketplace asked for stays.
func (h *health) retryNow() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.openUntil = time.Time{}
}
