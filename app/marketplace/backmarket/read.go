package backmarket

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"revient/app/fault"
	"revient/app/marketplace"
)

// listAnswer is a page of a list. Its next link counts only as a yes: it may
// point to another host, and the page number is ours to raise. Its count is not
// read either: it is of the whole list for orders, of the page for folders.
type listAnswer struct {
	Next    text              `json:"next"`
	Results []json.RawMessage `json:"results"`
}

// getJSON reads and decodes, and turns whatever is not a good answer into a fault.
func (c *Client) getJSON(ctx context.Context, r call, into any) (answer, error) {
	a, err := c.exchange(ctx, c.reads, r)
	if err != nil {
		return a, noAnswer(a.op, err)
	}
	if err := readFault(a, r.list); err != nil {
		return a, err
	}
	if err := decodeJSON(a, into); err != nil {
		return a, fault.Wrap(err, fault.Internal, "errors_marketplace.unreadable", nil)
	}
	return a, nil
}

// noAnswer is the fault of a read that ended without a whole answer.
func noAnswer(op string, err error) error {
	remote := &marketplace.RemoteError{Op: op, Err: err}
	if torn, ok := errors.AsType[*exchangeError](err); ok {
		remote.Trace = torn.trace
	}
	switch {
	case errors.Is(err, errTooLarge):
		return fault.Wrap(remote, fault.Internal, "errors_marketplace.too_large", nil)
	case errors.Is(err, context.DeadlineExceeded):
		return fault.Wrap(remote, fault.Unavailable, "errors_marketplace.slow", nil)
	default:
		return fault.Wrap(remote, fault.Unavailable, "errors_marketplace.no_answer", nil)
	}
}

// readFault is nil for a good answer to a read.
func readFault(a answer, list bool) error {
	if a.status == http.StatusOK && a.isJSON() {
		return nil
	}
	remote := a.remoteError()
	switch {
	case a.status == http.StatusTooManyRequests || remote.Code == throttleCode:
		return fault.Wrap(remote, fault.Unavailable, "errors_marketplace.throttled", nil)
	case turnedBack(a, remote):
		return fault.Wrap(remote, fault.Unavailable, "errors_marketplace.blocked", fault.Args{"ray": first(a.trace.Ray, "–")})
	case a.status < 300 || a.isHTML():
		return fault.Wrap(remote, fault.Unavailable, "errors_marketplace.not_the_api", fault.Args{"status": a.status})
	case notAllowed(a):
		return fault.Wrap(remote, fault.Unauthorized, "errors_marketplace.unauthorized", fault.Args{"status": a.status})
	case a.status == http.StatusNotFound && !list && !serviceOff(remote):
		return fault.Wrap(remote, fault.NotFound, "errors_marketplace.not_found", nil)
	case a.status == http.StatusNotFound || a.status >= 500 || a.status == http.StatusRequestTimeout:
		return fault.Wrap(remote, fault.Unavailable, "errors_marketplace.out_of_order", fault.Args{"status": a.status})
	default:
		return fault.Wrap(remote, fault.Internal, "errors_marketplace.rejected", fault.Args{"status": a.status})
	}
}

// noSuchPage reports whether the API says that its list has no such page; the
// same status with other words says that the whole service is off.
func noSuchPage(a answer) bool {
	return a.status == http.StatusNotFound && !a.isHTML() && !serviceOff(a.remoteError())
}

func serviceOff(remote *marketplace.RemoteError) bool {
	return strings.Contains(strings.ToLower(remote.Text), "unavailable")
}

// turnedBack reports whether the edge, not the API, said no: its firewall answers
// 403 in HTML, and its robot challenge 403 in JSON.
func turnedBack(a answer, remote *marketplace.RemoteError) bool {
	return a.status == http.StatusForbidden && (a.isHTML() || remote.Code == challengeCode)
}

// notAllowed reports whether the API does not accept the token.
func notAllowed(a answer) bool {
	return (a.status == http.StatusUnauthorized || a.status == http.StatusForbidden) && !a.isHTML()
}
