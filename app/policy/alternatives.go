package policy

import "slices"

// alternatives lists the outcomes that a person may choose instead of the one
// proposed, the likeliest first. What cannot be done is not among them: money
// that is not left, a unit that is not there.
func (f facts) alternatives(proposed Outcome) []Outcome {
	among := []Outcome{FullRefund, Exchange, Repair, PartialRefund, Keep, AskCustomer, Refuse, Hold}
	switch {
	case f.Lost:
		among = []Outcome{FullRefund, AskProof, Hold}
	case !f.arrived():
		among = []Outcome{Authorise, AskProof, AskCustomer, Decline}
	case f.Blocking == DangerousBattery:
		among = []Outcome{FullRefund, Exchange, PartialRefund, Hold}
	case f.short() || f.differs():
		among = []Outcome{FullRefund, Refuse, Hold}
	}
	return slices.DeleteFunc(among, func(o Outcome) bool { return o == proposed || !f.can(o) })
}

// can reports whether an outcome can be carried out at all.
func (f facts) can(o Outcome) bool {
	switch o {
	case FullRefund, PartialRefund:
		return !f.spent() && !f.MarketplaceRefunded
	case Keep:
		return f.defective() && !f.spent() && !f.MarketplaceRefunded
	case Exchange:
		return f.defective() && f.Replacement != NoneInStock && !f.NoReplacement && !f.ReplacementGiven
	case Repair:
		return (f.defective() || f.DefectDeclared || f.Defect == DefectConfirmed) && !f.RepairFailed
	case AskCustomer, AskProof:
		return f.defective() || f.DefectDeclared || f.Lost
	default:
		return true
	}
}
