package kiosk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"revient/app/fault"
	"revient/app/kiosk"
)

// Cases is a service as the station binds it.
type Cases struct {
	mu    sync.Mutex
	calls int
}

type Note struct {
	Case string   `json:"case"`
	Tags []string `json:"tags"`
}

func (c *Cases) Count() int { c.mu.Lock(); defer c.mu.Unlock(); return c.calls }
func (c *Cases) Ping()      { c.mu.Lock(); defer c.mu.Unlock(); c.calls++ }
func (c *Cases) Check(imei string) error {
	if imei != "356938035643809" {
		return fault.New(fault.Invalid, "errors.identity.luhn", nil).At("imei")
	}
	return nil
}
func (c *Cases) Join(note Note, count int) (string, error) {
	if count < 0 {
		return "", errors.New("the disk of Mrs Martin is on fire")
	}
	return strings.Repeat(note.Case+strings.Join(note.Tags, ""), count), nil
}
func (c *Cases) Fail(code string) error      { return fault.New(fault.Code(code), "errors.internal", nil) }
func (c *Cases) Panic(customer string) error { panic("nothing is known of " + customer) }
func (c *Cases) Crash() int                  { var none *Note; return len(none.Tags) } //nolint:govet // The nil is the point.
func (c *Cases) Unwritable() any             { return func() {} }

// formatError writes an error as the API does.
func formatError(err error) string {
	f := fault.Of(err)
	text, marshalErr := json.Marshal(map[string]any{"code": f.Code, "key": f.Key, "args": f.Args, "field": f.Field})
	if marshalErr != nil {
		panic(marshalErr)
	}
	return string(text)
}

// broadcast is a source that a test speaks through.
type broadcast struct {
	subscribed chan chan kiosk.Event
	canceled   chan struct{}
}

func newBroadcast() *broadcast {
	return &broadcast{subscribed: make(chan chan kiosk.Event, 4), canceled: make(chan struct{}, 4)}
}

func (b *broadcast) Subscribe() (<-chan kiosk.Event, func()) {
	events := make(chan kiosk.Event)
	b.subscribed <- events
	return events, func() { b.canceled <- struct{}{} }
}

const index = `<!doctype html><html lang="fr"><head>
<meta charset="utf-8" />
<meta name="csp-nonce" content="" />
<link rel="stylesheet" href="./assets/app-1a2b.css">
<script type="module" src="./assets/app-1a2b.js"></script></head><body></body></html>`

func assets() fstest.MapFS {
	return fstest.MapFS{
		"index.html":           {Data: []byte(index)},
		"assets/app-1a2b.js":   {Data: []byte("export {}")},
		"assets/app-1a2b.css":  {Data: []byte("body {}")},
		"sounds/accepted.wav":  {Data: []byte("RIFF")},
		"manifest.webmanifest": {Data: []byte("{}")},
	}
}

// station is a running shell and a browser that has entered it.
type station struct {
	t       *testing.T
	address string
	token   string
	client  *http.Client
	log     *lockedBuffer
	stop    func()
	ended   <-chan error
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}
func (l *lockedBuffer) String() string { l.mu.Lock(); defer l.mu.Unlock(); return l.b.String() }

