package policy

// path is the way that a case goes by what the customer asks and when.
type path int

const (
	unclear   path = iota // Nobody knows what the customer asks.
	leaving               // A withdrawal, in time or late.
	fresh                 // A defect declared in time for an exchange.
	choosing              // Too late for that, in time to withdraw: the choice is the customer's.
	guarantee             // The guarantees.
)

// facts are the findings with everything that time says of them.
type facts struct {
	Findings
	policy     Policy
	window     Window // Of the claim.
	withdrawal Window // Of a withdrawal declared at the same moment.
	legal      Window // The same in the law's 14 days.
	guarantee  Guarantee
	path       path
}

// read judges the findings by the clock.
func (p Policy) read(findings Findings) (facts, error) {
	f := facts{Findings: findings, policy: p}
	var err error
	if f.window, err = p.Window(findings.Timeline); err != nil {
		return facts{}, err
	}
	leave := findings.Timeline
	leave.Claim = Withdrawal
	if f.withdrawal, err = p.Window(leave); err != nil {
		return facts{}, err
	}
	byLaw := p
	byLaw.Withdrawal = Withdraw14D
	if f.legal, err = byLaw.Window(leave); err != nil {
		return facts{}, err
	}
	if f.guarantee, err = p.guaranteeAt(findings.Timeline); err != nil {
		return facts{}, err
	}
	f.path = f.way()
	return f, nil
}

// way follows the customer: a defect declared too late for an exchange may still
// be a withdrawal, and a withdrawal that is too late may still be a repair.
func (f facts) way() path {
	switch f.Timeline.Claim {
	case Withdrawal:
		if f.Choice == ChoseRepair && !f.withdrawal.open() {
			return guarantee
		}
		return leaving
	case Defect:
		switch {
		case f.Choice == ChoseRepair:
			return guarantee
		case f.Choice == ChoseToLeave && f.withdrawal.open():
			return leaving
		case f.window.open():
			return fresh
		case f.withdrawal.open():
			return choosing
		default:
			return guarantee
		}
	case Warranty:
		if f.Choice == ChoseToLeave && f.withdrawal.open() {
			return leaving
		}
		return guarantee
	default:
		return unclear
	}
}

// open is a window that the declaration keeps to, or of which nobody can say that
// it does not.
func (w Window) open() bool { return w.Standing != AfterTime }

// arrived reports whether there is something on the bench to decide about.
func (f facts) arrived() bool { return f.Arrived || f.Timeline.Received.Known() }

func (f facts) damaged() bool { return f.CustomerDamage || len(f.Exclusions) > 0 }

// whole is a device that is the one sold and can be judged. A dead one can where
// that is the defect.
func (f facts) whole() bool {
	return f.Identity == IdentityMatch && (f.Blocking == NothingBlocks || f.Blocking == Dead && f.Defect == DefectConfirmed)
}

// sound is a whole device as it left.
func (f facts) sound() bool { return f.whole() && !f.damaged() }

// short is a parcel with less in it than was sent: the carrier is told.
func (f facts) short() bool {
	return f.Blocking == Empty || f.WeightGap && f.Identity != IdentityMatch
}

func (f facts) differs() bool { return f.Identity == IdentityMismatch || f.Blocking == WrongItem }

// defective is a claim that something does not work, however it is settled.
func (f facts) defective() bool {
	return f.Timeline.Claim == Defect || f.Timeline.Claim == Warranty || f.path == guarantee
}

// spent reports whether nothing of the order line can be refunded any more.
func (f facts) spent() bool { return f.Remaining != nil && f.Remaining.Minor <= 0 }
