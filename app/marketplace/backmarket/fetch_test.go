package backmarket

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"revient/app/fault"
)

// elsewhere is a client whose every https connection ends at one TLS server.
func elsewhere(t *testing.T, api, files http.HandlerFunc) *Client {
	t.Helper()
	apiServer, fileServer := httptest.NewServer(api), httptest.NewTLSServer(files)
	t.Cleanup(apiServer.Close)
	t.Cleanup(fileServer.Close)
	client, err := New(Options{BaseURL: apiServer.URL, Token: "secret", FileHosts: []string{"CDN.example.com"}, Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
		if strings.HasSuffix(address, ":443") {
			address = fileServer.Listener.Addr().String()
		}
		return (&net.Dialer{}).DialContext(ctx, network, address)
	}})
	if err != nil {
		t.Fatal(err)
	}
	transport, ok := client.reads.Transport.(*http.Transport)
	if !ok {
		t.Fatal("another transport than expected")
	}
	transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} //nolint:gosec // The certificate is the test server's own.
	return client
}

func TestTheTokenNeverGoesToAnotherHost(t *testing.T) {
	var shown atomic.Value
	client := elsewhere(t,
		func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization") != "Basic secret" {
				t.Errorf("the API's own host was shown %q", r.Header.Get("Authorization"))
			}
			switch r.URL.Path {
			case "/to/cdn":
				http.Redirect(w, r, "https://cdn.example.com/photo", http.StatusFound)
			case "/to/nowhere":
				http.Redirect(w, r, "https://evil.example.net/photo", http.StatusFound)
			case "/to/plain":
				http.Redirect(w, r, "http://cdn.example.com/photo", http.StatusFound)
			case "/to/itself":
				http.Redirect(w, r, "/to/itself", http.StatusFound)
			case "/page":
				http.Error(w, "<!DOCTYPE html><html>", http.StatusOK)
			case "/gone":
				w.WriteHeader(http.StatusNotFound)
			case "/static/shipment_labels/1.pdf":
				if _, err := io.WriteString(w, "%PDF-1.4"); err != nil {
					panic(http.ErrAbortHandler)
				}
			}
		},
		func(w http.ResponseWriter, r *http.Request) {
			shown.Store(r.Host + " " + r.Header.Get("Authorization") + r.Header.Get("Cookie"))
			if _, err := io.WriteString(w, "\xff\xd8\xff"); err != nil {
				panic(http.ErrAbortHandler)
			}
		})
	for _, c := range []struct {
		address, mime string
		code          fault.Code
	}{
		{"https://cdn.example.com/photo", "image/jpeg", ""},
		{"https://media.backmarket.fr/photo", "image/jpeg", ""},
		{"/to/cdn", "image/jpeg", ""},
		{"/static/shipment_labels/1.pdf", "application/pdf", ""},
		{"/to/nowhere", "", fault.Invalid},
		{"/to/plain", "", fault.Invalid},
		{"/to/itself", "", fault.Unavailable},
		{"/page", "", fault.Unavailable},
		{"/gone", "", fault.NotFound},
		{"https://cdn.example.com:8443/photo", "", fault.Invalid},
		{"https://me@cdn.example.com/photo", "", fault.Invalid},
		{"https://notbackmarket.fr/photo", "", fault.Invalid},
		{"https://backmarket.fr.example.net/photo", "", fault.Invalid},
	} {
		shown.Store("")
		file, err := client.Fetch(t.Context(), c.address)
		if fault.CodeOf(err) != c.code || file.MIME != c.mime {
			t.Errorf("%s: %q, %v", c.address, file.MIME, err)
		}
		if seen, _ := shown.Load().(string); strings.Contains(seen, "secret") {
			t.Errorf("%s: the token was shown to %s", c.address, seen)
		}
	}
}

func TestAFileOverTheCapIsNotRead(t *testing.T) {
	client := elsewhere(t, func(w http.ResponseWriter, _ *http.Request) {
		for range maxFetchBytes>>20 + 1 {
			if _, err := w.Write(make([]byte, 1<<20)); err != nil {
				return // The client has had enough, as it should.
			}
		}
	}, nil)
	_, err := client.Fetch(t.Context(), "/huge")
	if fault.Of(err) == nil || fault.Of(err).Key != "errors_marketplace.too_large" {
		t.Errorf("error = %v", err)
	}
}
