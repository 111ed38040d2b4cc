package api_test

import (
	"sync"
	"testing"
	"time"

	"revient/app/api"
	"revient/app/station"
)

// handClock is a clock that a training sets.
type handClock struct {
	mu sync.Mutex
	at time.Time
}

// Set implements api.Clock.
func (c *handClock) Set(at time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
	return nil
}

func (c *handClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func TestEveryScreenIsToldThatTheTrainingsClockWasSet(t *testing.T) {
	clock, syncer := &handClock{at: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}, &fakeSyncer{}
	opened, err := station.Open(t.Context(), station.Options{Dir: t.TempDir(), Sample: true, Training: true, Now: clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	})
	served := api.New(api.Options{Station: opened, Syncer: syncer, Clock: clock, Shell: "kiosk"})
	one, stopOne := served.Subscribe()
	other, stopOther := served.Subscribe()
	defer stopOne()
	defer stopOther()
	desk, is := served.Bound()[0].(*api.Station)
	if !is {
		t.Fatal("the first service is not the station's")
	}
	view, err := desk.SetClock("2026-12-24T18:00")
	if err != nil || view.Now != "2026-12-24T17:00:00Z" || !view.Training {
		t.Errorf("set to %s, %v", view.Now, err)
	}
	for name, events := range map[string]<-chan api.Event{"one screen": one, "the other": other} {
		if event := <-events; event.Name != "resync" {
			t.Errorf("%s is told %+v", name, event)
		}
	}
	if syncer.synced != 1 {
		t.Errorf("the one who sends was told %d times", syncer.synced)
	}
}
