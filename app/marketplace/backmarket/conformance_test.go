package backmarket_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"testing"
	"time"

	"revient/app/marketplace"
	"revient/app/marketplace/backmarket"
	"revient/app/marketplace/channeltest"
	"revient/app/marketplace/sandbox"
	"revient/app/returns"
)

// TestBackMarketIsAChannel runs against a sandbox of its own, or against the one
// that REVIENT_SANDBOX_URL and REVIENT_SANDBOX_TOKEN name.
func TestBackMarketIsAChannel(t *testing.T) {
	channeltest.Run(t, func(t *testing.T) channeltest.Fixture {
		remote := openRemote(t)
		options := backmarket.Options{
			BaseURL: remote.url, Token: remote.token, UserAgent: backmarket.UserAgent("Atelier Temoin", "contact@example.com"),
			PageSize: 10, Timeout: 20 * time.Second, Sandbox: true,
		}
		away := options
		away.BaseURL = "http://" + closedAddress(t)
		return channeltest.Fixture{Channel: open(t, options), Unreachable: open(t, away), Remote: remote}
	})
}

func open(t *testing.T, options backmarket.Options) *backmarket.Client {
	t.Helper()
	client, err := backmarket.New(options)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// closedAddress is one where nobody listens any more.
func closedAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	return listener.Addr().String()
}

// remote plays the other side through the control room of a sandbox, over HTTP.
type remote struct{ url, token string }

func openRemote(t *testing.T) remote {
	t.Helper()
	if url := os.Getenv("REVIENT_SANDBOX_URL"); url != "" {
		return remote{url, os.Getenv("REVIENT_SANDBOX_TOKEN")}
	}
	server := startSandbox(t, sandbox.Options{})
	return remote{server.URL(), server.Token()}
}

func startSandbox(t *testing.T, options sandbox.Options) *sandbox.Server {
	t.Helper()
	server, err := sandbox.New(options)
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Listen("127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return server
}

func (r remote) control(t testing.TB, method, path string, body, into any) {
	t.Helper()
	encoded, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	// Not the test's own context: this is called in its clean-up too.
	request, err := http.NewRequest(method, r.url+path, bytes.NewReader(encoded))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Basic "+r.token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode >= 300 {
		t.Fatalf("%s %s: %s %s %v", method, path, response.Status, answer, err)
	}
	if err := response.Body.Close(); err != nil {
		t.Fatal(err)
	}
	if into != nil {
		if err := json.Unmarshal(answer, into); err != nil {
			t.Fatal(err)
		}
	}
}

func (r remote) Ask(t testing.TB) channeltest.Asked {
	var opened struct {
		Folder int64 `json:"folder_id"`
		Order  int64 `json:"order_id"`
		Line   int64 `json:"orderline_id"`
	}
	r.control(t, http.MethodPost, "/_control/folders", map[string]string{"kind": "defect"}, &opened)
	return channeltest.Asked{
		Folder: marketplace.FolderRef(fmt.Sprint(opened.Folder)), Order: marketplace.OrderRef(fmt.Sprint(opened.Order)), Line: marketplace.LineRef(fmt.Sprint(opened.Line)),
	}
}

func (r remote) RefundBehind(t testing.TB, order marketplace.OrderRef) {
	r.control(t, http.MethodPost, "/_control/orders/"+string(order)+"/refund", nil, nil)
}

func (r remote) Fail(t testing.TB, calls channeltest.Calls, failure channeltest.Failure) {
	mode, known := map[channeltest.Failure]string{
		channeltest.AnswerLost: "drop_after_apply", channeltest.AnswerTorn: "torn_after_apply", channeltest.AnswerLate: "slow_after_apply",
		channeltest.ErrorAfter: "500_after_apply", channeltest.RequestLost: "drop", channeltest.NoAnswer: "slow", channeltest.ServerError: "500",
		channeltest.WebPage: "html200", channeltest.Throttled: "429", channeltest.ThrottledUntil: "429_retry_after", channeltest.Firewall: "html403",
		channeltest.Challenge: "challenge403", channeltest.TokenRefused: "403", channeltest.HugeAnswer: "huge", channeltest.Garbage: "garbage",
		channeltest.ServiceOff: "unavailable404",
	}[failure]
	if !known {
		t.Fatalf("no mode for %q", failure)
	}
	fault := map[channeltest.Calls]map[string]string{
		channeltest.Reads:    {"mode": mode, "path": "/ws/", "method": "GET"},
		channeltest.Refunds:  {"mode": mode, "path": "/ws/sav/refund", "method": "POST"},
		channeltest.Messages: {"mode": mode, "path": "/ws/sav/[0-9]+/msg", "method": "POST"},
	}[calls]
	r.control(t, http.MethodPost, "/_control/faults", fault, nil)
}

func (r remote) Heal(t testing.TB) {
	r.control(t, http.MethodPost, "/_control/faults", map[string]string{"mode": "none"}, nil)
}

type ledger struct {
	Entries []struct {
		Kind        string `json:"kind"`
		Line        int64  `json:"orderline_id"`
		Folder      int64  `json:"folder_id"`
		Cents       int64  `json:"cents"`
		Currency    string `json:"currency"`
		Text        string `json:"text"`
		Attachments []struct {
			Name   string `json:"name"`
			SHA256 string `json:"sha256"`
		} `json:"attachments"`
	} `json:"entries"`
}

func (r remote) Refunds(t testing.TB, line marketplace.LineRef) []returns.Money {
	var kept ledger
	r.control(t, http.MethodGet, "/_control/ledger", nil, &kept)
	var paid []returns.Money
	for _, entry := range kept.Entries {
		if entry.Kind == "refund" && strconv.FormatInt(entry.Line, 10) == string(line) {
			paid = append(paid, returns.Money{Minor: entry.Cents, Currency: entry.Currency})
		}
	}
	return paid
}

func (r remote) Messages(t testing.TB, folder marketplace.FolderRef) []channeltest.Posted {
	var kept ledger
	r.control(t, http.MethodGet, "/_control/ledger", nil, &kept)
	var posted []channeltest.Posted
	for _, entry := range kept.Entries {
		if entry.Kind != "message" || strconv.FormatInt(entry.Folder, 10) != string(folder) {
			continue
		}
		message := channeltest.Posted{Text: entry.Text}
		for _, file := range entry.Attachments {
			message.Files = append(message.Files, channeltest.PostedFile{Name: file.Name, SHA256: file.SHA256})
		}
		posted = append(posted, message)
	}
	return posted
}
