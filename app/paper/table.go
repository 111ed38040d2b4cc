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

// row sets the cells of a row and a hairline below them, and returns its top and
// its height on the page that it fell on.
func (f *flow) row(cells ...cell) (top, height float64) {
	const below = 1.1
	laid := make([]cell, len(cells))
	for i, c := range cells {
		w, tall := f.table.columns[i].w, 0.0
		for _, text := range c {
			s := clean(f.p.faces, text.s)
			if text.most > 1 {
				text.st = f.p.snug(text.st, w, s)
				for _, line := range f.p.wrap(text.st, w, s, text.most) {
					laid[i] = append(laid[i], piece{line, text.st, 1})
					tall += text.st.lead()
				}
			} else if s != "" {
				laid[i] = append(laid[i], piece{s, text.st, 1})
				tall += text.st.lead()
			}
		}
		height = max(height, tall)
	}
	f.room(height + below)
	top = f.y
	for i, c := range laid {
		f.y = top
		for _, text := range c {
			f.p.cleanLine(f.table.columns[i].x, f.baseline(text.st), f.table.columns[i].w, text.st, f.table.columns[i].at, text.s)
			f.y += text.st.lead()
		}
	}
	f.y = top + height + below
	f.p.rule(margin, f.y, measure, 0.2, hair)
	f.y += below
	return top, height
}

// amount is a cell of one amount, which may shrink but never lose its end.
func (p *page) amountCell(st style, w float64, s string) cell {
	if wide := p.width(st, clean(p.faces, s)); wide > w {
		st.pt *= w / wide
	}
	return cell{{s, st, 1}}
}
