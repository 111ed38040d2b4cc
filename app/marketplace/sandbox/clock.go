package sandbox

import (
	"encoding/json"
	"net/http"
	"sync/atomic"
	"time"
)

// clock is the time in the sandbox's world: the machine's, moved by as much as the
// control room set it. It is not kept: a sandbox that starts again has its machine's.
type clock struct {
	machine func() time.Time
	ahead   atomic.Int64 // Nanoseconds.
}

func (s *Server) now() time.Time { return s.clock.machine().Add(time.Duration(s.clock.ahead.Load())) }

// SetClock moves the sandbox's time. What it dated before keeps its date.
func (s *Server) SetClock(at time.Time) {
	s.clock.ahead.Store(int64(at.Sub(s.clock.machine())))
}

func (s *Server) controlClock(w http.ResponseWriter, r *http.Request) {
	var set struct {
		At time.Time `json:"at"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&set); err != nil || set.At.IsZero() {
		answerError(w, http.StatusBadRequest, "invalid", "a moment is needed, such as 2026-11-23T09:00:00+01:00")
		return
	}
	s.SetClock(set.At)
	answerJSON(w, http.StatusOK, object{"at": s.now().UTC()})
}
