package kiosk

import (
	"crypto/subtle"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"revient/app/fault"
)

// guard stands before everything the shell serves. Its order matters: who is
// spoken to, from which page, and only then with which right.
func (s *Shell) guard(next http.Handler) http.Handler {
	crossOrigin := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		setSecurityHeaders(w.Header(), r.URL.Path)
		local, err := s.ownAddress(r)
		if err != nil {
			s.refuse(w, r, http.StatusMisdirectedRequest, "errors_kiosk.host")
			return
		}
		if !fromOwnPage(r) || crossOrigin.Check(r) != nil {
			s.refuse(w, r, http.StatusForbidden, "errors_kiosk.origin")
			return
		}
		if r.Method == http.MethodGet && (r.URL.Path == "/" || r.URL.Path == "/enter") && r.URL.Query().Has("t") {
			s.enter(w, r, local)
			return
		}
		if cookie, err := r.Cookie(cookieName(local)); err != nil || !s.isToken(cookie.Value) {
			s.serveClosedDoor(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ownAddress returns the address on which a request came in, if the request was
// made to that very address. A page of another site can make its name resolve to
// a loopback address (DNS rebinding), but it cannot make the browser send a Host
// other than its name; so the Host must be an address, or "localhost".
func (s *Shell) ownAddress(r *http.Request) (netip.AddrPort, error) {
	address, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return netip.AddrPort{}, errNotOurHost
	}
	local, err := netip.ParseAddrPort(address.String())
	if err != nil {
		return netip.AddrPort{}, err
	}
	local = netip.AddrPortFrom(local.Addr().Unmap(), local.Port())
	if !s.allowRemote && !local.Addr().IsLoopback() {
		return netip.AddrPort{}, errNotOurHost
	}
	name, port := r.Host, "80"
	if host, given, err := net.SplitHostPort(r.Host); err == nil {
		name, port = host, given
	}
	if port != strconv.Itoa(int(local.Port())) {
		return netip.AddrPort{}, errNotOurHost
	}
	if name == "localhost" && local.Addr().IsLoopback() {
		return local, nil
	}
	literal, err := netip.ParseAddr(strings.Trim(name, "[]"))
	if err != nil || literal.Unmap() != local.Addr() {
		return netip.AddrPort{}, errNotOurHost
	}
	return local, nil
}

var errNotOurHost = fault.New(fault.Unauthorized, "errors_kiosk.host", nil)

// fromOwnPage reports whether a request comes from a page of this station, or
// from a person who typed or opened its address. A request that changes
// something must say that it is ours: silence is not enough. Cookies take no
// notice of ports, so that a page of another program on this machine counts as
// the same site to the browser, and not to us.
func fromOwnPage(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	for _, origin := range origins {
		if !isOwnOrigin(origin, r) {
			return false
		}
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return len(origins) == 1
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return true
	default: // Another page may open the station, by its address and in a tab of its own, but hold no part of it.
		return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
	}
}

// isOwnOrigin compares an origin with the Host, which has been checked.
func isOwnOrigin(origin string, r *http.Request) bool {
	u, err := url.Parse(origin)
	if err != nil || u.Scheme != "http" || u.Host == "" {
		return false
	}
	return origin == "http://"+strings.ToLower(r.Host)
}

// cookieName carries the port: cookies take no notice of it, and two stations on
// one machine must not lock each other out.
func cookieName(local netip.AddrPort) string {
	return "revient-" + strconv.Itoa(int(local.Port()))
}

func (s *Shell) isToken(shown string) bool {
	return subtle.ConstantTimeCompare([]byte(shown), []byte(s.token)) == 1
}

// refuse answers a request that is not ours. The log has the reason, and never
// the query, which may hold the token.
func (s *Shell) refuse(w http.ResponseWriter, r *http.Request, status int, key string) {
	s.log.Warn("request refused", "reason", key, "method", r.Method, "path", r.URL.Path, "host", r.Host)
	s.writeFault(w, status, fault.New(fault.Unauthorized, key, nil))
}
