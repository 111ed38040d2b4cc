package policy

import (
	"slices"

	"revient/app/fault"
)

// Reason is one line of why. Its source names where the fact comes from.
type Reason struct {
	Key string `json:"key"`
	// Args fill the sentence. A date among them is a Day, an amount a returns.Money:
	// see Written.
	Args   fault.Args `json:"args,omitempty"`
	Tone   Tone       `json:"tone"`
	Rule   Rule       `json:"rule,omitempty"`
	Source string     `json:"source"` // Key of a sentence.
}

// Proposal is what the table suggests and why. It is never a verdict: a person
// confirms it or decides otherwise, and the journal keeps both.
type Proposal struct {
	// Row is the row of the decision table, "D1" to "D16"; "REFUNDED" and "LOST" for
	// what the table does not number; empty where none fits.
	Row      string      `json:"row"`
	Policy   string      `json:"policy"`
	Outcome  Outcome     `json:"outcome"`
	Reasons  []Reason    `json:"reasons"`
	Window   Window      `json:"window"`
	Eligible Entitlement `json:"eligible"` // What the request screen says of the whole case.
	// Alternatives are the other outcomes that are open, the likeliest first.
	Alternatives []Outcome `json:"alternatives,omitempty"`
	// Tell names the sentence that the customer must be told, filled from TellArgs;
	// empty where there is nothing to tell yet.
	Tell        string     `json:"tell,omitempty"`
	TellArgs    fault.Args `json:"tellArgs,omitempty"`
	Marketplace Action     `json:"marketplace,omitzero"`
	// Protest is set where the carrier must be told, before ProtestBefore; that is
	// zero while nobody knows when the parcel arrived.
	Protest       bool     `json:"protest,omitempty"`
	ProtestBefore Deadline `json:"protestBefore,omitzero"`
	SecondPerson  bool     `json:"secondPerson,omitempty"` // A second person signs the outcome.
	// Method is the way of the money; empty where none moves.
	Method Method `json:"method,omitempty"`
	// Guarantee is the state of the device's guarantees at the declaration.
	Guarantee Guarantee `json:"guarantee,omitzero"`
	// Computed are the dates that the proposal rests on, each with its rule, its
	// version and what it was computed from, for the journal to keep.
	Computed []Deadline `json:"computed,omitempty"`
}

// Propose reads the decision table.
func (p Policy) Propose(findings Findings) (Proposal, error) {
	f, err := p.read(findings)
	if err != nil {
		return Proposal{}, err
	}
	proposal := Proposal{Policy: p.Version, Window: f.window, Guarantee: f.guarantee, Outcome: NeedsPerson}
	if i := slices.IndexFunc(table, func(r row) bool { return r.applies(f) }); i >= 0 {
		proposal.Row = table[i].id
		table[i].propose(f, &proposal)
	} else {
		proposal.Reasons = standing(f)
	}
	proposal.leaveNothingTwice(f)
	if err := proposal.protest(f); err != nil {
		return Proposal{}, err
	}
	proposal.SecondPerson = f.signedBySecond(proposal)
	proposal.Method = p.method(proposal.Outcome)
	proposal.Eligible = f.entitlement(proposal)
	proposal.Alternatives = f.alternatives(proposal.Outcome)
	proposal.Computed = f.computed(proposal)
	return proposal, nil
}

// leaveNothingTwice gives a refund of which nothing is left to a person: it was
// paid already, here or in another case.
func (proposal *Proposal) leaveNothingTwice(f facts) {
	pays := proposal.Outcome.Pays() || proposal.Outcome == Authorise && f.path == leaving
	if !pays || !f.spent() {
		return
	}
	proposal.Outcome, proposal.Tell, proposal.TellArgs, proposal.Marketplace = NeedsPerson, "", nil, Action{}
	proposal.Reasons = append(proposal.Reasons, line(Warn, "nothing_left", "refunds", nil))
}

// protest adds the letter to the carrier, wherever the parcel came damaged or
// short.
func (proposal *Proposal) protest(f facts) error {
	proposal.Protest = f.arrived() && (f.ParcelDamaged || f.short())
	if !proposal.Protest || !f.Timeline.Received.Known() {
		return nil
	}
	before, err := f.policy.Deadline(Carrier3D, Inputs{Event: f.Timeline.Received, Place: f.Timeline.Workshop})
	if err != nil {
		return err
	}
	proposal.ProtestBefore = before
	reason := line(Warn, "protest", "rule", fault.Args{"last": before.Last()})
	reason.Rule = Carrier3D
	proposal.Reasons = append(proposal.Reasons, reason)
	return nil
}

// signedBySecond reports whether a second person signs: a refusal, a price taken
// off for wear, and money above the policy's limit. An amount in another currency
// cannot be compared with the limit, and is taken to be above it.
func (f facts) signedBySecond(proposal Proposal) bool {
	limit := f.policy.SecondPersonAbove
	above := f.Remaining != nil && limit.Minor > 0 &&
		(f.Remaining.Minor > limit.Minor || f.Remaining.Currency != limit.Currency)
	return proposal.Outcome == Refuse || proposal.Row == "D2" && proposal.Outcome == PartialRefund ||
		proposal.Outcome.Pays() && above
}

func (p Policy) method(outcome Outcome) Method {
	switch outcome {
	case FullRefund:
		return p.FullRefundBy
	case PartialRefund, Keep:
		return p.PartialRefundBy
	default:
		return ""
	}
}

// computed gathers the dates behind a proposal, each once.
func (f facts) computed(proposal Proposal) []Deadline {
	dates := []Deadline{f.window.Deadline}
	if f.path == choosing || f.path == leaving || proposal.Row == "D13" {
		dates = append(dates, f.withdrawal.Deadline, f.legal.Deadline)
	}
	if f.path == guarantee || f.path == choosing {
		dates = append(dates, f.guarantee.deadlines()...)
	}
	dates = append(dates, proposal.ProtestBefore)
	var kept []Deadline
	for _, date := range dates {
		same := func(d Deadline) bool { return d.Rule == date.Rule && d.At.Equal(date.At) }
		if date.Rule != "" && !slices.ContainsFunc(kept, same) {
			kept = append(kept, date)
		}
	}
	return kept
}
