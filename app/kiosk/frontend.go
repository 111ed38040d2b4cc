package kiosk

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"
	"time"

	"revient/app/fault"
)

//go:embed bridge.js
var bridgeScript string

// page is index.html, cut where the nonce of each answer goes.
type page struct{ before, after string }

var (
	headTag   = regexp.MustCompile(`(?i)<head(\s[^>]*)?>`)
	nonceMeta = regexp.MustCompile(`(?i)\s*<meta name="csp-nonce"[^>]*>`)
)

// readPage prepares index.html: the bridge comes before every other script, and
// the addresses of the bundle start at the root, so that the page is good at any
// path. A frontend that was not built has no page, which is said when asked for.
func readPage(assets fs.FS) (*page, error) {
	content, err := fs.ReadFile(assets, "index.html")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read index.html: %w", err)
	}
	html := nonceMeta.ReplaceAllString(string(content), "")
	html = strings.NewReplacer(`src="./`, `src="/`, `href="./`, `href="/`).Replace(html)
	head := headTag.FindStringIndex(html)
	if head == nil {
		return nil, errors.New("index.html has no head to put the bridge into")
	}
	return &page{
		before: html[:head[1]] + `<meta name="csp-nonce" content="`,
		after:  `"><script src="/bridge.js"></script>` + html[head[1]:],
	}, nil
}

// serveFrontend answers with a file of the frontend, and with the page for any
// other path: which screen a path means is the page's affair.
func (s *Shell) serveFrontend(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		s.writeFault(w, http.StatusMethodNotAllowed, fault.New(fault.Invalid, "errors_kiosk.method", nil))
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if name == "" || name == "index.html" || isScreen(name) {
		s.servePage(w, r)
		return
	}
	content, err := fs.ReadFile(s.assets, name)
	if err != nil {
		s.writeFault(w, http.StatusNotFound, fault.Wrap(err, fault.NotFound, "errors_kiosk.no_page", nil))
		return
	}
	if strings.HasPrefix(name, "assets/") { // Vite puts a hash of the content into these names.
		w.Header().Set("Cache-Control", "max-age=31536000, immutable")
	}
	w.Header().Set("Content-Type", contentType(name))
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// isScreen reports whether a path can be that of a screen: it names no file and
// none of the shell's own rooms.
func isScreen(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	switch first {
	case "assets", "media", "rpc", "events":
		return false
	default:
		return path.Ext(name) == ""
	}
}

func (s *Shell) servePage(w http.ResponseWriter, r *http.Request) {
	if s.page == nil {
		s.writeFault(w, http.StatusServiceUnavailable, fault.New(fault.Unavailable, "errors_kiosk.no_frontend", nil))
		return
	}
	nonce := newNonce()
	w.Header().Set("Content-Security-Policy", policy(nonce, false))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(s.page.before+nonce+s.page.after))
}

// serveBridge answers with the script that stands in for the desktop window. It
// holds the error that the screens are told when the station does not answer,
// in the form in which they read all others.
func (s *Shell) serveBridge(w http.ResponseWriter, _ *http.Request) {
	unreachable, err := json.Marshal(s.formatError(fault.New(fault.Unavailable, "errors_kiosk.unreachable", nil)))
	if err != nil {
		s.writeFault(w, http.StatusInternalServerError, err)
		return
	}
	w.Header().Set("Content-Type", contentType("bridge.js"))
	script := strings.Replace(bridgeScript, `'{{unreachable}}'`, string(unreachable), 1)
	if _, err := w.Write([]byte(script)); err != nil {
		s.log.Debug("bridge not sent", "error", err)
	}
}

// serveMedia gives photos and documents the time that large bytes take.
func (s *Shell) serveMedia() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		control, until := http.NewResponseController(w), time.Now().Add(mediaPatience)
		if err := errors.Join(control.SetReadDeadline(until), control.SetWriteDeadline(until)); err != nil {
			s.writeFault(w, http.StatusInternalServerError, fmt.Errorf("wait for media: %w", err))
			return
		}
		s.media.ServeHTTP(w, r)
	})
}

// contentTypes are those of a frontend's files. The machine's own table is not
// asked: on Windows any program may have changed it.
var contentTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".ico":         "image/x-icon",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json; charset=utf-8",
	".map":         "application/json; charset=utf-8",
	".mp3":         "audio/mpeg",
	".ogg":         "audio/ogg",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".ttf":         "font/ttf",
	".txt":         "text/plain; charset=utf-8",
	".wav":         "audio/wav",
	".webmanifest": "application/manifest+json",
	".webp":        "image/webp",
	".woff2":       "font/woff2",
}

func contentType(name string) string {
	if kind, known := contentTypes[strings.ToLower(path.Ext(name))]; known {
		return kind
	}
	return "application/octet-stream"
}
