package paper

import "strings"

// align is where a line lies in its width.
type align int

const (
	left align = iota
	right
	centre
)

// smallest is the floor of fitting: a text shrinks to this part of its size, then
// loses its end to an ellipsis.
const smallest = 0.72

// line sets one line of text within w, shrunk and then cut if it is too long.
func (p *page) line(x, y, w float64, st style, at align, raw string) {
	p.cleanLine(x, y, w, st, at, clean(p.faces, raw))
}

// cleanLine is line for a text that is clean already.
func (p *page) cleanLine(x, y, w float64, st style, at align, s string) {
	if s == "" {
		return
	}
	wide := p.width(st, s)
	if wide > w {
		st.pt *= max(w/wide, smallest)
		s = p.cutTo(st, w, s)
		wide = p.width(st, s)
	}
	switch at {
	case right:
		x += w - wide
	case centre:
		x += (w - wide) / 2
	case left:
	}
	p.run(x, y, st, s)
}

// cutTo shortens a text that is wider than w and ends it with an ellipsis.
func (p *page) cutTo(st style, w float64, s string) string {
	const rounding = 1e-6
	if p.width(st, s) <= w+rounding {
		return s
	}
	room := w - p.width(st, "…")
	for i, r := range s {
		width, _, _ := p.advance(st.face, r)
		if room -= float64(width) / 1000 * st.pt * point; room < 0 {
			return strings.TrimRight(s[:i], " \u00A0") + "…"
		}
	}
	return s
}

// entry sets a name or a line of an address: on one line if it nearly fits there,
// else on at most most lines. It returns the baseline that follows.
func (p *page) entry(x, y, w float64, st style, raw string, most int) float64 {
	const nearly = 0.88
	s := clean(p.faces, raw)
	if p.width(st, s)*nearly <= w {
		p.cleanLine(x, y, w, st, left, s)
		return y + st.lead()
	}
	st.pt *= nearly
	for _, part := range p.wrap(st, w, s, most) {
		p.run(x, y, st, part)
		y += st.lead() * nearly
	}
	return y
}

// block sets a text on as many lines of width w as it needs, at most most, and
// returns the baseline that follows.
func (p *page) block(x, y, w float64, st style, raw string, most int) float64 {
	for _, s := range p.wrap(st, w, clean(p.faces, raw), most) {
		p.run(x, y, st, s)
		y += st.lead()
	}
	return y
}

// wrap breaks a text at plain spaces, and within a word only if that word alone
// is wider than the line. What does not fit on the last line is cut.
func (p *page) wrap(st style, w float64, s string, most int) []string {
	var lines []string
	for s != "" && len(lines) < most {
		if len(lines) == most-1 {
			return append(lines, p.cutTo(st, w, s))
		}
		end := p.breakAt(st, w, s)
		lines = append(lines, strings.TrimRight(s[:end], " "))
		s = strings.TrimLeft(s[end:], " ")
	}
	return lines
}

// snug shrinks a style, down to the floor, until the widest word of a clean text
// fits in w: a word is broken only when that is not enough.
func (p *page) snug(st style, w float64, s string) style {
	widest := 0.0
	for word := range strings.SplitSeq(s, " ") {
		widest = max(widest, p.width(st, word))
	}
	const rounding = 1e-6
	if widest > w {
		st.pt *= max(w/(widest+rounding), smallest)
	}
	return st
}

// breakAt returns where the first line of s ends, in bytes; at least one
// character is taken.
func (p *page) breakAt(st style, w float64, s string) int {
	room, space := w, 0
	for i, r := range s {
		if r == ' ' {
			space = i
		}
		width, _, _ := p.advance(st.face, r)
		room -= float64(width) / 1000 * st.pt * point
		if room < 0 && r != ' ' && i > 0 {
			if space > 0 {
				return space
			}
			return i
		}
	}
	return len(s)
}
