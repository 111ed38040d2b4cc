package paper

import (
	"time"

	"revient/app/returns"
	"revient/app/text"
)

// amount sets what the customer looks for first.
func (d Refund) amount(p *page, kind string, total returns.Money) {
	const top = 70.0
	p.rule(margin, top, measure, 0.2, hair)
	p.line(margin, top+9, 80, style{sans, 9.5, ink2}, left, p.say(kind+".amount", nil))
	const room = 82.0
	figure, sum := style{sansBold, 36, ink}, clean(p.faces, p.money(total))
	figure.pt *= min(1, room/p.width(figure, sum)) // An amount may shrink but never lose its end.
	p.run(margin, top+24, figure, sum)
	p.rule(margin, top+33, measure, 0.2, hair)
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

// onInvoice names the invoice that a document goes back to, when it is known.
func (p *page) onInvoice(o Order) string {
	switch {
	case o.Invoice == "":
		return ""
	case o.Invoiced.IsZero():
		return p.say("refund.oninvoice", map[string]any{"number": o.Invoice})
	default:
		return p.say("refund.oninvoice.dated", map[string]any{"number": o.Invoice, "date": text.Date(p.lang, o.Invoiced)})
	}
}

func (p *page) money(m returns.Money) string { return text.Amount(p.lang, m.Minor, m.Currency) }

// day writes a date, and nothing for one that is not known.
func (p *page) day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return text.Date(p.lang, t)
}
