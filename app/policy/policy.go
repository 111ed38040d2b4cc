// Package policy computes what time asks of the workshop and what the rules
// propose: deadlines, the calendars they are counted in, the guarantees of a
// device, the ribbon of a case, what is due next, what a delay costs, and the
// outcome that the decision table suggests.
//
// Everything in it is a pure function of an event, a place and a versioned
// [Policy]: it never reads a clock, a file or a database, it never decides for a
// person, and it never refuses a customer. A result carries the rule and the
// inputs it was computed from, so that a screen can show why.
//
// Where the sources read a rule differently, the reading is a setting of the
// policy; settings() lists them all, and the screen, the validation and the edits
// read that one list. The decision table is a list of rows tried in order, see
// table: what is dangerous first, what is due last, and a person where none fits.
// A date that nobody knows counts as in time there, in amber.
//
// Three choices that a newcomer may question. A deadline is the first instant
// that is too late, so "in time" is always t < deadline and no end of day is ever
// written 23:59:59. Days are counted as civil days and then turned into an
// instant, because a day is not 24 hours when the clocks change. Time zones come
// with the binary, because a workshop's Windows machine has none.
package policy

import (
	"time"
	_ "time/tzdata" // The zones of the places of delivery, whatever the machine has.

	"revient/app/returns"
)

// Policy is a versioned choice among the readings of the rules, and the figures
// that are ours to set. An edit makes a new version; a case keeps the version it
// was judged by, and a printed document the dates that were computed with it.
type Policy struct {
	Version string `json:"version"`
	// Since and Author say from when and by whom; the policy that the program comes
	// with has neither.
	Since  time.Time `json:"since,omitzero"`
	Author string    `json:"author,omitempty"` // Id of an operator.
	// Withdrawal is the window to change one's mind: WITHDRAW_CAMPAIGN, which is
	// WITHDRAW_30D for a purchase outside the campaigns, or WITHDRAW_30D alone.
	Withdrawal Rule       `json:"withdrawal"`
	Campaigns  []Campaign `json:"campaigns"`
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
	// AnswerTarget turns a request amber, AnswerLimit red.
	AnswerTarget Rule `json:"answerTarget"`
	AnswerLimit  Rule `json:"answerLimit"`
	// FullRefundBy and PartialRefundBy say which way the money goes back.
	FullRefundBy    Method `json:"fullRefundBy"`
	PartialRefundBy Method `json:"partialRefundBy"`
	// NoReplacement is what is proposed where an exchange is due and nothing
	// matches: full_refund, or ask_customer, who may prefer to keep the device.
	NoReplacement Outcome `json:"noReplacement"`
	// SecondPersonAbove is the refund above which a second person approves; zero
	// asks for nobody.
	SecondPersonAbove returns.Money `json:"secondPersonAbove"`
	// DeviceReturns and CustomerReturns are the numbers of returns at which one
	// device or one customer is flagged, with the facts.
	DeviceReturns   int `json:"deviceReturns"`
	CustomerReturns int `json:"customerReturns"`
	// LegalRate is the legal interest rate owed to private persons, in hundredths of
	// a percent a year. It changes every six months.
	LegalRate int `json:"legalRate"`
}

// Method is the way that money goes back to a customer.
type Method string

// The methods.
const (
	OriginalPayment   Method = "ORIGINAL_PAYMENT"   // The means that the customer paid with.
	MarketplaceWallet Method = "MARKETPLACE_WALLET" // The customer's account, from which they transfer it with an IBAN.
	BankTransfer      Method = "BANK_TRANSFER"      // By hand, from the workshop's own bank.
)

// Default is the policy of the buyer guide: 30 days with the campaign's
// extension, 72 hours for a defect, five calendar days to refund, everything back
// where nothing replaces a device.
func Default() Policy {
	return Policy{
		Version:           "2026-11",
		Withdrawal:        WithdrawCampaign,
		Campaigns:         yearEnds(),
		Defect:            Defect72H,
		RefundTarget:      Refund5DPlan,
		RefundLimit:       Refund5DLimit,
		AnswerTarget:      Answer24H,
		AnswerLimit:       Answer24WH,
		FullRefundBy:      OriginalPayment,
		PartialRefundBy:   MarketplaceWallet,
		NoReplacement:     FullRefund,
		SecondPersonAbove: returns.Money{Minor: 50000, Currency: "EUR"},
		DeviceReturns:     3,
		CustomerReturns:   3,
		LegalRate:         667, // First half of 2026 (order of 15 December 2025).
	}
}
