package paper

import (
	"strings"
	"time"

	"revient/app/text"
)

// Due is what a case must be done by, and the rule that says so.
type Due struct {
	At     time.Time // Last day in time, or the last minute where the rule counts hours; zero when nothing is due.
	ToHour bool      // The rule counts hours: the time of day is printed.
	Rule   string    // In words.
	Late   bool
	Today  bool
}

// WorklistRow is one case of a worklist.
type WorklistRow struct {
	Case     string
	Device   string
	Stage    string // In words.
	Due      Due
	Customer string
	Place    string // Where the device lies, in words,
	Bin      string // and in which bin; printed as given.
}

// WorklistPage is the worklist that a lead prints and carries along.
type WorklistPage struct {
	Sheet
	Workshop string
	Title    string // Of the list, such as "En retard".
	Filter   string // What it was filtered by, in words; often empty.
	Rows     []WorklistRow
}

// Size is A4.
func (WorklistPage) Size() Size { return A4 }

// PDF sets the list.
func (d WorklistPage) PDF() ([]byte, error) {
	return set(d.Sheet, A4, d.Title, d.Workshop, d.draw)
}

func (d WorklistPage) draw(p *page) error {
	f := p.internal(d.Workshop, d.Title, d.Filter, len(d.Rows))
	if len(d.Rows) == 0 {
		return nil
	}
	f.begin(columns([]string{p.say("case", nil), p.say("list.device", nil), p.say("list.stage", nil), p.say("list.due", nil), p.say("list.place", nil)},
		[]float64{26, 43, 21, 39, 21}), 12)
	for _, row := range d.Rows {
		f.row(
			cell{{row.Case, style{monoBold, 9, ink}, 1}},
			cell{{row.Device, style{sans, 9.5, ink}, 2}, {row.Customer, style{sans, 8.5, ink2}, 1}},
			append(cell{{row.Stage, style{sans, 9.5, ink}, 2}}, p.urgency(row.Due)...),
			p.due(row.Due),
			cell{{row.Bin, style{monoBold, 9, ink}, 1}, {row.Place, style{sans, 8.5, ink2}, 2}})
	}
	f.end()
	return nil
}

// due sets a date, and the rule below it.
func (p *page) due(d Due) cell {
	rule := piece{d.Rule, style{sans, 8.5, ink2}, 2}
	if d.At.IsZero() {
		return cell{rule}
	}
	when, st := text.Date(p.lang, d.At), style{sans, 9.5, ink}
	if d.ToHour {
		when = text.DateTime(p.lang, d.At)
	}
	if d.Late || d.Today {
		st = style{sansBold, 9.5, d.tint()}
	}
	return cell{{when, st, 1}, rule}
}

// urgency says in a word what the colour repeats.
func (p *page) urgency(d Due) cell {
	st := style{sansBold, 9, d.tint()}
	switch {
	case d.Late:
		return cell{{p.say("list.late", nil), st, 1}}
	case d.Today:
		return cell{{p.say("list.today", nil), st, 1}}
	default:
		return nil
	}
}

func (d Due) tint() colour {
	switch {
	case d.Late:
		return late
	case d.Today:
		return soon
	default:
		return ink
	}
}

// internal opens a list of the workshop's own: its title, what it was filtered by,
// how many rows it has and when it was printed.
func (p *page) internal(workshop, title, filter string, count int) *flow {
	p.letterhead(heading{
		owner: workshop, label: p.say("list.printed", nil), number: text.DateTime(p.lang, p.sheet.Issued), title: title,
		lead: joined(filter, p.say("list.rows", map[string]any{"count": count})),
	})
	p.closing(p.say("foot.internal", nil), workshop)
	f := &flow{p: p, y: 66}
	if count == 0 {
		f.prose(margin, measure, quietly, p.say("list.none", nil), 1)
	}
	return f
}

// joined joins what is not empty.
func joined(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if strings.TrimSpace(part) != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " · ")
}
