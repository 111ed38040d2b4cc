// Package policy computes what time asks of the workshop and what the rules
// propose: deadlines, the calendars they are counted in, the ribbon of a case,
// what is due next, and the outcome that the decision table suggests.
//
// Everything in it is a pure function of an event, a place and a versioned
// [Policy]: it never reads a clock, a file or a database, it never decides for a
// person, and it never refuses a customer. A result carries the rule and the
// inputs it was computed from, so that a screen can show why.
//
// Three choices that a newcomer may question. A deadline is the first instant
// that is too late, so "in time" is always t < deadline and no end of day is ever
// written 23:59:59. Days are counted as civil days and then turned into an
// instant, because a day is not 24 hours when the clocks change. Time zones come
// with the binary, because a workshop's Windows machine has none.
package policy

import (
	"fmt"
	"slices"
	_ "time/tzdata" // The zones of the places of delivery, whatever the machine has.

	"revient/app/fault"
)

// Policy is a versioned choice among the readings of the rules. A case keeps the
// version; a printed document keeps the dates that it was computed with.
type Policy struct {
	Version string `json:"version"`
	// Withdrawal is the window to change one's mind: WITHDRAW_CAMPAIGN, which is
	// WITHDRAW_30D for a purchase outside the campaign, or WITHDRAW_30D alone.
	Withdrawal Rule `json:"withdrawal"`
	// Defect is the window to report a defect for an exchange: DEFECT_72H or
	// DEFECT_3BD.
	Defect Rule `json:"defect"`
	// RefundTarget and RefundLimit are the two dates that the workshop works by
	// after it has received the device.
	RefundTarget Rule `json:"refundTarget"`
	RefundLimit  Rule `json:"refundLimit"`
	// CreditCalendar counts the 72 working hours of a credit; empty, it is the
	// calendar of the place.
	CreditCalendar Code `json:"creditCalendar,omitempty"`
}

// Default is the policy of the buyer guide: 30 days with the campaign's
// extension, 72 hours for a defect, five calendar days to refund.
func Default() Policy {
	return Policy{
		Version:      "2026-11",
		Withdrawal:   WithdrawCampaign,
		Defect:       Defect72H,
		RefundTarget: Refund5DPlan,
		RefundLimit:  Refund5DLimit,
	}
}

// Validate reports a policy that names a rule outside its choice.
func (p Policy) Validate() error {
	for _, choice := range []struct {
		field string
		rule  Rule
		among []Rule
	}{
		{"withdrawal", p.Withdrawal, []Rule{WithdrawCampaign, Withdraw30D, Withdraw14D}},
		{"defect", p.Defect, []Rule{Defect72H, Defect3BD}},
		{"refundTarget", p.RefundTarget, []Rule{Refund5DPlan}},
		{"refundLimit", p.RefundLimit, []Rule{Refund5DLimit, Refund5DExt, Refund5WD}},
	} {
		if !slices.Contains(choice.among, choice.rule) {
			return unknownRule(string(choice.rule)).At(choice.field)
		}
	}
	if p.CreditCalendar != "" {
		if _, err := CalendarOf(p.CreditCalendar); err != nil {
			return fmt.Errorf("read credit calendar: %w", fault.Of(err).At("creditCalendar"))
		}
	}
	if p.Version == "" {
		return fault.New(fault.Invalid, "errors_policy.version", nil).At("version")
	}
	return nil
}
