package kiosk

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"revient/app/fault"
)

// Event tells the screens that something changed. It names the thing by its id
// and never carries its content: a screen asks for what it shows.
type Event struct {
	Name string
	Data []any // Handed to the listener as its arguments, as the desktop window does.
}

// Source is where the events come from.
type Source interface {
	// Subscribe returns the events from now on, until cancel is called. A source
	// that closes the channel, because a screen reads too slowly, makes it
	// subscribe anew and read everything again.
	Subscribe() (events <-chan Event, cancel func())
}

// writePatience is how long one event may take to reach a screen.
const writePatience = 10 * time.Second

// serveEvents streams the events to one screen (Server-Sent Events) until it
// leaves or the shell shuts down.
func (s *Shell) serveEvents(w http.ResponseWriter, r *http.Request) {
	if s.events == nil {
		s.writeFault(w, http.StatusNotFound, fault.New(fault.NotFound, "errors_kiosk.no_page", nil))
		return
	}
	events, cancel := s.events.Subscribe()
	defer cancel()
	stream := newStream(w)
	if err := stream.start(); err != nil {
		s.log.Debug("event stream not opened", "error", err)
		return
	}
	silence := time.NewTicker(s.heartbeat)
	defer silence.Stop()
	for {
		var err error
		select {
		case <-r.Context().Done():
			return
		case <-s.closing.Done():
			return
		case event, open := <-events:
			if !open {
				return
			}
			err = stream.send(event)
		case <-silence.C:
			err = stream.write(": still here\n\n")
		}
		if err != nil {
			s.log.Debug("event stream ended", "error", err)
			return
		}
	}
}

// stream writes events to one screen.
type stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
}

func newStream(w http.ResponseWriter) stream {
	return stream{w: w, control: http.NewResponseController(w)}
}

// start opens the stream, which outlives the time that other requests have, and
// asks the screen to come back one second after it breaks.
func (s stream) start() error {
	if err := s.control.SetReadDeadline(time.Time{}); err != nil {
		return fmt.Errorf("open event stream: %w", err)
	}
	s.w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	s.w.WriteHeader(http.StatusOK)
	return s.write("retry: 1000\n\n")
}

func (s stream) send(event Event) error {
	data := event.Data
	if data == nil {
		data = []any{}
	}
	encoded, err := json.Marshal(struct {
		Name string `json:"name"`
		Data []any  `json:"data"`
	}{event.Name, data})
	if err != nil {
		return fmt.Errorf("write event %s: %w", event.Name, err)
	}
	return s.write("data: " + string(encoded) + "\n\n")
}

func (s stream) write(frame string) error {
	if err := s.control.SetWriteDeadline(time.Now().Add(writePatience)); err != nil {
		return fmt.Errorf("write to event stream: %w", err)
	}
	if _, err := io.WriteString(s.w, frame); err != nil {
		return fmt.Errorf("write to event stream: %w", err)
	}
	if err := s.control.Flush(); err != nil {
		return fmt.Errorf("write to event stream: %w", err)
	}
	return nil
}
