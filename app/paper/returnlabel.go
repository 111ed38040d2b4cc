package paper

import (
	"strings"

	"revient/app/text"
)

// ReturnLabel is the workshop's own label for a returned parcel. It shows which
// case the parcel belongs to; it pays for nothing and says so.
type ReturnLabel struct {
	Sheet
	Case   string
	From   Address
	To     Address
	Order  Order
	Device Device
}

// Size is a parcel label, 100 by 150 mm.
func (ReturnLabel) Size() Size { return Parcel }

// PDF sets the label.
func (d ReturnLabel) PDF() ([]byte, error) {
	title := text.T(d.Language, "paper.label.title", nil) + " " + d.Case
	return set(d.Sheet, Parcel, title, d.To.Name, d.draw)
}

func (d ReturnLabel) draw(p *page) error {
	const edge, wide = 5.0, 90.0
	p.mark(edge, 5, 10, black)
	p.line(edge+13, 9.2, 44, style{sansBold, 11, black}, left, p.say("label.title", nil))
	p.line(edge+13, 13.8, 44, style{sans, 8, black}, left, p.say("label.lead", nil))
	p.line(edge+52, 9.2, wide-52, style{sans, 8, black}, right, p.say("order", nil))
	p.line(edge+52, 13.8, wide-52, style{mono, 9, black}, right, d.Order.Number)

	p.rule(edge, 18.5, wide, 0.375, black)
	p.line(edge, 23.5, wide, style{sans, 8, black}, left, p.say("label.from", nil))
	d.place(p, edge, 27.8, wide, 9, d.From)

	p.rule(edge, 47, wide, 0.375, black)
	p.line(edge, 52.5, wide, style{sans, 8.5, black}, left, p.say("label.to", nil))
	d.place(p, edge, 59.2, wide, 14, d.To)

	p.rule(edge, 90, wide, 0.375, black)
	if err := p.lineCode(d.Case, edge-2.5, 94, wide+5, 20, 4); err != nil {
		return err
	}
	const quiet = 2.5 // Modules of the QR code's white, in millimetres at 5 dots.
	square, err := p.squareCode(quickCode, d.Case, edge-quiet, 115, 22, 5)
	if err != nil {
		return err
	}
	x := edge - quiet + square + 1
	p.line(x, 122, edge+wide-x, style{monoBold, 16, black}, left, d.Case)
	p.line(x, 127.2, edge+wide-x, style{sans, 9, black}, left, d.Device.Model)
	_, number := p.identifier(d.Device)
	p.line(x, 131.8, edge+wide-x, style{mono, 9, black}, left, number)

	const foot = 137.0
	p.pdf.SetDrawColor(0, 0, 0)
	p.pdf.SetLineWidth(0.5)
	p.pdf.Rect(edge, foot, wide, 8, "D")
	p.line(edge+2, foot+5.3, wide-4, style{sansBold, 11, black}, centre, p.say("label.nopostage", nil))
	p.strip(146.5, Parcel.Width, 3.5, 7.5)
	return nil
}

// place sets an address so that each of its lines is read from the belt.
func (d ReturnLabel) place(p *page, x, y, w, pt float64, a Address) {
	const most = 5
	st, set := style{sansBold, pt, black}, 0
	for _, s := range append([]string{a.Name}, a.Lines...) {
		if strings.TrimSpace(s) == "" || set == most {
			continue
		}
		p.line(x, y, w, st, left, s)
		y += st.lead() * 0.9
		st.face = sans
		set++
	}
}
