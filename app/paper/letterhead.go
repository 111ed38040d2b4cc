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

// The height of what an A4 page says, between its head and its foot. The first
// page of a document begins below its title.
const (
	bodyTop  = 38.0
	bodyFoot = 267.0
)

// heading is what an A4 document says of itself: whose it is at the left, its own
// number at the right, then what it is. A lead below it is often empty.
type heading struct {
	owner, label, number, title, lead, more string
}

// letterhead opens an A4 document. Its later pages repeat whose it is and its
// number, and what it is in small.
func (p *page) letterhead(h heading) {
	p.mark(margin, 17, 12, accent)
	p.line(margin+16, 22.4, 84, style{sansBold, 12.5, ink}, left, h.owner)
	p.line(margin+16, 27.6, 84, style{sans, 9, ink2}, left, p.say("head.service", nil))
	p.line(margin+104, 22.4, measure-104, style{sans, 9, ink2}, right, h.label)
	p.line(margin+104, 27.6, measure-104, style{monoBold, 12, ink}, right, h.number)
	p.line(margin, 50, measure, style{sansBold, 27, ink}, left, h.title)
	p.line(margin, 58, measure, style{sans, 11, ink2}, left, h.lead)
	p.headed = 59
	if strings.TrimSpace(h.more) != "" {
		p.headed = 64
		p.line(margin, p.headed, measure, style{sans, 10, ink2}, left, h.more)
	}
	p.also(func() {
		p.mark(margin, 17, 8, accent)
		p.line(margin+12, 22.6, 96, style{sansBold, 10.5, ink}, left, h.title)
		p.line(margin+110, 22.6, measure-110, style{monoBold, 10.5, ink}, right, h.number)
		p.rule(margin, 29, measure, 0.2, hair)
	})
}

// also adds to what every later page bears.
func (p *page) also(more func()) {
	before := p.dress
	p.dress = func() {
		if before != nil {
			before()
		}
		more()
	}
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

// foot closes every page of an A4 document for a customer: how to reach the
// workshop, and who it is.
func (p *page) foot(s Seller, marketplace string) {
	p.closing(p.say("foot.contact", p.marketplace(marketplace)), strings.Join(p.identity(s), " · "))
}

// closing sets the foot of the page at hand and of all later ones: two lines, that
// the document is a sample or a specimen when it is, and which page this is when
// there are several.
func (p *page) closing(first, second string) {
	each := func() {
		const top = 270.0
		p.rule(margin, top, measure, 0.2, hair)
		p.line(margin, top+6, measure, style{sans, 9, ink}, left, first)
		p.line(margin, top+11, measure, style{sans, 7.5, ink3}, left, second)
		if subject := p.sheet.void(); subject != "" {
			p.line(margin, top+16, measure-30, style{sansBold, 8, ink}, left, p.say(subject+".foot", nil))
		}
		if p.total > 1 {
			p.line(margin+measure-30, top+16, 30, style{sans, 8, ink2}, right, p.say("foot.page", map[string]any{"number": p.number, "total": p.total}))
		}
	}
	each()
	p.also(each)
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
