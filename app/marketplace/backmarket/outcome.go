package backmarket

import (
	"context"
	"errors"
	"net/http"

	"revient/app/fault"
	"revient/app/marketplace"
)

// Execute implements marketplace.Channel.
func (c *Client) Execute(ctx context.Context, action marketplace.Action) marketplace.Outcome {
	switch action := action.(type) {
	case marketplace.PostMessage:
		return c.postMessage(ctx, action)
	case marketplace.IssueRefund:
		return c.refund(ctx, action)
	default:
		return refused("errors_marketplace.by_hand", nil)
	}
}

// Verify implements marketplace.Channel.
func (c *Client) Verify(ctx context.Context, action marketplace.Action) (marketplace.Verdict, error) {
	switch action := action.(type) {
	case marketplace.PostMessage:
		return c.verifyMessage(ctx, action)
	case marketplace.IssueRefund:
		return c.verifyRefund(ctx, action)
	default:
		return marketplace.CannotTell, nil
	}
}

// refused is a no of our own, before anything was sent.
func refused(key string, args fault.Args) marketplace.Refused {
	return marketplace.Refused{Fault: fault.New(fault.Conflict, key, args)}
}

// write sends a request that changes something, and tells what is known after.
// A good answer becomes what applied makes of it.
func (c *Client) write(ctx context.Context, r call, applied func(answer) marketplace.Outcome) marketplace.Outcome {
	a, err := c.exchange(ctx, c.writes, r)
	if err != nil {
		return withoutAnswer(r.op(), err)
	}
	if (a.status == http.StatusOK || a.status == http.StatusCreated) && !a.isHTML() {
		return applied(a)
	}
	return writeRefusal(a)
}

// withoutAnswer tells a request that never left from one that may have arrived.
func withoutAnswer(op string, err error) marketplace.Outcome {
	remote := &marketplace.RemoteError{Op: op, Err: err}
	failed, ok := errors.AsType[*exchangeError](err)
	if ok {
		remote.Trace = failed.trace
	}
	if ok && !failed.sent {
		return marketplace.RetryAfter{Reason: marketplace.NotSent, Fault: fault.Wrap(remote, fault.Unavailable, "errors_marketplace.not_sent", nil)}
	}
	key := "errors_marketplace.torn"
	if errors.Is(err, context.DeadlineExceeded) {
		key = "errors_marketplace.slow_write"
	}
	return marketplace.Unknown{Fault: fault.Wrap(remote, fault.Unavailable, key, nil), Trace: remote.Trace}
}

// writeRefusal reads every answer that is not a yes. Only a clear no of the API,
// or a turning back at the edge, says that nothing happened; what is neither is
// unknown.
func writeRefusal(a answer) marketplace.Outcome {
	remote := a.remoteError()
	retry := func(reason marketplace.RetryReason, key string) marketplace.Outcome {
		return marketplace.RetryAfter{
			Reason: reason, Delay: remote.RetryDelay, Known: remote.RetryDelay > 0, Trace: remote.Trace,
			Fault: fault.Wrap(remote, fault.Unavailable, key, fault.Args{"ray": first(a.trace.Ray, "–")}),
		}
	}
	no := func(key string) marketplace.Outcome {
		return marketplace.Refused{
			Code: remote.Code, Text: remote.Text, Trace: remote.Trace,
			Fault: fault.Wrap(remote, fault.Conflict, key, fault.Args{"status": a.status, "said": first(remote.Text, remote.Code, "–")}),
		}
	}
	switch {
	case a.status == http.StatusTooManyRequests:
		return retry(marketplace.Throttled, "errors_marketplace.throttled")
	case turnedBack(a, remote):
		return retry(marketplace.Blocked, "errors_marketplace.blocked")
	case a.status == http.StatusRequestEntityTooLarge:
		return no("errors_marketplace.files_too_large")
	case a.isHTML() || a.status < 400 || a.status >= 500 || a.status == http.StatusRequestTimeout:
		return marketplace.Unknown{
			Fault: fault.Wrap(remote, fault.Unavailable, "errors_marketplace.unclear", fault.Args{"status": a.status}), Trace: remote.Trace,
		}
	case remote.Code == throttleCode:
		return retry(marketplace.Throttled, "errors_marketplace.throttled")
	case notAllowed(a):
		return marketplace.Unauthorized{Fault: fault.Wrap(remote, fault.Unauthorized, "errors_marketplace.unauthorized", fault.Args{"status": a.status}), Trace: remote.Trace}
	default:
		return no("errors_marketplace.refused")
	}
}

// beforeWriting turns the failure of the reading that precedes a write into an
// outcome: nothing was written yet.
func beforeWriting(err error) marketplace.Outcome {
	failure := fault.Of(err)
	var trace marketplace.Trace
	if remote, ok := errors.AsType[*marketplace.RemoteError](err); ok {
		trace = remote.Trace
	}
	switch failure.Code {
	case fault.Unauthorized:
		return marketplace.Unauthorized{Fault: failure, Trace: trace}
	case fault.Unavailable:
		delay, known := marketplace.RetryDelay(err)
		return marketplace.RetryAfter{Reason: marketplace.NotSent, Delay: delay, Known: known, Fault: failure, Trace: trace}
	default:
		return marketplace.Refused{Fault: failure, Trace: trace}
	}
}