func media(w http.ResponseWriter, r *http.Request) {
	n, err := io.Copy(io.Discard, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Cache-Control", "private, immutable")
	_ = json.NewEncoder(w).Encode(map[string]any{"path": r.URL.Path, "bytes": n})
}

func start(t *testing.T, change func(*kiosk.Options)) *station {
	t.Helper()
	log := &lockedBuffer{}
	options := kiosk.Options{
		Services: []any{&Cases{}}, Assets: assets(), Media: http.HandlerFunc(media), Token: kiosk.NewToken(),
		FormatError: formatError, Logger: slog.New(slog.NewTextHandler(log, nil)),
	}
	if change != nil {
		change(&options)
	}
	shell, err := kiosk.New(options)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- shell.Serve(ctx, listener) }()
	s := &station{
		t: t, address: listener.Addr().String(), token: options.Token, log: log, stop: cancel, ended: ended,
		client: &http.Client{
			Transport:     &http.Transport{},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
	if url := shell.EntryURL(listener.Addr()); url != "http://"+s.address+"/?t="+s.token {
		t.Fatalf("the entry is %s", url)
	}
	t.Cleanup(func() {
		s.client.CloseIdleConnections()
		cancel()
	})
	return s
}

// ask makes a request as a page of the station does: with its cookie and, when
// it changes something, its origin and JSON. Change may spoil it.
func (s *station) ask(method, path, body string, change func(*http.Request)) *http.Response {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, "http://"+s.address+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	_, port, err := net.SplitHostPort(s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	r.AddCookie(&http.Cookie{Name: "revient-" + port, Value: s.token})
	if method != http.MethodGet && method != http.MethodHead {
		r.Header.Set("Origin", "http://"+s.address)
		r.Header.Set("Content-Type", "application/json")
	}
	if change != nil {
		change(r)
	}
	answer, err := s.client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = answer.Body.Close() })
	return answer
}

func (s *station) rpc(method, arguments string) (int, string) {
	s.t.Helper()
	answer := s.ask(http.MethodPost, "/rpc/"+method, arguments, nil)
	return answer.StatusCode, read(s.t, answer)
}

func read(t *testing.T, answer *http.Response) string {
	t.Helper()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// wantKey checks an answer that is a fault.
func wantKey(t *testing.T, content, key string) {
	t.Helper()
	var told struct{ Key string }
	if err := json.Unmarshal([]byte(content), &told); err != nil || told.Key != key {
		t.Errorf("answer %q, want the fault %s", content, key)
	}
}

func TestServeEndsWhenItIsAskedTo(t *testing.T) {
	s := start(t, nil)
	s.ask(http.MethodGet, "/", "", nil)
	s.stop()
	if err := <-s.ended; err != nil {
		t.Fatal(err)
	}
}

func TestServeRefusesAListenerThatOthersCanReach(t *testing.T) {
	shell, err := kiosk.New(kiosk.Options{Assets: assets(), Token: kiosk.NewToken(), FormatError: formatError})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	err = shell.Serve(t.Context(), listener)
	if f := fault.Of(err); f == nil || f.Key != "errors_kiosk.not_loopback" {
		t.Fatalf("error %v", err)
	}
	if _, err := listener.Accept(); !errors.Is(err, net.ErrClosed) {
		t.Errorf("the listener is still open: %v", err)
	}
}

func TestServeSaysWhyItCannotGoOn(t *testing.T) {
	shell, err := kiosk.New(kiosk.Options{Assets: assets(), Token: kiosk.NewToken(), FormatError: formatError})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	if err := shell.Serve(t.Context(), listener); !errors.Is(err, net.ErrClosed) {
		t.Fatalf("error %v", err)
	}
}

type (
	Variadic struct{}
	Context  struct{}
	Three    struct{}
)

func (*Variadic) Sum(...int) int            { return 0 }
func (*Context) List(context.Context) error { return nil }
func (*Three) Split() (int, string, error)  { return 0, "", nil }

func TestWhatNoScreenCouldCallIsRefusedAtTheStart(t *testing.T) {
	good := kiosk.Options{Assets: assets(), Token: kiosk.NewToken(), FormatError: formatError}
	for name, change := range map[string]func(*kiosk.Options){
		"a short token":            func(o *kiosk.Options) { o.Token = "1234" },
		"no assets":                func(o *kiosk.Options) { o.Assets = nil },
		"no format for errors":     func(o *kiosk.Options) { o.FormatError = nil },
		"a page without a head":    func(o *kiosk.Options) { o.Assets = fstest.MapFS{"index.html": {Data: []byte("hello")}} },
		"a struct by value":        func(o *kiosk.Options) { o.Services = []any{Variadic{}} },
		"no struct at all":         func(o *kiosk.Options) { o.Services = []any{new(int)} },
		"two services of one name": func(o *kiosk.Options) { o.Services = []any{&Cases{}, &Cases{}} },
		"any number of arguments":  func(o *kiosk.Options) { o.Services = []any{&Variadic{}} },
		"a context":                func(o *kiosk.Options) { o.Services = []any{&Context{}} },
		"two values and an error":  func(o *kiosk.Options) { o.Services = []any{&Three{}} },
	} {
		options := good
		change(&options)
		if _, err := kiosk.New(options); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if _, err := kiosk.New(good); err != nil {
		t.Error(err)
	}
}

func TestTokensAreNeverTheSame(t *testing.T) {
	if a, b := kiosk.NewToken(), kiosk.NewToken(); a == b || len(a) < 43 {
		t.Errorf("%q and %q", a, b)
	}
}

func soon(t *testing.T) <-chan time.Time {
	t.Helper()
	return time.After(20 * time.Second)
}
