package paper

import "revient/app/text"

// PutAway is one device that has to go to its place.
type PutAway struct {
	Case        string
	Device      Device
	Grade       string // In words; empty when not graded.
	Wipe        string // State of its data, in words.
	Destination string // In words.
	Bin         string // Printed as given; often empty.
}

// PutAwayList is the round that takes devices to their places; each is ticked on
// the way.
type PutAwayList struct {
	Sheet
	Workshop string
	Rows     []PutAway
}

// Size is A4.
func (PutAwayList) Size() Size { return A4 }

// PDF sets the list.
func (d PutAwayList) PDF() ([]byte, error) {
	return set(d.Sheet, A4, text.T(d.Language, "paper.putaway.title", nil), d.Workshop, d.draw)
}

func (d PutAwayList) draw(p *page) error {
	f := p.internal(d.Workshop, p.say("putaway.title", nil), "", len(d.Rows))
	if len(d.Rows) == 0 {
		return nil
	}
	const box = 4.4
	f.begin(columns([]string{"", p.say("case", nil), p.say("device", nil), p.say("putaway.state", nil), p.say("putaway.destination", nil)},
		[]float64{box + 0.6, 30, 50, 34, 31}), 12)
	for _, row := range d.Rows {
		_, number := p.identifier(row.Device)
		top := f.row(
			nil,
			cell{{row.Case, style{monoBold, 9.5, ink}, 1}},
			cell{{row.Device.Model, style{sans, 9.5, ink}, 2}, {number, style{mono, 8.5, ink2}, 1}},
			cell{{row.Grade, style{sans, 9.5, ink}, 2}, {row.Wipe, style{sans, 8.5, ink2}, 2}},
			cell{{row.Bin, style{monoBold, 11, ink}, 1}, {row.Destination, style{sans, 9.5, ink}, 2}})
		p.pdf.SetDrawColor(ink.r, ink.g, ink.b)
		p.pdf.SetLineWidth(0.35)
		p.pdf.Rect(margin+0.2, top+0.5, box, box, "D") // No higher than the row of one line.
	}
	f.end()
	return nil
}
