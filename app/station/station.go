// Package station is the use cases of the returns station: what a person at the
// bench does (authorise, receive, inspect, decide, put away) and what the
// marketplace brings (orders, requests, the fate of a refund).
//
// It is the only room through which events enter a case. Every use case is one
// command: it reads the case and the facts inside the write transaction, lets the
// domain decide, and commits the events together with what follows from them (the
// outbox, the documents due, the texts and persons they name) and with the
// command's own result, so that a repeated command changes nothing.
//
// It must never talk to a marketplace or a printer, and never decide a rule: the
// first is the syncer's, the second the domain's.
package station

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"revient/app/media"
	"revient/app/paper"
	"revient/app/policy"
	"revient/app/store"
)

// Options are what a station needs to start.
type Options struct {
	Dir    string // Data folder.
	Sample bool   // The data are the sandbox's: every screen and document says so.

	Training bool // People practise here: every document is a specimen.

	Now    func() time.Time // Clock; time.Now when nil.
	Zone   string           // IANA zone until the workshop's address is known; "Europe/Paris" when empty.
	Logger *slog.Logger
}

// Station is an open data folder with the use cases on it. Its methods may be
// called at the same time.
type Station struct {
	db       *store.DB
	photos   *media.Library
	rules    atomic.Pointer[policyBook]
	place    atomic.Pointer[policy.Place]
	loading  sync.Mutex
	settings atomic.Pointer[Settings]
	sample   bool
	training bool
	now      func() time.Time
	log      *slog.Logger
	guessing guessing
	erasing  sync.Mutex // One erasure at a time: each finishes what the one before it left.
	render   func(paper.Document) ([]byte, error)
}

// Open opens the data folder and finishes what a station that died had begun:
// documents that were due are issued. Refunds that were being sent are the
// syncer's to settle (Interrupted).
func Open(ctx context.Context, options Options) (*Station, error) {
	s := &Station{sample: options.Sample, training: options.Training, now: options.Now, log: options.Logger, render: paper.Document.PDF}
	s.rules.Store(newPolicyBook())
	if s.now == nil {
		s.now = time.Now
	}
	if options.Zone == "" {
		options.Zone = defaultZone
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.place.Store(&policy.Place{Zone: options.Zone, Calendar: defaultCalendar})
	db, err := store.Open(ctx, store.Options{Dir: options.Dir, Now: s.now, Zone: location(options.Zone), Logger: s.log, Due: s.storedDue})
	if err != nil {
		return nil, err
	}
	s.db = db
	if err := s.settle(ctx); err != nil {
		return nil, fmt.Errorf("open station: %w", closing(db, err))
	}
	return s, nil
}

// The workshop's place until the assistant asked for it.
const (
	defaultZone     = "Europe/Paris"
	defaultCalendar = policy.Code("FR")
)

// newID makes an identity that sorts by time.
func newID() string { return uuid.Must(uuid.NewV7()).String() }
