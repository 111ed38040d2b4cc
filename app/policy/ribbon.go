package policy

import (
	"fmt"
	"slices"
	"time"

	"revient/app/fault"
)

// MarkKind names a mark of the ribbon.
type MarkKind string

// The marks: what happened, now, and what is due.
const (
	MarkDelivered    MarkKind = "delivered"
	MarkDeclared     MarkKind = "declared"
	MarkRequested    MarkKind = "requested"
	MarkAnswered     MarkKind = "answered"
	MarkReceived     MarkKind = "received"
	MarkSettled      MarkKind = "settled"
	MarkNow          MarkKind = "now"
	MarkWindow       MarkKind = "window"        // End of the claim's window, until the claim is declared.
	MarkAnswerTarget MarkKind = "answer_target" // 24 hours.
	MarkAnswerLimit  MarkKind = "answer_limit"  // 24 working hours.
	MarkRefundPlan   MarkKind = "refund_plan"
	MarkRefundLimit  MarkKind = "refund_limit"
	MarkRefundLegal  MarkKind = "refund_legal"
	MarkLabelled     MarkKind = "labelled"
	MarkLabel        MarkKind = "label_limit" // One working day to give the return label.
	MarkProtested    MarkKind = "protested"
	MarkProtest      MarkKind = "protest_limit" // Three days to tell the carrier.
)

// Mark is one mark on the ribbon. A deadline's mark carries the deadline, whose
// rule and inputs a screen shows on hover and focus.
type Mark struct {
	Kind      MarkKind   `json:"kind"`
	At        time.Time  `json:"at,omitzero"`  // Where it stands, UTC; zero where the moment is unknown.
	Day       Day        `json:"day,omitzero"` // The civil day to write; for a deadline, the last one in time.
	Precision Precision  `json:"precision"`
	Tone      Tone       `json:"tone"`
	Key       string     `json:"key"` // Sentence of the mark.
	Args      fault.Args `json:"args,omitempty"`
	Note      string     `json:"note,omitempty"` // Sentence of what to think of it, often empty.
	NoteArgs  fault.Args `json:"noteArgs,omitempty"`
	Rule      Rule       `json:"rule,omitempty"`    // The rule that the mark or its note stands for.
	Deadline  Deadline   `json:"deadline,omitzero"` // Set where Rule is.
}

// Ribbon lays a case's time on one line, in order of time. Only a delivery that
// is unknown stands without an instant, first: it is to be checked, never late.
func (p Policy) Ribbon(t Timeline, now time.Time) ([]Mark, error) {
	r := ribbon{policy: p, timeline: t, now: now}
	for _, lay := range []func() error{r.facts, r.window, r.duties, r.legal} {
		if err := lay(); err != nil {
			return nil, fmt.Errorf("lay ribbon: %w", err)
		}
	}
	slices.SortStableFunc(r.marks, func(a, b Mark) int { return a.At.Compare(b.At) })
	return r.marks, nil
}

type ribbon struct {
	policy   Policy
	timeline Timeline
	now      time.Time
	marks    []Mark
}

func (r *ribbon) facts() error {
	t := r.timeline
	if !t.Delivered.Known() {
		r.marks = append(r.marks, Mark{Kind: MarkDelivered, Precision: Unknown, Tone: Warn,
			Key: "policy.mark.delivered", Note: "policy.note.to_check"})
	}
	for _, fact := range []struct {
		kind   MarkKind
		moment Moment
		place  Place
	}{
		{MarkDelivered, t.Delivered, t.Customer},
		{MarkDeclared, t.Declared, t.Customer},
		{MarkRequested, t.Requested, t.Workshop},
		{MarkAnswered, t.Answered, t.Workshop},
		{MarkLabelled, t.Labelled, t.Workshop},
		{MarkReceived, t.Received, t.Workshop},
		{MarkProtested, t.Protested, t.Workshop},
		{MarkSettled, t.Settled, t.Workshop},
		{MarkNow, At(r.now), t.Workshop},
	} {
		if !fact.moment.Known() || fact.kind == MarkRequested && t.Declared.Known() {
			continue // The customer's declaration says it already.
		}
		zone, err := fact.place.location()
		if err != nil {
			return fmt.Errorf("place %s: %w", fact.kind, err)
		}
		r.marks = append(r.marks, Mark{Kind: fact.kind, At: fact.moment.instantIn(zone), Day: fact.moment.DayIn(zone),
			Precision: fact.moment.Precision(), Tone: OK, Key: "policy.mark." + string(fact.kind)})
	}
	return nil
}

