package paper

import (
	"strings"

	"revient/app/returns"
)

const (
	designation = 116.0
	figures     = 46.0
)

// lines sets how the amount is made up: the device, from its price and the
// deductions where there are any, its shipping apart, then their sum.
func (d Refund) lines(f *flow, total returns.Money) {
	p := f.p
	if strings.TrimSpace(d.Reason) != "" {
		p.line(margin, f.y+2.6, measure, small, left, p.say("refund.reason", nil))
		f.y += 3.9
		f.prose(margin, measure, plainly, d.Reason, 4)
		f.y += 3
	}
	f.begin(columns([]string{p.say("refund.line", nil), p.say("refund.inclusive", nil)}, []float64{designation, figures}).rightAligned(1), 12)
	row := func(what cell, st style, minor int64) {
		f.row(what, p.amountCell(st, figures, p.money(returns.Money{Minor: minor, Currency: total.Currency})))
	}
	var below []string
	if name, number := p.identifier(d.Device); number != "" {
		below = append(below, name+" "+number)
	}
	if d.itemised() {
		below = append(below, p.say("refund.paid", nil))
	}
	device := cell{{d.Device.Model, plainly, 2}, {strings.Join(below, " · "), quietly, 1}}
	if d.itemised() {
		row(device, plainly, d.Paid.Minor)
		for _, deduction := range d.Deductions {
			row(cell{{deduction.words(), plainly, 2}}, plainly, -deduction.Amount.Minor)
		}
		if !d.Earlier.IsZero() {
			row(cell{{p.say("refund.earlier", nil), plainly, 1}}, plainly, -d.Earlier.Minor)
		}
		row(cell{{p.say("refund.item", nil), firmly, 1}}, firmly, d.Item.Minor)
	} else {
		row(device, plainly, d.Item.Minor)
	}
	f.room(20) // The sum stays with the line before it.
	row(cell{{p.say("refund.shipping", nil), plainly, 1}}, plainly, d.Shipping.Minor)
	p.rule(margin, f.y-1.6, measure, 0.5, ink)
	sum := style{sansBold, 12, ink}
	p.line(margin, f.baseline(sum), designation, sum, left, p.say("refund.total", nil))
	p.line(margin+measure-figures, f.baseline(sum), figures, sum, right, p.money(total))
	f.y += sum.lead()
	f.end()
}

// words names a deduction on one line.
func (d Deduction) words() string {
	if strings.TrimSpace(d.Finding) == "" {
		return d.Part
	}
	return d.Part + " · " + d.Finding
}
