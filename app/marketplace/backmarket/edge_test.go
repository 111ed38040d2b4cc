package backmarket_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/marketplace/backmarket"
	"revient/app/marketplace/sandbox"
	"revient/app/returns"
)

var price = returns.Money{Minor: 22900, Currency: "EUR"}

var wanted = marketplace.IssueRefund{Order: "5978", Line: "37195", Full: true, Amount: price, Price: price}

// canned answers the reading before a refund well, and the refund as it is told.
func canned(t *testing.T, refund http.HandlerFunc) *backmarket.Client {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ws/orders/5978", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		if _, err := io.WriteString(w, contractOrder); err != nil {
			panic(http.ErrAbortHandler)
		}
	})
	mux.HandleFunc("POST /ws/sav/refund", refund)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return open(t, backmarket.Options{BaseURL: server.URL, Token: "x"})
}

func TestTheAnswerToARefundIsReadForWhatItIs(t *testing.T) {
	for _, c := range []struct {
		name, kind, body string
		status           int
		want             string
	}{
		{"created, in plain text", "text/plain", "99€ refunded on the sku 1", 201, "Applied"},
		{"fine, in JSON", "application/json", `{}`, 200, "Applied"},
		{"a captive portal", "text/html", "<html>", 200, "Unknown"},
		{"a page that hides its type", "text/plain", "<!DOCTYPE html><html>", 201, "Unknown"},
		{"accepted, whatever that means", "application/json", `{}`, 202, "Unknown"},
		{"moved", "text/plain", "", 302, "Unknown"},
		{"a payload that is not acceptable", "application/json", `{"error":{"code":"E002","message":"No"},"requestId":"r"}`, 400, "Refused E002"},
		{"a payload that is not acceptable, without a word", "", "", 400, "Refused "},
		{"no such line", "", "", 404, "Refused "},
		{"errors in the plural", "application/json", `{"errors":[{"code":"E9","message":"No"}]}`, 422, "Refused E9"},
		{"errors as bare words", "application/json", `{"errors":["No"]}`, 422, "Refused "},
		{"an error beside its title", "application/json", `{"error":"x","status":409,"title":"No","type":"T"}`, 409, "Refused T"},
		{"a problem", "application/problem+json", `{"type":"/errors/no","title":"No","status":400,"detail":"Really no"}`, 400, "Refused /errors/no"},
		{"JSON that is none", "application/json", `{"error":`, 400, "Refused "},
		{"a page of an unknown router", "text/html", "<html>", 404, "Unknown"},
		{"a request that took too long", "text/plain", "", 408, "Unknown"},
		{"a guest", "", "", 401, "Unauthorized"},
		{"not allowed, without a word", "", "", 403, "Unauthorized"},
		{"not allowed", "application/json", `{"type":"/errors/authorization-failed"}`, 403, "Unauthorized"},
		{"a firewall", "text/html", "<html>", 403, "RetryAfter blocked"},
		{"a challenge", "application/json", `{"errors":[{"code":"bot-need-challenge","message":"Forbidden"}]}`, 403, "RetryAfter blocked"},
		{"too fast", "text/html", "", 429, "RetryAfter throttled"},
		{"too fast for after-sales", "application/json", `{"error":{"code":"E008"}}`, 400, "RetryAfter throttled"},
		{"too fast, but failing", "application/json", `{"error":{"code":"E008"}}`, 500, "Unknown"},
		{"too large", "text/html", "<html>", 413, "Refused "},
		{"broken", "application/json", `{"error":{"code":"E500"}}`, 500, "Unknown"},
		{"a gateway in between", "text/html", "<html>", 504, "Unknown"},
	} {
		t.Run(c.name, func(t *testing.T) {
			client := canned(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", c.kind)
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(c.status)
				if _, err := io.WriteString(w, c.body); err != nil {
					panic(http.ErrAbortHandler)
				}
			})
			if got := describe(client.Execute(t.Context(), wanted)); got != c.want {
				t.Errorf("outcome = %s, want %s", got, c.want)
			}
		})
	}
}

func describe(outcome marketplace.Outcome) string {
	switch outcome := outcome.(type) {
	case marketplace.Refused:
		return "Refused " + outcome.Code
	case marketplace.RetryAfter:
		return "RetryAfter " + string(outcome.Reason)
	default:
		return strings.TrimPrefix(fmt.Sprintf("%T", outcome), "marketplace.")
	}
}

