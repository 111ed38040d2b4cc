package returns

import (
	"time"

	"revient/app/fault"
)

// Patience is how long lies between the two readings "not refunded" after which a
// person is asked what became of a refund (law 2).
const Patience = 15 * time.Minute

// SubmitRefund marks a refund as being sent. It is committed before the first
// byte of the request leaves; a station that dies after it finds the mark.
type SubmitRefund struct{ Refund RefundID }

// Name implements Command.
func (SubmitRefund) Name() string { return "SubmitRefund" }

func (SubmitRefund) from() []Stage { return []Stage{Executing} }

func (s SubmitRefund) decide(c Case, _ Facts) ([]Event, error) {
	if c.Hold != nil {
		return nil, errHeld()
	}
	if _, err := c.refundIn(s.Refund, RefundIsApproved); err != nil {
		return nil, err
	}
	return []Event{RefundSubmitting(s)}, nil
}

// RequeueRefund says that no byte of the request left, or that the marketplace's
// edge refused it unread: the refund may be sent again.
type RequeueRefund struct {
	Refund RefundID
	Cause  string // Short code: dial, tls, throttled, blocked.
}

// Name implements Command.
func (RequeueRefund) Name() string { return "RequeueRefund" }

func (RequeueRefund) from() []Stage { return []Stage{Executing} }

func (r RequeueRefund) decide(c Case, _ Facts) ([]Event, error) {
	if err := c.unanswered(r.Refund); err != nil {
		return nil, err
	}
	return []Event{RefundRequeued(r)}, nil
}

// AcceptRefund records the marketplace's yes. It is confirmed by reading back.
type AcceptRefund struct{ Refund RefundID }

// Name implements Command.
func (AcceptRefund) Name() string { return "AcceptRefund" }

func (AcceptRefund) from() []Stage { return []Stage{Executing} }

func (a AcceptRefund) decide(c Case, _ Facts) ([]Event, error) {
	refund, err := c.refundIn(a.Refund, RefundIsSubmitting)
	if err != nil || refund.Accepted {
		return nil, err
	}
	return []Event{RefundAccepted(a)}, nil
}

// DoubtRefund says that nobody knows whether the request took effect: no clear
// answer, or the mark was found when the station started. It is never resent.
type DoubtRefund struct {
	Refund RefundID
	Cause  string // Short code: timeout, reset, server_error, restarted …
}

// Name implements Command.
func (DoubtRefund) Name() string { return "DoubtRefund" }

func (DoubtRefund) from() []Stage { return []Stage{Executing} }

func (d DoubtRefund) decide(c Case, _ Facts) ([]Event, error) {
	if _, err := c.refundIn(d.Refund, RefundIsSubmitting); err != nil {
		return nil, err
	}
	return []Event{RefundDoubted(d)}, nil
}

// Finding is what reading the marketplace back said of a refund.
type Finding string

// The findings.
const (
	FoundRefunded    Finding = "refunded"
	FoundNotRefunded Finding = "not_refunded"
	CannotTell       Finding = "cannot_tell"
)

// RecordReadBack records what reading back found, for a refund that was accepted
// or is unknown. Refunded confirms it; not refunded twice, Patience apart, or an
// answer that cannot tell, goes to a person.
type RecordReadBack struct {
	Refund  RefundID
	Finding Finding
}

// Name implements Command.
func (RecordReadBack) Name() string { return "RecordReadBack" }

func (RecordReadBack) from() []Stage { return []Stage{Executing} }

