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

// Refund is what the notice and the receipt of a refund both say.
type Refund struct {
	Sheet
	Number   string // In the series of the document, such as "R-2026-P03A-000123".
	Seller   Seller
	Customer Address
	Case     string
	Order    Order
	Device   Device
	Item     returns.Money // Granted for the device, taxes included.
	Shipping returns.Money // Granted for its outward shipping; zero is shown as zero.
	Route    Route
	Visible  time.Time // Latest day on which the customer should see the money; zero when unknown.
	Margin   bool      // Sold under the margin scheme: its mention is printed (CGI ann. II, art. 242 nonies A, 16°).
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
	total, err := d.Item.Plus(d.Shipping)
	if err != nil {
		return nil, fmt.Errorf("add refund: %w", err)
	}
	if total.Minor <= 0 || d.Item.Minor < 0 || d.Shipping.Minor < 0 || total.Currency == "" {
		return nil, fault.New(fault.Invalid, "errors_paper.amount", nil).At("item")
	}
	title := text.T(d.Language, "paper."+kind+".title", nil) + " " + d.Number
	return set(d.Sheet, A4, title, d.Seller.Name, func(p *page) error {
		p.letterhead(d.Seller.Name, p.say(kind+".number", nil), d.Number, p.say(kind+".title", nil), p.say(kind+".lead", args))
		d.amount(p, kind, total)
		beside(p, margin+88, 81, measure-88)
		d.lines(p, total)
		d.parties(p)
		d.mentions(p, kind)
		p.foot(d.Seller, d.Order.Marketplace, d.Sample)
		return nil
	})
}

// amount sets what the customer looks for first.
func (d Refund) amount(p *page, kind string, total returns.Money) {
	const top = 72.0
	p.rule(margin, top, measure, 0.2, hair)
	p.line(margin, top+9, 80, style{sans, 9.5, ink2}, left, p.say(kind+".amount", nil))
	const room = 82.0
	figure, sum := style{sansBold, 36, ink}, clean(p.faces, p.money(total))
	figure.pt *= min(1, room/p.width(figure, sum)) // An amount may shrink but never lose its end.
	p.run(margin, top+24, figure, sum)
	p.rule(margin, top+34, measure, 0.2, hair)
}

// way sets by when the money is seen, and where.
func (d Refund) way(p *page, x, y, w float64) {
	route := p.say("route."+string(d.route()), p.marketplace(d.Order.Marketplace))
	if d.Visible.IsZero() {
		p.block(x, y+6, w, style{sans, 10.5, ink}, route, 3)
		return
	}
	p.line(x, y, w, style{sans, 9.5, ink2}, left, p.say("refund.visible", nil))
	p.line(x, y+8, w, style{sansBold, 16, accent}, left, text.Date(p.lang, d.Visible))
	p.block(x, y+14.4, w, style{sans, 10.5, ink}, route, 2)
}

// route is the way of the money; a caller that names none means the usual one.
func (d Refund) route() Route {
	if d.Route == MarketplaceAccount {
		return MarketplaceAccount
	}
	return OriginalMeans
}

// lines sets the item and its shipping apart, then their sum.
func (d Refund) lines(p *page, total returns.Money) {
	const label, figure = 110.0, 52.0
	y := 118.0
	p.line(margin, y, label, style{sans, 8.5, ink3}, left, p.say("refund.line", nil))
	p.line(margin+measure-figure, y, figure, style{sans, 8.5, ink3}, right, p.say("refund.inclusive", nil))
	y += 7.5
	amount := func(y float64, st style, minor int64) {
		p.line(margin+measure-figure, y, figure, st, right, p.money(returns.Money{Minor: minor, Currency: total.Currency}))
	}
	amount(y, style{sans, 11, ink}, d.Item.Minor)
	model := style{sans, 11, ink}
	y = p.entry(margin, y, label, model, d.Device.Model, 2) - model.lead()
	if name, number := p.identifier(d.Device); number != "" {
		y += 5
		p.line(margin, y, 24, style{sans, 9, ink2}, left, name)
		p.line(margin+p.width(style{sans, 9, ink2}, clean(p.faces, name))+2, y, 90, style{mono, 9, ink2}, left, number)
	}
	p.rule(margin, y+3.8, measure, 0.2, hair)
	y += 10.5
	p.line(margin, y, label, style{sans, 11, ink}, left, p.say("refund.shipping", nil))
	amount(y, style{sans, 11, ink}, d.Shipping.Minor)
	p.rule(margin, y+3.8, measure, 0.5, ink)
	y += 11
	p.line(margin, y, label, style{sansBold, 12, ink}, left, p.say("refund.total", nil))
	amount(y, style{sansBold, 12, ink}, total.Minor)
}

// parties names the order that is refunded, the seller and the customer.
func (d Refund) parties(p *page) {
	const second, third, top = margin + 56, margin + 112, 172.0
	coded := style{mono, 10.5, ink}
	p.fact(margin, top, 50, coded, p.say("refund.order", nil), d.Order.Number)
	p.fact(margin, top+13, 50, style{sans, 10.5, ink}, p.say("refund.placed", nil), p.day(d.Order.Placed))
	p.fact(margin, top+26, 50, coded, p.say("refund.invoice", nil), d.Order.Invoice)
	p.fact(margin, top+39, 50, coded, p.say("case", nil), d.Case)
	y := p.address(second, top, 50, p.say("refund.seller", nil), d.Seller.Address)
	for _, registration := range p.registrations(d.Seller) {
		p.line(second, y, 50, style{sans, 9, ink2}, left, registration)
		y += 4.6
	}
	p.address(third, top, measure-112, p.say("customer", nil), d.Customer)
}

// mentions sets what the document is in law, and what it is not.
func (d Refund) mentions(p *page, kind string) {
	y := 236.0
	if d.Margin {
		p.line(margin, y, measure, style{sansBold, 10, ink}, left, p.say("refund.margin", nil))
		y += 6.5
	}
	p.block(margin, y, 150, style{sans, 9.5, ink2}, p.say(kind+".meaning", p.marketplace(d.Order.Marketplace)), 3)
}

func (p *page) money(m returns.Money) string { return text.Amount(p.lang, m.Minor, m.Currency) }

// day writes a date, and nothing for one that is not known.
func (p *page) day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return text.Date(p.lang, t)
}
