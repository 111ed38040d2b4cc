package backmarket

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"revient/app/marketplace"
)

func (a answer) isHTML() bool {
	return a.mediaType == "text/html" || a.mediaType == "application/xhtml+xml" ||
		bytes.HasPrefix(bytes.ToLower(bytes.TrimSpace(a.body)), []byte("<!doctype html"))
}

func (a answer) isJSON() bool {
	return a.mediaType == "application/json" || strings.HasSuffix(a.mediaType, "+json")
}

// complaint is what an error answer says, whichever of the four envelopes it
// came in, or none: most after-sales errors have no body at all.
type complaint struct {
	code      string
	text      string
	requestID string
	challenge bool // The edge wants a proof that we are human.
}

// throttleCode is what the after-sales calls answer when they are asked too fast.
// The meaning is inferred from how integrations treat it.
const throttleCode = "E008"

const challengeCode = "bot-need-challenge"

// complaintOf reads the envelopes: {error:{code,message}}, {errors:[{code,
// message}]}, {error,status,title} and the problem of RFC 9457.
func complaintOf(a answer) complaint {
	if !a.isJSON() {
		if a.isHTML() {
			return complaint{}
		}
		return complaint{text: excerpt(string(a.body))}
	}
	var envelope struct {
		Error     json.RawMessage   `json:"error"`
		Errors    []json.RawMessage `json:"errors"`
		Title     text              `json:"title"`
		Detail    text              `json:"detail"`
		Message   text              `json:"message"`
		Type      text              `json:"type"`
		RequestID text              `json:"requestId"`
	}
	if err := json.Unmarshal(a.body, &envelope); err != nil {
		return complaint{text: excerpt(string(a.body))}
	}
	said := complaint{requestID: string(envelope.RequestID), code: string(envelope.Type)}
	said.text = first(string(envelope.Detail), string(envelope.Title), string(envelope.Message))
	for _, raw := range append([]json.RawMessage{envelope.Error}, envelope.Errors...) {
		code, message := errorItem(raw)
		said.code = first(code, said.code)
		said.text = first(message, said.text)
		if code != "" {
			break
		}
	}
	said.challenge = said.code == challengeCode
	said.text = excerpt(said.text)
	return said
}

// errorItem reads one error, an object or a bare string.
func errorItem(raw json.RawMessage) (code, message string) {
	if len(raw) == 0 {
		return "", ""
	}
	var item struct {
		Code    text `json:"code"`
		Message text `json:"message"`
		Detail  text `json:"detail"`
	}
	if err := json.Unmarshal(raw, &item); err == nil {
		return string(item.Code), first(string(item.Message), string(item.Detail))
	}
	var plain text
	if err := json.Unmarshal(raw, &plain); err == nil {
		return "", string(plain)
	}
	return "", ""
}

// remoteError makes the cause that goes under a fault.
func (a answer) remoteError() *marketplace.RemoteError {
	said := complaintOf(a)
	trace := a.trace
	trace.RequestID = said.requestID
	return &marketplace.RemoteError{Op: a.op, Trace: trace, Code: said.code, Text: said.text, RetryDelay: retryAfter(a.header)}
}

// retryAfter reads Retry-After as seconds or as a date. Back Market documents no
// such header, but a proxy on the way may send it.
func retryAfter(header http.Header) time.Duration {
	value := header.Get("Retry-After")
	if value == "" {
		return 0
	}
	if seconds, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(seconds, 0), 86400)) * time.Second
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(header.Get("Date")) // The server's own clock, so that ours may be wrong.
	if err != nil {
		return 0
	}
	return min(max(at.Sub(now), 0), 24*time.Hour)
}

// excerpt keeps the beginning of a text, at most 500 bytes.
func excerpt(s string) string {
	s = strings.TrimSpace(strings.ToValidUTF8(s, "�"))
	for limit := 500; len(s) > limit; limit-- {
		if utf8.RuneStart(s[limit]) {
			return s[:limit]
		}
	}
	return s
}

// first returns the first that is not empty.
func first(candidates ...string) string {
	for _, candidate := range candidates {
		if candidate != "" {
			return candidate
		}
	}
	return ""
}

func decodeJSON(a answer, into any) error {
	if err := json.Unmarshal(a.body, into); err != nil {
		return fmt.Errorf("decode %s: %w", a.op, err)
	}
	return nil
}
