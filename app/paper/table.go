package paper

// table is the columns of rows that may go on for several pages.
type table struct{ columns []column }

// column is one column of a table; w is without the white before the next.
type column struct {
	title string
	x, w  float64
	at    align
}

// piece is a text within a cell, on at most most lines. One that may take a single
// line shrinks before it is cut; an amount's never is.
type piece struct {
	s    string
	st   style
	most int
}

// cell is pieces below each other.
type cell []piece

// columns lays out a table from the widths of its columns, which share what the
// measure leaves as white between them.
func columns(titles []string, widths []float64) *table {
	const between = 4.0
	t, x := &table{}, float64(margin)
	for i, w := range widths {
		t.columns = append(t.columns, column{title: titles[i], x: x, w: w})
		x += w + between
	}
	return t
}

// rightAligned sets columns to the right: those of amounts and counts.
func (t *table) rightAligned(columns ...int) *table {
	for _, i := range columns {
		t.columns[i].at = right
	}
	return t
}

// begin sets the head of a table and remembers it for the pages that follow.
func (f *flow) begin(t *table, firstRow float64) {
	const height = 7.0
	f.room(height + firstRow)
	f.table = t
	f.head()
}

func (f *flow) head() {
	for _, c := range f.table.columns {
		f.p.line(c.x, f.baseline(small), c.w, small, c.at, c.title)
	}
	f.y += small.lead() + 1.2
	f.p.rule(margin, f.y, measure, 0.35, ink)
	f.y += 1.2
}

// end leaves the table: its head is set no more.
func (f *flow) end() { f.table = nil }

// row sets the cells of a row and a hairline below them, and returns its top on
// the page that it fell on.
func (f *flow) row(cells ...cell) (top float64) {
	const below = 1.1
	laid, height := make([]cell, len(cells)), 0.0
	for i, c := range cells {
		lines, tall := f.p.lay(c, f.table.columns[i].w)
		laid[i], height = lines, max(height, tall)
	}
	f.room(height + below)
	top = f.y
	for i, c := range laid {
		f.y = top
		for _, line := range c {
			f.p.cleanLine(f.table.columns[i].x, f.baseline(line.st), f.table.columns[i].w, line.st, f.table.columns[i].at, line.s)
			f.y += line.st.lead()
		}
	}
	f.y = top + height + below
	f.p.rule(margin, f.y, measure, 0.2, hair)
	f.y += below
	return top
}

// lay breaks a cell into clean lines of width w and measures their height.
func (p *page) lay(c cell, w float64) (lines cell, height float64) {
	for _, one := range c {
		s := clean(p.faces, one.s)
		parts := []string{s}
		if one.most > 1 {
			one.st = p.snug(one.st, w, s)
			parts = p.wrap(one.st, w, s, one.most)
		}
		for _, part := range parts {
			if part != "" {
				lines = append(lines, piece{part, one.st, 1})
				height += one.st.lead()
			}
		}
	}
	return lines, height
}

// amountCell is a cell of one amount, which may shrink but never lose its end.
func (p *page) amountCell(st style, w float64, s string) cell {
	if wide := p.width(st, clean(p.faces, s)); wide > w {
		st.pt *= w / wide
	}
	return cell{{s, st, 1}}
}
