package store

import (
	"slices"
	"sync"

	"revient/app/returns"
)

// Change says what a commit touched, so that whoever shows it reads it again.
type Change struct {
	Cases     []returns.CaseID
	Outbox    bool
	Documents bool
	Settings  bool
	Stock     bool // Units and bins.
}

func (c Change) empty() bool {
	return len(c.Cases) == 0 && !c.Outbox && !c.Documents && !c.Settings && !c.Stock
}

func (c Change) plus(later Change) Change {
	cases := slices.Concat(c.Cases, later.Cases)
	slices.Sort(cases)
	return Change{
		Cases:     slices.Compact(cases),
		Outbox:    c.Outbox || later.Outbox,
		Documents: c.Documents || later.Documents,
		Settings:  c.Settings || later.Settings,
		Stock:     c.Stock || later.Stock,
	}
}

// touch notes that the transaction changed a case.
func (tx *Tx) touch(id returns.CaseID) {
	if id != "" && !slices.Contains(tx.changed.Cases, id) {
		tx.changed.Cases = append(tx.changed.Cases, id)
	}
}

// subscribers are told of commits. Each has a channel of one place, in which
// changes that nobody has taken yet are merged: a slow reader misses no case and
// never holds the writer up.
type subscribers struct {
	mu     sync.Mutex
	open   map[chan Change]struct{}
	closed bool
}

// Subscribe returns a channel that tells what commits change, from now on, and a
// function that ends it. The channel is closed when the store is.
func (db *DB) Subscribe() (<-chan Change, func()) {
	s := &db.subs
	s.mu.Lock()
	defer s.mu.Unlock()
	told := make(chan Change, 1)
	if s.closed {
		close(told)
		return told, func() {}
	}
	if s.open == nil {
		s.open = map[chan Change]struct{}{}
	}
	s.open[told] = struct{}{}
	return told, func() { s.cancel(told) }
}

func (s *subscribers) cancel(told chan Change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, open := s.open[told]; open {
		delete(s.open, told)
		close(told)
	}
}

func (s *subscribers) publish(change Change) {
	if change.empty() {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for told := range s.open {
		merged := change
		select {
		case waiting := <-told:
			merged = waiting.plus(change)
		default:
		}
		told <- merged // Only publish sends, under the lock, and the place is free.
	}
}

func (s *subscribers) closeAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	for told := range s.open {
		delete(s.open, told)
		close(told)
	}
}
