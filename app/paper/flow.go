package paper

// flow sets the blocks of an A4 document below each other, and turns the page
// when one does not fit on it.
type flow struct {
	p     *page
	y     float64 // Where the next block begins.
	table *table  // Whose head is set again at the top of a page, while it lasts.
}

// room turns the page if h millimetres are not left on it. What is higher than a
// page begins at the top of one.
func (f *flow) room(h float64) {
	if f.y+h <= bodyFoot || f.y <= bodyTop {
		return
	}
	f.p.turn()
	f.y = bodyTop
	if f.table != nil {
		f.head()
	}
}

// gap leaves white, unless a page begins here.
func (f *flow) gap(h float64) {
	if f.y > bodyTop {
		f.y += h
	}
}

// title sets what the next blocks are about, and keeps it on their page by
// leaving them at least keep millimetres.
func (f *flow) title(s string, keep float64) {
	st := style{sansBold, 13, ink}
	f.gap(5)
	f.room(st.lead() + 1 + keep)
	f.p.line(margin, f.baseline(st), measure, st, left, s)
	f.y += st.lead() + 1
}

// prose sets a text on as many lines as it needs, at most most, from x.
func (f *flow) prose(x, w float64, st style, raw string, most int) {
	for _, s := range f.p.wrap(st, w, clean(f.p.faces, raw), most) {
		f.room(st.lead())
		f.p.run(x, f.baseline(st), st, s)
		f.y += st.lead()
	}
}

// point sets a paragraph with a mark before it.
func (f *flow) point(raw string, most int) {
	const indent = 5.0
	st := style{sans, 10, ink}
	lines := f.p.wrap(st, measure-indent, clean(f.p.faces, raw), most)
	if len(lines) == 0 {
		return
	}
	f.room(st.lead())
	f.p.bar(margin, f.baseline(st)-0.36*st.pt*point-0.5, 1.6, 1, accent)
	f.prose(margin+indent, measure-indent, st, raw, most)
	f.y += 1.2
}

// baseline is that of a line of text whose box begins at y.
func (f *flow) baseline(st style) float64 { return f.y + 0.74*st.lead() }

// facts sets labelled facts in columns of equal width, leaving out the empty ones.
func (f *flow) facts(columns int, facts ...labelled) {
	const between, height = 6.0, 12.6
	w := (measure - between*float64(columns-1)) / float64(columns)
	at := 0
	for _, one := range facts {
		if one.value == "" {
			continue
		}
		if at%columns == 0 {
			if at > 0 {
				f.y += height
			}
			f.room(height)
		}
		f.p.fact(margin+float64(at%columns)*(w+between), f.y+3.2, w, one.st, one.label, one.value)
		at++
	}
	if at > 0 {
		f.y += height - 2
	}
}

// labelled is a fact and what to call it.
type labelled struct {
	label, value string
	st           style
}

// The styles of most of what an A4 page says.
var (
	plainly = style{sans, 10.5, ink}
	coded   = style{mono, 10.5, ink}
	firmly  = style{sansBold, 10.5, ink}
	quietly = style{sans, 9, ink2}
	small   = style{sans, 8.5, ink3}
)

// opening sets what a letter goes back to at the left and whom it is for at the
// right, and returns the flow of what follows.
func (p *page) opening(to string, recipient Address, facts ...labelled) *flow {
	const half, between, second, step = 46.0, 6.0, margin + 104, 12.6
	top := p.headed + 12
	p.rule(margin, p.headed+4, measure, 0.2, hair)
	at := 0
	for _, one := range facts {
		if one.value == "" {
			continue
		}
		p.fact(margin+float64(at%2)*(half+between), top+step*float64(at/2), half, one.st, one.label, one.value)
		at++
	}
	y := p.address(second, top, measure-104, to, recipient)
	return &flow{p: p, y: max(y, top+step*float64((at+1)/2)) - 2}
}

// signature leaves room to sign, below who signs and when.
func (f *flow) signature(label, name, when string) {
	const height, w = 30.0, 66.0
	f.gap(6)
	f.room(height)
	x := margin + measure - w
	f.p.line(x, f.baseline(small), w, small, left, label)
	f.p.line(x, f.y+8.6, w, firmly, left, name)
	f.p.line(x, f.y+13.4, w, quietly, left, when)
	f.p.rule(x, f.y+height-1, w, 0.2, ink3)
	f.y += height
}

// quoted sets a text apart, behind a bar: the words of somebody who saw it.
func (f *flow) quoted(raw string, most int) {
	const indent = 6.0
	for _, s := range f.p.wrap(plainly, measure-indent, clean(f.p.faces, raw), most) {
		f.room(plainly.lead())
		f.p.bar(margin, f.y, 1.2, plainly.lead(), softened)
		f.p.run(margin+indent, f.baseline(plainly), plainly, s)
		f.y += plainly.lead()
	}
}
