package paper

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// point is a typographic point in millimetres.
const point = 25.4 / 72

// style is how a text is set.
type style struct {
	face face
	pt   float64
	ink  colour
}

// lead is the distance between baselines, in millimetres.
func (s style) lead() float64 { return s.pt * point * 1.42 }

// advance returns the width of a rune in thousandths of the size and the face
// that has it; a rune of no face gets a box as wide as a capital.
func (p *page) advance(f face, r rune) (int, face, bool) {
	if width, ok := p.faces[f].advance[r]; ok {
		return width, f, true
	}
	other := f.beyond()
	if width, ok := p.faces[other].advance[r]; ok {
		return width, other, true
	}
	return 660, f, false
}

// width measures a clean text in millimetres.
func (p *page) width(st style, s string) float64 {
	total := 0
	for _, r := range s {
		width, _, _ := p.advance(st.face, r)
		total += width
	}
	return float64(total) / 1000 * st.pt * point
}

// run writes a clean text from x, changing face where a letter asks for it.
func (p *page) run(x, y float64, st style, s string) {
	var pending strings.Builder
	in, start := st.face, x
	flush := func() {
		if pending.Len() > 0 {
			p.use(in, st.pt)
			p.pdf.Text(start, y, pending.String())
			pending.Reset()
		}
	}
	p.pdf.SetTextColor(st.ink.r, st.ink.g, st.ink.b)
	for _, r := range s {
		width, from, known := p.advance(st.face, r)
		if !known || from != in || pending.Len() == 0 {
			flush()
			in, start = from, x
		}
		switch {
		case !known:
			p.box(x, y, float64(width)/1000*st.pt*point, st)
		case from < extended:
			b, _ := charmap.Windows1252.EncodeRune(r)
			pending.WriteByte(b)
		default:
			pending.WriteRune(r)
		}
		x += float64(width) / 1000 * st.pt * point
	}
	flush()
}

// box stands for a character that cannot be written.
func (p *page) box(x, y, w float64, st style) {
	em := st.pt * point
	p.pdf.SetDrawColor(st.ink.r, st.ink.g, st.ink.b)
	p.pdf.SetLineWidth(em * 0.06)
	p.pdf.Rect(x+w*0.12, y-em*0.7, w*0.76, em*0.7, "D")
}

// use makes a face the current one, adding it to the document at first need.
func (p *page) use(f face, pt float64) {
	c := p.faces[f]
	if !p.loaded[f] {
		p.loaded[f] = true
		if f < extended {
			p.pdf.AddFontFromBytes(c.name, "", c.definition, c.packed)
		} else {
			// gofpdf writes padding behind the slices it is given: each document
			// gets its own copy of the face.
			p.pdf.AddUTF8FontFromBytes(c.name, "", append([]byte(nil), c.ttf...))
		}
	}
	p.pdf.SetFont(c.name, "", pt)
}
