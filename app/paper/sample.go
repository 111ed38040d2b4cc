package paper

import "math"

// pale is light enough to read through and dark enough to see; a thermal head
// prints it as scattered dots, which codes are shielded from by their white.
var pale = colour{0xe8, 0xe6, 0xe1}

// veil lays words across the page that say it is worth nothing: a sample's or a
// specimen's. It is drawn first, under all that follows, so that it needs no
// transparency, which old printers lack.
func (p *page) veil(words string) {
	w, h := p.size.Width, p.size.Height
	st := style{sansBold, 100, pale}
	const part = 0.8 // Of the diagonal.
	st.pt *= min(part*math.Hypot(w, h)/p.width(st, words), 0.3*min(w, h)/(100*point))
	wide, middle := p.width(st, words), st.pt*point*0.36
	p.pdf.TransformBegin()
	p.pdf.TransformRotate(math.Atan2(h, w)*180/math.Pi, w/2, h/2)
	p.run(w/2-wide/2, h/2+middle, st, words)
	p.pdf.TransformEnd()
}

// strip says in black and white, across the foot of a label, that it is a sample or a
// specimen: the veil may not survive a thermal head. A real label has none.
func (p *page) strip(y, w, h, pt float64) {
	subject := p.sheet.void()
	if subject == "" {
		return
	}
	p.bar(0, y, w, h, black)
	p.line(1, y+h/2+pt*point*0.36, w-2, style{sansBold, pt, white}, centre, p.say(subject+".label", nil))
}

// stripHeight is what the strip takes of a device strip, in millimetres.
func (p *page) stripHeight() float64 {
	if p.sheet.void() == "" {
		return 0
	}
	return 3.25
}
