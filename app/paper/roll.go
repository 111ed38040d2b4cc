package paper

import "revient/app/text"

// Strip is a label of the size of an address label.
type Strip interface {
	Document
	draw(p *page) error
}

// Roll is labels of one medium, one to a page, so that one print does all of them.
type Roll struct {
	Sheet
	Labels []Strip
}

// Size is an address label, 62 by 29 mm.
func (Roll) Size() Size { return DeviceStrip }

// PDF sets the labels in their order.
func (d Roll) PDF() ([]byte, error) {
	return set(d.Sheet, DeviceStrip, text.T(d.Language, "paper.roll.title", map[string]any{"count": len(d.Labels)}), "", d.draw)
}

func (d Roll) draw(p *page) error {
	for i, label := range d.Labels {
		if i > 0 {
			p.turn()
		}
		if err := label.draw(p); err != nil {
			return err
		}
	}
	return nil
}
