package policy

import (
	"slices"

	"revient/app/fault"
)

// A row of the decision table. The first that applies proposes.
type row struct {
	id      string
	applies func(facts) bool
	propose func(facts, *Proposal)
}

// The rows that are named in more than one place; the last two are not numbered in
// the table.
const (
	rowLate     = "D3"
	rowToProve  = "D8"
	rowRefunded = "REFUNDED"
	rowLost     = "LOST"
)

// The table, in the order in which it is tried: what is dangerous comes first,
// then what is settled, lost, missing or not ours; then how to answer a request
// whose parcel has not come; then what is against a grant, and at last what is
// due.
var table = slices.Concat(foremost, triage, against, due)

// foremost are the rows that hold before and after the parcel arrives.
var foremost = []row{
	{"D16", func(f facts) bool { return f.Blocking == DangerousBattery }, dangerous},
	{rowRefunded, func(f facts) bool { return f.MarketplaceRefunded }, func(_ facts, p *Proposal) {
		p.Outcome, p.Tell = AlreadyRefunded, tell("already_refunded")
		p.Reasons = []Reason{line(OK, "refunded", "marketplace", nil)}
	}},
	// Whoever has a replacement is owed nothing more by any row: a person looks.
	{"", func(f facts) bool { return f.ReplacementGiven }, func(_ facts, p *Proposal) {
		p.Outcome, p.Reasons = NeedsPerson, []Reason{line(Warn, "replacement.given", "replacement", nil)}
	}},
	{rowLost, func(f facts) bool { return f.Lost && !f.arrived() }, lost},
	{"D11", facts.short, missing},
	{"D10", facts.differs, func(f facts, p *Proposal) {
		p.Outcome, p.Tell, p.Marketplace = Hold, tell("differs"), problem("WRONG_ITEM")
		p.Reasons = mismatch(f)
	}},
	{"D12", func(f facts) bool { return f.Blocking == Locked }, func(f facts, p *Proposal) {
		p.Outcome, p.Tell, p.Marketplace = Pause, tell("unlock"), problem(f.lockedWith())
		p.Reasons = blocking(f)
	}},
}

func tell(key string) string { return "policy.tell." + key }

// dangerous is a battery that may burn. Who pays for it depends on the cause, and
// the case is decided when the device is safe.
func dangerous(f facts, p *Proposal) {
	p.Outcome, p.Tell, p.Marketplace = Quarantine, tell("quarantine"), problem("OTHER")
	if f.damaged() {
		p.Marketplace = problem("OOW_ITEM")
	}
	p.Reasons = blocking(f)
	if f.damaged() {
		p.Reasons = append(p.Reasons, damage(f)...)
	}
}

// lost is a parcel that never came: it is refunded to who proves that it left.
func lost(f facts, p *Proposal) {
	if f.ProofOfDispatch {
		p.Outcome, p.Tell, p.Marketplace = FullRefund, tell("refund_lost"), refunded(reasonLost)
		p.Reasons = []Reason{line(OK, "lost.proved", "carrier", nil)}
		return
	}
	p.Outcome, p.Tell, p.Marketplace = AskProof, tell("prove_dispatch"), Action{Message: true}
	p.Reasons = []Reason{line(Warn, "lost.unproved", "carrier", nil)}
}

func missing(f facts, p *Proposal) {
	p.Outcome, p.Tell, p.Marketplace = Hold, tell("empty"), problem("ITEM_NOT_RECEIVED")
	if f.Blocking == Empty {
		p.Reasons = blocking(f)
	}
	if f.WeightGap {
		p.Reasons = append(p.Reasons, line(Warn, "weight_gap", "scale", nil))
	}
}

// against are the rows that speak against a grant of what is on the bench.
var against = []row{
	// A parcel that was crushed may have broken the device: nobody is told that
	// they did it before the carrier has been heard.
	{"D15", func(f facts) bool {
		return f.ParcelDamaged && (f.damaged() || f.Identity == "" || f.Identity == IdentityUnchecked)
	}, func(f facts, p *Proposal) {
		p.Outcome, p.Tell, p.Marketplace = Hold, tell("parcel_damaged"), problem("DAMAGED_PACKAGE")
		p.Reasons = []Reason{line(Warn, "parcel_damaged", "reception", nil)}
		if f.damaged() {
			p.Reasons = append(p.Reasons, damage(f)...)
		}
	}},
	{"D9", func(f facts) bool {
		return f.path != leaving && f.path != unclear && f.Identity == IdentityMatch && f.damaged() && f.Evidence > 0
	}, func(f facts, p *Proposal) {
		p.Outcome, p.Tell, p.Marketplace = Refuse, tell("out_of_warranty"), problem("OOW_ITEM")
		p.Marketplace.Transfer = transferNothing
		p.Reasons = append(append(damage(f), line(OK, "photos_kept", "photos", fault.Args{"count": f.Evidence})), timely(f)...)
	}},
	{"D13", func(f facts) bool {
		return f.path != leaving && f.path != unclear && f.sound() && f.Defect == DefectNotFound && f.Blocking == NothingBlocks
	}, nothingFound},
	{"D6", func(f facts) bool { return f.path == choosing }, choose},
	{rowLate, func(f facts) bool { return f.path == leaving && !f.withdrawal.open() }, func(f facts, p *Proposal) {
		late(f, p)
		p.Outcome = Refuse
		p.Marketplace.Transfer = transferNothing
		p.Reasons = append(p.Reasons, identity(f))
		p.Reasons = append(p.Reasons, damage(f)...)
	}},
}

// nothingFound is a defect that the bench does not see. Two people look before
// the customer is told; then the device goes back, unless there is still time to
// withdraw.
func nothingFound(f facts, p *Proposal) {
	p.Reasons = append(timely(f), reproduced(f))
	switch {
	case !f.SecondTest:
		p.Outcome = NeedsSecondTest
		p.Reasons = append(p.Reasons, line(Warn, "second_test.owed", "inspection", nil))
	case f.withdrawal.open():
		p.Outcome, p.Tell, p.Marketplace = FullRefund, tell("no_fault_refund"), refunded(f.withdrawn())
		p.Marketplace.Problem = "PROBLEM_NOT_IDENTIFIED"
		p.Reasons = append(p.Reasons, line(OK, "second_test.done", "inspection", nil), stillLeaving(f))
	default:
		p.Outcome, p.Tell, p.Marketplace = Refuse, tell("no_fault"), problem("PROBLEM_NOT_IDENTIFIED")
		p.Marketplace.Transfer = transferNothing
		p.Reasons = append(p.Reasons, line(OK, "second_test.done", "inspection", nil))
	}
}

// choose puts both paths to the customer, and waits for the answer.
func choose(f facts, p *Proposal) {
	p.Outcome, p.Tell, p.Marketplace = AskCustomer, tell("choose"), Action{Message: true}
	if last := f.withdrawal.Deadline; last.Rule != "" {
		p.TellArgs = fault.Args{"last": last.Last()}
	}
	p.Reasons = []Reason{declared(f), stillLeaving(f), line(Warn, "choice.awaited", "request", nil)}
}

// late tells a withdrawal that came too late the date, and the other path.
func late(f facts, p *Proposal) {
	p.Tell, p.Marketplace = tell("late"), Action{Message: true}
	p.TellArgs = fault.Args{"last": f.withdrawal.Deadline.Last()}
	p.Reasons = []Reason{declared(f)}
	if f.otherPath() {
		p.Tell = tell("late_guarantee")
		p.Reasons = append(p.Reasons, covered(f))
	}
}
