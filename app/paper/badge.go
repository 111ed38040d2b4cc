package paper

import "strings"

// OperatorBadge is stuck on the card that an operator scans to say who they are.
// Its code opens a session, so it is not printed in letters.
type OperatorBadge struct {
	Sheet
	Code     string
	Name     string
	Role     string // In words; often empty.
	Workshop string
}

// Size is an address label, 62 by 29 mm.
func (OperatorBadge) Size() Size { return DeviceStrip }

// PDF sets the badge.
func (d OperatorBadge) PDF() ([]byte, error) {
	return set(d.Sheet, DeviceStrip, strings.TrimSpace(d.Name), d.Workshop, d.draw)
}

func (d OperatorBadge) draw(p *page) error {
	const edge = 0.5
	foot := DeviceStrip.Height - p.stripHeight()
	side, err := p.squareCode(quickCode, d.Code, edge, (foot-24.5)/2, 24.5, 8)
	if err != nil {
		return err
	}
	x := edge + side + 0.5
	w := DeviceStrip.Width - 2 - x
	p.mark(x, 3, 5, black)
	p.line(x+6.5, 6.6, w-6.5, style{sans, 8, black}, left, d.Workshop)
	y := p.block(x, 15, w, p.snug(style{sansBold, 13, black}, w, clean(p.faces, d.Name)), d.Name, 2)
	if y < foot {
		p.line(x, y-0.6, w, style{sans, 9, black}, left, d.Role)
	}
	p.strip(foot, DeviceStrip.Width, p.stripHeight(), 7)
	return nil
}
