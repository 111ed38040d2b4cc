package paper

import (
	"cmp"
	"strconv"
	"strings"

	"revient/app/text"
)

// totals sets the outcomes of the day, then the three totals of its refunds.
func (d DailyClosing) totals(f *flow) {
	p := f.p
	const sums = 34.0
	row := func(what string, st style, t Total) {
		item, shipping := cell{}, cell{}
		for _, sum := range t.Amounts {
			item = append(item, p.amountCell(st, sums, p.money(sum.Item))...)
			shipping = append(shipping, p.amountCell(st, sums, p.money(sum.Shipping))...)
		}
		f.row(cell{{what, st, 2}}, cell{{strconv.Itoa(t.Count), st, 1}}, item, shipping)
	}
	f.title(p.say("closing.outcomes", nil), 18)
	f.begin(columns([]string{p.say("closing.outcome", nil), p.say("closing.count", nil), p.say("closing.item", nil), p.say("closing.shipping", nil)},
		[]float64{70, 16, sums, sums}).rightAligned(1, 2, 3), 8)
	for _, outcome := range d.Outcomes {
		row(outcome.Outcome, plainly, outcome.Total)
	}
	if len(d.Outcomes) == 0 {
		f.row(cell{{p.say("closing.outcomes.none", nil), quietly, 1}}, nil, nil, nil)
	}
	f.room(25) // The totals stay together.
	p.rule(margin, f.y-1.1, measure, 0.5, ink)
	row(p.say("closing.day", nil), firmly, d.Refunds)
	cumulative := p.say("closing.cumulative", nil)
	if !d.Since.IsZero() {
		cumulative = p.say("closing.cumulative.since", map[string]any{"date": text.Date(p.lang, d.Since)})
	}
	row(cumulative, plainly, d.Cumulative)
	row(p.say("closing.perpetual", nil), plainly, d.Perpetual)
	f.end()
}

// series lists the numbers that the day issued.
func (d DailyClosing) series(f *flow) {
	if len(d.Series) == 0 {
		return
	}
	p := f.p
	f.title(p.say("closing.series", nil), 18)
	f.begin(columns([]string{p.say("closing.document", nil), p.say("closing.firstnumber", nil), p.say("closing.lastnumber", nil), p.say("closing.count", nil)},
		[]float64{46, 46, 46, 16}).rightAligned(3), 8)
	for _, use := range d.Series {
		f.row(cell{{use.Series, plainly, 2}}, cell{{cmp.Or(use.First, "–"), style{mono, 10, ink}, 1}}, cell{{cmp.Or(use.Last, "–"), style{mono, 10, ink}, 1}},
			cell{{strconv.Itoa(use.Count), plainly, 1}})
	}
	f.end()
}

// unknown lists the refunds that wait for a proof, or says that there is none.
func (f *flow) unknown(refunds []UnknownRefund, none string) {
	p := f.p
	f.title(p.say("closing.unknown", nil), 18)
	if len(refunds) == 0 {
		f.prose(margin, measure, quietly, none, 2)
		return
	}
	const sums = 34.0
	f.begin(columns([]string{p.say("case", nil), p.say("device", nil), p.say("closing.since", nil), p.say("closing.amount", nil)},
		[]float64{32, 44, 44, sums}).rightAligned(3), 8)
	for _, refund := range refunds {
		since := ""
		if !refund.Since.IsZero() {
			since = text.DateTime(p.lang, refund.Since)
		}
		f.row(cell{{refund.Case, style{mono, 10, ink}, 1}}, cell{{refund.Device, plainly, 2}}, cell{{since, quietly, 2}}, p.amountCell(firmly, sums, p.money(refund.Amount)))
	}
	f.end()
}

// head sets the journal's head: short, to be read aloud or copied by hand, and
// whole in small.
func (d DailyClosing) head(f *flow) {
	const height, short = 21.0, 16
	p := f.p
	f.gap(2.4)
	f.room(height)
	p.rule(margin, f.y, measure, 0.2, hair)
	label := p.say("closing.head", nil)
	if d.Entries > 0 {
		label = p.say("closing.head.entries", map[string]any{"count": d.Entries})
	}
	p.line(margin, f.y+6.4, measure, style{sans, 9.5, ink2}, left, label)
	hash := clean(p.faces, d.Head)
	p.line(margin, f.y+14.4, measure, style{monoBold, 16, ink}, left, grouped(firstBytes(hash, short)))
	p.line(margin, f.y+20.4, measure, style{mono, 7.5, ink2}, left, hash)
	f.y += height
}

// grouped writes a number in groups of four, as people read one out.
func grouped(s string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}
