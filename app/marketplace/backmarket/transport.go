package backmarket

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"revient/app/marketplace"
)

type dialer func(ctx context.Context, network, address string) (net.Conn, error)

// readingClient keeps connections. It follows no redirect: the API has none, and
// one to a login page must not look like an answer.
func readingClient(dial dialer) *http.Client {
	return &http.Client{Transport: newTransport(dial), CheckRedirect: noRedirect}
}

// writingClient opens a connection per request, over HTTP/1.1. Go's transport
// repeats a request by itself on a kept connection that turns out dead; on a
// fresh one it never does.
func writingClient(dial dialer) *http.Client {
	transport := newTransport(dial)
	transport.DisableKeepAlives = true
	transport.Protocols = new(http.Protocols)
	transport.Protocols.SetHTTP1(true)
	return &http.Client{Transport: transport, CheckRedirect: noRedirect}
}

func newTransport(dial dialer) *http.Transport {
	if dial == nil {
		dial = (&net.Dialer{Timeout: 15 * time.Second, KeepAlive: 30 * time.Second}).DialContext
	}
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            dial,
		TLSHandshakeTimeout:    15 * time.Second,
		MaxIdleConnsPerHost:    2,
		IdleConnTimeout:        30 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

func noRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// Caps on what is read into memory.
const (
	maxAnswerBytes = 8 << 20  // A page of fifty orders is under 200 kB.
	maxFetchBytes  = 20 << 20 // A label or a customer's photo.
)

// call is one request to the API.
type call struct {
	method      string // GET when empty.
	path        string
	query       url.Values
	care        bool // Uses the after-sales token.
	list        bool // A 404 means that the service is off, not that there is nothing.
	body        []byte
	contentType string
	timeout     time.Duration // Of the whole exchange; the client's own when zero.
}

func (r call) op() string {
	if r.method == "" {
		return http.MethodGet + " " + r.path
	}
	return r.method + " " + r.path
}

// answer is what came back, read in full.
type answer struct {
	op        string
	status    int
	mediaType string
	header    http.Header
	body      []byte
	trace     marketplace.Trace
	sandbox   bool
}

// exchangeError is a failure without a whole answer.
type exchangeError struct {
	sent  bool // A connection was there, so that bytes may have left.
	trace marketplace.Trace
	err   error
}

func (e *exchangeError) Error() string { return e.err.Error() }
func (e *exchangeError) Unwrap() error { return e.err }

var errTooLarge = errors.New("the answer is larger than allowed")

// exchange sends one request and reads its answer.
func (c *Client) exchange(ctx context.Context, client *http.Client, r call) (answer, error) {
	timeout := r.timeout
	if timeout == 0 {
		timeout = c.options.Timeout
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()

	// The transport hands a request over only once it has a connection, TLS
	// included. Before GotConn not one byte of it can have been written.
	var sent atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { sent.Store(true) }})

	request, err := c.request(ctx, r)
	if err != nil {
		return answer{op: r.op()}, &exchangeError{err: err}
	}
	response, err := client.Do(request)
	if err != nil {
		return answer{op: r.op()}, &exchangeError{sent: sent.Load(), err: withoutURL(err)}
	}
	defer func() { _ = response.Body.Close() }() // The body was read to its end or is given up; closing cannot change what was read.
	return readAnswer(r.op(), response, maxAnswerBytes)
}

func (c *Client) request(ctx context.Context, r call) (*http.Request, error) {
	method := r.method
	if method == "" {
		method = http.MethodGet
	}
	target := *c.base
	target.Path = strings.TrimRight(target.Path, "/") + r.path
	target.RawQuery = r.query.Encode()
	var body io.Reader
	if r.body != nil {
		body = bytes.NewReader(r.body)
	}
	request, err := http.NewRequestWithContext(ctx, method, target.String(), body)
	if err != nil {
		return nil, fmt.Errorf("make request %s: %w", r.op(), err)
	}
	request.GetBody = nil // What cannot be rewound cannot be sent twice.
	token := c.options.Token
	if r.care {
		token = c.options.CareToken
	}
	request.Header.Set("Authorization", "Basic "+token)
	request.Header.Set("User-Agent", c.options.UserAgent)
	request.Header.Set("Accept-Language", c.options.Locale)
	request.Header.Set("Accept", "application/json")
	if r.body != nil {
		request.Header.Set("Content-Type", r.contentType)
	}
	return request, nil
}

func readAnswer(op string, response *http.Response, limit int64) (answer, error) {
	a := answer{
		op: op, status: response.StatusCode, header: response.Header,
		mediaType: mediaType(response.Header.Get("Content-Type")),
		trace:     marketplace.Trace{Status: response.StatusCode, Ray: response.Header.Get("cf-ray")},
		sandbox:   response.Header.Get(SandboxHeader) != "",
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	if err == nil && int64(len(body)) > limit {
		err = errTooLarge
	}
	a.body = body
	if err != nil {
		return a, &exchangeError{sent: true, trace: a.trace, err: fmt.Errorf("read answer: %w", err)}
	}
	return a, nil
}

func mediaType(header string) string {
	kind, _, _ := strings.Cut(header, ";")
	return strings.ToLower(strings.TrimSpace(kind))
}

// withoutURL drops the address from a transport error: its query may name an
// order line, and the operation is told beside it anyway.
func withoutURL(err error) error {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		return wrapped.Err
	}
	return err
}
