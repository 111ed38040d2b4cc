package kiosk

import (
	_ "embed"
	"html/template"
	"net/http"
	"net/netip"
	"strings"

	"revient/app/fault"
	"revient/app/text"
)

//go:embed closed.html
var closedPage string

var closedTemplate = template.Must(template.New("closed").Parse(closedPage))

// enter takes the token from the address and gives it back as a cookie, so that
// it stays neither in the address bar nor in the history.
func (s *Shell) enter(w http.ResponseWriter, r *http.Request, local netip.AddrPort) {
	if !s.isToken(r.URL.Query().Get("t")) {
		s.serveClosedDoor(w, r)
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: cookieName(local), Value: s.token, Path: "/",
		HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// serveClosedDoor answers whoever does not hold the token of this launch: a
// person with a page that says how to open the station, a script with a fault.
func (s *Shell) serveClosedDoor(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet || !strings.Contains(r.Header.Get("Accept"), "text/html") {
		s.refuse(w, r, http.StatusUnauthorized, "errors_kiosk.closed")
		return
	}
	lang := text.ForCountry(r.Header.Get("Accept-Language"))
	nonce := newNonce()
	w.Header().Set("Content-Security-Policy", policy(nonce, false))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusUnauthorized)
	err := closedTemplate.Execute(w, map[string]any{
		"Language": lang, "Nonce": nonce,
		"Title": text.T(lang, "errors_kiosk.closed_title", nil),
		"Why":   text.T(lang, "errors_kiosk.closed", nil),
		"How":   text.T(lang, "errors_kiosk.closed_how", nil),
	})
	if err != nil {
		s.log.Warn("closed page not sent", "error", err)
	}
}

// status is the HTTP status of a fault's code.
func status(code fault.Code) int {
	switch code {
	case fault.Invalid:
		return http.StatusBadRequest
	case fault.NotFound:
		return http.StatusNotFound
	case fault.Conflict:
		return http.StatusConflict
	case fault.Unauthorized:
		return http.StatusForbidden
	case fault.Unavailable:
		return http.StatusServiceUnavailable
	default:
		return http.StatusInternalServerError
	}
}

// writeFault answers with an error as the screens read it.
func (s *Shell) writeFault(w http.ResponseWriter, status int, err error) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	if _, err := w.Write([]byte(s.formatError(err))); err != nil {
		s.log.Debug("answer not sent", "error", err)
	}
}
