package policy

import "slices"

// triage are the rows of a request whose parcel has not come: what the table will
// say of the device is not known, only how to answer.
var triage = []row{
	{"", func(f facts) bool { return !f.arrived() && f.path == unclear }, func(f facts, p *Proposal) {
		p.Outcome, p.Reasons = NeedsPerson, []Reason{declared(f)}
	}},
	{"D1", awaited(leaving, func(f facts) bool { return f.withdrawal.open() }), func(f facts, p *Proposal) {
		authorise(p, timely(f))
	}},
	{rowLate, awaited(leaving), func(f facts, p *Proposal) {
		late(f, p)
		p.Outcome = Decline
	}},
	{"D6", awaited(choosing), choose},
	{"D5", awaited(fresh, func(f facts) bool { return f.Replacement == NoneInStock }), proven},
	{"D4", awaited(fresh), proven},
	{"D7", awaited(guarantee, func(f facts) bool {
		return f.guarantee.Coverage == CoverPresumed || f.guarantee.Coverage == CoverToCheck
	}), proven},
	{rowToProve, awaited(guarantee), func(f facts, p *Proposal) {
		switch {
		case f.guarantee.Coverage == CoverOver:
			over(f, p)
			p.Outcome, p.Reasons = Decline, timely(f)
		case f.PriorDefectProved:
			proven(f, p)
		default:
			toProve(f, p)
			p.Outcome, p.Reasons = AskProof, timely(f)
		}
	}},
}

// awaited is a request on a path, before its parcel.
func awaited(on path, also ...func(facts) bool) func(facts) bool {
	return func(f facts) bool {
		return !f.arrived() && f.path == on &&
			!slices.ContainsFunc(also, func(holds func(facts) bool) bool { return !holds(f) })
	}
}

func authorise(p *Proposal, reasons []Reason) {
	p.Outcome, p.Tell, p.Marketplace = Authorise, tell("authorised"), Action{Message: true}
	p.Reasons = reasons
}

// proven authorises the return of a defect that a photo or a video shows, and
// asks for one where there is none.
func proven(f facts, p *Proposal) {
	reasons := append(timely(f), shown(f))
	if f.path == fresh {
		reasons = append(reasons, replacement(f))
	}
	if f.Evidence > 0 {
		authorise(p, reasons)
		return
	}
	p.Outcome, p.Tell, p.Marketplace, p.Reasons = AskProof, tell("ask_proof"), Action{Message: true}, reasons
}
