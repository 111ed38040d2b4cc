package syncer

import (
	"context"
	"iter"
	"sync"
	"time"
)

// bell wakes a loop. Ringing it twice before it is heard wakes it once.
type bell chan struct{}

func newBell() bell { return make(bell, 1) }

func (b bell) ring() {
	select {
	case b <- struct{}{}:
	default:
	}
}

// wait returns true when the bell rings or the clock reaches a time; the zero time
// waits for the bell alone. It returns false when ctx has ended.
func (s *Syncer) wait(ctx context.Context, b bell, at time.Time) bool {
	var alarm <-chan time.Time
	if !at.IsZero() {
		alarm = s.alarm(at)
	}
	select {
	case <-ctx.Done():
		return false
	case <-b:
	case <-alarm:
	}
	return ctx.Err() == nil
}

// until ranges over a channel until ctx ends or the channel is closed.
func until[T any](ctx context.Context, channel <-chan T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			select {
			case <-ctx.Done():
				return
			case item, open := <-channel:
				if !open || !yield(item) {
					return
				}
			}
		}
	}
}

// earliest is the earlier of two times, of which the zero time means never.
func earliest(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// watchers are told that the status may have changed.
type watchers struct {
	mu   sync.Mutex
	open map[bell]struct{}
}

// Changed returns a channel that tells that the status may have changed, and a
// function that ends it.
func (s *Syncer) Changed() (<-chan struct{}, func()) {
	w, b := &s.changed, newBell()
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.open == nil {
		w.open = map[bell]struct{}{}
	}
	w.open[b] = struct{}{}
	return b, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.open, b)
	}
}

func (w *watchers) tell() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for b := range w.open {
		b.ring()
	}
}
