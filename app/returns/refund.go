package returns

import "slices"

// RefundState is the money track of one refund.
type RefundState string

// The states of a refund. Unknown is an honest state: the request left and
// nobody knows yet what became of it.
const (
	RefundDrafted         RefundState = "drafted"
	RefundIsApproved      RefundState = "approved"
	RefundIsSubmitting    RefundState = "submitting"
	RefundIsConfirmed     RefundState = "confirmed"
	RefundIsRejected      RefundState = "rejected"
	RefundIsUnknown       RefundState = "unknown"
	RefundDoneByHand      RefundState = "done_by_hand"
	RefundAlreadyRefunded RefundState = "already_refunded" // The marketplace had done it before us.
)

// Counts reports whether a refund in this state counts against the cap of its
// order line: everything does that may have moved money.
func (s RefundState) Counts() bool { return s != RefundDrafted && s != RefundIsRejected && s != "" }

// Final reports whether nothing more can happen to a refund in this state.
func (s RefundState) Final() bool {
	return s == RefundIsConfirmed || s == RefundIsRejected || s == RefundDoneByHand || s == RefundAlreadyRefunded
}

// Paid reports whether the customer has, or will have, the money.
func (s RefundState) Paid() bool {
	return s == RefundIsConfirmed || s == RefundDoneByHand || s == RefundAlreadyRefunded
}

// RefundMethod is the way the money goes back.
type RefundMethod string

// The methods. A full refund goes back to the means of payment; a partial one is
// credited to the customer's account at the marketplace.
const (
	ToPaymentMeans      RefundMethod = "original_payment"
	ToMarketplaceWallet RefundMethod = "marketplace_wallet"
)

// Refund is one grant of money and what became of it.
type Refund struct {
	ID          RefundID     `json:"id"`
	State       RefundState  `json:"state"`
	Item        Money        `json:"item"`
	Shipping    Money        `json:"shipping"`
	Deductions  []Deduction  `json:"deductions,omitempty"` // What was kept back, of a partial refund.
	Method      RefundMethod `json:"method"`
	ApprovedBy  OperatorID   `json:"approvedBy"`
	ApprovedAt  Moment       `json:"approvedAt"`
	Attempts    int          `json:"attempts"`        // Submissions, those that sent no byte included.
	Accepted    bool         `json:"accepted"`        // The marketplace answered yes; not yet read back.
	NotFoundAt  Moment       `json:"notFoundAt"`      // First time that reading back found no refund.
	AskPerson   bool         `json:"askPerson"`       // Reading back cannot settle it: somebody must look.
	ConfirmedAt Moment       `json:"confirmedAt"`     // Confirmed, done by hand or found done.
	Means       string       `json:"means"`           // How it was confirmed: read_back, person, marketplace.
	Noted       bool         `json:"noted,omitempty"` // The marketplace made it before anything was granted here: no paper of ours speaks of it.
}

// Total is what the refund grants in all.
func (r Refund) Total() Money {
	return Money{Minor: r.Item.Minor + r.Shipping.Minor, Currency: r.Item.Currency}
}

// Refund returns the refund with the id.
func (c Case) Refund(id RefundID) (Refund, bool) {
	if i := c.refundIndex(id); i >= 0 {
		return c.Refunds[i], true
	}
	return Refund{}, false
}

func (c Case) refundIndex(id RefundID) int {
	return slices.IndexFunc(c.Refunds, func(r Refund) bool { return r.ID == id })
}

// Remaining is what may still be granted for the case's order line, item and
// shipping apart: what was paid less every refund that counts, in this case and
// in the others of the line. No command can grant more.
func (c Case) Remaining(others []Refund) (item, shipping Money) {
	if c.Sale == nil {
		return Money{}, Money{}
	}
	item, shipping = c.Sale.Paid, Money{Minor: c.Sale.Shipping.Minor, Currency: c.Sale.Paid.Currency}
	for _, refund := range slices.Concat(c.Refunds, others) {
		if refund.State.Counts() {
			item.Minor -= refund.Item.Minor
			shipping.Minor -= refund.Shipping.Minor
		}
	}
	item.Minor, shipping.Minor = max(item.Minor, 0), max(shipping.Minor, 0)
	return item, shipping
}
