package labelpdf

import (
	"strings"
	"unicode/utf16"
)

// glyphs tell which letters the codes of a font are.
type glyphs struct {
	wide    bool // Two bytes to a code.
	letters map[int]string
}

// write runs the operators that show words; every other one is passed over. What
// stands between BT and ET, or between two moves to another line, is one string.
func (p *painter) write(op operator, operands []any, resources dict) {
	last := func() any {
		if len(operands) == 0 {
			return nil
		}
		return operands[len(operands)-1]
	}
	switch op {
	case "Tf":
		if len(operands) > 0 {
			label, _ := operands[0].(name)
			p.font = p.fontOf(p.doc.dictOf(resources["Font"])[label])
		}
	case "BT", "ET", "Td", "TD", "T*", "Tm":
		p.endLine()
	case "'", "\"":
		p.endLine()
		p.say(last())
	case "Tj":
		p.say(last())
	case "TJ":
		items, _ := last().([]any)
		for _, item := range items {
			p.say(item)
		}
	}
}

func (p *painter) say(value any) {
	if shown, is := value.(text); is && len(p.line) < 1000 {
		p.line = append(p.line, p.font.read(shown)...)
	}
}

func (p *painter) endLine() {
	if line := strings.TrimSpace(string(p.line)); line != "" && len(p.words) < 2000 {
		p.words = append(p.words, line)
	}
	p.line = p.line[:0]
}

// read turns codes into letters. A font without a table has those of ASCII, as
// all of the standard encodings do.
func (g *glyphs) read(shown text) string {
	if g == nil || !g.wide && len(g.letters) == 0 {
		return string(shown)
	}
	var out strings.Builder
	step := 1
	if g.wide {
		step = 2
	}
	for i := 0; i+step <= len(shown); i += step {
		code := int(shown[i])
		if g.wide {
			code = code<<8 | int(shown[i+1])
		}
		letter, known := g.letters[code]
		if !known && !g.wide {
			letter = string(rune(code))
		}
		out.WriteString(letter)
	}
	return out.String()
}

// fontOf reads a font once.
func (p *painter) fontOf(value any) *glyphs {
	if ref, is := value.(reference); is {
		if known, there := p.fonts[ref]; there {
			return known
		}
		if p.fonts == nil {
			p.fonts = map[reference]*glyphs{}
		}
		p.fonts[ref] = p.doc.glyphs(p.doc.dictOf(ref))
		return p.fonts[ref]
	}
	return p.doc.glyphs(p.doc.dictOf(value))
}

// glyphs reads the table to Unicode that a font carries (9.10.3).
func (d *document) glyphs(font dict) *glyphs {
	g := &glyphs{wide: d.resolve(font["Subtype"]) == name("Type0"), letters: map[int]string{}}
	table, is := d.resolve(font["ToUnicode"]).(*stream)
	if !is {
		return g
	}
	lex := lexer{raw: d.unpack(table)}
	var operands []any
	for spend(&d.budget.operators, 1) {
		value, ok := lex.object(0)
		if !ok {
			break
		}
		op, is := value.(operator)
		if !is {
			operands = append(operands, value)
			continue
		}
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				g.span(operands[i], operands[i], operands[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				g.span(operands[i], operands[i+1], operands[i+2])
			}
		}
		operands = operands[:0]
	}
	return g
}

// span maps the codes of a range to letters that follow one another, or to those
// of a list.
func (g *glyphs) span(from, to, letters any) {
	first, last := code(from), code(to)
	if first < 0 || last < first || last > 0xFFFF {
		return
	}
	for at := first; at <= last; at++ {
		switch letters := letters.(type) {
		case []any:
			if at-first < len(letters) {
				if one, is := letters[at-first].(text); is {
					g.letters[at] = fromUTF16(one, 0)
				}
			}
		case text:
			g.letters[at] = fromUTF16(letters, at-first)
		}
	}
}

func code(value any) int {
	raw, is := value.(text)
	if !is || len(raw) == 0 || len(raw) > 2 {
		return -1
	}
	number := 0
	for _, c := range raw {
		number = number<<8 | int(c)
	}
	return number
}

// fromUTF16 reads a letter, moved on by a number of places.
func fromUTF16(raw text, on int) string {
	if len(raw) == 1 {
		return string(rune(int(raw[0]) + on))
	}
	var units []uint16
	for i := 0; i+1 < len(raw) && i < 16; i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	if len(units) > 0 {
		units[len(units)-1] += uint16(on)
	}
	return string(utf16.Decode(units))
}
