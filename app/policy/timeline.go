package policy

import (
	"fmt"
	"time"
)

// Claim is what the customer asks the return for.
type Claim string

// The claims that have a window.
const (
	Withdrawal Claim = "withdrawal" // Changed their mind.
	Defect     Claim = "defect"     // Something does not work.
	Warranty   Claim = "warranty"   // Something stopped working, after the time to withdraw or exchange.
)

// Tone is how much attention something asks for. Words carry it first; colour
// repeats it.
type Tone string

// The tones.
const (
	OK   Tone = "ok"
	Warn Tone = "warn" // An aim has passed, or a person should look.
	Late Tone = "late" // A limit of ours has passed. Never said of a customer.
)

// Timeline is what is known of when things happened in a case. Every moment may
// be unknown.
type Timeline struct {
	Claim     Claim  `json:"claim,omitempty"`
	Customer  Place  `json:"customer"` // Place of delivery: the customer's periods are counted there.
	Workshop  Place  `json:"workshop"` // Ours are counted here.
	Purchased Moment `json:"purchased,omitzero"`
	Delivered Moment `json:"delivered,omitzero"`
	Declared  Moment `json:"declared,omitzero"`  // When the customer declared the claim.
	Requested Moment `json:"requested,omitzero"` // When the request reached us.
	Answered  Moment `json:"answered,omitzero"`  // When we authorised or declined it.
	Received  Moment `json:"received,omitzero"`  // When the parcel arrived, not when it was scanned.
	Settled   Moment `json:"settled,omitzero"`   // When the customer was refunded, replaced or refused, and told.
	// LabelOwed is set where the return label is ours to give.
	LabelOwed bool   `json:"labelOwed,omitempty"`
	Labelled  Moment `json:"labelled,omitzero"` // When the customer was given it.
	// ProtestOwed is set where the parcel came damaged, or short.
	ProtestOwed bool   `json:"protestOwed,omitempty"`
	Protested   Moment `json:"protested,omitzero"` // When the carrier was told.
	// Repairs are the repairs under guarantee that the device came back from, in
	// whatever order.
	Repairs []Moment `json:"repairs,omitempty"`
	// Replaced is when the customer received another unit where they had asked for
	// a repair.
	Replaced Moment `json:"replaced,omitzero"`
}

// window is the rule that the claim must keep to, empty where it has none. The
// guarantee of a device has more than one: see Guarantee.
func (p Policy) window(claim Claim) Rule {
	switch claim {
	case Withdrawal:
		return p.Withdrawal
	case Defect:
		return p.Defect
	default:
		return ""
	}
}

// Standing is how a declaration stands to its window.
type Standing string

// The standings.
const (
	InTime    Standing = "in_time"
	AfterTime Standing = "after_time"
	ToCheck   Standing = "to_check" // A date is missing, or too coarse to tell: a person looks, nobody is late.
)

// Window is a claim's window and how the declaration stands to it.
type Window struct {
	Standing Standing `json:"standing"`
	Deadline Deadline `json:"deadline,omitzero"` // Zero while the delivery is unknown.
}

// Window judges the declaration by the claim's window. A declaration before the
// delivery is in time (dir. 2011/83 art. 11); one known only to the day is in
// time on the last day, whatever its hour.
func (p Policy) Window(t Timeline) (Window, error) {
	if t.Claim == Warranty {
		return p.guaranteeWindow(t)
	}
	rule := p.window(t.Claim)
	if rule == "" || !t.Delivered.Known() {
		return Window{Standing: ToCheck}, nil
	}
	deadline, err := p.Deadline(rule, Inputs{Event: t.Delivered, Purchased: t.Purchased, Place: t.Customer})
	if err != nil {
		return Window{}, fmt.Errorf("compute window of the claim: %w", err)
	}
	zone, err := t.Customer.location()
	if err != nil {
		return Window{}, err
	}
	return stand(t.Declared, deadline, zone), nil
}

// stand places a declaration before or after the end of a window.
func stand(declared Moment, deadline Deadline, zone *time.Location) Window {
	window := Window{Standing: ToCheck, Deadline: deadline}
	switch {
	case !declared.Known():
	case deadline.InTime(declared.instantIn(zone)):
		window.Standing = InTime
	default:
		window.Standing = AfterTime
	}
	return window
}
