package paper

// mark draws Revient's mark, an R whose leg is the way back, as a square of the
// given side. It is drawn on a grid of 44 units, as on the screens.
func (p *page) mark(x, y, side float64, c colour) {
	unit := side / 44
	at := func(gx, gy float64) (float64, float64) { return x + gx*unit, y + gy*unit }
	p.pdf.SetFillColor(c.r, c.g, c.b)
	p.pdf.RoundedRect(x, y, side, side, 12*unit, "1234", "F")
	p.pdf.SetDrawColor(white.r, white.g, white.b)
	p.pdf.SetLineWidth(4 * unit)
	p.pdf.SetLineCapStyle("round")
	p.pdf.SetLineJoinStyle("round")
	move := func(gx, gy float64) { p.pdf.MoveTo(at(gx, gy)) }
	line := func(gx, gy float64) { p.pdf.LineTo(at(gx, gy)) }
	curve := func(ax, ay, bx, by, gx, gy float64) {
		ax, ay = at(ax, ay)
		bx, by = at(bx, by)
		gx, gy = at(gx, gy)
		p.pdf.CurveBezierCubicTo(ax, ay, bx, by, gx, gy)
	}
	// The bowl is two quarter and one half circle of radius 7; k places the
	// control points of a quarter.
	const k = 7 * 0.5523
	move(14, 34)
	line(14, 17)
	curve(14, 17-k, 21-k, 10, 21, 10)
	line(24, 10)
	curve(24+k, 10, 31, 17-k, 31, 17)
	curve(31, 17+k, 24+k, 24, 24, 24)
	line(15, 24)
	move(19.5, 19.5)
	line(14.5, 24)
	line(19.5, 28.5)
	move(25, 24)
	line(32, 34)
	p.pdf.DrawPath("D")
	p.pdf.SetLineCapStyle("butt")
	p.pdf.SetLineJoinStyle("miter")
}
