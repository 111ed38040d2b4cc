package policy

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Duty is what the workshop owes the customer next.
type Duty string

// The duties.
const (
	DutyAnswer  Duty = "answer"  // Answer the request.
	DutyLabel   Duty = "label"   // Give the customer the return label.
	DutyProtest Duty = "protest" // Tell the carrier what came damaged or short.
	DutyRefund  Duty = "refund"  // Settle what was received.
)

// Due is the next thing owed, as two instants that do not depend on the clock, so
// that a projection can hold and sort them: a Target that turns it amber and a
// Limit that turns it red.
type Due struct {
	Duty   Duty     `json:"duty"`
	Target Deadline `json:"target"`
	Limit  Deadline `json:"limit"`
}

// Due returns what is owed first; ok is false when nothing is: the customer is
// settled, or the next move is theirs.
func (p Policy) Due(t Timeline) (due Due, ok bool, err error) {
	dues, err := p.Dues(t)
	if err != nil || len(dues) == 0 {
		return Due{}, false, err
	}
	return dues[0], true, nil
}

// Dues returns everything that is owed now, what ends first before the rest. A
// parcel that has arrived is owed a refund even where nobody answered the
// request; a protest is owed to ourselves, whether or not the customer is
// settled.
func (p Policy) Dues(t Timeline) ([]Due, error) {
	var dues []Due
	for _, owed := range []struct {
		duty          Duty
		when          bool
		target, limit Rule
		event         Moment
	}{
		{DutyAnswer, t.Requested.Known() && !t.Answered.Known() && !t.Received.Known() && !t.Settled.Known(),
			p.AnswerTarget, p.AnswerLimit, t.Requested},
		{DutyLabel, t.LabelOwed && t.Answered.Known() && !t.Labelled.Known() && !t.Received.Known() && !t.Settled.Known(),
			Label1WD, Label1WD, t.Answered},
		{DutyProtest, t.ProtestOwed && t.Received.Known() && !t.Protested.Known(), Carrier3D, Carrier3D, t.Received},
		{DutyRefund, t.Received.Known() && !t.Settled.Known(), p.RefundTarget, p.RefundLimit, t.Received},
	} {
		if !owed.when {
			continue
		}
		due, err := p.due(owed.duty, owed.target, owed.limit, Inputs{Event: owed.event, Place: t.Workshop})
		if err != nil {
			return nil, err
		}
		dues = append(dues, due)
	}
	slices.SortStableFunc(dues, Due.Compare)
	return dues, nil
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