func TestARefundWhoseConnectionIsRefusedAfterTheReadingIsNotSent(t *testing.T) {
	server := startSandbox(t, sandbox.Options{})
	opened, err := server.Open(sandbox.Request{})
	if err != nil {
		t.Fatal(err)
	}
	var dials atomic.Int32
	client := open(t, backmarket.Options{BaseURL: server.URL(), Token: server.Token(), Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
		if dials.Add(1) > 1 {
			return nil, errors.New("connection refused")
		}
		return (&net.Dialer{}).DialContext(ctx, network, address)
	}})
	paid := returns.Money{Minor: opened.Cents, Currency: "EUR"}
	refund := marketplace.IssueRefund{
		Order: marketplace.OrderRef(fmt.Sprint(opened.Order)), Line: marketplace.LineRef(fmt.Sprint(opened.Line)), Full: true, Amount: paid, Price: paid,
	}
	if got := describe(client.Execute(t.Context(), refund)); got != "RetryAfter not_sent" || dials.Load() != 2 {
		t.Errorf("outcome = %s after %d dials, want not sent after two", got, dials.Load())
	}
}

func TestARefundOverAConnectionThatIsResetIsUnknown(t *testing.T) {
	server := startSandbox(t, sandbox.Options{})
	opened, err := server.Open(sandbox.Request{})
	if err != nil {
		t.Fatal(err)
	}
	client := open(t, backmarket.Options{BaseURL: server.URL(), Token: server.Token()})
	ref := marketplace.OrderRef(fmt.Sprint(opened.Order))
	if _, err := client.Order(t.Context(), ref); err != nil { // The kept connection survives; new ones are cut unread.
		t.Fatal(err)
	}
	if err := server.SetFault(sandbox.Fault{Mode: "refuse", Path: ""}); err != nil {
		t.Fatal(err)
	}
	paid := returns.Money{Minor: opened.Cents, Currency: "EUR"}
	outcome := client.Execute(t.Context(), marketplace.IssueRefund{Order: ref, Line: marketplace.LineRef(fmt.Sprint(opened.Line)), Full: true, Amount: paid, Price: paid})
	// The reading fails first: nothing of the refund was sent.
	if got := describe(outcome); got != "RetryAfter not_sent" {
		t.Errorf("outcome = %s", got)
	}
	if err := server.SetFault(sandbox.Fault{Mode: "none"}); err != nil {
		t.Fatal(err)
	}
	if err := server.SetFault(sandbox.Fault{Mode: "refuse", Path: "/ws/sav/refund"}); err != nil {
		t.Fatal(err)
	}
	outcome = client.Execute(t.Context(), marketplace.IssueRefund{Order: ref, Line: marketplace.LineRef(fmt.Sprint(opened.Line)), Full: true, Amount: paid, Price: paid})
	if got := describe(outcome); got != "Unknown" {
		t.Errorf("outcome = %s, want unknown", got)
	}
}

func TestALineRefundedBetweenReadingAndAskingIsSeen(t *testing.T) {
	var server *httptest.Server
	refunded := atomic.Bool{}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ws/orders/5978", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		body := contractOrder
		if refunded.Load() {
			body = strings.Replace(body, `"state": 3`, `"state": 6`, 1)
		}
		if _, err := io.WriteString(w, body); err != nil {
			panic(http.ErrAbortHandler)
		}
	})
	mux.HandleFunc("POST /ws/sav/refund", func(w http.ResponseWriter, _ *http.Request) {
		refunded.Store(true) // Somebody in the back office was faster.
		w.WriteHeader(http.StatusBadRequest)
	})
	server = httptest.NewServer(mux)
	t.Cleanup(server.Close)
	client := open(t, backmarket.Options{BaseURL: server.URL, Token: "x"})
	if got := describe(client.Execute(t.Context(), wanted)); got != "AlreadyApplied" {
		t.Errorf("outcome = %s, want already applied", got)
	}
}

func TestAnAccountIsOpenedOnlyAtASafeAddress(t *testing.T) {
	for address, ok := range map[string]bool{
		"https://www.backmarket.fr": true, "https://preprod.backmarket.fr/": true, "http://127.0.0.1:8080": true, "http://localhost:1": true, "http://[::1]:1": true,
		"http://www.backmarket.fr": false, "http://10.0.0.1": false, "ftp://127.0.0.1": false, "": false, "https://": false,
		"https://user:secret@www.backmarket.fr": false, "https://www.backmarket.fr?x=1": false, "http://127.0.0.1.example.com": false, "::": false,
	} {
		_, err := backmarket.New(backmarket.Options{BaseURL: address, Token: "x"})
		if ok != (err == nil) || (!ok && (!fault.Is(err, fault.Invalid) || fault.Of(err).Field != "base_url")) {
			t.Errorf("%q: %v", address, err)
		}
	}
	for _, token := range []string{"", "  ", "a\r\nHost: b"} {
		if _, err := backmarket.New(backmarket.Options{BaseURL: backmarket.ProductionURL, Token: token}); !fault.Is(err, fault.Invalid) {
			t.Errorf("token %q: %v", token, err)
		}
	}
}

