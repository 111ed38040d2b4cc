package policy

// Entitlement is how the whole case stands before anybody decides it.
type Entitlement string

// The entitlements.
const (
	Eligible   Entitlement = "eligible"
	Ineligible Entitlement = "ineligible" // For what is claimed; a person may grant it all the same.
	ForAPerson Entitlement = "needs_person"
)

// Eligibility is what the request screen says of a case, with reasons.
type Eligibility struct {
	Standing  Entitlement `json:"standing"`
	Row       string      `json:"row"`
	Policy    string      `json:"policy"`
	Reasons   []Reason    `json:"reasons"`
	Window    Window      `json:"window"`
	Guarantee Guarantee   `json:"guarantee,omitzero"`
	Computed  []Deadline  `json:"computed,omitempty"`
}

// Eligibility judges a case by everything that is known of it.
func (p Policy) Eligibility(findings Findings) (Eligibility, error) {
	proposal, err := p.Propose(findings)
	if err != nil {
		return Eligibility{}, err
	}
	return Eligibility{Standing: proposal.Eligible, Row: proposal.Row, Policy: proposal.Policy, Reasons: proposal.Reasons,
		Window: proposal.Window, Guarantee: proposal.Guarantee, Computed: proposal.Computed}, nil
}

// entitlement reads the standing off what is proposed. A date that is to be
// checked, and a late withdrawal of a device that its guarantee covers, are for a
// person.
func (f facts) entitlement(proposal Proposal) Entitlement {
	switch proposal.Outcome {
	case Hold, Pause, Quarantine, NeedsPerson, NeedsSecondTest:
		return ForAPerson
	case AlreadyRefunded:
		return Ineligible
	case Refuse, Decline:
		if proposal.Row == rowLate && f.otherPath() {
			return ForAPerson
		}
		return Ineligible
	}
	if f.toCheck() || proposal.Row == rowToProve && !f.PriorDefectProved || f.Lost && !f.ProofOfDispatch {
		return ForAPerson
	}
	return Eligible
}

// toCheck reports whether the time of the claim cannot be told.
func (f facts) toCheck() bool {
	switch f.path {
	case guarantee:
		return f.guarantee.Coverage == CoverToCheck
	case leaving:
		return f.withdrawal.Standing == ToCheck
	default:
		return f.window.Standing == ToCheck
	}
}

// otherPath reports whether a guarantee covers a defect that the customer names,
// although it is too late to withdraw.
func (f facts) otherPath() bool {
	covered := f.guarantee.Coverage == CoverPresumed || f.guarantee.Coverage == CoverToProve
	return covered && !f.damaged() && (f.DefectDeclared || f.Defect == DefectConfirmed)
}
