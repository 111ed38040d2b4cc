package labelpdf

import (
	"image"
	"math"

	"golang.org/x/image/vector"
)

// point is a point of a path on the canvas.
type point struct {
	x, y float64
	kind byte // 'm' begins a part, 'l' is a line to, 'c' one of the three points of a curve, 'h' closes.
}

// longest is how many points a path may have.
const longest = 200_000

// paint runs the operators of paths and of the graphics state; false for others.
func (p *painter) paint(op operator, operands []any) bool {
	n := make([]float64, 0, 6)
	for _, operand := range operands {
		if number, is := operand.(float64); is && len(n) < 6 {
			n = append(n, number)
		}
	}
	if want := map[operator]int{"cm": 6, "w": 1, "m": 2, "l": 2, "re": 4, "c": 6, "v": 4, "y": 4}[op]; len(n) < want {
		return true
	}
	switch op {
	case "q":
		if len(p.saved) < 1000 {
			p.saved = append(p.saved, p.state)
		}
	case "Q":
		if last := len(p.saved) - 1; last >= 0 {
			p.state, p.saved = p.saved[last], p.saved[:last]
		}
	case "cm":
		p.matrix = matrix(n).times(p.matrix)
	case "w":
		p.width = n[0]
	case "m", "l", "re", "c", "v", "y", "h":
		p.draw(op, n)
	case "f", "F", "f*":
		p.fill()
	case "S":
		p.stroke()
	case "s":
		p.add('h', p.start.x, p.start.y)
		p.stroke()
	case "B", "B*", "b", "b*":
		path := p.path
		p.fill()
		p.path = path
		p.stroke()
	case "n":
		p.path = p.path[:0]
	default:
		return false
	}
	return true
}

// draw adds to the path.
func (p *painter) draw(op operator, n []float64) {
	at := func(kind byte, x, y float64) {
		x, y = p.matrix.apply(x, y)
		p.add(kind, x, y)
	}
	switch op {
	case "m", "l":
		at(op[0], n[0], n[1])
	case "re":
		at('m', n[0], n[1])
		at('l', n[0]+n[2], n[1])
		at('l', n[0]+n[2], n[1]+n[3])
		at('l', n[0], n[1]+n[3])
		p.add('h', p.start.x, p.start.y)
	case "c":
		at('c', n[0], n[1])
		at('c', n[2], n[3])
		at('c', n[4], n[5])
	case "v":
		if last := len(p.path) - 1; last >= 0 {
			p.add('c', p.path[last].x, p.path[last].y)
			at('c', n[0], n[1])
			at('c', n[2], n[3])
		}
	case "y":
		at('c', n[0], n[1])
		at('c', n[2], n[3])
		at('c', n[2], n[3])
	case "h":
		p.add('h', p.start.x, p.start.y)
	}
}

// add leaves out a point that is nowhere near the canvas, and a path that has no end.
func (p *painter) add(kind byte, x, y float64) {
	if !(math.Abs(x) < 1e6 && math.Abs(y) < 1e6) || len(p.path) >= longest {
		return
	}
	next := point{x, y, kind}
	if kind == 'm' || len(p.path) == 0 {
		next.kind, p.start = 'm', next
	}
	p.path = append(p.path, next)
}

// fill fills the path and ends it.
func (p *painter) fill() {
	p.blot(p.path, !p.light)
	p.path = p.path[:0]
}

// stroke draws the straight lines of the path as the thin boxes that they are, and
// ends it. Bars are often drawn so.
func (p *painter) stroke() {
	half := max(p.width*p.matrix.scale(), 1) / 2
	for i := 1; i < len(p.path); i++ {
		from, to := p.path[i-1], p.path[i]
		if to.kind != 'l' && to.kind != 'h' {
			continue
		}
		length := math.Hypot(to.x-from.x, to.y-from.y)
		if length == 0 {
			continue
		}
		dx, dy := (to.y-from.y)/length*half, (from.x-to.x)/length*half
		p.blot([]point{
			{from.x + dx, from.y + dy, 'm'}, {to.x + dx, to.y + dy, 'l'},
			{to.x - dx, to.y - dy, 'l'}, {from.x - dx, from.y - dy, 'l'},
		}, !p.faint)
	}
	p.path = p.path[:0]
}

// blot adds the ink of a shape, or takes it away. Paper is drawn only over a page
// that has ink.
func (p *painter) blot(path []point, dark bool) {
	if len(path) < 3 || !dark && !p.drawn {
		return
	}
	box := bounds(path).Intersect(image.Rect(0, 0, p.canvas.width, p.canvas.height))
	if box.Empty() || !spend(&p.doc.budget.pixels, box.Dx()*box.Dy()) {
		return
	}
	shape := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(i int) (x, y float32) {
		return float32(path[i].x - float64(box.Min.X)), float32(path[i].y - float64(box.Min.Y))
	}
	for i := 0; i < len(path); i++ {
		x, y := at(i)
		switch {
		case path[i].kind == 'm':
			shape.ClosePath()
			shape.MoveTo(x, y)
		case path[i].kind == 'l':
			shape.LineTo(x, y)
		case path[i].kind == 'c' && i+2 < len(path):
			x2, y2 := at(i + 1)
			x3, y3 := at(i + 2)
			shape.CubeTo(x, y, x2, y2, x3, y3)
			i += 2
		case path[i].kind == 'h':
			shape.ClosePath()
		}
	}
	shape.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	shape.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	for y := range box.Dy() {
		from := (box.Min.Y+y)*p.canvas.width + box.Min.X
		ink := p.ink[from : from+box.Dx()]
		for x := range ink {
			covered := int(mask.Pix[y*mask.Stride+x])
			if !dark {
				covered = -covered
			}
			ink[x] = byte(max(0, min(255, int(ink[x])+covered)))
		}
	}
	p.drawn = p.drawn || dark
}

// dry makes the canvas of the ink: dark where half of a pixel is covered. The ink
// of shapes adds up, so that two boxes that share a pixel's width leave no seam.
func (p *painter) dry() {
	for i, ink := range p.ink {
		p.canvas.dark[i] = ink >= 128
	}
}

func bounds(path []point) image.Rectangle {
	left, top, right, bottom := path[0].x, path[0].y, path[0].x, path[0].y
	for _, one := range path {
		left, top = min(left, one.x), min(top, one.y)
		right, bottom = max(right, one.x), max(bottom, one.y)
	}
	return image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom)))
}
