package station_test

import (
	"testing"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Two lines of one order at one price: the statement names the order alone.
func TestThePayoutOfARefundThatIsKnownProvesNoOtherOfItsOrder(t *testing.T) {
	doubted := store.OpenRefund{Refund: "doubted", State: returns.RefundIsUnknown, OrderRef: "1001", LineRef: "a", Amount: euros(40400)}
	known := store.OpenRefund{Refund: "known", State: returns.RefundIsConfirmed, OrderRef: "1001", LineRef: "b", Amount: euros(40400)}
	line := store.PayoutLine{OrderRef: "1001", Amount: euros(-40400)}
	ofLine := line
	ofLine.LineRef = "a"
	for name, c := range map[string]struct {
		open []store.OpenRefund
		line store.PayoutLine
		want int
	}{
		"the known one takes the line first":         {[]store.OpenRefund{doubted, known}, line, 1},
		"a second line is the doubted one's":         {[]store.OpenRefund{doubted}, line, 0},
		"a line that names its own order line is it": {[]store.OpenRefund{known, doubted}, ofLine, 1},
		"nothing of the order":                       {nil, line, -1},
	} {
		if got := station.RefundFor(c.open, c.line); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
