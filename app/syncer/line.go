package syncer

import "sync"

// orderLine names an order line. Money for one line is never sent or read from
// two places at once, whichever cases it is for.
type orderLine struct{ account, order, line string }

// lines lets one in per order line.
type lines struct {
	mu   sync.Mutex
	busy map[orderLine]*turnstile
}

type turnstile struct {
	sync.Mutex
	waiting int
}

// enter waits for the line to be free and returns how to leave it.
func (l *lines) enter(line orderLine) (leave func()) {
	l.mu.Lock()
	if l.busy == nil {
		l.busy = map[orderLine]*turnstile{}
	}
	gate := l.busy[line]
	if gate == nil {
		gate = &turnstile{}
		l.busy[line] = gate
	}
	gate.waiting++
	l.mu.Unlock()
	gate.Lock()
	return func() {
		gate.Unlock()
		l.mu.Lock()
		defer l.mu.Unlock()
		if gate.waiting--; gate.waiting == 0 {
			delete(l.busy, line)
		}
	}
}
