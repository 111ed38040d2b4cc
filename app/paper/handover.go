package paper

import (
	"strconv"
	"time"

	"revient/app/text"
)

// Hold is a case that waits, and when somebody is to look at it again.
type Hold struct {
	Case   string
	Device string
	Reason string // In words.
	Review time.Time
	Late   bool // The review is overdue.
}

// Promise is what a customer was told would be done.
type Promise struct {
	Case     string
	Customer string
	Said     string
	By       time.Time // Zero when no day was named.
	Who      string    // Who promised it.
}

// HandOver is what one shift leaves to the next.
type HandOver struct {
	Sheet
	Workshop string
	From     string // Whoever hands over,
	To       string // and whoever takes over; often empty.
	Late     int    // Cases overdue,
	Today    int    // and cases due today.
	Holds    []Hold
	Unknown  []UnknownRefund
	Promises []Promise
	Notes    string // What else is to be known, in the words of whoever leaves.
}

// Size is A4.
func (HandOver) Size() Size { return A4 }

// PDF sets the page.
func (d HandOver) PDF() ([]byte, error) {
	return set(d.Sheet, A4, text.T(d.Language, "paper.handover.title", nil), d.Workshop, d.draw)
}

func (d HandOver) draw(p *page) error {
	p.letterhead(heading{
		owner: d.Workshop, label: p.say("list.printed", nil), number: text.DateTime(p.lang, d.Issued), title: p.say("handover.title", nil),
		lead: joined(p.between("handover.from", d.From), p.between("handover.to", d.To)),
	})
	p.closing(p.say("foot.internal", nil), d.Workshop)
	const line = 64.0
	p.rule(margin, line, measure, 0.2, hair)
	for i, count := range []struct {
		key string
		n   int
		c   colour
	}{{"late", d.Late, late}, {"today", d.Today, soon}, {"holds", len(d.Holds), ink}, {"unknown", len(d.Unknown), ink}} {
		x, tint := margin+measure/4*float64(i), count.c
		if count.n == 0 {
			tint = ink3
		}
		p.line(x, line+7, measure/4-4, style{sans, 9, ink2}, left, p.say("handover.count."+count.key, nil))
		p.line(x, line+18, measure/4-4, style{sansBold, 24, tint}, left, strconv.Itoa(count.n))
	}
	p.rule(margin, line+23, measure, 0.2, hair)
	f := &flow{p: p, y: line + 22}
	d.holds(f)
	f.unknown(d.Unknown, p.say("handover.unknown.none", nil))
	d.promises(f)
	if d.Notes != "" {
		f.title(p.say("handover.notes", nil), 8)
		f.quoted(d.Notes, 60)
	}
	return nil
}

func (p *page) between(key, name string) string {
	if name == "" {
		return ""
	}
	return p.say(key, map[string]any{"name": name})
}

func (d HandOver) holds(f *flow) {
	p := f.p
	f.title(p.say("handover.holds", nil), 18)
	if len(d.Holds) == 0 {
		f.prose(margin, measure, quietly, p.say("handover.holds.none", nil), 1)
		return
	}
	f.begin(columns([]string{p.say("case", nil), p.say("handover.reason", nil), p.say("handover.review", nil)}, []float64{34, 84, 40}), 12)
	for _, hold := range d.Holds {
		f.row(
			cell{{hold.Case, style{monoBold, 9.5, ink}, 1}},
			cell{{hold.Reason, style{sans, 9.5, ink}, 4}, {hold.Device, style{sans, 8.5, ink2}, 1}},
			append(p.due(Due{At: hold.Review, Late: hold.Late}), p.urgency(Due{Late: hold.Late})...))
	}
	f.end()
}

func (d HandOver) promises(f *flow) {
	p := f.p
	f.title(p.say("handover.promises", nil), 18)
	if len(d.Promises) == 0 {
		f.prose(margin, measure, quietly, p.say("handover.promises.none", nil), 1)
		return
	}
	f.begin(columns([]string{p.say("case", nil), p.say("handover.said", nil), p.say("handover.by", nil)}, []float64{34, 84, 40}), 12)
	for _, promise := range d.Promises {
		f.row(
			cell{{promise.Case, style{monoBold, 9.5, ink}, 1}, {promise.Customer, style{sans, 8.5, ink2}, 2}},
			cell{{promise.Said, style{sans, 9.5, ink}, 6}},
			cell{{p.day(promise.By), style{sans, 9.5, ink}, 1}, {promise.Who, style{sans, 8.5, ink2}, 1}})
	}
	f.end()
}
