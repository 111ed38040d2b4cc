package paper

import (
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/text"
)

// Guarantee is what a unit that leaves is covered by.
type Guarantee struct {
	New   bool      // A new conformity guarantee; otherwise what was left of the old one goes on.
	Until time.Time // Its last day; zero leaves it out.
}

// DeliveryNote goes into the box of what leaves for a customer: a replacement, or
// their own device on its way back.
type DeliveryNote struct {
	Sheet
	Seller      Seller
	Customer    Address
	Case        string
	Order       Order
	Device      Device // What is in the box.
	Replaces    Device // The customer's device, which it stands in for; empty when it is that device itself.
	Grade       string // In words; often empty for the customer's own.
	Bin         string // Where it was taken from, for whoever packs; printed as given.
	Accessories []string
	Carrier     string
	Tracking    string // Printed as a code too when it can be one.
	Guarantee   Guarantee
}

// Size is A4.
func (DeliveryNote) Size() Size { return A4 }

// PDF sets the note.
func (d DeliveryNote) PDF() ([]byte, error) {
	if d.Device == (Device{}) {
		return nil, fault.New(fault.Invalid, "errors_paper.nothing_sent", nil).At("device")
	}
	title := text.T(d.Language, "paper.delivery.title", nil) + " " + d.Case
	return set(d.Sheet, A4, title, d.Seller.Name, d.draw)
}

// replacement reports whether another unit than the customer's is sent.
func (d DeliveryNote) replacement() bool { return d.Replaces != (Device{}) }

func (d DeliveryNote) draw(p *page) error {
	lead := "delivery.own"
	if d.replacement() {
		lead = "delivery.replacement"
	}
	p.letterhead(heading{
		owner: d.Seller.Name, label: p.say("case", nil), number: d.Case, title: p.say("delivery.title", nil),
		lead: p.say(lead, map[string]any{"date": text.Date(p.lang, d.Issued)}),
	})
	p.foot(d.Seller, d.Order.Marketplace)
	f := p.opening(p.say("label.to", nil), d.Customer,
		labelled{p.say("order", nil), d.Order.Number, coded}, labelled{p.say("refund.placed", nil), p.day(d.Order.Placed), plainly},
		labelled{p.say("delivery.carrier", nil), d.Carrier, plainly}, labelled{p.say("delivery.bin", nil), d.Bin, style{monoBold, 12, ink}})
	if err := d.tracking(f); err != nil {
		return err
	}
	d.content(f)
	f.gap(4)
	why := "delivery.carriedover"
	if d.Guarantee.New {
		why = "delivery.anew"
	}
	f.guarantee(p.say("delivery.guaranteed", nil), d.Guarantee.Until, p.say(why, nil))
	return nil
}

// tracking draws the parcel's number for the station's scanner. One that no code
// can carry is printed in letters alone: the parcel leaves all the same.
func (d DeliveryNote) tracking(f *flow) error {
	if strings.TrimSpace(d.Tracking) == "" {
		return nil
	}
	const room, high, quiet = measure + 7.5, 16.0, 3.75
	p := f.p
	f.y += 3
	code, err := lineCode(d.Tracking)
	if err == nil {
		if dots, short := code.fit(room, 4); short == nil {
			p.stamp(code, margin, f.y, dots, high)
			f.y += high + 1.5
		}
	}
	p.line(margin, f.baseline(small), 30, small, left, p.say("protest.tracking", nil))
	p.line(margin+p.width(small, clean(p.faces, p.say("protest.tracking", nil)))+3, f.baseline(small), 100, coded, left, d.Tracking)
	f.y += 6
	return nil
}

// content lists what is in the box.
func (d DeliveryNote) content(f *flow) {
	p := f.p
	f.gap(4)
	grade := ""
	if d.Grade != "" {
		grade = p.say("delivery.grade", nil)
	}
	f.begin(columns([]string{p.say("delivery.content", nil), grade}, []float64{112, 50}), 14)
	f.row(append(cell{{d.Device.Model, firmly, 3}}, p.numbered(d.Device)...), cell{{d.Grade, plainly, 2}})
	for _, accessory := range d.Accessories {
		if strings.TrimSpace(accessory) != "" {
			f.row(cell{{accessory, plainly, 2}}, nil)
		}
	}
	f.end()
	if !d.replacement() {
		return
	}
	f.title(p.say("delivery.replaces", nil), 14)
	f.prose(margin, measure, plainly, d.Replaces.Model, 2)
	for _, piece := range p.numbered(d.Replaces) {
		f.prose(margin, measure, piece.st, piece.s, 1)
	}
}

// numbered is a device's number in a cell, with its name before it.
func (p *page) numbered(d Device) cell {
	name, number := p.identifier(d)
	if number == "" {
		return nil
	}
	return cell{{name + " " + number, quietly, 1}}
}
