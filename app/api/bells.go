package api

import "sync"

// bells tell every screen to read everything again, when nothing in the data
// changed and yet all of it may look otherwise: the clock was set.
type bells struct {
	mu  sync.Mutex
	all map[chan struct{}]bool
}

// hear gives a screen its bell until silence is called.
func (b *bells) hear() (rung <-chan struct{}, silence func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.all == nil {
		b.all = map[chan struct{}]bool{}
	}
	bell := make(chan struct{}, 1)
	b.all[bell] = true
	return bell, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.all, bell)
	}
}

// ring waits for nobody: a screen that has not come to it yet reads once for all.
func (b *bells) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for bell := range b.all {
		select {
		case bell <- struct{}{}:
		default:
		}
	}
}
