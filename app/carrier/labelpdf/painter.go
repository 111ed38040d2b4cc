package labelpdf

import "bytes"

// painter runs a content stream (8, 9) and keeps what could be a code: dark shapes
// on its canvas, pictures, and the words that are shown.
type painter struct {
	doc      *document
	canvas   *raster
	ink      []byte // By the pixels of the canvas: how much of each is covered, 255 being all.
	drawn    bool   // The canvas has a dark shape.
	pictures []*raster
	words    []string

	state
	saved []state

	path  []point
	start point
	line  []byte // Of the words being shown.
	font  *glyphs
	fonts map[reference]*glyphs
}

// state is what q saves and Q restores.
type state struct {
	matrix       matrix
	width        float64 // Of lines.
	light, faint bool    // Shapes, and lines, are drawn as paper: not at all, or over what is there.
}

// run runs the operators of a stream. A form is run within the state of who shows
// it, and may show others only so deep.
func (p *painter) run(content []byte, resources dict, depth int) {
	if depth > 8 {
		return
	}
	lex := lexer{raw: content}
	var operands []any
	for spend(&p.doc.budget.operators, 1) {
		value, ok := lex.object(0)
		if !ok {
			return
		}
		op, is := value.(operator)
		if !is {
			if operands = append(operands, value); len(operands) > 64 {
				operands = operands[1:]
			}
			continue
		}
		switch op {
		case "Do":
			p.show(operands, resources, depth)
		case "BI":
			p.inline(&lex)
		default:
			if !p.paint(op, operands) && !p.colour(op, operands) {
				p.write(op, operands, resources)
			}
		}
		operands = operands[:0]
	}
}

// show shows an XObject: a picture, or a form.
func (p *painter) show(operands []any, resources dict, depth int) {
	if len(operands) != 1 {
		return
	}
	label, _ := operands[0].(name)
	shown, is := p.doc.resolve(p.doc.dictOf(resources["XObject"])[label]).(*stream)
	if !is {
		return
	}
	switch p.doc.resolve(shown.dict["Subtype"]) {
	case name("Image"):
		p.picture(shown)
	case name("Form"):
		if !spend(&p.doc.budget.objects, 1) {
			return
		}
		before, saved := p.state, p.saved
		if m := p.doc.numbersOf(shown.dict["Matrix"]); len(m) == 6 {
			p.matrix = matrix(m).times(p.matrix)
		}
		own := p.doc.dictOf(shown.dict["Resources"])
		if own == nil {
			own = resources
		}
		p.run(p.doc.unpack(shown), own, depth+1)
		p.state, p.saved = before, saved
	}
}

// picture keeps a picture at its own resolution: what a page does to it can only
// make its codes harder to read.
func (p *painter) picture(s *stream) {
	if len(p.pictures) >= 50 {
		return
	}
	if read := p.doc.picture(s); read != nil {
		p.pictures = append(p.pictures, read)
	}
}

// inline reads a picture written into the content (8.9.7): BI, entries, ID, bytes,
// EI between white space.
func (p *painter) inline(lex *lexer) {
	entries := dict{}
	for {
		key, ok := lex.object(0)
		if op, is := key.(operator); !ok || is && op == "ID" {
			break
		}
		label, is := key.(name)
		if !is {
			continue
		}
		value, ok := lex.object(0)
		if !ok {
			return
		}
		entries[label] = value
	}
	lex.at = min(lex.at+1, len(lex.raw))
	end := lex.at
	for {
		found := bytes.Index(lex.raw[end:], []byte("EI"))
		if found < 0 {
			lex.at = len(lex.raw)
			return
		}
		end += found
		before, after := end == lex.at || white(lex.raw[end-1]), end+2 >= len(lex.raw) || white(lex.raw[end+2])
		if before && after {
			break
		}
		end += 2
	}
	p.picture(&stream{entries, lex.raw[lex.at:end]})
	lex.at = end + 2
}

// colour follows how light shapes and lines are.
func (p *painter) colour(op operator, operands []any) bool {
	var parts []float64
	for _, operand := range operands {
		if part, is := operand.(float64); is {
			parts = append(parts, part)
		}
	}
	switch op {
	case "g", "rg", "k", "sc", "scn":
		p.light = greyOf(parts) >= 0.5
	case "G", "RG", "K", "SC", "SCN":
		p.faint = greyOf(parts) >= 0.5
	case "cs":
		p.light = false
	case "CS":
		p.faint = false
	default:
		return false
	}
	return true
}
