package policy

import (
	"slices"
	"strconv"

	"revient/app/fault"
)

// Kind says what a setting's value is, so that a screen can offer the right
// field for it.
type Kind string

// The kinds.
const (
	KindRule      Kind = "rule"      // Code of a rule.
	KindFixed     Kind = "fixed"     // A rule with one reading: shown, never edited.
	KindCalendar  Kind = "calendar"  // Code of a calendar, or empty.
	KindMethod    Kind = "method"    // Way of the money.
	KindOutcome   Kind = "outcome"   // An outcome of the decision table.
	KindNumber    Kind = "number"    // A whole number.
	KindAmount    Kind = "amount"    // Minor units; the currency is in Args.
	KindRate      Kind = "rate"      // Hundredths of a percent.
	KindCampaigns Kind = "campaigns" // The table of campaigns.
)

// A setting is one value of a policy: where it stands, what it may be, and how to
// read and write it as text.
type setting struct {
	reading string // Reading of the sources that it chooses, such as "R1"; empty for a figure of ours.
	field   string // Name in JSON, which is also the field that an error names.
	kind    Kind
	among   []string // The values that it may take; empty where any number may be.
	get     func(Policy) string
	set     func(*Policy, string)
	least   int // Smallest number.
	most    int // Largest one.
}

// choice is a setting that is one of a few codes.
func choice[T ~string](reading, field string, kind Kind, at func(*Policy) *T, among ...T) setting {
	s := setting{reading: reading, field: field, kind: kind,
		get: func(p Policy) string { return string(*at(&p)) },
		set: func(p *Policy, value string) { *at(p) = T(value) },
	}
	for _, value := range among {
		s.among = append(s.among, string(value))
	}
	return s
}

// fixed is a rule that has one reading.
func fixed(reading string, rule Rule) setting {
	return setting{reading: reading, kind: KindFixed, get: func(Policy) string { return string(rule) }}
}

// figure is a whole number between two others.
func figure(field string, kind Kind, least, most int, at func(*Policy) *int) setting {
	return setting{field: field, kind: kind, least: least, most: most,
		get: func(p Policy) string { return strconv.Itoa(*at(&p)) },
		set: func(p *Policy, value string) {
			number, err := strconv.Atoi(value)
			if err != nil {
				number = least - 1 // Out of bounds: the validation says so, beside the field.
			}
			*at(p) = number
		},
	}
}

// settings lists the policy in the order in which a screen shows it: the readings
// R1 to R8 of the sources, then the figures that are ours.
func settings() []setting {
	return []setting{
		choice("R1", "withdrawal", KindRule, func(p *Policy) *Rule { return &p.Withdrawal }, WithdrawCampaign, Withdraw30D, Withdraw14D),
		{reading: "R1", field: "campaigns", kind: KindCampaigns, get: func(p Policy) string { return strconv.Itoa(len(p.Campaigns)) }},
		fixed("R1", Withdraw14D),
		choice("R2", "defect", KindRule, func(p *Policy) *Rule { return &p.Defect }, Defect72H, Defect3BD),
		choice("R3", "refundTarget", KindRule, func(p *Policy) *Rule { return &p.RefundTarget }, Refund5DPlan),
		choice("R3", "refundLimit", KindRule, func(p *Policy) *Rule { return &p.RefundLimit }, Refund5DLimit, Refund5DExt, Refund5WD),
		fixed("R3", Refund14DLegal),
		choice("R4", "creditCalendar", KindCalendar, func(p *Policy) *Code { return &p.CreditCalendar }, append([]Code{""}, Calendars()...)...),
		choice("R5", "answerTarget", KindRule, func(p *Policy) *Rule { return &p.AnswerTarget }, Answer24H, Answer24WH),
		choice("R5", "answerLimit", KindRule, func(p *Policy) *Rule { return &p.AnswerLimit }, Answer24WH, Answer24H),
		fixed("R5", Label1WD),
		fixed("R6", Warranty12M),
		fixed("R6", Presumption12M),
		fixed("R6", Conformity24M),
		fixed("R6", RepairExt6M),
		fixed("R6", Repair30DLegal),
		fixed("", Carrier3D),
		choice("R7", "fullRefundBy", KindMethod, func(p *Policy) *Method { return &p.FullRefundBy }, OriginalPayment, BankTransfer),
		choice("R7", "partialRefundBy", KindMethod, func(p *Policy) *Method { return &p.PartialRefundBy },
			MarketplaceWallet, OriginalPayment, BankTransfer),
		choice("R8", "noReplacement", KindOutcome, func(p *Policy) *Outcome { return &p.NoReplacement }, FullRefund, AskCustomer),
		{field: "secondPersonAbove", kind: KindAmount,
			get: func(p Policy) string { return strconv.FormatInt(p.SecondPersonAbove.Minor, 10) },
			set: func(p *Policy, value string) {
				minor, err := strconv.ParseInt(value, 10, 64)
				if err != nil {
					minor = -1 // Refused by the validation, beside the field.
				}
				p.SecondPersonAbove.Minor = minor
			}},
		figure("deviceReturns", KindNumber, 2, 99, func(p *Policy) *int { return &p.DeviceReturns }),
		figure("customerReturns", KindNumber, 2, 99, func(p *Policy) *int { return &p.CustomerReturns }),
		figure("legalRate", KindRate, 0, 5000, func(p *Policy) *int { return &p.LegalRate }),
	}
}

// Validate reports the first value that a policy cannot have, and names its
// field.
func (p Policy) Validate() error {
	if p.Version == "" {
		return fault.New(fault.Invalid, "errors_policy.version", nil).At("version")
	}
	if p.Author != "" && p.Since.IsZero() {
		return fault.New(fault.Invalid, "errors_policy.since", nil).At("since")
	}
	for _, s := range settings() {
		if err := s.check(p); err != nil {
			return err
		}
	}
	return nil
}

func (s setting) check(p Policy) error {
	value := s.get(p)
	switch s.kind {
	case KindFixed:
		return nil
	case KindCampaigns:
		return validCampaigns(p.Campaigns)
	case KindAmount:
		if p.SecondPersonAbove.Minor < 0 || p.SecondPersonAbove.Minor > 0 && len(p.SecondPersonAbove.Currency) != 3 {
			return fault.New(fault.Invalid, "errors_policy.amount", nil).At(s.field)
		}
		return nil
	case KindNumber, KindRate:
		if number, err := strconv.Atoi(value); err != nil || number < s.least || number > s.most {
			return fault.New(fault.Invalid, "errors_policy.figure", fault.Args{"least": s.least, "most": s.most}).At(s.field)
		}
		return nil
	}
	if slices.Contains(s.among, value) {
		return nil
	}
	switch s.kind {
	case KindRule:
		return unknownRule(value).At(s.field)
	case KindCalendar:
		return fault.New(fault.Invalid, "errors_policy.calendar", fault.Args{"code": value}).At(s.field)
	default:
		return fault.New(fault.Invalid, "errors_policy.choice", fault.Args{"value": value}).At(s.field)
	}
}

// With returns a copy of the policy with one value changed, as a person chose or
// typed it. The table of campaigns is changed as a whole: see Campaigns.
func (p Policy) With(field, value string) (Policy, error) {
	for _, s := range settings() {
		if s.field != field || s.set == nil {
			continue
		}
		s.set(&p, value)
		return p, s.check(p)
	}
	return p, fault.New(fault.Invalid, "errors_policy.setting", fault.Args{"field": field}).At(field)
}
