package kiosk_test

import (
	"bufio"
	"net/http"
	"strings"
	"testing"
	"time"

	"revient/app/kiosk"
)

// listen opens the event stream and returns its lines.
func (s *station) listen() (*http.Response, *bufio.Scanner) {
	s.t.Helper()
	answer := s.ask(http.MethodGet, "/events", "", nil)
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "text/event-stream; charset=utf-8" {
		s.t.Fatalf("%d %s", answer.StatusCode, answer.Header.Get("Content-Type"))
	}
	lines := bufio.NewScanner(answer.Body)
	wantLine(s.t, lines, "retry: 1000")
	return answer, lines
}

// wantLine reads the next line that is not empty.
func wantLine(t *testing.T, lines *bufio.Scanner, want string) {
	t.Helper()
	for lines.Scan() {
		if lines.Text() == "" {
			continue
		}
		if lines.Text() != want {
			t.Fatalf("line %q, want %q", lines.Text(), want)
		}
		return
	}
	t.Fatalf("the stream ended (%v) before %q", lines.Err(), want)
}

func wantEnd(t *testing.T, lines *bufio.Scanner) {
	t.Helper()
	for lines.Scan() {
		if lines.Text() != "" {
			t.Fatalf("line %q, want the end", lines.Text())
		}
	}
	if lines.Err() != nil {
		t.Fatalf("the stream broke: %v", lines.Err())
	}
}

func TestEventsReachTheScreenAndTheStreamEndsWithTheShell(t *testing.T) {
	source := newBroadcast()
	s := start(t, func(o *kiosk.Options) { o.Events = source })
	_, lines := s.listen()
	events := <-source.subscribed
	events <- kiosk.Event{Name: "changed", Data: []any{"cases", "0199-a"}}
	wantLine(t, lines, `data: {"name":"changed","data":["cases","0199-a"]}`)
	events <- kiosk.Event{Name: "two\nlines"}
	wantLine(t, lines, `data: {"name":"two\nlines","data":[]}`)
	s.stop()
	wantEnd(t, lines)
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
	<-source.canceled
}

func TestASilentStreamShowsASignOfLife(t *testing.T) {
	source := newBroadcast()
	s := start(t, func(o *kiosk.Options) { o.Events, o.Heartbeat = source, time.Millisecond })
	_, lines := s.listen()
	wantLine(t, lines, ": still here")
	wantLine(t, lines, ": still here")
}

func TestAScreenThatLeavesIsForgotten(t *testing.T) {
	source := newBroadcast()
	s := start(t, func(o *kiosk.Options) { o.Events = source })
	answer, _ := s.listen()
	if err := answer.Body.Close(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-source.canceled:
	case <-soon(t):
		t.Fatal("the subscription was kept")
	}
}

func TestASourceThatGivesUpEndsTheStream(t *testing.T) {
	source := newBroadcast()
	s := start(t, func(o *kiosk.Options) { o.Events = source })
	_, lines := s.listen()
	close(<-source.subscribed)
	wantEnd(t, lines)
}

func TestAnEventThatIsNotJSONEndsTheStreamSoThatTheScreenReadsAgain(t *testing.T) {
	source := newBroadcast()
	s := start(t, func(o *kiosk.Options) { o.Events = source })
	_, lines := s.listen()
	(<-source.subscribed) <- kiosk.Event{Name: "changed", Data: []any{func() {}}}
	wantEnd(t, lines)
}

func TestAShellWithoutEventsHasNoStream(t *testing.T) {
	s := start(t, nil)
	answer := s.ask(http.MethodGet, "/events", "", nil)
	if answer.StatusCode != http.StatusNotFound || !strings.Contains(read(t, answer), "errors_kiosk.no_page") {
		t.Errorf("status %d", answer.StatusCode)
	}
}
