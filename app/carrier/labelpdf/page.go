package labelpdf

import "math"

// matrix maps points of one space to another (8.3.4): x' = ax + cy + e.
type matrix [6]float64

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// scale is by how much lengths grow.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// pages are the page objects, whatever tree they hang on.
func (d *document) pages() []dict {
	var pages []dict
	for _, number := range d.numbers() {
		page, is := d.objects[number].(dict)
		if is && d.resolve(page["Type"]) == name("Page") && len(pages) < 20 {
			pages = append(pages, page)
		}
	}
	return pages
}

// inherited is an entry of a page or of the tree above it.
func (d *document) inherited(page dict, key name) any {
	for range 16 {
		if value := d.resolve(page[key]); value != nil {
			return value
		}
		if page = d.dictOf(page["Parent"]); page == nil {
			return nil
		}
	}
	return nil
}

// draw runs the content of a page.
func (d *document) draw(page dict) *painter {
	box := d.numbersOf(d.inherited(page, "MediaBox"))
	if len(box) != 4 {
		box = []float64{0, 0, 595, 842}
	}
	left, bottom := min(box[0], box[2]), min(box[1], box[3])
	width, height := math.Abs(box[2]-box[0]), math.Abs(box[3]-box[1])
	if !(width >= 20 && height >= 20 && width <= 14_400 && height <= 14_400) { // The bounds of the format.
		return nil
	}
	zoom := min(600.0/72, math.Sqrt(float64(d.budget.page)/(width*height)))
	canvas := newRaster(int(width*zoom), int(height*zoom), d.budget)
	if canvas == nil {
		return nil
	}
	p := &painter{doc: d, canvas: canvas, ink: make([]byte, len(canvas.dark)), state: state{
		matrix: matrix{zoom, 0, 0, -zoom, -left * zoom, (bottom + height) * zoom}, width: 1,
	}}
	var content []byte
	for i, part := range d.list(page, "Contents", "Contents") {
		if s, is := d.resolve(part).(*stream); is && i < 100 {
			content = append(append(content, d.unpack(s)...), '\n')
		}
	}
	resources := d.dictOf(d.inherited(page, "Resources"))
	p.run(content, resources, 0)
	p.endLine()
	p.dry()
	return p
}
