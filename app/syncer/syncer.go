// Package syncer keeps a station and its marketplaces in step whenever there is a
// connection: it pulls orders and requests into cases, pushes the outbox, and
// reads back what nobody answered.
//
// The local case is the truth. A pull never overwrites it, and a push tells of it
// one row at a time, in order within a case and a lane. Whatever fails is put off
// and never dropped.
//
// Money moves at most once. A refund is marked in a committed transaction before
// its first byte leaves; only an outcome that promises that nothing happened puts
// it back into the queue; everything else is unknown, is read back and, when
// reading does not settle it, goes to a person. The syncer must never send a
// refund again by itself after that, and must never decide anything about a case.
package syncer

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
)

// Account is one seller account: where it is mirrored and how it is reached.
type Account struct {
	Feed    station.Feed
	Channel marketplace.Channel
}

// Options are what a syncer needs.
type Options struct {
	Station  *station.Station
	Accounts []Account
	Workers  int           // Rows that are sent at the same time; 4 when zero.
	Drain    time.Duration // How long a stop waits for requests in flight; 20 seconds when zero.
	Logger   *slog.Logger

	Now   func() time.Time                    // Clock; time.Now when nil.
	Alarm func(at time.Time) <-chan time.Time // Fires when the clock reaches a time; a timer when nil.
	Rand  func() float64                      // Jitter in [0, 1); random when nil.
}

// Syncer is the exchange with the marketplaces. Its methods may be called at the
// same time; Run once.
type Syncer struct {
	station *station.Station
	feeds   []*feed
	workers int
	drain   time.Duration
	log     *slog.Logger
	now     func() time.Time
	alarm   func(at time.Time) <-chan time.Time
	rand    func() float64

	paused  atomic.Bool
	pushing bell
	reading bell
	changed watchers
	lines   lines

	mu     sync.Mutex
	flying map[row]int // Rows that a worker holds. Taken rows that are not in it were left by a dead one.
	checks map[row]check
}

// row names a row of the outbox.
type row struct {
	id     returns.CaseID
	action returns.ActionID
}

func rowOf(sending station.Sending) row { return row{sending.CaseID, sending.ID} }

// feed is an account with what its last requests told.
type feed struct {
	Account
	health  health
	pulling bell
	skipped refs
	refused map[string]time.Time // Attachments that could not be kept, and when to try again; the pull's own.
	labels  map[string]label     // Return labels that are still to be read; the pull's own.
}

// New returns a syncer at rest.
func New(options Options) *Syncer {
	s := &Syncer{
		station: options.Station, workers: options.Workers, drain: options.Drain, log: options.Logger,
		now: options.Now, alarm: options.Alarm, rand: options.Rand,
		pushing: newBell(), reading: newBell(), flying: map[row]int{}, checks: map[row]check{},
	}
	if s.workers <= 0 {
		s.workers = 4
	}
	if s.drain <= 0 {
		s.drain = 20 * time.Second
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.alarm == nil {
		s.alarm = func(at time.Time) <-chan time.Time { return time.After(at.Sub(s.now())) }
	}
	if s.rand == nil {
		s.rand = rand.Float64
	}
	for _, account := range options.Accounts {
		s.feeds = append(s.feeds, &feed{Account: account, pulling: newBell(), refused: map[string]time.Time{}, labels: map[string]label{}})
	}
	return s
}

// Run works until ctx ends. It then waits for the requests in flight, Drain at
// most; what it had to abandon is found at the next start as after a crash.
func (s *Syncer) Run(ctx context.Context) {
	work, abandon := context.WithCancel(context.WithoutCancel(ctx))
	defer abandon()
	changes, unsubscribe := s.station.Changes()
	defer unsubscribe()
	s.resumeLanes(ctx) // The account may have another token than last time.
	s.settleInterrupted(ctx)

	var loops sync.WaitGroup
	loops.Go(func() {
		for change := range until(ctx, changes) {
			if change.Outbox || change.Documents {
				s.pushing.ring()
				s.reading.ring()
				s.changed.tell()
			}
		}
	})
	for _, f := range s.feeds {
		loops.Go(func() { s.keepPulling(ctx, f) })
	}
	loops.Go(func() { s.keepPushing(ctx, work) })
	loops.Go(func() { s.keepReadingBack(ctx, work) })

	<-ctx.Done()
	ended := make(chan struct{})
	go func() { loops.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-s.alarm(s.now().Add(s.drain)):
		abandon()
		<-ended
	}
}

// SyncNow pulls at once and lets what waits for the connection leave, as a person
// asks for it.
func (s *Syncer) SyncNow(ctx context.Context) {
	s.resumeLanes(ctx)
	for _, f := range s.feeds {
		f.health.retryNow()
		s.hasten(ctx, f)
		f.pulling.ring()
	}
	s.pushing.ring()
	s.reading.ring()
}

// Pause stops everything that would begin, or lets it go on. What is in flight
// ends as it does.
func (s *Syncer) Pause(pause bool) {
	s.paused.Store(pause)
	s.changed.tell()
	if pause {
		return
	}
	for _, f := range s.feeds {
		f.pulling.ring()
	}
	s.pushing.ring()
	s.reading.ring()
}

// feedOf finds the account of a row; nil when it is not connected.
func (s *Syncer) feedOf(account string) *feed {
	i := slices.IndexFunc(s.feeds, func(f *feed) bool { return f.Feed.Account == account })
	if i < 0 {
		return nil
	}
	return s.feeds[i]
}

// order is a command of the syncer's own. What it may repeat after a crash is
// guarded by the state of the refund, not by its identity.
func order() station.Order {
	return station.Order{ID: returns.CommandID("sync-" + uuid.NewString()), Actor: returns.Actor{ID: returns.System}}
}

func (s *Syncer) resumeLanes(ctx context.Context) {
	for _, f := range s.feeds {
		if err := s.station.ResumeLanes(ctx, f.Feed.Account, tokenRefused); err != nil {
			s.log.Error("resume lanes", "account", f.Feed.Account, "error", err)
		}
	}
}

func (s *Syncer) hasten(ctx context.Context, f *feed) {
	if err := s.station.Hasten(ctx, f.Feed.Account); err != nil {
		s.log.Error("hasten queue", "account", f.Feed.Account, "error", err)
	}
}
