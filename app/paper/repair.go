package paper

import (
	"strconv"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/text"
)

// Part is a part that a repair put in.
type Part struct {
	Name      string
	Reference string // The workshop's or the maker's; often empty.
	Quantity  int
}

// Test is what the quality control tried, and how it went, in the document's
// language.
type Test struct {
	Name   string
	Result string
}

// RepairReport tells the customer what was repaired, by whom, who controlled it,
// and until when it is guaranteed.
type RepairReport struct {
	Sheet
	Seller     Seller
	Customer   Address
	Case       string
	Order      Order
	Device     Device
	Defect     string // What was wrong.
	Work       string // What was done.
	Parts      []Part
	Tests      []Test
	Technician string
	Repaired   time.Time
	Controller string // Empty where one person works alone.
	Controlled time.Time
	// Guaranteed is the last day of the conformity guarantee, the six months that
	// a repair adds included (Code de la consommation, art. L. 217-13). Zero leaves
	// it out.
	Guaranteed time.Time
}

// Size is A4.
func (RepairReport) Size() Size { return A4 }

// PDF sets the report.
func (d RepairReport) PDF() ([]byte, error) {
	if d.Repaired.IsZero() {
		return nil, fault.New(fault.Invalid, "errors_paper.unrepaired", nil).At("repaired")
	}
	title := text.T(d.Language, "paper.repair.title", nil) + " " + d.Case
	return set(d.Sheet, A4, title, d.Seller.Name, d.draw)
}

func (d RepairReport) draw(p *page) error {
	p.letterhead(heading{
		owner: d.Seller.Name, label: p.say("case", nil), number: d.Case, title: p.say("repair.title", nil),
		lead: p.say("repair.lead", map[string]any{"date": text.Date(p.lang, d.Repaired)}),
	})
	p.foot(d.Seller, d.Order.Marketplace)
	identifier, number := p.identifier(d.Device)
	f := p.opening(p.say("customer", nil), d.Customer,
		labelled{p.say("device", nil), d.Device.Model, plainly}, labelled{identifier, number, coded}, labelled{p.say("order", nil), d.Order.Number, coded})
	for _, said := range [][2]string{{"repair.defect", d.Defect}, {"repair.work", d.Work}} {
		if strings.TrimSpace(said[1]) != "" {
			f.title(p.say(said[0], nil), 8)
			f.prose(margin, measure, plainly, said[1], 30)
		}
	}
	d.parts(f)
	d.tests(f)
	d.people(f)
	f.guarantee(p.say("repair.guaranteed", nil), d.Guaranteed, p.say("repair.law", nil))
	return nil
}

func (d RepairReport) parts(f *flow) {
	if len(d.Parts) == 0 {
		return
	}
	p := f.p
	f.title(p.say("repair.parts", nil), 18)
	f.begin(columns([]string{p.say("repair.part", nil), p.say("repair.reference", nil), p.say("repair.quantity", nil)}, []float64{90, 48, 20}).rightAligned(2), 8)
	for _, part := range d.Parts {
		f.row(cell{{part.Name, plainly, 3}}, cell{{part.Reference, coded, 1}}, cell{{strconv.Itoa(max(part.Quantity, 1)), plainly, 1}})
	}
	f.end()
}

func (d RepairReport) tests(f *flow) {
	if len(d.Tests) == 0 {
		return
	}
	p := f.p
	f.title(p.say("repair.tests", nil), 18)
	f.begin(columns([]string{p.say("refusal.check", nil), p.say("repair.result", nil)}, []float64{100, 62}), 8)
	for _, test := range d.Tests {
		f.row(cell{{test.Name, plainly, 3}}, cell{{test.Result, plainly, 3}})
	}
	f.end()
}

// people names who repaired and who controlled.
func (d RepairReport) people(f *flow) {
	p := f.p
	f.gap(5)
	f.facts(2,
		labelled{p.say("repair.technician", nil), p.signed(d.Technician, d.Repaired), plainly},
		labelled{p.say("repair.controller", nil), p.signed(d.Controller, d.Controlled), plainly})
}

// signed is who did something and on which day.
func (p *page) signed(name string, at time.Time) string {
	if strings.TrimSpace(name) == "" || at.IsZero() {
		return name
	}
	return name + " · " + text.Date(p.lang, at)
}

// guarantee sets the last day of a guarantee as what the customer keeps in mind,
// and below it why.
func (f *flow) guarantee(label string, last time.Time, why string) {
	if last.IsZero() {
		return
	}
	const height = 24.0
	f.gap(1)
	f.room(height)
	f.p.rule(margin, f.y, measure, 0.2, hair)
	f.p.line(margin, f.y+6.8, measure, style{sans, 9.5, ink2}, left, label)
	f.p.line(margin, f.y+14.4, measure, style{sansBold, 16, accent}, left, text.Date(f.p.lang, last))
	f.y += 16.6
	f.prose(margin, measure, quietly, why, 2)
}
