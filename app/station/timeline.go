package station

import (
	"context"
	"slices"
	"time"

	"revient/app/catalog"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// Timeline lays out a case's moments the way the rules read them.
func (s *Station) Timeline(c returns.Case) policy.Timeline {
	workshop := *s.place.Load()
	timeline := policy.Timeline{
		Claim:     policyClaim(c.Claim.Kind),
		Customer:  workshop,
		Workshop:  workshop,
		Delivered: policyMoment(c.DeliveredAt),
		Declared:  policyMoment(c.DeclaredAt),
	}
	timeline.Requested, timeline.Answered = policyMoment(asked(c)), policyMoment(answered(c))
	if c.Sale != nil {
		if place, err := policy.PlaceOf(c.Sale.Country, c.Sale.Region); err == nil {
			timeline.Customer = place // A country without a calendar is counted as the workshop's.
		}
		timeline.Purchased = policyMoment(c.Sale.SoldAt)
	}
	if c.Reception != nil {
		timeline.Received = policyMoment(c.Reception.Arrived)
		timeline.ProtestOwed = parcelFailed(c)
	}
	if c.Protest != nil {
		timeline.Protested = policyMoment(c.Protest.At)
	}
	if c.Repair != nil && c.Repair.PassedAt.Known() {
		timeline.Repairs = append(timeline.Repairs, policyMoment(c.Repair.PassedAt))
	}
	timeline.Settled = policyMoment(settled(c))
	return timeline
}

// settled is when the customer got what was decided: the money, the parcel, or the
// refusal.
func settled(c returns.Case) returns.Moment {
	if c.Decision == nil || c.Decision.Pending {
		return returns.Moment{}
	}
	switch c.Decision.Outcome {
	case returns.Exchange, returns.WarrantyRepair:
		return c.Outbound.LeftAt
	case returns.Refusal:
		return c.Decision.At
	default:
		refund, found := c.Refund(c.Decision.Refund)
		if !found || !refund.State.Paid() {
			return returns.Moment{}
		}
		return refund.ConfirmedAt
	}
}

// parcelFailed reports whether the carrier is to be told: the parcel came damaged,
// or with less in it than was sent.
func parcelFailed(c returns.Case) bool {
	return c.Inspection != nil && slices.ContainsFunc(c.Inspection.Defects(), func(defect string) bool {
		return catalog.IsParcelDamage(defect) || catalog.IsWeightGap(defect) || defect == emptyParcel
	})
}

// emptyParcel is the defect of a parcel with nothing in it.
const emptyParcel = "PKG-02"

func policyClaim(kind returns.ClaimKind) policy.Claim {
	switch kind {
	case returns.ChangeOfMind:
		return policy.Withdrawal
	case returns.Defect:
		return policy.Defect
	case returns.Warranty:
		return policy.Warranty
	default:
		return ""
	}
}

func policyMoment(m returns.Moment) policy.Moment {
	switch {
	case !m.Known():
		return policy.Moment{}
	case m.Precision == returns.ToTheDay:
		return policy.On(policy.DayOf(m.At, location(m.Zone))).From(string(m.Source))
	default:
		return policy.At(m.At).From(string(m.Source))
	}
}

// location loads a zone that was checked when it was entered; UTC stands in for
// one that this version does not know, since a date must not hide a case.
func location(zone string) *time.Location {
	loaded, err := time.LoadLocation(zone)
	if err != nil {
		return time.UTC
	}
	return loaded
}

// Due is what a case owes its customer next. It depends on the case alone, so
// that the worklist can hold it; how urgent it is depends on the hour.
func (s *Station) Due(c returns.Case) (policy.Due, bool) {
	if c.Stage.Ended() {
		return policy.Due{}, false
	}
	due, owed, err := s.policyOf(c).Due(s.Timeline(c))
	if err != nil {
		s.log.Error("compute what is due", "case", c.Number, "error", err)
		return policy.Due{}, false
	}
	return due, owed
}

// storedDue is Due as the worklist keeps it: the limit sorts, since that is what
// costs money.
func (s *Station) storedDue(c returns.Case) (store.Due, bool) {
	due, owed := s.Due(c)
	if !owed {
		return store.Due{}, false
	}
	return store.Due{
		At: due.Limit.At, Rule: string(due.Limit.Rule), Target: due.Target.At, TargetRule: string(due.Target.Rule),
	}, true
}

// Ribbon lays a case's time on one line, as it is now.
func (s *Station) Ribbon(c returns.Case) ([]policy.Mark, error) {
	return s.policyOf(c).Ribbon(s.Timeline(c), s.now())
}

// CreditBy is the last day by which a customer sees a refund that was accepted at
// a moment.
func (s *Station) CreditBy(c returns.Case, accepted returns.Moment) (policy.Deadline, error) {
	return s.policyOf(c).CreditShown(policyMoment(accepted), s.Timeline(c).Customer)
}

// DueOf is Due for a case in a list, of which only the summary was read.
func (s *Station) DueOf(summary store.CaseSummary) (policy.Due, bool) {
	if summary.DueAt.IsZero() {
		return policy.Due{}, false
	}
	in := policy.Inputs{Place: *s.place.Load()}
	return policy.Due{
		Duty:   dutyOf(policy.Rule(summary.DueRule)),
		Target: policy.Deadline{Rule: policy.Rule(summary.TargetRule), Policy: summary.Policy, At: summary.TargetAt, Inputs: in},
		Limit:  policy.Deadline{Rule: policy.Rule(summary.DueRule), Policy: summary.Policy, At: summary.DueAt, Inputs: in},
	}, true
}

// dutyOf is what a limit obliges to.
func dutyOf(limit policy.Rule) policy.Duty {
	switch limit {
	case policy.Answer24H, policy.Answer24WH:
		return policy.DutyAnswer
	case policy.Label1WD:
		return policy.DutyLabel
	case policy.Carrier3D:
		return policy.DutyProtest
	default:
		return policy.DutyRefund
	}
}

// NoteScan remembers a scan for the start screen.
func (s *Station) NoteScan(ctx context.Context, scan store.Scan) error {
	return s.db.Update(ctx, func(tx *store.Tx) error { return tx.AddScan(scan) })
}

// Rules returns the deadline rules in force, each with the deadline that an event
// which happens now would have.
func (s *Station) Rules() []policy.Deadline {
	rules := s.Policy()
	inputs := policy.Inputs{Event: policy.At(s.now()), Purchased: policy.At(s.now()), Place: *s.place.Load()}
	examples := []policy.Deadline{}
	for _, rule := range []policy.Rule{policy.Answer24H, policy.Answer24WH, rules.RefundTarget, rules.RefundLimit, rules.Withdrawal, rules.Defect, policy.Credit72WH} {
		deadline, err := rules.Deadline(rule, inputs)
		if err != nil {
			s.log.Error("compute example of a rule", "rule", rule, "error", err)
			continue
		}
		examples = append(examples, deadline)
	}
	return examples
}
