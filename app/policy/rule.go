package policy

import (
	"maps"
	"slices"

	"revient/app/fault"
)

// Rule is the code of a period. It is stored and printed, so it never changes its
// meaning; a new reading gets a new code.
type Rule string

// The rules. Each has its title, source and explanation in policy.json.
const (
	Withdraw30D      Rule = "WITHDRAW_30D"      // Buyer guide: 30 days to change one's mind.
	Withdraw14D      Rule = "WITHDRAW_14D"      // C. conso. L221-18, L221-19: the legal window within the 30 days.
	WithdrawCampaign Rule = "WITHDRAW_CAMPAIGN" // Back Market: bought from Black Friday to 31 December, until 31 January.
	Defect72H        Rule = "DEFECT_72H"        // Buyer guide: a defect is reported within 72 hours.
	Defect3BD        Rule = "DEFECT_3BD"        // Back Market help: within three business days.
	Refund5DPlan     Rule = "REFUND_5D_PLAN"    // The last working day of the five days: what the workshop aims at.
	Refund5DLimit    Rule = "REFUND_5D_LIMIT"   // Buyer guide: five days from reception.
	Refund5DExt      Rule = "REFUND_5D_EXT"     // The same, extended by Reg. 1182/71 art. 3(4).
	Refund5WD        Rule = "REFUND_5WD"        // Warranty certificate: five business days.
	Refund14DLegal   Rule = "REFUND_14D_LEGAL"  // C. conso. L221-24: 14 days from being informed.
	Credit72WH       Rule = "CREDIT_72WH"       // Buyer guide: money shows within 72 working hours.
	Answer24H        Rule = "ANSWER_24H"        // Buyer guide: an answer within 24 hours.
	Answer24WH       Rule = "ANSWER_24WH"       // Warranty certificate: 24 hours without weekends and holidays.
	Label1WD         Rule = "LABEL_1WD"         // Back Market: the return label within one business day.
	Warranty12M      Rule = "WARRANTY_12M"      // Commercial warranty, 12 months from delivery.
	Conformity24M    Rule = "CONFORMITY_24M"    // C. conso. L217-3.
	Presumption12M   Rule = "PRESUMPTION_12M"   // C. conso. L217-7, second-hand goods.
	RepairExt6M      Rule = "REPAIR_EXT_6M"     // C. conso. L217-13: a repair adds six months.
	Repair30DLegal   Rule = "REPAIR_30D_LEGAL"  // C. conso. L217-10: 30 days from the request to repair or replace.
	Carrier3D        Rule = "CARRIER_3D"        // C. com. L133-3: protest to the carrier.
)

// unit is what a period counts.
type unit int

const (
	days         unit = iota // Civil days after day 0, to the end of the last.
	notHolidays              // Days after day 0 that are no public holiday; weekends count.
	workingDays              // Jours ouvrés after day 0.
	months                   // Months after day 0, clamped to the end of the month.
	hours                    // Real hours from the event.
	fullHours                // Real hours from the next full hour (Reg. 1182/71 art. 3(1)).
	workingHours             // Hours of a clock that runs on jours ouvrés only, all 24 of them.
)

// ending is what happens when the last day is not worked.
type ending int

const (
	strict   ending = iota // The last day stands.
	extended               // To the next working day (Reg. 1182/71 art. 3(4), C. conso. L221-19).
	advanced               // To the working day before: an aim, never a right that shrinks.
)

// A period is the reading of one rule.
type period struct {
	n      int
	unit   unit
	ending ending
	// campaign keeps the window of a purchase of a campaign open until the
	// campaign's last day.
	campaign bool
}

var periods = map[Rule]period{
	Withdraw30D:      {n: 30, unit: days, ending: extended},
	Withdraw14D:      {n: 14, unit: days, ending: extended},
	WithdrawCampaign: {n: 30, unit: days, ending: extended, campaign: true},
	Defect72H:        {n: 72, unit: fullHours},
	Defect3BD:        {n: 3, unit: workingDays},
	Refund5DPlan:     {n: 5, unit: days, ending: advanced},
	Refund5DLimit:    {n: 5, unit: days},
	Refund5DExt:      {n: 5, unit: days, ending: extended},
	Refund5WD:        {n: 5, unit: workingDays},
	Refund14DLegal:   {n: 14, unit: days},
	Credit72WH:       {n: 72, unit: workingHours},
	Answer24H:        {n: 24, unit: hours},
	Answer24WH:       {n: 24, unit: workingHours},
	Label1WD:         {n: 1, unit: workingDays},
	Warranty12M:      {n: 12, unit: months},
	Conformity24M:    {n: 24, unit: months},
	Presumption12M:   {n: 12, unit: months},
	RepairExt6M:      {n: 6, unit: months},
	Repair30DLegal:   {n: 30, unit: days},
	Carrier3D:        {n: 3, unit: notHolidays},
}

// Rules lists every rule, in order of code.
func Rules() []Rule { return slices.Sorted(maps.Keys(periods)) }

// ParseRule returns the rule of a code.
func ParseRule(code string) (Rule, error) {
	if _, known := periods[Rule(code)]; !known {
		return "", unknownRule(code)
	}
	return Rule(code), nil
}

func unknownRule(code string) *fault.Error {
	return fault.New(fault.Invalid, "errors_policy.rule", fault.Args{"rule": code})
}

// TitleKey names the sentence that says what the rule is called.
func (r Rule) TitleKey() string { return "policy.rule." + string(r) + ".title" }

// SourceKey names the sentence that says where the rule comes from.
func (r Rule) SourceKey() string { return "policy.rule." + string(r) + ".source" }

// WhyKey names the sentence that says how the rule counts.
func (r Rule) WhyKey() string { return "policy.rule." + string(r) + ".why" }