// window notes on the declaration how it stands to its window, or marks the end
// of the window that is still open.
func (r *ribbon) window() error {
	window, err := r.policy.Window(r.timeline)
	if err != nil || window.Deadline.Rule == "" {
		return err
	}
	rule := window.Deadline.Rule
	if window.Standing == ToCheck {
		if r.timeline.Received.Known() || r.timeline.Settled.Known() || r.timeline.Claim == Warranty {
			return nil // It is here, or years away: an open window says nothing.
		}
		mark := r.due(MarkWindow, window.Deadline)
		if !window.Deadline.InTime(r.now) {
			mark.Tone = Warn
		}
		r.marks = append(r.marks, mark)
		return nil
	}
	i := slices.IndexFunc(r.marks, func(m Mark) bool { return m.Kind == MarkDeclared })
	declared := &r.marks[i]
	declared.Rule, declared.Deadline = rule, window.Deadline
	declared.Note = "policy.note." + string(window.Standing) + "." + string(rule)
	if window.Standing == AfterTime {
		declared.Tone = Warn // Another path is open to the customer.
	}
	delivered := r.timeline.Delivered
	if after := declared.At.Sub(delivered.At); rule == Defect72H && after >= 0 &&
		delivered.Precision() == ToTheInstant && declared.Precision == ToTheInstant {
		declared.Key = "policy.mark.declared_after"
		declared.Args = fault.Args{"count": int(after / time.Hour)}
	}
	return nil
}

// duties marks what is owed: the target and the limit of each, or its one end.
func (r *ribbon) duties() error {
	dues, err := r.policy.Dues(r.timeline)
	if err != nil {
		return err
	}
	for _, due := range dues {
		switch due.Duty {
		case DutyAnswer:
			r.marks = append(r.marks, r.pair(due, MarkAnswerTarget, MarkAnswerLimit)...)
		case DutyRefund:
			r.marks = append(r.marks, r.pair(due, MarkRefundPlan, MarkRefundLimit)...)
		case DutyLabel:
			r.marks = append(r.marks, r.end(due, MarkLabel))
		case DutyProtest:
			r.marks = append(r.marks, r.end(due, MarkProtest))
		}
	}
	return nil
}

// legal marks the law's own ceiling, while something received is not settled.
func (r *ribbon) legal() error {
	if !r.timeline.Received.Known() || r.timeline.Settled.Known() {
		return nil
	}
	legal, stands, err := r.policy.legalRefund(r.timeline)
	if err != nil || !stands {
		return err
	}
	mark := r.due(MarkRefundLegal, legal)
	if !legal.InTime(r.now) {
		mark.Tone = Late
	}
	r.marks = append(r.marks, mark)
	return nil
}

// pair marks a duty's target and limit, the one that counts now with a note.
func (r *ribbon) pair(due Due, target, limit MarkKind) []Mark {
	aim := r.due(target, due.Target)
	if !due.Target.InTime(r.now) {
		aim.Tone = Warn
	}
	return []Mark{aim, r.end(due, limit)}
}

// end marks a duty's limit, with a note of what to do before it.
func (r *ribbon) end(due Due, kind MarkKind) Mark {
	end := r.due(kind, due.Limit)
	if !due.Limit.InTime(r.now) {
		end.Tone = Late
	}
	end.Note = "policy.note." + string(due.Duty) + "_before"
	if end.Tone == Late {
		end.Note = "policy.note." + string(due.Duty) + "_late"
	}
	return end
}

func (r *ribbon) due(kind MarkKind, deadline Deadline) Mark {
	return Mark{Kind: kind, At: deadline.At, Day: deadline.Last(), Precision: deadline.Inputs.Event.Precision(),
		Tone: OK, Key: "policy.mark." + string(kind), Rule: deadline.Rule, Deadline: deadline}
}

// legalRefund is the legal ceiling. A repair or a replacement under guarantee has
// 30 days from the request (C. conso. L217-10). For a defect the 14 days run from the
// reception (C. conso. L217-17). For a withdrawal they run from the declaration,
// but the seller may wait for the goods (L221-24): a ceiling that had passed
// before the parcel came binds nobody, and does not stand.
func (p Policy) legalRefund(t Timeline) (ceiling Deadline, stands bool, err error) {
	rule, event := Refund14DLegal, t.Received
	if t.Claim == Warranty {
		rule = Repair30DLegal
	}
	if (t.Claim == Withdrawal || t.Claim == Warranty) && t.Declared.Known() {
		event = t.Declared
	}
	ceiling, err = p.Deadline(rule, Inputs{Event: event, Place: t.Workshop})
	if err != nil {
		return Deadline{}, false, err
	}
	zone, err := t.Workshop.location()
	if err != nil {
		return Deadline{}, false, err
	}
	return ceiling, ceiling.InTime(t.Received.instantIn(zone)), nil
}
