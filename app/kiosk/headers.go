package kiosk

import (
	"crypto/rand"
	"net/http"
	"strings"
)

// policy is the content security policy of every answer: nothing but what the
// station itself serves. Mantine puts a style element into the page, for which
// the page has a nonce. A document of the station may be shown inside a page of
// the station, a page inside nothing.
func policy(nonce string, media bool) string {
	style, ancestors := "'self'", "'none'"
	if nonce != "" {
		style += " 'nonce-" + nonce + "'"
	}
	if media {
		ancestors = "'self'"
	}
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self'",
		"style-src " + style,
		"img-src 'self' blob: data:",
		"media-src 'self' blob:",
		"frame-src 'self'",
		"connect-src 'self'",
		"font-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors " + ancestors,
	}, "; ")
}

// newNonce returns a fresh nonce of 130 bits.
func newNonce() string { return rand.Text() }

func setSecurityHeaders(h http.Header, path string) {
	media := strings.HasPrefix(path, "/media/")
	h.Set("Content-Security-Policy", policy("", media))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}
