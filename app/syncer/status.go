package syncer

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"revient/app/fault"
	"revient/app/store"
)

// Status is what is always on screen about the exchange.
type Status struct {
	Online      bool // The last authenticated request of every account succeeded.
	Paused      bool
	NeedsToken  bool // A token is not accepted: somebody must enter another.
	Waiting     int
	Oldest      time.Time // Of what waits; zero when nothing does.
	LastSuccess time.Time // Zero when there was none yet.
	ToFix       int       // Rows that need a person.
	Skipped     int       // Remote objects that could not be taken over since the start.
	Fault       *fault.Error
}

// Status reads the state of the exchange.
func (s *Syncer) Status(ctx context.Context) (Status, error) {
	var counts store.OutboxCounts
	var pauses []store.LanePause
	err := s.station.View(ctx, func(tx *store.ReadTx) (err error) {
		if counts, err = tx.CountOutbox(); err != nil {
			return err
		}
		pauses, err = tx.LanePauses()
		return err
	})
	if err != nil {
		return Status{}, err
	}
	status := Status{
		Online: len(s.feeds) > 0, Paused: s.paused.Load(), Waiting: counts.Waiting, Oldest: counts.Oldest,
		LastSuccess: counts.LastSuccess, ToFix: counts.ToFix,
		NeedsToken: slices.ContainsFunc(pauses, func(pause store.LanePause) bool { return pause.Reason == tokenRefused }),
	}
	for _, f := range s.feeds {
		f.health.addTo(&status)
		left := f.skipped.names()
		status.Skipped += len(left)
		if status.Fault == nil && len(left) > 0 {
			status.Fault = fault.New(fault.Internal, leftOut, fault.Args{"count": len(left), "names": strings.Join(left[:min(3, len(left))], ", ")})
		}
	}
	return status, nil
}

func (h *health) addTo(status *Status) {
	h.mu.Lock()
	defer h.mu.Unlock()
	status.Online = status.Online && h.online
	status.NeedsToken = status.NeedsToken || h.noToken
	if h.lastSuccess.After(status.LastSuccess) {
		status.LastSuccess = h.lastSuccess
	}
	if h.fault != nil {
		status.Fault = h.fault
	}
}

// refs is a set of remote objects.
type refs struct {
	mu   sync.Mutex
	open map[string]struct{}
}

func (r *refs) add(ref string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.open == nil {
		r.open = map[string]struct{}{}
	}
	r.open[ref] = struct{}{}
}

func (r *refs) remove(ref string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.open, ref)
}

// names are the references, in order.
func (r *refs) names() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Sorted(maps.Keys(r.open))
}
