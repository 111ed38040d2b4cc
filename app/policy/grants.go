package policy

import "revient/app/fault"

// due are the rows that grant what the customer asks, or the nearest to it.
var due = []row{
	{"D2", func(f facts) bool {
		return f.path == leaving && f.whole() && (f.WearBeyondTesting || f.damaged()) && f.Evidence > 0
	}, func(f facts, p *Proposal) {
		p.Outcome, p.Tell, p.Marketplace = PartialRefund, tell("refund_wear"), partly()
		p.Reasons = append(standing(f), line(OK, "photos_kept", "photos", fault.Args{"count": f.Evidence}))
	}},
	{"D14", func(f facts) bool {
		return f.path == leaving && f.sound() && !f.WearBeyondTesting && f.MissingAccessories > 0
	}, func(f facts, p *Proposal) {
		p.Outcome, p.Tell, p.Marketplace = PartialRefund, tell("refund_accessory"), partly()
		p.Marketplace.Problem = "MISSING_PART"
		p.TellArgs = fault.Args{"count": f.MissingAccessories}
		p.Reasons = standing(f)
	}},
	{"D1", func(f facts) bool { return f.path == leaving && f.sound() && !f.WearBeyondTesting },
		func(f facts, p *Proposal) {
			p.Outcome, p.Tell, p.Marketplace = FullRefund, tell("refund"), refunded(f.withdrawn())
			p.Reasons = standing(f)
		}},
	{"D4", func(f facts) bool { return f.exchangeable() && f.Replacement == InStock && !f.NoReplacement },
		func(f facts, p *Proposal) {
			p.Outcome, p.Tell = Exchange, tell("exchange")
			p.Marketplace = Action{Transfer: transferReplace, Message: true}
			p.Reasons = standing(f)
		}},
	{"D5", func(f facts) bool { return f.exchangeable() && (f.Replacement == NoneInStock || f.NoReplacement) },
		func(f facts, p *Proposal) {
			noneToGive(f, p, reasonOpening, reasonFirstUse)
			p.Reasons = standing(f)
		}},
	{"D7", func(f facts) bool {
		return f.repairable() && (f.guarantee.Coverage == CoverPresumed || f.guarantee.Coverage == CoverToCheck)
	}, mend},
	{rowToProve, func(f facts) bool { return f.repairable() }, func(f facts, p *Proposal) {
		switch {
		case f.guarantee.Coverage == CoverOver:
			over(f, p)
			p.Outcome = Refuse
			p.Marketplace.Transfer = transferNothing
		case f.PriorDefectProved:
			mend(f, p)
		default:
			toProve(f, p)
			p.Outcome = Pause
		}
	}},
}

// exchangeable is a defect that was declared in time, shown and found.
func (f facts) exchangeable() bool {
	return f.path == fresh && f.sound() && f.Defect == DefectConfirmed && f.Evidence > 0
}

// repairable is a defect that was found on a device that no exclusion concerns.
func (f facts) repairable() bool {
	return f.path == guarantee && f.sound() && f.Defect == DefectConfirmed
}

// noneToGive is an exchange without a unit: everything goes back, or the customer
// is asked whether they would rather keep the device, as the policy says.
func noneToGive(f facts, p *Proposal, reasons ...int) {
	if f.policy.NoReplacement == AskCustomer && f.Choice == NotChosen {
		p.Outcome, p.Tell, p.Marketplace = AskCustomer, tell("keep_or_return"), Action{Message: true}
		return
	}
	p.Outcome, p.Tell, p.Marketplace = FullRefund, tell("refund_no_unit"), refunded(f.faulty(reasons...))
}

// mend repairs; a repair that failed is an exchange; an exchange without a unit is
// a refund (C. conso. L217-14).
func mend(f facts, p *Proposal) {
	p.Reasons = standing(f)
	switch {
	case !f.RepairFailed && !f.NoReplacement:
		p.Outcome, p.Tell = Repair, tell("repair")
		p.Marketplace = Action{Transfer: transferRepair, Message: true}
	case f.NoReplacement || f.Replacement == NoneInStock:
		noneToGive(f, p, reasonWarranty)
	case f.Replacement == InStock:
		p.Outcome, p.Tell = Exchange, tell("exchange")
		p.Marketplace = Action{Transfer: transferReplace, Message: true}
	}
}

// toProve waits for the customer to show that the defect was there at the
// delivery.
func toProve(f facts, p *Proposal) {
	p.Tell, p.Marketplace = tell("prove_prior"), Action{Message: true}
	p.TellArgs = fault.Args{"last": f.guarantee.Until.Last()}
	p.Reasons = standing(f)
}

// over tells that no guarantee runs any more, and since when.
func over(f facts, p *Proposal) {
	p.Tell, p.Marketplace = tell("guarantee_over"), Action{Message: true}
	p.TellArgs = fault.Args{"last": f.guarantee.Until.Last()}
	p.Reasons = standing(f)
}
