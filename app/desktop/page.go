package desktop

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

// page is index.html, cut where the nonce of each answer goes.
type page struct{ before, after []byte }

const emptyNonce = `<meta name="csp-nonce" content="`

func readPage(assets fs.FS) (page, error) {
	html, err := fs.ReadFile(assets, "index.html")
	if err != nil {
		return page{}, fmt.Errorf("read frontend: %w", err)
	}
	before, after, found := bytes.Cut(html, []byte(emptyNonce))
	if !found {
		return page{}, fmt.Errorf("index.html has no %s", emptyNonce)
	}
	return page{append(bytes.Clone(before), emptyNonce...), after}, nil
}

// policy lets the page load what the station serves and nothing else. Wails adds
// two scripts of the same origin; what it evaluates from outside the page is no
// script in the sense of the policy.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self' blob: data:; " +
	"media-src 'self' blob:; frame-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"

// middleware answers what is not a file of the frontend. It stands before the
// asset server, because behind it Vite's development server would answer first.
func (w *window) middleware(assets http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		switch path := r.URL.Path; {
		case strings.HasPrefix(path, "/media/"):
			w.Media.ServeHTTP(rw, r)
		case r.Method == http.MethodGet && (path == "/" || path == "/index.html"):
			w.servePage(rw)
		default:
			assets.ServeHTTP(rw, r)
		}
	})
}

func (w *window) servePage(rw http.ResponseWriter) {
	nonce := rand.Text()
	rw.Header().Set("Content-Type", "text/html; charset=utf-8")
	rw.Header().Set("Content-Security-Policy", fmt.Sprintf(policy, nonce))
	rw.Header().Set("Cache-Control", "no-store")
	for _, part := range [][]byte{w.page.before, []byte(nonce), w.page.after} {
		if _, err := rw.Write(part); err != nil {
			w.Logger.Warn("page not sent", "error", err)
			return
		}
	}
}
