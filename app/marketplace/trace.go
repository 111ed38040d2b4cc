package marketplace

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Trace is what the marketplace's support asks for when something went wrong. It
// holds no personal data.
type Trace struct {
	Status    int    // HTTP status; 0 when no answer came.
	RequestID string // The marketplace's own number of the request.
	Ray       string // The edge's number of the request.
}

// RemoteError is the cause under a fault when a marketplace answered no, or not
// at all.
type RemoteError struct {
	Op         string // What was asked, such as "GET /orders".
	Trace      Trace
	Code       string        // The marketplace's own code.
	Text       string        // Its own words, verbatim and cut short.
	RetryDelay time.Duration // How long it asked to wait; 0 when it did not.
	Err        error         // The transport's error, when no answer came.
}

func (e *RemoteError) Error() string {
	var b strings.Builder
	b.WriteString(e.Op)
	if e.Trace.Status != 0 {
		fmt.Fprintf(&b, ": status %d", e.Trace.Status)
	}
	for _, part := range []struct{ name, value string }{{"code", e.Code}, {"request", e.Trace.RequestID}, {"ray", e.Trace.Ray}} {
		if part.value != "" {
			fmt.Fprintf(&b, " %s=%s", part.name, part.value)
		}
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

func (e *RemoteError) Unwrap() error { return e.Err }

// RetryDelay says how long a marketplace asked to wait in a failed read, and
// whether it said so at all. The wait is for its whole host.
func RetryDelay(err error) (time.Duration, bool) {
	if remote, ok := errors.AsType[*RemoteError](err); ok && remote.RetryDelay > 0 {
		return remote.RetryDelay, true
	}
	return 0, false
}
