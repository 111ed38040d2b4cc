package policy

import (
	"cmp"
	"fmt"
	"time"
)

// Duty is what the workshop owes the customer next.
type Duty string

// The duties.
const (
	DutyAnswer Duty = "answer" // Answer the request.
	DutyRefund Duty = "refund" // Settle what was received.
)

// Due is the next thing owed, as two instants that do not depend on the clock, so
// that a projection can hold and sort them: a Target that turns it amber and a
// Limit that turns it red.
type Due struct {
	Duty   Duty     `json:"duty"`
	Target Deadline `json:"target"`
	Limit  Deadline `json:"limit"`
}

// Due returns what is owed next; ok is false when nothing is: the customer is
// settled, or the next move is theirs. A parcel that has arrived is owed a
// refund even where nobody answered the request.
func (p Policy) Due(t Timeline) (due Due, ok bool, err error) {
	switch {
	case t.Settled.Known():
		return Due{}, false, nil
	case t.Received.Known():
		due, err = p.due(DutyRefund, p.RefundTarget, p.RefundLimit, Inputs{Event: t.Received, Place: t.Workshop})
	case t.Requested.Known() && !t.Answered.Known():
		due, err = p.due(DutyAnswer, Answer24H, Answer24WH, Inputs{Event: t.Requested, Place: t.Workshop})
	default:
		return Due{}, false, nil
	}
	return due, err == nil, err
}

func (p Policy) due(duty Duty, target, limit Rule, in Inputs) (Due, error) {
	aim, err := p.Deadline(target, in)
	if err != nil {
		return Due{}, fmt.Errorf("compute target to %s: %w", duty, err)
	}
	end, err := p.Deadline(limit, in)
	if err != nil {
		return Due{}, fmt.Errorf("compute limit to %s: %w", duty, err)
	}
	return Due{Duty: duty, Target: aim, Limit: end}, nil
}

// Tone is ok until the target has passed, warn until the limit has, then late.
func (d Due) Tone(now time.Time) Tone {
	switch {
	case d.Target.InTime(now):
		return OK
	case d.Limit.InTime(now):
		return Warn
	default:
		return Late
	}
}

// Next is the deadline to show: the target while it can be met, then the limit.
func (d Due) Next(now time.Time) Deadline {
	if d.Target.InTime(now) {
		return d.Target
	}
	return d.Limit
}

// Compare orders a worklist: what is due first comes first, by its limit and then
// by its target. The order does not change as time passes.
func (d Due) Compare(other Due) int {
	return cmp.Or(d.Limit.At.Compare(other.Limit.At), d.Target.At.Compare(other.Target.At))
}

// CreditShown is when a refund that was accepted at a moment shows on the
// customer's account at the latest. It informs; nobody is late by it.
func (p Policy) CreditShown(refunded Moment, place Place) (Deadline, error) {
	if p.CreditCalendar != "" {
		place.Calendar = p.CreditCalendar
	}
	return p.Deadline(Credit72WH, Inputs{Event: refunded, Place: place})
}
