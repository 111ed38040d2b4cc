package station

import (
	"context"
	"fmt"
	"sync"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// After freeAttempts wrong PINs each further one has to wait twice as long as the
// one before, longestWait at most.
const (
	freeAttempts = 3
	firstWait    = 5 * time.Second
	longestWait  = time.Hour
)

// anybody is under whom wrong PINs are counted. A PIN says by itself whose it is, so
// a wrong one is nobody's in particular, and whoever guesses gains nothing by
// changing who they say they are.
const anybody returns.OperatorID = "anybody"

// guessing lets one PIN be tried at a time, so that guesses made side by side do
// not get around the wait.
type guessing struct{ mu sync.Mutex }

// Unlock returns whose PIN it is, of those who work here. Guessing is slowed down,
// and a restart forgets no wrong PIN: it is on disk before the answer is given.
func (s *Station) Unlock(ctx context.Context, pin string, probably returns.OperatorID) (store.Operator, error) {
	s.guessing.mu.Lock()
	defer s.guessing.mu.Unlock()
	var before store.PINAttempts
	err := s.db.View(ctx, func(tx *store.ReadTx) (err error) {
		before, err = tx.PINAttempts(anybody)
		return err
	})
	if err != nil {
		return store.Operator{}, fmt.Errorf("unlock: %w", err)
	}
	now := s.now()
	// A wait beyond the longest one was begun under a clock that was set back since.
	if wait := before.Until.Sub(now); wait > 0 && wait <= longestWait {
		return store.Operator{}, fault.New(fault.Unauthorized, "errors_station.pin.wait", fault.Args{"count": int(wait/time.Second) + 1}).At("pin")
	}
	owner, found := s.Settings().owner(pin, probably)
	after := store.PINAttempts{}
	if !found {
		after.Wrong = before.Wrong + 1
		if after.Wrong >= freeAttempts {
			after.Until = now.Add(min(longestWait, firstWait<<min(after.Wrong-freeAttempts, 12)))
		}
	}
	if after.Wrong != before.Wrong {
		if err := s.db.Update(ctx, func(tx *store.Tx) error { return tx.SetPINAttempts(anybody, after) }); err != nil {
			return store.Operator{}, fmt.Errorf("unlock: %w", err)
		}
	}
	if !found {
		return store.Operator{}, fault.New(fault.Unauthorized, "errors_station.pin.wrong", nil).At("pin")
	}
	return owner, nil
}

// owner finds whose PIN it is. The one who probably gives it is tried first, since
// each trial costs a tenth of a second.
func (set Settings) owner(pin string, probably returns.OperatorID) (store.Operator, bool) {
	for _, first := range []bool{true, false} {
		for _, operator := range set.Team {
			if (operator.ID == probably) == first && operator.PINHash != "" && pinMatches(pin, operator.PINHash) {
				return operator, true
			}
		}
	}
	return store.Operator{}, false
}
