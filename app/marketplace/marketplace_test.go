package marketplace_test

import (
	"fmt"
	"io"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

func TestALineIsRefundedInThreeStates(t *testing.T) {
	for state, want := range map[marketplace.LineState]bool{
		marketplace.LineCancelled: true, marketplace.LineRefundedBefore: true, marketplace.LineRefundedAfter: true,
		marketplace.LineUnpaid: false, marketplace.LinePaid: false, marketplace.LineAccepted: false, marketplace.LineShipped: false,
		marketplace.LineNotPaid: false, marketplace.LineUnknown: false,
	} {
		if state.Refunded() != want {
			t.Errorf("%s: %v", state, !want)
		}
	}
}

func TestALineIsFoundByItsOwnNumber(t *testing.T) {
	order := marketplace.Order{Ref: "1", Lines: []marketplace.OrderLine{{Ref: "2"}, {Ref: "3", SKU: "X"}}}
	if line, found := order.Line("3"); !found || line.SKU != "X" {
		t.Errorf("line 3 = %+v, %v", line, found)
	}
	if _, found := order.Line("1"); found {
		t.Error("the order's number found a line")
	}
}

func TestARemoteErrorSaysWhatSupportAsksFor(t *testing.T) {
	remote := &marketplace.RemoteError{
		Op: "GET /orders", Trace: marketplace.Trace{Status: 429, RequestID: "r1", Ray: "c1"}, Code: "E1", RetryDelay: 7 * time.Second, Err: io.EOF,
	}
	if got, want := remote.Error(), "GET /orders: status 429 code=E1 request=r1 ray=c1: EOF"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	err := fmt.Errorf("pull: %w", fault.Wrap(remote, fault.Unavailable, "errors_marketplace.throttled", nil))
	if delay, told := marketplace.RetryDelay(err); delay != 7*time.Second || !told {
		t.Errorf("delay = %v, %v", delay, told)
	}
	if _, told := marketplace.RetryDelay(io.EOF); told {
		t.Error("a plain error tells a delay")
	}
}

func TestWhatAChannelDoesNotSupportIsDoneByHand(t *testing.T) {
	can := marketplace.Capabilities{Actions: map[marketplace.ActionKind]marketplace.Support{
		marketplace.PostMessage{}.Kind(): marketplace.ByAPI, marketplace.IssueRefund{}.Kind(): marketplace.ByHand,
	}}
	if !can.Supports(marketplace.KindPostMessage) || can.Supports(marketplace.KindIssueRefund) || can.Supports("something_else") {
		t.Errorf("capabilities misread: %+v", can)
	}
}
