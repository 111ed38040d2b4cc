package paper

import (
	"cmp"
	"strings"

	"revient/app/text"
)

// The margins of an A4 page, and its columns.
const (
	margin  = 22.0
	measure = 210 - 2*margin
)

// letterhead opens an A4 document: whose it is at the left, its own number at the
// right, then what it is.
func (p *page) letterhead(seller, numberLabel, number, title, lead string) {
	p.mark(margin, 17, 12, accent)
	p.line(margin+16, 22.4, 84, style{sansBold, 12.5, ink}, left, seller)
	p.line(margin+16, 27.6, 84, style{sans, 9, ink2}, left, p.say("head.service", nil))
	p.line(margin+104, 22.4, measure-104, style{sans, 9, ink2}, right, numberLabel)
	p.line(margin+104, 27.6, measure-104, style{monoBold, 12, ink}, right, number)
	p.line(margin, 50, measure, style{sansBold, 27, ink}, left, title)
	p.line(margin, 58, measure, style{sans, 11, ink2}, left, lead)
}

// fact sets a label and below it what it says, on two lines if need be; nothing
// when there is nothing.
func (p *page) fact(x, y, w float64, st style, label, value string) {
	if strings.TrimSpace(value) == "" {
		return
	}
	p.line(x, y, w, style{sans, 8.5, ink3}, left, label)
	p.entry(x, y+5.1, w, st, value, 2)
}

// address sets an address under its label and returns the baseline that follows.
func (p *page) address(x, y, w float64, label string, a Address) float64 {
	const height = 35.0 // Below it lies what comes next on the page.
	st, foot := style{sansBold, 10.5, ink}, y+height
	for _, s := range append([]string{a.Name}, a.Lines...) {
		if strings.TrimSpace(s) == "" || y > foot {
			continue
		}
		if st.face == sansBold {
			p.line(x, y, w, style{sans, 8.5, ink3}, left, label)
			y += 5.1
		}
		y = p.entry(x, y, w, st, s, 2)
		st.face = sans
	}
	return y
}

// identifier returns a device's number as people read it, and what to call it.
func (p *page) identifier(d Device) (label, number string) {
	if d.IMEI != "" {
		return p.say("device.imei", nil), text.GroupIMEI(d.IMEI)
	}
	return p.say("device.serial", nil), d.Serial
}

// foot closes an A4 document: how to reach the workshop, who it is, and that the
// data are a sample when they are.
func (p *page) foot(s Seller, marketplace string, sample bool) {
	const top = 270.0
	p.rule(margin, top, measure, 0.2, hair)
	p.line(margin, top+6, measure, style{sans, 9, ink}, left, p.say("foot.contact", p.marketplace(marketplace)))
	p.line(margin, top+11, measure, style{sans, 7.5, ink3}, left, strings.Join(p.identity(s), " · "))
	if sample {
		p.line(margin, top+16, measure, style{sansBold, 8, ink}, left, p.say("sample.foot", nil))
	}
}

// marketplace names the marketplace in a sentence, by its kind when its name is
// not known.
func (p *page) marketplace(name string) map[string]any {
	return map[string]any{"marketplace": cmp.Or(name, p.say("foot.marketplace", nil))}
}

// identity is a seller on one line: name, address, registration numbers.
func (p *page) identity(s Seller) []string {
	var parts []string
	for _, part := range append([]string{s.Name}, s.Lines...) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return append(parts, p.registrations(s)...)
}

// registrations lists the numbers that the law wants under a seller's name.
func (p *page) registrations(s Seller) []string {
	var parts []string
	switch {
	case s.SIRET != "":
		parts = append(parts, "SIRET\u00A0"+s.SIRET)
	case s.SIREN != "":
		parts = append(parts, "SIREN\u00A0"+s.SIREN)
	}
	if s.VAT != "" {
		parts = append(parts, p.say("seller.vat", map[string]any{"number": s.VAT}))
	}
	return parts
}
