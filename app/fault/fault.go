// Package fault is the one error type of Revient. An error says three things to
// three readers: a code a caller can act on, a message key a person can read in
// their own language, and the chain of operations a developer follows in a log.
//
// It sits at the bottom of the house and must import nothing of it.
package fault

import (
	"errors"
	"fmt"
	"maps"
)

// Code is the class of a failure: what a caller can do about it.
type Code string

// The codes. A caller may rely on these and on nothing else.
const (
	Invalid      Code = "invalid"      // The input cannot be taken; saying it again will not help.
	NotFound     Code = "not_found"    // What was named does not exist here.
	Conflict     Code = "conflict"     // It is right in itself, but not in the present state.
	Unauthorized Code = "unauthorized" // The person or program lacks the right.
	Unavailable  Code = "unavailable"  // Something outside does not answer; later may work.
	Internal     Code = "internal"     // A defect of Revient, or a machine that fails.
)

// Args are the values that a message names. They hold no personal data: a
// message may end in a log.
type Args map[string]any

// Error is a failure that a person may be shown.
type Error struct {
	Code  Code
	Key   string // Message key in the text catalogues, such as "errors.identity.luhn".
	Args  Args   // Values for the message's placeholders.
	Field string // Name of the input at fault, so that a screen can show the message beside it; often empty.
	Err   error  // Cause, for the log only; never shown.
}

// New returns an error of a code with the message that key names.
func New(code Code, key string, args Args) *Error {
	return &Error{Code: code, Key: key, Args: args}
}

// Wrap returns an error of a code that keeps its cause for the log.
func Wrap(err error, code Code, key string, args Args) *Error {
	return &Error{Code: code, Key: key, Args: args, Err: err}
}

// At returns a copy of e that blames the named input.
func (e *Error) At(field string) *Error {
	blamed := *e
	blamed.Args = maps.Clone(e.Args)
	blamed.Field = field
	return &blamed
}

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s (%s): %v", e.Key, e.Code, e.Err)
	}
	return fmt.Sprintf("%s (%s)", e.Key, e.Code)
}

func (e *Error) Unwrap() error { return e.Err }

// Of returns the first *Error in err's chain. An error that never was given a
// code is a defect of ours: it becomes Internal, with its cause kept.
func Of(err error) *Error {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return Wrap(err, Internal, "errors.internal", nil)
}

// CodeOf returns the code of err, Internal for an error without one, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	return Of(err).Code
}

// Is reports whether err carries the code.
func Is(err error, code Code) bool { return err != nil && CodeOf(err) == code }