func TestAnObjectThatCannotBeReadDoesNotHideTheOthers(t *testing.T) {
	_, client := record(t, map[string]string{
		"GET /ws/orders": `{"results": [{"order_id": 7, "currency": "EUR", "price": "about ten"}, ` + contractOrder + `, 12, {"order_id": 8, "currency": "???"}]}`,
		"GET /ws/sav":    `{"results": [{"id": 5}, {"id": 6}, {"id": 7}]}`,
		"GET /ws/sav/5":  `{"id": 5, "orderline": {"id": 37195}}`,
		"GET /ws/sav/6":  `{"id": 6}`,
		"GET /ws/sav/7":  `{"id": 70, "orderline": {"id": 37195}}`,
	})
	orders, _, err := client.PullOrders(t.Context(), "")
	if err != nil || len(orders.Items) != 1 || len(orders.Skipped) != 3 || orders.Skipped[0].Ref != "7" || len(orders.Skipped[0].Raw) == 0 {
		t.Errorf("orders = %+v, %v", orders, err)
	}
	folders, _, err := client.PullFolders(t.Context(), "")
	if err != nil || len(folders.Items) != 1 || len(folders.Skipped) != 2 || folders.Skipped[0].Ref != "6" {
		t.Errorf("folders = %+v, %v", folders, err)
	}
	for _, skipped := range append(orders.Skipped, folders.Skipped...) {
		if fault.Of(skipped.Err).Key != "errors_marketplace.unreadable" {
			t.Errorf("skipped with %v", skipped.Err)
		}
	}
}

func TestAListThatBecameShorterIsReadAgainFromItsFirstPage(t *testing.T) {
	const page = `{"next": "x", "results": [` + contractOrder + `]}`
	const folders = `{"next": "x", "results": [{"id": 5}]}`
	r, client := record(t, map[string]string{
		"GET /ws/orders": page, "GET /ws/sav": folders, "GET /ws/sav/5": `{"id": 5, "orderline": {"id": 37195}}`,
	})
	pulls := map[string]func(marketplace.Cursor) (marketplace.Cursor, bool, error){
		"GET /ws/orders": func(from marketplace.Cursor) (marketplace.Cursor, bool, error) {
			got, next, err := client.PullOrders(t.Context(), from)
			return next, got.More, err
		},
		"GET /ws/sav": func(from marketplace.Cursor) (marketplace.Cursor, bool, error) {
			got, next, err := client.PullFolders(t.Context(), from)
			return next, got.More, err
		},
	}
	for list, pull := range pulls {
		second, more, err := pull("")
		if err != nil || !more {
			t.Fatalf("%s: first page: more %t, %v", list, more, err)
		}
		r.answer(list, "404|application/json|"+`{"title": "Webservices unavailable"}`)
		if kept, _, err := pull(second); !fault.Is(err, fault.Unavailable) || kept != second {
			t.Errorf("%s: a service that is off moved the cursor to %s, %v", list, kept, err)
		}
		r.answer(list, "404|application/json|"+`{"title": "Invalid page."}`)
		again, more, err := pull(second)
		if err != nil || more || again == second || !strings.Contains(string(again), `"page":1`) {
			t.Errorf("%s: after the end: %s, more %t, %v", list, again, more, err)
		}
		if _, _, err := pull(again); !fault.Is(err, fault.Unavailable) {
			t.Errorf("%s: a list without a first page is %v", list, err)
		}
	}
}

func TestAListWithoutAnEndIsNoticedAlsoWhenNothingOnItCanBeRead(t *testing.T) {
	_, client := record(t, map[string]string{"GET /ws/orders": `{"next": "x", "results": [{"id": {}}, 5]}`})
	_, second, err := client.PullOrders(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := client.PullOrders(t.Context(), second); fault.Of(err).Key != "errors_marketplace.same_page" {
		t.Errorf("the same page again: %v", err)
	}
}
