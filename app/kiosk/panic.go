package kiosk

import (
	"fmt"
	"net/http"
	"runtime"
	"runtime/debug"
)

// cutOnPanic breaks the connection when a handler panics, so that half an answer
// is never taken for a whole one.
func (s *Shell) cutOnPanic(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch cause := recover(); cause {
			case nil:
			case http.ErrAbortHandler: // The handler's own wish.
				panic(cause)
			default:
				s.logPanic(r.URL.Path, cause)
				panic(http.ErrAbortHandler)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// logPanic notes where a panic happened.
func (s *Shell) logPanic(path string, cause any) {
	s.log.Error("handler panicked", "path", path, "cause", describePanic(cause), "stack", string(debug.Stack()))
}

// describePanic tells what happened without what was in hand: a value that a
// service panics with could hold a customer's name, and a log must not.
func describePanic(cause any) string {
	if failure, ok := cause.(runtime.Error); ok {
		return failure.Error()
	}
	return fmt.Sprintf("a value of type %T", cause)
}
