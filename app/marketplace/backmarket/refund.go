package backmarket

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"revient/app/fault"
	"revient/app/marketplace"
)

// refundTypes are the types of the refund call by the state of the line. Only the
// last takes an amount.
var refundTypes = map[marketplace.LineState]int{
	marketplace.LinePaid:     4,
	marketplace.LineAccepted: 5,
	marketplace.LineShipped:  refundAfterShipping,
}

const refundAfterShipping = 6

// refundRequest is the body of the call. The line is named by its own number, not
// by the order's. There is neither a reason nor a reference of ours in it: the
// service cannot tell a repeat from a second refund.
type refundRequest struct {
	Line   json.Number `json:"orderline_pk"`
	Type   int         `json:"refund_type"`
	Amount json.Number `json:"amount,omitempty"`
}

// refund reads the line, judges it, and asks for the refund at once. The line as
// it is now decides the type, whatever it was when the refund was decided.
func (c *Client) refund(ctx context.Context, wanted marketplace.IssueRefund) marketplace.Outcome {
	order, err := c.Order(ctx, wanted.Order)
	if err != nil {
		return beforeWriting(err)
	}
	line, found := order.Line(wanted.Line)
	if !found {
		return refused("errors_marketplace.line_missing", fault.Args{"order": string(wanted.Order), "line": string(wanted.Line)})
	}
	if line.State.Refunded() {
		return marketplace.AlreadyApplied{Note: "line state " + line.RawState}
	}
	body, no := refundBody(wanted, line)
	if no != nil {
		return *no
	}
	r := call{method: http.MethodPost, path: "/ws/sav/refund", care: true, body: body, contentType: "application/json", timeout: 2 * c.options.Timeout}
	outcome := c.write(ctx, r, func(a answer) marketplace.Outcome {
		return marketplace.Applied{Note: string(a.body), Trace: a.trace}
	})
	if no, ok := outcome.(marketplace.Refused); ok {
		return c.whyRefused(ctx, wanted, no)
	}
	return outcome
}

// refundBody judges the fresh line against what was decided on, and writes the
// request.
func refundBody(wanted marketplace.IssueRefund, line marketplace.OrderLine) ([]byte, *marketplace.Refused) {
	no := func(key string, args fault.Args) ([]byte, *marketplace.Refused) {
		outcome := refused(key, args)
		return nil, &outcome
	}
	kind, refundable := refundTypes[line.State]
	switch {
	case !refundable:
		return no("errors_marketplace.line_state", fault.Args{"state": line.RawState})
	case wanted.Price != line.Price:
		return no("errors_marketplace.price_changed", nil)
	case wanted.Amount.Currency != line.Price.Currency || wanted.Amount.Minor <= 0 || wanted.Amount.Minor > line.Price.Minor+line.Shipping.Minor,
		wanted.Full && wanted.Amount.Minor < line.Price.Minor:
		return no("errors_marketplace.refund_amount", nil)
	case !wanted.Full && kind != refundAfterShipping:
		return no("errors_marketplace.partial_before_shipping", nil)
	}
	request := refundRequest{Line: json.Number(line.Ref), Type: kind}
	if kind == refundAfterShipping {
		amount, err := decimal(wanted.Amount)
		if err != nil {
			return nil, &marketplace.Refused{Fault: fault.Wrap(err, fault.Conflict, "errors_marketplace.refund_amount", nil)}
		}
		request.Amount = amount
	}
	body, err := json.Marshal(request)
	if err != nil {
		return nil, &marketplace.Refused{Fault: fault.Wrap(err, fault.Internal, "errors.internal", nil)}
	}
	return body, nil
}

// whyRefused reads the line once more after a no: the marketplace may have
// refunded it between our reading and our request.
func (c *Client) whyRefused(ctx context.Context, wanted marketplace.IssueRefund, no marketplace.Refused) marketplace.Outcome {
	order, err := c.Order(ctx, wanted.Order)
	if err != nil {
		return no // The no stands; that the reading failed changes nothing about it.
	}
	if line, found := order.Line(wanted.Line); found && line.State.Refunded() {
		return marketplace.AlreadyApplied{Note: no.Text, Trace: no.Trace}
	}
	return no
}

// verifyRefund reads the line's state. That tells a full refund; the amount of a
// partial one is written nowhere.
func (c *Client) verifyRefund(ctx context.Context, wanted marketplace.IssueRefund) (marketplace.Verdict, error) {
	order, err := c.Order(ctx, wanted.Order)
	if err != nil {
		if fault.Is(err, fault.NotFound) {
			return marketplace.CannotTell, nil
		}
		return "", fmt.Errorf("verify refund: %w", err)
	}
	line, found := order.Line(wanted.Line)
	if !found || !wanted.Full {
		return marketplace.CannotTell, nil
	}
	if line.State.Refunded() {
		return marketplace.HasApplied, nil
	}
	if _, refundable := refundTypes[line.State]; refundable {
		return marketplace.HasNotApplied, nil
	}
	return marketplace.CannotTell, nil
}
