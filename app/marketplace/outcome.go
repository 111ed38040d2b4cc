package marketplace

import (
	"time"

	"revient/app/fault"
)

// Outcome is what is known after Execute: one of Applied, AlreadyApplied, Refused,
// Unauthorized, RetryAfter and Unknown. Only RetryAfter and Unauthorized promise
// that nothing happened and that the very same action may be sent again; Unknown
// promises nothing, and for money it is never sent again without a person.
type Outcome interface{ isOutcome() }

// Applied means that the marketplace said it is done.
type Applied struct {
	RemoteRef string // What it made, when it names it.
	Note      string // Its own words, kept verbatim.
	Trace     Trace
}

// AlreadyApplied means that the effect was there before this request: for a
// refund, that the marketplace shows the line as refunded, by whomever. Nothing
// was sent that could change anything.
type AlreadyApplied struct {
	Note  string
	Trace Trace
}

// Refused means a clear no, that repeating will not change: a person decides.
type Refused struct {
	Fault *fault.Error // For a person.
	Code  string       // The marketplace's own code, when it gives one.
	Text  string       // Its own words, verbatim; not for a message to a customer.
	Trace Trace
}

// Unauthorized means that the token is not accepted. Nothing happened; the whole
// lane stops until someone enters another.
type Unauthorized struct {
	Fault *fault.Error
	Trace Trace
}

// RetryAfter means that nothing happened and the action may be sent again.
type RetryAfter struct {
	Reason RetryReason
	Delay  time.Duration // As the marketplace asked, when Known; else the caller's own schedule holds.
	Known  bool
	Fault  *fault.Error
	Trace  Trace
}

// RetryReason says why it is certain that nothing happened.
type RetryReason string

// The reasons.
const (
	// NotSent: no byte of the request left (name resolution, dial, TLS, a file
	// that could not be opened), or the reading that comes before it failed.
	NotSent RetryReason = "not_sent"
	// Throttled: turned back at the edge for going too fast.
	Throttled RetryReason = "throttled"
	// Blocked: turned back at the edge by a firewall or a robot challenge.
	Blocked RetryReason = "blocked"
)

// Unknown means that the request may have been applied: a time-out, a torn
// connection, a server's failure, an answer that makes no sense.
type Unknown struct {
	Fault *fault.Error
	Trace Trace
}

func (Applied) isOutcome()        {}
func (AlreadyApplied) isOutcome() {}
func (Refused) isOutcome()        {}
func (Unauthorized) isOutcome()   {}
func (RetryAfter) isOutcome()     {}
func (Unknown) isOutcome()        {}

// Verdict is what reading back says of an action.
type Verdict string

// The verdicts.
const (
	HasApplied    Verdict = "applied"
	HasNotApplied Verdict = "not_applied"
	CannotTell    Verdict = "cannot_tell" // Reading will never answer; a person must.
)