func (r RecordReadBack) decide(c Case, f Facts) ([]Event, error) {
	refund, err := c.refundIn(r.Refund, RefundIsSubmitting, RefundIsUnknown)
	if err != nil {
		return nil, err
	}
	if refund.State == RefundIsSubmitting && !refund.Accepted {
		return nil, errRefundState(refund) // Its answer is still to come.
	}
	now := At(f.Now, f.Zone, FromClock)
	switch r.Finding {
	case FoundRefunded:
		return []Event{RefundConfirmed{Refund: r.Refund, At: now, Means: "read_back"}}, nil
	case FoundNotRefunded:
		missed := refund.NotFoundAt
		ask := missed.Known() && f.Now.Sub(missed.At) >= Patience
		// A first reading that lies ahead was dated by a clock that has been set back
		// since: the patience begins anew, or nobody would ever be asked.
		if refund.AskPerson || missed.Known() && !ask && !missed.At.After(f.Now) {
			return nil, nil // Nothing new.
		}
		return []Event{RefundNotFound{Refund: r.Refund, At: now, AskPerson: ask}}, nil
	case CannotTell:
		if refund.AskPerson {
			return nil, nil
		}
		return []Event{RefundNotFound{Refund: r.Refund, At: now, AskPerson: true}}, nil
	default:
		return nil, fault.New(fault.Invalid, "errors_returns.refund.finding", nil)
	}
}

// FindAlreadyRefunded says that the line, read just before sending, is refunded:
// the marketplace did it. Nothing is sent.
type FindAlreadyRefunded struct{ Refund RefundID }

// Name implements Command.
func (FindAlreadyRefunded) Name() string { return "FindAlreadyRefunded" }

func (FindAlreadyRefunded) from() []Stage { return []Stage{Executing} }

func (x FindAlreadyRefunded) decide(c Case, f Facts) ([]Event, error) {
	if _, err := c.refundIn(x.Refund, RefundIsApproved); err != nil {
		return nil, err
	}
	return []Event{RefundFoundDone{Refund: x.Refund, At: At(f.Now, f.Zone, FromClock)}}, nil
}

// RejectRefund records that the marketplace refused the refund. The decision is
// open again.
type RejectRefund struct {
	Refund RefundID
	Code   string
}

// Name implements Command.
func (RejectRefund) Name() string { return "RejectRefund" }

func (RejectRefund) from() []Stage { return []Stage{Executing} }

func (r RejectRefund) decide(c Case, _ Facts) ([]Event, error) {
	if err := c.unanswered(r.Refund); err != nil {
		return nil, err
	}
	return c.tellAuthorisedAgain(c.retract([]Event{RefundRejected(r)}, r.Refund)), nil
}

// SettleRefund is a person's word on a refund that reading back cannot settle, or
// that no marketplace can make: they looked, and say where.
type SettleRefund struct {
	Refund   RefundID
	Refunded bool
	Seen     TextRef // Where they saw it.

	// HandedOver says that the station stopped trying to send the refund and left it
	// to a person. Nothing of it was ever submitted: its state is still approved.
	HandedOver bool
}

// Name implements Command.
func (SettleRefund) Name() string { return "SettleRefund" }

func (SettleRefund) from() []Stage { return []Stage{Executing} }

func (s SettleRefund) decide(c Case, f Facts) ([]Event, error) {
	refund, err := c.refundIn(s.Refund, RefundIsUnknown, RefundIsApproved)
	switch {
	case err != nil:
		return nil, err
	case refund.State == RefundIsUnknown && !refund.AskPerson:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.still_reading", nil)
	case refund.State == RefundIsApproved && c.Reachable() && !s.HandedOver:
		return nil, fault.New(fault.Conflict, "errors_returns.refund.will_be_sent", nil)
	case !s.Seen.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.refund.seen_where", nil).At("seen")
	}
	now := At(f.Now, f.Zone, FromClock)
	switch {
	case !s.Refunded:
		rejected := RefundRejected{Refund: s.Refund, Code: "not_executed"}
		return c.tellAuthorisedAgain(c.retract([]Event{rejected}, s.Refund)), nil
	case refund.State == RefundIsApproved:
		return []Event{RefundByHand{Refund: s.Refund, At: now, Seen: s.Seen}}, nil
	default:
		return []Event{RefundConfirmed{Refund: s.Refund, At: now, Means: "person", Seen: s.Seen}}, nil
	}
}

