package kiosk_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"

	"revient/app/kiosk"
)

func withLocalAddress(ctx context.Context, address net.Addr) context.Context {
	return context.WithValue(ctx, http.LocalAddrContextKey, address)
}

func callOnce(tb testing.TB, handler http.Handler, token string) int {
	tb.Helper()
	local := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8700}
	r := httptest.NewRequestWithContext(withLocalAddress(tb.Context(), local), http.MethodPost, "/rpc/Cases/Join",
		strings.NewReader(`[{"case":"P03A","tags":["-","x"]}, 2]`))
	r.Host = "127.0.0.1:8700"
	r.Header.Set("Origin", "http://127.0.0.1:8700")
	r.Header.Set("Content-Type", "application/json")
	r.AddCookie(&http.Cookie{Name: "revient-8700", Value: token})
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w.Code
}

func TestThePageLoadsTheBridgeFirstAndCarriesANonceOfItsOwn(t *testing.T) {
	s := start(t, nil)
	seen := map[string]bool{}
	for _, path := range []string{"/", "/index.html", "/cases/P03A-000123-K", "/settings"} {
		answer := s.ask(http.MethodGet, path, "", nil)
		content := read(t, answer)
		if answer.StatusCode != http.StatusOK || answer.Header.Get("Cache-Control") != "no-store" {
			t.Fatalf("%s: %d, %s", path, answer.StatusCode, answer.Header.Get("Cache-Control"))
		}
		nonce := between(content, `<meta name="csp-nonce" content="`, `"`)
		if len(nonce) < 22 || seen[nonce] {
			t.Errorf("%s: the nonce %q is short or was used before", path, nonce)
		}
		seen[nonce] = true
		want := "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' blob: data:; " +
			"media-src 'self' blob:; frame-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; " +
			"frame-ancestors 'none'"
		if got := answer.Header.Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: policy\n%s, want\n%s", path, got, want)
		}
		if strings.Count(content, "csp-nonce") != 1 {
			t.Errorf("%s: the nonce is there %d times", path, strings.Count(content, "csp-nonce"))
		}
		bridge, bundle := strings.Index(content, `<script src="/bridge.js"></script>`), strings.Index(content, `src="/assets/app-1a2b.js"`)
		if bridge < 0 || bundle < bridge {
			t.Errorf("%s: the bridge is at %d, the bundle at %d", path, bridge, bundle)
		}
	}
}

func TestFilesOfTheFrontendAreServedWithTheirTypeAndLife(t *testing.T) {
	s := start(t, nil)
	const forever = "max-age=31536000, immutable"
	for path, want := range map[string]struct {
		status      int
		kind, cache string
	}{
		"/assets/app-1a2b.js":   {200, "text/javascript; charset=utf-8", forever},
		"/assets/app-1a2b.css":  {200, "text/css; charset=utf-8", forever},
		"/sounds/accepted.wav":  {200, "audio/wav", "no-store"},
		"/manifest.webmanifest": {200, "application/manifest+json", "no-store"},
		"/bridge.js":            {200, "text/javascript; charset=utf-8", "no-store"},
		"/assets/old-9f.js":     {404, "application/json; charset=utf-8", "no-store"},
		"/assets/":              {404, "application/json; charset=utf-8", "no-store"},
		"/favicon.ico":          {404, "application/json; charset=utf-8", "no-store"},
		"/rpc/Cases":            {404, "application/json; charset=utf-8", "no-store"},
	} {
		answer := s.ask(http.MethodGet, path, "", nil)
		got := answer.Header
		if answer.StatusCode != want.status || got.Get("Content-Type") != want.kind || got.Get("Cache-Control") != want.cache {
			t.Errorf("%s: %d %s %s", path, answer.StatusCode, got.Get("Content-Type"), got.Get("Cache-Control"))
		}
	}
	if answer := s.ask(http.MethodPost, "/", "x", nil); answer.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("posting to the page: %d", answer.StatusCode)
	}
	if answer := s.ask(http.MethodHead, "/assets/app-1a2b.js", "", nil); answer.StatusCode != http.StatusOK {
		t.Errorf("the head of a script: %d", answer.StatusCode)
	}
}

func TestEveryAnswerForbidsWhatAPageOfTheStationNeverDoes(t *testing.T) {
	s := start(t, nil)
	for _, path := range []string{"/", "/bridge.js", "/assets/app-1a2b.js", "/media/x", "/nothing.txt"} {
		answer := s.ask(http.MethodGet, path, "", nil)
		for name, want := range map[string]string{
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Access-Control-Allow-Origin":  "",
		} {
			if got := answer.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
		ancestors := "frame-ancestors 'none'"
		if strings.HasPrefix(path, "/media/") {
			ancestors = "frame-ancestors 'self'"
		}
		if !strings.HasSuffix(answer.Header.Get("Content-Security-Policy"), "; "+ancestors) {
			t.Errorf("%s: policy %s", path, answer.Header.Get("Content-Security-Policy"))
		}
	}
}

func TestMediaGetsWhatIsBelowItsPath(t *testing.T) {
	s := start(t, nil)
	answer := s.ask(http.MethodPut, "/media/photos/new", strings.Repeat("x", 5<<20), func(r *http.Request) {
		r.Header.Set("Content-Type", "image/jpeg")
	})
	if got := read(t, answer); got != `{"bytes":5242880,"path":"/media/photos/new"}`+"\n" {
		t.Errorf("got %s", got)
	}
	if answer.Header.Get("Cache-Control") != "private, immutable" {
		t.Errorf("the handler's own header is lost: %s", answer.Header.Get("Cache-Control"))
	}
}

func TestAMediaHandlerThatPanicsSendsNoHalfAnswer(t *testing.T) {
	s := start(t, func(o *kiosk.Options) {
		o.Media = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if _, err := w.Write([]byte("half of a photo")); err != nil {
				t.Error(err)
			}
			panic("the photo of Mrs Martin")
		})
	})
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+s.address+"/media/x", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.AddCookie(&http.Cookie{Name: "revient-" + port(s.address), Value: s.token})
	if answer, err := s.client.Do(r); err == nil {
		_ = answer.Body.Close()
		t.Errorf("it answers %d", answer.StatusCode)
	}
	if log := s.log.String(); !strings.Contains(log, "/media/x") || strings.Contains(log, "Martin") {
		t.Errorf("the log says %s", log)
	}
}

func TestAProgramWithoutScreensSaysSo(t *testing.T) {
	s := start(t, func(o *kiosk.Options) { o.Assets = fstest.MapFS{} })
	answer := s.ask(http.MethodGet, "/", "", nil)
	if answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("status %d", answer.StatusCode)
	}
	wantKey(t, read(t, answer), "errors_kiosk.no_frontend")
}

func TestTheBridgeKnowsWhatToSayWhenTheStationIsSilent(t *testing.T) {
	s := start(t, nil)
	script := read(t, s.ask(http.MethodGet, "/bridge.js", "", nil))
	if strings.Contains(script, "{{") || !strings.Contains(script, `\"key\":\"errors_kiosk.unreachable\"`) {
		t.Error("the error is not in the script")
	}
}

// The script runs in Node, which building the frontend needs anyway.
func TestTheBridgeStandsInForTheWindow(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "node", "--test", "testdata/bridge.test.mjs").CombinedOutput()
	if err != nil {
		t.Fatalf("node --test testdata/bridge.test.mjs: %v\n%s", err, out)
	}
}
