package paper

import (
	"time"

	"revient/app/text"
)

// DeviceLabel is stuck on the device, or on its bag, at reception: from then on
// one scan finds its case.
type DeviceLabel struct {
	Sheet
	Case     string
	Device   Device
	Received time.Time
	Claim    string // A few words, in the language of the workshop.
}

// Size is an address label, 62 by 29 mm.
func (DeviceLabel) Size() Size { return DeviceStrip }

// PDF sets the label.
func (d DeviceLabel) PDF() ([]byte, error) {
	return set(d.Sheet, DeviceStrip, d.Case, "", d.draw)
}

func (d DeviceLabel) draw(p *page) error {
	const edge = 0.5
	foot, claimLines := DeviceStrip.Height-p.stripHeight(), 2
	if p.stripHeight() > 0 {
		claimLines = 1
	}
	square, err := p.squareCode(matrixCode, d.Case, edge, (foot-20)/2, 20, 8)
	if err != nil {
		return err
	}
	x := edge + square + 0.5
	w := DeviceStrip.Width - 2 - x
	p.line(x, 6.6, w, style{monoBold, 13, black}, left, d.Case)
	p.line(x, 11.4, w, style{sansBold, 8.5, black}, left, d.Device.Model)
	_, number := p.identifier(d.Device)
	p.line(x, 15.4, w, style{mono, 8.5, black}, left, number)
	if !d.Received.IsZero() {
		p.line(x, 19.4, w, style{sans, 7.5, black}, left, p.say("devicelabel.received", map[string]any{"date": text.DateTime(p.lang, d.Received)}))
	}
	p.block(x, 23, w, style{sans, 7.5, black}, d.Claim, claimLines)
	p.strip(foot, DeviceStrip.Width, p.stripHeight(), 7)
	return nil
}
