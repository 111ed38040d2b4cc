package paper

import (
	"fmt"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/text"
)

// Route is the way on which the money comes back to the customer.
type Route string

// The routes of a marketplace's refund.
const (
	OriginalMeans      Route = "original" // A full refund: the means of payment of the order.
	MarketplaceAccount Route = "account"  // A partial one: the customer's account there, then a transfer.
)

// Deduction is what a partial refund keeps back for one part of the device.
type Deduction struct {
	Part    string
	Finding string        // What was found on it, in the words of the document's language.
	Amount  returns.Money // Above zero.
}

// Refund is what the notice and the receipt of a refund both say.
type Refund struct {
	Sheet
	Number     string // In the series of the document, such as "R-2026-P03A-000123".
	Seller     Seller
	Customer   Address
	Case       string
	Order      Order
	Device     Device
	Paid       returns.Money // Price paid for the device, when deductions or an earlier refund are shown from it.
	Deductions []Deduction
	Earlier    returns.Money // Refunded for the device before this document; zero when nothing was.
	Item       returns.Money // Granted for the device, taxes included.
	Shipping   returns.Money // Granted for its outward shipping; zero is shown as zero.
	Reason     string        // Why, in a sentence: of a goodwill gesture, or of a device that the customer keeps. Often empty.
	Route      Route
	Visible    time.Time // Latest day on which the customer should see the money; zero when unknown.
	Margin     bool      // Sold under the margin scheme: its mention is printed (CGI ann. II, art. 242 nonies A, 16°).
}

// RefundNotice tells the customer that a refund has been granted. It is no proof
// of payment and has its own series of numbers.
type RefundNotice struct{ Refund }

// RefundReceipt tells that a refund was made, and when.
type RefundReceipt struct {
	Refund
	Refunded time.Time // When the marketplace confirmed it.
}

// RefundCancellation tells the customer that a refund announced by a notice will
// not be made: the marketplace refused it. It is numbered in the notices' series.
type RefundCancellation struct {
	Refund
	Notice string // Number of the notice that it cancels.
}

// Size is A4.
func (Refund) Size() Size { return A4 }

// PDF sets the notice.
func (d RefundNotice) PDF() ([]byte, error) {
	return d.set("notice", map[string]any{"date": text.Date(d.Language, d.Issued)}, d.way)
}

// PDF sets the receipt.
func (d RefundReceipt) PDF() ([]byte, error) {
	if d.Refunded.IsZero() {
		return nil, fault.New(fault.Invalid, "errors_paper.unpaid", nil).At("refunded")
	}
	return d.set("receipt", map[string]any{"date": text.Date(d.Language, d.Refunded), "issued": text.Date(d.Language, d.Issued)}, d.way)
}

// PDF sets the cancelling notice.
func (d RefundCancellation) PDF() ([]byte, error) {
	if strings.TrimSpace(d.Notice) == "" {
		return nil, fault.New(fault.Invalid, "errors_paper.unnumbered", nil).At("notice")
	}
	return d.set("cancellation", map[string]any{"date": text.Date(d.Language, d.Issued)}, func(p *page, x, y, w float64) {
		p.line(x, y, w, style{sans, 9.5, ink2}, left, p.say("cancellation.notice", nil))
		p.line(x, y+8, w, style{monoBold, 15, ink}, left, d.Notice)
	})
}

// set draws what the refund's documents share. beside fills the place at the
// right of the amount.
func (d Refund) set(kind string, args map[string]any, beside func(p *page, x, y, w float64)) ([]byte, error) {
	if strings.TrimSpace(d.Number) == "" {
		return nil, fault.New(fault.Invalid, "errors_paper.unnumbered", nil).At("number")
	}
	total, err := d.sum()
	if err != nil {
		return nil, err
	}
	title := text.T(d.Language, "paper."+kind+".title", nil) + " " + d.Number
	return set(d.Sheet, A4, title, d.Seller.Name, func(p *page) error {
		p.letterhead(heading{
			owner: d.Seller.Name, label: p.say(kind+".number", nil), number: d.Number,
			title: p.say(kind+".title", nil), lead: p.say(kind+".lead", args), more: p.onInvoice(d.Order),
		})
		p.foot(d.Seller, d.Order.Marketplace)
		d.amount(p, kind, total)
		beside(p, margin+88, 79, measure-88)
		f := &flow{p: p, y: 108}
		d.lines(f, total)
		if kind != "cancellation" && d.route() == MarketplaceAccount {
			d.steps(f)
		}
		f.parties(parties{d.Order, d.Seller, d.Customer, d.Case})
		meaning := kind + ".meaning"
		if kind == "receipt" && d.route() == MarketplaceAccount {
			meaning = "receipt.meaning.account"
		}
		f.mentions(d.Margin, p.say(meaning, p.marketplace(d.Order.Marketplace)))
		return nil
	})
}

// sum adds up the refund, and refuses one that a page could not state truly.
func (d Refund) sum() (returns.Money, error) {
	total, err := d.Item.Plus(d.Shipping)
	if err != nil {
		return total, fmt.Errorf("add refund: %w", err)
	}
	if total.Minor <= 0 || d.Item.Minor < 0 || d.Shipping.Minor < 0 || total.Currency == "" {
		return total, fault.New(fault.Invalid, "errors_paper.amount", nil).At("item")
	}
	rest := d.Paid
	for _, deduction := range d.Deductions {
		if strings.TrimSpace(deduction.Part) == "" || deduction.Amount.Minor <= 0 || deduction.Amount.Currency != total.Currency {
			return total, fault.New(fault.Invalid, "errors_paper.deduction", nil).At("deductions")
		}
		if rest, err = rest.Minus(deduction.Amount); err != nil {
			return total, fmt.Errorf("take deduction: %w", err)
		}
	}
	if rest, err = rest.Minus(d.Earlier); err != nil {
		return total, fmt.Errorf("take earlier refund: %w", err)
	}
	if d.itemised() && (rest.Minor != d.Item.Minor || d.Paid.Currency != total.Currency) {
		return total, fault.New(fault.Invalid, "errors_paper.sum", nil).At("deductions")
	}
	return total, nil
}

// itemised reports whether the page shows how the price paid becomes what is
// granted.
func (d Refund) itemised() bool { return len(d.Deductions) > 0 || !d.Earlier.IsZero() }
