package paper

import (
	"strconv"
	"time"

	"revient/app/text"
)

// ReturnSlip is the page that the customer prints, follows, and puts into the
// parcel: it tells what to do and ties the device to its case.
type ReturnSlip struct {
	Sheet
	Seller   Seller
	ReturnTo Address
	Case     string // Number of the case.
	Customer string
	Order    Order
	Device   Device
	Claim    string // What the customer asked and why, in the document's language.
	// DropOff is the last day to hand in the parcel; the dates after it are those
	// of a parcel handed in that day. A zero date is left out.
	DropOff   time.Time
	Arrival   time.Time
	Inspected time.Time
	Settled   time.Time
}

// Size is A4.
func (ReturnSlip) Size() Size { return A4 }

// PDF sets the slip.
func (d ReturnSlip) PDF() ([]byte, error) {
	title := text.T(d.Language, "paper.slip.title", nil) + " " + d.Case
	return set(d.Sheet, A4, title, d.Seller.Name, d.draw)
}

func (d ReturnSlip) draw(p *page) error {
	p.letterhead(heading{owner: d.Seller.Name, label: p.say("case", nil), number: d.Case, title: p.say("slip.title", nil), lead: p.say("slip.lead", nil)})
	if err := d.codes(p); err != nil {
		return err
	}
	d.facts(p)
	d.steps(p)
	d.after(p)
	p.foot(d.Seller, d.Order.Marketplace)
	return nil
}

// codes draws the band that the station scans.
func (d ReturnSlip) codes(p *page) error {
	const top, bottom, quiet = 66.0, 98.0, 4.0
	p.rule(margin, top, measure, 0.2, hair)
	wide, err := p.squareCode(quickCode, d.Case, margin-quiet, top+1.5, 30, 8)
	if err != nil {
		return err
	}
	x, room := margin-quiet+wide, 78.0
	if err := p.lineCode(d.Case, x, top+5.5, room, 15, 3); err != nil {
		return err
	}
	p.line(x, top+26, room, style{monoBold, 12, ink}, centre, d.Case)
	if !d.DropOff.IsZero() {
		const column = margin + 112
		p.line(column, top+11, measure-112, style{sans, 9.5, ink2}, left, p.say("slip.dropoff", nil))
		p.line(column, top+18.5, measure-112, style{sansBold, 16, accent}, left, text.Date(p.lang, d.DropOff))
	}
	p.rule(margin, bottom, measure, 0.2, hair)
	return nil
}

func (d ReturnSlip) facts(p *page) {
	const first, second, third, column = margin, margin + 54, margin + 112, 50.0
	plainly, coded := style{sans, 10.5, ink}, style{mono, 10.5, ink}
	identifier, number := p.identifier(d.Device)
	p.fact(first, 107, column, coded, p.say("order", nil), d.Order.Number)
	p.fact(second, 107, column, plainly, p.say("device", nil), d.Device.Model)
	p.fact(first, 120, column, plainly, p.say("customer", nil), d.Customer)
	p.fact(second, 120, column, coded, identifier, number)
	p.fact(first, 133, column*2+4, plainly, p.say("claim", nil), d.Claim)
	p.address(third, 107, measure-112, p.say("slip.returnto", nil), d.ReturnTo)
}

// steps lists what the customer has to do, each with its number.
func (d ReturnSlip) steps(p *page) {
	const first, indent = 157.0, 10.0
	p.line(margin, 149, measure, style{sansBold, 14, ink}, left, p.say("slip.steps", nil))
	y := first
	for i, step := range [...]string{"backup", "signout", "pack", "label", "dropoff"} {
		p.pdf.SetFillColor(accent.r, accent.g, accent.b)
		p.pdf.Circle(margin+3, y-1.3, 3, "F")
		p.line(margin, y, 6, style{sansBold, 9, white}, centre, strconv.Itoa(i+1))
		p.line(margin+indent, y, measure-indent, style{sansBold, 10.5, ink}, left, p.say("slip."+step+".what", nil))
		y = p.block(margin+indent, y+4.7, measure-indent, style{sans, 9.5, ink2}, p.say("slip."+step+".how", nil), 2) + 2.4
	}
}

// after draws the time that follows on one line, as the screens do.
func (d ReturnSlip) after(p *page) {
	const top = 239.0
	p.line(margin, top, measure, style{sansBold, 14, ink}, left, p.say("slip.after", nil))
	marks := [...]struct {
		key string
		at  time.Time
	}{{"arrival", d.Arrival}, {"inspected", d.Inspected}, {"settled", d.Settled}}
	const line, step = top + 13.5, measure / 3
	p.bar(margin, line-0.6, measure, 1.2, softened)
	for i, mark := range marks {
		x := margin + float64(i)*step
		p.bar(x, line-2.2, 0.8, 4.4, accent)
		p.line(x, line-4.4, step-4, style{sans, 9.5, ink}, left, p.say("slip."+mark.key, nil))
		if !mark.at.IsZero() {
			p.line(x, line+7, step-4, style{sansBold, 10.5, ink}, left, text.Date(p.lang, mark.at))
		}
	}
	if d.Arrival.IsZero() && d.Inspected.IsZero() && d.Settled.IsZero() {
		return
	}
	p.line(margin, line+12.4, measure, style{sans, 8.5, ink3}, left, p.say("slip.dates", nil))
}
