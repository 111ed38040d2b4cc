package paper

import "strings"

// BinLabel is stuck on a place where devices lie: scan it, scan a device, and the
// device is there.
type BinLabel struct {
	Sheet
	Bin   string // The code of the bin: scanned and printed as given.
	Words string // What the place is for, such as "Isolement"; often empty.
}

// Size is an address label, 62 by 29 mm.
func (BinLabel) Size() Size { return DeviceStrip }

// PDF sets the label.
func (d BinLabel) PDF() ([]byte, error) {
	return set(d.Sheet, DeviceStrip, strings.TrimSpace(d.Bin+" "+d.Words), "", d.draw)
}

// draw sets bars, which are read from afar and aslant, or a square where the code
// is too long for them.
func (d BinLabel) draw(p *page) error {
	code, err := lineCode(d.Bin)
	if err != nil {
		return err
	}
	p.strip(DeviceStrip.Height-p.stripHeight(), DeviceStrip.Width, p.stripHeight(), 7)
	if dots, long := code.fit(DeviceStrip.Width, 4); long == nil {
		d.bars(p, code, dots)
		return nil
	}
	return d.square(p)
}

func (d BinLabel) bars(p *page, code symbol, dots int) {
	const edge, top = 2.0, 9.0
	w, bottom := DeviceStrip.Width-2*edge, DeviceStrip.Height-p.stripHeight()-1.5
	p.line(edge, 7, w, style{monoBold, 18, black}, centre, d.Bin)
	if strings.TrimSpace(d.Words) != "" {
		p.line(edge, bottom-0.8, w, style{sansBold, 12, black}, centre, d.Words)
		bottom -= 6
	}
	p.stamp(code, (DeviceStrip.Width-code.side(dots))/2, top, dots, bottom-top)
}

func (d BinLabel) square(p *page) error {
	const edge = 0.5
	foot := DeviceStrip.Height - p.stripHeight()
	side, err := p.squareCode(matrixCode, d.Bin, edge, (foot-22)/2, 22, 8)
	if err != nil {
		return err
	}
	x := edge + side + 1
	w := DeviceStrip.Width - 2 - x
	y := p.block(x, 8.5, w, p.snug(style{monoBold, 12.5, black}, w, d.Bin), d.Bin, 2)
	p.block(x, y+1.5, w, p.snug(style{sansBold, 11, black}, w, clean(p.faces, d.Words)), d.Words, 2)
	return nil
}
