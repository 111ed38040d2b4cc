package station

import "revient/app/paper"

// Rendering replaces how pages are set, for tests of pages that cannot be; nil
// sets them as ever.
func (s *Station) Rendering(render func(paper.Document) ([]byte, error)) {
	if render == nil {
		render = paper.Document.PDF
	}
	s.render = render
}

// RefundFor is which refund a line of a payout means.
var RefundFor = refundFor
