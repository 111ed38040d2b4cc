package sandbox

import (
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Fault is a way to fail, for the requests whose path matches.
type Fault struct {
	Mode   string `json:"mode"`               // One of Modes, or "none", which ends all faults.
	Path   string `json:"path,omitempty"`     // A regular expression, matched from the path's start; every path when empty.
	Method string `json:"method,omitempty"`   // Any when empty.
	Count  int    `json:"count,omitempty"`    // How many requests fail; all when 0.
	Delay  int    `json:"delay_ms,omitempty"` // Of the slow modes; until the client gives up when 0.
}

// modes say what each fault does. One that applies does what was asked for, keeps
// it, and lets nobody know.
var modes = map[string]struct {
	applies bool
	answer  func(http.ResponseWriter, *http.Request, time.Duration)
}{
	"drop":             {false, cut},
	"drop_after_apply": {true, cut},
	"refuse":           {false, cut}, // For every path the listener does it already.
	"torn_after_apply": {true, tear},
	"slow":             {false, dawdle},
	"slow_after_apply": {true, dawdle},
	"500":              {false, status(http.StatusInternalServerError)},
	"500_after_apply":  {true, status(http.StatusInternalServerError)},
	"503":              {false, status(http.StatusServiceUnavailable)},
	"401":              {false, status(http.StatusUnauthorized)},
	"413":              {false, status(http.StatusRequestEntityTooLarge)},
	"429": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) { // Without Retry-After.
		answerError(w, http.StatusTooManyRequests, "too_many_requests", "Rate limit exceeded")
	}},
	"429_retry_after": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		w.Header().Set("Retry-After", "7")
		answerError(w, http.StatusTooManyRequests, "too_many_requests", "Rate limit exceeded")
	}},
	"403": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		answerProblem(w, http.StatusForbidden, "/errors/authorization-failed", "Authenticated user not allowed.")
	}},
	"html403": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) { answerFirewall(w) }},
	"html200": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		answerHTML(w, http.StatusOK, "Welcome to the hotel's network")
	}},
	"html502": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		answerHTML(w, http.StatusBadGateway, "Bad gateway")
	}},
	"challenge403": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		answerErrors(w, http.StatusForbidden, object{"code": "bot-need-challenge", "message": "Forbidden", "challengePath": "/challenge"})
	}},
	"unavailable404": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		answerText(w, http.StatusNotFound, "Webservices unavailable")
	}},
	"e008": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		answerError(w, http.StatusBadRequest, "E008", "Try again later")
	}},
	"huge": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		w.Header().Set("Content-Type", "application/json")
		for range 40 { // Forty megabytes, or until the client has had enough.
			if _, err := w.Write([]byte(strings.Repeat(" ", 1<<20))); err != nil {
				return
			}
		}
	}},
	"garbage": {false, func(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"results": [`)) // A client that has gone needs no garbage.
	}},
}

// Modes lists the faults by name.
func Modes() []string {
	names := []string{"none"}
	for name := range modes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func status(code int) func(http.ResponseWriter, *http.Request, time.Duration) {
	return func(w http.ResponseWriter, _ *http.Request, _ time.Duration) { w.WriteHeader(code) }
}

// cut ends the connection without an answer.
func cut(http.ResponseWriter, *http.Request, time.Duration) { panic(http.ErrAbortHandler) }

// tear ends the connection in the middle of an answer.
func tear(w http.ResponseWriter, _ *http.Request, _ time.Duration) {
	w.Header().Set("Content-Length", "1000")
	w.WriteHeader(http.StatusCreated)
	_, _ = w.Write([]byte("99")) // It is about to be cut anyway.
	_ = http.NewResponseController(w).Flush()
	panic(http.ErrAbortHandler)
}

// dawdle holds the answer back. Only once the request is read in full is the
// server told that a client has given up.
func dawdle(w http.ResponseWriter, r *http.Request, delay time.Duration) {
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		cut(w, r, 0)
	}
	if delay == 0 {
		<-r.Context().Done()
		cut(w, r, 0)
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		w.WriteHeader(http.StatusGatewayTimeout)
	case <-r.Context().Done():
		cut(w, r, 0)
	}
}

type faults []*armed

type armed struct {
	Fault
	path *regexp.Regexp
}

// SetFault makes the sandbox fail from now on. Faults add up, the oldest that
// matches first; mode "none" ends them all.
func (s *Server) SetFault(f Fault) error {
	if _, known := modes[f.Mode]; !known && f.Mode != "none" {
		return fmt.Errorf("set fault: unknown mode %q", f.Mode)
	}
	path, err := regexp.Compile("^(?:" + f.Path + ")")
	if err != nil {
		return fmt.Errorf("set fault: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Mode == "none" {
		s.faults = nil
		return nil
	}
	s.faults = append(s.faults, &armed{Fault: f, path: path})
	return nil
}

// spend finds the fault of a request and uses it up once.
func (s *Server) spend(matches func(*armed) bool) (Fault, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := slices.IndexFunc(s.faults, matches)
	if at < 0 {
		return Fault{}, false
	}
	found := s.faults[at]
	if found.Count == 1 {
		s.faults = slices.Delete(s.faults, at, at+1)
	} else if found.Count > 1 {
		found.Count--
	}
	return found.Fault, true
}

// withFaults fails as it was told to, or passes on.
func (s *Server) withFaults(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f, failing := s.spend(func(a *armed) bool {
			return a.path.MatchString(r.URL.Path) && (a.Method == "" || a.Method == r.Method)
		})
		if !failing {
			next.ServeHTTP(w, r)
			return
		}
		mode := modes[f.Mode]
		if mode.applies {
			next.ServeHTTP(&unheard{header: http.Header{}}, r)
		}
		mode.answer(w, r, time.Duration(f.Delay)*time.Millisecond)
	})
}

// refusesConnections reports whether new connections are to be closed unread.
func (s *Server) refusesConnections() bool {
	_, refusing := s.spend(func(a *armed) bool { return a.Mode == "refuse" && a.Path == "" && a.Method == "" })
	return refusing
}

// unheard is the answer that nobody gets.
type unheard struct{ header http.Header }

func (u *unheard) Header() http.Header         { return u.header }
func (u *unheard) Write(b []byte) (int, error) { return len(b), nil }
func (u *unheard) WriteHeader(int)             {}
