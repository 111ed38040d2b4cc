package syncer

import (
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

func TestBackoffStaysUnderASpanThatDoubles(t *testing.T) {
	for _, row := range []struct {
		name     string
		attempts int
		random   float64
		want     time.Duration
	}{
		{"no attempt yet counts as the first", 0, 0.5, 500 * time.Millisecond},
		{"the first waits a second at most", 1, 0.999, 999 * time.Millisecond},
		{"the fourth waits eight at most", 4, 0.5, 4 * time.Second},
		{"the jitter is full", 9, 0, 0},
		{"the ninth waits less than five minutes", 9, 0.5, 128 * time.Second},
		{"then five minutes are the cap", 10, 0.5, 150 * time.Second},
		{"for ever", 1 << 30, 0.5, 150 * time.Second},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := backoff(row.attempts, row.random); got != row.want {
				t.Errorf("%v, want %v", got, row.want)
			}
		})
	}
}

func TestTheCircuit(t *testing.T) {
	start := time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)
	away := heard{fault: fault.New(fault.Unavailable, "errors_marketplace.no_answer", nil), broken: true}
	refused := heard{fault: fault.New(fault.Unavailable, "errors_marketplace.blocked", nil), status: 403}
	slower := heard{fault: fault.New(fault.Unavailable, "errors_marketplace.throttled", nil), status: 429, delay: 7 * time.Second}
	well := heard{}
	for _, row := range []struct {
		name    string
		past    []heard
		after   time.Duration
		admits  bool
		online  bool
		probeIn time.Duration
	}{
		{"begins closed, and does not claim to be online", nil, 0, true, false, 0},
		{"stays closed for four failures", []heard{away, away, away, away}, 0, true, false, 0},
		{"opens at the fifth in a row", []heard{away, away, away, away, away}, 0, false, false, time.Minute},
		{"is not closed by time alone: a pull must try first", []heard{away, away, away, away, away}, time.Hour, false, false, time.Minute},
		{"closes when the probe is well", []heard{away, away, away, away, away, well}, 0, true, true, 0},
		{"counts failures in a row only", []heard{away, away, away, away, well, away}, 0, true, false, 0},
		{"does not count a refusal as nobody there", []heard{refused, refused, refused, refused, refused}, 0, true, false, 0},
		{"holds everything while it was asked to wait", []heard{slower}, 6 * time.Second, false, false, 7 * time.Second},
		{"goes on when the wait is over", []heard{slower}, 7 * time.Second, true, false, 7 * time.Second},
	} {
		t.Run(row.name, func(t *testing.T) {
			var h health
			for _, got := range row.past {
				h.note(start, got, func(int) time.Duration { return time.Minute })
			}
			if h.admits(start.Add(row.after)) != row.admits || h.online != row.online {
				t.Errorf("admits %v online %v, want %v %v", !row.admits, h.online, row.admits, row.online)
			}
			want := time.Time{}
			if row.probeIn > 0 {
				want = start.Add(row.probeIn)
			}
			if probe := h.probeAt(); !probe.Equal(want) {
				t.Errorf("probe at %v, want %v", probe, want)
			}
		})
	}
}

func TestTheLineIsBackOnce(t *testing.T) {
	var h health
	away := heard{fault: fault.New(fault.Unavailable, "errors_marketplace.no_answer", nil), broken: true}
	jitter := func(int) time.Duration { return time.Minute }
	for i, row := range []struct {
		got  heard
		back bool
	}{{away, false}, {heard{}, true}, {heard{}, false}} {
		if back := h.note(time.Time{}, row.got, jitter); back != row.back {
			t.Errorf("request %d: back %v, want %v", i+1, back, row.back)
		}
	}
}

func TestWhatAnOutcomeTellsOfTheConnection(t *testing.T) {
	why := fault.New(fault.Unavailable, "errors_marketplace.torn", nil)
	for _, row := range []struct {
		name    string
		outcome marketplace.Outcome
		want    heard
	}{
		{"a yes is well", marketplace.Applied{}, heard{}},
		{"a clear no is well too", marketplace.Refused{Fault: why, Trace: marketplace.Trace{Status: 409}}, heard{}},
		{"no byte left: nobody is there", marketplace.RetryAfter{Reason: marketplace.NotSent, Fault: why}, heard{fault: why, broken: true}},
		{"a wait holds the account", marketplace.RetryAfter{Reason: marketplace.Throttled, Known: true, Delay: time.Second, Fault: why, Trace: marketplace.Trace{Status: 429}},
			heard{fault: why, status: 429, delay: time.Second}},
		{"a torn answer: nobody is there", marketplace.Unknown{Fault: why}, heard{fault: why, broken: true}},
		{"503: nobody is there", marketplace.Unknown{Fault: why, Trace: marketplace.Trace{Status: 503}}, heard{fault: why, status: 503, broken: true}},
		{"500: it is there and broken", marketplace.Unknown{Fault: why, Trace: marketplace.Trace{Status: 500}}, heard{fault: why, status: 500}},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := listen(row.outcome); got != row.want {
				t.Errorf("%+v, want %+v", got, row.want)
			}
		})
	}
}

func TestAnOrderLineLetsOneInAtATime(t *testing.T) {
	var l lines
	line := orderLine{"bm-1", "1", "2"}
	leave := l.enter(line)
	l.enter(orderLine{"bm-1", "1", "3"})() // Another line is free.
	entered := make(chan func())
	go func() { entered <- l.enter(line) }()
	select {
	case <-entered:
		t.Fatal("two are in")
	default:
	}
	leave()
	(<-entered)()
	if len(l.busy) != 0 {
		t.Errorf("%d lines are remembered, want none", len(l.busy))
	}
}
