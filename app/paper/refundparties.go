package paper

import (
	"strconv"

	"revient/app/text"
)

// mentionsHeight is what the mentions take, in millimetres.
const mentionsHeight = 15.0

// steps tells how a partial refund goes on from the customer's account at the
// marketplace to their bank.
func (d Refund) steps(f *flow) {
	const indent, height = 8.0, 29.0
	p := f.p
	args := p.marketplace(d.Order.Marketplace)
	credited := "account.soon"
	if !d.Visible.IsZero() {
		credited, args["date"] = "account.credited", text.Date(p.lang, d.Visible)
	}
	f.gap(4)
	f.room(height)
	p.line(margin, f.baseline(firmly), measure, firmly, left, p.say("account.title", nil))
	f.y += firmly.lead() + 1.6
	for i, step := range [...]string{credited, "account.asked", "account.banked"} {
		st := style{sans, 9, ink}
		middle := f.baseline(st) - 1.1
		p.pdf.SetFillColor(accent.r, accent.g, accent.b)
		p.pdf.Circle(margin+2.4, middle, 2.4, "F")
		p.line(margin, middle+1, 4.8, style{sansBold, 7.5, white}, centre, strconv.Itoa(i+1))
		f.prose(margin+indent, measure-indent, st, p.say(step, args), 2)
		f.y += 1.4
	}
}

// parties are those between whom a document about money stands, and the sale that
// it goes back to.
type parties struct {
	order    Order
	seller   Seller
	customer Address
	number   string // Of the case.
}

// parties sets them. On a full page the seller's registrations are left to the
// foot, and the invoice to the head, which have them too.
func (f *flow) parties(d parties) {
	const second, third, usual = margin + 56, margin + 112, 176.0
	p := f.p
	height, loose := 46.0, p.number == 1 && f.y < usual
	if loose {
		f.y = usual
	} else {
		height = 34
		f.gap(4)
		f.room(height + mentionsHeight) // No page holds the mentions alone.
	}
	top := f.y + 2.5
	facts := []labelled{{p.say("refund.order", nil), d.order.Number, coded}, {p.say("refund.placed", nil), p.day(d.order.Placed), plainly}}
	if loose {
		facts = append(facts, labelled{p.say("refund.invoice", nil), d.order.Invoice, coded})
	}
	for i, fact := range append(facts, labelled{p.say("case", nil), d.number, coded}) {
		p.fact(margin, top+11*float64(i), 50, fact.st, fact.label, fact.value)
	}
	y := p.address(second, top, 50, p.say("refund.seller", nil), d.seller.Address)
	if loose {
		for _, registration := range p.registrations(d.seller) {
			p.line(second, y, 50, style{sans, 9, ink2}, left, registration)
			y += 4.6
		}
	}
	other := p.address(third, top, measure-112, p.say("customer", nil), d.customer)
	f.y = max(f.y+height, y-3, other-3)
}

// mentions sets what the document is in law, and what it is not.
func (f *flow) mentions(margined bool, meaning string) {
	const usual = 236.0
	f.room(mentionsHeight)
	p := f.p
	if p.number == 1 {
		f.y = max(f.y, usual)
	}
	if margined {
		p.line(margin, f.baseline(firmly), measure, style{sansBold, 10, ink}, left, p.say("refund.margin", nil))
		f.y += 5.6
	}
	f.prose(margin, measure, quietly, meaning, 3)
}