// refundIn returns the refund if it is in one of the states.
func (c Case) refundIn(id RefundID, states ...RefundState) (Refund, error) {
	refund, found := c.Refund(id)
	if !found {
		return Refund{}, fault.New(fault.NotFound, "errors_returns.refund.unknown", nil)
	}
	for _, state := range states {
		if refund.State == state {
			return refund, nil
		}
	}
	return Refund{}, errRefundState(refund)
}

// unanswered checks that a refund is being sent and has no yes yet. After a yes,
// neither a second submission nor a no may follow: either could pay twice.
func (c Case) unanswered(id RefundID) error {
	refund, err := c.refundIn(id, RefundIsSubmitting)
	if err == nil && refund.Accepted {
		return errRefundState(refund)
	}
	return err
}

func errRefundState(r Refund) error {
	return fault.New(fault.Conflict, "errors_returns.refund.state", fault.Args{"state": string(r.State)})
}

// RefundSubmitting is the mark before the first byte.
type RefundSubmitting struct {
	Refund RefundID `json:"refund"`
}

func (e RefundSubmitting) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) { r.State = RefundIsSubmitting; r.Attempts++ })
}

// RefundRequeued takes the mark away: nothing left.
type RefundRequeued struct {
	Refund RefundID `json:"refund"`
	Cause  string   `json:"cause"`
}

func (e RefundRequeued) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) { r.State = RefundIsApproved })
}

// RefundAccepted is the marketplace's yes.
type RefundAccepted struct {
	Refund RefundID `json:"refund"`
}

func (e RefundAccepted) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) { r.Accepted = true })
}

// RefundDoubted says that nobody knows.
type RefundDoubted struct {
	Refund RefundID `json:"refund"`
	Cause  string   `json:"cause"`
}

func (e RefundDoubted) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) { r.State = RefundIsUnknown })
}

// RefundNotFound says that reading back showed no refund.
type RefundNotFound struct {
	Refund    RefundID `json:"refund"`
	At        Moment   `json:"at"`
	AskPerson bool     `json:"askPerson"`
}

func (e RefundNotFound) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) {
		r.State, r.AskPerson = RefundIsUnknown, e.AskPerson
		if !r.NotFoundAt.Known() || e.At.At.Before(r.NotFoundAt.At) {
			r.NotFoundAt = e.At
		}
	})
}

// RefundConfirmed is the end: the customer is paid. The receipt follows from it.
type RefundConfirmed struct {
	Refund RefundID `json:"refund"`
	At     Moment   `json:"at"`
	Means  string   `json:"means"`
	Seen   TextRef  `json:"seen"`
}

func (e RefundConfirmed) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) {
		r.State, r.ConfirmedAt, r.Means, r.AskPerson = RefundIsConfirmed, e.At, e.Means, false
	})
}

// RefundFoundDone is the end where the marketplace had refunded by itself.
type RefundFoundDone struct {
	Refund RefundID `json:"refund"`
	At     Moment   `json:"at"`
}

func (e RefundFoundDone) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) { r.State, r.ConfirmedAt, r.Means = RefundAlreadyRefunded, e.At, "marketplace" })
}

// RefundByHand is the end where a person refunded outside of Revient.
type RefundByHand struct {
	Refund RefundID `json:"refund"`
	At     Moment   `json:"at"`
	Seen   TextRef  `json:"seen"`
}

func (e RefundByHand) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) { r.State, r.ConfirmedAt, r.Means = RefundDoneByHand, e.At, "person" })
}

// RefundRejected opens the decision again; the refund no longer counts.
type RefundRejected struct {
	Refund RefundID `json:"refund"`
	Code   string   `json:"code"`
}

func (e RefundRejected) apply(c *Case) {
	c.changeRefund(e.Refund, func(r *Refund) { r.State, r.AskPerson = RefundIsRejected, false })
	c.undecided()
}

func (c *Case) changeRefund(id RefundID, change func(*Refund)) {
	if i := c.refundIndex(id); i >= 0 {
		change(&c.Refunds[i])
	}
}
