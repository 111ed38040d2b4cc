package syncer_test

import (
	"sync"
	"time"
)

// clock is a clock that a test moves by hand. Its alarms fire when it gets there.
type clock struct {
	mu     sync.Mutex
	now    time.Time
	alarms []alarm
}

type alarm struct {
	at   time.Time
	ring chan time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Alarm(at time.Time) <-chan time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	set := alarm{at, make(chan time.Time, 1)}
	c.alarms = append(c.alarms, set)
	c.fire()
	return set.ring
}

func (c *clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.fire()
}

func (c *clock) fire() {
	waiting := c.alarms[:0]
	for _, set := range c.alarms {
		if set.at.After(c.now) {
			waiting = append(waiting, set)
			continue
		}
		set.ring <- c.now
	}
	c.alarms = waiting
}
